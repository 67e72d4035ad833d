"""A drawing in columns: boxes from left to right, and curves from what came first to what it led to.

Pure geometry: boxes and lines in, plain values for `templates/drawings/_layered.svg` out. Made for the
red thread; whoever wants to draw another chain (resource → activity → effect) hands in other columns.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from .lettering import wrapped

WIDE, NARROW, BETWEEN = 166, 96, 38
HEAD, EDGE, APART, LINE = 56, 12, 14, 17
PAD, BADGE, INDENT, LANE = 10, 9, 12, 10
SIZE, NOTE_SIZE, MOST_LINES, MOST_NOTES = 14, 13, 3, 2
DEEPEST, SWEEPS = 6, 9


@dataclass(frozen=True, slots=True)
class Box:
    """Something drawn. `name` is what a screen reader calls it, `under` the box in the same column that
    it branches off; `look` is empty, "loose" (dashed, with a mark) or "quiet"."""

    key: Any
    column: int
    title: str
    note: str = ""
    url: str = ""
    name: str = ""
    look: str = ""
    under: Any = None


@dataclass(eq=False)
class _Item:
    """A box, or the bend of a line that passes a column on its way."""

    column: int
    height: int
    width: int = 0
    box: Box | None = None
    lines: list[str] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    y: float = 0.0
    before: list[_Item] = field(default_factory=list)
    after: list[_Item] = field(default_factory=list)


Block = list[_Item]
"""A box and all that branches off it, which stay together."""


def layered(
    columns: Sequence[str],
    boxes: Iterable[Box],
    lines: Iterable[tuple[Any, Any]],
    *,
    wide: int = WIDE,
    most_lines: int = MOST_LINES,
) -> dict[str, Any]:
    """All that the template draws, in drawing order; lines may only lead to the right or to a branch.

    `wide` is the width of a column with boxes, `most_lines` how many lines a title gets.
    """
    by_key = {box.key: box for box in boxes}
    items = {box.key: _item(box, wide - INDENT * _depth(box, by_key), most_lines) for box in by_key.values()}
    chains = [
        _chain(items[start], items[end])
        for start, end in lines
        if items[start].box.column < items[end].box.column
    ]
    blocks = _blocks(items, chains, len(columns))
    _arrange(blocks)
    used = {item.column for item in items.values()}
    lefts = _lefts(len(columns), used, wide)
    bottom = max((item.y + item.height for item in items.values()), default=HEAD) + EDGE
    return {
        "width": lefts[-1] - BETWEEN + EDGE,
        "height": round(bottom),
        "heads": _heads(columns, lefts, used),
        "lines": [{"d": _path(chain, lefts)} for chain in chains] + _branches(items, lefts),
        "boxes": [_drawn(item, lefts) for item in items.values()],
        "badge": BADGE,
        "leads": any(item.box.url for item in items.values()),
    }


def _depth(box: Box, by_key: dict[Any, Box]) -> int:
    """How many boxes stand above it, from which it branches off."""
    found = 0
    while box.under in by_key and found < DEEPEST:
        box, found = by_key[box.under], found + 1
    return found


def _item(box: Box, width: int, most_lines: int) -> _Item:
    room = width - 2 * PAD
    lines = wrapped(box.title, room, SIZE, most_lines) or [""]
    note = wrapped(box.note, room, NOTE_SIZE, MOST_NOTES)
    height = 2 * PAD + LINE * (len(lines) + len(note)) - 2
    return _Item(box.column, height, width, box, lines, note)


def _chain(start: _Item, end: _Item) -> list[_Item]:
    """The two ends with a bend in each column that the line passes."""
    chain = [start, *(_Item(column, LANE) for column in range(start.column + 1, end.column)), end]
    for left, right in pairwise(chain):
        left.after.append(right)
        right.before.append(left)
    return chain


def _blocks(items: dict[Any, _Item], chains: list[list[_Item]], columns: int) -> list[list[Block]]:
    """Of each column its blocks, in the order the boxes came."""
    found: list[list[Block]] = [[] for _ in range(columns)]
    branches: dict[Any, list[_Item]] = {}
    for item in items.values():
        branches.setdefault(item.box.under, []).append(item)

    def grown(item: _Item) -> Block:
        return [item, *(i for other in branches.get(item.box.key, []) for i in grown(other))]

    for item in items.values():
        if item.box.under is None or item.box.under not in items:
            found[item.column].append(grown(item))
    for chain in chains:
        for bend in chain[1:-1]:
            found[bend.column].append([bend])
    return found


def _arrange(columns: list[list[Block]]) -> None:
    """Give every item its height on the page: near what it hangs together with, never on another.

    Each column is put in order after the one before it, then after the one behind it, and so on; the
    order in which the fewest lines cross is kept.
    """
    for blocks in columns:
        _stack(blocks)
    best, fewest = [list(blocks) for blocks in columns], _crossings(columns)
    for sweep in range(SWEEPS):
        wanted = (_before, _after, _around)[sweep % 3]
        for blocks in reversed(columns) if wanted is _after else columns:
            blocks.sort(key=lambda block: _mean(block, wanted))
            _settle(blocks, wanted)
        if (crossings := _crossings(columns)) < fewest:
            best, fewest = [list(blocks) for blocks in columns], crossings
    for _ in range(SWEEPS):
        for blocks in best:
            _settle(blocks, _around)
    top = min((item.y for item in _items(best)), default=HEAD)
    for item in _items(best):
        item.y += HEAD - top


def _items(columns: list[list[Block]]) -> Iterator[_Item]:
    return (item for blocks in columns for block in blocks for item in block)


def _crossings(columns: list[list[Block]]) -> int:
    """How many pairs of lines cross between columns as they are ordered now."""
    place = {id(item): n for blocks in columns for n, item in enumerate(_items([blocks]))}
    found = 0
    for blocks in columns:
        ends: list[int] = []
        for item in _items([blocks]):
            there = sorted(place[id(other)] for other in item.after)
            found += sum(len(ends) - bisect_right(ends, end) for end in there)
            for end in there:
                insort(ends, end)
    return found


def _centre(item: _Item) -> float:
    return item.y + item.height / 2


def _of(others: list[_Item], item: _Item) -> float:
    return sum(map(_centre, others)) / len(others) if others else _centre(item)


def _before(item: _Item) -> float:
    return _of(item.before, item)


def _after(item: _Item) -> float:
    return _of(item.after, item)


def _around(item: _Item) -> float:
    return _of(item.before + item.after, item)


def _mean(block: Block, wanted: Any) -> float:
    return sum(map(wanted, block)) / len(block)


def _stack(blocks: list[Block]) -> None:
    """Place a column's items one below the other, from the top."""
    y = 0.0
    for block in blocks:
        for item in block:
            item.y = y
            y += item.height + APART


def _settle(blocks: list[Block], wanted: Any) -> None:
    """Place a column's items in their order as near to where each wants to be as the others allow.

    Least squares under an order: neighbours that would overlap are pooled and share what they want.
    """
    items = [item for block in blocks for item in block]
    pools: list[list[float]] = []  # sum of what its items want, less the room above them; how many
    room, rooms = 0.0, []
    for item in items:
        rooms.append(room)
        pools.append([wanted(item) - item.height / 2 - room, 1])
        room += item.height + (APART if item.box else APART / 2)
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            last = pools.pop()
            pools[-1] = [pools[-1][0] + last[0], pools[-1][1] + last[1]]
    shifts = [total / number for total, number in pools for _ in range(int(number))]
    for item, above, shift in zip(items, rooms, shifts, strict=True):
        item.y = above + shift


def _lefts(columns: int, used: set[int], wide: int) -> list[int]:
    """The left edge of each column, and where one more would begin; a column without boxes is narrow."""
    found = [EDGE]
    for column in range(columns):
        found.append(found[-1] + (wide if column in used else NARROW) + BETWEEN)
    return found


def _heads(columns: Sequence[str], lefts: list[int], used: set[int]) -> list[dict[str, Any]]:
    return [
        {
            "text": title,
            "x": lefts[number],
            "width": lefts[number + 1] - lefts[number] - BETWEEN,
            "empty": number not in used,
            "arrow": lefts[number + 1] - BETWEEN // 2 if number + 1 < len(columns) else 0,
        }
        for number, title in enumerate(columns)
    ]


def _left(item: _Item, lefts: list[int]) -> int:
    """The left edge of a box, which ends where its column does; of a bend, that of the column."""
    return lefts[item.column + 1] - BETWEEN - item.width if item.box else lefts[item.column]


def _path(chain: list[_Item], lefts: list[int]) -> str:
    """A curve from the right edge of the first box to the left edge of the last, straight past columns."""
    x, y = lefts[chain[0].column + 1] - BETWEEN, round(_centre(chain[0]))
    found = f"M{x} {y}"
    for item in chain[1:]:
        left = _left(item, lefts)
        steer, middle = x + BETWEEN // 2, round(_centre(item))
        found += f"C{steer} {y} {left - BETWEEN // 2} {middle} {left} {middle}"
        x, y = lefts[item.column + 1] - BETWEEN, middle
        if item.box is None:
            found += f"H{x}"
    return found


def _branches(items: dict[Any, _Item], lefts: list[int]) -> list[dict[str, str]]:
    """An elbow from each box down to what branches off it."""
    found = []
    for item in items.values():
        above = items.get(item.box.under)
        if above is not None:
            x = _left(above, lefts) + INDENT // 2
            d = f"M{x} {round(above.y + above.height)}V{round(_centre(item))}H{x + INDENT // 2}"
            found.append({"d": d})
    return found


def _drawn(item: _Item, lefts: list[int]) -> dict[str, Any]:
    box, x, y = item.box, _left(item, lefts), round(item.y)
    texts = [(line, False) for line in item.lines] + [(line, True) for line in item.note]
    return {
        "url": box.url,
        "name": box.name or box.title,
        "look": box.look,
        "x": x,
        "y": y,
        "width": item.width,
        "height": item.height,
        "badge_x": x + item.width - 4,
        "texts": [
            {"text": text, "note": note, "x": x + PAD, "y": y + PAD + LINE * number + 12}
            for number, (text, note) in enumerate(texts)
        ],
    }
