"""Editing: one section, or one row of it, at a time. Drafts, conflicts and reasons are met here."""

from __future__ import annotations

import uuid
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from processes import actions, guard, policies
from processes.forms import RecordForm, record_form, section_form
from processes.method import AnySection, Kind, Panel, Rows, Section
from processes.models import Draft
from processes.pages import links
from processes.pages.values import Values, day
from processes.writing import Conflict, ReasonNeeded

from .conflict import chosen, conflict_page
from .here import InStep, enter_step, once, require, seal_user


def _section(here: InStep, key: str) -> Any:
    section: AnySection | None = here.step.section(key)
    if section is None or isinstance(section, Panel):
        raise Http404("Sidan finns inte.")
    require(policies.can_edit(here.actor, here.step, section))
    return section


def _decided(here: InStep) -> bool:
    if here.subject is None or here.step.done_gate is None:
        return False
    passed = guard.standing(here.facts, here.step, here.subject).passed
    return any(gate == here.step.done_gate for gate, _ in passed)


def _parent(here: InStep, section: Rows) -> Any:
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
    part = _rows(here, section)
    parent = _parent(here, part)
    obj = apps.get_model(part.model)(**({part.parent: parent} if parent else {}))
    return _form(here, part, obj, part.add_label)


@require_http_methods(["GET", "HEAD", "POST"])
def edit_row(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, row: int
) -> HttpResponse:
    """The form of a row that is there."""
    here = enter_step(request, pk, slug, subject)
    part = _rows(here, section)
    return _form(here, part, _row(here, part, row), part.title)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_row(
    request: HttpRequest, pk: int, slug: str, subject: int, section: str, row: int
) -> HttpResponse:
    """Ask, then take the row away."""
    here = enter_step(request, pk, slug, subject)
    part = _rows(here, section)
    obj = _row(here, part, row)
    back = f"{here.url}#{part.key}"
    if request.method == "POST":

        def act() -> str:
            actions.remove(
                by=here.user, round_=here.round, step=here.step, section=part, subject_id=subject, obj=obj,
                reason=request.POST.get("reason", "")[:500] or ("Raden togs bort" if _decided(here) else ""),
            )
            messages.success(request, "Borttaget.")
            return back

        return once(request, act)
    title = Values(here.facts).title(here.facts.get(part.model, row))
    return here.page(
        "processes/delete.html",
        {
            "title": f"Ta bort ”{title}”?",
            "cancel_url": back,
            "idem": uuid.uuid4().hex,
            "crumbs": here.trail("Ta bort"),
        },
    )


def _rows(here: InStep, key: str) -> Rows:
    part = _section(here, key)
    if not isinstance(part, Rows):
        raise Http404("Sidan finns inte.")
    return part


def _row(here: InStep, part: Rows, pk: int) -> Any:
    """The row, if it belongs to this subject of this round."""
    known = here.facts.get(part.model, pk)
    if known is None or (not part.owner and known.get(f"{part.parent}_id") != here.subject.id):
        raise Http404("Sidan finns inte.")
    return apps.get_model(part.model).objects.get(pk=pk)


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
    form = form_class(request.POST or None, instance=model(**fixed), fixed=tuple(fixed))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            made = actions.create_subject(by=here.user, round_=here.round, step=here.step, values=form.values)
            return links.subject_url(here.round.pk, here.step, made.pk)

        return once(request, act)
    context = {
        "title": here.step.add_label,
        "form": _prepare(here, form),
        "cancel_url": here.url,
        "crumbs": here.trail(here.step.add_label),
    }
    return here.page("processes/edit.html", context, status=200 if request.method != "POST" else 422)


def _prepare(here: InStep, form: RecordForm) -> RecordForm:
    """Point out the wanted field, and note for whom the form is."""
    if "vem" in form.fields:
        form.initial["vem"] = seal_user(here.user)
    name = here.request.GET.get(links.FOCUS, "")
    if name in form.fields and not form.errors:
        form.fields[name].widget.attrs["autofocus"] = True
    return form


def _form(here: InStep, part: Section | Rows, obj: Any, title: str) -> HttpResponse:
    """Show, check and save one form."""
    request = here.request
    path = request.path
    form_class = section_form(here.round, here.step, part)
    fixed = (part.parent,) if isinstance(part, Rows) and part.parent not in part.fields else ()
    draft = Draft.objects.filter(user=here.user, path=path).first()
    ask = _decided(here) and (obj.pk is not None or isinstance(part, Section))
    if request.method == "POST":
        posted = chosen(request.POST, form_class(instance=obj)) if "valt" in request.POST else request.POST
        form = form_class(posted, instance=obj, fixed=fixed, ask_reason=ask)
        if form.is_valid():
            try:
                return _save(here, part, obj, form, draft)
            except Conflict as conflict:
                return conflict_page(here, part, form, conflict.theirs)
            except ReasonNeeded:
                form = form_class(posted, instance=obj, fixed=fixed, ask_reason=True)
                form.is_valid()
    else:
        initial = _from_draft(draft, form_class) if draft and request.GET.get("utkast") else {}
        form = form_class(instance=obj, fixed=fixed, ask_reason=ask, initial=initial)
    kept = None
    if draft and request.method != "POST" and not request.GET.get("utkast"):
        kept = {
            "when": f"Sparat {day(draft.saved_at)}",
            "use_url": f"{path}?utkast=1",
            "drop_url": f"{reverse('processes:drop_draft')}?path={path}",
        }
    context = {
        "title": title,
        "lead": part.intro,
        "form": _prepare(here, form),
        "draft": kept,
        "draft_url": f"{reverse('processes:draft')}?path={path}",
        "cancel_url": f"{here.url}#{part.key}",
        "crumbs": here.trail(title),
    }
    return here.page("processes/edit.html", context, status=422 if form.errors else 200)


def _from_draft(draft: Draft, form_class: type[RecordForm]) -> dict[str, Any]:
    """What a draft holds, as a form's initial values: text as it was typed."""
    multiple = {n for n, f in form_class.base_fields.items() if hasattr(f.widget, "allow_multiple_selected")}
    return {
        name: values if name in multiple and len(values) > 1 else values[0]
        for name, values in draft.data.items()
        if name in form_class.base_fields and name not in ("nyckel", "vem") and values
    }


def _save(
    here: InStep, part: Section | Rows, obj: Any, form: RecordForm, draft: Draft | None
) -> HttpResponse:
    assert here.subject is not None
    common = {
        "by": here.user, "round_": here.round, "step": here.step, "section": part,
        "subject_id": here.subject.id, "values": form.values, "reason": form.cleaned_data.get("reason", ""),
    }

    def act() -> str:
        if obj.pk is None:
            parent = _parent(here, part) if isinstance(part, Rows) else None
            actions.add(parent=parent, **common)
        else:
            actions.save(obj=obj, version=form.cleaned_data.get("version") or 0, **common)
        if draft:
            draft.delete()
        messages.success(here.request, "Sparat.")
        return f"{here.url}#{part.key}"

    return once(here.request, act)
