"""A round to be, as far as it has been read out of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from processes.method import get_method

from . import telling
from .shape import Kind

Link = tuple[str, int]  # a kind's label and a row's number in the file


@dataclass(slots=True)
class Planned:
    """One row to be: its checked values, and the rows of the file that it points at."""

    kind: Kind
    number: int
    place: str
    values: dict[str, Any] = field(default_factory=dict)
    links: dict[str, Link] = field(default_factory=dict)
    pairs: dict[str, Link] = field(default_factory=dict)
    note: str = ""


@dataclass(slots=True)
class Plan:
    """A whole round to be, and what of the file stays out."""

    start: dict[str, Any]
    rows: dict[str, list[Planned]]
    left_out: list[str]

    def counts(self) -> list[dict[str, Any]]:
        """Step by step, how many rows of each kind will come."""
        found = []
        for step in get_method():
            here = [rows for rows in self.rows.values() if rows[0].kind.step == step]
            here.sort(key=lambda rows: rows[0].kind.place_in_step)
            what = [words for rows in here if (words := _much(rows))]
            found += [{"step": step.title, "what": what}] if what else []
        return found


def _much(rows: list[Planned]) -> str:
    """How much of a kind there is; a once-only record says whether it has any answers."""
    kind = rows[0].kind
    if kind.made_with_the_round:
        return telling.ANSWERS if rows[0].values else ""
    return telling.number(kind, len(rows))
