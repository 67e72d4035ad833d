"""Meeting mode: one page that fills the joint picture, or the analysis, and its minutes as a by-product."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes import actions
from processes.models import Cause, FocusArea, Problem
from processes.writing import Refused
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("GEM-8"), pytest.mark.slow]
QUICK = {"X-Requested-With": "meeting"}


@pytest.fixture
def world():
    made = new_round()
    made.problem = made.add("processes.Problem", title="Bråk vid torget")
    made.focus_area = made.add("processes.FocusArea", title="Tryggt torg", problem=made.problem)
    made.joint = made.record("processes.JointSituation")
    return made


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def url(world, name="meeting", *more, key="joint_situation", subject=None):
    step = world.method[key]
    return reverse(f"processes:{name}", args=[world.round.pk, step.slug, (subject or world.joint).pk, *more])


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def save(client, world, obj, part, quick=True, **fields):
    """Send the small form of one row as the page holds it, with some fields typed over."""
    obj.refresh_from_db()
    version = fields.pop("version", obj.version)
    shown = (
        {"title": obj.title, "problem": getattr(obj, "problem_id", "")} if part in ("bilden", "fokus") else {}
    )
    data = {k: "" if v is None else v for k, v in shown.items()} | {"version": version, **fields}
    return client.post(url(world, "meeting_save", part, obj.pk), data, headers=QUICK if quick else {})


def begin(client, world):
    assert client.post(url(world, "meeting_begin")).status_code == 302
    world.joint.refresh_from_db()


def lines(client, world):
    """What the page suggests for the minutes, without the clock."""
    found = client.get(url(world)).context["lines"]
    assert all(re.match(r"\d\d\.\d\d ", line) for line in found)
    return [line[6:] for line in found]


# --- The page ---


def test_the_page_holds_everything_of_the_meeting(world, officer):
    answer = officer.get(url(world))
    page = text(answer)
    for words in (
        "Bråk vid torget", "Tryggt torg", "Räcker underlaget", "Anteckningar", "Vilka var med?",
        "Hur tungt väger skadan?", "Prioritet", "Målbild", "Vad talar mest för det?",
    ):  # fmt: skip
        assert words in page
    assert [point["number"] for point in answer.context["points"]] == [1, 2, 3, 4, 5, 6]
    assert all(point["asks"] for point in answer.context["points"])
    step = officer.get(reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"]))
    assert url(world) in text(step)


def test_without_a_municipality_its_picture_is_not_asked_for():
    lone = World("orn", municipality=False)
    lone.add("processes.Problem", title="Bråk")
    lone.joint = lone.record("processes.JointSituation")
    client = Client()
    client.force_login(lone.cast.officer)
    page = text(client.get(url(lone)))
    assert "Polisens bild" in page and "Kommunens bild" not in page


def test_no_two_fields_of_the_page_share_a_name_for_the_eye_or_the_ear(world, officer):
    world.add("processes.Problem", title="Inbrott")
    ids = re.findall(r'\sid="([^"]+)"', officer.get(url(world)).content.decode())
    assert len(ids) == len(set(ids))


def test_the_page_asks_as_much_of_many_rows_as_of_one(world, officer):
    def number() -> int:
        with CaptureQueriesContext(connection) as asked:
            officer.get(url(world))
        return len(asked)

    begin(officer, world)
    officer.get(url(world))
    few = number()
    for index in range(12):
        world.add("processes.Problem", title=f"Problem {index}")
        world.add("processes.FocusArea", title=f"Område {index}")
    assert number() <= few + 1  # the lines read their values when there are any


# --- Saving ---


def test_a_field_that_is_left_is_saved_with_history_and_gets_its_new_version(world, officer):
    answer = save(officer, world, world.problem, "bilden", citizen_view="Man går omvägar.")
    assert answer.status_code == 200
    world.problem.refresh_from_db()
    assert world.problem.citizen_view == "Man går omvägar."
    assert world.problem.history.latest().history_user == world.cast.officer
    assert f'value="{world.problem.version}"' in answer.content.decode()


@pytest.mark.row("GEM-3")
def test_what_a_save_changes_elsewhere_on_the_page_comes_with_it(world, officer):
    other = world.add("processes.FocusArea", title="Inbrott", **dict.fromkeys(SCORES, 1))
    answer = save(officer, world, world.focus_area, "ordning", **dict.fromkeys(SCORES, 2))
    rows = next(s for s in answer.context["shows"])["data"]["weighing"]["rows"]
    assert [(row["title"], row["total"]) for row in rows] == [("Tryggt torg", 8), (other.title, 4)]


SCORES = ("score_extent", "score_worry", "score_harm", "score_influence")


def test_the_order_is_taken_over_without_leaving_the_meeting(world, officer):
    world.edit(world.focus_area, **dict.fromkeys(SCORES, 1))
    world.add("processes.FocusArea", title="Inbrott", **dict.fromkeys(SCORES, 2))
    use = officer.get(url(world)).context["shows"][0]["data"]["weighing"]["use"]
    answer = officer.post(use["url"], {"visat": use["shown"], "hur": "blank"})
    assert answer.url == f"{url(world)}#ordning"
    assert FocusArea.objects.get(title="Inbrott").priority == 1


def test_what_the_page_does_not_ask_stays_as_it_is(world, officer):
    world.edit(world.focus_area, place="Stortorget", score_worry=2, priority=4)
    save(officer, world, world.focus_area, "fokus", becomes_promise="True", target_picture="Dit går man.")
    world.focus_area.refresh_from_db()
    kept = world.focus_area
    assert (kept.becomes_promise, kept.place, kept.score_worry, kept.priority, kept.problem) == (
        True, "Stortorget", 2, 4, world.problem,
    )  # fmt: skip


def test_nobody_writes_over_another_in_the_same_meeting(world, officer):
    old = world.problem.version
    world.edit(world.problem, police_view="Polisens ord")
    given = {"version": old, "police_view": "Mina ord"}
    assert save(officer, world, world.problem, "bilden", **given).status_code == 409
    page = save(officer, world, world.problem, "bilden", quick=False, **given)
    assert page.status_code == 409
    assert "Polisens ord" in text(page) and "Mina ord" in text(page)
    world.problem.refresh_from_db()
    assert world.problem.police_view == "Polisens ord"
    chosen = {"valt": "1", "choice-police_view": "mine", "mine-police_view": "Bådas ord", "nyckel": "k"}
    answer = save(officer, world, world.problem, "bilden", quick=False, **chosen)
    assert answer.url == f"{url(world)}#bilden-{world.problem.pk}"
    world.problem.refresh_from_db()
    assert world.problem.police_view == "Bådas ord"


def test_without_script_each_form_has_its_button_and_comes_back_to_its_place(world, officer):
    answer = save(officer, world, world.problem, "bilden", quick=False, municipality_view="Mörkt.")
    assert answer.status_code == 302
    assert answer.url == f"{url(world)}#bilden-{world.problem.pk}"


def test_a_new_problem_and_a_new_focus_area_are_added_by_their_names(world, officer):
    data = {"title": "Mopeder på gångbanan", "nyckel": "a"}
    assert officer.post(url(world, "meeting_save", "bilden"), data).status_code == 302
    made = Problem.objects.get(title="Mopeder på gångbanan")
    new = officer.get(url(world)).context["points"][2]["parts"][0]["entries"][-1]["form"]
    assert (new.initial["problem"], new.initial["title"]) == (made.pk, made.title)  # the next without any
    data = {"title": "Säker gångbana", "problem": made.pk, "nyckel": "b"}
    officer.post(url(world, "meeting_save", "fokus"), data)
    assert FocusArea.objects.get(title="Säker gångbana").problem == made


def test_what_makes_no_sense_is_said_in_place_and_not_saved(world, officer):
    answer = save(officer, world, world.focus_area, "ordning", priority="etta")
    assert answer.status_code == 422
    assert "error" in answer.content.decode()
    answer = save(officer, world, world.focus_area, "ordning", quick=False, priority="etta")
    assert answer.status_code == 422
    assert "Något behöver rättas" in text(answer) and "etta" in text(answer)


def test_there_is_no_part_of_another_name_and_no_new_row_where_none_is_begun(world, officer):
    for part in ("finns-inte", "ordning", "ursprung"):
        assert officer.post(url(world, "meeting_save", part), {"title": "x"}).status_code == 404


def test_another_rounds_rows_are_not_there(world, officer):
    other = World("berga")
    theirs = other.add("processes.Problem", title="Deras")
    assert save(officer, world, theirs, "bilden").status_code == 404


# --- The minutes ---


def test_what_is_written_once_the_meeting_has_begun_becomes_lines_by_time(world, officer):
    assert lines(officer, world) == []
    begin(officer, world)
    assert world.joint.met_on == world.today
    assert lines(officer, world) == []  # what was written before is no part of the meeting
    save(officer, world, world.problem, "bilden", agree="False", why_differs="Olika timmar.")
    save(officer, world, world.focus_area, "fokus", becomes_promise="True")
    officer.post(
        url(world, "meeting_save", "beslut"), {"version": world.joint.version, "material": "sufficient"}
    )
    officer.post(url(world, "meeting_save", "bilden"), {"title": "Mopeder", "nyckel": "m"})
    assert lines(officer, world) == [
        "Problem: Bråk vid torget – bilderna skiljer sig, skälet: Olika timmar.",
        "Fokusområde: Tryggt torg – blir löfte",
        "Underlaget räcker",
        "Problem: Mopeder",
    ]


def test_what_is_worked_on_in_one_go_is_one_line_and_what_is_taken_back_is_none(world, officer):
    begin(officer, world)
    save(officer, world, world.focus_area, "ordning", priority="2")
    save(officer, world, world.focus_area, "ordning", priority="1", score_harm="3")
    assert lines(officer, world) == ["Fokusområde: Tryggt torg – skada: Mycket, prioritet 1"]
    save(officer, world, world.focus_area, "ordning", priority="", score_harm="")
    assert lines(officer, world) == []


def test_a_row_that_is_taken_away_is_told(world, officer):
    begin(officer, world)
    officer.post(url(world, "meeting_save", "bilden"), {"title": "Mopeder", "nyckel": "m"})
    world.remove(Problem.objects.get(title="Mopeder"))
    assert lines(officer, world) == []  # it came and went at the meeting
    world.edit(world.focus_area, problem=None)
    world.remove(world.problem)
    assert lines(officer, world)[-1] == "Problem: Bråk vid torget – togs bort"


def test_lines_are_taken_into_the_minutes_once_and_may_then_be_edited(world, officer):
    begin(officer, world)
    save(officer, world, world.focus_area, "fokus", becomes_promise="True")
    shown = officer.get(url(world)).context["lines"]
    assert officer.post(url(world, "meeting_minutes"), {"nyckel": "d"}).status_code == 302
    world.joint.refresh_from_db()
    assert world.joint.minutes.splitlines() == shown
    assert lines(officer, world) == []
    edited = {"version": world.joint.version, "minutes": "Vi valde torget.", "participants": "Alla"}
    assert officer.post(url(world, "meeting_save", "motet"), edited, headers=QUICK).status_code == 200
    assert lines(officer, world) == []  # what people changed in the words is not suggested anew
    save(officer, world, world.focus_area, "fokus", becomes_promise="False")
    officer.post(url(world, "meeting_minutes"), {"nyckel": "e"})
    world.joint.refresh_from_db()
    first, last = world.joint.minutes.splitlines()
    assert first == "Vi valde torget." and last.endswith("Tryggt torg – blir inte löfte")


def test_what_was_written_another_day_is_no_line_of_todays_meeting(world, officer):
    begin(officer, world)
    save(officer, world, world.problem, "bilden", agree="True")
    assert lines(officer, world)
    newest = Problem.history.filter(id=world.problem.pk).latest()
    newest.history_date -= timedelta(days=1)
    newest.save()
    assert lines(officer, world) == []


def test_a_meeting_noted_afterwards_has_the_lines_of_its_whole_day(world, officer):
    world.edit(world.joint, met_on=world.today - timedelta(days=1))
    save(officer, world, world.problem, "bilden", agree="True")
    assert lines(officer, world) == []
    newest = Problem.history.filter(id=world.problem.pk).latest()
    newest.history_date -= timedelta(days=1)
    newest.save()
    assert lines(officer, world) == ["Problem: Bråk vid torget – bilderna stämmer överens"]


def test_minutes_that_have_no_room_left_are_said_to_be_full(world, officer):
    begin(officer, world)
    world.edit(world.joint, minutes="x" * 9_990)
    save(officer, world, world.problem, "bilden", agree="True")
    answer = officer.post(url(world, "meeting_minutes"), {"nyckel": "f"})
    assert answer.status_code == 409
    assert "för långa" in text(answer)
    world.joint.refresh_from_db()
    assert len(world.joint.minutes) == 9_990


# --- Who, and when ---


def test_only_those_who_write_hold_the_meeting(world):
    for who, status in (("coordinator", 200), ("chief", 403), ("partner", 403)):
        guest = Client()
        guest.force_login(world.cast.people[who])
        assert guest.get(url(world)).status_code == status, who
        assert guest.post(url(world, "meeting_begin")).status_code == (302 if status == 200 else 403), who


def test_the_actions_ask_by_themselves(world):
    given = {"round_": world.round, "step": world.method["joint_situation"], "subject_id": world.joint.pk}
    for act in (actions.begin_meeting, actions.take_minutes):
        with pytest.raises(Refused):
            act(by=world.cast.chief, **given)
    plan = world.record("processes.ActivityPlan")
    given |= {"step": world.method["activity_plan"], "subject_id": plan.pk}
    with pytest.raises(Refused, match="inget möte"):
        actions.begin_meeting(by=world.cast.officer, **given)


def test_what_is_done_is_read_and_not_changed_in_passing(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    answer = client.get(url(world))
    page = text(answer)
    assert "Öppna steget igen" in page and world.problem.police_view in page
    assert "data-meeting=" not in page and "meeting.js" not in page
    for name in ("meeting_begin", "meeting_minutes"):
        answer = client.post(url(world, name), {"nyckel": name})
        assert answer.status_code == 409 and "Öppna det igen" in text(answer)
    given = {"title": "Ny titel", "version": world.problem.version}
    assert client.post(url(world, "meeting_save", "bilden", world.problem.pk), given).status_code == 422
    world.problem.refresh_from_db()
    assert world.problem.title != "Ny titel"


def test_a_step_without_a_meeting_has_none(world, officer):
    subject = world.record("processes.ActivityPlan")
    assert officer.get(url(world, key="activity_plan", subject=subject)).status_code == 404


# --- The analysis ---


@pytest.mark.row("PRB-7")
def test_the_analysis_has_its_meeting_too(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    step = world.method["problem_analysis"]
    actions.reopen(
        by=world.cast.officer, round_=world.round, step=step, subject_id=world.analysis.pk, comment="Möte"
    )
    at = {"key": "problem_analysis", "subject": world.analysis}
    page = text(client.get(url(world, **at)))
    assert world.cause.text in page and "Fråga varför, och varför igen" in page
    client.post(url(world, "meeting_begin", **at))
    data = {"text": "Kuben stänger klockan åtta", "parent": world.cause.pk, "horizon": "near", "nyckel": "g"}
    assert client.post(url(world, "meeting_save", "orsaker", **at), data).status_code == 302
    made = Cause.objects.get(text="Kuben stänger klockan åtta")
    assert (made.parent, made.analysis) == (world.cause, world.analysis)
    (line,) = client.get(url(world, **at)).context["lines"]
    assert line[6:] == f"Orsak: {made.text} – förklarar: {world.cause.text}, går att påverka nu"


@pytest.mark.row("PRB-7")
def test_a_cause_is_not_offered_as_its_own_explanation(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    step = world.method["problem_analysis"]
    actions.reopen(
        by=world.cast.officer, round_=world.round, step=step, subject_id=world.analysis.pk, comment="Möte"
    )
    other = world.add("processes.Cause", world.analysis, text="En annan orsak")
    page = client.get(url(world, key="problem_analysis", subject=world.analysis))
    entries = next(p for p in page.context["points"] if p["title"] == "Varför händer det?")["parts"][0][
        "entries"
    ]
    offered = {
        entry["key"]: {str(value) for value, _ in entry["form"].fields["parent"].widget.choices}
        for entry in entries
    }
    assert str(world.cause.pk) not in offered[f"orsaker-{world.cause.pk}"]
    assert str(other.pk) in offered[f"orsaker-{world.cause.pk}"]
    assert {str(world.cause.pk), str(other.pk)} <= offered["orsaker-ny"]
