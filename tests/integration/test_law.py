"""What the records yield for the municipality under lag (2023:196), and what they keep from it."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dialogs.models import Proposal
from processes.models import (
    Activity,
    FocusArea,
    IntelligenceReference,
    Organisation,
    Party,
    Problem,
    SituationVersion,
)
from tests import pdfs, verapdf
from tests.examples import collaboration
from tests.situations import new_round, planned_round, published_promise
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-1")]
BIRD = "Kanariefågel"
PAPERS = ("lagesbild", "atgardsplan", "rapport")


@pytest.fixture
def world():
    return planned_round()


def address(world: World, document: str = "", form: str = "") -> str:
    name = f"portal:law{'_pdf' if form else '_paper' if document else ''}"
    return reverse(name, args=[world.round.pk, *filter(None, [document])])


def asked(client: Any, world: World, who: str = "coordinator", **more: str) -> Any:
    client.force_login(world.cast.people[who])
    return client.get(address(world, **more))


def duties(client: Any, world: World, who: str = "coordinator") -> dict[str, dict[str, Any]]:
    answer = asked(client, world, who)
    assert answer.status_code == 200
    return {duty["paragraph"]: duty for duty in answer.context["duties"]}


def paper(client: Any, world: World, document: str, who: str = "coordinator") -> str:
    answer = asked(client, world, who, document=document)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def decided(world: World, days: int = 0) -> None:
    """The municipal board has decided the plan, so many days ago."""
    world.edit(
        world.activity_plan,
        decided_by_body="kommunstyrelsen",
        decided_on=world.today - timedelta(days=days),
    )


# --- The page ---


def test_every_paragraph_is_listed_and_tells_what_there_is(world, client):
    decided(world)
    world.edit(world.steering, party=world.parties["municipality"])
    found = duties(client, world)
    assert list(found) == ["4 §", "5 §", "6 §", "9 §", "10 §", "11–12 §§", "13 §"]
    assert {key: duty["status_label"] for key, duty in found.items()} == dict.fromkeys(found, "Finns")
    assert any("kommunstyrelsen" in line for line in found["5 §"]["there"])
    assert "Syfte: Ett tryggare centrum, tillsammans med dem som bor och verkar där." in found["9 §"]["there"]
    assert "Områden: Tryggt torg på kvällen." in found["9 §"]["there"]
    assert f"Bo Al, Chef, {world.municipality}." in found["10 §"]["there"]
    assert world.cast.coordinator.email in found["11–12 §§"]["there"][0]


def test_in_a_round_just_begun_all_is_lacking_and_each_lack_says_who_mends_it_where(client):
    world = new_round()
    found = duties(client, world)
    assert {key for key, duty in found.items() if duty["status_label"] == "Saknas"} == set(found) - {"13 §"}
    lacks = [lack for duty in found.values() for lack in duty["lacks"]]
    assert len(lacks) >= 8
    for lack in lacks:
        assert lack["who"]
        if lack["url"]:
            assert client.get(lack["url"]).status_code == 200, lack


@pytest.mark.parametrize(
    ("spoil", "paragraph", "said"),
    [
        (lambda w: w.edit(w.problem, municipality_view=""), "4 §", "Kommunens bild saknas"),
        (lambda w: w.edit(w.analysis, consequences=""), "4 §", "Följderna är inte beskrivna"),
        (lambda w: w.edit(w.activity_plan, decided_by_body=""), "5 §", "vilken nämnd"),
        (lambda w: w.edit(w.activity_plan, decided_on=None), "5 §", "när planen beslutades"),
        (lambda w: w.edit(w.collaboration, agreement_purpose=""), "9 §", "Syftet med samverkan saknas"),
        (lambda w: w.edit(w.steering, party=None), "10 §", "kommunens ledning"),
        (lambda w: w.edit(w.steering, title=""), "10 §", "Titel saknas"),
        (lambda w: w.edit(w.parties["municipality"], coordinator=None), "11–12 §§", "ingen samordnare"),
    ],
)
def test_what_is_taken_away_is_said_to_be_lacking(world, client, spoil, paragraph, said):
    decided(world)
    world.edit(world.steering, party=world.parties["municipality"])
    before = duties(client, world)[paragraph]
    assert before["lacks"] == []
    spoil(world)
    lacks = duties(client, world)[paragraph]["lacks"]
    assert len(lacks) == 1 and said in lacks[0]["text"]
    mend = client.get(lacks[0]["url"])
    assert mend.status_code == 200


def test_the_clock_is_shown_and_flagged_on_page_and_paper_when_its_time_is_out(world, client):
    decided(world, days=800)
    page = asked(client, world)
    (late,) = page.context["late"]
    assert late.startswith("Åtgärdsplanen: Skulle ha varit uppföljd senast")
    assert "Tiden har gått ut" in paper(client, world, "atgardsplan")
    assert "Tiden har gått ut" in paper(client, world, "rapport")
    decided(world, days=700)
    assert asked(client, world).context["late"] == []
    assert "Ska vara uppföljd senast" in paper(client, world, "atgardsplan")


# --- Who ---


@pytest.mark.parametrize("who", ["officer", "coordinator", "representative"])
def test_those_who_lead_and_the_municipality_read_it(world, client, who):
    assert asked(client, world, who).status_code == 200
    overview = client.get(reverse("processes:overview", args=[world.round.pk])).content.decode()
    assert address(world) in overview


@pytest.mark.parametrize("who", ["chief", "employee", "partner", "communicator", "reader"])
def test_others_are_refused_with_the_reason_and_are_not_led_there(world, client, who):
    for document in ("", "lagesbild"):
        answer = asked(client, world, who, document=document)
        assert answer.status_code == 403
        assert "kommunens representant" in answer.content.decode()
    overview = client.get(reverse("processes:overview", args=[world.round.pk])).content.decode()
    assert address(world) not in overview


def test_a_stranger_and_a_round_without_a_municipality_find_nothing(world, client):
    other = World("bro")
    assert asked(client, world).status_code == 200
    client.force_login(other.cast.coordinator)
    assert client.get(address(world)).status_code == 404
    alone = World("sund", municipality=False)
    assert asked(client, alone, "officer").status_code == 404
    assert asked(client, world, document="okand").status_code == 404


# --- The papers ---


def test_the_picture_has_its_three_parts_from_the_approved_version_and_the_joint_work(world, client):
    said = paper(client, world, "lagesbild")
    parts = [
        "Kartläggning av brotten, deras omfattning och följder",
        "Bråk och droger på torget",
        "Unga rånas på väg hem",
        "Anmälda rån",
        "Rån och skador; boende går omvägar",
        "Annan information",
        "Fritidsgården stänger nio och belysningen är svag.",
        "Man går omvägar. Ingen vuxen syns.",
        "Föreningarna vill nattvandra",
        "Trygghetsmätningen",
        "Analys",
        "Det vi tar oss an",
        "Ingen vuxen finns på plats efter klockan nio – Kommunen och fastighetsägaren",
        "Om underlaget",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places and places == sorted(places)
    assert "Saknas" not in said and "Utkast" not in said
    assert "Ska vara uppdaterad senast" in said


def test_what_the_picture_lacks_is_said_where_it_is_lacking_with_who(client):
    world = new_round()
    said = paper(client, world, "lagesbild")
    assert said.count("Saknas") == 3
    assert "Utkast – inte godkänt av kommunen" in said
    assert "Polisen har inte godkänt sin lokala lägesbild. Kan läggas till av lokalpolisområdeschef." in said
    assert (
        "Ingen medborgardialog är hållen. Kan läggas till av kommunpolis eller kommunal samordnare." in said
    )


def test_the_plan_holds_what_the_municipality_takes_part_in_and_no_hours(world, client):
    world.edit(world.shares[0], hours=987)
    world.edit(world.shares[1], hours=654)
    said = paper(client, world, "atgardsplan")
    assert "Fritidsgården håller öppet till klockan 23 på fredagar" in said
    assert "Rånen vid hållplatsen minskar" in said
    assert "Polisen patrullerar" not in said and "Fastighetsägaren lyser" not in said
    assert "654" not in said and "987" not in said
    assert "Förslag – inte beslutad" in said
    decided(world)
    said = paper(client, world, "atgardsplan")
    assert "Beslutad av kommunstyrelsen" in said and "Förslag" not in said


def test_a_measure_that_is_joined_is_in_the_plan_with_all_who_do_it(world, client):
    world.add("processes.ActivityParty", world.activities[0], party=world.parties["municipality"])
    said = paper(client, world, "atgardsplan")
    assert "Polisen patrullerar torget till fots" in said
    assert f"Polismyndigheten och {world.municipality}" in said


def test_the_report_tells_what_was_decided_what_is_done_and_what_comes_next(client):
    world = published_promise()
    decided(world)
    world.add(
        "agreements.ActivityLog",
        activity=world.activities[1],
        done_on=world.today,
        by_party=world.parties["municipality"],
    )
    said = paper(client, world, "rapport")
    parts = [
        "Rapport till kommunfullmäktige",
        "Det här är beslutat",
        "Det här är gjort",
        "Fritidsgården håller öppet",
        "Det här kommer härnäst",
        "åtgärdsplanen ska vara uppföljd (6 §)",
    ]
    places = [said.find(part) for part in parts]
    assert -1 not in places and places == sorted(places)
    for decision in (
        "Gemensam lägesbild och fokusområden godkändes.",
        "Åtgärdsplanen beslutades av kommunstyrelsen.",
        "skrevs under av alla parter.",
        "publicerades.",
    ):
        assert decision in said
    assert "Polisen patrullerar" not in said


def test_a_municipality_reads_of_its_own_measures_and_the_police_of_all(world, client):
    other = Organisation.objects.create(name="Andra kommun", kind="municipality")
    party = Party.objects.create(process=world.round, organisation=other)
    activity = world.add("processes.Activity", what="Andra kommunens åtgärd", cause=world.cause)
    world.add("processes.ActivityParty", activity, party=party)
    own, both = (paper(client, world, "atgardsplan", who) for who in ("coordinator", "officer"))
    assert "Andra kommunens åtgärd" in both and "Fritidsgården" in both
    assert "Andra kommun" not in own


# --- What the police keep to themselves ---


@pytest.mark.row("LAG-2", "LOK-5")
def test_nothing_of_the_polices_own_ground_is_heard_in_page_or_papers(world, client):
    """Working copy, staff dialogues, intelligence: also what the version holds of what the staff said."""
    world.edit(world.entries["problem"], title=f"{BIRD} ett", text=f"{BIRD} två")
    world.edit(world.series, name=f"{BIRD} tre")
    world.edit(world.source, name=f"{BIRD} fyra")
    for proposal in world.facts().rows("dialogs.Proposal"):
        obj = Proposal.objects.get(pk=proposal.id)
        world.edit(obj, text=f"{BIRD} fem")
    IntelligenceReference.objects.create(
        situation=world.round.local_situation, what=f"{BIRD} sex", keeper=BIRD
    )
    assert "Nattarbetarna" in SituationVersion.objects.get().content["staff_result"]
    for who in ("coordinator", "representative", "officer"):
        assert BIRD not in asked(client, world, who).content.decode()
        for document in PAPERS:
            said = paper(client, world, document, who)
            assert BIRD not in said
            assert "Nattarbetarna" not in said


@pytest.mark.row("LAG-2")
def test_a_version_that_is_not_pinned_is_not_in_the_municipalitys_picture(world, client):
    assert "Bråk och droger på torget" in paper(client, world, "lagesbild")
    type(world.joint).objects.filter(pk=world.joint.pk).update(situation_version=None)
    said = paper(client, world, "lagesbild")
    assert "Bråk och droger på torget" not in said
    assert "Polisens godkända lägesbild följer med när den gemensamma lägesbilden klarmarkeras." in said


# --- Bounded, and open to all ---


def test_page_and_papers_ask_as_much_of_one_row_as_of_many(world, client):
    def count() -> list[int]:
        found = []
        for document in ("", *PAPERS):
            with CaptureQueriesContext(connection) as queries:
                assert asked_again(document).status_code == 200
            found.append(len(queries))
        return found

    def asked_again(document: str) -> Any:
        return client.get(address(world, document))

    client.force_login(world.cast.coordinator)
    with time_machine.travel(timezone.now(), tick=False):
        client.get("/")
        before = count()
        for model in (Problem, FocusArea, Activity):
            row = model.objects.filter(process=world.round).first()
            for _ in range(15):
                other = copy.copy(row)
                other.pk, other._state = None, copy.copy(row._state)
                other._state.adding, other._round_id = True, world.round.pk
                other.save()
        assert count() == before
    assert max(before) <= 10


@pytest.mark.pdf
@pytest.mark.row("LAG-5")
@pytest.mark.parametrize("document", PAPERS)
def test_each_paper_is_a_file_that_can_be_kept_and_is_open_to_all(world, client, document):
    decided(world)
    answer = asked(client, world, document=document, form="pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert pdfs.structure_problems(answer.content) == []
    if document == "lagesbild":  # drawings, tables and lists within lists: what the others have, and more
        assert verapdf.complaints(answer.content, "ua1") == []
        assert verapdf.complaints(answer.content, "3a") == []


def test_a_text_that_cannot_be_printed_is_refused_with_the_reason(world, client):
    world.edit(world.problem, municipality_view="Bra 😀")
    answer = asked(client, world, document="lagesbild", form="pdf")
    assert answer.status_code == 409
    assert "😀" in answer.content.decode()


def test_a_round_with_only_the_collaboration_begun_has_a_council(client):
    world = new_round()
    collaboration.fill(world)
    world.edit(world.steering, party=world.parties["municipality"])
    assert duties(client, world)["10 §"]["status_label"] == "Finns"
