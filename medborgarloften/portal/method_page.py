"""Så hänger det ihop: the whole way of working on one page, for anyone (BIL-1)."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from processes.method import get_method

from .docs.picture import picture, table


@cache
def _content() -> dict[str, Any]:
    """Drawn from the declarations, which don't change while the program runs."""
    method = get_method()
    return {"picture": picture(method), "rows": table(method)}


@login_not_required
@require_safe
def how_it_hangs_together(request: HttpRequest) -> HttpResponse:
    """The picture and, beside it, the same in a table: among the public pages for whoever comes from there."""
    frame = "base.html" if request.user.is_authenticated else "public/base.html"
    return render(request, "portal/method.html", _content() | {"frame": frame})
