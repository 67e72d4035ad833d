"""Packages: files in a ZIP that is the same every time, with a list of their SHA-256 that anyone can check."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping

from ..chain import sha256

MANIFEST = "manifest-sha256.txt"
# ZIP has no earlier day; the files' own dates stand in what they say.
_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def name(text: str) -> str:
    """A text as part of a file's name, on any system."""
    plain = (
        unicodedata.normalize("NFKD", re.sub("[–—]", "-", text.casefold())).encode("ascii", "ignore").decode()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "namnlos"


def manifest(files: Mapping[str, bytes]) -> bytes:
    """Each file's SHA-256, the way `sha256sum --check` reads it."""
    return "".join(f"{sha256(files[path])}  {path}\n" for path in sorted(files)).encode()


def pack(files: Mapping[str, bytes]) -> bytes:
    """The files and their manifest as a ZIP; the same files give the same bytes."""
    target = io.BytesIO()
    whole = {**files, MANIFEST: manifest(files)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for path in sorted(whole):
            entry = zipfile.ZipInfo(path, _DAY)
            entry.compress_type, entry.external_attr, entry.create_system = (
                zipfile.ZIP_DEFLATED,
                _READABLE,
                3,
            )
            packed.writestr(entry, whole[path])
    return target.getvalue()


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with a package, in words; nothing when each file is what the manifest says and none is more."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        yield "Filen är inget ZIP-paket, eller är skadad."
        return
    with packed:
        names = packed.namelist()
        if MANIFEST not in names:
            yield f"Paketet saknar {MANIFEST}."
            return
        yield from _against_manifest(packed, names)


def _against_manifest(packed: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    told: dict[str, str] = {}
    try:
        for line in packed.read(MANIFEST).decode().splitlines():
            digest, _, path = line.partition("  ")
            told[path] = digest
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError):
        yield f"{MANIFEST} går inte att läsa."
        return
    for path in sorted({one for one in names if names.count(one) > 1}):
        yield f"{path} finns två gånger."
    for path in sorted(set(told) - set(names)):
        yield f"{path} saknas."
    for path in sorted(set(names) - set(told) - {MANIFEST}):
        yield f"{path} står inte i {MANIFEST}."
    for path in sorted(set(told) & set(names)):
        try:
            same = sha256(packed.read(path)) == told[path]
        except (zipfile.BadZipFile, OSError, ValueError):
            same = False
        if not same:
            yield f"{path} är ändrad."
