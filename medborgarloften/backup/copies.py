"""Taking a copy, and putting one back: nothing is replaced before the copy has been found whole."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.utils import DatabaseError
from django.utils import timezone

from agreements import chain
from agreements.verifying import checking

from . import DATABASE, FILES, MANIFEST, SCHEMA, Unable, databases


def take(folder: Path) -> dict[str, Any]:
    """Copy everything to a new folder and say in its manifest what is there."""
    if folder.exists() and any(folder.iterdir()):
        raise Unable(f"{folder} är inte tom. Ange en ny mapp.")
    mask = os.umask(0o077)  # it holds all that the database holds
    try:
        folder.mkdir(parents=True, exist_ok=True)
        database = DATABASE[connection.vendor]
        head, documents = databases.copy(folder / database)
        # Files are only ever added, so those taken after the database are all that it names.
        with tarfile.open(folder / FILES, "w") as tar:
            if settings.MEDIA_ROOT.is_dir():
                tar.add(settings.MEDIA_ROOT, arcname=".")
        told = {
            "schema": SCHEMA,
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "database": connection.vendor,
            "head": head or chain.GENESIS,
            "documents": documents,
            "parts": {name: _digest(folder / name) for name in (database, FILES)},
        }
        (folder / MANIFEST).write_text(json.dumps(told, indent=2), encoding="utf-8")
    finally:
        os.umask(mask)
    return told


def unpack(tar: tarfile.TarFile, root: Path) -> None:
    """Lay plain files below the folder, and nothing else. (tarfile's own filter came with Python 3.11.4.)"""
    root = root.resolve()
    for member in tar:
        to = (root / member.name).resolve()
        if member.isdir():
            continue
        if not member.isfile() or not to.is_relative_to(root):
            raise Unable(
                f"Kopian innehåller {member.name}, som inte är en bifogad fil. Den läggs inte tillbaka."
            )
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        source = tar.extractfile(member)
        assert source is not None  # it is a file
        with source, to.open("wb") as target:
            shutil.copyfileobj(source, target)


def put_back(folder: Path, *, replace: bool) -> checking.Report:
    """Put a copy back and verify it. Refused when it is not whole, or when something is there already."""
    told = whole(folder)
    if told["database"] != connection.vendor:
        raise Unable(f"Kopian är av {told['database']}, men här används {connection.vendor}.")
    if not replace and _in_use():
        raise Unable("Här finns redan uppgifter. Ange --replace för att ersätta dem med kopian.")
    databases.put_back(folder / DATABASE[connection.vendor])
    settings.MEDIA_ROOT.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tarfile.open(folder / FILES) as tar:
        unpack(tar, settings.MEDIA_ROOT)
    report = checking.check(told["head"])
    if (report.head, report.documents) != (told["head"], told["documents"]):
        raise Unable("Det som lades tillbaka är inte det som kopierades: kedjans huvud är ett annat.")
    return report


def whole(folder: Path) -> dict[str, Any]:
    """What the manifest tells, when every part is as it says."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        parts = dict(told["parts"])
        known = told["schema"] == SCHEMA and set(parts) == {DATABASE[told["database"]], FILES}
    except (OSError, ValueError, KeyError, TypeError):
        raise Unable(f"{folder} är ingen kopia: {MANIFEST} saknas eller går inte att läsa.") from None
    if not known:
        raise Unable(f"{folder} är en kopia av ett annat slag än det här programmet gör.")
    for name, digest in parts.items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise Unable(f"{name} i kopian är skadad eller borta. Inget har ändrats. Använd en annan kopia.")
    return dict(told)


def _in_use() -> bool:
    try:
        return bool(get_user_model()._default_manager.exists())
    except DatabaseError:  # nothing has been migrated: there is nothing to lose
        return False


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
