"""What has been done that citizens have not been told of, with the way to tell it (ATE-1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Max, Q

from agreements.models import ActivityLog
from agreements.steps.feedback import ABOUT_THE_WORK, STEP, tells_of
from processes import policies
from processes.forms import about_key
from processes.method import Facts, Row
from processes.pages import links
from processes.pages.values import day

from .public import ACTIVITY

if TYPE_CHECKING:
    from processes.views.here import Here

TELLS = "om"


def panel(here: Any) -> dict[str, Any]:
    """Each activity with entries in the log that are later than the last word about it. One query."""
    heard = told_last(here.facts)
    new = _since(heard)
    can = policies.can_edit(here.actor, STEP)
    return {
        "rows": [
            {
                "what": row.what,
                "number": new[row.id]["number"],
                "last": day(new[row.id]["last"]),
                "heard": day(heard[row.id]),
                "url": tell_url(here, row) if can else "",
            }
            for row in here.facts.rows(ACTIVITY)
            if row.id in new
        ],
        "why_not": can.reason,
    }


def tell_url(here: Here, activity: Row) -> str:
    """The form of a feedback about the activity, with words for it; empty to those who may not tell."""
    if not policies.can_edit(here.actor, STEP):
        return ""
    query = {TELLS: about_key(activity.model, activity.id)}
    return links.at("feedback", here.round.pk, STEP, here.round.pk, **query)


def told_last(facts: Facts) -> dict[int, date | None]:
    """Of each activity: when citizens last heard of it, of its promise or of all the work."""
    given = [
        row
        for row in facts.rows("processes.Feedback")
        if row.given_on and row.step in ABOUT_THE_WORK and "citizens" in row.audiences
    ]
    return {
        activity.id: max((row.given_on for row in given if _heard(facts, row, activity)), default=None)
        for activity in facts.rows(ACTIVITY)
    }


def _heard(facts: Facts, told: Row, activity: Row) -> bool:
    if told.about_model == ACTIVITY:
        return told.about_id == activity.id
    own = facts.rows("agreements.PromiseFocus", focus_area_id=activity.focus_area_id)
    return tells_of(facts, told, {row.promise_id for row in own}, ())


def _since(heard: dict[int, date | None]) -> dict[int, dict[str, Any]]:
    new = Q(pk__in=())
    for key, last in heard.items():
        new |= Q(activity=key, done_on__gt=last) if last else Q(activity=key, done_on__isnull=False)
    rows = ActivityLog.objects.filter(new).order_by().values("activity")
    return {row["activity"]: row for row in rows.annotate(number=Count("pk"), last=Max("done_on"))}
