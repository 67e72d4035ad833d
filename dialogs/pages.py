"""What the dialogues add to the pages of the steps below."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from processes.pages import joint
from processes.policies import can_see_step

from .steps.citizen_dialog import STEP


def matrix(here: Any) -> dict[str, Any]:
    """The problems side by side, each with the way to what citizens have said of it."""
    data = joint.matrix(here)
    sees = can_see_step(here.actor, STEP)
    url = reverse("dialogs:views", args=[here.round.pk])
    for problem in data["problems"]:
        problem["views_url"] = f"{url}?problem={problem['id']}" if sees and problem["views_total"] else ""
    return data
