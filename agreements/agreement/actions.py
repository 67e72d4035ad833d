"""An agreement in force is used in another round, instead of being written anew (OVE-3)."""

from __future__ import annotations

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from agreements.models import CollaborationAgreement, DocumentVersion
from processes import policies, queries
from processes.method import Finding, get_method
from processes.models import Process, User
from processes.writing import Refused, demand, under_lock, write

STEP = "collaboration_agreement"


def usable(user: User, round_: Process) -> QuerySet[CollaborationAgreement]:
    """Signed agreements that neither have run out nor been ended by notice, from the person's other rounds."""
    mine = queries.rounds_of(user).exclude(pk=round_.pk)
    return (
        in_force_now()
        .filter(processes__in=mine.values("pk"))
        .exclude(processes=round_)
        .distinct()
        .order_by("-pk")
    )


def in_force_now() -> QuerySet[CollaborationAgreement]:
    """The agreements whose latest sealed version has not run out, and has not been ended by notice."""
    today = timezone.localdate()
    sealed = DocumentVersion.objects.filter(agreement=OuterRef("pk"), sealed__isnull=False)
    over = DocumentVersion.objects.filter(Q(valid_until__lt=today) | Q(acts__ends_on__lte=today))
    latest = CollaborationAgreement.objects.alias(
        latest=Subquery(sealed.order_by("-number").values("pk")[:1])
    )
    return latest.filter(latest__isnull=False).exclude(latest__in=over.values("pk"))


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
