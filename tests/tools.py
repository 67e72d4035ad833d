"""Which outside tools the tests may count on here."""

import os
import shutil
from pathlib import Path

CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "chromium"))
JAXB = Path("/usr/share/java/jaxb-runtime.jar")

MISSING = {
    "browser": None if CHROMIUM else "Chromium",
    "pdf": None
    if shutil.which("java") and JAXB.exists() and shutil.which("pdfsig")
    else "Java with JAXB, or poppler",
}
NO_SKIPPING = os.environ.get("CI") == "true"
WITHOUT_TOOLS = "WITHOUT_TOOLS" in os.environ
