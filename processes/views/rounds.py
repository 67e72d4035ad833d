"""The rounds: list, start, overview, timeline, confirmation of what has grown stale."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods, require_safe

from processes import actions, freshness, guard, policies, queries
from processes.forms import Kept, RoundForm
from processes.guard import Status
from processes.method import GATE_TITLES, Facts, Kind, Role, Row, Step
from processes.pages import links, progress
from processes.pages.changes import change_rows
from processes.pages.refusal import refusal, stopped
from processes.pages.values import day
from processes.writing import Refused

from . import drafts
from .here import Here, bounded, enter, once, period, require

PAGE = 50


class PageForm(forms.Form):
    """Where a keyset page begins."""

    fore = forms.IntegerField(min_value=1, max_value=2**62, required=False)


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
    require(policies.can_start_round(Role(m.role) for m in queries.memberships(request.user)))
    reachable = queries.areas_to_start_in(request.user)
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
        "links": [
            {"label": "Tidslinje", "url": reverse("processes:timeline", args=[pk])},
            *(
                {"label": step.title, "url": links.step_url(pk, step)}
                for step in here.method.beside
                if policies.can_see_step(here.actor, step)
            ),
            {"label": "Delat mellan parterna", "url": reverse("processes:shared", args=[pk])},
            *import_string(settings.ROUND_LINKS)(here),
        ],
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
                        "url": links.at("acknowledge", here.round.pk, step, row.id)
                        if policies.can_edit(here.actor, step)
                        else "",
                    }
                )
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """What has changed since decisions, step by step; those who decided may say it still holds."""
    here = enter(request, pk)
    stale = [p for p in _stale(here.facts, here.method) if policies.can_see_step(here.actor, p[0])]
    keys = {f"{step.key}-{row.id}": (step, row) for step, row in stale}
    error, refused = "", None
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
                title = f"Det här fattas innan ni kan {GATE_TITLES[not_ready.verdict.gate]}"
                refused = refusal(not_ready.verdict, pk, here.actor, title, refused=True)
            except Refused as why:
                refused = stopped(why, here, step=chosen[0][0], subject=chosen[0][1])
    context = {
        "groups": (groups := [_group(here, key, step, row) for key, (step, row) in keys.items()]),
        "locked": not any(group["key"] for group in groups),
        "error": error,
        "refusal": refused,
        "idem": uuid.uuid4().hex,
        "cancel_url": reverse("processes:overview", args=[pk]),
        "crumbs": [{"label": "Bekräfta", "url": None}],
    }
    return here.page("processes/confirm.html", context, status=422 if error else 409 if refused else 200)


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
