"""What the staff's group works offer the steps after: taken in with one press, the origin kept (MED-10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.criteria import is_answer
from processes.method import Facts, Offer, Row
from processes.models import Activity, Cause, FocusArea, Problem
from processes.pages.values import day


def _said(facts: Facts, label: str, *kinds: str) -> Iterator[tuple[Row, str]]:
    """What groups said of some kinds, with who said it and when; what has got a no is offered no more."""
    above = "dialogs.WhatDialog" if label == "dialogs.Proposal" else "dialogs.HowDialog"
    for row in facts.rows(label):
        dialog = facts.get(above, row.dialog_id)
        if row.kind in kinds and is_answer(row.text) and not row.declined.strip() and dialog is not None:
            yield row, " · ".join(filter(None, (dialog.group, day(dialog.held_on))))


def _cut(model: Any, name: str, text: str) -> str:
    return text.strip()[: model._meta.get_field(name).max_length]


def problems(facts: Facts) -> Iterator[Offer]:
    """Problems for the joint picture. How the staff describe one is the police's view of it."""
    for row, note in _said(facts, "dialogs.Proposal", "focus", "problem"):
        values = {"title": _cut(Problem, "title", row.text)}
        told = {"police_view": row.text} if row.kind == "problem" else {}
        yield Offer(row, row.text, values | told, note)


def focus(facts: Facts) -> Iterator[Offer]:
    """Candidates to work on together."""
    for row, note in _said(facts, "dialogs.Proposal", "focus"):
        yield Offer(row, row.text, {"title": _cut(FocusArea, "title", row.text)}, note)


def priorities(facts: Facts) -> Iterator[Offer]:
    """What speaks for putting a focus area first."""
    for row, note in _said(facts, "dialogs.Proposal", "priority"):
        yield Offer(row, row.text, {}, note)


def causes(facts: Facts) -> Iterator[Offer]:
    """Why problems happen, for the tree."""
    for row, note in _said(facts, "dialogs.Proposal", "cause"):
        yield Offer(row, row.text, {"text": _cut(Cause, "text", row.text)}, note)


def activities(facts: Facts) -> Iterator[Offer]:
    """How the staff want to work, and what they put first."""
    for row, note in _said(facts, "dialogs.HowProposal", "way", "priority"):
        area = {"focus_area": FocusArea(pk=row.focus_area_id)} if row.focus_area_id else {}
        yield Offer(row, row.text, {"what": _cut(Activity, "what", row.text)} | area, note)
