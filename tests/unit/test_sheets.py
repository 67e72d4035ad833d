"""A workbook holds what it was given as what it is, and no formula whatever was typed."""

import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from processes.documents.sheets import Column, Sheet, Workbook, neutral, render
from tests.documents import SIGNED

pytestmark = pytest.mark.row("AKT-8", "X-8")
ATTACKS = [
    '=HYPERLINK("http://ond.example","Klicka")',
    "=1+1",
    "+46 70 123 45 67",
    "-2+3",
    "@SUM(A1)",
    "  =1+1",
    "\t=1+1",
    "\r\n=1",
    "{=1+1}",
    "https://ond.example",
    "'=1",
]


def opened(*rows, name="Blad", columns=("A", "B")):
    sheet = Sheet(name, tuple(Column(title, 20) for title in columns), tuple(rows))
    made = render(Workbook("Bok", (sheet,), ("A",), SIGNED))
    return openpyxl.load_workbook(io.BytesIO(made))


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_text_becomes_a_formula_or_a_link_here_or_after_a_detour_as_csv(attack):
    cell = opened((attack, ""))["Blad"]["A2"]
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    assert not cell.value.lstrip().startswith(("=", "+", "-", "@"))
    assert attack.strip() in cell.value.replace("_x000D_", "")


@pytest.mark.parametrize("text", ["Torget", "3 – 4 pass", "”+ mer”", "a=b", "'citat'", ""])
def test_an_ordinary_text_is_left_as_it_is(text):
    assert neutral(text) == text


def test_dates_are_dates_numbers_numbers_and_nothing_is_nothing():
    page = opened((date(2027, 3, 1), Decimal("12.50")), (40, None), ("40", "2027-03-01"))["Blad"]
    assert page["A2"].is_date and page["A2"].value.date() == date(2027, 3, 1)
    assert (page["B2"].value, page["B2"].data_type) == (12.5, "n")
    assert (page["A3"].value, page["B3"].value) == (40, None)
    assert (page["A4"].value, page["B4"].value) == ("40", "2027-03-01")


def test_headings_stay_in_sight_and_can_be_filtered_on_and_nothing_is_hidden():
    book = opened(("a", "b"), ("c", "d"))
    page = book["Blad"]
    assert [cell.value for cell in page[1]] == ["A", "B"]
    assert page.freeze_panes == "B2"
    assert page.auto_filter.ref == "A1:B3"
    assert [sheet.sheet_state for sheet in book] == ["visible"]
    assert not any(d.hidden for d in [*page.column_dimensions.values(), *page.row_dimensions.values()])
    assert page.column_dimensions["A"].width >= 20


def test_a_heading_is_text_too_and_an_empty_sheet_can_be_made():
    page = opened(columns=("=A", "B"))["Blad"]
    assert page["A1"].value == "'=A" and page.max_row == 1


def test_characters_no_file_may_hold_do_not_break_it():
    assert "x" in opened(("a\x00x\x0b", ""))["Blad"]["A2"].value


@pytest.mark.parametrize(
    "build",
    [
        lambda: Sheet("", (Column("A"),), ()),
        lambda: Sheet("x" * 32, (Column("A"),), ()),
        lambda: Sheet("a/b", (Column("A"),), ()),
        lambda: Sheet("A", (Column("A"),), (("1", "2"),)),
    ],
)
def test_a_sheet_that_could_not_be_made_is_refused(build):
    with pytest.raises(ValueError):
        build()
