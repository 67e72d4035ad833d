"""Finds what looks like personal data in free text: numbers of persons, telephones and cars, e-mail addresses.

Patterns and control digits, nothing cleverer: names are not found. How many are found and how many
harmless numbers are taken for one is measured in tests/unit/test_personal_data.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

DASH = r"\-\u2010-\u2015\u2212"
BLANK = r"[ \t\u00a0\u2007\u2009\u202f]"


class Kind(StrEnum):
    """What a piece of text looks like, in the words that tell the writer."""

    PERSON = "ett personnummer"
    EMAIL = "en e-postadress"
    PHONE = "ett telefonnummer"
    CAR = "ett registreringsnummer"


@dataclass(frozen=True, slots=True)
class Match:
    """Where in a text something was found."""

    kind: Kind
    start: int
    end: int


# Six or eight digits of birth, perhaps parted; a hyphen or dash of any kind, plus or blank; four more.
_PERSON = re.compile(
    rf"(?<!\d)(?:(?:18|19|20)[ ]?)?(\d\d)(?:[{DASH}./]|{BLANK})?(\d\d)(?:[{DASH}./]|{BLANK})?(\d\d)"
    rf"\s?[{DASH}+.]?\s?(\d{{4}})(?!\d|[{DASH}]\d\d[{DASH}]\d\d)"
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[\[(](?:at|snabel-?a)[\])]\s?)(?:[\w-]{1,63}(?:\.|\s?[\[(](?:dot|punkt)[\])]\s?))+"
    r"[^\W\d_]{2,24}(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_BETWEEN = rf"(?:{BLANK}?[{DASH}/.()]{BLANK}?|{BLANK})?"
_PHONE = re.compile(
    rf"(?<![\w{DASH}/.])(?<!\d[:,])(?:(?P<land>\+{BLANK}?46|0046){_BETWEEN}(?:\(0\){_BETWEEN})?|\(?0)"
    rf"(?P<rest>[1-9](?:{_BETWEEN}\d){{6,9}})(?![\d{DASH}/:.]?\d|\w)"
)
# Written as the numbers of persons and organisations are, and no such number: a case, an order, a member.
_OTHER_NUMBER = re.compile(r"\d{6}-\d{4}")
# Letters that plates don't have (I, Q, V, Å, Ä, Ö) already let most words through.
_PLATE = r"[A-HJ-PR-UW-Z]{3}"
_CAR = re.compile(
    rf"(?<![\w{DASH}/])(?:(?P<tight>(?i:{_PLATE}))|(?P<loose>{_PLATE})(?:{BLANK}|-))(?P<digits>\d\d(?:\d|[A-HJ-NPR-UW-Za-hj-npr-uw-z]))(?![\w%:]|[/{DASH}.,]\d)"
)
# What stands before a number in ordinary writing, and is no plate.
_WORDS = (
    "AFS APT BFS BRA BRO DEL DNR DOM EES EGT EST EUR FAP FEM FFS FRA HAR HUS KAP KAT KRP LAG LAN LED "
    "LOK LPO LSS LUL LUM MAN MAR MAX MED MER NAT NAX NEJ NOA NTU NYA OCH OFF OSL PBL PDF PER PGA POL "
    "PUM RAR RPS RUM RUT SAB SAL SEK SEN SFS SKL SKR SMS SOL SOM SOU SPF SSB SSR STR SUB SUM TAB TAR "
    "TEL TFN TGL TOM TRE TUR URL USD UTB WHO"
)
_NO_PLATE = frozenset(_WORDS.split())


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


def _is_person(found: re.Match[str]) -> bool:
    year, month, day, last = found.groups()
    return _is_date(year, month, day) and _luhn(year + month + day + last)


def _is_phone(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found["rest"])
    if _OTHER_NUMBER.fullmatch(found[0]):
        return False
    if "." in found[0] or digits.startswith("7"):  # dots part the digits of mobiles; of others, hours
        return digits.startswith("7") and len(digits) == 9
    return 7 <= len(digits) <= 9


def _is_car(found: re.Match[str]) -> bool:
    if found["loose"] and found["digits"].isdecimal() and found["loose"] in _NO_PLATE:
        return False
    return found["digits"] != "000"


_SOUGHT: tuple[tuple[Kind, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (Kind.PERSON, _PERSON, _is_person),
    (Kind.EMAIL, _EMAIL, lambda found: True),
    (Kind.PHONE, _PHONE, _is_phone),
    (Kind.CAR, _CAR, _is_car),
)


def find(text: str) -> list[Match]:
    """Everything found in a text, from left to right; what is one thing is not also another."""
    found: list[Match] = []
    for kind, pattern, holds in _SOUGHT:
        for hit in pattern.finditer(text):
            free = all(hit.end() <= other.start or other.end <= hit.start() for other in found)
            if free and holds(hit):
                found.append(Match(kind, hit.start(), hit.end()))
    return sorted(found, key=lambda match: match.start)


def kinds(*found_in: str) -> list[Kind]:
    """What kinds of personal data the texts seem to hold, each once; empty when none."""
    found = {match.kind for text in found_in for match in find(text)}
    return [kind for kind in Kind if kind in found]


def masked(text: str) -> str:
    """The text with a mark in place of everything found, for whoever only reads it."""
    parts, last = [], 0
    for match in find(text):
        noun = match.kind.value.partition(" ")[2]
        parts += [text[last : match.start], f"[{noun} dolt]"]
        last = match.end
    return "".join(parts) + text[last:]


def texts(value: Any) -> Iterator[str]:
    """Every text in a piece of content, each by itself: numbers don't run together across fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
