"""A promise is renewed at any time: what should follow comes along, marked, and nothing else (PRO-4, X-11, FAL-10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.urls import reverse

from agreements import content
from agreements.append_only import ERASABLE, LOCKED
from agreements.models import FollowUp, Promise
from agreements.renewal.actions import renew
from agreements.renewal.follows import AGREEMENT, BY_KEY, FOLLOWS
from agreements.renewal.period import next_period, next_title
from agreements.steps.citizen_promise import agreement_in_force
from processes import actions, inherited
from processes.method import Gate, Rows, get_method
from processes.models import CommunicationActivity, IntelligenceReference, Party, Process, TargetGroup
from processes.queries import load_facts
from processes.writing import Refused
from tests import situations
from tests.examples.collaboration_agreement import sign
from tests.forms import typed

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
BIRD = "Kanariefågel"
OWN = tuple(key for key in BY_KEY if key != AGREEMENT)
"""What becomes the new round's own; the agreement goes on as the very same one."""


@pytest.fixture
def world():
    return situations.sealed_promise()


def renewed(world, follows=tuple(BY_KEY), by=None, **more):
    begins, ends = next_period(world.round.period_start, world.round.period_end)
    values = {
        "title": "Nästa runda",
        "period_start": begins,
        "period_end": ends,
        "organisations": [world.municipality, world.partner_org],
        **more,
    }
    return renew(
        by=by or world.cast.officer,
        round_=world.round,
        promise_id=world.promise.pk,
        follows=follows,
        **values,
    )


def facts_of(promise):
    return load_facts(get_method(), promise.process_id)


@pytest.mark.row("X-11", page="/processer/…/fran-forra/")
def test_what_should_follow_comes_along_marked_until_it_is_confirmed(world):
    group = TargetGroup.objects.filter(process=world.round).first()
    world.edit(
        world.lines[1], target_group=group, channel="Affisch i trapphusen", responsible="Kommunikatören"
    )
    made = renewed(world)
    new, facts = made.process, facts_of(made)
    assert new.predecessor == world.round and made.predecessor == world.promise
    assert set(new.parties.values_list("organisation", flat=True)) == {
        world.police.pk, world.municipality.pk, world.partner_org.pk,
    }  # fmt: skip
    line = CommunicationActivity.objects.get(process=new, moment=world.lines[1].moment)
    assert (line.channel, line.responsible, line.planned_on) == (
        "Affisch i trapphusen",
        "Kommunikatören",
        None,
    )
    assert line.target_group.process == new and line.target_group.name == group.name
    assert made.follow == world.promise.follow
    assert {s.title for s in made.signatories.all()} == {s.title for s in world.signatories.values()}
    assert {s.party.process for s in made.signatories.all()} == {new}
    sections = {(row.step, row.section) for row in inherited.waiting(facts)}
    filled = {(one.step, one.section) for one in FOLLOWS if one.key not in ("grupper",)}
    assert filled <= sections


@pytest.mark.row("X-11")
def test_nothing_comes_along_that_should_not(world):
    """Birds are planted in every text of the old round; in the new one they sing where something follows."""
    for label, path in world.method.paths.items():
        model = apps.get_model(label)
        if not path or model._meta.db_table in (*LOCKED, *ERASABLE) or label == "processes.Party":
            continue
        texts = [
            f.name
            for f in model._meta.concrete_fields
            if isinstance(f, models.CharField | models.TextField) and not f.choices and not f.unique
            and f.name not in ("subject_model", "adopted_model", "step", "model")
        ]  # fmt: skip
        keys = model._base_manager.filter(**{path: world.round}).values("pk")
        model._base_manager.filter(pk__in=list(keys.values_list("pk", flat=True))).update(
            **{name: BIRD for name in texts if not _points(model, name)}
        )
    IntelligenceReference.objects.create(situation=world.round.local_situation, what=BIRD, keeper=BIRD)
    facts = facts_of(renewed(world, follows=OWN))
    heard = {
        (row.model, name) for row in facts.all_rows() for name, value in row.items() if BIRD in repr(value)
    }
    follows = {
        (one.of[1].model if isinstance(one.of[1], Rows) else one.of[0].record, name)
        for one in FOLLOWS
        for name in one.fields
    }
    names = {"title", "place", "predecessor_title"}
    assert heard <= follows | {("agreements.Promise", name) for name in names}
    assert ("processes.TargetGroup", "name") in heard and (
        "agreements.Promise",
        "follow",
    ) in heard  # they do sing


def _points(model, name):
    """Codes that the database or the method holds against something."""
    return name.endswith("_model") or name in (
        "gate",
        "side",
        "outcome",
        "moment",
        "criterion",
        "content_type",
    )


@pytest.mark.row("X-11")
def test_no_dialogue_decision_view_or_outcome_is_in_the_new_round(world):
    facts = facts_of(renewed(world, follows=OWN))
    there = {row.model for row in facts.all_rows()}
    assert not there & {
        "dialogs.CitizenDialog", "dialogs.WhatDialog", "dialogs.HowDialog", "dialogs.Proposal", "dialogs.View",
        "processes.Decision", "processes.Judgement", "processes.Tick", "processes.Deviation", "processes.Feedback",
        "processes.Attachment", "processes.Handover", "processes.Problem", "processes.FocusArea",
        "processes.Cause", "processes.Activity", "processes.Goal", "agreements.FollowUp", "agreements.Outcome",
        "agreements.DocumentVersion", "agreements.PromiseFocus", "agreements.CollaborationAgreement",
    }  # fmt: skip
    for party in Party.objects.filter(process=facts.round.id):
        assert (party.decided_by, party.decided_on, party.resources, party.hours_set_aside) == (
            "",
            None,
            "",
            None,
        )
    assert all(row.mandate == "" for row in facts.rows("agreements.Signatory"))


@pytest.mark.row("X-11")
def test_only_what_was_chosen_follows(world):
    facts = facts_of(renewed(world, follows=["malgrupper"]))
    assert {row.section for row in inherited.waiting(facts)} == {"malgrupper"}
    assert not facts.rows("agreements.Signatory") and not facts.rows("processes.SteeringMember")


@pytest.mark.row("X-11")
def test_a_mark_goes_when_it_is_confirmed_or_saved_anew(world, client):
    made = renewed(world)
    before = len(inherited.waiting(facts_of(made)))
    client.force_login(world.cast.officer)
    url = reverse("processes:inherited", args=[made.process_id])
    page = client.get(url)
    assert page.context["number"] == before
    first = page.context["steps"][0]["rows"][0]
    assert client.post(url, {"rad": [first["id"]], "nyckel": "a"}).status_code == 302
    assert len(inherited.waiting(facts_of(made))) == before - 1
    group = TargetGroup.objects.filter(process=made.process).first()
    row = reverse("processes:edit_row", args=[made.process_id, "kommunikation",
                  made.process.communication_plan.pk, "malgrupper", group.pk])  # fmt: skip
    assert client.post(row, typed(client.get(row), name="Nya boende")).status_code == 302
    waiting = {(r.subject_model, r.subject_id) for r in inherited.waiting(facts_of(made))}
    assert ("processes.TargetGroup", group.pk) not in waiting and len(waiting) == before - 2
    step = client.get(
        reverse("processes:step", args=[made.process_id, world.method["collaboration"].slug])
    ).content.decode()
    assert "Från förra – stämmer?" in step


@pytest.mark.row("X-11")
def test_all_of_a_step_is_confirmed_with_one_press(world, client):
    made = renewed(world)
    client.force_login(world.cast.officer)
    url = reverse("processes:inherited", args=[made.process_id])
    assert client.post(url, {"alla": "communication", "nyckel": "a"}).status_code == 302
    assert {row.step for row in inherited.waiting(facts_of(made))} == {
        "collaboration", "activity_plan", "collaboration_agreement", "citizen_promise",
    }  # fmt: skip
    assert client.post(url, {"alla": "finns inte", "nyckel": "b"}).status_code == 422


@pytest.mark.row("X-11")
def test_only_those_who_may_change_it_say_that_it_still_holds(world, client):
    made = renewed(world)
    waiting = [row.id for row in inherited.waiting(facts_of(made))]
    for who in ("communicator", "partner"):
        with pytest.raises(Refused, match="Bara"):
            actions.confirm_inherited(by=getattr(world.cast, who), round_=made.process, ids=waiting)
    client.force_login(world.cast.coordinator)
    page = client.get(reverse("processes:inherited", args=[made.process_id])).content.decode()
    assert "Fast medarbetargrupp" not in page  # the police's own ground (LAG-2)


@pytest.mark.row("PRO-4")
def test_only_a_signed_promise_is_renewed_once_by_those_who_lead(world):
    open_one = world.create("citizen_promise", title="Ett utkast")
    with pytest.raises(Refused, match="Bara ett underskrivet löfte"):
        renew(by=world.cast.officer, round_=world.round, promise_id=open_one.pk, follows=())
    for who in ("chief", "communicator", "partner", "registrar"):
        with pytest.raises(Refused, match="Bara"):
            renewed(world, by=getattr(world.cast, who))
    assert not Promise.objects.filter(predecessor=world.promise).exists()
    assert not Process.objects.filter(predecessor=world.round).exists()  # nothing is left half done
    renewed(world)
    with pytest.raises(Refused, match="redan förnyat"):
        renewed(world)


@pytest.mark.row("X-11", "OVE-3", "OVE-4")
def test_the_agreement_in_force_goes_on_as_it_was_signed_marked_until_it_is_confirmed(world, client):
    made = renewed(world)
    facts = facts_of(made)
    (agreement,) = facts.rows("agreements.CollaborationAgreement")
    assert agreement.id == world.agreement.pk == made.agreement_id
    promise = facts.get("agreements.Promise", made.pk)
    assert list(agreement_in_force(facts, promise)) == []
    assert "agreements.CollaborationAgreement" in {r.subject_model for r in inherited.waiting(facts)}
    client.force_login(world.cast.officer)
    step = reverse("processes:subject", args=[made.process_id, "samverkansoverenskommelse", agreement.id])
    page = client.get(step).content.decode()
    assert "Från förra – stämmer?" in page and "Så här skrevs den under i en tidigare runda" in page
    url = reverse("processes:inherited", args=[made.process_id])
    assert client.post(url, {"alla": "collaboration_agreement", "nyckel": "a"}).status_code == 302
    assert "Från förra – stämmer?" not in client.get(step).content.decode()


@pytest.mark.row("X-11", "OVE-3")
def test_a_second_promise_rests_on_the_agreement_that_the_first_brought(world):
    first = renewed(world)
    Promise.objects.filter(pk=first.pk).update(predecessor=None)  # as if another promise had come there first
    second = renewed(world, into=first.process)
    assert second.agreement_id == first.agreement_id == world.agreement.pk
    assert list(world.agreement.processes.order_by("pk")) == [world.round, first.process]
    marks = [r for r in facts_of(second).rows("processes.Inherited") if r.step == "collaboration_agreement"]
    assert len(marks) == 1


@pytest.mark.row("X-11", "OVE-3")
def test_an_agreement_that_is_over_by_then_does_not_follow_and_it_is_said_why(world, client):
    end = world.round.period_end
    world.edit(world.agreement, valid_until=end)
    sign(world)
    with pytest.raises(Refused, match="gäller inte när Nästa runda börjar"):
        renewed(world)
    assert not Process.objects.filter(predecessor=world.round).exists()  # nothing is left half done
    client.force_login(world.cast.officer)
    url = reverse("agreements:renew", args=[world.round.pk, world.promise.pk])
    page = client.get(url)
    assert AGREEMENT not in dict(page.context["form"].fields["follows"].choices)
    assert "gäller inte när den nya perioden börjar" in page.content.decode()
    assert renewed(world, follows=OWN).agreement is None


@pytest.mark.row("X-11", "OVE-3")
def test_the_form_names_the_agreement_and_refuses_a_period_in_which_it_is_not_in_force(world, client):
    client.force_login(world.cast.officer)
    url = reverse("agreements:renew", args=[world.round.pk, world.promise.pk])
    page = client.get(url)
    titles = dict(page.context["form"].fields["follows"].choices)
    assert world.agreement.title in titles[AGREEMENT] and "gäller till" in titles[AGREEMENT]
    late = world.agreement.valid_until + timedelta(days=1)
    sent = typed(page, period_start=late.isoformat(), period_end=(late + timedelta(days=90)).isoformat())
    answer = client.post(url, sent)
    assert answer.status_code == 409 and "så den kan inte följa med" in answer.content.decode()
    assert not Promise.objects.filter(predecessor=world.promise).exists()
    assert client.post(url, typed(page)).status_code == 302


@pytest.mark.row("PRO-4")
def test_several_promises_go_on_in_one_round_and_bring_what_follows_once(world):
    made = renewed(world)
    groups = TargetGroup.objects.filter(process=made.process).count()
    Promise.objects.filter(pk=made.pk).update(predecessor=None)  # as if another promise had come there first
    again = renew(
        by=world.cast.coordinator,
        round_=world.round,
        promise_id=world.promise.pk,
        follows=list(BY_KEY),
        into=made.process,
    )
    assert again.process == made.process and again.pk != made.pk
    assert TargetGroup.objects.filter(process=made.process).count() == groups > 0


@pytest.mark.row("PRO-4")
def test_a_coordinator_does_not_start_a_round_but_renews_into_one(world, client):
    client.force_login(world.cast.coordinator)
    url = reverse("agreements:renew", args=[world.round.pk, world.promise.pk])
    assert "Bara kommunpolisen kan starta nästa runda" in client.get(url).content.decode()
    begins, ends = next_period(world.round.period_start, world.round.period_end)
    later = actions.start_round(
        by=world.cast.officer, title="Nästa", area=world.round.area, period_start=begins, period_end=ends,
        organisations=[world.municipality], predecessor=world.round,
    )  # fmt: skip
    page = client.get(url)
    assert "title" not in page.context["form"].fields
    answer = client.post(url, {"into": later.pk, "follows": ["malgrupper"], "nyckel": "x"})
    assert answer.status_code == 302 and answer.url == reverse("processes:inherited", args=[later.pk])
    assert Promise.objects.get(predecessor=world.promise).process == later


@pytest.mark.row("PRO-4", "FAL-10")
def test_the_pages_way_is_filled_in_and_links_both(world, client):
    client.force_login(world.cast.officer)
    page = reverse("processes:subject", args=[world.round.pk, "medborgarlofte", world.promise.pk])
    assert "Förnya löftet" in client.get(page).content.decode()
    url = reverse("agreements:renew", args=[world.round.pk, world.promise.pk])
    form = client.get(url).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    answer = client.post(url, {k: v.isoformat() if isinstance(v, date) else v for k, v in sent.items()})
    assert answer.status_code == 302
    made = Promise.objects.get(predecessor=world.promise)
    assert made.process.period_start == world.round.period_end + timedelta(days=1)
    assert client.get(url).status_code == 409  # a promise is renewed once
    old = client.get(page).content.decode()
    assert "Förnyat som" in old and "Förnya löftet</a>" not in old
    page = client.get(reverse("processes:subject", args=[made.process_id, "medborgarlofte", made.pk]))
    new = page.content.decode()
    grounds = next(section for section in page.context["sections"] if section["key"] == "grunder")
    said = {field["label"]: field["value"] for field in grounds["fields"]}
    assert said["Vilket löfte förnyas?"] == world.promise.title
    assert "Följer på" in new and world.promise.title in new


@pytest.mark.row("FAL-10")
def test_the_snapshot_names_the_promise_it_follows_on(world):
    made = renewed(world)
    facts = facts_of(made)
    found = content.compose(world.method, facts, facts.get("agreements.Promise", made.pk))
    start, end = world.round.period_start, world.round.period_end
    assert found["predecessor"] == {
        "promise": world.promise.pk,
        "title": world.promise.title,
        "period": {"from": start.isoformat(), "to": end.isoformat()},
    }
    own = world.facts()
    assert (
        content.compose(world.method, own, own.get("agreements.Promise", world.promise.pk))["predecessor"]
        is None
    )


@pytest.mark.row("FAL-10")
def test_a_promise_can_be_said_to_follow_on_one_signed_earlier_in_the_area_and_on_no_other(world, client):
    other = situations.sealed_promise("by")
    begins, ends = next_period(world.round.period_start, world.round.period_end)
    new = actions.start_round(
        by=world.cast.officer, title="Nästa", area=world.round.area, period_start=begins, period_end=ends
    )
    step = world.method["citizen_promise"]
    made = actions.create_subject(by=world.cast.officer, round_=new, step=step, values={"title": "Nytt"})
    client.force_login(world.cast.officer)
    url = reverse("processes:edit", args=[new.pk, "medborgarlofte", made.pk, "grunder"])
    offered = set(client.get(url).context["form"].fields["predecessor"].queryset)
    assert offered == {world.promise} and other.promise not in offered


def asked(made, gate):
    facts = facts_of(made)
    step, promise = get_method()["citizen_promise"], facts.get("agreements.Promise", made.pk)
    return [
        finding.current
        for c in step.criteria
        if c.code == "PRO-4" and c.gate is gate and c.when(facts, promise)
        for finding in c.find(facts, promise)
    ]


@pytest.mark.row("PRO-4")
def test_the_need_must_remain_and_the_dialogues_be_new(world, client):
    made = renewed(world)
    since = world.round.period_start
    assert len(asked(made, Gate.RENEW)) == 3
    Promise.objects.filter(pk=made.pk).update(need_remains=True)
    assert asked(made, Gate.RENEW) == [f"ingen ny sedan {since}"] * 2
    what, said = apps.get_model("dialogs.WhatDialog"), apps.get_model("dialogs.CitizenDialog")
    for model in (what, said):
        dialog = model.objects.create(held_on=since - timedelta(days=1))
        dialog.processes.add(made.process)
    assert len(asked(made, Gate.RENEW)) == 2  # held before the predecessor began
    Promise.objects.filter(pk=world.promise.pk).update(period_start=since - timedelta(days=1))
    assert len(asked(made, Gate.RENEW)) == (0 if since - timedelta(days=1) <= world.today else 2)


@pytest.mark.row("PRO-4")
def test_a_dialogue_that_is_only_planned_does_not_count(world):
    made = renewed(world)
    Promise.objects.filter(pk=made.pk).update(need_remains=True)
    for label in ("dialogs.WhatDialog", "dialogs.CitizenDialog"):
        dialog = apps.get_model(label).objects.create(
            held_on=max(world.today, world.round.period_start) + timedelta(days=1)
        )
        dialog.processes.add(made.process)
    assert len(asked(made, Gate.RENEW)) == 2


@pytest.mark.row("PRO-4")
@pytest.mark.parametrize(("days_ago", "met"), [(0, True), (183, True), (184, False)])
def test_the_predecessors_follow_up_is_not_older_than_half_a_year(world, days_ago, met):
    made = renewed(world)
    assert asked(made, Gate.SIGN) == ["det förra löftet är inte uppföljt"]
    FollowUp.objects.create(process=world.round, title="Planerad")  # not done yet
    assert asked(made, Gate.SIGN) == ["det förra löftet är inte uppföljt"]
    FollowUp.objects.create(
        process=world.round, title="Halvår", done_on=world.today - timedelta(days=days_ago)
    )
    assert (asked(made, Gate.SIGN) == []) is met


@pytest.mark.parametrize(
    ("start", "end", "after"),
    [
        ((2027, 1, 1), (2027, 12, 31), ((2028, 1, 1), (2028, 12, 31))),
        ((2027, 6, 1), (2028, 5, 31), ((2028, 6, 1), (2029, 5, 31))),
        ((2026, 1, 1), (2029, 12, 31), ((2030, 1, 1), (2033, 12, 31))),
        ((2027, 3, 15), (2027, 4, 3), ((2027, 4, 4), (2027, 4, 23))),
        ((2027, 8, 31), (2028, 2, 29), ((2028, 3, 1), (2028, 8, 30))),
    ],
)
@pytest.mark.row("X-11")
def test_the_next_period_is_as_long_and_begins_the_day_after(start, end, after):
    assert next_period(date(*start), date(*end)) == (date(*after[0]), date(*after[1]))


@pytest.mark.row("X-11")
def test_the_years_of_the_name_move_on():
    first, next_ = date(2027, 1, 1), date(2028, 1, 1)
    assert next_title("Trygg i Åby 2027", first, next_) == "Trygg i Åby 2028"
    assert next_title("Trygg 2026–2027", date(2026, 1, 1), next_) == "Trygg 2028–2029"
    assert next_title("Väg 20270 och linje 42", first, next_) == "Väg 20270 och linje 42"
