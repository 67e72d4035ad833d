"""The panels of a follow-up: its three parts, the chain, and the way to the planning system."""

from __future__ import annotations

import uuid
from typing import Any

from django.urls import reverse

from processes import guard, policies
from processes.drawings.layered import layered
from processes.method import Side
from processes.pages import links
from processes.pages.values import day
from processes.plan.hours import hours
from processes.plan.words import number_text, swedish

from ..hours_panel import worked
from ..kept_panel import state
from ..models import Outcome
from . import tasks
from .chain import COLUMNS, Chain
from .chain import chain as of_round
from .effects import Effect, figure, words
from .effects import effects as measured
from .performance import points
from .results import Line, lines

DRAWN = 14  # activities in one drawing; of more than that the table tells


def activities(here: Any) -> dict[str, Any]:
    """Each activity: promised, done in the period and in all, how it stands, and what is said of it."""
    ways = links.Ways(here, "aktiviteter")
    found = lines(here.facts, here.subject)
    begun = [line for line in found if line.outcome is not None or not _is_later(line)]
    return {
        "rows": [_activity(line, ways) for line in begun],
        "later": [_activity(line, ways) for line in found if line not in begun],
        "changes": here.facts.rows("agreements.ActivityChange"),
        "until": day(found[0].on) if found else "",
        "approved": approved(here),
    }


def _is_later(line: Line) -> bool:
    """Whether its time had not come when the period ended."""
    return line.target.begins is not None and line.on < line.target.begins


def _activity(line: Line, ways: links.Ways) -> dict[str, Any]:
    said = line.outcome
    label = dict(Outcome.Quality.choices), dict(Outcome.Effect.choices)
    return {
        "what": line.activity.what,
        "who": line.who,
        "promised": line.promised,
        "done": line.said,
        "quality": label[0].get(said.quality, "") if said else "",
        "effect": label[1].get(said.effect, "") if said else "",
        "improve": said.improve if said else "",
        "explanation": said.explanation if said else "",
        "wants_why": line.result.failed and not (said and said.explanation),
        "told": _told(said) if said else "",
        "url": ways.edit(said) if said else ways.add(activity=line.activity.id),
        "followed": said is not None,
        **state(line.result),
    }


def _told(said: Any) -> str:
    if said.told_citizens_on is None:
        return ""
    how = f": {said.told_citizens_how}" if said.told_citizens_how else ""
    return f"Medborgarna fick veta {day(said.told_citizens_on)}{how}"


def approved(here: Any) -> str:
    """By whom and when it was approved, as long as nothing has changed since."""
    step = here.step
    found = guard.standing(here.facts, step, here.subject)
    if not found.holds(step.done_gate, Side.POLICE):
        return ""
    made = found.passed[step.done_gate, Side.POLICE]
    return f"Godkänd av {made.by_name} {day(made.at)}."


def performance(here: Any) -> dict[str, Any]:
    """What was delivered, group by group, in the steps that the person sees."""
    seen = [step for step in here.method if policies.can_see_step(here.actor, step)]
    groups: dict[str, list[Any]] = {}
    for point in points(here.method, here.facts, lines(here.facts, here.subject), seen):
        groups.setdefault(point.of, []).append(point)
    return {"groups": [{"title": title, "points": own} for title, own in groups.items()]}


def effects(here: Any) -> dict[str, Any]:
    """Each effect goal before and after; and what is to follow later."""
    ways = links.Ways(here, "matningar")
    later = next((row for row in tasks.waiting(here.facts) if row.id == here.subject.id), None)
    return {
        "rows": [_effect(one, ways) for one in measured(here.facts)],
        "later": tasks.said(later) if later is not None else "",
        "dialog": here.subject.dialog_title or "",
    }


def _effect(effect: Effect, ways: links.Ways) -> dict[str, Any]:
    goal, row = effect.goal, effect.measured
    return {
        "text": goal.text,
        "indicator": goal.indicator or goal.no_number_reason,
        "unit": goal.unit,
        "before": figure(goal.baseline_value),
        "now": figure(effect.now),
        "when": day(row.measured_on) if row is not None else "",
        "target": figure(goal.target_value),
        "there": goal.comparison_area,
        "there_before": figure(goal.comparison_value),
        "there_now": figure(effect.there_now),
        "words": words(effect),
        "url": ways.add(goal=goal.id) if row is None else "",
    }


def chain_of(here: Any) -> Chain:
    """The round's chain as it stands at the end of the period."""
    used = worked(row.id for row in here.facts.rows("processes.Activity"))
    found = lines(here.facts, here.subject)
    return of_round(here.facts, found, hours(here.facts, used), measured(here.facts))


def chain(here: Any) -> dict[str, Any] | None:
    """The chain drawn, and the same as a table."""
    found = chain_of(here)
    if not found.rows:
        return None
    return {"drawing": drawn(found), "columns": COLUMNS, "rows": found.rows}


def drawn(found: Chain) -> dict[str, Any] | None:
    """The drawing's values; none when it would be too large to read."""
    return layered(COLUMNS, found.boxes, found.lines, wide=150) if len(found.rows) <= DRAWN else None


def export(here: Any) -> dict[str, Any]:
    """The button that takes out the material, and when that was done last."""
    may = policies.can_edit(here.actor, here.step)
    rows = here.facts.rows("agreements.PlanningExport")
    return {
        "url": reverse("agreements:planning_export", args=[here.round.pk, here.subject.id]) if may else "",
        "idem": uuid.uuid4().hex,
        "focus": here.request.GET.get(links.FOCUS, "") == "overforing",
        "made": [f"Hämtat {day(row.at)} av {row.by_name}." for row in rows[::-1][:5]],
    }


def hours_in_words(here: Any) -> list[tuple[str, str, str]]:
    """Each party's planned and used hours."""
    used = worked(row.id for row in here.facts.rows("processes.Activity"))
    return [
        (load.party.name, swedish(number_text(load.planned)), swedish(number_text(load.used)))
        for load in hours(here.facts, used).loads
    ]
