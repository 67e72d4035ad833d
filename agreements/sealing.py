"""The electronic seal, and the only door to pyHanko: seals a finished PDF and tells whether one still holds.

The seal is invisible (a drawn one breaks both PDF/UA and PDF/A) and it is the server's, not a person's.
SEAL_CERT names a PEM file: the seal's certificate first, then its chain, the root last.
"""

import hashlib
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.conf import settings

from agreements.demo_seal import is_demo_certificate

FIELD = "Stampel"


@dataclass(frozen=True, slots=True)
class SealReport:
    """What a file's seal says. `trusted` is judged at the time the seal itself states.

    A signature can't see every changed byte of its own wrapping, nor who replaced a whole file:
    only the registered SHA-256 can, so `holds` is worth most when that was given to `verify`.
    """

    intact: bool = False
    covers_whole_file: bool = False
    trusted: bool = False
    is_demo: bool = False
    signer: str = ""
    signed_at: datetime | None = None
    problems: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """True when there is nothing to object to."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature in a file, as its certificate names the signer.

    `holds`: what it covers has not changed, and later revisions only signed. `trusted`: its certificate was
    issued by one of the given roots; revocation is never asked, since that would tell others who is asking.
    """

    signer: str
    issuer: str
    signed_at: datetime | None
    holds: bool
    trusted: bool


@dataclass(frozen=True, slots=True)
class Inspection:
    """Everything an unknown file says of itself. `only_signed`: nothing but signatures came after the original."""

    seal: SealReport
    signatures: tuple[Signature, ...] = ()
    embedded: str = ""
    only_signed: bool = False


def seal(pdf: bytes, *, reason: str, location: str) -> bytes:
    """The PDF with a PAdES seal that allows no later change."""
    return _in_own_thread(_seal, pdf, reason, location)


def verify(pdf: bytes, *, sha256: str = "") -> SealReport:
    """What can be said about the file's seal; with `sha256`, also whether it is the registered file."""
    return _in_own_thread(_verify, pdf, sha256)


def inspect(pdf: bytes, *, roots: str = "", original: bytes = b"") -> Inspection:
    """Read a file that may be hostile. For use where memory and time are bounded: see verifying.inspector.

    `roots` names a PEM file with those trusted to issue certificates to people; `original` is what was
    handed out to be signed.
    """
    return _in_own_thread(_inspect, pdf, roots, original)


def _in_own_thread(work, *args):
    """The result of the work. pyHanko starts an event loop, and a thread can hold only one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work, *args).result()


def _seal(pdf: bytes, reason: str, location: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, PdfSigner
    from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter

    metadata = PdfSignatureMetadata(
        field_name=FIELD,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        reason=reason,
        location=location,
    )
    signer = PdfSigner(
        metadata,
        _signer(settings.SEAL_KEY, settings.SEAL_CERT, settings.SEAL_KEY_PASSWORD),
        timestamper=_timestamper(),
        new_field_spec=SigFieldSpec(FIELD, on_page=0),
    )
    return signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()


@cache
def _signer(key_file: str, certificate_file: str, password: str):
    """Key and certificates, read once per process."""
    from pyhanko.keys import load_private_key_from_pemder
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    certificate, *chain = _certificates(certificate_file)
    store = SimpleCertificateStore()
    store.register_multiple(chain)
    key = load_private_key_from_pemder(key_file, password.encode() or None)
    return SimpleSigner(signing_cert=certificate, signing_key=key, cert_registry=store, embed_roots=False)


def _certificates(file: str) -> list:
    """All certificates of a PEM file, in its order."""
    from pyhanko.keys import load_certs_from_pemder

    return list(load_certs_from_pemder([str(file)]))


def _timestamper():
    """The time-stamp service when one is configured; the seal is then PAdES B-T, else B-B."""
    address = settings.SEAL_TSA_URL
    if not address:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper

    return HTTPTimeStamper(address, timeout=20)


def _verify(pdf: bytes, sha256: str) -> SealReport:
    problems, anchors = [], _anchors()
    if sha256 and hashlib.sha256(pdf).hexdigest() != sha256:
        problems.append("Filen är inte den som registrerades: dess fingeravtryck är ett annat.")
    try:
        return _report(pdf, problems, *anchors)
    except Exception:  # a broken file can fail anywhere inside the parsers, and always means this
        problems.append("Filen eller dess stämpel är skadad och går inte att läsa.")
        return SealReport(problems=tuple(problems))


def _report(pdf: bytes, problems: list[str], roots: list, others: list) -> SealReport:
    from cryptography.x509 import load_der_x509_certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    found = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    if len(found) != 1:
        number = f"{len(found)} signaturer" if found else "ingen elektronisk stämpel"
        problems.append(f"Filen har {number}; den ska ha en stämpel.")
        return SealReport(problems=tuple(problems))
    signature = found[0]
    signed_at = signature.self_reported_timestamp
    context = ValidationContext(trust_roots=roots, other_certs=others, moment=signed_at, allow_fetching=False)
    status = validate_pdf_signature(signature, context)
    whole = _covers(pdf, signature.byte_range)
    # What lies between the signed ranges is not signed: only the signature itself may be there.
    wrapped = _wrapping_is_clean(pdf, signature.byte_range)
    intact = status.intact and status.valid and wrapped
    if not intact:
        problems.append("Innehållet har ändrats sedan filen stämplades.")
    if not whole:
        problems.append("Något har lagts till i filen efter stämpeln.")
    if not status.trusted:
        problems.append("Stämpelns certifikat är inte utfärdat av någon som systemet litar på.")
    certificate = load_der_x509_certificate(signature.signer_cert.dump())
    return SealReport(
        intact=intact,
        covers_whole_file=whole,
        trusted=status.trusted,
        is_demo=is_demo_certificate(certificate),
        signer=str(signature.signer_cert.subject.native.get("common_name", "")),
        signed_at=signed_at,
        problems=tuple(problems),
    )


def _anchors() -> tuple[list, list]:
    """The certificates to trust, and those that may lead to them.

    SEAL_ROOTS may name a file with further roots, so that old seals survive a change of certificate.
    """
    *others, root = _certificates(settings.SEAL_CERT)
    older = settings.SEAL_ROOTS
    return [root, *(_certificates(older) if older else [])], others


def _covers(pdf: bytes, ranges) -> bool:
    """True when the signed ranges are all of the file but one gap."""
    start, before, after, rest = map(int, ranges)
    return start == 0 and before < after and after + rest == len(pdf)


def _wrapping_is_clean(pdf: bytes, ranges) -> bool:
    """True when the gap holds one signature, padded with zeros and written the way pyHanko writes it."""
    from asn1crypto.cms import ContentInfo

    gap = pdf[int(ranges[1]) : int(ranges[2])]
    padded = bytes.fromhex(gap[1:-1].decode("ascii"))
    signature = ContentInfo.load(padded).dump()
    return gap == b"<" + padded.hex().upper().encode() + b">" and not padded[len(signature) :].strip(b"\0")


def _inspect(pdf: bytes, roots: str, original: bytes) -> Inspection:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext

    reader = PdfFileReader(io.BytesIO(pdf))  # raises when it is no PDF at all
    trust = ValidationContext(trust_roots=_certificates(roots) if roots else [], allow_fetching=False)
    return Inspection(
        seal=_verify(pdf, ""),
        signatures=_signatures(reader, trust),
        embedded=_embedded(reader),
        only_signed=bool(original) and pdf.startswith(original) and _only_signed(reader, pdf),
    )


def _signatures(reader, trust) -> tuple[Signature, ...]:
    try:
        return tuple(_signature(found, trust) for found in reader.embedded_regular_signatures)
    except Exception:  # as above: one that can't be read proves nothing
        return ()


def _signature(found, trust) -> Signature:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation import validate_pdf_signature

    status = validate_pdf_signature(found, trust)
    names = found.signer_cert
    unchanged = status.modification_level in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    )
    return Signature(
        signer=str(names.subject.native.get("common_name", "")),
        issuer=str(names.issuer.native.get("common_name", "")),
        signed_at=found.self_reported_timestamp,
        holds=bool(status.intact and status.valid and unchanged and status.docmdp_ok is not False),
        trusted=bool(status.trusted),
    )


def _only_signed(reader, pdf: bytes) -> bool:
    """True when every revision after the first adds signatures and what belongs to them, and nothing else.

    The last one reaches the file's end, or only proofs for keeping it valid longer follow it.
    """
    from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult, ModificationLevel

    result = DEFAULT_DIFF_POLICY.review_file(reader, 0)
    if not isinstance(result, DiffResult) or result.modification_level > ModificationLevel.FORM_FILLING:
        return False
    ends = [sum(map(int, list(found.byte_range)[2:])) for found in reader.embedded_signatures]
    return max(ends, default=0) == len(pdf)


def _embedded(reader) -> str:
    """SHA-256 of the one file inside the file; empty unless there is exactly one that can be read."""
    try:
        names = reader.root["/Names"]["/EmbeddedFiles"]["/Names"]
        return hashlib.sha256(names[1]["/EF"]["/F"].data).hexdigest() if len(names) == 2 else ""
    except Exception:  # whatever a broken file makes the parser say
        return ""
