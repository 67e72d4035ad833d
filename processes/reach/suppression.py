"""What may be told of groups so small that somebody in them could be known (FAL-12)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SMALLEST = 5  # as small a group as is told of; none at all can be told too


def published(counts: Mapping[Any, int]) -> dict[Any, int | None] | None:
    """The counts of groups that together are everyone, with none where the number is kept back.

    None for the whole when not even the sum can be told. Besides the small groups, others are kept back
    so that no hidden number can be computed from the sum, nor by somebody who knows this rule:

    * Small groups alone hide each other only if they are several and neither all one nor all as large as
      a small group can be; else the values could be told from their sum.
    * Otherwise the smallest other group is kept back too, with all as large as it. What is hidden then has
      at least two values that could as well have changed places.
    """
    if sum(counts.values()) < SMALLEST:
        return None if any(counts.values()) else dict(counts)
    small = {name for name, number in counts.items() if 0 < number < SMALLEST}
    together = sum(counts[name] for name in small)
    hide_each_other = len(small) > 1 and len(small) < together < len(small) * (SMALLEST - 1)
    if small and not hide_each_other:
        others = [number for number in counts.values() if number >= SMALLEST]
        if not others:
            return None
        small |= {name for name, number in counts.items() if number == min(others)}
    return {name: None if name in small else number for name, number in counts.items()}
