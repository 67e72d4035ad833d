"""How a promise goes, put together for citizens from what is reported and told. Pure: facts in, data out.

Only what stands here becomes public. Beside each thing promised stand its figures, never whether it was
kept: that also depends on the day, and is computed where it is read (`standing`). No day is written here
but those that people gave, so that the content is the same until somebody reports something more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from processes.method import Facts, Method, Row
from processes.plan.words import iso, number_text

from ..content import focus_of
from ..feedback.public import ACTIVITY, told_publicly
from ..follow_up import tasks
from ..implementation.promised import signed_terms
from ..keeping import AT_MOST, Done
from ..steps.feedback import ABOUT_THE_WORK, tells_of
from ..steps.signed import closed

SCHEMA = "medborgarlofte-lage/1"

Content = dict[str, Any]


def own_activities(method: Method, facts: Facts, promise: Row) -> list[Row]:
    """The activities of the promise's own focus areas."""
    return facts.narrowed(focus_of(facts, promise), method.parents).rows(ACTIVITY)


@dataclass(frozen=True, slots=True)
class Logged:
    """What the log says of each activity: how much, and its pictures for everyone."""

    done: Mapping[int, Done]
    pictures: Mapping[int, list[Content]]


def compose(method: Method, facts: Facts, promise: Row, promised: Content, logged: Logged) -> Content:
    """What would be public now, beside what was promised."""
    own = facts.narrowed(focus_of(facts, promise), method.parents)
    rows = {row.id: row for row in own.rows(ACTIVITY)}
    made = closed(facts, promise)
    return {
        "schema": SCHEMA,
        "activities": [_activity(facts, a, _row_of(facts, a, rows), logged) for a in promised["activities"]],
        "changes": list(_changes(facts, rows)),
        "feedback": list(_feedback(facts, promise)),
        "effects": list(_effects(own, promised)),
        "coming": list(_coming(facts, promise)),
        "closed": iso(made.at.date()) if made else "",
    }


def _row_of(facts: Facts, activity: Content, rows: dict[int, Row]) -> Row | None:
    """The activity of the plan that a promised one is: by its wording, as it was signed."""
    terms = {key: signed_terms(facts, row) or {} for key, row in rows.items()}
    same = [row for key, row in rows.items() if terms[key].get("what", row.what) == activity["what"]]
    here = [row for row in same if terms[row.id].get("where", row.place) == activity["where"]]
    return next(iter(here or same), None)


def _activity(facts: Facts, promised: Content, row: Row | None, logged: Logged) -> Content:
    outcomes = facts.rows("agreements.Outcome", activity_id=row.id) if row else []
    outcome = outcomes[-1] if outcomes else None
    done = logged.done.get(row.id, Done()) if row else Done()
    pictures = logged.pictures.get(row.id) if row else None
    kind = promised["target"]["kind"]
    return {
        "what": promised["what"],
        "where": promised["where"],
        "told": bool(done.times or outcome),
        "times": done.times,
        "amount": number_text(done.amount),
        # Hours are a resource of the parties' own, but where they are what was promised (LOF-8).
        "hours": number_text(done.hours) if kind == "hours" else "",
        "longest": number_text(done.most) if kind == AT_MOST else "",
        "shortest": number_text(done.least) if kind == AT_MOST else "",
        "explanation": outcome.explanation if outcome else "",
        "told_on": iso(outcome.told_citizens_on) if outcome else "",
        "told_how": outcome.told_citizens_how if outcome else "",
        **({"pictures": pictures} if pictures else {}),
    }


def _changes(facts: Facts, rows: dict[int, Row]) -> Iterator[Content]:
    for row in facts.rows("agreements.ActivityChange"):
        if row.activity_id in rows and row.changed_on and row.what_changed and row.why:
            yield {
                "on": iso(row.changed_on),
                "activity": rows[row.activity_id].what,
                "what": row.what_changed,
                "why": row.why,
            }


def _feedback(facts: Facts, promise: Row) -> Iterator[Content]:
    """What was told of the work, where whoever told it meant it for everyone."""
    for told in told_publicly(facts, promise):
        yield {"on": told["on"], "about": told["about"], "text": told["text"]}


def _effects(own: Facts, promised: Content) -> Iterator[Content]:
    """Before and after, for each effect that was promised and has been measured since."""
    goals = {goal.text: goal for goal in own.rows("processes.Goal", kind="effect")}
    for effect in promised["effects"]:
        goal = goals.get(effect["text"])
        measured = own.rows("agreements.Measurement", goal_id=goal.id) if goal else []
        found = [row for row in measured if row.value is not None]
        if found:
            last = found[-1]
            yield {
                "text": effect["text"],
                "value": number_text(last.value),
                "on": iso(last.measured_on),
                "comparison": number_text(last.comparison),
                "source": last.source,
                "caution": last.caution,
            }


def _coming(facts: Facts, promise: Row) -> Iterator[Content]:
    """The days that citizens have been promised something by."""
    focus = focus_of(facts, promise)
    for row in facts.rows("processes.Feedback", given_on=None):
        about_work = row.step in ABOUT_THE_WORK and "citizens" in (row.audiences or [])
        if row.due_on and about_work and tells_of(facts, row, (promise.id,), focus):
            yield {"on": iso(row.due_on), "what": "Vi berättar hur det går"}
    for row in facts.rows("agreements.FollowUp", done_on=None):
        if row.period_end:
            yield {"on": iso(row.period_end), "what": "Vi följer upp vad som blev gjort"}
    for row in tasks.waiting(facts):
        yield {"on": iso(row.effect_due_on), "what": "Vi följer upp vad arbetet ledde till"}
