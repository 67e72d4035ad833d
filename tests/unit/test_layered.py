"""Drawings in columns: nothing lies on anything else, everything is inside, and lines go where they should."""

import re
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processes.drawings import layered as drawing
from processes.drawings.layered import Box, layered
from processes.drawings.lettering import width

COLUMNS = ("Synpunkter", "Problem", "Orsak", "Mål", "Aktivitet")
WORDS = st.text("abcåäö ", max_size=90)
NUMBERS = re.compile(r"-?\d+")


@st.composite
def drawn(draw):
    """Boxes in random columns, some of them branches, with lines between some of them."""
    places = draw(st.lists(st.integers(0, len(COLUMNS) - 1), max_size=25))
    boxes: list[Box] = []
    deep: list[int] = []
    for key, column in enumerate(places):
        above = [box.key for box in boxes if box.column == column]
        under = draw(st.sampled_from([None, *above]))
        if under is not None and deep[under] == 4:
            under = None
        deep.append(deep[under] + 1 if under is not None else 0)
        boxes.append(Box(key, column, draw(WORDS), draw(WORDS), under=under))
    pairs = [(a.key, b.key) for a in boxes for b in boxes if a.column < b.column]
    lines = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40)) if pairs else []
    return boxes, lines, layered(COLUMNS, boxes, lines)


@settings(max_examples=60, derandomize=True)
@given(drawn())
def test_no_box_lies_on_another_or_outside(made):
    boxes, _, picture = made
    assert len(picture["boxes"]) == len(boxes)
    for box in picture["boxes"]:
        assert box["x"] >= 0 and box["x"] + box["width"] <= picture["width"]
        wide = [
            width(line["text"], drawing.NOTE_SIZE if line["note"] else drawing.SIZE) for line in box["texts"]
        ]
        assert max(wide) <= box["width"] - 2 * drawing.PAD
        assert box["y"] >= drawing.HEAD - 1 and box["y"] + box["height"] <= picture["height"]
    for a, b in combinations(picture["boxes"], 2):
        beside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
        apart = a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
        assert beside or apart


@settings(max_examples=60, derandomize=True)
@given(drawn())
def test_each_line_begins_at_its_first_box_and_ends_at_its_last(made):
    _, lines, picture = made
    for (start, end), line in zip(lines, picture["lines"], strict=False):
        first, last = picture["boxes"][start], picture["boxes"][end]
        numbers = [int(n) for n in NUMBERS.findall(line["d"])]
        assert numbers[0] == first["x"] + first["width"]
        assert first["y"] <= numbers[1] <= first["y"] + first["height"]
        assert numbers[-2] == last["x"]
        assert last["y"] <= numbers[-1] <= last["y"] + last["height"]


@settings(max_examples=30, derandomize=True)
@given(drawn())
def test_what_branches_off_stands_below_and_further_in(made):
    boxes, _, picture = made
    for box, shown in zip(boxes, picture["boxes"], strict=True):
        if box.under is not None:
            above = picture["boxes"][box.under]
            assert shown["y"] >= above["y"] + above["height"]
            assert shown["x"] == above["x"] + drawing.INDENT


def crossings(picture, lines):
    """How many pairs of lines between neighbouring columns cross, seen from where their boxes stand."""
    middle = [box["y"] + box["height"] / 2 for box in picture["boxes"]]
    ends = [(middle[a], middle[b]) for a, b in lines]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(ends, 2))


def test_threads_that_come_tangled_are_drawn_side_by_side():
    tangled = [(0, 5), (1, 4), (2, 3), (0, 4)]
    boxes = [Box(key, key // 3, f"Ruta {key}") for key in range(6)]
    assert crossings({"boxes": [{"y": n % 3, "height": 0} for n in range(6)]}, tangled) == 4
    assert crossings(layered(COLUMNS, boxes, tangled), tangled) == 0


def test_what_hangs_together_with_one_thing_stands_beside_it():
    one, other = layered(COLUMNS, [Box(0, 0, "Ett"), Box(1, 1, "Annat")], [(0, 1)])["boxes"]
    assert one["y"] == other["y"]


def test_columns_that_nothing_joins_begin_at_the_top():
    boxes = [Box(n, n // 3, f"Ruta {n}") for n in range(4)]
    assert [box["y"] for box in layered(COLUMNS, boxes, [])["boxes"] if box["y"] == drawing.HEAD] == [
        drawing.HEAD
    ] * 2


def test_a_column_without_boxes_is_narrow_and_says_so():
    picture = layered(COLUMNS, [Box(1, 0, "Öppet möte"), Box(2, 4, "Patrullera")], [(1, 2)])
    assert [head["empty"] for head in picture["heads"]] == [False, True, True, True, False]
    assert {head["width"] for head in picture["heads"]} == {drawing.WIDE, drawing.NARROW}


def test_long_words_stay_inside_and_a_long_title_is_cut_where_the_name_is_whole():
    title = "Verksamhetsplaneringsförutsättningarna " * 4
    (box,) = layered(COLUMNS, [Box(1, 0, title)], [])["boxes"]
    assert len(box["texts"]) <= drawing.MOST_LINES
    assert max(width(line["text"], drawing.SIZE) for line in box["texts"]) <= box["width"] - 2 * drawing.PAD
    assert box["texts"][-1]["text"].endswith("…") and box["name"] == title


def test_lines_that_lead_nowhere_or_backwards_are_no_lines():
    boxes = [Box(1, 0, "Möte"), Box(2, 2, "Orsak")]
    assert layered(COLUMNS, boxes, [(2, 1)])["lines"] == []
    with pytest.raises(KeyError):
        layered(COLUMNS, boxes, [(1, 3)])


def test_an_empty_drawing_still_has_its_headings():
    picture = layered(COLUMNS, [], [])
    assert [head["text"] for head in picture["heads"]] == list(COLUMNS)
    assert picture["boxes"] == picture["lines"] == []
