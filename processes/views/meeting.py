"""Meeting mode: one projected page on which a meeting's content is written as it goes (GEM-8, PRB-7)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from processes import actions, policies
from processes.forms import RecordForm, section_form
from processes.method import Meeting, MeetingPart, Rows, Section
from processes.pages.meeting import not_yet, written_today
from processes.pages.sections import table_rows
from processes.pages.values import day, name_of
from processes.writing import Conflict, ReasonNeeded

from .conflict import conflict_page
from .edit import bound_to, posted_form, save, suggested
from .here import InStep, enter_step, once, require

QUICK = "meeting"  # what the page's script calls itself
MINUTES = ("met_on", "participants", "minutes")


def _enter(request: HttpRequest, pk: int, slug: str, subject: int) -> tuple[InStep, Meeting]:
    here = enter_step(request, pk, slug, subject)
    if here.step.meeting is None:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step))
    return here, here.step.meeting


def _url(here: InStep, name: str, *more: Any) -> str:
    assert here.subject is not None
    return reverse(f"processes:{name}", args=[here.round.pk, here.step.slug, here.subject.id, *more])


def _narrowed(here: InStep, part: MeetingPart, fields: tuple[str, ...]) -> Section | Rows:
    """The section with the fields that the meeting writes; the municipality's only when it is a party."""
    section = here.step.section(part.section)
    assert isinstance(section, Section | Rows)
    kept = tuple(n for n in fields if here.facts.has_municipality or not n.startswith("municipality_"))
    return replace(section, fields=kept, folds=())


def _form(here: InStep, section: Section | Rows, obj: Any, key: str, **more: Any) -> RecordForm:
    form_class = section_form(here.round, here.step, section)
    return bound_to(here, section, obj, form_class, auto_id=f"id-{key}-%s", **more)


def _entry(here: InStep, section: Section | Rows, obj: Any, form: RecordForm, key: str) -> dict[str, Any]:
    args = (section.key, obj.pk) if isinstance(section, Rows) and obj.pk else (section.key,)
    return {
        "key": key,
        "title": name_of(obj) if isinstance(section, Rows) and obj.pk else "",
        "form": form,
        "url": _url(here, "meeting_save", *args),
        "new": isinstance(section, Rows) and obj.pk is None,
        "label": getattr(section, "add_label", "Spara"),
    }


def _parts(here: InStep, meeting: Meeting) -> list[dict[str, Any]]:
    """Each part with a form for what is there and one for what is new. As many queries whatever the rows."""
    assert here.subject is not None
    record = apps.get_model(here.step.record).objects.get(pk=here.subject.id)
    found = []
    for part in meeting.parts:
        section = _narrowed(here, part, part.fields)
        entries = []
        if isinstance(section, Section):
            entries.append(
                _entry(here, section, record, _form(here, section, record, section.key), section.key)
            )
        else:
            keys = [row.id for row in table_rows(here, section)]
            for obj in apps.get_model(section.model).objects.filter(pk__in=keys).order_by("pk"):
                key = f"{section.key}-{obj.pk}"
                entries.append(_entry(here, section, obj, _form(here, section, obj, key), key))
            new = _narrowed(here, part, part.add)
            blank = apps.get_model(section.model)()
            initial = {n: v for n, v in suggested(here, new, blank).items() if n in new.fields}
            form = _form(here, new, blank, f"{section.key}-ny", initial=initial)
            entries.append(_entry(here, new, blank, form, f"{section.key}-ny"))
        found.append({"key": section.key, "title": section.title, "intro": section.intro, "entries": entries})
    return found


@require_safe
def meeting(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """The page for the projector."""
    here, declared = _enter(request, pk, slug, subject)
    return _page(here, declared)


def _page(here: InStep, declared: Meeting, status: int = 200, error: str = "") -> HttpResponse:
    assert here.subject is not None
    section = replace(_minutes(here, declared), fields=("participants", "minutes"), folds=())
    record = apps.get_model(here.step.record).objects.get(pk=here.subject.id)
    today = timezone.localdate()
    lines = not_yet(written_today(here), record.minutes)
    context = {
        "title": declared.title,
        "subtitle": here.subject_title if here.subject_title != here.step.title else "",
        "agenda": declared.agenda,
        "parts": _parts(here, declared),
        "minutes": _entry(here, section, record, _form(here, section, record, "minutes"), section.key),
        "lines": lines,
        "take_url": _url(here, "meeting_minutes"),
        "met_on": day(record.met_on),
        "begun": record.met_on == today,
        "idem": uuid.uuid4().hex,
        "back_url": here.url,
        "error": error,
        "crumbs": here.trail("Möte"),
    }
    return here.page("processes/meeting.html", context, status=status)


def _minutes(here: InStep, declared: Meeting) -> Section:
    found = here.step.section(declared.minutes)
    assert isinstance(found, Section)
    return found


def _part(here: InStep, declared: Meeting, key: str, new: bool) -> Section | Rows:
    if key == declared.minutes:
        return replace(_minutes(here, declared), fields=("participants", "minutes"), folds=())
    part = next((p for p in declared.parts if p.section == key), None)
    if part is None:
        raise Http404("Sidan finns inte.")
    return _narrowed(here, part, part.add if new else part.fields)


def _object(here: InStep, section: Section | Rows, row: int | None) -> Any:
    assert here.subject is not None
    if isinstance(section, Section):
        return apps.get_model(here.step.record).objects.get(pk=here.subject.id)
    model = apps.get_model(section.model)
    if row is None:
        return model(
            **({f"{section.parent}_id": here.subject.id} if not section.owner else {"process": here.round})
        )
    known = {r.id for r in table_rows(here, section)}
    if row not in known:
        raise Http404("Sidan finns inte.")
    return model.objects.get(pk=row)


@require_POST
def meeting_save(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, row: int | None = None
) -> HttpResponse:
    """Save one small form of the page. The page's script gets the form's fresh state; others the page."""
    here, declared = _enter(request, pk, slug, subject)
    whole = here.step.section(section)
    part = _part(here, declared, section, new=row is None and isinstance(whole, Rows))
    require(policies.can_edit(here.actor, here.step, part))
    obj = _object(here, part, row)
    key = f"{section}-{row or 'ny'}" if isinstance(part, Rows) else section
    quick = request.headers.get("X-Requested-With") == QUICK
    form = posted_form(here, part, obj, auto_id=f"id-{key}-%s")
    back = f"{_url(here, 'meeting')}#{key}"
    if not form.is_valid():
        return _refused(here, declared, part, obj, form, key, quick)
    try:
        done = save(here, part, obj, form, back, said="" if quick else "Sparat.")
    except Conflict as conflict:
        if quick:
            return HttpResponse(status=409)
        return conflict_page(here, part, form, conflict.theirs, back)
    except ReasonNeeded:
        form = posted_form(here, part, obj, auto_id=f"id-{key}-%s", ask_reason=True)
        form.is_valid()
        return _refused(here, declared, part, obj, form, key, quick)
    except (ValidationError, IntegrityError) as error:
        form.add_error(None, error if isinstance(error, ValidationError) else "Det finns redan.")
        return _refused(here, declared, part, obj, form, key, quick)
    if not quick or (row is None and isinstance(part, Rows)):
        return done
    fresh = type(obj).objects.get(pk=obj.pk)
    return _fragment(here, part, fresh, _form(here, part, fresh, key), key, 200)


def _fragment(
    here: InStep, part: Section | Rows, obj: Any, form: RecordForm, key: str, status: int
) -> HttpResponse:
    context = {"entry": _entry(here, part, obj, form, key)}
    return render(here.request, "processes/meeting/_entry.html", context, status=status)


def _refused(
    here: InStep, declared: Meeting, part: Section | Rows, obj: Any, form: RecordForm, key: str, quick: bool
) -> HttpResponse:
    """What was typed, with what is wrong with it: in place, or on a page of its own."""
    if quick:
        return _fragment(here, part, obj, form, key, 422)
    context = {
        "title": declared.title,
        "cancel_url": f"{_url(here, 'meeting')}#{key}",
        "crumbs": here.trail("Möte"),
    }
    return here.form_page(form, context)


@require_POST
def meeting_minutes(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Begin the meeting today, or take what has been written into its minutes."""
    here, declared = _enter(request, pk, slug, subject)
    whole = replace(_minutes(here, declared), fields=MINUTES, folds=())
    require(policies.can_edit(here.actor, here.step, whole))

    def act() -> str:
        assert here.subject is not None
        record = apps.get_model(here.step.record).objects.get(pk=here.subject.id)
        lines = not_yet(written_today(here), record.minutes)
        minutes = "\n".join(filter(None, [record.minutes.rstrip(), *lines]))
        actions.save(
            by=here.user,
            round_=here.round,
            step=here.step,
            section=whole,
            subject_id=subject,
            obj=record,
            version=record.version,
            values={"met_on": record.met_on or timezone.localdate(), "minutes": minutes},
            reason=request.POST.get("kommentar", "").replace("\x00", "")[:500],
        )
        return f"{_url(here, 'meeting')}#anteckningar"

    try:
        return once(request, act)
    except ReasonNeeded:
        text = "Steget är klart. Öppna det igen från stegets sida innan ni ändrar i mötet."
        return _page(here, declared, status=409, error=text)
