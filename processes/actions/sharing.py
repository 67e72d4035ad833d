"""Handing over a frozen copy to another party: an act with sender, recipient and time (LAG-2)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from processes import policies
from processes.method import Finding, Step
from processes.models import Handover, Organisation, Process, User
from processes.writing import Refused, demand, owner_of, under_lock

from .entry import about, actor_of, demand_ground


@under_lock
def share(
    *,
    by: User,
    round_: Process,
    step: Step,
    subject_id: int,
    recipients: Iterable[Organisation],
    content: dict[str, Any],
    sha256: str,
    note: str = "",
) -> list[Handover]:
    """Hand the content over to each recipient. Refused unless all are other parties of the round."""
    actor = actor_of(by, round_)
    demand(policies.can_share(actor, step))
    demand_ground(actor, step, subject_id, round_)
    sender = owner_of(by, round_)
    parties = set(round_.parties.values_list("organisation_id", flat=True))
    wanted = list(dict.fromkeys(recipients))
    if not wanted or any(o.pk not in parties or o == sender for o in wanted):
        raise Refused(
            "Bara andra parter i rundan kan ta emot det ni delar. Lägg till organisationen som part under Initiera "
            "samverkan först.",
            Finding("parter", ", ".join(str(o) for o in wanted) or "ingen vald", step="collaboration"),
        )
    return [
        Handover.objects.create(
            process=round_,
            by=by,
            title=content["title"][:200],
            sender=sender,
            recipient=recipient,
            note=note,
            content=content,
            sha256=sha256,
            **about(step, step.record, subject_id),
        )
        for recipient in wanted
    ]
