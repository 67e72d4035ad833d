"""Material that the chief has ordered: it arrives, or its recipient is reminded (LOK-6)."""

from __future__ import annotations

from django.utils import timezone

from processes import policies
from processes.method import Finding, Row, Step
from processes.models import MaterialOrder, Process, User
from processes.writing import Refused, demand, under_lock, write

from .entry import actor_of

ORDERS = "bestallningar"


@under_lock
def deliver(*, by: User, round_: Process, step: Step, order_id: int, where: str = "") -> MaterialOrder:
    """Say that it has come today, and where it is to be found. The one who was asked says so, or who leads."""
    actor = actor_of(by, round_)
    order = _order(round_, order_id)
    demand(policies.can_deliver(actor, step, order.person_id))
    if order.delivered_on:
        raise Refused("Underlaget är redan levererat.", _came(order))
    order.delivered_on = timezone.localdate()
    order.delivered_where = where or order.delivered_where
    return write(order, by=by, round_=round_, reason="levererat")


@under_lock
def remind(*, by: User, round_: Process, step: Step, order_id: int) -> MaterialOrder:
    """Remind whoever was asked: the mark stands on their own page of work."""
    demand(policies.can_edit(actor_of(by, round_), step, step.section(ORDERS)))
    order = _order(round_, order_id)
    if order.delivered_on:
        raise Refused("Underlaget har kommit, så det finns inget att påminna om.", _came(order))
    order.reminded_on = timezone.localdate()
    return write(order, by=by, round_=round_, reason="påmind")


def _came(order: MaterialOrder) -> Finding:
    row = Row(order._meta.label, order.pk, {})
    return Finding(f"{ORDERS}.delivered_where", f"levererat {order.delivered_on}", row=row, about=order.what)


def _order(round_: Process, order_id: int) -> MaterialOrder:
    found = MaterialOrder.objects.select_for_update().filter(pk=order_id, situation__rounds=round_).first()
    if found is None:
        raise Refused(
            "Beställningen finns inte längre. Gör en ny om underlaget behövs.", Finding(ORDERS, "borttagen")
        )
    return found
