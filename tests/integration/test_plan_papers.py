"""The activity plan to take along: on paper for those who do it, as a workbook for the planning tool."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from django.urls import reverse

from tests import pdfs, verapdf
from tests.situations import new_round, sealed_promise
from tests.world import World

pytestmark = pytest.mark.django_db
SHEETS = ["Mål", "Aktiviteter", "Resurser", "Uppföljning", "Kommunikation", "Om filen"]


def fetched(client: Any, world: World, document: str, form: str = "", who: str = "officer") -> Any:
    step = world.method["activity_plan"]
    args = [world.round.pk, step.slug, world.facts().one(step.record).id, document]
    client.force_login(world.cast.people[who])
    answer = client.get(
        reverse("processes:download" if form else "processes:document", args=[*args, *filter(None, [form])])
    )
    assert answer.status_code == 200
    return answer


def page(client: Any, world: World) -> str:
    return " ".join(fetched(client, world, "aktivitetsplan").content.decode().split())


def book(client: Any, world: World) -> Any:
    return openpyxl.load_workbook(io.BytesIO(fetched(client, world, "planeringsverktyg", "xlsx").content))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *rest = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


# --- On paper ---


@pytest.mark.row("AKT-1", "AKT-7", "AKT-8")
def test_the_plan_has_its_parts_in_order_and_says_that_it_is_not_published(world, client):
    said = page(client, world)
    headings = ["Mål", "Aktiviteter", "Tidsplan", "Resursplan", "Plan för uppföljning"]
    places = [said.find(f"<h2>{heading}</h2>") for heading in headings]
    assert -1 not in places and places == sorted(places)
    for words in (
        "Arbetsmaterial – publiceras inte",
        "Verksamhetsplan för nästa år",
        "Rånen vid hållplatsen minskar",
        "17 – 8",
        "Polisen patrullerar torget till fots på fredagskvällar",
        "Ingen vuxen finns på plats efter klockan nio",
        "Brå 2019: platsinriktat arbete",
        "Minst 4 gånger per månad",
        '<title id="tidsplan-0-t">',
        "Loggen mot nivåerna varje månad",
    ):
        assert words in said, words
    assert "<td>300</td>" in said  # the hours of all parties


@pytest.mark.row("AKT-7")
def test_hours_are_summed_per_party_and_beside_what_is_set_aside(world, client):
    world.edit(world.parties["police"], hours_set_aside=60)
    said = page(client, world)
    assert "Mer planerat än avsatt" in said
    assert "Polismyndigheten: 100 timmar planerade, 60 avsatta" in said


@pytest.mark.row("AKT-1")
def test_who_has_not_said_yes_is_named(world, client):
    assert "Alla har inte sagt ja" not in page(client, world)
    world.edit(world.activities[2], what="Fastighetsägaren lyser upp hela torget")
    said = page(client, world)
    assert "Alla har inte sagt ja" in said
    assert f"{world.partner_org}: Fastighetsägaren lyser upp hela torget" in said


@pytest.mark.row("AKT-8")
def test_a_plan_just_begun_can_be_printed_too(client):
    world = new_round()
    said = page(client, world)
    for words in (
        "Inga mål är satta ännu.",
        "Inga aktiviteter är planerade ännu.",
        "Ingen part har uppgett timmar",
    ):
        assert words in said
    assert [sheet.max_row for sheet in book(client, world)][:4] == [1, 1, 1, 1]


@pytest.mark.row("AKT-8", page="/processer/…/steg/aktivitetsplan/")
@pytest.mark.pdf
@pytest.mark.row("AKT-8", "LAG-5")
def test_the_file_is_open_to_all_and_warns_on_each_page(world, client):
    made = fetched(client, world, "aktivitetsplan", "pdf").content
    assert pdfs.structure_problems(made) == []
    for number, text in enumerate(pdfs.pages(made), start=1):
        assert "Arbetsmaterial – publiceras inte" in text, number
    assert verapdf.complaints(made, "ua1") == []
    assert verapdf.complaints(made, "3a") == []


# --- In the planning tool's form ---


@pytest.mark.row("AKT-8", "PRO-7")
def test_the_workbook_has_goals_activities_responsible_and_follow_up(world, client):
    made = book(client, world)
    assert made.sheetnames == SHEETS
    (goal,) = rows(made["Mål"])
    assert goal["Mål"] == "Rånen vid hållplatsen minskar"
    assert (goal["Utgångsvärde"], goal["Målvärde"], goal["Slag"]) == (17, 8, "Effektmål")
    assert isinstance(goal["Utgångsvärde den"], datetime)
    assert goal["Mål i verksamhetsplanen"] == "Ökad trygghet i offentlig miljö"
    assert goal["Ansvarig för uppföljning"] == "Kommunpolisen och kommunens samordnare"
    activities = {row["Aktivitet"]: row for row in rows(made["Aktiviteter"])}
    assert set(activities) == {activity.what for activity in world.activities}
    patrol = activities["Polisen patrullerar torget till fots på fredagskvällar"]
    assert (patrol["Ansvarig"], patrol["Mål i tal"]) == ("Polismyndigheten", 4)
    assert patrol["Bidrar till målet"] == "Rånen vid hållplatsen minskar"
    assert patrol["Börjar"].date() == world.round.period_start
    assert patrol["Bygger på"] == "Utvärderad metod"
    assert {(row["Part"], row["Planerade timmar"]) for row in rows(made["Resurser"])} == {
        ("Polismyndigheten", 100),
        (str(world.municipality), 100),
        (str(world.partner_org), 100),
    }
    about = {row["Uppgift"]: row["Värde"] for row in rows(made["Om filen"])}
    assert about["Vad det är"].startswith("Arbetsmaterial – publiceras inte")
    assert about["Runda"] == world.round.title


@pytest.mark.row("AKT-8", "UPP-1", "FAL-13")
def test_results_and_effects_come_along_once_there_are_any(client):
    world = sealed_promise()
    activity, police = world.activities[0], world.parties["police"]
    for hours in (3, 4.5):
        world.add(
            "agreements.ActivityLog",
            activity=activity,
            done_on=world.today,
            hours=hours,
            by_party=police,
            amount=2,
        )
    follow_up = world.create("follow_up", title="Halvår", done_on=world.today)
    world.add(
        "agreements.Outcome",
        follow_up,
        activity=activity,
        quality="partly",
        effect="wanted",
        improve="Fler kvällar",
    )
    world.add(
        "agreements.Measurement",
        follow_up,
        goal=world.goal,
        value=9,
        measured_on=world.today,
        caution="Ny belysning",
    )
    made = book(client, world)
    (result,) = [row for row in rows(made["Uppföljning"]) if row["Aktivitet"] == activity.what]
    assert (result["Gjort, tillfällen"], result["Gjort, mängd"]) == (2, 4)
    assert (result["Kvalitet"], result["Effekt"]) == ("Delvis god", "Önskad effekt syns")
    assert result["Kan bli bättre"] == "Fler kvällar" and result["Läge"]
    (used,) = [row for row in rows(made["Resurser"]) if row["Aktivitet"] == activity.what]
    assert used["Arbetade timmar"] == 7.5
    (goal,) = rows(made["Mål"])
    assert (goal["Senaste värde"], goal["Mätt den"].date()) == (9, world.today)
    assert goal["Vad mer kan ha påverkat"] == "Ny belysning"


@pytest.mark.row("AKT-8", "X-8")
def test_what_is_typed_as_a_formula_reaches_the_sheet_as_text(world, client):
    world.edit(world.activities[0], what='=HYPERLINK("http://ond.example","Klicka")', place="@SUM(A1)")
    world.edit(world.goal, text="+1 mål", unit="-3")
    for sheet in book(client, world):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "+", "-", "@")), cell.coordinate


@pytest.mark.row("AKT-8", "LOF-8")
@pytest.mark.parametrize("who", ["coordinator", "partner", "reader"])
def test_whoever_sees_the_plan_may_take_it_along(world, client, who):
    assert fetched(client, world, "planeringsverktyg", "xlsx", who).status_code == 200


def test_the_typeface_lacks_an_arrow_and_the_plan_does_not_need_it(world, client):
    assert "→" not in page(client, world)
