"""The steps of the ground floor: what their criteria let through, and what their gates lead to."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from processes import effects, freshness, guard, queries
from processes.method import Facts, Gate, Row, Rows, Section, get_method
from processes.models import (
    AccessLog,
    Activity,
    ActivityParty,
    Cause,
    FocusArea,
    Goal,
    IntelligenceReference,
    Problem,
    ProblemAnalysis,
    Process,
    Record,
    SituationSeries,
    SituationVersion,
)
from processes.models.evidence import About
from processes.steps import activity_rules, joint_rules, local_situation, problem_analysis
from processes.writing import Refused
from tests.examples import collaboration
from tests.examples import local_situation as local_example
from tests.situations import new_round, planned_round

TODAY = date(2027, 3, 1)
SUBJECT = Row("processes.ActivityPlan", 1, {})


def row(obj, **facts) -> Row:
    """An unsaved row as the facts would hold it."""
    values = {field.attname: getattr(obj, field.attname) for field in obj._meta.concrete_fields}
    return Row(obj._meta.label, obj.pk, values | facts)


def facts(*rows: Row) -> Facts:
    round_ = Process(pk=1, period_start=date(2028, 1, 1), period_end=date(2028, 12, 31))
    return Facts([row(round_), *rows], TODAY)


def anchors(find, *rows: Row, subject: Row = SUBJECT) -> list[str]:
    return [finding.anchor for finding in find(facts(*rows), subject)]


def activity(**fields) -> Row:
    return row(Activity(**({"pk": 1, "what": "Fotpatrull", "focus_area_id": 1} | fields)))


def share(pk=1, kind="police", **fields) -> Row:
    named = {"party_kind": kind, "party_name": f"Part {pk}"}
    return row(ActivityParty(pk=pk, activity_id=1, party_id=pk, **fields), **named)


def taken_on(pk=1, kind="police", **fields) -> Row:
    """A part with a yes to what stands there."""
    terms = {
        "party": f"Part {pk}", "what": "Fotpatrull", "place": "", "from": "2028-01-01", "to": "2028-12-31",
        "kind": "", "value": "", "unit": "", "counts": "", "hours": fields.get("hours"),
    }  # fmt: skip
    return share(pk, kind, accepted_on=TODAY, accepted_terms=terms, **fields)


@pytest.mark.row("AKT-1")
@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ([], ["ansvariga"]),
        ([share(hours=10)], []),
        ([share()], ["ansvariga.hours"]),
        ([share(hours=10), share(2, "municipality", hours=5)], ["ataganden"]),
        ([share(hours=10), taken_on(2, "municipality", hours=5)], []),
    ],
)
def test_each_party_takes_on_its_own_and_the_chiefs_word_is_the_polices(shares, found):
    assert anchors(activity_rules.planned, activity(), *shares) == found


@pytest.mark.row("AKT-1")
def test_a_blank_period_is_the_rounds():
    assert anchors(activity_rules.planned, activity(), share(hours=1)) == []
    late = activity(period_start=date(2029, 1, 1))
    assert anchors(activity_rules.planned, late, share(hours=1)) == ["aktiviteter.period_start"]


@pytest.mark.row("FAL-1", "MED-7")
@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("at_least", {"target_value": 4}, []),
        ("exactly", {}, ["aktiviteter.target_value"]),
        ("per_week", {"target_value": 0}, []),
        ("per_month", {}, ["aktiviteter.target_value"]),
        ("at_most_hours", {}, ["aktiviteter.target_value"]),
        ("hours", {"target_value": 120}, []),
        ("on_demand", {}, ["aktiviteter.no_number_reason"]),
        ("on_demand", {"no_number_reason": "När skolan ber om det"}, []),
        ("yes_no", {}, []),
        ("none", {}, ["aktiviteter.no_number_reason"]),
    ],
)
def test_every_kind_of_target_is_data_and_a_missing_number_has_a_reason(kind, fields, found):
    focus = row(FocusArea(pk=1, becomes_promise=True))
    assert set(Activity.Target.values) == {*activity_rules.COUNTED, *activity_rules.NO_NUMBER, "yes_no"}
    assert anchors(activity_rules.measurable, focus, activity(target_kind=kind, **fields)) == found


@pytest.mark.row("MED-7")
def test_an_activity_of_no_chosen_focus_area_is_named():
    focus = row(FocusArea(pk=1, becomes_promise=False))
    assert anchors(activity_rules.measurable, focus, activity()) == ["aktiviteter.focus_area"]


@pytest.mark.row("AKT-4")
def test_an_activity_without_a_level_needs_a_production_goal():
    goal = row(Goal(pk=1, kind="production", activity_id=1, text="Tio samtal"))
    assert anchors(activity_rules.clear_goals, activity()) == ["aktiviteter.target_kind"]
    assert anchors(activity_rules.clear_goals, activity(), goal) == []


@pytest.mark.row("AKT-4")
def test_a_production_goal_is_no_effect_goal():
    focus = row(FocusArea(pk=1, becomes_promise=True, title="Torget"))
    production = row(Goal(pk=1, kind="production", focus_area_id=1, text="Tio samtal"))
    effect = row(Goal(pk=2, focus_area_id=1, text="Rånen minskar"))
    assert anchors(activity_rules.clear_goals, focus, production) == ["mal"]
    assert anchors(activity_rules.clear_goals, focus, production, effect) == []


@pytest.mark.row("PRB-9")
def test_a_goal_aimed_at_another_focus_areas_cause_is_named():
    cause = Row("processes.Cause", 1, {"focus_area_id": 2})
    goal = row(Goal(pk=1, focus_area_id=1, cause_id=1, text="Rånen minskar"))
    assert anchors(activity_rules.from_the_causes, goal, cause) == ["mal.cause"]


@pytest.mark.row("GEM-3")
@pytest.mark.parametrize(
    ("priorities", "found"),
    [([None], []), ([1, 2], []), ([1, None], ["fokus.priority"]), ([2, 2], ["fokus.priority"])],
)
def test_several_chosen_focus_areas_have_an_order(priorities, found):
    areas = [
        row(FocusArea(pk=n, kind="area", grounds="area_crime", becomes_promise=True, priority=p))
        for n, p in enumerate(priorities, 1)
    ]
    assert anchors(joint_rules.prioritised, *areas) == found


@pytest.mark.row("DIA-14")
@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, ["bilden.agree"]),
        ({"agree": True}, []),
        ({"agree": False}, ["bilden.handling"]),
        ({"agree": False, "handling": "Kvällsbussen, som bara medborgarna nämnde, kom med."}, []),
    ],
)
def test_a_difference_between_the_pictures_is_handled_in_words(fields, found):
    assert anchors(joint_rules.difference_handled, row(Problem(pk=1, **fields), views_total=0)) == found


@pytest.mark.row("GEM-1", "FAL-9")
def test_the_municipalitys_picture_is_asked_for_only_when_it_is_a_party():
    problem = row(Problem(pk=1, title="Torget", police_view="Droger", citizen_view="Mörkt"))
    party = Row("processes.Party", 1, {"kind": "municipality"})
    assert anchors(joint_rules.every_view, problem) == []
    assert anchors(joint_rules.every_view, problem, party) == ["bilden.municipality_view"]


@pytest.mark.row("LOK-3")
@pytest.mark.parametrize(
    ("series", "met"),
    [
        ([], False),
        (["2025; 3"], False),
        (["2025; 3", "2026; 4"], False),
        (["2025; 3\n2026;"], False),
        (["2025; 3\ninte ett tal; x"], False),
        (["2025; 3\n2026; 0"], True),
        (["kv 1 2026; 3\nkv 2 2026; 4"], True),
    ],
)
def test_development_needs_two_periods_of_one_series(series, met):
    rows = [row(SituationSeries(pk=n, situation_id=1, figures=text)) for n, text in enumerate(series)]
    subject = Row("processes.LocalSituation", 1, {})
    assert (anchors(local_situation.development, *rows, subject=subject) == []) is met


@pytest.mark.row("DIA-16", "PRO-3")
@pytest.mark.parametrize(
    ("material", "dialog", "open_"),
    [
        ("sufficient", None, True),
        ("deeper", None, False),
        ("deeper", {"in_depth": False, "held_on": TODAY}, False),
        ("deeper", {"in_depth": True, "held_on": TODAY + timedelta(days=1)}, False),
        ("deeper", {"in_depth": True, "held_on": TODAY}, True),
        ("deeper", {"in_depth": True, "cancelled_reason": "Ingen anmälde sig"}, True),
    ],
)
def test_an_ordered_deeper_dialog_is_held_or_cancelled_with_a_reason(material, dialog, open_):
    rows = [Row("processes.JointSituation", 1, {"material": material})]
    if dialog:
        blank = {"in_depth": None, "held_on": None, "cancelled_reason": ""}
        rows.append(Row("dialogs.CitizenDialog", 1, blank | dialog))
    assert (anchors(problem_analysis.depth_settled, *rows) == []) is open_


@pytest.mark.row("LOK-5")
def test_no_step_and_no_evidence_knows_the_intelligence_part():
    secret = {"processes.IntelligenceReference", "processes.AccessLog"}
    method = get_method()
    named = set(method.paths) | {take.model for step in method for take in step.takes}
    named |= {s.model for step in method for s in step.sections if isinstance(s, Rows)}
    assert named.isdisjoint(secret)
    for model in (IntelligenceReference, AccessLog):
        assert not issubclass(model, Record | About)
    own = apps.get_model("processes.HistoricalIntelligenceReference")
    assert not hasattr(own, "round_id")
    fields = {name for step in method for s in step.sections if isinstance(s, Section) for name in s.fields}
    assert not {name for name in fields if "intelligence" in name}


@pytest.mark.django_db
@pytest.mark.row("LOK-5")
def test_facts_of_a_round_hold_nothing_of_the_intelligence_part():
    world = new_round()
    situation = world.record("processes.LocalSituation")
    IntelligenceReference.objects.create(situation=situation, what="KANARIE", keeper="KANARIE")
    AccessLog.objects.create(user=world.cast.chief, what="KANARIE", purpose="KANARIE")
    with CaptureQueriesContext(connection) as asked:
        found = queries.load_facts(get_method(), world.round.pk)
    assert found.one("processes.LocalSituation").id == situation.pk
    assert "KANARIE" not in repr([dict(row) for row in found.all_rows()])
    read = " ".join(query["sql"].lower() for query in asked.captured_queries)
    assert "processes_localsituation" in read
    assert "intelligence" not in read


@pytest.mark.django_db
@pytest.mark.row("LAG-4")
def test_the_access_log_is_only_added_to():
    entry = AccessLog.objects.create(user=new_round().cast.chief, what="Läste", purpose="Lägesbild")
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()


@pytest.mark.django_db
@pytest.mark.row("KOM-1", "BIL-3")
def test_a_round_begins_with_four_lines_that_say_when_where_and_who():
    world = new_round()
    plan = world.record("processes.CommunicationPlan")
    world.edit(plan, purpose="Alla på torget ska veta.", message="Fler vuxna på torget.")
    lines = world.facts().rows("processes.CommunicationActivity")
    assert [line.moment for line in lines] == ["launch", "midway", "change", "result"]
    step = world.method["communication"]
    [eight_steps] = [c for c in step.criteria if c.code == "KOM-1"]
    assert list(eight_steps.find(world.facts(), world.facts().get(step.record, plan.pk))) == []


@pytest.fixture
def pictured():
    """A round whose local picture is dated and full, before VAD."""
    world = new_round()
    collaboration.fill(world)
    local_example.fill(world)
    return world


def keep(world) -> SituationVersion:
    world.situation.refresh_from_db()
    effects.keep_version(by=world.cast.chief, round_=world.round, subject=world.situation)
    return world.situation.versions.last()


@pytest.mark.django_db
@pytest.mark.row("LOK-7", "PRO-1")
def test_an_approved_picture_is_kept_as_it_was(pictured):
    first = keep(pictured)
    pictured.edit(pictured.entries["problem"], title="Något annat")
    second = keep(pictured)
    assert (first.number, second.number) == (1, 2)
    first.refresh_from_db()
    assert [first.content["entries"][0]["title"], second.content["entries"][0]["title"]] == [
        "Bråk och droger på torget",
        "Något annat",
    ]
    assert "; 11" in first.content["series"][0]["figures"]
    assert first.approved_by == pictured.cast.chief
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


@pytest.mark.django_db
@pytest.mark.row("PRO-1")
def test_the_joint_picture_pins_the_version_it_was_made_from(pictured):
    first = keep(pictured)
    joint = pictured.record("processes.JointSituation")
    effects.pin_version(by=pictured.cast.officer, round_=pictured.round, subject=joint)
    keep(pictured)
    joint.refresh_from_db()
    assert joint.situation_version == first
    assert joint.history.first().history_user == pictured.cast.officer


@pytest.mark.django_db
@pytest.mark.row("PRB-1")
def test_an_analysis_begins_for_each_focus_area_that_becomes_a_promise():
    world = new_round()
    problem = world.add("processes.Problem", title="Rån vid hållplatsen")
    chosen = world.add("processes.FocusArea", title="Torget", problem=problem, becomes_promise=True)
    world.add("processes.FocusArea", title="Inbrott", becomes_promise=False)
    joint = world.record("processes.JointSituation")
    for _ in range(2):
        effects.begin_analyses(by=world.cast.chief, round_=world.round, subject=joint)
    analysis = ProblemAnalysis.objects.get()
    assert (analysis.focus_area, analysis.what) == (chosen, "Rån vid hållplatsen")


@pytest.mark.django_db
@pytest.mark.row("FAL-4", "X-18")
def test_the_focus_area_of_an_activity_is_that_of_its_cause():
    world = new_round()
    torget, hamnen = (world.add("processes.FocusArea", title=t) for t in ("Torget", "Hamnen"))
    analysis = ProblemAnalysis.objects.create(focus_area=torget)
    cause = Cause.objects.create(analysis=analysis, text="Ingen vuxen på plats")
    for label in ("processes.Activity", "processes.Goal"):
        assert world.add(label, cause=cause).focus_area == torget
        assert world.add(label, cause=cause, focus_area=hamnen).focus_area == hamnen


@pytest.mark.django_db
@pytest.mark.row("PRB-2")
def test_the_causes_of_an_analysis_stay_a_tree():
    world = planned_round()
    leaf = world.add("processes.Cause", world.analysis, text="Varför", parent=world.cause)
    world.cause.parent = leaf
    with pytest.raises(ValidationError, match="sig själv"):
        world.cause.clean()
    with pytest.raises(ValidationError, match="samma analys"):
        Cause(analysis_id=0, parent=leaf).clean()


@pytest.mark.django_db
@pytest.mark.row("PRB-2")
def test_why_is_asked_five_times_at_the_most():
    world = planned_round()
    deepest = world.cause
    for number in range(2, 6):
        cause = world.add("processes.Cause", world.analysis, text=f"Varför {number}")
        deepest = world.edit(cause, parent=deepest)
    deepest.clean()
    sixth = Cause(analysis=world.analysis, text="Varför 6", parent=deepest)
    with pytest.raises(ValidationError, match="Fem varför"):
        sixth.clean()
    # Nor does a tree grow too deep by being hung under another cause.
    above = world.add("processes.Cause", world.analysis, text="Varför det?")
    world.cause.parent = above
    with pytest.raises(ValidationError, match="Fem varför"):
        world.cause.clean()


@pytest.mark.django_db
@pytest.mark.row("X-2")
def test_what_something_else_builds_on_is_not_removed_but_explained():
    world = new_round()
    problem = world.add("processes.Problem", title="Rån vid hållplatsen")
    world.add("processes.FocusArea", title="Torget", problem=problem)
    with pytest.raises(Refused, match="fokusområde"):
        world.remove(problem)


@pytest.mark.django_db
@pytest.mark.row("PRO-3")
def test_an_analysis_goes_stale_with_its_own_focus_area_only():
    world = new_round()
    areas = [world.add("processes.FocusArea", title=t, becomes_promise=True) for t in ("Torget", "Hamnen")]
    joint = world.record("processes.JointSituation")
    effects.begin_analyses(by=world.cast.chief, round_=world.round, subject=joint)
    step = world.method["problem_analysis"]

    def analyses() -> list[Row]:
        return guard.subjects(world.facts(), step)

    then = [freshness.fingerprint(world.facts(), step, subject) for subject in analyses()]
    world.edit(areas[1], title="Hamnområdet")
    now = world.facts()
    stale = [
        freshness.is_stale(freshness.changes(now, step, subject, inputs))
        for subject, inputs in zip(analyses(), then, strict=True)
    ]
    assert stale == [False, True]


@pytest.mark.django_db
@pytest.mark.row("LOK-7")
def test_the_chief_approves_only_after_vad(pictured):
    pictured.edit(pictured.situation, staff_result="Det börjar vid hållplatsen.")
    verdict = pictured.verdict("local_situation", Gate.APPROVE, pictured.situation)
    assert [(gap.code, gap.step.key) for gap in verdict.gaps] == [("PRO-3", "staff_dialog_what")]
