"""Meeting mode: one page that fills the joint picture, or the analysis, and its minutes as a by-product."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes.models import FocusArea, Problem
from tests.situations import planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("GEM-8")]
QUICK = {"X-Requested-With": "meeting"}


@pytest.fixture
def world():
    made = World()
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


def save(client, world, obj, section, quick=True, **fields):
    address = url(world, "meeting_save", section, obj.pk)
    data = {"version": obj.version, "nyckel": f"{section}{obj.pk}{len(fields)}{obj.version}"}
    shown = {"title": obj.title} if section in ("bilden", "fokus") else {}
    return client.post(address, data | shown | fields, headers=QUICK if quick else {})


def test_the_page_holds_everything_of_the_meeting(world, officer):
    page = text(officer.get(url(world)))
    for words in (
        "Bråk vid torget",
        "Tryggt torg",
        "Räcker underlaget",
        "Anteckningar",
        "För in i anteckningarna",
    ):
        assert words in page
    assert url(world) in text(
        officer.get(reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"]))
    )


def test_a_field_that_is_left_is_saved_with_history_and_gets_its_new_version(world, officer):
    answer = save(officer, world, world.problem, "bilden", citizen_view="Man går omvägar.")
    assert answer.status_code == 200
    world.problem.refresh_from_db()
    assert world.problem.citizen_view == "Man går omvägar."
    assert world.problem.history.latest().history_user == world.cast.officer
    assert f'value="{world.problem.version}"' in answer.content.decode()


def test_what_the_page_does_not_ask_stays_as_it_is(world, officer):
    world.edit(world.focus_area, place="Stortorget", kind="area")
    world.focus_area.refresh_from_db()
    save(officer, world, world.focus_area, "fokus", becomes_promise="True", target_picture="Dit går man.")
    world.focus_area.refresh_from_db()
    assert (world.focus_area.becomes_promise, world.focus_area.place, world.focus_area.kind) == (
        True, "Stortorget", "area",
    )  # fmt: skip


def test_nobody_writes_over_another_in_the_same_meeting(world, officer):
    world.edit(world.problem, police_view="Polisens ord")
    world.problem.version -= 1  # the page was opened before that
    assert save(officer, world, world.problem, "bilden", police_view="Mina ord").status_code == 409
    world.problem.refresh_from_db()
    assert world.problem.police_view == "Polisens ord"
    world.problem.version -= 1
    page = save(officer, world, world.problem, "bilden", quick=False, police_view="Mina ord")
    assert page.status_code == 409
    assert "Polisens ord" in text(page)
    assert "Mina ord" in text(page)


def test_without_script_each_form_has_its_button_and_comes_back_to_its_place(world, officer):
    answer = save(officer, world, world.problem, "bilden", quick=False, municipality_view="Mörkt.")
    assert answer.status_code == 302
    assert answer.url == f"{url(world)}#bilden-{world.problem.pk}"


def test_a_new_problem_and_a_new_focus_area_are_added_by_their_names(world, officer):
    data = {"title": "Mopeder på gångbanan", "nyckel": "a"}
    assert officer.post(url(world, "meeting_save", "bilden"), data).status_code == 302
    made = Problem.objects.get(title="Mopeder på gångbanan")
    data = {"title": "Säker gångbana", "problem": made.pk, "nyckel": "b"}
    officer.post(url(world, "meeting_save", "fokus"), data)
    assert FocusArea.objects.get(title="Säker gångbana").problem == made


def test_what_makes_no_sense_is_said_in_place_and_not_saved(world, officer):
    answer = save(officer, world, world.focus_area, "fokus", priority="etta")
    assert answer.status_code == 422
    assert "error" in answer.content.decode()
    answer = save(officer, world, world.focus_area, "fokus", quick=False, priority="etta")
    assert answer.status_code == 422
    assert "Något behöver rättas" in text(answer)


def test_the_minutes_are_a_by_product_taken_over_once(world, officer):
    officer.post(url(world, "meeting_minutes"), {"nyckel": "c"})
    world.joint.refresh_from_db()
    assert world.joint.met_on == world.today
    assert "Problem ”Bråk vid torget”" in world.joint.minutes
    save(officer, world, world.focus_area, "fokus", becomes_promise="True")
    page = text(officer.get(url(world)))
    assert "Fokusområde ”Tryggt torg” – ska det bli ett medborgarlöfte: Ja" in page
    officer.post(url(world, "meeting_minutes"), {"nyckel": "d"})
    world.joint.refresh_from_db()
    assert world.joint.minutes.count("ska det bli ett medborgarlöfte: Ja") == 1
    assert "Skrivet i dag" not in text(officer.get(url(world)))


def test_what_was_written_another_day_is_no_line_of_todays_meeting(world, officer):
    moment = Problem.history.filter(id=world.problem.pk)
    for row in moment:
        row.history_date -= timedelta(days=2)
        row.save()
    assert "Problem ”Bråk vid torget”" not in text(officer.get(url(world)))


def test_the_page_asks_as_much_of_many_rows_as_of_one(world, officer):
    def number() -> int:
        with CaptureQueriesContext(connection) as asked:
            officer.get(url(world))
        return len(asked)

    officer.get(url(world))
    few = number()
    for index in range(12):
        world.add("processes.Problem", title=f"Problem {index}")
        world.add("processes.FocusArea", title=f"Område {index}")
    assert number() == few


@pytest.mark.row("PRB-7")
def test_the_analysis_has_its_meeting_too(client):
    world = planned_round()
    client.force_login(world.cast.officer)
    address = url(world, key="problem_analysis", subject=world.analysis)
    page = text(client.get(address))
    assert world.cause.text in page
    assert "Varför, och varför igen" in page
    answer = client.post(
        url(world, "meeting_minutes", key="problem_analysis", subject=world.analysis), {"nyckel": "e"}
    )
    assert answer.status_code == 409  # the analysis is done: it is opened again on its page first
    assert "Öppna det igen" in text(answer)


def test_a_step_without_a_meeting_has_none(world, officer):
    subject = world.record("processes.ActivityPlan")
    assert officer.get(url(world, key="activity_plan", subject=subject)).status_code == 404


def test_only_those_who_write_hold_the_meeting(world):
    for who, status in (("coordinator", 200), ("chief", 403), ("partner", 403)):
        guest = Client()
        guest.force_login(world.cast.people[who])
        assert guest.get(url(world)).status_code == status, who


def test_another_rounds_rows_are_not_there(world, officer):
    other = World("berga")
    theirs = other.add("processes.Problem", title="Deras")
    assert save(officer, world, theirs, "bilden").status_code == 404
