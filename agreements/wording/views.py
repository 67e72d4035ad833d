"""The promise as others will read it, and which focus areas belong to which promise."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from agreements.signing import Kind
from agreements.steps.citizen_promise import STEP
from processes import guard, policies
from processes.method import Gate, Section
from processes.pages.refusal import refusal
from processes.views.here import enter_step, once, require

from . import preview as readers
from .actions import place
from .places import Pair, section
from .size import size


@require_POST
def place_focus(request: HttpRequest, pk: int) -> HttpResponse:
    """Save which focus areas belong to which promise."""
    here = enter_step(request, pk, STEP.slug)
    require(policies.can_edit(here.actor, STEP, section()))

    def act() -> str:
        changed = place(
            by=here.user, round_=here.round, shown=_pairs(request, "fanns"), chosen=_pairs(request, "plats")
        )
        messages.success(
            request, "Fokusområdena är fördelade." if changed else "Inget ändrades: allt stod redan så."
        )
        return here.url

    return once(request, act)


def _pairs(request: HttpRequest, name: str) -> set[Pair]:
    found = set()
    for value in request.POST.getlist(name)[:1000]:
        one, _, other = value.partition(":")
        if one.isdecimal() and other.isdecimal() and len(value) < 38:
            found.add((int(one), int(other)))
    return found


@require_safe
def preview(request: HttpRequest, pk: int, subject: int, kind: Kind) -> HttpResponse:
    """The promise as it would be signed now, with the eyes of both its readers."""
    here = enter_step(request, pk, STEP.slug, subject)
    verdict = guard.evaluate(here.method, Gate.SIGN, here.facts, here.step, here.subject)
    texts = STEP.section("texter")
    assert isinstance(texts, Section)
    context = {
        "title": "Förhandsvisning",
        "citizen": readers.citizen(here),
        "signer": readers.signer(here),
        "reading": readers.reading(here, can=bool(policies.can_edit(here.actor, STEP, texts))),
        "size": size(here.method, here.facts, here.subject),
        "back_url": here.url,
        "refusal": refusal(verdict, pk, here.actor, "Det här återstår innan löftet kan skrivas under"),
        "crumbs": here.trail("Förhandsvisning"),
    }
    return here.page("agreements/promise_preview.html", context)
