"""Where a round leads besides its steps: the pages that stand over all apps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from agreements.implementation import quick
from agreements.record.policies import can_hand_out
from processes import inherited, policies, queries

from .decisions import validity, where
from .law.views import is_shown


@dataclass(frozen=True, slots=True)
class RoundPage:
    """A page over a whole round: its address's name, what the link says, and the steps that show it too."""

    name: str
    label: str
    steps: tuple[str, ...] = ()
    shown: Callable[[Any], bool] = lambda here: True
    """Whether the person has anything to do there."""


def _hands_out(here: Any) -> bool:
    return bool(can_hand_out(here.actor))


PAGES = (
    RoundPage(
        "processes:inherited",
        "Från förra rundan – stämmer det?",
        ("collaboration", "communication", "citizen_promise"),
        lambda here: bool(inherited.waiting(here.facts)),
    ),
    RoundPage(
        "portal:thread",
        "Röda tråden",
        ("joint_situation", "problem_analysis", "activity_plan", "implementation", "follow_up"),
    ),
    RoundPage(
        "agreements:log_round",
        "Logga det ni har gjort",
        ("implementation",),
        lambda here: bool(quick.can_log(here.actor) and here.facts.rows("processes.Activity")),
    ),
    RoundPage("portal:law", "Kommunens underlag enligt lagen", ("activity_plan", "follow_up"), is_shown),
    RoundPage(
        "processes:intelligence",
        "Underrättelsedelen",
        ("local_situation",),
        lambda here: bool(policies.can_see_intelligence(here.actor)),
    ),
    RoundPage("dialogs:views", "Synpunkter", ("citizen_dialog", "joint_situation")),
    RoundPage("portal:hand_over", "Lämna över till en kollega"),
    RoundPage("agreements:hand_out", "Lämna ut handlingar", ("citizen_promise",), _hands_out),
    RoundPage("portal:archive", "Arkivpaket", (), _hands_out),
    RoundPage("portal:round_file", "Hämta rundan som fil"),
)
"""In the order they are shown."""
SHOW_DIRECTION = ("local_situation",)
"""The steps that show what the region has decided; the overview does too (PRO-10)."""


def links(here: Any) -> list[dict[str, str]]:
    """On the round's overview the links to all of them; on a step's page to those that concern it."""
    step = getattr(here, "step", None)
    shown = [page for page in PAGES if (step is None or step.key in page.steps) and page.shown(here)]
    found = [{"label": page.label, "url": reverse(page.name, args=[here.round.pk])} for page in shown]
    if step is None or step.key in SHOW_DIRECTION:
        found += [
            {"label": f"Regionens inriktning: {row.title} ({validity(row).lower()})", "url": where(row)}
            for row in queries.decisions_about(here.round)
        ]
    return found
