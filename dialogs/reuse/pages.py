"""What the list of dialogues shows of earlier rounds."""

from __future__ import annotations

import uuid
from typing import Any

from django.urls import reverse

from processes import policies
from processes.models import Process
from processes.pages.values import day

from ..steps.citizen_rules import is_old, taken_along
from .queries import to_take

SHOWN = 20


def earlier(here: Any) -> dict[str, Any]:
    """The dialogues that can be taken along, with how old each is; and those taken along already."""
    if not policies.can_edit(here.actor, here.step):
        return {}
    taken = [row for row in here.facts.rows(here.step.record) if taken_along(here.facts, row)]
    found = list(to_take(here.user, here.round)[:SHOWN])
    titles = dict(Process.objects.filter(pk__in={one.oldest for one in found}).values_list("pk", "title"))
    start, end = here.facts.round.period_start, here.facts.round.period_end
    if not found and not taken:
        return {}
    return {
        "found": [
            {
                "title": one.title or "Dialog utan namn",
                "meta": f"Hölls {day(one.held_on)} för rundan ”{titles[one.oldest]}”",
                "old": is_old(one.held_on, start, end),
                "url": reverse("dialogs:take_along", args=[here.round.pk, one.pk]),
            }
            for one in found
        ],
        "taken": [
            {
                "title": here.step.title_of(row),
                "url": reverse("dialogs:leave_out", args=[here.round.pk, row.id]),
                "idem": uuid.uuid4().hex,
            }
            for row in taken
        ],
    }
