"""Ord vi använder: every word with its meaning, on one page (PRO-9)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from processes.definitions import DEFINITIONS


@require_safe
def definitions(request: HttpRequest) -> HttpResponse:
    """All of them, as they are declared."""
    return render(request, "processes/definitions.html", {"definitions": DEFINITIONS})
