"""What is not for everyone is planted as canaries and looked for wherever others can look."""

from __future__ import annotations

import io
import shutil
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from processes.method import Ground, Panel, Section
from processes.models import IntelligenceReference
from tests import pdfs
from tests.matrix import Place, addresses
from tests.situations import planned_round
from tests.world import World

pytestmark = pytest.mark.django_db
BIRD = "Kanariefågel"


@pytest.fixture
def world():
    return planned_round()


def pages(world: World) -> list[str]:
    """One page of each address and step."""
    place = Place("done", world, {}, 0, 0)
    return list({(a.name, a.step): a.url for a in addresses(place) if a.page.get == 200}.values())


def heard(client: Any, world: World, role: str) -> list[str]:
    """Where the bird is heard."""
    client.force_login(world.cast.people[role])
    return [url for url in pages(world) if BIRD in said(client.get(url))]


def said(answer: Any) -> str:
    """All that a page or a file says, also inside what is packed."""
    content = answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())
    if content.startswith(b"%PDF"):
        return "".join(pdfs.pages(content)) if shutil.which("pdftotext") else ""
    return content.decode()


def plant_in_police_ground(world: World) -> int:
    """A bird in every text of the steps that are the police's own, saved by the action like any text."""
    planted = 0
    for step in world.method:
        if step.ground is not Ground.POLICE:
            continue
        for section in step.sections:
            if isinstance(section, Panel):
                continue
            model = apps.get_model(step.record if isinstance(section, Section) else section.model)
            obj = model.objects.filter(**{world.method.paths[model._meta.label]: world.round}).first()
            if obj is None:
                continue
            texts = [
                name
                for name in section.fields
                if isinstance(field := model._meta.get_field(name), models.CharField | models.TextField)
                and not field.choices
            ]
            world.edit(obj, reason=f"{BIRD} som skäl", **{n: f"{BIRD} {step.key}.{n}" for n in texts})
            planted += len(texts)
        world.feedback(step.key, world.record(step.record), ["staff"])
    return planted


@pytest.mark.slow
@pytest.mark.row("LAG-2")
def test_the_polices_own_ground_is_heard_of_nowhere_outside_the_police(world, client):
    assert plant_in_police_ground(world) >= 12
    assert len(heard(client, world, "officer")) > 10  # the birds do sing
    for role in ("coordinator", "partner_representative"):
        assert heard(client, world, role) == [], role


@pytest.mark.slow
@pytest.mark.row("LOK-5")
def test_intelligence_is_heard_of_nowhere(world, client):
    """No page shows it, counts it or lists it in history, also to those cleared; no fact holds it."""
    cleared = ("intelligence", "coordinator")
    before = {role: lengths(client, world, role) for role in cleared}
    for number in range(3):
        IntelligenceReference.objects.create(
            situation=world.round.local_situation, what=f"{BIRD} {number}", keeper=BIRD
        )
    assert {role: lengths(client, world, role) for role in cleared} == before
    assert BIRD not in repr([dict(row) for row in world.facts().all_rows()])


def lengths(client: Any, world: World, role: str) -> list[int]:
    """How long each page is: one more or less of anything would show."""
    client.force_login(world.cast.people[role])
    return [len(said(client.get(url))) for url in pages(world)]
