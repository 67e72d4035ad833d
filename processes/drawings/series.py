"""Figures over time as a drawing: bars for a few years of one area, lines when areas are compared.

The axis always begins at nought, a gap is left open, and what a line's colour tells its dashes, its marks and the
name at its end tell too. Pure: `Chart`s in, SVG out. The same figures belong in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.html import format_html, format_html_join

from processes.figures import UNITS, Figures, Period, Span, Unit, shown

from .lettering import fitted, width, wrapped

FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, PALE, LINE = "#14181f", "#474d57", "#0f2548", "#9fb0cc", "#d6dae1"
LOOKS = (
    ("#0f2548", "", "disc"),
    ("#0b6e99", "9 5", "square"),
    ("#8a3b12", "3 4", "triangle"),
    ("#5b3a8c", "14 4 3 4", "ring"),
    ("#3c6b21", "6 3 2 3", "cross"),
)
MOST_BARS = 8
GAP = 44


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: a name, what it counts in, and the figures."""

    name: str
    unit: str
    figures: Figures

    @property
    def title(self) -> str:
        """The name with what it counts in."""
        unit = UNITS.get(self.unit) if self.unit else UNITS[Unit.COUNT]  # type: ignore[call-overload]
        return f"{self.name}, {unit}" if unit else self.name

    @property
    def as_bars(self) -> bool:
        """Whether it is few enough to be bars."""
        return len(self.figures.areas) == 1 and len(self.figures.whole()) <= MOST_BARS


@dataclass(frozen=True, slots=True)
class _Size:
    """How large a cell is, and its letters."""

    wide: float
    tall: float
    letter: float
    lines: int

    @property
    def head(self) -> float:
        return self.letter * (1.2 * self.lines + 0.6)

    @property
    def foot(self) -> float:
        return self.head + self.tall


def draw(charts: Sequence[Chart], *, uid: str, title: str, columns: int = 1, headed: bool = True) -> str:
    """The charts in a grid, or nothing when none has figures. `uid` makes its ids unique on the page; a
    chart that stands under a heading of its own needs none inside."""
    drawn = [chart for chart in charts if chart.figures.own]
    if not drawn:
        return ""
    wide, tall, letter = (560, 230, 19) if columns == 1 else (410, 190, 19)
    lines = max((len(_headings(chart, wide, letter)) for chart in drawn), default=0) if headed else 0
    size = _Size(wide, tall, letter, lines)
    across = min(columns, len(drawn))
    tall = size.foot + size.letter * 2
    cells = format_html_join(
        "",
        '<g transform="translate({} {})">{}</g>\n',
        (
            (_n(place % across * (size.wide + GAP)), _n(place // across * (tall + 10)), _cell(chart, size))
            for place, chart in enumerate(drawn)
        ),
    )
    down = -(-len(drawn) // across)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n{}</svg>',
        *(_n(across * (size.wide + GAP) - GAP), _n(down * (tall + 10) - 10), uid, uid, FONT),
        *(_n(size.letter), INK, uid, title, uid, in_words(drawn), cells),
    )


def in_words(charts: Sequence[Chart]) -> str:
    """What the drawing shows, for whoever can't see it."""
    return " ".join(_words(chart) for chart in charts if chart.figures.own)


def _words(chart: Chart) -> str:
    told = []
    for place, area in enumerate(chart.figures.areas):
        values = [(period, values[place]) for period, values in chart.figures.rows]
        said = ", ".join(f"{period.label} {shown(value)}" for period, value in values if value is not None)
        if said:
            told.append(f"{area} {said}" if len(chart.figures.areas) > 1 else said)
    return f"{chart.title}: {'; '.join(told)}."


def _cell(chart: Chart, size: _Size) -> str:
    heading = format_html_join(
        "",
        '<text x="0" y="{}" font-weight="600" fill="{}">{}</text>',
        (
            (_n(size.letter * (1 + 1.2 * number)), NAVY, line)
            for number, line in enumerate(_headings(chart, size.wide, size.letter) if size.lines else ())
        ),
    )
    return format_html("{}{}", heading, _bars(chart, size) if chart.as_bars else _lines(chart, size))


def _headings(chart: Chart, wide: float, letter: float) -> list[str]:
    return wrapped(chart.title, wide, letter, 2)


# --- Bars ---


def _bars(chart: Chart, size: _Size) -> str:
    whole = chart.figures.whole()
    most = max((values[0] for _, values in whole if values[0] is not None), default=Decimal(1)) or Decimal(1)
    step = size.wide / max(len(whole), 3)
    room = size.tall - size.letter * 2.2
    parts = format_html_join(
        "\n", "{}", ((_bar(place, whole, most, step, room, size),) for place in range(len(whole)))
    )
    return format_html("{}{}", parts, _ground(0, step * len(whole), size))


def _bar(place: int, whole: list, most: Decimal, step: float, room: float, size: _Size) -> str:
    period, values = whole[place]
    middle, value = step * (place + 0.5), values[0]
    name = format_html(
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="middle">{}</text>',
        *(_n(middle), _n(size.foot + size.letter * 1.25), _n(size.letter * 0.84), MUTED),
        fitted(_short(period), step, size.letter * 0.84),
    )
    if value is None:
        gap = format_html(
            '<text x="{}" y="{}" fill="{}" text-anchor="middle">saknas</text>',
            *(_n(middle), _n(size.foot - 8), MUTED),
        )
        return format_html("{}{}", gap, name)
    tall = room * float(value / most)
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>'
        '<text x="{}" y="{}" font-weight="600" text-anchor="middle">{}</text>{}',
        *(_n(middle - step * 0.36), _n(size.foot - tall), _n(step * 0.72), _n(tall)),
        NAVY if place == len(whole) - 1 else PALE,
        *(_n(middle), _n(size.foot - tall - 8), shown(value), name),
    )


def _ground(left: float, right: float, size: _Size) -> str:
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1.5"/>',
        *(_n(left), _n(size.foot), _n(right), _n(size.foot), MUTED),
    )


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


def _lines(chart: Chart, size: _Size) -> str:
    figures, whole = chart.figures, chart.figures.whole()
    most = max(float(v) for _, values in whole for v in values if v is not None)
    marks = ticks(most, chart.unit)
    small = size.letter * 0.84
    left = max(width(_tick(mark), small) for mark in marks) + 10
    ends = _ends(figures, whole)
    room = min(max(width(label, small) for _, _, label in ends) + 30, size.wide * 0.42)
    plot = _Plot(left, size.wide - room, size.head + 12, size.foot, len(whole), marks[-1])
    lines = format_html_join(
        "\n", "{}", ((_line(plot, whole, place),) for place in reversed(range(len(figures.areas))))
    )
    return format_html(
        "{}{}{}{}{}",
        _grid(plot, marks, small),
        _below(plot, whole, size),
        _ground(plot.left, plot.right, size),
        lines,
        _labels(plot, ends, size, room),
    )


def _grid(plot: _Plot, marks: Sequence[float], small: float) -> str:
    return format_html_join(
        "",
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1"/>'
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="end">{}</text>',
        (
            (
                *(_n(plot.left), _n(plot.y(mark)), _n(plot.right), _n(plot.y(mark)), LINE),
                *(_n(plot.left - 8), _n(plot.y(mark) + small * 0.35), _n(small), MUTED, _tick(mark)),
            )
            for mark in marks
        ),
    )


def _below(plot: _Plot, whole: Sequence[tuple[Period, tuple]], size: _Size) -> str:
    """The names of as many periods as there is room for, evenly spaced and the last one always."""
    small = size.letter * 0.84
    widest = max(width(_short(period), small) for period, _ in whole) + 12
    every = max(1, -(-int(widest * len(whole)) // max(1, int(plot.right - plot.left))))
    shown_ = [place for place in range(len(whole)) if (len(whole) - 1 - place) % every == 0]
    return format_html_join(
        "",
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="middle">{}</text>',
        (
            (
                _n(plot.x(place)),
                _n(size.foot + size.letter * 1.25),
                _n(small),
                MUTED,
                _short(whole[place][0]),
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
            (_n(x1), _n(y1), _n(x2), _n(y2), colour, 3 if area == 0 else 2.5, _dashed(dashes))
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
            '<rect x="{}" y="{}" width="9" height="9" fill="{}"/>', _n(x - 4.5), _n(y - 4.5), colour
        )
    if kind == "triangle":
        spots = f"{_n(x)},{_n(y - 6)} {_n(x + 6)},{_n(y + 5)} {_n(x - 6)},{_n(y + 5)}"
        return format_html('<polygon points="{}" fill="{}"/>', spots, colour)
    if kind == "cross":
        spots = f"{_n(x)},{_n(y - 7)} {_n(x + 5)},{_n(y)} {_n(x)},{_n(y + 7)} {_n(x - 5)},{_n(y)}"
        return format_html('<polygon points="{}" fill="{}"/>', spots, colour)
    inside = "#fff" if kind == "ring" else colour
    return format_html(
        '<circle cx="{}" cy="{}" r="5" fill="{}" stroke="{}" stroke-width="2"/>', _n(x), _n(y), inside, colour
    )


def _ends(figures: Figures, whole: Sequence[tuple[Period, tuple]]) -> list[tuple[int, Decimal, str]]:
    """The last figure of each area, with what is written beside it."""
    found = []
    for area, name in enumerate(figures.areas):
        value = next((values[area] for _, values in reversed(whole) if values[area] is not None), None)
        if value is not None:
            found.append((area, value, f"{name} {shown(value)}"))
    return found


def _labels(plot: _Plot, ends: Sequence[tuple[int, Decimal, str]], size: _Size, room: float) -> str:
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
                *(_n(plot.right + 12), _n(y - over + small * 0.35), _n(small)),
                *("600" if area == 0 else "400", LOOKS[area % len(LOOKS)][0]),
                fitted(label, room - 12, small),
            )
            for (area, _, label), y in zip(order, places, strict=True)
        ),
    )


def _tick(mark: float) -> str:
    return shown(Decimal(str(mark)).normalize())


def _short(period: Period) -> str:
    if period.span is Span.YEAR:
        return period.label
    return (
        f"{period.label[:4].strip()} {period.year % 100:02}"
        if period.span is Span.QUARTER
        else (f"{period.label[:3]} {period.year % 100:02}")
    )


def table_of(chart: Chart) -> Iterator[tuple[str, ...]]:
    """The same figures, a row for each period."""
    for period, values in chart.figures.rows:
        yield (period.label, *(shown(value) for value in values))


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
