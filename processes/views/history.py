"""The round's timeline: who changed what, when, from what to what, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from processes import policies, timeline
from processes.documents.sheets import Column, Sheet
from processes.method import Rows
from processes.pages import lists
from processes.pages.values import Values, short

from .here import Here, bounded, enter
from .lists import as_file

TITLE = "Tidslinje"
MOST_IN_FILE = 5_000
COLUMNS = (
    Column("När", 18),
    Column("Vem", 24),
    Column("Gjorde"),
    Column("Vad", 50),
    Column("Fält", 30),
    Column("Före", 60),
    Column("Efter", 60),
)
NO_CHANGE = {"field": "", "old": "", "new": ""}


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


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's timeline, newest first; what a step hides it hides here too."""
    here = enter(request, pk)
    before = bounded(MomentForm, request)
    rows, older = _rows(here, before)
    days = [
        {"date": date_format(moment, "j F Y"), "events": list(items)}
        for moment, items in groupby(rows, key=lambda item: timezone.localtime(item["at"]).date())
    ]
    context = {
        "days": days,
        "older_url": f"?fore={older.strftime('%Y-%m-%dT%H:%M:%S.%f')}%2B0000" if older else "",
        "newest_url": request.path if before else "",
        "files": lists.files("processes:timeline_file", pk),
        "crumbs": [{"label": TITLE, "url": None}],
    }
    return here.page("processes/timeline.html", context)


@require_safe
def history_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The timeline as a list, a row for each field that was changed; what is hidden stays hidden."""
    here = enter(request, pk)
    rows, older = _rows(here, None, MOST_IN_FILE, str)
    cells = [
        (
            timezone.localtime(row["at"]),
            row["who"],
            row["verb"],
            row["what"],
            change["field"],
            change["old"],
            change["new"],
        )
        for row in rows
        for change in row["changes"] or [NO_CHANGE]
    ]
    if older:
        note = f"Äldre än {date_format(timezone.localtime(older), 'j F Y')} finns i tidslinjen på webben."
        cells.append((None, "", "", note, "", "", ""))
    return as_file(Sheet(TITLE, COLUMNS, tuple(cells)), form, TITLE, here.round.title)


def whole(here: Here) -> list[dict[str, Any]]:
    """All of the timeline that the person may know of, the oldest first, in full words."""
    rows, older = _rows(here, None, MOST_IN_FILE, str)
    while older:
        more, older = _rows(here, older, MOST_IN_FILE, str)
        rows += more
    return rows[::-1]


def _rows(
    here: Here, before: datetime | None, most: int = timeline.PAGE, told: Callable[[str], str] = short
) -> tuple[list[dict[str, Any]], datetime | None]:
    """What the person may know of, the newest first, and before when there is more (or none)."""
    found, older = timeline.events(here.round.pk, before, most)
    hidden = _hidden(here)
    found = [e for e in found if _is_ours(here, e)]
    found = [e for e in found if e.model._meta.label not in hidden and e.after.get("step") not in hidden]
    values = Values(here.facts, [(e.model, row) for e in found for row in (e.before, e.after)])
    rows = [_event(values, e, told) for e in found]
    rows += [
        row | {"time": date_format(timezone.localtime(row["at"]), "H.i")}
        for row in (*_decisions(here), *_told_by_steps(here))
        if not (before and row["at"] >= before) and not (older and row["at"] < older)
    ]
    return sorted(rows, key=lambda item: item["at"], reverse=True), older


def _hidden(here: Here) -> set[str]:
    """The steps that the person may not see, and the models that belong to them."""
    steps = [step for step in here.method if not policies.can_see_step(here.actor, step)]
    models = {s.model for step in steps for s in step.sections if isinstance(s, Rows)}
    return models | {step.record for step in steps} | {step.key for step in steps}


def _is_ours(here: Here, event: timeline.Event) -> bool:
    """What is each party's own is told to its own people alone (LAG-2)."""
    own = event.model._meta.label in here.method.own
    return not own or event.after.get("owner_id") in here.actor.organisations


def _event(values: Values, event: timeline.Event, told: Callable[[str], str]) -> dict[str, Any]:
    model = event.model
    named = (n for n in ("title", "what", "name", "text") if event.after.get(n))
    title = next((values.show(model, n, event.after) for n in named), "")
    for about in ("activity", "goal", "focus_area"):  # what has no name of its own goes by what it is about
        if not title and event.after.get(f"{about}_id"):
            title = values.show(model, about, event.after)
    name = str(model._meta.verbose_name)
    fields = {f.attname: f for f in model._meta.concrete_fields}
    changes = [
        {
            "field": str(fields[n].verbose_name).capitalize(),
            "old": told(values.show(model, fields[n].name, event.before)) if event.before else "",
            "new": told(values.show(model, fields[n].name, event.after)),
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


def _told_by_steps(here: Here) -> list[dict[str, Any]]:
    return [
        row
        for step in here.method
        if step.events_of and policies.can_see_step(here.actor, step)
        for row in import_string(step.events_of)(here)
    ]


def _decisions(here: Here) -> list[dict[str, Any]]:
    done = {"open": "öppnade", "complete": "klarmarkerade", "approve": "godkände", "agreement": "skrev under"}
    other = {
        "returned": "återlämnade",
        "reopened": "öppnade igen",
        "acknowledged": "kvitterade nytt underlag i",
    }
    found = []
    for row in here.facts.rows("processes.Decision"):
        step = here.method[row.step]
        if not policies.can_see_step(here.actor, step):
            continue
        found.append(
            {
                "at": row.at,
                "who": row.by_name,
                "verb": done.get(row.gate, "avslutade") if row.outcome == "done" else other[row.outcome],
                "what": step.title.lower(),
                "changes": [{"field": "Kommentar", "old": "", "new": row.comment}] if row.comment else [],
                "kind": {"done": "done", "returned": "returned"}.get(row.outcome, "active"),
            }
        )
    return found
