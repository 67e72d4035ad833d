"""Keeps the migrated, empty SQLite database, since migrating it anew takes seconds.

A changed migration, model or Django makes a new one. Of several runs at once one makes it and the
others wait. SCHEMA_DIR says where it is kept; continuous integration gives a new folder each time.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.db import transaction

from processes.models import Term
from tests.locks import WORDS


def own() -> Path:
    """The database file of this very run."""
    return Path(settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def kept_schema(django_db_use_migrations) -> Iterator[Path | None]:
    """Where the empty database for exactly these migrations is kept, if it is to be kept at all."""
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not on_sqlite or not django_db_use_migrations:
        yield None
        return
    digest = hashlib.sha256(f"{django.VERSION}{settings.INSTALLED_APPS}".encode())
    for pattern in ("*/migrations/*.py", "*/models/*.py"):
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    folder = Path(os.environ.get("SCHEMA_DIR", settings.BASE_DIR / ".pytest_cache"))
    folder.mkdir(exist_ok=True)
    yield folder / f"schema-{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def _alone(kept_schema):
    """The only run that makes the database; until it is there."""
    if kept_schema is None:
        yield lambda: None
        return
    with (kept_schema.parent / "schema.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield lambda: fcntl.flock(file, fcntl.LOCK_UN)


@pytest.fixture(scope="session")
def django_db_keepdb(_alone, kept_schema) -> bool:
    """Says that the database is already there, so that nothing is left to migrate."""
    return kept_schema is not None and kept_schema.exists()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_keepdb, kept_schema):
    """Puts the kept database where the suite looks for its own: the run's data folder, gone with it."""
    if django_db_keepdb:
        shutil.copy(kept_schema, own())


@pytest.fixture(scope="session")
def django_db_setup(request, _alone, django_db_setup, django_db_blocker, django_db_keepdb, kept_schema):
    """Keeps the database just migrated, before any test has written to it, and knows its words."""
    with django_db_blocker.unblock():
        request.config.stash[WORDS] = list(Term.objects.all())
    if kept_schema is None or django_db_keepdb:
        _alone()
        return
    for older in kept_schema.parent.glob("schema-*"):
        older.unlink(missing_ok=True)
    partial = kept_schema.with_suffix(f".{own().name}")
    shutil.copy(own(), partial)
    partial.rename(kept_schema)
    _alone()


@pytest.fixture(scope="module")
def undone(django_db_setup, django_db_blocker) -> Callable[[], AbstractContextManager[None]]:
    """For a fixture of a module: within it the database is open, and what is made there is undone after."""

    @contextmanager
    def opened() -> Iterator[None]:
        with django_db_blocker.unblock(), transaction.atomic():
            yield
            transaction.set_rollback(True)

    return opened
