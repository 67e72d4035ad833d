"""The plan in the planning tool's form: local goals and activities, responsible, results and effects (AKT-8).

One row per thing, so that it can be sorted, filtered and pasted. What was done comes from above: the log
belongs to the agreements.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from processes.documents.sheets import Column, Sheet, Value, Workbook
from processes.method import Facts, Row
from processes.models import Activity, Goal
from processes.pages.progress import listed
from processes.pages.values import Values, day
from processes.plan import acceptance, goals, periods
from processes.plan.hours import Used, hours
from processes.plan.words import target_of, target_words

from . import communication_workbook
from .plan import BAND, GOAL, SHARE, responsible

if TYPE_CHECKING:
    from processes.views.here import InStep


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an activity so far: how often, how much, where it stands, and what the follow-up says."""

    promised: str = ""
    times: int = 0
    amount: Decimal | None = None
    standing: str = ""
    quality: str = ""
    effect: str = ""
    improve: str = ""
    explanation: str = ""


def workbook(
    here: InStep,
    results: Mapping[int, Result],
    used: Used,
    measured: Mapping[int, tuple[Decimal, object, str]],
) -> Workbook:
    """The whole plan. `measured` tells of a goal its latest value, when it was measured and how sure it is."""
    assert here.subject is not None
    facts, plan, values = here.facts, here.subject, Values(here.facts)
    return Workbook(
        title=f"Aktivitetsplan {f'{here.year}, ' if here.year else ''}{here.round.title}",
        sheets=(
            Sheet("Mål", GOALS, tuple(_goal(facts, values, plan, row, measured) for row in facts.rows(GOAL))),
            Sheet(
                "Aktiviteter",
                ACTIVITIES,
                tuple(_activity(facts, values, row) for row in periods.ordered(facts)),
            ),
            Sheet("Resurser", HOURS, tuple(_hours(facts, used))),
            Sheet(
                "Uppföljning",
                RESULTS,
                tuple(_result(facts, plan, row, results) for row in periods.ordered(facts)),
            ),
            communication_workbook.sheet(facts),
            Sheet("Om filen", ABOUT, tuple(_about(here))),
        ),
        authors=tuple(row.name for row in facts.rows("processes.Party")),
        created=timezone.now(),
        description=BAND,
    )


GOALS = (
    Column("Mål", 48),
    Column("Slag", 18),
    Column("Fokusområde", 28),
    Column("Orsak som ska minska", 36),
    Column("Indikator", 30),
    Column("Enhet", 14),
    Column("Utgångsvärde", 14),
    Column("Utgångsvärde den", 17),
    Column("Målvärde", 12),
    Column("Ska nås senast", 15),
    Column("Mål i verksamhetsplanen", 30),
    Column("Verksamhetsplan", 22),
    Column("Ansvarig för uppföljning", 28),
    Column("Så följs det upp", 34),
    Column("Uppföljs den", 13),
    Column("Senaste värde", 14),
    Column("Mätt den", 13),
    Column("Vad mer kan ha påverkat", 34),
)


def _goal(
    facts: Facts,
    values: Values,
    plan: Row,
    row: Row,
    measured: Mapping[int, tuple[Decimal, object, str]],
) -> tuple[Value, ...]:
    follow = goals.follow_up(facts, row, plan)
    value, on, caution = measured.get(row.id, (None, None, ""))
    return (
        row.text,
        values.show(Goal, "kind", row).partition(":")[0],
        values.show(Goal, "focus_area", row),
        values.show(Goal, "cause", row),
        row.indicator or row.no_number_reason,
        row.unit,
        row.baseline_value,
        row.baseline_on,
        row.target_value,
        row.due_on or facts.round.period_end,
        row.plan_goal,
        plan.plan_edition,
        follow.by.text,
        follow.how.text,
        follow.on or follow.on_demand,
        value,
        on,  # type: ignore[return-value]
        caution,
    )


ACTIVITIES = (
    Column("Aktivitet", 52),
    Column("Fokusområde", 28),
    Column("Riktar sig mot", 36),
    Column("Bidrar till målet", 40),
    Column("Ansvarig", 32),
    Column("Har alla sagt ja?", 14),
    Column("Plats", 26),
    Column("Börjar", 13),
    Column("Slutar", 13),
    Column("Måste komma efter", 32),
    Column("Verkan", 22),
    Column("Produktionsmål", 30),
    Column("Mål i tal", 11),
    Column("Enhet", 16),
    Column("Vad räknas", 34),
    Column("Bygger på", 22),
    Column("Hänvisning", 34),
)


def _activity(facts: Facts, values: Values, row: Row) -> tuple[Value, ...]:
    start, end = periods.period(facts, row)
    shares = facts.rows(SHARE, activity_id=row.id)
    waits = any(
        acceptance.standing(facts, share) in (acceptance.Standing.WAITS, acceptance.Standing.CHANGED)
        for share in shares
    )
    return (
        row.what,
        values.show(Activity, "focus_area", row),
        values.show(Activity, "cause", row) or values.show(Activity, "side", row),
        "\n".join(goal.text for goal in goals.served(facts).get(row.id, ())),
        listed(responsible(facts, row), "och"),
        ("Nej" if waits else "Ja") if shares else "",
        row.place,
        start,
        end,
        values.show(Activity, "after", row),
        values.show(Activity, "horizon", row),
        target_words(target_of(row)),
        row.target_value,
        row.target_unit,
        row.what_counts,
        values.show(Activity, "ground", row),
        row.ground_reference,
    )


HOURS = (
    Column("Aktivitet", 52),
    Column("Part", 30),
    Column("Planerade timmar", 17),
    Column("Arbetade timmar", 17),
)


def _hours(facts: Facts, used: Used) -> Iterator[tuple[Value, ...]]:
    found = hours(facts, used)
    for line in found.lines:
        for load, cell in zip(found.loads, line.cells, strict=True):
            if not cell.empty:
                yield line.activity.what, load.party.name, cell.planned, cell.used
        if line.unnamed:
            yield line.activity.what, "Inte sagt vem", None, line.unnamed


RESULTS = (
    Column("Aktivitet", 52),
    Column("Ansvarig", 32),
    Column("Ansvarig för uppföljning", 28),
    Column("Så följs den upp", 34),
    Column("Uppföljs den", 13),
    Column("Lovat", 30),
    Column("Gjort, tillfällen", 13),
    Column("Gjort, mängd", 13),
    Column("Läge", 20),
    Column("Kvalitet", 16),
    Column("Effekt", 22),
    Column("Kan bli bättre", 34),
    Column("Förklaring", 40),
)


def _result(facts: Facts, plan: Row, row: Row, results: Mapping[int, Result]) -> tuple[Value, ...]:
    found = results.get(row.id, Result())
    return (
        row.what,
        listed(responsible(facts, row), "och"),
        plan.follow_up_by,
        plan.follow_up_how,
        plan.follow_up_on or facts.round.period_end,
        found.promised or target_words(target_of(row)),
        found.times,
        found.amount,
        found.standing,
        found.quality,
        found.effect,
        found.improve,
        found.explanation,
    )


ABOUT = (Column("Uppgift", 26), Column("Värde", 90))


def _about(here: InStep) -> Iterator[tuple[Value, ...]]:
    heading = here.heading
    yield "Vad det är", f"{BAND}. Planen förvaras hos parterna."
    yield "Runda", heading["title"]
    yield "Område", heading["area"]
    yield "Period", f"{here.year}, av {heading['period']}" if here.year else heading["period"]
    yield "Parter", heading["parties"]
    yield "Verksamhetsplan", here.subject.plan_edition if here.subject else ""
    yield "Hämtad", day(timezone.now())
    yield "Mål", "Effektmål och produktionsmål, med utgångsvärde och senaste mätning."
    yield "Aktiviteter", "En rad per aktivitet, i den ordning de ska göras."
    yield "Resurser", "En rad per aktivitet och part. Timmarna avser hela rundans period."
    yield "Uppföljning", "Vad som är gjort hittills och vad uppföljningen säger."
