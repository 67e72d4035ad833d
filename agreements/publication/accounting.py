"""Telling citizens how a promise goes: the leader says that it may be published, the communicator publishes.

A leader who publishes without having said so first says it by that act, and it is kept as such (docs/adr/0027). Both
see what will be public, and their word is about that alone: when something more has been reported in
between, the word is asked anew. Each account is added to the chain and never changed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from processes import policies, queries
from processes.method import NO_PERSONS, ROLES_DECIDE, Facts, Finding, Gate, Method, Row, get_method
from processes.models import Decision, Process, User
from processes.personal_data import Kind, kinds
from processes.policies import LEADERS
from processes.writing import Refused, demand, under_lock

from .. import chain
from ..feedback.public import PROMISE
from ..kept_panel import logged
from ..models import Account, Clearance, Publication
from . import account, index, pictures
from .publishing import PUBLISHERS

UNTOLD = 60
"""Days that a round which is closed, and has not been accounted for, stays among one's work."""
MOVED = "Något har rapporterats sedan du läste. Läs igenom det som är nytt och försök igen."


class Unread(Refused):
    """Nobody has said yet that the text is read, and points out nobody."""

    def __init__(self) -> None:
        words = "Kryssa i att du har läst texten och att ingen enskild pekas ut. Sedan kan du publicera."
        super().__init__(words, Finding("", "inte ikryssat", fixers=PUBLISHERS), NO_PERSONS)


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be public of a promise now, and what is public of it already."""

    promised: dict[str, Any]
    content: dict[str, Any]
    text: str
    sha256: str
    before: Row | None
    clearance: Row | None

    @property
    def is_new(self) -> bool:
        """Whether it says something else than what was published last."""
        return self.before is None or self.before.sha256 != self.sha256


def can_clear(actor: policies.Actor) -> policies.Decision:
    """Those who lead the work."""
    if actor.has(LEADERS):
        return policies.YES
    return policies.Decision(False, "Bara den som leder arbetet kan säga att läget får publiceras.")


def can_publish(actor: policies.Actor) -> policies.Decision:
    """Communicators and the leaders."""
    if actor.has(PUBLISHERS):
        return policies.YES
    return policies.Decision(False, "Bara kommunikatör eller den som leder arbetet kan publicera läget.")


def closed_untold(rounds: QuerySet[Process]) -> QuerySet[Process]:
    """Those of the rounds that have closed of late, and whose citizens have not been told how it ended."""
    closings = Decision.objects.filter(process=OuterRef(OuterRef("pk")), gate=Gate.CLOSE).order_by("-at")
    told = Account.objects.filter(
        promise__process=OuterRef("pk"), at__gte=Subquery(closings.values("at")[:1])
    )
    published = Publication.objects.filter(version__promise__process=OuterRef("pk"))
    of_late = timezone.localdate() - timedelta(days=UNTOLD)
    return rounds.filter(Exists(published), ~Exists(told), closed_on__gte=of_late)


def drafts(method: Method, facts: Facts) -> dict[int, Draft]:
    """What would be public now of each published promise of the round. Three queries, none when nothing is."""
    versions = {row.id: row.promise_id for row in facts.rows("agreements.DocumentVersion")}
    latest = {versions[row.version_id]: row.id for row in facts.rows("agreements.Publication")}
    latest.pop(None, None)
    if not latest:
        return {}
    stored = dict(Publication.objects.filter(pk__in=latest.values()).values_list("pk", "content"))
    activities = [row.id for row in facts.rows(account.ACTIVITY)]
    noted = account.Logged(logged(activities), pictures.told(activities))
    found = {}
    for promise_id, publication_id in latest.items():
        promise = facts.get(PROMISE, promise_id)
        if promise is not None:
            promised = json.loads(stored[publication_id])
            found[promise_id] = _draft(
                facts, promise, promised, account.compose(method, facts, promise, promised, noted)
            )
    return found


def _draft(facts: Facts, promise: Row, promised: dict[str, Any], content: dict[str, Any]) -> Draft:
    text = chain.canonical(content)
    digest = chain.sha256(text)
    made = facts.rows("agreements.Account", promise_id=promise.id)
    said = facts.rows("agreements.Clearance", promise_id=promise.id, sha256=digest)
    return Draft(promised, content, text, digest, made[-1] if made else None, said[-1] if said else None)


def _current(round_: Process, promise_id: int, shown: str) -> Draft:
    method = get_method()
    found = drafts(method, queries.load_facts(method, round_.pk)).get(promise_id)
    if found is None:
        raise Refused(
            "Löftet är inte publicerat ännu. Publicera det först, sedan hur det går.",
            Finding("", "inte publicerat"),
        )
    if found.sha256 != shown:
        raise Refused(MOVED, Finding("", "en annan text än den du såg"))
    if not found.is_new:
        raise Refused(
            "Det är redan publicerat, och inget har rapporterats sedan dess.", Finding("", "inget nytt")
        )
    if Kind.PERSON in kinds(*pictures.spoken(found.content)):
        raise Refused(
            f"Texten ser ut att innehålla {Kind.PERSON}. Publicering stoppas: ta bort uppgiften där den är "
            "skriven, i uppföljningen, ändringen, återkopplingen eller bildens text, och försök igen.",
            Finding("", Kind.PERSON),
            NO_PERSONS,
        )
    return found


@under_lock
def clear(*, by: User, round_: Process, promise_id: int, shown: str) -> Clearance:
    """Say that what was shown may be published."""
    demand(can_clear(queries.actor_in(by, round_)))
    draft = _current(round_, promise_id, shown)
    if draft.clearance is not None:
        raise Refused(
            f"{draft.clearance.by_name} har redan sagt att det får publiceras.", Finding("", "får publiceras")
        )
    return _say(by, promise_id, draft)


def _say(by: User, promise_id: int, draft: Draft) -> Clearance:
    made = Clearance.objects.create(promise_id=promise_id, sha256=draft.sha256, by=by)
    chain.append("cleared", f"promise:{promise_id}", {"sha256": made.sha256, "by": by.pk})
    return made


@under_lock
def publish(*, by: User, round_: Process, promise_id: int, shown: str, read: bool) -> Account:
    """Make what was shown public. A communicator needs the leader's word on just that; a leader gives it."""
    actor = queries.actor_in(by, round_)
    demand(can_publish(actor))
    draft = _current(round_, promise_id, shown)
    if draft.clearance is None and not can_clear(actor):
        raise Refused(
            "Den som leder arbetet har inte sagt att det här får publiceras ännu.",
            Finding("", "väntar på den som leder arbetet"),
            ROLES_DECIDE,
        )
    if not read:
        raise Unread
    if draft.clearance is None:
        _say(by, promise_id, draft)
    number = Account.objects.filter(promise=promise_id).count() + 1
    made = Account.objects.create(
        promise_id=promise_id, number=number, content=draft.text, sha256=draft.sha256, by=by
    )
    chain.append(
        "accounted",
        f"promise:{promise_id}",
        {"sha256": made.sha256, "number": number, "by": by.pk},
    )
    index.refresh(promise_id)
    return made
