"""The tree of causes is built with the keyboard alone, by touch, and without script; and is open to all."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from processes.models import Cause
from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.row("PRB-2"), pytest.mark.slow]


@pytest.fixture
def world(live_server):
    world = situations.new_round()
    area = world.add("processes.FocusArea", title="Torget på kvällen", becomes_promise=True)
    world.analysis = world.create("problem_analysis", focus_area=area)
    return world


@pytest.fixture
def tool(world):
    return reverse("processes:why", args=[world.round.pk, world.analysis.pk])


@pytest.fixture
def step(world):
    return reverse("processes:subject", args=[world.round.pk, "problemanalys", world.analysis.pk])


def tree() -> dict[str, str]:
    """What each cause explains; the problem itself is a blank."""
    return {c.text: c.parent.text if c.parent else "" for c in Cause.objects.select_related("parent")}


@pytest.mark.row("PRB-2", "LAG-6")
def test_with_the_keyboard_alone_a_tree_of_three_levels_is_built(visit, world, tool):
    page = visit(world.cast.officer, script=True).page
    page.goto(f"{tool}?under=0")
    told = page.locator("[data-why-status]")

    def write(text: str, *keys: str) -> None:
        expect(page.locator("[data-why-text]:focus")).to_have_value("")
        page.keyboard.type(text)
        for key in keys:
            page.keyboard.press(key)
        page.keyboard.press("Enter")
        expect(told).to_have_text(f"Sparat: {text}. Skriv nästa på samma nivå.")

    page.keyboard.press("Enter")
    expect(told).to_have_text("Skriv varför det händer först.")
    write("Ingen vuxen är där")
    page.keyboard.type("Gården stänger åtta")
    page.keyboard.press("Tab")
    expect(told).to_have_text("Nivå 2, förklarar: Ingen vuxen är där")
    page.keyboard.press("Enter")
    expect(told).to_have_text("Sparat: Gården stänger åtta. Skriv nästa på samma nivå.")
    write("Passet slutar då", "Tab")
    write("Mörkt vid kurerna", "Shift+Tab", "Shift+Tab")
    write("Lampan är trasig", "Tab")
    assert tree() == {
        "Ingen vuxen är där": "",
        "Gården stänger åtta": "Ingen vuxen är där",
        "Passet slutar då": "Gården stänger åtta",
        "Mörkt vid kurerna": "",
        "Lampan är trasig": "Mörkt vid kurerna",
    }

    focused = page.locator(":focus")
    for key, name, said in (
        ("ArrowUp", "Lampan är trasig", "Nivå 2"),
        ("ArrowLeft", "Mörkt vid kurerna", "Nivå 1"),
        ("Home", "Ingen vuxen är där", "1 under"),
        ("ArrowRight", "Gården stänger åtta", "Nivå 2"),
        ("ArrowDown", "Passet slutar då", "inget varför under"),
    ):
        page.keyboard.press(key)
        expect(focused).to_have_text(name)
        expect(told).to_contain_text(said)
    page.keyboard.press("ArrowRight")  # into the line below the cause
    page.keyboard.type("Så har det alltid varit")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Nära – går att påverka nu").locator("visible=true")).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Kommunen")
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Sparat: Så har det alltid varit.")
    last = Cause.objects.get(text="Så har det alltid varit")
    assert (last.parent.text, last.horizon, last.who_can_act) == ("Passet slutar då", "near", "Kommunen")


def test_what_is_refused_while_one_writes_is_told_with_the_text_left(visit, world, tool):
    """Somebody else took the cause away: the plain page of the server takes over and keeps the words."""
    first = world.add("processes.Cause", world.analysis, text="Borttagen snart")
    page = visit(world.cast.officer, script=True).page
    page.goto(f"{tool}?under={first.pk}")
    page.keyboard.type("Mitt svar")
    world.remove(first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_contain_text("finns inte längre")
    expect(page.locator("[data-why-ask][open] [data-why-text]")).to_have_value("Mitt svar")
    assert complaints(page) == []


def test_without_contact_the_words_stay(visit, world, tool):
    page = visit(world.cast.officer, script=True).page
    page.goto(f"{tool}?under=0")
    page.keyboard.type("Skrivet i en källare")
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.locator("[data-why-status]")).to_have_text(
        "Ingen kontakt med servern just nu. Det du skrev står kvar."
    )
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator("[data-why-status]")).to_contain_text("Sparat")
    assert list(tree()) == ["Skrivet i en källare"]


@pytest.mark.row("PRB-2", "LAG-6")
def test_by_touch_and_without_script_every_line_has_room_for_a_thumb(visit, world, tool, step):
    officer = visit(world.cast.officer, has_touch=True)
    page = officer.page
    page.set_viewport_size({"width": 375, "height": 700})
    page.goto(step)
    page.get_by_label("Varför händer det?", exact=True).fill("Ingen vuxen är där")
    press(page.get_by_role("button", name="Lägg till orsaken"))
    officer.is_told("Sparat.")
    page.locator("summary", has_text="Varför?").tap()
    line = page.locator(f"[data-why-node='{Cause.objects.get().pk}'] > details")
    line.get_by_label("Varför händer det?").fill("Gården stänger åtta")
    line.get_by_label("Nära – går att påverka nu").tap()
    for big in (
        *page.locator(".why__ask > summary").all(),
        *line.locator("input[name=text], button, .choice").all(),
    ):
        assert big.bounding_box()["height"] >= 44, big.inner_html()
    with page.expect_navigation():
        line.get_by_role("button").tap()
    assert tree() == {"Ingen vuxen är där": "", "Gården stänger åtta": "Ingen vuxen är där"}
    expect(page.locator(":focus")).to_have_attribute("data-why-text", "")


@pytest.mark.row("PRB-2", "PRB-3", "LAG-6")
def test_every_state_of_tree_and_triangle_is_open_to_all(visit, world, tool, step):
    officer, reader = visit(world.cast.officer, script=True), visit(world.cast.reader, script=True)
    page, found = officer.page, []
    for path in (step, f"{tool}?under=0"):
        page.goto(path)
        found += complaints(page)
    page.get_by_text("Visa ett exempel").click()
    found += complaints(page)

    above = None
    for number in range(1, 6):
        above = world.add(
            "processes.Cause", world.analysis, text=f"Varför {number}", parent=above, side="place"
        )
    world.add(
        "processes.TrianglePart", world.analysis, side="guardian", who="Nattvandrarna", standing="missing"
    )
    world.edit(
        world.analysis, event_chain="Gården stänger\nGruppen går till torget", expectations="Att någon är där"
    )
    for path in (step, f"{tool}?under={above.parent.pk}"):
        page.goto(path)
        for fold in page.locator("main details > summary").all():
            if fold.is_visible() and not fold.evaluate("e => e.parentElement.open"):
                fold.click()
        found += complaints(page)
    reader.page.goto(step)
    found += complaints(reader.page)
    reader.page.goto(reverse("processes:step", args=[world.round.pk, "problemanalys"]))
    found += complaints(reader.page)
    assert found == []
