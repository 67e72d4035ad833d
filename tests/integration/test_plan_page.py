"""The plan's page: what is planned beside the problem, goals with follow-up, order, time and hours."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes import actions
from processes.actions import words as keeping
from processes.models import Activity, ActivityAim, ActivityParty, Cause, Goal, Judgement, Term
from tests.forms import typed
from tests.situations import new_round, planned_round, registered_promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(client):
    found = planned_round()
    client.force_login(found.cast.officer)
    return found


def url(world, slug="aktivitetsplan"):
    return reverse("processes:step", args=[world.round.pk, slug])


def panel(client, world, key, user=None, slug="aktivitetsplan"):
    if user:
        client.force_login(user)
    page = client.get(url(world, slug))
    assert page.status_code == 200
    return next(s["data"] for s in page.context["sections"] if s["key"] == key)


def cards(data):
    return {a["what"]: a for area in data["areas"] for group in area["groups"] for a in group["activities"]}


# --- At a glance ---


@pytest.mark.row("AKT-1", "PRB-9")
def test_each_activity_stands_under_its_cause_with_all_that_is_agreed(world, client):
    activity = world.activities[1]
    world.edit(activity, what_counts="Öppet till 23", technique="deflect_offenders", place="Kuben")
    world.add("processes.ActivityAim", activity, side="handler")
    found = panel(client, world, "planen")
    (area,) = found["areas"]
    (group,) = area["groups"]
    assert (group["kind"], group["title"]) == ("Orsak", world.cause.text)
    card = cards(found)[activity.what]
    assert (card["target"], card["counts"], card["where"]) == ("Minst 40 gånger", "Öppet till 23", "Kuben")
    assert [(p["name"], p["hours"], p["says"]) for p in card["who"]] == [
        ("Aby kommun", "100 timmar", "ändrat, väntar på nytt ja")
    ]
    assert card["goals"] == [world.goal.text]
    assert cards(found)[world.activities[0].what]["who"][0]["says"] == ""
    more = {row["label"]: row.get("text") for row in card["more"]}
    assert more["Teknik"] == "Avled gärningspersoner"
    assert more["Bygger på"] == "Utvärderad metod: Brå 2019: platsinriktat arbete"
    assert card["more"][0]["links"][0]["text"] == "Övervakare av gärningspersonen"
    for link in (card["edit_url"], card["add_party_url"], card["add_aim_url"], card["remove_url"]):
        assert client.get(link).status_code == 200


@pytest.mark.row("FAL-4", "PRB-9")
def test_a_cause_that_nobody_acts_on_and_an_activity_aimed_at_nothing_are_seen(world, client):
    world.add("processes.Cause", world.analysis, text="Ingen äger frågan")
    world.edit(world.activities[0], cause=None)
    world.edit(world.activities[2], cause=None, focus_area=None)
    found = panel(client, world, "planen")
    first, last = found["areas"]
    assert [(g["title"], len(g["activities"])) for g in first["groups"]] == [
        (world.cause.text, 1),
        ("Inte riktad mot någon orsak eller sida ännu", 1),
    ]
    assert [g["title"] for g in first["untouched"]] == ["Ingen äger frågan"]
    assert "Orsaker som ingen aktivitet rör (1)" in client.get(url(world)).content.decode()
    world.add("processes.ActivityAim", world.activities[0], cause=Cause.objects.get(text="Ingen äger frågan"))
    (area, _) = panel(client, world, "planen")["areas"]
    assert area["untouched"] == [] and area["groups"][1]["also"] == [world.activities[0].what]
    assert last["title"] == "Hör inte till något fokusområde"


@pytest.mark.parametrize("who", ["reader", "chief", "representative", "communicator"])
def test_whoever_only_reads_is_offered_no_form(world, client, who):
    found = panel(client, world, "planen", world.cast.people[who])
    assert not found["add_url"]
    assert not any(card["edit_url"] or card["remove_url"] for card in cards(found).values())
    assert not any(g["ideas"] or g["add_url"] for area in found["areas"] for g in area["groups"])
    page = client.get(url(world)).content.decode()
    parts = set(re.findall(r"/del/(?:aktiviteter|mal)/([^\"#?]*)", page))
    assert parts <= {"lista.xlsx", "lista.csv"}  # to take along, not to change


def test_an_empty_plan_says_what_will_stand_there(client):
    world = new_round()
    client.force_login(world.cast.officer)
    page = client.get(url(world)).content.decode()
    for words in (
        "Inga aktiviteter ännu",
        "Inget effektmål ännu",
        "Tidsplanen ritas när",
        "Timmarna räknas samman",
    ):
        assert words in page


@pytest.mark.row("AKT-1")
def test_the_polices_yes_is_the_chiefs_approval_as_long_as_it_holds(world, client):
    patrol = world.activities[0].what
    (own,) = [p for p in panel(client, world, "ataganden")["parties"] if p["police"]]
    assert own["police"].startswith(f"En aktivitet. {world.cast.chief.name} godkände planen")
    assert cards(panel(client, world, "planen"))[patrol]["who"][0]["says"] == "har sagt ja"
    world.edit(world.activities[0], target_value=5)
    assert cards(panel(client, world, "planen"))[patrol]["who"][0]["says"] == ""
    (own,) = [p for p in panel(client, world, "ataganden")["parties"] if p["police"]]
    assert "när lokalpolisområdeschefen godkänner planen" in own["police"]


# --- Goals ---


@pytest.mark.row("AKT-4", "AKT-6")
def test_each_goal_says_from_where_to_where_and_who_follows_up_how_and_when(world, client):
    world.edit(
        world.goal,
        unit="per år",
        comparison_area="Björka",
        comparison_value=15,
        follow_up_by="Trygghetssamordnaren",
    )
    (effect,) = panel(client, world, "malen")["effects"]
    assert (effect["change"], effect["comparison"]) == ("17 → 8 per år", "Björka (15 per år)")
    assert effect["served_by"] == [a.what for a in world.activities]
    follow = {line["label"]: (line["text"], line["plans"]) for line in effect["follow_up"]}
    assert follow["Av"] == ("Trygghetssamordnaren", False)
    assert follow["Hur"] == (world.activity_plan.follow_up_how, True)
    assert follow["När"][1] is True


@pytest.mark.row("AKT-6")
def test_on_demand_and_no_number_are_shown_with_their_reasons(world, client):
    world.edit(
        world.goal,
        baseline_value=None,
        baseline_on=None,
        target_value=None,
        no_number_reason="Det märks i samtalen på torget",
        follow_up_on_demand="skolan hör av sig",
    )
    assert "FAL-5" not in world.codes("citizen_promise", "sign", world.promise)
    (effect,) = panel(client, world, "malen")["effects"]
    assert effect["without_number"] == "Det märks i samtalen på torget" and not effect["missing"]
    assert effect["follow_up"][2]["text"] == "Vid behov, därför att skolan hör av sig"
    world.edit(world.goal, no_number_reason="")
    assert panel(client, world, "malen")["effects"][0]["missing"] == "Utgångsvärdet saknas"
    assert "FAL-5" in world.codes("citizen_promise", "sign", world.promise)


@pytest.mark.row("AKT-4")
def test_the_levels_of_the_activities_are_production_goals(world, client):
    world.add(
        "processes.Goal", kind="production", activity=world.activities[0], text="Tolv samtal", target_value=12
    )
    rows = panel(client, world, "malen")["production"]
    assert [row["level"] for row in rows] == [
        "Minst 4 gånger per månad", "Minst 40 gånger", "Görs en gång", "Tolv samtal. Målet är 12",
    ]  # fmt: skip


# --- Order, effort, time ---


@pytest.mark.row("AKT-3")
def test_the_order_is_shown_with_a_hint_where_the_days_contradict_it(world, client):
    first, second, third = world.activities
    world.edit(second, after=third, horizon="long_term", position=1)
    phases = panel(client, world, "ordning")["phases"]
    assert [(p["title"], [row["what"] for row in p["rows"]]) for p in phases] == [
        ("Verkar genast", [first.what, third.what]),
        ("Verkar på lång sikt", [second.what]),
    ]
    (row,) = phases[1]["rows"]
    assert row["after"] == third.what and "innan" in row["hint"]
    world.edit(third, period_end=world.round.period_start)
    world.edit(second, period_start=world.round.period_start + timedelta(days=1))
    assert panel(client, world, "ordning")["phases"][1]["rows"][0]["hint"] == ""


@pytest.mark.row("AKT-3")
def test_effect_for_effort_is_a_table_that_reads_by_its_headings(world, client):
    world.edit(
        world.activities[0], expected_effect=3, effort=1, involves_citizens=True, society="Kan flytta bråket"
    )
    grid = panel(client, world, "ordning")["grid"]
    assert grid["columns"] == ["Inte alls", "Lite", "Ganska mycket", "Mycket"]
    assert [row["title"] for row in grid["rows"]] == grid["columns"][::-1]
    (one,) = grid["rows"][0]["squares"][1]["rows"]
    assert (one["what"], one["citizens"], one["society"]) == (
        world.activities[0].what,
        True,
        "Kan flytta bråket",
    )
    assert [row["what"] for row in grid["unplaced"]] == [a.what for a in world.activities[1:]]
    assert world.verdict("activity_plan", "approve", world.activity_plan).ok, "nothing blocks"


@pytest.mark.row("AKT-7", page="/processer/…/steg/aktivitetsplan/")
def test_the_time_plan_is_drawn_and_says_the_same_in_a_table(world, client):
    world.edit(world.activities[0], period_start=world.round.period_start + timedelta(days=40))
    data = panel(client, world, "tidsplan")
    svg = data["svg"]
    assert re.search(r'role="img" aria-labelledby="tidsplan-t tidsplan-d"', svg)
    assert all(a.what[:20] in svg for a in world.activities)
    assert [row["what"] for row in data["rows"] if row["kind"] == "Aktivitet"] == [
        world.activities[n].what for n in (1, 2, 0)
    ]
    assert data["rows"][0]["when"] == str(world.round.period_start.year)


# --- Hours ---


@pytest.mark.row("AKT-7", "FAL-13")
def test_planned_hours_stand_against_what_each_party_has_set_aside(world, client):
    world.edit(world.parties["police"], hours_set_aside=120)
    world.edit(world.parties["municipality"], hours_set_aside=80)
    data = panel(client, world, "timmar")
    words = {load["name"]: (load["words"], load["over"]) for load in data["loads"]}
    assert words["Polismyndigheten"] == (
        "Polismyndigheten planerar 100 av 120 avsatta timmar; 20 är kvar.",
        False,
    )
    assert words["Aby kommun"] == ("Aby kommun planerar 100 timmar: 20 mer än de 80 som är avsatta.", True)
    assert "har inte sagt hur många som är avsatta" in words["Abybostäder AB"][0]
    assert data["total"]["planned"] == "300" and not data["logged"]


@pytest.mark.row("FAL-13", page="/processer/…/steg/aktivitetsplan/")
@pytest.mark.parametrize("slug", ["aktivitetsplan", "genomforande"])
def test_used_hours_stand_beside_the_planned_ones_per_activity_and_party(client, slug):
    world = registered_promise()
    police, municipality = world.parties["police"], world.parties["municipality"]
    world.edit(police, hours_set_aside=100)
    patrol = world.activities[0]
    for party, worked in (
        (police, 90),
        (police, Decimal("30.5")),
        (municipality, 4),
        (None, 7),
        (police, None),
    ):
        world.add(
            "agreements.ActivityLog", activity=patrol, done_on=world.today, hours=worked, by_party=party
        )
    world.add("agreements.ActivityLog", activity=patrol, hours=500, by_party=police)  # no day: not done
    data = panel(client, world, "timmar", world.cast.officer, slug)
    line = next(line for line in data["lines"] if line["what"] == patrol.what)
    assert [cell["text"]["used"] for cell in line["cells"]] == ["120,5", "4", ""]
    assert (line["unnamed"], line["total"]["used"], data["total"]["used"]) == ("7", "131,5", "131,5")
    load = data["loads"][0]
    assert load["words"] == "Polismyndigheten har använt 120,5 timmar: 20,5 mer än de 100 som är avsatta."


# --- However large ---


@pytest.mark.slow
@pytest.mark.row("PRO-5")
def test_the_page_and_the_form_ask_as_much_of_three_activities_as_of_sixty(world, client):
    form = reverse(
        "processes:add_row", args=[world.round.pk, "aktivitetsplan", world.activity_plan.pk, "aktiviteter"]
    )
    pages = [url(world), form, url(world, "genomforande")]

    def asked():
        found = []
        for page in pages:
            client.get(page)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(page).status_code == 200
            found.append(len(queries))
        return found

    before = asked()
    for number in range(60):
        one = Activity.objects.create(
            process=world.round,
            cause=world.cause,
            what=f"Aktivitet {number}",
            after=world.activities[number % 3],
        )
        ActivityParty.objects.create(activity=one, party=world.parties["municipality"], hours=number)
        ActivityAim.objects.create(activity=one, side="place")
        Goal.objects.create(process=world.round, cause=world.cause, activity=one, text=f"Mål {number}")
    assert asked() == before
    assert max(before) <= 14


# --- Before it is approved ---


def lacks(world, code):
    return world.lacks(code, "activity_plan", "approve", world.activity_plan)


@pytest.mark.row("MED-8")
def test_each_activity_is_judged_reasonable_by_a_named_person_before_the_plan_is_approved(world, client):
    assert lacks(world, "MED-8") == []
    late = world.add("processes.Activity", what="Rusta parken", cause=world.cause, target_kind="yes_no")
    assert lacks(world, "MED-8") == ["judgements: inte bedömt"], "one more activity, one more judgement"
    judge = reverse("processes:judge", args=[world.round.pk, "aktivitetsplan", world.activity_plan.pk])
    assert "rimlig att genomföra" in client.get(judge).content.decode()
    answer, words = f"svar-MED-8:approve-{late.pk}", f"ord-MED-8:approve-{late.pk}"
    assert client.post(judge, typed(client.get(judge), **{answer: "no"})).status_code == 422, "a no has words"
    client.post(judge, typed(client.get(judge), **{answer: "no", words: "För få händer i vår."}))
    assert lacks(world, "MED-8") == ["judgements: bedömt till nej: För få händer i vår."]
    client.post(judge, typed(client.get(judge), **{answer: "partly", words: "Om parkvakten är med."}))
    assert lacks(world, "MED-8") == []
    made = Judgement.objects.filter(subject_id=late.pk, criterion="MED-8:approve").latest("pk")
    assert (made.by, made.words) == (world.cast.officer, "Om parkvakten är med.")


@pytest.mark.row("AKT-9")
def test_the_plan_follows_from_the_picture_and_is_made_with_those_who_do_the_work(world, client):
    how, plan = world.how_dialog, world.activity_plan
    assert lacks(world, "AKT-9") == []
    world.edit(how, held_on=world.today + timedelta(days=1))
    assert lacks(world, "AKT-9") == ["decision: ingen är hållen ännu"], (
        "a meeting ahead of us has planned nothing"
    )
    client.force_login(world.cast.chief)
    url = reverse("processes:decide", args=[world.round.pk, "aktivitetsplan", plan.pk, "approve"])
    refused = client.post(url, {"nyckel": "a"})
    assert refused.status_code == 409 and "HUR-dialogen är hållen" in refused.content.decode()
    world.edit(how, held_on=world.today)
    assert lacks(world, "AKT-9") == []
    step = world.method["problem_analysis"]
    actions.reopen(
        by=world.cast.officer,
        round_=world.round,
        step=step,
        subject_id=world.analysis.pk,
        comment="Nya siffror",
    )
    behind = [
        gap.step.key for gap in world.verdict("activity_plan", "approve", plan).gaps if gap.code == "PRO-3"
    ]
    assert behind == ["problem_analysis"], "what the picture led to comes before what is done about it"


@pytest.mark.row("AKT-10")
def test_the_goals_name_the_edition_and_the_goal_of_the_polices_plan(world, client):
    assert lacks(world, "AKT-10") == []
    args = [world.round.pk, "aktivitetsplan", world.activity_plan.pk]
    edition = reverse("processes:edit", args=[*args, "uppfoljning"])
    client.post(edition, typed(client.get(edition), plan_edition="…", reason="Rättat"))
    assert lacks(world, "AKT-10") == ["uppfoljning.plan_edition: ”…”"]
    client.post(edition, typed(client.get(edition), plan_edition="Verksamhetsplan 2028", reason="Rättat"))
    goal = reverse("processes:edit_row", args=[*args, "mal", world.goal.pk])
    client.post(goal, typed(client.get(goal), plan_goal="", reason="Rättat"))
    assert lacks(world, "AKT-10") == ["mal.plan_goal: inget angivet"]
    second = world.add("processes.Goal", cause=world.cause, text="Fler vågar gå över torget", kind="effect")
    assert lacks(world, "AKT-10") == ["mal.plan_goal: inget angivet"] * 2, (
        "each effect goal serves one of its own"
    )
    for row in (world.goal, second):
        world.edit(row, plan_goal="Ökad trygghet i offentlig miljö")
    assert lacks(world, "AKT-10") == []
    assert "Ökad trygghet i offentlig miljö" in client.get(url(world)).content.decode()


@pytest.mark.row("AKT-10")
def test_the_goal_of_the_polices_plan_is_chosen_with_one_press_from_a_list_that_is_kept(world, client):
    words = {"words": Term.List.PLAN_GOAL, "by": world.cast.admin}
    kept = keeping.add_word(label="Fler brott i nära relation uppklaras", **words)
    keeping.retire_word(
        by=world.cast.admin, term=keeping.add_word(label="Förra årets mål", **words), retired=True
    )
    args = [world.round.pk, "aktivitetsplan", world.activity_plan.pk, "mal"]
    form = reverse("processes:add_row", args=args)
    page = client.get(form)
    (panel,) = [panel["data"] for panel in page.context["beside"] if panel["key"] == "verksamhetsplan"]
    assert [[idea["label"] for idea in group["ideas"]] for group in panel["groups"]] == [
        ["Ökad trygghet i offentlig miljö"],
        [kept.label],
    ]
    values = re.findall(r'name="fyll" value="(plan_goal=[^"]+)"', page.content.decode())
    filled = client.post(form, typed(page, text="Fler anmäler", fyll=values[-1]))
    assert typed(filled)["plan_goal"] == [kept.label] and typed(filled)["text"] == ["Fler anmäler"]
    client.post(form, typed(filled))
    assert Goal.objects.get(text="Fler anmäler").plan_goal == kept.label
