"""Återkopplingsskuld: whoever has taken part waits until told; the page knows who, about what, how long."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dialogs.models import CitizenDialog, WhatDialog
from processes.models import Feedback
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("FAL-6")]
URL = "/aterkopplingsskuld/"


@pytest.fixture
def world():
    return new_round()


@pytest.fixture
def dialog(world):
    made = world.create("citizen_dialog", title="Öppet hus i Åby")
    return world.edit(made, held_on=world.today - timedelta(days=12))


def owed(world: World, key: str = "citizen_dialog") -> dict[str, int]:
    """Audience → days, of every debt in a step, as the declaration tells it."""
    facts, step = world.facts(), world.method[key]
    rows = [debt for row in facts.rows(step.record) for debt in step.debts(facts, row)]
    return {debt.audience: (facts.today - debt.since).days for debt in rows}


def page(client, user) -> str:
    client.force_login(user)
    return " ".join(client.get(URL).content.decode().split())


def test_everyone_waits_from_the_day_of_the_dialogue_until_told(world, dialog):
    assert owed(world) == {"citizens": 12, "staff": 12, "partners": 12}
    world.feedback("citizen_dialog", dialog, ["citizens", "partners"])
    assert owed(world) == {"staff": 12}
    world.feedback("citizen_dialog", dialog, ["staff"])
    assert owed(world) == {}


def test_the_dialogues_own_page_tells_who_waits(world, dialog, client):
    client.force_login(world.cast.officer)
    address = reverse("processes:subject", args=[world.round.pk, "medborgardialog", dialog.pk])
    told = "Väntar på svar sedan 12 dagar: medborgare, medarbetare och samverkanspartner."
    assert told in client.get(address).content.decode()
    world.feedback("citizen_dialog", dialog, ["citizens", "staff", "partners"])
    assert "Väntar på svar sedan" not in client.get(address).content.decode()


def test_nobody_waits_for_what_has_not_been_held(world):
    made = world.create("citizen_dialog", title="Öppet hus i Åby")
    assert owed(world) == {}
    world.edit(made, held_on=world.today + timedelta(days=3))
    assert owed(world) == {}


def test_staff_wait_after_their_own_dialogue(world):
    made = world.create("staff_dialog_what", group="Områdespoliser")
    world.edit(made, held_on=world.today - timedelta(days=4))
    assert owed(world, "staff_dialog_what") == {"staff": 4}


def test_while_the_work_goes_on_a_quarter_of_silence_is_a_debt():
    world = planned_round()
    assert owed(world, "feedback") == {}
    begins = world.round.period_start
    with time_machine.travel(begins + timedelta(days=91), tick=False):
        assert owed(world, "feedback") == {"citizens": 91, "staff": 91, "partners": 91}
        world.feedback("feedback", world.round, ["citizens"], given_on=begins + timedelta(days=80))
        assert owed(world, "feedback") == {"staff": 91, "partners": 91}
    with time_machine.travel(world.round.period_end + timedelta(days=1), tick=False):
        assert owed(world, "feedback") == {}


def test_the_page_lists_them_with_what_was_promised_and_the_way_to_answer(world, dialog, client):
    late = world.today - timedelta(days=2)
    Feedback.objects.filter(subject_id=dialog.pk).delete()
    row = world.feedback("citizen_dialog", dialog, ["citizens"])
    row.given_on, row.due_on = None, late
    row.save()
    text = page(client, world.cast.chief)
    assert "3 väntar, den som har väntat längst i 12 dagar" in text
    assert "– försenat" in text
    step = world.method["citizen_dialog"]
    way = reverse("processes:feedback", args=[world.round.pk, step.slug, dialog.pk])
    assert way not in text  # the chief reads; those who lead answer
    assert way in page(client, world.cast.officer)


def test_others_ground_and_others_rounds_are_not_told_of(world, dialog, client):
    made = world.create("staff_dialog_what", group="Hemliga gruppen")
    world.edit(made, held_on=world.today - timedelta(days=4))
    assert "Hemliga gruppen" in page(client, world.cast.officer)
    assert "Hemliga gruppen" not in page(client, world.cast.coordinator)
    other = World("berga")
    assert "Öppet hus i Åby" not in page(client, other.cast.officer)
    assert "Ingen väntar på svar" in page(client, other.cast.officer)


def test_the_page_asks_as_much_of_many_as_of_one(world, dialog, client):
    client.force_login(world.cast.officer)
    client.get(URL)

    def number() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(URL)
        return len(asked)

    few = number()
    with time_machine.travel(timezone.now(), tick=False):
        for index in range(12):
            made = world.create("citizen_dialog", title=f"Möte {index}")
            CitizenDialog.objects.get(pk=made.pk)
            world.edit(made, held_on=world.today)
        assert number() == few
    assert WhatDialog.objects.count() == 0


def test_of_many_rounds_the_oldest_come_first_and_none_is_lost(world, dialog, client, monkeypatch):
    monkeypatch.setattr("medborgarloften.portal.debts.ROUNDS", 2)
    newer = [World("aby", people=world.cast) for _ in range(3)]
    for number, one in enumerate(newer):
        made = one.create("citizen_dialog", title=f"Nyare möte {number}")
        one.edit(made, held_on=one.today)
    client.force_login(world.cast.chief)
    first = client.get(URL)
    text = first.content.decode()
    assert "Öppet hus i Åby" in text and "Nyare möte 0" in text and "Nyare möte 1" not in text
    assert "de äldsta först" in " ".join(text.split())
    after = first.context["next_url"]
    second = client.get(f"{URL}{after}")
    text = second.content.decode()
    assert "Nyare möte 1" in text and "Nyare möte 2" in text and "Öppet hus" not in text
    assert second.context["next_url"] == "" and f'href="{URL}"' in text
    listed = [file["url"] for file in second.context["files"] if file["url"].startswith(f"{URL}lista.csv")]
    assert [url.partition("?")[2] for url in listed] == [after[1:]]
    assert "Nyare möte 2" in client.get(listed[0]).content.decode()
    assert "efter" not in client.get(f"{URL}?efter=x").context["files"][0]["url"]
