"""Dela: what is a party's own ground reaches another by an act, as a frozen copy (LAG-2)."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from processes import actions
from processes.models import Handover, SituationEntry
from processes.pages.frozen import fingerprint
from processes.writing import Refused
from tests.forms import typed
from tests.people import visitor

pytestmark = [pytest.mark.django_db, pytest.mark.row("LAG-2")]


@pytest.fixture
def officer(world, client):
    client.force_login(world.cast.officer)
    return client


def url(world, name="share"):
    step = world.method["local_situation"]
    return reverse(f"processes:{name}", args=[world.round.pk, step.slug, world.situation.pk])


def share(client, world, **fields):
    page = client.get(url(world))
    return client.post(url(world), typed(page, **{"recipients": [world.municipality.pk]} | fields))


def test_the_copy_is_read_by_the_recipient_who_does_not_see_the_original(world, officer):
    entry = SituationEntry.objects.filter(situation=world.situation).first()
    assert share(officer, world, note="Inför mötet på torsdag.").url == reverse(
        "processes:shared", args=[world.round.pk]
    )
    (made,) = Handover.objects.all()
    assert (made.sender, made.recipient, made.by) == (world.police, world.municipality, world.cast.officer)
    assert made.sha256 == fingerprint(made.content)
    guest = visitor(world.cast.coordinator)
    assert guest.get(url(world, "subject")).status_code == 403
    listed = guest.get(reverse("processes:shared", args=[world.round.pk])).content.decode()
    assert "Inför mötet på torsdag." in listed
    copy = guest.get(reverse("processes:shared_copy", args=[world.round.pk, made.pk])).content.decode()
    assert entry.title in copy
    assert "Inför mötet på torsdag." in copy


def test_the_copy_stays_as_it_was(world, officer):
    share(officer, world)
    entry = SituationEntry.objects.filter(situation=world.situation).first()
    was = entry.title
    world.edit(entry, title="Något helt annat")
    (made,) = Handover.objects.all()
    address = reverse("processes:shared_copy", args=[world.round.pk, made.pk])
    copy = visitor(world.cast.coordinator).get(address).content.decode()
    assert was in copy
    assert "Något helt annat" not in copy
    with pytest.raises(DatabaseError), transaction.atomic():
        Handover.objects.filter(pk=made.pk).update(note="ändrad")
    with pytest.raises(DatabaseError), transaction.atomic():
        made.delete()


@pytest.mark.parametrize("who", ["partner", "partner_representative"])
def test_the_copy_is_for_its_recipient_and_nobody_else(world, officer, who):
    share(officer, world)
    (made,) = Handover.objects.all()
    guest = visitor(world.cast.people[who])
    assert guest.get(reverse("processes:shared_copy", args=[world.round.pk, made.pk])).status_code == 403
    assert made.title not in guest.get(reverse("processes:shared", args=[world.round.pk])).content.decode()


def test_what_was_not_shown_is_not_handed_over(world, officer):
    page = officer.get(url(world))
    world.edit(SituationEntry.objects.filter(situation=world.situation).first(), title="Ändrat under tiden")
    answer = officer.post(url(world), typed(page, recipients=[world.municipality.pk]))
    assert answer.status_code == 422
    assert "har ändrats sedan du öppnade sidan" in answer.content.decode()
    assert not Handover.objects.exists()
    assert officer.post(url(world), typed(answer, recipients=[world.municipality.pk])).status_code == 302


def test_what_is_ordered_stays_inside(world, officer):
    world.add(
        "processes.MaterialOrder",
        world.situation,
        what="Hemlig beställning",
        recipient="Underrättelsetjänsten",
    )
    page = officer.get(url(world))
    assert "Det här delar du" in page.content.decode()
    assert "Hemlig beställning" not in page.content.decode()
    share(officer, world)
    (made,) = Handover.objects.all()
    assert "Hemlig beställning" not in str(made.content)


def test_a_second_press_hands_over_once(world, officer):
    form = typed(officer.get(url(world)), recipients=[world.municipality.pk])
    assert officer.post(url(world), form).url == officer.post(url(world), form).url
    assert Handover.objects.count() == 1


def test_without_a_recipient_the_form_asks_for_one(world, officer):
    answer = officer.post(url(world), typed(officer.get(url(world))))
    assert answer.status_code == 422
    assert "Välj minst en mottagare" in answer.content.decode()


def test_one_does_not_share_with_oneself_nor_outside_the_round(world):
    from tests.world import World

    other = World("berga")
    common = {
        "by": world.cast.officer,
        "round_": world.round,
        "step": world.method["local_situation"],
        "subject_id": world.situation.pk,
        "content": {"title": "x", "parts": []},
        "sha256": "0" * 64,
    }
    for recipients in ([world.police], [other.municipality], []):
        with pytest.raises(Refused, match="andra parter"):
            actions.share(recipients=recipients, **common)


def test_joint_ground_is_not_handed_over_since_all_see_it(world, officer):
    step = world.method["joint_situation"]
    address = reverse("processes:share", args=[world.round.pk, step.slug, world.joint.pk])
    answer = officer.get(address)
    assert answer.status_code == 403
    assert "Alla parter ser redan" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("chief", 200), ("employee", 403), ("coordinator", 403), ("reader", 403)]
)
def test_only_those_who_lead_or_approve_hand_over(world, who, status):
    assert visitor(world.cast.people[who]).get(url(world)).status_code == status
