"""Ten thousand random changes of sealed files, of every kind there is, each asked of what the program tells anyone:
no changed file is ever said to be genuine."""

import io
import json
import random
import subprocess
from collections import Counter
from contextlib import redirect_stdout

import pikepdf
import pytest
from django.core.management import call_command
from django.db import connection

from agreements import append_only, sealing
from agreements.models import DocumentVersion, SealedDocument
from agreements.verifying import listing, lookup, verify_seal
from tests import certificates, locks, pdfs, situations, verapdf, ways

TRIALS = 10_000
OF_SCRIPT, OF_SEAL = 10, 125  # in one of so many turns through kinds and sorts they are asked too
pytestmark = pytest.mark.django_db
Documents = dict[tuple[str, str], SealedDocument]


@pytest.fixture(scope="module")
def documents(undone, tmp_path_factory):
    """A sealed document of each kind, signed in each way there is, in one register."""
    files = certificates.write(tmp_path_factory.mktemp("key"), name="Chief Aby")
    with undone():
        world = situations.sealed_promise()
        for way in (ways.on_paper, lambda of: ways.elsewhere(of, files)):
            world.edit(world.promise, introduction=f"Vi lovar det här på ett annat sätt. {way.__name__}")
            way(world)
        ways.from_outside(world)
        made = {}
        for row in SealedDocument.objects.select_related("version__copy"):
            known = lookup.by_file(bytes(row.pdf))
            made[known.kind, known.way] = row
        assert {kind for kind, _ in made} == set(lookup.KINDS.values())
        assert {way for _, way in made} == set(DocumentVersion.Way.values)
        yield made


def flip(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    place = chance.randrange(len(pdf))
    return pdf[:place] + bytes([pdf[place] ^ (1 << chance.randrange(8))]) + pdf[place + 1 :]


def cut(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    start = chance.randrange(len(pdf))
    return pdf[:start] + pdf[start + chance.randint(1, 400) :]


def insert(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    place = chance.randrange(len(pdf))
    return pdf[:place] + chance.randbytes(chance.randint(1, 40)) + pdf[place:]


def append(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    return pdf + chance.choice([b" ", b"\n", b"\n%%EOF\n", chance.randbytes(chance.randint(1, 99))])


def shorten(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    return pdf[: -chance.randint(1, len(pdf) - 1)]


def swap(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """Two pieces change places."""
    size = chance.randint(1, 60)
    one, two = sorted(chance.sample(range(len(pdf) - 2 * size), 2))
    two = max(two, one + size)
    return (
        pdf[:one] + pdf[two : two + size] + pdf[one + size : two] + pdf[one : one + size] + pdf[two + size :]
    )


def made_beforehand(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """A later revision, or the file written anew with another attachment; with a tail that makes each its own."""
    return chance.choice(others) + b"%" + chance.randbytes(8).hex().encode() + b"\n" * chance.randint(0, 1)


def within_the_signature(pdf: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """One digit of the signature, or of the zeros that fill it out, which no signature covers."""
    (_, before, after, _), _ = verify_seal.seal_of(pdf)
    place = chance.randrange(before + 1, after - 1)
    digit = pdf[place : place + 1]
    other = chance.choice([d for d in (b"0", b"7", b"A", b"f", digit.swapcase()) if d != digit])
    return pdf[:place] + other + pdf[place + 1 :]


SORTS = (flip, cut, insert, append, shorten, swap, made_beforehand, within_the_signature)


def revisions(pdf: bytes) -> list[bytes]:
    """What an editor would make: a new revision that changes a page, a text, the language; another attachment."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    found = []
    for key, value in (("/Lang", generic.pdf_string("en")), ("/OpenAction", generic.NullObject())):
        writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
        writer.root[generic.pdf_name(key)] = value
        writer.update_root()
        writer.write(target := io.BytesIO())
        found.append(target.getvalue())
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for name in list(document.attachments):
            del document.attachments[name]
        document.attachments["medborgarlofte.json"] = pikepdf.AttachedFileSpec(document, b'{"title":"Annat"}')
        document.save(target := io.BytesIO())
        found.append(target.getvalue())
    return found


def genuine(pdf: bytes) -> bool:
    """Whether /kontrollera/ would call the file one of ours."""
    return lookup.by_file(pdf) is not None


def said_by_script(pdf: bytes, events: dict) -> int:
    """The worst that verify_seal.py says of the file and its seal."""
    report = verify_seal.Report()
    with redirect_stdout(io.StringIO()):
        verify_seal.check_file(pdf, events, report)
        verify_seal.check_seal(pdf, report)
    return report.status


def changes(documents: Documents, trials: int):
    """So many changed files, each sort of change for each kind of document in turn: turn, kind, sort, file."""
    chance, files = random.Random(2027), {kind: bytes(row.pdf) for kind, row in documents.items()}
    prepared = {kind: revisions(pdf) for kind, pdf in files.items()}
    for number in range(trials):
        turn, place = divmod(number, len(SORTS) * len(files))
        kind, sort = list(files)[place % len(files)], SORTS[place // len(files)]
        changed = sort(files[kind], chance, prepared[kind])
        if changed == files[kind]:  # two equal pieces changed places: nothing was done
            changed = flip(changed, chance, [])
        yield turn, kind, sort.__name__, changed


def outside_the_signature(pdf: bytes, of: bytes) -> bytes:
    """All but what the seal of a file leaves unsigned."""
    (_, before, after, _), _ = verify_seal.seal_of(of)
    return pdf[:before] + pdf[after:]


@pytest.mark.slow
@pytest.mark.row("LAG-5", "X-10")
def test_ten_thousand_changes_of_sealed_files_are_all_found(documents, capsys):
    events = {event["number"]: event for event in listing.as_data(0)["events"]}
    for row in documents.values():
        assert genuine(bytes(row.pdf)) and said_by_script(bytes(row.pdf), events) == verify_seal.HOLDS
    tried, scripted, sealed, unseen = Counter(), Counter(), Counter(), Counter()
    for turn, kind, sort, changed in changes(documents, TRIALS):
        tried[kind, sort] += 1
        assert not genuine(changed), (kind, sort)
        if turn % OF_SCRIPT == 0:
            scripted[kind, sort] += 1
            assert said_by_script(changed, events) == verify_seal.BROKEN, (kind, sort)
        if turn % OF_SEAL == 0:
            sealed[kind, sort] += 1
            if sealing.verify(changed).holds:  # nobody can tell by the seal alone what it does not cover
                unseen[kind, sort] += 1
                pdf = bytes(documents[kind].pdf)
                assert outside_the_signature(changed, pdf) == outside_the_signature(pdf, pdf), (kind, sort)
    with capsys.disabled():
        print(
            f"\n{tried.total()} changes of {len(documents)} sealed files, none taken for genuine; the script was asked "
            f"of {scripted.total()}, the seal alone of {sealed.total()}, which missed {unseen.total()}"
        )
    assert tried.total() == TRIALS
    assert len(tried) == len(scripted) == len(sealed) == len(SORTS) * len(documents)


@pytest.mark.slow
@pytest.mark.row("LAG-5", "LOF-5")
def test_the_register_finds_each_sort_of_change_in_each_document(documents, capsys):
    """`manage.py verify_seals`, with the locks taken away as by someone who owns the database."""
    call_command("verify_seals", "--json")
    assert json.loads(capsys.readouterr().out)["documents"] == len(documents)
    locks.run(append_only.unlocking(connection.vendor))
    by_sort = {}
    for _, kind, sort, changed in changes(documents, len(SORTS) * len(documents)):
        by_sort.setdefault(sort, {})[documents[kind]] = changed
    for sort, changed in by_sort.items():
        for row, pdf in changed.items():
            SealedDocument.objects.filter(pk=row.pk).update(pdf=pdf)
        with pytest.raises(SystemExit, match="1"):
            call_command("verify_seals", "--json")
        faults = json.loads(capsys.readouterr().out)["faults"]
        told = {fault["text"].partition(":")[0] for fault in faults if fault["kind"] == "file_altered"}
        assert told == {f"Dokumentet för version {row.version_id}" for row in documents.values()}, sort


@pytest.mark.slow
@pytest.mark.parametrize("part", [slice(1000), slice(-1000, None)], ids=["beginning", "end"])
def test_a_program_that_looked_at_a_part_of_the_file_would_be_found_out(documents, monkeypatch, part):
    parts = {bytes(row.pdf)[part] for row in documents.values()}
    monkeypatch.setattr(lookup, "by_file", lambda pdf: pdf[part] in parts or None)
    taken = Counter(sort for _, _, sort, changed in changes(documents, 400) if genuine(changed))
    assert {"flip", "swap", "within_the_signature"} <= set(taken)


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
def test_every_kind_of_sealed_document_passes_all_three_validators(documents, tmp_path):
    for (kind, way), row in documents.items():
        pdf = bytes(row.pdf)
        assert pdfs.structure_problems(pdf) == [], (kind, way)
        for flavour in ("ua1", "3a"):
            assert verapdf.complaints(pdf, flavour) == [], (kind, way)
        (tmp_path / "sealed.pdf").write_bytes(pdf)
        said = subprocess.run(["pdfsig", tmp_path / "sealed.pdf"], capture_output=True, text=True).stdout
        signed = 1
        if way == DocumentVersion.Way.EXTERNAL:  # bears the signatures it came with, and no seal of ours
            found = sealing.inspect(pdf, original=bytes(row.version.copy.pdf))
            signed = len(row.version.signatories)
            assert found.only_signed and [one.holds for one in found.signatures] == [True] * signed
        else:
            assert sealing.verify(pdf).holds, (kind, way)
        assert said.count("Signature is Valid") == signed and "Total document signed" in said, (kind, way)
