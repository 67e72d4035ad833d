"""Editing: one section, or one row of it, at a time. Drafts, conflicts and reasons are met here."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms import ChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes import actions, guard, policies
from processes.forms import RecordForm, record_form, section_form
from processes.method import AnySection, Kind, Panel, Rows, Section
from processes.models import Term
from processes.pages import at_stake, links
from processes.pages.values import name_of
from processes.writing import Conflict, ReasonNeeded, Refused

from .conflict import chosen, conflict_page
from .filling import FILL, beside, fill
from .here import InStep, enter_step, once, require
from .hints import advise

SUGGESTED = "Förslag hämtat från det som redan finns. Ändra om det inte stämmer."


def _section(here: InStep, key: str) -> Any:
    section: AnySection | None = here.step.section(key)
    if section is None or isinstance(section, Panel):
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, section))
    return section


def _asks_reason(here: InStep, part: Section | Rows) -> bool:
    if here.subject is None or here.step.done_gate is None or getattr(part, "free", False):
        return False
    return guard.asks_reason(here.facts, here.step, here.subject)


def parent_of(here: InStep, section: Rows) -> Any:
    """The object the row hangs under, or none when the form chooses it."""
    if section.parent in section.fields:
        return None
    if section.owner == "processes.Process":
        return here.round
    return apps.get_model(here.step.record).objects.get(pk=here.subject.id)


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
    error = missing = ""
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
            error = str(refused)
        except ReasonNeeded:
            missing = "Skriv varför. Det här är en del av något som redan är beslutat eller lovat."
    context = {
        "title": f"Ta bort ”{name_of(obj)}”?",
        "cancel_url": back,
        "idem": uuid.uuid4().hex,
        "crumbs": here.trail("Ta bort"),
        "ask_reason": _asks_reason(here, part),
        "missing": missing,
        "at_stake": at_stake.signatures(here.method, here.facts),
    }
    if error:
        context["lead"] = error
    status = 409 if error else 422 if missing else 200
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
    linked = _linked(request, form_class)
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
        form = _blank_form(here, part, obj)
    advise(here, part, obj, form)
    context = {
        "title": title,
        "lead": part.intro,
        "cancel_url": back,
        "crumbs": here.trail(title),
        "beside": beside(here, part, form),
        "advises": bool(part.advice),
    }
    return here.form_page(form, context)


def posted_form(here: InStep, part: Section | Rows, obj: Any, **more: Any) -> RecordForm:
    """The form as it was sent, or as it was chosen when two had saved."""
    form_class, posted = section_form(here.round, here.step, part), here.request.POST
    if "valt" in posted:
        posted = chosen(posted, form_class(instance=obj))
    return bound_to(here, part, obj, form_class, data=posted, **more)


def _blank_form(here: InStep, part: Section | Rows, obj: Any) -> RecordForm:
    form_class = section_form(here.round, here.step, part)
    proposed = suggested(here, part, obj)
    linked = _linked(here.request, form_class) if obj.pk is None else {}
    if any(proposed.get(name, pk) != pk for name, pk in linked.items()):
        proposed = {}  # the link is about another row than what is proposed
    form = bound_to(here, part, obj, form_class, initial=proposed | linked)
    for name in proposed.keys() - linked.keys():
        form.fields[name].help_text = f"{form.fields[name].help_text} {SUGGESTED}".strip()
    return form


def bound_to(
    here: InStep, part: Section | Rows, obj: Any, form_class: type[RecordForm], **more: Any
) -> RecordForm:
    """The form of a section for one object: what is kept can't be altered, what is one's own is."""
    fixed = (part.parent,) if isinstance(part, Rows) and part.parent not in part.fields else ()
    ask = _asks_reason(here, part) and (obj.pk is not None or isinstance(part, Section))
    form = form_class(**{"instance": obj, "fixed": fixed, "ask_reason": ask, **more})
    if obj.pk is not None:
        form.keep(getattr(part, "kept", ()))
    if isinstance(part, Rows) and part.own:
        _own_only(here, part, form)
    return form


def _own_only(here: InStep, part: Rows, form: RecordForm) -> None:
    """Whoever doesn't lead the round is offered the parties they act for, and the only one beforehand."""
    if here.actor.has(policies.LEADERS):
        return
    field = form.fields[part.own]
    field.queryset = field.queryset.filter(organisation__in=here.actor.organisations)
    own = list(field.queryset[:2])
    if len(own) == 1 and not form.is_bound:
        form.initial[part.own] = form.initial.get(part.own) or own[0].pk


def suggested(here: InStep, part: Section | Rows, obj: Any) -> dict[str, Any]:
    """What the round already says of the fields that are still blank; a saved row is left alone."""
    if part.suggest is None or (isinstance(part, Rows) and obj.pk is not None):
        return {}
    found = part.suggest(here.facts, here.subject)
    found = {name: _word(obj, name, value) for name, value in found.items()}
    blank = (None, "")
    return {
        name: value
        for name, value in found.items()
        if value not in blank and getattr(obj, type(obj)._meta.get_field(name).attname) in blank
    }


def _word(obj: Any, name: str, value: Any) -> Any:
    """The value; of a word from one of the lists, its row there, if it is in use."""
    field = obj._meta.get_field(name)
    if field.related_model is not Term or not isinstance(value, str):
        return value
    chosen = Term.objects.filter(retired=False, label=value).complex_filter(field.get_limit_choices_to())
    return chosen.values_list("pk", flat=True).first()


def _linked(request: HttpRequest, form_class: type[RecordForm]) -> dict[str, Any]:
    """What the link to a new row's form chose beforehand; what is no choice of the form is left out."""
    found = {}
    for name, field in form_class.base_fields.items():
        if name in request.GET and isinstance(field, ChoiceField):
            with suppress(ValidationError):
                value = field.clean(request.GET[name])
                found[name] = getattr(value, "pk", value)
    return found


def save(
    here: InStep,
    part: Section | Rows,
    obj: Any,
    form: RecordForm,
    back: str,
    said: str = "Sparat.",
    given: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Save the checked form once, with what is given besides, say so, and go back."""
    assert here.subject is not None
    if given:
        part = replace(part, fields=(*part.fields, *given))
    common = {
        "by": here.user,
        "round_": here.round,
        "step": here.step,
        "section": part,
        "subject_id": here.subject.id,
        "values": {**form.values, **(given or {})},
        "reason": form.cleaned_data.get("reason", ""),
    }

    def act() -> str:
        if obj.pk is None:
            parent = parent_of(here, part) if isinstance(part, Rows) else None
            actions.add(parent=parent, **common)
        else:
            actions.save(obj=obj, version=form.cleaned_data.get("version") or 0, **common)
        if said:
            messages.success(here.request, said)
        return back

    return once(here.request, act)
