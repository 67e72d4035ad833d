"""Writing and verifying the register's chain."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from .faults import Fault, Kind
from .models import ChainContent, ChainEntry

GENESIS = "0" * 64


def canonical(value: Any) -> str:
    """JSON with one spelling: sorted keys, no spaces, text as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str | bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def _head(number: int, kind: str, subject: str, commitment: str, previous: str, at: datetime) -> str:
    return sha256(canonical([number, kind, subject, commitment, previous, at.isoformat()]))


def append(kind: str, subject: str, payload: dict[str, Any]) -> ChainEntry:
    """Add an event. Call inside a transaction: the last entry is locked, so that no two follow it."""
    if connection.vendor == "postgresql":
        # An empty chain has no row to lock; the lock's number is arbitrary but ours alone.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [483_001])
    last = ChainEntry.objects.order_by("-number").first()
    number, previous = (last.number + 1, last.head) if last else (1, GENESIS)
    salt, text, at = secrets.token_hex(32), canonical(payload), timezone.now()
    commitment = sha256(f"{salt}\n{text}")
    entry = ChainEntry.objects.create(
        number=number,
        kind=kind,
        subject=subject,
        commitment=commitment,
        previous=previous,
        head=_head(number, kind, subject, commitment, previous, at),
        at=at,
    )
    ChainContent.objects.create(entry=entry, salt=salt, payload=text)
    return entry


def latest_head() -> str:
    """The head of the chain now."""
    last = ChainEntry.objects.order_by("-number").first()
    return last.head if last else GENESIS


def faults() -> Iterator[Fault]:
    """What is wrong with the chain; nothing when it holds.

    Erased content is no fault. A chain cut short is seen only by comparing its head with one kept
    elsewhere, which is why heads are printed on documents.
    """
    previous, expected = GENESIS, 1
    for entry in ChainEntry.objects.select_related("content").order_by("number").iterator():
        if entry.number != expected:
            yield Fault(Kind.GAP, f"Före händelse {entry.number} saknas minst en händelse i kedjan.")
        if entry.previous != previous:
            yield Fault(Kind.LINK, f"Händelse {entry.number} följer inte på den före.")
        if head_for(entry) != entry.head:
            yield Fault(Kind.LINK, f"Händelse {entry.number} är ändrad.")
        content = getattr(entry, "content", None)
        if content and not fits(content, entry):
            yield Fault(Kind.PAYLOAD, f"Innehållet i händelse {entry.number} är ändrat.")
        previous, expected = entry.head, entry.number + 1


def head_for(entry: ChainEntry) -> str:
    """The head that the entry ought to have."""
    return _head(entry.number, entry.kind, entry.subject, entry.commitment, entry.previous, entry.at)


def fits(content: ChainContent, entry: ChainEntry) -> bool:
    """Whether the content is what the entry commits to."""
    return sha256(f"{content.salt}\n{content.payload}") == entry.commitment


def head_of(subject: str, *kinds: str) -> str:
    """The head after the latest such event about a subject; the genesis when there is none."""
    entry = ChainEntry.objects.filter(subject=subject, kind__in=kinds).order_by("-number").first()
    return entry.head if entry else GENESIS
