"""What stands in the sections: records and their rows, saved, added, taken away, begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

from processes import guard, policies
from processes.method import KEPT_AS_IT_CAME, Finding, Row, Rows, Section, Step
from processes.models import Process, Record, User
from processes.writing import ReasonNeeded, Refused, current, demand, erase, under_lock, write, write_many

from .entry import actor_of, demand_ground, facts_of


def need_reason(round_: Process, step: Step, section: Section | Rows, subject_id: int, reason: str) -> None:
    """What was decided or promised is changed only with a reason (X-4, GEN-2)."""
    if step.done_gate is None or reason.strip() or getattr(section, "free", False):
        return
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    if subject is not None and guard.asks_reason(facts, step, subject):
        raise ReasonNeeded


def demand_own(actor: policies.Actor, section: Section | Rows, row: Record) -> None:
    """The row speaks for nobody whom the person may not speak for."""
    if name := getattr(section, "own", ""):
        party = getattr(row, name)
        demand(policies.can_write_for(actor, section, party.organisation_id if party else None))


def is_bound(section: Section | Rows, row: Record) -> str:
    """Why the row is not simply changed, if it isn't."""
    path = getattr(section, "bound", "")
    return import_string(path)(row) if path and row.pk is not None else ""


def new_row(section: Rows, parent: Any, values: Mapping[str, Any]) -> Record:
    """A row of the section, not yet saved. The parent is none when the values choose it."""
    row = apps.get_model(section.model)(**({section.parent: parent} if parent else {}))
    for name in section.fields:
        if name in values:
            setattr(row, name, values[name])
    return row


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
    actor = actor_of(by, round_)
    demand(policies.can_edit(actor, step, section))
    demand_ground(actor, step, subject_id, round_)
    fresh = current(obj, version)
    before = copy(fresh)
    demand_own(actor, section, fresh)
    need_reason(round_, step, section, subject_id, reason)
    for name in section.fields:
        if name in values and name not in getattr(section, "kept", ()):
            setattr(fresh, name, values[name])
    demand_own(actor, section, fresh)
    fresh.clean()  # under the lock: what a form found sound may have changed since
    write(fresh, by=by, round_=round_, reason=reason)
    if follow := getattr(section, "follow", ""):
        import_string(follow)(by=by, round_=round_, row=fresh, before=before, reason=reason)
    return fresh


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
    actor = actor_of(by, round_)
    demand(policies.can_edit(actor, step, section))
    demand_ground(actor, step, subject_id, round_)
    if section.settled:
        need_reason(round_, step, section, subject_id, reason)
    row = new_row(section, parent, values)
    demand_own(actor, section, row)
    row.clean()
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
    """Take a row away; history keeps it. Refused while other rows build on it."""
    actor = actor_of(by, round_)
    demand(policies.can_edit(actor, step, section))
    demand_ground(actor, step, subject_id, round_)
    demand_own(actor, section, obj)
    if section.kept:
        raise Refused(
            "Det som har kommit in tas aldrig bort. Skriv i stället vad det blev av det.",
            Finding(section.key, "inkommet", row=Row(section.model, obj.pk, {})),
            KEPT_AS_IT_CAME,
        )
    if why := is_bound(section, obj):
        raise Refused(
            f"{why} Därför tas den inte bort.",
            Finding(section.key, str(obj), row=Row(section.model, obj.pk, {})),
        )
    need_reason(round_, step, section, subject_id, reason)
    erase(obj, by=by, round_=round_, reason=reason)


@under_lock
def add_many(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Rows,
    rows: Iterable[Mapping[str, Any]],
    reason: str,
) -> list[Record]:
    """Add rows by the thousand, each with what it hangs under among its values. History tells of each.

    The section must be one of those that are counted: no decision rests on any of its rows.
    """
    demand(policies.can_edit(actor_of(by, round_), step, section))
    if not section.counted:
        raise ValueError(f"Decisions rest on each row of {section.key}; add them one by one.")
    model = apps.get_model(section.model)
    return write_many([model(**values) for values in rows], by=by, round_=round_, reason=reason)


@under_lock
def create_subject(
    *, by: User, round_: Process, step: Step, values: Mapping[str, Any], reason: str = ""
) -> Record:
    """Begin another subject of a recurring step: a dialogue, an analysis, a promise."""
    demand(policies.can_edit(actor_of(by, round_), step))
    model = apps.get_model(step.record)
    many = step.path if model._meta.get_field(step.path.split("__")[0]).many_to_many else ""
    fixed = {"process": round_} if step.path == "process" else {}
    obj = write(model(**fixed, **values), by=by, round_=round_, reason=reason)
    if many:
        getattr(obj, many).add(round_)
    return obj
