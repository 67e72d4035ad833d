"""The communication plan: four lines for a beginner, eight steps for a communicator, and in each step what to tell."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements.messages import decided
from processes import actions, telling
from processes.method import Ground
from processes.models import CommunicationActivity
from tests.examples.communication import word
from tests.forms import typed
from tests.situations import new_round, planned_round, sealed_promise
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    return world


def step(world: World, key: str) -> str:
    return reverse("processes:step", args=[world.round.pk, world.method[key].slug])


def said(client: Any, url: str) -> str:
    return " ".join(client.get(url).content.decode().split())


def add_url(world: World, occasion: str) -> str:
    return reverse("processes:tell", args=[world.round.pk, world.record(telling.PLAN).pk, occasion])


def lines(world: World, moment: str) -> Any:
    return CommunicationActivity.objects.filter(process=world.round, moment=moment)


# --- The plan ---


@pytest.mark.row("KOM-1")
def test_a_beginner_sees_four_lines_and_the_eight_steps_folded(client):
    begun = new_round()
    client.force_login(begun.cast.officer)
    page = said(client, step(begun, "communication"))
    shown = [
        page.find(words)
        for words in ("När löftet ges", "Halvvägs", "Om något ändras", "När resultatet finns")
    ]
    assert -1 not in shown
    assert '<details class="fold"><summary>Alla åtta planeringssteg (1 av 8' in page
    for title in (
        "Syfte",
        "Målgrupp",
        "Kommunikationsmål",
        "Budskap",
        "Aktivitetsplan",
        "Paketera och presentera",
        "Genomförande",
        "Följ upp och utvärdera",
    ):
        assert f"<h3>{title}</h3>" in page


@pytest.mark.row("KOM-1")
def test_a_communicator_finds_the_eight_steps_open_and_each_is_written_where_it_leads(client, world):
    client.force_login(world.cast.communicator)
    assert '<details class="fold" open><summary>Alla åtta planeringssteg' in said(
        client, step(world, "communication")
    )
    plan = world.record(telling.PLAN)
    form = reverse(
        "processes:edit", args=[world.round.pk, world.method["communication"].slug, plan.pk, "resten"]
    )
    assert client.post(form, typed(client.get(form), packaging="Karta över torget.")).status_code == 302
    assert "Karta över torget." in said(client, step(world, "communication"))


@pytest.mark.row("KOM-2")
def test_a_line_tells_whom_how_when_by_whom_how_far_and_where_it_stands(client, world):
    world.edit(
        world.launch,
        channel="Anslagstavlan i biblioteket",
        responsible="Cia Asp",
        level=word("Göra något"),
        position=2,
        planned_on=world.today + timedelta(days=9),
    )
    page = said(client, step(world, "communication"))
    for words in (
        "Boende runt torget",
        "Anslagstavlan i biblioteket",
        "Cia Asp",
        "Göra något",
        "2:a att få veta",
    ):
        assert words in page
    assert ">Planerad<" in page


@pytest.mark.row("KOM-2", "KOM-8")
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"planned_on": 1}, telling.State.PLANNED),
        ({"planned_on": -1}, telling.State.LATE),
        ({"done_on": -1, "evaluation": ""}, telling.State.DONE),
        ({"done_on": -1, "evaluation": "Sju av tio hade hört."}, telling.State.EVALUATED),
        ({"planned_on": -1, "not_done_reason": "Salen var stängd."}, telling.State.NOT_DONE),
    ],
)
def test_where_a_line_stands_is_told_by_what_it_says(world, fields, expected):
    days = {
        name: world.today + timedelta(days=value) if isinstance(value, int) else value
        for name, value in fields.items()
    }
    line = world.edit(world.launch, **{"done_on": None, "evaluation": "", **days})
    facts = world.facts()
    assert telling.state(facts, facts.get(telling.LINE, line.pk)) is expected


@pytest.mark.row("KOM-2", "X-3")
def test_a_line_is_not_both_done_and_not_done_and_nothing_typed_is_lost(client, world):
    with pytest.raises(ValidationError):
        world.edit(world.launch, done_on=world.today, not_done_reason="Salen var stängd.")
    plan = world.record(telling.PLAN)
    form = reverse(
        "processes:edit_row",
        args=[world.round.pk, "kommunikation", plan.pk, "aktiviteter", world.launch.pk],
    )
    page = client.post(
        form, typed(client.get(form), done_on=str(world.today), not_done_reason="Salen var stängd.")
    )
    assert page.status_code == 422
    assert "både genomförd och inte av" in page.content.decode()
    assert "Salen var stängd." in page.content.decode()


def test_those_who_are_told_first_come_first_on_the_same_day(world):
    day = world.round.period_start
    second = world.add(telling.LINE, moment="launch", what="Affisch", planned_on=day, position=2)
    first = world.add(telling.LINE, moment="launch", what="APT", planned_on=day, position=1)
    order = [row.id for row in telling.ordered(world.facts())]
    assert order.index(first.pk) < order.index(second.pk)


def test_a_line_without_a_day_falls_where_its_occasion_does(world):
    midway, result = lines(world, "midway").get(), lines(world, "result").get()
    facts = world.facts()
    start, end = world.round.period_start, world.round.period_end
    assert telling.falls_on(facts, facts.get(telling.LINE, result.pk)) == end
    assert start < telling.falls_on(facts, facts.get(telling.LINE, midway.pk)) < end


# --- In every step ---


@pytest.mark.row("KOM-4", page="/processer/…/steg/kommunikation/")
def test_every_step_but_the_plan_itself_says_what_is_told_to_whom(client, world):
    for one in world.method:
        client.force_login(world.cast.coordinator if one.ground is Ground.OWN else world.cast.officer)
        page = said(client, step(world, one.key))
        assert ('id="beratta"' in page) == (one.key != "communication"), one.key
        for occasion in one.tells:
            assert f"{occasion.title}</h3>" in page
            assert occasion.what in page or 'class="tell__in-plan"' in page
    directions = {occasion.direction for one in world.method for occasion in one.tells}
    assert directions == {"internal", "external", "both"}


@pytest.mark.row("KOM-4")
def test_one_press_takes_it_into_the_plan_filled_in_and_leads_back(client, world):
    dialog = world.citizen_dialog
    page = reverse("processes:subject", args=[world.round.pk, "medborgardialog", dialog.pk])
    assert "0 av 2 i planen" in said(client, page)
    answer = client.post(add_url(world, "after_dialog"), {"subject": dialog.pk})
    assert answer.url == f"{page}#beratta"
    line = lines(world, "after_dialog").get()
    declared = world.method.occasions["after_dialog"][1]
    assert (line.what, line.channel, line.direction) == (declared.what, declared.channel, "both")
    assert line.responsible and line.evaluate_how
    seen = said(client, page)
    assert "1 av 2 i planen" in seen and ">Planerad<" in seen
    assert not world.codes("citizen_promise", "sign", world.promise) & {"KOM-1"}


@pytest.mark.row("KOM-4")
def test_who_may_not_write_the_plan_reads_it_and_is_told_why(client, world):
    client.force_login(world.cast.partner)
    page = said(client, step(world, "joint_situation"))
    assert "Lägg till i planen" not in page
    assert "Bara kommunpolis, kommunens samordnare eller kommunikatör kan ändra" in page or "Bara " in page
    assert client.post(add_url(world, "focus")).status_code == 403
    assert not lines(world, "focus").exists()


@pytest.mark.row("KOM-4", "LAG-2")
def test_what_is_told_about_the_polices_own_ground_leads_others_to_the_plan(client, world):
    client.force_login(world.cast.coordinator)
    answer = client.post(add_url(world, "picture"), {"subject": world.round.local_situation_id})
    assert answer.url == f"{step(world, 'communication')}#beratta"
    assert client.post(add_url(world, "nagot-annat")).status_code == 404


@pytest.mark.row("KOM-4")
def test_the_community_officer_and_the_coordinator_are_shown_as_key_persons(client, world):
    page = said(client, step(world, "communication"))
    assert f"{world.cast.officer.name}, kommunpolis" in page
    assert f"{world.cast.coordinator.name}, kommunal samordnare" in page


@pytest.mark.row("KOM-5")
def test_each_step_has_its_own_advice(client, world):
    advice = [one.advice for step in world.method for one in step.tells]
    assert all(advice) and len(set(advice)) == len(advice)
    assert "Väck rätt förväntningar" in said(client, step(world, "citizen_dialog"))


# --- Words that are decided already ---


@pytest.mark.row("KOM-5")
def test_decided_words_are_taken_into_a_line_by_one_press(client, world):
    plan = world.record(telling.PLAN)
    form = reverse("processes:add_row", args=[world.round.pk, "kommunikation", plan.pk, "aktiviteter"])
    page = said(client, form)
    assert "Kommunikationsplanens budskap" in page and plan.message in page
    assert "Syftet med samverkan" in page
    filled = client.post(form, typed(client.get(form), channel="Affisch", fyll="what=Fler+vuxna+ute"))
    assert 'value="Fler vuxna ute"' in filled.content.decode()
    assert 'value="Affisch"' in filled.content.decode()


@pytest.mark.row("KOM-5", "LAG-2")
def test_what_the_police_told_their_own_is_no_word_for_others(client, world):
    told = {
        "staff_dialog_what": ("what_dialog", "Nattpatrullen"),
        "citizen_dialog": ("citizen_dialog", "Bänkarna"),
    }
    for key, (name, words) in told.items():
        actions.save_feedback(
            by=world.cast.officer,
            round_=world.round,
            step=world.method[key],
            subject_id=getattr(world, name).pk,
            values={
                "audiences": ["staff"],
                "channel": "APT",
                "text": words,
                "due_on": None,
                "given_on": world.today,
            },
        )
    client.force_login(world.cast.coordinator)
    plan = world.record(telling.PLAN)
    form = reverse("processes:add_row", args=[world.round.pk, "kommunikation", plan.pk, "aktiviteter"])
    page = said(client, form)
    assert "Bänkarna" in page
    assert "Nattpatrullen" not in page


@pytest.mark.slow
@pytest.mark.row("KOM-5")
def test_a_promise_that_is_not_signed_is_no_decided_message(world):
    def sources(world):
        return [message.source for message in decided(world.method, world.facts())]

    assert not any("Löftet" in source for source in sources(world))
    assert any("Löftet" in source for source in sources(sealed_promise("norr")))


@pytest.mark.row("KOM-3")
def test_everybody_as_a_group_is_hinted_at_beside_the_field_and_stops_nothing(client, world):
    world.edit(world.group, name="Alla")
    plan = world.record(telling.PLAN)
    form = reverse(
        "processes:edit_row",
        args=[world.round.pk, "kommunikation", plan.pk, "malgrupper", world.group.pk],
    )
    assert "Ringa in vilka ni vill nå" in said(client, form)
    assert client.post(form, typed(client.get(form))).status_code == 302
    world.edit(world.group, name="Alla i årskurs 9")
    assert "Ringa in vilka ni vill nå" not in said(client, form)


@pytest.mark.row("KOM-9")
def test_before_the_promise_is_signed_the_plan_says_who_takes_part_and_keeps_to_the_policy(world, client):
    def lacks() -> list[str]:
        return world.lacks("KOM-9", "citizen_promise", "sign", world.promise)

    plan = world.record(telling.PLAN)
    url = reverse("processes:edit", args=[world.round.pk, "kommunikation", plan.pk, "syfte"])
    asked = client.get(url).content.decode()
    for who in ("medarbetare", "medborgare", "kommun", "andra lokala aktörer", "kommunikationspolicyn"):
        assert who in asked, who
    assert lacks() == []
    client.post(url, typed(client.get(url), participation="Se ovan", follows_policy="False"))
    assert lacks() == ["syfte.participation: ”Se ovan”", "syfte.follows_policy: ”nej”"]
    client.post(url, typed(client.get(url), participation="Medarbetarna på APT, boende på torgmöten."))
    assert lacks() == ["syfte.follows_policy: ”nej”"]
    world.deviate("communication", plan, ["KOM-9:sign"], "Policyn skrivs om i vår.")
    assert lacks() == []
    world.edit(plan, follows_policy=True)
    assert lacks() == []
