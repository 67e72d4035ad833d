"""The field log: tap what was done, and it is written. The rest may wait (GEN-1)."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import policies, queries
from processes.method import Facts, Finding, Row, get_method
from processes.models import Process
from processes.pages import links
from processes.pages.refusal import stopped
from processes.pages.values import day
from processes.views.here import Here, InStep, enter, once, require, within
from processes.writing import Conflict, Refused

from ..keeping import AT_MOST, Done, judge, target_of
from ..kept_panel import done_words, promised_words, reported, state
from ..models import ActivityLog, LogPicture
from ..responses import picture_response
from . import actions, quick
from .forms import DayForm, more_form

ROUNDS_AT_HAND = 6  # facts are loaded per round, so the page stays bounded
HOURS = "hours"


@require_safe
def everywhere(request: HttpRequest) -> HttpResponse:
    """All rounds in which the person does the work, on one page to keep on the phone."""
    rounds = queries.rounds_of(request.user).filter(closed_on=None).select_related("area").order_by("-pk")
    method, parts = get_method(), []
    for round_ in rounds[:ROUNDS_AT_HAND]:
        facts = queries.load_facts(method, round_.pk)
        parties = [row.organisation_id for row in facts.rows("processes.Party")]
        actor = queries.actor_in(request.user, round_, parties)
        if quick.can_log(actor) and facts.rows("processes.Activity"):
            parts.append(_part(request, round_, facts, actor))
    parts.sort(key=lambda part: not part["own"])
    return render(request, "agreements/log/list.html", {"title": "Logga", "parts": parts})


def _enter(request: HttpRequest, pk: int) -> InStep:
    here = enter(request, pk)
    require(quick.can_log(here.actor))
    return within(here, here.method[quick.STEP])


@require_http_methods(["GET", "HEAD", "POST"])
def of_round(request: HttpRequest, pk: int) -> HttpResponse:
    """The activities as large buttons; a press writes one occasion, today."""
    here, refusal = _enter(request, pk), None
    if request.method == "POST":
        try:
            return once(request, lambda: _write(here))
        except Refused as why:
            refusal = stopped(why, here, "" if why.finding.anchor else f"#runda-{pk}")
    part = _part(request, here.round, here.facts, here.actor)
    context = {"title": "Logga", "parts": [part], "refusal": refusal}
    context["crumbs"] = [{"label": "Logga", "url": None}]
    return here.page("agreements/log/list.html", context, status=409 if refusal else 200)


def _write(here: Here) -> str:
    chosen = here.request.POST.get("aktivitet", "")[:18]
    form = DayForm(here.request.POST)
    if not (chosen.isascii() and chosen.isdigit()) or not form.is_valid():
        raise Refused("Välj vad ni har gjort. Inget är inskrivet.", Finding("", "inget valt"))
    row = actions.log(
        by=here.user,
        round_=here.round,
        activity_id=int(chosen),
        done_on=form.cleaned_data["done_on"],
    )
    return reverse("agreements:logged", args=[here.round.pk, row.pk])


def _part(request: HttpRequest, round_: Process, facts: Facts, actor: policies.Actor) -> dict[str, Any]:
    """One round on the page: own activities first, the others folded, and what was written just now."""
    own, others = quick.choices(facts, actor.organisations)
    done = reported(facts, [row.id for row in (*own, *others)])
    return {
        "title": round_.title,
        "url": reverse("agreements:log_round", args=[round_.pk]),
        "key": round_.pk,
        "own": [_choice(facts, row, done.get(row.id, Done())) for row in own],
        "others": [_choice(facts, row, done.get(row.id, Done())) for row in others],
        "latest": [
            _written(request, row) for row in quick.latest(request.user, round_)[: quick.LATEST_SHOWN]
        ],
    }


def _choice(facts: Facts, activity: Row, done: Done) -> dict[str, Any]:
    target = target_of(facts, activity)
    result = judge(target, done, facts.today)
    return {
        "id": activity.id,
        "what": activity.what,
        "promised": promised_words(facts, activity),
        "done": done_words(target, done, result, facts.today),
        "idem": uuid.uuid4().hex,
        **state(result),
    }


def _written(request: HttpRequest, row: ActivityLog) -> dict[str, Any]:
    return {
        "what": row.activity.what if row.activity else "",
        "when": f"{timezone.localtime(row.created_at):%H:%M}",
        "url": reverse("agreements:logged", args=[row.process_id, row.pk]),
        "undo_url": reverse("agreements:undo_log", args=[row.process_id, row.pk]),
        "idem": uuid.uuid4().hex,
    }


def _log(here: Here, pk: int) -> ActivityLog:
    found = ActivityLog.objects.filter(pk=pk, process=here.round, activity__isnull=False).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def logged(request: HttpRequest, pk: int, log: int) -> HttpResponse:
    """It is written: done, one more, undo – or say more about it."""
    here = _enter(request, pk)
    row = _log(here, log)
    activity = here.facts.get("processes.Activity", row.activity_id)
    target = target_of(here.facts, activity)
    form_class = more_form(here.round, target, activity.target_unit)
    form = form_class(request.POST or None, request.FILES or None, instance=row)
    why = None
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _say_more(here, row, form))
        except Conflict as conflict:
            form.add_error(None, str(conflict))
        except Refused as refused:
            why = refused
    shown = _after(here, row, activity, target)
    return here.form_page(form, shown, template="agreements/log/logged.html", why=why)


def _say_more(here: Here, row: ActivityLog, form: Any) -> str:
    data = form.cleaned_data
    common = {"by": here.user, "round_": here.round, "log": row}
    actions.say_more(version=data.get("version") or 0, values=form.values, **common)
    if data.get("picture"):
        actions.add_picture(picture=data["picture"], alt=data["alt"], public=data["public"], **common)
    messages.success(here.request, "Sparat.")
    return here.request.path


def _after(here: Here, row: ActivityLog, activity: Row, target: Any) -> dict[str, Any]:
    facts = here.facts
    done = reported(facts, [activity.id]).get(activity.id, Done())
    result = judge(target, done, facts.today)
    step, section = quick.declared()
    measured = {AT_MOST: row.amount, HOURS: row.hours}.get(target.kind, 1)
    return {
        "title": "Inskrivet",
        "what": activity.what,
        "activity": activity.id,
        "when": day(row.done_on),
        "who": str(row.by_party or ""),
        "promised": promised_words(facts, activity),
        "done": done_words(target, done, result, facts.today),
        **state(result),
        "asks_hours": measured is None,
        "list_url": reverse("agreements:log_round", args=[here.round.pk]),
        "undo_url": reverse("agreements:undo_log", args=[here.round.pk, row.pk])
        if quick.can_undo(here.user, row)
        else "",
        "edit_url": links.at("edit_row", here.round.pk, step, here.round.pk, section.key, row.pk),
        "idem": uuid.uuid4().hex,
        "pictures": [_picture(here, one) for one in quick.pictures(row)],
        "crumbs": [
            {"label": "Logga", "url": reverse("agreements:log_round", args=[here.round.pk])},
            {"label": activity.what, "url": None},
        ],
    }


def _picture(here: Here, one: LogPicture) -> dict[str, Any]:
    args = [here.round.pk, one.pk]
    return {
        "src": reverse("agreements:log_picture", args=args),
        "alt": one.alt,
        "width": one.width,
        "height": one.height,
        "public": one.public,
        "shown": one.shown,
        "remove_url": reverse("agreements:remove_log_picture", args=args),
        "idem": uuid.uuid4().hex,
    }


@require_POST
def undo(request: HttpRequest, pk: int, log: int) -> HttpResponse:
    """Take back what was just written."""
    here = _enter(request, pk)
    back = reverse("agreements:log_round", args=[pk])
    row = ActivityLog.objects.filter(pk=log, process=here.round).first()

    def act() -> str:
        if row is None:
            raise Http404("Sidan finns inte.")
        actions.undo(by=here.user, round_=here.round, log=row)
        messages.success(request, "Ångrat. Inget är inskrivet.")
        return back

    try:
        return once(request, act)
    except Refused as refused:
        return here.stopped(refused, reverse("agreements:logged", args=[pk, log]))


def _find_picture(here: Here, pk: int) -> LogPicture:
    found = LogPicture.objects.filter(pk=pk, log__process=here.round).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    return found


@require_safe
def picture(request: HttpRequest, pk: int, picture: int) -> HttpResponse:
    """The picture, to those who see the step."""
    here = enter(request, pk)
    within(here, here.method[quick.STEP])
    found = _find_picture(here, picture)
    return picture_response(found.file)


@require_POST
def remove_picture(request: HttpRequest, pk: int, picture: int) -> HttpResponse:
    """Take a picture away for good."""
    here = _enter(request, pk)

    def act() -> str:
        found = _find_picture(here, picture)
        back = reverse("agreements:logged", args=[pk, found.log_id])
        actions.remove_picture(by=here.user, round_=here.round, picture=found)
        messages.success(request, "Bilden är borttagen.")
        return back

    return once(request, act)
