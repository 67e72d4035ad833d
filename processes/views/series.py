"""Figures from a spreadsheet: read into the form of a series, where they are looked over before they are saved."""

from __future__ import annotations

import uuid
from pathlib import PurePath

from django.apps import apps
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes.figures import MOST_PERIODS, Unit, from_cells
from processes.forms import section_form
from processes.importing.reading import Unreadable, rows
from processes.method import Rows
from processes.pages import links

from .edit import bound_to, parent_of, rows_of
from .filling import beside
from .here import InStep, enter_step
from .importing import FileForm

LEAD = (
    "Första bladet läses: perioderna i första kolumnen, ert område i den andra och de områden ni jämför med "
    "därefter. Du får se siffrorna i formuläret innan något sparas."
)


@require_http_methods(["GET", "HEAD", "POST"])
def series_file(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """Choose a file; then the form of a new series, filled in from it."""
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    if "figures" not in part.fields:
        raise Http404("Sidan finns inte.")
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            return _filled(here, part, form.cleaned_data["file"])
        except Unreadable as refused:
            form.add_error("file", str(refused))
    context = {
        "title": "Hämta siffror från Excel eller CSV",
        "lead": LEAD,
        "submit_label": "Läs filen",
        "cancel_url": f"{here.url}#{part.key}",
        "crumbs": here.trail("Hämta siffror"),
    }
    return here.form_page(form, context)


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
