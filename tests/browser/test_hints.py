"""Hints come when the field is left, and can be silenced with and without script (AKT-5)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from processes.models import Goal, SilencedHint
from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.row("AKT-5"), pytest.mark.slow]
VAGUE = "Byt det allmänna ordet mot det som ska ske"


@pytest.fixture
def world(live_server):
    return situations.new_round()


@pytest.fixture
def plan(world):
    return reverse("processes:step", args=[world.round.pk, world.method["activity_plan"].slug])


def test_hints_come_when_the_field_is_left_and_go_when_they_are_silenced(visit, world, plan):
    page = (officer := visit(world.cast.officer, script=True)).page
    page.goto(plan)
    officer.link("Lägg till ett mål")
    goal = page.get_by_label("Mål", exact=True)
    goal.fill("Verka för trygghet")
    expect(page.locator(".hints summary")).to_have_count(0)
    goal.press("Tab")
    summary = page.locator(".hints summary")
    expect(summary).to_have_text("2 tips för ett tydligare mål")
    expect(page.locator("strong", has_text=VAGUE)).to_be_hidden()
    summary.press("Enter")
    expect(page.locator("strong", has_text=VAGUE)).to_be_visible()
    assert complaints(page) == []

    page.get_by_role("button", name=f"Visa inte det här tipset mer {VAGUE}").press("Enter")
    expect(summary).to_have_text("1 tips för ett tydligare mål")
    expect(summary).to_be_focused()
    expect(goal).to_have_value("Verka för trygghet")
    assert [hint.code for hint in SilencedHint.objects.all()] == ["vague"]

    page.get_by_label("Indikator").fill("Andel som känner sig trygga")
    page.get_by_label("Indikator").press("Tab")
    expect(summary).to_have_count(0)
    page.get_by_role("button", name="1 tyst tips – visa igen").click()
    expect(summary).to_have_text("1 tips för ett tydligare mål")
    goal.press("Enter")  # the form's own button is still "Spara"
    officer.is_told("Sparat.")
    assert Goal.objects.get().text == "Verka för trygghet"
    page.locator("#tips summary").press("Enter")
    assert complaints(page) == []


def test_without_script_hints_show_once_saved_and_are_silenced_on_the_steps_page(visit, world, plan):
    world.add("processes.Goal", text="Verka för trygghet")
    page = (officer := visit(world.cast.officer)).page
    page.goto(plan)
    tips = page.locator("#tips")
    tips.locator("summary").click()
    press(tips.get_by_role("button", name=f"Visa inte det här tipset mer {VAGUE}"))
    officer.sees("Tipset visas inte mer.")
    officer.link("Verka för trygghet")
    expect(page.locator(".hints summary")).to_have_text("1 tips för ett tydligare mål")
    expect(page.locator(".hints button:visible")).to_have_count(0)
    page.goto(plan)
    tips.locator("summary").click()
    press(tips.get_by_role("button", name=f"Visa igen {VAGUE}"))
    tips.locator("summary").click()
    expect(tips.locator("strong", has_text=VAGUE)).to_be_visible()
    assert not SilencedHint.objects.exists()
