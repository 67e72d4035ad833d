"""The meeting page on the wall: written with the keyboard alone, saved as it goes, open to all."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from processes.models import FocusArea, Problem
from tests import situations
from tests.browser.accessibility import complaints

pytestmark = [pytest.mark.browser, pytest.mark.row("GEM-8", "LAG-6"), pytest.mark.slow]


@pytest.fixture
def world(live_server):
    world = situations.new_round()
    world.problem = world.add("processes.Problem", title="Bråk vid torget", police_view="Fem anmälningar.")
    world.area = world.add("processes.FocusArea", title="Tryggt torg", problem=world.problem)
    world.joint = world.record("processes.JointSituation")
    world.url = reverse("processes:meeting", args=[world.round.pk, "gemensam-lagesbild", world.joint.pk])
    return world


@pytest.fixture
def page(visit, world):
    page = visit(world.cast.officer, script=True).page
    page.goto(world.url)
    page.get_by_role("button", name="Börja mötet nu").press("Enter")
    expect(page.get_by_text("Mötet hålls i dag.")).to_be_visible()
    return page


def saved(page):
    expect(page.locator("[data-meeting-status]")).to_contain_text("Sparat")


def test_with_the_keyboard_alone_all_is_written_and_becomes_minutes(page, world):
    page.locator("#bilden-ny").get_by_label("Problemet").focus()
    page.keyboard.type("Mopeder")
    page.keyboard.press("Enter")
    expect(page.locator("#bilden-ny input[name=title]")).to_be_focused()  # ready for the next
    own = page.locator(f"#bilden-{world.problem.pk}")
    own.get_by_label("Kommunens bild").focus()
    page.keyboard.type("Svag belysning.")
    page.keyboard.press("Tab")
    saved(page)
    page.keyboard.type("Man går omvägar.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")  # the first of the answers: the pictures agree
    lines = page.locator(".meeting__lines li")
    expect(lines).to_have_count(2)
    expect(lines.last).to_contain_text("bilderna stämmer överens")
    page.get_by_role("button", name="För in i anteckningarna").press("Enter")
    minutes = page.get_by_label("Minnesanteckningar")
    expect(minutes).not_to_have_value("")
    assert "Problem: Mopeder" in minutes.input_value()
    world.problem.refresh_from_db()
    assert world.problem.citizen_view == "Man går omvägar."
    assert (world.problem.municipality_view, world.problem.agree) == ("Svag belysning.", True)
    assert Problem.objects.filter(title="Mopeder").exists()


def test_forms_of_the_same_row_do_not_stand_in_each_others_way(page, world):
    page.locator(f"#fokus-{world.area.pk}").get_by_role("group", name="Slag").get_by_label("Grupp").check()
    saved(page)
    order = page.locator(f"#ordning-{world.area.pk}")
    order.get_by_label("Prioritet").fill("1")
    order.get_by_label("Prioritet").press("Enter")
    expect(page.locator(".meeting__lines")).to_contain_text("prioritet 1")
    ground = page.locator(f"#fokus-{world.area.pk}").get_by_label("Vad talar mest för det?")
    assert ground.locator("option:not([disabled])").all_inner_texts()[1:] == [
        "Mest utsatt",
        "Orsakar problemet",
    ]
    ground.select_option(label="Mest utsatt")
    expect(page.locator(".meeting__lines")).to_contain_text("skäl: Mest utsatt")
    area = FocusArea.objects.get(pk=world.area.pk)
    assert (area.kind, area.grounds, area.priority) == ("group", "group_exposed", 1)


def test_what_two_have_written_is_shown_side_by_side(page, world):
    field = page.locator(f"#bilden-{world.problem.pk}").get_by_label("Polisens bild")
    field.fill("Femton samtal.")
    world.edit(world.problem, by=world.cast.coordinator, police_view="Tjugo samtal.")
    field.press("Tab")
    expect(page.get_by_role("heading", level=1)).to_have_text("Någon annan har sparat medan du skrev")
    expect(page.locator("main")).to_contain_text("Tjugo samtal.")
    expect(page.get_by_role("textbox")).to_have_value("Femton samtal.")


def test_without_contact_nothing_is_lost(page, world):
    page.context.set_offline(True)
    field = page.locator(f"#bilden-{world.problem.pk}").get_by_label("Polisens bild")
    field.fill("Femton samtal.")
    field.press("Tab")
    expect(page.locator("[data-meeting-status]")).to_contain_text("Ingen kontakt med servern")
    page.context.set_offline(False)
    field.fill("Sexton samtal.")
    field.press("Tab")
    saved(page)
    world.problem.refresh_from_db()
    assert world.problem.police_view == "Sexton samtal."


def test_what_makes_no_sense_is_said_at_its_field_and_the_page_is_open_to_all(page, world):
    for title in ("Inbrott", "Buskörning"):
        world.add("processes.FocusArea", title=title, score_extent=2, score_worry=1, score_harm=3)
    page.reload()
    priority = page.locator(f"#ordning-{world.area.pk}").get_by_label("Prioritet")
    priority.fill("99999999999999999999")
    priority.press("Enter")
    expect(page.locator(f"#ordning-{world.area.pk} .error")).to_be_visible()
    assert complaints(page) == []
