"""What citizens read: published snapshots and nothing else. No login, no way to a draft."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from processes.documents import html, tree
from processes.pages.values import day
from processes.plan.words import period_words

from .chain import sha256
from .document import document
from .models import Publication
from .public_thread import public_thread
from .responses import pdf_response
from .versions import changed_targets

PAGE = 50


# The latest published version of the same promise.
_NEWEST = Subquery(
    Publication.objects.filter(version__promise=OuterRef("version__promise")).order_by("-pk").values("pk")[:1]
)


def _etag(request: HttpRequest, slug: str) -> str | None:
    """A version looks otherwise once there is a later one, since it then says so."""
    row = (
        Publication.objects.filter(slug=slug)
        .annotate(newest=_NEWEST)
        .values("pk", "sha256", "newest")
        .first()
    )
    if row is None:
        return None
    return f'"{row["sha256"]}"' if row["newest"] == row["pk"] else f'"{row["sha256"]}-{row["newest"]}"'


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def promises(request: HttpRequest) -> HttpResponse:
    """All published promises, each in its latest version, newest first."""
    found = Publication.objects.annotate(newest=_NEWEST).filter(pk=F("newest"))
    found = found.order_by("-pk").values("slug", "content", "at")[:PAGE]
    rows = []
    for row in found:
        content = json.loads(row["content"])
        period = content["period"]
        rows.append(
            {
                "title": content["title"],
                "url": _url(row["slug"]),
                "meta": f"{content['area']} · {period_words(period['from'], period['to'])}",
            }
        )
    return render(request, "public/promises.html", {"rows": rows})


@login_not_required
@require_safe
@condition(etag_func=_etag)
@cache_control(public=True, max_age=60)
def promise(request: HttpRequest, slug: str) -> HttpResponse:
    """One published promise, as it was signed."""
    row = get_object_or_404(Publication.objects.select_related("version"), slug=slug)
    content = json.loads(row.content)
    shown = document(
        content,
        created=row.at,
        identifier=row.slug,
        facts=tree.Facts(fingerprint=sha256(row.content)),
    )
    context = {
        "title": content["title"],
        "document": html.article(shown),
        "thread": public_thread(content),
        "pdf_url": reverse("agreements:public_pdf", args=[slug]),
        "versions": _versions(row),
        "sha256": tree.grouped(row.sha256, 8),
    }
    return render(request, "public/promise.html", context)


def _versions(row: Publication) -> dict[str, Any] | None:
    """The promise's published versions, and what this one changed; none while there is but one."""
    own = Publication.objects.filter(version__promise=row.version.promise_id).order_by("pk")
    found = list(own.values("pk", "slug", "at", "content", "version__number"))
    if len(found) < 2:
        return None
    earlier = [one for one in found if one["pk"] < row.pk]
    return {
        "number": row.version.number,
        "latest_url": "" if found[-1]["pk"] == row.pk else _url(found[-1]["slug"]),
        "since": earlier[-1]["version__number"] if earlier else "",
        "changed": changed_targets(json.loads(earlier[-1]["content"]), json.loads(row.content))
        if earlier
        else [],
        "others": [
            {"number": one["version__number"], "when": day(one["at"].date()), "url": _url(one["slug"])}
            for one in found
            if one["pk"] != row.pk
        ],
    }


def _url(slug: str) -> str:
    return reverse("agreements:public_promise", args=[slug])


@login_not_required
@require_safe
@condition(etag_func=_etag)
@cache_control(public=True, max_age=60)
def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The sealed file of a published promise."""
    row = get_object_or_404(Publication.objects.select_related("version__sealed"), slug=slug)
    content = json.loads(row.content)
    return pdf_response(bytes(row.version.sealed.pdf), row.sha256, content["title"], row.version.number)
