"""The six shapes that the schema must be able to hold (docs/architecture.md)."""

from datetime import timedelta

import pytest

from agreements import signing
from agreements.steps import signed
from dialogs.models import CitizenDialog
from processes import guard
from processes.method import Role
from processes.models import Membership, Organisation, Party, ProblemAnalysis, User
from processes.pages import links
from tests import situations
from tests.world import World, sorted_as

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def promise_for(world, area, title):
    """A second promise, worded like the first, for a focus area of its own."""
    promise = world.create("citizen_promise", title=title)
    words = {n: getattr(world.promise, n) for n in ("introduction", "picture", "follow", "involvement")}
    promise = world.edit(promise, serves_trust=True, agreement=world.agreement, **words)
    world.add("agreements.PromiseFocus", promise, focus_area=area)
    for row in world.signatories.values():
        kept = {name: getattr(row, name) for name in ("party", "user", "title", "mandate")}
        world.add("agreements.Signatory", promise, **kept)
    return promise


def analysed(world, area):
    """The analysis of a focus area, done as the first one was."""
    there = world.analysis
    analysis = ProblemAnalysis.objects.get(focus_area=area)
    names = ("what", "where", "when", "who_causes", "who_is_hit", "consequences")
    world.edit(analysis, **{name: getattr(there, name) for name in names})
    cause = world.add(
        "processes.Cause", analysis, text="Bilarna kör fort", horizon="near", who_can_act="Kommunen"
    )
    world.judge(analysis, {"PRB-10:complete": ("yes", "")})
    world.decide("problem_analysis", analysis, "complete")
    return cause


@pytest.mark.row("FAL-9", page="/processer/…/steg/medborgarlofte/")
@pytest.mark.row("PRO-1", "FAL-9")
def test_two_promises_in_one_round_each_judged_on_its_own():
    world = situations.planned_round()
    area = world.add(
        "processes.FocusArea",
        title="Trafiken vid skolan",
        problem=world.problem,
        kind="area",
        grounds="area_both",
        influence="Farthinder och kontroller, hundra timmar.",
        target_picture="Barnen går till skolan.",
        becomes_promise=True,
        priority=2,
    )
    world.edit(world.focus_area, priority=1)
    second = promise_for(world, area, "Lugnare trafik vid skolan")
    for gate in ("complete", "approve"):
        world.decide("joint_situation", world.joint, gate)

    # The second has neither analysis nor activities; that is no business of the first.
    assert world.verdict("citizen_promise", "sign", world.promise).ok
    assert {"LOF-2", "PRB-1", "AKT-4"} <= world.codes("citizen_promise", "sign", second)

    cause = analysed(world, area)
    about = {"focus_area": area, "cause": cause}
    like, share = world.activities[0], world.shares[0]
    kept = ("ground", "ground_reference", "horizon", "target_kind", "target_value")
    activity = world.add(
        "processes.Activity", what="Kontroller", **about, **{n: getattr(like, n) for n in kept}
    )
    world.add("processes.ActivityParty", activity, party=share.party, hours=20)
    kept = ("indicator", "baseline_value", "baseline_on", "target_value", "plan_goal")
    world.add("processes.Goal", text="Lägre fart", **about, **{n: getattr(world.goal, n) for n in kept})
    world.judge(world.activity_plan, {"MED-8:approve": ("yes", "")})
    for gate in ("complete", "approve"):
        world.decide("activity_plan", world.activity_plan, gate)
    assert world.codes("citizen_promise", "sign", second) == set()
    assert world.verdict("citizen_promise", "sign", world.promise).ok
    assert ProblemAnalysis.objects.filter(focus_area__process=world.round).count() == 2


@pytest.mark.row("PRO-1", "FAL-9", "LOF-5", "OVE-6")
def test_two_municipalities_both_decide_and_both_sign(client):
    world = situations.planned_round()
    neighbour = Organisation.objects.create(name="Bergs kommun", kind="municipality")
    party = world.add("processes.Party", organisation=neighbour)
    assert {"SAM-1", "SAM-3", "SAM-4", "SAM-5"} <= world.codes("citizen_promise", "sign", world.promise)
    world.edit(
        party,
        decided_by="Kommunchefen Bo Berg",
        decided_on=world.today,
        coordinator=world.cast.coordinator,
        resources="Tio timmar i månaden.",
        support="Fritidsförvaltningen är med på kvällarna.",
    )
    budget = world.today + timedelta(days=90)
    world.add("processes.PartyDate", party=party, kind="budget", on=budget, what="Fullmäktige")
    world.decide("collaboration", world.collaboration, "complete")
    lacks = (
        ("citizen_promise", "sign", world.promise),
        ("collaboration_agreement", "agreement", world.agreement),
    )
    client.force_login(world.cast.officer)
    for key, gate, subject in lacks:  # one municipality's name is not the other's (LOF-5)
        (gap,) = world.verdict(key, gate, subject).gaps
        assert (gap.code, gap.finding.current) == ("OVE-6", "ingen undertecknare för Bergs kommun")
        form = client.get(links.gap_url(world.round.pk, gap))
        assert form.context["form"].initial["party"] == party.pk
    with pytest.raises(guard.NotReady, match="OVE-6"):
        situations.send(world)
    signer = User.objects.create_user("bo@berg.example", name="Bo Berg")
    Membership.objects.create(user=signer, organisation=neighbour, role=Role.MUNICIPAL_REPRESENTATIVE)
    world.signatories["neighbour"] = world.add(
        "agreements.Signatory", world.promise, party=party, user=signer, title="Ordförande", mandate="KS § 9"
    )
    assert world.codes("citizen_promise", "sign", world.promise) == set()
    version = situations.send(world)
    situations.sign(world, world.cast.chief)
    situations.sign(world, world.cast.representative)
    assert signing.unfinished() == []
    situations.sign(world, signer)
    assert signing.unfinished() == [version.pk]
    assert {act.organisation for act in version.acts.all()} == {
        world.police.name,
        world.municipality.name,
        neighbour.name,
    }


@pytest.mark.row("FAL-9", "OVE-4")
def test_a_promise_of_the_police_alone_says_so():
    world = situations.planned_round(municipality=False)
    assert not Party.objects.filter(process=world.round, organisation__kind="municipality").exists()
    world.edit(world.promise, agreement=None)
    assert world.codes("citizen_promise", "sign", world.promise) == {"OVE-4"}
    world.deviate("citizen_promise", world.promise, ["OVE-4:sign"], "Kommunen valde att inte vara med i år.")
    version = situations.send(world)
    situations.sign_all(world)
    assert [act.by for act in version.acts.all()] == [world.cast.chief]
    assert "Löftet bygger inte på någon samverkansöverenskommelse." in version.content


@pytest.mark.row("OVE-3")
def test_one_agreement_over_two_rounds():
    world = situations.planned_round()
    later = World("berg", people=world.cast)
    assert later.facts().rows("agreements.CollaborationAgreement") == []
    world.agreement.processes.add(later.round)
    (row,) = later.facts().rows("agreements.CollaborationAgreement")
    assert row.id == world.agreement.pk
    # The signatures under it were given in the first round, and hold in the second.
    assert signed.in_force(later.facts(), row).id == world.agreement_sent.pk
    promise = later.create("citizen_promise", title="Nästa löfte")
    assert "OVE-4" in later.codes("citizen_promise", "sign", promise)
    later.edit(promise, agreement=world.agreement)
    assert "OVE-4" not in later.codes("citizen_promise", "sign", promise)


@pytest.mark.row("DIA-16", "GEM-7")
def test_an_in_depth_dialogue_after_the_joint_picture():
    world = situations.planned_round()
    world.edit(world.joint, material="deeper", deeper_what="Vad skulle få er att stanna kvar på torget?")
    for gate in ("complete", "approve"):
        world.decide("joint_situation", world.joint, gate)
    ordered = "PRO-3"
    assert ordered in world.codes("problem_analysis", "complete", world.analysis)
    deeper = CitizenDialog.objects.get(processes=world.round, in_depth=True)  # begun with the decision
    assert deeper.aim == "Vad skulle få er att stanna kvar på torget?"
    assert _news(world) == []
    world.edit(deeper, held_on=world.today)
    assert world.codes("problem_analysis", "complete", world.analysis) == set()
    # What was heard is new material to the joint picture; what was decided there still holds.
    assert _news(world) == [deeper.pk]
    world.edit(deeper, held_on=None)
    assert ordered in world.codes("problem_analysis", "complete", world.analysis)
    world.edit(deeper, cancelled_reason="Ingen anmälde sig, trots två inbjudningar.")
    assert world.codes("problem_analysis", "complete", world.analysis) == set()


def _news(world) -> list[int]:
    step, facts = world.method["joint_situation"], world.facts()
    found = guard.standing(facts, step, facts.get(step.record, world.joint.pk))
    assert found.stale == frozenset()
    return [change.row_id for change in found.news]


@pytest.mark.row("LOF-5")
def test_a_view_that_arrives_while_the_promise_is_being_signed():
    world = situations.sent_for_signing()
    shown = world.sent.content
    situations.sign(world, world.cast.chief)
    view = world.add("dialogs.View", world.citizen_dialog, text="Det är mörkt även vid skolan.")
    with pytest.raises(guard.NotReady, match="DIA-12"):
        situations.sign(world, world.cast.representative)
    world.edit(view, **sorted_as("Skolan", "passed_on"))
    situations.sign(world, world.cast.representative)
    world.sent.refresh_from_db()
    assert world.sent.content == shown
    assert [act.content_hash for act in world.sent.acts.all()] == [world.sent.content_hash] * 2
