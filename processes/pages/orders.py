"""What the chief has ordered: what has come, what is awaited, and what is late (LOK-6)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from processes import policies
from processes.method import Facts, Method, Row
from processes.models import MaterialOrder

from .links import Ways, at, subject_url
from .values import Values, day

if TYPE_CHECKING:
    from processes.views.here import InStep

STEP, ORDERS = "local_situation", "processes.MaterialOrder"


def orders(here: InStep) -> dict[str, Any]:
    """Every order: the late ones first, then what is awaited, then what has come."""
    assert here.subject is not None
    ways = Ways(here, "bestallningar")
    rows = here.facts.rows(ORDERS, situation_id=here.subject.id)
    values = Values(here.facts, [(MaterialOrder, row) for row in rows])
    found = [_order(here, ways, values, row) for row in rows]
    return {
        "orders": sorted(found, key=lambda order: order["place"]),
        "add_url": ways.add(),
        "why_not": ways.why_not,
    }


def _order(here: InStep, ways: Ways, values: Values, row: Row) -> dict[str, Any]:
    late = is_late(here.facts, row)
    state = (
        ("Levererat", "done")
        if row.delivered_on
        else ("Försenat", "stale")
        if late
        else ("Väntas", "waiting")
    )
    who = ", ".join(filter(None, (values.show(MaterialOrder, "person", row), row.recipient)))
    args = (here.round.pk, here.step, here.subject.id, row.id)  # type: ignore[union-attr]
    open_ = row.delivered_on is None
    return {
        "place": (bool(row.delivered_on), not late, row.due_on is None, row.due_on or here.facts.today),
        "what": row.what or "Underlag utan namn",
        "who": who,
        "due": day(row.due_on),
        "delivered": day(row.delivered_on),
        "where": row.delivered_where,
        "reminded": day(row.reminded_on) if open_ else "",
        "state": state[0],
        "status": state[1],
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
        "deliver_url": at("deliver", *args)
        if open_ and policies.can_deliver(here.actor, here.step, row.person_id)
        else "",
        "remind_url": at("remind", *args) if open_ and ways.can_edit else "",
        "idem": uuid.uuid4().hex,
    }


def is_late(facts: Facts, row: Row) -> bool:
    """Whether it should have come by now and has not."""
    return row.delivered_on is None and row.due_on is not None and row.due_on < facts.today


def asked_of(method: Method, facts: Facts, actor: policies.Actor) -> Iterator[dict[str, Any]]:
    """For a person's own page of work: what is asked of them, and for whoever ordered what is late."""
    step = method[STEP]
    if not policies.can_see_step(actor, step):
        return
    orders_ = policies.can_edit(actor, step, step.section("bestallningar"))
    for row in facts.rows(ORDERS, delivered_on=None):
        mine = row.person_id == actor.user_id
        late = is_late(facts, row)
        if not mine and not (orders_ and late):
            continue
        what = row.what or "underlag utan namn"
        text = f"Leverera underlag: {what}" if mine else f"Underlag som inte har kommit: {what}"
        if mine and row.reminded_on:
            text += f" (påmind {day(row.reminded_on)})"
        url = f"{subject_url(facts.round.id, step, row.situation_id)}#bestallningar"
        yield {
            "order": row.id,
            "text": text,
            "url": url,
            "round": facts.round.title,
            "due": day(row.due_on),
            "overdue": late,
        }
