"""Diary numbers: what runs in them, which are missing, which are written twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.record.numbers import doubled, missing, parted, same, shown

pytestmark = pytest.mark.row("LAG-3")


@pytest.mark.parametrize(
    ("written", "series", "running"),
    [
        ("A086.967/2015", "a⋯/2015", 86967),
        ("A483.112-2027", "a483.…-2027", 112),
        ("KS 2027/318", "ks 2027/…", 318),
        ("KS  2027/318", "ks 2027/…", 318),
        ("483-12/2027", "483-…/2027", 12),
        ("KS 2027/318-2", "ks 2027/…", 318),
        ("2027-45", "2027-…", 45),
        ("Dnr 7", "dnr …", 7),
    ],
)
def test_the_figure_that_runs_is_told_from_year_and_subject_code(written, series, running):
    found = parted(written, "483")
    assert (found.series, found.running) == (series, running)


@pytest.mark.parametrize("written", ["", "utan nummer", "2027", "9" * 40])
def test_a_number_in_which_nothing_runs_is_in_no_series(written):
    assert parted(written) is None


def test_a_gap_is_told_within_its_own_series_and_year():
    written = ["KS 2027/3", "KS 2027/6", "KS 2026/1", "BUN 2027/9"]
    assert [shown(n) for n in missing(written)] == ["KS 2027/4", "KS 2027/5"]


def test_a_missing_number_is_told_as_the_authority_writes_it():
    assert [shown(n) for n in missing(["A086.967/2015", "A086.969/2015"])] == ["A86.968/2015"]
    assert [shown(n) for n in missing(["A483.9-2027", "A483.11-2027"], "483")] == ["A483.10-2027"]


def test_two_documents_of_one_case_make_no_gap():
    assert missing(["KS 2027/3-1", "KS 2027/3-2", "KS 2027/4"]) == []


def test_a_number_far_away_is_another_series_or_a_slip_and_floods_nobody():
    assert missing(["KS 2027/3", "KS 2027/900003"]) == []


@given(st.sets(st.integers(1, 150), min_size=2), st.sampled_from(["KS 2027/{}", "A{}-2027", "483-{}/2027"]))
def test_what_was_used_and_what_is_missing_are_all_there_is(used, way):
    found = {n.running for n in missing([way.format(n) for n in used], "483")}
    assert found | used == set(range(min(used), max(used) + 1))
    assert not found & used


@pytest.mark.parametrize("other", ["ks 2027/318", "KS2027/318", "KS 2027/0318", " KS 2027/318 "])
def test_the_same_number_written_otherwise_is_the_same(other):
    assert same(other) == same("KS 2027/318")
    assert doubled(["KS 2027/318", "KS 2027/319", other]) == [["KS 2027/318", other]]
