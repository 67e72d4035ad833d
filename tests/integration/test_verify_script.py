"""The stand-alone verifier, as anyone would run it: another process, nothing but Python, a file and a list."""

import ast
import json
import subprocess
import sys

import pytest

from agreements.models import ChainContent, ChainEntry
from agreements.verifying import listing
from agreements.verifying.views import SCRIPT
from tests import situations

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return situations.published_promise()


@pytest.fixture
def files(world, tmp_path):
    """The sealed file and the list, on a disk."""
    pdf, listed = tmp_path / "löfte.pdf", tmp_path / "register.json"
    pdf.write_bytes(bytes(world.sealed.pdf))
    listed.write_text(json.dumps(listing.as_data(0)))
    return pdf, listed


def sealing(world) -> int:
    """The number of the promise's sealing."""
    return ChainEntry.objects.get(subject=f"version:{world.sent.pk}", kind="sealed").number


def run(*args) -> tuple[int, str]:
    """Exit status, and everything it said."""
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT, *map(str, args)], capture_output=True, text=True, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


def told(path) -> dict:
    return json.loads(path.read_text())


@pytest.mark.row("X-10")
def test_a_genuine_file_holds_and_it_says_what_it_could_not_check(files, world):
    status, said = run(*files)
    assert status == 0, said
    assert f"SHA-256: {world.sealed.sha256}" in said
    for found in (
        f"[stämmer]      Filen är registrerad: händelse {sealing(world)}",
        f"[stämmer]      Innehållet som data i filen är det fastställda (händelse {sealing(world)})",
        "[stämmer]      Den sista stämpeln eller underskriften omfattar hela filen",
        "[stämmer]      Den gäller just de byte som finns i filen",
        f"[stämmer]      Händelse 1 till {ChainEntry.objects.count()} hänger ihop i en obruten kedja",
        "förseglingar i listan är bundna till sina filer",
        "[vet inte]     Vem som har satt den",
        "Det här bevisar det inte",
        "Allt som kunde kontrolleras stämmer.",
    ):
        assert found in said
    assert "STÄMMER INTE" not in said


def flip(pdf, listed):
    data = bytearray(pdf.read_bytes())
    data[len(data) // 2] ^= 1
    pdf.write_bytes(bytes(data))


def append_bytes(pdf, listed):
    pdf.write_bytes(pdf.read_bytes() + b"\n%%EOF\n")


def change_event(name, value):
    def change(pdf, listed):
        data = told(listed)
        next(e for e in reversed(data["events"]) if e["kind"] == "sealed")[name] = value
        listed.write_text(json.dumps(data))

    change.__name__ = name
    return change


def drop_event(pdf, listed):
    data = told(listed)
    del data["events"][1]
    listed.write_text(json.dumps(data))


def swap_events(pdf, listed):
    data = told(listed)
    one, two = data["events"][1:3]
    one["number"], two["number"] = two["number"], one["number"]
    listed.write_text(json.dumps(data))


ATTACKS = {
    flip: "Filen finns inte i listan",
    append_bytes: "Något har lagts till i filen efter",
    change_event("kind", "declined"): "är ändrad.",
    change_event("at", "2020-01-01T00:00:00+00:00"): "är ändrad.",
    change_event("previous", "f" * 64): "följer inte på den före",
    change_event("salt", "0" * 64): "band sig vid något annat",
    change_event("content", "0" * 64): "band sig vid något annat",
    drop_event: "Före händelse 3 saknas minst en händelse",
    swap_events: "följer inte på den före",
}


@pytest.mark.row("X-10", "LOF-5")
@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
def test_what_was_done_to_file_or_list_is_found(files, attack):
    attack(*files)
    status, said = run(*files)
    assert status == 1
    assert ATTACKS[attack] in said and "Något stämmer inte, se ovan." in said


@pytest.mark.row("X-10")
def test_a_head_written_down_tells_a_chain_made_anew(files):
    head = told(files[1])["events"][2]["head"]
    assert "Huvudet du angav finns i kedjan" in run(*files, "--huvud", head.upper())[1]
    status, said = run(*files, "--huvud", "f" * 64)
    assert status == 1 and "avkortad eller omskriven" in said


def test_a_list_in_parts_says_where_it_begins_and_ends(files, tmp_path):
    data = told(files[1])
    parts = []
    for number, events in enumerate((data["events"][:3], data["events"][3:])):
        parts.append(tmp_path / f"del-{number}.json")
        parts[-1].write_text(json.dumps(data | {"events": events}))
    assert run(files[0], *parts)[0] == 0
    status, said = run(files[0], parts[1])
    assert status == 0 and "Listan börjar vid händelse 4" in said
    status, said = run(files[0], parts[0])
    assert status == 1 and "Listan tar slut vid händelse 3" in said


def test_an_erased_sealing_is_told_and_no_fault_of_the_chain(world, files):
    ChainContent.objects.filter(entry__number=sealing(world)).delete()
    files[1].write_text(json.dumps(listing.as_data(0)))
    status, said = run(*files)
    assert status == 1
    assert "1 förseglingar i listan är gallrade" in said and "obruten kedja" in said


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "är inte en lista från registret"),
        ("[]", "är inte en lista från registret"),
        ('{"head": "x", "events": []}', "Listan har inga händelser"),
        ('{"head": "x", "events": [{"number": "1"}]}', "Listorna säger olika saker"),
        ("[" * 100_000, "är inte en lista från registret"),
    ],
)
def test_a_list_that_is_none_is_no_answer(files, content, words):
    files[1].write_text(content)
    status, said = run(*files)
    assert (status, "Traceback" in said) == (2, False)
    assert words in said


def test_a_file_that_is_no_pdf_is_no_answer(files, tmp_path):
    other = tmp_path / "bild.png"
    other.write_bytes(b"\x89PNG")
    assert run(other, files[1]) == (2, f"Kunde inte kontrollera. {other} är inte en PDF.\n")
    assert run(tmp_path / "saknas.pdf", files[1])[0] == 2
    assert run(files[0])[0] == 2


@pytest.mark.row("X-10")
def test_it_is_short_and_needs_nothing_but_python():
    source = SCRIPT.read_text()
    imported = {
        name.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import)
        for name in node.names
    }
    assert imported <= set(sys.stdlib_module_names)
    assert not {"socket", "urllib", "http", "subprocess", "os"} & imported
    assert not any(isinstance(node, ast.ImportFrom) for node in ast.walk(ast.parse(source)))
    assert len(source.splitlines()) <= 300
