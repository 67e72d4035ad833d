"""The authorisation matrix: every address × every person × where the round stands.

The addresses come from the resolver, the expectation from the table in tests/access.py. A quick run
takes so many cells that every pair of (address, person), (step, person), (section, person) and so on
is met; the slow one takes all.
"""

from __future__ import annotations

import hashlib
import logging
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from importlib import import_module
from itertools import combinations
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from agreements import signing
from agreements.models import PromiseVersion
from processes import actions
from processes.method import Kind, Panel, Rows, Section, get_method
from processes.models import Membership, User
from processes.writing import Refused
from tests import access
from tests.people import PARTS
from tests.world import World

pytestmark = pytest.mark.django_db
NEVER = 999_999  # an id that no row has
STATES = {"new": (), "half": ("collaboration",), "done": tuple(step.key for step in get_method())}
SWEDISH_LOGIN = "/konto/logga-in/"


@dataclass(frozen=True)
class Place:
    """A round in some state, and where its evidence lies."""

    state: str
    world: World
    evidence: dict[str, dict[str, int]]
    version: int


@dataclass(frozen=True)
class Address:
    """One address in one round, with what its row needs to know."""

    name: str
    state: str
    url: str
    step: str = ""
    section: str = ""
    gate: str = ""

    @property
    def page(self) -> access.Page:
        return access.PAGES[self.name]

    def those_who_may(self) -> set[str]:
        who = self.page.who
        if isinstance(who, set):
            return who
        if who in (access.ANYBODY, access.LOGGED_IN, access.WITH_PASSWORD_ANEW):
            return access.EVERYONE
        return access.STEPS[self.step].may(who, self.section, self.gate)


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


@pytest.fixture(scope="module")
def building(django_db_setup, django_db_blocker) -> Iterator[Building]:
    """Three rounds in three places: just started, a first step done, and all the way to a sealed promise."""
    logging.disable(logging.CRITICAL)  # thousands of refusals are what is wanted here
    with django_db_blocker.unblock(), transaction.atomic():
        yield Building({state: _place(state, steps) for state, steps in STATES.items()}).let_in()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def _place(state: str, steps: tuple[str, ...]) -> Place:
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
    return Place(state, world, evidence, _sealed(world) if state == "done" else 0)


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
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 inget")


def _sealed(world: World) -> int:
    """The promise's version, signed by all and sealed."""
    version = PromiseVersion.objects.filter(promise=world.promise).last()
    signed = {act.by_id for act in version.acts.all()}
    for signatory in world.promise.signatories.exclude(user__in=signed).order_by("pk"):
        signing.sign(
            by=signatory.user, round_=world.round, version_id=version.pk, shown_hash=version.content_hash
        )
    signing.finish(version.pk)
    return version.pk


# Which addresses there are


def named(patterns: Any = None, prefix: str = "") -> Iterator[str]:
    """Every name in the resolver."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{pattern.name}"
        else:
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from named(pattern.url_patterns, prefix + space)


def test_every_address_has_a_row():
    """An address that the table does not name fails here before it reaches anyone."""
    known = {*access.PAGES, *access.OPEN_ACCOUNT_PAGES, *access.SHUT_ACCOUNT_PAGES}
    assert set(named()) == known
    assert set(access.STEPS) == set(get_method().by_key)
    for key, rights in access.STEPS.items():
        assert set(rights.sections) <= {s.key for s in get_method()[key].sections}


def addresses(place: Place) -> Iterator[Address]:
    """Every address as it is in one round."""
    world, state = place.world, place.state
    for name in access.PAGES:
        kind, _, short = name.partition(":")
        if kind == "agreements":
            yield from _of_promise(place, name, short)
        elif kind != "processes":
            args = {
                "person": [world.cast.officer.pk],
                "end_role": [world.cast.registrar.memberships.get().pk],
            }
            yield Address(name, state, reverse(name, args=args.get(short)))
        elif short in ("rounds", "start", "draft", "drop_draft"):
            yield Address(name, state, reverse(name))
        elif short in ("overview", "timeline", "confirm"):
            yield Address(name, state, reverse(name, args=[world.round.pk]))
        elif short == "attachment":
            for step, made in place.evidence.items():
                yield Address(name, state, reverse(name, args=[world.round.pk, made[short]]), step)
        else:
            yield from _of_steps(place, name, short)


def _of_promise(place: Place, name: str, short: str) -> Iterator[Address]:
    if short == "public_promises":
        yield Address(name, place.state, reverse(name))
    if not place.version or short in ("public_promise", "public_pdf"):
        return  # what is published has tests of its own
    ids = {"preview": place.world.promise.pk, "send": place.world.promise.pk}
    if short != "public_promises":
        args = [place.world.round.pk, ids.get(short, place.version)]
        yield Address(name, place.state, reverse(name, args=args), "citizen_promise")


def _of_steps(place: Place, name: str, short: str) -> Iterator[Address]:
    world = place.world
    facts = world.facts()
    for step in world.method:
        base = [world.round.pk, step.slug]
        if short == "step" or (short == "create" and step.add_label):
            yield Address(name, place.state, reverse(name, args=base), step.key)
        subject = facts.one(step.record)
        if short in ("step", "create") or subject is None:
            continue
        args = [*base, subject.id]
        if short in ("edit", "add_row", "edit_row", "remove_row"):
            yield from _of_sections(place, name, short, step, args)
        elif short == "decide":
            for gate in step.gates:
                yield Address(name, place.state, reverse(name, args=[*args, gate]), step.key, "", gate)
        elif short in ("withdraw", "edit_feedback"):
            what = "deviation" if short == "withdraw" else "feedback"
            if made := place.evidence.get(step.key):
                yield Address(name, place.state, reverse(name, args=[*args, made[what]]), step.key)
        elif short != "judge" or any(
            c.how == "judged" and (not c.each or facts.rows(c.each)) for c in step.criteria
        ):
            yield Address(name, place.state, reverse(name, args=args), step.key)


def _of_sections(place: Place, name: str, short: str, step: Any, args: list[Any]) -> Iterator[Address]:
    wanted = Section if short == "edit" else Rows
    for section in step.sections:
        if isinstance(section, Panel) or not isinstance(section, wanted):
            continue
        found = [*args, section.key]
        if short in ("edit_row", "remove_row"):
            row = _row(place, section, args[-1])
            if row is None:
                continue
            found.append(row)
        yield Address(name, place.state, reverse(name, args=found), step.key, section.key)


def _row(place: Place, section: Rows, subject_id: int) -> int | None:
    where = {place.world.method.paths[section.model]: place.world.round.pk}
    if not section.owner:
        where[f"{section.parent}_id"] = subject_id
    row = apps.get_model(section.model).objects.filter(**where).order_by("pk").first()
    return row.pk if row else None


# What is expected, and what comes


def expected(address: Address, person: Person, method: str) -> set[int | str]:
    """What the table says; "login" stands for being sent there."""
    page = address.page
    wanted = page.get if method == "GET" else page.post
    wanted = {405} if wanted is None else set(wanted) if isinstance(wanted, tuple) else {wanted}
    if page.who == access.ANYBODY:
        return wanted
    if person.relation in ("nobody", "shut"):
        return {"login"}
    if page.who == access.WITH_PASSWORD_ANEW:
        return {302}
    if wanted == {405}:
        return wanted
    if page.who == access.LOGGED_IN:
        return wanted
    if page.alone:
        inside = person.relation in ("own", "other") and person.role in page.who
        return wanted if inside else {403}
    if person.relation != "own" or person.role not in access.ROUND:
        return {404}
    if address.step and person.role not in access.STEPS[address.step].sees:
        return {403}
    return wanted if person.role in address.those_who_may() else {403}


def ask(building: Building, address: Address, person: Person, method: str) -> Any:
    """The answer, with everything a POST did undone."""
    client = building.clients[address.state, person]
    if method == "GET":
        return client.get(address.url)
    with transaction.atomic():
        answer = client.post(address.url, {"nyckel": "x" * 50})  # too long a key: no form takes it
        transaction.set_rollback(True)
    return answer


def got(answer: Any) -> int | str:
    """The status, or that one was sent to the login."""
    login = answer.status_code == 302 and answer.url.startswith(SWEDISH_LOGIN)
    return "login" if login else answer.status_code


Cell = tuple[Address, Person, str]


def cells(building: Building) -> list[Cell]:
    """The whole matrix, all GETs first."""
    found = [address for place in building.places.values() for address in addresses(place)]
    return [(a, p, method) for method in ("GET", "POST") for a in found for p in PEOPLE]


def pairwise(whole: list[Cell]) -> list[Cell]:
    """So many cells that every pair of properties that occurs together is met."""
    order = list(whole)
    random.Random(1).shuffle(order)
    seen: set[Any] = set()
    chosen = set()
    for cell in order:
        address, person, method = cell
        traits = (address.name, address.state, (address.step, address.section, address.gate), person, method)
        pairs = {(i, j, traits[i], traits[j]) for i, j in combinations(range(len(traits)), 2)}
        if not pairs <= seen:
            seen |= pairs
            chosen.add(cell)
    return [cell for cell in whole if cell in chosen]


def fingerprint() -> str:
    """Everything the database holds, but for sessions, which remember when they were last seen."""
    digest = hashlib.sha256()
    for model in apps.get_models(include_auto_created=True):
        if model is not Session:
            digest.update(repr(list(model._base_manager.order_by("pk").values_list())).encode())
    return digest.hexdigest()


WALLS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
}


def sweep(building: Building, chosen: list[Cell], least: int) -> None:
    """Ask every cell; compare status, reason, headers, and that reading changed nothing."""
    before = fingerprint()
    wrong, seen = [], Counter()
    for position, (address, person, method) in enumerate(chosen):
        if method == "POST" and chosen[position - 1][2] == "GET":
            assert fingerprint() == before, "a GET has changed the database"
        answer = ask(building, address, person, method)
        status, wanted = got(answer), expected(address, person, method)
        cell = f"{method} {address.url} ({address.name}, {address.state}) as {person}"
        if status not in wanted:
            wrong.append(f"{cell}: {status}, not {wanted}")
        wrong += [f"{cell}: {fault}" for fault in faults(answer, person)]
        seen[status] += 1
        if answer.streaming:
            b"".join(answer)  # closes the file
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:40])
    assert fingerprint() == before
    assert seen.total() >= least and min(seen[s] for s in (200, 302, 403, 404, 405, 422, "login")) > 10, seen


def faults(answer: Any, person: Person) -> Iterator[str]:
    """What is wrong with an answer whatever its status."""
    if answer.status_code == 403 and not re.search(REASON, answer.content.decode()):
        yield "403 without a reason"
    for name, value in WALLS.items():
        if answer.headers.get(name) != value:
            yield f"{name}: {answer.headers.get(name)}"
    policy = answer.headers.get("Content-Security-Policy", "")
    if policy != "sandbox" and ("default-src 'none'" not in policy or "unsafe" in policy):
        yield f"Content-Security-Policy: {policy}"
    signed_in = person.relation not in ("nobody", "shut")
    if signed_in and "no-store" not in answer.headers.get("Cache-Control", "") and not _public(answer):
        yield f"Cache-Control: {answer.headers.get('Cache-Control')}"


REASON = r"Bara [a-zåäö/]+.* kan .+\.|polisens eget arbetsmaterial|den som leder arbetet"


def _public(answer: Any) -> bool:
    return answer.request["PATH_INFO"].startswith(("/loften/", "/halsa/"))


@pytest.mark.row("X-14", "X-2")
def test_everyone_gets_what_the_table_says_pair_by_pair(building):
    sweep(building, pairwise(cells(building)), least=1500)


@pytest.mark.slow
@pytest.mark.row("X-14")
def test_everyone_gets_what_the_table_says_in_every_cell(building):
    sweep(building, cells(building), least=20_000)


@pytest.mark.row("X-14")
def test_the_matrix_finds_a_planted_fault(building, monkeypatch):
    """A harness that can't fail proves nothing: one right too many in the table is one wrong cell."""
    monkeypatch.setitem(access.PAGES, "processes:overview", access.Page(access.ROUND | {"admin"}))
    chosen = [c for c in cells(building) if c[0].name == "processes:overview" and c[2] == "GET"]
    monkeypatch.setattr(access, "ROUND", access.ROUND | {"admin"})
    with pytest.raises(AssertionError, match="as admin: 404"):
        sweep(building, chosen, least=1)


@pytest.mark.row("X-14")
def test_a_strangers_404_is_that_of_a_round_that_never_was(building):
    stranger = Person("officer", "other")
    client = building.clients["done", stranger]
    number = str(building.places["done"].world.round.pk)
    compared = 0
    for address in addresses(building.places["done"]):
        if f"/processer/{number}/" not in address.url or address.page.who == access.WITH_PASSWORD_ANEW:
            continue
        other = address.url.replace(f"/processer/{number}/", f"/processer/{NEVER}/")
        for method in ("get", "post"):
            there, never = getattr(client, method)(address.url), getattr(client, method)(other)
            assert there.status_code == never.status_code
            assert there.status_code in (404, 405)
            assert _bare(there) == _bare(never)
            compared += 1
    assert compared > 300


def _bare(answer: Any) -> tuple[str, dict[str, str]]:
    """Body and headers without what differs from time to time for everyone."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return body, dict(answer.headers)


@pytest.mark.row("X-14")
def test_account_pages_are_shut_but_for_those_one_needs_to_get_in(client, building):
    for name in access.OPEN_ACCOUNT_PAGES | access.SHUT_ACCOUNT_PAGES:
        args = ["1", "x"] if name == "account_reset_password_from_key" else []
        answer = client.get(reverse(name, args=args))
        sent_to_login = answer.status_code == 302 and answer.url.startswith(SWEDISH_LOGIN)
        assert sent_to_login == (name in access.SHUT_ACCOUNT_PAGES), name


@pytest.mark.row("X-14", "LAG-2")
def test_actions_ask_the_policy_too(building):
    """What a page refuses, the action behind it refuses by itself, in every section for every role."""
    world = building.places["done"].world
    refused = Counter()
    for step in world.method:
        subject = world.facts().one(step.record)
        for section in step.sections:
            if isinstance(section, Panel):
                continue
            may = access.STEPS[step.key].may("edits section", section.key)
            for role in PARTS:
                allowed = _saves(world, step, section, subject, role)
                assert allowed == (role in may & access.STEPS[step.key].sees), (step.key, section.key, role)
                refused[allowed] += 1
    assert refused[False] > 200 and refused[True] > 50


def _saves(world: World, step: Any, section: Any, subject: Any, role: str) -> bool:
    model = apps.get_model(step.record if isinstance(section, Section) else section.model)
    obj = model.objects.filter(**{world.method.paths[model._meta.label]: world.round}).first()
    if obj is None:
        obj = apps.get_model(step.record).objects.get(pk=subject.id)
    try:
        with transaction.atomic():
            actions.save(
                by=world.cast.people[role], round_=world.round, step=step, section=section,
                subject_id=subject.id, obj=obj, version=obj.version, values={}, reason="prov",
            )  # fmt: skip
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


def test_recurring_and_once_only_steps_are_both_met(building):
    """The matrix would be hollow if the last round lacked a subject of some step."""
    facts = building.places["done"].world.facts()
    assert [step.key for step in get_method() if not facts.rows(step.record)] == []
    assert {step.kind for step in get_method()} == set(Kind)
