"""Diary numbers as series: which running numbers are missing, which are written twice. Pure.

Authorities write their numbers in ways of their own ("A086.967/2027", "KS 2027/318", "483-12/2027-2"). Of such a
number the year and the subject code stand still; the first figure left is the one that runs, and what comes after both
is the document's place in its case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

# Figures parted by dots in threes are one number: 086.967.
_FIGURES = re.compile(r"\d{1,3}(?:\.\d{3})+(?!\d)|\d+")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_LONGEST = 12
RUNNING, DOTTED = "…", "⋯"
"""Where the running number stands in a series; the other where it is written in threes, with dots."""
MOST = 200
"""So many missing numbers are told one by one; a wider gap is another series, or a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Number:
    """A diary number, taken apart: the series it belongs to and where in it."""

    series: str
    running: int


def same(written: str) -> str:
    """The number without what differs between two ways of writing it: case, blanks, leading noughts."""
    text = "".join(written.casefold().split())
    return re.sub(r"(?<!\d)0+(?=\d)", "", text)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of a written number, and where it stands."""

    text: str
    start: int
    end: int


def _figures(text: str, subject_code: str) -> list[_Figure]:
    """The figures; a subject code that a dot ties to what follows is one of its own."""
    found = []
    for m in _FIGURES.finditer(text):
        code, dot, rest = m[0].partition(".")
        if dot and code == subject_code:
            found += [
                _Figure(code, m.start(), m.start() + len(code)),
                _Figure(rest, m.end() - len(rest), m.end()),
            ]
        else:
            found.append(_Figure(m[0], m.start(), m.end()))
    return [figure for figure in found if len(figure.text) <= _LONGEST]


def parted(written: str, subject_code: str = "") -> Number | None:
    """The series and running number, or none where no figure runs."""
    text = " ".join(written.split())
    found = _figures(text, subject_code)
    fixed = [figure for figure in found if _YEAR.fullmatch(figure.text)][:1]
    moving = [figure for figure in found if figure not in fixed]
    if len(moving) > 1 and moving[0].text == subject_code:
        moving = moving[1:]
    if not moving:
        return None
    running = moving[0]
    ends = max([running.end, *(figure.end for figure in fixed)])
    mark = DOTTED if "." in running.text else RUNNING
    series = (text[: running.start] + mark + text[running.end : ends]).casefold()
    return Number(series[:60], int(running.text.replace(".", "")))


def missing(written: Iterable[str], subject_code: str = "") -> list[Number]:
    """The numbers between the first and the last of each series that nobody has used."""
    series: dict[str, set[int]] = defaultdict(set)
    for text in written:
        if number := parted(text, subject_code):
            series[number.series].add(number.running)
    found = []
    for name, used in sorted(series.items()):
        if max(used) - min(used) - len(used) < MOST:
            found += [Number(name, n) for n in range(min(used), max(used)) if n not in used]
    return found


def doubled(written: Iterable[str]) -> list[list[str]]:
    """The numbers that are one and the same, written in two ways."""
    ways: dict[str, list[str]] = defaultdict(list)
    for text in written:
        ways[same(text)].append(text)
    return [texts for texts in ways.values() if len(texts) > 1]


def shown(number: Number) -> str:
    """A missing number as it would be written."""
    return written_in(number.series, number.running)


def written_in(series: str, running: int) -> str:
    """A number of a series as the authority writes it."""
    dotted = f"{running:,}".replace(",", ".")
    return series.replace(RUNNING, str(running)).replace(DOTTED, dotted).upper()
