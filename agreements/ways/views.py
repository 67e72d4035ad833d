"""Signing outside: the file to sign is fetched here, and what was signed is brought in here, by whoever leads."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from agreements import signing
from agreements.demo_seal import seal_is_prov
from agreements.models import DocumentVersion, SigningCopy
from processes import guard, policies
from processes.method import Finding
from processes.pages import links
from processes.views import drafts
from processes.views.here import InStep, enter, once, require, within
from processes.views.step import show
from processes.writing import Refused

from . import EXTERNAL, PAPER, Way, external, paper, way_of
from .forms import FileForm, MatchForm, PaperForm

GONE = "Filen väntar inte längre på att föras in. Välj den en gång till."


def _enter(request: HttpRequest, pk: int, version: int) -> tuple[InStep, Any]:
    """A version, in the step of what it is a version of."""
    here = enter(request, pk)
    row = here.facts.get("agreements.DocumentVersion", version)
    if row is None:
        raise Http404("Sidan finns inte.")
    kind = signing.kind_of(row)
    return within(here, here.method[kind.step], row[kind.link]), row


def bringing(way: Way) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A page for whoever leads, given the version when it is out to be signed in that way."""

    def of(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def page(request: HttpRequest, pk: int, version: int, **more: Any) -> HttpResponse:
            here, row = _enter(request, pk, version)
            require(policies.can_edit(here.actor, here.step))
            out = signing.out_for_signing(here.facts, here.subject) is row
            if not out or row.way != way.key:
                stands = f"ute för underskrift {way_of(row.way).title.lower()}" if out else "inte ute"
                rule = f"Den här versionen är inte ute för underskrift {way.title.lower()}."
                return show(here, Refused(rule, Finding("underskrift", stands)), status=409)
            return view(here, DocumentVersion.objects.get(pk=version), **more)

        return page

    return of


@require_safe
def signing_copy(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The file to sign, exactly as it was when the version was sent."""
    _enter(request, pk, version)
    copy = get_object_or_404(SigningCopy.objects.select_related("version"), version=version)
    kind = signing.kind_of(copy.version)
    name = f"Att skriva under – {kind.the} version {copy.version.number}.pdf"
    response = FileResponse(
        BytesIO(bytes(copy.pdf)), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response["ETag"] = f'"{copy.sha256}"'
    return response


def _context(here: InStep, version: DocumentVersion, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "the": signing.kind_of(version).the,
        "number": version.number,
        "signatories": version.signatories,
        "copy_url": reverse("agreements:signing_copy", args=[here.round.pk, version.pk]),
        "cancel_url": here.url,
        "crumbs": here.trail(title),
    }


def _receive(here: InStep, act: Callable[[], Any]) -> HttpResponse:
    """Bring it in once; what the guard or the round says against it is shown on the step's page."""

    def run() -> str:
        act()
        messages.success(here.request, "Det underskrivna dokumentet är infört och registrerat.")
        return here.url

    try:
        return once(here.request, run)
    except guard.NotReady as not_ready:
        return show(here, not_ready.verdict, status=409)
    except Refused as refused:
        return show(here, refused, status=409)


# --- An externally signed file ---


@bringing(EXTERNAL)
def bring_external(here: InStep, row: DocumentVersion) -> HttpResponse:
    """Fetch the file to sign; hand in the one that came back. It is read, and held until it has been matched."""
    request = here.request
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _examine(here, row, form.cleaned_data["fil"].read()))
        except Refused as refused:
            form.add_error("fil", str(refused))
    context = _context(here, row, "För in den underskrivna filen")
    return here.form_page(form, context, template="ways/external.html")


def _examine(here: InStep, version: DocumentVersion, pdf: bytes) -> str:
    found = external.examine(version.copy, version.content_hash, pdf, len(version.signatories))
    args = [here.round.pk, version.pk]
    path = reverse("agreements:match_external", args=[*args, found.sha256])
    held = {"pdf": base64.b64encode(pdf).decode()}
    drafts.hold(here.user.pk, path, held, instead_of=reverse("agreements:bring_external", args=args))
    return path


@bringing(EXTERNAL)
def match_external(here: InStep, row: DocumentVersion, digest: str) -> HttpResponse:
    """What was found in the file, and whose each signature is; then it is brought in, or left."""
    request = here.request
    pdf = base64.b64decode(drafts.held(here.user.pk, request.path).get("pdf", ""))
    if hashlib.sha256(pdf).hexdigest() != digest:
        return _anew(here, row, Refused(GONE, Finding("underskrift", "ingen fil")))
    try:
        found = external.examine(row.copy, row.content_hash, pdf, len(row.signatories))
    except Refused as refused:
        return _anew(here, row, refused)
    form = MatchForm(
        request.POST if request.method == "POST" else None,
        signatories=row.signatories,
        signatures=found.signatures,
    )
    if form.is_bound and form.is_valid():
        signed = external.as_signed(form.matched, here.user.name)
        return _receive(here, lambda: _take(here, row, signed, pdf))
    context = _context(here, row, "Vem har skrivit under?")
    context |= {"unknown": [one for one in found.signatures if not one.trusted]}
    return here.form_page(form, context, template="ways/match.html")


def _anew(here: InStep, version: DocumentVersion, why: Refused) -> HttpResponse:
    """The file is chosen anew."""
    url = reverse("agreements:bring_external", args=[here.round.pk, version.pk])
    return here.stopped(why, url, f"{url}?{links.FOCUS}=fil")


def _take(here: InStep, version: DocumentVersion, signed: list[signing.Signed], pdf: bytes) -> None:
    signing.receive(
        by=here.user, round_=here.round, version_id=version.pk, signed=signed, pdf=pdf, prov=seal_is_prov()
    )


# --- A paper original ---


@bringing(PAPER)
def bring_paper(here: InStep, row: DocumentVersion) -> HttpResponse:
    """Fetch the file to print; tell where the signed paper is, and what it says at the foot of its pages."""
    request = here.request
    posted = request.POST if request.method == "POST" else None
    form = PaperForm(posted, version=row, today=timezone.localdate())
    if form.is_bound and form.is_valid():
        signed = paper.as_signed(form.papers, form.cleaned_data["kept_at"], here.user.name)
        return _receive(here, lambda: _take(here, row, signed, paper.transcript(row, signed)))
    context = _context(here, row, "För in pappersoriginalet")
    return here.form_page(form, context, template="ways/paper.html")
