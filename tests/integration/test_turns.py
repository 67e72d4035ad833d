"""In order or all at once; reminded when it takes too long; and a no that reaches whoever sent it."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements import signing
from agreements.signing.pages import asked_of
from processes import queries
from processes.writing import Refused
from tests import situations
from tests.situations import sign

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-6")]


@pytest.fixture
def world():
    return situations.planned_round()


def send(world, **how):
    world.sent = signing.send(by=world.cast.officer, round_=world.round, promise_id=world.promise.pk, **how)
    return world.sent


def turns(world, first="municipality", then="police"):
    return {world.parties[first].pk: 1, world.parties[then].pk: 2}


def told(world, who: str) -> list[str]:
    """What signing asks of the person on Mitt arbete."""
    user = world.cast.people[who]
    return [item["text"] for item in asked_of(world.facts(), queries.actor_in(user, world.round), user)]


def test_all_at_once_each_signs_when_it_suits(world):
    send(world)
    assert all("Läs och skriv under" in told(world, who)[0] for who in ("chief", "representative"))
    sign(world, world.cast.representative)
    sign(world, world.cast.chief)
    assert signing.unfinished() == [world.sent.pk]


@pytest.mark.parametrize("first", ["municipality", "police"])
def test_in_order_the_next_has_it_on_mitt_arbete_and_nobody_signs_before(world, first):
    then = "police" if first == "municipality" else "municipality"
    send(world, order=turns(world, first, then))
    people = {"police": "chief", "municipality": "representative"}
    one, other = (world.signatories[key].user for key in (first, then))
    assert told(world, people[first]) and not told(world, people[then])
    with pytest.raises(Refused, match=f"nu väntar vi på {one.name}"):
        sign(world, other)
    sign(world, one)
    assert told(world, people[then]) and not told(world, people[first])
    sign(world, other)
    assert signing.unfinished() == [world.sent.pk]


def test_the_one_whose_turn_it_is_not_can_say_no_already(world):
    send(world, order=turns(world))
    signing.decline(
        by=world.cast.chief, round_=world.round, version_id=world.sent.pk, reason="Timmarna finns inte."
    )
    assert not told(world, "representative")


@pytest.mark.parametrize("days", [3, 7])
def test_who_waits_too_long_is_reminded_and_so_is_who_sent_it(world, days):
    send(world, remind_after=days)
    sign(world, world.cast.representative)
    now = timezone.now()
    with time_machine.travel(now + timedelta(days=days - 1), tick=False):
        assert "Påminnelse" not in told(world, "chief")[0] and told(world, "officer") == []
    with time_machine.travel(now + timedelta(days=days), tick=False):
        assert f"Påminnelse: det har väntat i {days} dagar" in told(world, "chief")[0]
        assert told(world, "officer") == [
            f"Påminn Chief Aby: ”{world.promise.title}” har väntat på underskrift i {days} dagar"
        ]
        assert told(world, "representative") == told(world, "coordinator") == []


def test_in_order_the_wait_is_counted_from_the_one_before(world):
    send(world, order=turns(world))
    later = timezone.now() + timedelta(days=6)
    with time_machine.travel(later, tick=False):
        sign(world, world.cast.representative)
    with time_machine.travel(later + timedelta(days=6), tick=False):
        assert "Påminnelse" not in told(world, "chief")[0]
    with time_machine.travel(later + timedelta(days=7), tick=False):
        assert "Påminnelse" in told(world, "chief")[0]


def test_a_no_reaches_who_sent_it_with_its_reason_until_a_new_version_is_sent(world):
    send(world)
    no = {"by": world.cast.representative, "round_": world.round, "version_id": world.sent.pk}
    signing.decline(**no, reason="Belysningen är inte beslutad.")
    client = Client()
    client.force_login(world.cast.officer)
    shown = client.get(reverse("portal:start")).content.decode()
    assert "Representative Aby avböjde att skriva under" in shown and "Belysningen är inte beslutad." in shown
    assert told(world, "partner") == []
    send(world)
    assert told(world, "officer") == []


def test_the_order_is_chosen_on_the_page_where_it_is_sent(world, client):
    client.force_login(world.cast.officer)
    address = reverse("agreements:send", args=[world.round.pk, world.promise.pk])
    shown = client.get(address)
    assert shown.context["form"]["turns"].value() == "together"
    police, municipality = (f"place-{world.parties[key].pk}" for key in ("police", "municipality"))
    bad = client.post(address, {"turns": "in_order", police: "tvåa", municipality: "1"})
    assert bad.status_code == 422 and "Skriv platsen som en siffra" in bad.content.decode()
    assert 'value="tvåa"' in bad.content.decode()  # nothing typed is lost
    chosen = {"turns": "in_order", police: "2", municipality: "1", "remind_after": "3"}
    assert client.post(address, chosen).status_code == 302
    version = world.promise.versions.get()
    assert [row["name"] for row in version.signatories] == ["Representative Aby", "Chief Aby"]
    assert (version.in_order, version.remind_after, version.way) == (True, 3, "system")
    page = client.get(f"/processer/{world.round.pk}/steg/medborgarlofte/{world.promise.pk}/").content.decode()
    assert "i tur och ordning" in page and "Får det sedan" in page


def test_what_is_out_or_signed_already_is_not_sent_again_and_the_page_says_why(world, client):
    send(world)
    client.force_login(world.cast.officer)
    address = reverse("agreements:send", args=[world.round.pk, world.promise.pk])
    assert "är redan ute för underskrift" in client.get(address).content.decode()
    assert client.post(address, {"nyckel": "a"}).status_code == 409
    agreement = reverse("agreements:agreement_send", args=[world.round.pk, world.agreement.pk])
    assert "Innehållet är redan underskrivet" in client.get(agreement).content.decode()
