"""Lists as files: of any section's rows, and what any page shows as a table (X-8)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from processes.documents import forms, sheets
from processes.documents.sheets import Sheet, Workbook
from processes.method import Rows
from processes.pages import lists

from .here import InStep, enter_step


def as_file(sheet: Sheet, form: str, title: str, of: str) -> HttpResponse:
    """The table as a workbook or as CSV, with a name that tells what it is. 404 for any other form."""
    if form == "csv":
        data, kind = sheets.as_csv(sheet), "text/csv; charset=utf-8"
    elif form == "xlsx":
        book = Workbook(title, (sheet,), ("Medborgarlöften",), timezone.now(), description=of)
        data, kind = sheets.render(book), sheets.CONTENT_TYPE
    else:
        raise Http404("Sidan finns inte.")
    name = content_disposition_header(as_attachment=True, filename=forms.file_name(title, of, form))
    return HttpResponse(
        data, content_type=kind, headers={"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
    )


@require_safe
def list_(request: HttpRequest, pk: int, slug: str, subject: int, section: str, form: str) -> HttpResponse:
    """All rows of a section, to whoever sees the step."""
    here: InStep = enter_step(request, pk, slug, subject)
    part = here.step.section(section)
    if not isinstance(part, Rows) or form not in lists.FORMS:
        raise Http404("Sidan finns inte.")
    of = " ".join(
        filter(None, (here.subject_title if here.step.title != here.subject_title else "", here.round.title))
    )
    return as_file(lists.sheet(here, part), form, part.title, of)
