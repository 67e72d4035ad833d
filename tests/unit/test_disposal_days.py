"""When something is due: so many months after the day it is counted from, on any calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.record.disposal import due_until, later

pytestmark = pytest.mark.row("LAG-8")
DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))
MONTHS = st.integers(1, 300)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 12, 15), 1, date(2028, 1, 15)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
    ],
)
def test_months_are_counted_as_people_count_them(day, months, then):
    assert later(day, months) == then


@given(DAYS, MONTHS)
def test_the_last_day_that_is_due_is_due_and_the_next_is_not(today, months):
    until = due_until(today, months)
    assert later(until, months) <= today
    assert later(until + timedelta(days=1), months) > today


@given(DAYS, MONTHS, st.integers(0, 4000))
def test_nothing_is_erased_before_its_time(today, months, ago):
    """The oracle counts by itself: due once the year, month and day so many months on are here."""
    counted = today - timedelta(days=ago)
    year, month = counted.year + (counted.month - 1 + months) // 12, (counted.month - 1 + months) % 12 + 1
    day = counted.day
    while True:
        try:
            due = date(year, month, day)
            break
        except ValueError:
            day -= 1
    assert (counted <= due_until(today, months)) == (due <= today)


@given(DAYS, MONTHS, MONTHS)
def test_a_longer_time_never_takes_more(today, one, other):
    short, long = sorted((one, other))
    assert due_until(today, long) <= due_until(today, short)
