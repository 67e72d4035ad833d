"""What citizens said: nothing is dropped, altered or without a state; personal data are pointed out and masked."""

from __future__ import annotations

import pytest

from dialogs.models import View
from processes import actions
from processes.pages import links
from processes.writing import Refused
from tests.forms import typed
from tests.world import World, sorted_as

pytestmark = pytest.mark.django_db
PHONE = "070-174 06 05"


@pytest.fixture
def world(client):
    world = World()
    world.dialog = world.create("citizen_dialog", title="Torgmöte")
    world.step = world.method["citizen_dialog"]
    world.section = world.step.section("synpunkter")
    client.force_login(world.cast.coordinator)
    return world


def said(world, text="Det är mörkt.", **more):
    return world.add("dialogs.View", world.dialog, text=text, **more)


def at(world, name, *more):
    return links.at(name, world.round.pk, world.step, world.dialog.pk, *more)


@pytest.mark.row("LAG-9")
def test_personal_data_are_pointed_out_before_they_are_saved_and_one_press_more_saves(world, client):
    url = at(world, "add_row", "synpunkter")
    first = client.post(url, typed(client.get(url), text=f"Ring {PHONE}", place="Torget"))
    page = first.content.decode()
    assert first.status_code == 422 and "Texten ser ut att innehålla ett telefonnummer" in page
    assert PHONE in page and not View.objects.exists()  # nothing typed is lost
    assert client.post(url, typed(first, sedd="on")).status_code == 302
    assert View.objects.get().text == f"Ring {PHONE}"
    assert client.post(url, typed(client.get(url), text="Inget särskilt 2027")).status_code == 302


@pytest.mark.row("LAG-9")
def test_personal_data_are_masked_where_views_are_shown(world, client):
    said(world, f"Ring Eva på {PHONE}", place="eva@example.org")
    for url in (at(world, "subject"), f"/processer/{world.round.pk}/synpunkter/"):
        for person in (world.cast.coordinator, world.cast.analyst, world.cast.partner):
            client.force_login(person)
            page = client.get(url).content.decode()
            assert "telefonnummer dolt" in page and PHONE not in page and "eva@example" not in page
    client.force_login(world.cast.coordinator)
    timeline = client.get(f"/processer/{world.round.pk}/tidslinje/").content.decode()
    assert PHONE not in timeline


@pytest.mark.row("LAG-10")
def test_a_view_is_never_taken_away_nor_its_words_altered(world, client):
    view = said(world)
    common = {
        "by": world.cast.coordinator,
        "round_": world.round,
        "step": world.step,
        "section": world.section,
    }
    with pytest.raises(Refused, match="aldrig bort"):
        actions.remove(subject_id=world.dialog.pk, obj=view, **common)
    url = at(world, "remove_row", "synpunkter", view.pk)
    assert client.post(url, {"nyckel": "x"}).status_code == 409
    world.edit(view, text="Något helt annat", place="Torget")
    view.refresh_from_db()
    assert (view.text, view.place) == ("Det är mörkt.", "Torget")


@pytest.mark.row("LAG-10")
def test_that_it_was_routed_out_is_an_act_and_no_choice(world, client):
    view = said(world)
    url = at(world, "edit_row", "synpunkter", view.pk)
    page = client.get(url)
    assert "Lämnad som anmälan" not in page.content.decode()
    assert client.post(url, typed(page, outcome="routed")).status_code == 422
    View.objects.update(outcome="routed")
    page = client.get(url)
    assert client.post(url, typed(page, place="Torget")).status_code == 302
    view.refresh_from_db()
    assert (view.outcome, view.place) == ("routed", "Torget")


@pytest.mark.row("DIA-12")
def test_what_one_view_stands_for_is_sorted_as_it_is(world):
    head, like, other = said(world), said(world, "Becksvart."), said(world, "Bra parkering.")
    View.objects.filter(pk=like.pk).update(merged_under=head)
    world.edit(head, **sorted_as("Torget", "ordinary"))
    like.refresh_from_db()
    other.refresh_from_db()
    assert (like.place, like.outcome, like.theme) == (
        "Torget",
        "ordinary",
        head.__class__.objects.get(pk=head.pk).theme,
    )
    assert like.text == "Becksvart." and other.outcome == ""
    assert like.history.first().history_user == world.cast.officer
    assert like.version == 2
