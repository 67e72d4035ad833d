"""The days of the demo. What a story does is done on its day: written, signed, logged and told of then.

A story is a generator that says on which day it goes on. Several are told by turns, so that all of it happens in
the order of its days, and none of it later than today.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

Tale = Iterator[date]
_now = timezone.now


def today() -> date:
    """The day on which the demo is made, whatever day it is in the story."""
    return timezone.localtime(_now()).date()


def day() -> date:
    """The day it is in the story."""
    return timezone.localdate()


@contextmanager
def on(day: date, turn: int = 0) -> Iterator[None]:
    """It is the morning of that day, later for each turn, and on from there; today it is what it is."""
    moved = timedelta()
    if day < today():
        begins = time(8, day.toordinal() * 7 % 60)
        start = datetime.combine(day, begins, timezone.get_current_timezone())
        moved = start + turn * timedelta(minutes=43) - _now()
    timezone.now = lambda: _now() + moved
    try:
        yield
    finally:
        timezone.now = _now


def tell(*tales: Tale) -> None:
    """Go on with the story whose day comes first until all are told."""
    waiting = [(day, number, tale) for number, tale in enumerate(tales) if (day := next(tale, None))]
    heapq.heapify(waiting)
    turns: Counter[date] = Counter()
    while waiting:
        day, number, tale = heapq.heappop(waiting)
        if day > today():
            raise ValueError(f"{tale!r} tells of {day}, which has not come")
        with on(day, turns[day]):
            following = next(tale, None)
        turns[day] += 1
        if following is not None:
            if following < day:
                raise ValueError(f"{tale!r} goes back from {day} to {following}")
            heapq.heappush(waiting, (following, number, tale))
