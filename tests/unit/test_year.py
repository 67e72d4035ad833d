"""The year as a band, and the round's days against the parties' calendars (SAM-3)."""

import re
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes import year
from processes.drawings.months import LEFT, RIGHT
from processes.drawings.year import MARK, Mark, draw, in_words
from processes.method import Facts, Row

pytestmark = pytest.mark.row("SAM-3")
SVG = "{http://www.w3.org/2000/svg}"
START, END = date(2028, 1, 1), date(2028, 12, 31)
MARKS = st.lists(
    st.tuples(
        st.sampled_from(["Rundan", "Åby kommun", "<&>"]),
        st.dates(date(1900, 1, 1), date(2200, 12, 31)),
        st.sampled_from(["own", "budget", "meeting", "missed", "okänd"]),
    ),
    max_size=8,
).map(lambda rows: [Mark(number, *row) for number, row in enumerate(rows, 1)])


@settings(max_examples=60)
@given(MARKS)
def test_every_day_has_its_number_within_the_drawing(marks):
    svg = draw(marks, uid="x", today=date(2028, 5, 1))
    if not marks:
        assert svg == ""
        return
    tree = ElementTree.fromstring(svg)
    numbers = {t.text: float(t.get("x")) for t in tree.iter(f"{SVG}text") if (t.text or "").isdecimal()}
    for mark in marks:
        assert LEFT <= numbers[str(mark.number)] <= RIGHT
    assert tree.get("aria-labelledby") == "x-t x-d"


def test_days_close_together_do_not_cover_each_other():
    day = date(2028, 3, 1)
    svg = draw([Mark(n, "Rundan", day + timedelta(days=n)) for n in range(1, 5)], uid="x")
    at = [
        (float(t.get("x")), float(t.get("y")))
        for t in ElementTree.fromstring(svg).iter(f"{SVG}text")
        if (t.text or "") in "1234" and t.get("text-anchor") == "middle" and t.text
    ]
    for place, (x, y) in enumerate(at):
        for other_x, other_y in at[:place]:
            assert abs(x - other_x) >= MARK or abs(y - other_y) >= MARK


def test_the_words_say_how_many_days_and_how_many_do_not_fit():
    marks = [Mark(1, "Rundan", START, "own"), Mark(2, "Åby", END, "missed")]
    assert in_words(marks) == (
        "2 datum i 2 rader, mellan jan 2028 och dec 2028. 1 av dem går inte ihop med rundan. "
        "Tabellen intill säger samma sak."
    )
    assert re.search(r"<desc id=\"x-d\">2 datum", draw(marks, uid="x"))


def facts(needs: date | None, *dates: tuple[str, int, date | None]) -> Facts:
    round_ = Row("processes.Process", 1, {"period_start": START, "period_end": END, "area_name": "Åby"})
    work = Row(year.WORK, 1, {"work_starts_on": date(2027, 6, 1), "needs_known_on": needs})
    rows = [
        Row(
            year.DATE,
            pk,
            {"kind": kind, "party_id": party, "party_name": f"Part {party}", "on": on, "step": ""},
        )
        for pk, (kind, party, on) in enumerate(dates, 1)
    ]
    return Facts([round_, work, *rows], START)


BUDGETS = st.lists(
    st.tuples(
        st.sampled_from(["budget", "plan"]),
        st.integers(1, 3),
        st.none() | st.dates(date(2027, 1, 1), date(2029, 12, 31)),
    )
)


@given(st.dates(date(2027, 1, 1), date(2028, 12, 31)), BUDGETS)
def test_a_party_misses_when_none_of_its_budgets_or_plans_can_hold_the_need(needs, budgets):
    said = {(miss.row.kind, miss.party) for miss in year.misses(facts(needs, *budgets))}
    for kind, party in {(kind, party) for kind, party, on in budgets if on}:
        days = [on for what, owner, on in budgets if (what, owner) == (kind, party) and on]
        late = all(on < needs or on > END for on in days)
        assert ((kind, f"Part {party}") in said) == late


def test_nothing_is_missed_while_the_need_has_no_day():
    assert list(year.misses(facts(None, ("budget", 1, START)))) == []


@pytest.mark.parametrize(
    ("on", "told"),
    [(date(2027, 12, 31), []), (START, ["Part 1"]), (date(2027, 5, 31), ["Part 1"]), (None, [])],
)
def test_a_party_meets_before_the_period_begins_or_that_is_said(on, told):
    assert year.without_meeting(facts(None, ("meeting", 1, on))) == told
