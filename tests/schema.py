"""Keeps the migrated, empty SQLite database of the last run, since migrating it anew takes seconds.

A changed migration, model or Django makes a new one; continuous integration always migrates from nothing.
"""

import hashlib
import shutil
from pathlib import Path

import django
import pytest
from django.conf import settings

from tests.tools import NO_SKIPPING


def kept() -> Path | None:
    """Where the empty database for exactly these migrations is kept, if it is to be kept at all."""
    if NO_SKIPPING or not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return None
    digest = hashlib.sha256(f"{django.VERSION}{settings.INSTALLED_APPS}".encode())
    for pattern in ("*/migrations/*.py", "*/models/*.py"):
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return settings.BASE_DIR / ".pytest_cache" / f"schema-{digest.hexdigest()[:16]}.sqlite3"


def own() -> Path:
    """The database file of this very run."""
    return Path(settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Says that the database is already there, so that nothing is left to migrate."""
    return (path := kept()) is not None and path.exists()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_keepdb):
    """Puts the kept database where the suite looks for its own: the run's data folder, gone with it."""
    if django_db_keepdb:
        shutil.copy(kept(), own())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_keepdb):
    """Keeps the database just migrated, before any test has written to it."""
    if not django_db_keepdb and (path := kept()):
        path.parent.mkdir(exist_ok=True)
        for older in path.parent.glob("schema-*"):
            older.unlink(missing_ok=True)
        partial = path.with_suffix(f".{own().name}")
        shutil.copy(own(), partial)
        partial.rename(path)
