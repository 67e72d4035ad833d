"""Kommunens underlag enligt lagen: one page by paragraph, and the papers it leads to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from processes import policies, queries
from processes.documents import html
from processes.documents.errors import RenderError
from processes.documents.tree import Document
from processes.guard import Gap
from processes.method import Gate, Role, Row, Strength
from processes.models import User
from processes.pages import links
from processes.pages.progress import titles
from processes.policies import YES, Actor, Decision
from processes.views.documents import file_response
from processes.views.here import Here, enter, require

from . import measures, report, situation
from .duties import LAW, Duty, Lack, Reader
from .paper import who

READERS = (*policies.LEADERS, Role.MUNICIPAL_REPRESENTATIVE)
STATES = {"there": ("done", "Finns"), "partly": ("stale", "Delvis"), "lacking": ("returned", "Saknas")}
PAPERS: dict[str, tuple[str, Callable[[Any, Reader], Document]]] = {
    "lagesbild": ("Lägesbild", situation.document),
    "atgardsplan": ("Åtgärdsplan", measures.document),
    "rapport": ("Rapport till fullmäktige", report.document),
}


def can_read(actor: Actor) -> Decision:
    """The municipality's material is for those who lead the work and for who represents the municipality."""
    if actor.has(READERS):
        return YES
    return Decision(False, f"Bara {titles(READERS)} kan se kommunens underlag enligt lagen.")


def is_shown(here: Here) -> bool:
    """Whether the round's pages lead here."""
    return here.facts.has_municipality and bool(can_read(here.actor))


def _enter(request: HttpRequest, pk: int) -> tuple[Here, Reader]:
    """The round and its municipalities: one's own, or for the police all of them."""
    here = enter(request, pk)
    require(can_read(here.actor))
    parties = here.facts.rows("processes.Party", kind="municipality")
    if not parties:
        raise Http404("Ingen kommun är part i rundan.")
    own = {m.organisation_id for m in queries.memberships(here.user)}
    parties = [party for party in parties if party.organisation_id in own] or parties
    return here, Reader(here.method, here.facts, parties, _contacts(parties))


def _contacts(parties: list[Row]) -> dict[int, str]:
    """The coordinators with title and address at work, in one query."""
    wanted = [party.coordinator_id for party in parties if party.coordinator_id]
    return {
        user.pk: ", ".join(filter(None, (user.name, user.title.lower(), user.email)))
        for user in User.objects.filter(pk__in=wanted).order_by("pk")
    }


def _url(here: Here, name: str, *more: str) -> str:
    return reverse(f"portal:{name}", args=[here.round.pk, *more])


@require_safe
def law(request: HttpRequest, pk: int) -> HttpResponse:
    """Each paragraph with what there is and what is lacking."""
    return _show(*_enter(request, pk))


def _show(here: Here, reader: Reader, refused: str = "") -> HttpResponse:
    duties = reader.duties()
    context = {
        "title": "Kommunens underlag enligt lagen",
        "law": LAW,
        "municipality": ", ".join(reader.names),
        "duties": [_duty(here, duty) for duty in duties],
        "late": [text for duty in duties if duty.paragraph == "6 §" for text in _late(duty)],
        "refused": refused,
        "crumbs": [{"label": "Kommunens underlag", "url": None}],
    }
    return here.page("portal/law/law.html", context, status=409 if refused else 200)


def _late(duty: Duty) -> list[str]:
    return [line for line, clock in zip(duty.there, duty.clocks, strict=False) if clock.passed]


def _duty(here: Here, duty: Duty) -> dict[str, Any]:
    status, label = STATES[duty.state]
    return {
        "key": duty.paragraph.partition(" ")[0],
        "paragraph": duty.paragraph,
        "title": duty.title,
        "about": duty.about,
        "status": status,
        "status_label": label,
        "there": duty.there,
        "lacks": [{"text": lack.text, "who": who(lack), "url": _way(here, lack)} for lack in duty.lacks],
        "page_url": _url(here, "law_paper", duty.document) if duty.document else "",
        "pdf_url": _url(here, "law_pdf", duty.document) if duty.document else "",
        "paper": PAPERS[duty.document][0] if duty.document else "",
    }


def _way(here: Here, lack: Lack) -> str:
    """To the form for whoever can mend it; for others to where it stands, if they may see it."""
    finding, strength = lack.finding, Strength.SHOULD
    gap = Gap(
        "LAG-1",
        strength,
        Gate.CLOSE,
        lack.text,
        LAW,
        lack.step,
        lack.subject,
        finding,
        lack.fixers,
        lack.step,
    )
    return links.way_to(gap, here.round.pk, here.actor)


def _paper(here: Here, reader: Reader, document: str) -> tuple[str, Document]:
    if document not in PAPERS:
        raise Http404("Sidan finns inte.")
    title, build = PAPERS[document]
    return title, build(here, reader)


@require_safe
def paper(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """The paper as it will be printed."""
    here, reader = _enter(request, pk)
    title, made = _paper(here, reader, document)
    context = {
        "title": title,
        "document": html.article(made),
        "files": [{"label": "PDF", "url": _url(here, "law_pdf", document)}],
        "back_url": _url(here, "law"),
        "crumbs": [
            {"label": "Kommunens underlag", "url": _url(here, "law")},
            {"label": title, "url": None},
        ],
    }
    return here.page("processes/document.html", context)


@require_safe
def pdf(request: HttpRequest, pk: int, document: str) -> HttpResponse:
    """The paper as a file that can be kept and read by all."""
    here, reader = _enter(request, pk)
    title, made = _paper(here, reader, document)
    try:
        return file_response(made, "pdf", title, ", ".join(reader.names))
    except RenderError as refused:  # for instance a character that the typeface lacks
        return _show(here, reader, str(refused))
