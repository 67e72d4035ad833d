"""A time plan as a drawing: months along the top, one bar per activity, arrows from what must come first.

One self-contained SVG for page, PDF and slide: nothing but presentation attributes. What a bar's colour tells,
its pattern and the legend tell too. Pure: `Bar`s in, SVG out. The same content belongs in a table beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.html import format_html, format_html_join

from .lettering import fitted, width, wrapped

WIDE, LEFT, RIGHT = 960, 316, 946
HEAD, FOOT, PAD = 78, 46, 9
SIZE, SMALL, LINE, NOTE_LINE = 17, 15, 21, 19
BAR, LEAST = 18, 5
FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, BLUE = "#14181f", "#4d5461", "#0f2548", "#0b4f9e"
GRID, EDGE, TINT, RED = "#d6dae1", "#767d89", "#eaf1fa", "#a8102a"
AMBER, PALE = "#7a4b00", "#fff4d1"
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
STEPS = (1, 3, 6, 12, 24, 60, 120, 240)
MOST_TICKS = 18
LOOKS = {
    "immediate": ("Verkar genast", BLUE, BLUE),
    "long_term": ("Verkar på lång sikt", TINT, NAVY),
    "": ("Inte sagt när den verkar", "#fff", EDGE),
    "tell": ("Att berätta", PALE, AMBER),
}
TELL = "tell"  # a day on which something is told: no activity, and drawn as a point

Span = tuple[date, date]


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
    if not days:
        return None
    last = max(days)
    return min(days).replace(day=1), _month(last, 1) - timedelta(days=1)


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
    time = _Time(*found)
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" aria-labelledby="{}-t {}-d" '
        'font-family="{}" font-size="{}" fill="{}">\n<title id="{}-t">{}</title>\n<desc id="{}-d">{}</desc>\n'
        "{}{}{}{}{}</svg>",
        *(WIDE, bottom + FOOT, uid, uid, FONT, SIZE, INK, uid, title, uid, in_words(bars)),
        _grid(time, bottom, lanes),
        _today(time, today, bottom),
        _together(_lane(time, lane) for lane in lanes),
        _together(_arrows(time, lanes)),
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
    return f"{count} mellan {_named(first)} och {_named(last)}.{lacking} Tabellen intill säger samma sak."


# --- Time ---


@dataclass(frozen=True, slots=True)
class _Time:
    """The days shown, and where each falls."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where the day begins, from left to right."""
        whole = (self.last - self.first).days + 1
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / whole

    def past(self, day: date) -> float:
        """Where the day ends."""
        return self.at(day + timedelta(days=1))

    def ends(self, bar: Bar) -> tuple[float, float]:
        """Where the bar begins and ends; an open end reaches as far as the drawing does."""
        x = self.at(bar.start) if bar.start else LEFT
        return x, max(self.past(bar.end) if bar.end else RIGHT, x + LEAST)


def ticks(first: date, last: date) -> list[date]:
    """The months that get a line: so many that their names find room, at even steps of the calendar."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((s for s in STEPS if months / s <= MOST_TICKS), STEPS[-1])
    found = [_month(first, n) for n in range(months)]
    return [day for day in found if (day.year * 12 + day.month - 1) % step == 0]


def _month(day: date, on: int) -> date:
    """The first of the month so many months on."""
    year, month = divmod(day.year * 12 + day.month - 1 + on, 12)
    return date(year, month + 1, 1)


def _named(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


# --- The ground ---


def _grid(time: _Time, bottom: int, lanes: Sequence[_Lane]) -> str:
    """Lines at months, the names of months and years above them, and a thin line between the lanes."""
    found = ticks(time.first, time.last)
    monthly = any(day.month != 1 for day in found)
    parts = [_rule(LEFT, HEAD, RIGHT, HEAD, EDGE)]
    parts += [_rule(0, lane.top, WIDE, lane.top, GRID) for lane in lanes[1:]]
    for n, day in enumerate(found):
        x = time.at(day)
        parts.append(
            _rule(x, HEAD - (24 if day.month == 1 else 4), x, bottom, EDGE if day.month == 1 else GRID)
        )
        room = (time.at(found[n + 1]) if n + 1 < len(found) else RIGHT) - x
        if monthly and room >= width(MONTHS[day.month - 1], SMALL) + 4:
            parts.append(_text(x + 4, HEAD - 8, MONTHS[day.month - 1], SMALL, MUTED))
    return _together([*parts, *_years(time, found, monthly)])


def _years(time: _Time, found: Sequence[date], monthly: bool) -> Iterable[str]:
    """The year where the drawing begins, and at each January that has a line."""
    starts = [day for day in found if day.month == 1 and day > time.first]
    if not starts or time.at(starts[0]) - LEFT > width("2027", SIZE) + 8:
        starts.insert(0, time.first)
    for day in starts:
        yield _text(time.at(day) + 4, HEAD - (32 if monthly else 8), str(day.year), SIZE, INK, weight=600)


def _today(time: _Time, today: date | None, bottom: int) -> str:
    if today is None or not time.first <= today <= time.last:
        return ""
    x = time.at(today)
    words = "I dag"
    left = x + width(words, SMALL) + 8 > RIGHT
    return format_html(
        '<path d="M{} {}V{}" stroke="{}" stroke-width="2" stroke-dasharray="7 4" fill="none"/>{}\n',
        *(_n(x), 2, bottom, RED),
        _text(x - 5 if left else x + 5, 15, words, SMALL, RED, weight=600, anchor="end" if left else "start"),
    )


# --- The lanes ---


def _lanes(bars: Sequence[Bar]) -> list[_Lane]:
    found, top = [], HEAD
    for bar in bars:
        lines = wrapped(bar.title, LEFT - 16, SIZE, 2) or ["Utan namn"]
        height = 2 * PAD + LINE * len(lines) + (NOTE_LINE if bar.who else 0)
        found.append(_Lane(bar, tuple(lines), top, height))
        top += height
    return found


def _lane(time: _Time, lane: _Lane) -> str:
    """What it is called and who does it to the left, its bar to the right."""
    y = lane.top + PAD + 15
    parts = [_text(0, y + LINE * n, line, SIZE, INK) for n, line in enumerate(lane.lines)]
    if lane.bar.who:
        who = fitted(lane.bar.who, LEFT - 16, SMALL)
        parts.append(_text(0, y + LINE * len(lane.lines) - 1, who, SMALL, MUTED))
    return _together([*parts, _bar(time, lane), "\n"])


def _bar(time: _Time, lane: _Lane) -> str:
    bar = lane.bar
    if bar.fault:
        return _text(LEFT + 4, lane.middle + 5, bar.fault, SMALL, RED if bar.start else MUTED)
    x, until = time.ends(bar)
    if bar.look == TELL:
        return _point(min(x, RIGHT - BAR / 2), lane.middle)
    return _box(x, lane.middle - BAR / 2, until - x, bar.look, open_ended=not (bar.start and bar.end))


def _box(x: float, y: float, long: float, look: str, *, open_ended: bool = False) -> str:
    """A bar in its look; what works in the long run has stripes, what lacks an end is dashed."""
    _, fill, edge = LOOKS.get(look, LOOKS[""])
    stripes = ""
    if look == "long_term":
        marks = "".join(f"M{_n(x + s)} {_n(y + BAR)}l{BAR} {-BAR}" for s in range(4, int(long - BAR), 12))
        stripes = (
            format_html('<path d="{}" stroke="{}" stroke-width="1.5" fill="none"/>', marks, NAVY)
            if marks
            else ""
        )
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}" stroke="{}" stroke-width="2"{}/>{}',
        *(_n(x), _n(y), _n(long), BAR, fill, edge),
        format_html(' stroke-dasharray="{}"', "5 4") if open_ended else "",
        stripes,
    )


def _point(x: float, y: float) -> str:
    """A day with no length."""
    half = BAR / 2
    way = f"M{_n(x)} {_n(y - half)}l{_n(half)} {_n(half)}l{_n(-half)} {_n(half)}l{_n(-half)} {_n(-half)}Z"
    return format_html('<path d="{}" fill="{}" stroke="{}" stroke-width="2"/>', way, PALE, AMBER)


def _arrows(time: _Time, lanes: Sequence[_Lane]) -> Iterable[str]:
    """From the end of what comes first to the beginning of what follows; red where it begins too soon."""
    there = {lane.bar.key: lane for lane in lanes if not lane.bar.fault}
    for lane in there.values():
        before = there.get(lane.bar.after) if lane.bar.after is not None else None
        if before is None or before is lane:
            continue
        x, until = time.ends(lane.bar)[0], time.ends(before.bar)[1]
        colour = RED if x < until - 0.5 else NAVY
        yield _arrow(until, before.middle, x, lane.middle, colour)


def _arrow(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    """Out of one bar and into another; round both when the second begins before the first has ended."""
    down = BAR / 2 + 3 if y2 > y1 else -BAR / 2 - 3
    around = "" if x2 - x1 >= 20 else f"h7V{_n(y1 + down)}"
    way = f"{around}H{_n(x2 - 12)}V{_n(y2)}"
    return format_html(
        '<path d="M{} {}{}H{}" stroke="{}" stroke-width="2" fill="none"/><path d="M{} {}l-8 -5v10Z" fill="{}"/>\n',
        *(_n(x1), _n(y1), way, _n(x2 - 6), colour, _n(x2 - 1), _n(y2), colour),
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
            parts.append(_text(x + 50, bottom + 18 + 14, words, SMALL, INK))
            x += 50 + width(words, SMALL) + 28
    return format_html("<g>{}</g>\n", _together(parts))


# --- Small parts ---


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return format_html(
        '<path d="M{} {}L{} {}" stroke="{}" fill="none"/>\n', *(_n(v) for v in (x1, y1, x2, y2)), colour
    )


def _text(
    x: float, y: float, words: str, size: int, colour: str, *, weight: int = 400, anchor: str = "start"
) -> str:
    return format_html(
        '<text x="{}" y="{}" font-size="{}" font-weight="{}" text-anchor="{}" fill="{}">{}</text>\n',
        *(_n(x), _n(y), size, weight, anchor, colour, words),
    )


def _together(parts: Iterable[str]) -> str:
    return format_html_join("", "{}", ((part,) for part in parts))


def _n(value: float) -> str:
    """A number short enough to read."""
    return f"{value:.1f}".removesuffix(".0")
