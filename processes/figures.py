"""Figures over time as people type and paste them: read, checked, written back alike, told in words. Pure.

One line for each period, the area's own figure first and those of areas to compare with after it:

    År; Ekhamra; Länet
    2023; 17; 9,4
    2024; 23; 9,1

Tabs, semicolons or runs of spaces part the cells; a blank cell or a dash is a gap and is shown as one.
Whether the periods are years, quarters or months is read off the periods themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

OWN = "Området"
MOST_AREAS, MOST_PERIODS, LONGEST_AREA = 5, 120, 40
SMALL = 20
GAPS = {"", "-", "–", "—", "..", ".", "…", "uppgift saknas", "saknas"}
MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
SPACES = re.compile(r"[\s\u00a0\u202f]+")


class Unit(StrEnum):
    """What a figure counts in."""

    COUNT = "count"
    PER_1000 = "per_1000"
    PER_100000 = "per_100000"
    PERCENT = "percent"
    INDEX = "index"


UNITS = {
    Unit.COUNT: "antal",
    Unit.PER_1000: "per 1 000 invånare",
    Unit.PER_100000: "per 100 000 invånare",
    Unit.PERCENT: "procent",
    Unit.INDEX: "index 0–6",
}
MOST = {Unit.PERCENT: 100, Unit.INDEX: 6}


class Span(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


PER_YEAR = {Span.YEAR: 1, Span.QUARTER: 4, Span.MONTH: 12}
HEADS = {Span.YEAR: "År", Span.QUARTER: "Kvartal", Span.MONTH: "Månad"}


class Unclear(ValueError):
    """What can't be read, line by line, in words that say what to do."""

    def __init__(self, faults: list[str]):
        self.faults = faults
        super().__init__(" ".join(faults))


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, a quarter or a month; `part` counts from nought."""

    year: int
    part: int
    span: Span

    @property
    def number(self) -> int:
        """Its place in time, so that one more is the next period."""
        return self.year * PER_YEAR[self.span] + self.part

    @property
    def label(self) -> str:
        """As people write it."""
        if self.span is Span.QUARTER:
            return f"kv {self.part + 1} {self.year}"
        if self.span is Span.MONTH:
            return f"{MONTHS[self.part]} {self.year}"
        return str(self.year)


@dataclass(frozen=True, slots=True)
class Figures:
    """A series: its areas, the one's own first, and for each period that was given the figure of each."""

    areas: tuple[str, ...] = ()
    rows: tuple[tuple[Period, tuple[Decimal | None, ...]], ...] = ()

    @property
    def span(self) -> Span:
        """How long its periods are."""
        return self.rows[0][0].span if self.rows else Span.YEAR

    @property
    def own(self) -> list[tuple[Period, Decimal]]:
        """The area's own figures, without the gaps."""
        return [(period, values[0]) for period, values in self.rows if values[0] is not None]

    def whole(self) -> list[tuple[Period, tuple[Decimal | None, ...]]]:
        """Every period from first to last: those that nobody gave are gaps."""
        if not self.rows:
            return []
        given = {period.number: values for period, values in self.rows}
        first, last, count = min(given), max(given), PER_YEAR[self.span]
        blank = (None,) * len(self.areas)
        return [
            (Period(number // count, number % count, self.span), given.get(number, blank))
            for number in range(first, last + 1)
        ]


# --- Reading ---


def read(text: str, unit: str = "", own: str = OWN) -> Figures:
    """The figures in a text. Raises Unclear with a line for each fault."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        return Figures()
    split = [(number, _cells(line)) for number, line in lines]
    areas, split = _heading(split, own)
    faults: list[str] = []
    rows: dict[Period, tuple[Decimal | None, ...]] = {}
    for number, cells in split:
        try:
            period, values = _row(cells, len(areas), unit)
            if period in rows:
                raise ValueError(f"{period.label} finns redan på en tidigare rad. Ta bort en av dem.")
            rows[period] = values
        except ValueError as fault:
            faults.append(f"Rad {number}: {fault}")
    if len({period.span for period in rows}) > 1:
        faults.append("Blanda inte år, kvartal och månader i samma serie. Gör en serie för varje.")
    if len(rows) > MOST_PERIODS:
        faults.append(f"Högst {MOST_PERIODS} perioder ryms i en serie. Korta den.")
    numbers = [period.number for period in rows]
    if not faults and numbers and max(numbers) - min(numbers) >= MOST_PERIODS:
        faults.append(f"Från första till sista perioden är det mer än {MOST_PERIODS}. Stämmer årtalen?")
    if faults:
        raise Unclear(faults[:6])
    return Figures(areas, tuple(sorted(rows.items())))


def written(figures: Figures) -> str:
    """The same figures the way the form shows them."""
    if not figures.rows:
        return ""
    head = [HEADS[figures.span], *figures.areas]
    lines = [[period.label, *(_as_typed(value) for value in values)] for period, values in figures.rows]
    return "\n".join("; ".join(cells).rstrip() for cells in [head, *lines])


def _as_typed(value: Decimal | None) -> str:
    """A figure as it is typed: 1234,5; a gap is blank."""
    return "" if value is None else f"{value.normalize():f}".replace(".", ",")


def _cells(line: str) -> list[str]:
    for mark in ("\t", ";", "|"):
        if mark in line:
            return [SPACES.sub(" ", cell).strip() for cell in line.strip("|").split(mark)]
    parts = [cell.strip() for cell in re.split(r"\s{2,}|:\s", line.strip())]
    if len(parts) > 1:
        return parts
    words = line.split()
    head = 2 if len(words) > 2 and _period(" ".join(words[:2])) else 1
    return [" ".join(words[:head]), " ".join(words[head:])]


def _heading(
    split: list[tuple[int, list[str]]], own: str
) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """The names of the areas, from the first line when it is no period, and the lines that are left."""
    number, first = split[0]
    widest = max(len(cells) for _, cells in split) - 1
    if _period(first[0]) is None and not any(map(_is_number, first[1:])):
        names = [name for name in first[1:] if name] or [own]
        if len(names) > MOST_AREAS:
            raise Unclear([f"Rad {number}: Högst {MOST_AREAS} områden ryms i en serie."])
        if len({name.casefold() for name in names}) < len(names):
            raise Unclear([f"Rad {number}: Två områden heter likadant. Ge dem var sitt namn."])
        if long := next((name for name in names if len(name) > LONGEST_AREA), ""):
            raise Unclear([f"Rad {number}: Namnet ”{long[:20]}…” är för långt. Korta det."])
        return tuple(names), split[1:]
    if widest > 1:
        raise Unclear(["Skriv områdenas namn på första raden, till exempel ”År; Ekhamra; Länet”."])
    return (own,), split


def _is_number(cell: str) -> bool:
    return bool(NUMBER.fullmatch(cell.replace(" ", "")))


def _row(cells: list[str], areas: int, unit: str) -> tuple[Period, tuple[Decimal | None, ...]]:
    period = _period(cells[0])
    if period is None:
        raise ValueError(
            f"”{cells[0][:30]}” är ingen period. Skriv till exempel 2026, kv 1 2026 eller jan 2026."
        )
    values = [_value(cell, unit) for cell in cells[1:]]
    if any(value is not None for value in values[areas:]):
        raise ValueError("Raden har fler tal än det finns områden. Skriv områdenas namn på första raden.")
    values = values[:areas]
    return period, tuple(values + [None] * (areas - len(values)))


def _value(cell: str, unit: str) -> Decimal | None:
    plain = SPACES.sub("", cell).removesuffix("%")
    if plain.casefold() in {SPACES.sub("", gap) for gap in GAPS}:
        return None
    if not NUMBER.fullmatch(plain):
        raise ValueError(
            f"”{cell[:30]}” går inte att läsa som ett tal. Skriv till exempel 12 eller 8,5, "
            "och lämna tomt när uppgiften saknas."
        )
    value = Decimal(plain.replace(",", "."))
    most = MOST.get(unit)  # type: ignore[call-overload]
    if most is not None and value > most:
        raise ValueError(f"{cell} är mer än {most}, som är det högsta när enheten är {UNITS[Unit(unit)]}.")
    return value


_PATTERNS = (
    (Span.QUARTER, re.compile(r"(?P<y>\d{4})\s*[-/ ]?\s*(?:kvartal|kv|k|q)\.?\s*(?P<p>[1-4])")),
    (Span.QUARTER, re.compile(r"(?:kvartal|kv|k|q)\.?\s*(?P<p>[1-4])\s*[-/ ]?\s*(?P<y>\d{4})")),
    (Span.MONTH, re.compile(r"(?P<y>\d{4})[-/m](?P<p>\d{1,2})(?:-01)?")),
    (Span.MONTH, re.compile(r"(?P<y>\d{4})(?P<p>\d{2})")),
    (Span.YEAR, re.compile(r"(?P<y>\d{4})(?:,0)?")),
)
_NAMED = re.compile(r"(?:(?P<y1>\d{4})\s+)?(?P<m>[a-zåäö]{3,9})\.?(?:\s+(?P<y2>\d{4}))?")


def _period(cell: str) -> Period | None:
    plain = SPACES.sub(" ", cell).strip().casefold()
    for span, pattern in _PATTERNS:
        if found := pattern.fullmatch(plain):
            part = int(found["p"]) - 1 if span is not Span.YEAR else 0
            return _sound(int(found["y"]), part, span)
    if (found := _NAMED.fullmatch(plain)) and found["m"][:3] in MONTHS and (found["y1"] or found["y2"]):
        return _sound(int(found["y1"] or found["y2"]), MONTHS.index(found["m"][:3]), Span.MONTH)
    return None


def _sound(year: int, part: int, span: Span) -> Period | None:
    return Period(year, part, span) if 1900 <= year <= 2200 and 0 <= part < PER_YEAR[span] else None


def from_cells(rows: list[list[str]]) -> str:
    """The part of a sheet that holds figures, as text: from the first line with a period, and the line of
    names above it."""
    first = next((n for n, cells in enumerate(rows) if cells and _period(cells[0])), 0)
    begins = first - 1 if first and len(rows[first - 1]) > 1 else first
    return "\n".join("; ".join(cell.replace(";", ",") for cell in cells) for cells in rows[begins:])


# --- In words ---


def told(figures: Figures, unit: str) -> list[str]:
    """What has changed since the first period and since a year ago, and how others stand; small numbers
    with a word of caution."""
    own = figures.own
    if len(own) < 2:
        return []
    (first, begun), (last, now) = own[0], own[-1]
    found = [_change(first, begun, now, unit)]
    year_ago = Period(last.year - 1, last.part, last.span)
    before = dict(own).get(year_ago)
    compared = [begun, now]
    if before is not None and year_ago != first:
        found.append(_change(year_ago, before, now, unit))
        compared.append(before)
    found += _beside(figures, last, unit)
    if unit in ("", Unit.COUNT) and min(compared) < SMALL:
        found.append("Små tal, tolka varsamt: några få händelser mer eller mindre ger stora utslag.")
    return found


def _change(since: Period, before: Decimal, now: Decimal, unit: str) -> str:
    if before == now:
        return f"Sedan {since.label} är det oförändrat: {shown(now, unit)}."
    way = "ökat" if now > before else "minskat"
    step = shown(abs(now - before))
    if unit == Unit.PERCENT:
        step += " procentenheter"
    elif before >= SMALL and unit in ("", Unit.COUNT):
        step += f" ({round(abs(now - before) / before * 100)} procent)"
    return f"Sedan {since.label} har det {way} från {shown(before)} till {shown(now, unit)}, med {step}."


def _beside(figures: Figures, last: Period, unit: str) -> Iterator[str]:
    values = dict(figures.rows)[last]
    others = [
        f"{name} {shown(value, unit)}"
        for name, value in zip(figures.areas[1:], values[1:], strict=True)
        if value is not None
    ]
    if others and values[0] is not None:
        name = f"{last.label[:1].upper()}{last.label[1:]}"
        yield f"{name}: {figures.areas[0]} {shown(values[0], unit)}, {', '.join(others)}."


def shown(value: Decimal | None, unit: str = "") -> str:
    """A figure as it is read: 12 345,6; with its per cent sign; a gap as a dash."""
    if value is None:
        return "–"
    whole, _, rest = f"{value.normalize():f}".partition(".")
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", "\u00a0")
    return f"{whole}{f',{rest}' if rest else ''}{' procent' if unit == Unit.PERCENT else ''}"
