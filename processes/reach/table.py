"""A table of inhabitants as it is copied from a statistics page: read into the groups that are counted."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .groups import AGES, GENDERS

MOST_LINES = 2000
_GENDER = re.compile(r"\b(?:(kvinnor|kvinna|flickor)|(män|man|pojkar))\b", re.IGNORECASE)
_AGE = re.compile(r"\b(\d{1,3})(?:\s*[-–]\s*(\d{1,3})|\s*(\+))?\s*(\+?)\s*år\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3}(?:[   ]\d{3})+|\d+)\s*$")


class Unreadable(ValueError):
    """The table can't be understood; the message says where and why."""


def read(text: str) -> dict[str, dict[str, int]]:
    """The numbers by age group and gender. A row has an age, a gender and last a number.

    Rows without any of these are headings and are passed over.
    """
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        raise Unreadable(f"Tabellen har fler än {MOST_LINES} rader. Klistra in bara ert område.")
    found = {age.key: dict.fromkeys(GENDERS, 0) for age in AGES}
    rows = 0
    for place, line in enumerate(lines, 1):
        row = re.sub(r"[\t;,\"]+", "  ", line).strip()
        gender, age, number = _GENDER.search(row), _AGE.search(row), _NUMBER.search(row)
        if not (gender and age and number):
            continue
        rows += 1
        count = int(re.sub(r"\D", "", number.group(1)))
        found[_group(age, place)]["women" if gender.group(1) else "men"] += count
    if not rows:
        raise Unreadable(
            "Ingen rad går att läsa. Varje rad ska ha en ålder, ett kön och sist ett antal, till exempel "
            "”16–24 år, kvinnor, 1 250”."
        )
    return found


def _group(age: re.Match[str], place: int) -> str:
    first = int(age.group(1))
    open_ended = bool(age.group(3) or age.group(4))
    last = 150 if open_ended else int(age.group(2) or first)
    for group in AGES:
        if group.first <= first and last <= group.last:
            return group.key
    raise Unreadable(
        f"Rad {place}: åldern {age.group(0)} går över gränsen mellan två åldersgrupper. "
        f"Grupperna är {', '.join(group.label.lower() for group in AGES)}."
    )


def read_parts(text: str) -> dict[str, int]:
    """The parts of an area, one a line: a name, then how many live there."""
    found: dict[str, int] = {}
    for place, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        number = _NUMBER.search(line)
        name = line[: number.start()].strip(" \t:;,–-") if number else ""
        if not number or not name:
            raise Unreadable(f"Rad {place}: skriv ett namn och ett antal, till exempel ”Centrum: 3 400”.")
        found[name] = found.get(name, 0) + int(re.sub(r"\D", "", number.group(1)))
    return found


def write_parts(parts: Mapping[str, int]) -> str:
    """The parts as they are read again."""
    return "\n".join(f"{name}: {number}" for name, number in parts.items())
