"""Where a round leads besides its steps: the pages that stand over all apps."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

PAGES: dict[str, str] = {
    "portal:hand_over": "Lämna över till en kollega",
}
"""Address name → what the link says, in the order they are shown."""


def links(here: Any) -> list[dict[str, str]]:
    """The links on the round's overview."""
    return [{"label": label, "url": reverse(name, args=[here.round.pk])} for name, label in PAGES.items()]
