"""A drawing is taken apart into outlines and words, whole or not at all."""

import math

import pytest

from processes.documents.errors import RenderError
from processes.documents.native import Outline, Words, taken_apart


def parts(inside: str, box: str = "0 0 100 50"):
    found = taken_apart(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-size="10">{inside}</svg>'
    )
    return list(found.parts)


def points(inside: str, **more) -> list[list[tuple[float, float]]]:
    (outline,) = parts(inside, **more)
    return [[(round(x, 3), round(y, 3)) for x, y in stroke] for stroke in outline.strokes]


def test_what_is_not_shown_is_left_out_and_the_box_is_the_ground():
    found = taken_apart(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="5 5 90 40"><title>T</title><desc>D</desc></svg>'
    )
    assert (found.wide, found.tall, found.parts) == (90, 40, ())


def test_the_box_may_begin_elsewhere():
    assert points('<line x1="5" y1="7" x2="9" y2="7"/>', box="5 5 90 40") == [[(0, 2), (4, 2)]]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', [[(1, 2), (4, 2), (4, 6), (1, 6)]]),
        ('<polygon points="0,0 4,0 2,3"/>', [[(0, 0), (4, 0), (2, 3)]]),
        ('<path d="M0 0H4V3h-4z"/>', [[(0, 0), (4, 0), (4, 3), (0, 3)]]),
        ('<path d="M0 0l6 -2m2 2l1 1"/>', [[(0, 0), (6, -2)], [(8, 0), (9, 1)]]),
        ('<path d="M0 0L1 0L1 1zl-1 -1"/>', [[(0, 0), (1, 0), (1, 1)], [(0, 0), (-1, -1)]]),
        ('<path d="M1 1 2 2 3 1"/>', [[(1, 1), (2, 2), (3, 1)]]),
    ],
)
def test_lines_go_where_the_drawing_has_them(drawn, expected):
    assert points(drawn) == expected


def test_circles_and_arcs_stay_round():
    (ring,) = points('<circle cx="10" cy="10" r="5"/>')
    assert len(ring) > 20
    assert {round(math.dist(point, (10, 10)), 2) for point in ring} == {5.0}
    (half,) = points('<path d="M0 -7a7 7 0 0 1 0 14z"/>')
    assert {round(math.dist(point, (0, 0)), 2) for point in half} == {7.0}
    assert max(x for x, _ in half) == 7 and min(x for x, _ in half) == 0


def test_a_curve_ends_where_it_should():
    (curve,) = points('<path d="M0 0C0 10 10 10 10 0"/>')
    assert curve[-1] == (10, 0) and max(y for _, y in curve) == 7.5


def test_what_stands_in_a_group_moves_turns_and_grows_with_it():
    (words,) = parts('<g transform="translate(10 20) rotate(90) scale(2)"><text x="3" y="0">Hej</text></g>')
    assert [round(v, 3) for v in words.at] == [10, 26]
    assert (words.turned, words.size, words.text) == (90, 20, "Hej")
    (_, second), *_ = points('<line x1="0" y1="0" x2="10" y2="0" transform="rotate(90 0 0)"/>')
    assert second == (0, 10)


def test_looks_are_inherited_and_none_is_none():
    inner = '<g fill="#abc" stroke="none" font-weight="600" text-anchor="middle"><rect width="1" height="1"/><text>A</text></g>'
    outline, words = parts(inner)
    assert (outline.fill, outline.edge, words.colour) == ("AABBCC", "", "AABBCC")
    assert (words.bold, words.anchor) == (True, "middle")
    (line,) = parts('<line x2="9" stroke="#000" stroke-dasharray="4 2" stroke-width="3"/>')
    assert (line.edge, line.dashed, line.edge_width, line.closed) == ("000000", True, 3, False)


def test_lines_of_one_text_are_kept_apart():
    first, second = parts('<text x="1" y="10">Ett<tspan x="1" dy="12" font-weight="700">Två</tspan></text>')
    assert (first.text, second.text, second.at, second.bold) == ("Ett", "Två", (1, 22), True)


@pytest.mark.parametrize(
    "foreign",
    [
        '<image href="x.png"/>',
        '<use href="#x"/>',
        '<rect width="1" height="1" fill="url(#grad)"/>',
        '<rect width="1" height="1" transform="skewX(3)"/>',
        "<text>A<a>B</a></text>",
    ],
)
def test_what_cannot_be_drawn_is_refused_rather_than_left_out(foreign):
    with pytest.raises(RenderError):
        parts(foreign)


def test_kinds_of_parts_are_told_apart():
    found = parts('<rect width="1" height="1"/><text>A</text>')
    assert [type(part) for part in found] == [Outline, Words]
