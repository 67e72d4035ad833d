"""The agreement's whole way: put together, signed, sealed, in force, used in several rounds, extended."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements import sealing, signing
from agreements.agreement import actions
from agreements.agreement.force import SOON, force
from agreements.models import ChainEntry, CollaborationAgreement, SealedDocument, SigningAct
from agreements.steps import signed
from agreements.verifying import checking
from processes import queries
from processes.guard import NotReady
from processes.models import Organisation
from processes.writing import ReasonNeeded, Refused
from tests import pdfs, situations
from tests.integration.test_signing_pages import enter
from tests.world import World

pytestmark = pytest.mark.django_db


def row(world, agreement=None):
    return world.facts().get("agreements.CollaborationAgreement", (agreement or world.agreement).pk)


def page(world, who="officer", agreement=None) -> str:
    client = Client()
    client.force_login(world.cast.people[who])
    step = world.method["collaboration_agreement"]
    url = reverse("processes:subject", args=[world.round.pk, step.slug, (agreement or world.agreement).pk])
    return " ".join(client.get(url).content.decode().split())


def renewed(world, **fields):
    """A new version of the agreement with something changed, out for signing."""
    if fields:
        world.edit(world.agreement, **fields)
    return signing.send(by=world.cast.officer, round_=world.round, agreement_id=world.agreement.pk)


def all_sign(world, version):
    for signatory in world.agreed.values():
        signing.sign(
            by=signatory.user, round_=world.round, version_id=version.pk, shown_hash=version.content_hash
        )
    return signing.finish(version.pk)


# --- What it says ---


@pytest.mark.slow
@pytest.mark.row("OVE-1", "SAM-10")
def test_its_content_is_what_the_steps_have_said(world):
    said = json.loads(world.agreement_sent.content)
    purpose = world.record("processes.Collaboration").agreement_purpose
    assert said["purpose"] == purpose
    (area,) = said["focus_areas"]
    assert (area["title"], area["target_picture"]) == (
        world.focus_area.title,
        world.focus_area.target_picture,
    )
    assert world.cause.text[1:] in area["analysis"]
    assert [p["name"] for p in said["parties"]][:2] == [world.police.name, world.municipality.name]


@pytest.mark.row("OVE-5", "OVE-1", "OVE-6")
def test_the_sealed_file_says_it_all_and_holds_to_its_standard(world):
    document = SealedDocument.objects.get(version=world.agreement_sent)
    pdf = bytes(document.pdf)
    assert sealing.verify(pdf, sha256=document.sha256).problems == ()
    text = " ".join(" ".join(pdfs.pages(pdf)).split())
    purpose = world.record("processes.Collaboration").agreement_purpose
    for words in (
        "Samverkansöverenskommelse",
        purpose,
        world.focus_area.title,
        "Chief Aby",
        "Representative Aby",
        world.agreed["municipality"].mandate,
        "Godkänt i systemet",
        "läggs till den som bilagor",
    ):
        assert " ".join(words.split()) in text
    assert pdfs.embedded_files(pdf) == {
        "samverkansoverenskommelse.json": world.agreement_sent.content.encode()
    }


# --- When it can be signed ---


@pytest.mark.row("OVE-2")
@pytest.mark.parametrize(
    ("key", "subject", "back"),
    [
        ("collaboration", "collaboration", "reopen"),
        ("joint_situation", "joint", "send_back"),
        ("problem_analysis", "analysis", "reopen"),
    ],
)
def test_not_before_what_it_rests_on_is_done(world, key, subject, back):
    from processes import actions as acts

    about = {"step": world.method[key], "subject_id": getattr(world, subject).pk}
    by = world.cast.chief if back == "send_back" else world.cast.officer
    getattr(acts, back)(by=by, round_=world.round, **about, comment="En gång till.")
    with pytest.raises(NotReady) as refused:
        renewed(world, title="Trygg i Åby igen")
    assert "PRO-3" in {gap.code for gap in refused.value.verdict.gaps}


@pytest.mark.row("OVE-2", "OVE-6")
@pytest.mark.parametrize("who", ["police", "municipality"])
@pytest.mark.parametrize("lacks", ["title", "mandate"])
def test_each_who_signs_is_named_with_title_and_mandate(world, who, lacks):
    world.edit(world.agreed[who], **{lacks: ""})
    with pytest.raises(NotReady) as refused:
        renewed(world)
    assert {gap.code for gap in refused.value.verdict.gaps} == {"OVE-6"}


@pytest.mark.row("OVE-2", "FAL-9")
def test_another_party_can_sign_too_and_then_it_waits_for_it(world):
    world.agreed["partner"] = world.add(
        "agreements.AgreementSignatory",
        world.agreement,
        party=world.parties["partner"],
        user=world.cast.partner_representative,
        title="Vd",
        mandate="Firmatecknare",
    )
    version = renewed(world)
    for key in ("police", "municipality"):
        signing.sign(
            by=world.agreed[key].user,
            round_=world.round,
            version_id=version.pk,
            shown_hash=version.content_hash,
        )
    assert version.pk not in signing.unfinished()
    with pytest.raises(Refused):
        signing.finish(version.pk)


def test_only_those_who_lead_send_and_the_same_text_is_not_signed_twice(world):
    with pytest.raises(Refused, match="redan underskrivet"):
        renewed(world)
    for who in ("chief", "representative", "partner", "reader"):
        with pytest.raises(Refused):
            signing.send(by=world.cast.people[who], round_=world.round, agreement_id=world.agreement.pk)


# --- In force ---


@pytest.mark.row("OVE-3")
def test_whether_it_is_in_force_is_computed_from_what_was_signed(world):
    start, end = world.agreement.valid_from, world.agreement.valid_until
    world.edit(world.agreement, valid_until=end.replace(year=end.year + 5))  # not signed yet
    found = {}
    for day in (
        start - timedelta(days=1),
        start,
        end - timedelta(days=SOON + 1),
        end - timedelta(days=SOON),
        end,
        end + timedelta(days=1),
    ):
        with time_machine.travel(day, tick=False):
            found[day] = force(world.facts(), row(world)).key
    assert list(found.values()) == ["waits", "holds", "holds", "ends", "ends", "ended"]


@pytest.mark.row("OVE-3")
def test_until_further_notice_never_runs_out(world):
    all_sign(world, renewed(world, until_further_notice=True))
    with time_machine.travel(world.agreement.valid_from.replace(year=2150), tick=False):
        assert force(world.facts(), row(world)).text == "Gäller tills vidare."


@pytest.mark.row("OVE-4")
def test_a_promise_needs_one_that_is_sealed_and_in_force_when_it_begins(world):
    other = world.create("collaboration_agreement", title="En annan")
    for field in ("valid_from", "valid_until"):
        world.edit(other, **{field: getattr(world.agreement, field)})
    world.edit(world.promise, agreement=other)
    assert world.codes("citizen_promise", "sign", world.promise) == {"OVE-4"}  # nobody has signed it
    world.edit(world.promise, agreement=world.agreement)
    assert world.codes("citizen_promise", "sign", world.promise) == set()
    start = world.agreement.valid_until + timedelta(days=1)
    world.edit(world.promise, period_start=start, period_end=start)
    (gap,) = [g for g in world.verdict("citizen_promise", "sign", world.promise).gaps if g.code == "OVE-4"]
    assert "gällde till" in gap.finding.current


@pytest.mark.row("OVE-4")
def test_signed_by_all_but_not_sealed_is_not_in_force(world):
    facts = world.facts()
    assert signed.in_force(facts, row(world)).id == world.agreement_sent.pk
    other = world.create("collaboration_agreement", title="En annan")
    assert force(world.facts(), row(world, other)) is None


# --- A new version: extension, later decisions ---


@pytest.mark.row("OVE-3", "LOF-5")
def test_an_extension_is_a_new_version_and_the_old_one_holds_until_it_is_signed(world):
    end = world.agreement.valid_until
    version = renewed(world, valid_until=end.replace(year=end.year + 2))
    assert signed.in_force(world.facts(), row(world)).valid_until == end
    assert "Version 2 är ute för underskrift" in page(world)
    all_sign(world, version)
    now = signed.in_force(world.facts(), row(world))
    assert (now.number, now.valid_until.year) == (2, end.year + 2)
    assert world.agreement_sent.content != version.content  # the first stays what it was


@pytest.mark.row("OVE-3")
def test_who_leads_is_told_before_it_runs_out(world, client):
    def told(who) -> str:
        client.force_login(world.cast.people[who])
        return client.get(reverse("portal:start")).content.decode()

    with time_machine.travel(world.agreement.valid_until - timedelta(days=20), tick=False):
        assert "löper ut om 20 dagar" in told("coordinator")
        assert "löper ut" not in told("partner")
        assert "Förläng den" in page(world)
    assert "löper ut" not in told("coordinator")


@pytest.mark.row("OVE-3", page="/processer/…/steg/samverkansoverenskommelse/")
def test_a_later_decision_is_signed_as_part_of_a_new_version(world):
    world.add(
        "agreements.FocusDecision",
        world.agreement,
        decided_on=world.today,
        decided_by="Chief Aby och Representative Aby",
        text="Ungas kvällar i Åbyparken.",
    )
    document = all_sign(world, renewed(world))
    text = " ".join(" ".join(pdfs.pages(bytes(document.pdf))).split())
    assert "Senare beslut om fokusområden" in text and "Ungas kvällar i Åbyparken." in text


# --- Notice ---


def give_notice(world, who="representative", days=10, reason="Kommunen vill börja om."):
    return signing.give_notice(
        by=world.cast.people[who],
        round_=world.round,
        version_id=signed.in_force(world.facts(), row(world)).id,
        ends_on=world.today + timedelta(days=days),
        reason=reason,
    )


@pytest.mark.row("OVE-3", "OVE-4")
def test_notice_ends_an_agreement_from_its_day_and_no_promise_is_signed_on_it_then(world, later):
    situations.send(world)
    start = world.round.period_start
    act = give_notice(world, days=(start - world.today).days + 10)
    assert (act.organisation, act.ends_on) == (world.municipality.name, start + timedelta(days=10))
    found = {}
    for days in (9, 10):
        with time_machine.travel(start + timedelta(days=days), tick=False):
            gaps = world.verdict("citizen_promise", "sign", world.promise).gaps
            found[days] = (
                force(world.facts(), row(world)).key,
                actions.usable(world.cast.officer, later.round).exists(),
                [gap.finding.current for gap in gaps if gap.code == "OVE-4"],
            )
    assert found == {
        9: ("ends", True, []),
        10: ("ended", False, [f"uppsagd, gäller inte från {act.ends_on}"]),
    }
    with time_machine.travel(act.ends_on, tick=False), pytest.raises(NotReady, match="OVE-4"):
        situations.sign(world, world.cast.chief)
    world.edit(world.promise, period_start=act.ends_on)  # one that begins later is told so at once
    assert "OVE-4" in world.codes("citizen_promise", "sign", world.promise)


@pytest.mark.row("OVE-3")
def test_notice_is_kept_like_a_signature_and_told(world, client):
    act = give_notice(world)
    entry = ChainEntry.objects.get(kind="ended")
    told = json.loads(entry.content.payload)
    assert told == {
        "by": act.by_id, "from": act.ends_on.isoformat(), "party": act.party_id, "reason": act.reason,
    }  # fmt: skip
    assert list(checking._rows_against_events()) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        SigningAct.objects.filter(pk=act.pk).update(ends_on=None)
    assert f"Uppsagd av {world.municipality.name}, Representative Aby" in page(world)
    assert act.reason in page(world) and "Förläng den" not in page(world)
    client.force_login(world.cast.officer)
    told = client.get(reverse("processes:timeline", args=[world.round.pk])).content.decode()
    assert "sade upp" in told


@pytest.mark.row("OVE-3", "LOF-5")
def test_only_who_may_sign_for_a_party_ends_what_is_in_force_with_a_reason_and_a_day(world):
    for who in ("officer", "coordinator", "partner_representative", "reader"):
        with pytest.raises(Refused, match="skriva under för en part"):
            give_notice(world, who)
    assert "Säg upp" not in page(world, "coordinator") and "Säg upp" in page(world, "chief")
    with pytest.raises(ReasonNeeded):
        give_notice(world, reason="  ")
    with pytest.raises(Refused, match="i dag eller senare"):
        give_notice(world, days=-1)
    give_notice(world, "chief", days=0)
    with pytest.raises(Refused, match="redan uppsagd"):
        give_notice(world)
    assert force(world.facts(), row(world)).key == "ended" and "Säg upp" not in page(world, "chief")


@pytest.mark.row("OVE-3")
def test_notice_is_given_on_the_page(world, client):
    client.force_login(world.cast.chief)
    url = reverse("agreements:give_notice", args=[world.round.pk, world.agreement_sent.pk])
    said = {"kommentar": "Vi arbetar vidare på annat sätt."}
    refused = client.post(url, {"nyckel": "a", "fran": "i morgon", **said})
    assert refused.status_code == 409
    assert "Kan rättas av: Kommunpolis" not in refused.content.decode()
    for typed in ('value="i morgon"', f">{said['kommentar']}</textarea>"):  # nothing is lost
        assert typed in refused.content.decode()
    assert client.post(url, {"nyckel": "b", "fran": str(world.today), "kommentar": ""}).status_code == 422
    assert client.post(url, {"nyckel": "c", "fran": str(world.today), **said}).status_code == 302
    assert "Gäller inte från" in page(world)


# --- Several rounds ---


@pytest.fixture
def later(world):
    return World("aby2", people=world.cast)


@pytest.mark.row("OVE-3", "OVE-4")
def test_one_in_force_is_used_in_a_new_round_with_its_signatures(world, later):
    assert [a.pk for a in actions.usable(world.cast.officer, later.round)] == [world.agreement.pk]
    actions.use(by=world.cast.officer, round_=later.round, agreement_id=world.agreement.pk)
    facts = later.facts()
    found = facts.one("agreements.CollaborationAgreement")
    assert signed.in_force(facts, found).id == world.agreement_sent.pk
    promise = later.create("citizen_promise", title="Nästa löfte")
    later.edit(promise, agreement=world.agreement)
    assert "OVE-4" not in later.codes("citizen_promise", "sign", promise)
    with pytest.raises(Refused):  # it is there already
        actions.use(by=world.cast.officer, round_=later.round, agreement_id=world.agreement.pk)


@pytest.mark.row("OVE-3")
def test_nobody_uses_what_is_unsigned_has_run_out_or_is_none_of_theirs(world, later):
    draft = world.create("collaboration_agreement", title="Ett utkast")
    stranger = World("berg")
    with pytest.raises(Refused):
        actions.use(by=world.cast.officer, round_=later.round, agreement_id=draft.pk)
    with pytest.raises(Refused):
        actions.use(by=stranger.cast.officer, round_=stranger.round, agreement_id=world.agreement.pk)
    with pytest.raises(Refused):
        actions.use(by=world.cast.chief, round_=later.round, agreement_id=world.agreement.pk)
    with (
        time_machine.travel(world.agreement.valid_until + timedelta(days=1), tick=False),
        pytest.raises(Refused),
    ):
        actions.use(by=world.cast.officer, round_=later.round, agreement_id=world.agreement.pk)
    assert later.facts().rows("agreements.CollaborationAgreement") == []


@pytest.mark.row("OVE-3")
def test_in_a_later_round_it_still_says_what_was_signed(world, later):
    actions.use(by=world.cast.officer, round_=later.round, agreement_id=world.agreement.pk)
    later.add("processes.FocusArea", title="Inbrott i förråd", becomes_promise=True)
    facts = later.facts()
    found = facts.one("agreements.CollaborationAgreement")
    assert signing.says_the_same(facts, found, signed.in_force(facts, found))
    now = json.loads(signing.composed(facts, found))
    before = json.loads(world.agreement_sent.content)
    assert now == before
    client = Client()
    client.force_login(world.cast.officer)
    url = f"/processer/{later.round.pk}/steg/samverkansoverenskommelse/{world.agreement.pk}/"
    shown = client.get(url).content.decode()
    assert "Så här skrevs den under i en tidigare runda" in shown
    assert world.focus_area.title in shown
    form = client.get(f"{url}del/beslut/ny/")
    assert "Inbrott i förråd" in form.content.decode()  # suggested, to be decided on


@pytest.mark.row("OVE-6", "LOF-5", "OVE-3")
def test_in_a_later_round_its_own_parties_sign_it_anew_and_no_others(world, later):
    actions.use(by=world.cast.officer, round_=later.round, agreement_id=world.agreement.pk)
    later.add(
        "processes.Party", organisation=Organisation.objects.create(name="Bergs kommun", kind="municipality")
    )

    def lacking() -> list[str]:
        facts = later.facts()
        found = signed.named_with_mandate(facts, facts.one("agreements.CollaborationAgreement"))
        return [finding.current for finding in found]

    assert lacking() == []
    world.agreed["municipality"].delete()
    assert lacking() == [f"ingen undertecknare för {world.municipality.name}"]


# --- Pages ---


@pytest.mark.row("OVE-5", page="/processer/…/steg/samverkansoverenskommelse/")
@pytest.mark.row("OVE-2", "OVE-5")
def test_the_pages_take_it_all_the_way(world, client):
    world.edit(world.agreement, title="Trygg i Åby, andra gången")
    client.force_login(world.cast.coordinator)
    address = reverse("agreements:agreement_send", args=[world.round.pk, world.agreement.pk])
    shown = client.get(address).content.decode()
    assert "Chief Aby" in shown and world.agreed["police"].mandate in shown
    done = client.post(address, {"nyckel": "a", "turns": "together"})
    assert done.status_code == 302
    version = world.agreement.versions.latest("pk")
    for signatory in world.agreed.values():
        cache.clear()
        signer = enter(Client(), signatory.user)
        sign = reverse("agreements:sign", args=[world.round.pk, version.pk])
        assert world.focus_area.title in signer.get(sign).content.decode()
        answer = signer.post(sign, {"nyckel": str(signatory.pk), "fingeravtryck": version.content_hash})
        assert answer.status_code == 302
    stored = SealedDocument.objects.get(version=version)
    file = client.get(reverse("agreements:pdf", args=[world.round.pk, version.pk]))
    assert b"".join(file.streaming_content) == bytes(stored.pdf)
    assert "Samverkans%C3%B6verenskommelse" in file["Content-Disposition"]
    assert "Hämta överenskommelsen som PDF" in page(world)


def test_the_page_asks_as_much_of_many_rounds_and_agreements_as_of_one(world, client):
    client.force_login(world.cast.officer)
    step = world.method["collaboration_agreement"]
    urls = [
        reverse("processes:subject", args=[world.round.pk, step.slug, world.agreement.pk]),
        reverse("processes:step", args=[world.round.pk, step.slug]),
        reverse("agreements:agreement_send", args=[world.round.pk, world.agreement.pk]),
        reverse("agreements:agreement_preview", args=[world.round.pk, world.agreement.pk]),
    ]

    def asked() -> list[int]:
        found = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries_:
                client.get(url)
            found.append(len(queries_))
        return found

    asked()
    World("aby3", people=world.cast)
    before = asked()
    for number in range(3):
        other = World(f"aby{number + 4}", people=world.cast)
        world.agreement.processes.add(other.round)
        World(f"aby{number + 8}", people=world.cast)
        world.create("collaboration_agreement", title=f"Nummer {number}")
    assert asked() == before
    assert CollaborationAgreement.objects.count() == 4
    assert queries.rounds_of(world.cast.officer).count() == 8
