"""The record of Ekhamra: how the register is kept, what is erased when, and a package handed out."""

from __future__ import annotations

from django.http import HttpRequest

from agreements.record import release
from agreements.record.actions import disposing, registering, releasing
from agreements.record.offering import offer
from processes import queries
from processes.method import get_method
from processes.views.here import Here

from . import clock
from .clock import Tale
from .hands import Story, ago
from .people import POLICE, Ekhamra

RULES = (("draft", 24), ("receipt", 1), ("package", 60), ("access_log", 120))


def begin(place: Ekhamra) -> None:
    """The register, and how long things are kept."""
    registering.set_register(
        by=place.people["registrar"],
        organisation=place.organisations[POLICE],
        version=0,
        subject_code="483",
        own_series=True,
    )
    decision = f"Gallringsbeslut {clock.day().year}:4, dnr A12.345/{clock.day().year}"
    for kind, months in RULES:
        disposing.set_rule(by=place.people["admin"], kind=kind, version=0, months=months, decision=decision)


def hand_out(s: Story) -> Tale:
    """Somebody has asked for all that there is about the square."""
    yield ago(3)
    registrar, organisation = s.people["registrar"], s.place.organisations[POLICE]
    method = get_method()
    facts = queries.load_facts(method, s.round.pk)
    here = Here(HttpRequest(), registrar, s.round, queries.actor_in(registrar, s.round), method, facts)
    found, words = offer(here, organisation.pk), release.grounds()
    left_out = {part.key: words[part.withheld].label for part in found.parts if part.withheld}
    package = release.build(here, found, release.Choice(left_out), organisation.name, words)
    releasing.hand_out(
        by=registrar, round_=s.round, organisation=organisation, title=found.title, package=package
    )
