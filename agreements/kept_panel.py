"""Promised beside done, per activity: computed, never typed (FAL-2). What the work's page shows on top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, DecimalField, F, Max, Min, Sum, Value
from django.db.models.functions import Coalesce

from processes.method import Facts, Row
from processes.plan.words import number_text, swedish, target_words

from .feedback.panel import tell_url
from .implementation import promised
from .keeping import Done, Kept, Result, Target, judge, promised_by, target_of
from .models import ActivityLog

STATUS = {
    Kept.TO_DO: "todo",
    Kept.UNDER_WAY: "active",
    Kept.KEPT: "done",
    Kept.PARTLY: "returned",
    Kept.NOT_KEPT: "returned",
    Kept.NOT_REPORTED: "waiting",
    Kept.NO_NEED: "done",
}
BEHIND = "Ligger efter"
"""What those who do the work are told beside the word that citizens read."""


def logged(
    activity_ids: Iterable[int], since: date | None = None, until: date | None = None
) -> dict[int, Done]:
    """What the log says of each activity, in one query. An entry without amount counts as one."""
    days = {"done_on__isnull": False}
    days |= {"done_on__gte": since} if since else {}
    days |= {"done_on__lte": until} if until else {}
    number: DecimalField = DecimalField(max_digits=14, decimal_places=2)
    rows = (
        ActivityLog.objects.filter(activity_id__in=list(activity_ids), **days)
        .values("activity_id")
        .annotate(
            times=Count("pk"),
            total=Sum(Coalesce(F("amount"), Value(Decimal(1)), output_field=number)),
            most=Max("amount"),
            least=Min("amount"),
            worked=Sum("hours"),
        )
    )
    return {
        row["activity_id"]: Done(
            row["times"],
            row["total"] or Decimal(0),
            row["most"],
            row["worked"] or Decimal(0),
            told=True,
            least=row["least"],
        )
        for row in rows
    }


def reported(facts: Facts, activity_ids: Iterable[int], until: date | None = None) -> dict[int, Done]:
    """What is known of each activity: what the log says, and that a follow-up has accounted for it."""
    done = logged(activity_ids, until=until)
    for row in facts.rows("agreements.Outcome"):
        if row.activity_id is not None:
            done[row.activity_id] = replace(done.get(row.activity_id, Done()), told=True)
    return done


def panel(here: Any) -> dict[str, Any]:
    """Each activity of the plan: what was promised, what is done, and how it stands today."""
    activities = here.facts.rows("processes.Activity")
    done = reported(here.facts, [a.id for a in activities])
    return {"rows": [_line(here, a, done.get(a.id, Done())) for a in activities]}


def _line(here: Any, activity: Row, done: Done) -> dict[str, Any]:
    target = target_of(here.facts, activity)
    result = judge(target, done, here.facts.today)
    return {
        "what": activity.what,
        "who": who(here.facts, activity),
        "promised": promised_words(here.facts, activity),
        "done": done_words(target, done, result, here.facts.today),
        **state(result),
        "tell_url": tell_url(here, activity) if done.times else "",
    }


def who(facts: Facts, activity: Row) -> str:
    """Those who are responsible for the activity."""
    rows = facts.rows("processes.ActivityParty", activity_id=activity.id)
    return ", ".join(row.party_name for row in rows if row.party_name)


def promised_words(facts: Facts, activity: Row) -> str:
    """What was promised of it, in words; the reason for no number is told elsewhere."""
    return target_words({**promised.target(facts, activity), "reason": ""})


def state(result: Result) -> dict[str, str]:
    """How it stands, as a mark and in words; those who do the work are told when it falls behind."""
    if result.behind:
        return {"status": "stale", "status_label": BEHIND}
    return {"status": STATUS[result.kept], "status_label": result.kept.value}


def done_words(target: Target, done: Done, result: Result, on: date) -> str:
    """What has been done, beside what should have been by that day."""
    if not done.times:
        return "Inget gjort" if done.told else "Inget inskrivet"
    figure = swedish(number_text(result.reached))
    due = promised_by(target, on)
    if due is None:
        return f"{figure} tillfälle{'' if result.reached == 1 else 'n'}"
    if target.kind == "at_most_hours":
        return f"Som mest {figure} timmar"
    over = target.ends is None or on >= target.ends
    return f"{figure} av {swedish(number_text(due.quantize(Decimal(1))))}{'' if over else ' hittills'}"
