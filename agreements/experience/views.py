"""The experience bank's page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from . import bank
from .forms import BankForm


@require_safe
def experience(request: HttpRequest) -> HttpResponse:
    """What closed promises did and how it went, newest first; failures stand among the others."""
    form = BankForm(request.GET)
    given, asked = form.given, form.asked
    page = bank.search(request.user, asked)
    in_public = not set(given) - {"q", "tema", "utfall"} and asked.before is None
    context = {
        "title": "Erfarenheter",
        "filter": form,
        "asked": given,
        "rows": page.rows,
        "older_url": f"?{urlencode(given | {'fore': page.older})}" if page.older else "",
        "newest_url": f"?{urlencode(given)}" if asked.before else "",
        "published": list(bank.published(request.user, asked)) if in_public else [],
    }
    return render(request, "agreements/experience.html", context)
