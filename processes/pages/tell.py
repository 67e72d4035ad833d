"""What is to be told about the step one is at: the method's suggestions beside what the plan has (KOM-4, 5)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import policies, telling
from processes.method import Occasion, Row, Rows
from processes.models import CommunicationActivity
from processes.steps import communication

from . import links
from .communication import key_persons, shown
from .values import day

if TYPE_CHECKING:
    from processes.views.here import InStep

LINES = "aktiviteter"
DIRECTIONS = dict(CommunicationActivity.Direction.choices)


def panel(here: InStep) -> dict[str, Any] | None:
    """Each occasion of the step with the plan's lines for it; none where nothing is to be told."""
    step = here.method[communication.STEP.key]
    plan = here.facts.one(step.record)
    if not here.step.tells or plan is None:
        return None
    part = step.section(LINES)
    assert isinstance(part, Rows)
    can = bool(policies.can_edit(here.actor, step, part))
    occasions = [_occasion(here, one, plan, can=can) for one in here.step.tells]
    planned = sum(1 for one in occasions if one["lines"])
    return {
        "title": f"Att berätta: {planned} av {len(occasions)} i planen",
        "occasions": occasions,
        "key_persons": key_persons(here),
        "plan_url": links.step_url(here.round.pk, step),
        # What is late or waits for a word is worth the room.
        "open": any(line["done_url"] for one in occasions for line in one["lines"]),
        "subject": here.subject.id if here.subject else "",
        "why_not": "" if can else policies.can_edit(here.actor, step, part).reason,
    }


def _occasion(here: InStep, one: Occasion, plan: Row, *, can: bool) -> dict[str, Any]:
    lines = [_line(here, row, plan, can=can) for row in telling.ordered(here.facts) if row.moment == one.key]
    falls = one.on(here.facts)
    return {
        "title": one.title,
        "what": one.what,
        "to": one.to,
        "direction": DIRECTIONS[one.direction],
        "channel": one.channel,
        "when": f"{one.when} (omkring {day(falls)})" if falls else one.when,
        "advice": one.advice,
        "lines": lines,
        "url": reverse("processes:tell", args=[here.round.pk, plan.id, one.key]) if can else "",
        "idem": uuid.uuid4().hex,
    }


def _line(here: InStep, row: Row, plan: Row, *, can: bool) -> dict[str, Any]:
    """A line of the plan as the plan's own page shows it, with the way to its form."""
    found = shown(here.facts, row)
    step = here.method[communication.STEP.key]
    if can:
        args = (here.round.pk, step, plan.id, LINES, row.id)
        found["edit_url"] = links.at("edit_row", *args)
        if lacks := found["lacks"]:
            found["done_url"] = links.at("edit_row", *args, **{links.FOCUS: lacks})
    return found
