"""What the dialogues offer the local picture: taken in with one press, the origin kept (LOK-8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Count

from processes.method import Facts, Offer, Row
from processes.models import SituationEntry
from processes.pages.values import day

from .models import View

LONGEST_TITLE = SituationEntry._meta.get_field("title").max_length
LONGEST_SOURCE = SituationEntry._meta.get_field("source").max_length
MOST_THEMES = 40


def of_staff(facts: Facts) -> Iterator[Offer]:
    """What the groups of VAD said about the local picture."""
    for row in facts.rows("dialogs.Proposal", kind="picture"):
        dialog = facts.get("dialogs.WhatDialog", row.dialog_id)
        if row.text.strip() and not row.declined.strip() and dialog is not None:
            yield Offer(row, row.text, _values(row.text, "VAD-dialogen", dialog.group, dialog), _from(dialog))


def of_citizens(facts: Facts) -> Iterator[Offer]:
    """What the views of each dialogue are about, the commonest first."""
    for found in _themes(facts.round.id):
        dialog = facts.get("dialogs.CitizenDialog", found["dialog_id"])
        if dialog is None:
            continue
        name, number = found["theme__label"], found["number"]
        said = "1 synpunkt" if number == 1 else f"{number} synpunkter"
        values = _values(name, "Medborgardialogen", dialog.title, dialog)
        values["text"] = f"{said} i medborgardialogen."
        yield Offer(dialog, f"{name}: {said}", values, _from(dialog), str(found["theme_id"]))


def _themes(round_id: int) -> list[dict[str, Any]]:
    """Views come by the thousand, so the database counts them."""
    return list(
        View.objects.filter(dialog__processes=round_id)
        .exclude(theme=None)
        .order_by()
        .values("dialog_id", "theme_id", "theme__label")
        .annotate(number=Count("pk"))
        .order_by("-number", "dialog_id", "theme__label")[:MOST_THEMES]
    )


def _values(text: str, kind: str, name: str, dialog: Row) -> dict[str, Any]:
    source = ", ".join(filter(None, (kind, name)))
    values = {"title": text[:LONGEST_TITLE], "source": source[:LONGEST_SOURCE], "dated_on": dialog.held_on}
    return values | ({"text": text} if len(text) > LONGEST_TITLE else {})


def _from(dialog: Row) -> str:
    name = dialog.get("group") or dialog.get("title") or "Dialog utan namn"
    return " · ".join(filter(None, (name, day(dialog.held_on))))
