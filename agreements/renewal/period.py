"""What the next round is called and how long it lasts, unless somebody says otherwise. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def next_period(start: date, end: date) -> tuple[date, date]:
    """The period that follows: as long in whole months where it is that, else in days."""
    begins = end + timedelta(days=1)
    months = (begins.year - start.year) * 12 + begins.month - start.month
    if begins.day == start.day and months > 0:
        year, month = divmod(begins.year * 12 + begins.month - 1 + months, 12)
        return begins, _on(year, month + 1, begins.day) - timedelta(days=1)
    return begins, begins + (end - start)


def _on(year: int, month: int, day: int) -> date:
    """That day, or the last of a month that is too short for it."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def next_title(title: str, start: date, begins: date) -> str:
    """The same name, with each year as much later as the period is."""
    later = begins.year - start.year
    return _YEAR.sub(lambda found: str(int(found[1]) + later), title)
