"""Months from left to right: the ground that a time plan and a year are drawn on.

Pure: days in, parts of an SVG out. Nothing but presentation attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join

from .lettering import width

WIDE, LEFT, RIGHT = 960, 316, 946
HEAD = 78
SIZE, SMALL = 17, 15
FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, BLUE = "#14181f", "#4d5461", "#0f2548", "#0b4f9e"
GRID, EDGE, TINT, RED = "#d6dae1", "#767d89", "#eaf1fa", "#a8102a"
AMBER, PALE = "#7a4b00", "#fff4d1"
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
MOST_TICKS = 18

Span = tuple[date, date]


def whole_months(days: Iterable[date]) -> Span | None:
    """The whole months that hold all the days; none when there are none."""
    found = list(days)
    if not found:
        return None
    return min(found).replace(day=1), month(max(found), 1) - timedelta(days=1)


# --- Time ---


@dataclass(frozen=True, slots=True)
class Time:
    """The days shown, and where each falls."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where the day begins, from left to right."""
        whole = (self.last - self.first).days + 1
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / whole

    def past(self, day: date) -> float:
        """Where the day ends."""
        return self.at(day + timedelta(days=1))


def ticks(first: date, last: date) -> list[date]:
    """The months that get a line: so many that their names find room, at even steps of the calendar."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in STEPS if months / s <= MOST_TICKS), STEPS[-1])
    found = [month(first, on) for on in range(months)]
    return [day for day in found if (day.year * 12 + day.month - 1) % step == 0]


def month(day: date, on: int) -> date:
    """The first of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + on, 12)
    return date(year, month + 1, 1)


def named(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


# --- The ground ---


def grid(time: Time, bottom: int, between: Sequence[float]) -> str:
    """Lines at months, the names of months and years above them, and a thin line at each height between lanes."""
    found = ticks(time.first, time.last)
    monthly = any(day.month != 1 for day in found)
    parts = [rule(LEFT, HEAD, RIGHT, HEAD, EDGE)]
    parts += [rule(0, y, WIDE, y, GRID) for y in between]
    for place, day in enumerate(found):
        x = time.at(day)
        parts.append(
            rule(x, HEAD - (24 if day.month == 1 else 4), x, bottom, EDGE if day.month == 1 else GRID)
        )
        room = (time.at(found[place + 1]) if place + 1 < len(found) else RIGHT) - x
        if monthly and room >= width(MONTHS[day.month - 1], SMALL) + 4:
            parts.append(write(x + 4, HEAD - 8, MONTHS[day.month - 1], SMALL, MUTED))
    return together([*parts, *_years(time, found, monthly)])


def _years(time: Time, found: Sequence[date], monthly: bool) -> Iterable[str]:
    """The year where the drawing begins, and at each January that has a line."""
    starts = [day for day in found if day.month == 1 and day > time.first]
    if not starts or time.at(starts[0]) - LEFT > width("2027", SIZE) + 8:
        starts.insert(0, time.first)
    for day in starts:
        yield write(time.at(day) + 4, HEAD - (32 if monthly else 8), str(day.year), SIZE, INK, weight=600)


def today_line(time: Time, today: date | None, bottom: int) -> str:
    if today is None or not time.first <= today <= time.last:
        return ""
    x = time.at(today)
    words = "I dag"
    left = x + width(words, SMALL) + 8 > RIGHT
    return format_html(
        '<path d="M{} {}V{}" stroke="{}" stroke-width="2" stroke-dasharray="7 4" fill="none"/>{}\n',
        *(num(x), 2, bottom, RED),
        write(x - 5 if left else x + 5, 15, words, SMALL, RED, weight=600, anchor="end" if left else "start"),
    )


# --- Small parts ---


def rule(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return format_html(
        '<path d="M{} {}L{} {}" stroke="{}" fill="none"/>\n', *(num(v) for v in (x1, y1, x2, y2)), colour
    )


def write(
    x: float, y: float, words: str, size: int, colour: str, *, weight: int = 400, anchor: str = "start"
) -> str:
    return format_html(
        '<text x="{}" y="{}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>\n',
        *(num(x), num(y), size, weight, anchor, colour, words),
    )


def together(parts: Iterable[str]) -> str:
    return format_html_join("", "{}", ((part,) for part in parts))


def num(value: float) -> str:
    """A number short enough to read."""
    return f"{value:.1f}".removesuffix(".0")
