"""What the dialogues offer the local picture: taken in with one press, the origin kept (LOK-8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.method import Facts, Offer, Row
from processes.models import SituationEntry
from processes.pages.values import day

from . import themes

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
    """What the views of each dialogue are about, the commonest first. The picture is shared, so few views
    are not counted there."""
    found = themes.of_dialogs(dialog__processes=facts.round.id)
    offered = [(theme, dialog_id) for dialog_id, own in found.items() for theme in own.themes if theme.id]
    offered.sort(key=lambda pair: (-(pair[0].number or 0), pair[1], pair[0].label))
    for theme, dialog_id in offered[:MOST_THEMES]:
        dialog = facts.get("dialogs.CitizenDialog", dialog_id)
        if dialog is not None:
            said = f"{theme.number} synpunkter" if theme.number else "Synpunkter"
            values = _values(theme.label, "Medborgardialogen", dialog.title, dialog)
            values["text"] = f"{said} i medborgardialogen."
            text = f"{theme.label}: {said}" if theme.number else theme.label
            yield Offer(dialog, text, values, _from(dialog), str(theme.id))


def _values(text: str, kind: str, name: str, dialog: Row) -> dict[str, Any]:
    source = ", ".join(filter(None, (kind, name)))
    values = {"title": text[:LONGEST_TITLE], "source": source[:LONGEST_SOURCE], "dated_on": dialog.held_on}
    return values | ({"text": text} if len(text) > LONGEST_TITLE else {})


def _from(dialog: Row) -> str:
    name = dialog.get("group") or dialog.get("title") or "Dialog utan namn"
    return " · ".join(filter(None, (name, day(dialog.held_on))))
