"""Hours planned, set aside and used, per activity and party (AKT-7, FAL-13). Shown in the plan and after it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from processes.plan.hours import Cell, Hours, Load, hours
from processes.plan.words import number_text, swedish

from .models import ActivityLog


def worked(activity_ids: Iterable[int]) -> dict[tuple[int, int | None], Decimal]:
    """The log's hours by activity and party, in one query."""
    rows = (
        ActivityLog.objects.filter(
            activity_id__in=list(activity_ids), done_on__isnull=False, hours__isnull=False
        )
        .values("activity_id", "by_party_id")
        .annotate(worked=Sum("hours"))
    )
    return {(row["activity_id"], row["by_party_id"]): row["worked"] for row in rows}


def panel(here: Any) -> dict[str, Any]:
    """The resource plan as a table, and each party's load in words."""
    found = hours(here.facts, worked(row.id for row in here.facts.rows("processes.Activity")))
    parties = [load.party.name for load in found.loads]
    return {
        "logged": found.logged,
        "parties": parties,
        "lines": [
            {
                "what": line.activity.what or "Utan namn",
                "cells": [
                    {"party": name, "text": _cell(cell, found)}
                    for name, cell in zip(parties, line.cells, strict=True)
                ],
                "total": _cell(line.total, found),
                "unnamed": _number(line.unnamed) if line.unnamed else "",
            }
            for line in found.lines
        ],
        "loads": [_load(load, found) for load in found.loads],
        "total": _cell(found.total, found),
    }


def _number(value: Any) -> str:
    return swedish(number_text(value))


def _cell(cell: Cell, found: Hours) -> dict[str, str]:
    return {
        "planned": "" if cell.planned is None else _number(cell.planned),
        "used": _number(cell.used) if cell.used else "",
    }


def _load(load: Load, found: Hours) -> dict[str, Any]:
    """A party's sums, and in words whether they fit what it has set aside."""
    return {
        "name": load.party.name,
        "planned": _number(load.planned),
        "set_aside": "" if load.set_aside is None else _number(load.set_aside),
        "used": _number(load.used) if found.logged else "",
        "words": _words(load),
        "over": bool(load.over),
    }


def _words(load: Load) -> str:
    name, planned = load.party.name, _number(load.planned)
    if load.set_aside is None:
        return f"{name} planerar {planned} timmar men har inte sagt hur många som är avsatta."
    aside = _number(load.set_aside)
    if load.over and load.used > load.planned:
        return f"{name} har använt {_number(load.used)} timmar: {_number(load.over)} mer än de {aside} som är avsatta."
    if load.over:
        return f"{name} planerar {planned} timmar: {_number(load.over)} mer än de {aside} som är avsatta."
    left = load.set_aside - load.planned
    return f"{name} planerar {planned} av {aside} avsatta timmar" + (f"; {left} är kvar." if left else ".")
