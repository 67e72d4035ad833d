"""Effect for effort: where each activity lies among the others (AKT-3). Pure; people decide, nothing blocks."""

from __future__ import annotations

from dataclasses import dataclass

from processes.facts import Facts, Row

from .periods import ACTIVITY, ordered

STEPS = range(4)


@dataclass(frozen=True, slots=True)
class Square:
    """One square of the grid."""

    effect: int
    effort: int
    activities: tuple[Row, ...]

    @property
    def worth(self) -> str:
        """Whether the effect is greater than the work, as great, or smaller."""
        return "more" if self.effect > self.effort else "even" if self.effect == self.effort else "less"


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows from the greatest effect down, columns from the least work up; and those not estimated yet."""

    rows: tuple[tuple[Square, ...], ...]
    unplaced: tuple[Row, ...]

    @property
    def placed(self) -> int:
        """How many are placed."""
        return sum(len(square.activities) for row in self.rows for square in row)


def grid(facts: Facts) -> Grid:
    """Every activity in its square."""
    rows = ordered(facts) if facts.rows(ACTIVITY) else []
    return Grid(
        tuple(
            tuple(
                Square(
                    effect,
                    effort,
                    tuple(r for r in rows if (r.expected_effect, r.effort) == (effect, effort)),
                )
                for effort in STEPS
            )
            for effect in reversed(STEPS)
        ),
        tuple(r for r in rows if r.expected_effect is None or r.effort is None),
    )
