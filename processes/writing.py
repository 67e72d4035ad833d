"""How rows are written: under the round's lock, with the human's name, never over another's text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import F, ProtectedError
from django.db.models.deletion import Collector
from django.utils import timezone
from django.utils.module_loading import import_string
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from .method import HOUSE_RULE, ROLES_DECIDE, Finding, Row, Rows, get_method
from .models import Organisation, Process, Record, User
from .policies import Decision
from .queries import memberships

Done = TypeVar("Done")
BATCH = 500  # rows written by one statement
NOWHERE = Finding("")
"""No field of its own: the page where the act was tried."""


class Refused(PermissionDenied):
    """No: a rule stands in the way. The rule is told in plain words, and is what a 403 says if no view says more.

    `finding` tells what stands there now, and where and by whom it is mended: as a criterion tells it. It is in
    the step in which the act was tried, unless it names another. `basis` is what the rule rests on.
    """

    def __init__(self, rule: str, finding: Finding = NOWHERE, basis: str = HOUSE_RULE):
        super().__init__(rule)
        self.rule, self.finding, self.basis = rule, finding, basis


class Conflict(Exception):
    """Someone saved in between; `theirs` is the row as it stands now."""

    def __init__(self, theirs: Record):
        self.theirs = theirs
        super().__init__("Någon annan hann spara före dig.")


class ReasonNeeded(Exception):
    """What was decided or promised is changed only with a reason (X-4, GEN-2)."""


class AtStake(Exception):
    """The change would cost what others have signed. Whoever makes it is asked first (X-6).

    `costs` says what, one sentence or two for each document.
    """

    def __init__(self, costs: list[str]):
        self.costs = costs
        super().__init__(" ".join(costs))


ASK_FIRST: ContextVar[bool] = ContextVar("ask_first", default=False)
"""Whether an act that costs what others have signed is stopped, so that the person can be asked: pages do."""
_WITHIN: ContextVar[bool] = ContextVar("within", default=False)


def under_lock(action: Callable[..., Done]) -> Callable[..., Done]:
    """Run the action in a transaction that holds the round's lock from its first statement.

    Writers to one round thus come one by one, on PostgreSQL by the row lock, on SQLite since
    transactions begin IMMEDIATE. What the method wants seen to after every act is seen to last.
    """

    @wraps(action)
    def locked(*, round_: Process, **kwargs: Any) -> Done:
        with transaction.atomic():
            fresh = Process.objects.select_for_update().get(pk=round_.pk)
            if _WITHIN.get():  # an act that is part of another
                return action(round_=fresh, **kwargs)
            token = _WITHIN.set(True)
            try:
                done = action(round_=fresh, **kwargs)
                for path in get_method().afterwards:
                    import_string(path)(by=kwargs.get("by"), round_=fresh)
            finally:
                _WITHIN.reset(token)
            return done

    return locked


def demand(answer: Decision) -> None:
    """Go on when the policy says yes; else refuse with its reason."""
    if not answer:
        raise Refused(answer.reason, Finding("", fixers=answer.roles), ROLES_DECIDE)


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
        batch_size=BATCH,
        default_user=by,
        default_change_reason=reason,
        custom_historical_attrs={"round_id": round_.pk},
    )
    return list(made)


def rewrite_many(
    rows: list[Any], values: Mapping[str, Any], *, by: User, round_: Process, reason: str
) -> None:
    """Give tracked rows of one model the same values; each has its own line of history, as by `write`."""
    now = timezone.now()
    for row in rows:
        row.version, row.changed_at = row.version + 1, now
        for name, value in values.items():
            setattr(row, name, value)
    for begin in range(0, len(rows), BATCH):
        # All get the same, so one statement says it: a value for each row and field takes far longer.
        found = type(rows[0])._base_manager.filter(pk__in=[row.pk for row in rows[begin : begin + BATCH]])
        found.update(**values, version=F("version") + 1, changed_at=now)
    if rows:
        bulk_update_with_history(
            rows,
            type(rows[0]),
            [],  # they are written; what follows is their history
            batch_size=BATCH,
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
            f"Något annat bygger på detta: {', '.join(users)}. Ta bort eller ändra det först.",
            _users(error, round_),
        ) from error


def _users(error: ProtectedError, round_: Process) -> Finding:
    """The first of those that build on it and stand in the round."""
    return next(filter(None, (_place(row, round_) for row in error.protected_objects)), NOWHERE)


def _place(obj: Any, round_: Process) -> Finding | None:
    """Where a row of the round is changed; none of a row that stands elsewhere."""
    method, label = get_method(), obj._meta.label
    path = method.paths.get(label, "")
    if not path or not type(obj)._base_manager.filter(pk=obj.pk, **{path: round_}).exists():
        return None
    for step in method.steps:
        for section in step.sections:
            if isinstance(section, Rows) and section.model == label:
                own = None if section.owner else Row(step.record, getattr(obj, f"{section.parent}_id"), {})
                row = Row(label, obj.pk, {})
                return Finding(section.key, str(obj), row=row, step=step.key, subject=own)
    return None


def erase_many(rows: list[Any], *, by: User, round_: Process, reason: str) -> None:
    """Delete tracked rows of one model together, each with a line of history, as by `erase`."""
    collector = Collector(using=DEFAULT_DB_ALIAS)
    for row in rows:
        row._history_user, row._round_id, row._change_reason = by, round_.pk, reason
    try:
        collector.collect(rows)
        collector.delete()
    except ProtectedError as error:
        raise Refused(
            "Något annat bygger på detta. Ta bort eller ändra det först.", _users(error, round_)
        ) from error


def current(obj: Record, version: int) -> Record:
    """The row as it stands, if nobody has saved it since `version` was read. Conflict else."""
    fresh = type(obj).objects.select_for_update().filter(pk=obj.pk).first()
    if fresh is None:
        raise Refused(
            "Någon annan har tagit bort det du ändrar. Det du skrev finns kvar som utkast.",
            Finding("", "borttaget"),
        )
    if fresh.version != version:
        raise Conflict(fresh)
    return fresh
