"""The tree of causes: each cause once and in its place, what could be asked next, and the analysis in short."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes import why
from processes.facts import Facts, Row

ANALYSIS = Row(
    "processes.ProblemAnalysis",
    7,
    {"what": "Unga rånas vid torget", "consequences": "", "focus_title": "Torget", "focus_area_id": 1},
)


def cause(
    number: int, text: str = "", parent: int | None = None, horizon: str = "", who: str = "", **more
) -> Row:
    values = {
        "analysis_id": 7, "text": text or f"Orsak {number}", "parent_id": parent, "horizon": horizon,
        "who_can_act": who, "party_id": None, "side": "",
    }  # fmt: skip
    return Row("processes.Cause", number, values | more)


def facts(*rows: Row) -> Facts:
    return Facts([ANALYSIS, *rows], date(2027, 1, 1))


def tree(*rows: Row):
    return why.tree(facts(*rows), ANALYSIS)


def asked(*rows: Row) -> dict[str, list[int]]:
    return {q.key: [node.row.id for node in q.about] for q in why.to_ask(tree(*rows))}


# --- The shape ---


@st.composite
def grown(draw):
    """Causes as people make them: each under an earlier one that has a level left, or under the problem."""
    levels: dict[int, int] = {}
    parents: dict[int, int | None] = {}
    for number in range(1, draw(st.integers(0, 25)) + 1):
        open_ = [None, *(n for n, level in levels.items() if level < 5)]
        parents[number] = draw(st.sampled_from(open_))
        levels[number] = levels.get(parents[number], 0) + 1
    return parents, levels


@pytest.mark.row("PRB-2")
@given(grown())
def test_every_cause_is_shown_once_where_it_was_put_and_in_order_of_creation(made):
    parents, levels = made
    found = tree(*(cause(n, parent=parent) for n, parent in parents.items()))
    shown = [(node.row.id, node.level, [c.row.id for c in node.children]) for node in why.walk(found)]
    assert sorted(shown) == [
        (n, levels[n], [child for child, parent in parents.items() if parent == n]) for n in parents
    ]
    assert [node.row.id for node in found] == [n for n, parent in parents.items() if parent is None]
    assert all(node.can_be_asked == (levels[node.row.id] < 5) for node in why.walk(found))


@pytest.mark.row("PRB-2")
@given(st.lists(st.one_of(st.none(), st.integers(1, 14)), max_size=12))
def test_no_cause_is_lost_or_doubled_whatever_points_where(parents):
    """Rings and causes that hang in the air can come of two people moving at once; the page still shows all."""
    found = list(why.walk(tree(*(cause(n, parent=p) for n, p in enumerate(parents, 1)))))
    assert sorted(node.row.id for node in found) == list(range(1, len(parents) + 1))


def test_causes_of_another_analysis_are_not_in_the_tree():
    assert [n.row.id for n in why.walk(tree(cause(1), cause(2, analysis_id=8), cause(3, parent=2)))] == [1, 3]


@pytest.mark.row("PRB-2")
def test_each_cause_tells_who_can_act_and_how_many_activities_are_aimed_at_it():
    found = why.tree(
        facts(
            cause(1, who="Fritidsförvaltningen", party_id=1),
            cause(2, party_id=1),
            cause(3, who="Grannarna"),
            Row("processes.Party", 1, {"name": "Ekhamra kommun"}),
            Row("processes.Activity", 1, {"cause_id": 1}),
            Row("processes.Activity", 2, {"cause_id": 1}),
            Row("processes.ActivityAim", 1, {"activity_id": 1, "cause_id": 3}),
            Row("processes.ActivityAim", 2, {"activity_id": 1, "cause_id": 1}),
        ),
        ANALYSIS,
    )
    assert [node.who for node in found] == [
        "Fritidsförvaltningen (Ekhamra kommun)",
        "Ekhamra kommun",
        "Grannarna",
    ]
    assert [node.activities for node in found] == [2, 0, 1]


# --- What could be asked next ---

DEEP = (cause(1), cause(2, parent=1), cause(3, parent=2, horizon="near", who="Kommunen"))


@pytest.mark.row("PRB-2")
def test_nothing_is_asked_of_a_chain_that_ends_near_with_somebody_who_can_act():
    assert asked(*DEEP) == {}
    assert asked() == {}


@pytest.mark.row("PRB-2", "PRB-11")
def test_that_only_remote_causes_remain_is_said():
    remote = [Row(row.model, row.id, {**row, "horizon": "remote"}) for row in DEEP]
    assert asked(*remote) == {"remote": []}
    assert asked(*(Row(row.model, row.id, {**row, "horizon": ""}) for row in DEEP)) == {"unjudged": [1, 2, 3]}


@pytest.mark.row("PRB-2")
def test_why_is_asked_again_where_the_answer_is_the_first():
    settled = {"horizon": "near", "who": "Kommunen"}
    assert asked(*DEEP, cause(4, **settled)) == {"shallow": [4]}
    assert asked(*DEEP, cause(4, parent=1)) == {"shallow": [4]}
    assert asked(*DEEP, cause(4, parent=1, **settled)) == {}
    assert asked(*DEEP, cause(4, text="…")) == {}


@pytest.mark.row("PRB-2")
def test_a_near_cause_that_nobody_can_act_on_is_named():
    assert asked(*DEEP, cause(4, parent=2, horizon="near")) == {"nobody": [4]}
    assert asked(*DEEP, cause(4, parent=2, horizon="near", party_id=1)) == {
        "nobody": [4]
    }  # a party that is gone


@pytest.mark.row("PRB-2")
def test_a_chain_that_ends_in_a_lack_of_means_is_asked_gently_and_not_twice():
    assert asked(*DEEP, cause(4, "Polisen har inte tid")) == {"means": [4]}
    assert asked(*DEEP, cause(4, "Brist på poliser"), cause(5, parent=4), cause(6, parent=5)) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Brist på poliser i yttre tjänst",
        "Det är för få poliser på kvällen",
        "Resursbrist hos kommunen",
        "Polisen hinner inte",
        "Fritidsgården är underbemannad",
        "Det saknas pengar",
        "Kommunen har för lite personal",
        "Ont om tid",
        "Resurserna räcker inte",
        "Inte tillräckligt många poliser",
    ],
)
def test_what_blames_a_lack_of_means_is_recognised(text):
    assert why.stops_at_means(text)


@pytest.mark.parametrize(
    "text",
    [
        "Brist på belysning",
        "Polisen syns bara i bil",
        "Unga saknar egna platser på kvällen",
        "Det saknas någon som har hand om platsen",
        "Ingen vuxen finns på plats efter klockan 20",
        "Tidtabellen gör att många väntar samtidigt",
        "Personalen känner inte igen dem",
        "För få känner varandra",
        "Fritidsgården stänger klockan 20",
    ],
)
def test_what_does_not_blame_a_lack_of_means_is_left_alone(text):
    assert not why.stops_at_means(text)


# --- In short ---


@pytest.mark.row("PRB-8")
def test_the_analysis_in_short_says_the_problem_and_its_near_causes():
    rows = [
        cause(1, "Ingen vuxen är där.", horizon="near"),
        cause(2, "Gården stänger tidigt", 1, "near"),
        cause(3, "Uppfostran", horizon="remote"),
    ]
    assert why.in_short(facts(*rows), ANALYSIS) == (
        "Unga rånas vid torget. Orsaker som går att påverka nu: Ingen vuxen är där; Gården stänger tidigt."
    )


@pytest.mark.row("PRB-8")
def test_the_analysis_in_short_stays_short_and_says_what_is_not_known():
    many = [cause(n, horizon="near") for n in range(1, 6)]
    assert "Orsak 3, och 2 till." in why.in_short(facts(*many), ANALYSIS)
    remote = why.in_short(facts(cause(1, horizon="remote")), ANALYSIS)
    assert remote == "Unga rånas vid torget. De orsaker som är kända går bara att påverka på lång sikt."
    bare = Row(ANALYSIS.model, 7, {**ANALYSIS, "what": "…", "consequences": "Folk går omvägar"})
    assert why.in_short(facts(), bare) == "Torget. Följderna: Folk går omvägar."
