"""What became of each thing a group arrived at: it went on, it did not for a reason, or nobody has said (MED-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from processes.criteria import is_answer, row_title, told
from processes.method import Facts, Row

WHAT, HOW = "dialogs.WhatDialog", "dialogs.HowDialog"
RESULTS = {WHAT: "dialogs.Proposal", HOW: "dialogs.HowProposal"}

BECAME = {
    "processes.SituationEntry": "en iakttagelse i lägesbilden",
    "processes.Problem": "ett problem i den gemensamma bilden",
    "processes.FocusArea": "fokusområdet",
    "processes.ProblemAnalysis": "en del av problembeskrivningen",
    "processes.Cause": "en orsak i analysen",
    "processes.Activity": "aktiviteten",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one result: the row it is part of now, or why it went no further; neither when open."""

    result: Row
    adopted: bool
    kind: str = ""
    title: str = ""
    reason: str = ""

    @property
    def open(self) -> bool:
        """Whether the group still waits to hear."""
        return not self.adopted and not self.reason

    @property
    def words(self) -> str:
        """In one phrase: "Blev fokusområdet ”Tryggt torg”"."""
        if self.adopted:
            return f"Blev {self.kind}{f' ”{self.title}”' if self.title else ''}"
        return f"Går inte vidare: {self.reason}" if self.reason else "Väntar på svar"


def fate(facts: Facts, result: Row) -> Fate:
    """What became of a result in the round; what it became may have been taken away since."""
    row = facts.get(result.adopted_model, result.adopted_id)
    if row is None:
        return Fate(result, False, reason=result.declined.strip())
    title = row_title(row) or str(row.get("focus_title") or "")
    return Fate(result, True, BECAME.get(result.adopted_model, "en del av arbetet"), title)


def of_dialog(facts: Facts, dialog: Row) -> list[Row]:
    """What one group arrived at, in the order it was written."""
    rows = facts.rows(RESULTS[dialog.model], dialog_id=dialog.id)
    return [row for row in rows if is_answer(row.text)]


def held(facts: Facts, label: str) -> list[Row]:
    """The dialogues of a kind that have been held, the latest last."""
    rows = [row for row in facts.rows(label) if row.held_on and row.held_on <= facts.today]
    return sorted(rows, key=lambda row: (row.held_on, row.id))


def untold(facts: Facts, label: str) -> list[Row]:
    """The groups that met and have not heard what came of it."""
    return [row for row in held(facts, label) if "staff" not in told(facts, row)]


def summary(facts: Facts, dialog: Row) -> str:
    """What a group is told: each thing it said, and what became of it."""
    return "\n".join(_lines(fate(facts, row) for row in of_dialog(facts, dialog)))


def _lines(fates: Iterable[Fate]) -> Iterator[str]:
    for one in fates:
        yield f"{one.result.text.strip()} – {one.words[:1].lower()}{one.words[1:]}"
