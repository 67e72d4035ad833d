"""Keeps the migrated, empty SQLite database of the last run, since migrating it anew takes seconds.

A changed migration, model or Django makes a new one; continuous integration always migrates from nothing.
"""

import hashlib
import shutil
from pathlib import Path

import django
import pytest
from django.conf import settings

from processes.models import Term
from tests.locks import WORDS
from tests.tools import NO_SKIPPING


def own() -> Path:
    """The database file of this very run."""
    return Path(settings.DATABASES["default"]["TEST"]["NAME"])


@pytest.fixture(scope="session")
def kept_schema(django_db_use_migrations) -> Path | None:
    """Where the empty database for exactly these migrations is kept, if it is to be kept at all."""
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if NO_SKIPPING or not on_sqlite or not django_db_use_migrations:
        return None
    digest = hashlib.sha256(f"{django.VERSION}{settings.INSTALLED_APPS}".encode())
    for pattern in ("*/migrations/*.py", "*/models/*.py"):
        for path in sorted(settings.BASE_DIR.glob(pattern)):
            digest.update(path.name.encode() + path.read_bytes())
    return settings.BASE_DIR / ".pytest_cache" / f"schema-{digest.hexdigest()[:16]}.sqlite3"


@pytest.fixture(scope="session")
def django_db_keepdb(kept_schema) -> bool:
    """Says that the database is already there, so that nothing is left to migrate."""
    return kept_schema is not None and kept_schema.exists()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, django_db_keepdb, kept_schema):
    """Puts the kept database where the suite looks for its own: the run's data folder, gone with it."""
    if django_db_keepdb:
        shutil.copy(kept_schema, own())


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_setup, django_db_blocker, django_db_keepdb, kept_schema):
    """Keeps the database just migrated, before any test has written to it, and knows its words."""
    with django_db_blocker.unblock():
        request.config.stash[WORDS] = list(Term.objects.all())
    if kept_schema is None or django_db_keepdb:
        return
    kept_schema.parent.mkdir(exist_ok=True)
    for older in kept_schema.parent.glob("schema-*"):
        older.unlink(missing_ok=True)
    partial = kept_schema.with_suffix(f".{own().name}")
    shutil.copy(own(), partial)
    partial.rename(kept_schema)
