"""Tillgänglighetsredogörelse: what is tested and known, and a form for whoever meets a hindrance."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from dialogs.digital import limits, stamp
from processes import policies, queries
from processes.models import User
from processes.pages.values import day
from processes.views.here import require

from ..models import AccessibilityReport
from .caching import page

REVIEWED = date(2026, 11, 26)
SHOWN = 100
STAMP = 0  # no dialogue has that number
WAIT = 600


class ReportForm(forms.Form):
    """What hinders, where, and how to answer if an answer is wanted."""

    use_required_attribute = False
    what = forms.CharField(
        label="Vad är det som inte fungerar för dig?",
        help_text="Till exempel ”jag kommer inte vidare med tangentbordet” eller ”texten går inte att förstora”.",
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Skriv vad som inte fungerar, så att vi vet vad vi ska rätta.",
            "max_length": "Texten är för lång. Den får ha 3 000 tecken.",
            "null_characters_not_allowed": "Skriv med vanliga tecken.",
        },
    )
    where = forms.CharField(
        label="På vilken sida?",
        help_text="Klistra in adressen, eller skriv vad sidan heter. Kan lämnas tomt.",
        max_length=300,
        required=False,
    )
    answer_to = forms.CharField(
        label="Vill du ha svar? Skriv hur vi når dig.",
        help_text="E-post eller telefon. Den sparas bara tillsammans med din anmälan. Kan lämnas tomt.",
        max_length=200,
        required=False,
    )


@transaction.atomic
def receive(values: dict[str, str]) -> AccessibilityReport:
    """Keep a report until someone has seen to it."""
    return AccessibilityReport.objects.create(**values, received_on=timezone.localdate())


@transaction.atomic
def handle(*, by: User, report: AccessibilityReport) -> None:
    """Say that it is seen to. How to reach whoever wrote is not kept any longer."""
    report.handled_on, report.handled_by, report.answer_to = timezone.localdate(), by, ""
    report.save(update_fields=["handled_on", "handled_by", "answer_to"])


@login_not_required
@csrf_exempt  # nobody is logged in here, so there is nobody's leave to borrow; no cookie is set (ADR 16)
@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest) -> HttpResponse:
    """The statement, with the form. Nothing tells who wrote: addresses are counted, and forgotten."""
    if request.method != "POST":
        return _statement(ReportForm())
    form = ReportForm(request.POST)
    given = stamp.read(request.POST.get("stampel", ""), STAMP)
    if not form.is_valid():
        return _statement(form, status=422)
    if given is None or given.too_old or given.too_quick:
        form.add_error(
            None, "Sidan har stått öppen länge, eller så gick det väldigt fort. Tryck på Skicka igen."
        )
        return _statement(form, status=422)
    if not limits.may_report(get_adapter().get_client_ip(request)):
        form.add_error(
            None, "Många skickar just nu. Det du skrev finns kvar: vänta några minuter och försök igen."
        )
        response = _statement(form, status=429)
        response["Retry-After"] = str(WAIT)
        return response
    receive(form.cleaned_data)
    return _statement(ReportForm(), done=True)


def _statement(form: ReportForm, status: int = 200, *, done: bool = False) -> HttpResponse:
    context = {
        "form": form,
        "done": done,
        "stamp": stamp.new(STAMP).text(),
        "publisher": settings.PUBLISHER,
        "contact_email": settings.CONTACT_EMAIL,
        "contact_phone": settings.CONTACT_PHONE,
        "reviewed": day(REVIEWED),
        "own_url": reverse("agreements:accessibility"),
    }
    response: HttpResponse = page("public/accessibility.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: HttpRequest) -> HttpResponse:
    """What has been reported, for administrators: the unhandled first."""
    require(policies.can_read_reports([m.role for m in queries.memberships(request.user)]))
    if request.method == "POST":
        key = request.POST.get("anmalan", "")
        report = get_object_or_404(
            AccessibilityReport, pk=int(key) if key.isdecimal() and len(key) < 19 else 0
        )
        handle(by=request.user, report=report)
        messages.success(request, "Anmälan är markerad som åtgärdad.")
        return redirect("agreements:accessibility_reports")
    found = AccessibilityReport.objects.select_related("handled_by").order_by("handled_on", "-pk")
    rows: list[dict[str, Any]] = [
        {
            "id": row.pk,
            "what": row.what,
            "where": row.where,
            "answer_to": row.answer_to,
            "when": day(row.received_on),
            "handled": f"{day(row.handled_on)} av {row.handled_by.name}" if row.handled_on else "",
        }
        for row in found[:SHOWN]
    ]
    rows.sort(key=lambda row: bool(row["handled"]))
    return render(request, "agreements/accessibility_reports.html", {"rows": rows})
