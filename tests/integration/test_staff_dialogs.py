"""The staff dialogues: run from one page, each thing that is said gets an answer, and nobody waits unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from dialogs.models import HowDialog, Proposal, StaffGroup, WhatDialog
from processes.models import Feedback, Process
from tests import pptxs
from tests.situations import new_round, planned_round, sealed_promise
from tests.world import World

pytestmark = pytest.mark.django_db
QUICK = {"X-Requested-With": "meeting"}


@pytest.fixture
def world():
    made = new_round()
    made.dialog = made.create("staff_dialog_what", group="Områdespoliser Åby", manager=made.cast.manager)
    return made


@pytest.fixture
def manager(world, client):
    client.force_login(world.cast.manager)
    return client


def at(world, name, *more, key="staff_dialog_what", app="processes"):
    return reverse(f"{app}:{name}", args=[world.round.pk, world.method[key].slug, *more])


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


# --- The meeting ---


@pytest.mark.row("MED-10", "MED-4")
def test_what_a_group_says_is_typed_as_results_while_it_meets_and_becomes_minutes(world, manager):
    manager.post(at(world, "meeting_begin", world.dialog.pk))
    world.dialog.refresh_from_db()
    assert world.dialog.held_on == world.today
    for part, words in (
        ("bild", "Langningen har flyttat"),
        ("fokus", "Parkeringshuset"),
        ("prioritet", "Torget först"),
        ("problem", "Bråk på fredagar"),
        ("orsak", "Ingen vuxen är där"),
    ):
        url = at(world, "meeting_save", world.dialog.pk, part)
        answer = manager.post(url, {"text": words, "version": 0}, headers=QUICK)
        assert answer.status_code in (200, 302), text(answer)
    said = list(Proposal.objects.order_by("pk").values_list("kind", "text", "dialog"))
    assert [kind for kind, _, _ in said] == ["picture", "focus", "priority", "problem", "cause"]
    assert {dialog for _, _, dialog in said} == {world.dialog.pk}
    lines = manager.get(at(world, "meeting", world.dialog.pk)).context["lines"]
    assert [line[6:] for line in lines][:2] == [
        "Resultat från VAD: Langningen har flyttat – lokal lägesbild",
        "Resultat från VAD: Parkeringshuset – fokusområde",
    ]
    manager.post(at(world, "meeting_minutes", world.dialog.pk))
    world.dialog.refresh_from_db()
    assert "Ingen vuxen är där – orsak" in world.dialog.summary


@pytest.mark.row("MED-10")
def test_the_page_has_the_methods_points_with_minutes_for_those_who_say_them(world, manager):
    world.edit(world.dialog, minutes_picture=25)
    points = manager.get(at(world, "meeting", world.dialog.pk)).context["points"]
    assert [(p["title"], p["minutes"]) for p in points] == [
        ("Inledning", ""),
        ("Den lokala lägesbilden", "25 minuter"),
        ("Fokusområden", ""),
        ("Prioritera", ""),
        ("Problem och orsaker", ""),
        ("Summering", ""),
    ]
    how = world.create("staff_dialog_how", group="Områdespoliser Åby")
    points = manager.get(at(world, "meeting", how.pk, key="staff_dialog_how")).context["points"]
    assert [p["title"] for p in points] == [
        "Inledning",
        "Så vill vi arbeta",
        "Prioritera aktiviteter",
        "Summering",
    ]


def test_a_group_that_has_met_before_is_not_counted_anew(world, manager):
    world.edit(world.dialog, employees=9, held_on=world.today)
    again = world.create("staff_dialog_what", group="områdespoliser åby ")
    page = text(manager.get(at(world, "edit", again.pk, "genomforande")))
    assert page.count('value="9"') == 2  # as many work there, and all are invited


# --- Answers ---


def said(world, words="Mer belysning på torget", kind="focus"):
    return world.add("dialogs.Proposal", world.dialog, kind=kind, text=words)


@pytest.mark.row("MED-10")
def test_what_goes_no_further_gets_an_answer_also_when_the_dialogue_is_done(world, manager):
    world.edit(world.record("processes.LocalSituation"), dated_on=world.today)
    world.edit(world.dialog, held_on=world.today, employees=3, invited=3, took_part=3)
    row = said(world)
    world.decide("staff_dialog_what", world.dialog, "complete", by=world.cast.manager)
    url = at(world, "answer", world.dialog.pk, row.pk, app="dialogs")
    assert "Mer belysning på torget" in text(manager.get(url))
    answer = manager.post(url, {"declined": "Kommunen bygger om i höst.", "version": row.version})
    assert answer.status_code == 302
    assert "Kommunen bygger om i höst." in text(manager.get(at(world, "subject", world.dialog.pk)))
    verdict = world.verdict("staff_dialog_what", "complete", world.dialog)
    assert verdict.ok
    late = manager.post(url, {"declined": "Något annat", "version": row.version})
    assert late.status_code == 422 and "Något annat" in text(late)


@pytest.mark.row("MED-5")
def test_one_line_tells_every_group_that_waits_and_says_what_became_of_each_thing(world, manager):
    world.edit(world.dialog, held_on=world.today - timedelta(days=9))
    other = world.create("staff_dialog_what", group="Ingripande lag 2")
    world.edit(other, held_on=world.today - timedelta(days=4))
    planned = world.create("staff_dialog_what", group="Utredarna")
    row = said(world)
    manager.post(
        at(world, "answer", world.dialog.pk, row.pk, app="dialogs"),
        {"declined": "Byggs om.", "version": row.version},
    )
    listed = text(manager.get(at(world, "step")))
    assert "Väntar på att få veta" in listed and "sedan 9 dagar" in listed
    url = at(world, "told", app="dialogs")
    early = manager.post(url, {"given_on": str(world.today - timedelta(days=6))})
    assert early.status_code == 422 and "Skriv en senare dag" in text(early)
    ahead = manager.post(url, {"given_on": str(world.today + timedelta(days=1))})
    assert ahead.status_code == 422 and not Feedback.objects.exists()
    assert manager.post(url, {"given_on": str(world.today)}).status_code == 302
    assert {f.subject_id for f in Feedback.objects.all()} == {world.dialog.pk, other.pk} != {planned.pk}
    own = Feedback.objects.get(subject_id=world.dialog.pk)
    assert own.text == "Mer belysning på torget – går inte vidare: Byggs om." and own.audiences == ["staff"]
    assert "Väntar på att få veta" not in text(manager.get(at(world, "step")))


# --- Those who go on ---


@pytest.mark.row("MED-12", page="/processer/…/steg/medarbetardialog-vad/")
def test_a_standing_group_is_appointed_and_chosen_for_a_dialogue_with_one_press(world, manager):
    group = world.add(
        "dialogs.StaffGroup",
        name="Medarbetargruppen",
        members="områdespolis Åby\ningripande lag 2\nutredare",
        rhythm="varannan månad",
        manager=world.cast.manager,
    )
    page = text(manager.get(at(world, "step", key="staff_dialog_how")))
    assert "Ny dialog med gruppen" in page and "ingripande lag 2" in page
    answer = manager.post(at(world, "begin_with_group", group.pk, key="staff_dialog_how", app="dialogs"))
    made = HowDialog.objects.get()
    assert answer.url == at(world, "subject", made.pk, key="staff_dialog_how")
    assert (made.group, made.manager) == ("Medarbetargruppen", world.cast.manager)
    form = text(manager.get(at(world, "edit", made.pk, "genomforande", key="staff_dialog_how")))
    assert form.count('value="3"') == 2
    stranger = World("orn")
    theirs = stranger.add("dialogs.StaffGroup", name="Andra gruppen")
    url = at(world, "begin_with_group", theirs.pk, app="dialogs")
    assert manager.post(url).status_code == 404
    assert WhatDialog.objects.filter(processes=world.round).count() == 1 and StaffGroup.objects.count() == 2


@pytest.mark.row("MED-12")
def test_a_group_can_be_appointed_before_anyone_has_met(client):
    fresh = new_round()
    client.force_login(fresh.cast.manager)
    url = at(fresh, "appoint_group", key="staff_dialog_how", app="dialogs")
    assert url in text(client.get(at(fresh, "step", key="staff_dialog_how")))
    answer = client.post(url, {"name": "Medarbetargruppen", "members": "utredare", "appointed_on": ""})
    assert answer.url == f"{at(fresh, 'step', key='staff_dialog_how')}#grupper"
    assert StaffGroup.objects.get().history.latest().history_user == fresh.cast.manager
    page = text(client.get(at(fresh, "step")))
    assert "Ny dialog med gruppen" in page and "utse en fast grupp" not in page
    client.force_login(fresh.cast.employee)
    assert client.get(url).status_code == 403


@pytest.mark.row("MED-12")
def test_who_goes_on_can_change_without_a_reason_and_makes_no_dialogue_old(world, manager):
    world.edit(world.record("processes.LocalSituation"), dated_on=world.today)
    world.edit(world.dialog, held_on=world.today, employees=3, invited=3, took_part=3)
    said(world)
    world.decide("staff_dialog_what", world.dialog, "complete", by=world.cast.manager)
    group = world.add("dialogs.StaffGroup", name="Medarbetargruppen")
    url = at(world, "edit_row", world.dialog.pk, "fastgrupp", group.pk)
    sent = {"name": "Gruppen", "members": "utredare", "version": group.version}
    assert manager.post(url, sent).status_code == 302
    page = text(manager.get(at(world, "subject", world.dialog.pk)))
    assert "utredare" in page and "Nytt underlag" not in page


# --- What one starts from ---


@pytest.mark.row("MED-10", "MED-6")
def test_how_shows_what_was_said_seen_chosen_and_found(client):
    world = planned_round()
    client.force_login(world.cast.manager)
    page = text(client.get(at(world, "subject", world.how_dialog.pk, key="staff_dialog_how")))
    for words in (
        "Langningen har flyttat från torget",
        "Våld och droger på torget",
        "Torget är en plats dit man går",
        "Ingen vuxen finns på plats efter klockan nio",
        "Öppna den gemensamma lägesbilden",
    ):
        assert words in page


@pytest.mark.slow
@pytest.mark.row("MED-10", "MED-11")
def test_what_begins_with_what_was_promised_last_and_what_became_of_what_was_said(client):
    before = sealed_promise()
    activity = before.round.activities.first()
    signed = activity.what
    before.edit(activity, what="Fotpatrull varje fredag")  # told is what was promised
    row = before.proposal
    Proposal.objects.filter(pk=row.pk).update(declined="Parkeringshuset stängs.")
    again = World(people=before.cast)
    again.dialog = again.create("staff_dialog_what", group="Områdespoliser Åby")
    Process.objects.filter(pk=again.round.pk).update(period_start=again.today + timedelta(days=900))
    client.force_login(before.cast.manager)
    page = text(client.get(at(again, "subject", again.dialog.pk)))
    assert "Fotpatrull varje fredag" not in page
    for words in (
        signed,
        "Kvar att göra",
        "Langningen har flyttat",
        "Parkeringshuset stängs.",
    ):
        assert words in page
    url = at(again, "download", again.dialog.pk, "presentation", "pptx")
    made = client.get(url).content
    assert "Det här sa ni då" in pptxs.titles(made) and pptxs.problems(made) == []
    meeting = text(client.get(at(again, "meeting", again.dialog.pk)))
    assert signed in meeting
    elsewhere = World("orn")
    theirs = elsewhere.create("staff_dialog_what", group="Örn")
    client.force_login(elsewhere.cast.manager)
    assert signed not in text(client.get(at(elsewhere, "subject", theirs.pk)))


@pytest.mark.row("MED-9")
def test_nothing_is_signed_before_those_in_how_have_heard_what_became_of_it(client):
    world = planned_round()
    Feedback.objects.filter(step="staff_dialog_how").delete()
    signing = ("citizen_promise", "sign", world.promise)
    assert len(world.lacks("MED-9", *signing)) == 1
    client.force_login(world.cast.manager)
    url = at(world, "told", key="staff_dialog_how", app="dialogs")
    assert client.post(url, {"given_on": str(world.today)}).status_code == 302
    assert world.lacks("MED-9", *signing) == []
