"""A promise is closed when the guard's close gate finds nothing, and not before."""

import importlib
from datetime import datetime, time

import pytest
import time_machine
from django.urls import reverse

from agreements import closing
from agreements.models import ChainEntry
from processes import guard
from processes.method import Gate
from processes.models import CommunicationActivity, Decision
from processes.writing import Refused
from tests import situations

pytestmark = pytest.mark.django_db
KEPT = ("implementation", "follow_up", "feedback")


@pytest.fixture
def world():
    return situations.published_promise()


def _keep(world):
    """Carry the work out, follow it up and tell people, as the examples do."""
    for key in KEPT:
        importlib.import_module(f"tests.examples.{key}").fill(world)
    for line in CommunicationActivity.objects.filter(process=world.round):
        world.edit(line, done_on=world.today, evaluation="Hälften hade läst affischen.")


def _close(world, by=None):
    return closing.close(by=by or world.cast.officer, round_=world.round, promise_id=world.promise.pk)


@pytest.mark.row("UPP-1", "FAL-2", "LOF-9")
def test_what_is_not_followed_up_is_not_closed(world):
    with pytest.raises(guard.NotReady) as refused:
        _close(world)
    assert {gap.gate for gap in refused.value.verdict.gaps} == {Gate.CLOSE}
    assert guard.ORDER in {gap.code for gap in refused.value.verdict.gaps}  # there is no follow-up
    assert not Decision.objects.filter(gate=Gate.CLOSE).exists()


@pytest.mark.row("UPP-1")
def test_what_was_kept_and_told_is_closed_once_and_its_round_with_it(world):
    _keep(world)
    assert world.codes("citizen_promise", Gate.CLOSE, world.promise) == set()
    _close(world)
    world.round.refresh_from_db()
    assert world.round.closed_on == world.today
    assert ChainEntry.objects.filter(kind="closed", subject=f"promise:{world.promise.pk}").count() == 1
    with pytest.raises(Refused):
        _close(world)


def test_only_those_who_lead_close(world):
    _keep(world)
    for name in ("chief", "communicator", "partner", "registrar"):
        with pytest.raises(Refused):
            _close(world, by=getattr(world.cast, name))


def test_the_page_shows_what_is_left_and_then_closes(world, client):
    client.force_login(world.cast.officer)
    page = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    url = reverse("agreements:close", args=[world.round.pk, world.promise.pk])
    assert client.post(url).status_code == 409
    _keep(world)
    assert "Avsluta löftet" in client.get(page).content.decode()
    assert client.post(url).status_code == 302
    assert "Avslutat av" in client.get(page).content.decode()


def test_what_is_left_is_folded_until_the_promise_is_over(world, client):
    world.create("follow_up", title="Halvvägs")
    client.force_login(world.cast.officer)
    page = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    left, early = "Det här återstår innan löftet kan avslutas", "Löftet gäller än. Se vad som återstår"
    shown = client.get(page).content.decode()
    assert left in shown and early in shown
    with time_machine.travel(datetime.combine(world.round.period_end, time(12)), tick=False):
        client.force_login(world.cast.officer)
        shown = client.get(page).content.decode()
    assert left in shown and early not in shown


@pytest.mark.row("X-4")
def test_the_timeline_tells_of_signing_registration_publication_and_closing(world, client):
    _keep(world)
    _close(world)
    client.force_login(world.cast.officer)
    text = client.get(reverse("processes:timeline", args=[world.round.pk])).content.decode()
    pages = [text]
    while "Visa äldre" in pages[-1]:
        older = pages[-1].split('class="older"')[1].split('href="?fore=')[1].split('"')[0]
        pages.append(
            client.get(
                reverse("processes:timeline", args=[world.round.pk]) + f"?fore={older}"
            ).content.decode()
        )
    whole = "".join(pages)
    for verb in ("skrev under", "registrerade", "publicerade", "avslutade"):
        assert verb in whole
