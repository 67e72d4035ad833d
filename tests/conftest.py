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
    undone,
)
from tests.tools import CHROMIUM, DAY, EVERYTHING, MISSING, NO_SKIPPING, SECOND, of_the_day

# Playwright's synchronous door runs an event loop, in which Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# How quick a machine is, is no property of the program.
settings.register_profile("any_machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any_machine")

# Whoever asks for one of these opens the database; so does a test with the mark django_db.
DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "committed"}


def _asks_the_database(item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE & set(getattr(item, "fixturenames", ())))


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


def _asked_again(items: list, further: set) -> list:
    """What the second database is asked: all that turns on which database it is, and of the rest, which the first has
    said, some each day: an eighth of what is quick and a twentieth of what is slow, one case of each test."""
    once = {"sqlite_alone", *MISSING}
    candidates = [i for i in items if _asks_the_database(i) and not any(map(i.get_closest_marker, once))]
    ours = [i for i in candidates if i.get_closest_marker("both_databases")]
    rest = [i for i in candidates if i not in further and not i.get_closest_marker("both_databases")]
    quick = of_the_day([i for i in rest if not i.get_closest_marker("slow")], 8)
    slow = of_the_day([i for i in rest if i.get_closest_marker("slow")], 20)
    chosen = {*ours, *quick, *slow}
    return [item for item in items if item in chosen]


@pytest.hookimpl(tryfirst=True)  # before -m chooses among them
def pytest_collection_modifyitems(config, items):
    """Leaves what belongs to this part of the run.

    What starts Java is slow. So are most cases of a test that has many and asks the database, and on the second
    database all that does not turn on it.
    """
    further = _further_cases(items)
    kept = _asked_again(items, further) if SECOND else items[:]
    config.hook.pytest_deselected(items=list(set(items) - set(kept)))
    for item in kept:
        if (
            item in further
            or any(map(item.get_closest_marker, ("pdf", "html")))
            or (SECOND and not item.get_closest_marker("both_databases"))
        ):
            item.add_marker(pytest.mark.slow)
    items[:] = kept


# The files that take longest, the longest first.
LONGEST = [
    "angered",
    "access",
    "accessibility",
    "resume",
    "demo",
    "machine",
    "canaries",
    "toxic",
    "round_file_bad",
]


def _long_ones_first(items: list) -> None:
    """Orders the files, so that no worker ends long after the others."""
    rank = {f"test_{name}.py": position for position, name in enumerate(LONGEST)}
    items.sort(key=lambda item: (rank.get(item.path.name, len(rank)), item.path))


@pytest.hookimpl(tryfirst=True)  # before a worker tells what it has collected
def pytest_collection_finish(session):
    """Orders the files. Keeps the collector from going through all modules and tests again and again, which takes an
    eighth of the time."""
    _long_ones_first(session.items)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_report_header():
    return f"what is asked of the long lists: {'everything' if EVERYTHING else f'the part of TEST_DAY={DAY}'}"


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
