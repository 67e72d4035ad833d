"""The effect that follows later: a task with a day and a person, done by a later follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from processes.method import Facts, Row, get_method
from processes.models import User
from processes.pages.values import day

from ..models import FollowUp

KEY = "follow_up"
SHOWN = 20


def waiting(facts: Facts) -> list[Row]:
    """The follow-ups whose effect is still to follow."""
    rows = facts.rows("agreements.FollowUp")
    done = [row.id for row in rows if row.done_on is not None]
    return [row for row in rows if row.effect_due_on is not None and not any(pk > row.id for pk in done)]


def said(follow_up: Row) -> str:
    """Who follows up the effect and when, in a sentence."""
    who = follow_up.effect_by_name or "Ingen utsedd"
    return f"Effekten följs upp senare: {day(follow_up.effect_due_on)}, {who}."


def asked_of(user: User) -> Iterator[dict[str, Any]]:
    """The effects that this person is to follow up, in closed rounds too: for "Mitt arbete". One query."""
    later = FollowUp.objects.filter(process=OuterRef("process"), pk__gt=OuterRef("pk"), done_on__isnull=False)
    rows = FollowUp.objects.filter(~Exists(later), effect_by=user, effect_due_on__isnull=False)
    slug, today = get_method()[KEY].slug, timezone.localdate()
    for row in rows.select_related("process").order_by("effect_due_on")[:SHOWN]:
        yield {
            "text": "Följ upp effekten av arbetet",
            "url": reverse("processes:create", args=[row.process_id, slug]),
            "round": row.process.title,
            "due": day(row.effect_due_on),
            "overdue": row.effect_due_on < today,
        }
