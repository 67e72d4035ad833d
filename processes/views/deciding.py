"""What is decided about a subject: passed, returned, opened again, new material taken note of."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes import actions, guard, policies
from processes.method import Finding, Gate
from processes.pages.changes import change_rows
from processes.writing import NOWHERE, ReasonNeeded, Refused

from .here import InStep, enter_step, once, require
from .step import show

COMMENT = 2000
GATES = {gate.value for gate in (Gate.OPEN, Gate.COMPLETE, Gate.APPROVE)}


def comment_in(request: HttpRequest) -> str:
    """What was written beside an act."""
    return request.POST.get("kommentar", "").replace("\x00", "").strip()[:COMMENT]


def carry_out(
    here: InStep, act: Callable[[], Any], done: str, missing: str = "", where: Finding = NOWHERE
) -> HttpResponse:
    """Carry an act out once; a refusal is shown on the page itself, with the reasons. When words are
    missing, `missing` says which, and `where` is the place to write them."""

    def run() -> str:
        act()
        messages.success(here.request, done)
        return here.url

    try:
        return once(here.request, run)
    except guard.NotReady as not_ready:
        return show(here, not_ready.verdict, status=409)
    except ReasonNeeded:
        return show(here, Refused(missing, where), status=422)
    except Refused as refused:
        return show(here, refused, status=409)


@require_POST
def decide(request: HttpRequest, pk: int, slug: str, subject: int, gate: str) -> HttpResponse:
    """Pass one of the step's gates."""
    here = enter_step(request, pk, slug, subject)
    if gate not in GATES or Gate(gate) not in here.step.gates:
        raise Http404("Sidan finns inte.")
    require(policies.can_decide(here.actor, here.step, Gate(gate)))
    words = {"open": "Dialogen är öppnad.", "approve": "Godkänt."}
    return carry_out(
        here,
        lambda: actions.decide(
            by=here.user,
            round_=here.round,
            step=here.step,
            subject_id=subject,
            gate=Gate(gate),
            comment=comment_in(request),
        ),
        words.get(gate, "Klarmarkerat."),
    )


@require_POST
def send_back(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Return with a comment."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_return(here.actor, here.step))
    return carry_out(
        here,
        lambda: actions.send_back(
            by=here.user, round_=here.round, step=here.step, subject_id=subject, comment=comment_in(request)
        ),
        "Återlämnat. Den som leder arbetet ser din kommentar.",
        "Skriv vad som behöver ändras innan du återlämnar.",
        Finding("decision", "inget skrivet", about="aterlamna", fixers=here.step.approved_by),
    )


@require_POST
def reopen(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Open a finished step again."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    return carry_out(
        here,
        lambda: actions.reopen(
            by=here.user, round_=here.round, step=here.step, subject_id=subject, comment=comment_in(request)
        ),
        "Steget är öppet igen.",
        "Skriv varför du öppnar steget igen.",
        Finding("decision", "inget skrivet", about="oppna"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Take note of new material with a sentence."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    news = guard.standing(here.facts, here.step, here.subject).news
    error = ""
    if request.method == "POST":
        if comment_in(request):
            return carry_out(
                here,
                lambda: actions.acknowledge(
                    by=here.user,
                    round_=here.round,
                    step=here.step,
                    subject_id=subject,
                    comment=comment_in(request),
                ),
                "Det nya underlaget är kvitterat.",
            )
        error = "Skriv en mening om hur ni ser på det nya underlaget."
    context = {
        "title": "Nytt underlag",
        "lead": "Det här har tillkommit sedan beslutet. Påverkar det något? Annars räcker en mening.",
        "groups": [
            {"step_title": here.subject_title, "url": here.url, "changes": change_rows(here.facts, news)}
        ]
        if news
        else [],
        "comment_label": "Hur ser ni på det?",
        "submit_label": "Kvittera",
        "error": error,
        "idem": uuid.uuid4().hex,
        "cancel_url": here.url,
        "crumbs": here.trail("Nytt underlag"),
    }
    return here.page("processes/confirm.html", context, status=422 if error else 200)
