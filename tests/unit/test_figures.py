"""Figures as people type and paste them: read, checked, written back alike, told in words, drawn with their gaps."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes.documents.native import taken_apart
from processes.drawings.chart import Chart
from processes.drawings.lines import ticks
from processes.drawings.series import draw, in_words
from processes.figures import (
    MOST_PERIODS,
    Figures,
    Period,
    Span,
    Unclear,
    from_cells,
    read,
    shown,
    told,
    written,
)

pytestmark = pytest.mark.row("LOK-3")
COMPARED = "År; Ekhamra; Länet\n2023; 17; 9,4\n2024; ; 9,1\n2025; 23; 9"


def values(text: str, unit: str = "") -> dict[str, list[str]]:
    return {period.label: [shown(v) for v in row] for period, row in read(text, unit).rows}


@pytest.mark.parametrize(
    "text",
    [
        "2024; 12\n2025; 1234,5",
        "2025\t1 234,5\n2024\t12",
        "2024  12\n2025  1 234,5",
        "2024: 12\n2025: 1234.5",
        "2024 12\n\n2025 1\u00a0234,5\n",
        "År; Antal\n2024; 12\n2025; 1234,5",
    ],
)
def test_the_same_figures_are_read_however_they_are_typed(text):
    assert values(text) == {"2024": ["12"], "2025": ["1234,5"]}


@pytest.mark.parametrize(
    ("text", "span", "labels"),
    [
        ("2024K1; 1\n2024-Q2; 2\nkv 3 2024; 3\nkvartal 4 2024; 4", Span.QUARTER, "kv 1 2024|kv 4 2024"),
        ("2024-01; 1\n202402; 2\nmars 2024; 3\n2024-04-01; 4", Span.MONTH, "jan 2024|apr 2024"),
        ("1999; 1\n2000,0; 2", Span.YEAR, "1999|2000"),
    ],
)
def test_how_long_a_period_is_follows_from_what_it_is_called(text, span, labels):
    found = read(text)
    assert found.span is span
    assert f"{found.rows[0][0].label}|{found.rows[-1][0].label}" == labels


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("2024; tolv", "", "Rad 1: ”tolv” går inte att läsa som ett tal"),
        ("2024; 1\nx; 2", "", "Rad 2: ”x” är ingen period"),
        ("2024; 1\n2024; 2", "", "finns redan"),
        ("2024; 1\n2024-01; 2", "", "Blanda inte"),
        ("2024; 1; 2", "", "områdenas namn på första raden"),
        ("År; A; a\n2024; 1; 2", "", "heter likadant"),
        ("2024; 101", "percent", "mer än 100"),
        ("2024; 7", "index", "mer än 6"),
        ("2024; -3", "", "går inte att läsa"),
        ("1900; 1\n2100; 1", "", "årtalen"),
        ("1024; 1", "", "ingen period"),
        ("År; A; B; C; D; E; F\n2024; 1; 2; 3; 4; 5; 6", "", "Högst 5 områden"),
    ],
)
def test_what_can_not_be_read_is_told_line_by_line(text, unit, said):
    with pytest.raises(Unclear, match=re.escape(said)):
        read(text, unit)


amounts = st.none() | st.decimals(0, 999_999, places=2, allow_nan=False)
periods = st.sampled_from(Span).flatmap(
    lambda span: st.sets(
        st.builds(Period, st.integers(2015, 2023), st.integers(0, 0 if span == "year" else 3), st.just(span)),
        min_size=1,
        max_size=20,
    )
)


@given(periods, st.integers(1, 4), st.data())
def test_what_is_written_is_read_back_the_same(times, areas, data):
    rows = tuple(
        (time, tuple(data.draw(st.lists(amounts, min_size=areas, max_size=areas)))) for time in sorted(times)
    )
    figures = Figures(tuple(f"Område {n}" for n in range(areas)), rows)
    assert read(written(figures)) == figures
    assert written(read(written(figures))) == written(figures)


@given(st.text(max_size=200), st.sampled_from(["", "percent", "index", "count"]))
def test_any_text_is_read_or_refused_with_words(text, unit):
    try:
        found = read(text, unit)
    except Unclear:
        return
    assert len(found.whole()) <= MOST_PERIODS
    assert all(len(row) == len(found.areas) for _, row in found.rows)


def test_what_nobody_gave_is_a_gap():
    found = read("2021; 1\n2024; 4").whole()
    assert [(p.label, v) for p, (v,) in found] == [
        ("2021", 1), ("2022", None), ("2023", None), ("2024", 4)
    ]  # fmt: skip


def test_the_change_is_told_with_a_word_of_caution_for_small_numbers():
    small = told(read("2022; 9\n2023; 17\n2024; 23"), "count")
    assert small[:2] == [
        "Sedan 2022 har det ökat från 9 till 23, med 14.",
        "Sedan 2023 har det ökat från 17 till 23, med 6.",
    ]
    assert "tolka varsamt" in small[-1]
    large = told(read("2023; 200\n2024; 150"), "count")
    assert large == ["Sedan 2023 har det minskat från 200 till 150, med 50 (25 procent)."]
    assert told(read("2023; 19\n2024; 200"), "count")[-1].startswith("Små tal")
    assert told(read("2023; 20\n2024; 200"), "count")[-1].endswith("(900 procent).")
    assert told(read("2024; 7"), "count") == []


def test_shares_change_by_percentage_points_and_are_set_beside_other_areas():
    said = told(read("År; Ekhamra; Riket\n2023; 31; 24\n2024; 34; 25"), "percent")
    assert said == [
        "Sedan 2023 har det ökat från 31 till 34 procent, med 3 procentenheter.",
        "2024: Ekhamra 34 procent, Riket 25 procent.",
    ]


def test_quarters_are_compared_with_the_same_quarter_a_year_ago():
    text = "\n".join(f"kv {n % 4 + 1} {2023 + n // 4}; {100 + n}" for n in range(6))
    assert "Sedan kv 2 2023 har det ökat från 101 till 105" in " ".join(told(read(text), "count"))


def test_of_a_sheet_the_lines_above_the_table_are_left_out():
    sheet = [
        ["Anmälda brott"],
        ["Hämtat i dag"],
        ["År", "Ekhamra", "Länet"],
        ["2023", "1", "2"],
        ["2024", "3"],
    ]
    assert values(from_cells(sheet)) == {"2023": ["1", "2"], "2024": ["3", "–"]}
    assert values(from_cells([["2024-01-01", "5"]])) == {"jan 2024": ["5"]}


# --- Drawn ---


def lines_of(svg: str, colour: str) -> int:
    return len(re.findall(rf'<line [^>]*stroke="{colour}"', svg))


def test_a_gap_is_left_open_and_lines_are_told_apart_by_more_than_colour():
    chart = Chart("Stölder", "per_1000", read(COMPARED))
    svg = draw([chart], uid="x", title="Stölder")
    assert lines_of(svg, "#0f2548") == 0  # 2024 is missing, so nothing joins 2023 and 2025
    assert lines_of(svg, "#0b6e99") == 2
    assert "stroke-dasharray" in svg
    assert ">Ekhamra 23</text>" in svg and ">Länet 9</text>" in svg


def test_the_axis_begins_at_nought_and_the_bars_are_as_long_as_their_numbers():
    svg = draw([Chart("Rån", "count", read("2023; 10\n2024; 20"))], uid="x", title="Rån")
    tall = [float(found) for found in re.findall(r'<rect [^>]*height="([\d.]+)"', svg)]
    assert tall[1] == pytest.approx(2 * tall[0], rel=0.01)
    assert ticks(34, "percent")[0] == 0


@given(st.floats(0.01, 999_999), st.sampled_from(["", "percent", "per_1000", "index"]))
def test_ticks_are_few_even_and_reach_the_greatest_value(most, unit):
    found = ticks(6 if unit == "index" else most, unit)
    steps = {round(b - a, 4) for a, b in pairwise(found)}
    assert found[0] == 0 and len(steps) == 1 and 2 <= len(found) <= 6
    assert unit == "index" or found[-1] >= most - 1e-6


def test_the_drawing_says_in_words_what_it_shows_and_fits_a_slide():
    charts = [Chart("Rån & hot <i>", "count", read("2023; 1\n2024; 2")), Chart("Stölder", "", read(COMPARED))]
    svg = draw(charts, uid="x", title="Utveckling", columns=2)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert in_words(charts) in "".join(root.itertext())
    assert "2023 1, 2024 2" in in_words(charts)
    assert taken_apart(svg).parts
    assert draw([Chart("Tom", "", Figures())], uid="x", title="Tom") == ""


def test_a_number_is_written_as_people_write_it():
    assert [shown(Decimal(n)) for n in ("12345.60", "1000", "0.5")] == ["12\u00a0345,6", "1000", "0,5"]
