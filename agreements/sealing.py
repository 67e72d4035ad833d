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


def seal(pdf: bytes, *, reason: str, location: str) -> bytes:
    """The PDF with a PAdES seal that allows no later change."""
    return _in_own_thread(_seal, pdf, reason, location)


def verify(pdf: bytes, *, sha256: str = "") -> SealReport:
    """What can be said about the file's seal; with `sha256`, also whether it is the registered file."""
    return _in_own_thread(_verify, pdf, sha256)


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
    address = getattr(settings, "SEAL_TSA_URL", "")
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
    older = getattr(settings, "SEAL_ROOTS", "")
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
