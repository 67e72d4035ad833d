"""The seal: conforming files stay conforming, and whatever is done to them afterwards shows."""

import asyncio
import hashlib
import io
import random
import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from cryptography import x509

from agreements import demo_seal, sealing
from processes.documents import pdf
from tests import certificates, documents, pdfs, verapdf

DATA = b'{"title": "Tryggare kv\xc3\xa4llar"}'
CHANGED = "Innehållet har ändrats sedan filen stämplades."
ADDED = "Något har lagts till i filen efter stämpeln."
UNTRUSTED = "Stämpelns certifikat är inte utfärdat av någon som systemet litar på."
UNREADABLE = "Filen eller dess stämpel är skadad och går inte att läsa."


@pytest.fixture(scope="module")
def demo_key(tmp_path_factory):
    return demo_seal.ensure_demo_key(tmp_path_factory.mktemp("seal"))


@pytest.fixture(autouse=True)
def _with_demo_seal(settings, demo_key):
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, demo_key)
    settings.SEAL_KEY_PASSWORD = ""


@pytest.fixture(scope="module")
def unsealed() -> bytes:
    return pdf.render(documents.promise(), attachment=DATA, attachment_name="lofte.json")


@pytest.fixture
def sealed(unsealed) -> bytes:
    return sealing.seal(unsealed, reason="Fastställt medborgarlöfte", location="Björkviken")


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
@pytest.mark.parametrize("sample", [documents.promise, documents.short_promise, documents.long_promise])
def test_a_sealed_file_is_accessible_and_archival(sample, flavour):
    made = pdf.render(sample(), attachment=DATA, attachment_name="lofte.json")
    assert verapdf.complaints(sealing.seal(made, reason="R", location="L"), flavour) == []


@pytest.mark.row("LAG-5")
def test_the_seal_leaves_structure_typeface_and_data_as_they_were(sealed, unsealed):
    assert sealed.startswith(unsealed)
    assert pdfs.structure_problems(sealed) == []
    assert pdfs.fonts(sealed) == pdfs.fonts(unsealed)
    assert pdfs.embedded_files(sealed) == {"lofte.json": DATA}


@pytest.mark.row("LAG-7")
def test_the_seal_is_told_as_the_servers_own_and_as_a_trial(sealed):
    report = sealing.verify(sealed)
    assert (report.intact, report.covers_whole_file, report.trusted, report.is_demo) == (True,) * 4
    assert report.signer == "PROV – provstämpel"
    assert abs(report.signed_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert report.holds


@pytest.mark.row("LAG-7")
def test_the_seal_is_invisible_and_allows_no_change(sealed):
    with pdfs.opened(sealed) as document:
        (field,) = document.Root.AcroForm.Fields
        assert [float(side) for side in field.Rect] == [0, 0, 0, 0]
        assert str(field.V.SubFilter) == "/ETSI.CAdES.detached"
        assert int(document.Root.Perms.DocMDP.Reference[0].TransformParams.P) == 1


@pytest.mark.pdf
def test_another_program_finds_the_seal_valid(sealed, tmp_path):
    (tmp_path / "sealed.pdf").write_bytes(sealed)
    said = subprocess.run(["pdfsig", tmp_path / "sealed.pdf"], capture_output=True, text=True).stdout
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    spoilt = bytearray(sealed)
    spoilt[1000] ^= 1
    (tmp_path / "spoilt.pdf").write_bytes(spoilt)
    said = subprocess.run(["pdfsig", tmp_path / "spoilt.pdf"], capture_output=True, text=True).stdout
    assert "Signature is Valid" not in said


@pytest.mark.slow
def test_one_flipped_bit_anywhere_is_found(sealed):
    """By the seal alone in all that is signed and in the padding; by the registered SHA-256 everywhere.

    The signature's own wrapping repeats some facts unsigned, and there a seal is blind by design.
    """
    chance = random.Random(2027)
    registered = hashlib.sha256(sealed).hexdigest()
    start = sealing_starts(sealed)
    end = start + 2 * 1000  # the signature takes some 930 bytes, two digits each; then comes padding
    for _ in range(400):
        place = chance.randrange(len(sealed))
        spoilt = bytearray(sealed)
        spoilt[place] ^= 1 << chance.randrange(8)
        report = sealing.verify(bytes(spoilt), sha256=registered)
        assert report.problems[0].startswith("Filen är inte den som registrerades"), place
        assert start <= place < end or len(report.problems) > 1, f"the seal missed byte {place}"


def test_padding_that_carries_something_is_found(sealed):
    """There is room for a message between the signature and its closing bracket."""
    hidden = bytearray(sealed)
    hidden[sealing_starts(sealed) + 2600] = ord("A")
    assert sealing.verify(bytes(hidden)).problems == (CHANGED,)


def sealing_starts(sealed: bytes) -> int:
    """Where the signature stands in the file."""
    return sealed.index(b"/Contents <3082") + len(b"/Contents <")


@pytest.mark.parametrize("tail", [b" ", b"\n%%EOF\n", b"\0" * 500, b"<script>"])
def test_bytes_added_after_the_end_are_found(sealed, tail):
    assert sealing.verify(sealed + tail).problems in [(ADDED,), (UNREADABLE,)]


def test_a_later_revision_of_the_file_is_found(sealed):
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(sealed))
    writer.root[pdf_name("/Lang")] = pdf_string("en")
    writer.update_root()
    writer.write(target := io.BytesIO())
    report = sealing.verify(target.getvalue())
    assert not report.covers_whole_file
    assert ADDED in report.problems


def test_a_rewritten_file_is_found(sealed):
    with pikepdf.open(io.BytesIO(sealed)) as document:
        document.save(target := io.BytesIO())
    assert not sealing.verify(target.getvalue()).holds


def test_a_shortened_file_is_found(sealed):
    assert [sealing.verify(sealed[:end]).holds for end in (0, 500, len(sealed) // 2, -200, -1)] == [False] * 5


def test_files_without_a_seal_are_told_apart(unsealed):
    assert sealing.verify(unsealed).problems == (
        "Filen har ingen elektronisk stämpel; den ska ha en stämpel.",
    )
    assert sealing.verify(b"no pdf").problems == (UNREADABLE,)


def test_the_registered_file_holds_and_another_sealed_one_does_not(sealed, unsealed):
    registered = hashlib.sha256(sealed).hexdigest()
    other = sealing.seal(unsealed, reason="R", location="L")
    assert sealing.verify(sealed, sha256=registered).holds
    assert sealing.verify(other).holds
    assert len(sealing.verify(other, sha256=registered).problems) == 1


def test_a_seal_by_someone_else_is_whole_but_not_trusted(sealed, settings, tmp_path):
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, certificates.write(tmp_path))
    report = sealing.verify(sealed)
    assert report.problems == (UNTRUSTED,)
    assert report.intact
    assert report.covers_whole_file


def test_old_seals_survive_a_change_of_certificate(sealed, settings, tmp_path):
    settings.SEAL_ROOTS = settings.SEAL_CERT
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, certificates.write(tmp_path))
    assert sealing.verify(sealed).holds


def test_an_own_certificate_with_a_locked_key_is_no_trial(unsealed, settings, tmp_path):
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, certificates.write(tmp_path, password=b"hemligt"))
    settings.SEAL_KEY_PASSWORD = "hemligt"
    report = sealing.verify(sealing.seal(unsealed, reason="R", location="L"))
    assert (report.holds, report.is_demo, report.signer) == (True, False, "Björkvikens kommun, stämpel")


def test_a_seal_can_be_set_where_an_event_loop_already_runs(unsealed):
    async def inside():
        return sealing.verify(sealing.seal(unsealed, reason="R", location="L"))

    # In a thread of its own: the browser tests keep a loop running in the main one.
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert pool.submit(lambda: asyncio.run(inside())).result().holds


def test_the_demo_key_is_made_once_and_for_its_owner_alone(tmp_path):
    first = demo_seal.ensure_demo_key(tmp_path / "new")
    before = [path.read_bytes() for path in first]
    assert demo_seal.ensure_demo_key(tmp_path / "new") == first
    assert [path.read_bytes() for path in first] == before
    assert [stat.S_IMODE(path.stat().st_mode) for path in first] == [0o600, 0o600]
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_demo_certificate_is_known_by_its_name(demo_key, tmp_path):
    demo = x509.load_pem_x509_certificate(demo_key[1].read_bytes())
    own = x509.load_pem_x509_certificate(certificates.write(tmp_path)[1].read_bytes())
    assert demo_seal.is_demo_certificate(demo)
    assert not demo_seal.is_demo_certificate(own)


def test_a_half_made_demo_key_is_made_anew_as_a_pair(tmp_path, unsealed, settings):
    key_file, certificate_file = demo_seal.ensure_demo_key(tmp_path)
    key_file.unlink()
    settings.SEAL_KEY, settings.SEAL_CERT = map(str, demo_seal.ensure_demo_key(tmp_path))
    assert certificate_file.exists()
    assert sealing.verify(sealing.seal(unsealed, reason="R", location="L")).holds
