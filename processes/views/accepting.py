"""Each party says yes to its part of the plan: one form for all of it, and a way to take a yes back."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from processes import actions, policies
from processes.method import SAYS_YES, Finding
from processes.pages.plan import STEP

from .deciding import carry_out, comment_in
from .here import InStep, enter, require, within

MOST = 300
UNWRITTEN = Finding("ataganden", "inget skrivet", fixers=(*SAYS_YES["municipality"], *SAYS_YES["partner"]))
PART = re.compile(r"(\d{1,18}):([0-9a-f]{16})", re.ASCII)


def _enter(request: HttpRequest, pk: int) -> InStep:
    here = enter(request, pk)
    require(policies.can_answer(here.actor))
    return within(here, here.method[STEP])


@require_POST
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes to the parts that are ticked, as they were shown."""
    here = _enter(request, pk)
    ticked = map(PART.fullmatch, request.POST.getlist("del")[:MOST])
    shown = {int(found[1]): found[2] for found in ticked if found}
    return carry_out(
        here,
        lambda: actions.accept(by=here.user, round_=here.round, shown=shown, note=comment_in(request)),
        "Svaret är noterat.",
        "Skriv hur parten lämnade sitt ja, till exempel ”mejl från förvaltningschefen”.",
        UNWRITTEN,
    )


@require_POST
def take_back(request: HttpRequest, pk: int, share: int) -> HttpResponse:
    """Take a yes back."""
    here = _enter(request, pk)
    return carry_out(
        here,
        lambda: actions.take_back(
            by=here.user, round_=here.round, share_id=share, reason=comment_in(request)
        ),
        "Ert ja är tillbakadraget.",
        "Skriv varför ni tar tillbaka ert ja.",
        UNWRITTEN,
    )
