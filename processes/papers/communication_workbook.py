"""The communication plan as a workbook: one row per thing, to sort, filter and paste (BIL-3, 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from processes import telling
from processes.documents.sheets import Column, Sheet, Value, Workbook
from processes.method import Facts, Row
from processes.pages import communication as pages
from processes.papers.communication import KEPT
from processes.papers.plan import BAND

if TYPE_CHECKING:
    from processes.views.here import InStep

ACTIVITIES = (
    Column("Aktivitet", 48),
    Column("Tillfälle", 28),
    Column("Steg", 24),
    Column("Målgrupp", 30),
    Column("Internt eller externt", 20),
    Column("Mål", 22),
    Column("Kanal", 36),
    Column("Datum", 13),
    Column("När och hur ofta", 30),
    Column("Ordning", 10),
    Column("Ansvarig", 28),
    Column("Läge", 24),
    Column("Genomförd", 13),
    Column("Så följs den upp", 34),
    Column("Så gick det", 40),
    Column("Varför den inte blev av", 34),
)


def sheet(facts: Facts) -> Sheet:
    """The activities, which the activity plan's workbook shows too: the same rows under the same headings."""
    return Sheet("Kommunikation", ACTIVITIES, tuple(_line(facts, row) for row in telling.ordered(facts)))


def _line(facts: Facts, row: Row) -> tuple[Value, ...]:
    shown = pages.shown(facts, row)
    return (
        row.what,
        shown["occasion"],
        shown["step"],
        shown["to"],
        shown["direction"],
        shown["level"],
        row.channel,
        telling.falls_on(facts, row),
        row.frequency,
        row.position,
        row.responsible,
        shown["state"],
        row.done_on,
        row.evaluate_how,
        row.evaluation,
        row.not_done_reason,
    )


GROUPS = (
    Column("Målgrupp", 34),
    Column("Vad ni vet om dem", 48),
    Column("Så långt", 24),
    Column("Veta", 34),
    Column("Känna", 34),
    Column("Göra", 34),
)
STEPS = (Column("Planeringssteg", 30), Column("Vad planen säger", 90))


def workbook(here: InStep) -> Workbook:
    """Activities first, then groups with their goals, then the rest of the plan."""
    assert here.subject is not None
    facts, plan = here.facts, here.subject
    groups = tuple(
        (row.name, row.description, row.goal_label or "", row.know, row.feel, row.do)
        for row in facts.rows(telling.GROUP)
    )
    steps = (
        ("Syfte", plan.purpose),
        ("Budskap", plan.message),
        ("Paketera och presentera", plan.packaging),
        ("Genomförande", plan.carrying_out),
        ("Följ upp och utvärdera", plan.evaluation),
        ("Så är alla med", plan.participation),
        ("Följer kommunikationspolicyn", pages.yes_or_no(plan.follows_policy)),
        ("Om filen", f"{BAND}. {KEPT}"),
    )
    return Workbook(
        title=f"Kommunikationsplan {here.round.title}",
        sheets=(sheet(facts), Sheet("Målgrupper", GROUPS, groups), Sheet("Planen", STEPS, steps)),
        authors=tuple(row.name for row in facts.rows("processes.Party")),
        created=timezone.now(),
        description=BAND,
    )
