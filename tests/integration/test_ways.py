"""Signing outside: what comes back is held against what was handed out, matched to those who sign, and kept."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from agreements import chain, signing, ways
from agreements.models import SealedDocument, SigningCopy
from agreements.signing import Signed
from agreements.verifying import addresses, checking
from agreements.ways import external
from processes.writing import Refused
from tests import certificates, pdfs, situations, verapdf
from tests.ways import send as sent
from tests.ways import signed_by

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def world():
    return situations.planned_round()


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    """Keys of people by name, and the file of certificates that vouch for them."""
    made = {}

    def of(name: str):
        if name not in made:
            folder = tmp_path_factory.mktemp("key")
            made[name] = certificates.write(folder, name=name)
        return made[name]

    return of


def names(world) -> list[str]:
    return [row["name"] for row in world.sent.signatories]


def all_signed(world, keys) -> bytes:
    pdf = bytes(world.sent.copy.pdf)
    for name in names(world):
        pdf = signed_by(pdf, name, keys(name))
    return pdf


def url(world, name: str, *more) -> str:
    return reverse(f"agreements:{name}", args=[world.round.pk, world.sent.pk, *more])


def hand_in(world, client, pdf: bytes):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client.force_login(world.cast.officer)
    file = SimpleUploadedFile("underskriven.pdf", pdf, content_type="application/pdf")
    return client.post(url(world, "bring_external"), {"fil": file, "nyckel": str(timezone.now().timestamp())})


def said(response) -> str:
    return " ".join(response.content.decode().split())


# A file signed elsewhere


@pytest.mark.row("LAG-7", "X-6")
def test_a_file_signed_elsewhere_becomes_the_document_as_it_is(world, client, keys):
    sent(world, "external")
    pdf = all_signed(world, keys)
    response = hand_in(world, client, pdf)
    assert response.status_code == 302
    shown = client.get(response.url)
    assert "Filen är den som lämnades ut, med hela underskrifter på" in said(shown)
    assert "Vi känner inte den som har utfärdat" in said(shown)
    form = shown.context["form"]
    chosen = {name: form[name].initial for name in form.fields if name.startswith("underskrift-")}
    assert sorted(chosen.values()) == ["0", "1"]  # recognised by name
    assert client.post(response.url, {**chosen, "nyckel": "k1"}).status_code == 302
    document = SealedDocument.objects.get(version=world.sent)
    assert bytes(document.pdf) == pdf
    acts = list(world.sent.acts.all())
    assert {act.name: act.proof["signer"] for act in acts} == {name: name for name in names(world)}
    assert all(
        not act.proof["trusted"] and act.proof["matched_by"] == world.cast.officer.name for act in acts
    )
    assert list(checking.faults()) == []


@pytest.mark.row("LAG-7", "X-10")
def test_anyone_is_told_what_such_signatures_are_and_what_not(world, client, keys, settings):
    sent(world, "external")
    pdf = all_signed(world, keys)
    receive(world, pdf)
    from tests.integration.test_verifying import hand_in as verify

    shown = said(verify(pdf))
    assert "En elektronisk underskrift är hel, men utfärdaren är okänd för oss" in shown
    assert "Att underskrifterna är kvalificerade enligt lag" in shown
    assert "ett godkännande i systemet är inte" not in shown
    settings.SIGNATURE_ROOTS = str(keys(names(world)[0])[1])
    shown = said(verify(pdf))
    assert "En elektronisk underskrift är hel</h3>" in shown
    assert "utfärdaren är okänd för oss" in shown  # of the other one


def receive(world, pdf: bytes) -> SealedDocument:
    found = external.examine(world.sent.copy, world.sent.content_hash, pdf, len(world.sent.signatories))
    matched = {
        row["party_id"]: found.signatures[int(external.suggested(row["name"], found.signatures))]
        for row in world.sent.signatories
    }
    return signing.receive(
        by=world.cast.officer,
        round_=world.round,
        version_id=world.sent.pk,
        signed=external.as_signed(matched, world.cast.officer.name),
        pdf=pdf,
        prov=True,
    )


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("way", ["external", "paper"])
def test_the_handed_out_file_is_accessible_and_archival(world, way):
    """And stays so when signed: test_mutations.py."""
    copy = bytes(sent(world, way).copy.pdf)
    assert pdfs.structure_problems(copy) == []
    for flavour in ("ua1", "3a"):
        assert verapdf.complaints(copy, flavour) == []


def rewritten(world, keys) -> bytes:
    with pikepdf.open(io.BytesIO(bytes(world.sent.copy.pdf))) as document:
        document.save(target := io.BytesIO())
    pdf = target.getvalue()
    for name in names(world):
        pdf = signed_by(pdf, name, keys(name))
    return pdf


def changed_before_signing(world, keys) -> bytes:
    """A page's content replaced in a revision of its own, then signed by all."""
    from pyhanko.pdf_utils import generic
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(bytes(world.sent.copy.pdf)))
    page = writer.root["/Pages"]["/Kids"][0]
    page[generic.pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"q Q"))
    writer.update_container(page)
    writer.write(target := io.BytesIO())
    pdf = target.getvalue()
    for name in names(world):
        pdf = signed_by(pdf, name, keys(name))
    return pdf


def flipped(world, keys) -> bytes:
    pdf = bytearray(all_signed(world, keys))
    pdf[len(bytes(world.sent.copy.pdf)) - 900] ^= 1
    return bytes(pdf)


def of_another_version(world, keys) -> bytes:
    first = world.sent
    signing.withdraw(by=world.cast.officer, round_=world.round, version_id=first.pk, reason="Fel ord.")
    pdf = all_signed(world, keys)
    world.edit(world.promise, introduction="Andra ord.")
    sent(world, "external")
    return pdf


BAD = {
    "nobody": (lambda world, keys: bytes(world.sent.copy.pdf), "Ingen har skrivit under den ännu"),
    "one": (
        lambda world, keys: signed_by(bytes(world.sent.copy.pdf), names(world)[0], keys(names(world)[0])),
        "Filen har en underskrift, men 2 ska skriva under",
    ),
    "rewritten": (rewritten, "inte den fil som lämnades ut"),
    "changed": (changed_before_signing, "Något annat än underskrifter har ändrats"),
    "flipped": (flipped, "inte den fil som lämnades ut"),
    "tail": (lambda world, keys: all_signed(world, keys) + b"%hej\n", "Något annat än underskrifter"),
    "another": (of_another_version, "inte den fil som lämnades ut"),
    "none": (lambda world, keys: b"%PDF-1.7 nej", "går inte att läsa som PDF"),
}


@pytest.mark.row("LAG-7")
@pytest.mark.parametrize("kind", BAD)
def test_what_is_not_the_handed_out_file_signed_by_all_is_refused_with_words(world, client, keys, kind):
    sent(world, "external")
    make, words = BAD[kind]
    response = hand_in(world, client, make(world, keys))
    assert response.status_code == 422
    assert words in said(response)
    assert not SealedDocument.objects.filter(version=world.sent).exists()


def test_one_signature_is_not_two_peoples(world, client, keys):
    sent(world, "external")
    place = hand_in(world, client, all_signed(world, keys)).url
    fields = [name for name in client.get(place).context["form"].fields if name.startswith("underskrift-")]
    response = client.post(place, dict.fromkeys(fields, "0"))
    assert response.status_code == 422 and "Samma underskrift är vald för två" in said(response)
    response = client.post(place, {})
    assert response.status_code == 422 and "Välj vilken underskrift" in said(response)


def test_a_file_that_no_longer_waits_is_asked_for_again(world, client):
    sent(world, "external")
    client.force_login(world.cast.officer)
    response = client.get(url(world, "match_external", "0" * 64))
    assert response.status_code == 409 and "väntar inte längre" in said(response)
    assert url(world, "bring_external") in said(response)


# Paper


@pytest.mark.row("LAG-7")
def test_a_paper_original_is_registered_with_place_day_and_who_compared(world, client):
    version = sent(world, "paper")
    client.force_login(world.cast.officer)
    shown = client.get(url(world, "bring_paper"))
    digits = addresses.short(version.content_hash)
    assert digits[:4] not in said(shown)  # to be read on the paper, not copied from here
    data = {"kept_at": "Kommunarkivet, hylla 4", "nyckel": "k2"}
    for row in version.signatories:
        data |= {
            f"dag-{row['party_id']}": str(world.today),
            f"avtryck-{row['party_id']}": f" {digits.upper()} ",
        }
    assert client.post(url(world, "bring_paper"), data).status_code == 302
    document = SealedDocument.objects.get(version=version)
    for act in version.acts.all():
        assert act.proof["kept_at"] == "Kommunarkivet, hylla 4"
        assert (act.proof["fingerprint"], act.proof["checked_by"]) == (digits, world.cast.officer.name)
        assert timezone.localdate(act.at) == world.today
    text = " ".join("".join(pdfs.pages(bytes(document.pdf))).split())
    assert "Undertecknat på papper" in text and "Det här är en avskrift" in text
    assert "Godkänt i systemet" not in text
    assert all(row["mandate"] in text for row in version.signatories) and " kl. 12.00" not in text
    handed_out = chain.head_of(f"version:{version.pk}", "handed_out")
    assert handed_out != chain.GENESIS and handed_out in "".join(text.split())
    step = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    assert "Undertecknat på papper. Originalet finns här: Kommunarkivet, hylla 4." in said(client.get(step))
    assert list(checking.faults()) == []


@pytest.mark.row("LAG-7")
@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("avtryck", "0123456789ab", "Det stämmer inte med den här versionen"),
        ("avtryck", "", "Skriv fingeravtrycket som står på pappret"),
        ("dag", "2020-01-01", "mellan då versionen skickades och i dag"),
        ("dag", "2199-01-01", "mellan då versionen skickades och i dag"),
        ("kept_at", "", "Skriv var originalet förvaras"),
    ],
)
def test_a_paper_that_does_not_fit_is_not_taken_and_nothing_typed_is_lost(world, client, field, value, words):
    version = sent(world, "paper")
    client.force_login(world.cast.officer)
    data = {"kept_at": "Kommunarkivet"}
    for row in version.signatories:
        data |= {
            f"dag-{row['party_id']}": str(world.today),
            f"avtryck-{row['party_id']}": addresses.short(version.content_hash),
        }
    name = field if field == "kept_at" else f"{field}-{version.signatories[0]['party_id']}"
    response = client.post(url(world, "bring_paper"), data | {name: value})
    assert response.status_code == 422
    assert words in said(response)
    assert field == "kept_at" or "Kommunarkivet" in said(response)
    assert not SealedDocument.objects.filter(version=world.sent).exists()


@pytest.mark.row("LAG-7")
def test_on_paper_there_is_room_to_sign_and_no_picture_of_a_signature(world):
    version = sent(world, "paper")
    text = " ".join("".join(pdfs.pages(bytes(version.copy.pdf))).split())
    assert text.count("Ort, datum och namnteckning") == len(version.signatories)
    with pdfs.opened(bytes(version.copy.pdf)) as document:
        streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
        assert [item for item in streams if item.get("/Subtype") == "/Image"] == []


# One way per document, one port


@pytest.mark.row("LAG-7")
def test_the_ways_are_never_mixed(world, client):
    sent(world, "external")
    with pytest.raises(Refused):
        situations.sign(world, world.cast.chief)
    client.force_login(world.cast.officer)
    assert client.get(url(world, "bring_paper")).status_code == 409
    signing.withdraw(
        by=world.cast.officer, round_=world.round, version_id=world.sent.pk, reason="Byter sätt."
    )
    sent(world, "system")
    assert not SigningCopy.objects.filter(version=world.sent).exists()
    for name in ("bring_paper", "bring_external"):
        assert client.get(url(world, name)).status_code == 409
    with pytest.raises(Refused):
        signing.receive(
            by=world.cast.officer, round_=world.round, version_id=world.sent.pk, signed=[], pdf=b"", prov=True
        )


@pytest.mark.row("LAG-7", "X-6")
def test_a_signing_service_of_its_own_is_one_more_way_through_the_same_port(world, keys, monkeypatch):
    """A service that signs for each and calls back: all it needs is the file to sign and `receive`."""
    service = ways.Way(
        "service",
        "I vår tjänst",
        "Var och en får ett mejl.",
        "Undertecknat i tjänsten",
        "…",
        "agreements:service",
    )
    monkeypatch.setattr(ways, "WAYS", (*ways.WAYS, service))
    version = sent(world, "service")
    asked = {row["party_id"]: row["name"] for row in version.signatories}

    def called_back(pdf: bytes, when: dict) -> SealedDocument:
        proof = {"service": "Tjänsten", "level": "väsentlig"}
        signed = [Signed(party_id, at, proof) for party_id, at in when.items()]
        return signing.receive(
            by=world.cast.officer,
            round_=world.round,
            version_id=version.pk,
            signed=signed,
            pdf=pdf,
            prov=True,
        )

    pdf, now = bytes(version.copy.pdf), timezone.now()
    first, *rest = asked
    pdf = signed_by(pdf, asked[first], keys(asked[first]))
    with pytest.raises(Refused, match="Alla som ska skriva under"):
        called_back(pdf, {first: now})
    for party_id in rest:
        pdf = signed_by(pdf, asked[party_id], keys(asked[party_id]))
    document = called_back(pdf, dict.fromkeys(asked, now + timedelta(minutes=3)))
    assert bytes(document.pdf) == pdf
    assert {act.proof["service"] for act in version.acts.all()} == {"Tjänsten"}
    assert list(checking.faults()) == []


def test_the_file_to_sign_is_kept_as_it_was_handed_out(world, client):
    version = sent(world, "external")
    client.force_login(world.cast.chief)
    first = b"".join(client.get(url(world, "signing_copy")).streaming_content)
    assert first == bytes(version.copy.pdf)
    client.force_login(world.cast.admin)
    assert client.get(url(world, "signing_copy")).status_code == 404


@pytest.mark.row("LAG-7")
@pytest.mark.parametrize("way", ["external", "paper"])
def test_only_who_leads_brings_in_what_was_signed(world, client, way):
    sent(world, way)
    client.force_login(world.cast.communicator)
    response = client.get(url(world, f"bring_{way}"))
    assert response.status_code == 403 and "kan" in said(response)
