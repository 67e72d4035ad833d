"""The step page: sections, checklist, judgements, refusals and acts, all from the declaration."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from processes import definitions, guard, policies, queries
from processes.checks import guidance_path
from processes.guard import Status
from processes.method import GATE_TITLES, Kind, Row, Step
from processes.pages import acts, documents, evidence, hints, links, lists, progress, sections, tell
from processes.pages.refusal import refusal, stopped
from processes.writing import Refused

from .here import InStep, enter_step


@require_safe
def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """A once-only step itself, or the list of a recurring step's subjects."""
    return show(enter_step(request, pk, slug))


@require_safe
def subject(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """One subject of a recurring step."""
    return show(enter_step(request, pk, slug, subject))


def show(here: InStep, refused: guard.Verdict | Refused | None = None, status: int = 200) -> HttpResponse:
    """The page; with the reasons on top when an act was just refused."""
    verdict = None if isinstance(refused, Refused) else refused
    context: dict[str, Any] = {
        "crumbs": [*here.trail()[:-1], {"label": here.subject_title, "url": None}],
        "rail": progress.rail(here.method, here.facts, here.actor, here.step),
        "step": _heading(here),
        "pages": import_string(settings.ROUND_LINKS)(here),
        "tell": tell.panel(here),
        "definitions": definitions.of_step(here.step),
        "definitions_url": reverse("processes:definitions"),
    }
    if here.subject is None:
        context |= _listing(here)
    else:
        context |= _subject(here, verdict)
    if isinstance(refused, Refused):
        context["refusal"] = stopped(refused, here)
    return here.page("processes/step.html", context, status=status)


@lru_cache(maxsize=64)
def guidance(step: Step) -> str:
    """The step's guidance as HTML, from our own Markdown beside the declaration."""
    text = guidance_path(step).read_text(encoding="utf-8")
    return MarkdownIt("commonmark", {"html": False}).render(text)


def _heading(here: InStep) -> dict[str, Any]:
    step = here.step
    if here.subject is None:
        status = progress.step_status(here.facts, step)
    else:
        status = guard.status(
            here.facts, step, here.subject, progress.touched(here.facts, step, here.subject)
        )
    turn = progress.waiting_for(here.facts, step) if status is Status.WAITING else ()
    return {
        "title": step.title,
        "stage_title": step.stage.value,
        "sara": step.sara.value,
        "lead": step.lead,
        "guidance_html": guidance(step),
        "status": status.value,
        "status_label": progress.status_title(step, status),
        "turn": f"Väntar på {progress.awaited(turn)}" if turn else "",
    }


def _listing(here: InStep) -> dict[str, Any]:
    step, facts = here.step, here.facts
    rows = []
    for row in guard.subjects(facts, step):
        status = guard.status(facts, step, row, progress.touched(facts, step, row))
        rows.append(
            {
                "title": step.title_of(row) or "Utan namn",
                "url": links.subject_url(here.round.pk, step, row.id),
                "status": status.value,
                "status_label": progress.status_title(step, status),
                "meta": _meta(here, row),
            }
        )
    can = policies.can_edit(here.actor, step)
    add = None
    if can and step.add_label:
        add = {"url": reverse("processes:create", args=[here.round.pk, step.slug]), "label": step.add_label}
    return {"subjects": rows, "add": add, "on_list": sections.on_list(here)}


def _meta(here: InStep, row: Row) -> str:
    warnings = [
        f"{c.notice} ({gap.finding.current})"
        for c, gap in guard.noticed(here.method, here.facts, here.step, row)
    ]
    return " · ".join(filter(None, [here.step.beside_title(here.facts, row), *warnings]))


def _subject(here: InStep, refused: guard.Verdict | None) -> dict[str, Any]:
    assert here.subject is not None
    gate = acts.next_gate(here)
    verdict = refused or (
        guard.evaluate(here.method, gate, here.facts, here.step, here.subject) if gate else None
    )
    title = f"Det här återstår innan ni kan {GATE_TITLES[verdict.gate]}" if verdict else ""
    return {
        "subject": {"title": here.subject_title} if here.step.kind is Kind.RECURRING else None,
        "sections": sections.sections(here),
        "hints": hints.panel(here, queries.silenced(here.user)) if _has_advice(here) else None,
        "checklist": evidence.checklist(here),
        "judgements": evidence.judgements(here),
        "deviations": evidence.deviations(here),
        "feedback": evidence.feedback(here),
        "refusal": refusal(verdict, here.round.pk, here.actor, title, refused=refused is not None)
        if verdict
        else None,
        "actions": acts.acts(here, gate, verdict),
        "decisions": evidence.decisions(here),
        "notices": acts.notices(here),
        "attachments": evidence.attachments(here),
        "attach_url": evidence.attach_url(here),
        "sharing": evidence.sharing(here),
        "meeting_url": links.at("meeting", here.round.pk, here.step, here.subject.id)
        if here.step.meeting and policies.can_edit(here.actor, here.step)
        else "",
        "documents": documents.documents(here),
        "lists": lists.lists(here),
    }


def _has_advice(here: InStep) -> bool:
    """Whether any field of the step, or of those it carries, can give hints."""
    steps = [here.step, *(here.method[key] for key in here.step.carries)]
    return any(getattr(section, "advice", ()) for step in steps for section in step.sections)
