"""How a published promise stands: from what is public, and the day. Old figures prove no breach."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.keeping import Kept
from agreements.publication import standing
from agreements.publication.shown import sentence
from agreements.publication.standing import Told, spans, state_on, whole

BEGINS, ENDS = date(2027, 1, 1), date(2027, 12, 31)
MIDDLE = date(2027, 6, 30)


def promised(kind="at_least", value="10", begins=BEGINS, ends=ENDS, what="A"):
    target = {"kind": kind, "value": value, "unit": "", "counts": "", "reason": ""}
    return {"what": what, "where": "", "from": begins.isoformat(), "to": ends.isoformat(), "target": target}


def account(times=0, amount="", *, told=True, **more):
    return {
        "told": told, "times": times, "amount": amount or str(times), "hours": "", "longest": "", "shortest": "", **more,
    }  # fmt: skip


def on(day, what=None, said=None, as_of=MIDDLE):
    return Told(what or promised(), said, as_of if said else None).on(day).kept


@pytest.mark.row("FAL-3", "X-9")
def test_what_nobody_has_accounted_for_says_so():
    assert on(BEGINS - timedelta(days=1)) is Kept.TO_DO
    assert on(MIDDLE) is Kept.NOT_REPORTED
    assert on(ENDS + timedelta(days=900)) is Kept.NOT_REPORTED


@pytest.mark.row("FAL-2", "X-9")
def test_a_page_never_says_under_way_when_time_is_up():
    told = account(4)
    assert on(MIDDLE, said=told) is Kept.UNDER_WAY
    assert on(ENDS + timedelta(days=1), said=told) is not Kept.UNDER_WAY


@pytest.mark.row("FAL-2", "X-9")
def test_old_figures_may_prove_that_it_was_kept_and_never_that_it_was_not():
    late = ENDS + timedelta(days=1)
    assert on(late, said=account(10)) is Kept.KEPT
    assert on(late, said=account(4)) is Kept.NOT_REPORTED
    assert on(late, said=account(4), as_of=late) is Kept.PARTLY
    assert on(late, said=account(0), as_of=late) is Kept.NOT_KEPT


@pytest.mark.row("FAL-3")
def test_vid_behov_with_nothing_done_is_no_failure():
    assert on(ENDS, promised("on_demand", ""), account(0), as_of=ENDS) is Kept.NO_NEED


@pytest.mark.parametrize(
    ("states", "word"),
    [
        ((), Kept.NOT_REPORTED),
        ((Kept.NOT_REPORTED,), Kept.NOT_REPORTED),
        ((Kept.KEPT, Kept.NO_NEED), Kept.KEPT),
        ((Kept.NO_NEED,), Kept.NO_NEED),
        ((Kept.TO_DO, Kept.TO_DO), Kept.TO_DO),
        ((Kept.TO_DO, Kept.KEPT), Kept.UNDER_WAY),
        ((Kept.UNDER_WAY, Kept.NOT_KEPT), Kept.UNDER_WAY),
        ((Kept.KEPT, Kept.NOT_REPORTED), Kept.PARTLY),
        ((Kept.PARTLY, Kept.NOT_KEPT), Kept.PARTLY),
        ((Kept.NOT_KEPT, Kept.NOT_REPORTED), Kept.NOT_KEPT),
    ],
)
def test_the_promise_in_one_word(states, word):
    assert whole(states) is word


def test_the_sentence_counts_and_bends():
    assert (
        sentence([Kept.KEPT, Kept.UNDER_WAY, Kept.UNDER_WAY])
        == "Av 3 saker vi har lovat är 1 hållen och 2 på väg."
    )
    assert sentence([Kept.NOT_KEPT]) == "Det är en sak vi har lovat, och den är inte hållen."
    assert sentence([Kept.KEPT] * 2) == "Båda sakerna vi har lovat är hållna."
    assert sentence([Kept.KEPT] * 4) == "Alla 4 saker vi har lovat är hållna."
    assert sentence([Kept.NO_NEED] * 2) == "Inget behov uppstod av det vi har lovat."
    assert (
        sentence([Kept.KEPT, Kept.KEPT, Kept.NO_NEED])
        == "Av 3 saker vi har lovat är 2 hållna. För 1 uppstod inget behov."
    )
    assert sentence([]) == "Löftet har inga aktiviteter."


DAYS = st.integers(0, 120).map(lambda n: date(2027, 1, 1) + timedelta(days=n))
KINDS = st.sampled_from(
    ["at_least", "exactly", "per_week", "per_month", "at_most_hours", "hours", "on_demand", "yes_no", "none"]
)


@st.composite
def told(draw):
    begins, ends = sorted((draw(DAYS), draw(DAYS)))
    what = promised(draw(KINDS), str(draw(st.integers(1, 8))), begins, ends)
    times = draw(st.integers(0, 9))
    number = str(Decimal(draw(st.integers(0, 20))))
    said = account(
        times, number, told=draw(st.booleans()) or times > 0, hours=number, longest=number, shortest=number
    )
    return Told(what, said, draw(DAYS)) if draw(st.booleans()) else Told(what, None, None)


@pytest.mark.row("FAL-2", "X-9")
@settings(max_examples=60)
@given(st.lists(told(), min_size=1, max_size=4))
def test_the_lists_spans_say_for_every_day_what_the_page_says(rows):
    found = list(spans(rows))
    assert found[0][0] == date.min and found[-1][1] == date.max
    for (_, end, before), (begin, _, after) in pairwise(found):
        assert begin == end + timedelta(days=1) and before is not after
    for number in range(-2, 130, 1):
        day = date(2027, 1, 1) + timedelta(days=number)
        (state,) = [state for begins, ends, state in found if begins <= day <= ends]
        assert state is state_on(rows, day)


def test_an_account_is_found_by_the_wording_that_was_signed():
    content = {"activities": [promised(what="A"), promised(what="B")]}
    said = {"activities": [account(3) | {"what": "B", "where": ""}]}
    first, second = standing.told(content, said, MIDDLE)
    assert first.account is None and second.account["times"] == 3
