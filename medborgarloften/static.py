"""Serves chosen files out of installed packages, so that no third-party file lives in the repository."""

from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage

BOOTSTRAP = ("xstatic.pkg.bootstrap", "data/css/bootstrap.min.css")


@cache
def packaged(package: str, path: str) -> Path:
    """The file as the package installed it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {package} is not installed")
    return Path(spec.submodule_search_locations[0]) / path


class PackageStorage(Storage):
    """Read-only view of the files named in STATIC_FROM_PACKAGES."""

    def path(self, name: str) -> str:
        return str(packaged(*settings.STATIC_FROM_PACKAGES[name]))

    def exists(self, name: str) -> bool:
        return name in settings.STATIC_FROM_PACKAGES

    def _open(self, name: str, mode: str = "rb") -> File:
        data = Path(self.path(name)).read_bytes()
        if name.endswith(".css"):
            # The source map is not shipped, and a reference to it would break the file manifest.
            data = data.partition(b"/*# sourceMappingURL")[0]
        return ContentFile(data, name)

    def get_modified_time(self, name: str):
        return datetime.fromtimestamp(Path(self.path(name)).stat().st_mtime, UTC)


class PackageFinder(BaseFinder):
    """Finds the files named in STATIC_FROM_PACKAGES, and nothing else of those packages."""

    storage = PackageStorage()

    def check(self, **kwargs) -> list:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs):
        if not self.storage.exists(path):
            return []
        return [self.storage.path(path)] if find_all else self.storage.path(path)

    def list(self, ignore_patterns):
        for name in settings.STATIC_FROM_PACKAGES:
            yield name, self.storage
