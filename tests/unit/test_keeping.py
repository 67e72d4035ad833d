"""Whether an activity was kept is computed, and says what a reader would say."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.keeping import FAILED, Done, Kept, Target, judge, promised_by
from processes.models import Activity

BEGINS, ENDS = date(2027, 1, 1), date(2027, 12, 31)
KINDS = Activity.Target.values

days = st.dates(date(2026, 6, 1), date(2028, 6, 30))
figures = st.integers(0, 500).map(Decimal)
targets = st.builds(
    Target,
    st.sampled_from(KINDS),
    figures.filter(bool),
    st.just(BEGINS),
    st.just(ENDS),
)
reports = st.builds(
    lambda times, each, told: Done(
        times, times * each, each if times else None, times * each, told or times > 0
    ),
    st.integers(0, 60),
    st.integers(1, 9).map(Decimal),
    st.booleans(),
)


def target(kind, value=None):
    return Target(kind, None if value is None else Decimal(value), BEGINS, ENDS)


def done(times, amount=None, hours=0, most=None, told=True, least=None):
    return Done(
        times, Decimal(times if amount is None else amount), most, Decimal(hours), told, least or most
    )


@pytest.mark.row("FAL-2")
@pytest.mark.parametrize(
    ("promise", "report", "on", "kept"),
    [
        (target("at_least", 100), done(300), ENDS, Kept.KEPT),
        (target("at_least", 2), done(1), ENDS, Kept.PARTLY),
        (target("at_least", 12), done(6), date(2027, 6, 30), Kept.UNDER_WAY),
        (target("at_least", 12), done(3), date(2027, 6, 30), Kept.UNDER_WAY),
        (target("at_least", 12), done(12), date(2027, 2, 1), Kept.KEPT),
        (target("exactly", 4), done(4), ENDS, Kept.KEPT),
        (target("exactly", 4), done(5), date(2027, 3, 1), Kept.PARTLY),
        (target("per_week", 5), done(260), ENDS, Kept.KEPT),
        (target("per_week", 5), done(259), ENDS, Kept.PARTLY),
        (target("per_month", 1), done(2), date(2027, 3, 31), Kept.UNDER_WAY),
        (target("per_month", 1), done(3), date(2027, 3, 31), Kept.UNDER_WAY),
        (target("at_most_hours", 24), done(9, most=Decimal(20)), ENDS, Kept.KEPT),
        (target("at_most_hours", 24), done(9, most=Decimal(30)), ENDS, Kept.NOT_KEPT),
        (target("at_most_hours", 24), done(9, most=Decimal(30), least=Decimal(2)), ENDS, Kept.PARTLY),
        (target("at_most_hours", 24), done(0), ENDS, Kept.NO_NEED),
        (target("at_most_hours", 24), done(9), ENDS, Kept.NOT_REPORTED),
        (target("hours", 400), done(50, hours=380), ENDS, Kept.PARTLY),
        (target("hours", 400), done(50), ENDS, Kept.NOT_REPORTED),
        (target("hours", 400), done(50, hours=400), ENDS, Kept.KEPT),
        (target("yes_no"), done(1), ENDS, Kept.KEPT),
        (target("yes_no"), done(0), ENDS, Kept.NOT_KEPT),
        (target("yes_no"), done(1), date(2027, 2, 1), Kept.KEPT),
        (target("yes_no"), done(0), date(2027, 2, 1), Kept.TO_DO),
        (target("none"), done(18), ENDS, Kept.KEPT),
        (target("none"), done(18), date(2027, 2, 1), Kept.UNDER_WAY),
        (target("on_demand"), done(3), ENDS, Kept.KEPT),
        (target("at_least", 3), done(1, amount=0), ENDS, Kept.NOT_KEPT),
        (target("at_least", 3), done(0), date(2027, 9, 1), Kept.TO_DO),
        (target("at_least", 3), done(0), ENDS, Kept.NOT_KEPT),
        (target("at_least", 3), done(0, told=False), date(2026, 12, 31), Kept.TO_DO),
    ],
)
def test_reads_the_outcome_as_people_do(promise, report, on, kept):
    assert judge(promise, report, on).kept is kept


@pytest.mark.row("FAL-3")
def test_when_needed_with_nothing_done_is_no_failure():
    assert judge(target("on_demand"), done(0), ENDS).kept is Kept.NO_NEED


@pytest.mark.row("FAL-3")
@given(reports.filter(lambda r: r.told), days)
def test_when_needed_is_never_a_failure(report, on):
    result = judge(target("on_demand"), report, on)
    assert not result.failed and not result.undone and not result.behind


@pytest.mark.row("FAL-3")
@given(targets, st.dates(BEGINS, date(2028, 6, 30)))
def test_what_nobody_has_reported_has_no_other_state(promise, on):
    result = judge(promise, Done(), on)
    assert result.kept is Kept.NOT_REPORTED
    assert not result.failed and not result.undone and not result.behind


@pytest.mark.row("FAL-2")
@given(targets, reports, days)
def test_nothing_fails_with_its_target_reached_but_too_many_of_an_exact_number(promise, report, on):
    result = judge(promise, report, on)
    at_most = promise.kind == "at_most_hours"
    if promise.kind == "exactly" or result.promised is None or not report.times:
        return
    good = result.reached <= result.promised if at_most else result.reached >= result.promised
    assert (result.kept in FAILED) <= (not good)


ORDER = (Kept.NOT_KEPT, Kept.PARTLY, Kept.TO_DO, Kept.UNDER_WAY, Kept.KEPT)
counting = targets.filter(lambda t: t.kind not in ("exactly", "at_most_hours", "on_demand"))


@pytest.mark.row("FAL-2")
@given(counting, reports.filter(lambda r: r.told), days)
def test_more_done_never_makes_it_worse(promise, report, on):
    more = Done(report.times + 1, report.amount + 1, report.most, report.hours + 1, True)
    before, after = judge(promise, report, on), judge(promise, more, on)
    if before.kept is not Kept.NOT_REPORTED:  # hours that are promised and not written
        assert ORDER.index(after.kept) >= ORDER.index(before.kept)
    assert after.behind <= before.behind or before.kept is Kept.NOT_REPORTED or on < BEGINS


@pytest.mark.row("FAL-2")
@given(targets, reports, days)
def test_partly_is_something_done_that_is_not_what_was_promised(promise, report, on):
    result = judge(promise, report, on)
    if result.kept is Kept.PARTLY:
        assert report.times and result.reached and result.reached != result.promised
        assert on >= ENDS or promise.kind in ("exactly", "at_most_hours"), "before the end it can be mended"
    if result.undone:
        assert result.failed and not result.reached


@given(targets, reports, st.dates(ENDS, date(2028, 6, 30)))
def test_when_its_time_is_out_the_answer_stays(promise, report, on):
    assert judge(promise, report, on) == judge(promise, report, ENDS)
    assert judge(promise, report, on).kept not in (Kept.TO_DO, Kept.UNDER_WAY)


@pytest.mark.parametrize(("done_so_far", "behind"), [(6, False), (5, True), (0, True)])
def test_who_does_the_work_is_told_when_it_falls_behind(done_so_far, behind):
    assert judge(target("at_least", 12), done(done_so_far), date(2027, 6, 30)).behind is behind


@given(targets, days)
def test_what_is_expected_grows_with_time_and_ends_at_what_was_promised(promise, on):
    now, next_day = promised_by(promise, on), promised_by(promise, on + timedelta(days=1))
    assert now is None or 0 <= now <= next_day <= promised_by(promise, ENDS)
    if promise.kind in ("at_least", "exactly", "hours"):
        assert promised_by(promise, ENDS) == promise.value


def test_before_the_end_only_what_cannot_be_mended_is_a_failure():
    early = date(2027, 2, 1)
    failed = {kind for kind in KINDS if judge(target(kind, 2), done(9, most=Decimal(9)), early).failed}
    assert failed == {"exactly", "at_most_hours"}


def test_without_days_the_whole_target_counts_at_once():
    open_ended = Target("at_least", Decimal(2), None, None)
    assert judge(open_ended, done(1), ENDS).kept is Kept.PARTLY
