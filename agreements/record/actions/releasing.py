"""Handing out: the package is kept by its hash, and that it was handed out is logged and chained. Never to whom."""

from __future__ import annotations

from django.utils import timezone

from processes import queries
from processes.models import Organisation, Process, User
from processes.writing import Refused, demand, under_lock

from ... import chain
from ...models import Release, ReleasePackage
from .. import events
from ..policies import can_hand_out
from ..release import Package


@under_lock
def hand_out(
    *, by: User, round_: Process, organisation: Organisation, title: str, package: Package
) -> Release:
    """Keep the package and log it. The same package twice is kept once and logged twice: it left the house twice."""
    actor = queries.actor_in(by, round_)
    demand(can_hand_out(actor))
    if organisation.pk not in actor.organisations:
        raise Refused("Bara myndighetens egna kan lämna ut dess handlingar.")
    digest, now = chain.sha256(package.data), timezone.now()
    ReleasePackage.objects.get_or_create(sha256=digest, defaults={"data": package.data, "made_at": now})
    made = Release.objects.create(
        process=round_,
        organisation=organisation,
        title=title[:200],
        sha256=digest,
        contents=package.contents,
        left_out=package.left_out,
        by=by,
        at=now,
    )
    chain.append("released", f"release:{made.pk}", events.released(made))
    return made
