"""What the goals say: from where to where, and who follows up, how and when (AKT-4, AKT-6). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from processes.criteria import is_answer
from processes.facts import Facts, Row

from .words import number_text, swedish

GOAL, AIM, ACTIVITY = "processes.Goal", "processes.ActivityAim", "processes.Activity"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer about follow-up, and whether it is the goal's own or the plan's."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Who, how and when a goal is followed up: on a day, or on demand for a stated reason."""

    by: Said
    how: Said
    on: date | None
    on_demand: str
    own_day: bool

    @property
    def planned(self) -> bool:
        """Whether all three are answered: a day, or on demand for a stated reason (AKT-6)."""
        return all(map(is_answer, (self.by.text, self.how.text))) and bool(
            self.on or is_answer(self.on_demand)
        )


def follow_up(facts: Facts, goal: Row, plan: Row) -> FollowUp:
    """The goal's own follow-up; where it says nothing, the plan's, and last the end of the round."""

    def said(name: str) -> Said:
        own = is_answer(goal[name])
        return Said(goal[name] if own else plan[name], own)

    on_demand = goal.follow_up_on_demand if is_answer(goal.follow_up_on_demand) else ""
    day = goal.follow_up_on or (None if on_demand else plan.follow_up_on or facts.round.period_end)
    return FollowUp(
        said("follow_up_by"), said("follow_up_how"), day, on_demand, goal.follow_up_on is not None
    )


def without_number(goal: Row) -> bool:
    """Whether the goal has a stated reason for having no number; what shows the effect is said instead."""
    figures = (goal.baseline_value, goal.target_value)
    return is_answer(goal.no_number_reason) and all(value is None for value in figures)


def change(goal: Row) -> str:
    """From where to where, in words; empty when neither is said."""
    unit = f" {goal.unit}" if goal.unit else ""
    before, after = (swedish(number_text(value)) for value in (goal.baseline_value, goal.target_value))
    if before and after:
        return f"{before} → {after}{unit}"
    if after:
        return f"Målet är {after}{unit}"
    return f"Utgångsvärdet är {before}{unit}" if before else ""


def served_by(facts: Facts, goal: Row) -> list[Row]:
    """The activities that contribute to a goal: by name, by a further aim, or by the cause it is about."""
    named = {row.activity_id for row in facts.rows(AIM, goal_id=goal.id)}
    named |= {row.id for row in facts.rows(ACTIVITY, goal_id=goal.id)}
    if goal.cause_id:
        named |= {r.id for r in facts.rows(ACTIVITY, cause_id=goal.cause_id) if r.goal_id is None}
    if goal.activity_id:
        named.add(goal.activity_id)
    return [row for row in facts.rows(ACTIVITY) if row.id in named]


def served(facts: Facts) -> dict[int, list[Row]]:
    """Of each activity: the goals it contributes to."""
    found: dict[int, list[Row]] = {}
    for goal in facts.rows(GOAL):
        for activity in served_by(facts, goal):
            found.setdefault(activity.id, []).append(goal)
    return found
