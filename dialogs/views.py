"""What citizens have said, to be read by whoever takes part in the round."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from processes.pages import links
from processes.pages.values import day
from processes.personal_data import masked
from processes.views.here import InStep, enter, within

from .forms import ViewsForm
from .models import View
from .queries import PAGE, views_of

STEP = "citizen_dialog"


@require_safe
def views(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's views, newest first; those of one problem when one is asked for."""
    here = enter(request, pk)
    here = within(here, here.method[STEP])
    form = ViewsForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    problem = here.facts.get("processes.Problem", asked.get("problem"))
    if problem is None and asked.get("problem"):
        raise Http404("Sidan finns inte.")
    found = views_of(here.round, problem.id if problem else None, asked.get("fore"))
    shown, older = found[:PAGE], found[PAGE:]
    title = f"Synpunkter om ”{problem.title}”" if problem else "Alla synpunkter i rundan"
    where = {"problem": str(problem.id)} if problem else {}
    context = {
        "title": title,
        "rows": [_view(here, view, problem is None) for view in shown],
        "problems": _problems(here, problem.id if problem else None),
        "older_url": f"?{urlencode(where | {'fore': shown[-1].pk})}" if older else "",
        "newest_url": f"?{urlencode(where)}" if asked.get("fore") else "",
        "crumbs": [*here.trail(), {"label": "Synpunkter", "url": None}],
    }
    return here.page("dialogs/views.html", context)


def _view(here: InStep, view: View, names_problem: bool) -> dict[str, Any]:
    marks = [str(view.theme or ""), masked(view.place), str(view.worry or "")]
    return {
        "text": masked(view.text),
        "marks": " · ".join(filter(None, marks)),
        "outcome": view.state,
        "problem": str(view.problem) if names_problem and view.problem else "",
        "dialog": view.dialog.title or "Dialog utan namn",
        "dialog_url": links.subject_url(here.round.pk, here.step, view.dialog_id),
        "when": day(view.received_on),
    }


def _problems(here: InStep, current: int | None) -> list[dict[str, Any]]:
    """Ways to the views of each problem, and to all."""
    rows = here.facts.rows("processes.Problem")
    found = [{"label": "Alla", "url": here.request.path, "current": current is None}]
    found += [
        {
            "label": f"{row.title or 'Problem utan namn'} ({row.views_total})",
            "url": f"?problem={row.id}",
            "current": current == row.id,
        }
        for row in rows
    ]
    return found if rows else []
