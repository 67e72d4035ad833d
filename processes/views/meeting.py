"""Meeting mode: one projected page on which a meeting's content is written as it goes (GEM-8, PRB-7)."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from processes import actions, policies
from processes.forms import RecordForm
from processes.method import Finding, Meeting, Part, Rows, Section
from processes.pages.refusal import stopped
from processes.pages.sections import table_rows
from processes.writing import Conflict, ReasonNeeded, Refused

from .conflict import conflict_page
from .forming import parent_of, posted_form, save
from .here import InStep, enter_step, once, require
from .meeting_page import auto_id, context, entry, key_of, live, minutes_part, narrowed, url

QUICK = "meeting"  # what the page's script calls itself
CLOSED = "Steget är klart. Öppna det igen från stegets sida innan ni ändrar i mötet."
OPEN_AGAIN = Finding("decision", "klart", about="oppna")


def _enter(request: HttpRequest, pk: int, slug: str, subject: int) -> tuple[InStep, Meeting]:
    here = enter_step(request, pk, slug, subject)
    if here.step.meeting is None:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step))
    return here, here.step.meeting


@require_safe
def meeting(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """The page for the projector."""
    here, declared = _enter(request, pk, slug, subject)
    return here.page("processes/meeting.html", context(here, declared))


@require_POST
def meeting_save(
    request: HttpRequest, pk: int, slug: str, subject: int, part: str, row: int | None = None
) -> HttpResponse:
    """Save one small form of the page. The page's script gets the form's fresh state; others the page."""
    here, declared = _enter(request, pk, slug, subject)
    found = minutes_part(declared) if part == declared.held else declared.part(part)
    if found is None:
        raise Http404("Sidan finns inte.")
    new = row is None and isinstance(here.step.section(found.section), Rows)
    section = narrowed(here, found, new=new)
    if new and not section.fields:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, section))
    obj = _object(here, section, row)
    return _save(here, found, section, obj)


def _object(here: InStep, section: Section | Rows, row: int | None) -> Any:
    assert here.subject is not None
    if isinstance(section, Section):
        return apps.get_model(here.step.record).objects.get(pk=here.subject.id)
    model = apps.get_model(section.model)
    if row is None:
        parent = parent_of(here, section)
        return model(**({section.parent: parent} if parent else {}))
    if row not in {known.id for known in table_rows(here, section)}:
        raise Http404("Sidan finns inte.")
    return model.objects.get(pk=row)


def _save(here: InStep, part: Part, section: Section | Rows, obj: Any) -> HttpResponse:
    quick = here.request.headers.get("X-Requested-With") == QUICK
    key = key_of(part, section, obj)
    back = f"{url(here, 'meeting')}#{key}"
    form = posted_form(here, section, obj, auto_id=auto_id(key))
    if form.is_valid():
        try:
            given = part.given if obj.pk is None else {}
            done = save(here, section, obj, form, back, said="" if quick else "Sparat.", given=given)
        except Conflict as conflict:
            return (
                HttpResponse(status=409)
                if quick
                else conflict_page(here, section, form, conflict.theirs, back)
            )
        except ReasonNeeded:
            form = posted_form(here, section, obj, auto_id=auto_id(key), ask_reason=True)
            form.is_valid()
        except (ValidationError, IntegrityError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else "Det finns redan.")
        else:
            return _saved(here, part, section, obj) if quick and obj.pk else done
    return _refused(here, part, section, obj, form, quick)


def _saved(here: InStep, part: Part, section: Section | Rows, obj: Any) -> HttpResponse:
    """The form as it stands now, and all on the page that is computed from what was written."""
    assert here.step.meeting is not None
    fresh = enter_step(here.request, here.round.pk, here.step.slug, here.subject.id if here.subject else None)
    obj.refresh_from_db()
    shown = {"entry": entry(fresh, part, section, obj), **live(fresh, here.step.meeting)}
    return render(here.request, "processes/meeting/_saved.html", shown)


def _refused(
    here: InStep, part: Part, section: Section | Rows, obj: Any, form: RecordForm, quick: bool
) -> HttpResponse:
    """What was typed, with what is wrong with it: in place, or on a page of its own."""
    assert here.step.meeting is not None
    if quick:
        shown = {"entry": entry(here, part, section, obj, form)}
        return render(here.request, "processes/meeting/_entry.html", shown, status=422)
    page = {
        "title": here.step.meeting.title,
        "cancel_url": f"{url(here, 'meeting')}#{key_of(part, section, obj)}",
        "crumbs": here.trail("Möte"),
    }
    return here.form_page(form, page)


@require_POST
def meeting_begin(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Begin the meeting now."""
    here, declared = _enter(request, pk, slug, subject)
    return _hold(here, declared, actions.begin_meeting, "Mötet har börjat. Det ni skriver blir anteckningar.")


@require_POST
def meeting_minutes(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Take what has been changed at the meeting into its minutes."""
    here, declared = _enter(request, pk, slug, subject)
    return _hold(here, declared, actions.take_minutes, "Raderna står nu i anteckningarna. Ändra dem fritt.")


def _hold(here: InStep, declared: Meeting, act: Any, said: str) -> HttpResponse:
    require(policies.can_edit(here.actor, here.step, here.step.section(declared.held)))

    def run() -> str:
        assert here.subject is not None
        act(by=here.user, round_=here.round, step=here.step, subject_id=here.subject.id)
        messages.success(here.request, said)
        return f"{url(here, 'meeting')}#anteckningar"

    try:
        return once(here.request, run)
    except (ReasonNeeded, Refused) as refused:
        why = refused if isinstance(refused, Refused) else Refused(CLOSED, OPEN_AGAIN)
        shown = context(here, declared) | {"refusal": stopped(why, here)}
        return here.page("processes/meeting.html", shown, status=409)
