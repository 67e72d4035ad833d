"""Receipts that lead to a frozen answer, and what the ones who answer for a digital dialogue see."""

from __future__ import annotations

import json
import re

import pytest
import segno
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from dialogs.digital import codes, content
from dialogs.models import DigitalDialog, SenderAnswer, Submission, SubmittedView, View
from processes.drawings import qr
from processes.models import Feedback
from processes.writing import ReasonNeeded, Refused
from tests import pdfs, squares, web
from tests.forms import shown
from tests.situations import published_promise
from tests.web import get, nothing_counted, send, url  # noqa: F401 – a fixture

pytestmark = pytest.mark.django_db
QUESTION = "Var i centrum känner du dig otrygg, och när på dygnet?"


# --- The receipt ---


@pytest.mark.row("DIA-13")
@given(st.text(max_size=40))
def test_a_receipts_code_is_readable_and_its_own(nonce):
    code = codes.receipt_for(nonce)
    assert set(code) <= set(codes.READABLE) | {"-"} and [len(part) for part in code.split("-")] == [4, 4, 4]
    assert code == codes.receipt_for(nonce) != codes.receipt_for(nonce + "x")
    assert codes.normal(code) == code == codes.normal(codes.normal(code))


@given(st.text(max_size=40), st.sampled_from([" ", "-", "", " – ", "\u00a0", "."]), st.booleans())
def test_a_code_is_understood_however_it_is_typed(nonce, between, small):
    code = codes.receipt_for(nonce)
    typed = between.join(code.split("-"))
    assert codes.normal(f" {typed.lower() if small else typed} ") == code


@given(st.text(max_size=40))
def test_what_is_no_code_is_none(text):
    found = codes.normal(text)
    assert found == "" or codes.normal(found) == found


def test_no_two_letters_of_a_code_are_taken_for_each_other():
    for alike in ("O0", "I1L", "S5", "Z2", "B8", "G6", "UV"):
        assert not set(alike) & set(codes.READABLE), alike


@pytest.mark.row("LAG-9")
def test_a_receipt_is_kept_as_a_hash_alone(digital, client):
    code = web.code_in(send(client, digital, svar_0="Mörkt."))
    kept = repr([list(m.objects.values()) for m in (Submission, SubmittedView, View, DigitalDialog)])
    assert code not in kept and code.replace("-", "") not in kept
    assert Submission.objects.get().receipt_hash == codes.hashed(code)


@pytest.mark.row("DIA-13")
def test_until_it_is_answered_the_receipt_says_when(world, digital, client):
    code = web.sent(digital, "Mörkt.", "Halt.")
    page = client.post(reverse("digital:receipt"), {"kod": code.lower()}).content.decode()
    assert "ännu inte besvarad. Svar senast" in page and "Mörkt." in page and "Halt." in page
    with web.later(40 * 24 * 3600):
        page = client.post(reverse("digital:receipt"), {"kod": code}).content.decode()
    assert "Svaret är försenat" in page


# --- The answer ---


def told(client, code):
    return client.post(reverse("digital:receipt"), {"kod": code}).content.decode()


@pytest.mark.row("DIA-11", "DIA-13")
def test_the_answer_is_frozen_and_each_sender_reads_what_became_of_their_own(world, digital, client):
    first, second = web.sent(digital, "Mörkt vid tunneln."), web.sent(digital, "Höj bensinskatten.")
    waiting = web.sent(digital, "Ingen har läst mig.")
    dark, tax, _ = web.views(digital)
    world.edit(dark, outcome="focus")
    world.edit(tax, outcome="beyond")
    web.answered(world, digital)
    assert "Så här blev det: focus." in told(client, first)
    assert "Så här blev det: beyond." in told(client, second)
    assert "ännu inte besvarad" in told(client, waiting)
    for page in (told(client, first), told(client, second)):
        assert "den har vi valt att arbeta med" in page and "Vi följer upp belysningen." in page
    feedback = Feedback.objects.filter(subject_model="dialogs.CitizenDialog").order_by("pk").last()
    assert (feedback.audiences, feedback.given_on, feedback.by) == (
        ["citizens"],
        world.today,
        world.cast.officer,
    )


@pytest.mark.row("DIA-11", "DIA-13")
def test_what_is_written_with_the_outcome_is_read_by_that_sender_alone(world, digital, client):
    tax, bus = web.sent(digital, "Höj bensinskatten."), web.sent(digital, "Bussen går för sällan.")
    first, second = web.views(digital)
    world.edit(first, outcome="beyond", outcome_words="Det bestämmer riksdagen.")
    world.edit(second, outcome="passed_on", outcome_words="Till Länstrafiken.")
    client.force_login(world.cast.officer)
    page = client.get(reverse("digital:answer_senders", args=[world.round.pk, digital.dialog_id]))
    assert "Det bestämmer riksdagen." in page.content.decode()  # seen before it is frozen
    web.answered(world, digital)
    assert "Så här blev det: beyond. Det bestämmer riksdagen." in told(client, tax)
    assert "Länstrafiken" not in told(client, tax) and "Till Länstrafiken." in told(client, bus)
    world.edit(second, outcome_words="Till någon annan.")
    assert "Till Länstrafiken." in told(client, bus)


def test_whoever_answers_again_begins_with_what_was_answered_last(world, digital, client):
    web.sent(digital, "Mörkt vid tunneln.")
    world.edit(web.views(digital).get(), outcome="focus")
    web.answered(world, digital)
    client.force_login(world.cast.officer)
    page = client.get(reverse("digital:answer_senders", args=[world.round.pk, digital.dialog_id]))
    assert shown(page)["ord_focus"] == ["Så här blev det: focus."]


@pytest.mark.row("DIA-13")
def test_what_is_changed_inside_afterwards_is_not_seen_until_someone_answers_again(world, digital, client):
    code = web.sent(digital, "Mörkt vid tunneln.")
    view = web.views(digital).get()
    world.edit(view, outcome="focus")
    web.answered(world, digital)
    before = told(client, code)
    world.edit(view, outcome="beyond")
    world.edit(world.citizen_dialog, title="Internt namn")
    assert told(client, code) == before
    web.answered(world, digital)
    assert "Så här blev det: beyond." in told(client, code)
    assert SenderAnswer.objects.count() == 2


@pytest.mark.row("DIA-13")
def test_a_receipt_opens_the_one_answer_that_covers_it_however_many_there_are(world, digital, client):
    code = web.sent(digital, "Mörkt vid tunneln.")
    view = web.views(digital).get()
    world.edit(view, outcome="focus")
    first = web.answered(world, digital)
    with CaptureQueriesContext(connection) as alone:
        before = told(client, code)
    empty = json.dumps(json.loads(first.content) | {"views": []})
    for _ in range(12):
        SenderAnswer.objects.create(digital=digital, content=empty, sha256="0" * 64, by=first.by)
    with CaptureQueriesContext(connection) as among_many:
        assert told(client, code) == before and "Så här blev det: focus." in before
    assert len(among_many) == len(alone)
    (read,) = [query["sql"] for query in among_many if '"dialogs_senderanswer"."content"' in query["sql"]]
    assert f"IN ({first.pk})" in read
    with CaptureQueriesContext(connection) as unanswered:
        told(client, web.sent(digital, "Ingen har läst mig."))
    assert not [query for query in unanswered if '"dialogs_senderanswer"."content"' in query["sql"]]


def test_the_published_promise_is_linked_and_nothing_unpublished(client):
    world = published_promise()
    digital = web.opened(world)
    code = web.sent(digital, "Mörkt vid tunneln.")
    view = web.views(digital).get()
    world.edit(view, outcome="focus", problem=world.problem)
    frozen = json.loads(web.answered(world, digital).content)
    assert frozen["promises"] == {
        str(world.problem.pk): {"title": world.promise.title, "slug": world.publication.slug}
    }
    assert reverse("agreements:public_promise", args=[world.publication.slug]) in told(client, code)


def test_an_unpublished_promise_is_not_named(world, digital, client):
    code = web.sent(digital, "Mörkt vid tunneln.")
    world.edit(web.views(digital).get(), outcome="focus", problem=world.problem)
    assert json.loads(web.answered(world, digital).content)["promises"] == {}
    assert world.promise.title not in told(client, code) and world.problem.title not in told(client, code)


@pytest.mark.parametrize("role", ["chief", "communicator", "partner"])
def test_only_those_who_lead_answer(world, digital, role):
    web.sent(digital, "Mörkt.")
    world.edit(web.views(digital).get(), outcome="focus")
    with pytest.raises(Refused, match="Bara kommunpolis eller kommunens samordnare kan svara"):
        web.answered(world, digital, by=world.cast.people[role])
    assert not SenderAnswer.objects.exists()


def test_an_answer_needs_words_for_all_and_is_what_was_shown(world, digital):
    with pytest.raises(Refused, match="Ingen har något svar att få än"):
        web.answered(world, digital)
    web.sent(digital, "Mörkt.")
    world.edit(web.views(digital).get(), outcome="focus")
    with pytest.raises(ReasonNeeded):
        web.answered(world, digital, words={})
    with pytest.raises(Refused, match="har ändrats"):
        web.answered(world, digital, shown="0" * 64)
    with pytest.raises(Refused, match="ett personnummer"):
        web.answered(world, digital, common="Tack, 811218-9876!")
    assert not SenderAnswer.objects.exists()


@pytest.mark.row("DIA-11")
def test_the_answer_is_written_on_one_page_that_knows_what_it_can(world, digital, client):
    web.sent(digital, "Mörkt.")
    web.sent(digital, "Oläst.")
    world.edit(web.views(digital).first(), outcome="focus")
    client.force_login(world.cast.officer)
    address = reverse("digital:answer_senders", args=[world.round.pk, world.citizen_dialog.pk])
    page = client.get(address)
    text = page.content.decode()
    assert content.WORDS["focus"] in text and "1 synpunkt är inte omhändertagna än" in text
    assert "Det här kom fram." in text  # the feedback that has been given
    typed = {
        name: value for name, value in page.context["form"].initial.items() if value not in (None, False)
    }
    bad = client.post(address, typed | {"common": ""})
    assert bad.status_code == 422 and "Skriv ett svar" in bad.content.decode()
    done = client.post(address, typed)
    assert done.status_code == 302 and SenderAnswer.objects.get().by == world.cast.officer


def test_the_dialogues_page_shows_all_answers_once_it_is_closed(world, digital, client):
    web.sent(digital, "Mörkt.")
    world.edit(web.views(digital).get(), outcome="focus")
    web.answered(world, digital)
    web.closed(digital)
    page = get(client, digital).content.decode()
    assert "Ni sa – vi gjorde" in page and "Så här blev det: focus." in page and "Mörkt." not in page


# --- Inside ---


@pytest.mark.row("DIA-13")
def test_the_steps_page_shows_state_numbers_address_and_what_to_do(world, digital, client, settings):
    settings.SITE_URL = "https://loften.example"
    web.sent(digital, "Mörkt.")
    client.force_login(world.cast.officer)
    address = reverse("processes:subject", args=[world.round.pk, "medborgardialog", world.citizen_dialog.pk])
    page = client.get(address).content.decode()
    for words in (
        f"loften.example/dialog/{digital.code}",
        "Öppen till och med",
        "1 svar",
        "Stäng nu",
        "Affisch",
    ):
        assert words in page, words
    client.force_login(world.cast.partner)
    page = client.get(address).content.decode()
    assert "Stäng nu" not in page and "Svara dem som skickat in" not in page


@pytest.mark.row("DIA-13")
def test_the_poster_carries_the_address_in_letters_and_as_a_code(world, digital, client, settings):
    settings.SITE_URL = "https://loften.example"
    client.force_login(world.cast.reader)
    args = [world.round.pk, "medborgardialog", world.citizen_dialog.pk, "affisch"]
    page = client.get(reverse("processes:document", args=args)).content.decode()
    assert f"loften.example/dialog/{digital.code}" in page and "QR-kod till" in page
    assert "ingen polisanmälan" in page and QUESTION in page
    args[2] = world.focus_group.pk
    without = client.get(reverse("processes:document", args=args)).content.decode()
    assert "QR-kod" not in without and "Åby bibliotek" in without


def test_the_code_on_the_poster_is_drawn_square_by_square():
    address = "https://loften.example/dialog/ac34fh79/"
    drawn = qr.code(address, "x", "QR-kod")
    dark = {
        (int(x) + more, int(y))
        for x, y, long in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", drawn)
        for more in range(int(long))
    }
    wanted = segno.make(address, error="q", micro=False)
    assert wanted.error in "QH"
    assert dark == {
        (x + 4, y + 4) for y, row in enumerate(wanted.matrix) for x, square in enumerate(row) if square
    }


@pytest.mark.row("DIA-13", page="/processer/…/steg/medborgardialog/…/dokument/affisch/")
def test_the_poster_is_a_file_open_to_all_and_its_code_is_the_address(world, digital, client):
    client.force_login(world.cast.officer)
    args = [world.round.pk, "medborgardialog", world.citizen_dialog.pk, "affisch", "pdf"]
    file = client.get(reverse("processes:download", args=args)).content
    assert pdfs.structure_problems(file) == []
    address = content.address(digital.code)
    assert content.short(address) in " ".join(pdfs.pages(file)) and address.endswith(url(digital))
    wanted = segno.make(address, error="q", micro=False).matrix
    assert squares.printed(file, len(wanted)) == {
        (x, y) for y, row in enumerate(wanted) for x, square in enumerate(row) if square
    }
