"""What makes a decision stale, and what is only new material."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from processes import freshness
from processes.method import Facts, Row
from tests.toy import LISTEN, LISTENING, METHOD, THINK, THINKING, TODAY, Case


def found(case, step, then, pk=1):
    changes = freshness.changes(case.facts, step, case.row(step, pk), then)
    return {(c.kind, c.model, c.row_id, c.field) for c in changes}


@pytest.fixture
def case():
    return Case()


@pytest.fixture
def then(case):
    return freshness.fingerprint(case.facts, THINKING, case.row(THINKING))


def test_nothing_has_changed_from_one_look_to_the_next(case, then):
    assert found(case, THINKING, then) == set()


def test_the_fingerprint_holds_own_fields_and_those_taken_over_and_nothing_else(then):
    assert then == {
        THINK: {"1": {"what": "Otrygga kvällar", "whose": "Kommunens"}},
        LISTEN: {"1": {"title": "Torget", "views": 3}},
    }


def test_a_field_nobody_took_over_changes_nothing(case, then):
    case.put(LISTEN, 1, venue="Skolan")
    assert found(case, THINKING, then) == set()


@pytest.mark.parametrize(
    ("change", "kind", "stale"),
    [
        (lambda case: case.put(THINK, 1, what="Annat"), ("changed", THINK, 1, "what"), True),
        (lambda case: case.put(LISTEN, 1, title="Annat"), ("changed", LISTEN, 1, "title"), True),
        (lambda case: case.drop(LISTEN, 1), ("removed", LISTEN, 1, ""), True),
        (lambda case: case.put(LISTEN, 1, views=4), ("news", LISTEN, 1, "views"), False),
        (lambda case: case.put(LISTEN, 2, title="Skolan", views=1), ("added", LISTEN, 2, ""), False),
    ],
)
def test_changed_and_vanished_rows_are_stale_new_ones_are_not(case, then, change, kind, stale):
    change(case)
    assert found(case, THINKING, then) == {kind}
    changes = list(freshness.changes(case.facts, THINKING, case.row(THINKING), then))
    assert freshness.is_stale(changes) is stale


def test_the_rows_of_another_subject_are_not_this_ones(case):
    case.put(LISTEN, 2, title="Skolan", venue="", views=0, held=True, focus_area_id=8)
    case.put("app.Word", 2, listening_id=2, text="Bilar", focus_area_id=None)
    then = freshness.fingerprint(case.facts, LISTENING, case.row(LISTENING))
    assert then["app.Word"] == {"1": {"text": "Mörkt"}}
    case.put("app.Word", 2, text="Cyklar")
    assert found(case, LISTENING, then) == set()


def test_in_narrowed_facts_a_row_of_another_focus_area_is_not_gone(case, then):
    narrow = case.facts.narrowed([8], METHOD.parents)
    assert narrow.rows(LISTEN) == []
    assert list(freshness.changes(narrow, THINKING, case.row(THINKING), then)) == []


def test_dates_and_decimals_are_kept_as_plain_json():
    values = {
        "what": date(2027, 1, 2),
        "whose": datetime(2027, 1, 2, 3, 4, tzinfo=UTC),
    }
    row = Row(THINK, 1, values)
    facts = Facts([row, Row(LISTEN, 1, {"title": Decimal("1.50"), "views": None})], TODAY)
    assert freshness.fingerprint(facts, THINKING, row) == {
        THINK: {"1": {"what": "2027-01-02", "whose": "2027-01-02T03:04:00+00:00"}},
        LISTEN: {"1": {"title": "1.50", "views": None}},
    }


def test_a_new_focus_area_leaves_what_hangs_under_the_others(case):
    narrow = case.facts.narrowed([7], METHOD.parents)
    assert [row.id for row in narrow.rows("processes.FocusArea")] == [7]
    assert [row.id for row in narrow.rows("app.Word")] == [1]
    assert [row.id for row in case.facts.narrowed([8], METHOD.parents).rows("app.Word")] == []
