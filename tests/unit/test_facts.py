"""The facts of a round: one query, true to the rows, bounded, and silent about intelligence."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from processes import queries
from processes.method import Facts, Method, Row, Rows
from processes.models import (
    Goal,
    IntelligenceReference,
    Judgement,
    LocalSituation,
    Party,
)
from tests import situations
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


@pytest.fixture
def world():
    return situations.new_round()


def test_all_facts_come_by_one_query_whatever_their_number(world, django_assert_num_queries):
    world.facts()  # the first time in a process, the database is asked what it can do
    with django_assert_num_queries(1):
        few = world.facts()
    for number in range(20):
        world.add("processes.TargetGroup", name=f"Grupp {number}")
    with django_assert_num_queries(1):
        many = world.facts()
    assert len(few.rows("processes.TargetGroup")) == 0
    assert len(many.rows("processes.TargetGroup")) == 20


def test_looking_at_facts_asks_nothing_more(world):
    facts = world.facts()
    with CaptureQueriesContext(connection) as asked:
        assert facts.has_municipality
        assert facts.round.area_name == str(world.cast.area)
        assert facts.narrowed([], world.method.parents).round.id == world.round.pk
    assert len(asked) == 0


# One model for each kind of column that facts can hold.
SAMPLES = {
    "text": lambda w: (w.plan, {"purpose": "Räksmörgås ”citat” \\ \n\t😀", "follows_policy": False}),
    "yes_no": lambda w: (w.plan, {"follows_policy": True, "participation": ""}),
    "figures": lambda w: (
        Goal.objects.create(process=w.round, baseline_value=Decimal("17.50"), target_value=Decimal("-0.01")),
        {},
    ),
    "days": lambda w: (Goal.objects.create(process=w.round, baseline_on=date(1999, 12, 31)), {}),
    "whole numbers": lambda w: (
        w.edit(Party.objects.filter(process=w.round).first(), hours_set_aside=1234567890),
        {},
    ),
    "choices": lambda w: (w.add("processes.CommunicationActivity", direction="internal"), {}),
    "json, moments, people": lambda w: (w.feedback("feedback", w.round, ["citizens", "staff"]), {}),
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_each_value_is_what_the_row_says(world, kind):
    world.plan = world.record("processes.CommunicationPlan")
    obj, fields = SAMPLES[kind](world)
    if fields:
        obj = world.edit(obj, **fields)
    obj.refresh_from_db()
    row = world.facts().get(obj._meta.label, obj.pk)
    own = {
        f.attname: getattr(obj, f.attname)
        for f in obj._meta.concrete_fields
        if not f.primary_key and f.attname not in ("owner_id", "created_at", "changed_at")
    }
    assert {name: row[name] for name in own} == own
    assert {name: type(row[name]) for name in own} == {name: type(value) for name, value in own.items()}


def test_a_row_knows_the_names_it_was_given(world):
    told = world.feedback("feedback", world.round, ["citizens"])
    assert world.facts().get("processes.Feedback", told.pk).by_name == world.cast.officer.name
    (municipality,) = world.facts().rows("processes.Party", kind="municipality")
    assert municipality.name == world.municipality.name


def test_the_facts_of_one_round_are_not_those_of_another(world):
    other = World("berg")
    other.add("processes.TargetGroup", name="De andra")
    assert world.facts().rows("processes.TargetGroup") == []
    labels = {row.model for row in world.facts().all_rows()}
    for label in labels - {"processes.Process"}:
        own = {row.id for row in world.facts().rows(label)}
        assert own.isdisjoint(row.id for row in other.facts().rows(label))


def test_what_is_said_of_a_shared_dialogue_follows_it_to_the_next_round(world):
    dialog = world.create("citizen_dialog", title="Torgmöte")
    world.judge(dialog, {"DIA-10:complete": ("yes", "")})
    later = World("berg", people=world.cast)
    assert later.facts().rows("processes.Judgement") == []
    dialog.processes.add(later.round)
    (heard,) = later.facts().rows("processes.Judgement")
    assert (heard.subject_id, heard.process_id) == (dialog.pk, world.round.pk)


def test_what_is_said_of_a_rounds_own_step_stays_there(world):
    later = World("berg", people=world.cast)
    subject = world.record("processes.ActivityPlan")
    Judgement.objects.create(
        process=world.round,
        by=world.cast.officer,
        step="activity_plan",
        subject_model="processes.ActivityPlan",
        subject_id=subject.pk,
        criterion="MED-8:approve",
        answer="yes",
    )
    assert later.facts().rows("processes.Judgement") == []
    assert len(world.facts().rows("processes.Judgement")) == 1


@pytest.mark.row("LOK-5")
def test_facts_never_hold_intelligence(world):
    canary = "KANARIEFÅGEL-4711"
    IntelligenceReference.objects.create(
        situation=world.round.local_situation, what=canary, keeper=canary, dated_on=world.today
    )
    assert canary not in _text_of(world.facts())
    # Were it declared in a step, it would be found: the search above can fail.
    leaking = Rows("x", "X", "processes.IntelligenceReference", "situation", ("what",), ("what",))
    picture = world.method["local_situation"]
    broken = Method([replace(picture, sections=(*picture.sections, leaking))], version="broken")
    assert canary in _text_of(queries.load_facts(broken, world.round.pk))


def _text_of(facts: Facts) -> str:
    return "\n".join(str(dict(row)) for row in facts.all_rows())


@pytest.mark.row("LOK-5")
def test_no_step_or_link_names_a_model_of_the_intelligence_part(world):
    hidden = {"processes.IntelligenceReference", "processes.AccessLog"}
    assert hidden.isdisjoint(world.method.paths)
    assert "content" not in queries._columns("processes.SituationVersion")


def test_a_missing_fact_is_a_mistake_that_is_heard():
    row = Row("app.Row", 1, {"there": 1})
    with pytest.raises(AttributeError, match="has no loaded fact 'absent'"):
        _ = row.absent


def test_today_is_the_day_in_sweden(world):
    assert world.facts().today == timezone.localdate()
    assert LocalSituation.objects.filter(rounds=world.round).count() == 1
