"""What the register asks of those who keep it, for "Mitt arbete": what is sealed is to be registered without delay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from processes import queries
from processes.method import Role
from processes.models import Membership, User

from .policies import RELEASERS
from .queries import Waiting, unregistered


def asked_of(user: User) -> Iterator[dict[str, Any]]:
    """One thing to do for each authority whose register the person keeps; straight to it when there is but one."""
    if not (kept := _kept_by(user)):
        return
    waiting: dict[str, list[Waiting]] = {}
    for one in unregistered(user):
        if one.organisation.pk in kept:
            waiting.setdefault(str(one.organisation), []).append(one)
    for name, some in waiting.items():
        first = some[0]
        alone = len(some) == 1
        yield {
            "text": f"Registrera ”{first.title}” i diariet"
            if alone
            else f"Registrera {len(some)} handlingar i diariet",
            "url": address(first) if alone else reverse("agreements:register_list"),
            "round": name,
        }


def _kept_by(user: User) -> set[int]:
    """The authorities that the person is registrar of; or leads the work for, where nobody is."""
    own = queries.memberships(user)
    kept = {m.organisation_id for m in own if m.role == Role.REGISTRAR}
    led = {m.organisation_id for m in own if m.role in RELEASERS} - kept
    if not led:
        return kept
    others = Membership.objects.on(timezone.localdate()).filter(role=Role.REGISTRAR, organisation__in=led)
    return kept | (led - set(others.values_list("organisation", flat=True)))


def address(one: Waiting) -> str:
    """Where it is registered."""
    args = [one.version.process_id, one.version.pk]
    if one.decision is None:
        return reverse("agreements:register", args=args)
    return reverse("agreements:register_decision", args=[*args, one.decision])
