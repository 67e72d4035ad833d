"""Answers to what the staff said, and dialogues with those who go on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes import actions as processes
from processes import policies
from processes.forms import BoundedDate, Kept, section_form
from processes.method import Rows, Step
from processes.pages import links
from processes.views.here import InStep, enter, enter_step, once, require, within
from processes.views.step import show
from processes.writing import Conflict, Refused

from ..models import HowProposal, Proposal, StaffGroup
from . import actions
from .fates import RESULTS

MODELS = {model._meta.label: model for model in (Proposal, HowProposal)}


class AnswerForm(Kept):
    """Why a result goes no further."""

    declined = forms.CharField(
        label="Varför går det inte vidare?",
        help_text="En mening som gruppen får läsa, till exempel ”Kommunen bygger redan om platsen i höst”. "
        "Tomt betyder att frågan är öppen igen.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class ToldForm(Kept):
    """When the result was taken up with the staff."""

    given_on = BoundedDate(
        label="När togs det upp på APT?", error_messages={"required": "Skriv vilken dag det togs upp."}
    )


def _staff_step(request: HttpRequest, pk: int, slug: str, subject: int | None = None) -> InStep:
    here = enter_step(request, pk, slug, subject)
    if here.step.record not in RESULTS:
        raise Http404("Sidan finns inte.")
    return here


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int, slug: str, subject: int, row: int) -> HttpResponse:
    """Tell a group why something it came to goes no further."""
    here = _staff_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step, actions.section_of(here.step)))
    label = RESULTS[here.step.record]
    known = here.facts.get(label, row)
    if known is None or known.dialog_id != subject:
        raise Http404("Sidan finns inte.")
    result, why = MODELS[label].objects.get(pk=row), None
    form = AnswerForm(request.POST or None, initial={"declined": result.declined, "version": result.version})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.answer(
                by=here.user,
                round_=here.round,
                step=here.step,
                result=result,
                version=form.cleaned_data["version"] or 0,
                reason=form.cleaned_data["declined"],
            )
            messages.success(request, "Svaret är sparat. Det följer med i återkopplingen till gruppen.")
            return f"{here.url}#resultat"

        try:
            return once(request, act)
        except Conflict:
            form.add_error(None, "Någon annan hann svara före dig. Ladda om sidan och läs svaret först.")
        except Refused as refused:
            why = refused
    context = {
        "title": "Svara gruppen",
        "lead": f"”{result.text}”",
        "cancel_url": f"{here.url}#resultat",
        "crumbs": here.trail("Svara gruppen"),
    }
    return here.form_page(form, context, why=why)


@require_http_methods(["GET", "HEAD", "POST"])
def told(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Note with one line that every group that waits has heard what came of it."""
    here = _staff_step(request, pk, slug)
    require(policies.can_edit(here.actor, here.step))
    form = ToldForm(request.POST or None, initial={"given_on": here.facts.today})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = actions.tell_all(
                by=here.user, round_=here.round, step=here.step, on=form.cleaned_data["given_on"]
            )
            said = f"{len(made)} grupper" if len(made) != 1 else "en grupp"
            messages.success(request, f"Återkopplingen är sparad för {said}.")
            return here.url

        try:
            return once(request, act)
        except Refused as refused:
            form.add_error("given_on", str(refused))
    context = {
        "title": "Taget upp på APT",
        "lead": "Gäller alla grupper som väntar på svar. I återkopplingen står vad varje förslag blev.",
        "cancel_url": here.url,
        "crumbs": here.trail("Taget upp på APT"),
    }
    return here.form_page(form, context)


@require_POST
def tie(request: HttpRequest, pk: int, subject: int, row: int) -> HttpResponse:
    """Let the staff's description belong to the problem that is analysed."""
    here = enter(request, pk)
    require(policies.can_see_step(here.actor, here.method["staff_dialog_what"]))
    inside = within(here, here.method["problem_analysis"], subject)
    require(policies.can_edit(inside.actor, inside.step))
    if here.facts.get(Proposal._meta.label, row) is None:
        raise Http404("Sidan finns inte.")
    found = Proposal.objects.get(pk=row)

    def act() -> str:
        actions.tie(by=here.user, round_=here.round, step=inside.step, subject_id=subject, result=found)
        messages.success(request, "Beskrivningen hör nu till analysen.")
        return f"{inside.url}#medarbetarna"

    try:
        return once(request, act)
    except Refused as refused:
        return show(inside, refused, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Appoint a standing group, also before anyone has met."""
    here = _staff_step(request, pk, slug)
    require(policies.can_edit(here.actor, here.step))
    step = here.method["staff_dialog_what"]
    section = next(s for s in step.sections if isinstance(s, Rows) and s.model == StaffGroup._meta.label)
    require(policies.can_edit(here.actor, step, section))
    form_class = section_form(here.round, step, section)
    group = StaffGroup(process=here.round, appointed_on=here.facts.today)
    form = form_class(request.POST or None, instance=group, fixed=(section.parent,))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            processes.add(
                by=here.user,
                round_=here.round,
                step=step,
                section=section,
                subject_id=0,
                parent=here.round,
                values=form.values,
            )
            messages.success(request, "Gruppen är utsedd.")
            return f"{here.url}#grupper"

        return once(request, act)
    context = {
        "title": section.add_label,
        "lead": section.intro,
        "cancel_url": here.url,
        "crumbs": here.trail(section.add_label),
    }
    return here.form_page(form, context)


@require_POST
def begin_with_group(request: HttpRequest, pk: int, slug: str, group: int) -> HttpResponse:
    """Begin a dialogue with a standing group."""
    here = _staff_step(request, pk, slug)
    require(policies.can_edit(here.actor, here.step))
    found = StaffGroup.objects.filter(process=here.round, pk=group).select_related("manager").first()
    if found is None:
        raise Http404("Sidan finns inte.")
    return once(request, lambda: _begun(here, here.step, found))


def _begun(here: InStep, step: Step, group: Any) -> str:
    made = actions.begin_with_group(by=here.user, round_=here.round, step=step, group=group)
    messages.success(here.request, "Dialogen är påbörjad. Skriv när ni ses.")
    return links.subject_url(here.round.pk, step, made.pk)
