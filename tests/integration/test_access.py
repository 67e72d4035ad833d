"""The authorisation matrix: every address × every person × where the round stands.

The addresses come from the resolver, the expectation from the table in tests/access.py. One test takes
so many cells that every pair of (address, person), (step, person), (section, person) and so on is met:
run it alone after a change of rights. The two databases share them. Another takes some of all the others each day.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import transaction
from django.urls import reverse

from processes import actions
from processes.documents import forms, pdf
from processes.method import Kind, Panel, Section, get_method
from processes.writing import Refused
from tests import access
from tests.matrix import Address, Cell, addresses, cells, named
from tests.pairs import pairwise, telling
from tests.people import PARTS
from tests.places import STATES, Building, Person, place
from tests.tools import EVERYTHING, of_the_day, share, share_of
from tests.world import World

pytestmark = pytest.mark.django_db
NEVER = 999_999  # an id that no row has
SWEDISH_LOGIN = "/konto/logga-in/"


@pytest.fixture(scope="module")
def building(undone) -> Iterator[Building]:
    """Three rounds in three places: just started, a first step done, and all the way to a sealed promise."""
    logging.disable(logging.CRITICAL)  # thousands of refusals are what is wanted here
    with undone():
        made = Building({state: place(state, steps) for state, steps in STATES.items()}).let_in()
        with pytest.MonkeyPatch.context() as patch:  # asked is who may have a file, not what it says
            patch.setattr(pdf, "compose", lambda *_, **__: b"%PDF")
            patch.setitem(forms.FILES, "pptx", replace(forms.FILES["pptx"], render=lambda _: b"PK"))
            yield made
    logging.disable(logging.NOTSET)


def test_every_address_has_a_row():
    """An address that the table does not name fails here before it reaches anyone."""
    known = {*access.PAGES, *access.OPEN_ACCOUNT_PAGES, *access.SHUT_ACCOUNT_PAGES}
    assert set(named()) == known
    assert set(access.STEPS) == set(get_method().by_key)
    for key, rights in access.STEPS.items():
        assert set(rights.sections) <= {s.key for s in get_method()[key].sections}


# What is expected, and what comes


def expected(address: Address, person: Person, method: str) -> set[int | str]:
    """What the table says; "login" stands for being sent there."""
    page = address.page
    wanted = page.get if method == "GET" else page.post
    wanted = {405} if wanted is None else set(wanted) if isinstance(wanted, tuple) else {wanted}
    if page.who == access.ANYBODY:
        return wanted
    if page.who == access.LOGGED_IN_OR_LED and (person.relation == "nobody" or wanted == {405}):
        return {302} if method == "GET" else wanted
    if person.relation in ("nobody", "shut"):
        return {"login"}
    if page.who == access.WITH_PASSWORD_ANEW:
        return {302}
    if wanted == {405}:
        return wanted
    if page.who in (access.LOGGED_IN, access.LOGGED_IN_OR_LED):
        return wanted
    if page.alone:
        inside = person.relation in ("own", "other") and person.role in page.who
        return wanted if inside else {403}
    if person.relation != "own" or person.role not in access.ROUND - page.hidden_from:
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


def sweep(building: Building, chosen: list[Cell], least: int) -> Counter[int | str]:
    """Ask every cell; compare status, reason, headers, and that reading changed nothing. How many of each status."""
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
    assert seen.total() >= least, seen
    return seen


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
    return answer.request["PATH_INFO"].startswith("/halsa/")


@pytest.mark.slow
@pytest.mark.both_databases
@pytest.mark.row("X-14", "X-2")
def test_everyone_gets_what_the_table_says_pair_by_pair(building):
    seen = sweep(building, share(pairwise(cells(building)), 8), least=share_of(1500, 8))
    assert min(seen[status] for status in (200, 302, 403, 404, 405, 422, "login")) > share_of(40, 8), seen


@pytest.mark.slow
@pytest.mark.sqlite_alone
@pytest.mark.row("X-14")
def test_everyone_gets_what_the_table_says_in_every_other_cell(building):
    """Some of them, others each day; all at once with EVERYTHING=true."""
    whole = cells(building)
    met = set(pairwise(whole))
    rest = [cell for cell in whole if cell not in met and telling(cell)]
    sweep(building, of_the_day(rest, 28), least=40_000 if EVERYTHING else 1_500)


@pytest.mark.slow
@pytest.mark.row("X-14")
def test_the_matrix_finds_a_planted_fault(building, monkeypatch):
    """A harness that can't fail proves nothing: one right too many in the table is one wrong cell."""
    monkeypatch.setitem(access.PAGES, "processes:overview", access.Page(access.ROUND | {"admin"}))
    chosen = [c for c in cells(building) if c[0].name == "processes:overview" and c[2] == "GET"]
    monkeypatch.setattr(access, "ROUND", access.ROUND | {"admin"})
    with pytest.raises(AssertionError, match="as admin: 404"):
        sweep(building, chosen, least=1)


@pytest.mark.slow
@pytest.mark.row("X-14")
def test_a_strangers_404_is_that_of_a_round_that_never_was(building):
    stranger = Person("officer", "other")
    client = building.clients["done", stranger]
    number = str(building.places["done"].world.round.pk)
    compared = 0
    one_of_each = {(a.name, a.step): a for a in addresses(building.places["done"])}
    for address in of_the_day([*one_of_each.values()], 2):
        if f"/processer/{number}/" not in address.url or address.page.who == access.WITH_PASSWORD_ANEW:
            continue
        other = address.url.replace(f"/processer/{number}/", f"/processer/{NEVER}/")
        for method in ("get", "post"):
            there, never = getattr(client, method)(address.url), getattr(client, method)(other)
            assert there.status_code == never.status_code
            assert there.status_code in (404, 405)
            assert _bare(there) == _bare(never)
            compared += 1
    assert compared > 120


def _bare(answer: Any) -> tuple[str, dict[str, str]]:
    """Body and headers without what differs from time to time for everyone."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return body, dict(answer.headers)


@pytest.mark.row("X-14")
def test_account_pages_are_shut_but_for_those_one_needs_to_get_in(client):
    for name in access.OPEN_ACCOUNT_PAGES | access.SHUT_ACCOUNT_PAGES:
        args = ["1", "x"] if name == "account_reset_password_from_key" else []
        answer = client.get(reverse(name, args=args))
        sent_to_login = answer.status_code == 302 and answer.url.startswith(SWEDISH_LOGIN)
        assert sent_to_login == (name in access.SHUT_ACCOUNT_PAGES), name


@pytest.mark.slow
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
    if obj is None and not getattr(section, "own", ""):
        obj = apps.get_model(step.record).objects.get(pk=subject.id)
    try:
        with transaction.atomic():
            if getattr(section, "own", ""):  # each writes for its own organisation
                sides = {
                    "police": world.police,
                    "municipality": world.municipality,
                    "partner": world.partner_org,
                }
                party = world.round.parties.get(organisation=sides[PARTS[role][1]])
                obj = model.objects.create(**{section.parent: world.focus_area, section.own: party})
            actions.save(
                by=world.cast.people[role], round_=world.round, step=step, section=section,
                subject_id=subject.id, obj=obj, version=obj.version, values={}, reason="prov",
            )  # fmt: skip
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


@pytest.mark.slow
def test_recurring_and_once_only_steps_are_both_met(building):
    """The matrix would be hollow if the last round lacked a subject of some step."""
    facts = building.places["done"].world.facts()
    assert [step.key for step in get_method() if not facts.rows(step.record)] == []
    assert {step.kind for step in get_method()} == set(Kind)
