"""Det här har prövats: asked first while planning, by the theme of each focus area. At most two queries (PRO-7)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from processes.criteria import is_answer

from .bank import tried


def panel(here: Any) -> dict[str, Any] | None:
    """Of each chosen focus area what closed promises tried on the same theme; none before any is chosen."""
    chosen = here.facts.rows("processes.FocusArea", becomes_promise=True)
    if not chosen:
        return None
    found = tried(here.user, {row.theme_id for row in chosen if row.theme_id})
    bank = reverse("agreements:experience")
    return {
        "areas": [
            {
                "title": row.title if is_answer(row.title) else "Fokusområde utan namn",
                "theme": bool(row.theme_id),
                "rows": found.get(row.theme_id, []),
                "url": f"{bank}?{urlencode({'tema': row.theme_id})}" if row.theme_id else bank,
            }
            for row in chosen
        ]
    }
