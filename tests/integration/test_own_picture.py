"""Each party writes its own picture, seen by its own people alone until it is shared (LAG-2)."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from processes import actions, queries
from processes.models import Handover, OwnEntry, OwnPicture
from processes.writing import Refused
from tests.canaries import plant_in_own_picture
from tests.forms import typed
from tests.people import visitor

pytestmark = pytest.mark.django_db
BIRD = "Kanariefågel"
OUTSIDE = ("officer", "chief", "analyst", "reader", "partner", "partner_representative")


@pytest.fixture
def step(world):
    return world.method["own_picture"]


@pytest.fixture
def picture(world):
    """The municipality's own picture, a bird in every text."""
    return plant_in_own_picture(world, BIRD)


def at(world, name, picture, *more):
    return reverse(f"processes:{name}", args=[world.round.pk, "egen-lagesbild", picture.pk, *more])


@pytest.mark.row("LAG-2", page="/processer/…/steg/egen-lagesbild/")
def test_its_own_people_write_and_read_it_with_figures_drawn(world, picture):
    for who in ("coordinator", "representative"):
        said = visitor(world.cast.people[who]).get(at(world, "subject", picture)).content.decode()
        for word in ("titel", "text", "iakttagelse", "källa", "serie"):
            assert f"{BIRD} {word}" in said
        assert "<svg" in said


@pytest.mark.row("LAG-2")
@pytest.mark.parametrize("who", OUTSIDE)
def test_no_other_party_opens_changes_or_shares_it(world, picture, who):
    guest = visitor(world.cast.people[who])
    entry = OwnEntry.objects.get()
    for url in (
        at(world, "subject", picture),
        at(world, "edit", picture, "om"),
        at(world, "add_row", picture, "bilden"),
        at(world, "edit_row", picture, "bilden", entry.pk),
        at(world, "share", picture),
        at(world, "series_file", picture, "utveckling"),
    ):
        assert guest.get(url).status_code in (403, 404), url
        assert guest.post(url, {"title": "x"}).status_code in (403, 404, 405), url
    entry.refresh_from_db()
    assert entry.title == f"{BIRD} iakttagelse"


@pytest.mark.row("LAG-2")
@pytest.mark.parametrize("who", ["officer", "partner"])
def test_the_actions_refuse_others_too(world, step, picture, who):
    by, entry = world.cast.people[who], OwnEntry.objects.get()
    common = {"by": by, "round_": world.round, "step": step, "subject_id": picture.pk}
    part = step.section("bilden")
    with pytest.raises(Refused):
        actions.add(**common, section=part, parent=picture, values={"title": "Inskrivet av annan"})
    with pytest.raises(Refused):
        actions.save(**common, section=part, obj=entry, version=entry.version, values={"title": "Ändrat"})
    with pytest.raises(Refused):
        actions.remove(**common, section=part, obj=entry)
    given = {"content": {"title": "x", "parts": []}, "sha256": "0" * 64}
    with pytest.raises(Refused):
        actions.share(**common, recipients=[world.municipality], **given)
    assert OwnEntry.objects.count() == 1


@pytest.mark.row("LAG-2")
def test_a_party_sees_its_own_pictures_only(world, step, picture):
    own = {"title": "Bostadsbolagets bild"}
    made = actions.create_subject(by=world.cast.partner, round_=world.round, step=step, values=own)
    assert (picture.owner, made.owner) == (world.municipality, world.partner_org)
    url = reverse("processes:step", args=[world.round.pk, "egen-lagesbild"])
    partner = visitor(world.cast.partner).get(url).content.decode()
    municipal = visitor(world.cast.coordinator).get(url).content.decode()
    assert "Bostadsbolagets bild" in partner and BIRD not in partner
    assert BIRD in municipal and "Bostadsbolagets bild" not in municipal


@pytest.mark.row("LAG-2")
def test_once_shared_the_copies_stand_side_by_side_for_those_who_got_them(world, picture):
    coordinator, officer = visitor(world.cast.coordinator), visitor(world.cast.officer)
    page = coordinator.get(at(world, "share", picture))
    sent = typed(page, recipients=[world.police.pk])
    assert coordinator.post(at(world, "share", picture), sent).status_code == 302
    police = reverse("processes:share", args=[world.round.pk, "lokal-lagesbild", world.situation.pk])
    given = typed(officer.get(police), recipients=[world.municipality.pk])
    assert officer.post(police, given).status_code == 302
    joint = reverse("processes:step", args=[world.round.pk, world.method["joint_situation"].slug])
    problem = world.entries["problem"].title
    for who in (officer, coordinator):
        said = who.get(joint).content.decode()
        assert f"{BIRD} iakttagelse" in said and problem in said
    assert BIRD not in visitor(world.cast.partner).get(joint).content.decode()
    (copy,) = Handover.objects.filter(sender=world.municipality)
    url = reverse("processes:shared_copy", args=[world.round.pk, copy.pk])
    assert BIRD in officer.get(url).content.decode()
    assert visitor(world.cast.partner).get(url).status_code == 403
    assert officer.get(at(world, "subject", picture)).status_code == 403


@pytest.mark.row("LAG-2")
def test_evidence_is_no_way_around(world, step, picture):
    coordinator = visitor(world.cast.coordinator)
    for name in ("attach", "feedback"):
        assert coordinator.get(at(world, name, picture)).status_code == 403
    with pytest.raises(Refused, match="Bara rundans egna steg"):
        actions.attach(
            by=world.cast.coordinator, round_=world.round, step=step, subject_id=picture.pk, values={}
        )


@pytest.mark.row("LAG-2")
def test_another_round_reads_nothing_of_it(world, step, picture):
    from tests.world import World

    other = World("berga")
    own = queries.own_rows(world.method, step, other.round.pk, [world.municipality.pk])
    assert own == []
    url = reverse("processes:subject", args=[world.round.pk, step.slug, picture.pk])
    assert visitor(other.cast.coordinator).get(url).status_code == 404
    assert OwnPicture.objects.get(pk=picture.pk).owner == world.municipality


def given(world, picture, *to):
    """Hand the picture over as its page would."""
    url = at(world, "share", picture)
    guest = visitor(world.cast.coordinator)
    answer = guest.post(url, typed(guest.get(url), recipients=[org.pk for org in to]))
    assert answer.status_code == 302


@pytest.mark.row("BIL-8", "LAG-2")
def test_what_every_party_was_given_stands_on_the_slides_of_the_joint_meeting(world, picture):
    told = f"{BIRD} iakttagelse"
    deck = at_joint(world)
    given(world, picture, world.police)
    for who in ("officer", "coordinator", "partner"):  # the partner was not given it: nobody shows it to all
        assert told not in visitor(world.cast.people[who]).get(deck).content.decode()
    given(world, picture, world.partner_org)
    page = visitor(world.cast.officer).get(deck).content.decode()
    assert told in page and f"Det {world.municipality.name} har delat" in page


def at_joint(world):
    joint = world.facts().one("processes.JointSituation")
    return reverse(
        "processes:document", args=[world.round.pk, "gemensam-lagesbild", joint.id, "presentation"]
    )


@pytest.mark.row("LAG-2")
def test_the_timeline_tells_its_own_people(world, picture):
    url = reverse("processes:timeline", args=[world.round.pk])
    assert BIRD in visitor(world.cast.coordinator).get(url).content.decode()
    assert BIRD not in visitor(world.cast.officer).get(url).content.decode()


def test_a_round_just_begun_opens_with_a_way_to_begin(world):
    url = reverse("processes:step", args=[world.round.pk, "egen-lagesbild"])
    said = visitor(world.cast.partner).get(url).content.decode()
    assert "Ny egen lägesbild" in said
    overview = reverse("processes:overview", args=[world.round.pk])
    assert url in visitor(world.cast.coordinator).get(overview).content.decode()
    assert url not in visitor(world.cast.officer).get(overview).content.decode()


def test_the_page_asks_as_much_of_many_rows_as_of_one(world, picture):
    guest, url = visitor(world.cast.coordinator), at(world, "subject", picture)
    guest.get(url)

    def asked():
        with CaptureQueriesContext(connection) as found:
            assert guest.get(url).status_code == 200
        return len(found)

    one = asked()
    OwnEntry.objects.bulk_create(
        OwnEntry(picture=picture, kind="risk", title=f"Iakttagelse {n}") for n in range(1000)
    )
    assert asked() == one <= 25
