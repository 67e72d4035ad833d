"""The public list: every event of the chain, and of a sealing also which file. No names, no other content.

Of a sealing the salt is told too: its content is nothing but the file's SHA-256, and with the salt anyone can
compute the commitment. Of all other events only the commitment is told.
"""

from __future__ import annotations

import json
from typing import Any

from agreements import chain
from agreements.models import ChainEntry
from processes.documents.tree import grouped

SCHEMA = "medborgarloften-register/1"
PER_FILE = 2000
PER_PAGE = 50
WORDS = {
    "sent": "Skickat för underskrift",
    "handed_out": "Fil framtagen att skriva under",
    "signed": "Godkännande eller underskrift",
    "declined": "Avböjt",
    "withdrawn": "Återtaget",
    "sealed": "Förseglat",
    "registered": "Diariefört",
    "published": "Publicerat",
    "closed": "Avslutat",
    "archived": "Arkivpaket gjort",
    "brought_in": "Löfte utanför verktyget inlagt",
    "released": "Utlämnat",
    "explained": "Diarienummer förklarat",
    "disposed": "Gallrat",
    "cleared": "Läget får publiceras",
    "accounted": "Läget publicerat",
}


def as_data(after: int) -> dict[str, Any]:
    """A part of the chain, beginning after an event; `next` says after which the next part begins."""
    rows = ChainEntry.objects.select_related("content").filter(number__gt=after).order_by("number")
    found = list(rows[: PER_FILE + 1])
    shown = found[:PER_FILE]
    return {
        "schema": SCHEMA,
        "head": chain.latest_head(),
        "after": after,
        "next": shown[-1].number if len(found) > PER_FILE else None,
        "events": [_event(entry) for entry in shown],
    }


def _event(entry: ChainEntry) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": entry.number,
        "kind": entry.kind,
        "subject": entry.subject,
        "commitment": entry.commitment,
        "previous": entry.previous,
        "at": entry.at.isoformat(),
        "head": entry.head,
    }
    return told | _file(entry)


def _file(entry: ChainEntry) -> dict[str, str]:
    """Of a sealing the file's SHA-256 and the salt; nothing once it has been erased."""
    content = getattr(entry, "content", None) if entry.kind == "sealed" else None
    if content is None:
        return {}
    payload = json.loads(content.payload)
    return {"salt": content.salt, **{name: payload[name] for name in PUBLIC if name in payload}}


PUBLIC = ("content", "sha256")  # all that the content of a sealing holds


def page(before: int | None, sealed_only: bool) -> dict[str, Any]:
    """Rows for people to read, the latest first, and where older ones begin."""
    rows = ChainEntry.objects.select_related("content").order_by("-number")
    if before is not None:
        rows = rows.filter(number__lt=before)
    if sealed_only:
        rows = rows.filter(kind="sealed")
    found = list(rows[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    return {
        "rows": [_row(entry) for entry in shown],
        "older": shown[-1].number if len(found) > PER_PAGE else None,
    }


def _row(entry: ChainEntry) -> dict[str, Any]:
    file = _file(entry)
    return {
        "number": entry.number,
        "what": WORDS.get(entry.kind, "Annan händelse"),
        "at": entry.at,
        "head_digits": grouped(entry.head, 8),
        "sealed": entry.kind == "sealed",
        "file_digits": grouped(file.get("sha256", ""), 8),
        **file,
    }
