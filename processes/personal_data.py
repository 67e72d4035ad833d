"""Finds what looks like personal data in free text: numbers of persons, telephones and cars, e-mail addresses.

Patterns and control digits, nothing cleverer: names are not found. How many are found and how many
harmless numbers are taken for one is measured in tests/unit/test_personal_data.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

DASH = r"\-\u2010-\u2015\u2212"
BLANK = r"[ \t\u00a0\u2007\u2009\u202f\u00ad\u200b-\u200d\u2060]"
# Wide letters, digits and signs are read as the usual ones, each in its own place; so are the digits of other scripts.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_OTHER_DIGITS = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x660, 0x10000)
    if unicodedata.category(chr(code)) == "Nd" and code not in _WIDE
}
_PLAIN = _WIDE | _OTHER_DIGITS


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


_GAP = rf"(?:{BLANK}|\s)?"
_SPLIT = rf"(?:[{DASH}./]|{BLANK})"
# Six or eight digits of birth, perhaps parted; then four more after a sign or two, a blank or in parentheses, and
# they too perhaps parted in the middle.
_PERSON = re.compile(
    rf"(?<!\d)(?<!\d\.)(?:(?:18|19|20){BLANK}?)?(\d\d)(?P<parted>{_SPLIT})?(\d\d)(?(parted){_SPLIT}?)(\d\d)"
    rf"{_GAP}[{DASH}+./:]{{0,2}}{_GAP}(?P<around>\()?(\d\d){BLANK}?(\d\d)(?(around)\))(?!\d|[{DASH}]\d\d[{DASH}]\d\d)"
)
_AT = r"(?:\s?@\s?|\s?[\[({](?:at|a|@|snabel-?a)[\])}]\s?|\s(?:at|snabel-?a)\s)"
_DOT = r"(?:\.|\s?[\[({](?:dot|punkt|\.)[\])}]\s?)"
_SAID = r"\s(?:dot|punkt)\s"  # a dot only before what addresses end with
_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}{_AT}(?:[\w-]{{1,63}}(?:{_DOT}|{_SAID}))*[\w-]{{1,63}}"
    rf"(?:{_DOT}[^\W\d_]{{2,24}}|{_SAID}(?:com|dk|edu|eu|example|fi|info|net|no|nu|org|se))(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_BETWEEN = rf"(?:{BLANK}?[{DASH}/.()]{BLANK}?|{BLANK})?"
# The country's number without its plus is one only before a mobile's; an amount is grouped by threes.
_PHONE = re.compile(
    rf"(?<![\w{DASH}/.])(?<!\d[:,])(?:(?P<land>\+{BLANK}?46|0046){_BETWEEN}(?:\(0\){_BETWEEN})?|(?:\((?=0\d{{1,3}}\)))?0"
    rf"|(?P<bare>46)(?!(?:{BLANK}\d{{3}}){{3}}(?!\d)){_BETWEEN}(?=7[02369]))"
    rf"(?P<rest>[1-9](?:{_BETWEEN}\d){{6,9}})(?![\d{DASH}/:.]?\d|\w)"
)
# Written as the numbers of persons and organisations are, and no such number: a case, an order, a member.
_OTHER_NUMBER = re.compile(r"\d{6}-\d{4}")
# Letters that plates don't have (I, Q, V, Å, Ä, Ö) already let most words through.
_PLATE = r"[A-HJ-PR-UW-Z]{3}"
_CAR = re.compile(
    rf"(?<![\w{DASH}/])(?:(?P<tight>(?i:{_PLATE}))|(?P<loose>(?i:{_PLATE}))(?:{BLANK}|-))"
    rf"(?P<digits>\d\d(?:\d|[A-HJ-NPR-UW-Za-hj-npr-uw-z]))(?![\w%:]|[/{DASH}.,]\d)"
)
# What stands before a number in ordinary writing, and is no plate.
_WORDS = (
    "AES AFS APT BFS BRA BRO DEL DNR DOM EES EGT EST EUR FAP FEM FFS FRA HAR HUS KAP KAT KRP LAG LAN LED "
    "LOK LPO LSS LUL LUM MAN MAR MAX MED MER NAT NAX NEJ NOA NTU NYA OCH OFF OSL PBL PDF PER PGA POL "
    "PUM RAR RPS RUM RUT SAB SAL SEK SEN SFS SHA SKL SKR SMS SOL SOM SOU SPF SSB SSR STR SUB SUM TAB TAR "
    "TEL TFN TGL TOM TRE TUR URL USD UTB WHO"
)
_NO_PLATE = frozenset(_WORDS.split())
# Written small, these too are read as what they are: words, months and abbreviations that stand before numbers.
_SMALL = (
    "all alt ang ann app apr arr att aug bad ban bar ben ber bet bor box bra brf bud bur bus dag dal dan dar "
    "dat dec dem den der det dok dom don dos dra dvs ell els end enl ens ers etc ett far fax feb fel fem fet "
    "fot fox fre fru ger ges get gps gym had hal han har hej hel hem hen het hon hos hur hus jag jan jul jun "
    "kan kap kkr kod kom kor kub kur kwh led lgh log lot maj man mar max med men mer mms mnr mod mom mot nat "
    "ned ner nog nor nos nov nya och oks okt oms ont ord ort oss par pass per pga pro rad ram ran ref reg rek "
    "ren res rum run sak sal sek sen sep ser ses sex sju ska sms som son stg syn tag tak tal tan tar tas tel "
    "tex tkr tog tom ton top tor tot tre tro tub tum tur typ und upp ute utg utr var web yta zon"
)
_NO_SMALL_PLATE = _NO_PLATE | frozenset(_SMALL.upper().split())


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
    year, month, day, first, second = (found[index] for index in (1, 3, 4, 6, 7))
    last = first + second
    return _is_date(year, month, day) and _luhn(year + month + day + last)


def _is_phone(found: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", found["rest"])
    if _OTHER_NUMBER.fullmatch(found[0]):
        return False
    if (
        "." in found[0] or found["bare"] or digits.startswith("7")
    ):  # dots part the digits of mobiles; of others, hours
        return digits.startswith("7") and len(digits) == 9
    return 7 <= len(digits) <= 9


def _is_car(found: re.Match[str]) -> bool:
    if (letters := found["loose"]) and not letters.isupper() and letters.upper() in _NO_SMALL_PLATE:
        return False
    if letters and found["digits"].isdecimal() and letters in _NO_PLATE:
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
    plain = text if text.isascii() else text.translate(_PLAIN)
    for kind, pattern, holds in _SOUGHT:
        for hit in pattern.finditer(plain):
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
        article, _, noun = match.kind.value.partition(" ")
        parts += [text[last : match.start], f"[{noun} {'dold' if article == 'en' else 'dolt'}]"]
        last = match.end
    return "".join(parts) + text[last:]


def texts(value: Any) -> Iterator[str]:
    """Every text in a piece of content, each by itself: numbers don't run together across fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts(inner)
