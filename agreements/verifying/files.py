"""Stored files against what is registered of them: changed, swapped, or with a broken seal."""

from __future__ import annotations

import json
from collections.abc import Iterator

from agreements import chain, sealing
from agreements.faults import Fault, Kind
from agreements.models import ChainContent, SealedDocument


def registered() -> dict[int, str]:
    """By version, the SHA-256 that the chain tells of its sealed file; of an erased event nothing is known."""
    found = {}
    kept = ChainContent.objects.filter(entry__kind="sealed").values_list("entry__subject", "payload")
    for subject, payload in kept.iterator():
        found[int(subject.partition(":")[2])] = json.loads(payload)["sha256"]
    return found


def faults() -> Iterator[Fault]:
    """What is wrong with the sealed files, each judged by its bytes and not by its row's word alone."""
    told = registered()
    rows = dict(SealedDocument.objects.values_list("version_id", "sha256"))
    by_digest = {digest: version for version, digest in [*rows.items(), *told.items()]}
    documents = SealedDocument.objects.select_related("version__copy").order_by("pk")
    for document in documents.iterator(chunk_size=10):
        own = document.version_id
        digest = chain.sha256(pdf := bytes(document.pdf))
        wanted = told.get(own, document.sha256)
        where = f"Dokumentet för version {own}"
        if digest != wanted and by_digest.get(digest, own) != own:
            yield Fault(Kind.SWAPPED, f"{where}: filen är utbytt mot den för version {by_digest[digest]}.")
            continue
        if digest != wanted or document.sha256 != wanted:
            text = "filen är inte den som registrerades: dess fingeravtryck är ett annat."
            yield Fault(Kind.FILE, f"{where}: {text}")
        for kind, problem in _inside(document, pdf):
            yield Fault(kind, f"{where}: {problem}")


def _inside(document: SealedDocument, pdf: bytes) -> Iterator[tuple[Kind, str]]:
    """What the file itself says: its seal, or the signatures that came on the file we handed out; its content."""
    copy = getattr(document.version, "copy", None)
    original = bytes(copy.pdf) if copy else b""
    try:
        found = sealing.inspect(pdf, original=original)
    except Exception:  # whatever a damaged file makes the parsers say
        yield Kind.SEAL, "filen är skadad och går inte att läsa."
        return
    if original and pdf.startswith(original):
        if not (found.only_signed and found.signatures and all(one.holds for one in found.signatures)):
            yield Kind.SEAL, "underskrifterna i filen håller inte."
    else:
        for problem in found.seal.problems:
            yield Kind.SEAL, problem
    if found.embedded != document.version.content_hash:
        yield Kind.CONTENT, "innehållet som data i filen är inte det som skrevs under."
