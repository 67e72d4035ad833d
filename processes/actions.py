"""The only writers of a round's work. Each asks who and whether, inside its transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils.module_loading import import_string

from . import freshness, guard, policies, queries
from .method import Criterion, Facts, Gate, How, Kind, Rows, Section, Side, Step, get_method, side_of
from .models import (
    Area,
    Attachment,
    Decision,
    Deviation,
    Feedback,
    Judgement,
    LocalSituation,
    Organisation,
    Party,
    Process,
    Record,
    Tick,
    User,
)
from .writing import ReasonNeeded, Refused, current, demand, erase, under_lock, write


def _actor(by: User, round_: Process) -> policies.Actor:
    actor = queries.actor_in(by, round_)
    demand(policies.can_see_round(actor))
    return actor


def _facts(round_: Process) -> Facts:
    return queries.load_facts(get_method(), round_.pk)


def _about(step: Step, subject_model: str, subject_id: int, **more: Any) -> dict[str, Any]:
    return {"step": step.key, "subject_model": subject_model, "subject_id": subject_id, **more}


def _need_reason(round_: Process, step: Step, subject_id: int, reason: str) -> None:
    """After a step's done gate has been passed, a change says why (X-4, GEN-2)."""
    if step.done_gate is None or reason.strip():
        return
    facts = _facts(round_)
    subject = facts.get(step.record, subject_id)
    if subject is None:
        return
    if any(gate == step.done_gate for gate, _ in guard.standing(facts, step, subject).passed):
        raise ReasonNeeded


@transaction.atomic
def start_round(
    *,
    by: User,
    title: str,
    area: Area,
    period_start: date,
    period_end: date,
    organisations: Iterable[Organisation] = (),
    predecessor: Process | None = None,
) -> Process:
    """Start a round: its parties, its once-only records, and the rows that come prefilled.

    The police are always a party. Refused unless the person is community officer of the area.
    """
    held = [m for m in queries.memberships(by) if m.area is None or area.path.startswith(m.area.path)]
    demand(policies.can_start_round([policies.Role(m.role) for m in held]))
    police = next(m.organisation for m in held if m.role == policies.Role.COMMUNITY_OFFICER)
    round_ = Process(
        title=title,
        area=area,
        period_start=period_start,
        period_end=period_end,
        predecessor=predecessor,
    )
    round_.local_situation = _situation_for(by, area, period_start, period_end)
    write(round_, by=by, round_=None)
    for organisation in dict.fromkeys([police, *organisations]):
        coordinator = by if organisation == police else None
        party = Party(process=round_, organisation=organisation, coordinator=coordinator)
        write(party, by=by, round_=round_)
    for step in get_method():
        if step.kind is not Kind.RECURRING and step.path == "process":
            write(apps.get_model(step.record)(process=round_), by=by, round_=round_)
        for section in step.sections:
            for values in getattr(section, "prefilled", ()):
                row = apps.get_model(section.model)(process=round_, **values)
                write(row, by=by, round_=round_)
    return round_


def _situation_for(by: User, area: Area, start: date, end: date) -> LocalSituation:
    """The area's picture for the period: the one its other rounds use, or a new one."""
    found = LocalSituation.objects.filter(area=area, period_start__lte=end, period_end__gte=start)
    return found.last() or write(
        LocalSituation(area=area, title=f"Lägesbild {area}", period_start=start, period_end=end),
        by=by,
        round_=None,
    )


@under_lock
def save(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Section | Rows,
    subject_id: int,
    obj: Record,
    version: int,
    values: Mapping[str, Any],
    reason: str = "",
) -> Record:
    """Change a record or a row. Conflict when someone else saved since `version`."""
    demand(policies.can_edit(_actor(by, round_), step, section))
    fresh = current(obj, version)
    _need_reason(round_, step, subject_id, reason)
    for name in section.fields:
        if name in values:
            setattr(fresh, name, values[name])
    return write(fresh, by=by, round_=round_, reason=reason)


@under_lock
def add(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Rows,
    subject_id: int,
    parent: Any,
    values: Mapping[str, Any],
    reason: str = "",
) -> Record:
    """Add a row to the subject, or to the round when the section's owner is the round."""
    demand(policies.can_edit(_actor(by, round_), step, section))
    row = apps.get_model(section.model)(**{section.parent: parent}) if parent else apps.get_model(
        section.model
    )()
    for name in section.fields:
        if name in values:
            setattr(row, name, values[name])
    return write(row, by=by, round_=round_, reason=reason)


@under_lock
def remove(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Rows,
    subject_id: int,
    obj: Record,
    reason: str = "",
) -> None:
    """Take a row away; history keeps it."""
    demand(policies.can_edit(_actor(by, round_), step, section))
    _need_reason(round_, step, subject_id, reason)
    erase(obj, by=by, round_=round_, reason=reason)


@under_lock
def create_subject(
    *, by: User, round_: Process, step: Step, values: Mapping[str, Any]
) -> Record:
    """Begin another subject of a recurring step: a dialogue, an analysis, a promise."""
    demand(policies.can_edit(_actor(by, round_), step))
    model = apps.get_model(step.record)
    many = step.path if model._meta.get_field(step.path.split("__")[0]).many_to_many else ""
    fixed = {"process": round_} if step.path == "process" else {}
    obj = write(model(**fixed, **values), by=by, round_=round_)
    if many:
        getattr(obj, many).add(round_)
    return obj


def _decide(
    by: User, actor: policies.Actor, round_: Process, facts: Facts, step: Step, subject_id: int,
    gate: Gate, comment: str,
) -> list[Decision]:
    demand(policies.can_decide(actor, step, gate))
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused("Det du vill besluta om finns inte längre.")
    if gate not in step.gates:
        raise Refused(f"{step.title} har inget sådant beslut.")
    verdict = guard.evaluate(get_method(), gate, facts, step, subject)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    wanted = guard.sides(step, gate, facts)
    own = {side_of(role) for role in actor.roles if role in step.deciders(gate)}
    if gate not in (Gate.APPROVE, Gate.AGREEMENT):
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
            **_about(step, step.record, subject_id),
        )
        for side in wanted
        if side in own
    ]
    if not made:
        raise Refused("Ditt godkännande behövs inte här: din organisation är inte part.")
    if gate in step.effects:
        obj = apps.get_model(step.record).objects.get(pk=subject_id)
        import_string(step.effects[gate])(by=by, round_=round_, subject=obj)
    return made


@under_lock
def decide(
    *, by: User, round_: Process, step: Step, subject_id: int, gate: Gate, comment: str = ""
) -> list[Decision]:
    """Pass one of the step's own gates. NotReady carries what the guard found."""
    return _decide(by, _actor(by, round_), round_, _facts(round_), step, subject_id, gate, comment)


@under_lock
def confirm(
    *, by: User, round_: Process, pairs: Iterable[tuple[Step, int]], comment: str
) -> list[Decision]:
    """Say of several stale steps at once that what was decided is still right, and why."""
    if not comment.strip():
        raise ReasonNeeded
    actor = _actor(by, round_)
    made = []
    for step, subject_id in pairs:
        facts = _facts(round_)
        gate = step.done_gate
        if gate is not None:
            made += _decide(by, actor, round_, facts, step, subject_id, gate, comment)
    return made


@under_lock
def acknowledge(
    *, by: User, round_: Process, step: Step, subject_id: int, comment: str
) -> list[Decision]:
    """Take note of new material with a sentence: the decisions stand, and now rest on it too."""
    demand(policies.can_edit(_actor(by, round_), step))
    if not comment.strip():
        raise ReasonNeeded
    facts = _facts(round_)
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused("Det du vill kvittera finns inte längre.")
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
            **_about(step, step.record, subject_id),
        )
        for gate, side in found.passed
        if gate == step.done_gate and (gate, side) not in found.stale
    ]


@under_lock
def send_back(
    *, by: User, round_: Process, step: Step, subject_id: int, comment: str
) -> Decision:
    """Return a step with a comment: it has to be completed and approved anew."""
    actor = _actor(by, round_)
    demand(policies.can_return(actor, step))
    if not comment.strip():
        raise ReasonNeeded
    return Decision.objects.create(
        process=round_,
        gate=step.done_gate or "",
        side=next((side_of(r) for r in actor.roles if r in step.approved_by), Side.POLICE),
        outcome=Decision.Outcome.RETURNED,
        comment=comment,
        by=by,
        **_about(step, step.record, subject_id),
    )


@under_lock
def reopen(*, by: User, round_: Process, step: Step, subject_id: int, comment: str) -> Decision:
    """Open a finished step again, saying why."""
    demand(policies.can_edit(_actor(by, round_), step))
    if not comment.strip():
        raise ReasonNeeded
    return Decision.objects.create(
        process=round_,
        gate=step.done_gate or "",
        side=Side.POLICE,
        outcome=Decision.Outcome.REOPENED,
        comment=comment,
        by=by,
        **_about(step, step.record, subject_id),
    )


def _criterion(step: Step, key: str, how: How) -> Criterion:
    found = next((c for c in step.criteria if c.key == key and c.how is how), None)
    if found is None:
        raise Refused("Den frågan hör inte till det här steget.")
    return found


@under_lock
def judge(
    *,
    by: User,
    round_: Process,
    step: Step,
    subject_id: int,
    answers: Mapping[tuple[str, int], tuple[str, str]],
) -> list[Judgement]:
    """Record all of a meeting's judgements in one sitting.

    `answers` maps (criterion key, id of what is judged) to (yes/partly/no, words). Delvis and nej
    need words: ReasonNeeded else.
    """
    demand(policies.can_edit(_actor(by, round_), step))
    made = []
    for (key, about_id), (answer, words) in answers.items():
        c = _criterion(step, key, How.JUDGED)
        if answer != Judgement.Answer.YES and not words.strip():
            raise ReasonNeeded
        about = _about(step, c.each or step.record, about_id)
        made.append(
            Judgement.objects.create(
                process=round_, by=by, criterion=key, answer=answer, words=words, **about
            )
        )
    return made


@under_lock
def tick(
    *, by: User, round_: Process, step: Step, subject_id: int, key: str, ticked: bool
) -> Tick:
    """Tick or untick a point of the step's checklist."""
    demand(policies.can_edit(_actor(by, round_), step))
    _criterion(step, key, How.TICKED)
    about = _about(step, step.record, subject_id)
    return Tick.objects.create(process=round_, by=by, criterion=key, ticked=ticked, **about)


@under_lock
def deviate(
    *, by: User, round_: Process, step: Step, subject_id: int, codes: Iterable[str], reason: str
) -> Deviation:
    """Explain why one or several "bör" of a step are not met. An M can never be named."""
    demand(policies.can_deviate(_actor(by, round_), step))
    wanted = [c.key for c in step.criteria if c.strength == "S" and c.key in set(codes)]
    if not wanted or set(wanted) != set(codes):
        raise Refused("Bara krav som är ”bör” i det här steget kan motiveras bort.")
    if not reason.strip():
        raise ReasonNeeded
    row = Deviation(
        process=round_, by=by, codes=wanted, reason=reason, **_about(step, step.record, subject_id)
    )
    return write(row, by=by, round_=round_)


@under_lock
def withdraw_deviation(*, by: User, round_: Process, step: Step, deviation: Deviation) -> Deviation:
    """Take a deviation back: its demands are asked again."""
    demand(policies.can_deviate(_actor(by, round_), step))
    deviation.withdrawn = True
    return write(deviation, by=by, round_=round_)


@under_lock
def save_feedback(
    *,
    by: User,
    round_: Process,
    step: Step,
    subject_id: int,
    values: Mapping[str, Any],
    feedback: Feedback | None = None,
    version: int = 0,
) -> Feedback:
    """Record a feedback, planned or given; one may serve several audiences."""
    demand(policies.can_edit(_actor(by, round_), step))
    if feedback is None:
        about = _about(step, step.record, subject_id)
        row = Feedback(process=round_, by=by, **about)
    else:
        row = current(feedback, version)
    for name in ("audiences", "channel", "text", "due_on", "given_on"):
        setattr(row, name, values[name])
    return write(row, by=by, round_=round_)


@under_lock
def attach(
    *, by: User, round_: Process, step: Step, subject_id: int, values: Mapping[str, Any]
) -> Attachment:
    """Attach a file or a link to a subject."""
    demand(policies.can_edit(_actor(by, round_), step))
    row = Attachment(process=round_, by=by, **values, **_about(step, step.record, subject_id))
    return write(row, by=by, round_=round_)
