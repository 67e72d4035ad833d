"""A round begins: its parties, its once-only records, and the rows that come prefilled."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef

from processes import policies, queries
from processes.method import Kind, Role, get_method
from processes.models import Area, LocalSituation, Organisation, Party, Process, SituationVersion, User
from processes.writing import demand, write


@transaction.atomic
def start_round(
    *,
    by: User,
    title: str,
    area: Area,
    period_start: date,
    period_end: date,
    organisations: Iterable[Organisation] = (),
    predecessor: Process | None = None,
    bare: bool = False,
    reason: str = "",
) -> Process:
    """Start a round: its parties, its once-only records, and the rows that come prefilled.

    The police are always a party. Refused unless the person is community officer of the area. A
    bare round is about to be filled from elsewhere: it shares no picture and has no prefilled rows.
    """
    held = [m for m in queries.memberships(by) if m.area is None or area.path.startswith(m.area.path)]
    demand(policies.can_start_round([Role(m.role) for m in held]))
    police = next(m.organisation for m in held if m.role == Role.COMMUNITY_OFFICER)
    round_ = Process(
        title=title,
        area=area,
        period_start=period_start,
        period_end=period_end,
        predecessor=predecessor,
    )
    shared = None if bare else _situation_for(area, period_start, period_end)
    round_.local_situation = shared or _new_situation(by, area, period_start, period_end)
    return lay(by=by, round_=round_, organisations=(police, *organisations), bare=bare, reason=reason)


def lay(
    *, by: User, round_: Process, organisations: Iterable[Organisation], bare: bool, reason: str = ""
) -> Process:
    """Save a round that may begin, with its parties and what there is one of. Whoever calls has asked who may."""
    write(round_, by=by, round_=None, reason=reason)
    for organisation in dict.fromkeys(organisations):
        coordinator = by if organisation.kind == Organisation.Kind.POLICE and not round_.outside else None
        party = Party(process=round_, organisation=organisation, coordinator=coordinator)
        write(party, by=by, round_=round_, reason=reason)
    for step in get_method():
        if step.kind is not Kind.RECURRING and step.path == "process":
            write(apps.get_model(step.record)(process=round_), by=by, round_=round_, reason=reason)
        for section in () if bare else step.sections:
            for values in getattr(section, "prefilled", ()):
                row = apps.get_model(section.model)(process=round_, **values)
                write(row, by=by, round_=round_)
    return round_


def _situation_for(area: Area, start: date, end: date) -> LocalSituation | None:
    """The picture that the area's other rounds use for the period: the approved one, if any is."""
    found = LocalSituation.objects.filter(area=area, period_start__lte=end, period_end__gte=start)
    approved = Exists(SituationVersion.objects.filter(situation=OuterRef("pk")))
    return found.annotate(approved=approved).order_by("approved", "pk").last()


def _new_situation(by: User, area: Area, start: date, end: date) -> LocalSituation:
    picture = LocalSituation(area=area, title=f"Lägesbild {area}", period_start=start, period_end=end)
    return write(picture, by=by, round_=None)
