"""Registering and publishing a sealed promise. Both only ever add rows."""

from __future__ import annotations

import json
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from processes import guard, policies, queries
from processes.method import Gate, Role, get_method
from processes.models import Process, User
from processes.personal_data import Kind, kinds, texts
from processes.writing import ReasonNeeded, Refused, demand, under_lock

from . import chain
from .models import PromiseVersion, Publication, Registration
from .steps.citizen_promise import AUTHORITIES, REGISTRARS

PUBLISHERS = (Role.COMMUNICATOR, Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)


def can_register(actor: policies.Actor) -> policies.Decision:
    """Registrars, communicators and the leaders of the round."""
    if actor.has(REGISTRARS):
        return policies.YES
    return policies.Decision(False, "Bara registrator, kommunikatör eller den som leder arbetet registrerar.")


def can_publish(actor: policies.Actor) -> policies.Decision:
    """Communicators and the leaders of the round."""
    if actor.has(PUBLISHERS):
        return policies.YES
    return policies.Decision(False, "Bara kommunikatör eller den som leder arbetet publicerar löftet.")


@under_lock
def register(*, by: User, round_: Process, version_id: int, values: dict[str, Any]) -> Registration:
    """Record the number an authority's register gave the sealed promise (LOF-7)."""
    demand(can_register(queries.actor_in(by, round_)))
    facts = queries.load_facts(get_method(), round_.pk)
    if facts.one("agreements.SealedDocument", version_id=version_id) is None:
        raise Refused("Löftet är inte underskrivet och förseglat ännu.")
    party = facts.one("processes.Party", organisation_id=values["organisation"].pk)
    if party is None or party.kind not in AUTHORITIES:
        raise Refused("Bara polisen och kommunen i den här rundan har ett diarium för löftet.")
    try:
        with transaction.atomic():
            made = Registration.objects.create(version_id=version_id, by=by, **values)
    except IntegrityError:
        raise Refused(
            "Löftet är redan registrerat där, eller så är diarienumret redan använt. Kontrollera numret."
        ) from None
    chain.append(
        "registered",
        f"version:{version_id}",
        {"number": made.diary_number, "organisation": made.organisation_id, "by": by.pk},
    )
    return made


@under_lock
def publish(*, by: User, round_: Process, version_id: int, checked: str) -> Publication:
    """Make the snapshot that citizens read. The guard's publish gate must find nothing."""
    demand(can_publish(queries.actor_in(by, round_)))
    if not checked.strip():
        raise ReasonNeeded
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    version = PromiseVersion.objects.select_related("promise", "sealed").get(pk=version_id)
    promise = facts.get("agreements.Promise", version.promise_id)
    if promise is None:
        raise Refused("Löftet finns inte längre.")
    verdict = guard.evaluate(method, Gate.PUBLISH, facts, method[guard.PROMISE_STEP], promise)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    # The guard asks of the promise, which an earlier version may have sealed and registered.
    if facts.one("agreements.SealedDocument", version_id=version_id) is None:
        raise Refused(
            "Den här versionen är inte underskriven och förseglad ännu. Publicera den när den är det."
        )
    if facts.one("agreements.Publication", version_id=version_id):
        raise Refused("Den här versionen är redan publicerad.")
    content = json.loads(version.content)
    # How to reach an authority may stand in a promise; whoever publishes answers for that it is no citizen.
    if Kind.PERSON in kinds(*texts(content)):
        raise Refused(
            f"Texten ser ut att innehålla {Kind.PERSON}. Publicering stoppas: öppna en ny version, ta "
            "bort uppgiften och låt den skrivas under."
        )
    made = Publication.objects.create(
        version=version,
        slug=f"{slugify(content['title'])[:80] or 'lofte'}-{version.promise_id}-{version.number}",
        content=version.content,
        sha256=version.sealed.sha256,
        checked=checked,
        by=by,
    )
    chain.append("published", f"version:{version_id}", {"sha256": made.sha256, "by": by.pk})
    return made
