"""Focus areas weighed against each other (GEM-3): plain arithmetic that people can check in their heads.

A sum is a support for the talk, never an answer: the parties set their own order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processes.method import Row

SIDES = {
    "extent": "omfattning",
    "worry": "medborgarnas oro",
    "harm": "skada",
    "influence": "möjlighet att påverka",
}
USUAL = 1
"""What a side weighs when nobody has said anything."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One focus area's sum, side by side: what was scored, and how much it weighs."""

    row: Row
    scores: Mapping[str, int | None]
    weights: Mapping[str, int]

    @property
    def lacking(self) -> list[str]:
        """The sides that weigh something and have no score yet."""
        return [side for side in SIDES if self.weights[side] and self.scores[side] is None]

    @property
    def total(self) -> int | None:
        """The weighted sum; none while a score that counts is lacking."""
        if self.lacking:
            return None
        return sum(self.weights[side] * (self.scores[side] or 0) for side in SIDES)


def weights(subject: Row) -> dict[str, int]:
    """How much each side weighs; a blank weighs as much as any other."""
    found = {side: subject[f"weight_{side}"] for side in SIDES}
    return {side: USUAL if weight is None else weight for side, weight in found.items()}


def weigh(areas: Iterable[Row], by: Mapping[str, int]) -> list[Weighed]:
    """The focus areas in the order that the sums suggest; those that can't be summed come last.

    Where the sums are equal the citizens' worry goes first, then whoever was written first.
    """
    found = [Weighed(row, {side: row[f"score_{side}"] for side in SIDES}, by) for row in areas]
    return sorted(found, key=_place)


def _place(one: Weighed) -> tuple[bool, int, int, int]:
    return one.total is None, -(one.total or 0), -(one.scores["worry"] or 0), one.row.id


def priorities(order: Iterable[Row], *, keep: bool) -> dict[int, int]:
    """Of focus areas in a suggested order: the priority each would get. With `keep` those that have
    one keep it, and the others take the numbers that are free."""
    rows = list(order)
    taken = {row.id: row.priority for row in rows if keep and row.priority is not None}
    free = (number for number in range(1, 2 * len(rows) + 1) if number not in taken.values())
    return {row.id: taken[row.id] if row.id in taken else next(free) for row in rows}
