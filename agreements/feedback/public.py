"""What has been told that everyone may read, promise by promise (ATE-1, ATE-2). Pure."""

from __future__ import annotations

from typing import Any

from agreements.content import focus_of
from agreements.steps.feedback import tells_of
from processes.criteria import AUDIENCES
from processes.method import Facts, Row

ACTIVITY, PROMISE = "processes.Activity", "agreements.Promise"


def told_publicly(facts: Facts, promise: Row) -> list[dict[str, Any]]:
    """The texts meant for everyone that tell of the promise, in time order: plain data.

    What tells of all of the round's work tells of each of its promises.
    """
    focus = frozenset(focus_of(facts, promise))
    rows = [row for row in facts.rows("processes.Feedback", public=True) if _is_given(facts, row)]
    own = [row for row in rows if tells_of(facts, row, (promise.id,), focus)]
    return [_shown(facts, row) for row in sorted(own, key=lambda row: (row.given_on, row.id))]


def _is_given(facts: Facts, row: Row) -> bool:
    return row.given_on is not None and row.given_on <= facts.today and bool(row.text.strip())


def _shown(facts: Facts, row: Row) -> dict[str, Any]:
    activity = facts.get(ACTIVITY, row.about_id) if row.about_model == ACTIVITY else None
    return {
        "number": row.id,
        "on": row.given_on.isoformat(),
        "to": [AUDIENCES[key] for key in AUDIENCES if key in row.audiences],
        "about": activity.what if activity else "",
        "text": row.text.strip(),
    }
