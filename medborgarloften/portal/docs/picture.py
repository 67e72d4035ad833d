"""How it all hangs together (BIL-1): where each step stands and which arrows lead to it.

Pure geometry from the declarations; a template draws it, the table beside it says the same in words.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from processes.method import Gate, Kind, Method, Stage, Step

BOX, TALL, ROW = 236, 56, 96
LEFT, RIGHT = 244, 524
TOP, HEAD = 16, 24
BAND_LEFT, BAND, BAND_GAP = 684, 136, 14
WIDE = BAND_LEFT + 2 * BAND + BAND_GAP + 16
LETTERS, LETTERS_IN_BAND, LINE = 26, 14, 18


@dataclass(frozen=True)
class Place:
    """Where a step is drawn: centre and layer."""

    step: Step
    x: int
    layer: int

    @property
    def y(self) -> int:
        """The upper edge of the box."""
        return TOP + HEAD + self.layer * ROW


def sources(method: Method, step: Step) -> dict[str, bool]:
    """The steps that lead to this one by what it needs or takes over. False: only a part of them."""
    records = {other.record: other.key for other in method}
    found = {records[take.model]: True for take in step.takes if take.model in records}
    for need in step.needs:
        if list(Gate).index(need.gate) <= list(Gate).index(Gate.SIGN):
            found[need.step] = found.get(need.step, False) or need.find is None
    return found


def arrows(method: Method) -> list[tuple[str, str, bool]]:
    """(from, to, whole) without those that a chain of other arrows already tells."""
    every = {(s, step.key): whole for step in method for s, whole in sources(method, step).items()}
    whole = {edge for edge, full in every.items() if full}

    def told(start: str, end: str) -> bool:
        edges, seen, waiting = whole - {(start, end)}, {start}, [start]
        while waiting:
            here = waiting.pop()
            for a, b in edges:
                if a == here and b not in seen:
                    seen.add(b)
                    waiting.append(b)
        return end in seen

    return [(a, b, full) for (a, b), full in every.items() if not told(a, b)]


def _alone(method: Method, step: Step) -> bool:
    """Whether the step runs beside the others, all along."""
    return not step.gates and not step.needs


def places(method: Method) -> dict[str, Place]:
    """Each step below those that lead to it, and each stage below the one before."""
    lead: dict[str, list[str]] = {step.key: [] for step in method}
    for a, b, _ in arrows(method):
        lead[b].append(a)
    layers: dict[str, int] = {}
    first = 0
    for _, steps in groupby((s for s in method if not _alone(method, s)), key=lambda s: s.stage):
        for step in steps:
            layers[step.key] = max([first, *(layers[k] + 1 for k in lead[step.key] if k in layers)])
        first = max(layers.values()) + 1
    found: dict[str, Place] = {}
    for layer in range(first):
        here = [key for key, at in layers.items() if at == layer]
        from_left = {k: [found[p].x for p in lead[k] if p in found] or [(LEFT + RIGHT) // 2] for k in here}
        here.sort(key=lambda k: sum(from_left[k]) / len(from_left[k]))
        for number, key in enumerate(here):
            above = round(sum(from_left[key]) / len(from_left[key]))
            x = above if len(here) == 1 else (LEFT, RIGHT)[number]
            found[key] = Place(method[key], x, layer)
    return found


def _path(a: Place, b: Place, between: list[Place], shift: int) -> str:
    """A curve from the lower edge of one box to the upper edge of another, past what stands between."""
    down = b.layer > a.layer
    x1, y1 = a.x + shift, a.y + (TALL if down else 0)
    x2, y2 = b.x + shift, b.y + (0 if down else TALL)
    steer = (y2 - y1) // 2
    blocked = [p for p in between if abs(p.x - (x1 + x2) / 2) < BOX / 2 + 8]
    if not blocked:
        return f"M{x1} {y1}C{x1} {y1 + steer} {x2} {y2 - steer} {x2} {y2}"
    side = -1 if x2 <= blocked[0].x else 1
    lane = blocked[0].x + side * (BOX // 2 + 22)
    top, bottom, turn = blocked[0].y - 8, blocked[-1].y + TALL + 8, 20
    return (
        f"M{x1} {y1}C{x1} {y1 + turn} {lane} {top - turn} {lane} {top}V{bottom}"
        f"C{lane} {bottom + turn} {x2} {y2 - turn} {x2} {y2}"
    )


def _texts(words: str, width: int, x: int, middle: int) -> list[dict[str, Any]]:
    lines = textwrap.wrap(words, width)
    top = middle - (len(lines) - 1) * LINE // 2 + 5
    return [{"text": line, "x": x, "y": top + n * LINE} for n, line in enumerate(lines)]


def _bands(method: Method, at: dict[str, Place], bottom: int) -> list[dict[str, Any]]:
    """The steps that run beside the others: from the first step that concerns them to the end."""
    found = []
    for number, step in enumerate(s for s in method if _alone(method, s)):
        begins = [p.y for p in at.values() if p.step.feedback] if step.feedback else [TOP + HEAD]
        x, y = BAND_LEFT + number * (BAND + BAND_GAP), min(begins)
        lines = _texts(step.title, LETTERS_IN_BAND, x + BAND // 2, y + 28)
        lines += _texts("löpande", LETTERS_IN_BAND, x + BAND // 2, y + 48)
        found.append({"x": x, "y": y, "width": BAND, "height": bottom - y, "lines": lines, "key": step.key})
    return found


def picture(method: Method) -> dict[str, Any]:
    """All that the template draws, in drawing order."""
    at = places(method)
    edges = arrows(method)
    both = {(a, b) for a, b, _ in edges if (b, a) in {(c, d) for c, d, _ in edges}}
    lines = []
    for a, b, whole in edges:
        if a in at and b in at:
            low, high = sorted((at[a].layer, at[b].layer))
            between = [p for p in at.values() if low < p.layer < high]
            shift = (16 if at[a].layer < at[b].layer else -16) if (a, b) in both else 0
            lines.append({"d": _path(at[a], at[b], between, shift), "whole": whole})
    bottom = max(p.y for p in at.values()) + TALL
    stages = []
    for stage in Stage:
        ys = [p.y for p in at.values() if p.step.stage is stage]
        if ys:
            height = max(ys) - min(ys) + TALL + HEAD
            stages.append(
                {"title": stage.value, "y": min(ys) - HEAD + 8, "height": height, "text_y": min(ys) + 34}
            )
    boxes = [
        {
            "x": p.x - BOX // 2,
            "y": p.y,
            "lines": _texts(p.step.title, LETTERS, p.x, p.y + TALL // 2),
            "standing": p.step.kind is Kind.STANDING,
            "key": key,
        }
        for key, p in at.items()
    ]
    bands = _bands(method, at, bottom)
    return {
        "width": WIDE,
        "height": bottom + 28,
        "box_width": BOX,
        "box_height": TALL,
        "stage_width": BAND_LEFT - 28,
        "stages": stages,
        "arrows": lines,
        "boxes": boxes,
        "bands": bands,
    }


def table(method: Method) -> list[dict[str, Any]]:
    """The same in words: of each step its stage, its place in SARA, and what comes before."""
    at = places(method)
    first = {(a, b): whole for a, b, whole in arrows(method)}
    rows = []
    for number, step in enumerate(method, 1):
        before = [
            method[a].title if whole else f"{method[a].title} (en del)"
            for (a, b), whole in first.items()
            if b == step.key
        ]
        rows.append(
            {
                "number": number,
                "title": step.title,
                "lead": step.lead,
                "stage": step.stage.value,
                "sara": step.sara.value,
                "before": before,
                "beside": step.key not in at,
            }
        )
    return rows
