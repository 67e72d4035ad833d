"""The goals and how each is followed up (AKT-4, AKT-6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.method import Row
from processes.pages.links import Ways
from processes.pages.values import day
from processes.plan import goals
from processes.plan.words import number_text, swedish, target_of, target_words

if TYPE_CHECKING:
    from processes.views.here import InStep

ACTIVITY = "processes.Activity"


def panel(here: InStep) -> dict[str, Any]:
    """Effect goals with from, to and follow-up; what each activity yields, and production goals besides."""
    ways = Ways(here, "mal")
    rows = here.facts.rows(goals.GOAL)
    return {
        "effects": [_effect(here, ways, row) for row in rows if row.kind == "effect"],
        "production": [_target(row) for row in here.facts.rows(ACTIVITY)]
        + [_production(here, ways, row) for row in rows if row.kind == "production"],
        "intro": here.step.section("mal").intro,
        "add_url": ways.add(),
        "add_label": here.step.section("mal").add_label,
        "intake": ways.intake(),
    }


def _effect(here: InStep, ways: Ways, goal: Row) -> dict[str, Any]:
    cause = here.facts.get("processes.Cause", goal.cause_id)
    qualitative = goals.without_number(goal)
    return {
        "text": goal.text or "Utan ord",
        "edit_url": ways.edit(goal),
        "remove_url": ways.remove(goal),
        "indicator": goal.indicator,
        "change": goals.change(goal),
        "since": day(goal.baseline_on),
        "due": day(goal.due_on or here.facts.round.period_end),
        "without_number": goal.no_number_reason if qualitative else "",
        "missing": "" if qualitative or goal.baseline_value is not None else "Utgångsvärdet saknas",
        "missing_url": ways.edit(goal, "baseline_value"),
        "comparison": _comparison(goal),
        "cause": cause.text if cause else "",
        "plan_goal": goal.plan_goal,
        "served_by": [row.what for row in goals.served_by(here.facts, goal)],
        "follow_up": _follow_up(here, goal),
    }


def _comparison(goal: Row) -> str:
    value = swedish(number_text(goal.comparison_value))
    unit = f" {goal.unit}" if goal.unit else ""
    return (
        f"{goal.comparison_area} ({value}{unit})" if goal.comparison_area and value else goal.comparison_area
    )


def _follow_up(here: InStep, goal: Row) -> list[dict[str, Any]]:
    """Who, how and when, each the goal's own or the plan's; what nobody has said is told."""
    assert here.subject is not None
    found = goals.follow_up(here.facts, goal, here.subject)
    when = day(found.on) or (f"Vid behov, därför att {found.on_demand}" if found.on_demand else "")
    said = (
        ("Av", found.by.text, found.by.own),
        ("Hur", found.how.text, found.how.own),
        ("När", when, found.own_day or not found.on),
    )
    return [
        {"label": label, "text": text or "inte bestämt", "lacking": not text, "plans": bool(text) and not own}
        for label, text, own in said
    ]


def _target(activity: Row) -> dict[str, Any]:
    return {
        "what": activity.what or "Utan namn",
        "level": target_words(target_of(activity)) or "Ingen nivå ännu",
        "counts": activity.what_counts,
        "url": "",
    }


def _production(here: InStep, ways: Ways, goal: Row) -> dict[str, Any]:
    activity = here.facts.get(ACTIVITY, goal.activity_id)
    return {
        "what": activity.what if activity else "Hela planen",
        "level": ". ".join(filter(None, (goal.text, goals.change(goal)))),
        "counts": goal.indicator,
        "url": ways.edit(goal),
    }
