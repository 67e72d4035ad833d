"""Attachments: known kinds by content, of a bounded size, out only as downloads to those who may see."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from processes import attaching
from processes.models import Attachment, DraftFile
from tests import situations
from tests.forms import typed
from tests.world import World

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 20


@pytest.fixture(autouse=True)
def files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def world():
    return situations.new_round()


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def page(world, key="collaboration"):
    step = world.method[key]
    return reverse("processes:attach", args=[world.round.pk, step.slug, world.facts().one(step.record).id])


def attach(client, url, name, content, **fields):
    given = {"title": "Protokoll", "file": SimpleUploadedFile(name, content)}
    return client.post(url, typed(client.get(url), **given | fields))


def body(answer):
    return b"".join(answer) if answer.streaming else answer.content


@pytest.mark.parametrize(("content", "ending"), [(PDF, "pdf"), (PNG, "png"), (JPEG, "jpg")])
def test_a_known_kind_is_kept_and_given_back_unchanged(world, officer, files, content, ending):
    answer = attach(officer, page(world), "../../hemligt.exe", content, title="Möte: ”Åby”\r\nX-Ond: 1")
    assert answer.status_code == 302
    row = Attachment.objects.get()
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    (stored,) = [path for path in files.rglob("*") if path.is_file()]
    assert stored.suffix == f".{ending}" and "hemligt" not in stored.name
    assert stored.stat().st_mode & 0o077 == 0
    answer = officer.get(reverse("processes:attachment", args=[world.round.pk, row.pk]))
    assert body(answer) == content
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["Content-Type"] in ("application/pdf", "image/png", "image/jpeg")
    assert answer.headers["Content-Security-Policy"] == "sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "X-Ond" not in answer.headers


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bild.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("avtal.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("avtal.pdf", b"MZ\x90\x00"),
        ("avtal.pdf", b"PK\x03\x04"),
        ("avtal.pdf", b" %PDF-1.7"),
        ("bild.gif", b"GIF89a"),
    ],
)
def test_what_only_calls_itself_a_known_kind_is_refused(world, officer, files, name, content):
    answer = attach(officer, page(world), name, content)
    assert answer.status_code == 422
    assert "varken PDF, PNG eller JPEG" in answer.content.decode()
    assert not Attachment.objects.exists()
    assert not [path for path in files.rglob("*") if path.is_file()]


def test_an_empty_or_too_big_file_is_refused(world, officer, monkeypatch):
    assert attach(officer, page(world), "tom.pdf", b"").status_code == 422
    monkeypatch.setattr(attaching, "BIGGEST", len(PDF) - 1)
    answer = attach(officer, page(world), "stor.pdf", PDF)
    assert "större än" in answer.content.decode()
    assert not Attachment.objects.exists()


def test_a_link_with_a_summary_does_as_well(world, officer):
    url = page(world)
    fields = typed(officer.get(url), title="Enkäten", link="https://aby.example/enkat", summary="Sju av tio.")
    officer.post(url, fields)
    shown = officer.get(reverse("processes:step", args=[world.round.pk, world.method["collaboration"].slug]))
    assert 'href="https://aby.example/enkat"' in shown.content.decode()
    assert "Sju av tio." in shown.content.decode()
    row = Attachment.objects.get()
    assert officer.get(reverse("processes:attachment", args=[world.round.pk, row.pk])).status_code == 404


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//", "ftp://aby.example/"]
)
def test_a_link_leads_to_the_web_and_nowhere_else(world, officer, link):
    url = page(world)
    assert officer.post(url, typed(officer.get(url), title="x", link=link)).status_code == 422


def test_a_form_sent_twice_keeps_one_file(world, officer):
    url = page(world)
    fields = typed(officer.get(url), title="Protokoll", link="https://aby.example/")
    officer.post(url, fields)
    officer.post(url, fields)
    assert Attachment.objects.count() == 1


@pytest.mark.row("LAG-2", "X-14")
def test_files_of_the_polices_own_ground_are_for_the_police(world, client):
    client.force_login(world.cast.officer)
    attach(client, page(world, "local_situation"), "bild.pdf", PDF)
    other = World("boda")
    row = Attachment.objects.get()
    url = reverse("processes:attachment", args=[world.round.pk, row.pk])
    through_another = reverse("processes:attachment", args=[other.round.pk, row.pk])
    expected = {
        world.cast.chief: 200,
        world.cast.reader: 200,
        world.cast.coordinator: 403,
        other.cast.officer: 404,
    }
    for user, status in expected.items():
        client.force_login(user)
        answer = client.get(url)
        assert (answer.status_code, body(answer) == PDF) == (status, status == 200)
        assert client.get(through_another).status_code == 404


def test_a_long_link_is_kept_whole(world, officer):
    url, link = page(world), f"https://aby.example/{'a' * 470}"
    officer.post(url, typed(officer.get(url), title="Delad mapp", link=link))
    assert Attachment.objects.get().link == link
    assert officer.post(url, typed(officer.get(url), title="x", link=link + "b" * 20)).status_code == 422


# --- A file that was taken waits while something else in its form is mended ---


def send(client, url, shown, **fields):
    return client.post(url, typed(shown, **fields))


def refused(client, url, name="protokoll.pdf", content=PDF):
    """The form again, as it comes back when it lacks a title."""
    answer = attach(client, url, name, content, title="")
    assert answer.status_code == 422
    return answer


@pytest.mark.row("X-3")
def test_a_file_need_not_be_chosen_again_because_something_else_is_wrong(world, officer, files):
    url = page(world)
    again = refused(officer, url)
    assert "Bifogad: protokoll.pdf. Välj en fil bara om den ska bytas." in again.content.decode()
    once_more = send(officer, url, again, title="")
    assert once_more.status_code == 422 and "Bifogad: protokoll.pdf" in once_more.content.decode()
    assert not Attachment.objects.exists() and not [path for path in files.rglob("*") if path.is_file()]
    assert send(officer, url, once_more, title="Protokoll").status_code == 302
    row = Attachment.objects.get()
    assert (row.title, row.sha256) == ("Protokoll", hashlib.sha256(PDF).hexdigest())
    assert body(officer.get(reverse("processes:attachment", args=[world.round.pk, row.pk]))) == PDF
    assert not DraftFile.objects.exists(), "it went with the draft"


@pytest.mark.row("X-3")
def test_another_file_can_be_chosen_instead(world, officer):
    url = page(world)
    again = refused(officer, url)
    send(officer, url, again, title="Bild", file=SimpleUploadedFile("bild.png", PNG))
    assert Attachment.objects.get().sha256 == hashlib.sha256(PNG).hexdigest()


@pytest.mark.row("X-3", "X-14")
def test_a_waiting_file_is_its_owners_and_its_own_forms(world, officer):
    refused(officer, page(world))
    waiting = DraftFile.objects.get()
    mark = {"file-bifogad": str(waiting.pk), "title": "Protokoll"}
    elsewhere = page(world, "communication")
    assert send(officer, elsewhere, officer.get(elsewhere), **mark).status_code == 422
    officer.force_login(world.cast.coordinator)
    answer = send(officer, page(world), officer.get(page(world)), **mark)
    assert answer.status_code == 422 and "Bifogad" not in answer.content.decode()
    assert not Attachment.objects.exists()


@pytest.mark.row("X-3")
@pytest.mark.parametrize("mark", ["", "0", "-1", "x", "9" * 40, "\x00", "²"])
def test_a_mark_of_nothing_encloses_nothing(world, officer, mark):
    url = page(world)
    answer = send(officer, url, officer.get(url), title="Protokoll", **{"file-bifogad": mark})
    assert answer.status_code == 422 and not Attachment.objects.exists()


@pytest.mark.row("X-3")
def test_a_form_that_is_begun_anew_takes_no_file_along_unless_the_draft_is_taken_up(world, officer):
    url = page(world)
    refused(officer, url)
    fresh = officer.get(url)
    assert (
        "Bifogad" not in fresh.content.decode() and "ett utkast som inte är sparat" in fresh.content.decode()
    )
    assert "Bifogad: protokoll.pdf" in officer.get(f"{url}?utkast=1").content.decode()
    send(officer, url, fresh, title="Enkäten", link="https://aby.example/enkat")
    row = Attachment.objects.get()
    assert (row.link, row.sha256) == ("https://aby.example/enkat", "")


@pytest.mark.row("X-3")
def test_a_waiting_file_goes_when_the_draft_is_dropped_and_waits_a_day_at_most(world, officer):
    url = page(world)
    refused(officer, url)
    officer.post(f"{reverse('processes:drop_draft')}?path={url}")
    assert not DraftFile.objects.exists()
    again = refused(officer, url)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        officer.force_login(world.cast.officer)
        assert send(officer, url, again, title="Protokoll").status_code == 422
        assert "Bifogad" not in officer.get(f"{url}?utkast=1").content.decode()
        refused(officer, page(world, "communication"))
        assert DraftFile.objects.count() == 1, "what has waited too long is thrown away"
    assert not Attachment.objects.exists()


@pytest.mark.row("X-3")
def test_what_is_no_known_kind_waits_nowhere_and_no_more_than_three_files_wait(world, officer):
    refused(officer, page(world), "avtal.pdf", b"MZ\x90")
    assert not DraftFile.objects.exists()
    for key in ("collaboration", "communication", "joint_situation", "activity_plan"):
        refused(officer, page(world, key), f"{key}.pdf")
    names = [row.name for row in DraftFile.objects.order_by("pk")]
    assert names == ["communication.pdf", "joint_situation.pdf", "activity_plan.pdf"]
