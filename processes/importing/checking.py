"""Rows of texts into values, or words about what is wrong, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError

from processes import personal_data

from .columns import Column, plain
from .reading import Unreadable

HEADING_WITHIN = 10  # rows above the headings, for those who write a title first
Cells = list[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one cell, or in a row (then no column is named)."""

    row: int
    column: str
    text: str


@dataclass(slots=True)
class Checked:
    """What would come of the file."""

    values: list[dict[str, Any]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    private: list[Fault] = field(default_factory=list)
    """Cells that seem to hold personal data: they may come in, when somebody says so."""
    skipped: bool = False
    """Whether the template's example row was still there."""

    @property
    def faulty_rows(self) -> int:
        """How many rows can't come in."""
        return len({fault.row for fault in self.faults})


def recognised(cells: Cells, columns: list[Column], most: int) -> tuple[list[str], Cells, list[str]]:
    """The names of the known columns, the rows' cells under them, and headings that nobody knows."""
    place, names = _headings(cells, columns)
    heads = cells[place][1]
    twice = {name for name in names if name and names.count(name) > 1}
    if twice:
        titles = ", ".join(f"”{column.title}”" for column in columns if column.name in twice)
        raise Unreadable(f"Samma rubrik står på två kolumner: {titles}. Ta bort den ena.")
    if missing := [column.title for column in columns if column.needed and column.name not in names]:
        titles = ", ".join(f"”{title}”" for title in missing)
        raise Unreadable(f"Det saknas en kolumn med rubriken {titles}.")
    body = cells[place + 1 :]
    if len(body) > most:
        raise Unreadable(f"Filen har fler än {most} rader. Dela upp den och hämta in en del i taget.")
    if not body:
        raise Unreadable("Filen har rubriker men inga rader under dem.")
    known = [(index, name) for index, name in enumerate(names) if name]
    kept = [(number, [row[i] if i < len(row) else "" for i, _ in known]) for number, row in body]
    said = [(number, row) for number, row in kept if any(row)]
    unknown = [head for head, name in zip(heads, names, strict=True) if head and not name]
    return [name for _, name in known], said, unknown


def _headings(cells: Cells, columns: list[Column]) -> tuple[int, list[str]]:
    """Which row has the headings, and the names of its columns; the name is empty where nobody knows it."""
    for place, (_, heads) in enumerate(cells[:HEADING_WITHIN]):
        names = [_named(head, columns) for head in heads]
        if any(column.name in names for column in columns if column.needed):
            return place, names
    wanted = ", ".join(f"”{column.title}”" for column in columns)
    raise Unreadable(f"Hittar inga rubriker som går att känna igen. Första raden ska ha {wanted}.")


def _named(heading: str, columns: list[Column]) -> str:
    return next((column.name for column in columns if plain(heading) in column.headings), "")


def check(
    names: list[str],
    cells: Iterable[tuple[int, list[str]]],
    columns: list[Column],
    suggested: Mapping[str, Any],
) -> Checked:
    """Every row as values: faults where it can't be, `suggested` where a cell is blank."""
    found = Checked()
    by_name = {column.name: column for column in columns}
    example = [by_name[name].example for name in names]
    for number, row in cells:
        if row == example:
            found.skipped = True
            continue
        said = {name: text for name, text in zip(names, row, strict=True) if text}
        values, faults = _values(number, said, columns, suggested)
        found.faults += faults
        if not faults:
            found.values.append(values)
            found.private += _private(number, said, columns)
    return found


def _values(
    number: int, said: Mapping[str, str], columns: list[Column], suggested: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Fault]]:
    values, faults = dict(suggested), []
    for column in columns:
        if text := said.get(column.name):
            try:
                values[column.name] = column.value(text)
            except ValidationError as error:
                faults.append(Fault(number, column.title, " ".join(error.messages)))
        elif column.needed and values.get(column.name) in (None, ""):
            faults.append(Fault(number, column.title, "Får inte vara tom."))
    return values, faults


def _private(number: int, said: Mapping[str, str], columns: list[Column]) -> list[Fault]:
    found = ((column, personal_data.kinds(said.get(column.name, ""))) for column in columns if column.prose)
    return [Fault(number, column.title, ", ".join(kinds)) for column, kinds in found if kinds]
