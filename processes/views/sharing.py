"""Sharing one's own ground with another party, and reading what was shared (LAG-2)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from processes import actions, policies, queries
from processes.documents import html
from processes.documents import shared as documents
from processes.forms import Boxes, Kept, SeveralOf
from processes.models import Handover, Organisation
from processes.pages.frozen import fingerprint, frozen
from processes.pages.values import day

from .here import Here, enter, enter_step, once, require


class ShareForm(Kept):
    """To whom, and the fingerprint of what was shown."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    recipients = SeveralOf(
        Organisation.objects.none(),
        label="Vem ska få del av det?",
        widget=Boxes,
        error_messages={"required": "Välj minst en mottagare."},
    )
    note = forms.CharField(
        label="Meddelande",
        help_text="Kan lämnas tomt.",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, others: Any, now: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["recipients"].queryset = others
        self.initial["seen"] = self._now = now

    def clean(self) -> dict[str, Any]:
        """What is handed over is what was shown."""
        data = super().clean()
        if data.get("seen") != self._now:
            self.data = self.data.copy()
            self.data["seen"] = self._now
            raise forms.ValidationError(
                "Innehållet har ändrats sedan du öppnade sidan. Läs det som står nedanför och dela igen."
            )
        return data


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """What would be handed over, and the form that does it."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_share(here.actor, here.step))
    content = frozen(here)
    now = fingerprint(content)
    own = {m.organisation_id for m in queries.memberships(here.user)}
    others = Organisation.objects.filter(parties__process=here.round).exclude(pk__in=own)
    form = ShareForm(request.POST or None, others=others, now=now)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.share(
                by=here.user,
                round_=here.round,
                step=here.step,
                subject_id=subject,
                recipients=form.cleaned_data["recipients"],
                content=content,
                sha256=now,
                note=form.cleaned_data["note"],
            )
            names = ", ".join(str(o) for o in form.cleaned_data["recipients"])
            messages.success(request, f"Delat med {names}. Kopian finns kvar som den är nu.")
            return reverse("processes:shared", args=[pk])

        return once(request, act)
    context = {
        "title": f"Dela {here.subject_title.lower() if here.subject_title == here.step.title else here.subject_title}",
        "lead": "Mottagaren får en kopia som den är nu. Hos en annan myndighet blir den en allmän handling, "
        "så det går inte att ta tillbaka.",
        "submit_label": "Dela kopian",
        "copy": html.body(documents.blocks(content)),
        "at_stake": "",
        "cancel_url": here.url,
        "crumbs": here.trail("Dela"),
    }
    return here.form_page(form, context, template="processes/share.html")


def _organisations(here: Here) -> set[int]:
    """The parties on whose behalf the person sees what is shared."""
    parties = {row.organisation_id for row in here.facts.rows("processes.Party")}
    return parties & {m.organisation_id for m in queries.memberships(here.user)}


@require_safe
def shared(request: HttpRequest, pk: int) -> HttpResponse:
    """All that has been handed over to or from the person's own organisation."""
    here = enter(request, pk)
    own = _organisations(here)
    rows = [
        {
            "title": row.title,
            "url": reverse("processes:shared_copy", args=[pk, row.id]),
            "meta": f"{row.sender_name} till {row.recipient_name} · {day(row.at)} · {row.by_name}",
            "note": row.note,
        }
        for row in reversed(here.facts.rows("processes.Handover"))
        if {row.sender_id, row.recipient_id} & own
    ]
    context = {"title": "Delat mellan parterna", "entries": rows, "crumbs": [{"label": "Delat", "url": None}]}
    return here.page("processes/shared.html", context)


@require_safe
def shared_copy(request: HttpRequest, pk: int, handover: int) -> HttpResponse:
    """The copy as it was handed over, to sender and recipient only."""
    here = enter(request, pk)
    row = here.facts.get("processes.Handover", handover)
    if row is None:
        raise Http404("Sidan finns inte.")
    require(policies.can_read_shared(_organisations(here), row.sender_id, row.recipient_id))
    found = Handover.objects.select_related("sender", "recipient", "by").get(pk=handover)
    context = {
        "title": found.title,
        "document": html.article(documents.document(found)),
        "crumbs": [
            {"label": "Delat", "url": reverse("processes:shared", args=[pk])},
            {"label": found.title, "url": None},
        ],
    }
    return here.page("processes/shared_copy.html", context)
