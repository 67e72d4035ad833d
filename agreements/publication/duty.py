"""Who is told that citizens know less than has been reported: on the own page of work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from processes import policies
from processes.method import Facts, Method, Row

from ..feedback.public import PROMISE
from . import accounting
from .accounting import Draft

SILENT = 30
"""Days that what is public may differ from what is reported before anyone is told."""
LEFT_LYING = 7
"""Days that the leader's word may wait for the communicator before the leader is told too."""


def asked_of(method: Method, facts: Facts, actor: policies.Actor) -> Iterator[dict[str, Any]]:
    """What waits for the person. Asks the database only where something is published, and the person publishes."""
    if not accounting.can_publish(actor) or not facts.rows("agreements.Publication"):
        return
    for promise_id, draft in accounting.drafts(method, facts).items():
        promise = facts.get(PROMISE, promise_id)
        if promise is None or not draft.is_new or not says_something(draft.content):
            continue
        if text := _words(facts, actor, promise, draft):
            url = reverse("agreements:account", args=[facts.round.id, promise_id])
            yield {"text": text, "url": url, "round": facts.round.title}


def says_something(content: dict[str, Any]) -> bool:
    """Whether there is anything to tell besides that time passes."""
    told = any(activity["told"] for activity in content["activities"])
    return bool(told or content["changes"] or content["feedback"] or content["effects"] or content["closed"])


def _words(facts: Facts, actor: policies.Actor, promise: Row, draft: Draft) -> str:
    leads = bool(accounting.can_clear(actor))
    if draft.clearance is not None:
        waited = _days(facts, draft.clearance)
        late = not leads or waited >= LEFT_LYING
        return f"Publicera läget för ”{promise.title}”: {draft.clearance.by_name} har sagt ja" if late else ""
    days = _days(facts, draft.before or _published(facts, promise))
    if days < SILENT:
        return ""
    since = (
        f"Det är {days} dagar sedan medborgarna fick veta hur ”{promise.title}” går, och mer är rapporterat"
    )
    return (
        f"{since}. Säg om läget får publiceras"
        if leads
        else f"{since}. Be den som leder arbetet läsa igenom det"
    )


def _days(facts: Facts, row: Row) -> int:
    days: int = (facts.today - timezone.localdate(row.at)).days
    return days


def _published(facts: Facts, promise: Row) -> Row:
    own = {row.id for row in facts.rows("agreements.DocumentVersion", promise_id=promise.id)}
    return [row for row in facts.rows("agreements.Publication") if row.version_id in own][-1]
