"""Files from anywhere become bounded rows of texts, or words about why not (X-8)."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from processes.documents.sheets import Column, Sheet, as_csv, neutral
from processes.importing import reading
from processes.importing.reading import Unreadable, rows

pytestmark = pytest.mark.row("X-8")
WANTED = [(1, ["Synpunkt", "Plats"]), (2, ["Mörkt; och kallt", "Åby"])]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_whatever_the_spreadsheet_made_of_it(code, delimiter):
    text = f'Synpunkt{delimiter}Plats\r\n"Mörkt; och kallt"{delimiter}Åby\r\n'
    assert rows(text.encode(code), 10) == WANTED


def book(*lines, **more) -> bytes:
    target = io.BytesIO()
    made = openpyxl.Workbook()
    for line in lines:
        made.active.append(line)
    made.save(target)
    return target.getvalue()


def test_a_workbook_is_read_as_people_would_have_typed_it():
    data = book(
        ["Synpunkt", "Datum", "Antal", "Värde", "Ja?"],
        [],
        ["Mörkt", datetime(2027, 3, 1, 18), 1200, 12.5, True],  # noqa: DTZ001 – a cell has no zone
        ["Kallt", date(2027, 3, 2), 0, 0.1 + 0.2, False],
    )
    assert rows(data, 10)[1:] == [
        (3, ["Mörkt", "2027-03-01", "1200", "12,5", "Ja"]),
        (4, ["Kallt", "2027-03-02", "0", "0,3", "Nej"]),
    ]


def test_of_a_formula_its_last_value_is_read():
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as made:
        page = made.add_worksheet()
        page.write(0, 0, "Värde")
        page.write_formula(1, 0, "=40+2", None, 42)
    assert rows(target.getvalue(), 10) == [(1, ["Värde"]), (2, ["42"])]


def test_no_more_is_read_than_asked_for():
    assert len(rows(b"a;b\n" * 50, 10)) == 11
    assert len(rows(book(*[["a"]] * 50), 10)) == 11
    assert len(rows(b";".join([b"a"] * 500), 10)[0][1]) == reading.MOST_COLUMNS
    assert len(rows(b"a" * 20_000, 10)[0][1][0]) == reading.LONGEST_CELL + 1


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", parts.pop("types", b"<Types/>"))
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def with_entities() -> bytes:
    """A workbook with a part that unfolds without end."""
    target, bomb = io.BytesIO(), b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'
    with zipfile.ZipFile(io.BytesIO(book(["a"]))) as made, zipfile.ZipFile(target, "w") as out:
        for name in made.namelist():
            out.writestr(name, bomb if name == "xl/styles.xml" else made.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"x" * (reading.BIGGEST + 1), "större än 5 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "äldre Excel"),
        (b"PK\x03\x04 trasig", "skadad"),
        (packed(), "inget Excel-ark"),
        (packed(**{"xl/workbook.xml": b"<x/>"}), "går inte att läsa"),
        (packed(**{"xl/workbook.xml": b"<x/>", "xl/x.bin": b"0" * (reading.UNPACKED + 1)}), "för stor"),
        (packed(**{"xl/workbook.xml": b"<x/>"} | {f"p{n}": b"" for n in range(600)}), "för stor"),
        (with_entities(), "inte hör hemma"),
    ],
    ids=["large", "xls", "broken", "another zip", "no workbook", "bomb", "many parts", "entities"],
)
def test_what_is_no_sheet_is_refused_with_words(data, says):
    with pytest.raises(Unreadable, match=says):
        rows(data, 10)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        found = rows(data, 10)
    except Unreadable:
        return
    assert all("\x00" not in cell for _, row in found for cell in row)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30), min_size=1, max_size=5))
def test_what_goes_out_as_csv_comes_in_again(cells):
    sheet = Sheet("Blad", tuple(Column(f"K{n}") for n in range(len(cells))), (tuple(cells),))
    found = rows(as_csv(sheet), 10)[1:]
    told = [neutral(cell).strip() for cell in cells]
    while told and not told[-1]:
        told.pop()
    assert [row for _, row in found] == ([told] if told else [])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " ="])
def test_no_cell_of_a_csv_is_a_formula(start):
    sheet = Sheet("Blad", (Column("=a"),), ((f"{start}1+1",),))
    lines = as_csv(sheet).decode("utf-8-sig").splitlines()
    assert all(line.lstrip('"').startswith("'") for line in lines)
