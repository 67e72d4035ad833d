"""The register as it is read: a page at a time, by words, year, subject code and authority. Bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.dateparse import parse_date

from processes import queries
from processes.models import Organisation, User

from ..agreement.decided import decided, with_decisions
from ..models import DocumentVersion, NumberNote, ProtectedSubject, Registration
from ..steps.signed import AUTHORITIES
from . import numbers
from .forms import SORTS, in_year

PAGE = 50
PRINTED = 2_000
WAITING = 20
WORDS = 8
SERIES = 5_000


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of the register in order, and where the next ones begin."""

    rows: list[Registration]
    further: str


def _matching(sought: dict[str, Any]) -> QuerySet[Registration]:
    found = Registration.objects.select_related("organisation", "version", "correction")
    for word in (sought.get("ord") or "").casefold().split()[:WORDS]:
        found = found.filter(sought__contains=word)
    if days := in_year(sought.get("ar")):
        found = found.filter(registered_on__range=days)
    if code := sought.get("saknummer"):
        found = found.filter(subject_code=code)
    if sought.get("myndighet"):
        found = found.filter(organisation=sought["myndighet"])
    return found.defer("sought", "version__content")


def _in_order(found: QuerySet[Registration], sort: str) -> QuerySet[Registration]:
    _, field, down = SORTS[sort]
    return found.order_by(f"-{field}" if down else field, "-pk" if down else "pk")


def page(sought: dict[str, Any]) -> Page:
    """The page after where the last one ended, by key and not by counting."""
    sort = sought["ordning"]
    _, field, down = SORTS[sort]
    found = _in_order(_matching(sought), sort)
    value, _, key = (sought.get("efter") or "").rpartition("~")
    if key.isdecimal() and len(key) < 18 and (after := _typed(field, value)) is not None:
        side = "lt" if down else "gt"
        found = found.filter(Q(**{f"{field}__{side}": after}) | Q(**{field: after, f"pk__{side}": int(key)}))
    rows = list(found[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return Page(rows[:PAGE], f"{_key(last, field)}~{last.pk}" if last else "")


def _typed(field: str, value: str) -> Any:
    if field != "registered_on":
        return value
    try:
        return parse_date(value)
    except ValueError:
        return None


def _key(row: Registration, field: str) -> str:
    found: Any = row
    for name in field.split("__"):
        found = getattr(found, name)
    return str(found)


def printed(sought: dict[str, Any]) -> tuple[list[Registration], bool]:
    """All that matches, up to what a file holds, and whether there was more."""
    found = list(_in_order(_matching(sought), sought["ordning"])[: PRINTED + 1])
    return found[:PRINTED], len(found) > PRINTED


def protected_of(user: User, rows: Iterable[Registration]) -> dict[int, ProtectedSubject]:
    """What cannot be told to everyone, where the person works for the authority and has a part in the round: the one
    door to it (LAG-3)."""
    own, rounds = own_authorities(user), queries.rounds_of(user).values("pk")
    wanted = [row.pk for row in rows if row.organisation_id in own]
    theirs = Q(registration__version__promise__process__in=rounds) | Q(
        registration__version__agreement__processes__in=rounds
    )
    found = ProtectedSubject.objects.filter(theirs, registration__in=wanted).select_related("ground")
    return {row.registration_id: row for row in found}


def own_authorities(user: User) -> dict[int, Organisation]:
    """The authorities that the person works for today."""
    return {
        m.organisation_id: m.organisation
        for m in queries.memberships(user)
        if m.organisation.kind in AUTHORITIES
    }


@dataclass(frozen=True, slots=True)
class Series:
    """What an authority's numbers tell: which are missing, unexplained or explained, and which stand twice."""

    organisation: Organisation
    own_series: bool
    missing: list[numbers.Number]
    explained: list[NumberNote]
    doubled: list[list[str]]


def series_of(organisation: Organisation, subject_code: str, *, own_series: bool) -> Series:
    """Gaps and doubles among the authority's latest numbers, each told once."""
    found = Registration.objects.filter(organisation=organisation).order_by("-pk")
    rows = list(found.values_list("diary_number", "correction")[:SERIES])
    used, standing = [row[0] for row in rows], [row[0] for row in rows if row[1] is None]
    notes = list(NumberNote.objects.filter(organisation=organisation).select_related("by").order_by("-pk"))
    explained = {(note.series, note.number) for note in notes}
    gaps = numbers.missing(used, subject_code) if own_series else []
    return Series(
        organisation,
        own_series,
        [gap for gap in gaps if (gap.series, gap.running) not in explained],
        notes,
        numbers.doubled(standing),
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """A sealed document, or a decision in one, that an authority has not registered; `decision` is its place there."""

    title: str
    version: DocumentVersion
    organisation: Organisation
    decision: int | None = None


def unregistered(user: User) -> list[Waiting]:
    """What is sealed in the person's rounds, also in closed ones, and an authority of theirs has not registered: it
    waits until it is (OSL 5 kap. 1 §)."""
    rounds = queries.rounds_of(user).values("pk")
    found: list[Waiting] = []
    for organisation in own_authorities(user).values():
        of_these = Q(process__in=rounds, process__parties__organisation=organisation)
        done = Registration.objects.filter(version=OuterRef("pk"), organisation=organisation, decision=None)
        waiting = (
            DocumentVersion.objects.filter(of_these, ~Exists(done), sealed__isnull=False)
            .defer("content")
            .annotate(sealed_at=F("sealed__sealed_at"))
            .select_related("promise", "agreement", "process")
            .distinct()
            .order_by("pk")[:WAITING]
        )
        found += [Waiting((v.promise or v.agreement).title, v, organisation) for v in waiting]
        found += _decisions(organisation, of_these)
    return found


def _decisions(organisation: Organisation, of_these: Q) -> Iterator[Waiting]:
    """The decisions in those documents that the authority has not registered. Two queries."""
    mine = DocumentVersion.objects.filter(of_these).values("pk")
    versions = (
        with_decisions()
        .filter(agreement__versions__in=mine)
        .annotate(sealed_at=F("sealed__sealed_at"), mine=Exists(mine.filter(pk=OuterRef("pk"))))
        .select_related("agreement", "process")
        .distinct()
    )
    there = {version.pk: version for version in versions}
    done = set(
        Registration.objects.filter(version__in=there, organisation=organisation)
        .exclude(decision=None)
        .values_list("version", "decision")
    )
    for _, some in groupby(there.values(), key=lambda version: version.agreement_id):
        for one in decided((version.pk, version.content) for version in some):
            version = there[one.version_id]
            if version.mine and (one.version_id, one.number) not in done:
                yield Waiting(f"{one.title}: {version.agreement.title}", version, organisation, one.number)
