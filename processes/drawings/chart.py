"""What drawings of figures over time share: the chart, its measures, its colours and its ground."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html

from processes.figures import UNITS, Figures, Period, Span, Unit

FONT = "Text, Dokument, 'Source Sans 3', 'Segoe UI', Arial, sans-serif"
INK, MUTED, NAVY, PALE, LINE = "#14181f", "#474d57", "#0f2548", "#9fb0cc", "#d6dae1"
LOOKS = (
    ("#0f2548", "", "disc"),
    ("#0b6e99", "9 5", "square"),
    ("#8a3b12", "3 4", "triangle"),
    ("#5b3a8c", "14 4 3 4", "ring"),
    ("#3c6b21", "6 3 2 3", "cross"),
)
MOST_BARS = 8
GAP = 44


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: a name, what it counts in, and the figures."""

    name: str
    unit: str
    figures: Figures

    @property
    def title(self) -> str:
        """The name with what it counts in."""
        unit = UNITS.get(self.unit) if self.unit else UNITS[Unit.COUNT]  # type: ignore[call-overload]
        return f"{self.name}, {unit}" if unit else self.name

    @property
    def as_bars(self) -> bool:
        """Whether it is few enough to be bars."""
        return len(self.figures.areas) == 1 and len(self.figures.whole()) <= MOST_BARS


@dataclass(frozen=True, slots=True)
class Size:
    """How large a cell is, and its letters."""

    wide: float
    tall: float
    letter: float
    lines: int

    @property
    def head(self) -> float:
        """Where the heading ends."""
        return self.letter * (1.2 * self.lines + 0.6)

    @property
    def foot(self) -> float:
        """Where the ground lies."""
        return self.head + self.tall


def ground(left: float, right: float, size: Size) -> str:
    """What the bars or lines stand on."""
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="1.5"/>',
        *(n(left), n(size.foot), n(right), n(size.foot), MUTED),
    )


def short(period: Period) -> str:
    """A period's name where there is little room."""
    if period.span is Span.YEAR:
        return period.label
    return (
        f"{period.label[:4].strip()} {period.year % 100:02}"
        if period.span is Span.QUARTER
        else (f"{period.label[:3]} {period.year % 100:02}")
    )


def n(value: float) -> str:
    """A measure with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
