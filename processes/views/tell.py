"""One press takes an occasion into the communication plan, filled in as the method suggests (KOM-4)."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from processes import actions, policies
from processes.method import Rows, Step
from processes.pages import links
from processes.steps.communication import STEP
from processes.steps.occasions import as_line

from .here import InStep, enter_step, once, require

SECTION = "aktiviteter"


class From(forms.Form):
    """The subject whose page the button stood on."""

    subject = forms.IntegerField(required=False, min_value=1, max_value=2**62)


@require_POST
def add_line(request: HttpRequest, pk: int, subject: int, occasion: str) -> HttpResponse:
    """Add the line, and lead back to the step that it is about."""
    here = enter_step(request, pk, STEP.slug, subject)
    part = here.step.section(SECTION)
    assert isinstance(part, Rows)
    require(policies.can_edit(here.actor, here.step, part))
    if occasion not in here.method.occasions:
        raise Http404("Sidan finns inte.")
    about, found = here.method.occasions[occasion]

    def act() -> str:
        actions.add(
            by=here.user,
            round_=here.round,
            step=here.step,
            section=part,
            subject_id=subject,
            parent=here.round,
            values=as_line(found),
        )
        messages.success(
            request, f"”{found.title}” finns nu i kommunikationsplanen. Ändra det som inte passar er."
        )
        return f"{_back(here, about)}#beratta"

    return once(request, act)


def _back(here: InStep, about: Step) -> str:
    """The page the button stood on; the plan itself for those who don't see that step."""
    if not policies.can_see_step(here.actor, about):
        return here.url
    form = From(here.request.POST)
    row = here.facts.get(about.record, form.cleaned_data["subject"]) if form.is_valid() else None
    return links.subject_url(here.round.pk, about, row.id) if row else links.step_url(here.round.pk, about)
