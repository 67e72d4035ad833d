"""Bars side by side: how often something was said."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html, format_html_join

from .lettering import fitted

FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, NAVY, PALE = "#14181f", "#0f2548", "#9fb0cc"
WIDE, ROW, LABEL, SIZE = 860, 46, 390, 22


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


def _svg(uid: str, title: str, tall: float, inside: str, words: str) -> str:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n{}</svg>',
        *(WIDE, tall, uid, uid, FONT, SIZE, INK, uid, title, uid, words, inside),
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
