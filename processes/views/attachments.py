"""Files and links that document the work. Served only to those who see the step, as downloads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from processes import actions, policies
from processes.attaching import AttachmentForm, questions_of
from processes.models import Attachment

from . import drafts
from .here import enter, enter_step, once, require


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Attach a file or a link, with a short summary."""
    here = enter_step(request, pk, slug, subject)
    require(policies.has_evidence(here.step))
    require(policies.can_edit(here.actor, here.step))
    form = AttachmentForm(request.POST or None, drafts.files(request), questions=questions_of(here.step))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.attach(
                by=here.user, round_=here.round, step=here.step, subject_id=subject, values=form.values
            )
            messages.success(request, "Bilagan är sparad.")
            return f"{here.url}#bilagor"

        return once(request, act)
    context = {
        "title": "Lägg till en bilaga eller länk",
        "lead": "En fil eller länk med en kort sammanfattning räcker som dokumentation.",
        "cancel_url": here.url,
        "crumbs": here.trail("Bilaga"),
    }
    return here.form_page(form, context)


@require_safe
def attachment(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """The file, to those who may see the step it belongs to."""
    here = enter(request, pk)
    known = here.facts.get("processes.Attachment", attachment)
    if known is None:
        raise Http404("Sidan finns inte.")
    require(policies.can_see_step(here.actor, here.method[known.step]))
    return as_download(Attachment.objects.get(pk=attachment))


def as_download(row: Any) -> FileResponse:
    """The file that the row holds, to be saved and never run in the browser; 404 when it holds a link only."""
    if not row.file:
        raise Http404("Sidan finns inte.")
    response = FileResponse(row.file.open("rb"), as_attachment=True, filename=row.file_name)
    response["Content-Type"] = row.content_type
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response
