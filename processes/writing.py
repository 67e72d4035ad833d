"""How rows are written: under the round's lock, with the human's name, never over another's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils import timezone
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from .models import Organisation, Process, Record, User
from .policies import Decision
from .queries import memberships

Done = TypeVar("Done")


class Refused(PermissionDenied):
    """A policy said no; the message is its reason, and what a 403 says if no view says it better."""


class Conflict(Exception):
    """Someone saved in between; `theirs` is the row as it stands now."""

    def __init__(self, theirs: Record):
        self.theirs = theirs
        super().__init__("Någon annan hann spara före dig.")


class ReasonNeeded(Exception):
    """What was decided or promised is changed only with a reason (X-4, GEN-2)."""


def under_lock(action: Callable[..., Done]) -> Callable[..., Done]:
    """Run the action in a transaction that holds the round's lock from its first statement.

    Writers to one round thus come one by one, on PostgreSQL by the row lock, on SQLite since
    transactions begin IMMEDIATE.
    """

    @wraps(action)
    def locked(*, round_: Process, **kwargs: Any) -> Done:
        with transaction.atomic():
            fresh = Process.objects.select_for_update().get(pk=round_.pk)
            return action(round_=fresh, **kwargs)

    return locked


def demand(answer: Decision) -> None:
    """Go on when the policy says yes; else refuse with its reason."""
    if not answer:
        raise Refused(answer.reason)


def owner_of(by: User, round_: Process | None = None) -> Organisation | None:
    """The organisation for which the person acts in the round."""
    parties = set(round_.parties.values_list("organisation_id", flat=True)) if round_ else set()
    held = [m.organisation for m in memberships(by)]
    return next((o for o in held if o.pk in parties), held[0] if held else None)


def write(obj: Any, *, by: User | None, round_: Process | None, reason: str = "") -> Any:
    """Save a tracked row so that its history names the human, the round and the reason.

    By nobody when it comes from outside without login: such a row has its owner set already.
    """
    if isinstance(obj, Record):
        obj.version += 1
        obj._history_user = by
        obj._round_id = round_.pk if round_ else None
        obj._change_reason = reason or None
        if obj.owner_id is None and by is not None:
            obj.owner = owner_of(by, round_)
    obj.save()
    return obj


def write_many(rows: list[Any], *, by: User, round_: Process, reason: str) -> list[Any]:
    """Save new tracked rows of one model together; each has its own line of history, as by `write`."""
    owner = owner_of(by, round_)
    for row in rows:
        row.version, row.owner = 1, owner
    made = bulk_create_with_history(
        rows,
        type(rows[0]),
        batch_size=500,
        default_user=by,
        default_change_reason=reason,
        custom_historical_attrs={"round_id": round_.pk},
    )
    return list(made)


def rewrite_many(
    rows: list[Any], values: Mapping[str, Any], *, by: User, round_: Process, reason: str
) -> None:
    """Give tracked rows of one model the same values; each has its own line of history, as by `write`."""
    for row in rows:
        row.version, row.changed_at = row.version + 1, timezone.now()
        for name, value in values.items():
            setattr(row, name, value)
    if rows:
        bulk_update_with_history(
            rows,
            type(rows[0]),
            [*values, "version", "changed_at"],
            batch_size=500,
            default_user=by,
            default_change_reason=reason,
            custom_historical_attrs={"round_id": round_.pk},
        )


def erase(obj: Record, *, by: User, round_: Process, reason: str = "") -> None:
    """Delete a tracked row; its history keeps what it said and who took it away."""
    obj._history_user = by
    obj._round_id = round_.pk
    obj._change_reason = reason or None
    try:
        obj.delete()
    except ProtectedError as error:
        users = sorted({str(row._meta.verbose_name) for row in error.protected_objects})
        raise Refused(
            f"Något annat bygger på detta: {', '.join(users)}. Ta bort eller ändra det först."
        ) from error


def erase_many(rows: list[Any], *, by: User, round_: Process, reason: str) -> None:
    """Delete tracked rows of one model together, each with a line of history, as by `erase`."""
    collector = Collector(using=DEFAULT_DB_ALIAS)
    for row in rows:
        row._history_user, row._round_id, row._change_reason = by, round_.pk, reason
    try:
        collector.collect(rows)
        collector.delete()
    except ProtectedError as error:
        raise Refused("Något annan bygger på detta. Ta bort eller ändra det först.") from error


def current(obj: Record, version: int) -> Record:
    """The row as it stands, if nobody has saved it since `version` was read. Conflict else."""
    fresh = type(obj).objects.select_for_update().filter(pk=obj.pk).first()
    if fresh is None:
        raise Refused("Någon annan har tagit bort det du ändrar. Det du skrev finns kvar som utkast.")
    if fresh.version != version:
        raise Conflict(fresh)
    return fresh
