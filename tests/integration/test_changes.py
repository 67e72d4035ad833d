"""A promised activity is changed in the open: what and why, in the same act, and never what was signed (GEN-2)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agreements import keeping
from agreements.implementation import promised
from agreements.models import ActivityChange, DocumentVersion
from processes.writing import ReasonNeeded, Refused
from tests import publishing, situations
from tests.forms import typed

pytestmark = [pytest.mark.django_db, pytest.mark.row("GEN-2")]


@pytest.fixture
def world():
    return situations.published_promise()


@pytest.fixture
def activity(world):
    return next(a for a in world.activities if a.target_kind == "at_least")


def form_of(world, activity, name="edit_row"):
    args = [world.round.pk, "aktivitetsplan", world.activity_plan.pk, "aktiviteter", activity.pk]
    return reverse(f"processes:{name}", args=args)


def row(world, activity):
    return world.facts().get("processes.Activity", activity.pk)


@pytest.mark.row("GEN-2", page="/processer/…/steg/aktivitetsplan/")
def test_the_plans_form_says_what_is_at_stake_and_records_the_change(world, activity, client):
    client.force_login(world.cast.officer)
    url = form_of(world, activity)
    page = client.get(url)
    assert "en del av ett löfte som är underskrivet" in page.content.decode()
    signed = DocumentVersion.objects.get(promise=world.promise).content
    assert client.post(url, typed(page, target_value="20")).status_code == 422
    assert not ActivityChange.objects.exists()
    answer = client.post(url, typed(page, target_value="20", reason="Två kollegor är utlånade"))
    assert answer.status_code == 302
    change = ActivityChange.objects.get()
    assert change.activity == activity and change.changed_on == world.today
    assert change.why == "Två kollegor är utlånade"
    assert "Mål: Minst 40" in change.what_changed and "→ Minst 20" in change.what_changed
    assert DocumentVersion.objects.get(promise=world.promise).content == signed
    step = client.get(reverse("processes:step", args=[world.round.pk, "genomforande"])).content.decode()
    assert "→ Minst 20" in step and "Minst 40" in step


def test_what_was_signed_is_what_the_work_is_held_against(world, activity):
    before = keeping.target_of(world.facts(), row(world, activity))
    for value, days in ((20, 1), (10, 2)):
        world.edit(
            activity,
            target_value=value,
            target_kind="exactly",
            period_end=world.today + timedelta(days=days),
            reason="Färre poliser",
        )
    facts = world.facts()
    assert keeping.target_of(facts, row(world, activity)) == before
    assert promised.target(facts, row(world, activity))["value"] == "40"
    activity.refresh_from_db()
    assert activity.target_value == Decimal(10)
    assert ActivityChange.objects.count() == 2


def test_no_change_without_a_reason_whoever_makes_it(world, activity):
    with pytest.raises(ReasonNeeded):
        world.edit(activity, target_value=20, reason="  ")
    activity.refresh_from_db()
    assert activity.target_value == 40 and not ActivityChange.objects.exists()


def test_what_is_not_promised_of_it_is_no_change(world, activity):
    world.edit(activity, effort=1)
    assert not ActivityChange.objects.exists()


def test_what_came_after_the_signing_is_not_promised(world, activity):
    later = world.add("processes.Activity", what="Prova något nytt", focus_area=activity.focus_area)
    world.edit(later, what="Prova något annat")
    assert not ActivityChange.objects.exists()


def test_a_promised_activity_is_not_taken_away(world, activity, client):
    with pytest.raises(Refused, match="Därför tas den inte bort"):
        world.remove(activity)
    client.force_login(world.cast.officer)
    answer = client.post(form_of(world, activity, "remove_row"), {"reason": "Onödig"})
    assert answer.status_code == 409 and "underskrivet" in answer.content.decode()


def test_nor_is_the_change(world, activity):
    world.edit(activity, target_value=20)
    with pytest.raises(Refused, match="medborgarna kan ha läst den"):
        world.remove(ActivityChange.objects.get())


@pytest.mark.parametrize("lacking", ["activity", "what_changed", "why"])
def test_a_change_written_by_hand_says_what_and_why(world, activity, client, lacking):
    said = {"activity": activity, "what_changed": "Två vandringar", "why": "Halka"}
    with pytest.raises(ValidationError):
        world.add("agreements.ActivityChange", **{**said, lacking: None if lacking == "activity" else " "})
    client.force_login(world.cast.officer)
    url = reverse("processes:add_row", args=[world.round.pk, "genomforande", world.round.pk, "andringar"])
    sent = {"activity": activity.pk, "what_changed": "Två vandringar", "why": "Halka"} | {lacking: ""}
    answer = client.post(url, typed(client.get(url), **sent))
    assert (answer.status_code == 422 and "Skriv" in answer.content.decode()) or lacking == "activity"
    assert not ActivityChange.objects.exists()


def test_what_citizens_read_of_it_follows_its_signed_wording(world, activity):
    world.add("agreements.ActivityLog", activity=activity, done_on=world.today, amount=7)
    world.edit(activity, what="Något helt annat", place="En annan plats", reason="Nytt namn")
    content = publishing.draft(world).content
    (one,) = [a for a in content["activities"] if a["times"]]
    assert one["what"] == activity.what and one["amount"] == "7"
    (change,) = content["changes"]
    assert change["why"] == "Nytt namn" and "blev ”Något helt annat”" in change["what"]
