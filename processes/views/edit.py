"""Editing: one section, or one row of it, at a time. Drafts, conflicts and reasons are met here."""

from __future__ import annotations

import uuid
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes import actions, policies
from processes.actions.rows import is_bound
from processes.forms import record_form, section_form
from processes.method import AnySection, Kind, Panel, Rows, Section
from processes.pages import at_stake, links
from processes.pages.refusal import stopped
from processes.pages.values import name_of
from processes.writing import Conflict, ReasonNeeded, Refused

from .conflict import conflict_page
from .filling import FILL, beside, fill
from .forming import asks_reason, blank_form, bound_to, linked_to, parent_of, posted_form, save
from .here import InStep, enter_step, once, require
from .hints import advise


def _section(here: InStep, key: str) -> Any:
    section: AnySection | None = here.step.section(key)
    if section is None or isinstance(section, Panel):
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, section))
    return section


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """The form of a section of the subject's record."""
    here = enter_step(request, pk, slug, subject)
    part = _section(here, section)
    if not isinstance(part, Section):
        raise Http404("Sidan finns inte.")
    obj = apps.get_model(here.step.record).objects.get(pk=subject)
    return _form(here, part, obj, part.title)


@require_http_methods(["GET", "HEAD", "POST"])
def add_row(request: HttpRequest, pk: int, slug: str, subject: int, section: str) -> HttpResponse:
    """The form of a new row."""
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    parent = parent_of(here, part)
    obj = apps.get_model(part.model)(**({part.parent: parent} if parent else {}))
    return _form(here, part, obj, part.add_label)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_row(request: HttpRequest, pk: int, slug: str, subject: int, section: str, row: int) -> HttpResponse:
    """The form of a row that is there."""
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    obj = _row(here, part, row)
    return _form(here, part, obj, name_of(obj) or part.title)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_row(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, row: int
) -> HttpResponse:
    """Ask – and ask why, when it is part of what was decided or promised – then take the row away."""
    here = enter_step(request, pk, slug, subject)
    part = rows_of(here, section)
    obj = _row(here, part, row)
    back = f"{here.url}#{part.key}"
    stop, missing = None, ""
    if request.method == "POST":
        reason = request.POST.get("reason", "").replace("\x00", "")[:500]

        def act() -> str:
            actions.remove(
                by=here.user,
                round_=here.round,
                step=here.step,
                section=part,
                subject_id=subject,
                obj=obj,
                reason=reason,
            )
            messages.success(request, "Borttaget.")
            return back

        try:
            return once(request, act)
        except Refused as refused:
            stop = refused
        except ReasonNeeded:
            missing = "Skriv varför. Det här är en del av något som redan är beslutat eller lovat."
    context = {
        "title": f"Ta bort ”{name_of(obj)}”?",
        "cancel_url": back,
        "idem": uuid.uuid4().hex,
        "crumbs": here.trail("Ta bort"),
        "ask_reason": asks_reason(here, part),
        "missing": missing,
        "at_stake": at_stake.signatures(here.method, here.facts),
    }
    if stop:
        context["refusal"] = stopped(stop, here)
    status = 409 if stop else 422 if missing else 200
    return here.page("processes/delete.html", context, status=status)


def rows_of(here: InStep, key: str) -> Rows:
    """The rows of the section, for whoever may write them."""
    part = _section(here, key)
    if not isinstance(part, Rows):
        raise Http404("Sidan finns inte.")
    return part


def _row(here: InStep, part: Rows, pk: int) -> Any:
    """The row, if it belongs to this subject of this round."""
    where = {here.method.paths[part.model]: here.round.pk}
    if not part.owner:
        where[f"{part.parent}_id"] = here.subject.id
    found = apps.get_model(part.model).objects.filter(pk=pk, **where).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    if part.own:
        party = getattr(found, part.own)
        require(policies.can_write_for(here.actor, part, party.organisation_id if party else None))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """Begin another subject of a recurring step."""
    here = enter_step(request, pk, slug)
    if here.step.kind is not Kind.RECURRING or not here.step.add_label:
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step))
    model = apps.get_model(here.step.record)
    fixed = {"process": here.round} if here.step.path == "process" else {}
    form_class = record_form(here.round, model, here.step.add_fields)
    linked = linked_to(request, form_class)
    form = form_class(request.POST or None, instance=model(**fixed), fixed=tuple(fixed), initial=linked)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = actions.create_subject(by=here.user, round_=here.round, step=here.step, values=form.values)
            return links.subject_url(here.round.pk, here.step, made.pk)

        return once(request, act)
    context = {
        "title": here.step.add_label,
        "cancel_url": here.url,
        "crumbs": here.trail(here.step.add_label),
    }
    return here.form_page(form, context)


def _form(here: InStep, part: Section | Rows, obj: Any, title: str, back: str = "") -> HttpResponse:
    """Show, check and save one form; then go `back`, to the section on the step's page unless told else."""
    request = here.request
    back = back or f"{here.url}#{part.key}"
    if FILL in request.POST:
        form = fill(bound_to(here, part, obj, section_form(here.round, here.step, part)), request.POST)
    elif request.method == "POST":
        form = posted_form(here, part, obj)
        if form.is_valid():
            try:
                return save(here, part, obj, form, back)
            except Conflict as conflict:
                return conflict_page(here, part, form, conflict.theirs, back)
            except ReasonNeeded:
                form = posted_form(here, part, obj, ask_reason=True)
                form.is_valid()
            except ValidationError as error:
                form.add_error(None, error)
            except IntegrityError:
                form.add_error(None, "Någon annan hann lägga till samma sak. Den finns redan.")
    else:
        form = blank_form(here, part, obj)
    advise(here, part, obj, form)
    context = {
        "title": title,
        "lead": part.intro,
        "bound": is_bound(part, obj),
        "cancel_url": back,
        "crumbs": here.trail(title),
        "beside": beside(here, part, form),
        "advises": bool(part.advice),
    }
    return here.form_page(form, context)
