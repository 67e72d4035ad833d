"""The rounds: list, start, overview, timeline, confirmation of what has grown stale."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods, require_safe

from processes import actions, freshness, guard, policies, queries, timeline
from processes.forms import Kept, RoundForm
from processes.guard import Status
from processes.method import Facts, Kind, Role, Row, Rows, Step
from processes.models import Area
from processes.pages import links, progress
from processes.pages.changes import change_rows
from processes.pages.values import Values, day, short
from processes.writing import ReasonNeeded, Refused

from . import drafts
from .here import Here, enter, once, period, require

PAGE = 50


class PageForm(forms.Form):
    """Where a keyset page begins."""

    fore = forms.IntegerField(min_value=1, max_value=2**62, required=False)


class MomentForm(forms.Form):
    """Before which moment a timeline page begins."""

    fore = forms.DateTimeField(
        required=False,
        input_formats=["%Y-%m-%dT%H:%M:%S.%f%z", "%Y-%m-%dT%H:%M:%S%z"],
        # Far out in time the change to the database's own zone would overflow.
        validators=[
            MinValueValidator(datetime(1900, 1, 1, tzinfo=UTC)),
            MaxValueValidator(datetime(2200, 1, 1, tzinfo=UTC)),
        ],
    )


def bounded(form_class: type[forms.Form], request: HttpRequest) -> Any:
    """The one GET parameter of a page, or none when it is missing or makes no sense."""
    form = form_class(request.GET)
    return form.cleaned_data.get("fore") if form.is_valid() else None


@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds in which the person has a role, newest first."""
    found = queries.rounds_of(request.user).select_related("area").order_by("-pk")
    if before := bounded(PageForm, request):
        found = found.filter(pk__lt=before)
    page = list(found[: PAGE + 1])
    more, page = len(page) > PAGE, page[:PAGE]
    rows = [
        {
            "title": r.title or "Utan namn",
            "url": reverse("processes:overview", args=[r.pk]),
            "area": r.area.name,
            "period": period(r.period_start, r.period_end),
            "status": "done" if r.closed_on else "active",
            "status_label": "Avslutad" if r.closed_on else "Pågår",
            "turn": "",
        }
        for r in page
    ]
    roles = [Role(m.role) for m in queries.memberships(request.user)]
    context = {
        "rows": rows,
        "add_url": reverse("processes:start") if policies.can_start_round(roles) else "",
        "older_url": f"?fore={page[-1].pk}" if more else "",
        "newest_url": request.path if before else "",
    }
    return render(request, "processes/rounds.html", context)


def next_year(today: date) -> dict[str, date]:
    """The period that most rounds have: the coming calendar year."""
    return {"period_start": date(today.year + 1, 1, 1), "period_end": date(today.year + 1, 12, 31)}


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Start a round."""
    held = [m for m in queries.memberships(request.user) if m.role == Role.COMMUNITY_OFFICER]
    require(policies.can_start_round([Role(m.role) for m in held]))
    areas = Area.objects.filter(kind=Area.Kind.LOCAL)
    if any(m.area is None for m in held):
        reachable = areas
    else:
        reachable = areas.none()
        for m in held:
            reachable |= areas.filter(path__startswith=m.area.path)
    form = RoundForm(
        request.POST or None,
        areas=reachable,
        rounds=queries.rounds_of(request.user),
        initial={"area": reachable.first(), **next_year(timezone.localdate())},
    )
    if request.method == "POST" and form.is_valid():
        values = {k: v for k, v in form.cleaned_data.items() if k not in Kept.base_fields}

        def act() -> str:
            made = actions.start_round(by=request.user, **values)
            return reverse("processes:overview", args=[made.pk])

        return once(request, act)
    context = {
        "title": "Starta en runda",
        "lead": "En runda är ert arbete i ett område under en period, från första mötet till uppföljningen.",
        "form": form,
        **drafts.offer(request, form),
        "submit_label": "Starta",
        "cancel_url": reverse("processes:rounds"),
        "crumbs": [{"label": "Rundor", "url": reverse("processes:rounds")}, {"label": "Ny", "url": None}],
    }
    return render(request, "processes/round_new.html", context, status=422 if form.errors else 200)


@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the round stands: the next action first, then the five stages and what blocks."""
    here = enter(request, pk)
    context = {
        "crumbs": [],
        "next": progress.next_action(here.method, here.facts, here.actor),
        "stages": progress.rail(here.method, here.facts, here.actor),
        "deadlines": _deadlines(here),
        "notices": _notices(here),
        "links": [{"label": "Tidslinje", "url": reverse("processes:timeline", args=[pk])}],
    }
    for step in here.method:
        if step.on_overview:
            context |= import_string(step.on_overview)(here)
    return here.page("processes/overview.html", context)


def _deadlines(here: Here) -> list[dict[str, Any]]:
    """Feedback that is due; what is late says so."""
    found = [
        {
            "due": day(row.due_on),
            "overdue": row.due_on < here.facts.today,
            "text": progress.owed(here.method, here.facts, row),
            "url": links.at("edit_feedback", here.round.pk, here.method[row.step], row.subject_id, row.id),
            "_": row.due_on,
        }
        for row in here.facts.rows("processes.Feedback", given_on=None)
        if row.due_on is not None and policies.can_see_step(here.actor, here.method[row.step])
    ]
    return sorted(found, key=lambda item: item["_"])


def _stale(facts: Facts, method: Any) -> list[tuple[Step, Row]]:
    return [
        (step, row)
        for step in method
        for row in guard.subjects(facts, step)
        if step.done_gate and guard.status(facts, step, row) is Status.STALE
    ]


def _notices(here: Here) -> list[dict[str, Any]]:
    found = []
    if stale := _stale(here.facts, here.method):
        titles = ", ".join(dict.fromkeys(step.title for step, _ in stale))
        found.append(
            {
                "text": f"Underlaget har ändrats sedan besluten om: {titles}. Stämmer de fortfarande?",
                "url": reverse("processes:confirm", args=[here.round.pk]),
            }
        )
    for step in here.method:
        if not policies.can_see_step(here.actor, step):
            continue
        for row in guard.subjects(here.facts, step):
            standing = guard.standing(here.facts, step, row)
            if standing.news and not standing.stale:  # whoever confirms what is stale sees the news too
                name = step.title_of(row) if step.kind is Kind.RECURRING else ""
                found.append(
                    {
                        "text": f"Nytt underlag för {step.title.lower()}{f' – {name}' if name else ''}.",
                        "url": links.at("acknowledge", here.round.pk, step, row.id),
                    }
                )
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """What has changed since decisions, step by step; those who decided may say it still holds."""
    here = enter(request, pk)
    stale = [p for p in _stale(here.facts, here.method) if policies.can_see_step(here.actor, p[0])]
    keys = {f"{step.key}-{row.id}": (step, row) for step, row in stale}
    error = ""
    if request.method == "POST":
        words = request.POST.get("kommentar", "").replace("\x00", "").strip()[:2000]
        chosen = [keys[k] for k in request.POST.getlist("steg") if k in keys]
        for step, _ in chosen:
            require(policies.can_decide(here.actor, step, step.done_gate))
        if not chosen:
            error = "Välj minst ett steg att bekräfta."
        elif not words:
            error = "Skriv en mening om varför det fortfarande är rätt."
        else:
            try:
                return once(request, lambda: _confirm(here, chosen, words))
            except guard.NotReady as not_ready:
                error = f"{not_ready}. Öppna steget och rätta det som fattas först."
            except (Refused, ReasonNeeded) as refused:
                error = str(refused)
    context = {
        "groups": (groups := [_group(here, key, step, row) for key, (step, row) in keys.items()]),
        "locked": not any(group["key"] for group in groups),
        "error": error,
        "idem": uuid.uuid4().hex,
        "cancel_url": reverse("processes:overview", args=[pk]),
        "crumbs": [{"label": "Bekräfta", "url": None}],
    }
    return here.page("processes/confirm.html", context, status=422 if error else 200)


def _confirm(here: Here, chosen: list[tuple[Step, Row]], words: str) -> str:
    actions.confirm(
        by=here.user, round_=here.round, pairs=[(step, row.id) for step, row in chosen], comment=words
    )
    messages.success(here.request, "Bekräftat.")
    return reverse("processes:overview", args=[here.round.pk])


def _group(here: Here, key: str, step: Step, row: Row) -> dict[str, Any]:
    found = guard.standing(here.facts, step, row)
    gate, side = next(iter(found.stale))
    last = found.basis[gate, side]
    name = step.title_of(row) if step.kind is Kind.RECURRING else ""
    can = policies.can_decide(here.actor, step, step.done_gate)
    return {
        "key": key if can else "",
        "note": "" if can else f"Kan bekräftas av {progress.titles(step.deciders(step.done_gate))}.",
        "step_title": f"{step.title} – {name}" if name else step.title,
        "url": links.subject_url(here.round.pk, step, row.id),
        "changes": change_rows(here.facts, freshness.changes(here.facts, step, row, last)),
    }


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's timeline, newest first; what a step hides it hides here too."""
    here = enter(request, pk)
    before = bounded(MomentForm, request)
    found, older = timeline.events(pk, before)
    hidden = _hidden(here)
    found = [e for e in found if e.model._meta.label not in hidden and e.after.get("step") not in hidden]
    values = Values(here.facts, [(e.model, row) for e in found for row in (e.before, e.after)])
    rows = [_event(values, e) for e in found]
    rows += _decisions(here, before, older)
    rows.sort(key=lambda item: item["at"], reverse=True)
    days = [
        {"date": date_format(moment, "j F Y"), "events": list(items)}
        for moment, items in groupby(rows, key=lambda item: timezone.localtime(item["at"]).date())
    ]
    context = {
        "days": days,
        "older_url": f"?fore={older.strftime('%Y-%m-%dT%H:%M:%S.%f')}%2B0000" if older else "",
        "newest_url": request.path if before else "",
        "crumbs": [{"label": "Tidslinje", "url": None}],
    }
    return here.page("processes/timeline.html", context)


def _hidden(here: Here) -> set[str]:
    """The steps that the person may not see, and the models that belong to them."""
    steps = [step for step in here.method if not policies.can_see_step(here.actor, step)]
    models = {s.model for step in steps for s in step.sections if isinstance(s, Rows)}
    return models | {step.record for step in steps} | {step.key for step in steps}


def _event(values: Values, event: timeline.Event) -> dict[str, Any]:
    model = event.model
    title = next((str(event.after[n]) for n in ("title", "what", "name", "text") if event.after.get(n)), "")
    for about in ("activity", "goal", "focus_area"):  # what has no name of its own goes by what it is about
        if not title and event.after.get(f"{about}_id"):
            title = values.show(model, about, event.after)
    name = str(model._meta.verbose_name)
    fields = {f.attname: f for f in model._meta.concrete_fields}
    changes = [
        {
            "field": str(fields[n].verbose_name).capitalize(),
            "old": short(values.show(model, fields[n].name, event.before)) if event.before else "",
            "new": short(values.show(model, fields[n].name, event.after)),
        }
        for n in (event.changed if event.kind != "-" else [])
        if fields[n].editable
    ]
    if event.reason:
        changes.append({"field": "Skäl", "old": "", "new": event.reason})
    return {
        "at": event.at,
        "time": date_format(timezone.localtime(event.at), "H.i"),
        "who": event.who,
        "verb": timeline.VERBS[event.kind],
        "what": f"{name}{f' ”{short(title)}”' if title else ''}",
        "changes": [c for c in changes if c["old"] or c["new"]],
        "kind": {"+": "active", "~": "todo", "-": "stale"}[event.kind],
    }


def _decisions(here: Here, before: Any, older: Any) -> list[dict[str, Any]]:
    done = {"open": "öppnade", "complete": "klarmarkerade", "approve": "godkände", "agreement": "skrev under"}
    other = {
        "returned": "återlämnade",
        "reopened": "öppnade igen",
        "acknowledged": "kvitterade nytt underlag i",
    }
    found = []
    for row in here.facts.rows("processes.Decision"):
        step = here.method[row.step]
        if (before and row.at >= before) or (older and row.at < older):
            continue
        if not policies.can_see_step(here.actor, step):
            continue
        found.append(
            {
                "at": row.at,
                "time": date_format(timezone.localtime(row.at), "H.i"),
                "who": row.by_name,
                "verb": done.get(row.gate, "avslutade") if row.outcome == "done" else other[row.outcome],
                "what": step.title.lower(),
                "changes": [{"field": "Kommentar", "old": "", "new": row.comment}] if row.comment else [],
                "kind": {"done": "done", "returned": "returned"}.get(row.outcome, "active"),
            }
        )
    return found
