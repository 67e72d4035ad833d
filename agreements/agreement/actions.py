"""An agreement in force is used in another round, instead of being written anew (OVE-3)."""

from __future__ import annotations

from django.db.models import QuerySet

from agreements.models import CollaborationAgreement
from processes import policies, queries
from processes.method import Finding, get_method
from processes.models import Process, User
from processes.writing import Refused, demand, under_lock, write

STEP = "collaboration_agreement"


def usable(user: User, round_: Process) -> QuerySet[CollaborationAgreement]:
    """Signed agreements that neither have run out nor been ended by notice, from the person's other rounds."""
    mine = queries.rounds_of(user).exclude(pk=round_.pk)
    return (
        CollaborationAgreement.objects.in_force()
        .filter(processes__in=mine.values("pk"))
        .exclude(processes=round_)
        .distinct()
        .order_by("-pk")
    )


@under_lock
def use(*, by: User, round_: Process, agreement_id: int) -> CollaborationAgreement:
    """Let the round rest on an agreement that is in force. Its text and its signatures are what they were."""
    demand(policies.can_edit(queries.actor_in(by, round_), get_method()[STEP]))
    agreement = usable(by, round_).filter(pk=agreement_id).first()
    if agreement is None:
        raise Refused(
            "Överenskommelsen gäller inte, eller används redan i rundan.", Finding("", "går inte att använda")
        )
    write(agreement, by=by, round_=round_, reason=f"Används även i rundan {round_.title}")
    agreement.processes.add(round_)
    return agreement
