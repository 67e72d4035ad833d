"""The communication plan to take along, the activities in it, and what communicators need (BIL-3, 4, 5)."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from tests import pdfs, verapdf
from tests.examples.communication import word
from tests.integration.test_plan_papers import rows
from tests.situations import new_round, publish, registered_promise, sealed_promise
from tests.world import World

pytestmark = pytest.mark.django_db
NOT_PUBLISHED = "Arbetsmaterial – publiceras inte"


def fetched(
    client: Any, world: World, document: str, form: str = "", who: str = "officer", key: str = "communication"
) -> Any:
    step = world.method[key]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, document]
    client.force_login(world.cast.people[who])
    name = "processes:download" if form else "processes:document"
    answer = client.get(reverse(name, args=[*args, *filter(None, [form])]))
    assert answer.status_code == 200
    return answer


def page(client: Any, world: World, document: str, who: str = "officer") -> str:
    return " ".join(fetched(client, world, document, who=who).content.decode().split())


@pytest.mark.row("BIL-3", "KOM-1", "KOM-7", page="/processer/…/steg/kommunikation/")
def test_the_plan_has_its_eight_steps_in_order_and_is_not_published(world, client):
    world.edit(world.plan, packaging="Karta över torget.", carrying_out="Avstämning på måndagar.")
    world.edit(world.group, know="Att torget är bemannat.", do="Gå över torget.")
    said = page(client, world, "kommunikationsplan")
    places = [
        said.find(f"<h2>{number}. {title}</h2>")
        for number, title in enumerate(
            (
                "Syfte",
                "Målgrupp",
                "Kommunikationsmål",
                "Budskap",
                "Aktivitetsplan",
                "Paketera och presentera",
                "Genomförande",
                "Följ upp och utvärdera",
            ),
            1,
        )
    ]
    assert -1 not in places and places == sorted(places)
    for words in (
        NOT_PUBLISHED,
        "förvaras hos parterna och publiceras inte",
        world.plan.purpose,
        world.plan.message,
        "Karta över torget.",
        "Avstämning på måndagar.",
        "Att torget är bemannat.",
        "Förstå",
        world.cast.officer.name,
        world.cast.coordinator.name,
    ):
        assert words in said, words


@pytest.mark.row("BIL-4", "KOM-2", page="/processer/…/steg/kommunikation/")
def test_the_activities_say_group_channel_time_order_responsible_state_and_follow_up(world, client):
    world.edit(
        world.launch,
        position=1,
        level=word("Göra något"),
        channel="Anslagstavlan",
        responsible="Cia Asp",
        planned_on=world.today - timedelta(days=3),
    )
    said = page(client, world, "aktivitetsplan-kommunikation")
    for words in (
        NOT_PUBLISHED,
        "<strong>Skulle ha varit gjort</strong>",
        "Läge: skulle ha varit gjord",
        "Ordning: 1",
        "Boende runt torget",
        "Mål: Göra något",
        "Anslagstavlan",
        "Cia Asp",
        "Fråga några ur målgruppen",
    ):
        assert words in said, words


@pytest.mark.row("BIL-3", "BIL-4")
def test_the_workbook_has_a_row_for_each_activity_group_and_step(world, client):
    world.edit(world.launch, done_on=world.today, evaluation="Sju av tio hade hört.", position=1)
    made = openpyxl.load_workbook(
        io.BytesIO(fetched(client, world, "kommunikation-kalkylblad", "xlsx").content)
    )
    assert made.sheetnames == ["Kommunikation", "Målgrupper", "Planen"]
    found = {row["Tillfälle"]: row for row in rows(made["Kommunikation"])}
    assert set(found) == {"När löftet ges", "Halvvägs", "Om något ändras", "När resultatet finns"}
    launch = found["När löftet ges"]
    assert (launch["Läge"], launch["Så gick det"]) == ("Gjord och uppföljd", "Sju av tio hade hört.")
    assert (launch["Ordning"], launch["Steg"]) == (1, "Medborgarlöfte")
    assert isinstance(launch["Genomförd"], datetime)
    (group,) = rows(made["Målgrupper"])
    assert (group["Målgrupp"], group["Så långt"]) == ("Boende runt torget", "Förstå")
    assert {row["Planeringssteg"] for row in rows(made["Planen"])} >= {"Syfte", "Budskap", "Genomförande"}


@pytest.mark.row("BIL-5", "KOM-5", "KOM-6", page="/processer/…/steg/kommunikation/")
def test_communicators_get_advice_with_the_rounds_own_words_contacts_and_dates(client):
    world = sealed_promise()
    said = page(client, world, "stod-kommunikatorer", "communicator")
    for heading in (
        "Checklista",
        "Ord som redan är beslutade",
        "Vem du kan fråga",
        "Datum att hålla i",
        "Skriv så att det går att läsa",
        "Väck rätt förväntningar och var ärlig",
        "Vilka mer behöver veta?",
    ):
        assert f"<h2>{heading}</h2>" in said
    for words in (
        world.plan.message,
        world.promise.introduction,
        world.cast.officer.email,
        world.cast.communicator.name,
        world.cast.municipal_communicator.name,
        "Kommunikatörer från alla parter är med från början",
        "Cia Asp",
    ):
        assert words in said, words


@pytest.mark.row("BIL-5")
def test_each_person_and_each_heading_stands_there_once(world, client):
    for competence, name in (("kriminologi", "Eva Lind"), ("kommunikatör", world.cast.communicator.name)):
        world.add("processes.SupportMember", competence=competence, name=name)
    for text in ("Nu är lamporna lagade.", "Passen har börjat."):
        world.feedback("feedback", world.round, ["citizens"], text=text)
    said = page(client, world, "stod-kommunikatorer", "communicator")
    assert said.count("<h3>Återkoppling som redan är given</h3>") == 1
    contacts = said.partition("Vem du kan fråga")[2].partition("Datum att hålla i")[0]
    assert (
        contacts.count(f">{world.cast.communicator.name}") == 1
        and '<th scope="row">Kriminologi</th>' in contacts
    )


def test_a_round_just_begun_has_papers_too(client):
    world = new_round()
    assert "Inget skrivet ännu." in page(client, world, "kommunikationsplan")
    assert "Inget är beslutat ännu." in page(client, world, "stod-kommunikatorer")


@pytest.mark.pdf
@pytest.mark.slow
@pytest.mark.row("BIL-3", "BIL-4", "BIL-5", "KOM-7", "LAG-5")
@pytest.mark.parametrize(
    "document", ["kommunikationsplan", "aktivitetsplan-kommunikation", "stod-kommunikatorer"]
)
def test_each_file_is_open_to_all_and_warns_on_each_page(world, client, document):
    made = fetched(client, world, document, "pdf").content
    assert pdfs.structure_problems(made) == []
    for number, text in enumerate(pdfs.pages(made), start=1):
        assert NOT_PUBLISHED in text, number
    assert verapdf.complaints(made, "ua1") == []
    assert verapdf.complaints(made, "3a") == []


# --- Beside the activities ---


@pytest.mark.row("KOM-4", page="/processer/…/steg/aktivitetsplan/")
def test_what_is_told_is_seen_in_the_activity_plan_and_is_no_activity(world, client):
    client.force_login(world.cast.officer)
    seen = client.get(reverse("processes:step", args=[world.round.pk, "aktivitetsplan"])).content.decode()
    assert f"<td>Att berätta</td><td>{world.launch.responsible}</td>" in seen
    assert f"{len(world.activities)} aktiviteter och 4 tillfällen att berätta" not in seen  # one has no day
    assert f"{len(world.activities)} aktiviteter och 3 tillfällen att berätta" in seen
    assert seen.count("Att berätta</text>") == 1  # the legend says what the points are
    paper = " ".join(fetched(client, world, "aktivitetsplan", key="activity_plan").content.decode().split())
    assert "<h2>Kommunikation</h2>" in paper and world.launch.what in paper
    book = openpyxl.load_workbook(
        io.BytesIO(fetched(client, world, "planeringsverktyg", "xlsx", key="activity_plan").content)
    )
    assert len(rows(book["Kommunikation"])) == 4
    assert len(rows(book["Aktiviteter"])) == len(world.activities)


@pytest.mark.row("KOM-7", "LOF-8")
def test_nothing_of_the_plan_is_public(client):
    world = registered_promise()
    world.edit(world.plan, purpose="Kanariefågel om syftet.")
    world.edit(world.launch, what="Kanariefågel om lanseringen.")
    publication = publish(world)
    client.logout()
    page = client.get(reverse("agreements:public_promise", args=[publication.slug])).content.decode()
    assert world.promise.title in page
    assert "Kanariefågel" not in page + publication.content
