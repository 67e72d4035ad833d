"""A follow-up: handed in, returned, approved and locked; its three parts; the effect that follows; what is taken out."""

from __future__ import annotations

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.urls import reverse

from agreements.follow_up import pages, report, results, tasks
from agreements.keeping import Kept
from agreements.models import ActivityLog, FollowUp, Measurement, Observation, Outcome, PlanningExport
from processes import actions, guard, queries
from processes.documents.tree import BulletList, Figure, Heading, Notice, Table
from processes.guard import Status
from processes.method import Gate
from processes.models import Activity, ActivityParty, Process
from processes.pages.values import day
from processes.views.here import InStep
from processes.writing import ReasonNeeded
from tests import whole
from tests.forms import typed

pytestmark = pytest.mark.django_db
KEY, SLUG = "follow_up", "uppfoljning"


@pytest.fixture
def world():
    """Everything followed up and approved; the round's period ends today."""
    made = whole.followed_up()
    days = {"period_start": made.today - timedelta(days=364), "period_end": made.today}
    Process.objects.filter(pk=made.round.pk).update(**days)
    FollowUp.objects.filter(pk=made.follow_up.pk).update(**days)
    made.decide(KEY, made.follow_up, "complete")
    made.decide(KEY, made.follow_up, "approve")
    return made


def at(world, name="processes:subject", *more):
    return reverse(name, args=[world.round.pk, SLUG, world.follow_up.pk, *more])


def stands(world):
    facts = world.facts()
    return guard.status(facts, world.method[KEY], facts.get("agreements.FollowUp", world.follow_up.pk))


def here_of(world, who="officer"):
    user, facts = world.cast.people[who], world.facts()
    actor = queries.actor_in(user, world.round)
    subject = facts.get("agreements.FollowUp", world.follow_up.pk)
    return InStep(HttpRequest(), user, world.round, actor, world.method, facts, world.method[KEY], subject)


def text(client, url):
    return " ".join(client.get(url).content.decode().split())


@pytest.mark.row("UPP-1")
def test_draft_handed_in_returned_approved_locked_and_opened_with_a_reason(world, client):
    step, cast = world.method[KEY], world.cast
    assert stands(world) is Status.DONE
    client.force_login(cast.officer)
    assert "Godkänd och låst" in text(client, at(world))
    with pytest.raises(ReasonNeeded):
        world.edit(world.follow_up, effects="Allt gick bra.", reason="")
    world.edit(world.follow_up, effects="Ännu färre går omvägar.", reason="Ny mätning")
    assert stands(world) is Status.STALE, "what was approved has changed, so it is no longer locked"
    common = {"round_": world.round, "step": step, "subject_id": world.follow_up.pk}
    actions.reopen(by=cast.officer, comment="En siffra var fel", **common)
    assert stands(world) is Status.ACTIVE
    page = text(client, at(world))
    assert "Lämna in för godkännande" in page and "Godkänn och lås" not in page
    world.decide(KEY, world.follow_up, "complete")
    assert stands(world) is Status.WAITING
    client.force_login(cast.chief)
    assert "Godkänn och lås" in text(client, at(world))
    actions.send_back(by=cast.chief, comment="Skriv vad det kostade", **common)
    assert stands(world) is Status.RETURNED
    assert "Skriv vad det kostade" in text(client, at(world))
    world.decide(KEY, world.follow_up, "complete")
    world.decide(KEY, world.follow_up, "approve")
    assert stands(world) is Status.DONE


@pytest.mark.row("UPP-1")
def test_a_promise_is_closed_on_an_approved_follow_up_alone(world):
    assert world.codes("citizen_promise", Gate.CLOSE, world.promise) == set()
    actions.send_back(
        by=world.cast.chief,
        round_=world.round,
        step=world.method[KEY],
        subject_id=world.follow_up.pk,
        comment="Inte klart",
    )
    assert world.codes("citizen_promise", Gate.CLOSE, world.promise) == {guard.ORDER}
    world.decide(KEY, world.follow_up, "complete")
    assert world.codes("citizen_promise", Gate.CLOSE, world.promise) == {guard.ORDER}


@pytest.mark.row("UPP-1", "UPP-2", "FAL-2", "FAL-3")
def test_each_activity_stands_there_with_promised_beside_done(world, client):
    facts = world.facts()
    subject = facts.get("agreements.FollowUp", world.follow_up.pk)
    found = {line.activity.id: line for line in results.lines(facts, subject)}
    assert found[world.short_activity.pk].result.kept is Kept.PARTLY
    assert found[world.undone_activity.pk].result.kept is Kept.NOT_KEPT
    client.force_login(world.cast.officer)
    page = text(client, at(world))
    for words in ("Delvis", "Inte hållet", "särskilda händelsen", "Medborgarna fick veta"):
        assert words in page


@pytest.mark.row("FAL-3")
def test_what_nobody_has_said_anything_of_is_not_told_as_failed(world):
    Outcome.objects.filter(activity=world.undone_activity).delete()
    facts = world.facts()
    (line,) = [line for line in results.lines(facts) if line.activity.id == world.undone_activity.pk]
    assert line.result.kept is Kept.NOT_REPORTED


@pytest.mark.row("GEN-3")
@pytest.mark.parametrize("field", ["told_citizens_on", "told_citizens_how"])
def test_what_was_not_done_is_told_on_a_day_and_in_some_way(world, field):
    outcome = Outcome.objects.get(activity=world.undone_activity)
    world.edit(outcome, **{field: None if field.endswith("on") else ""})
    assert whole.missed(world, "GEN-3:close") == {"GEN-3:close"}


def test_the_time_of_the_period_alone_counts_within_it(world):
    activity = world.activities[0]
    world.add(
        "agreements.ActivityLog", activity=activity, done_on=world.today - timedelta(days=400), amount=1
    )
    facts = world.facts()
    subject = facts.get("agreements.FollowUp", world.follow_up.pk)
    (line,) = [line for line in results.lines(facts, subject) if line.activity.id == activity.pk]
    assert line.done.times == line.in_period.times + 1


@pytest.mark.row("UPP-5")
def test_performance_is_counted_from_what_is_known(world, client):
    groups = {
        g["title"]: {p.what: p for p in g["points"]} for g in pages.performance(here_of(world))["groups"]
    }
    kept = groups["Löftet"]["Aktiviteter som är hållna"]
    assert kept.said == "1 av 3" and not kept.good
    assert any(world.short_activity.what in lack for lack in kept.lacks)
    assert groups["Medborgardialogerna"]["Hållna"].said == "2 av 2"
    assert "Kvalitetskrav som är uppfyllda" in groups["VAD-dialogerna"]
    partners = {g["title"] for g in pages.performance(here_of(world, "partner"))["groups"]}
    assert partners == {"Löftet", "Medborgardialogerna", "Återkopplingen"}, (
        "the staff's dialogues are the police's own"
    )


@pytest.mark.row("ATE-1", "UPP-5", page="/processer/…/steg/uppfoljning/")
def test_a_long_silence_stands_in_the_follow_up_also_when_it_was_broken(world):
    def told():
        groups = pages.performance(here_of(world))["groups"]
        return next(group["points"][0] for group in groups if group["title"] == "Återkopplingen")

    assert told().good and told().lacks == ()
    begun = world.today - timedelta(days=200)
    ActivityLog.objects.filter(pk=ActivityLog.objects.earliest("pk").pk).update(done_on=begun)
    assert not told().good and "medborgare 200 dagar" in told().said
    assert f"Medborgare: tyst {day(begun)}–{day(world.today)}" in told().lacks
    assert "ATE-1" not in world.codes("citizen_promise", "close", world.promise)


@pytest.mark.row("UPP-5")
def test_the_self_check_is_short_and_wants_words_for_delvis_and_nej(world):
    world.edit(world.follow_up, check_promise="yes")
    with pytest.raises(ValidationError, match="varför"):
        world.edit(world.follow_up, check_how="no")
    world.edit(world.follow_up, check_how="no", check_words="Vi hann inte prova.")


@pytest.mark.row("UPP-3", page="/processer/…/steg/uppfoljning/")
@pytest.mark.row("UPP-3", "FAL-5")
def test_the_state_before_stands_beside_the_state_after_and_another_area(world, client):
    goal = world.round.goals.filter(kind="effect").first()
    world.edit(
        goal,
        baseline_value=47,
        target_value=35,
        comparison_area="Norrby",
        comparison_value=44,
        unit="procent",
    )
    world.add(
        "agreements.Measurement", world.follow_up, goal=goal, value=41, comparison=43, measured_on=world.today
    )
    world.add("agreements.Observation", world.follow_up, who="citizens", text="Jag går över torget igen.")
    client.force_login(world.cast.officer)
    page = text(client, at(world))
    for words in ("Från 47 till 41 procent.", "I Norrby: från 44 till 43.", "Jag går över torget igen."):
        assert words in page


@pytest.mark.row("UPP-2")
def test_the_effect_may_follow_with_a_day_and_a_person(world, client):
    analyst = world.cast.analyst
    world.edit(world.follow_up, effects="")
    assert whole.missed(world, "UPP-2:close") == {"UPP-2:close"}
    world.edit(world.follow_up, effect_due_on=world.today + timedelta(days=90))
    assert whole.missed(world, "UPP-2:close") == {"UPP-2:close"}, "somebody has to do it"
    world.edit(world.follow_up, effect_by=analyst)
    assert whole.missed(world, "UPP-2:close") == set()
    client.force_login(analyst)
    assert "Effekten följs upp senare" in text(client, at(world))
    assert "Följ upp effekten av arbetet" in text(client, reverse("portal:start"))
    Process.objects.filter(pk=world.round.pk).update(closed_on=world.today)
    assert "Följ upp effekten av arbetet" in text(client, reverse("portal:start")), (
        "also when all else is closed"
    )
    later = world.create(KEY, title="Effekten")
    assert len(list(tasks.asked_of(analyst))) == 1
    world.edit(later, done_on=world.today)
    assert list(tasks.asked_of(analyst)) == [] and tasks.waiting(world.facts()) == []


@pytest.mark.row("UPP-4", page="/processer/…/steg/uppfoljning/")
def test_the_chain_is_drawn_with_its_links_and_said_in_a_table(world, client):
    found = pages.chain_of(here_of(world))
    columns = {box.key[0]: box.column for box in found.boxes}
    assert columns == {"party": 0, "activity": 1, "done": 2, "effect": 3}
    kinds = {(start[0], end[0]) for start, end in found.lines}
    assert kinds == {("party", "activity"), ("activity", "done"), ("done", "effect")}
    assert {(("activity", a.pk), ("done", a.pk)) for a in world.activities} <= set(found.lines)
    shares = ActivityParty.objects.filter(activity__process=world.round, party__isnull=False)
    assert {line for line in found.lines if line[0][0] == "party"} == {
        (("party", share.party_id), ("activity", share.activity_id)) for share in shares
    }
    keys = {box.key for box in found.boxes}
    assert {key for line in found.lines for key in line} <= keys
    assert [row[1] for row in found.rows] == [a.what for a in world.activities]
    client.force_login(world.cast.partner)
    page = text(client, at(world))
    assert 'id="kedja-rubrik"' in page and '<th scope="col">Resurs</th>' in page
    drawing = page.partition('id="kedja-rubrik"')[2].partition("</svg>")[0]
    assert len(re.findall(r'<path d="[^"]+"/>', drawing)) == len(found.lines)


@pytest.mark.row("UPP-5")
def test_the_report_tells_what_was_promised_what_came_of_it_and_what_was_learnt(world):
    made = report.document(here_of(world))
    headings = [block.text for block in made.blocks if isinstance(block, Heading)]
    assert headings[0] == "Blev det som lovat?" and "Det här har vi lärt oss" in headings
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert {row[3] for row in table.rows} == {"Hållet", "Delvis", "Inte hållet"}
    whys = next(block for block in made.blocks if isinstance(block, BulletList))
    assert "särskilda händelsen" in whys.items[0]
    assert any(isinstance(block, Figure) for block in made.blocks)
    assert made.band == ""
    world.edit(world.follow_up, effect_due_on=world.today, effect_by=world.cast.analyst)
    draft = report.document(here_of(world))
    assert draft.band == report.DRAFT and any(isinstance(block, Notice) for block in draft.blocks)


@pytest.mark.row("UPP-5")
def test_the_report_is_a_page_and_a_pdf_for_all_in_the_round(world, client):
    client.force_login(world.cast.representative)
    assert "Därför blev det inte som lovat" in text(client, at(world, "processes:document", "rapport"))
    answer = client.get(at(world, "processes:download", "rapport", "pdf"))
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.row("LAG-1", "FAL-2")
def test_the_council_reads_promised_beside_outcome(world, client):
    client.force_login(world.cast.coordinator)
    page = text(client, reverse("portal:law_paper", args=[world.round.pk, "rapport"]))
    table = page.partition("Lovat och gjort")[2].partition("</table>")[0]
    told = [re.findall(r"<t[hd][^>]*>(?:<[^>]+>)*([^<]*)", row) for row in table.split("<tr")[2:]]
    own = ActivityParty.objects.filter(party__organisation__kind="municipality").values("activity")
    ids = set(Activity.objects.filter(pk__in=own, process=world.round).values_list("pk", flat=True))
    lines = [line for line in results.lines(world.facts()) if line.activity.id in ids]
    assert told and told == [[line.activity.what, line.promised, line.said, line.state] for line in lines]


@pytest.mark.row("PRO-7")
def test_what_is_taken_out_for_planning_records_itself(world, client):
    PlanningExport.objects.all().delete()
    assert whole.missed(world, "PRO-7:close") == {"PRO-7:close"}
    url = reverse("agreements:planning_export", args=[world.round.pk, world.follow_up.pk])
    client.force_login(world.cast.analyst)
    assert client.get(url).status_code == 405
    answer = client.post(url)
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert {"Mål", "Aktiviteter", "Resurser", "Uppföljning"} <= set(book.sheetnames)
    states = {row[8].value for row in book["Uppföljning"].iter_rows(min_row=2)}
    assert states == {"Hållet", "Delvis", "Inte hållet"}
    made = PlanningExport.objects.get()
    assert (made.by, made.follow_up) == (world.cast.analyst, world.follow_up)
    assert whole.missed(world, "PRO-7:close") == set()
    assert f"av {world.cast.analyst.name}" in text(client, at(world))
    client.force_login(world.cast.partner)
    refused = client.post(url)
    assert refused.status_code == 403 and "Bara " in refused.content.decode()
    assert PlanningExport.objects.count() == 1


@pytest.mark.row("UPP-3", "X-8")
def test_measurements_come_in_from_a_spreadsheet(world, client):
    goal = world.round.goals.filter(kind="effect").first()
    client.force_login(world.cast.analyst)
    url = at(world, "processes:import_rows", "matningar")
    file = SimpleUploadedFile(
        "matning.csv", f"Mål;Värdet nu;När mättes det?\n{goal.text};41,5;2027-11-30\n".encode(), "text/csv"
    )
    check = client.post(url, {"file": file, "nyckel": "a"}, follow=True)
    assert check.status_code == 200 and "41,5" in check.content.decode()
    client.post(check.request["PATH_INFO"], {"nyckel": "b", "reason": "Ny mätning"})
    row = Measurement.objects.get(follow_up=world.follow_up)
    assert (row.goal, str(row.value)) == (goal, "41.50")


def test_the_page_asks_the_database_no_more_for_many_rows(world, client, django_assert_max_num_queries):
    client.force_login(world.cast.officer)
    for number in range(15):
        world.add("agreements.Observation", world.follow_up, who="staff", text=f"Sak {number}")
        world.add("agreements.ActivityLog", activity=world.activities[0], done_on=world.today)
    client.get(at(world))
    with django_assert_max_num_queries(40):
        client.get(at(world))


@pytest.mark.row("X-4")
def test_a_row_added_after_approval_has_its_reason_and_is_told_with_it(world, client):
    client.force_login(world.cast.officer)
    with pytest.raises(ReasonNeeded):
        world.add(
            "agreements.Observation", world.follow_up, reason=" ", text="Fler barn på torget.", better=True
        )
    url = at(world, "processes:add_row", "iakttagelser")
    page = client.get(url)
    assert "Varför ändrar du?" in page.content.decode()
    said = typed(page, who="staff", text="Fler barn på torget.", better="True")
    refused = client.post(url, said)
    assert refused.status_code == 422 and "Skriv varför" in refused.content.decode()
    assert client.post(url, said | {"reason": "Boendemötet hölls sent"}).status_code == 302
    line = Observation.objects.get(text="Fler barn på torget.").history.get()
    assert (line.history_change_reason, line.history_user) == ("Boendemötet hölls sent", world.cast.officer)
    timeline = text(client, reverse("processes:timeline", args=[world.round.pk]))
    assert "Boendemötet hölls sent" in timeline


@pytest.mark.row("X-4")
def test_a_row_added_before_anything_is_handed_in_needs_no_reason(world, client):
    client.force_login(world.cast.officer)
    half = world.create(KEY, title="Halvvägs")
    url = reverse("processes:add_row", args=[world.round.pk, SLUG, half.pk, "iakttagelser"])
    assert "Varför ändrar du?" not in text(client, url)
    world.add("agreements.Observation", half, reason="", text="Lugnare kvällar.", better=True)
