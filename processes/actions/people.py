"""Who stands in for whom, and who takes over a round (X-19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.apps import apps
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from processes import policies, queries
from processes.method import Role, get_method
from processes.models import Membership, Process, Record, User
from processes.writing import Refused, demand, under_lock, write

from .entry import actor_of


def _people(roles: models.QuerySet[Membership], besides: int) -> models.QuerySet[User]:
    found = User.objects.filter(is_active=True, memberships__in=roles).exclude(pk=besides)
    return found.distinct().order_by("name", "pk")


def colleagues(membership: Membership) -> models.QuerySet[User]:
    """Those who could stand in: people with a role of their own in the same organisation and region."""
    roles = Membership.objects.on(timezone.localdate()).filter(
        organisation=membership.organisation, stands_in_for=None
    )
    if membership.area is not None:
        region = f"/{membership.area.chain[0]}/"
        roles = roles.filter(Q(area=None) | Q(area__path__startswith=region))
    return _people(roles, membership.user_id)


def successors(round_: Process, user: User) -> models.QuerySet[User]:
    """Those who could take over: people with a role in the round, in the person's own organisation."""
    own = {m.organisation_id for m in queries.memberships(user)}
    roles = Membership.objects.on(timezone.localdate()).filter(
        Q(area=None) | Q(area__in=round_.area.chain),
        organisation__in=own,
        organisation__parties__process=round_,
    )
    return _people(roles, user.pk)


@transaction.atomic
def appoint_stand_in(
    *, by: User, membership: Membership, stand_in: User, valid_from: date, valid_until: date
) -> Membership:
    """Lend a role of one's own to a colleague for some days. Refused for a role that is itself lent."""
    demand(policies.can_lend(by.pk, membership.user_id, Role(membership.role), membership.stands_in_for_id))
    if not colleagues(membership).filter(pk=stand_in.pk).exists():
        raise Refused("Ersättaren måste vara en kollega med en egen roll i samma organisation.")
    if valid_until < valid_from or valid_until < timezone.localdate():
        raise Refused("Perioden är redan slut. Välj en dag som ligger längre fram.")
    return Membership.objects.create(
        user=stand_in,
        organisation=membership.organisation,
        role=membership.role,
        area=membership.area,
        valid_from=valid_from,
        valid_until=valid_until,
        stands_in_for=membership,
    )


@transaction.atomic
def end_stand_in(*, by: User, lent: Membership) -> Membership:
    """Take the role back at once: yesterday was the last day. Whoever lent it or holds it may."""
    lender = lent.stands_in_for.user_id if lent.stands_in_for else None
    demand(policies.can_end_lending(by.pk, lender, lent.user_id))
    lent.valid_until = timezone.localdate() - timedelta(days=1)
    lent.save(update_fields=["valid_until"])
    return lent


def named(round_: Process, user: User) -> Iterator[tuple[Record, str]]:
    """Every row of the round that names the person in one of its forms, with the field's name."""
    method = get_method()
    for label, path in method.paths.items():
        model = apps.get_model(label)
        fields = [f for f in model._meta.concrete_fields if f.related_model is User and f.editable]
        if not fields or label in method.counted or not issubclass(model, Record):
            continue  # only a record can be rewritten
        rows = model._base_manager.filter(**({path: round_} if path else {"pk": round_.pk}))
        for row in rows.order_by("pk").distinct():
            for field in fields:
                if getattr(row, field.attname) == user.pk:
                    yield row, field.name


@under_lock
def hand_over(
    *, by: User, round_: Process, to: User, chosen: frozenset[tuple[str, int, str]], note: str
) -> list[Record]:
    """Put a colleague in one's own place, in the rows chosen as (model, id, field); history tells why.

    Refused unless the colleague has a role in the round. What was decided keeps the name of whoever decided.
    """
    demand(policies.can_see_round(actor_of(by, round_)))
    if not queries.actor_in(to, round_).roles:
        raise Refused(f"{to.name} har ingen roll i rundan. Be en administratör ge den först.")
    made = []
    for row, name in list(named(round_, by)):
        if (row._meta.label, row.pk, name) in chosen:
            setattr(row, name, to)
            made.append(
                write(row, by=by, round_=round_, reason=f"Lämnade över till {to.name}. {note}".strip())
            )
    return made
