"""Away for a time: a colleague stands in, in their own name; or takes over a round."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from processes import queries
from processes.actions import people as actions
from processes.method import Role
from processes.models import Membership, User
from processes.writing import Refused
from tests.forms import typed
from tests.situations import new_round, planned_round
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.row("X-19", page="/ersattare/")]
LIST = "/ersattare/"


@pytest.fixture
def world():
    return new_round()


def role_of(user: User) -> Membership:
    return user.memberships.get(stands_in_for=None)


def lend(world: World, days: int = 10, *, frm: int = 0) -> Membership:
    """The chief lends the post to the group manager."""
    return actions.appoint_stand_in(
        by=world.cast.chief,
        membership=role_of(world.cast.chief),
        stand_in=world.cast.manager,
        valid_from=world.today + timedelta(days=frm),
        valid_until=world.today + timedelta(days=days),
    )


def roles(world: World, user: User) -> set[Role]:
    return set(queries.actor_in(User.objects.get(pk=user.pk), world.round).roles)


def test_a_stand_in_has_the_role_for_those_days_beside_their_own(world):
    lend(world, 10, frm=2)
    own = {Role.GROUP_MANAGER}
    for day, expected in (
        (1, own),
        (2, own | {Role.LOCAL_POLICE_CHIEF}),
        (10, own | {Role.LOCAL_POLICE_CHIEF}),
        (11, own),
    ):
        with time_machine.travel(timezone.now() + timedelta(days=day), tick=False):
            assert roles(world, world.cast.manager) == expected, day
    assert Role.LOCAL_POLICE_CHIEF in roles(world, world.cast.chief)


def test_what_the_stand_in_decides_bears_their_own_name():
    world = planned_round()
    world.edit(world.activity_plan, note="En ny tanke")
    lend(world)
    stand_in = User.objects.get(pk=world.cast.manager.pk)
    world.decide("activity_plan", world.activity_plan, "complete")
    world.decide("activity_plan", world.activity_plan, "approve", by=stand_in)
    decision = world.facts().rows("processes.Decision", step="activity_plan", gate="approve")[-1]
    assert decision.by_name == stand_in.name


def test_a_lent_role_ends_with_the_role_it_is_lent_from(world):
    lend(world)
    held = role_of(world.cast.chief)
    held.valid_until = world.today - timedelta(days=1)
    held.save()
    assert roles(world, world.cast.manager) == {Role.GROUP_MANAGER}


def test_nobody_lends_what_is_not_theirs_nor_lends_on(world):
    lent = lend(world)
    days = {"valid_from": world.today, "valid_until": world.today + timedelta(days=3)}
    chief = role_of(world.cast.chief)
    with pytest.raises(Refused, match="Bara den som har rollen"):
        actions.appoint_stand_in(
            by=world.cast.officer, membership=chief, stand_in=world.cast.employee, **days
        )
    with pytest.raises(Refused, match="själv ersättare"):
        actions.appoint_stand_in(by=world.cast.manager, membership=lent, stand_in=world.cast.employee, **days)
    with pytest.raises(Refused, match="administratör"):
        actions.appoint_stand_in(
            by=world.cast.admin, membership=role_of(world.cast.admin), stand_in=world.cast.employee, **days
        )
    for outsider in (world.cast.coordinator, world.cast.chief):
        with pytest.raises(Refused, match="kollega"):
            actions.appoint_stand_in(by=world.cast.chief, membership=chief, stand_in=outsider, **days)


def test_the_chief_appoints_and_ends_on_the_page(world, client):
    client.force_login(world.cast.chief)
    page = client.get(LIST)
    assert "Lokalpolisområdeschef" in page.content.decode()
    url = reverse("portal:appoint", args=[role_of(world.cast.chief).pk])
    until = world.today + timedelta(days=7)
    answer = client.post(
        url, typed(client.get(url), stand_in=world.cast.manager.pk, valid_until=until.isoformat())
    )
    assert answer.url == LIST
    assert world.cast.manager.name in client.get(LIST).content.decode()
    lent = Membership.objects.get(stands_in_for__user=world.cast.chief)

    guest = Client()
    guest.force_login(world.cast.manager)
    assert f"Du ersätter {world.cast.chief.name}" in guest.get("/").content.decode()
    assert guest.get(LIST).status_code == 200

    client.post(reverse("portal:end_stand_in", args=[lent.pk]))
    assert roles(world, world.cast.manager) == {Role.GROUP_MANAGER}
    assert "Du ersätter" not in guest.get("/").content.decode()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (3, 1, "före den första"),
        (-9, -3, "har redan varit"),
        (0, 400, "Högst ett år"),
        (0, None, "sista dagen"),
    ],
)
def test_days_that_make_no_sense_are_asked_for_again(world, client, first, last, words):
    client.force_login(world.cast.chief)
    url = reverse("portal:appoint", args=[role_of(world.cast.chief).pk])
    days = {"valid_from": (world.today + timedelta(days=first)).isoformat()}
    days["valid_until"] = "" if last is None else (world.today + timedelta(days=last)).isoformat()
    answer = client.post(url, typed(client.get(url), stand_in=world.cast.manager.pk, **days))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Membership.objects.exclude(stands_in_for=None).exists()


def test_another_persons_roles_and_stand_ins_are_not_ones_own(world, client):
    lent = lend(world)
    client.force_login(world.cast.officer)
    answer = client.get(reverse("portal:appoint", args=[role_of(world.cast.chief).pk]))
    assert (answer.status_code, "Bara den som har rollen" in answer.content.decode()) == (403, True)
    assert client.post(reverse("portal:end_stand_in", args=[lent.pk])).status_code == 403
    client.force_login(world.cast.manager)
    assert client.get(reverse("portal:appoint", args=[lent.pk])).status_code == 403
    assert Membership.objects.filter(pk=lent.pk, valid_until=lent.valid_until).exists()


def test_a_round_is_handed_over_where_one_was_named_and_history_tells_why(client):
    world = planned_round()
    other = User.objects.create_user("ny@aby.example", "x", name="Nils Ny")
    Membership.objects.create(
        user=other, organisation=world.police, role=Role.COMMUNITY_OFFICER, area=world.cast.area
    )
    client.force_login(world.cast.officer)
    url = reverse("portal:hand_over", args=[world.round.pk])
    page = client.get(url)
    assert "Part: " in page.content.decode()
    before = len(list(actions.named(world.round, world.cast.officer)))
    assert before > 0
    answer = client.post(url, typed(page, to=other.pk, note="Jag är föräldraledig."))
    assert answer.url == reverse("processes:overview", args=[world.round.pk])
    assert list(actions.named(world.round, world.cast.officer)) == []
    assert len(list(actions.named(world.round, other))) == before
    party = world.parties["police"]
    party.refresh_from_db()
    assert party.coordinator == other
    change = party.history.latest()
    assert change.history_user == world.cast.officer
    assert change.history_change_reason == "Lämnade över till Nils Ny. Jag är föräldraledig."
    assert "inget att lämna över" in client.get(url).content.decode()


def test_a_round_is_not_handed_to_somebody_outside_it(client):
    world, other = planned_round(), World("berga")
    client.force_login(world.cast.officer)
    url = reverse("portal:hand_over", args=[world.round.pk])
    answer = client.post(url, typed(client.get(url), to=other.cast.officer.pk))
    assert answer.status_code == 422
    assert list(actions.named(world.round, other.cast.officer)) == []
    client.force_login(other.cast.officer)
    assert client.get(url).status_code == 404
