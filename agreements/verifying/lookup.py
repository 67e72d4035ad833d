"""What the register knows of a sealed file, as far as anyone may know it. Bounded queries, no drafts.

Until a document is published nothing of its content is told, not even its name: only that it is registered.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from agreements import chain
from agreements.models import ChainEntry, DocumentVersion, Publication, SealedDocument, SigningAct
from processes.documents.tree import grouped

from .addresses import DIGITS, short

KINDS = {True: "Medborgarlöfte", False: "Samverkansöverenskommelse"}
AT_MOST = 10  # documents with one and the same content


@dataclass(frozen=True, slots=True)
class Place:
    """A sealing's place in the chain. `holds`: its links to the events beside it, and its own content, are whole."""

    number: int
    at: datetime
    head: str
    previous: str
    of: int
    holds: bool
    erased: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """That somebody signed. Name, title and organisation are empty until the document is published."""

    way: str
    at: datetime
    name: str = ""
    title: str = ""
    organisation: str = ""
    kept_at: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A registered document."""

    kind: str
    number: int
    way: str
    sha256: str
    content_hash: str
    sealed_at: datetime
    prov: bool
    place: Place | None
    signed: tuple[Signed, ...]
    title: str = ""
    url: str = ""
    pdf_url: str = ""
    later: int = 0
    later_url: str = ""

    @property
    def published(self) -> bool:
        """Whether anyone may read it."""
        return bool(self.url)

    @property
    def short(self) -> str:
        """What stands on the paper."""
        return short(self.content_hash)

    @property
    def content_digits(self) -> str:
        """The content's fingerprint in groups, as people compare it."""
        return grouped(self.content_hash, 8)

    @property
    def file_digits(self) -> str:
        """The file's SHA-256 in groups."""
        return grouped(self.sha256, 8)


def by_file(pdf: bytes) -> Known | None:
    """The document whose registered file is this one, byte for byte."""
    own = {"sha256": chain.sha256(pdf)}
    if not SealedDocument.objects.filter(**own).exists():  # most are not, and are told so for little
        return None
    return known(_sealed().filter(**own)[0])


def by_content(content_hash: str) -> list[Known]:
    """The documents with exactly that content; nearly always none or one."""
    return [known(row) for row in _sealed().filter(version__content_hash=content_hash)[:AT_MOST]]


def by_short(digits: str) -> list[Known]:
    """The documents whose content's fingerprint begins with those digits."""
    rest = 64 - DIGITS
    between = (digits + "0" * rest, digits + "f" * rest)
    return [known(row) for row in _sealed().filter(version__content_hash__range=between)[:AT_MOST]]


def _sealed() -> QuerySet[SealedDocument]:
    rows = SealedDocument.objects.select_related("version").order_by("pk")
    return rows.defer("pdf", "version__content", "version__deviations", "version__signatories")


def known(row: SealedDocument) -> Known:
    """Everything that may be told of it."""
    version = row.version
    publication = Publication.objects.filter(version=version).values("slug", "content").first()
    later = _later(version)
    return Known(
        kind=KINDS[version.promise_id is not None],
        number=version.number,
        way=version.way,
        sha256=row.sha256,
        content_hash=version.content_hash,
        sealed_at=row.sealed_at,
        prov=row.is_prov,
        place=_place(row),
        signed=tuple(_signed(version, open_to_all=publication is not None)),
        later=later.number if later else 0,
        later_url=_page(_slug(later), later.number) if later else "",
        **_published(publication, version.number),
    )


def _published(publication: dict[str, Any] | None, number: int) -> dict[str, str]:
    if publication is None:
        return {}
    slug = publication["slug"]
    return {
        "title": json.loads(publication["content"]).get("title", ""),
        "url": _page(slug, number),
        "pdf_url": reverse("agreements:public_version_pdf", args=[slug, number]),
    }


def _page(slug: str, number: int) -> str:
    return reverse("agreements:public_version", args=[slug, number]) if slug else ""


def _slug(version: DocumentVersion) -> str:
    return Publication.objects.filter(version=version).values_list("slug", flat=True).first() or ""


def _later(version: DocumentVersion) -> DocumentVersion | None:
    """The latest sealed version after this one, of the same document."""
    same = DocumentVersion.objects.filter(promise=version.promise_id, agreement=version.agreement_id)
    found = same.filter(pk__gt=version.pk, sealed__isnull=False).order_by("-pk")
    return found.only("pk", "number").first()


def _signed(version: DocumentVersion, *, open_to_all: bool) -> list[Signed]:
    acts = SigningAct.objects.filter(version=version, kind=SigningAct.Kind.SIGNED).order_by("pk")
    if not open_to_all:
        return [Signed(version.way, at) for at in acts.values_list("at", flat=True)]
    return [
        Signed(
            version.way, act.at, act.name, act.title, act.organisation, (act.proof or {}).get("kept_at", "")
        )
        for act in acts
    ]


def _place(row: SealedDocument) -> Place | None:
    subject = f"version:{row.version_id}"
    sealing = ChainEntry.objects.select_related("content").filter(subject=subject, kind="sealed")
    entry = sealing.order_by("-number").first()
    if entry is None:
        return None
    beside = {
        other.number: other
        for other in ChainEntry.objects.filter(number__in=(entry.number - 1, entry.number + 1))
    }
    before, after = beside.get(entry.number - 1), beside.get(entry.number + 1)
    content = getattr(entry, "content", None)
    links = [
        chain.head_for(entry) == entry.head,
        entry.previous == (before.head if before else chain.GENESIS),
        after is None or after.previous == entry.head,
        content is None
        or (chain.fits(content, entry) and json.loads(content.payload)["sha256"] == row.sha256),
    ]
    last = ChainEntry.objects.order_by("-number").values_list("number", flat=True).first() or entry.number
    return Place(entry.number, entry.at, entry.head, entry.previous, last, all(links), content is None)
