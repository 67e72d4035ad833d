"""A text of a dialogue: read, copied, made one's own, fetched anew, and told (DIA-17, FAL-6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import actions, policies
from processes.documents import html
from processes.forms import FeedbackForm, Kept
from processes.models import Feedback
from processes.models.record import LONGEST_TEXT
from processes.pages import links
from processes.pages.documents import files
from processes.views.here import InStep, enter, once, require, within
from processes.writing import Conflict

from .models import CitizenDialog, DialogText
from .steps.citizen_dialog import STEP
from .texts import paper
from .texts.writer import SLUGS, Kind, current, gaps, own

SECTION = "texter"
LEADS = {
    Kind.INVITATION: "Skriven ur planen. Ändra fritt innan ni skickar den.",
    Kind.CLOSING: "Ett blad att läsa ur innan mötet slutar, så att alla vet vad som händer och när.",
    Kind.SUMMARY: "Skriven ur det ni har antecknat och räknat. Ingen citeras.",
    Kind.FEEDBACK: "Skriven ur synpunkterna och det ni har valt. En text räcker för alla som väntar på svar. "
    "Skälen står så som ni skrev dem: läs dem en gång till innan ni skickar.",
}


class TextForm(Kept):
    """The whole text, and the version read."""

    text = forms.CharField(
        label="Texten",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text="Rader som börjar med # blir rubriker. Rader som börjar med – blir punkter. Lämna en tom rad mellan "
        "stycken.",
        error_messages={"required": "Texten är tom. Skriv något, eller hämta programmets text på nytt."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)


def _enter(request: HttpRequest, pk: int, subject: int, slug: str) -> tuple[InStep, str]:
    here = enter(request, pk)
    if slug not in SLUGS:
        raise Http404("Sidan finns inte.")
    return within(here, here.method[STEP.key], subject), SLUGS[slug]


@require_safe
def text(request: HttpRequest, pk: int, subject: int, slug: str) -> HttpResponse:
    """The text as it is used now, to read, copy and print; the last of them also to be told."""
    here, kind = _enter(request, pk, subject, slug)
    doc, now = here.step.document(slug), current(kind, here.facts, here.subject)
    assert doc is not None
    can = policies.can_edit(here.actor, here.step, here.step.section(SECTION))
    where = [here.round.pk, subject, slug]
    context: dict[str, Any] = {
        "title": str(Kind(kind).label),
        "lead": LEADS[Kind(kind)],
        "document": html.article(paper.document(kind, here, now)),
        "gaps": gaps(now),
        "own": own(kind, here.facts, here.subject) is not None,
        "why_not": can.reason,
        "edit_url": reverse("dialogs:edit_text", args=where) if can else "",
        "renew_url": reverse("dialogs:renew_text", args=where) if can else "",
        "plan_url": links.at("edit", here.round.pk, here.step, subject, "plan") if can else "",
        "files": files(here, doc),
        "telling": _telling(here, kind, now),
        "crumbs": here.trail(str(Kind(kind).label)),
    }
    return here.page("dialogs/text.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int, subject: int, slug: str) -> HttpResponse:
    """The form that makes the text one's own."""
    here, kind = _enter(request, pk, subject, slug)
    require(policies.can_edit(here.actor, here.step, here.step.section(SECTION)))
    mine, now = own(kind, here.facts, here.subject), current(kind, here.facts, here.subject)
    form = TextForm(request.POST or None, initial={"text": now, "version": mine.version if mine else 0})
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _keep(here, kind, slug, form))
        except Conflict as conflict:
            form.data = form.data.copy()
            form.data["version"] = str(conflict.theirs.version)
            form.add_error(
                "text",
                "Någon annan hann spara sin text före dig. Din står kvar här; deras ser du på textens sida. "
                "Spara igen om din ska gälla.",
            )
    back = reverse("dialogs:text", args=[here.round.pk, subject, slug])
    context = {
        "title": f"Ändra: {Kind(kind).label}",
        "lead": "Det du sparar blir er egen text. Det som står inom hakparentes fattas.",
        "submit_label": "Spara som er egen text",
        "cancel_url": back,
        "crumbs": [
            *here.trail(),
            {"label": str(Kind(kind).label), "url": back},
            {"label": "Ändra", "url": None},
        ],
    }
    return here.form_page(form, context)


def _keep(here: InStep, kind: str, slug: str, form: TextForm) -> str:
    assert here.subject is not None
    common: dict[str, Any] = {
        "by": here.user,
        "round_": here.round,
        "step": here.step,
        "section": here.step.section(SECTION),
        "subject_id": here.subject.id,
        "values": {"kind": kind, "text": form.cleaned_data["text"]},
    }
    version = form.cleaned_data["version"] or 0
    known = DialogText.objects.filter(dialog=here.subject.id, kind=kind).first()
    if known is None:
        actions.add(parent=CitizenDialog.objects.get(pk=here.subject.id), **common)
    else:
        actions.save(obj=known, version=version, **common)
    messages.success(here.request, "Texten är sparad som er egen.")
    return reverse("dialogs:text", args=[here.round.pk, here.subject.id, slug])


@require_POST
def renew(request: HttpRequest, pk: int, subject: int, slug: str) -> HttpResponse:
    """Let the program write the text again; what had been changed is in the history."""
    here, kind = _enter(request, pk, subject, slug)
    section = here.step.section(SECTION)
    require(policies.can_edit(here.actor, here.step, section))
    known = DialogText.objects.filter(dialog=subject, kind=kind).first()
    if known is not None:
        actions.remove(
            by=here.user, round_=here.round, step=here.step, section=section, subject_id=subject, obj=known
        )
        messages.success(request, "Texten är hämtad på nytt. Er tidigare text finns i tidslinjen.")
    return redirect("dialogs:text", pk, subject, slug)


def _telling(here: InStep, kind: str, now: str) -> dict[str, Any] | None:
    """The form that records the text as a feedback: whoever waits is chosen already, one press is left."""
    if kind != Kind.FEEDBACK or not policies.can_edit(here.actor, here.step):
        return None
    assert here.subject is not None
    waiting = list(here.step.debts(here.facts, here.subject))
    form = FeedbackForm(
        instance=Feedback(),
        auto_id="svar_%s",
        initial={
            "audiences": [debt.audience for debt in waiting],
            "given_on": timezone.localdate(),
            "text": now[:LONGEST_TEXT],
        },
    )
    form.fields["text"].widget = forms.HiddenInput()
    form.fields["due_on"].widget = forms.HiddenInput()
    days = max(((here.facts.today - debt.since).days for debt in waiting), default=None)
    return {
        "form": form,
        "url": links.at("feedback", here.round.pk, here.step, here.subject.id),
        "days": days,
    }
