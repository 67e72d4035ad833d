"""What a change would cost while a promise is out to be signed: said before it is made (X-6)."""

from __future__ import annotations

from processes import guard
from processes.method import Facts, Method


def signatures(method: Method, facts: Facts) -> str:
    """A warning that names the promise and whose signatures would count no longer; empty when none is out."""
    found = []
    step = method[guard.PROMISE_STEP]
    for promise in facts.rows(step.record):
        if guard.status(facts, step, promise) is not guard.Status.WAITING:
            continue
        version = facts.rows("agreements.PromiseVersion", promise_id=promise.id)[-1]
        acts = facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
        names = " och ".join(act.name for act in acts)
        lost = f" Då slutar underskriften från {names} att gälla." if names else ""
        found.append(
            f"”{promise.title}” är ute för underskrift. Ändrar du något som står i löftet går version "
            f"{version.number} inte att skriva under, utan en ny måste skickas.{lost}"
        )
    return " ".join(found)
