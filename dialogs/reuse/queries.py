"""Which dialogues a round could take along."""

from __future__ import annotations

from django.db.models import Min, QuerySet

from processes import policies, queries
from processes.models import Process, User

from ..models import CitizenDialog
from ..steps.citizen_dialog import STEP

MOST_ROUNDS = 40


def led_by(user: User, round_: Process) -> list[int]:
    """The other rounds of the area in which the person leads the dialogues: what was said there is theirs to
    put before the parties of this one (LAG-2)."""
    others = queries.rounds_of(user).filter(area=round_.area_id).exclude(pk=round_.pk)
    found = others.select_related("area").prefetch_related("parties").order_by("-pk")[:MOST_ROUNDS]
    return [
        one.pk
        for one in found
        if policies.can_edit(
            queries.actor_in(user, one, [party.organisation_id for party in one.parties.all()]), STEP
        )
    ]


def to_take(user: User, round_: Process) -> QuerySet[CitizenDialog]:
    """The dialogues that were held in those rounds and are not in this one, the latest first."""
    found = CitizenDialog.objects.filter(processes__in=led_by(user, round_), held_on__isnull=False)
    here = CitizenDialog.objects.filter(processes=round_)
    return (
        found.exclude(pk__in=here.values("pk")).annotate(oldest=Min("processes")).order_by("-held_on", "-pk")
    )
