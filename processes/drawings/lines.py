"""Figures of several areas as lines: a grid, a line for each, and its name at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.html import format_html, format_html_join

from processes.figures import Figures, Period, Unit, shown

from .chart import LINE, LOOKS, MUTED, Chart, Size, ground, n, short
from .lettering import fitted, width

# --- Lines ---


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where a value of a period lies."""

    left: float
    right: float
    top: float
    foot: float
    count: int
    most: float

    def x(self, place: int) -> float:
        return self.left + (self.right - self.left) * (place + 0.5) / self.count

    def y(self, value: Decimal | float) -> float:
        return self.foot - (self.foot - self.top) * float(value) / self.most


def ticks(most: float, unit: str = "") -> list[float]:
    """A few even steps from nought to at least the greatest value."""
    if unit == Unit.INDEX:
        return [0, 2, 4, 6]
    if most <= 0:
        return [0, 1]
    step = 10.0 ** (len(str(int(most))) - 1) if most >= 1 else 0.1
    for wanted in (step / 10, step / 5, step / 2, step, step * 2, step * 5):
        if most / wanted <= 4:
            step = wanted
            break
    if unit in ("", Unit.COUNT):
        step = max(1.0, step)
    return [round(step * number, 6) for number in range(int(-(-most // step)) + 1)]


def lines(chart: Chart, size: Size) -> str:
    """The chart's areas as lines."""
    figures, whole = chart.figures, chart.figures.whole()
    most = max(float(v) for _, values in whole for v in values if v is not None)
    marks = ticks(most, chart.unit)
    small = size.letter * 0.84
    left = max(width(_tick(mark), small) for mark in marks) + 10
    ends = _ends(figures, whole)
    room = min(max(width(label, small) for _, _, label in ends) + 30, size.wide * 0.42)
    plot = _Plot(left, size.wide - room, size.head + 12, size.foot, len(whole), marks[-1])
    drawn = format_html_join(
        "\n", "{}", ((_line(plot, whole, place),) for place in reversed(range(len(figures.areas))))
    )
    return format_html(
        "{}{}{}{}{}",
        _grid(plot, marks, small),
        _below(plot, whole, size),
        ground(plot.left, plot.right, size),
        drawn,
        _labels(plot, ends, size, room),
    )


def _grid(plot: _Plot, marks: Sequence[float], small: float) -> str:
    return format_html_join(
        "",
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1"/>'
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="end">{}</text>',
        (
            (
                *(n(plot.left), n(plot.y(mark)), n(plot.right), n(plot.y(mark)), LINE),
                *(n(plot.left - 8), n(plot.y(mark) + small * 0.35), n(small), MUTED, _tick(mark)),
            )
            for mark in marks
        ),
    )


def _below(plot: _Plot, whole: Sequence[tuple[Period, tuple]], size: Size) -> str:
    """The names of as many periods as there is room for, evenly spaced and the last one always."""
    small = size.letter * 0.84
    widest = max(width(short(period), small) for period, _ in whole) + 12
    every = max(1, -(-int(widest * len(whole)) // max(1, int(plot.right - plot.left))))
    shown_ = [place for place in range(len(whole)) if (len(whole) - 1 - place) % every == 0]
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="middle">{}</text>',
        (
            (
                n(plot.x(place)),
                n(size.foot + size.letter * 1.25),
                n(small),
                MUTED,
                short(whole[place][0]),
            )
            for place in shown_
        ),
    )


def _line(plot: _Plot, whole: Sequence[tuple[Period, tuple]], area: int) -> str:
    colour, dashes, mark = LOOKS[area % len(LOOKS)]
    spots = [
        (place, plot.x(place), plot.y(values[area]))
        for place, (_, values) in enumerate(whole)
        if values[area] is not None
    ]
    strokes = format_html_join(
        "",
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="{}"{}/>',
        (
            (n(x1), n(y1), n(x2), n(y2), colour, 3 if area == 0 else 2.5, _dashed(dashes))
            for (before, x1, y1), (after, x2, y2) in pairwise(spots)
            if after == before + 1  # a gap is left open
        ),
    )
    few = len(whole) <= 24
    marks = format_html_join(
        "", "{}", ((_mark(mark, x, y, colour),) for place, x, y in spots if few or _lone(spots, place))
    )
    return format_html("{}{}", strokes, marks)


def _lone(spots: Sequence[tuple[int, float, float]], place: int) -> bool:
    """Whether no line reaches the spot, or it is the last: then its mark is drawn all the same."""
    places = {spot for spot, _, _ in spots}
    return not places & {place - 1, place + 1} or place == max(places)


def _dashed(dashes: str) -> str:
    return format_html(' stroke-dasharray="{}"', dashes) if dashes else ""


def _mark(kind: str, x: float, y: float, colour: str) -> str:
    if kind == "square":
        return format_html(
            '<rect x="{}" y="{}" width="9" height="9" fill="{}"/>', n(x - 4.5), n(y - 4.5), colour
        )
    if kind == "triangle":
        spots = f"{n(x)},{n(y - 6)} {n(x + 6)},{n(y + 5)} {n(x - 6)},{n(y + 5)}"
        return format_html('<polygon points="{}" fill="{}"/>', spots, colour)
    if kind == "cross":
        spots = f"{n(x)},{n(y - 7)} {n(x + 5)},{n(y)} {n(x)},{n(y + 7)} {n(x - 5)},{n(y)}"
        return format_html('<polygon points="{}" fill="{}"/>', spots, colour)
    inside = "#fff" if kind == "ring" else colour
    return format_html(
        '<circle cx="{}" cy="{}" r="5" fill="{}" stroke="{}" stroke-width="2"/>', n(x), n(y), inside, colour
    )


def _ends(figures: Figures, whole: Sequence[tuple[Period, tuple]]) -> list[tuple[int, Decimal, str]]:
    """The last figure of each area, with what is written beside it."""
    found = []
    for area, name in enumerate(figures.areas):
        value = next((values[area] for _, values in reversed(whole) if values[area] is not None), None)
        if value is not None:
            found.append((area, value, f"{name} {shown(value)}"))
    return found


def _labels(plot: _Plot, ends: Sequence[tuple[int, Decimal, str]], size: Size, room: float) -> str:
    """The name at the end of each line, moved apart so that none covers another."""
    small = size.letter * 0.84
    order = sorted(ends, key=lambda end: -end[1])
    places: list[float] = []
    for _, value, _ in order:
        places.append(max(plot.y(value), places[-1] + small * 1.15) if places else plot.y(value))
    over = max(0.0, places[-1] - size.foot) if places else 0.0
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="{}" font-weight="{}" fill="{}">{}</text>',
        (
            (
                *(n(plot.right + 12), n(y - over + small * 0.35), n(small)),
                *("600" if area == 0 else "400", LOOKS[area % len(LOOKS)][0]),
                fitted(label, room - 12, small),
            )
            for (area, _, label), y in zip(order, places, strict=True)
        ),
    )


def _tick(mark: float) -> str:
    return shown(Decimal(str(mark)).normalize())
