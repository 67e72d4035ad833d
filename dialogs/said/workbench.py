"""All that was said in a round: found, gathered and sorted by whoever works with it, read by whoever takes part."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from dialogs.models import View
from processes import policies
from processes.documents.sheets import Column, Sheet
from processes.pages import links, lists
from processes.pages.values import day
from processes.personal_data import masked
from processes.reach import published
from processes.views.here import InStep, enter, within
from processes.views.lists import as_file

from ..reach_page import KEPT_BACK
from .actions import SECTION, declared
from .forms import GROUPS, ViewsForm, sorting_form
from .queries import groups, matching, numbers, page, sortable

FIELDS = ("text", "received_on", "dialog", "theme", "place", "worry", "outcome", "outcome_words", "problem")
SHOWN_GROUPS = 40
MOST_IN_FILE = 20_000
FEW_VIEWS = "Få synpunkter av ett slag visas inte i siffror, och inte heller det som de kan räknas fram ur."


def enter_views(request: HttpRequest, pk: int) -> InStep:
    """The step that views stand in, for whoever sees it."""
    return within(enter(request, pk), declared()[0])


@require_safe
def views(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's views, newest first, as far as they are asked for; and how many there are of each kind."""
    here = enter_views(request, pk)
    form = ViewsForm(request.GET, facts=here.facts)
    asked = form.asked
    if "problem" in form.errors and request.GET["problem"].isdecimal():
        raise Http404("Sidan finns inte.")
    found = matching(here.round, asked)
    shown, older = page(found, asked.get("fore"))
    can = policies.can_edit(here.actor, *declared())
    where = {name: value for name, value in asked.items() if name != "fore"}
    kept = {name: "1" if value is True else value for name, value in where.items()}
    context = {
        "title": _title(here, asked),
        "filter": form,
        "asked": bool(set(where) - {"grupp"}),
        "rows": [row(here, view) for view in shown],
        "numbers": _numbers(here),
        "groups": _groups(found, asked, kept),
        "can": bool(can),
        "round_id": pk,
        "sorting": sorting_form(here.round)() if can and shown else None,
        "whole": sortable(found).count() if can and shown else 0,
        "write_urls": _where_to_write(here) if can else [],
        "back": urlencode(kept | ({"fore": asked["fore"]} if asked.get("fore") else {})),
        "older_url": f"?{urlencode(kept | {'fore': shown[-1].pk})}" if older else "",
        "newest_url": f"?{urlencode(kept)}" if asked.get("fore") else "",
        "files": lists.files("dialogs:views_file", pk, asked=kept),
        "crumbs": [*here.trail(), {"label": "Synpunkter", "url": None}],
    }
    return here.page("dialogs/said/workbench.html", context)


def _title(here: InStep, asked: dict[str, Any]) -> str:
    problem = here.facts.get("processes.Problem", int(asked["problem"])) if asked.get("problem") else None
    return f"Synpunkter om ”{problem.title}”" if problem else "Alla synpunkter i rundan"


def row(here: InStep, view: View) -> dict[str, Any]:
    """A view as it is read: its words masked, or withheld when it was routed out."""
    marks = [str(view.theme or ""), masked(view.place), str(view.worry or "")]
    withheld = view.withheld({"outcome": view.outcome, "routed_as": view.routed_as})
    return {
        "id": view.pk,
        "text": withheld or masked(view.text),
        "withheld": bool(withheld),
        "marks": " · ".join(filter(None, marks)),
        "state": view.state,
        "words": masked(view.outcome_words),
        "asked": view.submitted.question if hasattr(view, "submitted") else "",
        "open": view.outcome == "",
        "likes": getattr(view, "likes_total", 0),
        "problem": str(view.problem or ""),
        "dialog": view.dialog.title or "Dialog utan namn",
        "dialog_url": links.subject_url(here.round.pk, here.step, view.dialog_id),
        "url": reverse("dialogs:view", args=[here.round.pk, view.pk]),
        "when": day(view.received_on),
    }


def _numbers(here: InStep) -> list[dict[str, Any]]:
    found = numbers(here.round)
    kinds = (
        ("not_seen_to", "ej omhändertagna", "outcome=ingen"),
        ("unsorted", "saknar tema, plats, oro eller vad det blev", "unsorted=1"),
        ("routed", "lämnade som anmälan", "outcome=routed"),
    )
    told_of = [{"number": found["total"], "label": "synpunkter", "url": here.request.path}]
    return told_of + [
        {"number": found[name], "label": label, "url": f"?{query}"}
        for name, label, query in kinds
        if found[name]
    ]


def _groups(found: Any, asked: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    by = asked.get("grupp", "")
    ways = [
        {"label": label, "url": f"?{urlencode(kept | {'grupp': name})}", "current": name == by}
        for name, label in GROUPS.items()
    ]
    rows = groups(found, by) if by else []
    for one in rows:
        own = {by: one["key"]} if by != "place" or one["key"] != "utan" else {}
        one["url"] = f"?{urlencode(kept | own)}" if own else ""
        one["label"] = masked(one["label"])
    return {
        "ways": ways,
        "title": GROUPS.get(by, ""),
        "rows": rows[:SHOWN_GROUPS],
        "more": max(0, len(rows) - SHOWN_GROUPS),
    }


def _where_to_write(here: InStep) -> list[dict[str, str]]:
    return [
        {
            "label": row.title or "Dialog utan namn",
            "url": reverse("dialogs:write_views", args=[here.round.pk, row.id]),
            "import_url": links.at("import_rows", here.round.pk, here.step, row.id, SECTION),
        }
        for row in here.facts.rows("dialogs.CitizenDialog")
        if not row.cancelled_reason
    ]


@require_safe
def views_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The views that are asked for as a list; grouped, it is the counts, and small groups are not told."""
    here = enter_views(request, pk)
    asked = ViewsForm(request.GET, facts=here.facts).asked
    found = matching(here.round, asked)
    if by := asked.get("grupp"):
        counted = groups(found, by)
        numbers_told = published({one["key"]: one["number"] for one in counted}) or {}
        rows = tuple(
            (masked(str(one["label"])), str(numbers_told.get(one["key"]) or KEPT_BACK)) for one in counted
        )
        note = ((FEW_VIEWS, ""),)
        sheet = Sheet("Antal", (Column(GROUPS[by], 40), Column("Antal synpunkter", 20)), rows + note)
    else:
        sheet = lists.of(here, View, FIELDS, "Synpunkter", found.order_by("pk")[:MOST_IN_FILE])
    return as_file(sheet, form, "Synpunkter", here.round.title)
