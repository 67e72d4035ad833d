"""What a production site must be given before it may start, and what it must never be given."""

from pathlib import Path

from cryptography import x509

from agreements.demo_seal import NAME as DEMO_SEAL
from agreements.demo_seal import is_demo_certificate

REQUIRED = {
    "SECRET_KEY": "en lång slumpad hemlighet, minst 50 tecken (a long random secret)",
    "ALLOWED_HOSTS": "värdnamnen, åtskilda med komma (host names, comma separated)",
    "DATABASE_URL": "databasen, till exempel postgres://… (the database)",
    "SEAL_KEY": "sökväg till stämpelns privata nyckel (path of the seal's private key)",
    "SEAL_CERT": "sökväg till stämpelns certifikat (path of the seal's certificate)",
}


def problems(given) -> list[str]:
    """Everything that keeps a production site from starting, all at once, one line each."""
    found = [f"{name} saknas: {what}" for name, what in REQUIRED.items() if not given.get(name)]
    if 0 < len(given.get("SECRET_KEY", "")) < 50:
        found.append("SECRET_KEY är för kort: minst 50 tecken (too short)")
    for name in ("SEAL_KEY", "SEAL_CERT"):
        if given.get(name):
            found += _seal_problems(name, Path(given[name]))
    return found


def refusal(found: list[str]) -> str:
    """The text a stopped site prints."""
    return "\n".join(
        ["Produktionsläget startar inte (MODE=production refuses to start):"]
        + [f"  - {line}" for line in found]
        + ["Ange värdena i miljön och starta igen (set them in the environment and start again)."]
    )


def _seal_problems(name: str, path: Path) -> list[str]:
    if path.name.startswith(DEMO_SEAL):
        return [f"{name}: {path} är demons provstämpel (the demo's seal)"]
    if not path.is_file():
        return [f"{name}: filen {path} finns inte (no such file)"]
    if name == "SEAL_CERT":
        try:
            certificate = x509.load_pem_x509_certificate(path.read_bytes())
        except ValueError:
            return [f"{name}: {path} är inte ett certifikat i PEM-form (not a PEM certificate)"]
        if is_demo_certificate(certificate):
            return [f"{name}: {path} är utfärdat för prov, inte för bruk (a test certificate)"]
    return []
