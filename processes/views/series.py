"""Figures from a spreadsheet: read into the form of a series, where they are looked over before they are saved."""

from __future__ import annotations

import uuid
from pathlib import PurePath

from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from processes.documents.sheets import Column, Sheet
from processes.figures import HEADS, MOST_PERIODS, Span, Unit, from_cells
from processes.forms import section_form
from processes.importing.reading import Unreadable, rows
from processes.method import Rows
from processes.pages import links

from .edit import rows_of
from .filling import beside
from .forming import bound_to, parent_of
from .here import InStep, enter_step
from .importing import FileForm
from .lists import as_file

LEAD = "En serie i taget. Du får se siffrorna i formuläret innan något sparas."
HOW = (
    "Första bladet läses: perioderna i första kolumnen, ert område i den andra och de områden ni jämför med "
    "därefter. Ett eget ark går lika bra som mallen."
)
YEARS = 5  # that the template begins with


def _enter(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> tuple[InStep, Rows]:
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    if "figures" not in part.fields:
        raise Http404("Sidan finns inte.")
    return here, part


@require_safe
def series_template(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, form: str
) -> HttpResponse:
    """The file to fill in: the latest years, one's own area and one to compare with."""
    here, part = _enter(request, pk, slug, subject, section)
    area, last = here.round.area.name, here.facts.today.year - 1
    heads = (Column(HEADS[Span.YEAR], 12), Column(area, 24), Column("Område att jämföra med", 24))
    sheet = Sheet("Siffror", heads, tuple((str(last - n), "", "") for n in reversed(range(YEARS))))
    return as_file(sheet, form, f"Mall {part.title.lower()}", area)


@require_http_methods(["GET", "HEAD", "POST"])
def series_file(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """Choose a file; then the form of a new series, filled in from it."""
    here, part = _enter(request, pk, slug, subject, section)
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            return _filled(here, part, form.cleaned_data["file"])
        except Unreadable as refused:
            form.add_error("file", str(refused))
    assert here.subject is not None
    where = (here.round.pk, here.step, here.subject.id, part.key)
    context = {
        "title": "Hämta siffror från Excel eller CSV",
        "lead": LEAD,
        "how": HOW,
        "templates": [
            {"label": label, "url": links.at("series_template", *where, kind)}
            for label, kind in (("Excel", "xlsx"), ("CSV", "csv"))
        ],
        "submit_label": "Läs filen",
        "cancel_url": f"{here.url}#{part.key}",
        "crumbs": here.trail("Hämta siffror"),
    }
    return here.form_page(form, context, template="processes/import.html")


def _filled(here: InStep, part: Rows, file: UploadedFile) -> HttpResponse:
    """The form of a new series as the file says, with what is wrong in it; nothing is saved."""
    assert here.subject is not None
    read = [cells for _, cells in rows(file.read(), MOST_PERIODS * 2)]
    if not read:
        raise Unreadable("Filen är tom. Välj en annan.")
    obj = apps.get_model(part.model)(**{part.parent: parent_of(here, part)})
    data = {
        "nyckel": uuid.uuid4().hex,
        "version": 0,
        "name": PurePath(file.name or "").stem[:200],
        "unit": Unit.COUNT.value,
        "figures": from_cells(read)[:10_000],
        "source": "",
    }
    form = bound_to(here, part, obj, section_form(here.round, here.step, part), data=data)
    form.is_valid()
    context = {
        "title": part.add_label,
        "lead": "Läst från filen. Titta igenom siffrorna, välj enhet och skriv källan. Sedan sparar du.",
        "action_url": links.at("add_row", here.round.pk, here.step, here.subject.id, part.key),
        "cancel_url": f"{here.url}#{part.key}",
        "crumbs": here.trail(part.add_label),
        "beside": beside(here, part, form),
    }
    return here.form_page(form, context)
