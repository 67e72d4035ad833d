"""A citizen with a phone, from the poster to the receipt and the answer, without script; and axe on the way."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dialogs.digital import stamp
from tests import web
from tests.browser.accessibility import complaints
from tests.browser.pages import press
from tests.situations import planned_round
from tests.web import nothing_counted  # noqa: F401 – a fixture

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PHONE = {"width": 375, "height": 700}


@pytest.fixture
def world(live_server, settings, monkeypatch):
    settings.SITE_URL = live_server.url
    monkeypatch.setattr(stamp, "QUICKEST", 0)  # the test writes faster than people do
    world = planned_round()
    world.digital = web.opened(world, closes_on=world.today + timedelta(days=7))
    return world


def poster(world) -> str:
    return reverse(
        "processes:document", args=[world.round.pk, "medborgardialog", world.citizen_dialog.pk, "affisch"]
    )


@pytest.mark.row("DIA-13", "LAG-9", "LAG-10")
def test_from_the_poster_to_the_receipt_and_the_answer_on_a_phone_without_script(visit, world, live_server):
    officer = visit(world.cast.officer).page
    officer.goto(poster(world))
    address = re.search(r"localhost:\d+/dialog/\w+", officer.locator("main").inner_text())[0]

    phone = visit.anonymously()
    phone.set_viewport_size(PHONE)
    phone.goto(f"http://{address}/")
    expect(phone.get_by_text("Det här är ingen polisanmälan.")).to_be_visible()
    phone.get_by_label("Var i centrum känner du dig otrygg").fill("Vid tunneln. Ring 070-174 06 05.")
    phone.get_by_label("Vilken plats gäller det?").fill("Gångtunneln")
    phone.get_by_role("button", name="Skicka", exact=True).click()
    expect(phone.get_by_role("heading", name="det ser ut som personuppgifter")).to_be_visible()
    phone.get_by_label("Var i centrum känner du dig otrygg").fill("Vid tunneln när det är mörkt.")
    phone.get_by_role("button", name="Skicka", exact=True).click()
    code = phone.locator(".receipt-code__code").inner_text()
    assert phone.context.cookies() == []
    phone.get_by_role("button", name="Jag har sparat koden").click()
    expect(phone.get_by_text("ännu inte besvarad")).to_be_visible()

    world.edit(web.views(world.digital).get(), outcome="focus")
    officer.goto(
        reverse("processes:subject", args=[world.round.pk, "medborgardialog", world.citizen_dialog.pk])
    )
    officer.get_by_role("link", name="Svara dem som skickat in").click()
    officer.get_by_label("Vad vill ni säga till alla som svarade?").fill("Tack! Tunneln får nytt ljus.")
    officer.get_by_role("button", name="Svara dem").click()
    expect(officer.get_by_text("Svaret är fryst.")).to_be_visible()

    phone.goto(f"{live_server.url}/kvitto/")
    phone.get_by_label("Vilken kod står på ditt kvitto?").fill(code.lower().replace("-", " "))
    phone.get_by_role("button", name="Visa").click()
    expect(phone.get_by_text("Vid tunneln när det är mörkt.")).to_be_visible()
    expect(phone.get_by_text("Tack! Tunneln får nytt ljus.")).to_be_visible()
    assert phone.context.cookies() == []


@pytest.mark.row("LAG-6")
def test_axe_finds_nothing_on_the_way(visit, world):
    page = visit.anonymously(script=True)
    found = []
    page.goto(reverse("digital:page", args=[world.digital.code]))
    found += complaints(page)
    press(page.get_by_role("button", name="Skicka", exact=True))
    found += complaints(page)
    page.get_by_label("Är det något annat").fill("Skriv till a.b@exempel.se")
    press(page.get_by_role("button", name="Skicka", exact=True))
    found += complaints(page)
    press(page.get_by_role("button", name="Skicka ändå"))
    found += complaints(page)
    press(page.get_by_role("button", name="Jag har sparat koden"))
    found += complaints(page)
    page.goto(reverse("digital:receipt"))
    found += complaints(page)
    web.closed(world.digital)
    page.goto(reverse("digital:page", args=[world.digital.code]))
    found += complaints(page)
    officer = visit(world.cast.officer, script=True).page
    args = [world.round.pk, world.citizen_dialog.pk]
    for address in (reverse("digital:open", args=args), poster(world)):
        officer.goto(address)
        found += complaints(officer)
    assert found == []
