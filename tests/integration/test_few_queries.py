"""Pages outside the step pages ask as much of many rows as of one: register, hand-out, log and signing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements import chain
from agreements.implementation import actions, quick
from agreements.models import DocumentVersion, Signatory
from processes.models import Activity, Organisation, Party
from tests import situations
from tests.examples import collaboration_agreement
from tests.integration import test_handing_out as handing
from tests.integration import test_log as log
from tests.integration import test_register as register
from tests.integration.test_signing_pages import enter
from tests.people import visitor
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY = 12


def asked(client: Any, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_register_with_many_rows_and_with_many_decisions():
    world = situations.sealed_promise()
    register.decide(world, "Ungas kvällar i parken.")
    register.register_agreement(world, "A483.7-2027")
    register.register(world, protected="Hemligt", ground=register.ground())
    registrar = visitor(world.cast.registrar)
    registrar.get(register.LIST)
    one = asked(registrar, register.LIST)
    register.registrations(world, *range(20, 60))
    assert asked(registrar, register.LIST) == one <= 20
    for number in range(MANY):
        world.add("agreements.FocusDecision", world.agreement, text=f"Beslut {number}")
    collaboration_agreement.sign(world)
    assert len(registrar.get(register.LIST).context["waiting"]) > MANY
    assert asked(registrar, register.LIST) == one


def test_what_may_be_handed_out_with_many_views():
    world = situations.sealed_promise()
    registrar = visitor(world.cast.registrar)
    registrar.get(handing.url(world))
    few = asked(registrar, handing.url(world))
    for number in range(MANY):
        world.add("dialogs.View", world.citizen_dialog, text=f"Synpunkt {number}")
    assert asked(registrar, handing.url(world)) == few <= 20


def test_the_log_with_many_notes():
    world = situations.planned_round()
    world.round.period_start = world.today
    world.round.save()
    employee = visitor(world.cast.employee)

    def note() -> None:
        actions.log(by=world.cast.employee, round_=world.round, activity_id=log.of_police(world).pk)

    note()
    employee.get(log.at(world))
    one = asked(employee, log.at(world))
    for _ in range(MANY - 1):
        note()
    assert quick.latest(world.cast.employee, world.round).count() == MANY
    assert asked(employee, log.at(world)) == one <= 14


def larger(world: World) -> None:
    """More activities, and more parties who sign, straight in: only their number matters."""
    common = {"process": world.round, "owner": world.police}
    for number in range(MANY):
        Activity.objects.create(what=f"Aktivitet {number}", focus_area=world.focus_area, **common)
        organisation = Organisation.objects.create(name=f"Förening {number}", kind="partner")
        party = Party.objects.create(organisation=organisation, **common)
        Signatory.objects.create(
            promise=world.promise, party=party, user=world.cast.partner, title="Ordförande", mandate="Stadgarna",
            owner=organisation,
        )  # fmt: skip


def sent(world: World, number: int, way: str, times: int) -> DocumentVersion:
    """A version that is out, saying and asking so many times as much as the first."""
    whole = json.loads(world.sent.content)
    for name, value in whole.items():
        if isinstance(value, list):
            whole[name] = value * times
    text = chain.canonical(whole)
    return DocumentVersion.objects.create(
        promise=world.promise, process=world.round, number=number, way=way,
        content=text, content_hash=chain.sha256(text), ruleset=world.sent.ruleset,
        signatories=world.sent.signatories * times, deviations=world.sent.deviations * times,
        sent_by=world.cast.officer,
    )  # fmt: skip


def test_preview_and_sending_with_many_activities_and_signatories():
    world = situations.planned_round()
    officer = visitor(world.cast.officer)
    pages = [
        reverse(f"agreements:{name}", args=[world.round.pk, world.promise.pk]) for name in ("preview", "send")
    ]
    officer.get(pages[0])
    one = [asked(officer, page) for page in pages]
    larger(world)
    assert [asked(officer, page) for page in pages] == one
    assert max(one) <= 15


def test_signing_in_each_way_with_much_to_read_and_many_who_sign(client):
    world = situations.sent_for_signing()
    chief = enter(client, world.cast.chief)
    number = 1
    for name, way in (("sign", "system"), ("bring_external", "external"), ("bring_paper", "paper")):
        found = []
        for times in (1, MANY):
            number += 1
            version = sent(world, number, way, times)
            url = reverse(f"agreements:{name}", args=[world.round.pk, version.pk])
            who = chief if name == "sign" else visitor(world.cast.officer)
            who.get(url)
            found.append(asked(who, url))
        assert found[0] == found[1] <= 20, name
