"""The archive package: all that an authority has of a round, the same every time, and checked by itself."""

import hashlib
import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from agreements.models import ChainEntry
from agreements.record import archive, packing
from agreements.record.actions import disposing
from processes import actions
from processes.models import IntelligenceReference, Organisation
from processes.pages.frozen import fingerprint
from tests import fieldwork, publishing, situations
from tests.canaries import BIRD, plant_in_police_ground
from tests.integration.test_handing_out import everything, opened

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-8"), pytest.mark.slow]


@pytest.fixture
def world():
    return situations.registered_promise()


def url(world):
    return reverse("portal:archive", args=[world.round.pk])


def made(client, world, role="registrar"):
    client.force_login(getattr(world.cast, role))
    answer = client.post(url(world))
    assert answer.status_code == 200 and answer["Content-Type"] == "application/zip"
    return answer.content


def test_the_package_holds_documents_data_history_register_and_a_manifest(world, client):
    data = made(client, world)
    files = opened(data)
    papers = [d for name, d in files.items() if name.startswith("dokument/") and name.endswith(".pdf")]
    assert len(papers) == 2 and bytes(world.sealed.pdf) in papers  # the agreement and the promise
    metadata = json.loads(files["metadata.json"])
    assert metadata["title"] == world.round.title and metadata["publisher"] == "Polismyndigheten"
    assert any(number.startswith(f"A{world.police.pk}.483") for number in metadata["identifier"])
    log = files["historik/logg.txt"].decode()
    assert "skrev under" in log and world.cast.chief.name in log and "registrerade" in log
    assert json.loads(files["data/runda.json"])["rows"]["agreements.Promise"]
    listed = dict(reversed(line.split("  ", 1)) for line in files[packing.MANIFEST].decode().splitlines())
    assert listed == {
        n: hashlib.sha256(d).hexdigest() for n, d in files.items() if n != packing.MANIFEST
    }  # an oracle of its own
    assert list(archive.faults(data)) == []


@pytest.mark.row("GEN-1")
def test_the_pictures_of_the_log_are_kept_with_what_they_show(world, client):
    picture = fieldwork.noted(world)
    for role in ("registrar", "coordinator"):
        files = opened(made(client, world, role))
        (said,) = json.loads(files["bilder/bilder.json"])
        assert said["sha256"] == picture.sha256 == hashlib.sha256(files[said["file"]]).hexdigest()
        assert (said["alt"], said["public"]) == ("Två nya lampor", False)
        assert said["activity"] == world.activities[0].what and said["done_on"] == world.today.isoformat()


def test_the_same_round_gives_the_same_package(world, client):
    first, again = made(client, world), made(client, world)
    assert first == again
    assert ChainEntry.objects.filter(kind="archived").count() == 2
    world.edit(world.promise, involvement="Ungdomsrådet följer med på vandringarna.")
    assert made(client, world) != first


def shared(world, text, to):
    """A frozen copy of the police's own, handed over to a party."""
    content = {"title": "Lägesbilden", "step": "Lokal lägesbild", "round": world.round.title, "parts": [
        {"title": "Bilden", "columns": [], "rows": [["Det som sticker ut", text]]},
    ]}  # fmt: skip
    (made,) = actions.share(
        by=world.cast.officer, round_=world.round, step=world.method["local_situation"],
        subject_id=world.round.local_situation_id, recipients=[to],
        content=content, sha256=fingerprint(content), note="Inför mötet.",
    )  # fmt: skip
    return made


def test_what_citizens_were_told_is_kept_as_it_was_published(world, client):
    account = publishing.told(world)
    data = made(client, world, "coordinator")
    files = opened(data)
    (path,) = [name for name in files if name.startswith("publicerat/")]
    assert path.endswith("lage-1.json") and files[path].decode() == account.content
    assert "publicerat/" in files["las-mig.txt"].decode() and list(archive.faults(data)) == []
    files.pop(packing.MANIFEST)
    swapped = list(archive.faults(packing.pack(files | {path: b"{}"})))
    assert any("läget" in p and "saknas" in p for p in swapped)
    assert any("läget" in p and "står inte i" in p for p in swapped)
    assert list(archive.faults(packing.pack({n: d for n, d in files.items() if n != path})))


@pytest.mark.row("LAG-2")
def test_what_was_shared_is_kept_by_the_one_who_sent_and_the_one_who_was_given_alone(world, client):
    partner = Organisation.objects.get(kind="partner", parties__process=world.round)
    ours, theirs = shared(world, "Bråk vid hållplatsen.", world.municipality), shared(world, BIRD, partner)
    IntelligenceReference.objects.create(situation=world.round.local_situation, what="KANARIE", keeper="K")
    for role, wanted in (("registrar", [ours, theirs]), ("coordinator", [ours])):
        data = made(client, world, role)
        files = opened(data)
        acts = json.loads(files["delat/delat.json"])
        assert [act["sha256"] for act in acts] == [row.sha256 for row in wanted], role
        assert [hashlib.sha256(files[act["file"]]).hexdigest() for act in acts] == [r.sha256 for r in wanted]
        assert acts[0]["sender"] == "Polismyndigheten" and acts[0]["recipient"] == str(world.municipality)
        whole = b"".join(files.values()).decode(errors="replace")
        assert (BIRD in whole) is (theirs in wanted) and "KANARIE" not in whole, role
        assert "delat/" in files["las-mig.txt"].decode() and list(archive.faults(data)) == []
    files.pop(packing.MANIFEST)
    changed = packing.pack(files | {acts[0]["file"]: b"{}"})
    assert [p for p in archive.faults(changed) if "inte den kopia som delades" in p]


@pytest.mark.row("LAG-2", "LOK-5")
def test_each_authority_keeps_its_own_and_nobody_intelligence(world, client):
    plant_in_police_ground(world)
    assert BIRD in everything(opened(made(client, world)))
    assert BIRD not in everything(opened(made(client, world, "coordinator")))
    IntelligenceReference.objects.create(situation=world.round.local_situation, what="KANARIE", keeper="K")
    assert "KANARIE" not in everything(opened(made(client, world)))


def repacked(data, **changes):
    """The package with some files changed, added, or taken away when nothing is given."""
    files = opened(data) | {name.replace("__", "/"): d for name, d in changes.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in files.items():
            if content is not None:
                packed.writestr(name, content)
    return target.getvalue()


def test_every_change_of_the_package_is_found(world, client, tmp_path):
    publishing.told(world)
    shared(world, "Bråk vid hållplatsen.", world.municipality)
    data = made(client, world)
    assert list(archive.faults(repacked(data))) == []
    files = opened(data)
    for name in files:
        flipped = bytes([files[name][0] ^ 1]) + files[name][1:]
        assert list(archive.faults(repacked(data, **{name: flipped}))), name
        assert list(archive.faults(repacked(data, **{name: None}))), name
    assert list(archive.faults(repacked(data, extra=b"x")))
    assert list(archive.faults(data[: len(data) // 2]))
    path = tmp_path / "paket.zip"
    path.write_bytes(data)
    call_command("verify_archive", str(path))
    path.write_bytes(repacked(data, **{"las-mig.txt": b"annat"}))
    with pytest.raises(CommandError):
        call_command("verify_archive", str(path))
    with pytest.raises(CommandError, match="går inte att läsa"):
        call_command("verify_archive", str(tmp_path / "finns-inte"))


def test_a_whole_manifest_does_not_hide_a_swapped_document(world, client):
    """Whoever makes the manifest anew is caught by the register's events."""
    files = opened(made(client, world))
    files.pop(packing.MANIFEST)
    name = next(n for n in files if n.endswith(".pdf"))
    problems = list(archive.faults(packing.pack(files | {name: b"%PDF-1.7 annat"})))
    assert any("saknas" in p for p in problems) and any("står inte i" in p for p in problems)
    entries = json.loads(files[archive.CHAIN])
    entries[0]["payload"] = "{}"
    changed = packing.pack(files | {archive.CHAIN: json.dumps(entries).encode()})
    assert any("är ändrat" in p for p in archive.faults(changed))


def test_what_was_disposed_of_is_gone_from_the_package_and_it_still_verifies(world, client, time_machine):
    publishing.told(world)
    disposing.set_rule(by=world.cast.admin, kind="chain", version=0, months=1, decision="Beslut 1")
    time_machine.move_to(timezone.now() + timedelta(days=90))
    disposing.dispose(by=world.cast.registrar, seen=disposing.shown(timezone.localdate()))
    data = made(client, world)
    entries = json.loads(opened(data)[archive.CHAIN])
    assert {e["kind"] for e in entries if "payload" not in e} >= {"sent", "registered", "accounted"}
    assert list(archive.faults(data)) == []


@pytest.mark.row("LAG-8", page="/processer/…/arkivpaket/")
def test_who_may_not_is_told_who_may(world, client, tmp_path):
    for role in ("partner", "employee", "communicator"):
        client.force_login(getattr(world.cast, role))
        answer = client.get(url(world))
        assert answer.status_code == 403 and "Bara registrator" in answer.content.decode()
    out = tmp_path / "arkiv.zip"
    with pytest.raises(CommandError, match="Bara registrator"):
        call_command(
            "archive_round", str(world.round.pk), "--as", world.cast.partner.email, "--out", str(out)
        )
    with pytest.raises(CommandError, match="finns inte"):
        call_command("archive_round", "999999", "--as", world.cast.registrar.email, "--out", str(out))
    call_command("archive_round", str(world.round.pk), "--as", world.cast.registrar.email, "--out", str(out))
    assert list(archive.faults(out.read_bytes())) == []
