"""What the parties have handed over of their own pictures, side by side (LAG-2, GEM-2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import policies
from processes.method import Facts
from processes.models import Handover
from processes.pages.links import step_url
from processes.pages.values import day

if TYPE_CHECKING:
    from processes.views.here import InStep

OWN = "own_picture"
PICTURES = ("local_situation", OWN)
ENTRIES, SHORT = "Problem, risker och möjligheter", "Kort beskrivning"
MOST = 12


def shared(here: InStep) -> dict[str, Any]:
    """The latest copy of each picture that the person's organisation gave or was given."""
    latest = {
        (row.sender_id, row.subject_model, row.subject_id): row.id
        for row in here.facts.rows("processes.Handover")
        if row.step in PICTURES and {row.sender_id, row.recipient_id} & here.actor.organisations
    }
    copies = Handover.objects.filter(pk__in=latest.values()).select_related("sender").order_by("sender__name")
    return {
        "copies": [_copy(here, copy) for copy in copies],
        "own": [
            {"title": step.title, "url": step_url(here.round.pk, step)}
            for step in map(here.method.by_key.get, PICTURES)
            if step and policies.can_share(here.actor, step)
        ],
    }


def with_all(facts: Facts) -> list[Handover]:
    """The latest copy of each party's own picture that every other party of the round has been given: that
    alone may be shown to all of them at once."""
    parties = {row.organisation_id for row in facts.rows("processes.Party")}
    given: dict[tuple[int, int, str], set[int]] = {}
    latest: dict[tuple[int, int], int] = {}
    for row in facts.rows("processes.Handover", step=OWN):
        given.setdefault((row.sender_id, row.subject_id, row.sha256), set()).add(row.recipient_id)
        if given[row.sender_id, row.subject_id, row.sha256] >= parties - {row.sender_id}:
            latest[row.sender_id, row.subject_id] = row.id
    found = Handover.objects.filter(pk__in=latest.values()).select_related("sender")
    return list(found.order_by("sender__name"))


def _copy(here: InStep, copy: Handover) -> dict[str, Any]:
    said = entries(copy.content)
    return {
        "who": copy.sender.name,
        "title": copy.title,
        "when": day(copy.at),
        "said": said[:MOST],
        "more": len(said) - MOST,
        "url": reverse("processes:shared_copy", args=[here.round.pk, copy.pk]),
    }


def entries(content: dict[str, Any]) -> list[str]:
    """What a copy's entries say in short."""
    for part in content.get("parts", ()):
        if part["title"] == ENTRIES and SHORT in part["columns"]:
            place = part["columns"].index(SHORT)
            return [row[place] for row in part["rows"] if row[place]]
    return []
