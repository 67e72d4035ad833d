"""Whether everything that was signed, sealed, registered and published still is what it was.

The chain alone tells that nobody has touched the chain. Here every locked row is held against its
event, every event against its row, and every stored file against its fingerprint and its seal.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.db import connection

from . import append_only, chain
from .models import ChainEntry, PromiseVersion, Publication, Registration, SealedDocument, SigningAct

Event = tuple[str, int, str]


def faults() -> Iterator[str]:
    """What is wrong, in words; nothing when all holds."""
    yield from locks_off()
    yield from chain.faults()
    yield from _versions()
    yield from _documents()
    yield from _rows_against_events()


def locks_off() -> Iterator[str]:
    """The tables whose rows could be changed or removed, since their lock is gone."""
    missing = set(append_only.wanted(connection.vendor)) - append_only.set_locks(connection)
    for table, event in sorted(missing):
        yield f"Låset mot {event} på tabellen {table} saknas."


def _versions() -> Iterator[str]:
    for version in PromiseVersion.objects.order_by("pk").iterator():
        if chain.sha256(version.content) != version.content_hash:
            yield f"Innehållet i version {version.pk} är ändrat."
    for act in SigningAct.objects.select_related("version").order_by("pk").iterator():
        if act.content_hash != act.version.content_hash:
            yield f"Underskriftshändelse {act.pk} gäller ett annat innehåll än sin version."


def _documents() -> Iterator[str]:
    from .sealing import verify

    for document in SealedDocument.objects.order_by("pk").iterator(chunk_size=10):
        for problem in verify(bytes(document.pdf), sha256=document.sha256).problems:
            yield f"Dokumentet för version {document.version_id}: {problem}"
    for row in Publication.objects.select_related("version__sealed").order_by("pk").iterator():
        if (row.content, row.sha256) != (row.version.content, row.version.sealed.sha256):
            yield f"Publiceringen {row.slug} visar något annat än det som skrevs under."


def _told(version: int, kind: str, **payload: Any) -> Event:
    return kind, version, chain.canonical(payload)


def _expected() -> Iterator[Event]:
    """The events that the locked rows tell of."""
    for v in PromiseVersion.objects.iterator():
        yield _told(v.pk, "sent", hash=v.content_hash, by=v.sent_by_id)
    for a in SigningAct.objects.iterator():
        if a.kind == SigningAct.Kind.SIGNED:
            yield _told(
                a.version_id,
                a.kind,
                hash=a.content_hash,
                by=a.by_id,
                deviations=a.deviations,
                mandate=a.mandate,
            )
        else:
            yield _told(a.version_id, a.kind, by=a.by_id, reason=a.reason)
    for d in SealedDocument.objects.iterator(chunk_size=10):
        yield _told(d.version_id, "sealed", sha256=d.sha256)
    for r in Registration.objects.iterator():
        yield _told(
            r.version_id, "registered", number=r.diary_number, organisation=r.organisation_id, by=r.by_id
        )
    for p in Publication.objects.iterator():
        yield _told(p.version_id, "published", sha256=p.sha256, by=p.by_id)


def _rows_against_events() -> Iterator[str]:
    """Rows without their event, and events without their row. Of an erased event only the kind is known."""
    events: Counter[Event] = Counter()
    erased: Counter[tuple[str, int]] = Counter()
    for entry in ChainEntry.objects.select_related("content").iterator():
        what, _, number = entry.subject.partition(":")
        if what != "version":
            continue
        content = getattr(entry, "content", None)
        if content is None:
            erased[entry.kind, int(number)] += 1
        else:
            events[entry.kind, int(number), chain.canonical(json.loads(content.payload))] += 1
    rows = Counter(_expected())
    for kind, version, _ in (rows - events).elements():
        if erased[kind, version]:
            erased[kind, version] -= 1
        else:
            yield f"Version {version}: en rad om ”{kind}” saknar sin händelse i registret."
    for kind, version, _ in (events - rows).elements():
        yield f"Version {version}: registrets händelse ”{kind}” stämmer inte med någon rad."
    for (kind, version), number in erased.items():
        for _ in range(number):
            yield f"Version {version}: registrets händelse ”{kind}” saknar sin rad."
