"""The page of the work shows promised beside done, and how it stands is computed."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from agreements import kept_panel
from agreements.keeping import Done
from agreements.models import ActivityLog
from tests import situations

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return situations.planned_round()


@pytest.mark.row("FAL-2", "FAL-3")
def test_the_log_is_added_up_per_activity(world):
    first, second, third = world.activities
    for amount, hours in ((None, 2), (3, None)):
        world.add("agreements.ActivityLog", activity=first, done_on=world.today, amount=amount, hours=hours)
    world.add("agreements.ActivityLog", activity=second, amount=9)  # without a day nothing has been done
    found = kept_panel.logged([a.pk for a in world.activities])
    assert found == {first.pk: Done(2, Decimal(4), Decimal(3), Decimal(2), told=True, least=Decimal(3))}
    assert ActivityLog.objects.count() == 3
    assert third.pk not in found


@pytest.mark.row("FAL-3", page="/processer/…/steg/genomforande/")
@pytest.mark.row("FAL-2", "FAL-3")
def test_the_page_says_what_is_promised_and_what_nobody_has_reported(world, client):
    activity = next(a for a in world.activities if a.target_kind == "at_least")
    world.edit(
        activity, period_start=world.today - timedelta(days=99), period_end=world.today + timedelta(days=100)
    )
    world.add("agreements.ActivityLog", activity=activity, done_on=world.today, amount=40)
    client.force_login(world.cast.officer)
    text = client.get(reverse("processes:step", args=[world.round.pk, "genomforande"])).content.decode()
    assert "Minst 40" in text
    assert "40 av 20 hittills" in text
    assert "Hållet" in text
    assert text.count("Inget inskrivet") == 2
