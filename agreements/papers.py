"""What has been done and measured, laid into the plan's workbook."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from processes.documents.sheets import Workbook
from processes.method import Facts, Row
from processes.papers.plan_workbook import Result, workbook
from processes.plan.words import target_words

from .hours_panel import worked
from .implementation import promised
from .keeping import Done, judge, target_of
from .kept_panel import reported
from .models import Outcome


def plan_workbook(here: Any) -> Workbook:
    """The plan in the planning tool's form, with results and effects so far."""
    facts = here.facts
    ids = [row.id for row in facts.rows("processes.Activity")]
    done = reported(facts, ids)
    results = {
        row.id: _result(facts, row, done.get(row.id, Done())) for row in facts.rows("processes.Activity")
    }
    return workbook(here, results, worked(ids), _measured(facts))


def _result(facts: Facts, activity: Row, done: Done) -> Result:
    found = judge(target_of(facts, activity), done, facts.today)
    told = facts.rows("agreements.Outcome", activity_id=activity.id)
    last = told[-1] if told else None
    return Result(
        promised=target_words(promised.target(facts, activity)),
        times=done.times,
        amount=found.reached if done.times else None,
        standing=found.kept.value,
        quality=_label("quality", last),
        effect=_label("effect", last),
        improve=last.improve if last else "",
        explanation=last.explanation if last else "",
    )


def _label(name: str, row: Row | None) -> str:
    if row is None:
        return ""
    return str(dict(Outcome._meta.get_field(name).flatchoices).get(row[name], ""))


def _measured(facts: Facts) -> dict[int, tuple[Decimal, Any, str]]:
    """The latest measurement of each goal."""
    rows = [row for row in facts.rows("agreements.Measurement") if row.goal_id and row.value is not None]
    rows.sort(key=lambda row: (row.measured_on is not None, row.measured_on or 0, row.id))
    return {row.goal_id: (row.value, row.measured_on, row.caution) for row in rows}
