"""The suggested order of the focus areas: taken over at one click, or after a look at what it changes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes import actions, guard, policies
from processes.forms import Kept, Radios, reason_field
from processes.pages import links
from processes.pages.joint.choice import MEETING, suggested_ids, weighing
from processes.pages.links import Ways
from processes.pages.refusal import stopped
from processes.steps.joint_rules import FOCUS
from processes.writing import ReasonNeeded, Refused

from .here import InStep, enter_step, once, require


class OrderForm(Kept):
    """Which priorities the suggestion may write, and the order that was shown."""

    hur = forms.ChoiceField(
        label="Vilka prioriteter ska fyllas i?",
        choices=[("blank", "Bara de som är tomma"), ("all", "Alla, också de ni redan har skrivit")],
        initial="blank",
        widget=Radios,
        error_messages={"required": "Välj vilka som ska fyllas i."},
    )
    visat = forms.CharField(max_length=2000, widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, ask_reason: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if ask_reason:
            self.fields["reason"] = reason_field()


@require_http_methods(["GET", "HEAD", "POST"])
def use_order(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Show the suggestion beside what stands there now; take it over when asked to."""
    here = enter_step(request, pk, slug, subject)
    if here.step.record != "processes.JointSituation":
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, here.step.section("fokus")))
    ask = guard.asks_reason(here.facts, here.step, here.subject)
    form = OrderForm(request.POST or None, ask_reason=ask, initial={"visat": suggested_ids(here)})
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            return _use(here, form)
        except Refused as error:
            refused = error
        except ReasonNeeded:
            return _page(here, OrderForm(request.POST, ask_reason=True), None, 422)
        form = OrderForm(initial={"visat": suggested_ids(here)}, ask_reason=ask)
    return _page(here, form, refused, 409 if refused else 422 if form.errors else 200)


def _back(here: InStep) -> str:
    """The focus areas on the step's page, or in the meeting that one came from."""
    assert here.subject is not None
    if MEETING in here.request.GET:
        return f"{links.at('meeting', here.round.pk, here.step, here.subject.id)}#ordning"
    return f"{here.url}#fokus"


def _use(here: InStep, form: OrderForm) -> HttpResponse:
    assert here.subject is not None
    subject_id = here.subject.id

    def act() -> str:
        changed = actions.use_order(
            by=here.user,
            round_=here.round,
            step=here.step,
            subject_id=subject_id,
            shown=form.cleaned_data["visat"],
            keep=form.cleaned_data["hur"] == "blank",
            reason=form.cleaned_data.get("reason", ""),
        )
        messages.success(here.request, "Ordningen är sparad." if changed else "Ordningen var redan den.")
        return _back(here)

    return once(here.request, act)


def _page(here: InStep, form: OrderForm, refused: Refused | None, status: int) -> HttpResponse:
    own = "#id_hur_0" if refused and refused.finding.anchor == "ordning.hur" else ""
    context = {
        "title": "Använd ordningen",
        "lead": "Summorna ger ett förslag. Ni bestämmer, och kan ändra varje prioritet efteråt.",
        "refusal": stopped(refused, here, own) if refused else None,
        "form": form,
        "weighing": weighing(here, here.facts.rows(FOCUS), Ways(here, "fokus")),
        "cancel_url": _back(here),
        "crumbs": here.trail("Använd ordningen"),
    }
    return here.page("processes/joint/order.html", context, status=status)
