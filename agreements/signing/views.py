"""The pages of what is signed: preview, sending, signing, the sealed file. One set for every kind."""

from __future__ import annotations

import json
import logging
import uuid

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agreements import signing
from agreements.chain import sha256
from agreements.models import DocumentVersion, SealedDocument
from agreements.responses import pdf_response
from agreements.steps.signed import in_force, versions_of
from processes import guard
from processes.documents import html, tree
from processes.method import Finding, Row, get_method
from processes.pages.refusal import refusal
from processes.pages.values import day
from processes.views.deciding import carry_out, comment_in
from processes.views.here import InStep, enter, enter_step, require, within
from processes.views.step import show
from processes.writing import Refused

from .forms import SendForm
from .pages import can_finish, can_lead

logger = logging.getLogger(__name__)


def in_subject(request: HttpRequest, pk: int, kind: signing.Kind, subject: int) -> InStep:
    """The promise or agreement, in its step."""
    return enter_step(request, pk, get_method()[kind.step].slug, subject)


def in_version(request: HttpRequest, pk: int, version: int) -> tuple[InStep, signing.Kind, Row]:
    """A version, in the step of what it is a version of."""
    here = enter(request, pk)
    row = here.facts.get("agreements.DocumentVersion", version)
    if row is None:
        raise Http404("Sidan finns inte.")
    kind = signing.kind_of(row)
    return within(here, get_method()[kind.step], row[kind.link]), kind, row


@require_safe
def preview(request: HttpRequest, pk: int, subject: int, kind: signing.Kind) -> HttpResponse:
    """The document as it would be signed now, from the steps' content."""
    here = in_subject(request, pk, kind, subject)
    text = signing.composed(here.facts, here.subject)
    shown = kind.document(
        json.loads(text),
        created=timezone.now(),
        identifier="forhandsvisning",
        facts=tree.Facts(version="utkast", fingerprint=sha256(text)),
    )
    verdict = guard.evaluate(here.method, kind.gate, here.facts, here.step, here.subject)
    title = f"Det här återstår innan {kind.the} kan skrivas under"
    context = {
        "title": "Förhandsvisning",
        "the": kind.the,
        "document": html.article(shown),
        "back_url": here.url,
        "refusal": refusal(verdict, pk, here.actor, title),
        "crumbs": here.trail("Förhandsvisning"),
    }
    return here.page("agreements/preview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, pk: int, subject: int, kind: signing.Kind) -> HttpResponse:
    """Choose how it is signed, then freeze the content and send it."""
    here = in_subject(request, pk, kind, subject)
    require(can_lead(here))
    assert here.subject is not None
    named = here.facts.rows(kind.signatories, **{kind.link: subject})
    form = SendForm(request.POST or None, named=[row for row in named if row.party_id])
    if request.method == "POST" and (form.is_valid() or not request.POST):
        values = form.values if form.is_bound else {}
        return carry_out(
            here,
            lambda: signing.send(by=here.user, round_=here.round, **{kind.link: subject}, **values),
            f"{kind.the.capitalize()} är {kind.sent} för underskrift.",
        )
    verdict = guard.evaluate(here.method, kind.gate, here.facts, here.step, here.subject)
    title = f"Det här återstår innan {kind.the} kan skrivas under"
    nothing = _nothing_to_send(here, kind)
    context = {
        "title": f"Skicka {kind.the} för underskrift",
        "nothing": nothing,
        "form": form,
        "the": kind.the,
        "number": len(versions_of(here.facts, here.subject)) + 1,
        "named": [
            {"name": r.name, "title": r.title, "for": r.party_name, "mandate": r.mandate} for r in named
        ],
        "preview_url": reverse(f"agreements:{kind.address('preview')}", args=[pk, subject]),
        "refusal": refusal(verdict, pk, here.actor, title),
        "ready": verdict.ok and not nothing,
        "cancel_url": here.url,
        "crumbs": here.trail("Skicka för underskrift"),
    }
    return here.page("agreements/send.html", context, status=422 if form.errors else 200)


def _nothing_to_send(here: InStep, kind: signing.Kind) -> str:
    """Why there is nothing to send now, if so."""
    if there := signing.out_for_signing(here.facts, here.subject):
        return f"Version {there.number} är redan ute för underskrift. Ta tillbaka den först."
    signed = in_force(here.facts, here.subject)
    if signed and signing.says_the_same(here.facts, here.subject, signed):
        return f"Innehållet är redan underskrivet. Ändra {kind.the} innan du skickar en ny version."
    return ""


@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Read the document, all deviations, the mandate and the fingerprint; then sign or decline."""
    here, _, row = in_version(request, pk, version)
    if signing.open_version(here.facts, here.subject) is not row:
        return show(here, signing.not_out(), status=409)
    if signing.has_signed(here.facts, here.user, row):  # a second click lands where the first one did
        messages.info(request, "Din underskrift finns på den här versionen.")
        return redirect(here.url)
    require(signing.may_sign_now(here.facts, here.user, here.round, row))
    error = ""
    if request.method == "POST":
        if "avboj" in request.POST:
            reason = comment_in(request)
            if reason.strip():
                return carry_out(
                    here,
                    lambda: signing.decline(
                        by=here.user, round_=here.round, version_id=version, reason=reason
                    ),
                    "Du har avböjt. Den som leder arbetet ser ditt skäl.",
                )
            error = "Skriv varför du avböjer, så att den som leder arbetet vet vad som behöver ändras."
        else:
            return _sign(here, row, request.POST.get("fingeravtryck", "")[:64])
    return _signing_page(here, row, error)


def _sign(here: InStep, version: Row, shown_hash: str) -> HttpResponse:
    response = carry_out(
        here,
        lambda: signing.sign(by=here.user, round_=here.round, version_id=version.id, shown_hash=shown_hash),
        "Din underskrift är registrerad som godkännande i systemet.",
    )
    if response.status_code == 302 and version.id in signing.unfinished():
        return seal(here, version)
    return response


def seal(here: InStep, version: Row) -> HttpResponse:
    """Seal outside any transaction: rendering takes a second, and must never undo a signature."""
    try:
        signing.finish(version.id)
    except Refused as refused:
        return show(here, refused, status=409)
    except Exception:  # the signature stands whatever fails here, and the sealing is tried again
        logger.exception("Sealing of version %s failed", version.id)
        messages.error(
            here.request,
            "Alla har skrivit under, men dokumentet kunde inte förseglas just nu. Underskrifterna står "
            "kvar. Försök igen med Försegla nu, eller säg till den som sköter systemet.",
        )
    else:
        messages.success(here.request, "Alla har skrivit under. Dokumentet är förseglat.")
    return redirect(here.url)


def _signing_page(here: InStep, version: Row, error: str) -> HttpResponse:
    stored = DocumentVersion.objects.select_related("sent_by").get(pk=version.id)
    shown = signing.kind_of(stored).document(
        json.loads(stored.content),
        created=stored.sent_at,
        identifier=f"version-{stored.pk}",
        facts=tree.Facts(version=str(stored.number), fingerprint=stored.content_hash),
    )
    own = signing.signatory(here.user, version)
    context = {
        "title": "Läs och skriv under",
        "document": html.article(shown),
        "deviations": [
            {
                "reason": d["reason"],
                "codes": f"{d['step']}: {', '.join(d['codes'])}",
                "who": d["by"],
                "when": "",
            }
            for d in stored.deviations
        ],
        "signatory": {
            "name": own.name,
            "title": own.title,
            "for": own.party_name,
            "mandate": own.mandate,
        },
        "fingerprint": tree.grouped(stored.content_hash, 8),
        "hash": stored.content_hash,
        "number": stored.number,
        "sent": f"{stored.sent_by.name}, {day(stored.sent_at)}",
        "idem": uuid.uuid4().hex,
        "error": error,
        "cancel_url": here.url,
        "crumbs": here.trail("Skriv under"),
    }
    return here.page("agreements/sign.html", context, status=422 if error else 200)


@require_POST
def withdraw(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Take a version back, saying why."""
    here, kind, _ = in_version(request, pk, version)
    require(can_lead(here))
    return carry_out(
        here,
        lambda: signing.withdraw(
            by=here.user, round_=here.round, version_id=version, reason=comment_in(request)
        ),
        "Versionen är återtagen. Inga underskrifter på den gäller längre.",
        f"Skriv varför du tar tillbaka {kind.the}.",
        Finding("underskrift", "inget skrivet"),
    )


@require_POST
def finish(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Seal what all have signed, when the sealing was interrupted."""
    here, _, row = in_version(request, pk, version)
    require(can_finish(here, row))
    return seal(here, row)


@require_safe
def pdf(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The sealed file, as stored; never rendered again."""
    here, kind, row = in_version(request, pk, version)
    stored = SealedDocument.objects.filter(version_id=row.id).first()
    if stored is None:
        raise Http404("Sidan finns inte.")
    return pdf_response(bytes(stored.pdf), stored.sha256, here.subject.title, row.number, kind.title)
