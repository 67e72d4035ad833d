"""The official record in tests: one row of every kind that can never be changed."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from agreements.models import (
    Disposal,
    NumberNote,
    OutsideDocument,
    ProtectedSubject,
    RegisterSetting,
    Registration,
    Release,
    ReleasePackage,
)
from agreements.record.actions import registering, releasing
from agreements.record.release import Package
from tests import situations
from tests.examples import collaboration_agreement
from tests.world import World


def everything(world: World) -> None:
    """A row in each table of the record, written straight in: what is tested is the lock and not the act."""
    by, now = world.cast.registrar, timezone.now()
    common: dict[str, Any] = {"by": by, "organisation": world.police}
    ProtectedSubject.objects.create(registration=Registration.objects.earliest("pk"), text="Hemligt")
    NumberNote.objects.create(series="a…", number=2, why="Makulerat", **common)
    ReleasePackage.objects.create(sha256="0" * 64, data=b"PK", made_at=now)
    Release.objects.create(process=world.round, title="Löftet", sha256="0" * 64, at=now, **common)
    Disposal.objects.create(
        kind="draft", months=24, decision="Beslut 1", until=now.date(), number=3, by=by, at=now
    )
    OutsideDocument.objects.create(version=world.sent, pdf=b"%PDF-", sha256="0" * 64, by=by)


PAGES = (
    "register_list",
    "public_register",
    "register_file",
    "public_register_file",
    "register_setting",
    "register_decision",
    "correct_registration",
    "explain_number",
    "disposal",
    "dispose",
    "disposal_rule",
    "hand_out",
    "release_again",
    "bring_in",
    "original",
    "public_original",
)


def kept(world: World) -> None:
    """A record in use: a decision under the agreement; the promise registered, published and handed out by the police;
    and a number missing in the police's own series."""
    world.add(
        "agreements.FocusDecision",
        world.agreement,
        decided_on=world.today,
        decided_by="Chefen och representanten",
        text="Ungas kvällar i parken.",
    )
    collaboration_agreement.sign(world)
    RegisterSetting.objects.create(organisation=world.police, subject_code="483", own_series=True)
    situations.register(world, world.police, "A483.1-2027")
    situations.register(world, world.municipality)
    situations.publish(world)
    values = {"organisation": world.police, "diary_number": "A483.3-2027", "registered_on": world.today}
    registering.register(
        by=world.cast.registrar,
        round_=world.round,
        version_id=world.agreement_sent.pk,
        values=values | {"description": "Överenskommelsen"},
    )
    releasing.hand_out(
        by=world.cast.registrar,
        round_=world.round,
        organisation=world.police,
        title="Löftet",
        package=Package(b"PK", ["Löftet"], []),
    )


def _of_what_is_kept(world: World) -> dict[str, list[Any]]:
    """The addresses of what is in the record already, where something is."""
    made = Release.objects.filter(process=world.round).first()
    if made is None:
        return {}
    entered = Registration.objects.filter(version=world.sent, organisation=world.police).get()
    return {
        "correct_registration": [entered.pk],
        "explain_number": [world.police.pk, 2],
        "release_again": [world.round.pk, made.pk],
        "register_decision": [world.round.pk, world.agreement_sent.pk, 1],
    }


def arguments(world: World) -> dict[str, list[Any]]:
    """What the addresses of the record end with, of those that the matrix asks."""
    return _of_what_is_kept(world) | {
        "register_list": [],
        "public_register": [],
        "register_file": ["xlsx"],
        "public_register_file": ["xlsx"],
        "register_setting": [world.police.pk],
        "disposal": [],
        "bring_in": [],
        "hand_out": [world.round.pk],
        "dispose": [],
        "disposal_rule": ["draft"],
    }
