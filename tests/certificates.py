"""Keys and certificates that only tests believe in."""

from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

PEM = serialization.Encoding.PEM


def write(folder, *, name="Björkvikens kommun, stämpel", password=b"", key=None, timestamping=False):
    """Paths of a key and of a certificate that vouches for itself."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    used = ["digital_signature", "content_commitment", "key_cert_sign", "crl_sign"]
    unused = ["key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"]
    usage = x509.KeyUsage(**dict.fromkeys(used, True), **dict.fromkeys(unused, False))
    builder = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if timestamping:
        purpose = x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purpose, critical=True)
    locked = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    key_file, certificate_file = folder / "own.key", folder / "own.crt"
    key_file.write_bytes(key.private_bytes(PEM, serialization.PrivateFormat.PKCS8, locked))
    certificate_file.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(PEM))
    return key_file, certificate_file
