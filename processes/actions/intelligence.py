"""The one way into the intelligence part: with a purpose, and written in the log before it opens (LAG-4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.models import QuerySet

from processes import policies, queries
from processes.method import Role
from processes.models import AccessLog, IntelligenceReference, LocalSituation, User
from processes.seclusion import taken_role
from processes.writing import ReasonNeeded, demand


@contextmanager
def opened(
    *, by: User, situation: LocalSituation, purpose: str, what: str = "Läsning"
) -> Iterator[QuerySet[IntelligenceReference]]:
    """The references of one picture, for as long as the block lasts.

    Refused unless the person is cleared in the picture's area. The log comes first: when it can't
    be written, nothing is shown.
    """
    held = [
        m for m in queries.memberships(by) if m.area is None or situation.area.path.startswith(m.area.path)
    ]
    roles = frozenset(Role(m.role) for m in held if m.organisation.kind == "police")
    demand(policies.can_see_intelligence(policies.Actor(by.pk, roles, police=True)))
    if not purpose.strip():
        raise ReasonNeeded
    name = f"{what}: {situation}"[:200]
    with taken_role():
        AccessLog.objects.create(user=by, what=name, purpose=purpose.strip()[:500])
        yield IntelligenceReference.objects.filter(situation_id=situation.pk).order_by("pk")
