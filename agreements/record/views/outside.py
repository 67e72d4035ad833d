"""A promise that was made outside the tool: brought in on one page, and its signed file as it was handed in."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from processes.method import get_method
from processes.models import Area, Organisation
from processes.pages.links import subject_url
from processes.queries import memberships
from processes.views import drafts
from processes.views.here import enter, once, require, within
from processes.writing import Refused

from ...models import OutsideDocument
from ...responses import pdf_response
from ...steps.citizen_promise import STEP
from .. import policies
from ..actions import bringing_in as actions
from ..outside_forms import MOST, SHOWN, Activities, OutsideForm

logger = logging.getLogger(__name__)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """What the promise says, who gave it, and the signed file."""
    require(policies.can_bring_in(m.role for m in memberships(request.user)))
    posted = request.POST if request.method == "POST" else None
    areas, organisations = _areas(request), Organisation.objects.order_by("kind", "name")
    police = organisations.filter(kind=Organisation.Kind.POLICE)
    own = {m.organisation_id for m in memberships(request.user)}
    form = OutsideForm(
        posted,
        drafts.files(request),
        areas=areas,
        organisations=organisations,
        initial={
            "area": areas.first(),
            "organisations": [*police.values_list("pk", flat=True)[:1], *own],
        },
    )
    rows = Activities(posted, prefix="aktivitet", form_kwargs={"organisations": organisations})
    if posted is not None and form.is_valid() & rows.is_valid():
        try:
            return once(request, lambda: _bring_in(request, form, rows))
        except Refused as refused:
            form.add_error(None, str(refused))
    return _page(request, form, rows)


def _areas(request: HttpRequest) -> Any:
    """The local police areas in which the person keeps the record or leads."""
    held = [m for m in memberships(request.user) if m.role in policies.RELEASERS]
    found = Area.objects.filter(kind=Area.Kind.LOCAL)
    if any(m.area is None for m in held):
        return found
    reachable = found.none()
    for m in held:
        reachable |= found.filter(path__startswith=m.area.path)
    return reachable


def _bring_in(request: HttpRequest, form: OutsideForm, rows: Any) -> str:
    data = form.cleaned_data
    version = actions.bring_in(
        by=request.user,
        **{
            name: data[name]
            for name in (
                "title",
                "area",
                "place",
                "period_start",
                "period_end",
                "organisations",
                "focus",
                "theme",
            )
        },
        texts=form.texts,
        activities=rows.said,
        signed_on=data["signed_on"],
        signed_place=data["signed_place"],
        signed_by=data["signed_by"],
        pdf=data["file"].read(),
    )
    try:
        actions.finish(version.pk)
    except Exception:  # what was brought in stands whatever fails here, and the sealing is tried again
        logger.exception("Sealing of version %s failed", version.pk)
        messages.warning(request, "Löftet är inlagt, men kunde inte förseglas än. Det görs vid nästa start.")
    else:
        messages.success(request, "Löftet är inlagt. Registrera det i diariet, så kan det publiceras sedan.")
    promise = version.promise
    return subject_url(promise.process_id, get_method()[STEP.key], promise.pk)


def _page(request: HttpRequest, form: OutsideForm, rows: Any) -> HttpResponse:
    back = reverse("agreements:register_list")
    wrong = bool(form.errors or rows.total_error_count())
    if wrong:
        drafts.hold_files(request, form)
    context = {
        "title": "Lägg in ett löfte som gjorts utanför verktyget",
        "form": form,
        "rows": rows,
        "first": list(rows)[:SHOWN],
        "rest": list(rows)[SHOWN:],
        "rest_open": any(row.errors or row.has_changed() for row in list(rows)[SHOWN:])
        if rows.is_bound
        else False,
        "most": MOST,
        "again": wrong and form.is_bound,
        "cancel_url": back,
        "crumbs": [{"label": "Diarium", "url": back}, {"label": "Löfte utanför verktyget", "url": None}],
    }
    return render(request, "record/outside.html", context, status=422 if wrong else 200)


@require_safe
def original(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The signed file as it was handed in, to those who see the promise."""
    here = enter(request, pk)
    row = here.facts.get("agreements.DocumentVersion", version)
    if row is None or row.promise_id is None:
        raise Http404("Sidan finns inte.")
    here = within(here, STEP, row.promise_id)
    kept = OutsideDocument.objects.filter(version_id=version).first()
    if kept is None:
        raise Http404("Sidan finns inte.")
    return pdf_response(bytes(kept.pdf), kept.sha256, f"{here.subject_title} original", row.number)


@login_not_required
@require_safe
def public_original(request: HttpRequest, slug: str) -> HttpResponse:
    """The signed file of a published promise, as it was handed in."""
    kept = OutsideDocument.objects.filter(version__publication__slug=slug).select_related("version").first()
    if kept is None:
        raise Http404("Sidan finns inte.")
    return pdf_response(bytes(kept.pdf), kept.sha256, f"{slug} original", kept.version.number)
