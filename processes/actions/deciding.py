"""What is decided about a subject: passed, confirmed, acknowledged, returned, opened again."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps
from django.utils.module_loading import import_string

from processes import freshness, guard, policies
from processes.method import Facts, Finding, Gate, Side, Step, get_method, side_of
from processes.models import Decision, Process, User
from processes.writing import ReasonNeeded, Refused, demand, under_lock

from .entry import about, actor_of, facts_of


def _decide(
    by: User,
    actor: policies.Actor,
    round_: Process,
    facts: Facts,
    step: Step,
    subject_id: int,
    gate: Gate,
    comment: str,
) -> list[Decision]:
    demand(policies.can_decide(actor, step, gate))
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused(
            "Det du vill besluta om finns inte längre. Gå tillbaka till steget.", Finding("", "borttaget")
        )
    if gate not in step.gates:
        raise Refused(f"{step.title} har inget sådant beslut.", Finding("", "inget att besluta"))
    verdict = guard.evaluate(get_method(), gate, facts, step, subject)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    wanted = guard.sides(step, gate, facts)
    own = {side_of(role) for role in actor.roles if role in step.deciders(gate)}
    if gate is not Gate.APPROVE:
        own = {Side.POLICE}
    made = [
        Decision.objects.create(
            process=round_,
            gate=gate,
            side=side,
            outcome=Decision.Outcome.DONE,
            comment=comment,
            inputs=freshness.fingerprint(facts, step, subject),
            by=by,
            **about(step, step.record, subject_id),
        )
        for side in wanted
        if side in own
    ]
    if not made:
        raise Refused(
            "Ditt godkännande behövs inte här: din organisation är inte part.",
            Finding("parter", "inte med i rundan", step="collaboration"),
        )
    found = guard.standing(facts, step, subject)
    if gate in step.effects and all(side in own or found.holds(gate, side) for side in wanted):
        obj = apps.get_model(step.record).objects.get(pk=subject_id)
        for effect in step.effects[gate]:
            import_string(effect)(by=by, round_=round_, subject=obj)
    return made


def _passed(round_: Process, step: Step, subject_id: int) -> set[Gate]:
    """The gates that have been passed and not been taken back."""
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    return {gate for gate, _ in guard.standing(facts, step, subject).passed} if subject else set()


@under_lock
def decide(
    *, by: User, round_: Process, step: Step, subject_id: int, gate: Gate, comment: str = ""
) -> list[Decision]:
    """Pass one of the step's own gates. NotReady carries what the guard found."""
    return _decide(by, actor_of(by, round_), round_, facts_of(round_), step, subject_id, gate, comment)


@under_lock
def confirm(*, by: User, round_: Process, pairs: Iterable[tuple[Step, int]], comment: str) -> list[Decision]:
    """Say of several stale steps at once that what was decided is still right, and why."""
    if not comment.strip():
        raise ReasonNeeded
    actor = actor_of(by, round_)
    made = []
    for step, subject_id in pairs:
        facts = facts_of(round_)
        gate = step.done_gate
        if gate is not None:
            made += _decide(by, actor, round_, facts, step, subject_id, gate, comment)
    return made


@under_lock
def acknowledge(*, by: User, round_: Process, step: Step, subject_id: int, comment: str) -> list[Decision]:
    """Take note of new material with a sentence: the decisions stand, and now rest on it too."""
    demand(policies.can_edit(actor_of(by, round_), step))
    if not comment.strip():
        raise ReasonNeeded
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused(
            "Det du vill kvittera finns inte längre. Gå tillbaka till steget.", Finding("", "borttaget")
        )
    found = guard.standing(facts, step, subject)
    now = freshness.fingerprint(facts, step, subject)
    return [
        Decision.objects.create(
            process=round_,
            gate=gate,
            side=side,
            outcome=Decision.Outcome.ACKNOWLEDGED,
            comment=comment,
            inputs=now,
            by=by,
            **about(step, step.record, subject_id),
        )
        for gate, side in found.passed
        if gate == step.done_gate and (gate, side) not in found.stale
    ]


@under_lock
def send_back(*, by: User, round_: Process, step: Step, subject_id: int, comment: str) -> Decision:
    """Return a step with a comment: it has to be completed and approved anew."""
    actor = actor_of(by, round_)
    demand(policies.can_return(actor, step))
    if not comment.strip():
        raise ReasonNeeded
    if not _passed(round_, step, subject_id) - {Gate.OPEN}:
        raise Refused(
            f"Det finns inget att återlämna: {step.title.lower()} är inte klarmarkerat.",
            Finding("decision", "inte klarmarkerat"),
        )
    return Decision.objects.create(
        process=round_,
        gate=step.done_gate or "",
        side=next((side_of(r) for r in actor.roles if r in step.approved_by), Side.POLICE),
        outcome=Decision.Outcome.RETURNED,
        comment=comment,
        by=by,
        **about(step, step.record, subject_id),
    )


@under_lock
def reopen(*, by: User, round_: Process, step: Step, subject_id: int, comment: str) -> Decision:
    """Open a finished step again, saying why."""
    demand(policies.can_edit(actor_of(by, round_), step))
    if not comment.strip():
        raise ReasonNeeded
    if not _passed(round_, step, subject_id):
        raise Refused(
            f"{step.title} är redan öppet för ändringar, så det går att skriva.", Finding("", "öppet")
        )
    return Decision.objects.create(
        process=round_,
        gate=step.done_gate or "",
        side=Side.POLICE,
        outcome=Decision.Outcome.REOPENED,
        comment=comment,
        by=by,
        **about(step, step.record, subject_id),
    )
