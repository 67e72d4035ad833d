"""The only door to XlsxWriter: plain tables in, a workbook (or CSV) out that holds no formula and hides nothing.

Dates are dates and numbers are numbers, so that they can be sorted and summed; all else is text.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

Value = str | int | Decimal | date | None
NAVY, TINT, LINE = "#0f2548", "#f3f5f9", "#c3c9d3"
LONGEST_NAME, LONGEST_TEXT = 31, 32_000
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_OFFERED = 5_000  # rows whose cells can be chosen from a list
A3, PRINTED = 8, 250  # so many characters across a sheet of paper can still be read
# What a spreadsheet takes as the beginning of a formula, also after the text has been a CSV file.
DANGEROUS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how many characters wide it is, and what its cells are chosen from when it is
    to be filled in."""

    title: str
    width: int = 16
    options: tuple[str, ...] = ()


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
            page = made.add_worksheet(sheet.name)
            _fill(page, sheet, looks)
            _offer(made, page, sheet, looks)
    return target.getvalue()


def as_csv(sheet: Sheet) -> bytes:
    """The sheet as spreadsheets in Sweden open it: UTF-8 that says so, semicolons, decimal commas."""
    target = io.StringIO(newline="")
    out = csv.writer(target, delimiter=";", lineterminator="\r\n")
    out.writerow([neutral(column.title) for column in sheet.columns])
    out.writerows([[_told(value) for value in row] for row in sheet.rows])
    return target.getvalue().encode("utf-8-sig")


def _told(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, str):
        return neutral(value)[:LONGEST_TEXT]
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")


def _offer(made: Any, page: Any, sheet: Sheet, looks: dict[str, Any]) -> None:
    """Let the cells of a column be chosen from its words, which stand on a page of their own."""
    offered = [number for number, column in enumerate(sheet.columns) if column.options]
    if not offered:
        return
    name = f"Listor {sheet.name}"[:LONGEST_NAME]
    words = made.add_worksheet(name)
    for place, number in enumerate(offered):
        column = sheet.columns[number]
        words.set_column(place, place, 40)
        words.write_string(0, place, neutral(column.title), looks["head"])
        for row, word in enumerate(column.options, start=1):
            words.write_string(row, place, neutral(word), looks["text"])
        letter = chr(ord("A") + place)
        source = f"='{name}'!${letter}$2:${letter}${len(column.options) + 1}"
        rule = {"validate": "list", "source": source, "error_type": "warning", "error_title": "Inte i listan"}
        page.data_validation(1, number, MOST_OFFERED, number, rule)


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
