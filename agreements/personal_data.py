"""Finds what looks like personal data in a text: personnummer, and nothing cleverer than that.

A municipal or police contact may stand in a promise, so phone numbers and addresses are no hits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

# Six or eight digits of birth, perhaps a hyphen or dash of any kind, plus or blank, and four more.
_NUMBER = re.compile(r"(?<!\d)(18|19|20)?(\d{2})(\d{2})(\d{2})\s?[-+\u2010-\u2015\u2212]?\s?(\d{4})(?!\d)")


def _luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(digits):
        value = int(digit) * (2 if index % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_date(year: str, month: str, day: str) -> bool:
    number = int(day) - 60 if int(day) > 60 else int(day)  # coordination numbers add 60 to the day
    try:
        date(2000 + int(year) % 100, int(month), number)
    except ValueError:
        return False
    return True


def texts(value: Any) -> Iterator[str]:
    """Every text in a piece of content, each by itself: numbers don't run together across fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)


def found_in(*found: str) -> list[str]:
    """What kinds of personal data the texts seem to hold; empty when none."""
    for text in found:
        for _, year, month, day, last in _NUMBER.findall(text):
            if _is_date(year, month, day) and _luhn(year + month + day + last):
                return ["ett personnummer"]
    return []
