"""A meeting held from the page: one slide at a time, led by the keys; and the page is whole without any of it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.accessibility import complaints
from tests.situations import planned_round

pytestmark = [pytest.mark.browser, pytest.mark.row("BIL-8", "GEM-8", "X-13"), pytest.mark.slow]


@pytest.fixture
def world(live_server):
    return planned_round()


def address(world, key="joint_situation"):
    step = world.method[key]
    subject = world.facts().one(step.record)
    return reverse("processes:document", args=[world.round.pk, step.slug, subject.id, "presentation"])


def test_the_slides_are_shown_one_at_a_time_and_led_by_the_keys(visit, world):
    page = visit(world.cast.officer, script=True).page
    page.goto(address(world))
    slides, now = page.locator(".slide"), page.locator(".slide:visible")
    every = slides.count()
    expect(now).to_have_count(every)
    start = page.get_by_role("button", name="Visa på hela skärmen")
    start.focus()
    page.keyboard.press("Enter")
    expect(now).to_have_count(1)
    expect(now).to_be_focused()
    expect(now.locator("details")).to_be_hidden()  # what is to be said is not for the room
    expect(page.get_by_role("status")).to_have_text(f"Bild 1 av {every}: Gemensam lägesbild och fokusområden")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(now).to_have_attribute("id", "bild-3")
    page.keyboard.press("ArrowLeft")
    expect(now).to_have_attribute("id", "bild-2")
    page.keyboard.press("End")
    page.keyboard.press("PageDown")
    expect(now).to_have_attribute("id", f"bild-{every}")
    page.get_by_role("button", name="Förra bilden").click()
    expect(now).to_have_attribute("id", f"bild-{every - 1}")
    page.get_by_role("button", name="Avsluta visningen").click()
    expect(now).to_have_count(every)
    expect(start).to_be_focused()


def test_the_keys_are_left_alone_until_the_show_begins_and_after_it_has_ended(visit, world):
    page = visit(world.cast.officer, script=True).page
    page.goto(address(world))
    page.keyboard.press("ArrowRight")
    expect(page.locator(".slide:visible")).to_have_count(page.locator(".slide").count())
    page.get_by_role("button", name="Visa på hela skärmen").click()
    expect(page.locator("[inert]").first).to_be_attached()
    page.keyboard.press("Escape")
    expect(page.locator("[inert]")).to_have_count(0)


def test_without_script_all_slides_and_notes_stand_on_the_page_and_can_be_folded(visit, world):
    page = visit(world.cast.officer).page
    page.goto(address(world, "problem_analysis"))
    expect(page.get_by_role("button", name="Visa på hela skärmen")).to_be_hidden()
    expect(page.locator(".slide__notes p").first).to_be_visible()
    page.locator(".slide__notes summary").first.click()
    expect(page.locator(".slide__notes p").first).to_be_hidden()
    page.get_by_text("Alla bilder").click()
    page.get_by_role("link", name="Grupparbete 2: Fem varför").click()
    expect(page.get_by_role("heading", name="Grupparbete 2: Fem varför")).to_be_in_viewport()


@pytest.mark.row("LAG-6")
def test_presentations_papers_and_the_law_page_are_open_to_all(visit, world):
    page = visit(world.cast.coordinator, script=True).page
    plan = world.method["activity_plan"]
    paths = [
        address(world),
        address(world, "problem_analysis"),
        reverse(
            "processes:document", args=[world.round.pk, plan.slug, world.activity_plan.pk, "aktivitetsplan"]
        ),
        reverse("portal:law", args=[world.round.pk]),
        *(
            reverse("portal:law_paper", args=[world.round.pk, d])
            for d in ("lagesbild", "atgardsplan", "rapport")
        ),
    ]
    found = []
    for path in paths:
        assert page.goto(path).status == 200, path
        found += complaints(page)
    assert found == []
