"""VAD run by the group's manager from the page on the wall: written as it is said, and minuted by itself."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from dialogs.models import Proposal
from tests import situations
from tests.browser.accessibility import complaints

pytestmark = [pytest.mark.browser, pytest.mark.row("MED-10"), pytest.mark.slow]


@pytest.fixture
def world(live_server):
    world = situations.new_round()
    world.edit(world.record("processes.LocalSituation"), dated_on=world.today)
    world.dialog = world.create("staff_dialog_what", group="Områdespoliser Åby", manager=world.cast.manager)
    args = [world.round.pk, "medarbetardialog-vad", world.dialog.pk]
    world.step_url, world.url = (reverse(f"processes:{name}", args=args) for name in ("subject", "meeting"))
    return world


@pytest.mark.row("MED-2", page="/processer/…/steg/medarbetardialog-vad/")
def test_a_manager_runs_the_whole_meeting_from_one_page(visit, world):
    page = visit(world.cast.manager, script=True).page
    page.goto(world.step_url)
    page.get_by_role("link", name="Mötesläge").click()
    page.get_by_role("button", name="Börja mötet nu").press("Enter")
    expect(page.get_by_text("Mötet hålls i dag.")).to_be_visible()
    for field, number in (("Hur många arbetar i gruppen?", "9"), ("Hur många blev inbjudna?", "9")):
        page.locator("#deltagare").get_by_label(field).fill(number)
    page.locator("#deltagare").get_by_label("Hur många var med?").fill("7")
    for part, words in (
        ("bild", "Langningen har flyttat"),
        ("bild", "Bussen går en gång i timmen"),
        ("orsak", "Ingen vuxen är kvar efter nio"),
    ):
        field = page.locator(f"#{part}-ny").get_by_label("Vad kom gruppen fram till?")
        field.fill(words)
        field.press("Enter")
        expect(page.locator(f"#{part}-ny textarea, #{part}-ny input[name=text]")).to_have_value("")
    expect(page.locator(".meeting__lines")).to_contain_text("Bussen går en gång i timmen – lokal lägesbild")
    assert complaints(page) == []
    page.get_by_role("button", name="För in i anteckningarna").press("Enter")
    expect(page.get_by_role("textbox", name="Anteckningar")).not_to_have_value("")
    assert list(Proposal.objects.order_by("pk").values_list("kind", flat=True)) == [
        "picture",
        "picture",
        "cause",
    ]
    world.dialog.refresh_from_db()
    assert (world.dialog.held_on, world.dialog.took_part) == (world.today, 7)
    page.get_by_role("link", name="Lämna mötet").click()
    page.get_by_role("button", name="Klarmarkera").click()
    expect(page.locator(".page-head__state")).to_contain_text("Klar")
    page.goto(reverse("processes:step", args=[world.round.pk, "medarbetardialog-vad"]))
    page.get_by_role("button", name="Spara återkopplingen").click()
    expect(page.get_by_text("Återkopplingen är sparad för en grupp.")).to_be_visible()
    assert complaints(page) == []


@pytest.mark.parametrize(("kind", "leave"), [("button", "Lägg till något om läget"), ("link", "Lämna mötet")])
def test_what_is_on_its_way_when_the_page_is_left_is_saved_first(visit, world, kind, leave):
    """The network of the meeting room is slow: one save is on its way and the next waits for it."""
    page = visit(world.cast.manager, script=True).page
    page.goto(world.url)
    asked, slow = [], []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    page.route("**/deltagare/**", lambda route: slow.append(route), times=1)
    if kind == "button":
        page.locator("#bild-ny").get_by_label("Vad kom gruppen fram till?").fill("Langningen har flyttat")
    room = page.locator("#deltagare")
    room.get_by_label("Hur många blev inbjudna?").fill("9")
    room.get_by_label("Hur många var med?").fill("7")
    with page.expect_navigation():
        page.get_by_role(kind, name=leave).click()
        slow.pop().continue_()
    world.dialog.refresh_from_db()
    assert (world.dialog.invited, world.dialog.took_part, asked) == (9, 7, [])
