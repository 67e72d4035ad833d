"""Lets the suite empty the database after a test that commits, and leaves it as the migrations made it.

Django empties all tables then; no lock on rows that are only ever added lets it. The locks are off
for the length of that, and on again before anything else runs. So are the words the lists begin with.
"""

import pytest
from django.db import connection

from agreements import append_only
from processes.models import Term

COMMITTING = {"transactional_db", "live_server", "committed"}
_blocker = pytest.StashKey()
WORDS = pytest.StashKey[list[Term]]()
"""The words as the migrations laid them, by the same keys each time: kept situations point at them."""


@pytest.fixture(scope="session", autouse=True)
def _known_blocker(request, django_db_blocker):
    request.config.stash[_blocker] = django_db_blocker


def _commits(item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(COMMITTING & set(item.fixturenames)) or bool(marker and marker.kwargs.get("transaction"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Unlock before the fixtures clean up after a committing test; lock and lay the words after."""
    if not _commits(item):
        return (yield)
    with item.config.stash[_blocker].unblock():
        run(append_only.unlocking(connection.vendor))
    try:
        return (yield)
    finally:
        if nextitem is not None:  # with the last test the whole database goes
            with item.config.stash[_blocker].unblock():
                run(append_only.locking(connection.vendor))
                if not Term.objects.exists():  # one that was skipped has emptied nothing
                    Term.objects.bulk_create(item.config.stash[WORDS])
                connection.close()


def run(statements: list[str]) -> None:
    """Run the statements as they are."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, None)
