"""What the groups said in HUR, in the planning system's form (MED-13): one row per thing, with what it became."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from processes.documents.sheets import Column, Sheet, Value, Workbook
from processes.method import Row
from processes.pages.values import Values, day

from ..models import HowDialog, HowProposal
from .fates import HOW, fate, held, of_dialog

BAND = "Dokumentation från medarbetardialogen HUR"
RESULTS = (
    Column("Grupp", 26),
    Column("Hölls den", 13),
    Column("Slag", 22),
    Column("Det gruppen kom fram till", 60),
    Column("Fokusområde", 28),
    Column("Vad det blev", 44),
    Column("Skäl om det inte går vidare", 40),
)
GROUPS = (
    Column("Grupp", 26),
    Column("Gruppchef", 26),
    Column("Hölls den", 13),
    Column("I gruppen", 12),
    Column("Inbjudna", 12),
    Column("Deltog", 12),
    Column("Anteckningar", 60),
)
ABOUT = (Column("Uppgift", 22), Column("Innehåll", 70))


def how(here: Any) -> Workbook:
    """Every HUR dialogue of the round that has been held, and this one."""
    facts, values = here.facts, Values(here.facts, [(HowDialog, row) for row in here.facts.rows(HOW)])
    dialogs = {row.id: row for row in held(facts, HOW)} | {here.subject.id: here.subject}
    return Workbook(
        title=f"HUR {here.round.title}",
        sheets=(
            Sheet(
                "Resultat",
                RESULTS,
                tuple(line for row in dialogs.values() for line in _results(here, values, row)),
            ),
            Sheet("Grupper", GROUPS, tuple(_group(here, values, row) for row in dialogs.values())),
            Sheet("Om filen", ABOUT, tuple(_about(here))),
        ),
        authors=tuple(row.name for row in facts.rows("processes.Party") if row.kind == "police"),
        created=timezone.now(),
        description=BAND,
    )


def _results(here: Any, values: Values, dialog: Row) -> Iterator[tuple[Value, ...]]:
    for row in of_dialog(here.facts, dialog):
        one = fate(here.facts, row)
        yield (
            dialog.group,
            dialog.held_on,
            values.show(HowProposal, "kind", row),
            row.text,
            values.show(HowProposal, "focus_area", row),
            one.words if one.adopted else "",
            one.reason,
        )


def _group(here: Any, values: Values, dialog: Row) -> tuple[Value, ...]:
    return (
        dialog.group,
        values.show(HowDialog, "manager", dialog),
        dialog.held_on,
        dialog.employees,
        dialog.invited,
        dialog.took_part,
        dialog.summary,
    )


def _about(here: Any) -> Iterator[tuple[Value, ...]]:
    heading = here.heading
    yield "Vad det är", f"{BAND}, att föra över till planeringssystemet."
    yield "Runda", heading["title"]
    yield "Område", heading["area"]
    yield "Period", heading["period"]
    yield "Hämtad", day(timezone.now())
