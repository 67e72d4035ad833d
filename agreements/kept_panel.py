"""Promised beside done, per activity: computed, never typed (FAL-2). What the work's page shows on top."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, Max, Sum, Value
from django.db.models.functions import Coalesce

from processes.method import Row
from processes.plan import words
from processes.plan.words import number_text, swedish, target_words

from .keeping import Done, Kept, Target, judge, promised_by, target_of
from .models import ActivityLog

STATUS = {
    Kept.KEPT: "done",
    Kept.UNDER_WAY: "active",
    Kept.NO_NEED: "done",
    Kept.NOT_BEGUN: "todo",
    Kept.NOT_REPORTED: "waiting",
    Kept.BEHIND: "stale",
    Kept.MISSED: "returned",
    Kept.NOT_DONE: "returned",
}


def logged(activity_ids: Iterable[int]) -> dict[int, Done]:
    """What the log says of each activity, in one query. An entry without amount counts as one."""
    number: DecimalField = DecimalField(max_digits=14, decimal_places=2)
    rows = (
        ActivityLog.objects.filter(activity_id__in=list(activity_ids), done_on__isnull=False)
        .values("activity_id")
        .annotate(
            times=Count("pk"),
            total=Sum(Coalesce(F("amount"), Value(Decimal(1)), output_field=number)),
            most=Max("amount"),
            worked=Sum("hours"),
        )
    )
    return {
        row["activity_id"]: Done(
            row["times"], row["total"] or Decimal(0), row["most"], row["worked"] or Decimal(0), told=True
        )
        for row in rows
    }


def panel(here: Any) -> dict[str, Any]:
    """Each activity of the plan: what was promised, what is done, and how it stands today."""
    activities = here.facts.rows("processes.Activity")
    done = logged(a.id for a in activities)
    return {"rows": [_line(here, a, done.get(a.id, Done())) for a in activities]}


def _line(here: Any, activity: Row, done: Done) -> dict[str, Any]:
    target = target_of(here.facts, activity)
    result = judge(target, done, here.facts.today)
    who = here.facts.rows("processes.ActivityParty", activity_id=activity.id)
    return {
        "what": activity.what,
        "who": ", ".join(p.party_name for p in who if p.party_name),
        "promised": target_words({**words.target_of(activity), "reason": ""}),
        "done": _done_words(target, done, result.reached, here.facts.today),
        "status": STATUS[result.kept],
        "status_label": result.kept.value,
    }


def _done_words(target: Target, done: Done, reached: Decimal, today: Any) -> str:
    if not done.times:
        return "Inget inskrivet"
    figure = swedish(number_text(reached))
    due = promised_by(target, today)
    if due is None or target.kind == "at_most_hours":
        return f"{done.times} tillfällen" if due is None else f"Som mest {figure} timmar"
    return f"{figure} av {swedish(number_text(due.quantize(Decimal(1))))} hittills"
