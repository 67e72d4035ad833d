"""Finds what looks like personal data in a text: personnummer, and nothing cleverer than that.

A municipal or police contact may stand in a promise, so phone numbers and addresses are no hits.
"""

from __future__ import annotations

import re
from datetime import date

_NUMBER = re.compile(r"(?<!\d)(\d{2})?(\d{2})(\d{2})(\d{2})[-+\s]?(\d{4})(?!\d)")


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


def found_in(text: str) -> list[str]:
    """What kinds of personal data the text seems to hold; empty when none."""
    for match in _NUMBER.finditer(text):
        _, year, month, day, last = match.groups()
        if _is_date(year, month, day) and _luhn(year + month + day + last):
            return ["ett personnummer"]
    return []
