"""What became of the problem: the state before beside the state now, here and where the work wasn't done. Pure.

Never more is said than the figures bear: that something changed, whether it changed elsewhere too, and what
else may lie behind it (FAL-5).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from processes.criteria import is_answer
from processes.facts import Facts, Row
from processes.plan.words import amount, number_text

CAUTION = "Annat än arbetet kan också ha påverkat."


@dataclass(frozen=True, slots=True)
class Effect:
    """A goal, and its latest measurement if there is one."""

    goal: Row
    measured: Row | None

    @property
    def now(self) -> Decimal | None:
        """The latest value."""
        return self.measured.value if self.measured is not None else None

    @property
    def there_now(self) -> Decimal | None:
        """The latest value in the area that it is compared with."""
        return self.measured.comparison if self.measured is not None else None

    @property
    def change(self) -> Decimal | None:
        """How far the value has moved the way that was wanted; negative the other way."""
        return self._moved(self.goal.baseline_value, self.now)

    @property
    def change_there(self) -> Decimal | None:
        """The same in the area that it is compared with."""
        return self._moved(self.goal.comparison_value, self.there_now)

    @property
    def reached(self) -> bool | None:
        """Whether the target is reached; none when that can't be told."""
        left = self._moved(self.goal.target_value, self.now)
        return None if left is None else left >= 0

    def _moved(self, before: Decimal | None, after: Decimal | None) -> Decimal | None:
        if before is None or after is None:
            return None
        start, end = self.goal.baseline_value, self.goal.target_value
        down = start is not None and end is not None and end < start
        return before - after if down else after - before


def effects(facts: Facts) -> list[Effect]:
    """Each effect goal with its latest measurement."""
    found = []
    for goal in facts.rows("processes.Goal", kind="effect"):
        rows = [row for row in facts.rows("agreements.Measurement", goal_id=goal.id) if row.value is not None]
        rows.sort(key=lambda row: (row.measured_on or date.min, row.id))
        found.append(Effect(goal, rows[-1] if rows else None))
    return found


def words(effect: Effect) -> list[str]:
    """What may be said of the effect, in sentences; the last is the word of caution."""
    goal = effect.goal
    if effect.now is None:
        return ["Inte mätt ännu."]
    return (
        [*_here(effect), *_there(effect), _caution(effect)]
        if goal.baseline_value is not None
        else [
            f"{figure(effect.now, goal.unit)} nu. Utgångsvärde saknas, så en förändring går inte att se.",
            _caution(effect),
        ]
    )


def _here(effect: Effect) -> list[str]:
    goal, change = effect.goal, effect.change
    said = f"Från {figure(goal.baseline_value)} till {figure(effect.now, goal.unit)}."
    if change == 0:
        said = f"Oförändrat: {figure(effect.now, goal.unit)}."
    if effect.reached is None:
        return [said]
    target = figure(goal.target_value)
    return [said, f"Målet {target} är nått." if effect.reached else f"Målet {target} är inte nått."]


def _there(effect: Effect) -> list[str]:
    goal, here, there = effect.goal, effect.change, effect.change_there
    name = goal.comparison_area if is_answer(goal.comparison_area) else "jämförelseområdet"
    if there is None or here is None:
        return []
    said = f"I {name}: från {figure(goal.comparison_value)} till {figure(effect.there_now)}."
    if here > there:
        return [said, "Det gick bättre här, vilket kan tala för att arbetet har bidragit."]
    if here == there:
        return [said, "Förändringen är lika stor där, så den kan bero på annat än arbetet."]
    return [said, "Det gick bättre där, så det går inte att säga att arbetet har gjort skillnad."]


def _caution(effect: Effect) -> str:
    said = effect.measured.caution if effect.measured is not None else ""
    return f"Kan också ha påverkat: {said.rstrip('.')}." if is_answer(said) else CAUTION


def figure(value: Decimal | None, unit: str = "") -> str:
    """A value as people write it."""
    return amount(number_text(value), unit) if value is not None else ""
