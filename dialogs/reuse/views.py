"""Taking an earlier round's dialogue along: what it was and how old it is, then one press."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes import policies
from processes.forms import Kept
from processes.pages import links
from processes.pages.values import day
from processes.views.here import InStep, enter, once, require, within
from processes.views.step import show
from processes.writing import ReasonNeeded, Refused

from ..models import CitizenDialog
from ..steps.citizen_dialog import STEP
from ..steps.citizen_rules import is_old
from . import actions
from .queries import to_take

OLD = (
    "Dialogen är äldre än perioden före rundans. Läget kan ha hunnit ändras: skriv varför den gäller ändå, eller "
    "håll en ny."
)
WHY = "Skriv varför dialogen gäller fortfarande. Den är äldre än perioden före rundans."


class TakeForm(Kept):
    """Why an old dialogue still holds; a newer one is taken along as it is."""

    def __init__(self, *args: Any, old: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if old:
            self.fields["reason"] = forms.CharField(
                label="Varför gäller det som sades fortfarande?",
                help_text="Till exempel ”Ungdomarna säger samma sak i årets trygghetsmätning”. Alla som skriver "
                "under ser det.",
                widget=forms.Textarea(attrs={"rows": 4}),
                max_length=5000,
                error_messages={"required": WHY},
            )


def _enter(request: HttpRequest, pk: int) -> InStep:
    here = within(enter(request, pk), STEP)
    require(policies.can_edit(here.actor, here.step))
    return here


@require_http_methods(["GET", "HEAD", "POST"])
def take_along(request: HttpRequest, pk: int, dialog: int) -> HttpResponse:
    """The dialogue in short, a warning when it is old, and the press that links it to the round."""
    here = _enter(request, pk)
    found = to_take(here.user, here.round).filter(pk=dialog).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    old = is_old(found.held_on, here.round.period_start, here.round.period_end)
    form = TakeForm(request.POST if request.method == "POST" else None, old=old)
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _take(here, found, form.cleaned_data.get("reason", "")))
        except ReasonNeeded:
            form.add_error(None, WHY)
        except Refused as refused:
            return here.stopped(refused, here.url)
    context = {
        "title": f"Ta med ”{found.title or 'Dialog utan namn'}”",
        "lead": f"Hölls {day(found.held_on)}. Planen, synpunkterna och återkopplingen följer med, och alla parter i "
        "den här rundan får läsa dem. Det som ändras här ändras också i rundan den hölls för.",
        "warning": OLD if old else "",
        "submit_label": "Ta med dialogen",
        "cancel_url": here.url,
        "crumbs": here.trail("Ta med"),
    }
    return here.form_page(form, context)


def _take(here: InStep, found: CitizenDialog, reason: str) -> str:
    actions.take_along(by=here.user, round_=here.round, dialog_id=found.pk, reason=reason)
    messages.success(here.request, "Dialogen är med i rundan.")
    return links.subject_url(here.round.pk, here.step, found.pk)


@require_POST
def leave_out(request: HttpRequest, pk: int, dialog: int) -> HttpResponse:
    """Take a dialogue that was taken along out of the round again."""
    here = _enter(request, pk)
    if here.facts.get(STEP.record, dialog) is None:
        raise Http404("Sidan finns inte.")

    def act() -> str:
        actions.leave_out(by=here.user, round_=here.round, dialog_id=dialog)
        messages.success(request, "Dialogen är inte längre med i rundan. Den finns kvar i den den hölls för.")
        return here.url

    try:
        return once(request, act)
    except Refused as refused:
        return show(here, refused, status=409)
