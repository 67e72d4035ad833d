"""Inriktningsbeslut: what a region has decided about the work, kept there and linked from its rounds (PRO-10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from processes import policies, queries
from processes.actions import region as actions
from processes.attaching import FiledForm
from processes.forms import BoundedDate
from processes.models import Area, RegionDecision
from processes.pages.values import day
from processes.views import drafts
from processes.views.attachments import as_download
from processes.views.here import once, require
from processes.writing import Conflict

CHANGED = "Någon annan har ändrat beslutet sedan du öppnade sidan. Läs det som står nu och ändra igen."


class DecisionForm(FiledForm):
    """What is decided, when, how long it holds, and where it can be read."""

    field_order = ("title", "decided_on", "valid_from", "valid_until", "link", "file")

    title = forms.CharField(
        label="Vad heter beslutet?",
        max_length=200,
        help_text="Till exempel ”Inriktningsbeslut medborgarlöften 2027–2028”.",
        error_messages={"required": "Skriv vad beslutet heter, så att andra hittar det."},
    )
    decided_on = BoundedDate(label="När fattades det?", required=False)
    valid_from = BoundedDate(label="Gäller från och med", required=False)
    valid_until = BoundedDate(
        label="Gäller till och med", required=False, help_text="Tomt betyder tills vidare."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)

    def __init__(self, *args: Any, decision: RegionDecision | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.has_file = bool(decision and decision.file)
        if self.has_file:
            self.fields["file"].help_text += " En fil finns redan; välj en ny bara om den ska bytas ut."

    def clean(self) -> dict[str, Any]:
        """It holds from some day to a later one."""
        data = super().clean()
        start, end = data.get("valid_from"), data.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", "Beslutet slutar gälla innan det börjar. Rätta ett av datumen.")
        return data

    @property
    def values(self) -> dict[str, Any]:
        """What the action needs."""
        names = ("title", "decided_on", "valid_from", "valid_until")
        return {name: self.cleaned_data[name] for name in names} | self.filed


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """The decisions of the regions that the person works in, those that hold first."""
    regions = list(queries.regions_of(request.user).order_by("name"))
    kept = set(queries.regions_kept_by(request.user).values_list("pk", flat=True))
    found = list(RegionDecision.objects.filter(region__in=regions))
    context = {
        "regions": [
            {
                "name": region.name,
                "add_url": reverse("portal:add_decision", args=[region.pk]) if region.pk in kept else "",
                "rows": [_shown(row, edits=region.pk in kept) for row in found if row.region_id == region.pk],
            }
            for region in regions
        ]
    }
    return render(request, "portal/decisions.html", context)


def _shown(row: RegionDecision, *, edits: bool) -> dict[str, Any]:
    over = bool(row.valid_until and row.valid_until < timezone.localdate())
    return {
        "title": row.title,
        "url": where(row),
        "meta": validity(row),
        "over": over,
        "edit_url": reverse("portal:decision", args=[row.pk]) if edits else "",
    }


def where(row: RegionDecision) -> str:
    """Where the decision can be read: the file itself, else the link."""
    return reverse("portal:decision_file", args=[row.pk]) if row.file else row.link


def validity(row: RegionDecision) -> str:
    """When it was decided and how long it holds, in words."""
    decided = f"Beslutat {day(row.decided_on)}" if row.decided_on else ""
    until = f"till och med {day(row.valid_until)}" if row.valid_until else "tills vidare"
    start = f"från {day(row.valid_from)} " if row.valid_from else ""
    return " · ".join(filter(None, (decided, f"Gäller {start}{until}")))


@require_http_methods(["GET", "HEAD", "POST"])
def add_decision(request: HttpRequest, region: int) -> HttpResponse:
    """A new decision of a region."""
    return _form(request, get_object_or_404(_within_reach(request), pk=region), None)


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a decision: its name, its days, where it is."""
    row = get_object_or_404(RegionDecision.objects.select_related("region"), pk=pk)
    return _form(request, get_object_or_404(_within_reach(request), pk=row.region_id), row)


def _within_reach(request: HttpRequest) -> Any:
    return queries.regions_of(request.user)


def _form(request: HttpRequest, region: Area, row: RegionDecision | None) -> HttpResponse:
    require(policies.can_keep_decisions(queries.regions_kept_by(request.user).filter(pk=region.pk).exists()))
    names = ("title", "decided_on", "valid_from", "valid_until", "link", "version")
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        drafts.files(request),
        decision=row,
        initial={name: getattr(row, name) for name in names} if row else {},
    )
    if form.is_bound and form.is_valid():

        def act() -> str:
            version = form.cleaned_data.get("version") or 0
            actions.keep_decision(
                by=request.user, region=region, values=form.values, decision=row, version=version
            )
            messages.success(request, "Sparat. Beslutet syns nu i regionens rundor.")
            return reverse("portal:decisions")

        try:
            return once(request, act)
        except Conflict as conflict:
            form.add_error(None, CHANGED)
            form.data = form.data.copy()
            form.data["version"] = conflict.theirs.version
    here = reverse("portal:decisions")
    context = {
        "title": row.title if row else "Lägg till ett inriktningsbeslut",
        "lead": f"{region.name}. Beslutet länkas från alla rundor i regionen som det gäller för.",
        "form": form,
        **drafts.offer(request, form),
        "multipart": True,
        "submit_label": "Spara",
        "cancel_url": here,
        "crumbs": [
            {"label": "Inriktningsbeslut", "url": here},
            {"label": "Ändra" if row else "Nytt", "url": None},
        ],
    }
    return render(request, "portal/invite.html", context, status=422 if form.errors else 200)


@require_safe
def decision_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The decision itself, to those who work in its region."""
    return as_download(get_object_or_404(RegionDecision, pk=pk, region__in=_within_reach(request)))
