"""What the citizens have said, laid into the papers of the steps below."""

from __future__ import annotations

from typing import Any

from django.db.models import Count

from processes.documents.deck import Deck
from processes.papers import joint_meeting
from processes.reach import SMALLEST

from .models import View
from .models.view import ROUTED

MOST_THEMES = 7


def themes(round_id: int) -> list[tuple[str, int]]:
    """What the views are about, the commonest first. Of few views nothing is told: they may point
    someone out, and what is written here leaves the room (FAL-12)."""
    found = (
        View.objects.filter(~ROUTED, dialog__processes=round_id)
        .exclude(theme=None)
        .order_by()
        .values("theme__label")
        .annotate(number=Count("pk"))
        .filter(number__gte=SMALLEST)
        .order_by("-number", "theme__label")[:MOST_THEMES]
    )
    return [(row["theme__label"], row["number"]) for row in found]


def joint_meeting_deck(here: Any) -> Deck:
    """The meeting about the joint picture, with the citizens' voice in figures."""
    return joint_meeting.deck(here, themes(here.round.pk))
