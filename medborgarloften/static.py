"""Style and fonts out of installed packages: no third-party file lives in the repository.

Each name in SOURCES is made once, beside the packages it comes from, and is then found like any
other static file.
"""

import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import File
from django.core.files.storage import Storage

# Latin letters with Swedish ones, and the typographic marks the texts use.
LETTERS = "U+0020-007E,U+00A0-00FF,U+2010-2015,U+2018-201E,U+2022,U+2026,U+2190-2193,U+2212,U+20AC"


def packaged(package: str, path: str) -> Path:
    """The file as its package installed it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {package} is not installed")
    return Path(spec.submodule_search_locations[0]) / path


def bootstrap(name: str, made: Path) -> None:
    """Copies a stylesheet, without the reference to a source map that is not shipped."""
    css = packaged("xstatic.pkg.bootstrap", f"data/css/{name}").read_bytes()
    made.write_bytes(css.partition(b"/*# sourceMappingURL")[0])


def typeface(style: str, made: Path) -> None:
    """Cuts a font down to the letters in use: a tenth of its size.

    The licence reserves the typeface's name for the original, so the cut carries only its
    copyright and licence (name ids 0, 13, 14).
    """
    font = packaged("font_source_sans_pro", f"files/SourceSansPro-{style}.ttf")
    subset = ["fontTools.subset", str(font), f"--unicodes={LETTERS}", "--name-IDs=0,13,14"]
    command = [sys.executable, "-m", *subset, "--flavor=woff2", f"--output-file={made}"]
    subprocess.run(command, check=True)  # noqa: S603 – our own words, nobody's input


SOURCES = {
    "bootstrap/css/bootstrap-reboot.min.css": (bootstrap, "bootstrap-reboot.min.css"),
    "fonts/source-sans-400.woff2": (typeface, "Regular"),
    "fonts/source-sans-600.woff2": (typeface, "Semibold"),
}
PACKAGES = ("xstatic-bootstrap", "font-source-sans-pro", "fonttools")


class PackageStorage(Storage):
    """Read-only room of the files named in SOURCES."""

    def __init__(self) -> None:
        edition = "-".join(version(package) for package in PACKAGES)
        self.room = Path(sys.prefix) / "share" / "medborgarloften" / edition

    def path(self, name: str) -> str:
        """Where the made file lies; it is made at the first question."""
        made = self.room / name
        if not made.exists():
            make, source = SOURCES[name]
            made.parent.mkdir(parents=True, exist_ok=True)
            make(source, made)
        return str(made)

    def exists(self, name: str) -> bool:
        return name in SOURCES

    def _open(self, name: str, mode: str = "rb") -> File:
        return File(Path(self.path(name)).open("rb"), name)

    def get_modified_time(self, name: str) -> datetime:
        return datetime.fromtimestamp(Path(self.path(name)).stat().st_mtime, UTC)


class PackageFinder(BaseFinder):
    """Finds the files named in SOURCES, and nothing else of those packages."""

    storage = PackageStorage()

    def check(self, **kwargs) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs):
        if not self.storage.exists(path):
            return []
        return [self.storage.path(path)] if find_all else self.storage.path(path)

    def list(self, ignore_patterns):
        for name in SOURCES:
            yield name, self.storage
