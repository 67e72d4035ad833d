"""The beginning of the cooperation: parties at a glance, the year wheel, and the first part of the agreement."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from processes.models import PartyDate, SteeringMember
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
def test_each_party_has_a_budget_decision_of_its_own_or_a_common_one(world):
    def gaps() -> list[str]:
        found = world.verdict("collaboration", "complete", world.collaboration).gaps
        return [gap.finding.current for gap in found if gap.code == "SAM-3"]

    dates = {row.party.organisation.kind: row for row in PartyDate.objects.filter(process=world.round)}
    assert gaps() == [] and set(dates) == {"police", "municipality", "partner"}
    world.remove(dates["partner"])
    world.edit(dates["police"], on=None)
    assert gaps() == [f"inget budgetbeslut angivet för {world.police}, {world.partner_org}"]
    world.edit(dates["police"], on=world.today + timedelta(days=90), party=None)  # for all of them
    assert gaps() == []


@pytest.mark.row("SAM-3")
@pytest.mark.parametrize("kind", ["plan", "meeting"])
def test_other_decisions_that_do_not_fit_are_asked_for_at_the_gate_too(client, world, kind):
    needs, start = world.collaboration.needs_known_on, world.round.period_start
    day = timedelta(days=1)
    wrong, right = (needs - day, needs) if kind == "plan" else (start, start - day)
    found = calendar(world, kind=kind, on=wrong)
    assert "SAM-3" in world.codes("collaboration", "complete", world.collaboration)
    if kind == "plan":
        assert f"{world.municipality} beslutar sin verksamhetsplan" in said(client, world)
    world.edit(found, on=right)
    assert "SAM-3" not in world.codes("collaboration", "complete", world.collaboration)


@pytest.mark.row("SAM-7")
def test_the_polices_coordinator_is_the_community_officer_of_the_area_without_anyone_saying_so(world):
    begun = World("norr")
    police = begun.round.parties.get(organisation=begun.police)
    assert police.coordinator == begun.cast.officer  # known from the start
    world.edit(world.parties["police"], coordinator=world.cast.analyst)
    (gap,) = [
        gap
        for gap in world.verdict("collaboration", "complete", world.collaboration).gaps
        if gap.code == "SAM-7"
    ]
    assert gap.finding.current == "den som står där är inte kommunpolis i området"
    world.edit(world.parties["police"], coordinator=begun.cast.officer)  # of another area
    assert "SAM-7" in world.codes("collaboration", "complete", world.collaboration)
    world.edit(world.parties["police"], coordinator=world.cast.officer)
    role = world.cast.officer.memberships.get()
    for until, misses in ((-1, True), (0, False), (9, False)):
        role.valid_until = world.today + timedelta(days=until)
        role.save()
        assert ("SAM-7" in world.codes("collaboration", "complete", world.collaboration)) == misses


@pytest.mark.row("SAM-3")
def test_a_step_that_was_not_ready_for_its_meeting_is_said(client, world):
    past = world.today - timedelta(days=1)
    world.edit(world.collaboration, needs_known_on=past)
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


@pytest.mark.row("SAM-10", page="/processer/…/steg/initiera-samverkan/")
@pytest.mark.row("OVE-1")
def test_the_first_part_is_written_here_and_read_in_the_agreement(client, world):
    agreement = world.record("agreements.CollaborationAgreement")
    world.edit(world.collaboration, agreement_purpose="Ett torg för alla tider på dygnet.")
    here = said(client, world)
    assert "Läs första delen som den står i överenskommelsen" in here
    url = reverse("processes:subject", args=[world.round.pk, "samverkansoverenskommelse", agreement.pk])
    there = " ".join(client.get(url).content.decode().split())
    for words in ("Ett torg för alla tider på dygnet.", "Chefen, Anna Ek", "Bo Al, Chef"):
        assert words in here and words in there, words


# --- Who steers, who supports, what is begun, where it is anchored ---


def lacks(world: World, code: str) -> list[str]:
    return world.lacks(code, "collaboration", "complete", world.collaboration)


@pytest.mark.row("SAM-6")
def test_the_steering_group_has_members_and_not_of_one_party_alone(client, world):
    assert lacks(world, "SAM-6") == []
    world.remove(world.steering)
    assert lacks(world, "SAM-6") == ["styrgrupp: 1 av 2"]
    assert "Det finns en styrgrupp för gemensam styrning och uppföljning." in said(client, world)
    (chief,) = SteeringMember.objects.filter(process=world.round)
    world.edit(chief, party=world.parties["police"])
    other = world.add("processes.SteeringMember", name="Dag Eng", party=world.parties["police"])
    assert lacks(world, "SAM-6") == ["styrgrupp.party: alla är från Polismyndigheten"]
    world.edit(other, party=world.parties["municipality"])
    assert lacks(world, "SAM-6") == []
    assert "Dag Eng" in said(client, world)


@pytest.mark.row("SAM-8")
def test_a_support_team_is_named_or_its_absence_explained(client, world):
    world.remove(world.support)
    assert lacks(world, "SAM-8") == ["stod: inget angivet"]
    world.add("processes.SupportMember", name="…", competence="…")
    assert lacks(world, "SAM-8") == ["stod: inget angivet"], "dots are nobody"
    world.deviate("collaboration", world.collaboration, ["SAM-8:complete"], "Ingen controller finns i år.")
    assert lacks(world, "SAM-8") == [] and "Ingen controller finns i år." in said(client, world)
    world.add("processes.SupportMember", name="Eva Hed", competence="Lokal underrättelsesamordnare")
    assert "Lokal underrättelsesamordnare" in said(client, world)


@pytest.mark.row("SAM-8")
def test_a_support_team_of_one_is_a_beginning(world):
    world.remove(world.support)
    world.add("processes.SupportMember", name="Eva Hed", competence="Kommunikatör")
    assert lacks(world, "SAM-8") == []


@pytest.mark.row("SAM-9")
def test_the_plan_for_what_is_told_together_is_begun_with_a_purpose_or_a_day(world):
    assert lacks(world, "SAM-9") == []
    for line in world.lines:
        world.edit(line, planned_on=None)
    assert lacks(world, "SAM-9") == [], "why it is told is a beginning"
    world.edit(world.plan, purpose="kommer senare")
    assert lacks(world, "SAM-9") == ["syfte.purpose: inget angivet"]
    (gap,) = [
        g for g in world.verdict("collaboration", "complete", world.collaboration).gaps if g.code == "SAM-9"
    ]
    assert (gap.step.key, gap.strength) == ("communication", "S")
    world.edit(world.lines[0], planned_on=world.today)
    assert lacks(world, "SAM-9") == [], "something to tell on a day is a beginning"


@pytest.mark.row("SAM-11")
def test_it_is_told_with_whom_where_and_when_the_work_was_anchored(client, world):
    url = reverse(
        "processes:edit", args=[world.round.pk, "initiera-samverkan", world.collaboration.pk, "ramar"]
    )
    form = client.get(url)
    for asked in ("politiskt eller strategiskt", "Med vem", "i vilket forum", "när"):
        assert asked in form.content.decode(), asked
    for nothing in ("", "Se bilaga."):
        client.post(url, typed(client.get(url), anchored=nothing, reason="Rättat"))
        assert [at.partition(":")[0] for at in lacks(world, "SAM-11")] == ["ramar.anchored"], nothing
    told = "Kommunstyrelsen, på sammanträdet den 3 februari."
    client.post(url, typed(client.get(url), anchored=told, reason="Rättat"))
    assert lacks(world, "SAM-11") == [] and told in said(client, world)


@pytest.mark.row("SAM-11")
def test_minutes_with_a_summary_tell_where_it_was_anchored(world, client):
    world.edit(world.collaboration, anchored="")
    url = reverse("processes:attach", args=[world.round.pk, "initiera-samverkan", world.collaboration.pk])
    sent = {"title": "Protokoll", "link": "https://aby.example/protokoll", "anchor": "ramar.anchored"}
    client.post(url, sent)
    assert lacks(world, "SAM-11") == ["ramar.anchored: inget angivet"]
    client.post(url, sent | {"summary": "Kommunstyrelsen ställde sig bakom arbetet i februari."})
    assert lacks(world, "SAM-11") == []
