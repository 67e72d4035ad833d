"""Who was reached, on the dialogue's page and on the joint picture; who lives there, written in or read."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from processes.actions.population import keep_population
from processes.models import AreaPopulation
from processes.reach import AGES, of_round
from processes.writing import Conflict, Refused
from tests import situations
from tests.forms import shown, typed
from tests.world import World

pytestmark = pytest.mark.django_db
LIVES = {
    "ages": {age.key: {"women": 100, "men": 100} for age in AGES},
    "parts": {"Centrum": 300, "Norr": 700},
}


@pytest.fixture
def world(client):
    made = situations.new_round()
    made.dialog = made.create("citizen_dialog", title="Öppet hus i Åby")
    client.force_login(made.cast.officer)
    return made


def lives(world: World, **more) -> AreaPopulation:
    values = {"year": 2025, "source": "SCB", "counts": LIVES, "version": 0} | more
    return keep_population(by=world.cast.officer, round_=world.round, **values)


def held(world: World, **numbers) -> None:
    world.edit(world.dialog, held_on=world.today, reached_total=100)
    world.edit(world.dialog, **{f"reached_{name}": number for name, number in numbers.items()})


def page(client, world: World, key: str, subject=None) -> str:
    slug = world.method[key].slug
    name, more = ("subject", [subject.pk]) if subject else ("step", [])
    return " ".join(
        client.get(reverse(f"processes:{name}", args=[world.round.pk, slug, *more])).content.decode().split()
    )


def url(world: World) -> str:
    return reverse("dialogs:population", args=[world.round.pk])


# --- On the dialogue's page ---


@pytest.mark.row("DIA-18", page="/processer/…/steg/medborgardialog/")
def test_who_was_reached_stands_beside_who_lives_there(world, client):
    assert "Inte skrivet än vilka som kom." in page(client, world, "citizen_dialog", world.dialog)
    lives(world)
    held(world, women=60, men=30)
    world.add("dialogs.ReachedPart", world.dialog, name="centrum", number=20)
    told = page(client, world, "citizen_dialog", world.dialog)
    assert "Kön: 90 av 100 uppgav kön." in told and "Del av området: 20 av 100 uppgav var de bor." in told
    assert "67 %" in told and "50 %" in told and "SCB, 2025" in told
    assert "kvinnor och flickor: av dem som uppgav 67 %, av dem som bor här 50 %" in told.lower()


@pytest.mark.row("FAL-12", page="/processer/…/steg/medborgardialog/")
def test_a_group_too_small_is_nowhere_on_the_page(world, client):
    held(world, women=97, men=3)
    told = page(client, world, "citizen_dialog", world.dialog)
    assert "Kön: 100 av 100 uppgav kön." in told and not re.search(r"\b(97|3 %|97 %)\b", told)
    assert told.count("Visas inte") >= 2 and "Grupper med färre än 5 personer visas inte" in told


@pytest.mark.row("DIA-18")
def test_more_people_than_there_were_are_refused_and_nothing_typed_is_lost(world, client):
    held(world)
    args = [world.round.pk, "medborgardialog", world.dialog.pk, "nadda"]
    form = reverse("processes:edit", args=args)
    answer = client.post(form, typed(client.get(form), reached_women="70", reached_men="40"))
    assert answer.status_code == 422 and shown(answer)["reached_women"] == ["70"]
    assert "Kvinnor och män blir 110 tillsammans, men 100 deltog." in answer.content.decode()
    with pytest.raises(ValidationError):
        world.edit(world.dialog, reached_65_plus=101)


# --- Occasions ---


@pytest.mark.row("DIA-18", page="/processer/…/steg/medborgardialog/")
def test_a_dialogue_held_several_times_is_summed_and_dated_by_itself(world, client):
    for came in (12, 9):
        world.add(
            "dialogs.DialogOccasion", world.dialog, held_on=world.today, venue="Biblioteket", took_part=came
        )
    args = [world.round.pk, "medborgardialog", world.dialog.pk, "genomforande"]
    form = shown(client.get(reverse("processes:edit", args=args)))
    assert (form["held_on"], form["reached_total"]) == ([world.today.isoformat()], ["21"])


def test_each_occasion_has_its_own_notes_and_who_took_them(world, client):
    args = [world.round.pk, "medborgardialog", world.dialog.pk, "tillfallen"]
    url = reverse("processes:add_row", args=args)
    notes = {"minutes": "Många talade om bänken vid parken.", "noted_by": "Fältarna"}
    assert client.post(url, {**typed(client.get(url)), "held_on": "2026-03-04", **notes}).status_code == 302
    saved = world.dialog.occasions.get()
    assert {name: getattr(saved, name) for name in notes} == notes
    told = page(client, world, "citizen_dialog", world.dialog)
    assert all(words in told for words in notes.values())


def test_one_occasion_asks_for_no_row_and_a_planned_day_that_has_come_is_suggested(world, client):
    world.edit(world.dialog, planned_on=world.today)
    args = [world.round.pk, "medborgardialog", world.dialog.pk, "genomforande"]
    assert shown(client.get(reverse("processes:edit", args=args)))["held_on"] == [world.today.isoformat()]
    assert "Dialogen hålls en gång." in page(client, world, "citizen_dialog", world.dialog)


# --- On the joint picture, before focus areas are chosen ---


@pytest.mark.row("FAL-12", page="/processer/…/steg/gemensam-lagesbild/")
def test_the_unheard_stand_before_the_choice_and_as_a_hint_at_it(world, client):
    assert "Ingen medborgardialog är hållen än, så ingen är hörd." in page(client, world, "joint_situation")
    lives(world)
    held(world, under_16=0, **{"16_24": 6}, **{"25_44": 30}, **{"45_64": 30}, **{"65_plus": 34})
    told = page(client, world, "joint_situation")
    assert "Under 16 år: ingen av de 100 som uppgav ålder; de är 20 % av dem som bor här." in told
    assert "<li>16–24 år: 6 % av de 100 som uppgav ålder" in told and "<li>65 år och äldre" not in told
    assert told.index('id="ohorda"') < told.index('id="val"')
    assert "Några är nästan inte hörda" in told and "”Under 16 år”" in told
    step = world.method["joint_situation"]
    assert "unheard" not in {
        gap.code for gap in world.verdict(step.key, "complete", world.record(step.record)).gaps
    }


def test_when_all_are_heard_nothing_is_said_of_anyone(world, client):
    lives(world)
    held(world, **{f"{age.key}": 20 for age in AGES})
    told = page(client, world, "joint_situation")
    assert "Ingen grupp sticker ut" in told and "Några är nästan inte hörda" not in told


def test_a_dialogue_that_counted_nobody_is_named(world, client):
    world.edit(world.dialog, held_on=world.today)
    assert "Antal saknas för: Öppet hus i Åby." in page(client, world, "joint_situation")


# --- Who lives there ---


@pytest.mark.row("FAL-12", page="/processer/…/befolkning/")
def test_a_copied_table_fills_the_form_and_is_saved_by_the_next_press(world, client):
    table = "0-15 år\tkvinnor\t1 250\n16-24 år\tmän\t40"
    read = client.post(url(world), typed(client.get(url(world)), table=table, las="1"))
    assert AreaPopulation.objects.count() == 0
    form = typed(read, source="SCB", parts="Centrum: 3 400")
    assert form["under_16-women"] == ["1250"] and form["table"] == [""]
    assert client.post(url(world), form).status_code == 302
    known = AreaPopulation.objects.get()
    assert known.counts["ages"]["under_16"] == {"women": 1250, "men": 0} and known.counts["parts"] == {
        "Centrum": 3400
    }
    assert (known.history.get().history_user, known.area) == (world.cast.officer, world.round.area)
    assert of_round(world.facts()).population.genders == {"women": 1250, "men": 40}


def test_what_cannot_be_read_is_told_and_stands(world, client):
    answer = client.post(
        url(world), typed(client.get(url(world)), table="10–19 år, män, 4", source="SCB", las="1")
    )
    assert answer.status_code == 422 and "går över gränsen" in answer.content.decode()
    assert (shown(answer)["table"], shown(answer)["source"]) == (["10–19 år, män, 4"], ["SCB"])
    answer = client.post(url(world), typed(client.get(url(world)), parts="Centrum"))
    assert answer.status_code == 422 and "Rad 1: skriv ett namn och ett antal" in answer.content.decode()
    answer = client.post(url(world), typed(client.get(url(world)), **{"25_44-men": "-3"}))
    assert answer.status_code == 422 and AreaPopulation.objects.count() == 0


def test_whoever_comes_second_is_told(world, client):
    form = typed(client.get(url(world)), year="2025")
    lives(world)
    answer = client.post(url(world), form)
    assert answer.status_code == 422 and "Det finns redan siffror för 2025" in answer.content.decode()
    with pytest.raises(Conflict):
        lives(world, version=5)


def test_the_latest_year_counts_and_the_earlier_is_kept(world, client):
    lives(world)
    lives(world, year=2026, counts=LIVES | {"parts": {}})
    assert of_round(world.facts()).population.year == 2026
    assert AreaPopulation.objects.count() == 2 and shown(client.get(url(world)))["year"] == ["2026"]


def test_nobody_but_who_leads_the_round_writes_it_in(world, client):
    client.force_login(world.cast.people["partner"])
    answer = client.get(url(world))
    assert answer.status_code == 403
    assert "Bara kommunpolis eller kommunal samordnare kan skriva in befolkningen." in answer.content.decode()
    with pytest.raises(Refused):
        keep_population(
            by=world.cast.people["partner"], round_=world.round, year=2025, source="", counts={}, version=0
        )
