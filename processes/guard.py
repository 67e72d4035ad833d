"""The guard: pure, facts in, reasons out. Every page, button, panel and action asks it.

`evaluate` answers what stands between a subject and a gate. It never asks the database, and it
has no way to change anything; who may act is the policies' question, not the guard's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from .standing import STATUS_TITLES as STATUS_TITLES
from .standing import Standing as Standing
from .standing import Status as Status
from .standing import asks_reason as asks_reason
from .standing import sides as sides
from .standing import standing as standing
from .standing import status as status
from .standing import subjects as subjects

PROMISE_STEP = "citizen_promise"
PROMISE_GATES = frozenset({Gate.SIGN, Gate.PUBLISH, Gate.CLOSE, Gate.RENEW})
ORDER = "PRO-3"


@dataclass(frozen=True, slots=True)
class Gap:
    """One unmet demand: the rule, its basis, what stands there now, and who mends it where."""

    code: str
    strength: Strength
    gate: Gate | None
    """None of what is refused outside the gates."""
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


def _explained(facts: Facts, step: Step, subject: Row, c: Criterion) -> bool:
    rows = facts.rows("processes.Deviation", step=step.key, subject_model=step.record, subject_id=subject.id)
    return any(
        c.key in row.codes and not (c.per_round and row.process_id != facts.round.id)
        for row in rows
        if not row.withdrawn
    )


def criterion_gaps(
    method: Method, facts: Facts, step: Step, subject: Row, criteria: list[Criterion]
) -> Iterator[Gap]:
    """The unmet ones among some criteria of a step, each finding with who mends it where.

    An S that a deviation explains is met; an M is never waived.
    """
    for c in criteria:
        if not c.when(facts, subject):
            continue
        if c.strength is Strength.SHOULD and _explained(facts, step, subject, c):
            continue
        for finding in c.find(facts, subject):
            there = method[finding.step] if finding.step else step
            where = finding.subject or (subject if there is step else None)
            fixers = finding.fixers or c.fixers or those_who_mend(there, finding)
            yield Gap(
                c.code, c.strength, c.gate, c.text, c.source, there, where, finding, fixers, step, subject
            )


def noticed(method: Method, facts: Facts, step: Step, subject: Row) -> list[tuple[Criterion, Gap]]:
    """What is pointed out long before its gate, with what stands there now."""
    return [
        (c, gap)
        for c in step.criteria
        if c.notice
        for gap in criterion_gaps(method, facts, step, subject, [c])
    ]


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
    the promise rests on. Of a promise made outside the tool nothing is asked in steps it does not go through.
    """
    found = _gaps(method, gate, facts, step, subject)
    return Verdict(gate, tuple(gap for gap in found if gap.step.is_of(facts)))


def _gaps(method: Method, gate: Gate, facts: Facts, step: Step, subject: Row) -> list[Gap]:
    gaps: list[Gap] = []
    if gate not in PROMISE_GATES:
        gaps += _order_gaps(method, facts, step, subject, gate)
        gaps += criterion_gaps(method, facts, step, subject, step.criteria_at(ASKS[gate]))
        return gaps
    facts = promised(method, facts, subject)
    gaps += _order_gaps(method, facts, step, subject, gate)
    for other in method:
        rows = [subject] if other is step else [r for r in subjects(facts, other) if other.counts(r)]
        for row in rows:
            gaps += criterion_gaps(method, facts, other, row, other.criteria_at(ASKS[gate]))
    return gaps


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
