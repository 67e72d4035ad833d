"""Verification for anyone: what a file proves is told exactly, what it does not prove too, and nothing is kept."""

import io
import json
import zlib

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from agreements import append_only, chain, sealing, signing
from agreements.models import ChainContent, ChainEntry
from agreements.verifying import addresses, forms, listing
from processes.drawings import qr
from tests import locks, pdfs, situations

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
URL = "/kontrollera/"


@pytest.fixture
def sealed():
    """A sealed promise that nobody has published."""
    return situations.sealed_promise()


@pytest.fixture
def published():
    return situations.published_promise()


def hand_in(data: bytes, name: str = "lofte.pdf", client: Client | None = None):
    file = SimpleUploadedFile(name, data, content_type="application/pdf")
    return (client or Client()).post(URL, {"fil": file})


def sealing_of(world) -> ChainEntry:
    """The event of its sealing."""
    return ChainEntry.objects.get(subject=f"version:{world.sent.pk}", kind="sealed")


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.row("X-10")
def test_a_genuine_file_is_told_with_all_that_was_proved(published):
    shown = text(hand_in(bytes(published.sealed.pdf)))
    for words in (
        "Filen är oförändrad, men den är ett prov",  # the tests seal with the demo's own key
        "Filen finns i registret",
        "Stämpeln är hel, men den är en provstämpel",
        "Innehållet är det som fastställdes",
        "Filen har sin plats i kedjan",
        f"Händelse {sealing_of(published).number} av {ChainEntry.objects.count()}",
        "2 personer har godkänt i systemet",
        "Det är inte en elektronisk underskrift",
        published.cast.chief.name,
        "Det är den senaste versionen",
        "Det här bevisar det inte",
    ):
        assert words in shown
    assert "Stämmer inte" not in shown
    assert reverse("agreements:public_version", args=[published.publication.slug, 1]) in shown


@pytest.mark.row("X-10", "LAG-7")
def test_approval_in_the_system_is_never_shown_as_more(published):
    for shown in (text(hand_in(bytes(published.sealed.pdf))), paper(published)):
        assert "kvalificerad" not in shown.lower() and "avancerad" not in shown.lower()
    assert "ett godkännande i systemet är inte en elektronisk underskrift" in paper(published)


def paper(world) -> str:
    return text(
        Client().get(reverse("agreements:verify_short", args=[addresses.short(world.sent.content_hash)]))
    )


@pytest.mark.row("X-10")
def test_of_what_is_not_published_only_the_seal_is_told(sealed):
    content = json.loads(sealed.sent.content)
    secrets = [content["title"], sealed.cast.chief.name, sealed.cast.area.name, content["introduction"]]
    pages = [
        paper(sealed),
        text(hand_in(bytes(sealed.sealed.pdf))),
        text(Client().get(URL + "register/?alla=1")),
        text(Client().get(URL + "register.json")),
    ]
    for shown in pages:
        assert not [secret for secret in secrets if secret in shown]
    assert "Dokumentet är inte publicerat här" in pages[0]
    assert "2 personer har godkänt i systemet" in pages[1]


@pytest.mark.row("X-10", page="/kontrollera/")
def test_a_changed_file_is_no_original(published):
    spoilt = bytearray(published.sealed.pdf)
    spoilt[1200] ^= 1
    shown = text(hand_in(bytes(spoilt)))
    assert "Filen är inte originalet" in shown or "Filen finns inte i registret" in shown
    assert "Stämpeln håller inte" in shown or "ingen stämpel som går att läsa" in shown
    assert "Bevisat" not in shown


def revised(pdf: bytes) -> bytes:
    """The file with a later revision put after it, as editors save."""
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    writer.root[pdf_name("/Lang")] = pdf_string("en")
    writer.update_root()
    writer.write(target := io.BytesIO())
    return target.getvalue()


@pytest.mark.row("X-10")
def test_what_was_added_after_the_seal_is_found_and_the_original_is_pointed_out(published):
    shown = text(hand_in(revised(bytes(published.sealed.pdf))))
    assert "Filen är inte originalet" in shown
    assert "Något har lagts till i filen efter stämpeln" in shown
    assert published.publication.slug in shown


@pytest.mark.row("X-10")
def test_another_file_sealed_here_but_never_registered_is_not_taken_for_one(published):
    """As when somebody has the key but not the register."""
    forged = sealing.seal(
        bytes(published.sealed.pdf).partition(b"%%EOF")[0] + b"%%EOF\n", reason="R", location="L"
    )
    shown = text(hand_in(forged))
    assert "Filen är inte originalet" in shown
    assert "den har aldrig registrerats som fastställd" in shown


@pytest.mark.row("X-10")
def test_a_rewritten_file_without_seal_is_told_as_such(published):
    with pikepdf.open(io.BytesIO(bytes(published.sealed.pdf))) as document:
        del document.Root.AcroForm, document.pages[0].Annots
        document.save(target := io.BytesIO())
    shown = text(hand_in(target.getvalue()))
    assert "Filen har ingen stämpel som går att läsa" in shown
    assert "Innehållet som data känns igen" in shown


@pytest.mark.row("X-10")
def test_a_later_version_is_told(published):
    first = bytes(published.sealed.pdf)
    published.edit(published.promise, introduction="Nya ord om samma sak.")
    situations.send(published)
    situations.sign_all(published)
    signing.finish(published.sent.pk)
    shown = text(hand_in(first))
    assert "Version 2 har förseglats efter den här. Den är inte publicerad." in shown


@pytest.mark.row("X-10", "LOF-5")
def test_a_chain_broken_beside_the_file_is_told(published):
    locks.run(append_only.unlocking(connection.vendor))
    after = sealing_of(published).number + 1
    ChainEntry.objects.filter(number=after).update(previous="f" * 64)
    shown = text(hand_in(bytes(published.sealed.pdf)))
    assert "Kedjan är bruten vid den här filen" in shown
    assert "Filen är registrerad, men något stämmer inte" in shown


def test_erased_content_of_the_event_is_no_fault(published):
    ChainContent.objects.filter(entry=sealing_of(published)).delete()
    shown = text(hand_in(bytes(published.sealed.pdf)))
    assert "Händelsens innehåll är gallrat" in shown and "Stämmer inte" not in shown


@pytest.mark.row("X-10")
def test_nothing_is_kept_of_the_visitor_or_the_file(published, django_assert_num_queries):
    client = Client(enforce_csrf_checks=True)
    with django_assert_num_queries(8):
        response = hand_in(bytes(published.sealed.pdf), client=client)
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert not client.cookies
    assert not client.get(URL).cookies


# Files that mean harm


def bomb() -> bytes:
    """A page whose content unfolds to a gigabyte."""
    packed = zlib.compressobj(9)
    body = b"".join(packed.compress(b"\0" * 2**20) for _ in range(1024)) + packed.flush()
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Names<</EmbeddedFiles<</Names[(a)<</EF<</F 2 0 R>>>>]>>>>>>endobj\n"
        + b"2 0 obj<</Type/EmbeddedFile/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n"
        % (len(body), body)
        + b"xref\n0 1\n0000000000 65535 f \n1 2\n0000000009 00000 n \n0000000095 00000 n \n"
        + b"trailer<</Root 1 0 R/Size 3>>\nstartxref\n%d\n%%%%EOF" % (len(body) + 183)
    )


HOSTILE = {
    "cut": b"%PDF-1.7\n",
    "noise": b"%PDF-1.7\n" + bytes(range(256)) * 40,
    "loop": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF",
    "deep": b"%PDF-1.7\n1 0 obj"
    + b"[" * 200_000
    + b"endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    b"trailer<</Root 1 0 R/Size 2>>\nstartxref\n200024\n%%EOF",
    "bomb": bomb,
}


@pytest.mark.row("X-10")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_means_harm_gets_a_plain_answer(db, kind):
    made = HOSTILE[kind]
    response = hand_in(made() if callable(made) else made)
    shown = text(response)
    assert response.status_code in (200, 422)
    assert "Filen går inte att läsa som PDF" in shown or "Filen finns inte i registret" in shown
    assert "Bevisat" not in shown


def test_what_is_no_pdf_is_refused_with_words(db):
    response = hand_in(b"PK\x03\x04 a letter", "brev.docx")
    assert response.status_code == 422
    assert "Det här är ingen PDF" in text(response)
    response = Client().post(URL, {})
    assert response.status_code == 422 and "Ingen fil kom fram" in text(response)
    assert "Filen är tom" in text(hand_in(b""))


def test_a_file_too_large_is_not_even_read(db):
    response = hand_in(b"%PDF-1.7" + b"0" * (forms.LIMIT + forms.AROUND))
    assert response.status_code == 413
    assert "större än 10 MB" in text(response)


def test_a_file_just_too_large_is_given_up(db):
    response = hand_in(b"%PDF-1.7" + b"0" * forms.LIMIT)
    assert response.status_code in (413, 422)
    assert "MB" in text(response)


@pytest.mark.row("X-10")
def test_when_many_ask_at_once_one_is_told_to_wait(db, monkeypatch):
    from agreements.verifying import inspector

    while inspector._AT_ONCE.acquire(blocking=False):
        pass
    monkeypatch.setattr(inspector, "WAIT", 0)
    try:
        response = hand_in(b"%PDF-1.7\n")
    finally:
        inspector._AT_ONCE.release(inspector.AT_ONCE)
    assert response.status_code == 503 and response["Retry-After"] == "30"
    assert "Vänta en stund" in text(response)


# Paper


@pytest.mark.row("X-10")
def test_the_code_on_the_paper_leads_to_the_page(published, settings):
    """Held against the drawing of the very address, dark square by dark square, out of the sealed file."""
    short = addresses.short(published.sent.content_hash)
    url = f"{settings.SITE_URL}/kontrollera/{short}/"
    assert addresses.address(published.sent.content_hash) == url
    drawn = qr.code(url, f"kontroll-{short}", addresses.code(published.sent.content_hash).alt)
    assert addresses.code(published.sent.content_hash).svg == drawn
    printed = "".join("".join(pdfs.pages(bytes(published.sealed.pdf))).split())
    assert url in printed
    assert Client().get(f"/kontrollera/{short}/").status_code == 200


@pytest.mark.row("X-10")
def test_a_published_paper_leads_on_to_the_original(published):
    shown = paper(published)
    assert json.loads(published.sent.content)["title"] in shown
    assert published.cast.chief.name in shown
    assert reverse("agreements:public_version_pdf", args=[published.publication.slug, 1]) in shown


def test_an_unknown_fingerprint_is_told(db):
    response = Client().get("/kontrollera/0123456789ab/")
    assert response.status_code == 404
    assert "Fingeravtrycket är okänt" in text(response)


def test_what_is_only_sent_is_unknown(db):
    world = situations.sent_for_signing()
    assert "Fingeravtrycket är okänt" in paper(world)


def test_the_fingerprint_can_be_typed_as_it_stands_on_paper(published):
    digits = published.sent.content_hash[:12]
    typed = f" {digits[:4].upper()} {digits[4:8]} {digits[8:]} "
    assert Client().get(URL, {"fingeravtryck": typed}).url == f"/kontrollera/{digits}/"
    response = Client().get(URL, {"fingeravtryck": "9f2c"})
    assert response.status_code == 422
    assert "Fingeravtrycket är 12 tecken" in text(response) and 'value="9f2c"' in text(response)
    assert Client().get(URL, {"fingeravtryck": "\0" * 12}).status_code == 422


# The list


@pytest.mark.row("X-10", "LOF-5")
def test_with_the_list_anyone_computes_the_chain(published):
    told = Client().get(URL + "register.json").json()
    previous = chain.GENESIS
    for number, event in enumerate(told["events"], start=1):
        parts = [event[name] for name in ("number", "kind", "subject", "commitment", "previous", "at")]
        assert event["number"] == number and event["previous"] == previous
        assert chain.sha256(chain.canonical(parts)) == event["head"]
        previous = event["head"]
    assert previous == told["head"] == chain.latest_head()
    own = sealing_of(published).number
    (file,) = [event for event in told["events"] if event["number"] == own]
    payload = chain.canonical({"sha256": file["sha256"], "content": file["content"]})
    assert chain.sha256(f"{file['salt']}\n{payload}") == file["commitment"]
    assert (file["sha256"], file["content"]) == (published.sealed.sha256, published.sent.content_hash)


@pytest.mark.row("X-10")
def test_of_other_events_only_the_commitment_is_told(published):
    events = Client().get(URL + "register.json").json()["events"]
    common = {"number", "kind", "subject", "commitment", "previous", "at", "head"}
    assert {frozenset(event) - common for event in events} == {
        frozenset(),
        frozenset({"salt", "sha256", "content"}),
    }


def test_the_list_comes_in_parts_and_pages(published, monkeypatch):
    monkeypatch.setattr(listing, "PER_FILE", 3)
    monkeypatch.setattr(listing, "PER_PAGE", 3)
    after, numbers = 0, []
    while after is not None:
        told = Client().get(URL + "register.json", {"efter": after}).json()
        numbers += [event["number"] for event in told["events"]]
        after = told["next"]
    last, sealing = ChainEntry.objects.count(), sealing_of(published).number
    assert numbers == list(range(1, last + 1))
    first = text(Client().get(URL + "register/?alla=1"))
    assert f"{last}. Publicerat" in first and f"?fore={last - 2}&amp;alla=1" in first
    assert f"{sealing}. Förseglat" not in first
    assert f"{sealing}. Förseglat" in text(Client().get(URL + f"register/?alla=1&fore={last - 2}"))
    for wrong in ("efter=-1", "fore=x", "efter=99999999999999999999", "alla=xx"):
        assert Client().get(URL + f"register/?{wrong}").status_code == 404


@pytest.mark.row("X-10")
def test_the_same_few_queries_whatever_the_length(published, django_assert_num_queries):
    for _ in range(30):
        chain.append("published", "prov:1", {})
    with django_assert_num_queries(2):
        Client().get(URL + "register/?alla=1")
    with django_assert_num_queries(2):
        Client().get(URL + "register.json")


def test_the_script_is_handed_out(db):
    response = Client().get(URL + "verify_seal.py")
    assert response["Content-Type"].startswith("text/x-python")
    assert b"def check_chain" in response.content
