"""What every test may lean on: a quiet browser, and a loud word when a tool is missing."""

import gc
import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, settings

from tests.locks import _known_blocker, pytest_runtest_teardown  # noqa: F401 – pytest finds it here
from tests.schema import (  # noqa: F401 – fixtures
    _alone,
    django_db_keepdb,
    django_db_modify_db_settings,
    django_db_setup,
    kept_schema,
)
from tests.tools import CHROMIUM, MISSING, NO_SKIPPING, PART, SECOND

# Playwright's synchronous door runs an event loop, in which Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# How quick a machine is, is no property of the program.
settings.register_profile("any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any_machine")

# Whoever asks for one of these opens the database; so does a test with the mark django_db.
DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "committed"}


def _asks_the_database(item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE & set(getattr(item, "fixturenames", ())))


def _is_long(item) -> bool:
    return bool(item.get_closest_marker("slow") or item.get_closest_marker("browser"))


ON_SQLITE = {"sqlite_alone", *MISSING}
OF_PART = {
    "": lambda item: True,
    "quick": lambda item: not _is_long(item),
    "long": _is_long,
    "postgresql": lambda item: _asks_the_database(item) and not any(map(item.get_closest_marker, ON_SQLITE)),
}


def _is_asked_once(item) -> bool:
    """Slow, and alike whatever the database: one of the two is enough, for some the one and for some the other."""
    marks = {mark.name for mark in item.iter_markers()}
    return _asks_the_database(item) and "slow" in marks and not marks & {"both_databases", *ON_SQLITE}


def _further_cases(items: list) -> set:
    """Of each test that asks the database in many cases, three of four: they are cases of a rule, which is the same
    whatever the database, and the first of them tells whether the test stands at all."""
    position, found = Counter(), set()
    for item in items:
        if _asks_the_database(item) and not item.get_closest_marker("both_databases"):
            test = (item.path, item.originalname)
            if position[test] % 4:
                found.add(item)
            position[test] += 1
    return found


@pytest.hookimpl(tryfirst=True)  # before -m chooses among them
def pytest_collection_modifyitems(config, items):
    """Leaves what belongs to this part of the run.

    What starts Java is slow. So are most cases of a test that has many and asks the database; the second database is
    not asked them at all. So is most of what it is asked, since the first has said it.
    """
    once = [item for item in items if _is_asked_once(item)]
    second = set(once[::8])  # each takes twice as long there
    further = _further_cases(items)
    of_the_other = set(once) - second | further if SECOND else second if PART else set()
    for item in items:
        if (
            item in further
            or any(map(item.get_closest_marker, ("pdf", "html")))
            or (SECOND and not item.get_closest_marker("both_databases"))
        ):
            item.add_marker(pytest.mark.slow)
    kept = [item for item in items if OF_PART[PART](item) and item not in of_the_other]
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    items[:] = kept


def pytest_collection_finish(session):
    """Keeps the collector from going through all modules and tests again and again: an eighth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_runtest_setup(item):
    for marker, tool in MISSING.items():
        if tool and item.get_closest_marker(marker):
            (pytest.fail if NO_SKIPPING else pytest.skip)(f"{tool} is missing on this machine")


def pytest_terminal_summary(terminalreporter):
    for marker, tool in MISSING.items():
        if tool and not SECOND:
            terminalreporter.write_line(
                f"NOT TESTED: {tool} is missing, so no test marked '{marker}' ran", red=True
            )


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["quic", "background-networking", "component-update", "sync", "gpu"]
    return {
        **browser_type_launch_args,
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--no-first-run", *(f"--disable-{name}" for name in quiet)],
    }
