"""The promise's own pages after it is signed: publication, closing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes.method import Row
from processes.views.deciding import carry_out
from processes.views.here import InStep, require

from . import closing, signing
from .forms import PublicationForm
from .publication import publishing
from .signing.pages import can_lead
from .signing.views import in_subject, in_version


@require_POST
def close(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """Close the promise when its follow-up is done."""
    here = in_subject(request, pk, signing.PROMISE, promise)
    require(can_lead(here))
    return carry_out(
        here,
        lambda: closing.close(by=here.user, round_=here.round, promise_id=promise),
        "Löftet är avslutat.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Publish the sealed promise, once registered and checked for personal data (LAG-9)."""
    here, row = _sealed(request, pk, version)
    require(publishing.can_publish(here.actor))
    form = PublicationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return carry_out(
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
        "Det här blir synligt för alla: löftets fem delar och det förseglade dokumentet, inget annat. De som skrev "
        "under har sagt ja till just den här texten, så deras ord om att publicera behövs inte en gång till.",
    )


def _sealed(request: HttpRequest, pk: int, version: int) -> tuple[InStep, Row]:
    here, kind, row = in_version(request, pk, version)
    if kind is not signing.PROMISE or here.facts.one("agreements.SealedDocument", version_id=row.id) is None:
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
