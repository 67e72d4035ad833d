"""What came along from the round before is said to hold still (X-11)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from processes import inherited, policies
from processes.method import Finding, Rows, Section, Step, get_method
from processes.models import Inherited, Process, Record, User
from processes.writing import Refused, demand, under_lock, write

from .entry import about, actor_of, facts_of


def note_inherited(
    *, by: User, round_: Process, step: Step, section: Section | Rows, obj: Record
) -> Inherited:
    """Remember that the row, or the section of the record, came from the round before. Called where it is written."""
    return Inherited.objects.create(
        process=round_,
        by=by,
        section=section.key,
        row_version=obj.version,
        **about(step, obj._meta.label, obj.pk),
    )


@under_lock
def confirm_inherited(*, by: User, round_: Process, ids: Iterable[int]) -> int:
    """Say that rows from the round before still hold; how many. What is confirmed already stays as it is."""
    actor, method = actor_of(by, round_), get_method()
    wanted = set(ids)
    rows = [row for row in inherited.waiting(facts_of(round_)) if row.id in wanted]
    if not wanted:
        first = next((row.step for row in inherited.waiting(facts_of(round_))), "collaboration")
        raise Refused("Välj minst en sak som stämmer.", Finding("", "inget ikryssat", step=first))
    for row in rows:
        step = method[row.step]
        demand(policies.can_edit(actor, step, step.section(row.section)))
    for obj in Inherited.objects.filter(pk__in=[row.id for row in rows], confirmed_at=None):
        obj.confirmed_by, obj.confirmed_at = by, timezone.now()
        write(obj, by=by, round_=round_)
    return len(rows)
