"""The year as a band: a lane for the round and one for each party, with a numbered mark on each day that matters.

One self-contained SVG. The number leads to the row of the table beside it; the shape tells what kind of day it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html

from .lettering import width, wrapped
from .months import (
    AMBER,
    BLUE,
    FONT,
    HEAD,
    INK,
    LEFT,
    NAVY,
    PALE,
    RED,
    RIGHT,
    SIZE,
    SMALL,
    TINT,
    WIDE,
    Time,
    grid,
    named,
    num,
    today_line,
    together,
    whole_months,
    write,
)

LINE, PAD, MARK, FOOT = 21, 10, 26, 50
# Shape, fill, edge and colour of the number, and what it is called.
LOOKS = {
    "own": ("square", NAVY, NAVY, "#fff", "Rundans egna dagar"),
    "budget": ("diamond", PALE, AMBER, INK, "Budget eller verksamhetsplan"),
    "meeting": ("circle", TINT, BLUE, INK, "Möte eller annat"),
    "missed": ("circle", "#fff", RED, RED, "Går inte ihop"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A day in a lane, by the number that the table has for it."""

    number: int
    lane: str
    on: date
    look: str = "meeting"


def draw(marks: Sequence[Mark], *, uid: str, today: date | None = None, title: str = "Årshjul") -> str:
    """The band, or nothing when there is no day to show. `uid` makes its ids unique on the page."""
    span = whole_months(mark.on for mark in marks)
    if span is None:
        return ""
    time, lanes = Time(*span), list(dict.fromkeys(mark.lane for mark in marks))
    top, parts, tops = HEAD, [], []
    for lane in lanes:
        own = [mark for mark in marks if mark.lane == lane]
        levels = _levels(time, own)
        lines = wrapped(lane, LEFT - 16, SIZE, 2)
        height = 2 * PAD + max(LINE * len(lines), (MARK + 4) * (max(levels.values()) + 1))
        tops.append(top)
        parts += [write(0, top + PAD + 16 + LINE * at, words, SIZE, INK) for at, words in enumerate(lines)]
        parts += [
            _mark(
                _at(time, mark), top + PAD + MARK / 2 + levels[mark] * (MARK + 4), mark.look, str(mark.number)
            )
            for mark in own
        ]
        top += height
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n'
        "{}{}{}{}</svg>",
        *(WIDE, top + FOOT, uid, uid, FONT, SIZE, INK, uid, title, uid, in_words(marks)),
        grid(time, top, tops[1:]),
        today_line(time, today, top),
        together(parts),
        _legend(marks, top),
    )


def in_words(marks: Sequence[Mark]) -> str:
    """What the drawing shows on the whole, for whoever can't see it; the table tells the rest."""
    span = whole_months(mark.on for mark in marks)
    if span is None:
        return "Inga datum."
    lanes = len({mark.lane for mark in marks})
    missed = sum(1 for mark in marks if mark.look == "missed")
    lacking = f" {missed} av dem går inte ihop med rundan." if missed else ""
    return (
        f"{len(marks)} datum i {lanes} {'rad' if lanes == 1 else 'rader'}, mellan {named(span[0])} och "
        f"{named(span[1])}.{lacking} Tabellen intill säger samma sak."
    )


def _at(time: Time, mark: Mark) -> float:
    """The middle of the mark, which stays within the drawing."""
    return min(max(time.at(mark.on), LEFT + MARK / 2), RIGHT - MARK / 2)


def _levels(time: Time, marks: Sequence[Mark]) -> dict[Mark, int]:
    """Marks that would cover each other are put below each other."""
    found: dict[Mark, int] = {}
    ends: list[float] = []
    for mark in sorted(marks, key=lambda mark: (mark.on, mark.number)):
        x = _at(time, mark)
        level = next((at for at, end in enumerate(ends) if x >= end), len(ends))
        ends[level:] = [x + MARK + 2] if level == len(ends) else [x + MARK + 2, *ends[level + 1 :]]
        found[mark] = level
    return found


def _mark(x: float, y: float, look: str, words: str) -> str:
    shape, fill, edge, ink, _ = LOOKS.get(look, LOOKS["meeting"])
    half = MARK / 2
    ways = {
        "square": f"M{num(x - half + 1)} {num(y - half + 1)}h{MARK - 2}v{MARK - 2}h{2 - MARK}Z",
        "diamond": f"M{num(x)} {num(y - half - 2)}l{num(half + 2)} {num(half + 2)}l{num(-half - 2)} {num(half + 2)}"
        f"l{num(-half - 2)} {num(-half - 2)}Z",
        "circle": f"M{num(x - half)} {num(y)}a{num(half)} {num(half)} 0 1 1 {MARK} 0a{num(half)} {num(half)} 0 1 1 "
        f"{-MARK} 0Z",
    }
    return together(
        [
            format_html('<path d="{}" fill="{}" stroke="{}" stroke-width="2"/>', ways[shape], fill, edge),
            write(x, y + 5, words, SMALL, ink, weight=600, anchor="middle"),
        ]
    )


def _legend(marks: Sequence[Mark], bottom: float) -> str:
    """The looks that occur, with their words."""
    x, parts = 15.0, []
    looks = {mark.look for mark in marks}
    for look, (*_, words) in LOOKS.items():
        if look in looks:
            parts += [_mark(x, bottom + 28, look, ""), write(x + 22, bottom + 33, words, SMALL, INK)]
            x += 22 + width(words, SMALL) + 36
    return format_html("<g>{}</g>\n", together(parts))
