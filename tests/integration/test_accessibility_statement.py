"""Tillgänglighetsredogörelsen: what it says, and that a report comes in from nobody known and is seen to."""

import pytest
from django.test import Client
from django.urls import reverse

from agreements.models import AccessibilityReport
from dialogs.digital import limits, stamp
from tests.people import cast

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-6", "X-9")]
URL, INSIDE = reverse("agreements:accessibility"), reverse("agreements:accessibility_reports")


def send(age=60, **values):
    given = stamp.Stamp(0, "nonce", stamp.new(0).at - age).text()
    return Client().post(URL, {"stampel": given, **values})


def test_it_says_what_is_tested_what_is_not_and_who_oversees(settings):
    settings.CONTACT_EMAIL, settings.CONTACT_PHONE = "hej@kommun.example", "010-000 00 00"
    page = Client().get(URL).content.decode()
    for text in ("WCAG 2.1", "Det här är inte prövat", "Digg", "hej@kommun.example", "010-000 00 00"):
        assert text in page


def test_a_report_comes_in_without_cookie_and_without_address():
    answer = send(what="Knappen syns inte", where="/loften/", answer_to="eva@example.org")
    assert answer.status_code == 200 and "vi har tagit emot" in answer.content.decode() and not answer.cookies
    row = AccessibilityReport.objects.get()
    assert (row.what, row.where, row.answer_to) == ("Knappen syns inte", "/loften/", "eva@example.org")
    assert {f.name for f in AccessibilityReport._meta.concrete_fields} == {
        "id", "what", "where", "answer_to", "received_on", "handled_on", "handled_by",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("values", "age", "words"),
    [
        ({"what": " "}, 60, "Skriv vad som inte fungerar"),
        ({"what": "a" * 3001}, 60, "för lång"),
        ({"what": "Hej"}, 0, "Tryck på Skicka igen"),
        ({"what": "Hej"}, 60 * 60 * 24, "Tryck på Skicka igen"),
        ({"what": "Hej", "stampel": "nej"}, 60, "Tryck på Skicka igen"),
    ],
)
def test_what_cannot_be_received_says_why_and_keeps_what_was_typed(values, age, words):
    answer = send(age, **values)
    assert answer.status_code == 422 and words in answer.content.decode()
    assert values["what"].strip()[:20] in answer.content.decode()
    assert not AccessibilityReport.objects.exists()


def test_a_flood_is_stopped_with_words(monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", (0, 600))
    answer = send(what="Hej")
    assert answer.status_code == 429 and "Det du skrev finns kvar" in answer.content.decode()
    assert not AccessibilityReport.objects.exists()


def test_administrators_see_it_and_see_to_it():
    people = cast("aby")
    send(what="Knappen syns inte", answer_to="eva@example.org")
    admin, officer = Client(), Client()
    admin.force_login(people.admin)
    officer.force_login(people.officer)
    refused = officer.get(INSIDE)
    assert refused.status_code == 403 and "Bara administratör kan" in refused.content.decode()
    assert "eva@example.org" in admin.get(INSIDE).content.decode()
    assert admin.post(INSIDE, {"anmalan": "x"}).status_code == 404
    row = AccessibilityReport.objects.get()
    assert admin.post(INSIDE, {"anmalan": str(row.pk)}).status_code == 302
    row.refresh_from_db()
    assert row.handled_by == people.admin and row.answer_to == "", "how to reach anyone is kept no longer"
