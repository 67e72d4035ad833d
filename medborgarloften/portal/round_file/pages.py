"""A round as a file: fetched by whoever takes part in it, brought in by whoever may start one."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from processes import policies, queries
from processes.forms import Kept
from processes.method import Role
from processes.models import Area
from processes.views import drafts
from processes.views.here import enter, once, period, require

from . import exporting, reading
from .importing import Imported, bring_in, try_out
from .reading import BIGGEST, FileRefused

TRAIL = {"label": "Rundor", "url": "/processer/"}
GONE = "Filen väntar inte längre på att läsas in. Välj den en gång till."


@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The round as a file, as far as the person may see it."""
    here = enter(request, pk)
    data = exporting.export(here.round, here.actor, here.facts, by=request.user.name)
    name = f"runda-{slugify(here.round.title)[:60] or pk}-{here.facts.today}.json"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        exporting.text(data),
        content_type="application/json",
        headers={"Content-Disposition": disposition},
    )


class FileForm(Kept):
    """Which file, and where its round will be."""

    file = forms.FileField(
        label="Fil",
        help_text="En fil som är hämtad med ”Hämta rundan som fil”, högst 20 MB.",
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        error_messages={"required": "Välj en fil.", "empty": "Filen är tom. Välj en annan."},
    )
    area = forms.ModelChoiceField(
        Area.objects.none(),
        label="Lokalpolisområde",
        help_text="Ändra bara om rundan ska gälla ett annat område än det i filen.",
        required=False,
        empty_label="Det som står i filen",
    )

    def __init__(self, *args: Any, areas: QuerySet[Area], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas

    def clean_file(self) -> UploadedFile:
        """Of a bounded size; what is in it is read afterwards."""
        file = self.cleaned_data["file"]
        if file.size > BIGGEST:
            raise forms.ValidationError("Filen är större än 20 MB. Så stor är ingen runda.")
        return file


class ConfirmForm(Kept):
    """What the new round is to be called."""

    title = forms.CharField(label="Vad ska den nya rundan heta?", max_length=200)


def _require_starter(request: HttpRequest) -> None:
    require(policies.can_start_round(Role(m.role) for m in queries.memberships(request.user)))


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file. It is examined whole, and held until the person has seen what would come of it."""
    _require_starter(request)
    areas = queries.areas_to_start_in(request.user)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*posted, areas=areas)
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _examine(request, **form.cleaned_data))
        except FileRefused as refused:
            for fault in refused.faults:
                form.add_error(None, fault)
    context = {
        "title": "Läs in en runda från fil",
        "lead": "Filen blir en ny runda där allt är utkast. Innan något sparas får du se vad som kommer med.",
        "form": form,
        "submit_label": "Granska filen",
        "cancel_url": reverse("processes:rounds"),
        "crumbs": [TRAIL, {"label": "Från fil", "url": None}],
    }
    return render(request, "processes/round_new.html", context, status=422 if form.errors else 200)


def _examine(request: HttpRequest, file: UploadedFile, area: Area | None, **_: Any) -> str:
    data = file.read()
    source = reading.source(file.name or "", data)
    found = try_out(by=request.user, data=reading.read(data), source=source, area=area)
    path = reverse("portal:import_preview", args=[source.sha256])
    held = {
        "name": source.name,
        "text": data.decode(),
        "area": found.round.area_id if area else None,
        "summary": _summary(found),
    }
    drafts.hold(request.user.pk, path, held, instead_of=reverse("portal:import_round"))
    return path


def _summary(found: Imported) -> dict[str, Any]:
    round_ = found.round
    return {
        "title": round_.title,
        "area": round_.area.name,
        "period": period(round_.period_start, round_.period_end),
        "steps": found.counts,
        "left_out": found.left_out,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, digest: str) -> HttpResponse:
    """What would come of the file and what would not; then it is brought in, or left."""
    _require_starter(request)
    held = _held(request, digest)
    faults: list[str] = []
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _bring_in(request, digest, form.cleaned_data["title"]))
        except FileRefused as refused:
            faults = refused.faults
    if not held:
        messages.warning(request, GONE)
        return redirect("portal:import_round")
    form.initial.setdefault("title", held["summary"]["title"])
    for fault in faults:
        form.add_error(None, fault)
    same = queries.rounds_of(request.user).filter(title=held["summary"]["title"])
    context = {
        "title": "Granska innan du läser in",
        "summary": held["summary"],
        "file_name": held["name"],
        "digest": digest,
        "same_title": same.exists(),
        "form": form,
        "idem": uuid.uuid4().hex,
        "cancel_url": reverse("portal:import_round"),
        "crumbs": [TRAIL, {"label": "Från fil", "url": reverse("portal:import_round")}],
    }
    return render(request, "portal/round_preview.html", context, status=422 if form.errors else 200)


def _held(request: HttpRequest, digest: str) -> dict[str, Any]:
    """The file that waits under this address, if it is that very file."""
    found = drafts.held(request.user.pk, request.path)
    text = found.get("text")
    same = isinstance(text, str) and reading.source("", text.encode()).sha256 == digest
    return found if same else {}


def _bring_in(request: HttpRequest, digest: str, title: str) -> str:
    held = _held(request, digest)
    if not held:
        messages.warning(request, GONE)
        return reverse("portal:import_round")
    data = held["text"].encode()
    area = queries.areas_to_start_in(request.user).filter(pk=held["area"]).first() if held["area"] else None
    source = reading.source(held["name"], data)
    found = bring_in(by=request.user, data=reading.read(data), source=source, area=area, title=title)
    messages.success(request, "Rundan är inläst. Allt i den är utkast: gå igenom steg för steg.")
    return reverse("processes:overview", args=[found.round.pk])
