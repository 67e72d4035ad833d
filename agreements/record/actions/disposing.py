"""Carrying out the rules of disposal, and setting them. What was erased is counted and logged, never named."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from dialogs.models import View
from processes.models import Process, Record, User
from processes.queries import roles_in_police
from processes.writing import Refused, current, demand, rewrite_many, write

from ... import chain
from ...models import Disposal, DisposalRule
from .. import disposal, events
from ..policies import can_dispose, can_set_disposal

AT_A_TIME = 500


@transaction.atomic
def set_rule(*, by: User, kind: str, version: int, months: int | None, decision: str) -> DisposalRule:
    """Say after how long a kind is disposed of, and by which decision. Conflict when somebody else just did."""
    demand(can_set_disposal(roles_in_police(by)))
    rule = DisposalRule.objects.filter(kind=kind).first() or DisposalRule(kind=kind)
    if rule.pk:
        rule = current(rule, version)
    rule.months, rule.decision = months, " ".join(decision.split())
    return write(rule, by=by, round_=None)


def shown(today: date) -> str:
    """A mark of what a dry run showed, so that no more than that is erased."""
    found = [[d.rule.kind, d.until.isoformat() if d.until else "", d.number] for d in disposal.due(today)]
    return chain.sha256(chain.canonical(found))


@transaction.atomic
def dispose(*, by: User, seen: str) -> list[Disposal]:
    """Erase what is due by the rules, and log how much by which decision. A second time there is nothing left.

    Refused when more or less is due than the person was shown.
    """
    demand(can_dispose(roles_in_police(by)))
    today = timezone.localdate()
    if seen != shown(today):
        raise Refused(
            "Det som ska gallras har ändrats sedan du öppnade sidan. Läs listan igen och gallra sedan."
        )
    return [_carry_out(by, due, today) for due in disposal.due(today) if due.number]


def _carry_out(by: User, due: disposal.Due, today: date) -> Disposal:
    rule, until = due.rule, due.until
    assert until is not None
    with disposal.reach(rule.kind):
        found = disposal.found(rule.kind, until, today)
        number = _blank(found, by, rule) if rule.kind == disposal.Kind.VIEW else _erase(found)
    made = Disposal.objects.create(
        kind=rule.kind,
        months=rule.months or 0,
        decision=rule.decision,
        until=until,
        number=number,
        by=by,
        at=timezone.now(),
    )
    chain.append("disposed", f"disposal:{made.pk}", events.disposed(made))
    return made


def _erase(found: QuerySet[Any]) -> int:
    """Take the rows away, and what their history says. How many of their own kind: what hangs under them is not
    counted."""
    keys = list(found.values_list("pk", flat=True))
    found.model.objects.filter(pk__in=keys).delete()
    if issubclass(found.model, Record):
        found.model.history.filter(id__in=keys).delete()
    return len(keys)


def _blank(found: QuerySet[View], by: User, rule: DisposalRule) -> int:
    """Take the words out of the views, and out of all that their history says; that they came in remains."""
    views = list(found.order_by("pk"))
    of_round: dict[int, list[View]] = defaultdict(list)
    for view in views:
        first = view.dialog.processes.order_by("pk").first()
        assert first is not None
        of_round[first.pk].append(view)
    for round_id, rows in of_round.items():
        for start in range(0, len(rows), AT_A_TIME):
            some = rows[start : start + AT_A_TIME]
            View.history.filter(id__in=[view.pk for view in some]).delete()
            rewrite_many(
                some,
                {"text": disposal.GONE, "place": disposal.GONE},
                by=by,
                round_=Process.objects.get(pk=round_id),
                reason=f"gallrad enligt {rule.decision}",
            )
    return len(views)
