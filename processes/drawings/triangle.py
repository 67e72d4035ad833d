"""The problem analysis triangle as a drawing: two rings around the problem, and who stands at each side.

One self-contained SVG for page, PDF and slide. What is told by colour is told by a pattern, a mark and words
as well. Nothing but presentation attributes, since neither the page nor the PDF allows styles.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import dist, sqrt

from django.utils.html import format_html, format_html_join

from processes.models.problem import Side
from processes.triangle import SIDES, Spot, Stand, Triangle, tally

from .lettering import fitted, width, wrapped

WIDE, TALL = 960, 690
FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
SIZE, SMALL, LINE = 20, 18, 26
MIDDLE, TOP, HEIGHT = WIDE / 2, 18, 474
BAND, SPACE = 47, 4
INK, MUTED, NAVY, BLUE = "#14181f", "#4d5461", "#0f2548", "#0b4f9e"
TINT, AMBER, AMBER_TINT, RED = "#eaf1fa", "#8a5a00", "#fff4d1", "#a8102a"
HATCH, DASHES, EVERY, SLANT = "#c79a2e", "7 5", 13, 30
NUMBERS = ("Ingen", "En", "Två", "Tre")
SHOWN = 2  # of those who stand at a spot; the rest are counted

Point = tuple[float, float]


def draw(triangle: Triangle, uid: str) -> str:
    """The drawing; `uid` makes its ids unique on the page."""
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n'
        "{}{}{}{}</svg>",
        *(WIDE, TALL, uid, uid, FONT, SIZE, INK, uid),
        f"Problemanalystriangeln: {triangle.problem}" if triangle.problem else "Problemanalystriangeln",
        *(uid, triangle.in_words),
        _together(_band(spot) for spot in triangle),
        _centre(triangle.problem),
        _together(_panel(spot) for spot in triangle),
        _legend(triangle.planned),
    )


def draw_small(triangle: Triangle, uid: str) -> str:
    """The rings alone, for a list: which sides are reached."""
    x, y = MIDDLE - HEIGHT / sqrt(3), TOP
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{} {} {} {}" role="img" aria-labelledby="{}-t">'
        '<title id="{}-t">{}</title>\n{}</svg>',
        *(_n(x - 4), y - 4, _n(2 * HEIGHT / sqrt(3) + 8), HEIGHT + 8, uid, uid, reach(triangle)),
        _together(_side(spot) for spot in triangle),
    )


def reach(triangle: Triangle) -> str:
    """How many of the three sides any activity reaches, in words."""
    if not triangle.planned:
        return "Inga aktiviteter ännu"
    return f"{NUMBERS[len(SIDES) - len(triangle.untouched)]} av tre sidor nås av någon aktivitet"


def _together(parts: Iterable[str]) -> str:
    return format_html_join("", "{}", ((part,) for part in parts))


# --- The rings ---


def _corners(inradius: float) -> tuple[Point, Point, Point]:
    """Apex, left and right corner of the triangle around the common centre."""
    y = TOP + HEIGHT * 2 / 3
    half = inradius * sqrt(3)
    return (MIDDLE, y - 2 * inradius), (MIDDLE - half, y + inradius), (MIDDLE + half, y + inradius)


def _ring(outer: bool) -> tuple[float, float]:
    """The inradii between which a ring lies."""
    whole = HEIGHT / 3
    edge = whole if outer else whole - BAND - SPACE
    return edge, edge - BAND


def _ends(side: Side, inradius: float) -> tuple[Point, Point]:
    """Where the side of the triangle begins and ends, from left to right."""
    apex, left, right = _corners(inradius)
    if side in (Side.OFFENDER, Side.HANDLER):
        return left, apex
    return (apex, right) if side in (Side.PLACE, Side.MANAGER) else (left, right)


def _looks(spot: Spot) -> tuple[str, str, str]:
    """Fill, edge and letters: touched, untouched, or nothing to compare with yet."""
    if spot.activities:
        return NAVY if spot.outer else BLUE, "#fff", "#fff"
    return (AMBER_TINT, AMBER, INK) if spot.untouched else (TINT, NAVY, INK)


def _edges(spot: Spot) -> tuple[Point, Point, Point, Point]:
    """The corners of one side of a ring: along the outside, and back along the inside."""
    far, near = _ring(spot.outer)
    (a, b), (d, c) = _ends(spot.side, far), _ends(spot.side, near)
    return a, b, c, d


def _band(spot: Spot) -> str:
    """One side of a ring with its name along it."""
    return _together([_side(spot), _name(spot)])


def _side(spot: Spot) -> str:
    """One side of a ring, hatched and dashed where no activity reaches."""
    a, b, c, d = _edges(spot)
    fill, edge, _ = _looks(spot)
    shape = format_html(
        '<path d="M{} {}L{} {}L{} {}L{} {}Z" fill="{}" stroke="{}" stroke-width="2"{}/>\n',
        *(_n(v) for point in (a, b, c, d) for v in point),
        *(fill, edge, format_html(' stroke-dasharray="{}"', DASHES) if spot.untouched else ""),
    )
    hatching = [_hatching(a, b, c, d)] if spot.untouched else []
    return _together([shape, *hatching])


def _hatching(a: Point, b: Point, c: Point, d: Point) -> str:
    """Slanting lines across a side, so that it differs without colour too."""
    long = dist(a, b)
    along = (b[0] - a[0]) / long, (b[1] - a[1]) / long
    corner = BAND * sqrt(3)  # so much of each end is cut off slantwise
    lines = []
    for number in range(int((long - corner - SLANT) / EVERY)):
        start = corner / 2 + number * EVERY
        x, y = a[0] + along[0] * (start + SLANT), a[1] + along[1] * (start + SLANT)
        inner = start - corner / 2
        lines.append(f"M{_n(x)} {_n(y)}L{_n(d[0] + along[0] * inner)} {_n(d[1] + along[1] * inner)}")
    # From d the inner edge begins half a corner later than the outer one does from a.
    return format_html('<path d="{}" stroke="{}" stroke-width="1" fill="none"/>\n', "".join(lines), HATCH)


def _name(spot: Spot) -> str:
    """The spot's name in the middle of its side, on a clear ground where the side is hatched."""
    x, y = (sum(point[n] for point in _edges(spot)) / 4 for n in (0, 1))
    turn = {Side.OFFENDER: -60, Side.HANDLER: -60, Side.PLACE: 60, Side.MANAGER: 60}.get(spot.side, 0)
    ground = ""
    if spot.untouched:
        wide = width(spot.title, SIZE) + 14
        ground = format_html(
            '<rect x="{}" y="-15" width="{}" height="30" fill="{}"/>', _n(-wide / 2), _n(wide), AMBER_TINT
        )
    return format_html(
        '<g transform="translate({} {}) rotate({})">{}'
        '<text y="7" text-anchor="middle" font-weight="600" fill="{}">{}</text></g>\n',
        *(_n(x), _n(y), turn, ground, _looks(spot)[2], spot.title),
    )


def _centre(problem: str) -> str:
    """What it is all about, in the middle."""
    _, near = _ring(outer=False)
    bottom = _corners(near)[1][1]
    lines = wrapped(problem, near * 1.9, 17, 3)
    top = bottom - 20 - 21 * (len(lines) - 1)
    return format_html(
        '<g text-anchor="middle" font-size="17">{}</g>\n',
        format_html_join(
            "",
            '<text x="{}" y="{}">{}</text>',
            ((_n(MIDDLE), _n(top + 21 * n), line) for n, line in enumerate(lines)),
        ),
    )


# --- Beside the rings: who stands there ---

PANELS = {
    Side.HANDLER: (20, 40, 310),
    Side.OFFENDER: (20, 178, 275),
    Side.MANAGER: (662, 40, 290),
    Side.PLACE: (690, 178, 262),
    Side.GUARDIAN: (20, 530, 440),
    Side.TARGET: (500, 530, 440),
}


def _panel(spot: Spot) -> str:
    """Who stands at the spot, and how many causes and activities concern it."""
    x, y, room = PANELS[spot.side]
    lines = [format_html('<text x="{}" y="{}" font-weight="600">{}</text>\n', x, y, spot.title)]
    for stand in spot.stands[:SHOWN]:
        y += LINE
        lines.append(_stand(stand, x, y, room))
    if not spot.stands:
        said = spot.said or "Ingen är angiven."
        for line in wrapped(said, room, SMALL, SHOWN):
            y += LINE
            lines.append(_line(line, x, y, INK if spot.said else RED))
    more = len(spot.stands) - SHOWN
    y += LINE
    told = tally(spot) + (f", och {more} till här" if more > 0 else "")
    lines.append(_line(fitted(told, room, SMALL), x, y, MUTED))
    return _together(lines)


def _line(text: str, x: float, y: float, colour: str) -> str:
    return format_html(
        '<text x="{}" y="{}" font-size="{}" fill="{}">{}</text>\n', _n(x), _n(y), SMALL, colour, text
    )


def _stand(stand: Stand, x: float, y: float, room: float) -> str:
    """A mark and a name: whole for who is there, half for who is not enough, a broken ring for who is missing."""
    words = fitted(stand.who, room - 24, SMALL)
    colour = RED if stand.standing == "missing" else INK
    return _together([_mark(stand.standing, x + 8, y - 6), _line(words, x + 24, y, colour)])


def _mark(standing: str, x: float, y: float) -> str:
    x_, y_ = _n(x), _n(y)
    if standing == "missing":
        return format_html(
            '<circle cx="{}" cy="{}" r="7" fill="#fff" stroke="{}" stroke-width="2.5" stroke-dasharray="4 3"/>',
            *(x_, y_, RED),
        )
    whole = format_html(
        '<circle cx="{}" cy="{}" r="7" fill="{}" stroke="{}" stroke-width="2"/>',
        *(x_, y_, NAVY if standing == "present" else "#fff", NAVY),
    )
    if standing != "weak":
        return whole
    return format_html('{}<path d="M{} {}a7 7 0 0 1 0 14z" fill="{}"/>', whole, x_, _n(y - 7), NAVY)


def _legend(planned: bool) -> str:
    """What fillings and marks mean. Without activities the fillings have nothing to tell."""
    y = TALL - 22
    told = _line("Sidorna fylls i när det finns aktiviteter.", 20, y + 6, MUTED)
    if planned:
        told = format_html(
            '<rect x="20" y="{}" width="34" height="20" fill="{}"/>{}'
            '<rect x="222" y="{}" width="34" height="20" fill="{}" stroke="{}" stroke-width="2" '
            'stroke-dasharray="{}"/><path d="M229 {}l6 -20m2 20l6 -20m2 20l6 -20" stroke="{}" fill="none"/>{}\n',
            *(y - 9, NAVY, _line("Minst en aktivitet", 62, y + 7, MUTED)),
            *(y - 9, AMBER_TINT, AMBER, DASHES, y + 11, HATCH, _line("Ingen aktivitet", 264, y + 7, MUTED)),
        )
    marks = (("present", "Finns"), ("weak", "Räcker inte till"), ("missing", "Saknas"))
    return _together(
        [
            told,
            *(
                _together([_mark(standing, x, y + 1), _line(words, x + 14, y + 7, MUTED)])
                for (standing, words), x in zip(marks, (500, 600, 770), strict=True)
            ),
        ]
    )


def _n(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.1f}".removesuffix(".0")
