"""Bytes from anywhere into bounded JSON values of our format, or words about why not. Asks no database."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from . import FORMAT, VERSION
from .older import renewed

BIGGEST = 20 * 1024 * 1024
LONGEST = 20_000  # characters of one text, beyond what any field takes
DEEPEST = 6
# More of these than the largest round can have is no round; counted before anything is built of them.
MOST = {"{": 60_000, "[": 60_000, '"': 2_000_000, ",": 1_000_000}
MOST_SHOWN = 20
HOW = "Välj en fil som är hämtad med ”Hämta rundan som fil”."


class FileRefused(Exception):
    """The file can't be read in. `faults` says where and why, in Swedish, one sentence or two each."""

    def __init__(self, faults: Iterable[str]):
        found = list(dict.fromkeys(faults))
        more = len(found) - MOST_SHOWN
        self.faults = found[:MOST_SHOWN] + ([f"… och {more} fel till."] if more > 0 else [])
        super().__init__(" ".join(self.faults))


@dataclass(frozen=True, slots=True)
class Source:
    """Which file it was."""

    name: str
    sha256: str

    def __str__(self) -> str:
        return f"Importerad från fil ”{self.name}”, SHA-256 {self.sha256}."


def source(name: str, data: bytes) -> Source:
    """The file's name, made short and harmless, and its sum."""
    shown = "".join(c for c in name if c.isprintable()).strip()[-120:] or "namnlös"
    return Source(shown, hashlib.sha256(data).hexdigest())


def read(data: bytes) -> dict[str, Any]:
    """The file's content. FileRefused when it is no round of a version we know."""
    if len(data) > BIGGEST:
        raise FileRefused(["Filen är större än 20 MB. Så stor är ingen runda."])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefused([f"Filen är inte text i UTF-8. {HOW}"]) from None
    if any(text.count(sign) > most for sign, most in MOST.items()):
        raise FileRefused(["Filen har fler delar än en runda kan ha."])
    found = _parsed(text)
    if not isinstance(found, dict) or not isinstance(found.get("format"), str):
        raise FileRefused([f"Det här är ingen fil med en runda. {HOW}"])
    _known(found["format"])
    _bounded(found)
    return renewed(found)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_no_name_twice, parse_constant=_no_such)
    except RecursionError:
        raise FileRefused(["Filen har för många nivåer inuti varandra."]) from None
    except json.JSONDecodeError as error:
        raise FileRefused([f"Filen går inte att läsa från rad {error.lineno}. {HOW}"]) from None
    except ValueError as error:  # a number of thousands of digits, or what the hooks say
        raise FileRefused([f"Filen går inte att läsa: {_reason(error)} {HOW}"]) from None


class _Said(ValueError):
    """What a hook has to say, in Swedish."""


def _reason(error: ValueError) -> str:
    return str(error) if isinstance(error, _Said) else "ett tal är orimligt långt."


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        [(twice, _)] = Counter(name for name, _ in pairs).most_common(1)
        raise _Said(f"”{twice[:60]}” står två gånger på samma ställe.")
    return found


def _no_such(constant: str) -> None:
    raise _Said(f"{constant} är inget värde.")


def _known(mark: str) -> None:
    kind, _, version = mark.partition("/")
    if kind != FORMAT:
        raise FileRefused([f"Det här är ingen fil med en runda. {HOW}"])
    if version != str(VERSION):
        raise FileRefused(
            [
                f"Filen är skriven enligt version {version[:20]}, men här läses version {VERSION}. "
                "Hämta den på nytt ur ett program som är lika nytt som det här."
            ]
        )


def _bounded(whole: Any) -> None:
    """No text longer, no nesting deeper and no number larger than a round can need; no NUL anywhere."""
    waiting = [(whole, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise FileRefused(["Filen har för många nivåer inuti varandra."])
        if isinstance(value, Mapping):
            waiting += [(part, depth + 1) for pair in value.items() for part in pair]
        elif isinstance(value, list):
            waiting += [(part, depth + 1) for part in value]
        elif isinstance(value, str):
            _text(value)
        elif isinstance(value, float) or (isinstance(value, int) and abs(value) > 2**53):
            raise FileRefused(["Filen har ett tal som inte ryms. Tal med decimaler skrivs som text."])


def _text(value: str) -> None:
    if len(value) > LONGEST:
        raise FileRefused([f"En text är längre än {LONGEST} tecken: ”{value[:40]}…”"])
    shown = value.encode("utf-8", "replace").decode()  # half a pair of surrogates is no text
    if "\x00" in value or shown != value:
        raise FileRefused([f"En text har tecken som inte går att spara: ”{shown[:40]}”".replace("\x00", "?")])
