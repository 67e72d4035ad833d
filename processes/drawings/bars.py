"""Bars side by side: how often something was said, or how a figure has developed over the years."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join

from .lettering import fitted, wrapped

FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, PALE, LINE = "#14181f", "#474d57", "#0f2548", "#9fb0cc", "#c3c9d3"
WIDE, ROW, LABEL, SIZE = 860, 46, 390, 22
COLUMNS, CHART, FOOT = 3, 190, 34
HEAD = 66


def ranked(rows: Sequence[tuple[str, int]], uid: str, title: str) -> str:
    """Lying bars, one for each label, as long as its number."""
    most = max((number for _, number in rows), default=1) or 1
    room = WIDE - LABEL - 70
    bars = format_html_join(
        "",
        '<text x="0" y="{}">{}</text><rect x="{}" y="{}" width="{}" height="28" fill="{}"/>'
        '<text x="{}" y="{}" font-weight="600">{}</text>\n',
        (
            (
                *(y + 30, fitted(label, LABEL - 20, SIZE)),
                *(LABEL, y + 8, _n(max(room * number / most, 3)), NAVY),
                *(_n(LABEL + max(room * number / most, 3) + 12), y + 30, number),
            )
            for y, (label, number) in ((ROW * place, row) for place, row in enumerate(rows))
        ),
    )
    return _svg(uid, title, ROW * len(rows), bars, ranked_in_words(rows))


def ranked_in_words(rows: Sequence[tuple[str, int]]) -> str:
    """What the bars say, for whoever can't see them."""
    return ", ".join(f"{label} {number}" for label, number in rows) + "."


Series = tuple[str, Sequence[tuple[str, float, str]]]
"""What is counted, and for each year its name, its figure and how that is written."""


def developing(series: Sequence[Series], uid: str, title: str) -> str:
    """Standing bars, one small chart for each series; the latest year is the dark one."""
    wide = WIDE / COLUMNS
    lines = -(-len(series) // COLUMNS)
    tall = HEAD + CHART + FOOT + 14
    charts = format_html_join(
        "",
        '<g transform="translate({} {})">{}</g>\n',
        (
            (_n(place % COLUMNS * wide), place // COLUMNS * tall, _chart(name, years, wide - 40))
            for place, (name, years) in enumerate(series)
        ),
    )
    return _svg(uid, title, lines * tall, charts, developing_in_words(series))


def developing_in_words(series: Sequence[Series]) -> str:
    """What the charts say, for whoever can't see them."""
    return " ".join(
        f"{name}: {', '.join(f'{year} {written}' for year, _, written in years)}." for name, years in series
    )


Pair = tuple[str, float | None, float | None, str, str]
"""A label, the share of those heard and of those who live there, and how each is written."""
PAIR, LEGEND = 66, 40


def paired(rows: Sequence[Pair], uid: str, title: str, keys: Sequence[str]) -> str:
    """Two lying bars for each label, a dark one and a pale one; a share that isn't told has no bar."""
    most = max((share or 0 for _, *shares, _, _ in rows for share in shares), default=1) or 1
    room = WIDE - LABEL - 110
    parts = [
        (y, label, share, written, fill, shift)
        for y, (label, own, other, told, of) in (
            (LEGEND + PAIR * place, row) for place, row in enumerate(rows)
        )
        for share, written, fill, shift in ((own, told, NAVY, 0), (other, of, PALE, 26))
    ]
    bars = format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="22" fill="{}"/><text x="{}" y="{}" font-size="19">{}</text>\n',
        (
            (
                *(LABEL, y + 4 + shift, _n(room * (share or 0) / most), fill),
                *(_n(LABEL + room * (share or 0) / most + 10), y + 21 + shift, written),
            )
            for y, _, share, written, fill, shift in parts
            if written
        ),
    )
    labels = format_html_join(
        "",
        '<text x="0" y="{}">{}</text>\n',
        ((LEGEND + PAIR * place + 34, fitted(row[0], LABEL - 20, SIZE)) for place, row in enumerate(rows)),
    )
    legend = format_html_join(
        "",
        '<rect x="{}" y="4" width="20" height="20" fill="{}"/><text x="{}" y="21" font-size="19">{}</text>\n',
        ((x, fill, x + 30, key) for x, fill, key in zip((0, LABEL), (NAVY, PALE), keys, strict=False)),
    )
    inside = format_html("{}{}{}", legend, labels, bars)
    return _svg(uid, title, LEGEND + PAIR * len(rows), inside, paired_in_words(rows, keys))


def paired_in_words(rows: Sequence[Pair], keys: Sequence[str]) -> str:
    """What the pairs of bars say, for whoever can't see them."""
    said = [
        f"{label}: {keys[0].lower()} {told or 'visas inte'}"
        + (f", {keys[1].lower()} {of}" if of and len(keys) > 1 else "")
        for label, _, _, told, of in rows
    ]
    return "; ".join(said) + "."


def _chart(name: str, years: Sequence[tuple[str, float, str]], wide: float) -> str:
    most = max((figure for _, figure, _ in years), default=1) or 1
    step = wide / max(len(years), 1)
    heading = format_html_join(
        "",
        '<text x="0" y="{}" font-size="19" font-weight="600" fill="{}">{}</text>',
        ((20 + 23 * number, NAVY, line) for number, line in enumerate(wrapped(name, wide, 19, 2))),
    )
    bars = format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/><text x="{}" y="{}" font-weight="600" '
        'text-anchor="middle">{}</text><text x="{}" y="{}" font-size="18" fill="{}" text-anchor="middle">{}</text>',
        (
            (
                *(_n(x + step * 0.14), _n(foot - tall), _n(step * 0.72), _n(tall)),
                NAVY if last else PALE,
                *(_n(x + step / 2), _n(foot - tall - 8), written),
                *(_n(x + step / 2), foot + 24, MUTED, year),
            )
            for x, foot, tall, last, written, year in (
                (
                    step * place,
                    HEAD + CHART,
                    (CHART - 34) * figure / most,
                    place == len(years) - 1,
                    written,
                    year,
                )
                for place, (year, figure, written) in enumerate(years)
            )
        ),
    )
    ground = format_html(
        '<line x1="0" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1.5"/>',
        *(HEAD + CHART, _n(wide), HEAD + CHART, LINE),
    )
    return format_html("{}{}{}", heading, bars, ground)


def _svg(uid: str, title: str, tall: float, inside: str, words: str) -> str:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n{}</svg>',
        *(WIDE, tall, uid, uid, FONT, SIZE, INK, uid, title, uid, words, inside),
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
