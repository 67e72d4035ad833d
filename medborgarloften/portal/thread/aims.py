"""What each activity is aimed at: its first direction, and those added to it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from processes.method import Facts, Row
from processes.models import Goal


@dataclass(frozen=True, slots=True)
class Aim:
    """The causes and sides an activity is aimed at, and the goals it contributes to."""

    causes: tuple[int, ...] = ()
    sides: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()


def aims(facts: Facts) -> dict[int, Aim]:
    """Of each activity, by its key. A direction without a goal of its own has those of its cause."""
    more: dict[int, list[Row]] = {}
    for row in facts.rows("processes.ActivityAim"):
        more.setdefault(row.activity_id, []).append(row)
    goals: dict[int, list[int]] = {}
    for row in facts.rows("processes.Goal", kind=Goal.Kind.EFFECT):
        if row.cause_id is not None:
            goals.setdefault(row.cause_id, []).append(row.id)
    return {row.id: _aim([row, *more.get(row.id, [])], goals) for row in facts.rows("processes.Activity")}


def _aim(directions: list[Row], goals: dict[int, list[int]]) -> Aim:
    served: list[int] = []
    for row in directions:
        served += [row.goal_id] if row.goal_id is not None else goals.get(row.cause_id, [])
    causes = (row.cause_id for row in directions if row.cause_id is not None)
    sides = (row.side for row in directions if row.side)
    return Aim(tuple(dict.fromkeys(causes)), tuple(dict.fromkeys(sides)), tuple(dict.fromkeys(served)))
