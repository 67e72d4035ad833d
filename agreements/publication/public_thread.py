"""The thread of a published promise: its public parts alone, from how it was arrived at to what is sought.

Pure, and made from a snapshot's content (LOF-1) and nothing else, so that nothing that is not public can
slip in (LOF-8). What led to what inside a promise is analysis, and stays with the parties: between the
columns there is an order, between single boxes no line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.drawings.layered import Box, layered
from processes.plan.words import amount, swedish, target_words

WIDE, LINES = 250, 5
MOST = 6
"""Things drawn in one column; the rest are counted there, and all are in the list."""

Content = dict[str, Any]


def told(content: Content) -> Iterator[tuple[str, str]]:
    """The focus areas, activities and goals that stand there, as (kind, text)."""
    for kind, part, name in (
        ("focus", "focus_areas", "title"),
        ("activity", "activities", "what"),
        ("goal", "effects", "text"),
    ):
        yield from ((kind, row[name]) for row in content[part])


def public_thread(content: Content) -> dict[str, Any]:
    """The thread as four columns, ready for the template: drawn, and as a list."""
    columns = [
        {"title": "Vi lyssnade", "rows": [_row(sentence) for sentence in content["how_arrived"]]},
        {"title": "Vi valde", "rows": [_row(f["title"], f["place"]) for f in content["focus_areas"]]},
        {"title": "Vi gör", "rows": [_activity(a) for a in content["activities"]]},
        {"title": "Det ska leda till", "rows": [_row(e["text"], _change(e)) for e in content["effects"]]},
    ]
    boxes = [box for number, column in enumerate(columns) for box in _boxes(number, column["rows"])]
    return {
        "columns": columns,
        "drawing": layered([c["title"] for c in columns], boxes, [], wide=WIDE, most_lines=LINES),
    }


def _row(text: str, note: str = "") -> dict[str, str]:
    return {"text": text, "note": note}


def _activity(activity: Content) -> dict[str, str]:
    much = target_words(activity["target"] | {"reason": ""})
    return _row(activity["what"], " · ".join(filter(None, (much, ", ".join(activity["who"])))))


def _change(effect: Content) -> str:
    if not effect["baseline"] or not effect["target"]:
        return effect["indicator"]
    aim = amount(effect["target"], effect.get("unit", ""))
    return f"{effect['indicator']}: {swedish(effect['baseline'])} → {aim}".lstrip(": ")


def _boxes(column: int, rows: list[dict[str, str]]) -> Iterator[Box]:
    for number, row in enumerate(rows[:MOST]):
        yield Box((column, number), column, row["text"], row["note"])
    if len(rows) > MOST:
        yield Box((column, MOST), column, f"Och {len(rows) - MOST} till", look="quiet")
