"""The thread of a published promise: its public parts alone, from how it was arrived at to what is sought.

Pure, and made from a snapshot's content (LOF-1), so that nothing that is not public can slip in (LOF-8).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def told(content: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The focus areas, activities and goals that stand there, as (kind, text)."""
    for kind, part, name in (
        ("focus", "focus_areas", "title"),
        ("activity", "activities", "what"),
        ("goal", "effects", "text"),
    ):
        yield from ((kind, row[name]) for row in content[part])
