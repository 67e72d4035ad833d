"""Gallring: the dry run on a page, its rules, and carrying them out."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes.forms import Kept, WholeNumber
from processes.pages.values import day
from processes.queries import roles_in_police
from processes.views.here import once, require
from processes.writing import Conflict, Refused

from ...models import Disposal, DisposalRule
from .. import disposal as dry
from .. import policies
from ..actions import disposing as actions

LOG = 50


class RuleForm(Kept):
    """After how long, and by which decision."""

    months = WholeNumber(
        label="Efter hur många månader?",
        required=False,
        min_value=1,
        max_value=1200,
        help_text="24 är två år. Tomt betyder att det bevaras.",
    )
    decision = forms.CharField(
        label="Vilket beslut vilar det på?",
        required=False,
        max_length=200,
        help_text="Till exempel ”gallringsbeslut 2027:4, dnr A12.345/2027”. Utan beslut gallras inget.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)

    def clean(self) -> dict[str, Any]:
        """Both or none: a time without a decision erases nothing."""
        data = super().clean()
        if data.get("months") and not (data.get("decision") or "").strip():
            self.add_error("decision", "Ange beslutet. Utan beslut får inget gallras.")
        return data


@require_safe
def disposal(request: HttpRequest) -> HttpResponse:
    """What the rules find today, and what has been disposed of."""
    roles = roles_in_police(request.user)
    require(policies.can_see_disposal(roles))
    found = list(dry.due(timezone.localdate()))
    sets = policies.can_set_disposal(roles)
    context = {
        "rows": [
            {
                "title": d.rule.get_kind_display(),
                "what": dry.WHAT_GOES[dry.Kind(d.rule.kind)],
                "rule": f"{_span(d.rule.months)} från {dry.COUNTED_FROM[dry.Kind(d.rule.kind)]}"
                if d.holds
                else "",
                "decision": d.rule.decision,
                "until": day(d.until),
                "number": d.number,
                "edit_url": reverse("agreements:disposal_rule", args=[d.rule.kind]) if sets else "",
            }
            for d in found
        ],
        "total": sum(d.number for d in found),
        "can": policies.can_dispose(roles),
        "why_not": "" if sets else sets.reason,
        "seen": actions.shown(timezone.localdate()),
        "idem": uuid.uuid4().hex,
        "log": [
            {
                "what": row.get_kind_display(),
                "number": row.number,
                "until": day(row.until),
                "decision": row.decision,
                "who": f"{row.by.name}, {day(row.at)}",
            }
            for row in Disposal.objects.select_related("by").order_by("-pk")[:LOG]
        ],
    }
    return render(request, "record/disposal.html", context)


def _span(months: int) -> str:
    if months % 12 == 0:
        return "1 år" if months == 12 else f"{months // 12} år"
    return "1 månad" if months == 1 else f"{months} månader"


@require_POST
def dispose(request: HttpRequest) -> HttpResponse:
    """Carry the rules out."""
    require(policies.can_dispose(roles_in_police(request.user)))
    seen = request.POST.get("sedd", "")[:64]

    def act() -> str:
        made = actions.dispose(by=request.user, seen=seen)
        number = sum(row.number for row in made)
        messages.success(request, f"Gallrat: {number} st. Det står i loggen nedanför, med beslutet.")
        return reverse("agreements:disposal")

    try:
        return once(request, act)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("agreements:disposal")


@require_http_methods(["GET", "HEAD", "POST"])
def rule(request: HttpRequest, kind: str) -> HttpResponse:
    """Set one rule."""
    require(policies.can_set_disposal(roles_in_police(request.user)))
    kept = next((r for r in dry.rules() if r.kind == kind), None)
    if kept is None:
        raise Http404("Sidan finns inte.")
    form = RuleForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(kept, name) for name in ("months", "decision", "version")},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def act() -> str:
            actions.set_rule(
                by=request.user,
                kind=kind,
                version=data["version"] or 0,
                months=data["months"],
                decision=data["decision"],
            )
            messages.success(request, "Regeln är sparad. Inget är gallrat ännu.")
            return reverse("agreements:disposal")

        try:
            return once(request, act)
        except Conflict as conflict:
            form.add_error(None, "Någon annan har ändrat regeln sedan du öppnade sidan. Läs om den först.")
            form.data = form.data.copy()
            form.data["version"] = conflict.theirs.version
    back = reverse("agreements:disposal")
    title = DisposalRule.Kind(kind).label
    context = {
        "title": f"Gallring: {title.lower()}",
        "lead": f"{dry.WHAT_GOES[dry.Kind(kind)]} Tiden räknas från {dry.COUNTED_FROM[dry.Kind(kind)]}.",
        "form": form,
        "submit_label": "Spara regeln",
        "cancel_url": back,
        "crumbs": [{"label": "Gallring", "url": back}, {"label": title, "url": None}],
    }
    return render(request, "processes/edit.html", context, status=422 if form.errors else 200)
