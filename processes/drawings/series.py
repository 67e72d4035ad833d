"""Figures over time as a drawing: bars for a few years of one area, lines when areas are compared.

The axis always begins at nought, a gap is left open, and what a line's colour tells its dashes, its marks and the
name at its end tell too. Pure: `Chart`s in, SVG out. The same figures belong in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.html import format_html, format_html_join

from processes.figures import shown

from .chart import FONT, GAP, INK, MUTED, NAVY, PALE, Chart, Size, ground, n, short
from .lettering import fitted, wrapped
from .lines import lines


def draw(charts: Sequence[Chart], *, uid: str, title: str, columns: int = 1, headed: bool = True) -> str:
    """The charts in a grid, or nothing when none has figures. `uid` makes its ids unique on the page; a
    chart that stands under a heading of its own needs none inside."""
    drawn = [chart for chart in charts if chart.figures.own]
    if not drawn:
        return ""
    wide, tall, letter = (560, 230, 19) if columns == 1 else (410, 190, 19)
    most = max((len(_headings(chart, wide, letter)) for chart in drawn), default=0) if headed else 0
    size = Size(wide, tall, letter, most)
    across = min(columns, len(drawn))
    tall = size.foot + size.letter * 2
    cells = format_html_join(
        "",
        '<g transform="translate({} {})">{}</g>\n',
        (
            (n(place % across * (size.wide + GAP)), n(place // across * (tall + 10)), _cell(chart, size))
            for place, chart in enumerate(drawn)
        ),
    )
    down = -(-len(drawn) // across)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n{}</svg>',
        *(n(across * (size.wide + GAP) - GAP), n(down * (tall + 10) - 10), uid, uid, FONT),
        *(n(size.letter), INK, uid, title, uid, in_words(drawn), cells),
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


def _cell(chart: Chart, size: Size) -> str:
    heading = format_html_join(
        "",
        '<text x="0" y="{}" font-weight="600" fill="{}">{}</text>',
        (
            (n(size.letter * (1 + 1.2 * number)), NAVY, line)
            for number, line in enumerate(_headings(chart, size.wide, size.letter) if size.lines else ())
        ),
    )
    return format_html("{}{}", heading, _bars(chart, size) if chart.as_bars else lines(chart, size))


def _headings(chart: Chart, wide: float, letter: float) -> list[str]:
    return wrapped(chart.title, wide, letter, 2)


# --- Bars ---


def _bars(chart: Chart, size: Size) -> str:
    whole = chart.figures.whole()
    most = max((values[0] for _, values in whole if values[0] is not None), default=Decimal(1)) or Decimal(1)
    step = size.wide / max(len(whole), 3)
    room = size.tall - size.letter * 2.2
    parts = format_html_join(
        "\n", "{}", ((_bar(place, whole, most, step, room, size),) for place in range(len(whole)))
    )
    return format_html("{}{}", parts, ground(0, step * len(whole), size))


def _bar(place: int, whole: list, most: Decimal, step: float, room: float, size: Size) -> str:
    period, values = whole[place]
    middle, value = step * (place + 0.5), values[0]
    name = format_html(
        '<text x="{}" y="{}" font-size="{}" fill="{}" text-anchor="middle">{}</text>',
        *(n(middle), n(size.foot + size.letter * 1.25), n(size.letter * 0.84), MUTED),
        fitted(short(period), step, size.letter * 0.84),
    )
    if value is None:
        gap = format_html(
            '<text x="{}" y="{}" fill="{}" text-anchor="middle">saknas</text>',
            *(n(middle), n(size.foot - 8), MUTED),
        )
        return format_html("{}{}", gap, name)
    tall = room * float(value / most)
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>'
        '<text x="{}" y="{}" font-weight="600" text-anchor="middle">{}</text>{}',
        *(n(middle - step * 0.36), n(size.foot - tall), n(step * 0.72), n(tall)),
        NAVY if place == len(whole) - 1 else PALE,
        *(n(middle), n(size.foot - tall - 8), shown(value), name),
    )


def table_of(chart: Chart) -> Iterator[tuple[str, ...]]:
    """The same figures, a row for each period."""
    for period, values in chart.figures.rows:
        yield (period.label, *(shown(value) for value in values))
