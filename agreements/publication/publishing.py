"""Publishing a sealed promise, which only ever adds rows."""

from __future__ import annotations

import json

from django.utils.text import slugify

from processes import guard, policies, queries
from processes.method import NO_PERSONS, Facts, Finding, Gate, Role, Row, get_method
from processes.models import Process, Term, User
from processes.personal_data import Kind, kinds, texts
from processes.writing import ReasonNeeded, Refused, demand, under_lock

from .. import chain
from ..content import focus_of
from ..models import DocumentVersion, Publication
from . import index

PUBLISHERS = (Role.COMMUNICATOR, Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)


def can_publish(actor: policies.Actor) -> policies.Decision:
    """Communicators and the leaders of the round."""
    if actor.has(PUBLISHERS):
        return policies.YES
    return policies.Decision(False, "Bara kommunikatör eller den som leder arbetet publicerar löftet.")


@under_lock
def publish(*, by: User, round_: Process, version_id: int, checked: str) -> Publication:
    """Make the snapshot that citizens read. The guard's publish gate must find nothing."""
    demand(can_publish(queries.actor_in(by, round_)))
    if not checked.strip():
        raise ReasonNeeded
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    version = DocumentVersion.objects.select_related("promise", "sealed").get(pk=version_id)
    promise = facts.get("agreements.Promise", version.promise_id)
    if promise is None:
        raise Refused("Löftet finns inte längre.", Finding("", "borttaget"))
    verdict = guard.evaluate(method, Gate.PUBLISH, facts, method[guard.PROMISE_STEP], promise)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    # The guard asks of the promise, which an earlier version may have sealed and registered.
    if facts.one("agreements.SealedDocument", version_id=version_id) is None:
        raise Refused(
            "Den här versionen är inte underskriven och förseglad ännu. Publicera den när den är det.",
            Finding("underskrift", "inte förseglad"),
        )
    if facts.one("agreements.Publication", version_id=version_id):
        raise Refused("Den här versionen är redan publicerad.", Finding("", "publicerad"))
    content = json.loads(version.content)
    # How to reach an authority may stand in a promise; whoever publishes answers for that it is no citizen.
    if Kind.PERSON in kinds(*texts(content)):
        raise Refused(
            f"Texten ser ut att innehålla {Kind.PERSON}. Publicering stoppas: öppna en ny version, ta "
            "bort uppgiften och låt den skrivas under.",
            Finding("", Kind.PERSON),
            NO_PERSONS,
        )
    made = Publication.objects.create(
        version=version,
        slug=_slug(version.promise_id, content["title"]),
        content=version.content,
        sha256=version.sealed.sha256,
        themes=_themes(facts, promise),
        checked=checked,
        by=by,
    )
    chain.append("published", f"version:{version_id}", {"sha256": made.sha256, "by": by.pk})
    index.refresh(version.promise_id)
    return made


def _slug(promise_id: int, title: str) -> str:
    """The address that the promise got when it was first published, whatever it is called now."""
    first = Publication.objects.filter(version__promise=promise_id).order_by("pk").first()
    return first.slug if first else f"{slugify(title)[:80] or 'lofte'}-{promise_id}"


def _themes(facts: Facts, promise: Row) -> list[str]:
    """What its focus areas are about, by the words of the list."""
    areas = (facts.get("processes.FocusArea", key) for key in focus_of(facts, promise))
    chosen = {area.theme_id for area in areas if area and area.theme_id}
    return sorted(Term.objects.filter(pk__in=chosen).values_list("label", flat=True))
