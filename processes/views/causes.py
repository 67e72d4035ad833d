"""Asking why: a tree of causes, built one line at a time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes import actions, policies, why
from processes.forms import RecordForm, record_form
from processes.method import Rows
from processes.models import Cause, ProblemAnalysis
from processes.pages import causes
from processes.pages.causes import ROOT, Asking
from processes.steps.problem_analysis import STEP

from . import drafts
from .here import InStep, enter_step, once, require

FIELDS = ("text", "parent", "horizon", "who_can_act")
GONE = "Orsaken som du svarade på finns inte längre. Det du skrev står kvar här."
LARGEST = 2**63 - 1


class Under(forms.Form):
    """Where the form is to stand open: under a cause, or under the problem (0)."""

    under = forms.IntegerField(required=False, min_value=ROOT, max_value=LARGEST)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, pk: int, subject: int) -> HttpResponse:
    """The tool: the tree with a line for the next answer under each cause."""
    here = enter_step(request, pk, STEP.slug, subject)
    section = here.step.section(causes.SECTION)
    assert isinstance(section, Rows)
    require(policies.can_edit(here.actor, here.step, section))
    analysis = ProblemAnalysis.objects.get(pk=subject)
    form = _form(here, analysis)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _add(here, section, analysis, form))
        except ValidationError as error:
            form.add_error("text", " ".join(error.messages))
    return _page(here, form)


def _form(here: InStep, analysis: ProblemAnalysis) -> RecordForm:
    form_class = record_form(here.round, Cause, FIELDS)
    posted = here.request.POST if here.request.method == "POST" else None
    form = form_class(posted, instance=Cause(analysis=analysis), fixed=("analysis",))
    form.fields["parent"].widget = forms.HiddenInput()
    form.fields["parent"].error_messages["invalid_choice"] = GONE
    form.fields["text"].required = True
    form.fields["text"].error_messages["required"] = "Skriv varför det händer. En kort mening räcker."
    return form


def _add(here: InStep, section: Rows, analysis: ProblemAnalysis, form: RecordForm) -> str:
    made = actions.add(
        by=here.user,
        round_=here.round,
        step=here.step,
        section=section,
        subject_id=analysis.pk,
        parent=analysis,
        values=form.values,
    )
    messages.success(here.request, "Sparat.")
    return causes.why_url(here, made.parent_id or ROOT)


def _page(here: InStep, form: RecordForm) -> HttpResponse:
    """The tree, its form open where it was asked for, where something was wrong, or where a draft is."""
    offered = drafts.offer(here.request, form)
    asking = _asking(here, form)
    form.auto_id = f"%s-{asking.open_at}"
    context: dict[str, Any] = {
        "form": form,
        "title": "Varför händer det?",
        "subject_title": here.subject_title,
        "back_url": f"{here.url}#{causes.PANEL}",
        "post": here.request.path,
        "tree": causes.shown(here, asking),
        "crumbs": here.trail("Varför händer det?"),
        "draft": offered.get("draft"),
    }
    return here.page("processes/causes/why.html", context, status=422 if form.errors else 200)


def _asking(here: InStep, form: RecordForm) -> Asking:
    """Where the form stands open and what is in it: as posted, as kept in a draft, or as the link says."""
    values = form.data if form.is_bound else form.initial
    typed = {name: str(values.get(name) or "") for name in FIELDS}
    wanted = _place(here.request.GET.get("under"))
    if typed["parent"] or form.is_bound:
        wanted = _place(typed["parent"]) or ROOT
    places = {node.row.id for node in why.walk(why.tree(here.facts, here.subject)) if node.can_be_asked}
    if wanted not in places and (wanted or typed["text"] or not places):
        wanted = ROOT
    errors = [
        error for name in ("parent", "text", "horizon", "who_can_act") for error in form.errors.get(name, ())
    ]
    return Asking(wanted, typed, " ".join(errors), form.initial["vem"])


def _place(value: str | None) -> int | None:
    """The number of a cause, or of the problem; none when it makes no sense."""
    under = Under({"under": value})
    return under.cleaned_data["under"] if under.is_valid() else None
