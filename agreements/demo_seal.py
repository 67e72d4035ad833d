"""The demo's own seal: a key made at the first start, whose certificate says PROV to whoever looks."""

import fcntl
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings

MARK = "PROV"
NAME = "seal-demo"


def is_demo_certificate(certificate: x509.Certificate) -> bool:
    """True for a certificate that the demo made for itself."""

    def named(oid):
        return [str(part.value) for part in certificate.subject.get_attributes_for_oid(oid)]

    return MARK in named(x509.NameOID.ORGANIZATION_NAME) or any(
        MARK in name for name in named(x509.NameOID.COMMON_NAME)
    )


def ensure_demo_key(directory: Path) -> tuple[Path, Path]:
    """Paths of the demo's key and certificate, which are made at the first call and marked PROV."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    key_file, certificate_file = (directory / f"{NAME}.{end}" for end in ("key", "crt"))
    handle = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)  # two processes may start at once
        if not (key_file.exists() and certificate_file.exists()):
            key, certificates = _demo_pair()
            certificate_file.unlink(missing_ok=True)  # a certificate always has its own key beside it
            _write(key_file, key)
            _write(certificate_file, certificates)
    finally:
        os.close(handle)
    return key_file, certificate_file


def seal_is_prov() -> bool:
    """Whether the configured seal is the demo's own. Outside production a missing one is made."""
    certificate = Path(settings.SEAL_CERT)
    if settings.MODE != "production" and not certificate.exists():
        ensure_demo_key(certificate.parent)
    return is_demo_certificate(x509.load_pem_x509_certificates(certificate.read_bytes())[0])


def _write(path: Path, data: bytes) -> None:
    """Writes a file for its owner alone, whole or not at all."""
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    os.replace(unfinished, path)


def _demo_pair() -> tuple[bytes, bytes]:
    """A new key, and its certificate followed by that of a root whose own key is thrown away."""
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root = _demo_certificate("PROV – rot", root_key, issuer_name="PROV – rot", issuer_key=root_key, ca=True)
    leaf = _demo_certificate(
        "PROV – provstämpel", key, issuer_name="PROV – rot", issuer_key=root_key, ca=False
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return secret, leaf.public_bytes(pem) + root.public_bytes(pem)


def _demo_certificate(common_name, key, *, issuer_name, issuer_key, ca):
    def name(text):
        oid = x509.NameOID
        parts = {oid.COUNTRY_NAME: "SE", oid.ORGANIZATION_NAME: MARK, oid.COMMON_NAME: text}
        return x509.Name([x509.NameAttribute(*part) for part in parts.items()])

    usage = x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name(common_name))
        .issuer_name(name(issuer_name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
