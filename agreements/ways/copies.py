"""The file that is handed out to be signed outside: made once, kept, and never made again.

What comes back is held against these very bytes, so they must outlive any change of how documents look.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from django.utils import timezone

from agreements import chain
from agreements.models import DocumentVersion, SigningCopy
from processes.documents import tree

from . import PAPER

LINE = "Ort, datum och namnteckning"


def hand_out(version: DocumentVersion) -> SigningCopy:
    """Make the file and keep it. Call inside the transaction that sends the version."""
    from agreements.demo_seal import seal_is_prov
    from agreements.signing import finishing

    document = finishing.laid_out(version, [], prov=seal_is_prov())
    if version.way == PAPER.key:
        document = _with_lines(document, version)
    pdf = finishing.printed(version, document)
    if version.way != PAPER.key:
        pdf = _with_signature_form(pdf)
    made = SigningCopy.objects.create(
        version=version, pdf=pdf, sha256=chain.sha256(pdf), made_at=timezone.now()
    )
    chain.append("handed_out", f"version:{version.pk}", {"sha256": made.sha256})
    return made


def _with_lines(document: tree.Document, version: DocumentVersion) -> tree.Document:
    """Room to sign with a pen, for each who is to sign."""
    lines = [
        tree.Lines(f"{row['name']}, {row['title']}, {row['party_name']}", 1, LINE)
        for row in version.signatories
    ]
    return replace(document, blocks=(*document.blocks, tree.Heading("Underskrifter"), *lines))


def _with_signature_form(pdf: bytes) -> bytes:
    """A form to put signatures in, which asks whoever signs to add to the file and not to write it anew.

    It also lets us tell what was added later from what was there: without one, the first signature makes it.
    """
    import pikepdf  # slow to import, and only needed where documents are made

    signatures_are_appended = 3
    with pikepdf.open(BytesIO(pdf)) as document:
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(), SigFlags=signatures_are_appended)
        document.save(target := BytesIO(), deterministic_id=True)
    return target.getvalue()
