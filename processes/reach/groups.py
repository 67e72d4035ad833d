"""The groups that are counted, and how many of each live in an area."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from processes.facts import Facts


@dataclass(frozen=True, slots=True)
class Age:
    """An age group: from and to, both included."""

    key: str
    label: str
    first: int
    last: int


AGES = (
    Age("under_16", "Under 16 år", 0, 15),
    Age("16_24", "16–24 år", 16, 24),
    Age("25_44", "25–44 år", 25, 44),
    Age("45_64", "45–64 år", 45, 64),
    Age("65_plus", "65 år och äldre", 65, 150),
)
GENDERS = {"women": "Kvinnor och flickor", "men": "Män och pojkar"}


@dataclass(frozen=True, slots=True)
class Population:
    """Who lives in an area: by gender and by age, and in its parts."""

    year: int
    source: str = ""
    genders: Mapping[str, int] = field(default_factory=dict)
    ages: Mapping[str, int] = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)


def population_of(facts: Facts) -> Population | None:
    """The latest that is known of the round's area, if anything is."""
    stored: Any = facts.round.get("population")
    if isinstance(stored, str):  # a database hands JSON within JSON over as text
        stored = json.loads(stored)
    if not stored:
        return None
    by_age = stored.get("ages", {})
    return Population(
        facts.round.population_year,
        facts.round.population_source,
        {key: sum(own.get(key, 0) for own in by_age.values()) for key in GENDERS} if by_age else {},
        {age: sum(own.values()) for age, own in by_age.items()},
        stored.get("parts", {}),
    )
