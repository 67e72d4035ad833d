"""The sums of the focus areas: arithmetic that can be checked in the head, and an order people own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.method import Row
from processes.pages.joint.choice import arithmetic
from processes.steps.weighing import SIDES, priorities, weigh, weights

pytestmark = pytest.mark.row("GEM-3")
scale = st.none() | st.integers(0, 3)
area = st.fixed_dictionaries(
    {f"score_{side}": scale for side in SIDES} | {"priority": st.none() | st.integers(0, 9)}
)
areas = st.lists(area, max_size=6).map(
    lambda found: [Row("processes.FocusArea", n, values) for n, values in enumerate(found, 1)]
)
subject = st.fixed_dictionaries({f"weight_{side}": scale for side in SIDES}).map(
    lambda values: Row("processes.JointSituation", 1, values)
)


def row(pk: int, *scores: int | None, priority: int | None = None) -> Row:
    named = {f"score_{side}": score for side, score in zip(SIDES, scores, strict=True)}
    return Row("processes.FocusArea", pk, {**named, "priority": priority})


def weighed_by(*values: int | None) -> dict[str, int]:
    named = {f"weight_{side}": value for side, value in zip(SIDES, values, strict=True)}
    return weights(Row("processes.JointSituation", 1, named))


def test_a_blank_weighs_one_and_nought_weighs_nothing():
    assert list(weighed_by(None, 0, 2, 3).values()) == [1, 0, 2, 3]


@pytest.mark.parametrize(
    ("by", "order", "totals"),
    [
        ((None, None, None, None), [1, 2, 3], [9, 8, 6]),
        ((0, 3, 0, 0), [2, 1, 3], [9, 6, 3]),
    ],
)
def test_the_weights_decide_whose_sum_is_greatest(by, order, totals):
    found = weigh([row(1, 3, 2, 2, 2), row(2, 1, 3, 2, 2), row(3, 2, 1, 1, 2)], weighed_by(*by))
    assert ([one.row.id for one in found], [one.total for one in found]) == (order, totals)


def test_equal_sums_let_the_citizens_worry_go_first_then_what_was_written_first():
    alike = [row(1, 3, 1, 1, 1), row(2, 1, 3, 1, 1), row(3, 3, 1, 1, 1)]
    assert [one.row.id for one in weigh(alike, weighed_by(1, 1, 1, 1))] == [2, 1, 3]


def test_what_lacks_a_score_that_counts_has_no_sum_and_comes_last():
    bare, full = row(1, 3, 3, 3, None), row(2, 0, 0, 0, 0)
    first, last = weigh([bare, full], weighed_by(1, 1, 1, 1))
    assert (first.row.id, last.row.id, last.total, last.lacking) == (2, 1, None, ["influence"])
    assert weigh([bare], weighed_by(1, 1, 1, 0))[0].total == 9  # what weighs nothing isn't missed


def test_the_words_show_the_sum():
    (one,) = weigh([row(1, 3, 2, None, 1)], weighed_by(1, 2, 0, 3))
    assert arithmetic(one) == (
        "Omfattning 3 × 1, medborgarnas oro 2 × 2, skada saknas × 0, möjlighet att påverka 1 × 3: summa 10"
    )


@given(areas, subject)
def test_the_sum_is_what_anyone_gets_who_adds_it_up(found, by):
    for one in weigh(found, weights(by)):
        total = 0
        for side in ("extent", "worry", "harm", "influence"):
            score, weight = one.row[f"score_{side}"], by[f"weight_{side}"]
            weight = 1 if weight is None else weight
            total = None if total is None or (score is None and weight) else total + (score or 0) * weight
        assert one.total == total


@given(areas, subject)
def test_none_is_lost_and_no_greater_sum_comes_after_a_lesser(found, by):
    order = weigh(found, weights(by))
    assert sorted(one.row.id for one in order) == [one.id for one in found]
    totals = [one.total for one in order if one.total is not None]
    assert totals == sorted(totals, reverse=True)
    assert all(one.total is None for one in order[len(totals) :])


@given(areas, st.booleans())
def test_every_one_gets_a_number_of_its_own_and_what_people_wrote_may_be_kept(found, keep):
    wanted = priorities(found, keep=keep)
    assert set(wanted) == {one.id for one in found}
    own = [one for one in found if keep and one.priority is not None]
    assert all(wanted[one.id] == one.priority for one in own)
    new = [wanted[one.id] for one in found if one not in own]
    assert new == sorted(new) and len(set(new)) == len(new) and 0 not in new
    assert not set(new) & {one.priority for one in own}
    if not keep:
        assert sorted(new) == list(range(1, len(found) + 1))
