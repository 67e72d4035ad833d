"""A drawing of ours taken apart into outlines and words, for a page that can't show SVG.

It reads the little of SVG that our own drawings are made of, and refuses the rest: a drawing is
shown whole or not at all. Curves become short straight lines.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

from .errors import RenderError

Point = tuple[float, float]
SVG = "{http://www.w3.org/2000/svg}"
SILENT = {"title", "desc"}
INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor")
TOKEN = re.compile(r"[MmLlHhVvAaCcQqZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
WANTS = {"m": 2, "l": 2, "h": 1, "v": 1, "a": 7, "c": 6, "q": 4, "z": 0}
STEPS = 12


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed or open lines with a filling and an edge; empty when it has none."""

    strokes: tuple[tuple[Point, ...], ...]
    closed: bool
    fill: str
    edge: str
    edge_width: float
    dashed: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: where it is anchored on its base line, how large, and how it is turned (degrees)."""

    at: Point
    text: str
    size: float
    bold: bool
    colour: str
    anchor: str
    turned: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, back to front, on a ground of this size."""

    wide: float
    tall: float
    parts: tuple[Outline | Words, ...]


@dataclass(frozen=True, slots=True)
class _Matrix:
    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def __call__(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def __matmul__(self, other: _Matrix) -> _Matrix:
        e, f = self(other.e, other.f)
        return _Matrix(
            self.a * other.a + self.c * other.b,
            self.b * other.a + self.d * other.b,
            self.a * other.c + self.c * other.d,
            self.b * other.c + self.d * other.d,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        return math.hypot(self.a, self.b)

    @property
    def angle(self) -> float:
        return math.degrees(math.atan2(self.b, self.a))


def taken_apart(svg: str) -> Drawing:
    """The drawing as outlines and words. Raises RenderError at anything else than what we draw with."""
    root = ElementTree.fromstring(svg)  # noqa: S314 – of our own making, never anybody's upload
    left, top, wide, tall = map(float, root.get("viewBox", "").replace(",", " ").split())
    looks = {"fill": "#000", "font-size": "16"} | _looks(root)
    return Drawing(wide, tall, tuple(_inside(root, _Matrix(e=-left, f=-top), looks)))


def _looks(element: ElementTree.Element) -> dict[str, str]:
    return {name: value for name in INHERITED if (value := element.get(name)) is not None}


def _inside(
    element: ElementTree.Element, matrix: _Matrix, looks: dict[str, str]
) -> Iterator[Outline | Words]:
    for child in element:
        tag = child.tag.removeprefix(SVG)
        own, mine = looks | _looks(child), matrix @ _transform(child.get("transform", ""))
        if tag in ("g", "a"):
            yield from _inside(child, mine, own)
        elif tag == "text":
            yield from _words(child, mine, own)
        elif tag in SHAPES:
            yield _outline(child, tag, mine, own)
        elif tag not in SILENT:
            raise RenderError(f"A drawing on a slide can't hold <{tag}>")


def _transform(text: str) -> _Matrix:
    found = _Matrix()
    for name, numbers in re.findall(r"(\w+)\(([^)]*)\)", text):
        values = [float(n) for n in re.split(r"[\s,]+", numbers.strip())]
        if name == "translate":
            found = found @ _Matrix(e=values[0], f=values[1] if len(values) > 1 else 0)
        elif name == "rotate":
            turn, around = math.radians(values[0]), [*values[1:], 0, 0][:2]
            cos, sin = math.cos(turn), math.sin(turn)
            found = found @ _Matrix(e=around[0], f=around[1]) @ _Matrix(cos, sin, -sin, cos)
            found = found @ _Matrix(e=-around[0], f=-around[1])
        elif name == "scale":
            found = found @ _Matrix(a=values[0], d=values[-1])
        else:
            raise RenderError(f"A drawing on a slide can't be transformed by {name}")
    return found


def _words(element: ElementTree.Element, matrix: _Matrix, looks: dict[str, str]) -> Iterator[Words]:
    x, y = float(element.get("x", 0)), float(element.get("y", 0))
    pieces = [(x, y, element.text or "", looks)]
    for child in element:
        if child.tag != f"{SVG}tspan":
            raise RenderError(f"Text on a slide can't hold <{child.tag.removeprefix(SVG)}>")
        x, y = float(child.get("x", x)), float(child.get("y", y)) + float(child.get("dy", 0))
        pieces.append((x, y, child.text or "", looks | _looks(child)))
    for x, y, text, own in pieces:
        if text.strip():
            yield Words(
                at=matrix(x, y),
                text=" ".join(text.split()),
                size=_number(own["font-size"]) * matrix.scale,
                bold=own.get("font-weight", "400") in ("bold", "600", "700"),
                colour=_colour(own["fill"]),
                anchor=own.get("text-anchor", "start"),
                turned=matrix.angle,
            )


def _outline(element: ElementTree.Element, tag: str, matrix: _Matrix, looks: dict[str, str]) -> Outline:
    strokes, closed = SHAPES[tag](element)
    return Outline(
        strokes=tuple(tuple(matrix(*point) for point in stroke) for stroke in strokes if len(stroke) > 1),
        closed=closed,
        fill=_colour(looks["fill"]) if tag != "line" else "",
        edge=_colour(looks.get("stroke", "none")),
        edge_width=_number(looks.get("stroke-width", "1")) * matrix.scale,
        dashed=looks.get("stroke-dasharray", "none") != "none",
    )


def _number(text: str) -> float:
    return float(text.removesuffix("px"))


def _colour(text: str) -> str:
    """RRGGBB, or empty for none."""
    text = {"none": "", "white": "#ffffff", "black": "#000000"}.get(text, text)
    if text and not re.fullmatch(r"#(?:[0-9a-fA-F]{3}){1,2}", text):
        raise RenderError(f"A drawing on a slide can't be coloured {text}")
    digits = text.removeprefix("#").upper()
    return "".join(d * 2 for d in digits) if len(digits) == 3 else digits


# --- Outlines ---

Strokes = tuple[list[list[Point]], bool]


def _get(element: ElementTree.Element, *names: str) -> list[float]:
    return [_number(element.get(name, "0")) for name in names]


def _rect(element: ElementTree.Element) -> Strokes:
    x, y, wide, tall = _get(element, "x", "y", "width", "height")
    return [[(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)]], True


def _line(element: ElementTree.Element) -> Strokes:
    x1, y1, x2, y2 = _get(element, "x1", "y1", "x2", "y2")
    return [[(x1, y1), (x2, y2)]], False


def _round(element: ElementTree.Element) -> Strokes:
    x, y, r, rx, ry = _get(element, "cx", "cy", "r", "rx", "ry")
    turns = [2 * math.pi * n / (3 * STEPS) for n in range(3 * STEPS)]
    return [[(x + (rx or r) * math.cos(t), y + (ry or r) * math.sin(t)) for t in turns]], True


def _points(element: ElementTree.Element) -> Strokes:
    numbers = [float(n) for n in re.split(r"[\s,]+", element.get("points", "").strip())]
    return [list(zip(numbers[::2], numbers[1::2], strict=True))], element.tag.endswith("polygon")


def _path(element: ElementTree.Element) -> Strokes:
    strokes: list[list[Point]] = []
    closed, ended, here = False, False, (0.0, 0.0)
    for command, values in _commands(element.get("d", "")):
        kind, relative = command.lower(), command.islower()
        if kind == "z":
            closed, ended, here = True, True, strokes[-1][0]
            continue
        passed = _passed(kind, values, here, relative)
        if kind == "m":
            strokes.append([])
        elif ended:
            strokes.append([here])
        strokes[-1] += passed
        ended, here = False, passed[-1]
    return strokes, closed


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    tokens = TOKEN.findall(path)
    command = ""
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        count = WANTS[command.lower()]
        yield command, [float(tokens.pop(0)) for _ in range(count)]
        if command in "Mm":  # more numbers after a move are lines
            command = "L" if command == "M" else "l"


def _passed(kind: str, values: list[float], here: Point, relative: bool) -> list[Point]:
    """The points that a command passes; a curve is passed in steps."""
    x, y = here if relative else (0.0, 0.0)
    if kind == "h":
        return [(x + values[0], here[1])]
    if kind == "v":
        return [(here[0], y + values[0])]
    if kind == "a":
        return _arc(here, (x + values[5], y + values[6]), values[0], bool(values[3]), bool(values[4]))
    ends = [(x + a, y + b) for a, b in zip(values[::2], values[1::2], strict=True)]
    return ends if len(ends) == 1 else [_bezier([here, *ends], n / STEPS) for n in range(1, STEPS + 1)]


def _bezier(points: list[Point], t: float) -> Point:
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
    return points[0]


def _arc(start: Point, end: Point, radius: float, large: bool, sweep: bool) -> list[Point]:
    """A part of a circle, from one point to another."""
    (x1, y1), (x2, y2) = start, end
    apart = math.dist(start, end)
    radius = max(radius, apart / 2)
    away = math.sqrt(max(radius**2 - apart**2 / 4, 0)) * (1 if large != sweep else -1)
    x = (x1 + x2) / 2 - away * (y2 - y1) / apart
    y = (y1 + y2) / 2 + away * (x2 - x1) / apart
    begin, stop = math.atan2(y1 - y, x1 - x), math.atan2(y2 - y, x2 - x)
    if sweep and stop <= begin:
        stop += 2 * math.pi
    if not sweep and stop >= begin:
        stop -= 2 * math.pi
    turns = [begin + (stop - begin) * n / STEPS for n in range(1, STEPS)]
    return [*((x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns), end]


SHAPES = {
    "rect": _rect,
    "line": _line,
    "circle": _round,
    "ellipse": _round,
    "polyline": _points,
    "polygon": _points,
    "path": _path,
}
