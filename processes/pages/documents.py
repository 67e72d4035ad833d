"""The documents of a subject, ready for the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.documents import forms
from processes.method import Doc
from processes.plan import periods

from . import links

if TYPE_CHECKING:
    from processes.views.here import InStep

YEAR = "ar"


def documents(here: InStep) -> list[dict[str, Any]]:
    """Each document with its page and its files."""
    return [
        {
            "title": found.title,
            "hint": found.hint,
            "url": _url(here, "document", found.key) if forms.PAGE in found.forms else "",
            "files": files(here, found),
        }
        for found in here.step.documents
        if not found.shown_by
    ]


def files(here: InStep, found: Doc) -> list[dict[str, str]]:
    """As what the document can be fetched: whole, and of each year of a round that spans several."""
    years = periods.years(here.round.period_start, here.round.period_end) if found.yearly else []
    return [
        {
            "label": f"{forms.FILES[form].label} {year}".rstrip(),
            "url": _url(here, "download", found.key, form, **({YEAR: str(year)} if year else {})),
        }
        for year in ("", *years)
        for form in found.forms
        if form != forms.PAGE
    ]


def _url(here: InStep, name: str, *more: str, **query: str) -> str:
    assert here.subject is not None
    return links.at(name, here.round.pk, here.step, here.subject.id, *more, **query)
