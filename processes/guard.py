"""The guard: pure, facts in, reasons out. Every page, button, panel and action asks it.

`evaluate` answers what stands between a subject and a gate. It never asks the database, and it
has no way to change anything; who may act is the policies' question, not the guard's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from . import freshness
from .method import (
    ASKS,
    GATE_TITLES,
    ROLE_TITLES,
    Criterion,
    Facts,
    Finding,
    Gate,
    How,
    Kind,
    Method,
    Need,
    Role,
    Row,
    Side,
    Step,
    Strength,
    side_of,
)

PROMISE_STEP = "citizen_promise"
PROMISE_GATES = frozenset({Gate.SIGN, Gate.PUBLISH, Gate.CLOSE, Gate.RENEW})
ORDER = "PRO-3"


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
class Gap:
    """One unmet demand: the rule, its basis, what stands there now, and who mends it where."""

    code: str
    strength: Strength
    gate: Gate
    message: str
    basis: str
    step: Step
    subject: Row | None
    finding: Finding
    fixers: tuple[Role, ...]
    asked: Step
    """The step that asks, and of which subject; `step` is where it is mended."""
    asked_of: Row | None = None

    @property
    def criterion_key(self) -> str:
        """The criterion's key ("DIA-3:open"), by which deviations name it."""
        return f"{self.code}:{self.gate}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard found. The gate is open only when there is no gap."""

    gate: Gate
    gaps: tuple[Gap, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.gaps


class NotReady(Exception):
    """An action was refused since the guard found gaps; carries the verdict."""

    def __init__(self, verdict: Verdict):
        self.verdict = verdict
        codes = ", ".join(sorted({gap.code for gap in verdict.gaps}))
        super().__init__(f"Det går inte att {GATE_TITLES[verdict.gate]} ännu: {codes}")


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
    if gate not in (Gate.APPROVE, Gate.AGREEMENT):
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
    signed = facts.rows("agreements.SigningAct", kind="signed")
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


def _unmet(facts: Facts, step: Step, subject: Row, gate: Gate) -> Iterator[Finding]:
    """Why the gate has not been passed by all whose word it needs.

    A finding about a side waits for that side's word; one about none, for those who edit the step.
    """
    found = standing(facts, step, subject)
    if found.returned is not None:
        yield Finding("decision", f"återlämnat: {found.returned.comment}", step=step.key, subject=subject)
        return
    if Gate.COMPLETE in step.gates and (Gate.COMPLETE, Side.POLICE) not in found.passed:
        yield Finding("decision", "inte klarmarkerat", step=step.key, subject=subject)
        return
    for side in sides(step, gate, facts):
        if found.holds(gate, side):
            continue
        if (gate, side) in found.passed:
            current = "underlaget har ändrats sedan dess och behöver bekräftas"
        else:
            whose = "kommunens" if side is Side.MUNICIPALITY else "lokalpolisområdeschefens"
            current = f"saknar {whose} godkännande"
        about = "" if gate is Gate.COMPLETE else side
        yield Finding("decision", current, step=step.key, subject=subject, about=about)


def reached(facts: Facts, step: Step) -> list[Finding]:
    """Why the step is not done in these facts; empty when it is."""
    if step.done_gate is None or step.optional(facts):
        return []
    rows = [row for row in subjects(facts, step) if step.counts(row)]
    if not rows:
        what = "ingen är genomförd ännu" if step.kind is Kind.RECURRING else "inte påbörjat"
        return [Finding("decision", what, step=step.key)]
    found = [list(_unmet(facts, step, row, step.done_gate)) for row in rows]
    if step.every:
        return [finding for findings in found for finding in findings]
    return min(found, key=len)


def _order_gaps(method: Method, facts: Facts, step: Step, subject: Row, gate: Gate) -> Iterator[Gap]:
    order = list(Gate)
    for need in step.needs:
        if gate in PROMISE_GATES and need.gate is not gate:
            continue  # what was in order when it was signed is not judged anew
        if order.index(need.gate) > order.index(gate):
            continue
        findings = need.find(facts, subject) if need.find else reached(facts, method[need.step])
        for finding in findings:
            yield _order_gap(method, need, gate, finding)


def _order_gap(method: Method, need: Need, gate: Gate, finding: Finding) -> Gap:
    there = method[finding.step or need.step]
    text = need.text or f"{there.title} ska vara klar innan ni kan {GATE_TITLES[gate]}."
    fixers = there.edited_by
    if finding.anchor == "decision" and there.done_gate and finding.about:
        deciders = there.deciders(there.done_gate)
        fixers = tuple(r for r in deciders if side_of(r) == finding.about) or deciders
    return Gap(
        ORDER,
        Strength.INVARIANT,
        gate,
        text,
        "Metodens ordning",
        there,
        finding.subject,
        finding,
        fixers,
        there,
    )


def _explained(facts: Facts, step: Step, subject: Row) -> set[str]:
    rows = facts.rows("processes.Deviation", step=step.key, subject_model=step.record, subject_id=subject.id)
    return {code for row in rows if not row.withdrawn for code in row.codes}


def criterion_gaps(
    method: Method, facts: Facts, step: Step, subject: Row, criteria: list[Criterion]
) -> Iterator[Gap]:
    """The unmet ones among some criteria of a step, each finding with who mends it where.

    An S that a deviation explains is met; an M is never waived.
    """
    explained = _explained(facts, step, subject)
    for c in criteria:
        if not c.when(facts, subject):
            continue
        if c.strength is Strength.SHOULD and c.key in explained:
            continue
        for finding in c.find(facts, subject):
            there = method[finding.step] if finding.step else step
            where = finding.subject or (subject if there is step else None)
            fixers = finding.fixers or c.fixers or those_who_mend(there, finding)
            yield Gap(
                c.code, c.strength, c.gate, c.text, c.source, there, where, finding, fixers, step, subject
            )


def those_who_mend(step: Step, finding: Finding) -> tuple[Role, ...]:
    """The roles that may edit the place a finding points at."""
    section = step.section(finding.anchor.partition(".")[0])
    return getattr(section, "edited_by", ()) or step.edited_by


def promised(method: Method, facts: Facts, promise: Row) -> Facts:
    """The facts that concern the promise's own focus areas."""
    own = [row.focus_area_id for row in facts.rows("agreements.PromiseFocus", promise_id=promise.id)]
    return facts.narrowed(own, method.parents)


def evaluate(method: Method, gate: Gate, facts: Facts, step: Step, subject: Row) -> Verdict:
    """What stands between the subject and the gate.

    At a step's own gate its needs and its own criteria are asked. At a promise's gate the facts
    are narrowed to the promise's focus areas, and every step's criteria are asked of the subjects
    the promise rests on.
    """
    gaps: list[Gap] = []
    if gate not in PROMISE_GATES:
        gaps += _order_gaps(method, facts, step, subject, gate)
        gaps += criterion_gaps(method, facts, step, subject, step.criteria_at(ASKS[gate]))
        return Verdict(gate, tuple(gaps))
    facts = promised(method, facts, subject)
    gaps += _order_gaps(method, facts, step, subject, gate)
    for other in method:
        rows = [subject] if other is step else [r for r in subjects(facts, other) if other.counts(r)]
        for row in rows:
            criteria = other.criteria_at(ASKS[gate])
            if gate is Gate.SIGN and other.done_gate is Gate.AGREEMENT:
                criteria = other.criteria_at({Gate.SIGN})
            gaps += criterion_gaps(method, facts, other, row, criteria)
    return Verdict(gate, tuple(gaps))


def judged_subjects(facts: Facts, step: Step, subject: Row, criterion: Criterion) -> list[Row]:
    """Whom a judgement or tick is about: the step's subject, or each of its rows."""
    if criterion.how not in (How.JUDGED, How.TICKED):
        return []
    return facts.rows(criterion.each) if criterion.each else [subject]


def fixer_titles(gap: Gap) -> str:
    """Who can mend a gap, in words."""
    titles = [ROLE_TITLES[role] for role in gap.fixers]
    if len(titles) < 2:
        return "".join(titles)
    return ", ".join(titles[:-1]) + " eller " + titles[-1]
