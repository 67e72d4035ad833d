"""Promised beside done: each activity of the round as the log and the follow-ups tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from processes.method import Facts, Row

from .. import kept_panel
from ..keeping import Done, Result, Target, judge, target_of

OUTCOME = "agreements.Outcome"


@dataclass(frozen=True, slots=True)
class Line:
    """One activity: what was promised, what is done by `on`, of that in the period, and what is said of it."""

    activity: Row
    outcome: Row | None
    target: Target
    done: Done
    in_period: Done
    result: Result
    on: date
    who: str
    promised: str

    @property
    def said(self) -> str:
        """What has been done, in words."""
        return kept_panel.done_words(self.target, self.done, self.result, self.on)

    @property
    def state(self) -> str:
        """How it stands, in the words that citizens read."""
        return self.result.kept.value


def lines(facts: Facts, period: Row | None = None, activities: Iterable[Row] | None = None) -> list[Line]:
    """Each activity as it stood when the period of a follow-up ended, or as it stands today. Two queries."""
    rows = list(facts.rows("processes.Activity") if activities is None else activities)
    ids = [row.id for row in rows]
    ends = period.period_end if period is not None else None
    on = min(ends, facts.today) if ends else facts.today
    done = kept_panel.reported(facts, ids, until=on)
    within = kept_panel.logged(ids, period.period_start, on) if period is not None else done
    return [
        _line(facts, row, period, done.get(row.id, Done()), within.get(row.id, Done()), on) for row in rows
    ]


def _line(facts: Facts, activity: Row, period: Row | None, whole: Done, within: Done, on: date) -> Line:
    outcome = last_of(facts, activity, period)
    target = target_of(facts, activity)
    return Line(
        activity,
        outcome,
        target,
        whole,
        within,
        judge(target, whole, on),
        on,
        kept_panel.who(facts, activity),
        kept_panel.promised_words(facts, activity),
    )


def last_of(facts: Facts, activity: Row, period: Row | None = None) -> Row | None:
    """What a follow-up says of the activity: that one, or else the latest of all."""
    where = {"follow_up_id": period.id} if period is not None else {}
    rows = facts.rows(OUTCOME, activity_id=activity.id, **where)
    return rows[-1] if rows else None
