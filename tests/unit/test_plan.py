"""What is read out of a plan: words, order, effort, hours, goals, aims, techniques. Pure; facts made by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.facts import Facts, Row
from processes.models.problem import Side
from processes.models.techniques import TECHNIQUES
from processes.plan import effort, goals, hours, likeness, periods, problem, techniques, words
from processes.steps import activity_rules
from tests.unit.test_steps_processes import TODAY

BEGINS, ENDS = date(2028, 1, 1), date(2028, 12, 31)
ALL = [code for _, own in TECHNIQUES for code, _ in own]


def rows(label: str, *values: dict) -> list[Row]:
    return [Row(f"processes.{label}", n, value) for n, value in enumerate(values, 1)]


def made(activities=(), *more: Row) -> Facts:
    round_ = Row("processes.Process", 1, {"period_start": BEGINS, "period_end": ENDS})
    return Facts([round_, *rows("Activity", *activities), *more], TODAY)


def activity(**fields) -> dict:
    blank = {
        "what": "Fotpatrull", "horizon": "", "position": None, "after_id": None, "period_start": None,
        "period_end": None, "expected_effect": None, "effort": None, "cause_id": None, "side": "", "goal_id": None,
        "focus_area_id": 1,
    }  # fmt: skip
    return blank | fields


# --- Targets in words ---


@pytest.mark.row("FAL-1")
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ({"kind": "at_least", "value": "40", "unit": "fredagar"}, "Minst 40 fredagar"),
        ({"kind": "exactly", "value": "4", "unit": "vandringar"}, "4 vandringar"),
        ({"kind": "per_week", "value": "3", "unit": "kvällar"}, "Minst 3 kvällar per vecka"),
        ({"kind": "per_month", "value": "2.5"}, "Minst 2,5 gånger per månad"),
        ({"kind": "at_most_hours", "value": "48"}, "Inom 48 timmar"),
        ({"kind": "hours", "value": "120"}, "Minst 120 timmar"),
        ({"kind": "on_demand", "reason": "När skolan ber om det"}, "Vid behov. När skolan ber om det"),
        ({"kind": "yes_no"}, "Görs en gång"),
        ({"kind": "none", "reason": "Det går inte att räkna"}, "Inget mål i tal. Det går inte att räkna"),
        ({"kind": "at_least", "value": "1", "reason": "glömd"}, "Minst 1 gång"),
        ({"kind": ""}, ""),
    ],
)
def test_each_kind_of_target_in_words(target, said):
    assert words.target_words({"value": "", "unit": "", "reason": "", **target}) == said


def test_a_period_in_words_also_with_one_end():
    assert words.days_words(BEGINS, ENDS) == "2028"
    assert words.days_words(BEGINS, None) == "Från 1 januari 2028"
    assert words.days_words(None, ENDS) == "Till 31 december 2028"
    assert words.days_words(None, None) == ""


# --- Order ---

PLANS = st.lists(
    st.tuples(
        st.sampled_from(["immediate", "long_term", ""]),
        st.none() | st.integers(0, 3),
        st.none() | st.integers(1, 8),
        st.none() | st.integers(0, 300),
    ),
    max_size=8,
)


def plan(drawn) -> Facts:
    return made(
        activity(
            horizon=horizon,
            position=position,
            after_id=after,
            period_start=BEGINS + timedelta(days=days) if days is not None else None,
        )
        for horizon, position, after, days in drawn
    )


@pytest.mark.row("AKT-3")
@given(PLANS)
def test_what_must_come_first_does_and_nothing_is_lost(drawn):
    facts = plan(drawn)
    found = [row.id for row in periods.ordered(facts)]
    assert sorted(found) == list(range(1, len(drawn) + 1))
    in_ring = {pk for pk in found if leads_to_ring(facts, pk)}
    for pk in set(found) - in_ring:
        after = facts.get("processes.Activity", pk).after_id
        assert after not in found or found.index(after) < found.index(pk)


def leads_to_ring(facts: Facts, pk: int) -> bool:
    """Whether one never comes to a beginning by asking what must come before."""
    for _ in range(20):
        row = facts.get("processes.Activity", pk)
        if row is None or row.after_id is None:
            return False
        pk = row.after_id
    return True


@pytest.mark.row("AKT-3")
def test_phases_come_in_order_with_the_places_people_gave_them():
    facts = made(
        [
            activity(what="Sist", horizon="long_term", position=2),
            activity(what="Först", horizon="immediate"),
            activity(what="Sedan", horizon="long_term", position=1),
            activity(what="Osagt"),
        ]
    )
    found = [(title, [row.what for row in own]) for title, own in periods.phases(facts)]
    assert found == [
        ("Verkar genast", ["Först"]),
        ("Verkar på lång sikt", ["Sedan", "Sist"]),
        ("Inte sagt när den verkar", ["Osagt"]),
    ]


@pytest.mark.row("AKT-3")
@pytest.mark.parametrize(
    ("first_ends", "second_begins", "broken"),
    [
        (date(2028, 3, 31), date(2028, 4, 1), False),
        (date(2028, 3, 31), date(2028, 3, 31), True),
        (date(2028, 3, 31), None, True),  # the round's own beginning
        (None, date(2028, 12, 31), True),  # the round's own end
    ],
)
def test_days_that_contradict_the_order_are_told(first_ends, second_begins, broken):
    facts = made([activity(period_end=first_ends), activity(after_id=1, period_start=second_begins)])
    assert [one.activity.id for one in periods.breaches(facts)] == ([2] if broken else [])


# --- Effect for effort ---


@pytest.mark.row("AKT-3")
@given(st.lists(st.tuples(*[st.none() | st.integers(0, 3)] * 2), max_size=12))
def test_every_activity_has_one_place_in_the_grid_or_none(estimates):
    facts = made(activity(expected_effect=effect, effort=work) for effect, work in estimates)
    found = effort.grid(facts)
    where = {
        row.id: (square.effect, square.effort)
        for line in found.rows
        for square in line
        for row in square.activities
    }
    assert where == {n: pair for n, pair in enumerate(estimates, 1) if None not in pair}
    assert {row.id for row in found.unplaced} == set(range(1, len(estimates) + 1)) - set(where)
    assert found.placed == len(where)


@pytest.mark.row("AKT-3")
def test_the_grid_goes_from_the_greatest_effect_down_and_the_least_work_up():
    squares = [(s.effect, s.effort) for line in effort.grid(made()).rows for s in line]
    assert squares == list(product((3, 2, 1, 0), (0, 1, 2, 3)))
    worth = {(s.effect, s.effort): s.worth for line in effort.grid(made()).rows for s in line}
    assert (worth[3, 0], worth[2, 2], worth[0, 3]) == ("more", "even", "less")


# --- Hours ---

SHARES = st.lists(
    st.tuples(st.integers(1, 4), st.none() | st.integers(1, 3), st.none() | st.integers(0, 500)), max_size=10
)
LOGS = st.dictionaries(
    st.tuples(st.integers(1, 4), st.none() | st.integers(1, 3)), st.integers(1, 900).map(Decimal), max_size=8
)


def resourced(shares, set_aside=(None, None, None)) -> Facts:
    parties = rows(
        "Party", *({"name": f"Part {n}", "hours_set_aside": h} for n, h in enumerate(set_aside, 1))
    )
    own = rows("ActivityParty", *({"activity_id": a, "party_id": p, "hours": h} for a, p, h in shares))
    return made([activity() for _ in range(4)], *parties, *own)


@pytest.mark.row("AKT-7", "FAL-13")
@settings(max_examples=50)
@given(SHARES, LOGS)
def test_sums_by_activity_and_by_party_are_the_same_whole(shares, log):
    found = hours.hours(resourced(shares), log)
    planned = sum(h or 0 for _, party, h in shares if party)
    used = sum(log.values())
    assert sum(load.planned for load in found.loads) == planned == (found.total.planned or 0)
    assert found.total.used == used
    by_party = {p: sum(h or 0 for _, party, h in shares if party == p) for p in (1, 2, 3)}
    assert all(load.planned == by_party[load.party.id] for load in found.loads)
    assert {load.party.id: load.used for load in found.loads if load.used} == {
        p: worked for p in (1, 2, 3) if (worked := sum(v for (_, party), v in log.items() if party == p))
    }


@pytest.mark.row("AKT-7")
def test_no_figure_is_something_else_than_nought():
    found = hours.hours(resourced([(1, 1, None), (2, 1, 0)]))
    assert [line.cells[0].planned for line in found.lines] == [None, 0, None, None]


@pytest.mark.row("FAL-13")
@pytest.mark.parametrize(
    ("set_aside", "worked", "over"),
    [(None, 500, 0), (100, 0, 0), (99, 0, 1), (100, 130, 30), (40, 130, 90)],
)
def test_more_than_is_set_aside_is_told_planned_or_used(set_aside, worked, over):
    facts = resourced([(1, 1, 60), (2, 1, 40)], (set_aside, None, None))
    (load,) = hours.hours(facts, {(1, 1): Decimal(worked)}).loads
    assert load.over == over


# --- Goals ---


def goal(**fields) -> Row:
    names = (
        "indicator",
        "follow_up_by",
        "follow_up_how",
        "follow_up_on_demand",
        "no_number_reason",
        "unit",
        "text",
    )
    blank = dict.fromkeys(names, "") | dict.fromkeys(
        ("follow_up_on", "baseline_value", "target_value", "cause_id", "activity_id")
    )
    return Row("processes.Goal", 1, blank | fields)


@pytest.mark.row("AKT-6")
def test_a_goal_is_followed_up_as_it_says_else_as_the_plan_else_at_the_end():
    plan_ = Row(
        "processes.ActivityPlan", 1, {"follow_up_by": "Anna", "follow_up_how": "Loggen", "follow_up_on": None}
    )
    found = goals.follow_up(made(), goal(follow_up_by="Elin"), plan_)
    assert (found.by, found.how) == (goals.Said("Elin", True), goals.Said("Loggen", False))
    assert (found.on, found.own_day, found.planned) == (ENDS, False, True)
    own = goals.follow_up(made(), goal(follow_up_on=TODAY, follow_up_how="…"), plan_)
    assert (own.on, own.own_day, own.how.text) == (TODAY, True, "Loggen")


@pytest.mark.row("AKT-6")
def test_on_demand_is_legal_with_a_stated_reason():
    nothing = Row(
        "processes.ActivityPlan", 1, {"follow_up_by": "Anna", "follow_up_how": "Loggen", "follow_up_on": None}
    )
    facts = Facts([Row("processes.Process", 1, {"period_start": None, "period_end": None})], TODAY)
    assert not goals.follow_up(facts, goal(), nothing).planned
    assert not goals.follow_up(facts, goal(follow_up_on_demand="…"), nothing).planned
    found = goals.follow_up(facts, goal(follow_up_on_demand="Skolan ber om det"), nothing)
    assert found.planned and found.on is None
    nobody = Row(
        "processes.ActivityPlan", 1, {"follow_up_by": "", "follow_up_how": "Loggen", "follow_up_on": TODAY}
    )
    assert not goals.follow_up(facts, goal(), nobody).planned


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"baseline_value": Decimal("17.00"), "target_value": 8, "unit": "per år"}, "17 → 8 per år"),
        ({"target_value": Decimal("7.50"), "unit": "procent"}, "Målet är 7,5 procent"),
        ({"baseline_value": 17}, "Utgångsvärdet är 17"),
        ({"baseline_value": 0, "target_value": 0}, "0 → 0"),
        ({}, ""),
    ],
)
def test_a_change_in_words(figures, said):
    assert goals.change(goal(**figures)) == said


@pytest.mark.row("AKT-6")
def test_no_number_is_legal_with_a_reason_and_without_figures():
    assert goals.without_number(goal(no_number_reason="Märks i samtalen på torget"))
    assert not goals.without_number(goal(no_number_reason="…"))
    assert not goals.without_number(goal(no_number_reason="Märks i samtalen", target_value=3))
    assert not goals.without_number(goal())


@pytest.mark.row("FAL-5", "AKT-6")
@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        ({}, "mal.indicator"),
        ({"indicator": "Anmälda rån", "baseline_on": TODAY}, "mal.baseline_value"),
        ({"indicator": "Anmälda rån", "baseline_value": 17, "baseline_on": TODAY}, None),
        ({"no_number_reason": "Det märks i samtalen på torget"}, None),
        ({"no_number_reason": "saknas"}, "mal.indicator"),
        ({"no_number_reason": "Det märks i samtalen", "target_value": 3}, "mal.indicator"),
    ],
)
def test_an_effect_is_seen_against_a_baseline_or_it_is_said_why_not(said, lacks):
    found = list(
        activity_rules.baselines(made((), goal(**{"kind": "effect", "baseline_on": None} | said)), goal())
    )
    assert [one.anchor for one in found] == ([lacks] if lacks else [])


@pytest.mark.row("AKT-4")
def test_activities_serve_a_goal_by_name_by_direction_or_by_its_cause():
    facts = made(
        [
            activity(goal_id=1),
            activity(cause_id=5),
            activity(cause_id=5, goal_id=2),  # named another goal, so not this one by the cause
            activity(),
            activity(),
        ],
        *rows("ActivityAim", {"activity_id": 4, "goal_id": 1, "cause_id": None, "side": ""}),
        goal(cause_id=5),
    )
    assert [row.id for row in goals.served_by(facts, facts.one("processes.Goal"))] == [1, 2, 4]
    assert set(goals.served(facts)) == {1, 2, 4}


# --- What is aimed at ---

AIMS = st.lists(st.tuples(st.none() | st.integers(1, 3), st.sampled_from(["", *Side.values])), max_size=8)


@pytest.mark.row("PRB-9")
@given(AIMS)
def test_every_activity_stands_once_under_what_it_is_aimed_at(drawn):
    causes = rows("Cause", *({"focus_area_id": 1, "side": "place", "text": f"Orsak {n}"} for n in (1, 2)))
    facts = made((activity(cause_id=cause, side=side) for cause, side in drawn), *causes)
    found = problem.aimed(facts, 1)
    assert sorted(row.id for one in found for row in one.activities) == list(range(1, len(drawn) + 1))
    assert [one.cause.id for one in found if one.cause] == [1, 2], "causes that nobody acts on are seen too"
    for one in found:
        for row in one.activities:
            assert one.cause.id == row.cause_id if one.cause else one.side == row.side


@pytest.mark.row("FAL-14")
def test_what_is_known_comes_from_analysis_citizens_and_what_was_tied():
    said = {
        "what": "Rån",
        "where": "Hållplatsen",
        "when": "Fredag kväll",
        "who_is_hit": "…",
        "consequences": "",
    }
    facts = made(
        (),
        *rows("FocusArea", {"problem_id": 1, "title": "Torget"}),
        *rows("ProblemAnalysis", {"focus_area_id": 1, **said}),
        *rows("Problem", {"citizen_view": "Vi går omvägar."}),
        *rows("ProblemEntry", {"problem_id": 1, "entry_id": 2}),
        *rows("SituationEntry", {"title": "Hemlig iakttagelse"}, {"title": "Nitton rån i fjol"}),
    )
    assert problem.known(facts, 1) == [
        ("Problemet", "Rån"),
        ("Var", "Hållplatsen"),
        ("När", "Fredag kväll"),
        ("Medborgarna säger", "Vi går omvägar."),
        ("Iakttagelse", "Nitton rån i fjol"),
    ]
    assert problem.known(facts, 2) == problem.known(facts, None) == []


# --- Techniques ---


@pytest.mark.row("AKT-2")
def test_every_technique_is_an_idea_for_some_side_and_every_side_has_several_mechanisms():
    found = {side: techniques.ideas(side) for side in Side.values}
    assert sorted(techniques.IDEAS) == sorted(ALL)
    assert {idea.code for own in found.values() for _, ideas in own for idea in ideas} == set(ALL)
    assert all(len(mechanisms) >= 3 for mechanisms in found.values())
    assert {side for sides, _ in techniques.IDEAS.values() for side in sides.split()} == set(Side.values)
    assert techniques.ideas("") == techniques.ideas("okänd") == []


def test_an_idea_has_the_name_the_form_has_and_an_example_of_its_own():
    names = {code: title for _, own in TECHNIQUES for code, title in own}
    found = [idea for side in Side.values for _, own in techniques.ideas(side) for idea in own]
    assert all(idea.title == names[idea.code] for idea in found)
    assert len({example for _, example in techniques.IDEAS.values()}) == len(ALL)


# --- Likeness ---


@pytest.mark.row("AKT-2")
@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("Patrullera till fots", "Fler fotpatruller på torget", 1),
        ("Byta belysning", "Ny gatubelysning vid hållplatsen", 1),
        ("Gå trygghetsvandring", "Trygghetsvandringar varje höst", 1),
        ("Kontrollera mopeder", "Hastighetskontroll", 1),
        ("Hålla öppet", "Samtal med föräldrar", 0),
        ("Under hela perioden", "Under perioden efter sommaren", 0),
        ("", "Allt", 0),
    ],
)
def test_likeness_is_by_stems_also_inside_compounds(one, other, like):
    assert bool(likeness.shared(one, other)) is bool(like)
    assert bool(likeness.shared(other, one)) is bool(like)


@given(st.text(max_size=60))
def test_a_text_is_like_itself_as_often_as_it_has_words(text):
    assert likeness.shared(text, text) == len(likeness.words(text))
