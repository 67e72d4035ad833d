"""Rows that come in from a file together, and go out together if it was the wrong one (X-8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.apps import apps
from django.utils import timezone

from processes import policies
from processes.method import Finding, Row, Rows, Step
from processes.models import Imported, Process, User
from processes.writing import Refused, demand, erase_many, under_lock, write_many

from .entry import actor_of
from .rows import need_reason

WORKED_WITH = "Någon har redan arbetat vidare med det som kom in. Ändra i raderna i stället."


@under_lock
def bring_in(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Rows,
    subject_id: int,
    parent: Any,
    rows: Iterable[Mapping[str, Any]],
    file_name: str,
    sha256: str,
    reason: str = "",
) -> Imported:
    """Add the rows, each with a line of history that names the file, and note that they belong together."""
    demand(policies.can_edit(actor_of(by, round_), step, section))
    need_reason(round_, step, section, subject_id, reason)
    model = apps.get_model(section.model)
    fixed = {section.parent: parent} if parent else {}
    made = write_many(
        [model(**{**fixed, **values}) for values in rows],
        by=by,
        round_=round_,
        reason=" ".join(filter(None, (f"Hämtad från ”{file_name}”.", reason))),
    )
    return Imported.objects.create(
        process=round_,
        step=step.key,
        section=section.key,
        subject_id=subject_id,
        by=by,
        file_name=file_name,
        sha256=sha256,
        number=len(made),
        rows=[row.pk for row in made],
    )


@under_lock
def undo(*, by: User, round_: Process, step: Step, section: Rows, imported: Imported) -> int:
    """Take out all the rows that came in together; history keeps them. Refused once somebody has worked
    with any of them."""
    demand(policies.can_edit(actor_of(by, round_), step, section))
    fresh = Imported.objects.select_for_update().get(pk=imported.pk)
    if fresh.undone_at is not None:
        return 0
    model = apps.get_model(section.model)
    rows = list(model._default_manager.select_for_update().filter(pk__in=fresh.rows))
    changed = [row for row in rows if row.version != 1]
    if len(rows) != fresh.number or changed:
        worked = len(changed) + fresh.number - len(rows)
        first = Row(section.model, changed[0].pk, {}) if changed else None
        raise Refused(
            WORKED_WITH,
            Finding(section.key, f"{worked} av {fresh.number} ändrade eller borttagna", row=first),
        )
    erase_many(rows, by=by, round_=round_, reason=f"Ångrade det som hämtades från ”{fresh.file_name}”.")
    fresh.undone_by, fresh.undone_at = by, timezone.now()
    fresh.save(update_fields=["undone_by", "undone_at"])
    return fresh.number
