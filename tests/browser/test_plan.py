"""The activity plan in the browser: open to all in every state, lighter with script, whole without it."""

from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from processes.models import Activity
from tests import situations
from tests.browser.accessibility import complaints
from tests.browser.pages import press

pytestmark = [pytest.mark.browser, pytest.mark.row("LAG-6"), pytest.mark.slow]


def step(world):
    return reverse("processes:step", args=[world.round.pk, "aktivitetsplan"])


def new_activity(world):
    plan = world.record("processes.ActivityPlan").pk
    return reverse("processes:add_row", args=[world.round.pk, "aktivitetsplan", plan, "aktiviteter"])


def unfolded(page, path):
    """The page with everything on it unfolded, so that all of it is looked at."""
    page.goto(path)
    page.evaluate("document.querySelectorAll('main details').forEach((fold) => { fold.open = true })")
    return page


def test_the_plan_is_open_to_all_empty_refused_filled_and_read_only(visit):
    empty = situations.World("norr")
    officer = visit(empty.cast.officer, script=True)
    found = complaints(unfolded(officer.page, step(empty)))
    found += complaints(unfolded(officer.page, new_activity(empty)))
    officer.page.goto(step(empty))
    assert officer.tries_to("Klarmarkera").codes
    found += complaints(officer.page)

    world = situations.planned_round()
    first, second, _ = world.activities
    world.edit(
        first, expected_effect=3, effort=1, society="Kan flytta bråket", technique="formal_surveillance"
    )
    world.edit(second, target_value=41, after=first, horizon="long_term", position=1)
    world.edit(world.cause, side="manager")
    for who in ("coordinator", "reader"):
        person = visit(getattr(world.cast, who), script=True)
        found += complaints(unfolded(person.page, step(world)))
    coordinator = visit(world.cast.coordinator, script=True)
    found += complaints(unfolded(coordinator.page, new_activity(world)))
    coordinator.page.goto(new_activity(world))
    coordinator.form.fill({"Hur mäts det?": "Görs eller görs inte"})
    coordinator.page.locator("#id_target_value").evaluate("e => { e.value = '3' }")
    coordinator.form.save()
    expect(coordinator.page.locator(".error-summary")).to_contain_text("har inget tal")
    assert found + complaints(coordinator.page) == []


@pytest.mark.row("FAL-1")
def test_the_form_shows_what_means_something_for_the_chosen_target(visit):
    world = situations.planned_round()
    page = visit(world.cast.officer, script=True).page
    page.goto(new_activity(world))
    kind, value, unit, reason = (
        page.locator(f"#id_{n}") for n in ("target_kind", "target_value", "target_unit", "no_number_reason")
    )
    for chosen, shown in (
        ("per_week", (True, True, False)),
        ("hours", (True, False, False)),
        ("on_demand", (False, False, True)),
    ):
        kind.select_option(chosen)
        assert (value.is_visible(), unit.is_visible(), reason.is_visible()) == shown, chosen
    kind.select_option("per_week")
    value.fill("3")
    kind.select_option("yes_no")
    expect(value).to_be_visible()  # what holds an answer is never put out of sight
    expect(unit).to_be_hidden()


@pytest.mark.row("AKT-2", "X-3")
@pytest.mark.parametrize("script", [True, False])
def test_an_idea_is_filled_in_with_script_or_without_and_nothing_typed_is_lost(visit, script):
    world = situations.planned_round()
    world.edit(world.cause, side="manager")
    officer = visit(world.cast.officer, script=script)
    page = officer.page
    page.goto(f"{new_activity(world)}?cause={world.cause.pk}")
    officer.form.fill({"Vad ska ni göra?": "Ha en värd på torget"})
    page.get_by_text("Idéer ur de 25 teknikerna").click()
    button = page.get_by_role("button", name="Använd dem som ansvarar för platsen").last
    if script:
        button.click()
    else:
        press(button)
    expect(page.locator("#id_technique")).to_have_value("place_managers")
    expect(page.locator("#id_technique")).to_be_focused()
    expect(page.locator("#id_what")).to_have_value("Ha en värd på torget")
    officer.form.save()
    officer.is_told("Sparat.")
    officer.sees("Ha en värd på torget", "Använd dem som ansvarar för platsen")


@pytest.mark.row("AKT-1", "LAG-6")
def test_a_party_says_yes_with_the_keyboard_alone_from_my_work(visit):
    world = situations.planned_round()
    world.edit(world.shares[1], hours=120)
    coordinator = visit(world.cast.coordinator)
    page = coordinator.page
    link = page.get_by_role("link", name="Svara om Aby kommun tar på sig en aktivitet")
    link.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ja, vi tar på oss det ikryssade")).to_be_focused()
    coordinator.sees("Ändrat sedan ert ja", "timmar")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    coordinator.is_told("Svaret är noterat.")
    coordinator.sees("Har sagt ja till 1 av 1")


@pytest.mark.row("X-13")
@pytest.mark.parametrize("script", [True, False])
def test_a_number_is_typed_with_a_comma_and_a_gap(visit, script):
    world = situations.planned_round()
    officer = visit(world.cast.officer, script=script)
    page = officer.page
    page.goto(f"{new_activity(world)}?cause={world.cause.pk}")
    officer.form.fill(
        {"Vad ska ni göra?": "Lysa upp gångvägen", "Hur mäts det?": "Minst så många", "Mål": "1 250,5"}
    )
    officer.form.save()
    officer.is_told("Sparat.")
    made = Activity.objects.get(what="Lysa upp gångvägen")
    assert made.target_value == Decimal("1250.50")
    args = [world.round.pk, "aktivitetsplan", world.activity_plan.pk, "aktiviteter", made.pk]
    page.goto(reverse("processes:edit_row", args=args))
    expect(page.locator("#id_target_value")).to_have_value("1250,5")
