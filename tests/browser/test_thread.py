"""Röda tråden in a browser without script: by keyboard, on a phone, and open to all whether empty or full."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import situations
from tests.browser.accessibility import NARROW, complaints
from tests.browser.pages import press
from tests.integration.test_thread import unravel

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.row("FAL-4", "LAG-6")]
PHONE = {"width": 375, "height": 700}


def thread(world) -> str:
    return reverse("portal:thread", args=[world.round.pk])


def test_it_is_open_to_all_empty_and_with_everything_loose(visit):
    empty = situations.World("tomt")
    officer = visit(empty.cast.officer, script=True)
    officer.page.goto(thread(empty))
    found = complaints(officer.page)
    world = situations.planned_round("fullt")
    unravel(world)
    officer = visit(world.cast.officer, script=True)
    officer.page.goto(thread(world))
    for fold in officer.page.locator(".loose details > summary").all():
        fold.click()
    assert found + complaints(officer.page) == []


def test_with_the_keyboard_alone_one_follows_a_thread_and_skips_the_picture(visit):
    world = situations.planned_round()
    page = visit(world.cast.officer).page
    page.goto(thread(world))
    box = page.locator(f'.layered a[aria-label^="Orsak: {world.cause.text}"]')
    box.focus()
    expect(box).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_label("Varför händer det?")).to_have_value(world.cause.text)
    page.goto(thread(world))
    skip = page.get_by_role("link", name="Hoppa över bilden till listan")
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#lista') !== null")


def test_the_picture_scrolls_in_its_own_box_and_a_part_is_chosen_without_script(visit):
    world = situations.planned_round()
    page = visit(world.cast.officer).page
    page.goto(thread(world))
    drawing = page.locator(".layered")
    assert drawing.evaluate("e => e.scrollWidth > e.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.get_by_label("Välj del").select_option(label=f"Löftet ”{world.promise.title}”")
    press(page.get_by_role("button", name="Visa"))
    assert page.url.endswith(f"?visa=lofte-{world.promise.pk}")
    expect(page.get_by_label("Välj del")).to_have_value(f"lofte-{world.promise.pk}")


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["phone", "enlarged"])
def test_on_a_phone_the_list_comes_first_and_the_picture_is_unfolded_by_whoever_wants_it(visit, size):
    world = situations.planned_round()
    page = visit(world.cast.officer).page
    page.set_viewport_size(size)
    page.goto(thread(world))
    drawing = page.locator(".layered")
    expect(drawing).not_to_be_visible()
    expect(page.locator("#lista").get_by_role("link", name=world.cause.text)).to_be_visible()
    page.get_by_text("Visa som bild", exact=True).click()
    expect(drawing).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
