"""What a dialogue's views are about, with how many where that may be told of anyone (FAL-12). One query."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from processes.reach import published

from .models import View


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, none when nobody has said which; and how many views, none where that is kept back."""

    id: int | None
    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """How many views a dialogue has, where that may be told; the commonest themes that are counted, then the rest."""

    total: int | None
    themes: list[Theme]


def of_dialogs(**asked: Any) -> dict[int, Said]:
    """What each of the dialogues is about."""
    found = View.objects.filter(**asked).order_by()
    rows = found.values("dialog_id", "theme_id", "theme__label").annotate(number=Count("pk"))
    by_dialog: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        by_dialog[row["dialog_id"]].append(row)
    return {dialog: _told(own) for dialog, own in by_dialog.items()}


def _told(rows: list[Any]) -> Said:
    counts = {row["theme_id"]: row["number"] for row in rows}
    numbers = published(counts)
    themes = [
        Theme(row["theme_id"], row["theme__label"] or "", numbers[row["theme_id"]] if numbers else None)
        for row in rows
    ]
    themes.sort(key=lambda theme: (-(theme.number or 0), theme.label))
    return Said(None if numbers is None else sum(counts.values()), themes)
