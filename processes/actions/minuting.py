"""A meeting begins, and what was changed at it is taken into its minutes."""

from __future__ import annotations

from django.apps import apps
from django.utils import timezone

from processes import guard, minutes, policies
from processes.method import Finding, Step
from processes.models import Process, Record, User
from processes.models.record import LONGEST_TEXT
from processes.writing import ReasonNeeded, Refused, demand, under_lock, write

from .entry import actor_of, facts_of


@under_lock
def begin_meeting(*, by: User, round_: Process, step: Step, subject_id: int) -> Record:
    """Say that people meet today: what is changed from now on is for the minutes."""
    record = _held(by, round_, step, subject_id)
    assert step.meeting is not None
    setattr(record, step.meeting.day, timezone.localdate())
    return write(record, by=by, round_=round_)


@under_lock
def take_minutes(*, by: User, round_: Process, step: Step, subject_id: int) -> Record:
    """Write what has been changed since last at the end of the minutes, where it can be edited."""
    record = _held(by, round_, step, subject_id)
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    lines = minutes.suggested(facts, step, subject) if subject is not None else []
    assert step.meeting is not None
    own = step.meeting.minutes
    text = "\n".join(filter(None, [getattr(record, own).rstrip(), *lines]))
    if len(text) > LONGEST_TEXT:
        raise Refused(
            "Anteckningarna blir för långa. Korta det som redan står där först.",
            Finding(f"{step.meeting.held}.{own}", f"{len(text)} tecken, högst {LONGEST_TEXT}"),
        )
    if not lines:
        return record
    setattr(record, own, text)
    return write(record, by=by, round_=round_, reason=minutes.FROM_CHANGES)


def _held(by: User, round_: Process, step: Step, subject_id: int) -> Record:
    """The record that tells of the meeting, for whoever may write in it while it is open for changes."""
    if step.meeting is None:
        raise Refused(f"{step.title} har inget möte.", Finding("", "inget möte"))
    demand(policies.can_edit(actor_of(by, round_), step, step.section(step.meeting.held)))
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused(
            "Det som mötet gäller finns inte längre. Gå tillbaka till steget och välj ett annat.",
            Finding("", "borttaget"),
        )
    if guard.asks_reason(facts, step, subject):
        raise ReasonNeeded
    return apps.get_model(step.record).objects.get(pk=subject_id)
