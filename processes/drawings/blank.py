"""Drawings to write in by hand: the ladder of why, and the triangle with lines beside it."""

from __future__ import annotations

from math import sqrt

from django.utils.html import format_html, format_html_join

from .lettering import wrapped

FONT = "Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, EDGE, TINT, YELLOW = "#14181f", "#474d57", "#0f2548", "#767d89", "#f3f5f9", "#ffd400"
WIDE = 700
RUNGS, RUNG, STEP, COLUMN = 5, 118, 140, 335


def whys(problem: str, uid: str) -> str:
    """The problem on top, and two ladders of five answers below it."""
    top = 104
    rungs = format_html_join(
        "",
        '<rect x="{}" y="{}" width="{}" height="{}" fill="#fff" stroke="{}" stroke-width="1.2"/>'
        '<text x="{}" y="{}" font-size="15" font-weight="600" fill="{}">Varför? {}</text>'
        '<path d="M{} {}v-14m-5 6l5 -7l5 7" stroke="{}" stroke-width="1.6" fill="none"/>\n',
        (
            (x, y, COLUMN, RUNG, EDGE, x + 12, y + 24, NAVY, n + 1, x + COLUMN / 2, y - 3, NAVY)
            for x in (0, WIDE - COLUMN)
            for n, y in ((n, top + n * STEP) for n in range(RUNGS))
        ),
    )
    lines = wrapped(problem, WIDE - 40, 20, 2) or [""]
    heading = format_html(
        '<rect x="0" y="0" width="{}" height="80" fill="{}"/><rect x="0" y="0" width="6" height="80" fill="{}"/>{}',
        *(WIDE, TINT, YELLOW),
        format_html_join(
            "",
            '<text x="22" y="{}" font-size="20" font-weight="600">{}</text>',
            ((48 - 13 * (len(lines) - 1) + 26 * n, line) for n, line in enumerate(lines)),
        ),
    )
    tall = top + RUNGS * STEP - (STEP - RUNG) + 2
    return _svg(uid, "Fem varför", WHYS_IN_WORDS, tall, format_html("{}{}", heading, rungs))


WHYS_IN_WORDS = "Problemet överst, och under det två stegar med fem rutor var att fylla i: Varför?"
TRIANGLE_IN_WORDS = (
    "En triangel med en inre och en yttre sida, och rader att skriva på vid de sex platserna: gärningsperson "
    "och övervakare, offer eller objekt och beskyddare, plats och platsansvarig."
)
# Where each place has its lines: left edge, top and width.
PLACES = (
    ("Övervakare", "Vem kan hålla uppsikt?", 0, 20, 200),
    ("Gärningsperson", "Vilka orsakar det?", 0, 200, 160),
    ("Platsansvarig", "Vem ansvarar för platsen?", 500, 20, 200),
    ("Plats", "Var händer det?", 540, 200, 160),
    ("Offer eller objekt", "Vem eller vad drabbas?", 365, 560, 335),
    ("Beskyddare", "Vem kan skydda?", 0, 560, 335),
)


def triangle(uid: str) -> str:
    """Two triangles in each other with the names along their sides, and lines to write on around them."""
    middle, base, height = WIDE / 2, 500, 430
    parts = []
    for inset, outer in ((0.0, True), (52.0, False)):
        half, top, bottom = height / sqrt(3) - inset * sqrt(3), base - height + 2 * inset, base - inset
        parts.append(
            format_html(
                '<path d="M{} {}L{} {}L{} {}Z" fill="{}" stroke="{}" stroke-width="2"/>\n',
                *map(_n, (middle, top, middle + half, bottom, middle - half, bottom)),
                *(TINT if outer else "#fff", NAVY),
            )
        )
        names = (
            ("Övervakare", "Platsansvarig", "Beskyddare")
            if outer
            else ("Gärningsperson", "Plats", "Offer/objekt")
        )
        inside = 30
        side = (half - inside * sqrt(3) / 2) / 2
        centre = (top + bottom) / 2 + inside * 0.5
        for x, y, turn, name in (
            (middle - side, centre, -60, names[0]),
            (middle + side, centre, 60, names[1]),
            (middle, bottom - inside * 0.55 + 2, 0, names[2]),
        ):
            parts.append(
                format_html(
                    '<text transform="translate({} {}) rotate({})" text-anchor="middle" font-size="17" '
                    'font-weight="600" fill="{}">{}</text>\n',
                    *(_n(x), _n(y), turn, NAVY, name),
                )
            )
    parts += [_lines(*place) for place in PLACES]
    inside_all = format_html_join("", "{}", ((part,) for part in parts))
    return _svg(uid, "Problemanalystriangeln att fylla i", TRIANGLE_IN_WORDS, 740, inside_all)


def _lines(name: str, question: str, x: float, y: float, wide: float) -> str:
    """A place's name, its question, and lines to write on."""
    return format_html(
        '<text x="{}" y="{}" font-size="17" font-weight="600" fill="{}">{}</text>'
        '<text x="{}" y="{}" font-size="14" fill="{}">{}</text>{}\n',
        *(x, y, NAVY, name, x, y + 19, MUTED, question),
        format_html_join(
            "",
            '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1"/>',
            ((x, line, x + wide, line, EDGE) for line in (y + 54, y + 88, y + 122)),
        ),
    )


def _svg(uid: str, title: str, words: str, tall: float, inside: str) -> str:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="16" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n{}</svg>',
        *(WIDE, _n(tall), uid, uid, FONT, INK, uid, title, uid, words, inside),
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
