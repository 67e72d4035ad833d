"""Bytes from anywhere into rows of bounded texts, or words about why not. The only door to openpyxl."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

BIGGEST = 5 * 1024 * 1024
UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 500
MOST_COLUMNS = 60
LONGEST_CELL = 10_000
DELIMITERS = ";,\t"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


class Unreadable(Exception):
    """The file can't be read; the message says why and what to do."""


def rows(data: bytes, most: int) -> list[tuple[int, list[str]]]:
    """The rows that say anything, each with its number in the file. At most so many and one more."""
    if len(data) > BIGGEST:
        raise Unreadable("Filen är större än 5 MB. Dela upp den och hämta in en del i taget.")
    if data.startswith(OLD_EXCEL):
        raise Unreadable("Filen är en äldre Excel-fil (.xls). Spara den som .xlsx eller CSV och försök igen.")
    found = _sheet(data, most) if data.startswith(b"PK") else _text(data)
    told = ((number, _trimmed(cells)) for number, cells in enumerate(found, start=1))
    return list(islice(((number, cells) for number, cells in told if any(cells)), most + 1))


def _trimmed(cells: Iterable[str]) -> list[str]:
    found = [cell.replace("\x00", "").strip()[: LONGEST_CELL + 1] for cell in islice(cells, MOST_COLUMNS)]
    while found and not found[-1]:
        found.pop()
    return found


# --- CSV ---


def _text(data: bytes) -> Iterator[list[str]]:
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        raise Unreadable(
            "Filen går inte att läsa som CSV. Öppna den i ett kalkylprogram och spara den som .xlsx."
        ) from None


def _decoded(data: bytes) -> str:
    """UTF-8, or what older programs on Windows write. UTF-16 says so itself."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


# --- XLSX ---


def _sheet(data: bytes, most: int) -> Iterator[list[str]]:
    """The first sheet, by the values that its formulas last had."""
    import openpyxl

    _look_over(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        page = book.worksheets[0]
        page.reset_dimensions()  # what the file says of its own size is not to be trusted
        # Empty rows between are read, but not without end.
        for row in page.iter_rows(max_row=2 * most + 100, max_col=MOST_COLUMNS, values_only=True):
            yield [_cell(value) for value in row]
    except Exception:  # a broken workbook breaks openpyxl in many ways
        raise Unreadable(
            "Filen går inte att läsa som Excel. Spara den på nytt som .xlsx eller CSV."
        ) from None


def _look_over(data: bytes) -> None:
    """Refuse what is no workbook, or would unpack without measure, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if "[Content_Types].xml" not in packed.namelist() or "xl/workbook.xml" not in packed.namelist():
                raise Unreadable("Filen är inget Excel-ark. Spara den som .xlsx eller CSV och försök igen.")
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > UNPACKED:
                raise Unreadable(
                    "Filen blir för stor när den packas upp. Ta bort bilder och andra blad ur den."
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as content:
                        if b"<!" in content.read(1024).replace(b"<!--", b""):
                            raise Unreadable("Filen innehåller något som inte hör hemma i ett kalkylark.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        raise Unreadable("Filen är skadad. Spara den på nytt och försök igen.") from None


def _cell(value: Any) -> str:
    """A cell as a person would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(value)
