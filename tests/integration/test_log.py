"""The field log: three taps on a phone, once and no more, undone for a while, and the rest afterwards (GEN-1)."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from agreements.implementation import actions
from agreements.models import ActivityLog, LogPicture
from processes.writing import Refused
from tests import pictures, situations

pytestmark = [pytest.mark.django_db, pytest.mark.row("GEN-1")]
KEY = re.compile(
    r'name="nyckel" value="(\w+)"><button class="fieldlog__button" name="aktivitet" value="(\d+)"'
)


@pytest.fixture
def world():
    made = situations.planned_round()
    made.round.period_start = made.today - timedelta(days=30)
    made.round.save()
    return made


def at(world, name="log_round", *more):
    return reverse(f"agreements:{name}", args=[world.round.pk, *more])


def buttons(page):
    """Each button's activity and the key against double presses."""
    return {int(pk): key for key, pk in KEY.findall(page.content.decode())}


def press(client, world, activity, **more):
    key = buttons(client.get(at(world)))[activity.pk]
    return client.post(at(world), {"aktivitet": activity.pk, "nyckel": key, **more})


def of_police(world):
    """An activity of the police's."""
    return next(s.activity for s in world.shares if s.party.organisation == world.police)


@pytest.mark.row("GEN-1", page="/logga/")
def test_three_taps_write_the_day_the_organisation_and_one_occasion(world, client):
    client.force_login(world.cast.employee)
    activity = of_police(world)
    answer = press(client, world, activity)
    row = ActivityLog.objects.get()
    assert answer.status_code == 302 and answer["Location"] == at(world, "logged", row.pk)
    assert (row.activity, row.done_on, row.amount, row.hours) == (activity, world.today, None, None)
    assert row.by_party.organisation == world.police
    page = client.get(answer["Location"]).content.decode()
    assert f"Inskrivet: {activity.what}" in page
    assert f'<a class="btn btn-primary" href="{at(world)}">Klart</a>' in page


def test_a_double_press_writes_once(world, client):
    client.force_login(world.cast.employee)
    activity = of_police(world)
    key = buttons(client.get(at(world)))[activity.pk]
    answers = [client.post(at(world), {"aktivitet": activity.pk, "nyckel": key}) for _ in range(3)]
    assert len({answer["Location"] for answer in answers}) == 1
    assert ActivityLog.objects.count() == 1


def test_the_time_of_a_note_is_swedish(world, client, time_machine):
    time_machine.move_to(timezone.now().replace(month=1, hour=22, minute=5))
    client.force_login(world.cast.employee)
    press(client, world, of_police(world))
    assert ">23:05</span>" in client.get(at(world)).content.decode()


@pytest.mark.parametrize("role", ["officer", "manager", "employee", "coordinator", "partner"])
@pytest.mark.row("FAL-8", page="/logga/")
def test_each_organisation_reports_its_own_first(world, client, role):
    client.force_login(world.cast.people[role])
    page = client.get(at(world)).content.decode()
    open_, _, folded = page.partition('<details class="fieldlog__others">')
    mine = {
        share.activity.what
        for share in world.shares
        if share.party.organisation in _organisations(world, role)
    }
    for activity in world.activities:
        assert (activity.what in open_) == (activity.what in mine)
        assert (activity.what in folded) == (activity.what not in mine)
    activity = world.activities[0]
    press(client, world, activity)
    assert ActivityLog.objects.get().by_party.organisation in _organisations(world, role)


def _organisations(world, role):
    return [m.organisation for m in world.cast.people[role].memberships.all()]


def test_what_does_not_go_on_today_is_folded_away(world, client):
    client.force_login(world.cast.employee)
    activity = of_police(world)
    world.edit(
        activity, period_start=world.today + timedelta(days=1), period_end=world.today + timedelta(days=9)
    )
    open_, _, folded = client.get(at(world)).content.decode().partition('<details class="fieldlog__others">')
    assert activity.what not in open_ and activity.what in folded


def test_one_page_holds_all_my_rounds(world, client):
    client.force_login(world.cast.employee)
    page = client.get(reverse("agreements:log"))
    assert of_police(world).pk in buttons(page)
    client.force_login(world.cast.chief)
    assert buttons(client.get(reverse("agreements:log"))) == {}


def test_it_is_undone_for_a_while_by_whoever_wrote_it(world, client):
    client.force_login(world.cast.employee)
    press(client, world, of_police(world))
    row = ActivityLog.objects.get()
    with pytest.raises(Refused, match="Bara den som skrev in det"):
        actions.undo(by=world.cast.officer, round_=world.round, log=row)
    assert "Ångra" in client.get(at(world)).content.decode()
    client.post(at(world, "undo_log", row.pk), {"nyckel": "a"})
    assert not ActivityLog.objects.exists()
    assert ActivityLog.history.filter(id=row.pk).count() == 2


def test_after_an_hour_it_stands(world, client):
    client.force_login(world.cast.employee)
    press(client, world, of_police(world))
    row = ActivityLog.objects.get()
    ActivityLog.history.update(history_date=timezone.now() - timedelta(minutes=61))
    assert "/angra/" not in client.get(at(world, "logged", row.pk)).content.decode()
    answer = client.post(at(world, "undo_log", row.pk), {"nyckel": "a"}, follow=True)
    assert "bara den första timmen" in answer.content.decode()
    assert ActivityLog.objects.exists()


def test_more_is_said_afterwards_on_the_same_page(world, client):
    client.force_login(world.cast.employee)
    press(client, world, of_police(world))
    row = ActivityLog.objects.get()
    url = at(world, "logged", row.pk)
    said = {"amount": "2", "hours": "3.5", "note": "Många stannade och pratade."}
    answer = client.post(url, said | {"version": row.version})
    assert answer.status_code == 302, answer.context["form"].errors
    row.refresh_from_db()
    assert (row.amount, row.hours, row.note) == (2, Decimal("3.5"), "Många stannade och pratade.")
    assert row.done_on == world.today and row.by_party.organisation == world.police


def test_hours_that_were_promised_are_asked_for_at_once(world, client):
    client.force_login(world.cast.employee)
    activity = of_police(world)
    world.edit(activity, target_kind="at_most_hours", target_value=48)
    page = client.get(press(client, world, activity)["Location"]).content.decode()
    assert (
        'fieldlog__more" open' in page
        and "Hur många timmar tog det?" in page
        and "Ni lovade högst 48." in page
    )


def test_what_waited_for_the_network_keeps_its_day(world, client):
    client.force_login(world.cast.employee)
    yesterday = world.today - timedelta(days=1)
    press(client, world, of_police(world), done_on=yesterday.isoformat())
    assert ActivityLog.objects.get().done_on == yesterday
    for bad in (world.today - timedelta(days=8), world.today + timedelta(days=1), "trams"):
        assert press(client, world, of_police(world), done_on=str(bad)).status_code == 409
    assert ActivityLog.objects.count() == 1


@pytest.mark.parametrize("chosen", ["", "0", "999999", "1; drop", "٣"])
def test_what_is_no_activity_is_refused_with_words(world, client, chosen):
    client.force_login(world.cast.employee)
    answer = client.post(at(world), {"aktivitet": chosen, "nyckel": "k"})
    assert answer.status_code == 409
    assert "nget är inskrivet" in answer.content.decode()


def test_a_picture_is_made_anew_and_told_in_words(world, client, django_capture_on_commit_callbacks):
    client.force_login(world.cast.employee)
    press(client, world, of_police(world))
    log = ActivityLog.objects.get()
    url = at(world, "logged", log.pk)
    file = SimpleUploadedFile("IMG_1.jpg", pictures.with_place())
    silent = client.post(url, {"picture": file, "version": log.version})
    assert silent.status_code == 422 and "Beskriv vad man ser" in silent.content.decode()
    file.seek(0)
    client.post(url, {"picture": file, "version": log.version, "alt": "Två nya lampor"})
    row = LogPicture.objects.get()
    assert (row.alt, row.public, row.width, row.height) == ("Två nya lampor", False, 40, 30)
    shown = client.get(at(world, "log_picture", row.pk))
    assert shown["Content-Type"] == "image/jpeg"
    made = shown.content
    assert not pictures.opened(made).getexif() and b"Kameramakaren" not in made
    assert 'alt="Två nya lampor"' in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(at(world, "remove_log_picture", row.pk), {"nyckel": "x"})
    assert not LogPicture.objects.exists() and not row.file.storage.exists(row.file.name)
