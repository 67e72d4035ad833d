"""Where the choice of focus areas goes past what citizens say, it is told how that was handled (DIA-14)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.method import Facts, Row
from processes.steps.joint_rules import difference_handled, passed_over

pytestmark = pytest.mark.row("DIA-14")
TODAY = date(2027, 3, 1)


def facts(problems, areas):
    rows = [
        Row(
            "processes.Problem",
            pk,
            {"title": f"P{pk}", "views_total": views, "agree": True, "handling": handling},
        )
        for pk, (views, handling) in enumerate(problems, 1)
    ]
    rows += [
        Row(
            "processes.FocusArea",
            pk,
            {"title": f"F{pk}", "problem_id": problem, "becomes_promise": chosen, "score_worry": worry},
        )
        for pk, (problem, chosen, worry) in enumerate(areas, 1)
    ]
    return Facts([Row("processes.Process", 1, {}), *rows], TODAY)


def over(problems, areas):
    return set(passed_over(facts([(views, "") for views in problems], areas)))


@pytest.mark.parametrize(
    ("problems", "areas", "found"),
    [
        ([3, 5], [(1, True, None)], {2}),  # more speak of the other
        ([5, 5], [(1, True, None)], set()),  # as many
        ([5, 0], [(1, True, None)], set()),
        ([3, 5], [(1, True, None), (2, True, None)], set()),  # both chosen
        ([3, 5], [(1, True, None), (2, False, None)], {2}),  # turned down
        ([3, 5], [(1, True, None), (2, None, None)], set()),  # not decided yet
        ([3, 5], [(1, None, None)], set()),  # nothing is chosen yet
        ([9, 5, 2], [(1, True, None), (3, True, None)], {2}),  # past one of several
        ([0, 1], [(None, True, None)], {2}),  # the chosen one rests on no problem
        ([0, 0], [(1, True, 1), (2, False, 3)], {2}),  # their own word: it worries more
        ([0, 0], [(1, True, 3), (2, False, 3)], set()),
        ([0, 0], [(1, True, None), (2, False, 3)], set()),  # nothing to compare with
        ([0, 0], [(1, True, 1), (2, False, 1), (2, False, 2)], {2}),
    ],
)
def test_a_problem_is_passed_over_when_citizens_speak_more_of_it_than_of_one_chosen(problems, areas, found):
    assert over(problems, areas) == found


def test_it_says_what_stands_against_what():
    ((text,),) = [passed_over(facts([(3, ""), (5, "")], [(1, True, None)])).values()]
    assert text == "5 synpunkter hör hit, fler än till ”F1” (3) som ni valde"


def test_words_on_how_it_was_handled_are_enough():
    for handling, anchors in (("", ["bilden.handling"]), ("…", ["bilden.handling"]), ("Bussen kom med.", [])):
        found = facts([(3, ""), (5, handling)], [(1, True, None)])
        assert [f.anchor for f in difference_handled(found, None)] == anchors


def test_one_promise_is_judged_by_the_whole_rounds_choice():
    """Two promises, one focus area each: neither passes over what the other took on."""
    whole = facts([(3, ""), (5, "")], [(1, True, None), (2, True, None)])
    assert passed_over(whole.narrowed([1], {})) == {}


problems = st.lists(st.integers(0, 4), min_size=1, max_size=4)
choices = st.sampled_from([True, False, None])
worries = st.none() | st.integers(0, 3)


@given(
    problems.flatmap(
        lambda found: st.tuples(
            st.just(found),
            st.lists(
                st.tuples(st.none() | st.integers(1, len(found)), choices, worries), min_size=0, max_size=5
            ),
        )
    )
)
def test_it_is_what_one_finds_by_comparing_every_pair(case):
    """The oracle looks at each unchosen problem beside each chosen focus area, and remembers nothing."""
    views, areas = case
    expected = set()
    for problem in range(1, len(views) + 1):
        own = [(chosen, worry) for on, chosen, worry in areas if on == problem]
        if any(chosen is not False for chosen, _ in own):
            continue
        for on, chosen, worry in areas:
            if chosen is not True:
                continue
            louder = views[problem - 1] > (views[on - 1] if on else 0)
            worse = any(w is not None and worry is not None and w > worry for _, w in own)
            if louder or worse:
                expected.add(problem)
    assert over(views, areas) == expected
