"""The round's own days against each party's calendar: what fits, what is too late (SAM-3). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .method import Facts, Row

DATE, WORK = "processes.PartyDate", "processes.Collaboration"
BUDGET, PLAN, MEETING, STEERING = "budget", "plan", "meeting", "steering"
DECIDES = {BUDGET: "beslutar sin budget", PLAN: "beslutar sin verksamhetsplan"}
"""What has to hold what the promise takes, and so must be decided once that is known."""


@dataclass(frozen=True, slots=True)
class Own:
    """A day of the round itself, and which step and section it is written in."""

    on: date
    title: str
    step: str = ""


def own_days(facts: Facts) -> list[Own]:
    """The days that the round has set, in order."""
    work, round_ = facts.one(WORK), facts.round
    plan = facts.one("processes.ActivityPlan")
    found = [
        (work.work_starts_on if work else None, "Arbetet börjar", "collaboration"),
        (work.needs_known_on if work else None, "Resursbehovet är känt", "collaboration"),
        (round_.period_start, "Perioden börjar", ""),
        (round_.period_end, "Perioden slutar", ""),
        (plan.follow_up_on if plan else None, "Uppföljning", "activity_plan"),
    ]
    found += [
        (row.held_on or row.planned_on, f"Medborgardialog: {row.title or 'utan namn'}", "citizen_dialog")
        for row in facts.rows("dialogs.CitizenDialog")
    ]
    return sorted((Own(on, title, step) for on, title, step in found if on), key=lambda own: own.on)


def dates(facts: Facts) -> list[Row]:
    """The parties' days, in order; those without a day last."""
    return sorted(facts.rows(DATE), key=lambda row: (row.on or date.max, row.id))


@dataclass(frozen=True, slots=True)
class Miss:
    """A party that decides its budget or plan before anyone knows what the promise takes, or after it is over."""

    party: str
    row: Row
    needs_known: date


def without_budget(facts: Facts) -> list[Row]:
    """The parties of which no budget decision is known, neither their own nor one that is common to all."""
    told = {row.party_id for row in facts.rows(DATE, kind=BUDGET) if row.on}
    return [] if None in told else [p for p in facts.rows("processes.Party") if p.id not in told]


def misses(facts: Facts) -> Iterator[Miss]:
    """Each party that decides a budget or a plan does so once between the need is known and the period ends."""
    work = facts.one(WORK)
    needs = work.needs_known_on if work else None
    if needs is None:
        return
    found: dict[tuple[str, int | None], list[Row]] = {}
    for row in dates(facts):
        if row.kind in DECIDES and row.on:
            found.setdefault((row.kind, row.party_id), []).append(row)
    last = facts.round.period_end or date.max
    for rows in found.values():
        if not any(needs <= row.on <= last for row in rows):
            yield Miss(rows[-1].party_name or "Alla parter", rows[-1], needs)


def without_meeting(facts: Facts) -> list[str]:
    """Parties that have told of their meetings, of which none comes before the period begins."""
    start = facts.round.period_start
    work = facts.one(WORK)
    begins = (work.work_starts_on if work else None) or date.min
    if start is None:
        return []
    met: dict[str, bool] = {}
    for row in dates(facts):
        if row.kind == MEETING and row.on and row.party_name:
            met[row.party_name] = met.get(row.party_name, False) or begins <= row.on < start
    return [name for name, fits in met.items() if not fits]


def due_step(row: Row) -> str:
    """What is to be ready by that day: what the row says; for the year's plan, the activities that go into it."""
    return row.step or ("activity_plan" if row.kind == PLAN else "")
