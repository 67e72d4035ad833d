"""The register: searched, sorted, printed and taken along. Everyone's public part, and one's own authority's whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from processes.documents.errors import RenderError
from processes.models import User
from processes.pages.values import day
from processes.views.documents import file_response
from processes.views.lists import as_file

from ...models import ProtectedSubject, Registration
from ...signing import kind_of
from .. import papers, policies, queries
from ..actions.registering import roles_in, setting_of
from ..duty import address
from ..forms import SearchForm
from ..numbers import shown, written_in

Rows = Iterable[Registration]


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The whole register, with what only one's own authority's people may read; and what is to be done about it."""
    user = request.user
    context = _listed(request, reverse("agreements:register_list"), user)
    own = queries.own_authorities(user)
    context |= {
        "title": "Diarium",
        "public": False,
        "waiting": [_waiting(one) for one in queries.unregistered(user)],
        "authorities": [_authority(user, one) for one in own.values()],
        "public_url": reverse("agreements:public_register"),
        "outside_url": reverse("agreements:bring_in")
        if any(policies.can_bring_in(roles_in(user, one)) for one in own.values())
        else "",
    }
    return render(request, "record/register.html", context)


def _waiting(one: queries.Waiting) -> dict[str, str]:
    version = one.version
    kind = f"{kind_of(version).title}, version {version.number}"
    sealed = f"förseglad {day(version.sealed_at)}"
    return {
        "text": one.title,
        "url": address(one),
        "meta": " · ".join((kind, str(one.organisation), sealed, version.process.title)),
    }


@login_not_required
@require_safe
def public_register(request: HttpRequest) -> HttpResponse:
    """What anyone may ask of the register: the public subject and nothing else (OSL 5 kap. 2 §)."""
    context = _listed(request, reverse("agreements:public_register"), None)
    return render(request, "record/register.html", context | {"title": "Offentligt diarium", "public": True})


@require_safe
def register_file(request: HttpRequest, form: str) -> HttpResponse:
    """What was searched for, on paper or as a sheet: the public part, or with one's own authority's own."""
    whole = request.GET.get("del") == "allt"
    return _as_file(request, form, request.user if whole else None)


@login_not_required
@require_safe
def public_register_file(request: HttpRequest, form: str) -> HttpResponse:
    """The public part, on paper or as a sheet."""
    return _as_file(request, form, None)


def _as_file(request: HttpRequest, form: str, user: User | None) -> HttpResponse:
    sought = SearchForm(request.GET).sought
    rows, more = queries.printed(sought)
    protected = queries.protected_of(user, rows) if user else {}
    title = "Diarium" if protected or user else "Offentligt diarium"
    table = papers.table(rows, protected, whole=user is not None)
    of = _in_words(sought)
    if form == "xlsx":
        return as_file(papers.sheet(table), "xlsx", title, of)
    if form != "pdf":
        raise Http404("Sidan finns inte.")
    document = papers.register(table, title, of, timezone.now(), more=more, by=user.name if user else "")
    try:
        return file_response(document, "pdf", title, "")
    except RenderError as refused:  # for instance a character that the typeface lacks
        messages.error(request, str(refused))
        return redirect("agreements:register_list" if user else "agreements:public_register")


def _in_words(sought: dict[str, Any]) -> str:
    parts = {
        "ord": "”{}”",
        "ar": "{}",
        "saknummer": "saknummer {}",
        "myndighet": "{}",
    }
    return ", ".join(words.format(sought[name]) for name, words in parts.items() if sought.get(name))


def _listed(request: HttpRequest, url: str, user: User | None) -> dict[str, Any]:
    form = SearchForm(request.GET)
    sought = form.sought
    found = queries.page(sought)
    protected = queries.protected_of(user, found.rows) if user else {}
    kept = {
        name: (value.pk if name == "myndighet" else value)
        for name, value in sought.items()
        if value and name != "efter"
    }
    files = "agreements:register_file" if user else "agreements:public_register_file"
    address = urlencode(kept)
    own = queries.own_authorities(user) if user else {}
    return {
        "form": form,
        "rows": [_row(row, protected.get(row.pk), row.organisation_id in own) for row in found.rows],
        "further_url": f"{url}?{urlencode(kept | {'efter': found.further})}" if found.further else "",
        "first_url": f"{url}?{address}" if sought.get("efter") else "",
        "sought": _in_words(sought),
        "pdf_url": f"{reverse(files, args=['pdf'])}?{address}",
        "xlsx_url": f"{reverse(files, args=['xlsx'])}?{address}",
        "whole": bool(own),
        "url": url,
    }


def _row(row: Registration, protected: ProtectedSubject | None, own: bool) -> dict[str, Any]:
    corrected = getattr(row, "correction", None)
    return {
        "number": row.diary_number,
        "on": day(row.registered_on),
        "what": row.description,
        "organisation": str(row.organisation),
        "code": row.subject_code,
        "sender": row.sender,
        "recipient": row.recipient,
        "protected": protected.text if protected else "",
        "ground": str(protected.ground or "") if protected else "",
        "corrected": f"Rättad {day(corrected.at)}: {corrected.why} Gäller nu: {corrected.diary_number}."
        if corrected
        else "",
        "correct_url": reverse("agreements:correct_registration", args=[row.pk])
        if own and corrected is None
        else "",
    }


def _authority(user: User, organisation: Any) -> dict[str, Any]:
    setting = setting_of(organisation)
    found = queries.series_of(organisation, setting.subject_code, own_series=setting.own_series)
    roles = roles_in(user, organisation)
    can = policies.can_explain(roles)
    return {
        "name": str(organisation),
        "own_series": found.own_series,
        "setting_url": reverse("agreements:register_setting", args=[organisation.pk])
        if policies.can_set_register(roles)
        else "",
        "missing": [
            {
                "number": shown(gap),
                "url": f"{reverse('agreements:explain_number', args=[organisation.pk, gap.running])}?"
                + urlencode({"serie": gap.series})
                if can
                else "",
            }
            for gap in found.missing[:50]
        ],
        "more_missing": max(0, len(found.missing) - 50),
        "explained": [
            {
                "number": written_in(note.series, note.number),
                "why": note.why,
                "who": note.by.name,
                "when": day(note.at.date()),
            }
            for note in found.explained[:50]
        ],
        "doubled": [" och ".join(f"”{text}”" for text in texts) for texts in found.doubled[:50]],
    }
