"""The form of a section for one object: what it asks, what it suggests, what a link has chosen, and how it is saved."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import ChoiceField
from django.http import HttpRequest, HttpResponse

from processes import actions, guard, policies
from processes.forms import RecordForm, section_form
from processes.method import Rows, Section
from processes.models import Term

from .conflict import chosen
from .here import InStep, once

SUGGESTED = "Förslag hämtat från det som redan finns. Ändra om det inte stämmer."


def asks_reason(here: InStep, part: Section | Rows) -> bool:
    """Whether a change of the section must say why now (X-4)."""
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


def posted_form(here: InStep, part: Section | Rows, obj: Any, **more: Any) -> RecordForm:
    """The form as it was sent, or as it was chosen when two had saved."""
    form_class, posted = section_form(here.round, here.step, part), here.request.POST
    if "valt" in posted:
        posted = chosen(posted, form_class(instance=obj))
    return bound_to(here, part, obj, form_class, data=posted, **more)


def blank_form(here: InStep, part: Section | Rows, obj: Any) -> RecordForm:
    """The form as it is first shown: with what is there, else with what is suggested, or chosen by the link."""
    form_class = section_form(here.round, here.step, part)
    proposed = suggested(here, part, obj)
    linked = linked_to(here.request, form_class) if obj.pk is None else {}
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
    changes = obj.pk is not None or isinstance(part, Section) or part.settled
    ask = changes and asks_reason(here, part)
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


def linked_to(request: HttpRequest, form_class: type[RecordForm]) -> dict[str, Any]:
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
