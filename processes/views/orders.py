"""Ordered material is marked as come, or its recipient as reminded."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from processes import actions, policies
from processes.pages.orders import ORDERS

from .deciding import carry_out
from .here import enter_step, require


@require_POST
def deliver(request: HttpRequest, pk: int, slug: str, subject: int, order: int) -> HttpResponse:
    """Say that it has come."""
    here = enter_step(request, pk, slug, subject)
    row = here.facts.get(ORDERS, order)
    require(policies.can_deliver(here.actor, here.step, row.person_id if row else None))
    where = request.POST.get("var", "").replace("\x00", "").strip()[:200]
    return carry_out(
        here,
        lambda: actions.deliver(by=here.user, round_=here.round, step=here.step, order_id=order, where=where),
        "Underlaget är markerat som levererat.",
    )


@require_POST
def remind(request: HttpRequest, pk: int, slug: str, subject: int, order: int) -> HttpResponse:
    """Remind whoever was asked."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step, here.step.section("bestallningar")))
    return carry_out(
        here,
        lambda: actions.remind(by=here.user, round_=here.round, step=here.step, order_id=order),
        "Påminnelsen syns nu under Mitt arbete hos den som ska leverera.",
    )
