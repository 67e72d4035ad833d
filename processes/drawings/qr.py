"""An address as a QR code: squares that a phone's camera reads, also from a paper that has been rained on."""

from __future__ import annotations

from collections.abc import Iterator

import segno
from django.utils.html import format_html

MARGIN = 4  # squares of white around it, which the standard demands
LEVEL = "q"  # a fourth of it may be gone


def code(address: str, uid: str, title: str) -> str:
    """The code as a drawing; black on white whatever is behind it."""
    rows = [list(row) for row in segno.make(address, error=LEVEL, micro=False).matrix]
    size = len(rows) + 2 * MARGIN
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img" aria-labelledby="{1}-t" '
        'shape-rendering="crispEdges">\n<title id="{1}-t">{2}</title>\n'
        '<rect width="{0}" height="{0}" fill="#ffffff"/><path fill="#000000" d="{3}"/></svg>',
        *(size, uid, title, "".join(_bars(rows))),
    )


def _bars(rows: list[list[int]]) -> Iterator[str]:
    """Each run of dark squares as one bar."""
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            long = 0
            while x + long < len(row) and row[x + long]:
                long += 1
            if long:
                yield f"M{x + MARGIN} {y + MARGIN}h{long}v1h-{long}z"
            x += max(long, 1)
