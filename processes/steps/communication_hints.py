"""A target group is somebody: who it is can be said more narrowly than "alla" (KOM-3)."""

from __future__ import annotations

from collections.abc import Iterator

from processes.advice import Advice, Hint
from processes.hints import groups
from processes.method import Facts, Row


def group(facts: Facts, row: Row) -> Iterator[Hint]:
    """Whether the name rings anybody in."""
    return groups.hints(row.get("name") or "")


GROUP = (Advice("name", groups.KINDS, group, "en tydligare målgrupp"),)
