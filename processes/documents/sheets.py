"""The only door to XlsxWriter: plain tables in, a workbook out that holds no formula and hides nothing.

Dates are dates and numbers are numbers, so that they can be sorted and summed; all else is text.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Value = str | int | Decimal | date | None
NAVY, TINT, LINE = "#0f2548", "#f3f5f9", "#c3c9d3"
LONGEST_NAME, LONGEST_TEXT = 31, 32_000
A3, PRINTED = 8, 250  # so many characters across a sheet of paper can still be read
# What a spreadsheet takes as the beginning of a formula, also after the text has been a CSV file.
DANGEROUS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and how many characters wide it is."""

    title: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under headings. The headings stay in sight, and each can be filtered on."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __post_init__(self):
        if not 0 < len(self.name) <= LONGEST_NAME or set(self.name) & set("[]:*?/\\"):
            raise ValueError(f"A sheet can't be called {self.name!r}")
        if uneven := [row for row in self.rows if len(row) != len(self.columns)]:
            raise ValueError(f"A row needs {len(self.columns)} cells: {uneven[0]!r}")


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order, and what the file says of itself."""

    title: str
    sheets: tuple[Sheet, ...]
    authors: tuple[str, ...]
    created: datetime
    description: str = ""


def neutral(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    bare = text.lstrip()
    return f"'{text}" if bare.startswith(DANGEROUS) or text[:1] in ("\t", "\r") else text


def render(book: Workbook) -> bytes:
    """The workbook as an Excel file."""
    import xlsxwriter

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(target, options) as made:
        made.set_properties(
            {
                "title": book.title,
                "author": ", ".join(book.authors),
                "comments": book.description,
                "created": book.created.replace(tzinfo=None),
            }
        )
        looks = _looks(made)
        for sheet in book.sheets:
            _fill(made.add_worksheet(sheet.name), sheet, looks)
    return target.getvalue()


def _looks(made: Any) -> dict[str, Any]:
    cell = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": LINE}
    return {
        "head": made.add_format(
            {"bold": True, "font_color": "#ffffff", "bg_color": NAVY, "text_wrap": True, "valign": "top"}
        ),
        "text": made.add_format(cell),
        "number": made.add_format(cell | {"num_format": "#,##0.##"}),
        "whole": made.add_format(cell | {"num_format": "#,##0"}),
        "date": made.add_format(cell | {"num_format": "yyyy-mm-dd", "align": "left"}),
    }


def _fill(page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, neutral(column.title), looks["head"])
    for row, values in enumerate(sheet.rows, start=1):
        for number, value in enumerate(values):
            _write(page, row, number, value, looks)
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(A3)
    page.fit_to_pages(-(-sum(column.width for column in sheet.columns) // PRINTED), 0)
    page.repeat_rows(0)
    page.set_footer("&L&A&RSida &P av &N")


def _write(page: Any, row: int, number: int, value: Value, looks: dict[str, Any]) -> None:
    if value is None or value == "":
        page.write_blank(row, number, None, looks["text"])
    elif isinstance(value, datetime):
        page.write_string(row, number, value.strftime("%Y-%m-%d %H:%M"), looks["text"])
    elif isinstance(value, date):
        page.write_datetime(row, number, datetime(value.year, value.month, value.day), looks["date"])  # noqa: DTZ001 – a day has no zone
    elif isinstance(value, str):
        page.write_string(row, number, neutral(value)[:LONGEST_TEXT], looks["text"])
    else:
        whole = value == int(value)
        page.write_number(row, number, value, looks["whole" if whole else "number"])
