"""A time plan as a drawing: months along the top, one bar per activity, arrows from what must come first.

One self-contained SVG for page, PDF and slide: nothing but presentation attributes. What a bar's colour tells,
its pattern and the legend tell too. Pure: `Bar`s in, SVG out. The same content belongs in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html

from .lettering import fitted, width, wrapped
from .months import (
    AMBER,
    BLUE,
    EDGE,
    FONT,
    HEAD,
    INK,
    LEFT,
    MUTED,
    NAVY,
    PALE,
    RED,
    RIGHT,
    SIZE,
    SMALL,
    TINT,
    WIDE,
    Span,
    Time,
    grid,
    named,
    num,
    today_line,
    together,
    whole_months,
    write,
)

FOOT, PAD, LINE, NOTE_LINE = 46, 9, 21, 19
BAR, LEAST = 18, 5
LOOKS = {
    "immediate": ("Verkar genast", BLUE, BLUE),
    "long_term": ("Verkar på lång sikt", TINT, NAVY),
    "": ("Inte sagt när den verkar", "#fff", EDGE),
    "tell": ("Att berätta", PALE, AMBER),
}
TELL = "tell"  # a day on which something is told: no activity, and drawn as a point


@dataclass(frozen=True, slots=True)
class Bar:
    """One activity in time. `after` is the key of the bar that must come first, `look` its horizon."""

    key: int
    title: str
    start: date | None
    end: date | None
    who: str = ""
    after: int | None = None
    look: str = ""

    @property
    def fault(self) -> str:
        """Why it can't be drawn as a bar, in words; empty when it can."""
        if self.start is None and self.end is None:
            return "Ingen period angiven"
        if self.start and self.end and self.end < self.start:
            return "Slutar innan den börjar"
        return ""


@dataclass(frozen=True, slots=True)
class _Lane:
    """A bar's place: its lines of text, where it begins and how tall it is."""

    bar: Bar
    lines: tuple[str, ...]
    top: int
    height: int

    @property
    def middle(self) -> float:
        """The height at which the bar lies."""
        return self.top + self.height / 2


def reach(bars: Iterable[Bar], *more: date | None) -> Span | None:
    """The whole months that hold every bar and the days named; none when nobody has any day."""
    days = [day for bar in bars if not bar.fault for day in (bar.start, bar.end) if day]
    days += [day for day in more if day]
    return whole_months(days)


def draw(
    bars: Sequence[Bar],
    *,
    uid: str,
    today: date | None = None,
    span: Span | None = None,
    title: str = "Tidsplan",
) -> str:
    """The drawing, or nothing when no bar has a day. `uid` makes its ids unique on the page.

    `span` widens the time that is shown, so that several drawings can share one scale.
    """
    found = reach(bars, *(span or ()))
    if found is None:
        return ""
    lanes = _lanes(bars)
    bottom = lanes[-1].top + lanes[-1].height if lanes else HEAD
    time = Time(*found)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n'
        "{}{}{}{}{}</svg>",
        *(WIDE, bottom + FOOT, uid, uid, FONT, SIZE, INK, uid, title, uid, in_words(bars)),
        grid(time, bottom, [lane.top for lane in lanes[1:]]),
        today_line(time, today, bottom),
        together(_lane(time, lane) for lane in lanes),
        together(_arrows(time, lanes)),
        _legend(bars, bottom),
    )


def in_words(bars: Sequence[Bar]) -> str:
    """What the drawing shows on the whole, for whoever can't see it; the table tells the rest."""
    told = sum(1 for bar in bars if bar.look == TELL)
    count = "En aktivitet" if len(bars) - told == 1 else f"{len(bars) - told} aktiviteter"
    if told:
        count += " och ett tillfälle att berätta" if told == 1 else f" och {told} tillfällen att berätta"
    found = reach(bars)
    if found is None:
        return f"{count}, ingen med en period."
    first, last = found
    odd = sum(1 for bar in bars if bar.fault)
    lacking = f" {odd} av dem saknar en period som går att rita." if odd else ""
    return f"{count} mellan {named(first)} och {named(last)}.{lacking} Tabellen intill säger samma sak."


# --- The lanes ---


def _lanes(bars: Sequence[Bar]) -> list[_Lane]:
    found, top = [], HEAD
    for bar in bars:
        lines = wrapped(bar.title, LEFT - 16, SIZE, 2) or ["Utan namn"]
        height = 2 * PAD + LINE * len(lines) + (NOTE_LINE if bar.who else 0)
        found.append(_Lane(bar, tuple(lines), top, height))
        top += height
    return found


def _lane(time: Time, lane: _Lane) -> str:
    """What it is called and who does it to the left, its bar to the right."""
    y = lane.top + PAD + 15
    parts = [write(0, y + LINE * n, line, SIZE, INK) for n, line in enumerate(lane.lines)]
    if lane.bar.who:
        who = fitted(lane.bar.who, LEFT - 16, SMALL)
        parts.append(write(0, y + LINE * len(lane.lines) - 1, who, SMALL, MUTED))
    return together([*parts, _bar(time, lane), "\n"])


def _ends(time: Time, bar: Bar) -> tuple[float, float]:
    """Where the bar begins and ends; an open end reaches as far as the drawing does."""
    x = time.at(bar.start) if bar.start else LEFT
    return x, max(time.past(bar.end) if bar.end else RIGHT, x + LEAST)


def _bar(time: Time, lane: _Lane) -> str:
    bar = lane.bar
    if bar.fault:
        return write(LEFT + 4, lane.middle + 5, bar.fault, SMALL, RED if bar.start else MUTED)
    x, until = _ends(time, bar)
    if bar.look == TELL:
        return _point(min(x, RIGHT - BAR / 2), lane.middle)
    return _box(x, lane.middle - BAR / 2, until - x, bar.look, open_ended=not (bar.start and bar.end))


def _box(x: float, y: float, long: float, look: str, *, open_ended: bool = False) -> str:
    """A bar in its look; what works in the long run has stripes, what lacks an end is dashed."""
    _, fill, edge = LOOKS.get(look, LOOKS[""])
    stripes = ""
    if look == "long_term":
        marks = "".join(f"M{num(x + s)} {num(y + BAR)}l{BAR} {-BAR}" for s in range(4, int(long - BAR), 12))
        stripes = (
            format_html('<path d="{}" stroke="{}" stroke-width="1.5" fill="none"/>', marks, NAVY)
            if marks
            else ""
        )
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}" stroke="{}" stroke-width="2"{}/>{}',
        *(num(x), num(y), num(long), BAR, fill, edge),
        format_html(' stroke-dasharray="{}"', "5 4") if open_ended else "",
        stripes,
    )


def _point(x: float, y: float) -> str:
    """A day with no length."""
    half = BAR / 2
    way = f"M{num(x)} {num(y - half)}l{num(half)} {num(half)}l{num(-half)} {num(half)}l{num(-half)} {num(-half)}Z"
    return format_html('<path d="{}" fill="{}" stroke="{}" stroke-width="2"/>', way, PALE, AMBER)


def _arrows(time: Time, lanes: Sequence[_Lane]) -> Iterable[str]:
    """From the end of what comes first to the beginning of what follows; red where it begins too soon."""
    there = {lane.bar.key: lane for lane in lanes if not lane.bar.fault}
    for lane in there.values():
        before = there.get(lane.bar.after) if lane.bar.after is not None else None
        if before is None or before is lane:
            continue
        x, until = _ends(time, lane.bar)[0], _ends(time, before.bar)[1]
        colour = RED if x < until - 0.5 else NAVY
        yield _arrow(until, before.middle, x, lane.middle, colour)


def _arrow(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Out of one bar and into another; round both when the second begins before the first has ended."""
    down = BAR / 2 + 3 if y2 > y1 else -BAR / 2 - 3
    around = "" if x2 - x1 >= 20 else f"h7V{num(y1 + down)}"
    way = f"{around}H{num(x2 - 12)}V{num(y2)}"
    return format_html(
        '<path d="M{} {}{}H{}" stroke="{}" stroke-width="2" fill="none"/><path d="M{} {}l-8 -5v10Z" fill="{}"/>\n',
        *(num(x1), num(y1), way, num(x2 - 6), colour, num(x2 - 1), num(y2), colour),
    )


def _legend(bars: Sequence[Bar], bottom: int) -> str:
    """The looks that occur, with their words."""
    x, parts = 0.0, []
    looks = {bar.look if bar.look in LOOKS else "" for bar in bars if not bar.fault}
    for look in LOOKS:
        if look in looks:
            words = LOOKS[look][0]
            mark = (
                _point(x + 21, bottom + 18 + BAR / 2) if look == TELL else _box(x + 1, bottom + 18, 40, look)
            )
            parts.append(mark)
            parts.append(write(x + 50, bottom + 18 + 14, words, SMALL, INK))
            x += 50 + width(words, SMALL) + 28
    return format_html("<g>{}</g>\n", together(parts))
