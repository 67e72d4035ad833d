"""From sent to signed by all: only what the guard lets through, and only what was shown."""

import json
from datetime import timedelta

import pytest

from agreements import signing
from agreements.models import ChainEntry, Promise
from processes import actions
from processes.guard import NotReady
from processes.method import Gate, get_method
from processes.models import Membership, Party, User
from processes.writing import ReasonNeeded, Refused
from tests import situations
from tests.situations import send, sign, sign_all
from tests.whole import SPOILS
from tests.world import sorted_as

pytestmark = pytest.mark.django_db

# One demand of each kind of gate, and one of each way to be unmet: a text, a date, a judgement, a row.
ONE_PER_KIND = [
    "SAM-1:complete",
    "DIA-3:open",
    "DIA-10:complete",
    "MED-5:sign",
    "DIA-1:approve",
    "GEM-5:approve",
    "PRB-10:complete",
    "AKT-1:approve",
    "KOM-1:sign",
    "LOF-1:sign",
    "LOF-11:sign",
    "OVE-6:sign",
]


def written() -> tuple[int, int, int]:
    """How much has been written of what can't be taken back."""
    return situations.versions().count(), situations.acts().count(), ChainEntry.objects.count()


def person(user: User) -> User:
    """The person as the next request sees them."""
    return User.objects.get(pk=user.pk)


def late_view(world, **more):
    """A citizen says something after the dialogue was summed up."""
    said = {"text": "Nu är lampan vid tunneln trasig igen.", "received_on": world.today, **more}
    return world.add("dialogs.View", world.citizen_dialog, **said)


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("key", ONE_PER_KIND)
def test_nothing_is_sent_while_a_demand_is_unmet(key):
    world = situations.planned_round()
    SPOILS[key](world)
    before = written()
    with pytest.raises(NotReady):
        send(world)
    assert written() == before


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("key", ONE_PER_KIND)
def test_every_signature_asks_the_guard_anew(key, unseen):
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    SPOILS[key](world)
    before = written()
    with pytest.raises(NotReady):
        sign(world, world.cast.representative)
    assert written() == before
    assert signing.unfinished() == []


@pytest.mark.row("LOF-5")
def test_a_step_taken_back_by_its_chief_stops_the_signing():
    world = situations.sent_for_signing()
    actions.send_back(
        by=world.cast.chief,
        round_=world.round,
        step=world.method["activity_plan"],
        subject_id=world.activity_plan.pk,
        comment="Timmarna räcker inte.",
    )
    with pytest.raises(NotReady) as refused:
        sign(world, world.cast.representative)
    assert {gap.code for gap in refused.value.verdict.gaps} == {"PRO-3"}


@pytest.fixture
def unseen(monkeypatch):
    """Changes don't take the version back: as when what several rounds share was changed from another."""
    monkeypatch.setitem(get_method().__dict__, "afterwards", ())


def edited(world):
    world.edit(world.promise, introduction="Vi lovar er mindre än det ni nyss läste.")


def titled(world):
    world.edit(world.signatories["police"], title="T.f. lokalpolisområdeschef")


def empowered(world):
    world.edit(world.signatories["municipality"], mandate="KS § 46, 2026-12-01")


def third_signatory(world):
    party = Party.objects.get(process=world.round, organisation=world.partner_org)
    world.add(
        "agreements.Signatory",
        world.promise,
        party=party,
        user=world.cast.partner_representative,
        title="Vd",
        mandate="Styrelsen 2026-11-02",
    )


def deviated(world):
    world.deviate("citizen_promise", world.promise, ["LOF-11:sign"], "Ungdomsrådet har lagts ned.")


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("change", [edited, titled, empowered, third_signatory, deviated])
def test_what_was_signed_is_what_was_shown(change, unseen):
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    change(world)
    assert world.verdict("citizen_promise", "sign", world.promise).ok
    before = written()
    with pytest.raises(Refused, match=r"Innehållet har ändrats.*Ingen underskrift har lagts till"):
        sign(world, world.cast.representative)
    assert written() == before


@pytest.mark.row("LOF-5")
@pytest.mark.parametrize("shown", ["", "0" * 64])
def test_a_fingerprint_that_was_not_shown_is_refused(shown):
    world = situations.sent_for_signing()
    before = written()
    with pytest.raises(Refused, match="Innehållet har ändrats"):
        sign(world, world.cast.chief, shown)
    assert written() == before


@pytest.mark.row("LOF-5")
def test_a_view_that_arrives_voids_nothing_and_slips_into_nothing():
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    late_view(world, **sorted_as("Tunneln", "ordinary"))
    sign(world, world.cast.representative)
    assert signing.unfinished() == [world.sent.pk]
    told = " ".join(json.loads(world.sent.content)["how_arrived"])
    assert "2 synpunkter" in told


@pytest.mark.row("LOF-5", "DIA-12")
def test_an_unread_view_waits_for_an_answer_and_then_the_same_version_goes_on():
    world = situations.sent_for_signing()
    view = late_view(world)
    with pytest.raises(NotReady) as refused:
        sign(world, world.cast.chief)
    assert {gap.code for gap in refused.value.verdict.gaps} == {"DIA-12"}
    world.edit(view, **sorted_as("Tunneln", "ordinary"))
    sign_all(world)
    assert signing.unfinished() == [world.sent.pk]


@pytest.mark.row("LOF-5")
def test_a_dialogue_held_meanwhile_is_no_part_of_how_the_promise_came_about():
    world = situations.sent_for_signing()
    dialog = world.create("citizen_dialog", title="Torgmöte", form="open_meeting")
    before = world.sent.content_hash
    world.edit(dialog, held_on=world.today, reached_total=300)
    version = world.facts().get("agreements.DocumentVersion", world.sent.pk)
    promise = world.facts().get("agreements.Promise", world.promise.pk)
    assert version.content_hash == before
    assert signing.unchanged(world.facts(), promise, version)


@pytest.mark.row("LOF-5")
def test_each_signs_alone_and_once():
    world = situations.sent_for_signing()
    act = sign(world, world.cast.chief)
    assert (act.organisation, act.mandate) == ("Polismyndigheten", "Delegationsordning 4.2")
    assert act.content_hash == world.sent.content_hash
    with pytest.raises(Refused, match="finns redan"):
        sign(world, world.cast.chief)
    assert signing.unfinished() == []
    sign(world, world.cast.representative)
    assert signing.unfinished() == [world.sent.pk]
    assert situations.acts().count() == 2


@pytest.mark.row("LOF-5", "OVE-6")
@pytest.mark.parametrize(
    "who", ["officer", "manager", "coordinator", "partner", "partner_representative", "registrar", "admin"]
)
def test_only_the_named_sign(who):
    world = situations.sent_for_signing()
    with pytest.raises(Refused, match="inte utsedd"):
        sign(world, getattr(world.cast, who))
    assert not situations.acts().exists()


@pytest.mark.row("OVE-6")
def test_who_has_left_the_post_signs_no_more():
    world = situations.sent_for_signing()
    yesterday = world.today - timedelta(days=1)
    Membership.objects.filter(user=world.cast.chief).update(valid_until=yesterday)
    with pytest.raises(Refused, match="inte längre rätt att skriva under för Polismyndigheten"):
        sign(world, person(world.cast.chief))


@pytest.mark.row("OVE-6")
def test_a_role_held_for_one_party_signs_for_no_other():
    world = situations.sent_for_signing()
    held = Membership.objects.get(user=world.cast.chief)
    held.role = world.cast.representative.memberships.get().role
    held.save()
    with pytest.raises(Refused, match="inte längre rätt"):
        sign(world, person(world.cast.chief))


@pytest.mark.row("OVE-6")
def test_one_person_never_signs_for_two_parties():
    world = situations.planned_round()
    Membership.objects.create(
        user=world.cast.chief, organisation=world.municipality, role="municipal_representative"
    )
    world.edit(world.signatories["municipality"], user=world.cast.chief)
    with pytest.raises(NotReady) as refused:
        send(world)
    (gap,) = refused.value.verdict.gaps
    assert (gap.code, gap.finding.anchor) == ("OVE-6", "undertecknare.user")


@pytest.mark.row("OVE-6")
@pytest.mark.parametrize("missing", [{"mandate": ""}, {"title": "–"}, {"user": None}, {"party": None}])
def test_nobody_signs_without_name_title_party_and_mandate(missing):
    world = situations.planned_round()
    world.edit(world.signatories["municipality"], **missing)
    assert "OVE-6" in world.codes("citizen_promise", Gate.SIGN, world.promise)


@pytest.mark.row("X-6")
def test_a_no_has_a_reason_and_reaches_the_one_who_leads():
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    decline = {"by": world.cast.representative, "round_": world.round, "version_id": world.sent.pk}
    with pytest.raises(ReasonNeeded):
        signing.decline(**decline, reason="  ")
    signing.decline(**decline, reason="Kommunen har inte beslutat om belysningen.")
    facts = world.facts()
    promise = facts.get("agreements.Promise", world.promise.pk)
    assert get_method()["citizen_promise"].status_of(facts, promise) == "returned"
    with pytest.raises(Refused, match="inte längre ute"):
        sign(world, world.cast.representative)


@pytest.mark.row("X-6")
def test_a_bystander_can_neither_decline_nor_withdraw():
    world = situations.sent_for_signing()
    act = {"by": world.cast.partner, "round_": world.round, "version_id": world.sent.pk, "reason": "Nej."}
    with pytest.raises(Refused, match="inte utsedd"):
        signing.decline(**act)
    with pytest.raises(Refused):
        signing.withdraw(**act)
    assert not situations.acts().exists()


def take_back(world):
    signing.withdraw(
        by=world.cast.officer, round_=world.round, version_id=world.sent.pk, reason="Vi skärper texten."
    )


@pytest.mark.row("LOF-5", "X-6")
def test_what_is_changed_is_a_new_version_signed_anew_by_all():
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    first = world.sent
    with pytest.raises(Refused, match="redan ute"):
        send(world)
    take_back(world)
    edited(world)
    assert send(world).number == 2
    sign(world, world.cast.representative)
    assert signing.unfinished() == []  # the chief signed another text
    sign(world, world.cast.chief)
    assert signing.unfinished() == [world.sent.pk]
    first.refresh_from_db()
    assert "mindre" not in first.content


@pytest.mark.row("LOF-5")
def test_signed_by_all_is_not_taken_back_even_if_more_are_named_since():
    world = situations.sent_for_signing()
    sign_all(world)
    third_signatory(world)
    with pytest.raises(Refused, match="kan inte tas tillbaka"):
        take_back(world)
    assert signing.unfinished() == [world.sent.pk]


def test_a_version_whose_signatory_was_removed_can_be_taken_back(unseen):
    world = situations.sent_for_signing()
    sign(world, world.cast.chief)
    world.remove(world.signatories["municipality"])
    assert signing.unfinished() == []
    take_back(world)
    with pytest.raises(NotReady):
        send(world)


@pytest.mark.row("LOF-5")
def test_sealed_is_followed_by_a_new_version_only_when_something_changed():
    world = situations.sealed_promise()
    with pytest.raises(Refused, match="redan underskrivet"):
        send(world)
    edited(world)
    assert send(world).number == 2
    with pytest.raises(Refused, match="Version 2 är redan ute"):
        send(world)


def test_a_promise_without_municipality_is_signed_by_the_police_alone():
    world = situations.sent_for_signing(municipality=False)
    sign_all(world)
    assert signing.unfinished() == [world.sent.pk]
    assert situations.acts().count() == 1


@pytest.mark.row("GEN-2")
def test_what_was_promised_is_not_changed_without_a_reason():
    world = situations.sealed_promise()
    with pytest.raises(ReasonNeeded):
        world.edit(world.activities[0], reason="", target_value=2)
    world.edit(world.activities[0], reason="Två poliser färre i höst.", target_value=2)
    kept = world.activities[0].history.latest()
    assert (kept.history_change_reason, kept.target_value) == ("Två poliser färre i höst.", 2)


@pytest.mark.slow
def test_another_rounds_version_can_neither_be_signed_nor_withdrawn():
    world = situations.sent_for_signing()
    other = situations.planned_round("bro")
    with pytest.raises(Refused):
        signing.sign(
            by=other.cast.chief,
            round_=other.round,
            version_id=world.sent.pk,
            shown_hash=world.sent.content_hash,
        )
    with pytest.raises(Refused):
        signing.withdraw(
            by=other.cast.officer, round_=other.round, version_id=world.sent.pk, reason="Fel runda."
        )
    assert Promise.objects.count() == 2 and not situations.acts().exists()
