"""What is done with what the staff said: an answer to a group, a word to all, a dialogue with those who go on."""

from __future__ import annotations

from datetime import date
from typing import Any

from processes import actions, policies
from processes.actions.entry import actor_of, facts_of
from processes.criteria import row_title
from processes.method import Facts, Finding, Rows, Step, get_method
from processes.models import Feedback, Process, User
from processes.writing import Refused, current, demand, under_lock, write

from ..steps.staff import RESULTS as SECTION
from .fates import fate, summary, untold

CHANNEL = "Arbetsplatsträff (APT)"


def section_of(step: Step) -> Rows:
    """Where the step keeps what a group came to."""
    found = step.section(SECTION)
    assert isinstance(found, Rows)
    return found


@under_lock
def answer(*, by: User, round_: Process, step: Step, result: Any, version: int, reason: str) -> Any:
    """Say why something a group came to goes no further; without words the question is open again.

    No decision rests on the answer, so it can be given after the dialogue is done.
    """
    demand(policies.can_edit(actor_of(by, round_), step, section_of(step)))
    row: Any = current(result, version)
    facts = facts_of(round_)
    if fate(facts, facts.get(row._meta.label, row.pk)).adopted:
        raise Refused(
            "Det har redan tagits vidare, så det behöver inget skäl.",
            _answered(step, facts, result, "taget vidare"),
        )
    row.declined = reason.strip()
    return write(row, by=by, round_=round_)


@under_lock
def tie(*, by: User, round_: Process, step: Step, subject_id: int, result: Any) -> Any:
    """Say that the staff's description is of the problem that is analysed here."""
    actor = actor_of(by, round_)
    demand(policies.can_see_step(actor, get_method()["staff_dialog_what"]))
    demand(policies.can_edit(actor, step))
    facts = facts_of(round_)
    row = facts.get(result._meta.label, result.pk)
    if row is None or not fate(facts, row).open:
        raise Refused(
            "Det har redan fått ett svar.",
            _answered(get_method()["staff_dialog_what"], facts, result, "har ett svar"),
        )
    obj: Any = current(result, row.version)
    obj.adopted_model, obj.adopted_id = step.record, subject_id
    return write(obj, by=by, round_=round_)


def _answered(step: Step, facts: Facts, result: Any, current: str) -> Finding:
    """Where the result stands with what became of it."""
    section, row = section_of(step), facts.get(result._meta.label, result.pk)
    if row is None:
        return Finding("", "borttaget", step=step.key)
    there = facts.get(step.record, row.dialog_id)
    return Finding(section.key, current, row=row, step=step.key, subject=there, about=row_title(row))


@under_lock
def tell_all(*, by: User, round_: Process, step: Step, on: date) -> list[Feedback]:
    """Note that the result was taken up with every group that waits: one line of feedback for each."""
    demand(policies.can_edit(actor_of(by, round_), step))
    facts = facts_of(round_)
    if on > facts.today:
        raise Refused("Den dagen har inte varit än. Skriv den dag då det togs upp.")
    groups = untold(facts, step.record)
    if any(row.held_on > on for row in groups):
        raise Refused(
            "En av grupperna träffades efter den dagen. Skriv en senare dag.",
            Finding("apt.given_on", str(on)),
        )
    return [
        actions.save_feedback(
            by=by,
            round_=round_,
            step=step,
            subject_id=row.id,
            values={
                "audiences": ["staff"],
                "channel": CHANNEL,
                "text": summary(facts, row),
                "due_on": None,
                "given_on": on,
            },
        )
        for row in groups
    ]


@under_lock
def begin_with_group(*, by: User, round_: Process, step: Step, group: Any) -> Any:
    """Begin a dialogue with a standing group (MED-12)."""
    values = {"group": group.name, "manager": group.manager}
    return actions.create_subject(by=by, round_=round_, step=step, values=values)
