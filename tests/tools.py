"""Which outside tools the tests may count on here."""

import os
import shutil
from pathlib import Path

# The headless shell is the same browser, and a third quicker in all the suite does with it.
CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium-headless-shell")) or shutil.which("chromium")
JAXB = Path("/usr/share/java/jaxb-runtime.jar")

MISSING = {
    "browser": None if CHROMIUM else "Chromium",
    "pdf": None
    if shutil.which("java") and JAXB.exists() and shutil.which("pdfsig")
    else "Java with JAXB, or poppler",
}
NO_SKIPPING = os.environ.get("CI") == "true"
WITHOUT_TOOLS = "WITHOUT_TOOLS" in os.environ

# bin/test runs both databases at once and lets them share what is long and alike: "3/4" is the last
# quarter. Unset, a run does all of it.
_OWN, _, _OF = os.environ.get("SHARE", "").partition("/")


def share(items: list) -> list:
    """This run's part of a long list; all of it when nobody shares."""
    if not _OF:
        return items
    own = {int(number) for number in _OWN.split(",")}
    return [item for position, item in enumerate(items) if position % int(_OF) in own]


def share_of(number: int) -> int:
    """How many of so many are this run's."""
    return len(share(list(range(number))))
