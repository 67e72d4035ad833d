"""What came along from the round before, on one page: does it still hold (X-11)?"""

from __future__ import annotations

import uuid
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from processes import actions, policies
from processes import inherited as pure
from processes.method import Row, Rows, Section, Step
from processes.pages import links
from processes.pages.refusal import stopped
from processes.pages.sections import label_of
from processes.pages.values import Values, short
from processes.writing import Refused

from .here import Here, enter, once


@require_http_methods(["GET", "HEAD", "POST"])
def inherited(request: HttpRequest, pk: int) -> HttpResponse:
    """All that waits, step by step; ticked and confirmed in one press, or changed where it stands."""
    here = enter(request, pk)
    refused = None
    if request.method == "POST":
        chosen = [
            row["id"]
            for step in _steps(here)
            for row in step["rows"]
            if row["can"] and step["key"] == request.POST.get("alla")
        ]
        chosen += [int(key) for key in request.POST.getlist("rad")[:500] if key.isdecimal() and len(key) < 19]
        try:
            return once(request, lambda: _confirm(here, chosen))
        except Refused as why:
            refused = why
    steps = _steps(here)
    context = {
        "title": "Från förra – stämmer det?",
        "steps": steps,
        "number": sum(len(step["rows"]) for step in steps),
        "can": any(row["can"] for step in steps for row in step["rows"]),
        "refusal": stopped(refused, here, _first(steps)) if refused else None,
        "idem": uuid.uuid4().hex,
        "crumbs": [{"label": "Från förra", "url": None}],
    }
    return here.page("processes/inherited.html", context, status=422 if refused else 200)


def _first(steps: list[dict[str, Any]]) -> str:
    """The first box there is to tick."""
    return next((f"#rad-{row['id']}" for step in steps for row in step["rows"] if row["can"]), "")


def _confirm(here: Here, chosen: list[int]) -> str:
    number = actions.confirm_inherited(by=here.user, round_=here.round, ids=chosen)
    messages.success(here.request, f"{number} {'sak' if number == 1 else 'saker'} stämmer fortfarande.")
    return here.request.path


def _steps(here: Here) -> list[dict[str, Any]]:
    """What waits in the steps that the person sees, in the method's order."""
    rows = pure.waiting(here.facts)
    there = [
        (apps.get_model(row.subject_model), here.facts.get(row.subject_model, row.subject_id)) for row in rows
    ]
    values = Values(here.facts, there)
    found = []
    for step in here.method:
        own = [row for row in rows if row.step == step.key]
        if own and policies.can_see_step(here.actor, step):
            shown = [_row(here, step, row, values) for row in own]
            found.append(
                {"key": step.key, "title": step.title, "rows": shown, "can": any(row["can"] for row in shown)}
            )
    return found


def _row(here: Here, step: Step, row: Row, values: Values) -> dict[str, Any]:
    section = step.section(row.section)
    assert isinstance(section, Section | Rows)
    model = apps.get_model(row.subject_model)
    there = here.facts.get(row.subject_model, row.subject_id)
    assert there is not None
    can = bool(policies.can_edit(here.actor, step, section))
    said = [
        (label_of(model, name), short(value))
        for name in section.fields
        if (value := values.show(model, name, there))
    ]
    return {
        "id": row.id,
        "title": f"{section.title}: {said[0][1]}" if said and isinstance(section, Rows) else section.title,
        "said": " · ".join(value for _, value in said[1:]) if isinstance(section, Rows) else "",
        "fields": [] if isinstance(section, Rows) else said,
        "can": can,
        "url": _url(here, step, section, row) if can else "",
    }


def _url(here: Here, step: Step, section: Section | Rows, row: Row) -> str:
    """The form where it is changed."""
    if isinstance(section, Section):
        return links.at("edit", here.round.pk, step, row.subject_id, section.key)
    there = here.facts.get(row.subject_model, row.subject_id)
    own = None if section.owner else there.get(f"{section.parent}_id")
    subject = here.facts.get(step.record, own) or here.facts.one(step.record)
    if subject is None:
        return links.step_url(here.round.pk, step)
    return links.at("edit_row", here.round.pk, step, subject.id, section.key, row.subject_id)
