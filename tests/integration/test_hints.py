"""Hints beside the field and on the step's page: they explain themselves, stop nothing, and can be silenced."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.models import Goal, SilencedHint
from tests.forms import typed
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = pytest.mark.django_db
MOVE = "Säg åt vilket håll det ska gå"
MEASURE = "Säg hur det märks att ni är framme"
VAGUE = "Byt det allmänna ordet mot det som ska ske"
ACT, QUANTITY = "Säg vad någon gör", "Säg hur mycket eller hur ofta"
PLACE, WHEN, OWNER = "Säg var", "Säg när", "Säg vem som gör det"


@pytest.fixture
def world(client) -> World:
    world = new_round()
    client.force_login(world.cast.officer)
    return world


def url(world: World, name: str, part: str, *more: int, step: str = "activity_plan") -> str:
    declared = world.method[step]
    subject = world.facts().one(declared.record)
    return reverse(f"processes:{name}", args=[world.round.pk, declared.slug, subject.id, part, *more])


def page(world: World, step: str = "activity_plan") -> str:
    return reverse("processes:step", args=[world.round.pk, world.method[step].slug])


def shown(client: Client, address: str) -> str:
    return unescape(client.get(address).content.decode())


def asked(client: Client, world: World, part: str, field: str, **values: Any) -> str:
    """The hints that come when the field is left."""
    answer = client.post(url(world, "hints", part), {"falt": field, **values})
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def told(html: str) -> set[str]:
    every = (MOVE, MEASURE, VAGUE, ACT, QUANTITY, PLACE, WHEN, OWNER)
    return {title for title in every if f"<strong>{title}</strong>" in html}


# --- When the field is left ---


@pytest.mark.row("AKT-5")
def test_a_goal_is_told_what_could_be_clearer_and_why_when_the_field_is_left(client, world):
    html = asked(client, world, "mal", "text", text="Verka för trygghet i parken")
    assert told(html) == {VAGUE, MEASURE}
    assert "2 tips för ett tydligare mål" in html and "<details" in html and "open" not in html
    assert "”Verka för”" in html and "går inte att hålla någon vid" in html  # which words, and why
    assert "Fler ska våga gå över torget" in html  # an example
    assert told(asked(client, world, "mal", "text", text="Trygghet i parken")) == {MOVE, MEASURE}
    assert told(asked(client, world, "mal", "text", text="Minska rånen från 17 till 8")) == set()
    assert not Goal.objects.exists()


@pytest.mark.row("AKT-5")
@pytest.mark.parametrize("field", ["target_value", "indicator", "no_number_reason"])
def test_what_stands_in_another_field_is_not_asked_for(client, world, field):
    assert told(asked(client, world, "mal", "text", text="Minska rånen")) == {MEASURE}
    assert told(asked(client, world, "mal", "text", text="Minska rånen", **{field: "8"})) == set()


@pytest.mark.row("FAL-11")
def test_a_promise_line_is_told_whether_it_says_what_how_much_where_and_when(client, world):
    def line(**values: Any) -> set[str]:
        return told(asked(client, world, "aktiviteter", "what", **values))

    assert line(what="Ökad närvaro") == {ACT, QUANTITY, PLACE, WHEN}
    assert line(what="Patrullera till fots") == {QUANTITY, PLACE, WHEN}
    assert line(what="Patrullera till fots", target_kind="per_week", target_value="2", place="Åby") == set()
    assert line(what="Patrullera på Åby torg varje fredag") == set()
    assert VAGUE in line(what="Patrullera i Åby vid behov")
    assert VAGUE not in line(what="Patrullera i Åby vid behov", target_kind="on_demand")


@pytest.mark.row("FAL-11")
def test_a_saved_line_without_anyone_responsible_is_asked_who(client, world):
    activity = world.add("processes.Activity", what="Laga lamporna")
    at_row = url(world, "edit_row", "aktiviteter", activity.pk)
    assert OWNER in told(shown(client, at_row))
    assert OWNER in told(asked(client, world, "aktiviteter", "what", what="Laga lamporna", rad=activity.pk))
    party = world.round.parties.get(organisation=world.municipality)
    world.add("processes.ActivityParty", activity, party=party)
    assert OWNER not in told(shown(client, at_row))


@pytest.mark.row("AKT-5")
def test_a_goal_asks_for_those_who_have_not_said_yes_and_for_somebody_to_help_it():
    world = planned_round()
    client = Client()
    client.force_login(world.cast.officer)
    goal = url(world, "edit_row", "mal", world.goal.pk)
    assert "Fråga dem som ska göra jobbet" not in shown(client, goal)
    world.edit(world.shares[1], hours=900)  # a yes holds as long as what it was given to
    assert "Fråga dem som ska göra jobbet" in shown(client, goal)
    assert "Räcker det ni ska göra" not in shown(client, goal)
    for activity in world.activities:
        world.edit(activity, cause=None, focus_area=None)
    assert "Räcker det ni ska göra" in shown(client, goal)


@pytest.mark.row("FAL-11")
def test_the_promises_own_words_are_read_too():
    world = planned_round()
    client = Client()
    client.force_login(world.cast.officer)
    address = url(world, "hints", "texter", step="citizen_promise")
    answer = client.post(address, {"falt": "follow", "follow": "Vi berättar på webbplatsen varje månad."})
    html = unescape(answer.content.decode())
    assert "Säg vem man kan vända sig till" in html and "Säg var man läser om det" not in html
    answer = client.post(address, {"falt": "introduction", "introduction": "Vi ska verka för trygghet."})
    assert told(unescape(answer.content.decode())) == {VAGUE}


# --- Bounds ---


def test_only_fields_that_can_give_hints_are_answered(client, world):
    for posted in (
        {},
        {"falt": "indicator"},
        {"falt": "text", "rad": "x"},
        {"falt": "text", "rad": "9" * 30},
    ):
        assert client.post(url(world, "hints", "mal"), posted).status_code == 400
    assert client.post(url(world, "hints", "uppfoljning"), {"falt": "note"}).status_code == 404
    assert client.get(url(world, "hints", "mal")).status_code == 405


def test_a_text_too_long_to_be_saved_gives_no_hints(client, world):
    assert told(asked(client, world, "mal", "text", text="Verka för trygghet " * 5_000)) == set()


@pytest.mark.parametrize("toxic", [str(2**63), "\x00", "-1", "NaN", "9" * 400])
def test_toxic_values_beside_the_text_are_left_aside(client, world, toxic):
    fields = ("cause", "target_value", "due_on", "indicator", "kind")
    html = asked(client, world, "mal", "text", text="Verka för trygghet", **dict.fromkeys(fields, toxic))
    assert VAGUE in told(html)


def test_another_rounds_row_tells_nothing(client, world):
    other = World("norr")
    theirs = other.add("processes.Goal", text="Minska stölderna", indicator="Anmälningar")
    assert MEASURE in told(asked(client, world, "mal", "text", text="Minska stölderna", rad=theirs.pk))


def test_hints_are_for_those_who_write_there(world):
    for role, status in (("partner", 200), ("registrar", 403), ("reader", 403)):
        person = Client()
        person.force_login(world.cast.people[role])
        assert person.post(url(world, "hints", "mal"), {"falt": "text"}).status_code == status
    stranger = Client()
    stranger.force_login(World("norr").cast.officer)
    assert stranger.post(url(world, "hints", "mal"), {"falt": "text"}).status_code == 404


def test_as_much_is_asked_of_the_database_for_many_lines_as_for_one(client, world):
    def queries() -> list[int]:
        counts = []
        for ask in (
            lambda: asked(client, world, "aktiviteter", "what", what="Ökad närvaro"),
            lambda: shown(client, page(world)),
        ):
            address = url(world, "hints", "aktiviteter")  # looked up outside the counting
            assert address
            with CaptureQueriesContext(connection) as found:
                ask()
            counts.append(len(found))
        return counts

    world.add("processes.Activity", what="Ökad närvaro")
    queries()
    before = queries()
    for number in range(10):
        world.add("processes.Activity", what=f"Insats {number}")
        world.add("processes.Goal", text="Verka för trygghet")
    assert queries() == before


# --- Gathered on the step's page ---


@pytest.mark.row("AKT-5", page="/processer/…/steg/aktivitetsplan/")
@pytest.mark.row("AKT-5", "FAL-11")
def test_the_steps_page_gathers_hints_by_kind_with_a_way_to_each_field(client, world):
    assert 'id="tips"' not in shown(client, page(world))
    goal = world.add("processes.Goal", text="Verka för trygghet")
    activity = world.add("processes.Activity", what="Jobba för trygghet")
    html = shown(client, page(world))
    assert "Tips: 2 texter kan bli tydligare" in html
    assert {VAGUE, MEASURE, QUANTITY} <= told(html)
    assert html.count(f"<strong>{VAGUE}</strong>") == 1
    for part, row, field in (("mal", goal, "text"), ("aktiviteter", activity, "what")):
        assert f"{url(world, 'edit_row', part, row.pk)}?falt={field}" in html


def test_nobody_is_given_advice_on_what_others_write_or_what_is_done():
    world = planned_round()
    client = Client()
    client.force_login(world.cast.officer)
    assert 'id="tips"' not in shown(client, page(world))  # approved
    world.edit(world.goal, text="Verka för trygghet", indicator="", target_value=None)
    assert 'id="tips"' in shown(client, page(world))
    client.force_login(world.cast.registrar)
    assert 'id="tips"' not in shown(client, page(world))


@pytest.mark.row("FAL-11", page="/processer/…/steg/medborgarlofte/")
@pytest.mark.row("FAL-11", "LOF-4")
def test_the_promise_shows_the_hints_of_the_lines_it_carries():
    world = planned_round()
    client = Client()
    client.force_login(world.cast.officer)
    promise = reverse(
        "processes:subject", args=[world.round.pk, world.method["citizen_promise"].slug, world.promise.pk]
    )
    for number in range(12):
        world.add("processes.Activity", what=f"Ökad närvaro {number}", cause=world.cause)
    html = shown(client, promise)
    assert ACT in told(html)
    assert "Få löften är lättare att hålla" in html
    assert "och 4 till" in html


@pytest.mark.row("AKT-5", "FAL-11")
def test_hints_stop_nothing(world):
    plan = world.record("processes.ActivityPlan")
    goal = world.add("processes.Goal", text="Minska rånen på torget från 17 till 8 under 2027")
    activity = world.add("processes.Activity", what="Polisen patrullerar torget varje fredag")
    before = [world.codes("activity_plan", gate, plan) for gate in ("complete", "approve")]
    world.edit(goal, text="Verka för trygghet")
    world.edit(activity, what="Närvaro")
    assert [world.codes("activity_plan", gate, plan) for gate in ("complete", "approve")] == before
    assert not {"AKT-5", "FAL-11", "LOF-4"} & {c.code for step in world.method for c in step.criteria}


# --- Silenced and had back ---


def silence(client: Client, world: World, name: str, *codes: str, **headers: str) -> Any:
    address = f"{reverse(f'processes:{name}_hints')}?path={page(world)}"
    return client.post(address, {"tips": codes}, **headers)


@pytest.mark.row("AKT-5", "FAL-11")
def test_a_kind_of_hint_is_silenced_for_one_person_and_had_back(client, world):
    goal = world.add("processes.Goal", text="Verka för trygghet")
    form = url(world, "edit_row", "mal", goal.pk)
    assert {VAGUE, MEASURE} <= told(shown(client, form))

    answer = silence(client, world, "silence", "vague")
    assert answer.status_code == 302 and answer.url == f"{page(world)}#tips"
    assert told(shown(client, form)) == {MEASURE}
    assert "1 tyst tips – visa igen" in shown(client, form)
    panel = shown(client, page(world))
    assert VAGUE not in told(panel)
    assert "Tysta tips" in panel and VAGUE in panel.partition("Tysta tips</h3>")[2]

    coordinator = Client()
    coordinator.force_login(world.cast.coordinator)
    assert VAGUE in told(shown(coordinator, form))

    silence(client, world, "silence", "vague", "measure")  # once more is no harm
    assert "2 tysta tips – visa igen" in shown(client, form)
    silence(client, world, "restore", "vague", "measure")
    assert {VAGUE, MEASURE} <= told(shown(client, form))
    assert not SilencedHint.objects.exists()


def test_a_script_is_answered_without_a_page(client, world):
    assert silence(client, world, "silence", "due", HTTP_X_FRAGMENT="1").status_code == 204
    assert "Tipset visas inte mer" not in shown(client, page(world))


@pytest.mark.parametrize("posted", [{}, {"tips": "unknown"}, {"tips": ["vague", "\x00"]}])
def test_only_hints_that_there_are_can_be_silenced(client, world, posted):
    for name in ("silence", "restore"):
        address = f"{reverse(f'processes:{name}_hints')}?path={page(world)}"
        assert client.post(address, posted).status_code == 400
        assert client.get(address).status_code == 405
        assert client.post(reverse(f"processes:{name}_hints"), {"tips": "vague"}).status_code == 400
        elsewhere = f"{reverse(f'processes:{name}_hints')}?path=//evil.example/"
        assert client.post(elsewhere, {"tips": "vague"}).status_code == 400
    assert not SilencedHint.objects.exists()


def test_the_form_saves_as_before(client, world):
    """The buttons beside a field never become the form's own button."""
    address = url(world, "add_row", "mal")
    html = client.get(address)
    saved = client.post(address, typed(html, text="Verka för trygghet", due_on=date(2027, 1, 1)))
    assert saved.status_code == 302 and Goal.objects.get().text == "Verka för trygghet"
    field = shown(client, url(world, "edit_row", "mal", Goal.objects.get().pk))
    buttons = [part.partition(">")[0] for part in field.partition("data-once")[2].split("<button")[1:]]
    first = next(button for button in buttons if 'type="button"' not in button)
    assert "btn-primary" in first
