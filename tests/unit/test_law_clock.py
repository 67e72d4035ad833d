"""The two-year clock: counted from the decision, started anew by a follow-up, and out when its day has gone by."""

from datetime import date

import pytest

from medborgarloften.portal.law.clock import Clock, due, of_plan
from processes.facts import Facts, Row

DECIDED = date(2025, 3, 10)


def facts(today: date, decided: date | None, *followed: date) -> Facts:
    rows = [Row("processes.ActivityPlan", 1, {"decided_on": decided})]
    rows += [Row("agreements.FollowUp", n, {"done_on": day}) for n, day in enumerate(followed)]
    return Facts(rows, today)


@pytest.mark.row("LAG-1")
@pytest.mark.parametrize(
    ("since", "last"),
    [
        (DECIDED, date(2027, 3, 10)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2028, 2, 28)),
    ],
)
def test_it_is_due_the_same_day_two_years_on(since, last):
    assert due(since) == last


@pytest.mark.row("LAG-1")
@pytest.mark.parametrize(("today", "passed"), [(date(2027, 3, 10), False), (date(2027, 3, 11), True)])
def test_the_last_day_is_still_in_time(today, passed):
    found = of_plan(facts(today, DECIDED))
    assert (found.due_on, found.passed) == (date(2027, 3, 10), passed)
    assert found.text == (
        "Skulle ha varit uppföljd senast 10 mars 2027."
        if passed
        else "Ska vara uppföljd senast 10 mars 2027."
    )


@pytest.mark.row("LAG-1")
def test_a_follow_up_starts_the_plans_clock_anew_and_an_older_one_does_not():
    assert of_plan(facts(DECIDED, DECIDED, date(2026, 5, 1), date(2026, 1, 1))).since == date(2026, 5, 1)
    assert of_plan(facts(DECIDED, DECIDED, date(2024, 5, 1))).since == DECIDED


@pytest.mark.row("LAG-1")
def test_what_is_not_decided_has_no_clock():
    assert of_plan(facts(DECIDED, None, date(2026, 5, 1))) is None
    assert of_plan(Facts([], DECIDED)) is None


def test_a_clock_says_what_it_is_about():
    assert Clock("uppdaterad", DECIDED, DECIDED).text == "Ska vara uppdaterad senast 10 mars 2027."
