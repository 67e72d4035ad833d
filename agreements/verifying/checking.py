"""Whether everything that was signed, sealed, registered and published still is what it was.

The chain alone tells that nobody has touched the chain. Here every locked row is held against its
event, every event against its row, and every stored file against its fingerprint, seal and content.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from agreements import append_only, chain, signing
from agreements.faults import Fault, Kind
from agreements.models import (
    Account,
    ChainEntry,
    Clearance,
    DocumentVersion,
    Publication,
    Registration,
    SealedDocument,
    SigningAct,
    SigningCopy,
)
from agreements.record import events as record
from processes import guard
from processes.method import Gate
from processes.models import Decision

from ..publication import index
from . import files, older

# Kind, what it is about (version:7, promise:3), and what it says.
Event = tuple[str, str, str]
ABOUT = {
    "version": "Version",
    "promise": "Löfte",
    "release": "Utlämnande",
    "disposal": "Gallring",
    "number": "Förklarat nummer",
}
OF_PROMISES = ("cleared", "accounted", "closed")


@dataclass(frozen=True)
class Report:
    """What a check looked at and found. Content erased by decision is counted, and so is what is told in an
    older form; neither is a fault."""

    faults: tuple[Fault, ...]
    entries: int
    documents: int
    erased: int
    older: int
    head: str


def check(witness: str = "") -> Report:
    """Look at everything. `witness` is a head kept elsewhere, on a paper or a back-up: it must be in the chain."""
    found = list(faults())
    if witness and not ChainEntry.objects.filter(head=witness).exists():
        found.append(
            Fault(Kind.CUT, "Huvudet att jämföra med finns inte i kedjan: den är avkortad eller omskriven.")
        )
    return Report(
        faults=tuple(found),
        entries=ChainEntry.objects.count(),
        documents=SealedDocument.objects.count(),
        erased=ChainEntry.objects.filter(content=None).count(),
        older=older.number(),
        head=chain.latest_head(),
    )


def faults() -> Iterator[Fault]:
    """What is wrong; nothing when all holds."""
    yield from locks_off()
    yield from chain.faults()
    yield from _cut_short()
    yield from _versions()
    yield from files.faults()
    yield from _publications()
    yield from _rows_against_events()


def locks_off() -> Iterator[Fault]:
    """The tables whose rows could be changed or removed, since their lock is gone."""
    missing = set(append_only.wanted(connection.vendor)) - append_only.set_locks(connection)
    for table, event in sorted(missing):
        yield Fault(Kind.LOCK, f"Låset mot {event} på tabellen {table} saknas.")


# When each locked row was made: always just before its event.
MADE = {
    DocumentVersion: "sent_at",
    SigningCopy: "made_at",
    SealedDocument: "sealed_at",
    Registration: "at",
    Publication: "at",
    Clearance: "at",
    Account: "at",
}


def _cut_short() -> Iterator[Fault]:
    """A row younger than the last event tells that later events are gone."""
    last = ChainEntry.objects.order_by("-number").values_list("at", flat=True).first()
    times = [
        model.objects.order_by(f"-{at}").values_list(at, flat=True).first() for model, at in MADE.items()
    ]
    youngest = max(filter(None, times), default=None)
    if youngest and (last is None or youngest > last):
        yield Fault(Kind.CUT, "Kedjan är avkortad: det finns rader som är yngre än dess sista händelse.")


def _versions() -> Iterator[Fault]:
    for version in DocumentVersion.objects.order_by("pk").iterator():
        if chain.sha256(version.content) != version.content_hash:
            yield Fault(Kind.CONTENT, f"Innehållet i version {version.pk} är ändrat.")
    for act in SigningAct.objects.select_related("version").order_by("pk").iterator():
        if act.content_hash != act.version.content_hash:
            text = f"Underskriftshändelse {act.pk} gäller ett annat innehåll än sin version."
            yield Fault(Kind.CONTENT, text)


def _publications() -> Iterator[Fault]:
    for row in Publication.objects.select_related("version__sealed").order_by("pk").iterator():
        if (row.content, row.sha256) != (row.version.content, row.version.sealed.sha256):
            text = f"Publiceringen {row.slug} visar något annat än det som skrevs under."
            yield Fault(Kind.CONTENT, text)
    for account in Account.objects.order_by("pk").iterator():
        if chain.sha256(account.content) != account.sha256:
            yield Fault(Kind.CONTENT, f"Läget {account.number} för löfte {account.promise_id} är ändrat.")
    for text in index.faults():
        yield Fault(Kind.CONTENT, text)


def _told(version: int, kind: str, **payload: Any) -> Event:
    return kind, f"version:{version}", chain.canonical(payload)


def _of_promise(promise: int, kind: str, **payload: Any) -> Event:
    return kind, f"promise:{promise}", chain.canonical(payload)


def _expected() -> Iterator[Event]:
    """The events that the locked rows tell of."""
    for v in DocumentVersion.objects.iterator():
        yield _told(v.pk, "sent", hash=v.content_hash, by=v.sent_by_id)
    for a in SigningAct.objects.iterator():
        if a.kind == SigningAct.Kind.SIGNED:
            yield _told(a.version_id, a.kind, **signing.pinned(a))
        else:
            yield _told(a.version_id, a.kind, **signing.closed_by(a))
    for kind, subject, payload in record.expected():
        yield kind, subject, chain.canonical(payload)
    for c in SigningCopy.objects.defer("pdf").iterator():
        yield _told(c.version_id, "handed_out", sha256=c.sha256)
    for d in SealedDocument.objects.select_related("version").defer("pdf").iterator():
        yield _told(d.version_id, "sealed", sha256=d.sha256, content=d.version.content_hash)
    for p in Publication.objects.iterator():
        yield _told(p.version_id, "published", sha256=p.sha256, by=p.by_id)
    yield from _of_promises()


def _of_promises() -> Iterator[Event]:
    for c in Clearance.objects.iterator():
        yield _of_promise(c.promise_id, "cleared", sha256=c.sha256, by=c.by_id)
    for row in Account.objects.defer("content").iterator():
        yield _of_promise(row.promise_id, "accounted", sha256=row.sha256, number=row.number, by=row.by_id)
    closings = Decision.objects.filter(
        step=guard.PROMISE_STEP, gate=Gate.CLOSE, outcome=Decision.Outcome.DONE
    )
    for made in closings.iterator():
        yield _of_promise(made.subject_id, "closed", by=made.by_id)


def _is_of_rows(entry: ChainEntry) -> bool:
    """Whether the event has a locked row of its own; that an archive package was made is told by the chain alone."""
    return entry.subject.startswith(("version:", *record.SUBJECTS)) or entry.kind in OF_PROMISES


@dataclass
class _Events:
    """The events that have rows, as they are told now, as they were told before, and with content erased."""

    told: Counter[Event] = field(default_factory=Counter)
    before: Counter[Event] = field(default_factory=Counter)
    erased: Counter[tuple[str, str]] = field(default_factory=Counter)
    newest: dict[str, int] = field(default_factory=dict)

    def add(self, entry: ChainEntry) -> None:
        """Take an event in; they come in the order they were written."""
        content = getattr(entry, "content", None)
        if content is None:
            self.erased[entry.kind, entry.subject] += 1
            return
        payload = json.loads(content.payload)
        form = older.form_of(entry.kind, payload)
        newest = self.newest[entry.kind] = max(form, self.newest.get(entry.kind, form))
        there = self.told if form < newest or older.is_current(entry.kind, form) else self.before
        there[entry.kind, entry.subject, chain.canonical(payload)] += 1

    def tells_of(self, kind: str, subject: str, text: str) -> bool:
        """Whether there is an older event of the row, or one whose content is erased; each answers for one row."""
        for way in older.ways_to_tell(kind, text):
            if self.before[kind, subject, way]:
                self.before[kind, subject, way] -= 1
                return True
        if self.erased[kind, subject]:
            self.erased[kind, subject] -= 1
            return True
        return False


def _events() -> _Events:
    found = _Events()
    entries = ChainEntry.objects.select_related("content").order_by("number")
    for entry in filter(_is_of_rows, entries.iterator()):
        found.add(entry)
    return found


def _rows_against_events() -> Iterator[Fault]:
    """Rows without their event, and events without their row. Of an erased event only the kind is known."""
    events, rows = _events(), Counter(_expected())
    for kind, subject, text in (rows - events.told).elements():
        if not events.tells_of(kind, subject, text):
            said = f"{_named(subject)}: en rad om ”{kind}” saknar sin händelse i registret."
            yield Fault(Kind.EVENT_MISSING, said)
    for kind, subject, _ in (events.told - rows + events.before).elements():
        said = f"{_named(subject)}: registrets händelse ”{kind}” stämmer inte med någon rad."
        yield Fault(Kind.ROW_MISSING, said)
    for kind, subject in events.erased.elements():
        said = f"{_named(subject)}: registrets händelse ”{kind}” saknar sin rad."
        yield Fault(Kind.ROW_MISSING, said)


def _named(subject: str) -> str:
    what, _, number = subject.partition(":")
    return f"{ABOUT[what]} {number}"
