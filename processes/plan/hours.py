"""Hours per activity and party: planned, set aside, used (AKT-7, FAL-13). Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from processes.facts import Facts, Row

from .periods import ordered

PARTY = "processes.ActivityParty"
Used = Mapping[tuple[int, int | None], Decimal]
"""Worked hours by (activity, party); the party is none where the log doesn't say."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One party's hours in one activity; none planned when nobody has said."""

    planned: int | None
    used: Decimal

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return self.planned is None and not self.used


@dataclass(frozen=True, slots=True)
class Line:
    """One activity with its parties' hours."""

    activity: Row
    cells: tuple[Cell, ...]
    unnamed: Decimal
    """Hours in the log that nobody has put their name to."""

    @property
    def total(self) -> Cell:
        """All its hours together."""
        return _sum(self.cells, self.unnamed)


@dataclass(frozen=True, slots=True)
class Load:
    """One party's hours in all, against what it has set aside for the period."""

    party: Row
    planned: int
    used: Decimal
    set_aside: int | None

    @property
    def over(self) -> Decimal:
        """How many more hours are needed or used than are set aside."""
        if self.set_aside is None:
            return Decimal(0)
        return max(Decimal(0), max(Decimal(self.planned), self.used) - self.set_aside)


@dataclass(frozen=True, slots=True)
class Hours:
    """The whole resource plan."""

    lines: tuple[Line, ...]
    loads: tuple[Load, ...]

    @property
    def total(self) -> Cell:
        """All hours of the plan."""
        return _sum(tuple(line.total for line in self.lines), Decimal(0))

    @property
    def logged(self) -> bool:
        """Whether any hours have been worked."""
        return bool(self.total.used)


def hours(facts: Facts, used: Used | None = None) -> Hours:
    """The plan's hours beside those of the log, if there is one."""
    used = used or {}
    shares = [row for row in facts.rows(PARTY) if row.party_id]
    there = {row.party_id for row in shares} | {party for _, party in used if party}
    parties = [row for row in facts.rows("processes.Party") if row.id in there]
    lines = tuple(_line(activity, parties, shares, used) for activity in ordered(facts))
    return Hours(lines, tuple(_load(n, party, lines) for n, party in enumerate(parties)))


def _line(activity: Row, parties: list[Row], shares: list[Row], used: Used) -> Line:
    own = [row for row in shares if row.activity_id == activity.id]
    return Line(
        activity,
        tuple(
            Cell(
                _planned([row.hours for row in own if row.party_id == party.id]),
                used.get((activity.id, party.id), Decimal(0)),
            )
            for party in parties
        ),
        used.get((activity.id, None), Decimal(0)),
    )


def _planned(found: list[int | None]) -> int | None:
    said = [number for number in found if number is not None]
    return sum(said) if said else None


def _load(column: int, party: Row, lines: tuple[Line, ...]) -> Load:
    cells = [line.cells[column] for line in lines]
    return Load(
        party,
        sum(cell.planned or 0 for cell in cells),
        sum((cell.used for cell in cells), Decimal(0)),
        party.hours_set_aside,
    )


def _sum(cells: tuple[Cell, ...], more: Decimal) -> Cell:
    return Cell(
        _planned([cell.planned for cell in cells]), sum((cell.used for cell in cells), Decimal(0)) + more
    )
