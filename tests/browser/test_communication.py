"""Communication and cooperation in the browser: open to all, whole without script, narrow as a phone."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("LAG-6")]


def at(world, key):
    return reverse("processes:step", args=[world.round.pk, world.method[key].slug])


def unfolded(page, path):
    page.goto(path)
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true })")
    return page


@pytest.mark.row("KOM-4", "KOM-5")
def test_from_the_step_into_the_plan_and_back_with_decided_words(visit):
    world = situations.planned_round()
    communicator = visit(world.cast.communicator)
    page = communicator.page
    page.goto(at(world, "joint_situation"))
    page.get_by_text("Att berätta: 0 av 1 i planen").click()
    press(page.get_by_role("button", name="Lägg till i planen"))
    communicator.is_told("finns nu i kommunikationsplanen")
    page.get_by_text("Att berätta: 1 av 1 i planen").click()
    link = page.get_by_role("link", name="Vad vi ska arbeta med, varför just det, och vad vi väntar med")
    with page.expect_navigation():
        link.click()
    button = page.get_by_role("button", name="Använd de här orden").first
    press(button)
    expect(page.locator("#id_what")).to_have_value(world.plan.message)
    communicator.form.save()
    communicator.is_told("Sparat.")
    communicator.sees(world.plan.message, "När fokusområdena är valda")


def test_the_pages_pass_axe_unfolded_and_on_a_phone(visit):
    world = situations.planned_round()
    meeting = world.round.period_start
    party = world.parties["municipality"]
    world.add("processes.PartyDate", party=party, kind="meeting", on=meeting, what="Kommunstyrelsen")
    officer = visit(world.cast.officer, script=True)
    found = []
    for path in (at(world, "communication"), at(world, "collaboration"), at(world, "citizen_dialog")):
        for width in (1280, 375):
            officer.page.set_viewport_size({"width": width, "height": 900})
            found += complaints(unfolded(officer.page, path))
            assert officer.page.evaluate(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ), (path, width)
    found += complaints(unfolded(officer.page, reverse("processes:definitions")))
    reader = visit(world.cast.reader, script=True)
    for path in ("/inriktningsbeslut/", reverse("portal:add_decision", args=[world.cast.area.parent_id])):
        found += complaints(unfolded(reader.page, path))
    assert found == []
