"""Closing a promise: the follow-up is done, and the guard's close gate finds nothing."""

from __future__ import annotations

from processes import guard, policies, queries
from processes.method import Finding, Gate, Side, get_method
from processes.models import Decision, Process, User
from processes.writing import Refused, demand, under_lock, write

from . import chain, signing
from .steps.signed import closed

STEP = guard.PROMISE_STEP


@under_lock
def close(*, by: User, round_: Process, promise_id: int) -> Decision:
    """Close the promise. With its last signed promise the round is closed too.

    Refused while nothing is signed, or when it is closed already; NotReady tells what is left.
    """
    method = get_method()
    step = method[STEP]
    demand(policies.can_edit(queries.actor_in(by, round_), step))
    facts = queries.load_facts(method, round_.pk)
    promise = facts.get(step.record, promise_id)
    if promise is None or signing.sealed(facts, promise) is None:
        raise Refused(
            "Löftet är inte underskrivet, så det finns inget att avsluta.",
            Finding("underskrift", "inte underskrivet"),
        )
    if closed(facts, promise):
        raise Refused("Löftet är redan avslutat.", Finding("", "avslutat"))
    verdict = guard.evaluate(method, Gate.CLOSE, facts, step, promise)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    made = Decision.objects.create(
        process=round_,
        step=STEP,
        subject_model=step.record,
        subject_id=promise_id,
        gate=Gate.CLOSE,
        side=Side.POLICE,
        outcome=Decision.Outcome.DONE,
        by=by,
    )
    chain.append("closed", f"promise:{promise_id}", {"by": by.pk})
    others = [p for p in facts.rows(step.record) if p.id != promise_id]
    if all(closed(facts, p) or not signing.sealed(facts, p) for p in others):
        round_.closed_on = facts.today
        write(round_, by=by, round_=round_)
    return made
