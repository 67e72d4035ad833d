"""What people say about a subject: judgements, ticks, deviations, feedback, attachments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.module_loading import import_string

from processes import policies
from processes.method import Criterion, Finding, How, Step
from processes.models import Attachment, Deviation, Feedback, Judgement, Process, Tick, User
from processes.writing import ReasonNeeded, Refused, current, demand, under_lock, write

from .entry import about, actor_of, facts_of


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
    demand(policies.can_edit(actor_of(by, round_), step))
    made = []
    for (key, about_id), (answer, words) in answers.items():
        c = _criterion(step, key, How.JUDGED)
        if answer != Judgement.Answer.YES and not words.strip():
            raise ReasonNeeded
        made.append(
            Judgement.objects.create(
                process=round_,
                by=by,
                criterion=key,
                answer=answer,
                words=words,
                **about(step, c.each or step.record, about_id),
            )
        )
    return made


@under_lock
def tick(*, by: User, round_: Process, step: Step, subject_id: int, key: str, ticked: bool) -> Tick:
    """Tick or untick a point of the step's checklist."""
    demand(policies.can_edit(actor_of(by, round_), step))
    _criterion(step, key, How.TICKED)
    return Tick.objects.create(
        process=round_, by=by, criterion=key, ticked=ticked, **about(step, step.record, subject_id)
    )


@under_lock
def deviate(
    *, by: User, round_: Process, step: Step, subject_id: int, codes: Iterable[str], reason: str
) -> Deviation:
    """Explain why one or several "bör" of a step are not met. An M can never be named."""
    demand(policies.can_deviate(actor_of(by, round_), step))
    wanted = [c.key for c in step.criteria if c.strength == "S" and c.key in set(codes)]
    if not wanted or set(wanted) != set(codes):
        raise Refused("Bara krav som är ”bör” i det här steget kan motiveras bort.")
    if not reason.strip():
        raise ReasonNeeded
    row = Deviation(
        process=round_, by=by, codes=wanted, reason=reason, **about(step, step.record, subject_id)
    )
    return write(row, by=by, round_=round_)


@under_lock
def withdraw_deviation(*, by: User, round_: Process, step: Step, deviation: Deviation) -> Deviation:
    """Take a deviation back: its demands are asked again."""
    demand(policies.can_deviate(actor_of(by, round_), step))
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
    """Record a feedback, planned or given; one may serve several audiences, and all when it is public."""
    demand(policies.has_evidence(step))
    demand(policies.can_edit(actor_of(by, round_), step))
    if feedback is None:
        row = Feedback(process=round_, by=by, **about(step, step.record, subject_id))
    else:
        row = current(feedback, version)
    for name in ("audiences", "channel", "text", "due_on", "given_on"):
        setattr(row, name, values[name])
    if values.get("public"):
        demand(policies.can_be_public(step))
    row.public = values.get("public", row.public)
    if "about" in values:
        row.about_model, row.about_id = _told_of(round_, step, values["about"])
    return write(row, by=by, round_=round_)


def _told_of(round_: Process, step: Step, key: tuple[str, int] | None) -> tuple[str, int | None]:
    """What of the subject it tells of, among what the step offers."""
    if key is None:
        return "", None
    offered = import_string(step.feedback_of)(facts_of(round_)) if step.feedback_of else ()
    if key not in {(row.model, row.id) for row, _ in offered}:
        raise Refused(
            "Det som texten handlade om finns inte längre. Välj något annat.",
            Finding("feedback.about", "borttaget"),
        )
    return key


@under_lock
def attach(
    *, by: User, round_: Process, step: Step, subject_id: int, values: Mapping[str, Any]
) -> Attachment:
    """Attach a file or a link to a subject."""
    demand(policies.has_evidence(step))
    demand(policies.can_edit(actor_of(by, round_), step))
    row = Attachment(process=round_, by=by, **values, **about(step, step.record, subject_id))
    return write(row, by=by, round_=round_)
