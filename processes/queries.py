"""What is read: the facts of a round, and who someone is in it. Bounded, whatever the size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC
from functools import cache
from typing import Any

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject
from django.utils import timezone

from .method import SAYS_YES, Facts, Method, Role, Row, Rows, Step
from .models import Area, Membership, Organisation, Party, Process, RegionDecision, SilencedHint, User
from .models.evidence import About
from .policies import Actor

# Never facts: bookkeeping, and columns that only pages read.
_LEFT_OUT = {"created_at", "changed_at", "owner"}
_CARRIED = (models.CharField, models.TextField, models.IntegerField)
# Stands for the round in the statement that is put together once for all rounds.
_ROUND = 2**62 - 57


@cache
def _columns(label: str) -> dict[str, models.Field]:
    """The loaded names of a model and the fields that turn their JSON back into values."""
    model = apps.get_model(label)
    left_out = _LEFT_OUT | set(getattr(model, "NOT_FACTS", ()))
    return {
        f.attname: f.target_field if f.is_relation else f
        for f in model._meta.concrete_fields
        if f.name not in left_out and not f.primary_key
    }


@cache
def _altered(label: str) -> list[tuple[str, models.Field]]:
    """The loaded columns that JSON does not carry as they are: all but texts and whole numbers."""
    return [(name, field) for name, field in _columns(label).items() if not isinstance(field, _CARRIED)]


def from_json(field: models.Field, value: Any) -> Any:
    """A column's value again, after its way through the database's JSON."""
    if value is None:
        return value
    if isinstance(field, models.JSONField):
        return json.loads(value) if isinstance(value, str) else value
    if isinstance(field, models.DecimalField):
        value = str(value)
    found = field.to_python(value)
    if isinstance(field, models.DateTimeField) and timezone.is_naive(found):
        found = found.replace(tzinfo=UTC)
    return found


def _rows_of(label: str, where: Q) -> QuerySet:
    model = apps.get_model(label)
    names: dict[str, Any] = {name: F(name) for name in _columns(label)}
    more = getattr(model, "FACTS", {})
    # Sums over other models can be put together only once all models are loaded.
    names |= more() if callable(more) else more
    return (
        model._base_manager.filter(where)
        .order_by()
        .annotate(
            _label=Value(label, output_field=TextField()),
            _values=Cast(JSONObject(**names), TextField()),
        )
        .values_list("_label", "pk", "_values")
    )


def _evidence_where(method: Method, round_id: int) -> Q:
    """Evidence made in the round, and all that shared subjects carry from other rounds."""
    where = Q(process_id=round_id)
    for step in method:
        if step.shared:
            own = apps.get_model(step.record)._base_manager.filter(**{step.path: round_id})
            where |= Q(subject_model=step.record, subject_id__in=own.values("pk"))
    return where


@cache
def _statement(method: Method) -> str:
    """The one statement, in which the round alone is left to be given.

    To put it together takes far longer than to run it. Names are written into it: to hand over hundreds
    of them each time would cost as much as to run it, too.
    """
    queries = [
        _rows_of(label, Q(**{path or "pk": _ROUND}))
        for label, path in (*method.paths.items(), *method.more_paths)
        if label not in method.counted | method.own
    ]
    where = _evidence_where(method, _ROUND)
    queries += [
        _rows_of(model._meta.label, where)
        for model in apps.get_app_config("processes").get_models()
        if issubclass(model, About)
    ]
    first, *rest = queries
    sql, parameters = first.union(*rest, all=True).query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    quote = connection.schema_editor().quote_value
    given = ("%(round)s" if p == _ROUND else str(quote(p)).replace("%", "%%") for p in parameters)
    return sql.replace("%%", "%%%%") % tuple(given)


def load_facts(method: Method, round_id: int) -> Facts:
    """The facts of one round in one query: a union over every declared model, as JSON.

    The number of queries depends on neither rows nor steps (ADR 0006).
    """
    with connection.cursor() as cursor:
        cursor.execute(_statement(method), {"round": round_id})
        found = sorted(cursor.fetchall(), key=lambda row: (row[0], row[1]))
    return Facts((_row(*row) for row in found), timezone.localdate())


def own_rows(method: Method, step: Step, round_id: int, organisations: Iterable[int]) -> list[Row]:
    """What those parties have of their own in a step of each party's own ground (LAG-2)."""
    owners = list(organisations)
    found = [_rows_of(step.record, Q(**{method.paths[step.record]: round_id}, owner__in=owners))]
    for section in step.sections:
        if isinstance(section, Rows):
            where = {method.paths[section.model]: round_id, f"{section.parent}__owner__in": owners}
            found.append(_rows_of(section.model, Q(**where)))
    first, *rest = found
    rows = sorted(first.union(*rest, all=True), key=lambda row: (row[0], row[1]))
    return [_row(*row) for row in rows]


def _row(label: str, pk: int, values: str) -> Row:
    loaded = json.loads(values)
    for name, field in _altered(label):
        loaded[name] = from_json(field, loaded[name])
    return Row(label, pk, loaded)


def silenced(user: User) -> frozenset[str]:
    """The codes of the hints that the user does not want to see."""
    return frozenset(SilencedHint.objects.filter(user=user).values_list("code", flat=True))


def memberships(user: User) -> list[Membership]:
    """What the user is today, everywhere; read once per request."""
    if not hasattr(user, "_memberships_today"):
        user._memberships_today = list(
            user.memberships.on(timezone.localdate()).select_related(
                "organisation", "area", "stands_in_for__user"
            )
        )
    return user._memberships_today


def roles_in_police(user: User) -> list[Role]:
    """The roles that the user holds in the police authority."""
    return [Role(m.role) for m in memberships(user) if m.organisation.kind == Organisation.Kind.POLICE]


def regions_kept_by(user: User) -> QuerySet[Area]:
    """The regions whose direction the user keeps: as reader or administrator of the region, or of them all."""
    keepers = [
        m
        for m in memberships(user)
        if m.organisation.kind == Organisation.Kind.POLICE and m.role in (Role.ADMINISTRATOR, Role.READER)
    ]
    within = Q(pk__in=())
    for m in keepers:
        within |= Q(path__startswith=m.area.path if m.area else "")
    return Area.objects.filter(within, kind=Area.Kind.REGION)


def regions_of(user: User) -> QuerySet[Area]:
    """The regions that the user works in, whole or in part; an administrator sees those that it keeps.

    Municipalities and partners have no police area of their own: theirs are the regions of their rounds.
    """
    held = [m for m in memberships(user) if m.role != Role.ADMINISTRATOR]
    regions = Area.objects.filter(kind=Area.Kind.REGION)
    everywhere = [m for m in held if m.area is None]
    if any(m.organisation.kind == Organisation.Kind.POLICE for m in everywhere):
        return regions
    own = [m.area.path for m in held if m.area]
    parties = [m.organisation_id for m in everywhere]
    own += Area.objects.filter(rounds__parties__organisation__in=parties).values_list("path", flat=True)
    above = {int(key) for path in own for key in path.strip("/").split("/")}
    return regions.filter(Q(pk__in=above) | Q(pk__in=regions_kept_by(user).values("pk")))


def decisions_about(round_: Process) -> QuerySet[RegionDecision]:
    """What the round's region has decided, and which holds on any day of the round."""
    found = RegionDecision.objects.filter(region__in=round_.area.chain)
    if round_.period_end:
        found = found.exclude(valid_from__gt=round_.period_end)
    if round_.period_start:
        found = found.exclude(valid_until__lt=round_.period_start)
    return found


def areas_to_start_in(user: User) -> QuerySet[Area]:
    """The local police areas in which the user is community officer, and so may start a round."""
    areas = Area.objects.filter(kind=Area.Kind.LOCAL)
    held = [m for m in memberships(user) if m.role == Role.COMMUNITY_OFFICER]
    if any(m.area is None for m in held):
        return areas
    reachable = areas.none()
    for m in held:
        reachable |= areas.filter(path__startswith=m.area.path)
    return reachable


def rounds_of(user: User) -> QuerySet[Process]:
    """The rounds in which the user has a role."""
    where = Q(pk__in=())
    for m in memberships(user):
        if m.role == Role.ADMINISTRATOR:
            continue
        one = Q(parties__organisation=m.organisation_id)
        if m.area:
            one &= Q(area__path__startswith=m.area.path)
        where |= one
    return Process.objects.filter(where).distinct()


def actor_in(user: User, round_: Process, party_ids: Iterable[int] | None = None) -> Actor:
    """Who the user is in the round: roles held in a party, over the round's area."""
    if party_ids is None:
        party_ids = Party.objects.filter(process=round_).values_list("organisation_id", flat=True)
    parties = set(party_ids)
    held = [
        m
        for m in memberships(user)
        if m.organisation_id in parties
        and m.role != Role.ADMINISTRATOR
        and (m.area is None or round_.area.path.startswith(m.area.path))
    ]
    police = any(m.organisation.kind == Organisation.Kind.POLICE for m in held)
    return Actor(
        user.pk,
        frozenset(Role(m.role) for m in held),
        police,
        frozenset(m.organisation_id for m in held),
    )


def peopled(round_: Process, organisations: Iterable[int]) -> set[int]:
    """Those of the organisations in which somebody who can log in today may say yes for them."""
    roles = [role for own in SAYS_YES.values() for role in own]
    return set(holding(round_, organisations, roles).values_list("organisation_id", flat=True))


def holding(round_: Process, organisations: Iterable[int], roles: Iterable[Role]) -> QuerySet[Membership]:
    """The memberships by which somebody who can log in today holds one of the roles, over the round's area."""
    found = Membership.objects.on(timezone.localdate()).filter(
        organisation__in=list(organisations), role__in=list(roles), user__is_active=True
    )
    return found.filter(Q(area=None) | Q(area__in=round_.area.chain))
