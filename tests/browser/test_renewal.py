"""From what was done to what is told, and from one promise to the next: whole without script, open to all."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.row("ATE-1", "X-11", "PRO-4", "X-13")
def test_tell_what_was_done_and_renew_the_promise_without_script(visit):
    world = situations.published_promise()
    world.add(
        "agreements.ActivityLog",
        world.round,
        activity=world.activities[0],
        done_on=world.today,
        by=world.cast.officer,
    )
    officer = visit(world.cast.officer)
    page = officer.page
    page.goto(reverse("processes:step", args=[world.round.pk, "aterkoppling"]))
    press(page.get_by_role("link", name="Berätta om det här"))
    officer.form.save()
    officer.is_told("Återkopplingen är sparad.")
    press(page.get_by_role("link", name="Använd texten på fler ställen"))
    assert "/loften/" in page.get_by_role("textbox", name="Kort inlägg").input_value()
    page.goto(reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk]))
    press(page.get_by_role("link", name="Förnya löftet"))
    press(page.get_by_role("button", name="Förnya löftet"))
    officer.is_told("är förnyat och börjar som ett utkast")
    press(page.get_by_role("button", name="Allt i kommunikation stämmer"))
    officer.is_told("stämmer fortfarande")
    press(page.get_by_role("link", name="Ändra Gemensamt för planen"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Gemensamt för planen")


@pytest.mark.row("LAG-6")
def test_the_pages_pass_axe_and_are_as_narrow_as_a_phone(visit):
    world = situations.closed_promise()
    world.create("citizen_promise", title="Ett löfte till")
    told = world.feedback("feedback", world.round, ["citizens"])
    officer = visit(world.cast.officer, script=True)
    page, found = officer.page, []
    step = reverse("processes:step", args=[world.round.pk, "medborgarlofte"])
    for path in (
        "/erfarenheter/",
        step,
        reverse("agreements:preview", args=[world.round.pk, world.promise.pk]),
        reverse("agreements:renew", args=[world.round.pk, world.promise.pk]),
        reverse("agreements:feedback_texts", args=[world.round.pk, told.pk]),
    ):
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(path)
            page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true })")
            found += complaints(page)
            fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            assert page.evaluate(fits), (path, width)
    assert found == [], "\n".join(found)
