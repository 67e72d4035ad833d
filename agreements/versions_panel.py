"""What each version of a promise changed, and what is changed since the last: on its page. One query."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

from processes.method import get_method
from processes.pages.values import day

from .content import compose
from .models import DocumentVersion
from .versions import Change, changes

SHOWN = 6
"""How many of the latest versions are compared."""


def panel(here: Any) -> dict[str, Any] | None:
    """Version by version, the latest first; none before the promise has been sent to be signed."""
    own = DocumentVersion.objects.filter(promise=here.subject.id).order_by("-number")
    found = list(own.values("number", "content", "sent_at")[:SHOWN])
    if not found:
        return None
    contents = [(f"Version {row['number']}", row["sent_at"], json.loads(row["content"])) for row in found]
    now = compose(get_method(), here.facts, here.subject)
    steps = [("Nu, inte skickat än", None, now), *contents]
    return {
        "steps": [
            {"title": title, "when": day(when), "since": before, "parts": parts, "now": when is None}
            for (title, when, after), (before, _, content) in pairwise(steps)
            if (parts := by_part(changes(content, after)))
        ],
        "number": len(found),
    }


def by_part(found: list[Change]) -> list[dict[str, Any]]:
    """The changes under the headings of the document, ready for the template."""
    parts: dict[str, list[Change]] = {}
    for change in found:
        parts.setdefault(change.part, []).append(change)
    return [{"title": part, "changes": own} for part, own in parts.items()]
