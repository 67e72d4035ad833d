"""What a step yields to take along: shown as a page, or handed out as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from processes.documents import forms, html
from processes.documents.deck import Deck, minutes
from processes.documents.errors import RenderError
from processes.method import READABLE_ON_PAPER, Doc, Finding
from processes.pages.documents import YEAR, files
from processes.plan import periods
from processes.writing import Refused

from .here import InStep, enter_step
from .step import show


def _enter(
    request: HttpRequest, pk: int, slug: str, subject: int, document: str, form: str
) -> tuple[InStep, Doc]:
    """The step and its document; whoever sees the step may take it along."""
    here = enter_step(request, pk, slug, subject)
    found = here.step.document(document)
    if found is None or form not in found.forms:
        raise Http404("Sidan finns inte.")
    return of_year(here) if found.yearly else here, found


def of_year(here: InStep) -> InStep:
    """The same, of the calendar year that is asked for; whole when the round has no such year beside others."""
    asked = here.request.GET.get(YEAR, "")
    year = next(
        (y for y in periods.years(here.round.period_start, here.round.period_end) if str(y) == asked), None
    )
    return replace(here, year=year, facts=periods.in_year(here.facts, year)) if year else here


def build(here: InStep, found: Doc) -> Any:
    """The document's tree, from what stands there now."""
    return import_string(found.build)(here)


@require_safe
def document(request: HttpRequest, pk: int, slug: str, subject: int, document: str) -> HttpResponse:
    """The document as a page: slides with their notes, or the paper as it will be printed."""
    here, found = _enter(request, pk, slug, subject, document, forms.PAGE)
    tree = build(here, found)
    shown = {
        "title": found.title,
        "files": files(here, found),
        "back_url": here.url,
        "crumbs": here.trail(found.title),
    }
    if isinstance(tree, Deck):
        slides = [
            {"id": f"bild-{number}", "title": slide.title}
            for number, slide in enumerate(tree.slides, start=1)
        ]
        shown |= {
            "deck": html.deck(tree),
            "slides": slides,
            "length": f"{len(slides)} bilder med talmanus. Mötet tar ungefär {minutes(tree.minutes)}.",
        }
        return here.page("processes/deck.html", shown)
    return here.page("processes/document.html", shown | {"document": html.article(tree)})


@require_safe
def download(
    request: HttpRequest, pk: int, slug: str, subject: int, document: str, form: str
) -> HttpResponse:
    """The document as a file."""
    here, found = _enter(request, pk, slug, subject, document, form)
    if form not in forms.FILES:
        raise Http404("Sidan finns inte.")
    try:
        title = f"{found.title} {here.year}" if here.year else found.title
        return file_response(build(here, found), form, title, here.round.title)
    except RenderError as refused:  # for instance a character that the typeface lacks
        why = Refused(str(refused), Finding("", found.title), READABLE_ON_PAPER)
        return show(here, why, status=409)


def file_response(tree: Any, form: str, title: str, of: str) -> HttpResponse:
    """The tree as a file with a telling name."""
    kind = forms.FILES[form]
    response = HttpResponse(kind.render(tree), content_type=kind.content_type)
    name = forms.file_name(title, of, form)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
