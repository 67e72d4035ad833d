"""What a promise follows on and what follows on it; and the way to renew it. At most two queries."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from agreements.models import Promise
from agreements.steps.citizen_promise import STEP
from agreements.steps.signed import sealed
from processes import queries
from processes.pages import links
from processes.plan.words import days_words

from .actions import can_renew


def panel(here: Any) -> dict[str, Any] | None:
    """The neighbours in time; none for a first promise that nobody has signed."""
    promise = here.subject
    signed = sealed(here.facts, promise) is not None
    if not signed and promise.predecessor_id is None:
        return None
    rows = Promise.objects.filter(predecessor=promise.id).select_related("process")
    after = [_shown(here, row) for row in rows]
    can = can_renew(here.actor)
    before = None
    if promise.predecessor_id is not None:
        before = _shown(here, Promise.objects.select_related("process").get(pk=promise.predecessor_id))
    return {
        "before": before,
        "after": after,
        "renew_url": reverse("agreements:renew", args=[here.round.pk, promise.id])
        if signed and can and not after
        else "",
        "why_not": can.reason,
    }


def _shown(here: Any, row: Promise) -> dict[str, str]:
    """Its name and period, with a way there for those who have a role in its round."""
    round_ = row.process
    start, end = row.period_start or round_.period_start, row.period_end or round_.period_end
    mine = queries.rounds_of(here.user).filter(pk=round_.pk).exists()
    return {
        "title": row.title or "Löfte utan namn",
        "when": days_words(start, end),
        "url": links.subject_url(round_.pk, STEP, row.pk) if mine else "",
    }
