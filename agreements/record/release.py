"""The package that is handed out: documents, the parts of the steps as one PDF, data, and what was left out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.utils import timezone

from processes.documents import pdf, shared, sheets, tree
from processes.method import Facts, Row, get_method
from processes.models import Term
from processes.pages import lists
from processes.pages.values import day
from processes.views.here import Here, within

from ..models import Account, DocumentVersion, SealedDocument
from . import packing
from .offering import Document, LeftOut, Offer, Part

SCHEMA = "medborgarloften-utlamnande/1"
PUBLISHED = "publicerat/"
FOLDERS = {"Bilaga": "bilagor", "Bild": "bilder"}
APPEAL = (
    "Vill den som frågar ha det som utelämnats prövat lämnar myndigheten ett skriftligt beslut som går att överklaga "
    "(OSL 6 kap. 3 §)."
)
README = """Det här är vad {organisation} lämnar ut om {title}.

dokument/                  underskrivna och förseglade handlingar: PDF som de är, och deras innehåll som data
publicerat/                vad medborgarna har fått veta om hur löftet går, varje gång det publicerades, som data
offentliga-delar.pdf       det som står i arbetets steg och får lämnas ut
utelamnat.pdf              vad som inte är med, och på vilken grund
uppgifter.json             samma uppgifter som data
manifest-sha256.txt        varje fils fingeravtryck; kontrollera med sha256sum --check manifest-sha256.txt
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """The parts that a named person leaves out or lets go: of each part that is left out, the ground's words."""

    left_out: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes, and what stands in the log of them."""

    data: bytes
    contents: list[str]
    left_out: list[list[str]]


def grounds() -> dict[str, Term]:
    """The ground that the program itself chooses, by its code."""
    return {term.code: term for term in Term.objects.filter(list=Term.List.GROUND).exclude(code="")}


def unseen(offer: Offer, choice: Choice, words: Mapping[str, Term]) -> list[list[str]]:
    """All that is left out: what, on which ground, and why."""
    by_hand = [
        [f"{part.step}: {part.title}", choice.left_out[part.key], ""]
        for part in offer.parts
        if part.key in choice.left_out
    ]
    return by_hand + [[row.title, _words(words, row), row.why] for row in offer.never]


def _words(words: Mapping[str, Term], row: LeftOut) -> str:
    term = words.get(row.ground)
    return term.label if term else row.ground.value


def build(here: Here, offer: Offer, choice: Choice, organisation: str, words: Mapping[str, Term]) -> Package:
    """Put the package together. The same round and choice give the same bytes."""
    released = [part for part in offer.parts if part.key not in choice.left_out]
    left_out = unseen(offer, choice, words)
    moment = latest(here.facts)
    files: dict[str, bytes] = {}
    for path, data in _documents(offer.documents):
        files[path] = data
    for part in released:
        if part.form == "list":
            files[f"listor/{packing.name(part.step)}-{packing.name(part.key)}.csv"] = _list(here, part)
    told = {part.source[2] for part in released if part.form == "account"}
    files |= dict(accounts(row for row in here.facts.rows("agreements.Account") if row.id in told))
    files |= dict(_files([part for part in released if part.form == "file"]))
    contents = [f"{d.kind}: {d.title}, version {d.number}" for d in offer.documents]
    contents += [f"{part.step}: {part.title}" for part in released]
    files["offentliga-delar.pdf"] = pdf.render(paper(offer, released, organisation, moment))
    files["utelamnat.pdf"] = pdf.render(listing(offer, contents, left_out, organisation, moment))
    files["uppgifter.json"] = _data(offer, released, left_out, organisation)
    files["las-mig.txt"] = README.format(organisation=organisation, title=f"”{offer.title}”").encode()
    return Package(packing.pack(files), contents, left_out)


def latest(facts: Facts) -> datetime:
    """The moment of the latest decision, seal or sharing: the package is of the round as it was then."""
    names = ("at", "sealed_at", "sent_at", "approved_at")
    found = [row[n] for row in facts.all_rows() for n in names if isinstance(row.get(n), datetime)]
    return max(found, default=timezone.now()).replace(microsecond=0)


def _documents(documents: tuple[Document, ...]) -> Iterator[tuple[str, bytes]]:
    wanted = {d.version_id: d for d in documents}
    contents = dict(DocumentVersion.objects.filter(pk__in=wanted).values_list("pk", "content"))
    for row in SealedDocument.objects.filter(version__in=wanted).order_by("pk").iterator(chunk_size=10):
        d = wanted[row.version_id]
        base = f"dokument/{packing.name(d.kind)}-{packing.name(d.title)}-{d.version_id}-version-{d.number}"
        yield f"{base}.pdf", bytes(row.pdf)
        yield f"{base}.json", contents[d.version_id].encode()


def accounts(rows: Iterable[Row]) -> Iterator[tuple[str, bytes]]:
    """What was published of how a promise goes, to the byte, so that its fingerprint can be held against the register.
    One query."""
    known = {row.id: row for row in rows}
    for pk, content in Account.objects.filter(pk__in=known).order_by("pk").values_list("pk", "content"):
        yield f"{PUBLISHED}lofte-{known[pk].promise_id}-lage-{known[pk].number}.json", content.encode()


def _list(here: Here, part: Part) -> bytes:
    key, section, subject = part.source
    inside = within(here, get_method()[key], subject)
    found: Any = inside.step.section(section)
    return sheets.as_csv(lists.sheet(inside, found))


def _files(parts: list[Part]) -> Iterator[tuple[str, bytes]]:
    """What is attached and pictured, as it is kept. One query for each kind."""
    parts_of: dict[str, dict[int, Part]] = {}
    for part in parts:
        label, _, pk = part.source
        parts_of.setdefault(label, {})[pk] = part
    for label, some in parts_of.items():
        for row in apps.get_model(label).objects.filter(pk__in=some).order_by("pk").iterator(chunk_size=10):
            with row.file.open("rb") as file:
                data = file.read()
            kind, _, title = some[row.pk].title.partition(": ")
            ending = row.file.name.rpartition(".")[2]
            yield f"{FOLDERS[kind]}/{row.pk}-{packing.name(title)}.{ending}", data


def paper(offer: Offer, released: list[Part], organisation: str, moment: datetime) -> tree.Document:
    """The parts of the steps that are handed out, as one document."""
    texts = [part for part in released if part.content]
    blocks: list[tree.Block] = [
        tree.Lead(
            "Det här är de delar av arbetet som får lämnas ut. Vad som inte är med, och varför, står i utelamnat.pdf."
        )
    ]
    for part in texts:
        blocks += text_of(part)
    if not texts:
        blocks.append(tree.Paragraph("Inga delar av stegen lämnas ut."))
    return _paper("Offentliga delar", offer, organisation, moment, blocks)


def text_of(part: Part) -> list[tree.Block]:
    """A part as the reader sees it, under a heading that says whence it is."""
    heading = tree.Heading(f"{part.step}: {part.title}")
    rest = [b for b in shared.blocks({"parts": [part.content]}) if not isinstance(b, tree.Heading)]
    rest = [replace(b, caption=part.title) if isinstance(b, tree.Table) else b for b in rest]
    note = [tree.Paragraph(part.note)] if part.note else []
    return [heading, *note, *rest]


def listing(
    offer: Offer, contents: list[str], left_out: list[list[str]], organisation: str, moment: datetime
) -> tree.Document:
    """What is with, what is not, and on which ground."""
    documents = [
        f"{d.kind}: {d.title}, version {d.number}. Dnr {', '.join(d.diary_numbers) or 'saknas'}. SHA-256 {d.sha256}"
        for d in offer.documents
    ]
    blocks: list[tree.Block] = [tree.Heading("Det här är med")]
    blocks.append(tree.BulletList((*documents, *contents[len(documents) :]) or ("Ingenting.",)))
    blocks.append(tree.Heading("Det här är utelämnat"))
    rows = tuple((what, on, why) for what, on, why in left_out)
    blocks.append(tree.Table("Utelämnat", ("Vad", "Grund", "Varför"), rows, widths=(40, 35, 25)))
    blocks.append(tree.Paragraph(APPEAL))
    return _paper("Utelämnat, och på vilken grund", offer, organisation, moment, blocks)


def _paper(
    title: str, offer: Offer, organisation: str, moment: datetime, blocks: list[tree.Block]
) -> tree.Document:
    return tree.Document(
        title=title,
        authors=(organisation,),
        created=moment,
        modified=moment,
        identifier=f"utlamnande-{packing.name(title)}-{offer.mark[:16]}",
        blocks=tuple(blocks),
        kicker=offer.title,
        byline=(organisation, f"Rundan som den var {day(moment)}"),
        description=f"{title}: {offer.title}",
    )


def _data(offer: Offer, released: list[Part], left_out: list[list[str]], organisation: str) -> bytes:
    data = {
        "schema": SCHEMA,
        "title": offer.title,
        "organisation": organisation,
        "documents": [
            {
                "kind": d.kind,
                "title": d.title,
                "number": d.number,
                "sha256": d.sha256,
                "diary_numbers": list(d.diary_numbers),
            }
            for d in offer.documents
        ],
        "parts": [
            {
                "step": p.step,
                "title": p.title,
                "note": p.note,
                **({"content": p.content} if p.content else {}),
            }
            for p in released
        ],
        "left_out": [{"what": what, "ground": on, "why": why} for what, on, why in left_out],
    }
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
