"""What was signed of an activity, whatever the plan says by now (GEN-2, FAL-1). Pure: facts in, terms out.

Whoever changes a promised activity in the plan leaves the signed terms behind in the change (see changes).
They hold until a new version is signed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from processes.facts import Facts, Row
from processes.plan.words import iso, target_of


def in_force(facts: Facts, activity: Row) -> Row | None:
    """The newest sealed version of a promise about the activity's focus area."""
    focus = facts.rows("agreements.PromiseFocus", focus_area_id=activity.focus_area_id)
    promises = {row.promise_id for row in focus}
    sealed = {row.version_id for row in facts.rows("agreements.SealedDocument")}
    own = [
        row
        for row in facts.rows("agreements.DocumentVersion")
        if row.id in sealed and row.promise_id in promises
    ]
    return own[-1] if own else None


def signed_terms(facts: Facts, activity: Row) -> Mapping[str, Any] | None:
    """The terms that were signed, when the plan has been changed since; none when it still says the same."""
    version = in_force(facts, activity)
    if version is None:
        return None
    rows = facts.rows("agreements.ActivityChange", activity_id=activity.id, since_id=version.id)
    return next((row.before for row in rows if row.before), None)


def target(facts: Facts, activity: Row) -> dict[str, Any]:
    """What was promised of it, as plain data."""
    terms = signed_terms(facts, activity)
    return terms["target"] if terms else target_of(activity)


def terms_of(activity: Any, round_: Any) -> dict[str, Any]:
    """The terms of an activity as it stands, as they would be signed."""
    return {
        "what": activity.what,
        "where": activity.place,
        "from": iso(activity.period_start or round_.period_start),
        "to": iso(activity.period_end or round_.period_end),
        "target": target_of(activity),
    }
