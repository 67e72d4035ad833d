"""Röda tråden as a page, and of one promise as an annex on paper."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agreements.content import focus_of, period_of
from agreements.steps.citizen_promise import STEP
from processes.documents import pdf, tree
from processes.documents.errors import UnprintableText
from processes.method import READABLE_ON_PAPER, Facts, Finding, Row
from processes.pages.refusal import stopped
from processes.views.here import Here, enter, period
from processes.writing import Refused

from .annex import document
from .build import build
from .counts import count
from .graph import Thread
from .listing import Listing, loose_groups
from .picture import picture
from .ways import Ways, seen

DRAWN_AT_ONCE = 40
"""Boxes in one column beyond which a picture of everything helps nobody: then a part is chosen first."""
OPEN_AT_ONCE = 120


class PartForm(forms.Form):
    """Which part of the round is shown."""

    visa = forms.ChoiceField(label="Visa", required=False)

    def __init__(self, facts: Facts, data: Any):
        super().__init__(data)
        areas = [row for row in facts.rows("processes.FocusArea") if row.becomes_promise is not False]
        self.parts = {"": ("Hela rundan", None)}
        for row in facts.rows("agreements.Promise"):
            title = f"Löftet ”{row.title or 'utan namn'}”"
            self.parts[f"lofte-{row.id}"] = (title, focus_of(facts, row))
        for row in areas:
            self.parts[f"fokus-{row.id}"] = (row.title or "Fokusområde utan namn", [row.id])
        self.fields["visa"].choices = [(key, title) for key, (title, _) in self.parts.items()]

    @property
    def part(self) -> str:
        """The key of the chosen part; the whole round when nothing sensible is chosen."""
        return self.cleaned_data["visa"] if self.is_valid() else ""


def of_part(here: Here, focus: list[int] | None) -> Thread:
    """The thread of some focus areas, or of the whole round, as the person may see it."""
    facts = here.facts if focus is None else here.facts.narrowed(focus, here.method.parents)
    return seen(build(facts, count(facts)), here.method, here.actor)


def highest(found: Thread) -> int:
    """How many things stand in the fullest column."""
    return max(Counter(node.column for node in found.nodes).values(), default=0)


@require_safe
def thread(request: HttpRequest, pk: int) -> HttpResponse:
    """Loose ends first, then the whole thread drawn, then the same as a list."""
    return _page(enter(request, pk))


def _page(here: Here, refusal: dict[str, Any] | None = None) -> HttpResponse:
    pk = here.round.pk
    form = PartForm(here.facts, here.request.GET)
    _, focus = form.parts[form.part]
    found = of_part(here, focus)
    ways = Ways(here.method, pk, here.actor)
    too_large = not form.part and len(form.parts) > 2 and highest(found) > DRAWN_AT_ONCE
    context = {
        "crumbs": [{"label": "Röda tråden", "url": None}],
        "refusal": refusal,
        "parts": [{"key": key, "title": name} for key, (name, _) in form.parts.items()],
        "part": form.part,
        "loose": loose_groups(found, ways.mend),
        "groups": Listing(found, ways).groups(),
        "open": len(found.nodes) <= OPEN_AT_ONCE,
        "drawing": picture(found, ways) if found.nodes and not too_large else None,
        "too_large": too_large,
        "annexes": [
            {"title": row.title or "Löfte utan namn", "url": reverse("portal:thread_pdf", args=[pk, row.id])}
            for row in here.facts.rows("agreements.Promise")
        ],
    }
    return here.page("portal/thread.html", context, status=409 if refusal else 200)


@require_safe
def annex(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """The thread of one promise as a PDF, made on the fly and kept nowhere."""
    here = enter(request, pk)
    row = here.facts.get("agreements.Promise", promise)
    if row is None:
        raise Http404("Sidan finns inte.")
    try:
        made = pdf.render(_document(here, row))
    except UnprintableText as unprintable:
        why = Refused(str(unprintable), Finding("", row.title, subject=row), READABLE_ON_PAPER)
        return _page(here, stopped(why, here, step=here.method[STEP.key]))
    name = f"Röda tråden {row.title[:80]}.pdf"
    response = FileResponse(BytesIO(made), as_attachment=True, filename=name, content_type="application/pdf")
    response["Cache-Control"] = "no-store"
    return response


def _document(here: Here, promise: Row) -> tree.Document:
    start, end = period_of(here.facts, promise)
    return document(
        of_part(here, focus_of(here.facts, promise)),
        Ways(here.method, here.round.pk, here.actor),
        title=promise.title or "Löfte utan namn",
        byline=(promise.place or here.facts.round.area_name, period(start, end)),
        authors=tuple(party.name for party in here.facts.rows("processes.Party")),
        identifier=f"roda-traden-{promise.id}",
        now=timezone.now(),
    )
