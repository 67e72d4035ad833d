"""Whom a dialogue reached, written in the browser, beside those who live in the area."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import situations
from tests.browser.accessibility import complaints

pytestmark = [pytest.mark.browser, pytest.mark.row("DIA-18", "FAL-12", "LAG-6"), pytest.mark.slow]
TABLE = "\n".join(
    f"{age} år\t{gender}\t{number}"
    for age, number in (("0–15", 900), ("16–24", 600), ("25–44", 1500), ("45–64", 1400), ("65+", 1100))
    for gender in ("kvinnor", "män")
)


def test_who_came_is_set_beside_who_lives_there(visit, live_server):
    world = situations.new_round()
    dialog = world.create("citizen_dialog", title="Öppet hus i Åby")
    world.edit(dialog, held_on=world.today, reached_total=60)
    officer = visit(world.cast.officer, script=True)  # axe needs it
    page = officer.page
    page.goto(reverse("processes:subject", args=[world.round.pk, "medborgardialog", dialog.pk]))
    officer.link("Skriv kön och ålder")
    officer.save({"Kvinnor och flickor": 40, "Män och pojkar": 20, "65 år och äldre": 30, "45–64 år": 20})
    reached = page.locator("#rackvidd")
    expect(reached).to_contain_text("60 av 60 uppgav kön")
    expect(reached).to_contain_text("inget går att jämföra")

    officer.link("Skriv in befolkningen")
    officer.form.fill({"Tabellen": TABLE}).save("Läs tabellen")
    expect(page.get_by_label("65 år och äldre, kvinnor")).to_have_value("1100")
    officer.form.fill({"Varifrån kommer de?": "SCB"}).save()
    page.goto(reverse("processes:subject", args=[world.round.pk, "medborgardialog", dialog.pk]))
    expect(reached).to_contain_text("Befolkningen: SCB")
    drawn = reached.get_by_role(
        "img", name="65 år och äldre: av dem som uppgav 60 %, av dem som bor här 20 %"
    )
    expect(drawn).to_be_visible()
    reached.get_by_text("Ålder, av dem som uppgav, som tabell").click()
    expect(reached.get_by_role("columnheader", name="Andel av dem som bor här")).to_be_visible()
    assert complaints(page) == []

    # Before focus areas are chosen it is told who has not been heard.
    page.goto(reverse("processes:step", args=[world.round.pk, "gemensam-lagesbild"]))
    expect(page.locator("main")).to_contain_text("Under 16 år")
