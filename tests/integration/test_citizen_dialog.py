"""A dialogue with citizens is opened once it is planned, and done once its people have judged how it went."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests import situations
from tests.forms import typed
from tests.world import World, word

pytestmark = pytest.mark.django_db


@pytest.fixture
def planned(client) -> World:
    """A round with one dialogue, planned and not yet opened."""
    world = situations.new_round()
    world.dialog = world.edit(
        world.create("citizen_dialog", title="Öppet hus på biblioteket", form="open_meeting"),
        responsible=world.cast.officer,
        aim="Förstå var folk känner sig otrygga. Trafiken tas i ett annat arbete.",
        target_group="Femtio som handlar i centrum en torsdag; vi går till matkön också.",
        influence=word("participation", "Dialog"),
        venue="Åby bibliotek",
        planned_on=world.today,
        feedback_plan="På anslagstavlan.",
        feedback_due=world.today + timedelta(days=30),
    )
    world.add("dialogs.Question", world.dialog, text="Var i centrum känner du dig otrygg?")
    world.judge(world.dialog, {"DIA-8:open": ("yes", "")})
    client.force_login(world.cast.officer)
    return world


def form_of(world: World, section: str = "plan") -> str:
    return reverse("processes:edit", args=[world.round.pk, "medborgardialog", world.dialog.pk, section])


def typed_in(client: Any, world: World, section: str = "plan", **answers: str) -> None:
    """Fill in a part of the dialogue through its form."""
    url = form_of(world, section)
    assert client.post(url, typed(client.get(url), reason="Rättat", **answers)).status_code == 302


def opens(client: Any, world: World) -> Any:
    """What the button answers."""
    args = [world.round.pk, "medborgardialog", world.dialog.pk, "open"]
    return client.post(reverse("processes:decide", args=args))


def waits(client: Any, world: World, rule: str) -> list[str]:
    """What the plan lacks besides the cooperation, which comes first; the button refuses with the rule."""
    refused = opens(client, world)
    assert refused.status_code == 409 and rule in refused.content.decode()
    gaps = world.verdict("citizen_dialog", "open", world.dialog).gaps
    return [f"{gap.code} {gap.finding.anchor}: {gap.finding.current}" for gap in gaps if gap.code != "PRO-3"]


def asks(client: Any, world: World, *words: str) -> None:
    """The form of the plan asks for all of that."""
    shown = client.get(form_of(world)).content.decode()
    assert [word for word in words if word not in shown] == []


@pytest.mark.row("PRO-3")
def test_a_plan_that_lacks_nothing_waits_for_the_cooperation_alone(planned):
    assert planned.codes("citizen_dialog", "open", planned.dialog) == {"PRO-3"}


@pytest.mark.row("DIA-2")
def test_someone_answers_for_the_dialogue_before_anyone_is_invited(planned, client):
    asks(client, planned, "Vem ansvarar?", "planering och genomförande")
    typed_in(client, planned, responsible="")
    assert waits(client, planned, "Någon är utsedd att ansvara") == ["DIA-2 plan.responsible: inget angivet"]
    typed_in(client, planned, responsible=str(planned.cast.coordinator.pk))
    planned.dialog.refresh_from_db()
    assert planned.dialog.responsible == planned.cast.coordinator
    assert "DIA-2" not in planned.codes("citizen_dialog", "open", planned.dialog)


@pytest.mark.row("DIA-3")
def test_purpose_goal_and_what_lies_outside_are_told_before_anyone_is_invited(planned, client):
    asks(client, planned, "Varför håller ni dialogen", "vad ska den leda till", "vad ligger utanför")
    for nothing in ("", "…", "Se ovan"):
        typed_in(client, planned, aim=nothing)
        assert [
            where.partition(":")[0] for where in waits(client, planned, "Syfte, mål och avgränsningar")
        ] == ["DIA-3 plan.aim"]
    typed_in(client, planned, aim="Hitta de otrygga platserna. Trafiken tas i ett annat arbete.")
    assert "DIA-3" not in planned.codes("citizen_dialog", "open", planned.dialog)


@pytest.mark.row("DIA-4")
def test_whom_to_reach_how_many_and_what_hinders_them_is_told_before_anyone_is_invited(planned, client):
    asks(
        client, planned, "Vilka och hur många", "Vilka andra i området", "hindrar någon från att delta",
        "dem som sällan kommer", "lågt förtroende",
    )  # fmt: skip
    for nobody in ("", "Alla.", "alla invånare", "”Alla”"):
        typed_in(client, planned, target_group=nobody)
        (where,) = waits(client, planned, "Målgruppen är bestämd")
        assert where.startswith("DIA-4 plan.target_group: ")
    typed_in(client, planned, target_group="Alla som bor vid torget, ungefär tvåhundra; vi ringer på.")
    assert "DIA-4" not in planned.codes("citizen_dialog", "open", planned.dialog)


@pytest.mark.row("DIA-6")
def test_the_form_is_chosen_for_the_group_and_the_question_before_anyone_is_invited(planned, client):
    asks(
        client, planned, "Riktat möte", "Öppet möte", "Enkät", "Medborgarpanel", "Sociala medier", "Intervjuer",
        "Fokusgrupp", "Trygghetsvandring", "Observation", "Digital", "passar målgruppen och frågan",
    )  # fmt: skip
    typed_in(client, planned, form="")
    assert waits(client, planned, "Formen är vald efter målgrupp och fråga") == [
        "DIA-6 plan.form: inget angivet"
    ]
    typed_in(client, planned, form="safety_walk")
    assert "DIA-6" not in planned.codes("citizen_dialog", "open", planned.dialog)


@pytest.mark.row("DIA-10")
def test_how_it_went_is_judged_in_one_sitting_once_the_dialogue_has_been_held(planned, client):
    def lacks() -> list[str]:
        return planned.lacks("DIA-10", "citizen_dialog", "complete", planned.dialog)

    judge = reverse("processes:judge", args=[planned.round.pk, "medborgardialog", planned.dialog.pk])
    asked = client.get(judge).content.decode()
    for words in ("ämnena att påverka", "lyssnade ni öppet", "på lika villkor", "passade formen"):
        assert words in asked, words
    name = f"DIA-10:complete-{planned.dialog.pk}"
    with time_machine.travel(timezone.now() - timedelta(days=2)):
        client.force_login(planned.cast.officer)
        client.post(judge, typed(client.get(judge), **{f"svar-{name}": "yes"}))
    client.force_login(planned.cast.officer)
    assert lacks() == ["genomforande.held_on: inget angivet"]
    planned.edit(planned.dialog, held_on=planned.today)
    assert lacks() == ["judgements: bedömt innan dialogen hölls"], "nobody knows beforehand how it will go"
    talked = {f"svar-{name}": "no", f"ord-{name}": "Det blev ett föredrag."}
    client.post(judge, typed(client.get(judge), **talked))
    assert lacks() == ["judgements: bedömt till nej: Det blev ett föredrag."]
    listened = {f"svar-{name}": "partly", f"ord-{name}": "Polisen pratade mest i början."}
    client.post(judge, typed(client.get(judge), **listened))
    assert lacks() == []


# --- What the joint picture and the promise ask of the dialogues ---


@pytest.mark.row("DIA-1")
def test_a_dialogue_with_citizens_is_held_before_the_picture_is_approved(world):
    """What the police hear every day is no dialogue: only a dialogue that was planned and held counts."""

    def lacks() -> list[str]:
        return world.lacks("DIA-1", "joint_situation", "approve", world.joint)

    assert lacks() == []
    world.add(
        "processes.SituationEntry", world.record("processes.LocalSituation"), kind="problem", title="Hört"
    )
    for dialog in (world.citizen_dialog, world.focus_group):
        world.edit(dialog, held_on=world.today + timedelta(days=1))
    assert lacks() == ["genomforande.held_on: ingen är hållen ännu"], "one that is ahead of us is not held"
    world.edit(world.focus_group, held_on=world.today)
    assert lacks() == []


@pytest.mark.row("DIA-1")
def test_a_promise_rests_on_several_dialogues_both_open_and_smaller_or_says_why_not(world):
    def lacks() -> list[str]:
        return world.lacks("DIA-1", "citizen_promise", "sign", world.promise)

    assert lacks() == []
    world.edit(world.focus_group, form="open_meeting")
    assert lacks() == ["decision: bara öppna: 2 hållna"]
    for dialog in (world.citizen_dialog, world.focus_group):
        world.edit(dialog, form="safety_walk")
    assert lacks() == ["decision: bara mindre: 2 hållna"]
    evening = world.add("dialogs.DialogOccasion", world.citizen_dialog, form="open_meeting")
    assert lacks() == ["decision: bara mindre: 2 hållna"], "no day, not held"
    world.edit(evening, held_on=world.today)
    assert lacks() == [], "one dialogue may be held both ways"
    world.remove(evening)
    world.deviate("joint_situation", world.joint, ["DIA-1:sign"], "Lokalen var stängd hela hösten.")
    assert lacks() == []


@pytest.mark.row("DIA-15")
def test_where_exposure_is_high_it_is_told_what_is_done_before_or_beside_the_dialogue(world, client):
    def lacks() -> list[str]:
        return world.lacks("DIA-15", "joint_situation", "approve", world.joint)

    url = reverse("processes:edit", args=[world.round.pk, "gemensam-lagesbild", world.joint.pk, "beslut"])
    client.force_login(world.cast.officer)
    asked = client.get(url).content.decode()
    for words in ("hög social utsatthet", "före eller jämte dialogen", "Synligt polisarbete", "närvaro"):
        assert words in asked, words
    world.edit(world.joint, high_exposure=None, initial_measures="")
    assert lacks() == ["beslut.high_exposure: inget angivet"], "it is said whether there is such an area"
    client.post(url, typed(client.get(url), high_exposure="False", reason="Rättat"))
    assert lacks() == []
    client.post(url, typed(client.get(url), high_exposure="True", reason="Rättat"))
    assert lacks() == ["beslut.initial_measures: inget angivet"]
    told = "Två poliser till fots varje kväll, och trasiga lampor byts samma vecka."
    client.post(url, typed(client.get(url), initial_measures=told, reason="Rättat"))
    assert lacks() == []
    world.edit(world.joint, initial_measures="")
    world.deviate("joint_situation", world.joint, ["DIA-15:approve"], "Kommunen börjar först i mars.")
    assert lacks() == []


@pytest.mark.row("DIA-7")
def test_a_dialogue_without_a_place_waits_and_is_let_through_once_the_form_tells_it(planned, client):
    planned.edit(planned.dialog, venue="")
    assert waits(client, planned, "DIA-7") == ["DIA-7 plan.venue: inget angivet"]
    typed_in(client, planned, venue="Biblioteket, i plan med gatan")
    assert "DIA-7" not in planned.codes("citizen_dialog", "open", planned.dialog)
