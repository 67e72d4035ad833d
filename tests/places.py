"""The places of the matrix: rounds in three states, everyone who may knock, and a browser for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agreements import signing
from agreements.models import DocumentVersion
from processes import actions
from processes.actions import region
from processes.method import get_method
from processes.models import Membership, User
from tests import fieldwork, record, web
from tests.people import PARTS
from tests.world import World

STATES = {"new": (), "half": ("collaboration",), "done": tuple(step.key for step in get_method())}


@dataclass(frozen=True)
class Place:
    """A round in some state, and where its evidence lies."""

    state: str
    world: World
    evidence: dict[str, dict[str, int]]
    version: int
    handover: int = 0
    digital_code: str = ""
    decision: int = 0


@dataclass(frozen=True)
class Person:
    """Somebody seen from a round: by role, of this place or not, let in or not."""

    role: str
    relation: str  # own, other, shut, ended, nobody

    def __str__(self) -> str:
        return self.role if self.relation == "own" else f"{self.role}/{self.relation}"


PEOPLE = [
    *(Person(role, relation) for relation in ("own", "other") for role in PARTS),
    Person("officer", "shut"),
    Person("officer", "ended"),
    Person("", "nobody"),
]


@dataclass
class Building:
    """The places, and one logged-in browser per person and place."""

    places: dict[str, Place]
    clients: dict[tuple[str, Person], Client] = field(default_factory=dict)

    def let_in(self) -> Building:
        """Log everyone in; that is a change, so it comes before anything is asked."""
        for state in self.places:
            for person in PEOPLE:
                client = self.clients[state, person] = Client(raise_request_exception=False)
                if user := self._user(state, person):
                    client.force_login(user)
        return self

    def _user(self, state: str, person: Person) -> User | None:
        if person.relation == "nobody":
            return None
        if person.relation in ("shut", "ended"):
            return User.objects.get(email=f"{person.relation}@{state}.example")
        where = state if person.relation == "own" else next(s for s in self.places if s != state)
        return self.places[where].world.cast.people[person.role]


def place(state: str, steps: tuple[str, ...]) -> Place:
    world = World(state)
    for key in steps:
        import_module(f"tests.examples.{key}").fill(world)
    for relation, active, until in (("shut", False, None), ("ended", True, world.today - timedelta(days=1))):
        user = User.objects.create_user(f"{relation}@{state}.example", "x", name=relation, is_active=active)
        Membership.objects.create(
            user=user,
            organisation=world.police,
            role=PARTS["officer"][0],
            area=world.cast.area,
            valid_until=until,
        )
    evidence = {key: _evidence(world, key) for key in ("collaboration", "local_situation")}
    if state == "done":
        _partners_part(world)
        world.add("dialogs.StaffGroup", name="Medarbetargruppen", members="områdespolis")
        fieldwork.noted(world)
    version = _sealed(world) if state == "done" else 0
    if version:
        record.kept(world)
    return Place(state, world, evidence, version, _handed_over(world), _on_the_web(world), _decided(world))


def _decided(world: World) -> int:
    """What the region has decided about the work."""
    made = region.keep_decision(
        by=world.cast.reader,
        region=world.cast.area.parent,
        values={"title": "Inriktning", "file": _pdf(), "content_type": "application/pdf"},
    )
    return made.pk


def _partners_part(world: World) -> None:
    """What the partner says that it can do: its own row, which leaders may change too."""
    party = world.round.parties.get(organisation=world.partner_org)
    by = world.cast.partner
    world.add("processes.FocusPart", world.focus_area, by=by, party=party, can_do="Vi lyser upp.")


def _on_the_web(world: World) -> str:
    """The code of a dialogue that has been open on the web, where the round has one."""
    if not hasattr(world, "citizen_dialog"):
        return ""
    return web.closed(web.opened(world)).code


def _handed_over(world: World) -> int:
    """A copy of the local picture that the municipality was given."""
    made = actions.share(
        by=world.cast.officer,
        round_=world.round,
        step=world.method["local_situation"],
        subject_id=world.round.local_situation_id,
        recipients=[world.municipality],
        content={"schema": "", "step": "Lokal lägesbild", "title": "Lägesbilden", "round": "", "parts": []},
        sha256="0" * 64,
    )
    return made[0].pk


def _evidence(world: World, key: str) -> dict[str, int]:
    """A deviation, a feedback and a file in a joint step and in one of the police's own."""
    step = world.method[key]
    subject = world.record(step.record)
    should = next(c.key for c in step.criteria if c.strength == "S")
    deviation = world.deviate(key, subject, [should])
    feedback = world.feedback(key, subject, ["staff"])
    file = actions.attach(
        by=world.cast.officer,
        round_=world.round,
        step=step,
        subject_id=subject.pk,
        values={"title": "Protokoll", "summary": "", "link": "", "file": _pdf()},
    )
    return {"deviation": deviation.pk, "feedback": feedback.pk, "attachment": file.pk}


def _pdf() -> Any:
    return SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 inget")


def _sealed(world: World) -> int:
    """The promise's version, signed by all and sealed."""
    version = DocumentVersion.objects.filter(promise=world.promise).last()
    signed = {act.by_id for act in version.acts.all()}
    for signatory in world.promise.signatories.exclude(user__in=signed).order_by("pk"):
        signing.sign(
            by=signatory.user, round_=world.round, version_id=version.pk, shown_hash=version.content_hash
        )
    signing.finish(version.pk)
    world.sent = version
    return version.pk
