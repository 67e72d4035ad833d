"""Where a subject of a step stands: what has been decided about it, and whether that still holds. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from . import freshness
from .method import Facts, Gate, Row, Side, Step, side_of


class Status(StrEnum):
    """Where a subject of a step stands."""

    TODO = "todo"
    ACTIVE = "active"
    WAITING = "waiting"
    RETURNED = "returned"
    STALE = "stale"
    DONE = "done"


STATUS_TITLES = {
    Status.TODO: "Ej påbörjad",
    Status.ACTIVE: "Pågår",
    Status.WAITING: "Väntar på godkännande",
    Status.RETURNED: "Återlämnad",
    Status.STALE: "Behöver bekräftas",
    Status.DONE: "Klar",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What has been decided about a subject, and whether it still holds."""

    passed: dict[tuple[Gate, Side], Row]
    basis: dict[tuple[Gate, Side], dict[str, Any]]
    returned: Row | None
    stale: frozenset[tuple[Gate, Side]]
    news: tuple[freshness.Change, ...]

    def holds(self, gate: Gate, side: Side) -> bool:
        """Whether that side's word on the gate still rests on what stands there now."""
        return (gate, side) in self.passed and (gate, side) not in self.stale


def sides(step: Step, gate: Gate, facts: Facts) -> tuple[Side, ...]:
    """Whose words the gate needs: the municipality's too when it is a party to a joint step."""
    if gate is not Gate.APPROVE:
        return (Side.POLICE,)
    found = {side_of(role) for role in step.approved_by}
    if not facts.has_municipality:
        found.discard(Side.MUNICIPALITY)
    return tuple(side for side in Side if side in found)


def standing(facts: Facts, step: Step, subject: Row) -> Standing:
    """Read the decisions on a subject in order: the latest word of each side counts."""
    passed: dict[tuple[Gate, Side], Row] = {}
    basis: dict[tuple[Gate, Side], dict[str, Any]] = {}
    returned: Row | None = None
    for row in facts.rows(
        "processes.Decision", step=step.key, subject_model=step.record, subject_id=subject.id
    ):
        if row.outcome == "acknowledged":
            basis[Gate(row.gate), Side(row.side)] = row.inputs
        elif row.outcome == "done":
            passed[Gate(row.gate), Side(row.side)] = row
            basis[Gate(row.gate), Side(row.side)] = row.inputs
            returned = None
        else:
            kept = {Gate.OPEN} if row.outcome == "returned" else set()
            passed = {key: value for key, value in passed.items() if key[0] in kept}
            returned = row if row.outcome == "returned" else None
    stale = set()
    news: list[freshness.Change] = []
    for key in passed:
        if key[0] is Gate.OPEN:
            continue  # an invitation that has gone out rests on nothing that could grow stale
        found = list(freshness.changes(facts, step, subject, basis[key]))
        if freshness.is_stale(found):
            stale.add(key)
        if key[0] == step.done_gate:
            news += [c for c in found if c.kind in ("added", "news") and c not in news]
    return Standing(passed, basis, returned, frozenset(stale), tuple(news))


def asks_reason(facts: Facts, step: Step, subject: Row) -> bool:
    """Whether a change must say why: when it is done, and ever after a promise was signed on it.

    (X-4, GEN-2: what was promised is not changed in silence, also when the step is opened again.)
    """
    done = facts.rows(
        "processes.Decision",
        step=step.key,
        subject_model=step.record,
        subject_id=subject.id,
        gate=step.done_gate,
        outcome="done",
    )
    if not done:
        return False
    promised = {v.id for v in facts.rows("agreements.DocumentVersion") if v.promise_id}
    signed = [a for a in facts.rows("agreements.SigningAct", kind="signed") if a.version_id in promised]
    return bool(signed) or any(gate == step.done_gate for gate, _ in standing(facts, step, subject).passed)


def subjects(facts: Facts, step: Step) -> list[Row]:
    """All subjects of the step in the round."""
    return facts.rows(step.record)


def status(facts: Facts, step: Step, subject: Row, touched: bool = True) -> Status:
    """Where the subject stands, for rail and lists."""
    if step.status_of is not None:
        return Status(step.status_of(facts, subject))
    found = standing(facts, step, subject)
    if step.done_gate is None:
        return Status.ACTIVE if touched else Status.TODO
    wanted = [(step.done_gate, side) for side in sides(step, step.done_gate, facts)]
    if found.returned is not None:
        return Status.RETURNED
    if all(key in found.passed for key in wanted):
        return Status.STALE if any(key in found.stale for key in wanted) else Status.DONE
    if step.done_gate is not Gate.COMPLETE and (Gate.COMPLETE, Side.POLICE) in found.passed:
        return Status.WAITING
    return Status.ACTIVE if touched or found.passed else Status.TODO
