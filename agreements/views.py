"""The promise's own pages: preview, sending, signing, the sealed file, registration, publication."""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import guard
from processes.documents import html, tree
from processes.method import Gate, Row
from processes.models import Organisation
from processes.pages.refusal import refusal
from processes.pages.values import day
from processes.views.here import InStep, enter, enter_step, once, require, within
from processes.views.step import show
from processes.writing import ReasonNeeded, Refused, owner_of

from . import closing, content, publishing, signing
from .chain import canonical, sha256
from .document import document
from .forms import PublicationForm, RegistrationForm
from .models import PromiseVersion, SealedDocument
from .pages import can_finish, can_lead
from .responses import pdf_response
from .steps.citizen_promise import STEP

SLUG = STEP.slug
logger = logging.getLogger(__name__)


def _in_promise(request: HttpRequest, pk: int, promise: int) -> InStep:
    return enter_step(request, pk, SLUG, promise)


def _in_version(request: HttpRequest, pk: int, version: int) -> tuple[InStep, Row]:
    here = enter(request, pk)
    row = here.facts.get("agreements.PromiseVersion", version)
    if row is None:
        raise Http404("Sidan finns inte.")
    return within(here, STEP, row.promise_id), row


def _act(here: InStep, act: Callable[[], Any], done: str, missing: str = "") -> HttpResponse:
    def run() -> str:
        act()
        messages.success(here.request, done)
        return here.url

    try:
        return once(here.request, run)
    except guard.NotReady as not_ready:
        return show(here, not_ready.verdict, status=409)
    except ReasonNeeded:
        messages.error(here.request, missing)
    except Refused as refused:
        messages.error(here.request, str(refused))
    return show(here, status=409)


@require_safe
def preview(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """The promise as it would be signed now, from the steps' content."""
    here = _in_promise(request, pk, promise)
    data = content.compose(here.method, here.facts, here.subject)
    shown = document(
        data,
        created=timezone.now(),
        identifier="forhandsvisning",
        facts=tree.Facts(version="utkast", fingerprint=sha256(canonical(data))),
    )
    verdict = guard.evaluate(here.method, Gate.SIGN, here.facts, here.step, here.subject)
    context = {
        "title": "Förhandsvisning",
        "document": html.article(shown),
        "back_url": here.url,
        "refusal": refusal(verdict, pk, here.actor, "Det här återstår innan löftet kan skrivas under"),
        "crumbs": here.trail("Förhandsvisning"),
    }
    return here.page("agreements/preview.html", context)


@require_POST
def send(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """Freeze the content and send it to be signed."""
    here = _in_promise(request, pk, promise)
    require(can_lead(here))
    return _act(
        here,
        lambda: signing.send(by=here.user, round_=here.round, promise_id=promise),
        "Löftet är skickat för underskrift.",
    )


@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Read the document, all deviations, the mandate and the fingerprint; then sign or decline."""
    here, row = _in_version(request, pk, version)
    if signing.open_version(here.facts, here.subject) is not row:
        messages.error(request, "Den versionen är inte längre ute för underskrift.")
        return show(here, status=409)
    if signing.has_signed(here.facts, here.user, row):  # a second click lands where the first one did
        messages.info(request, "Din underskrift finns på den här versionen.")
        return redirect(here.url)
    require(signing.may_sign(here.facts, here.user, here.round, row))
    error = ""
    if request.method == "POST":
        if "avboj" in request.POST:
            reason = request.POST.get("kommentar", "").replace("\x00", "")[:2000]
            if reason.strip():
                return _act(
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
    response = _act(
        here,
        lambda: signing.sign(by=here.user, round_=here.round, version_id=version.id, shown_hash=shown_hash),
        "Din underskrift är registrerad som godkännande i systemet.",
    )
    if response.status_code == 302 and version.id in signing.unfinished():
        _seal(here, version)
    return response


def _seal(here: InStep, version: Row) -> None:
    """Seal outside any transaction: rendering takes a second, and must never undo a signature."""
    try:
        signing.finish(version.id)
    except Refused as refused:
        messages.error(here.request, str(refused))
    except Exception:  # the signature stands whatever fails here, and the sealing is tried again
        logger.exception("Sealing of version %s failed", version.id)
        messages.error(
            here.request,
            "Alla har skrivit under, men dokumentet kunde inte förseglas just nu. Underskrifterna står "
            "kvar. Försök igen med Försegla nu, eller säg till den som sköter systemet.",
        )
    else:
        messages.success(here.request, "Alla har skrivit under. Dokumentet är förseglat.")


def _signing_page(here: InStep, version: Row, error: str) -> HttpResponse:
    stored = PromiseVersion.objects.get(pk=version.id)
    shown = document(
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
def close(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """Close the promise when its follow-up is done."""
    here = _in_promise(request, pk, promise)
    require(can_lead(here))
    return _act(
        here,
        lambda: closing.close(by=here.user, round_=here.round, promise_id=promise),
        "Löftet är avslutat.",
    )


@require_POST
def withdraw(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Take a version back, saying why."""
    here, _ = _in_version(request, pk, version)
    require(can_lead(here))
    reason = request.POST.get("kommentar", "").replace("\x00", "")[:2000]
    return _act(
        here,
        lambda: signing.withdraw(by=here.user, round_=here.round, version_id=version, reason=reason),
        "Versionen är återtagen. Inga underskrifter på den gäller längre.",
        "Skriv varför du tar tillbaka löftet.",
    )


@require_POST
def finish(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Seal what all have signed, when the sealing was interrupted."""
    here, row = _in_version(request, pk, version)
    require(can_finish(here, row))
    _seal(here, row)
    return redirect(here.url)


@require_safe
def pdf(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The sealed file, as stored; never rendered again."""
    here, row = _in_version(request, pk, version)
    stored = SealedDocument.objects.filter(version_id=row.id).first()
    if stored is None:
        raise Http404("Sidan finns inte.")
    return pdf_response(bytes(stored.pdf), stored.sha256, here.subject.title, row.number)


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Enter the sealed promise in the register of the person's own authority (LOF-7)."""
    here, row = _sealed(request, pk, version)
    require(publishing.can_register(here.actor))
    form = RegistrationForm(
        request.POST or None,
        organisations=Organisation.objects.filter(parties__process=here.round).exclude(kind="partner"),
        initial={
            "organisation": owner_of(here.user, here.round),
            "registered_on": here.facts.today,
            "description": f"Medborgarlöfte {here.subject.title}",
        },
    )
    if request.method == "POST" and form.is_valid():
        return _act(
            here,
            lambda: publishing.register(
                by=here.user, round_=here.round, version_id=row.id, values=form.values
            ),
            "Registreringen är sparad.",
        )
    return _form_page(
        here,
        form,
        "Registrera löftet",
        "Ett färdigt löfte är en upprättad handling och ska finnas i varje myndighets diarium.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Publish the sealed promise, once registered and checked for personal data (LAG-9)."""
    here, row = _sealed(request, pk, version)
    require(publishing.can_publish(here.actor))
    form = PublicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _act(
            here,
            lambda: publishing.publish(
                by=here.user, round_=here.round, version_id=row.id, checked=form.cleaned_data["checked"]
            ),
            "Löftet är publicerat.",
        )
    return _form_page(
        here,
        form,
        "Publicera löftet",
        "Det här blir synligt för alla: löftets fem delar och det förseglade dokumentet, inget annat.",
    )


def _sealed(request: HttpRequest, pk: int, version: int) -> tuple[InStep, Row]:
    here, row = _in_version(request, pk, version)
    if here.facts.one("agreements.SealedDocument", version_id=row.id) is None:
        raise Http404("Sidan finns inte.")
    return here, row


def _form_page(here: InStep, form: Any, title: str, lead: str) -> HttpResponse:
    context = {
        "title": title,
        "lead": lead,
        "form": form,
        "submit_label": title,
        "cancel_url": here.url,
        "crumbs": here.trail(title),
    }
    return here.page("processes/edit.html", context, status=422 if form.errors else 200)
