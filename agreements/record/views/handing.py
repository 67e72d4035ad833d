"""Handing out: what may leave and what not, chosen part by part, given with one press, and logged each time."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST

from processes.documents import html
from processes.documents.errors import RenderError
from processes.documents.tree import grouped
from processes.method import READABLE_ON_PAPER, Finding, Row
from processes.models import Organisation, Term
from processes.pages.refusal import stopped
from processes.pages.values import day
from processes.views.here import Here, enter, once, require
from processes.writing import Refused

from ...models import Release, ReleasePackage
from ...steps.citizen_promise import STEP
from .. import forms, policies, release
from ..actions import releasing as actions
from ..offering import Offer, Part, offer
from ..release import Package

LOG = 50
CHANGED = "Rundan har ändrats sedan du öppnade sidan, så inget är utlämnat. Läs igenom det som står nu."
NOT_AS_SEEN = Finding("", "ett annat innehåll än det du såg", fixers=policies.RELEASERS)
OUT = "ut"


@require_http_methods(["GET", "HEAD", "POST"])
def hand_out(request: HttpRequest, pk: int) -> HttpResponse:
    """What the person's own authority may hand out of the round, or of one promise; one press makes the package,
    logs it and gives it."""
    here = enter(request, pk)
    require(policies.can_hand_out(here.actor))
    organisation = _own(here)
    promise = _promise(here)
    found = offer(here, organisation.pk, promise)
    if request.method != "POST":
        return _page(here, organisation, promise, found)
    if request.POST.get("sedd", "")[:64] != found.mark:
        return _page(here, organisation, promise, found, Refused(CHANGED, NOT_AS_SEEN))
    words = release.grounds()
    choice = _chosen(request, found)

    def act() -> Release:
        package = release.build(here, found, choice, str(organisation), words)
        return actions.hand_out(
            by=here.user, round_=here.round, organisation=organisation, title=found.title, package=package
        )

    try:
        return _given(here, act)
    except Refused as refused:
        return _page(here, organisation, promise, found, refused)
    except RenderError as error:  # for instance a character that the typeface lacks
        why = Refused(str(error), Finding("", found.title, fixers=policies.RELEASERS), READABLE_ON_PAPER)
        return _page(here, organisation, promise, found, why)


def _given(here: Here, act: Callable[[], Release]) -> HttpResponse:
    """The package that the act logs: one file for each row of the log. A repeated press is led to the log."""
    made: list[Release] = []

    def logged() -> str:
        made.append(act())
        return f"{reverse('agreements:hand_out', args=[here.round.pk])}#utlamnat"

    answer = once(here.request, logged)
    if not made:
        return answer
    (row,) = made
    name = f"Utlämnat {row.title[:80]} {row.sha256[:12]}.zip"
    return HttpResponse(
        bytes(ReleasePackage.objects.get(sha256=row.sha256).data),
        content_type="application/zip",
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
            "X-Content-Type-Options": "nosniff",
        },
    )


def _own(here: Here) -> Organisation:
    """The authority whose record is handed out: the person's own among the parties."""
    found = Organisation.objects.filter(pk__in=here.actor.organisations)
    own = found.exclude(kind=Organisation.Kind.PARTNER).order_by("kind").last()
    if own is None:
        raise Http404("Sidan finns inte.")
    return own


def _promise(here: Here) -> Row | None:
    key = here.request.GET.get("lofte", "")
    return here.facts.get("agreements.Promise", int(key)) if key.isdecimal() and len(key) < 18 else None


def _chosen(request: HttpRequest, found: Offer) -> release.Choice:
    """What is left out by hand and why; a part that nothing sensible was said of stays as the declaration says."""
    labels = {str(term.pk): term.label for term in forms.grounds()}
    usual = release.grounds()
    left_out = {}
    for number, part in enumerate(found.parts):
        said = request.POST.get(f"del-{number}", "")
        if said in labels:
            left_out[part.key] = labels[said]
        elif part.withheld and said != OUT:
            term = usual.get(part.withheld)
            left_out[part.key] = term.label if term else part.withheld.value
    return release.Choice(left_out)


def _page(
    here: Here, organisation: Organisation, promise: Row | None, found: Offer, why: Refused | None = None
) -> HttpResponse:
    words, choices = release.grounds(), [(term.pk, term.label) for term in forms.grounds()]
    posted = here.request.POST
    parts = [_part(number, part, words, posted) for number, part in enumerate(found.parts)]
    title = f"Lämna ut: {found.title}" if promise is not None else "Lämna ut handlingar"
    context = {
        "title": title,
        "refusal": why and stopped(why, here, "#delar", here.method[STEP.key]),
        "organisation": str(organisation),
        "documents": [
            {
                "title": f"{d.kind}: {d.title}, version {d.number}",
                "meta": f"Dnr {', '.join(d.diary_numbers)}" if d.diary_numbers else "Inte registrerad ännu",
            }
            for d in found.documents
        ],
        "steps": [_step(step, list(some)) for step, some in groupby(parts, key=lambda one: one["step"])],
        "sum": _sum(len(found.documents), parts, len(found.never)),
        "never": [
            {"title": what, "ground": on, "why": why}
            for what, on, why in release.unseen(found, release.Choice({}), words)
        ],
        "grounds": choices,
        "out": OUT,
        "mark": found.mark,
        "idem": uuid.uuid4().hex,
        "promises": [
            {
                "title": row.title,
                "url": f"{reverse('agreements:hand_out', args=[here.round.pk])}?lofte={row.id}",
            }
            for row in here.facts.rows("agreements.Promise")
        ]
        if promise is None
        else [],
        "whole_url": reverse("agreements:hand_out", args=[here.round.pk]) if promise is not None else "",
        "log": _log(here),
        "crumbs": [{"label": title, "url": None}],
    }
    return here.page("record/hand_out.html", context, status=409 if why else 200)


def _step(title: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts of a step, and how many of them go; open when the person has chosen otherwise than usual."""
    out = sum(one["chosen"] == OUT for one in parts)
    told = f"{out} av {len(parts)} lämnas ut" if out < len(parts) else "allt lämnas ut"
    return {"title": title, "parts": parts, "told": told, "open": any(one["changed"] for one in parts)}


def _sum(documents: int, parts: list[dict[str, Any]], never: int) -> str:
    out = sum(one["chosen"] == OUT for one in parts)
    papers = "1 underskriven handling" if documents == 1 else f"{documents} underskrivna handlingar"
    return f"{papers} och {out} delar av arbetet lämnas ut. {len(parts) - out + never} saker utelämnas."


def _part(number: int, part: Part, words: dict[str, Term], posted: Any) -> dict[str, Any]:
    usual = words.get(part.withheld or "")
    first = str(usual.pk) if usual else OUT
    said = posted.get(f"del-{number}") or first
    return {
        "name": f"del-{number}",
        "step": part.step,
        "title": part.title,
        "note": part.note,
        "withheld": part.withheld is not None,
        "chosen": said,
        "changed": said != first,
        "content": html.body(release.text_of(part)[1:]) if part.content else "",
    }


def _log(here: Here) -> list[dict[str, Any]]:
    """What the person's own authority has handed out of the round, newest first."""
    found = Release.objects.filter(process=here.round, organisation__in=here.actor.organisations)
    rows = list(found.select_related("by").order_by("-pk")[:LOG])
    kept = set(
        ReleasePackage.objects.filter(sha256__in={r.sha256 for r in rows}).values_list("sha256", flat=True)
    )
    return [
        {
            "title": row.title,
            "when": day(row.at),
            "who": row.by.name,
            "contents": row.contents,
            "left_out": len(row.left_out),
            "sha256": grouped(row.sha256, 8),
            "url": reverse("agreements:release_again", args=[here.round.pk, row.pk])
            if row.sha256 in kept
            else "",
            "idem": uuid.uuid4().hex,
        }
        for row in rows
    ]


@require_POST
def release_again(request: HttpRequest, pk: int, release: int) -> HttpResponse:
    """Give out the very package that was handed out before, as it was kept by its hash. That is logged too."""
    here = enter(request, pk)
    require(policies.can_hand_out(here.actor))
    own = Release.objects.filter(process=here.round, organisation__in=here.actor.organisations)
    row = own.select_related("organisation").filter(pk=release).first()
    kept = ReleasePackage.objects.filter(sha256=row.sha256).first() if row else None
    if row is None or kept is None:
        raise Http404("Sidan finns inte.")
    package = Package(bytes(kept.data), row.contents, row.left_out)
    again = {"organisation": row.organisation, "title": row.title, "package": package}
    return _given(here, lambda: actions.hand_out(by=here.user, round_=here.round, **again))
