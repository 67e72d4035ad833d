"""All views that answer to what is asked, sorted in one act: told first how many, and refused when they are others."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dialogs.models import View
from dialogs.said import actions, queries
from processes.writing import Refused
from tests import situations
from tests.forms import typed
from tests.world import sorted_as, word

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def world(client):
    world = situations.new_round()
    world.dialog = world.create("citizen_dialog", title="Torgmöte")
    client.force_login(world.cast.coordinator)
    return world


def put(world, *texts, **more):
    return [world.add("dialogs.View", world.dialog, text=text, **more) for text in texts]


def address(world, till=""):
    url = reverse("dialogs:sort_all_views", args=[world.round.pk])
    return f"{url}?till={till}" if till else url


def confirm(client, url, page):
    return client.post(url, typed(page, valj="1"))


@pytest.mark.row("DIA-12")
def test_all_in_the_choice_are_sorted_in_one_act_and_none_else(world, client, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 2)  # whatever stands on the page
    dark = put(world, *(f"Mörkt {n}" for n in range(5)), place="Torget")
    like, other = put(world, "Becksvart", "Bra parkering")
    routed, _ = put(world, "Jag såg honom vid Torget", "x", place="Torget")
    common = {"by": world.cast.coordinator, "round_": world.round}
    actions.merge(head=dark[0].pk, keys=[like.pk], **common)
    actions.route_out(keys=[routed.pk], route="report", to="114 14", **common)
    world.edit(dark[1], **sorted_as("Torget", "beyond"), outcome_words="Riksdagen.")
    theme, url = word("theme", "Trafik"), address(world, "place=torget%26fore=999999")
    bench = client.get(reverse("dialogs:views", args=[world.round.pk]), {"place": "torget"})
    assert bench.context["whole"] == 6 and "Sortera alla 6 i urvalet" in bench.content.decode()
    asked = client.post(url, typed(bench, theme=theme.pk, outcome="ordinary", rad=other.pk))
    page = asked.content.decode()
    assert asked.status_code == 200 and "Sortera 7 synpunkter" in page and "Plats: torget" in page
    assert [(item["label"], item["value"], item["more"]) for item in asked.context["told"]] == [
        ("Tema", "Trafik", "1 har redan något annat, som byts ut."),
        ("Vad blev det", "Tas i ordinarie arbete", "1 har redan något annat, som byts ut."),
        ("Vad ska den som sa det få veta", "Tas bort", "1 har redan något annat, som byts ut."),
    ]
    assert not View.objects.filter(theme=theme).exists()
    done = confirm(client, url, asked)
    assert done.status_code == 302 and done.url.endswith("?place=torget&fore=999999")
    assert View.objects.filter(theme=theme, outcome="ordinary", outcome_words="").count() == 7
    other.refresh_from_db()
    routed.refresh_from_db()
    assert (other.outcome, routed.outcome, routed.theme) == ("", "routed", None)
    assert like.history.first().history_user == world.cast.coordinator
    assert confirm(client, url, asked).status_code == 302  # pressed twice
    assert View.objects.get(pk=dark[0].pk).version == 2


@pytest.mark.row("DIA-12")
@pytest.mark.parametrize("change", ["sorted", "left", "joined"])
def test_nothing_is_done_when_the_choice_is_other_than_what_was_shown(world, client, change):
    outside, first, second = put(world, "Mörkare", "Mörkt", "Kallt")
    world.edit(outside, **sorted_as("Torget", "ordinary"))
    url = address(world, "unsorted=1")
    asked = client.post(url, {"place": "Torget"})
    assert "Sortera 2 synpunkter" in asked.content.decode()
    if change == "sorted":
        world.edit(first, place="Hamnen")
    elif change == "left":
        world.edit(first, **sorted_as("Hamnen", "ordinary"))
    else:
        world.edit(outside, place="")
    refused = confirm(client, url, asked)
    assert refused.status_code == 409 and "Någon har ändrat synpunkterna" in refused.content.decode()
    second.refresh_from_db()
    assert second.place == ""
    number = {"sorted": 2, "left": 1, "joined": 3}[change]
    assert f"Sortera {'1 synpunkt' if number == 1 else f'{number} synpunkter'}" in refused.content.decode()
    assert confirm(client, url, refused).status_code == 302
    second.refresh_from_db()
    assert second.place == "Torget"


def test_what_came_in_meanwhile_is_no_part_of_it_and_stops_nothing(world, client):
    put(world, "Mörkt")
    asked = client.post(address(world), {"place": "Torget"})
    (late,) = put(world, "Kom in från webben medan någon läste")
    assert confirm(client, address(world), asked).status_code == 302
    late.refresh_from_db()
    assert late.place == "" and View.objects.filter(place="Torget").count() == 1


def test_an_act_on_all_says_what_it_lacks(world, client, monkeypatch):
    (view,) = put(world, "Mörkt")
    for sent, rule in (
        ({}, "Välj vad de ska få"),
        ({"theme": "0"}, "Välj bland det som går att välja"),
        ({"outcome_words": "Riksdagen."}, "Välj också vad det blev"),
    ):
        refused = client.post(address(world), sent)
        assert refused.status_code == 409 and rule in refused.content.decode(), sent
    nobody = client.post(address(world, "q=inget"), {"place": "Torget"})
    assert nobody.status_code == 409 and "Ingen synpunkt svarar mot urvalet" in nobody.content.decode()
    put(world, "Kallt")
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 1)
    refused = confirm(client, address(world), client.post(address(world), {"place": "Torget"}))
    assert refused.status_code == 409 and "högst 1 på en gång" in refused.content.decode()
    client.force_login(world.cast.analyst)
    assert client.post(address(world), {"place": "Torget"}).status_code == 403
    with pytest.raises(Refused, match="Bara"):
        actions.sort_whole(by=world.cast.analyst, round_=world.round, asked={}, values={}, shown="")
    view.refresh_from_db()
    assert view.version == 1
