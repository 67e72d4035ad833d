"""Hints that come while one writes, and kinds of hint that are silenced or had back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST

from processes import actions, policies, queries
from processes.forms import section_form
from processes.method import Advice, Panel, Rows, Section, get_method
from processes.pages import hints as pages

from .drafts import PathForm
from .here import InStep, enter_step, require


class AskedForm(forms.Form):
    """Of which field hints are wanted, and of which saved row if any."""

    falt = forms.CharField(max_length=80)
    rad = forms.IntegerField(min_value=0, max_value=2**31, required=False)


class KindsForm(forms.Form):
    """Which kinds of hint an act is about."""

    tips = forms.MultipleChoiceField()

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["tips"].choices = [(code, code) for code in get_method().hints]


def advise(here: InStep, part: Section | Rows, obj: Any, form: forms.BaseForm) -> None:
    """Put hints beside the fields of a form that can give them."""
    if part.advice:
        pages.attach(here, part, obj.pk or 0, form, queries.silenced(here.user))


@require_POST
def hints(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """The hints of one field as the form now stands. Nothing is saved."""
    here = enter_step(request, pk, slug, subject)
    part = here.step.section(section)
    if part is None or isinstance(part, Panel) or not part.advice:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, part))
    asked = AskedForm(request.POST)
    if not asked.is_valid():
        raise BadRequest("Det framgår inte vilket fält tipsen gäller.")
    advice = _advice(part, asked.cleaned_data["falt"])
    form = section_form(here.round, here.step, part)(request.POST)
    form.is_valid()
    row = pages.written(here, part, asked.cleaned_data["rad"] or 0, form)
    found = pages.beside(here, part, advice, row, queries.silenced(here.user))
    return render(request, "components/_hints_given.html", {"advice": found})


def _advice(part: Section | Rows, field: str) -> Advice:
    found = next((advice for advice in part.advice if advice.field == field), None)
    if found is None:
        raise BadRequest("Det fältet har inga tips.")
    return found


@require_POST
def silence(request: HttpRequest) -> HttpResponse:
    """Show some kinds of hint to this person no more."""
    return _act(request, actions.silence, "Tipset visas inte mer. Du får tillbaka det längst ned under Tips.")


@require_POST
def restore(request: HttpRequest) -> HttpResponse:
    """Show silenced kinds of hint again."""
    return _act(request, actions.restore, "Tipset visas igen.")


def _act(request: HttpRequest, act: Callable[..., None], told: str) -> HttpResponse:
    """Do it; then back to the page it was asked on, or nothing when a script asked."""
    kinds, back = KindsForm(request.POST), PathForm(request.GET)
    if not kinds.is_valid() or not back.is_valid():
        raise BadRequest("Det framgår inte vilket tips det gäller.")
    act(by=request.user, codes=kinds.cleaned_data["tips"])
    if "X-Fragment" in request.headers:
        return HttpResponse(status=204)
    messages.success(request, told)
    return HttpResponseRedirect(f"{back.cleaned_data['path']}#tips")
