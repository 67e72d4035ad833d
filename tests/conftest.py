"""What every test may lean on: a quiet browser, and a loud word when a tool is missing."""

import os

import pytest

from tests.locks import _known_blocker, pytest_runtest_teardown  # noqa: F401 – pytest finds it here
from tests.schema import (  # noqa: F401 – fixtures
    django_db_keepdb,
    django_db_modify_db_settings,
    django_db_setup,
    kept_schema,
)
from tests.tools import CHROMIUM, MISSING, NO_SKIPPING, WITHOUT_TOOLS

# Playwright's synchronous door runs an event loop, in which Django would refuse the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


# Whoever asks for one of these opens the database; so does a test with the mark django_db.
DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "committed"}


def _asks_the_database(item) -> bool:
    return bool(item.get_closest_marker("django_db") or DATABASE & set(getattr(item, "fixturenames", ())))


def pytest_collection_modifyitems(config, items):
    """On the second database only what asks it is tried again, and nothing of browser and PDF.

    What is slow says the same thing many times; the lines it runs are counted when the quick tests do.
    """
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.no_cover)
    if WITHOUT_TOOLS:
        repeated = [
            item
            for item in items
            if any(map(item.get_closest_marker, MISSING)) or not _asks_the_database(item)
        ]
        config.hook.pytest_deselected(items=repeated)
        items[:] = [item for item in items if item not in repeated]


def pytest_runtest_setup(item):
    for marker, tool in MISSING.items():
        if tool and item.get_closest_marker(marker):
            (pytest.fail if NO_SKIPPING else pytest.skip)(f"{tool} is missing on this machine")


def pytest_terminal_summary(terminalreporter):
    for marker, tool in MISSING.items():
        if tool and not WITHOUT_TOOLS:
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
