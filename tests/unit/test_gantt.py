"""The time plan as a drawing: each bar where its days are, whatever the days are."""

import re
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.drawings.gantt import Bar, draw, in_words, reach
from processes.drawings.months import LEFT, MONTHS, RIGHT, ticks

pytestmark = pytest.mark.row("AKT-7")
SVG = "{http://www.w3.org/2000/svg}"
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
BARS = st.lists(
    st.builds(
        lambda start, end, after, look: (start, end, after, look),
        st.none() | DAYS,
        st.none() | DAYS,
        st.none() | st.integers(0, 5),
        st.sampled_from(["immediate", "long_term", "", "okänd"]),
    ),
    max_size=6,
).map(lambda rows: [Bar(n, f"Nr {n} <&>", *row[:2], "Part", *row[2:]) for n, row in enumerate(rows)])


def bar(start: str = "", end: str = "", key: int = 1, **more) -> Bar:
    day = date.fromisoformat
    return Bar(key, f"Aktivitet {key}", day(start) if start else None, day(end) if end else None, **more)


def drawn(bars, **more):
    return ElementTree.fromstring(draw(bars, uid="t", **more))


def boxes(root) -> list[tuple[float, float]]:
    """Where each drawn bar begins and ends; those of the legend are a group of their own."""
    found = [(float(r.get("x")), float(r.get("width"))) for r in root.findall(f"{SVG}rect")]
    return [(x, x + wide) for x, wide in found]


def words(root) -> list[str]:
    return [text.text for text in root.iter(f"{SVG}text")]


def arrows(root) -> list[str]:
    """The colour of each arrow."""
    return [p.get("fill") for p in root.iter(f"{SVG}path") if p.get("d").endswith("l-8 -5v10Z")]


def test_half_a_year_takes_half_the_room():
    (first, second) = boxes(drawn([bar("2027-01-01", "2027-06-30"), bar("2027-01-01", "2027-12-31")]))
    room = RIGHT - LEFT
    assert first == pytest.approx((LEFT, LEFT + room * 181 / 365), abs=0.2)
    assert second == pytest.approx((LEFT, RIGHT), abs=0.2)


def test_the_names_of_months_and_the_year_stand_above():
    found = words(drawn([bar("2027-01-15", "2027-12-02")]))
    assert [w for w in found if w in MONTHS] == list(MONTHS)
    assert found.count("2027") == 1


def test_each_activity_says_what_and_who():
    found = words(drawn([bar("2027-01-01", "2027-02-01", who="Ekhamra kommun")]))
    assert "Aktivitet 1" in found and "Ekhamra kommun" in found


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [("", "", "Ingen period angiven"), ("2027-05-01", "2027-03-01", "Slutar innan den börjar")],
)
def test_what_cannot_be_drawn_is_said_in_its_place(start, end, says):
    root = drawn([bar(start, end), bar("2027-01-01", "2027-12-31", key=2)])
    assert says in words(root)
    assert len(boxes(root)) == 1


def test_an_open_end_is_dashed_and_reaches_as_far_as_the_drawing():
    root = drawn([bar("2027-03-01"), bar("2027-01-01", "2027-12-31", key=2)])
    assert boxes(root)[0][1] == pytest.approx(RIGHT, abs=0.2)
    dashed = [r.get("stroke-dasharray") for r in root.findall(f"{SVG}rect")]
    assert dashed == ["5 4", None]


def test_nothing_is_drawn_when_nobody_has_said_a_day():
    assert draw([], uid="t") == "" == draw([bar()], uid="t")
    assert in_words([bar()]) == "En aktivitet, ingen med en period."


@pytest.mark.row("AKT-3")
def test_an_arrow_leads_from_what_comes_first_and_is_red_when_order_is_broken():
    first, late = bar("2027-01-01", "2027-03-31"), bar("2027-04-01", "2027-06-30", key=2, after=1)
    early = bar("2027-03-31", "2027-06-30", key=3, after=1)
    good, bad = arrows(drawn([first, late, early]))
    assert good != bad == "#a8102a"
    assert arrows(drawn([first, bar("2027-04-01", "2027-06-30", key=2, after=99)])) == []
    assert arrows(drawn([bar("2027-01-01", "2027-03-31", after=1)])) == []


def test_today_is_marked_only_while_it_is_shown():
    bars = [bar("2027-01-01", "2027-12-31")]
    assert "I dag" in words(drawn(bars, today=date(2027, 12, 31)))
    assert "I dag" not in words(drawn(bars, today=date(2028, 1, 1)))


def test_drawings_of_parts_can_share_one_scale():
    bars = [bar("2027-01-01", "2027-01-31"), bar("2029-01-01", "2029-12-31", key=2)]
    whole = boxes(drawn(bars))
    assert [boxes(drawn([b], span=reach(bars)))[0] for b in bars] == whole


def test_the_horizon_is_told_by_pattern_and_words_too():
    root = drawn(
        [
            bar("2027-01-01", "2027-12-31", look=look, key=n)
            for n, look in enumerate(["immediate", "long_term"])
        ]
    )
    assert {"Verkar genast", "Verkar på lång sikt"} <= set(words(root))
    assert "Inte sagt när den verkar" not in words(root)
    stripes = [p for p in root.iter(f"{SVG}path") if p.get("stroke-width") == "1.5"]
    assert len(stripes) == 2  # one bar and its place in the legend


@given(BARS, st.none() | DAYS)
# Each example is a whole drawing.
@settings(max_examples=60)
def test_whatever_the_days_it_is_sound_and_stays_inside(bars, today):
    svg = draw(bars, uid="u", today=today)
    able = [b for b in bars if (b.start or b.end) and not (b.start and b.end and b.end < b.start)]
    assert bool(svg) == bool(able)
    if not svg:
        return
    root = ElementTree.fromstring(svg)
    assert re.search(r"style|class=|<script|url\(", svg) is None
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert sorted(ids) == ["u-d", "u-t"] and root.get("aria-labelledby") == "u-t u-d"
    where = boxes(root)
    assert len(where) == len(able)
    assert all(x >= LEFT - 0.1 and until <= RIGHT + 5.1 for x, until in where)
    begins = [(b.start, x) for b, (x, _) in zip(able, where, strict=True) if b.start]
    assert all(x <= y + 0.11 for (a, x), (b, y) in pairwise(sorted(begins)) if a <= b)
    assert all(f"Nr {b.key} <&>" in words(root) for b in bars)
    pairs = {b.key: b.after for b in able}
    assert len(arrows(root)) == sum(1 for key, after in pairs.items() if after in pairs and after != key)


@given(DAYS, st.integers(0, 110_000))
def test_ticks_are_few_even_and_the_first_of_a_month(first, days):
    last = min(first + timedelta(days=days), date(2200, 12, 31))
    found = ticks(first.replace(day=1), last)
    assert len(found) <= 18
    assert all(day.day == 1 and first.replace(day=1) <= day <= last for day in found)
    months = [day.year * 12 + day.month for day in found]
    assert len({b - a for a, b in pairwise(months)}) <= 1
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    assert span > 18 or len(found) == span


@pytest.mark.row("KOM-4")
@given(DAYS)
def test_what_is_told_is_a_point_on_its_day_and_no_activity(on):
    svg = draw([bar("2000-01-01", "2000-12-31"), Bar(-1, "Affisch", on, on, look="tell")], uid="u")
    points = re.findall(r'<path d="M([\d.]+) [\d.]+l9 9', svg)
    assert len(points) == 2 and all(0 <= float(x) <= RIGHT for x in points)  # the second is the legend's
    assert "En aktivitet och ett tillfälle att berätta" in svg
