"""How the time of an act grows with what it is given; the same on a quick machine, a slow one and a busy one."""

from __future__ import annotations

import time
from collections.abc import Callable

TIMES = 4
# A quadratic act takes 16 times as long; what is left is for the clock's own noise.
MOST, NOISE = 9, 0.05


def grows_with_length(act: Callable[[int], object], size: int) -> bool:
    """Whether act(4 × size) takes about four times the processor's time of act(size): the best of three of each."""
    return _least(act, TIMES * size) <= MOST * _least(act, size) + NOISE


def _least(act: Callable[[int], object], size: int) -> float:
    taken = []
    for _ in range(3):
        began = time.process_time()
        act(size)
        taken.append(time.process_time() - began)
    return min(taken)
