"""The local picture written in the browser: what it shows, and its figures drawn."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import situations
from tests.browser.accessibility import complaints

pytestmark = [pytest.mark.browser, pytest.mark.row("LAG-6"), pytest.mark.slow]


def test_a_picture_is_written_entry_by_entry_and_its_figures_drawn(visit, live_server):
    world = situations.new_round()
    officer = visit(world.cast.officer, script=True)  # axe needs it
    page = officer.page
    page.goto(reverse("processes:step", args=[world.round.pk, "lokal-lagesbild"]))
    officer.add(
        "Lägg till under risk att utsättas",
        {
            "Kort beskrivning": "Unga rånas vid busstationen",
            "Mer om det": "Mest mellan 20 och 23.",
            "Varifrån kommer uppgiften?": "Anmälda brott",
        },
    )
    risk = page.locator(".picture__part", has=page.get_by_role("heading", name="Risk att utsättas"))
    expect(risk).to_contain_text("Unga rånas vid busstationen")
    expect(risk).to_contain_text("Mest mellan 20 och 23.")

    figures = {"Vad visar siffrorna?": "Anmälda rån", "Siffrorna": "2023; 9\n2024; 12\n2025; 23"}
    officer.add("Lägg till en serie", figures)
    series = page.locator(".series", has_text="Anmälda rån")
    expect(series.locator("svg title")).to_have_count(1)
    expect(series).to_contain_text("Sedan 2024 har det ökat från 12 till 23")
    series.get_by_text("Visa siffrorna").click()
    expect(series.get_by_role("row", name="2025 23")).to_be_visible()
    assert complaints(page) == []
