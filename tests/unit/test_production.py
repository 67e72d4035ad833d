"""A production site says all that it lacks at once, and never takes the demo's seal."""

import secrets
import sys
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from medborgarloften import production
from tests.commands import run


@pytest.fixture
def seal(tmp_path):
    """Writes a key and a certificate for an organisation; answers with the environment they make."""

    def write(organisation="Polisen", name="Stämpel", stem="seal"):
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name(
            [
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
                x509.NameAttribute(NameOID.COMMON_NAME, name),
            ]
        )
        now = datetime.now(UTC)
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject)
        builder = builder.public_key(key.public_key()).serial_number(1)
        builder = builder.not_valid_before(now).not_valid_after(now + timedelta(days=1))
        certificate = builder.sign(key, hashes.SHA256())
        pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        (tmp_path / f"{stem}.crt").write_bytes(certificate.public_bytes(pem))
        (tmp_path / f"{stem}.key").write_bytes(key.private_bytes(pem, pkcs8, serialization.NoEncryption()))
        return {
            "SECRET_KEY": "s" * 50,
            "ALLOWED_HOSTS": "loften.example",
            "DATABASE_URL": "postgres://loften@db.example/loften",
            "SEAL_KEY": str(tmp_path / f"{stem}.key"),
            "SEAL_CERT": str(tmp_path / f"{stem}.crt"),
        }

    return write


def test_a_fully_equipped_site_may_start(seal):
    assert production.problems(seal()) == []


def test_everything_missing_is_named_at_once():
    named = [line.split()[0] for line in production.problems({})]
    assert named == ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SEAL_KEY", "SEAL_CERT"]


@pytest.mark.parametrize("name", production.REQUIRED)
def test_each_single_omission_is_found(seal, name):
    assert [line.split()[0] for line in production.problems({**seal(), name: ""})] == [name]


def test_a_short_secret_is_refused(seal):
    assert len(production.problems({**seal(), "SECRET_KEY": "s" * 49})) == 1


@pytest.mark.parametrize("given", [{"organisation": "PROV"}, {"name": "Stämpel PROV"}])
def test_a_certificate_made_for_trials_is_refused(seal, given):
    (line,) = production.problems(seal(**given))
    assert line.startswith("SEAL_CERT") and "prov" in line


def test_the_demos_own_seal_is_refused_by_name(seal):
    lines = production.problems(seal(stem="seal-demo"))
    assert [line.split(":")[0] for line in lines] == ["SEAL_KEY", "SEAL_CERT"]


def test_a_seal_that_is_not_there_or_not_a_certificate_is_refused(seal, tmp_path):
    env = seal()
    assert len(production.problems({**env, "SEAL_KEY": str(tmp_path / "gone.key")})) == 1
    assert len(production.problems({**env, "SEAL_CERT": env["SEAL_KEY"]})) == 1


def test_the_refusal_names_each_problem_on_its_own_line():
    lines = production.refusal(["A saknas", "B saknas"]).splitlines()
    assert lines[1:3] == ["  - A saknas", "  - B saknas"]


@pytest.mark.slow
@pytest.mark.row("X-14")
def test_the_settings_of_production_are_beyond_djangos_complaints(seal, tmp_path):
    command = (sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    place = {**seal(), "MODE": "production", "DATA_DIR": str(tmp_path / "data")}
    good = run(*command, **place | {"SECRET_KEY": secrets.token_urlsafe(50)})
    assert good.returncode == 0, good.stderr
    poor = run(*command, **place | {"SECRET_KEY": "s" * 50})  # else silence would prove nothing
    assert poor.returncode == 1 and "security.W009" in poor.stderr
