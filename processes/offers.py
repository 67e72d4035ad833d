"""Ta in: what was said elsewhere and can become a row here with one press (LOK-8, MED-10).

Part of the kernel's types. A section that takes things in declares it (`Rows.adopts`); the step's page then
shows what there is to take, and `actions.adopt` makes the row and keeps where it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .facts import Facts, Row


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be taken in: from which row, and what the new row would say."""

    origin: Row
    text: str
    values: Mapping[str, Any]
    note: str = ""
    """From where and when, as people say it."""
    about: str = ""
    """Which part of its origin it is, when there are several: a theme of a dialogue's views."""

    @property
    def key(self) -> str:
        """Its name in a form, for as long as its origin is there."""
        return f"{self.origin.model}:{self.origin.id}:{self.about}"


@dataclass(frozen=True, slots=True)
class Adopt:
    """What a section takes in. `offers` is a dotted path to `offers(facts) -> Iterable[Offer]`, so that
    the ground floor need not know who has something to offer."""

    key: str
    title: str
    offers: str
    ways: tuple[tuple[str, Mapping[str, Any]], ...] = field(default=(("Ta in", {}),))
    """The buttons: what each says, and what it adds to the new row's values."""
    intro: str = ""
    join: str = "Finns redan i listan?"
    """What is asked when it is tied to a row instead; without any ways that is all that can be done with it."""


def taken_as(facts: Facts, model: str, offer: Offer) -> Row | None:
    """The row that the offer has become, if it is still there.

    Its origin says so itself (`adopted_*`), or a row of the model does (`origin_*`).
    """
    origin = offer.origin
    if origin.get("adopted_id") and (found := facts.get(origin["adopted_model"], origin["adopted_id"])):
        return found
    wanted = (origin.model, origin.id, offer.about)
    for row in facts.rows(model):
        if (row.get("origin_model"), row.get("origin_id"), row.get("origin_about", "")) == wanted:
            return row
    return None


def came_from(facts: Facts, row: Row) -> Row | None:
    """The row that this one was taken in from, if it is among the facts."""
    return facts.get(row["origin_model"], row["origin_id"]) if row.get("origin_id") else None
