"""From signed by all to sealed: rendered once, sealed, stored. May be broken off and resumed anywhere."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from agreements import chain
from agreements.models import DocumentVersion, SealedDocument, SigningAct
from agreements.verifying import addresses
from agreements.ways import PAPER, way_of
from processes.documents import tree
from processes.method import Finding
from processes.models import Process
from processes.writing import Refused

from .kinds import kind_of

SENT = ("sent",)
SIGNED = ("signed", "handed_out")
"""What has happened last when the file is made: what was signed elsewhere is told of together with its file."""


def unfinished() -> list[int]:
    """Versions that all have signed but that lack their sealed document, as after a crash."""
    waiting = DocumentVersion.objects.filter(sealed=None).prefetch_related("acts")
    return [v.pk for v in waiting.order_by("pk") if _all_signed(v)]


def _all_signed(version: DocumentVersion) -> bool:
    acts = list(version.acts.all())
    wanted = {row["party_id"] for row in version.signatories}
    return bool(acts) and all(a.kind == "signed" for a in acts) and wanted == {a.party_id for a in acts}


def finish(version_id: int) -> SealedDocument:
    """Render and seal a version that all have signed; once. Safe to call again after any crash.

    Rendering and sealing happen before the transaction, storing and chaining inside it, so a kill
    leaves either nothing or everything.
    """
    from agreements.demo_seal import seal_is_prov
    from agreements.sealing import seal

    version = DocumentVersion.objects.select_related("promise").get(pk=version_id)
    if there := SealedDocument.objects.filter(version=version).first():
        return there
    if not _all_signed(version):
        raise Refused(
            "Alla har inte skrivit under ännu, så dokumentet kan inte förseglas.",
            Finding("underskrift", "inte underskrivet av alla"),
        )
    acts = list(version.acts.order_by("pk"))
    prov = seal_is_prov()
    pdf = seal(
        render(version, acts, prov=prov),
        reason=kind_of(version).reason,
        location=json.loads(version.content)["local_police_area"],
    )
    with transaction.atomic():
        home = version.process_id or version.promise.process_id
        Process.objects.select_for_update().get(pk=home)
        if there := SealedDocument.objects.filter(version=version).first():
            return there
        return store(version.pk, pdf, prov=prov)


def store(version_id: int, pdf: bytes, *, prov: bool) -> SealedDocument:
    """Keep the finished file of a version, and say so in the chain. Call inside a transaction."""
    version = DocumentVersion.objects.only("content_hash").get(pk=version_id)
    made = SealedDocument.objects.create(
        version=version, pdf=pdf, sha256=chain.sha256(pdf), is_prov=prov, sealed_at=timezone.now()
    )
    told = {"sha256": made.sha256, "content": version.content_hash}
    chain.append("sealed", f"version:{version_id}", told)
    return made


def render(version: DocumentVersion, acts: list[SigningAct], *, prov: bool) -> bytes:
    """The PDF before its seal; without acts as it is before anyone has signed. The same gives the same bytes."""
    return printed(version, laid_out(version, acts, prov=prov))


def printed(version: DocumentVersion, document: tree.Document) -> bytes:
    """A version's document as PDF, with its content as data inside."""
    from processes.documents.pdf import render as to_pdf

    return to_pdf(document, attachment=version.content.encode(), attachment_name=kind_of(version).data)


def laid_out(version: DocumentVersion, acts: list[SigningAct], *, prov: bool) -> tree.Document:
    """A version as a document, with those who have signed."""
    kind, way = kind_of(version), way_of(version.way)
    content = json.loads(version.content)
    place = content["area"]
    document = kind.document(
        content,
        created=acts[-1].at if acts else version.sent_at,
        identifier=f"{kind.slug}-{getattr(version, kind.link)}-{version.number}",
        facts=tree.Facts(
            version=str(version.number),
            fingerprint=version.content_hash,
            chain_head=chain.head_of(f"version:{version.pk}", *(SIGNED if acts else SENT)),
            sealed=bool(acts),
            address=addresses.address(version.content_hash),
            code=addresses.code(version.content_hash),
        ),
        signatures=[
            tree.Signature(
                a.name, a.title, a.organisation, place, a.at, way.said, a.mandate, clock=way is not PAPER
            )
            for a in acts
        ],
        prov=prov,
    )
    blocks = [replace(b, note=way.means) if isinstance(b, tree.Signatures) else b for b in document.blocks]
    return replace(document, blocks=tuple(blocks))
