"""A dialogue held for an earlier round: flagged when it is old, taken along with a reason, left out again (FAL-7)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from dialogs.reuse import actions
from dialogs.said import actions as said
from processes.models import Deviation
from processes.pages import links
from processes.writing import ReasonNeeded, Refused
from tests import situations
from tests.world import World

pytestmark = pytest.mark.django_db
NOTICE = "Äldre än perioden före rundans"
WHY = "Ungdomarna säger samma sak i årets mätning."


@pytest.fixture
def earlier():
    """A round with a dialogue held so long ago that it is old in any round to come."""
    world = situations.new_round()
    world.citizen_dialog = world.create("citizen_dialog", title="Öppet hus i Åby")
    return world


@pytest.fixture
def world(earlier):
    """The next round of the same area and people."""
    return World(people=earlier.cast)


def held(earlier, days):
    return earlier.edit(earlier.citizen_dialog, held_on=earlier.today - timedelta(days=days))


def url(world, name, dialog):
    return reverse(f"dialogs:{name}", args=[world.round.pk, dialog.pk])


def pages(world, client, by="officer"):
    client.force_login(getattr(world.cast, by))
    step = world.method["citizen_dialog"]
    shown = [links.step_url(world.round.pk, step)]
    shown += [links.subject_url(world.round.pk, step, row.id) for row in world.facts().rows(step.record)]
    return [" ".join(client.get(page).content.decode().split()) for page in shown]


def take(world, dialog, reason="", by="officer"):
    by = getattr(world.cast, by)
    return actions.take_along(by=by, round_=world.round, dialog_id=dialog.pk, reason=reason)


@pytest.mark.row("FAL-7")
def test_an_old_dialogue_is_flagged_on_its_page_and_in_the_list_until_there_is_a_reason(earlier, client):
    dialog = held(earlier, 3 * 365)
    listed, page = pages(earlier, client)
    assert f"{NOTICE} (hölls " in listed and f"{NOTICE}: hölls " in page
    assert f"?krav={'FAL-7:sign'}" in page  # the notice leads to where the reason is given
    assert "?krav=" not in pages(earlier, client, by="communicator")[1]  # who gives none is told, and no more
    earlier.deviate("citizen_dialog", dialog, ["FAL-7:sign"])
    assert not any(NOTICE in text for text in pages(earlier, client))


@pytest.mark.row("FAL-7")
def test_a_fresh_dialogue_is_listed_with_its_day_and_no_warning(earlier, client):
    held(earlier, 3)
    listed, page = pages(earlier, client)
    assert "Hölls " in listed and NOTICE not in listed + page


@pytest.mark.row("FAL-7")
def test_an_old_dialogue_is_taken_along_with_its_date_a_warning_and_a_reason(earlier, world, client):
    dialog = held(earlier, 3 * 365)
    (listed,) = pages(world, client)
    assert "för rundan ”Trygg i Aby”" in listed and NOTICE in listed
    way = url(world, "take_along", dialog)
    assert way in listed
    form = client.get(way).content.decode()
    assert "Läget kan ha hunnit ändras" in form and f"Hölls {dialog.held_on.day} " in form
    refused = client.post(way, {"reason": " "})
    assert (
        refused.status_code == 422 and "Skriv varför dialogen gäller fortfarande" in refused.content.decode()
    )
    assert client.post(way, {"reason": WHY}).status_code == 302
    _, page = pages(world, client)
    assert WHY in page and f"{NOTICE}:" not in page
    assert set(dialog.processes.all()) == {earlier.round, world.round}
    line = dialog.history.first()
    assert (
        line.round_id == world.round.pk and line.history_change_reason == "Togs med från en tidigare runda."
    )


@pytest.mark.row("FAL-7")
def test_without_a_reason_an_old_dialogue_stays_where_it_is(earlier, world):
    dialog = held(earlier, 3 * 365)
    with pytest.raises(ReasonNeeded):
        take(world, dialog)
    assert list(dialog.processes.all()) == [earlier.round] and not Deviation.objects.exists()


@pytest.mark.row("FAL-7")
def test_a_reason_given_in_one_round_is_none_in_another(earlier, world):
    dialog = held(earlier, 3 * 365)
    earlier.deviate("citizen_dialog", dialog, ["FAL-7:sign"])
    dialog.processes.add(world.round)
    assert "FAL-7" not in earlier.codes("citizen_dialog", "sign", dialog)
    noticed = [c.code for c, _ in _noticed(world, dialog)]
    assert noticed == ["FAL-7"] and not _noticed(earlier, dialog)


def _noticed(world, dialog):
    from processes import guard

    facts, step = world.facts(), world.method["citizen_dialog"]
    return guard.noticed(world.method, facts, step, facts.get(step.record, dialog.pk))


def test_a_fresh_one_is_taken_along_with_one_press_and_no_reason(earlier, world, client):
    dialog = held(earlier, 3)
    client.force_login(world.cast.coordinator)
    form = client.get(url(world, "take_along", dialog)).content.decode()
    assert "alla parter i den här rundan får läsa dem" in form and 'name="reason"' not in form
    assert client.post(url(world, "take_along", dialog)).status_code == 302
    assert world.facts().one("dialogs.CitizenDialog").id == dialog.pk
    assert not Deviation.objects.exists()


def test_only_who_leads_both_rounds_takes_a_dialogue_along(earlier, world, client):
    dialog = held(earlier, 3)
    for by in ("communicator", "partner", "chief"):
        with pytest.raises(Refused, match="Bara"):
            take(world, dialog, by=by)
    # Another municipality's coordinator leads this round but not that one.
    berga = World("berga")
    with pytest.raises(Refused, match="går inte att ta med"):
        take(berga, dialog)
    client.force_login(berga.cast.officer)
    assert client.get(url(berga, "take_along", dialog)).status_code == 404


def test_what_has_not_been_held_or_is_here_already_is_not_offered(earlier, world, client):
    assert "Ta med …" not in pages(world, client)[0]
    dialog = held(earlier, 3)
    assert "Ta med …" not in pages(earlier, client)[0]
    take(world, dialog)
    assert "Ta med …" not in pages(world, client)[0]
    with pytest.raises(Refused):
        take(world, dialog)


def test_it_can_be_left_out_again_and_stays_in_the_round_it_was_held_for(earlier, world, client):
    dialog = held(earlier, 3 * 365)
    take(world, dialog, WHY)
    client.force_login(world.cast.officer)
    assert client.post(url(world, "leave_out", dialog)).status_code == 302
    assert list(dialog.processes.all()) == [earlier.round] and Deviation.objects.get().withdrawn
    with pytest.raises(Refused, match="hölls för den här rundan"):
        actions.leave_out(by=earlier.cast.officer, round_=earlier.round, dialog_id=dialog.pk)


def test_while_something_rests_on_what_was_said_it_stays(earlier, world, client):
    dialog = held(earlier, 3)
    take(world, dialog)
    problem = world.add("processes.Problem", title="Torget")
    view = world.add("dialogs.View", dialog, text="Mörkt", problem=problem)
    client.force_login(world.cast.officer)
    answer = client.post(url(world, "leave_out", dialog))
    assert answer.status_code == 409 and "hör till problem i rundan" in answer.content.decode()
    world.edit(view, problem=None)
    actions.leave_out(by=world.cast.officer, round_=world.round, dialog_id=dialog.pk)


def test_what_a_view_led_to_in_the_earlier_round_is_kept(earlier, world, client):
    dialog = held(earlier, 3)
    before = earlier.add("processes.Problem", title="Förra rundans torg")
    led = earlier.add("dialogs.View", dialog, text="Mörkt", problem=before)
    free = earlier.add("dialogs.View", dialog, text="Kallt")
    take(world, dialog)
    now = world.add("processes.Problem", title="Torget")
    said.sort(
        by=world.cast.officer,
        round_=world.round,
        keys=[led.pk, free.pk],
        values={"problem": now, "outcome": "focus"},
    )
    led.refresh_from_db(), free.refresh_from_db()
    assert (led.problem, led.outcome) == (before, "focus") and free.problem == now
    # Nor does the view's own form drop it unseen.
    client.force_login(world.cast.officer)
    way = links.at(
        "edit_row", world.round.pk, world.method["citizen_dialog"], dialog.pk, "synpunkter", led.pk
    )
    assert f'value="{before.pk}" selected' in client.get(way).content.decode()
