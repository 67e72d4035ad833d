"""The beginning of the cooperation: parties at a glance, the year wheel, and the first part of the agreement."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.forms import typed
from tests.situations import planned_round
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    return world


def said(client: Any, world: World, key: str = "collaboration") -> str:
    url = reverse("processes:step", args=[world.round.pk, world.method[key].slug])
    return " ".join(client.get(url).content.decode().split())


def calendar(world: World, **fields: Any) -> Any:
    return world.add("processes.PartyDate", party=world.parties["municipality"], **fields)


@pytest.mark.row("SAM-1", "SAM-4", "SAM-5", "SAM-7")
def test_each_party_shows_its_decision_coordinator_time_and_support(client, world):
    page = said(client, world)
    for party in world.parties.values():
        assert party.organisation.name in page
    assert page.count("Har sagt ja") == len(world.parties)
    assert "Tjugo timmar i månaden" in page and "fältgruppen genomför" in page
    world.edit(world.parties["partner"], decided_on=None, resources="")
    page = said(client, world)
    assert "Beslut saknas" in page
    assert f'Skriv<span class="visually-hidden"> tid och resurser för {world.partner_org}</span>' in page


@pytest.mark.row("SAM-3")
def test_the_wheel_draws_each_partys_days_and_the_rounds_own_with_their_table(client, world):
    calendar(world, kind="meeting", on=world.round.period_start - timedelta(days=20), what="Kommunstyrelsen")
    page = said(client, world)
    assert '<title id="arshjul-t">Årshjul</title>' in page
    for words in (
        "Kommunstyrelsen",
        "Arbetet börjar",
        "Resursbehovet är känt",
        "Perioden börjar",
        "Perioden slutar",
        "Medborgardialog: ",
        "Behovet är känt till dess",
    ):
        assert words in page, words


@pytest.mark.row("SAM-3")
def test_a_budget_that_is_decided_before_the_need_is_known_is_warned_of_and_asked_at_the_gate(client, world):
    assert "SAM-3" not in world.codes("collaboration", "complete", world.collaboration)
    world.edit(world.collaboration, needs_known_on=world.budget.on + timedelta(days=1))
    page = said(client, world)
    assert f"{world.municipality} beslutar sin budget" in page
    assert "Behovet hinner inte bli känt" in page
    assert "SAM-3" in world.codes("collaboration", "complete", world.collaboration)


@pytest.mark.row("SAM-3")
def test_a_step_that_was_not_ready_for_its_meeting_is_said(client, world):
    past = world.today - timedelta(days=1)
    calendar(world, kind="meeting", on=past, step="follow_up")
    calendar(world, kind="plan", on=past)  # the activities are done in this round
    calendar(world, kind="meeting", on=world.today + timedelta(days=5), step="follow_up")
    page = said(client, world)
    assert "Uppföljning hann inte bli klart till" in page
    assert "Aktivitetsplanering: klart" in page
    assert "Uppföljning ska vara klart om 5 dagar" in page


@pytest.mark.row("SAM-3")
def test_a_party_without_any_meeting_before_the_period_begins_is_pointed_out(client, world):
    calendar(world, kind="meeting", on=world.round.period_start + timedelta(days=9))
    assert f"{world.municipality} har inget möte i kalendern innan perioden börjar" in said(client, world)


@pytest.mark.row("SAM-3")
def test_the_form_offers_the_next_party_without_a_budget_decision(client, world):
    begun = World("norr")
    client.force_login(begun.cast.officer)
    work = begun.record("processes.Collaboration")
    form = reverse("processes:add_row", args=[begun.round.pk, "initiera-samverkan", work.pk, "kalender"])
    first = typed(client.get(form))
    assert first["kind"] == ["budget"]
    assert client.post(form, {**first, "on": str(begun.today)}).status_code == 302
    assert typed(client.get(form))["party"] != first["party"]


@pytest.mark.row("SAM-10", "OVE-1")
def test_the_first_part_is_written_here_and_read_in_the_agreement(client, world):
    agreement = world.record("agreements.CollaborationAgreement")
    world.edit(world.collaboration, agreement_purpose="Ett torg för alla tider på dygnet.")
    here = said(client, world)
    assert "Läs första delen som den står i överenskommelsen" in here
    url = reverse("processes:subject", args=[world.round.pk, "samverkansoverenskommelse", agreement.pk])
    there = " ".join(client.get(url).content.decode().split())
    for words in ("Ett torg för alla tider på dygnet.", "Chefen, Anna Ek", "Bo Al, Chef"):
        assert words in here and words in there, words
