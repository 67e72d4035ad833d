"""What citizens read: published snapshots and nothing else. No login, no way to a draft."""

from __future__ import annotations

import json

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from processes.documents import html, tree
from processes.plan.words import period_words

from .chain import sha256
from .document import document
from .models import Publication
from .public_thread import public_thread
from .responses import pdf_response

PAGE = 50


def _etag(request: HttpRequest, slug: str) -> str | None:
    row = Publication.objects.filter(slug=slug).values("sha256").first()
    return f'"{row["sha256"]}"' if row else None


@login_not_required
@require_safe
@cache_control(public=True, max_age=60)
def promises(request: HttpRequest) -> HttpResponse:
    """All published promises, newest first."""
    found = Publication.objects.order_by("-pk").values("slug", "content", "at")[:PAGE]
    rows = []
    for row in found:
        content = json.loads(row["content"])
        period = content["period"]
        rows.append(
            {
                "title": content["title"],
                "url": reverse("agreements:public_promise", args=[row["slug"]]),
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
    row = get_object_or_404(Publication, slug=slug)
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
        "sha256": tree.grouped(row.sha256, 8),
    }
    return render(request, "public/promise.html", context)


@login_not_required
@require_safe
@condition(etag_func=_etag)
@cache_control(public=True, max_age=60)
def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The sealed file of a published promise."""
    row = get_object_or_404(Publication.objects.select_related("version__sealed"), slug=slug)
    content = json.loads(row.content)
    return pdf_response(bytes(row.version.sealed.pdf), row.sha256, content["title"], row.version.number)
