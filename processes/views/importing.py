"""Rows from a spreadsheet: choose the file, see what would come of it, bring it in, undo it (X-8)."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import actions, guard
from processes.documents import sheets
from processes.forms import Kept, reason_field
from processes.importing import template
from processes.importing.checking import Checked, check, recognised
from processes.importing.columns import Column, columns
from processes.importing.reading import BIGGEST, Unreadable, rows
from processes.method import Finding, Intake, Rows
from processes.models import Imported
from processes.pages import links
from processes.pages.values import day, plain, short
from processes.personal_data import masked
from processes.writing import ReasonNeeded, Refused

from . import drafts
from .edit import rows_of
from .forming import parent_of
from .here import InStep, enter_step, once

SHOWN_FAULTS, SHOWN_ROWS, SHOWN_IMPORTS = 100, 8, 10
MOST_HELD = 4_000_000  # characters of a file that wait for the answer to its preview
GONE = "Filen väntar inte längre på att hämtas in. Välj den en gång till."


class FileForm(Kept):
    """Which file."""

    file = forms.FileField(
        label="Fil",
        help_text="Excel (.xlsx) eller CSV, högst 5 MB.",
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={"required": "Välj en fil.", "empty": "Filen är tom. Välj en annan."},
    )

    def clean_file(self) -> UploadedFile:
        """Of a bounded size; what is in it is read afterwards."""
        file = self.cleaned_data["file"]
        if file.size > BIGGEST:
            raise forms.ValidationError("Filen är större än 5 MB. Dela upp den och hämta in en del i taget.")
        return file


class ConfirmForm(Kept):
    """That what the preview showed is to come in; with a word on personal data and a reason when asked."""

    def __init__(self, *args: Any, private: bool, ask_reason: bool, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if private:
            self.fields["seen"] = forms.BooleanField(
                label="Ta in texterna ändå. Uppgifterna visas maskerade.",
                error_messages={
                    "required": "Ta bort personuppgifterna ur filen, eller kryssa i att de ska in ändå."
                },
            )
        if ask_reason:
            self.fields["reason"] = reason_field()


def _enter(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str
) -> tuple[InStep, Rows, Intake]:
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    if part.intake is None:
        raise Http404("Sidan finns inte.")
    return here, part, part.intake


def _at(here: InStep, part: Rows, name: str, *more: Any) -> str:
    assert here.subject is not None
    return links.at(name, here.round.pk, here.step, here.subject.id, part.key, *more)


def _imports(here: InStep, part: Rows) -> QuerySet[Imported]:
    assert here.subject is not None
    return Imported.objects.filter(
        process=here.round, step=here.step.key, section=part.key, subject_id=here.subject.id
    ).select_related("by", "undone_by")


# --- Choose a file ---


@require_http_methods(["GET", "HEAD", "POST"])
def import_rows(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """Choose a file. It is examined, and held until the person has seen what would come of it."""
    here, part, intake = _enter(request, pk, slug, subject, section)
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _examine(here, part, intake, form.cleaned_data["file"]))
        except Unreadable as refused:
            form.add_error("file", str(refused))
    context = {
        "title": f"Hämta {part.title.lower()} från kalkylark",
        "lead": "Innan något sparas får du se vad som kommer med och vad som behöver rättas.",
        "submit_label": "Granska filen",
        "cancel_url": f"{here.url}#{part.key}",
        "templates": [
            {"label": label, "url": _at(here, part, "import_template", form_)}
            for label, form_ in (("Excel", "xlsx"), ("CSV", "csv"))
        ],
        "columns": columns(here.round, here.step, part),
        "most": intake.most,
        "imports": [_told(here, part, row) for row in _imports(here, part).order_by("-pk")[:SHOWN_IMPORTS]],
        "idem": uuid.uuid4().hex,
        "crumbs": here.trail("Från kalkylark"),
    }
    return here.form_page(form, context, template="processes/import.html")


def _told(here: InStep, part: Rows, row: Imported) -> dict[str, str]:
    undone = f"Ångrat {day(row.undone_at)} av {row.undone_by}." if row.undone_at else ""
    return {
        "name": row.file_name,
        "meta": f"{row.number} rader · {day(row.at)} · {row.by}",
        "undone": undone,
        "undo_url": "" if undone else _at(here, part, "import_undo", row.pk),
    }


def _examine(here: InStep, part: Rows, intake: Intake, file: UploadedFile) -> str:
    data = file.read()
    known = columns(here.round, here.step, part)
    names, cells, unknown = recognised(rows(data, intake.most + 10), known, intake.most)
    if sum(len(text) for _, row in cells for text in row) > MOST_HELD:
        raise Unreadable("Filen har för mycket text på en gång. Dela upp den och hämta in en del i taget.")
    digest = hashlib.sha256(data).hexdigest()
    path = _at(here, part, "import_check", digest)
    name = " ".join((file.name or "fil").replace("\x00", "").split())[:150]
    held = {"name": name, "sha256": digest, "names": names, "cells": cells, "unknown": unknown[:20]}
    drafts.hold(here.user.pk, path, held, instead_of=_at(here, part, "import_rows"))
    return path


@require_safe
def import_template(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, form: str
) -> HttpResponse:
    """The file to fill in: as a workbook with lists to choose from, or as CSV."""
    here, part, intake = _enter(request, pk, slug, subject, section)
    known = columns(here.round, here.step, part)
    if form == "csv":
        data, kind = sheets.as_csv(template.sheet(part.title, known)), "text/csv; charset=utf-8"
    elif form == "xlsx":
        data, kind = sheets.render(template.workbook(part.title, known, intake.most)), sheets.CONTENT_TYPE
    else:
        raise Http404("Sidan finns inte.")
    name = content_disposition_header(as_attachment=True, filename=f"Mall {part.title.lower()}.{form}")
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": name})


# --- See what would come of it ---


@require_http_methods(["GET", "HEAD", "POST"])
def import_check(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, digest: str
) -> HttpResponse:
    """What would come of the file and what is wrong, row by row; then it is brought in, or left."""
    here, part, _ = _enter(request, pk, slug, subject, section)
    held = drafts.held(here.user.pk, request.path)
    known = columns(here.round, here.step, part)
    found = _checked(here, part, held, known)
    ask = not part.counted and guard.asks_reason(here.facts, here.step, here.subject)
    posted = request.POST if request.method == "POST" else None
    form = ConfirmForm(posted, private=bool(found.private), ask_reason=ask)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _bring_in(here, part, digest, held, found, form))
        except ReasonNeeded:
            form = ConfirmForm(request.POST, private=bool(found.private), ask_reason=True)
            form.is_valid()
        except Refused as refused:
            return _anew(here, part, refused)
    if not held:
        return _anew(here, part, _gone(part))
    return here.page(
        "processes/import_check.html",
        _preview(here, part, held, known, found, form),
        status=422 if form.errors else 200,
    )


def _gone(part: Rows) -> Refused:
    """What waited has been brought in, was dropped, or was too old."""
    return Refused(GONE, Finding(part.key, "ingen fil"))


def _anew(here: InStep, part: Rows, why: Refused) -> HttpResponse:
    """The file is chosen anew."""
    url = _at(here, part, "import_rows")
    return here.stopped(why, url, f"{url}?{links.FOCUS}=file")


def _checked(here: InStep, part: Rows, held: dict[str, Any], known: list[Column]) -> Checked:
    names = held.get("names", [])
    if not set(names) <= {column.name for column in known}:  # held since before the columns were others
        return Checked()
    assert part.intake is not None
    blank = part.intake.blank(here.facts, here.subject) if part.intake.blank else {}
    return check(names, held.get("cells", []), known, blank)


def _preview(
    here: InStep, part: Rows, held: dict[str, Any], known: list[Column], found: Checked, form: ConfirmForm
) -> dict[str, Any]:
    number = len(found.values)
    again = _imports(here, part).filter(sha256=held.get("sha256", ""), undone_at=None).first()
    return {
        "title": "Granska innan du hämtar in",
        "file_name": held.get("name", ""),
        "number": number,
        "faulty": found.faulty_rows,
        "faults": found.faults[:SHOWN_FAULTS],
        "more_faults": max(0, len(found.faults) - SHOWN_FAULTS),
        "private": found.private[:SHOWN_FAULTS],
        "private_number": len({fault.row for fault in found.private}),
        "skipped": found.skipped,
        "unknown": held.get("unknown", []),
        "again": f"{day(again.at)} av {again.by}" if again else "",
        "heads": [column.title for column in known],
        "rows": [
            [
                short(masked(plain(values[c.name])) if values.get(c.name) not in (None, "") else "")
                for c in known
            ]
            for values in found.values[:SHOWN_ROWS]
        ],
        "form": form,
        "submit_label": f"Hämta in {number} rader" if number != 1 else "Hämta in raden",
        "cancel_url": _at(here, part, "import_rows"),
        "crumbs": here.trail("Från kalkylark"),
    }


def _bring_in(
    here: InStep, part: Rows, digest: str, held: dict[str, Any], found: Checked, form: ConfirmForm
) -> str:
    if not found.values:
        raise _gone(part)
    assert here.subject is not None
    made = actions.bring_in(
        by=here.user,
        round_=here.round,
        step=here.step,
        section=part,
        subject_id=here.subject.id,
        parent=parent_of(here, part),
        rows=found.values,
        file_name=held["name"],
        sha256=digest,
        reason=form.cleaned_data.get("reason", ""),
    )
    messages.success(here.request, f"{made.number} rader är inhämtade. Var det fel fil? Ångra nedanför.")
    return f"{_at(here, part, 'import_rows')}#tidigare"


@require_POST
def import_undo(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, imported: int
) -> HttpResponse:
    """Take out all that came in with one file, as long as nobody has worked with it."""
    here, part, _ = _enter(request, pk, slug, subject, section)
    row = get_object_or_404(_imports(here, part), pk=imported)

    def act() -> str:
        number = actions.undo(by=here.user, round_=here.round, step=here.step, section=part, imported=row)
        messages.success(request, f"{number} rader är borttagna igen. Historiken finns kvar.")
        return f"{_at(here, part, 'import_rows')}#tidigare"

    try:
        return once(request, act)
    except Refused as refused:
        return here.stopped(refused, f"{_at(here, part, 'import_rows')}#tidigare")
