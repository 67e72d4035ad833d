"""When each activity is done, and in what order (AKT-3). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from processes.facts import Facts, Row

ACTIVITY = "processes.Activity"
HORIZONS = {"immediate": "Verkar genast", "long_term": "Verkar på lång sikt", "": "Inte sagt när den verkar"}


def period(facts: Facts, activity: Row) -> tuple[date | None, date | None]:
    """An activity's own days; where it says nothing, the round's."""
    return (
        activity.period_start or facts.round.period_start,
        activity.period_end or facts.round.period_end,
    )


def years(start: date | None, end: date | None) -> list[int]:
    """The calendar years of a period, when they are several; a plan of one year is that year's plan as it is."""
    return list(range(start.year, end.year + 1)) if start and end and start.year < end.year else []


def in_year(facts: Facts, year: int) -> Facts:
    """The facts of one calendar year's plan: without the activities of other years, and what hangs on them (OVE-3)."""

    def other(row: Row) -> bool:
        start, end = period(facts, row)
        return bool((start and start.year > year) or (end and end.year < year))

    others = {row.id for row in facts.rows(ACTIVITY) if other(row)}
    rows = (
        row
        for row in facts.all_rows()
        if (row.id if row.model == ACTIVITY else row.get("activity_id")) not in others
    )
    return Facts(rows, facts.today, facts)


def ordered(facts: Facts) -> list[Row]:
    """All activities as they are to be done: what must come first does, then by phase, place and day.

    Activities that wait for each other in a ring, which no form lets through, come last.
    """
    left = sorted(facts.rows(ACTIVITY), key=lambda row: _place(facts, row))
    there = {row.id for row in left}
    found: list[Row] = []
    done: set[int] = set()
    while left:
        row = next((r for r in left if r.after_id not in there - done), left[0])
        left.remove(row)
        done.add(row.id)
        found.append(row)
    return found


def _place(facts: Facts, row: Row) -> tuple:
    start, _ = period(facts, row)
    return (
        list(HORIZONS).index(row.horizon),
        row.position if row.position is not None else 0,
        start or date.max,
        row.id,
    )


def phases(facts: Facts) -> list[tuple[str, list[Row]]]:
    """The activities by when they have effect, in order; phases without any are left out."""
    rows = ordered(facts)
    found = [(title, [row for row in rows if row.horizon == key]) for key, title in HORIZONS.items()]
    return [(title, own) for title, own in found if own]


@dataclass(frozen=True, slots=True)
class Breach:
    """An activity that begins before what it rests on has ended."""

    activity: Row
    before: Row
    begins: date
    ends: date


def breaches(facts: Facts, activities: Iterable[Row] | None = None) -> list[Breach]:
    """Where the days contradict the order. A hint: people decide."""
    found = []
    for row in facts.rows(ACTIVITY) if activities is None else activities:
        before = facts.get(ACTIVITY, row.after_id)
        if before is None:
            continue
        begins, ends = period(facts, row)[0], period(facts, before)[1]
        if begins and ends and begins <= ends:
            found.append(Breach(row, before, begins, ends))
    return found
