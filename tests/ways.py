"""Documents that were not signed in the system: on paper, in another service, or before there was a system."""

from __future__ import annotations

import copy
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pikepdf
from django.utils import timezone

from agreements import sealing, signing
from agreements.models import DocumentVersion, SealedDocument
from agreements.record.actions import bringing_in
from agreements.signing import Signed
from agreements.verifying import addresses
from agreements.ways import paper
from tests.world import World


def send(world: World, way: str) -> DocumentVersion:
    """Send the promise to be signed in that way; the version is `world.sent`."""
    world.sent = signing.send(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk, way=way)
    return world.sent


def signed_by(pdf: bytes, name: str, files: tuple[Path, Path]) -> bytes:
    """What another service makes of it: an ordinary signature by a person, put into the file."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
    from pyhanko.sign.signers import SimpleSigner

    def work() -> bytes:
        signer = SimpleSigner.load(*map(str, files))
        where = f"Underskrift {name}"
        metadata = PdfSignatureMetadata(field_name=where, subfilter=SigSeedSubFilter.PADES, name=name)
        pen = PdfSigner(metadata, signer, new_field_spec=SigFieldSpec(where, on_page=0))
        return pen.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()

    return sealing._in_own_thread(work)


def on_paper(world: World) -> SealedDocument:
    """All have signed the promise on paper: the transcript."""
    version = send(world, "paper")
    read = paper.Signature(world.today, addresses.short(version.content_hash))
    papers = {row["party_id"]: read for row in version.signatories}
    signed = paper.as_signed(papers, "Kommunarkivet", "Eva Strand")
    return _received(world, signed, paper.transcript(version, signed))


def elsewhere(world: World, files: tuple[Path, Path]) -> SealedDocument:
    """All have signed the promise in another service: the file as it came back."""
    version = send(world, "external")
    pdf = bytes(version.copy.pdf)
    for row in version.signatories:
        pdf = signed_by(pdf, row["name"], files)
    now = timezone.now()
    return _received(world, [Signed(row["party_id"], now, {}) for row in version.signatories], pdf)


def _received(world: World, signed: list[Signed], pdf: bytes) -> SealedDocument:
    return signing.receive(
        by=world.cast.officer,
        round_=world.round,
        version_id=world.sent.pk,
        signed=signed,
        pdf=pdf,
        prov=True,
    )


def blank(**more: Any) -> bytes:
    """A small PDF with a page, as a scanner makes them; `more` goes into its catalogue."""
    with pikepdf.new() as document:
        document.add_blank_page()
        for name, value in more.items():
            document.Root[f"/{name}"] = value
        document.save(target := io.BytesIO())
    return target.getvalue()


def from_outside(world: World) -> World:
    """A promise that was made before: brought in and sealed as what it is, in a world like this one."""
    other = copy.copy(world)
    other.sent = bringing_in.bring_in(
        by=world.cast.registrar,
        title="Trygg station",
        area=world.cast.area,
        place="Stationen",
        period_start=world.today,
        period_end=world.today + timedelta(days=364),
        organisations=[world.police, world.municipality],
        focus="Otrygghet vid stationen",
        texts={"introduction": "Det här lovar vi."},
        activities=[
            {
                "what": "Gå trygghetsvandringar",
                "who": world.municipality,
                "target_kind": "at_least",
                "target_value": 3,
                "target_unit": "vandringar",
            }
        ],
        signed_on=world.today,
        signed_place="Åby",
        signed_by=["Anna Ek, lokalpolisområdeschef, Polismyndigheten"],
        pdf=blank(),
    )
    other.promise, other.round = other.sent.promise, other.sent.promise.process
    other.sealed = bringing_in.finish(other.sent.pk)
    return other
