"""A file that came back signed from another service: read, and held against the file that was handed out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from agreements.models import SigningCopy
from agreements.sealing import Inspection, Signature
from agreements.signing import Signed
from agreements.verifying.inspector import Busy, Unreadable, inspect
from processes.method import Finding
from processes.writing import Refused

MEGABYTES = 3
LIMIT = MEGABYTES * 1024 * 1024
AGAIN = "Hämta filen här på sidan, skriv under just den och lämna tillbaka den som den är."


@dataclass(frozen=True, slots=True)
class Examined:
    """A file that was found good, and the signatures in it."""

    sha256: str
    signatures: tuple[Signature, ...]


def examine(copy: SigningCopy, content_hash: str, pdf: bytes, wanted: int) -> Examined:
    """What the file holds. Refused, with what to do, unless it is the handed out file with whole signatures on it."""
    if len(pdf) > LIMIT:
        raise Refused(f"Filen är större än {MEGABYTES} MB. {AGAIN}", _now(f"{len(pdf) / 1024**2:.0f} MB"))
    original = bytes(copy.pdf)
    if pdf == original:
        raise Refused(
            "Det här är filen som den lämnades ut. Ingen har skrivit under den ännu.",
            _now("ingen underskrift"),
        )
    try:
        found = inspect(pdf, original=original)
    except Unreadable:
        raise Refused(f"Filen går inte att läsa som PDF. {AGAIN}", _now("ingen PDF")) from None
    except Busy:
        raise Refused(
            "Många kontrollerar filer just nu. Vänta en stund och försök igen.", _now("många väntar")
        ) from None
    same = pdf.startswith(original) and found.embedded == content_hash
    if fault := _fault(found, same, wanted):
        raise Refused(fault, _now(f"{len(found.signatures)} underskrifter i filen"))
    return Examined(hashlib.sha256(pdf).hexdigest(), found.signatures)


def _now(current: str) -> Finding:
    """What the file is; it is chosen anew where the signing stands."""
    return Finding("underskrift", current)


def _fault(found: Inspection, same: bool, wanted: int) -> str:
    """What keeps the file from being taken, and what to do; nothing when it is good."""
    if not same:
        return (
            "Det här är inte den fil som lämnades ut: tjänsten har gjort om den, eller så är det ett annat "
            f"dokument. {AGAIN} Går inte det med er tjänst, ta tillbaka versionen och skicka den på ett annat sätt."
        )
    if not found.signatures:
        return f"Filen har ingen elektronisk underskrift. {AGAIN}"
    for one in found.signatures:
        if not one.holds:
            return f"Underskriften av {one.signer} håller inte: något har ändrats efter den. {AGAIN}"
    if not found.only_signed:
        return f"Något annat än underskrifter har ändrats eller lagts till i filen. {AGAIN}"
    if len(found.signatures) < wanted:
        there = "en underskrift" if len(found.signatures) == 1 else f"{len(found.signatures)} underskrifter"
        return f"Filen har {there}, men {wanted} ska skriva under. Lämna in den när alla har gjort det."
    return ""


def suggested(name: str, signatures: Sequence[Signature]) -> str:
    """Which signature seems to be of that name: the one whose certificate holds all its words."""
    words = set(name.casefold().split())
    found = [
        str(number)
        for number, one in enumerate(signatures)
        if words and words <= set(one.signer.casefold().split())
    ]
    return found[0] if len(found) == 1 else ""


def as_signed(matched: Mapping[int, Signature], by_name: str, now: datetime | None = None) -> list[Signed]:
    """The signatures as the port takes them, each with what its certificate says and who matched it."""
    return [
        Signed(party_id, one.signed_at or now or timezone.now(), _proof(one, by_name))
        for party_id, one in matched.items()
    ]


def _proof(one: Signature, by_name: str) -> dict[str, Any]:
    return {
        "signer": one.signer,
        "issuer": one.issuer,
        "trusted": one.trusted,
        "stated_at": one.signed_at.isoformat() if one.signed_at else "",
        "matched_by": by_name,
    }
