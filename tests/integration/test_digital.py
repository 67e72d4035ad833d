"""The digital dialogue: opened by a named person, answered by anyone, and nothing known of who did."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dialogs.digital import codes, content, limits, stamp
from dialogs.models import DigitalDialog, Submission
from processes.guard import NotReady
from processes.models import Decision, Feedback, Term
from processes.writing import Conflict, Refused
from tests import web
from tests.web import get, nothing_counted, send, url  # noqa: F401 – a fixture

pytestmark = pytest.mark.django_db
QUESTION = "Var i centrum känner du dig otrygg, och när på dygnet?"


# --- Opened by a named person, once the plan is ready ---


@pytest.mark.row("DIA-13")
def test_whoever_leads_opens_it_and_history_tells_who(world, digital):
    assert digital.opened_by == world.cast.officer
    assert digital.state(world.today) == "open"
    assert digital.history.get().history_user == world.cast.officer
    assert digital.content["questions"] == [QUESTION]
    assert digital.content["authorities"] == [world.police.name, world.municipality.name]


@pytest.mark.row("DIA-13")
@pytest.mark.parametrize("role", ["chief", "communicator", "partner", "reader"])
def test_nobody_else_opens_it(world, role):
    with pytest.raises(Refused, match="Bara kommunpolis eller kommunens samordnare kan"):
        web.opened(world, by=world.cast.people[role])
    assert not DigitalDialog.objects.exists()


@pytest.mark.row("DIA-9", "DIA-13")
def test_it_is_not_opened_while_the_invitation_lacks_something(world):
    world.edit(world.citizen_dialog, feedback_plan="")
    with pytest.raises(NotReady) as refused:
        web.opened(world)
    assert {gap.code for gap in refused.value.verdict.gaps} == {"DIA-9"}
    assert not DigitalDialog.objects.exists()


def test_the_page_that_opens_says_what_is_missing_and_what_the_plan_says(world, client):
    client.force_login(world.cast.officer)
    address = reverse("digital:open", args=[world.round.pk, world.citizen_dialog.pk])
    page = client.get(address).content.decode()
    assert world.citizen_dialog.aim in page and world.cast.officer.email in page
    assert "Det här saknas" not in page
    world.edit(world.citizen_dialog, aim="")
    assert "Det här saknas innan dialogen kan öppnas" in client.get(address).content.decode()
    form = {"opens_on": world.today, "closes_on": world.today, "welcome": "Hej!", "contact": "Kim"}
    refused = client.post(address, form)
    assert refused.status_code == 409 and "Hej!" in refused.content.decode()
    assert not DigitalDialog.objects.exists()


def test_to_open_on_the_web_is_to_open(world):
    dialog = world.create("citizen_dialog", title="Skriv till oss", form="digital")
    plan = {n: getattr(world.citizen_dialog, n) for n in ("responsible", "aim", "target_group", "influence")}
    plan |= {n: getattr(world.citizen_dialog, n) for n in ("venue", "planned_on", "feedback_plan")}
    world.edit(dialog, **plan, feedback_due=world.today + timedelta(days=30))
    world.add("dialogs.Question", dialog, text=QUESTION)
    world.judge(dialog, {"DIA-8:open": ("yes", "")})
    web.opened(world, dialog)
    decided = Decision.objects.get(subject_model="dialogs.CitizenDialog", subject_id=dialog.pk)
    assert (decided.gate, decided.by) == ("open", world.cast.officer)


def test_two_who_change_it_do_not_overwrite_each_other(world, digital):
    web.opened(world, welcome="Ny text", version=digital.version)
    with pytest.raises(Conflict):
        web.opened(world, welcome="Annan text", version=digital.version)
    assert DigitalDialog.objects.get().welcome == "Ny text"


# --- Open and closed by its days ---


@pytest.mark.row("DIA-13")
@pytest.mark.parametrize(
    ("from_day", "to_day", "closed", "state"),
    [
        (0, 0, None, "open"),
        (-3, 0, None, "open"),
        (1, 2, None, "waiting"),
        (-3, -1, None, "closed"),
        (-3, 3, 0, "closed"),
        (1, 2, 0, "closed"),
    ],
)
def test_it_opens_and_closes_by_its_days(from_day, to_day, closed, state):
    today = timezone.localdate()
    digital = DigitalDialog(
        opens_on=today + timedelta(days=from_day),
        closes_on=today + timedelta(days=to_day),
        closed_on=None if closed is None else today,
    )
    assert digital.state(today) == state


@pytest.mark.row("DIA-13")
def test_before_and_after_its_days_the_page_says_when(world, client):
    digital = web.opened(world, opens_on=world.today + timedelta(days=2))
    page = get(client, digital)
    assert page.status_code == 200 and "Här kan du svara från och med" in page.content.decode()
    with web.later(2 * 24 * 3600):
        assert QUESTION in get(client, digital).content.decode()
    with web.later(15 * 24 * 3600):
        page = get(client, digital)
    assert page.status_code == 200 and "Dialogen stängde" in page.content.decode()
    assert "stampel" not in page.content.decode()


def test_whoever_began_in_time_may_finish(world, digital, client):
    page = get(client, digital)
    web.closed(digital)
    assert send(client, digital, page, svar_0="Jag hann nästan.").status_code == 200
    late = send(client, digital, page, seconds=stamp.GRACE + 60, svar_0="Jag hann inte alls.")
    assert late.status_code == 409
    assert (
        "Ditt svar är inte skickat" in late.content.decode()
        and "Jag hann inte alls." in late.content.decode()
    )
    assert [view.text for view in web.views(digital)] == ["Jag hann nästan."]


def test_it_can_be_closed_once_and_opened_again(world, digital):
    web.closed(digital)
    with pytest.raises(Refused, match="inte öppen"):
        web.closed(digital)
    again = web.opened(world, version=DigitalDialog.objects.get().version)
    assert again.code == digital.code and again.state(world.today) == "open"


@pytest.mark.row("FAL-6")
def test_those_who_answered_on_the_web_wait_from_the_day_it_closed(world, digital):
    world.edit(world.citizen_dialog, held_on=None)
    Feedback.objects.all().delete()
    step = world.method["citizen_dialog"]

    def waiting():
        facts = world.facts()
        return [d.audience for d in step.debts(facts, facts.get(step.record, world.citizen_dialog.pk))]

    web.sent(digital, "Mörkt vid tunneln.")
    assert waiting() == []
    with web.later(16 * 24 * 3600):
        assert waiting() == ["citizens"]


# --- What citizens see, and what is not known of them ---


@pytest.mark.row("LAG-10", page="/dialog/<kod>/")
def test_the_page_says_what_it_is_and_what_it_is_not(world, digital, client):
    page = get(client, digital).content.decode().replace("\xa0", " ")
    for words in ("ingen polisanmälan", "112", "114 14", "orosanmälan", "allmän handling", QUESTION):
        assert words in page, words
    assert world.police.name in page and "Kim Officer, kommunpolis" in page
    assert (
        content.page(world.facts(), world.facts().get(content.DIALOG, world.citizen_dialog.pk), digital)[
            "influence"
        ]
        in page
    )


@pytest.mark.row("LAG-9")
def test_no_field_asks_who_one_is(digital, client):
    page = get(client, digital).content.decode()
    assert page.count("<textarea") == 2
    for asked in ('type="email"', 'type="tel"', 'name="namn"', 'name="name"', 'autocomplete="name'):
        assert asked not in page


@pytest.mark.row("DIA-13")
def test_no_cookie_is_set_and_nobody_keeps_the_page(digital, client):
    for page in (
        get(client, digital),
        client.get(reverse("digital:receipt")),
        send(client, digital, svar_0="Hej"),
    ):
        assert page.cookies == {} and client.cookies == {}
        assert page["Cache-Control"] == "no-store"
        assert page["X-Robots-Tag"] == "noindex, nofollow"


def test_it_works_where_cookies_and_their_tokens_are_demanded(digital):
    strict = Client(enforce_csrf_checks=True)
    assert send(strict, digital, svar_0="Mörkt vid tunneln.").status_code == 200


def test_an_unknown_address_is_told_so_kindly(client, digital):
    page = client.get(reverse("digital:page", args=["finnsinte"]))
    assert page.status_code == 404 and "Kontrollera den tecken för tecken" in page.content.decode()
    typed = client.get(reverse("digital:page", args=[digital.code.upper()]))
    assert typed.status_code == 302 and typed["Location"] == url(digital)


def test_the_address_is_the_sites_own_whatever_a_request_claims(digital, settings):
    settings.SITE_URL = "https://loften.example"
    assert content.address(digital.code) == f"https://loften.example/dialog/{digital.code}/"
    assert content.short(content.receipt_address()) == "loften.example/kvitto"


@pytest.mark.row("DIA-13")
def test_later_edits_inside_are_not_seen_outside_until_the_page_is_saved_again(world, digital, client):
    world.edit(world.citizen_dialog, title="Internt namn på dialogen")
    world.add("dialogs.Question", world.citizen_dialog, text="Vad tycker ni om vår nya fråga?")
    page = get(client, digital).content.decode()
    assert "Internt namn" not in page and "nya fråga" not in page
    client.force_login(world.cast.officer)
    step = reverse("processes:subject", args=[world.round.pk, "medborgardialog", world.citizen_dialog.pk])
    assert "har ändrats sedan sidan öppnades" in client.get(step).content.decode()
    web.opened(world, version=digital.version)
    assert "nya fråga" in get(client, digital).content.decode()


# --- What is sent is received ---


@pytest.mark.row("DIA-13", "LAG-10", page="/dialog/<kod>/")
def test_what_is_sent_becomes_views_that_nobody_has_dealt_with(world, digital, client):
    theme = Term.objects.filter(list=Term.List.THEME).first()
    page = send(
        client, digital, svar_0="Vid tunneln.\r\nSent.", annat="Tack!", plats="Tunneln", tema=str(theme.pk)
    )
    assert page.status_code == 200
    rows = web.views(digital)
    assert [(v.text, v.place, v.theme, v.outcome, v.received_on) for v in rows] == [
        ("Vid tunneln.\r\nSent.", "Tunneln", theme, "", world.today),
        ("Tack!", "Tunneln", theme, "", world.today),
    ]
    assert [v.submitted.question for v in rows] == [QUESTION, "Är det något annat du vill säga?"]
    assert Submission.objects.count() == 1
    row = rows[0].history.get()
    assert (row.history_user, row.history_change_reason, row.round_id) == (
        None,
        "Kom in via webben",
        world.round.pk,
    )


def test_nobodys_name_is_kept_also_of_one_who_is_logged_in(world, digital, client):
    client.force_login(world.cast.officer)
    send(client, digital, svar_0="Jag provar.")
    assert web.views(digital).get().history.get().history_user is None


def test_nothing_written_is_nothing_sent(digital, client):
    page = send(client, digital, svar_0="   ", plats="Torget")
    assert page.status_code == 422 and "Du har inte skrivit något än" in page.content.decode()
    assert 'value="Torget"' in page.content.decode()
    assert not Submission.objects.exists()


def test_the_same_form_sent_twice_is_received_once_with_the_same_code(digital, client):
    page = get(client, digital)
    first, again = (send(client, digital, page, svar_0="Mörkt.") for _ in range(2))
    assert web.code_in(first) == web.code_in(again)
    assert web.views(digital).count() == 1
    changed = send(client, digital, page, svar_0="Mörkt och halt.")
    assert web.code_in(changed) != web.code_in(first)
    assert web.views(digital).count() == 2


@pytest.mark.row("LAG-9")
def test_personal_data_is_pointed_out_before_it_is_sent_and_masked_after(digital, client):
    page = get(client, digital)
    text = "Ring mig på 070-174 06 58 om gängen."
    told = send(client, digital, page, svar_0=text).content.decode()
    assert "Ett telefonnummer" in told and "070-174 06 58" in told and "allmän handling" in told
    assert f">\n{text}</textarea>" in told
    assert not Submission.objects.exists()
    mark = told.partition('name="anda" value="')[2].partition('"')[0]
    other = send(client, digital, page, svar_0=text + " Eller a@b.se.", anda=mark)
    assert other.status_code == 422 and not Submission.objects.exists()
    code = web.code_in(send(client, digital, page, svar_0=text, anda=mark))
    assert web.views(digital).get().text == text
    shown = client.post(reverse("digital:receipt"), {"kod": code}).content.decode()
    assert "Ring mig på [telefonnummer dolt] om gängen." in shown and "070" not in shown


# --- Limits, without tracking ---


@pytest.mark.parametrize(
    ("how", "seconds", "words"),
    [
        ({"webbsida": "https://kop-nu.example"}, 60, "Lämna den här rutan tom"),
        ({}, 1, "Det gick väldigt fort"),
        ({}, stamp.OLDEST + 60, "Sidan har stått öppen länge"),
        ({"stampel": ""}, 60, "Sidan har stått öppen länge"),
        ({"stampel": "påhittad"}, 60, "Sidan har stått öppen länge"),
        ({"svar_0": "x" * 3001}, 60, "Texten är för lång"),
        ({"tema": "-1"}, 60, "Välj något i listan"),
        ({"annat": "a\x00b"}, 60, "Skriv med vanliga tecken"),
    ],
)
def test_what_is_not_received_is_told_plainly_and_nothing_is_lost(digital, client, how, seconds, words):
    told = send(client, digital, seconds=seconds, **{"svar_0": "Mörkt vid tunneln."} | how)
    page = told.content.decode()
    assert told.status_code == 422 and words in page
    assert how.get("svar_0", "Mörkt vid tunneln.") in page
    assert not Submission.objects.exists()
    fields = {"svar_0": "Mörkt vid tunneln."}
    with web.later(seconds + 60):
        again = client.post(url(digital), web.form(told) | fields)
    assert again.status_code == 200 and Submission.objects.count() == 1


def test_a_stamp_of_another_dialogue_or_of_something_else_is_none(digital):
    assert stamp.read(stamp.new(digital.pk).text(), digital.pk + 1) is None
    assert stamp.read(signing.dumps([digital.pk, "x", 0], salt="något annat"), digital.pk) is None
    assert stamp.read(signing.dumps("text", salt=stamp.SALT), digital.pk) is None
    made = stamp.new(digital.pk)
    assert stamp.read(made.text(), digital.pk) == made


def test_a_dialogue_takes_so_many_a_minute_and_then_asks_to_wait(digital, client, monkeypatch):
    monkeypatch.setattr(limits, "PER_DIALOG", (2, 60))
    with web.later(60):
        stamps = [stamp.Stamp(digital.pk, f"n{n}", stamp.new(digital.pk).at - 60).text() for n in range(3)]
        told = [client.post(url(digital), {"stampel": s, "svar_0": f"Svar {s}"}) for s in stamps]
    assert [page.status_code for page in told] == [200, 200, 429]
    assert told[2]["Retry-After"] == "60" and f"Svar {stamps[2]}" in told[2].content.decode()
    assert Submission.objects.count() == 2


def test_an_address_sends_so_many_and_others_are_not_hindered(digital, client, monkeypatch):
    monkeypatch.setattr(limits, "PER_SENDER", (1, 3600))
    assert limits.may_send(digital.pk, "192.0.2.1")
    assert not limits.may_send(digital.pk, "192.0.2.1")
    assert limits.may_send(digital.pk, "192.0.2.2")


@pytest.mark.row("DIA-13")
def test_addresses_are_counted_in_memory_alone_under_a_name_that_changes_each_day(settings):
    assert "locmem" in settings.CACHES["memory"]["BACKEND"]
    today = limits._sender("192.0.2.1")
    assert "192.0.2" not in today and today == limits._sender("192.0.2.1") != limits._sender("192.0.2.2")
    with web.later(24 * 3600):
        assert limits._sender("192.0.2.1") != today


def test_receipts_are_not_guessed(digital, client, monkeypatch):
    monkeypatch.setattr(limits, "GUESSES", (2, 600))
    code = web.sent(digital, "Mörkt.")
    ask = reverse("digital:receipt")
    statuses = [client.post(ask, {"kod": codes.EXAMPLE}).status_code for _ in range(3)]
    assert statuses == [422, 422, 429]
    assert client.post(ask, {"kod": code}).status_code == 429
    assert client.post(ask, {"kod": "för kort"}).status_code == 422
