"""The one way into the intelligence part: with a purpose, and written in the log before it opens (LAG-4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from processes import policies, queries
from processes.method import Finding, Role
from processes.models import AccessLog, IntelligenceReference, LocalSituation, Membership, Organisation, User
from processes.seclusion import taken_role
from processes.writing import ReasonNeeded, Refused, demand

Act = AccessLog.Act
FIELDS = ("what", "keeper", "dated_on", "considered")
APART = "Underrättelser hålls hos polisen"


def fields() -> tuple[str, ...]:
    """What a reference holds here: its content only where the installation is the police's alone."""
    return (*FIELDS, "content") if settings.INTELLIGENCE_CONTENT else FIELDS


def actor(by: User, situation: LocalSituation) -> policies.Actor:
    """The person as seen from the picture: the roles held in the police over its area."""
    held = [
        m for m in queries.memberships(by) if m.area is None or situation.area.path.startswith(m.area.path)
    ]
    police = [m for m in held if m.organisation.kind == Organisation.Kind.POLICE]
    return policies.Actor(by.pk, frozenset(Role(m.role) for m in police), police=bool(police))


@contextmanager
def opened(
    *, by: User, situation: LocalSituation, purpose: str, act: Act = Act.OPENED, what: str = ""
) -> Iterator[QuerySet[IntelligenceReference]]:
    """The references of one picture, for as long as the block lasts.

    Refused unless the person is cleared in the picture's area. The log comes first: when it can't
    be written, nothing is shown.
    """
    demand(policies.can_see_intelligence(actor(by, situation)))
    if not purpose.strip():
        raise ReasonNeeded
    with taken_role():
        _log(by, situation, act, what, purpose)
        yield IntelligenceReference.objects.filter(situation_id=situation.pk).order_by("-dated_on", "-pk")


def _log(by: User, situation: LocalSituation, act: Act, what: str, purpose: str) -> None:
    AccessLog.objects.create(
        user=by, situation=situation, act=act, what=what[:200], purpose=purpose.strip()[:500]
    )


def found(references: QuerySet[IntelligenceReference], words: str) -> QuerySet[IntelligenceReference]:
    """Those in which every word is written somewhere."""
    for word in words.split():
        where = Q(what__icontains=word) | Q(keeper__icontains=word)
        if "content" in fields():
            where |= Q(content__icontains=word)
        references = references.filter(where)
    return references


def save_reference(
    references: QuerySet[IntelligenceReference],
    *,
    by: User,
    situation: LocalSituation,
    values: dict[str, Any],
    reference_id: int | None = None,
    version: int = 0,
) -> None:
    """Write one of the opened references: a new one, or one that stood as `version` when it was read."""
    _police_alone(values)
    if reference_id is None:
        same = {name: values.get(name) for name in ("what", "keeper", "dated_on")}
        if references.filter(**same).exists():  # a second press of the button writes nothing twice
            raise Refused(
                "Hänvisningen finns redan. Ändra i den som står i listan.", _field("what", "står redan där")
            )
        row = IntelligenceReference(situation=situation)
    else:
        row = _current(references, reference_id, version)
    for name in fields():
        setattr(row, name, values.get(name))
    row.version += 1
    row._history_user = by
    row.save()


def remove_reference(
    references: QuerySet[IntelligenceReference], *, by: User, reference_id: int, version: int
) -> None:
    """Take one of the opened references away; its history, apart like itself, keeps what it said."""
    row = _current(references, reference_id, version)
    row._history_user = by
    row.delete()


def _current(references: QuerySet[IntelligenceReference], pk: int, version: int) -> IntelligenceReference:
    row = references.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Refused(
            "Hänvisningen finns inte längre. Någon annan har tagit bort den. Skriv den på nytt om den behövs.",
            _field("what", "borttagen"),
        )
    if row.version != version:
        raise Refused(
            "Någon annan hann ändra hänvisningen före dig. Läs den som den är nu och ändra igen.",
            _field("what", "ändrad sedan du läste den"),
        )
    return row


def _field(name: str, current: str) -> Finding:
    """A field of the room's own forms, and those who are let in there."""
    return Finding(f"underlag.{name}", current, fixers=tuple(sorted(policies.CLEARED_FOR_INTELLIGENCE)))


def _police_alone(values: dict[str, Any]) -> None:
    """Content is written only where nobody outside the police has any role (LOK-5)."""
    others = Membership.objects.exclude(organisation__kind=Organisation.Kind.POLICE)
    if values.get("content") and (not settings.INTELLIGENCE_CONTENT or others.exists()):
        raise Refused(
            "Här kan bara hänvisningar skrivas, inte innehåll: fler än polisen använder programmet. "
            "Skriv var underlaget finns i stället.",
            _field("content", "fler än polisen har roller"),
            APART,
        )


@contextmanager
def log_opened(*, by: User, situation: LocalSituation) -> Iterator[QuerySet[AccessLog]]:
    """All that was done in the intelligence part of the area's pictures, newest first, for its chief."""
    demand(policies.can_review_intelligence(actor(by, situation)))
    with taken_role():
        yield (
            AccessLog.objects.filter(situation__area_id=situation.area_id)
            .select_related("user", "situation")
            .order_by("-pk")
        )


def review_log(*, by: User, situation: LocalSituation, note: str, seen: int) -> None:
    """Say that the log was gone through, up to the entry that was the last one shown."""
    with log_opened(by=by, situation=situation) as entries:
        if not note.strip():
            raise ReasonNeeded
        last = entries.exclude(act=Act.REVIEWED).first()
        if last and last.pk != seen:
            raise Refused(
                "Loggen har fyllts på sedan du öppnade sidan. Läs det nya och granska igen.",
                _field("note", "nya rader"),
            )
        _log(by, situation, Act.REVIEWED, "", note)
