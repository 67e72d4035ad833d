"""The thread drawn: what each box says, where it leads, and which lines are worth drawing."""

from __future__ import annotations

from typing import Any

from processes.drawings.layered import Box, layered

from .graph import COLUMNS, KINDS, Node, Ref, Thread
from .ways import Ways

ALL = range(len(COLUMNS))


def picture(thread: Thread, ways: Ways | None = None, columns: range = ALL) -> dict[str, Any]:
    """The drawing's values, of some columns; without ways (on paper) its boxes lead nowhere."""
    drawn = thread.only(lambda node: node.column in columns)
    boxes = [_box(drawn, node, ways, columns.start) for node in drawn.nodes]
    return layered(COLUMNS[columns.start : columns.stop], boxes, lines(drawn))


def _box(thread: Thread, node: Node, ways: Ways | None, first: int) -> Box:
    loose = thread.loose_at.get(node.ref, [])
    above = [edge.start for edge in thread.before.get(node.ref, []) if edge.start[0] == node.kind]
    return Box(
        node.ref,
        node.column - first,
        node.title,
        node.note,
        ways.to(node) if ways else "",
        name(node, [one.rule.text for one in loose]),
        "loose" if loose else "quiet" if node.out else "",
        above[0] if above else None,
    )


def name(node: Node, loose: list[str]) -> str:
    """What a screen reader calls the thing."""
    parts = [f"{KINDS[node.kind].title}: {node.title}", node.note, *(f"Lös tråd: {text}" for text in loose)]
    return ". ".join(part.rstrip(".") for part in parts if part)


def lines(thread: Thread) -> list[tuple[Ref, Ref]]:
    """The links, but for those from cause to activity that a goal between them already tells."""
    told = {
        (first.start, second.end)
        for second in thread.edges
        if second.start[0] == "goal"
        for first in thread.before.get(second.start, [])
    }
    return [(e.start, e.end) for e in thread.edges if (e.start, e.end) not in told]
