"""The evening after a meeting: views are typed one after the other, also while the network is gone (DIA-13)."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dialogs.models import View
from tests import situations

pytestmark = [pytest.mark.browser, pytest.mark.row("DIA-13"), pytest.mark.slow]


@pytest.fixture
def world(live_server):
    world = situations.new_round()
    world.dialog = world.create("citizen_dialog", title="Torgmöte")
    return world


def type_in(page, text):
    page.get_by_label("Synpunkt", exact=True).fill(text)
    page.keyboard.press("Enter")


def test_what_is_typed_is_kept_without_a_network_and_sent_once_when_it_is_back(visit, world):
    officer = visit(world.cast.officer, script=True)
    page, address = officer.page, reverse("dialogs:write_views", args=[world.round.pk, world.dialog.pk])
    page.goto(address)
    page.get_by_label("Plats").fill("Torget")
    type_in(page, "Mörkt vid tunneln")
    expect(page.locator("[data-typed]")).to_contain_text("Mörkt vid tunneln")
    expect(page.get_by_label("Synpunkt", exact=True)).to_be_focused()

    page.context.set_offline(True)
    type_in(page, "Kallt på bussen")
    type_in(page, "Ingen lyssnar")
    expect(page.locator("[data-write-status]")).to_contain_text("2 väntar här")
    expect(page.locator("[data-waiting]")).to_contain_text("Ingen lyssnar")
    assert View.objects.count() == 1

    # The tab is closed with two that wait and one half typed; the computer is opened again where there is a network.
    page.get_by_label("Synpunkt", exact=True).fill("Halvskriv")
    context = page.context
    page.close()
    context.set_offline(False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_label("Synpunkt", exact=True)).to_have_value("Halvskriv")
    expect(page.get_by_label("Plats")).to_have_value("Torget")
    expect(page.locator("[data-typed]")).to_contain_text("Ingen lyssnar")
    expect(page.locator("[data-waiting]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-typed] li")).to_have_count(3)
    expect(page.get_by_label("Synpunkt", exact=True)).to_have_value("Halvskriv")
    type_in(page, "Halvskriven först, hel nu")
    expect(page.locator("[data-typed] li")).to_have_count(4)
    page.reload()
    expect(page.get_by_label("Synpunkt", exact=True)).to_have_value("")
    assert list(View.objects.order_by("pk").values_list("text", "place")) == [
        ("Mörkt vid tunneln", "Torget"), ("Kallt på bussen", "Torget"), ("Ingen lyssnar", "Torget"),
        ("Halvskriven först, hel nu", "Torget"),
    ]  # fmt: skip


def test_what_waits_is_asked_about_and_forgotten_at_logout(visit, world):
    officer = visit(world.cast.officer, script=True)
    page = officer.page
    page.goto(reverse("dialogs:write_views", args=[world.round.pk, world.dialog.pk]))
    page.route("**/synpunkter/skriv/**", lambda route: route.abort())
    type_in(page, "Kallt på bussen")
    expect(page.locator("[data-waiting]")).to_contain_text("Kallt på bussen")
    page.get_by_label("Synpunkt", exact=True).fill("Halvskriv")
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Logga ut").click()
    assert "2 har inte skickats än" in asked[0]
    assert page.evaluate("Object.keys(localStorage).length") == 2
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Logga ut").click()
    officer.sees_heading("Logga in")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_without_script_the_form_comes_back_focused_and_remembers(visit, world):
    officer = visit(world.cast.officer)
    page = officer.page
    page.goto(reverse("dialogs:write_views", args=[world.round.pk, world.dialog.pk]))
    officer.form.fill({"Synpunkt": "Mörkt", "Plats": "Torget"}).save("Spara och skriv nästa")
    expect(page.get_by_label("Synpunkt", exact=True)).to_be_focused()
    expect(page.get_by_label("Plats")).to_have_value("Torget")
    officer.form.fill({"Synpunkt": "Kallt"}).save("Spara och skriv nästa")
    assert list(View.objects.order_by("pk").values_list("text", "place")) == [
        ("Mörkt", "Torget"),
        ("Kallt", "Torget"),
    ]

    page.goto(reverse("dialogs:views", args=[world.round.pk]))
    for box in (
        page.get_by_role("checkbox", name="Mörkt").or_(page.get_by_role("checkbox", name="Kallt")).all()
    ):
        box.check()
    page.get_by_label("Vad blev det?").last.select_option("Tas i ordinarie arbete")
    officer.form.save("Sortera")
    officer.is_told("2 synpunkter är sorterade.")
