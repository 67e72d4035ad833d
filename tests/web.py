"""Short ways with the digital dialogue: opened, answered and closed as the people who would have done it."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import caches
from django.urls import reverse
from django.utils import timezone

from dialogs.digital import actions, stamp
from dialogs.digital.actions.answering import draft, mark, outcomes
from dialogs.digital.actions.receiving import Said
from dialogs.models import DigitalDialog, View

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def opened(world: Any, dialog: Any = None, by: Any = None, **values: Any) -> DigitalDialog:
    """The dialogue on the web from today, for two weeks."""
    usual = {
        "opens_on": world.today,
        "closes_on": world.today + timedelta(days=14),
        "welcome": "Berätta hur det är att röra sig i Åby centrum.",
        "contact": "Kim Officer, kommunpolis",
        "asks_place": True,
        "asks_theme": True,
    }
    return actions.open_on_web(
        by=by or world.cast.officer,
        round_=world.round,
        dialog_id=(dialog or world.citizen_dialog).pk,
        values=usual | values,
        version=values.get("version", 0),
    )


def closed(digital: DigitalDialog) -> DigitalDialog:
    """Closed by hand."""
    round_ = digital.dialog.processes.get()
    return actions.close(by=digital.opened_by, round_=round_, dialog_id=digital.dialog_id)


def sent(digital: DigitalDialog, *texts: str, **more: Any) -> str:
    """Some answers received, as one person's; the code on the receipt."""
    said = [Said("Var i centrum känner du dig otrygg?", text) for text in texts]
    return actions.receive(digital=digital, said=said, nonce=stamp.new(digital.pk).nonce, **more)


def views(digital: DigitalDialog) -> Any:
    """All that came in by the web."""
    return View.objects.filter(submitted__submission__digital=digital).order_by("pk")


def answered(world: Any, digital: DigitalDialog, **more: Any) -> Any:
    """Those who sent in are answered."""
    found = draft(world.facts(), digital)
    usual = {
        "shown": mark(found),
        "words": {outcome: f"Så här blev det: {outcome}." for outcome in outcomes(found)},
        "common": "Tack! Ni pekade på gångtunneln, och den har vi valt att arbeta med.",
        "next_what": "Vi följer upp belysningen.",
        "next_on": world.today + timedelta(days=60),
    }
    usual["by"] = world.cast.officer
    return actions.answer(round_=world.round, dialog_id=digital.dialog_id, **(usual | more))


def later(seconds: int) -> Any:
    """So many seconds on."""
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds), tick=False)


def form(response: Any) -> dict[str, str]:
    """What a browser would send back of a dialogue's page untouched."""
    found = re.search(r'name="stampel" value="([^"]+)"', response.content.decode())
    assert found
    return {"stampel": found[1]}


def code_in(response: Any) -> str:
    """The code of the receipt on the page."""
    found = CODE.search(response.content.decode())
    assert found
    return found[0]


def url(digital: DigitalDialog) -> str:
    """The public page's address."""
    return reverse("digital:page", args=[digital.code])


def get(client: Any, digital: DigitalDialog) -> Any:
    """The public page."""
    return client.get(url(digital))


def send(client: Any, digital: DigitalDialog, page: Any = None, seconds: int = 60, **typed: str) -> Any:
    """Fill in the page and send it after so many seconds."""
    fields = form(page or get(client, digital))
    with later(seconds):
        return client.post(url(digital), fields | typed)


@pytest.fixture(autouse=True)
def nothing_counted():
    """Each test begins with all counters at nought."""
    for cache in caches.all():
        cache.clear()
