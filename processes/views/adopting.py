"""The press that takes in what was said elsewhere."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from processes import actions, policies
from processes.method import Rows
from processes.writing import Refused

from .forming import parent_of
from .here import enter_step, once, require
from .step import show

MOST_DIGITS = 18


@require_POST
def adopt(request: HttpRequest, pk: int, slug: str, subject: int, section: str, source: str) -> HttpResponse:
    """Make a row of what is offered, or say which row it is already; then back to the section."""
    here = enter_step(request, pk, slug, subject)
    part = here.step.section(section)
    found = next((a for a in part.adopts if a.key == source), None) if isinstance(part, Rows) else None
    if found is None:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, part))
    back = f"{here.url}#{part.key}"
    common: dict[str, Any] = {
        "by": here.user,
        "round_": here.round,
        "step": here.step,
        "section": part,
        "source": found,
        "key": request.POST.get("ursprung", "").replace("\x00", "")[:200],
    }

    def act() -> str:
        if "finns" in request.POST:
            actions.join(row_id=_number(request, "rad"), **common)
            messages.success(request, "Kopplat till det som redan fanns.")
        else:
            actions.adopt(parent=parent_of(here, part), way=_number(request, "satt"), **common)
            messages.success(request, "Intaget. Ursprunget följer med.")
        return back

    try:
        return once(request, act)
    except Refused as refused:
        return show(here, refused, status=409)


def _number(request: HttpRequest, name: str) -> int:
    value = request.POST.get(name, "")
    return int(value) if value.isdecimal() and len(value) <= MOST_DIGITS else -1
