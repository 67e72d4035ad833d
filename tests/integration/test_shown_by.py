"""Rows that a panel shows: no table of their own, but their forms, links and anchors stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from processes.checks import _fields, _meeting
from processes.method import Meeting, Part, Point
from processes.pages import links
from processes.views.here import enter_step

pytestmark = pytest.mark.django_db


def here(world, rf, user, slug="gemensam-lagesbild"):
    request = rf.get("/")
    request.user = user
    return enter_step(request, world.round.pk, slug)


def test_ways_lead_those_who_may_edit_to_the_very_field(world, rf, client):
    ways = links.Ways(here(world, rf, world.cast.officer), "bilden")
    client.force_login(world.cast.officer)
    for url in (ways.add("police_view"), ways.edit(world.problem, "police_view")):
        assert f"{links.FOCUS}=police_view" in url
        assert "autofocus" in client.get(url).content.decode()
    assert client.get(ways.remove(world.problem)).status_code == 200


def test_others_are_told_why_and_led_nowhere(world, rf):
    ways = links.Ways(here(world, rf, world.cast.chief), "bilden")
    assert (ways.add(), ways.edit(world.problem), ways.remove(world.problem)) == ("", "", "")
    assert "kommunpolis" in ways.why_not


def test_a_new_row_begins_with_what_its_link_chose(world, rf, client):
    client.force_login(world.cast.officer)
    url = links.Ways(here(world, rf, world.cast.officer), "mojligheter").add(focus_area=world.focus_area.pk)
    page = client.get(url)
    assert page.context["form"].initial["focus_area"] == world.focus_area.pk
    assert "Förslag hämtat" not in page.content.decode()


@pytest.mark.parametrize("value", ["", "-1", "0", "9" * 30, "x", "%00", "1%00", "None"])
def test_a_link_that_chooses_nothing_of_the_round_chooses_nothing(world, client, value):
    client.force_login(world.cast.officer)
    step = world.method["joint_situation"]
    args = [world.round.pk, step.slug, world.joint.pk, "mojligheter"]
    page = client.get(reverse("processes:add_row", args=args) + f"?focus_area={value}&hours=7")
    assert page.status_code == 200
    assert not page.context["form"].initial.get("focus_area")
    assert page.context["form"].initial["hours"] is None


def test_a_step_whose_rows_are_shown_by_no_panel_is_refused(world):
    step = world.method["joint_situation"]
    sound = [error.id for error in _fields(step)]
    wrong = replace(step, sections=(replace(step.section("motet"), shown_by="finns-inte"),))
    assert (sound, [error.id for error in _fields(wrong)]) == ([], ["method.E007"])


def test_a_meeting_that_fills_in_what_its_step_lacks_is_refused(world):
    step = world.method["joint_situation"]
    twice = Point("Två gånger", parts=(Part("a", "bilden", ("title",)), Part("a", "fokus", ("title",))))
    lost = Point("Finns inte", parts=(Part("b", "bilden", ("hours",)), Part("c", "matris", ("title",))))
    wrong = replace(step, meeting=Meeting("Möte", (twice, lost)))
    assert _meeting(step) == []
    assert [error.id for error in _meeting(wrong)] == ["method.E011"] * 2 + ["method.E010"] * 2
