"""The file to fill in: headings, an example row, and lists to choose from."""

from __future__ import annotations

from django.utils import timezone

from processes.documents.sheets import Column as SheetColumn
from processes.documents.sheets import Sheet, Workbook

from .columns import Column

WIDE, NARROW = 60, 24


def workbook(title: str, columns: list[Column], most: int) -> Workbook:
    """The template as a workbook. Its example row is skipped if it is still there."""
    return Workbook(
        title=f"Mall: {title}",
        sheets=(sheet(title, columns), _about(columns, most)),
        authors=("Medborgarlöften",),
        created=timezone.now(),
    )


def sheet(title: str, columns: list[Column]) -> Sheet:
    """The page to fill in."""
    heads = tuple(
        SheetColumn(column.title, WIDE if column.needed and column.prose else NARROW, column.options)
        for column in columns
    )
    return Sheet(title[:31], heads, (tuple(column.example for column in columns),))


def _about(columns: list[Column], most: int) -> Sheet:
    rows = [
        ("Exempelraden", "Skriv över den eller låt den stå: den hämtas aldrig in."),
        ("Antal rader", f"Högst {most} åt gången."),
    ]
    rows += [
        (
            column.title,
            " ".join(filter(None, ("Måste fyllas i." if column.needed else "Får vara tom.", _may(column)))),
        )
        for column in columns
    ]
    return Sheet("Så fyller du i", (SheetColumn("Vad", 34), SheetColumn("Så här", 110)), tuple(rows))


def _may(column: Column) -> str:
    return f"Ett av: {', '.join(column.options)}." if column.options else ""
