"""The archive package of a round: what an authority keeps when the work is over, readable without this program (LAG-8).

Ordered by the ideas of Riksarkivet's FGS (what it is, who made it, when, how it is told to be whole) with metadata by
Dublin Core's names. It is no package by that specification: an archive's own tools make one of it.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import timezone

from dialogs.models import View
from processes import policies, queries
from processes.method import Ground
from processes.models import Attachment, Handover, Organisation
from processes.pages.values import day
from processes.views.here import Here
from processes.views.history import whole

from ..chain import canonical, sha256
from ..implementation import quick
from ..models import (
    ChainEntry,
    DocumentVersion,
    LogPicture,
    OutsideDocument,
    ProtectedSubject,
    Registration,
    Release,
    SealedDocument,
)
from . import packing
from .offering import handovers
from .release import PUBLISHED, accounts, latest

SCHEMA = "medborgarloften-arkiv/1"
CHAIN, METADATA, SHARED = "register/kedja.json", "metadata.json", "delat/"
README = """Arkivpaket: {title}
{organisation}

Det här är vad myndigheten har av rundan, gjort för att bevaras och läsas utan det program som det kommer från.

metadata.json              vad det är, vem som gjort det, när och för vilket område (Dublin Cores namn)
dokument/                  underskrivna och förseglade handlingar (PDF/A-3a, PDF/UA-1) och deras innehåll som JSON
publicerat/                vad medborgarna har fått veta om hur löftet går, varje gång det publicerades
delat/                     kopiorna som myndigheten har delat och fått; delat/delat.json säger av vem, till vem och när
bilagor/                   filer som bifogats stegen
bilder/                    bilder av det som gjorts; bilder/bilder.json säger vad man ser på dem och när
data/runda.json            allt som står i stegen, så långt myndigheten ser det; data/runda-schema.json säger formen
historik/logg.txt          vem som gjorde vad och när, i läsordning
register/                  diarieföringar, utlämnanden och registrets händelser, så att de går att kontrollera
skyddat/                   det som inte är offentligt: skyddade ärendebeskrivningar och synpunkterna i original
manifest-sha256.txt        varje fils fingeravtryck; sha256sum --check manifest-sha256.txt

Underrättelsedelen är inte med. Den arkiveras för sig, av den som förvarar den.
Paketet är inte ett leveranspaket enligt Riksarkivets FGS, men ordnat så att ett sådant kan göras av det.
Samma runda ger samma paket. Kontrollera det med: manage.py verify_archive FIL
"""


@dataclass(frozen=True, slots=True)
class RoundData:
    """What stands over this app: the round as data, and the form of that data."""

    data: bytes
    schema: bytes


def build(here: Here, organisation: Organisation, round_data: RoundData) -> bytes:
    """All that the authority has of the round, as one file. The same round gives the same bytes."""
    versions = _versions(here)
    files: dict[str, bytes] = {
        "las-mig.txt": README.format(title=here.round.title, organisation=organisation).encode(),
        "data/runda.json": round_data.data,
        "data/runda-schema.json": round_data.schema,
        "historik/logg.txt": _log(here),
        CHAIN: _json(_chain(here, versions)),
        "register/diarium.json": _json(_registrations(versions)),
        "register/utlamnanden.json": _json(_releases(here, organisation)),
        METADATA: _json(_metadata(here, organisation, versions)),
    }
    if own := _own(here):
        files["data/egen-mark.json"] = _json(own)
    files |= dict(_documents(versions))
    files |= dict(accounts(here.facts.rows("agreements.Account")))
    files |= dict(_shared(here, organisation))
    files |= dict(_attachments(here))
    files |= dict(_pictures(here))
    if hidden := _protected(versions, organisation):
        files["skyddat/arendebeskrivningar.json"] = _json(hidden)
    if said := _views(here):
        files["skyddat/synpunkter.json"] = _json(said)
    return packing.pack(files)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _versions(here: Here) -> dict[int, str]:
    """The round's sealed versions, each with the start of its files' names."""
    found = {}
    for row in here.facts.rows("agreements.SealedDocument"):
        version = here.facts.get("agreements.DocumentVersion", row.version_id)
        label = "agreements.Promise" if version.promise_id else "agreements.CollaborationAgreement"
        about = here.facts.get(label, version.promise_id or version.agreement_id)
        kind = here.method.step_with(label).slug
        found[version.id] = f"{kind}-{packing.name(about.title)}-{version.id}-version-{version.number}"
    return found


def _documents(versions: Mapping[int, str]) -> Iterator[tuple[str, bytes]]:
    contents = DocumentVersion.objects.filter(pk__in=versions).values_list("pk", "content")
    for pk, content in contents.order_by("pk"):
        yield f"dokument/{versions[pk]}.json", content.encode()
    for row in SealedDocument.objects.filter(version__in=versions).order_by("pk").iterator(chunk_size=10):
        yield f"dokument/{versions[row.version_id]}.pdf", bytes(row.pdf)
    for kept in OutsideDocument.objects.filter(version__in=versions).order_by("pk").iterator(chunk_size=10):
        yield f"dokument/{versions[kept.version_id]}-original.pdf", bytes(kept.pdf)


def _shared(here: Here, organisation: Organisation) -> Iterator[tuple[str, bytes]]:
    """The frozen copies that the authority sent or was given, and the facts of each act (LAG-2)."""
    known = {row.id: row for row in handovers(here.facts, organisation.pk)}
    told = []
    for pk, content in Handover.objects.filter(pk__in=known).order_by("pk").values_list("pk", "content"):
        row = known[pk]
        path = f"{SHARED}{pk}-{packing.name(row.title)}.json"
        yield path, canonical(content).encode()
        told.append(
            {
                "file": path,
                "title": row.title,
                "sender": row.sender_name,
                "recipient": row.recipient_name,
                "note": row.note,
                "by": row.by_name,
                "at": _moment(row.at),
                "sha256": row.sha256,
            }
        )
    if told:
        yield f"{SHARED}delat.json", _json(told)


def _attachments(here: Here) -> Iterator[tuple[str, bytes]]:
    seen = [
        row.id
        for row in here.facts.rows("processes.Attachment")
        if row.sha256 and policies.can_see_step(here.actor, here.method[row.step])
    ]
    for row in Attachment.objects.filter(pk__in=seen).order_by("pk").iterator(chunk_size=10):
        with row.file.open("rb") as file:
            yield (
                f"bilagor/{row.pk}-{packing.name(row.title)}.{row.file.name.rpartition('.')[2]}",
                file.read(),
            )


def _pictures(here: Here) -> Iterator[tuple[str, bytes]]:
    """The pictures of the log, and what each of them shows."""
    if not policies.can_see_step(here.actor, here.method[quick.STEP]):
        return
    told = []
    rows = LogPicture.objects.filter(log__process=here.round).select_related("log__activity").order_by("pk")
    for row in rows.iterator(chunk_size=10):
        path = f"bilder/{row.pk}-{packing.name(row.alt)}.jpg"
        with row.file.open("rb") as file:
            yield path, file.read()
        told.append(
            {
                "file": path,
                "activity": str(row.log.activity or ""),
                "done_on": row.log.done_on.isoformat() if row.log.done_on else "",
                "alt": row.alt,
                "public": row.public,
                "sha256": row.sha256,
            }
        )
    if told:
        yield "bilder/bilder.json", _json(told)


def _own(here: Here) -> list[dict[str, Any]]:
    """What the authority has on its own ground, besides the police's, which is part of the round's data."""
    steps = [s for s in here.method.every if s.ground is Ground.OWN and policies.can_see_step(here.actor, s)]
    rows = [
        r for s in steps for r in queries.own_rows(here.method, s, here.round.pk, here.actor.organisations)
    ]
    return [{"row": row.model, "id": row.id} | {k: _plain(v) for k, v in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, str | int | float | bool | list | dict) else str(value)


def _moment(value: datetime | None) -> str:
    return timezone.localtime(value).isoformat(timespec="seconds") if value else ""


def _log(here: Here) -> bytes:
    """A line for each thing that was done, and one for each field that changed with it."""
    lines = []
    for row in whole(here):
        lines.append(f"{_moment(row['at'])}  {row['who']} {row['verb']} {row['what']}")
        for change in row["changes"]:
            old = f"från: {change['old']} " if change["old"] else ""
            lines.append(f"    {change['field']}: {old}till: {change['new']}")
    return ("\n".join(lines) + "\n").encode()


def _chain(here: Here, versions: Mapping[int, str]) -> list[dict[str, Any]]:
    """The register's events of the round, each with what it commits to unless that has been disposed of."""
    own = {row.id for row in here.facts.rows("agreements.DocumentVersion")}
    subjects = {f"version:{pk}" for pk in own | set(versions)}
    subjects |= {f"promise:{row.id}" for row in here.facts.rows("agreements.Promise")}
    found = []
    entries = ChainEntry.objects.filter(subject__in=subjects).select_related("content").order_by("number")
    for entry in entries:
        content = getattr(entry, "content", None)
        found.append(
            {
                "number": entry.number,
                "kind": entry.kind,
                "subject": entry.subject,
                "commitment": entry.commitment,
                "previous": entry.previous,
                "head": entry.head,
                "at": entry.at.isoformat(),
                **({"salt": content.salt, "payload": content.payload} if content else {}),
            }
        )
    return found


def _registrations(versions: Mapping[int, str]) -> list[dict[str, Any]]:
    rows = Registration.objects.filter(version__in=versions).select_related("organisation", "by")
    return [
        {
            "document": versions[row.version_id],
            "decision": row.decision,
            "organisation": str(row.organisation),
            "diary_number": row.diary_number,
            "registered_on": row.registered_on.isoformat(),
            "subject_code": row.subject_code,
            "description": row.description,
            "sender": row.sender,
            "recipient": row.recipient,
            "by": row.by.name,
            "at": _moment(row.at),
            "why_corrected": row.why,
        }
        for row in rows.order_by("pk")
    ]


def _releases(here: Here, organisation: Organisation) -> list[dict[str, Any]]:
    rows = Release.objects.filter(process=here.round, organisation=organisation).select_related("by")
    return [
        {
            "title": row.title,
            "sha256": row.sha256,
            "contents": row.contents,
            "left_out": row.left_out,
            "by": row.by.name,
            "at": _moment(row.at),
        }
        for row in rows.order_by("pk")
    ]


def _protected(versions: Mapping[int, str], organisation: Organisation) -> list[dict[str, str]]:
    rows = ProtectedSubject.objects.filter(
        registration__version__in=versions, registration__organisation=organisation
    )
    return [
        {
            "diary_number": row.registration.diary_number,
            "text": row.text,
            "ground": str(row.ground or ""),
        }
        for row in rows.select_related("registration", "ground").order_by("pk")
    ]


def _views(here: Here) -> list[dict[str, Any]]:
    """What citizens said, as they said it: the round's data has it masked."""
    rows = View.objects.filter(dialog__processes=here.round).exclude(**View.STAYS).order_by("pk")
    names = ("pk", "dialog__title", "received_on", "text", "place", "outcome")
    return [
        {
            "id": pk,
            "dialog": dialog,
            "received_on": received_on.isoformat() if received_on else "",
            "text": text,
            "place": place,
            "outcome": outcome,
        }
        for pk, dialog, received_on, text, place, outcome in rows.values_list(*names).iterator(
            chunk_size=1000
        )
    ]


def _metadata(here: Here, organisation: Organisation, versions: Mapping[int, str]) -> dict[str, Any]:
    """What the package is, by the names of Dublin Core; what those have no name for stands under `archive`."""
    facts, round_ = here.facts, here.round
    numbers = (
        Registration.objects.filter(version__in=versions, organisation=organisation, correction=None)
        .order_by("pk")
        .values_list("diary_number", flat=True)
    )
    moment = latest(facts)
    return {
        "schema": SCHEMA,
        "title": round_.title,
        "creator": [p.name for p in facts.rows("processes.Party") if p.kind != "partner"],
        "contributor": [p.name for p in facts.rows("processes.Party") if p.kind == "partner"],
        "publisher": str(organisation),
        "subject": ["medborgarlöften", "brottsförebyggande arbete"],
        "description": "Samverkan om medborgarlöften: handlingar, underlag, historik och register.",
        "date": _moment(moment),
        "type": "Collection",
        "format": ["application/pdf", "application/json", "text/plain"],
        "identifier": [f"runda:{round_.pk}", *numbers],
        "language": "sv",
        "coverage": {
            "area": str(round_.area),
            "from": round_.period_start.isoformat() if round_.period_start else "",
            "to": round_.period_end.isoformat() if round_.period_end else "",
        },
        "rights": "Mappen skyddat/ kan innehålla uppgifter som omfattas av sekretess. Pröva innan något lämnas ut.",
        "archive": {
            "arkivbildare": str(organisation),
            "avslutad": day(round_.closed_on),
            "utanfor_verktyget": round_.outside,
            "gallring": "Se myndighetens gallringsbeslut. Förseglade dokument och registrets kedja bevaras.",
            "kontroll": "SHA-256 i manifest-sha256.txt",
        },
    }


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with an archive package, in words: its files, and its documents against the register's events."""
    found = list(packing.faults(data))
    yield from found
    if found:
        return
    with zipfile.ZipFile(BytesIO(data)) as packed:
        names = set(packed.namelist())
        if not {CHAIN, METADATA} <= names:
            yield "Det här är inget arkivpaket: metadata.json eller register/kedja.json saknas."
            return
        entries = json.loads(packed.read(CHAIN))
        yield from _wrong_events(entries)
        files = {name: sha256(packed.read(name)) for name in names}
        yield from _against_events(entries, files)
        if f"{SHARED}delat.json" in names:
            for told in json.loads(packed.read(f"{SHARED}delat.json")):
                if files.get(told["file"]) != told["sha256"]:
                    yield f"{told['file']} är inte den kopia som delades."


def _against_events(entries: list[dict[str, Any]], files: Mapping[str, str]) -> Iterator[str]:
    """Sealed documents and published accounts, each held against its event; what an event said may be disposed of."""
    papers = {
        digest
        for name, digest in files.items()
        if name.startswith("dokument/") and name.endswith(".pdf") and not name.endswith("-original.pdf")
    }
    public = {digest for name, digest in files.items() if name.startswith(PUBLISHED)}
    kinds = (("sealed", "Det förseglade dokumentet", papers), ("accounted", "Det publicerade läget", public))
    for kind, what, kept in kinds:
        events = [e for e in entries if e["kind"] == kind]
        told = {json.loads(e["payload"])["sha256"] for e in events if "payload" in e}
        for digest in sorted(told - kept):
            yield f"{what} med fingeravtryck {digest[:16]}… saknas."
        if len(kept - told) > sum("payload" not in e for e in events):
            for digest in sorted(kept - told):
                yield f"{what} med fingeravtryck {digest[:16]}… står inte i registrets händelser."


def _wrong_events(entries: list[dict[str, Any]]) -> Iterator[str]:
    for e in entries:
        if "payload" in e and sha256(f"{e['salt']}\n{e['payload']}") != e["commitment"]:
            yield f"Innehållet i händelse {e['number']} är ändrat."
        told = [e["number"], e["kind"], e["subject"], e["commitment"], e["previous"], e["at"]]
        if sha256(canonical(told)) != e["head"]:
            yield f"Händelse {e['number']} är ändrad."
