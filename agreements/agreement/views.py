"""Using an agreement in another round."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from agreements import signing
from agreements.signing.views import in_version
from agreements.steps.signed import SIGNERS
from processes import policies
from processes.forms import BoundedDate
from processes.method import Finding, get_method
from processes.pages import links
from processes.views.deciding import carry_out, comment_in
from processes.views.here import enter_step, once, require
from processes.views.step import show
from processes.writing import Refused

from . import actions


class NoticeForm(forms.Form):
    """From which day an agreement is to hold no more."""

    fran = BoundedDate(required=False)


@require_POST
def give_notice(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """End an agreement in force, by whoever signs for a party."""
    here, _, row = in_version(request, pk, version)
    may = signing.speaks_for(here.facts, here.user, here.round, row) if row.agreement_id else None
    why = "Bara den som får skriva under för en part kan säga upp överenskommelsen."
    require(policies.Decision(may is not None, why))
    form = NoticeForm(request.POST)
    ends_on = form.cleaned_data["fran"] if form.is_valid() else None
    return carry_out(
        here,
        lambda: signing.give_notice(
            by=here.user, round_=here.round, version_id=version, ends_on=ends_on, reason=comment_in(request)
        ),
        "Överenskommelsen är uppsagd.",
        "Skriv varför ni säger upp överenskommelsen.",
        Finding("underskrift", "inget skrivet", fixers=SIGNERS),
    )


@require_POST
def use_agreement(request: HttpRequest, pk: int, agreement: int) -> HttpResponse:
    """Let the round rest on an agreement that is in force."""
    step = get_method()[actions.STEP]
    here = enter_step(request, pk, step.slug)
    require(policies.can_edit(here.actor, step))

    def act() -> str:
        actions.use(by=here.user, round_=here.round, agreement_id=agreement)
        messages.success(request, "Rundan använder nu överenskommelsen. Löften kan utgå från den.")
        return links.subject_url(pk, step, agreement)

    try:
        return once(request, act)
    except Refused as refused:
        return show(here, refused, status=409)
