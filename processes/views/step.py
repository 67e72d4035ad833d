"""The step page: sections, checklist, judgements, refusals and acts, all from the declaration."""

from __future__ import annotations

import uuid
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from processes import guard, policies
from processes.checks import guidance_path
from processes.guard import STATUS_TITLES, Status
from processes.method import GATE_TITLES, Gate, How, Kind, Panel, Row, Rows, Section, Step
from processes.models import Attachment, Judgement
from processes.pages import links, progress
from processes.pages.refusal import refusal
from processes.pages.values import Values, day, short

from .here import InStep, enter_step

LABELS = {
    Gate.OPEN: "Öppna och bjud in",
    Gate.COMPLETE: "Klarmarkera",
    Gate.APPROVE: "Godkänn",
    Gate.AGREEMENT: "Skriv under överenskommelsen",
}
ROWS_SHOWN = 50


@require_safe
def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """A once-only step itself, or the list of a recurring step's subjects."""
    return show(enter_step(request, pk, slug))


@require_safe
def subject(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """One subject of a recurring step."""
    return show(enter_step(request, pk, slug, subject))


def show(here: InStep, refused: guard.Verdict | None = None, status: int = 200) -> HttpResponse:
    """The page; with the verdict on top when an act was just refused."""
    context: dict[str, Any] = {
        "crumbs": here.trail()[:-1] + [{"label": here.subject_title, "url": None}],
        "rail": progress.rail(here.method, here.facts, here.actor, here.step),
        "step": _heading(here),
    }
    if here.subject is None:
        context |= _listing(here)
    else:
        context |= _subject(here, refused)
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
        "status_label": STATUS_TITLES[status] if step.done_gate else "Löpande",
        "turn": f"Väntar på {progress.titles(turn)}" if turn else "",
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
                "status_label": STATUS_TITLES[status],
                "meta": "",
            }
        )
    can = policies.can_edit(here.actor, step)
    add = None
    if can and step.add_label:
        add = {"url": reverse("processes:create", args=[here.round.pk, step.slug]), "label": step.add_label}
    return {"subjects": rows, "add": add}


def _subject(here: InStep, refused: guard.Verdict | None) -> dict[str, Any]:
    assert here.subject is not None
    gate = next_gate(here)
    verdict = refused or (
        guard.evaluate(here.method, gate, here.facts, here.step, here.subject) if gate else None
    )
    title = f"Det här återstår innan ni kan {GATE_TITLES[verdict.gate]}" if verdict else ""
    return {
        "subject": {"title": here.subject_title} if here.step.kind is Kind.RECURRING else None,
        "sections": sections(here),
        "checklist": _checklist(here),
        "judgements": _judgements(here),
        "deviations": _deviations(here),
        "feedback": _feedback(here),
        "refusal": refusal(
            verdict, here.round.pk, here.actor, title, refused=refused is not None
        )
        if verdict
        else None,
        "actions": _actions(here, gate, verdict),
        "decisions": _decisions(here),
        "notices": _notices(here),
        "attachments": _attachments(here),
        "attach_url": _attach_url(here),
    }


def next_gate(here: InStep) -> Gate | None:
    """The first of the step's own gates that has not been passed by all, or none."""
    assert here.subject is not None
    found = guard.standing(here.facts, here.step, here.subject)
    for gate in here.step.gates:
        sides = guard.sides(here.step, gate, here.facts)
        passed = all((gate, side) in found.passed for side in sides)
        fresh = all(found.holds(gate, side) for side in sides)
        if not passed or (gate is here.step.done_gate and not fresh):
            return gate
    return None


def sections(here: InStep) -> list[dict[str, Any]]:
    """Every section as ready rows."""
    assert here.subject is not None
    tables = {
        s.key: _table_rows(here, s) for s in here.step.sections if isinstance(s, Rows)
    }
    record = apps.get_model(here.step.record)
    looked = [(record, here.subject)]
    for s in here.step.sections:
        if isinstance(s, Rows):
            looked += [(apps.get_model(s.model), row) for row in tables[s.key]]
    values = Values(here.facts, looked)
    return [_section(here, s, values, tables) for s in here.step.sections]


def _table_rows(here: InStep, section: Rows) -> list[Any]:
    assert here.subject is not None
    rows = here.facts.rows(section.model)
    if not section.owner:
        rows = [row for row in rows if row.get(f"{section.parent}_id") == here.subject.id]
    model = apps.get_model(section.model)
    if rows and not set(section.columns) & set(getattr(model, "NOT_FACTS", ())):
        return rows
    if not rows:
        return []
    keys = [row.id for row in rows[-ROWS_SHOWN:]]
    found = model._base_manager.filter(pk__in=keys).order_by("pk").values()
    return [Row(section.model, values["id"], values) for values in found]


def _section(here: InStep, section: Any, values: Values, tables: dict[str, list[Any]]) -> dict[str, Any]:
    assert here.subject is not None
    can = policies.can_edit(here.actor, here.step, section)
    found: dict[str, Any] = {
        "key": section.key,
        "title": section.title,
        "can_edit": bool(can),
        "why_not": "" if can else can.reason,
    }
    if isinstance(section, Panel):
        return found | {
            "kind": "panel",
            "can_edit": False,
            "why_not": "",
            "template": section.template,
            "data": import_string(section.load)(here),
        }
    found["intro"] = section.intro
    args = (here.round.pk, here.step, here.subject.id, section.key)
    if isinstance(section, Section):
        model = apps.get_model(here.step.record)
        fields = [
            {"label": _label(model, name), "value": value, "empty": not value}
            for name in section.fields
            for value in [values.show(model, name, here.subject)]
        ]
        return found | {"kind": "fields", "fields": fields, "edit_url": links.at("edit", *args)}
    model = apps.get_model(section.model)
    rows = [
        {
            "cells": [short(values.show(model, name, row)) for name in section.columns],
            "url": links.at("edit_row", *args, row.id) if can else "",
            "delete_url": links.at("remove_row", *args, row.id) if can else None,
        }
        for row in tables[section.key]
    ]
    return found | {
        "kind": "rows",
        "columns": [_label(model, name) for name in section.columns],
        "rows": rows,
        "add_url": links.at("add_row", *args) if can else "",
        "add_label": section.add_label,
        "empty_text": section.empty,
    }


def _label(model: Any, name: str) -> str:
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def _checklist(here: InStep) -> list[dict[str, Any]]:
    assert here.subject is not None
    focus = here.request.GET.get(links.FOCUS, "")
    can = policies.can_edit(here.actor, here.step)
    found = []
    for c in here.step.criteria:
        if c.how is not How.TICKED:
            continue
        rows = here.facts.rows("processes.Tick", criterion=c.key, subject_id=here.subject.id)
        last = rows[-1] if rows else None
        found.append(
            {
                "label": c.question,
                "key": c.key,
                "focus": focus == c.key,
                "ticked": bool(last and last.ticked),
                "who": last.by_name if last else "",
                "when": day(last.at) if last else "",
                "post_url": links.at("tick", here.round.pk, here.step, here.subject.id) if can else "",
                "idem": uuid.uuid4().hex,
            }
        )
    return found


def judged(here: InStep) -> list[tuple[Any, Row, str]]:
    """Every (criterion, what is judged, question) of the subject's judgements."""
    assert here.subject is not None
    found = []
    for c in here.step.criteria:
        if c.how is not How.JUDGED or not c.when(here.facts, here.subject):
            continue
        for row in guard.judged_subjects(here.facts, here.step, here.subject, c):
            title = Values(here.facts).title(row)
            found.append((c, row, f"{title}: {c.question}" if c.each else c.question))
    return found


def _judgements(here: InStep) -> dict[str, Any]:
    assert here.subject is not None
    rows = []
    for c, about, question in judged(here):
        made = here.facts.rows(
            "processes.Judgement", criterion=c.key, subject_model=about.model, subject_id=about.id
        )
        last = made[-1] if made else None
        rows.append(
            {
                "question": question,
                "answer_label": Judgement.Answer(last.answer).label if last else "",
                "words": last.words if last else "",
                "who": last.by_name if last else "",
                "when": day(last.at) if last else "",
            }
        )
    can = policies.can_edit(here.actor, here.step)
    return {
        "url": links.at("judge", here.round.pk, here.step, here.subject.id) if rows and can else "",
        "done": sum(1 for row in rows if row["answer_label"]),
        "total": len(rows),
        "rows": rows,
    }


def _evidence(here: InStep, label: str) -> list[Row]:
    assert here.subject is not None
    return here.facts.rows(label, subject_model=here.step.record, subject_id=here.subject.id, step=here.step.key)


def _deviations(here: InStep) -> dict[str, Any]:
    assert here.subject is not None
    can = policies.can_deviate(here.actor, here.step)
    possible = any(c.strength == "S" for c in here.step.criteria)
    return {
        "url": links.at("deviate", here.round.pk, here.step, here.subject.id) if can and possible else "",
        "rows": [
            {
                "codes": ", ".join(key.partition(":")[0] for key in row.codes),
                "reason": row.reason,
                "who": row.by_name,
                "when": day(row.at),
                "withdraw_url": links.at(
                    "withdraw", here.round.pk, here.step, here.subject.id, row.id
                )
                if can
                else "",
                "idem": uuid.uuid4().hex,
            }
            for row in _evidence(here, "processes.Deviation")
            if not row.withdrawn
        ],
    }


def _feedback(here: InStep) -> dict[str, Any] | None:
    assert here.subject is not None
    from processes.criteria import AUDIENCES

    rows = _evidence(here, "processes.Feedback")
    asked = here.step.key == "feedback" or any(
        "återkoppl" in c.text.lower() and c.gate in (Gate.SIGN, Gate.CLOSE) for c in here.step.criteria
    )
    if not rows and not asked:
        return None
    can = policies.can_edit(here.actor, here.step)
    return {
        "url": links.at("feedback", here.round.pk, here.step, here.subject.id) if can else "",
        "rows": [
            {
                "audiences": ", ".join(AUDIENCES[a] for a in row.audiences),
                "when": day(row.given_on) if row.given_on else f"planerad till {day(row.due_on)}",
                "given": row.given_on is not None,
                "channel": row.channel,
                "text": row.text,
                "who": row.by_name,
                "url": links.at("edit_feedback", here.round.pk, here.step, here.subject.id, row.id)
                if can
                else "",
            }
            for row in rows
        ],
    }


def _actions(here: InStep, gate: Gate | None, verdict: guard.Verdict | None) -> list[dict[str, Any]]:
    assert here.subject is not None
    args = (here.round.pk, here.step, here.subject.id)
    found = []
    focus = here.request.GET.get(links.FOCUS, "")
    if gate and verdict and policies.can_decide(here.actor, here.step, gate):
        stale = (gate, guard.Side.POLICE) in guard.standing(here.facts, here.step, here.subject).stale
        found.append(
            {
                "key": "beslut",
                "label": "Bekräfta att det fortfarande är rätt" if stale else LABELS[gate],
                "url": links.at("decide", *args, gate.value),
                "primary": verdict.ok,
                "focus": focus in ("decision", "police", "municipality"),
                "comment": True,
                "comment_label": "Kommentar (frivillig)",
                "idem": uuid.uuid4().hex,
            }
        )
    status = guard.status(here.facts, here.step, here.subject)
    approvable = Gate.APPROVE in here.step.gates
    if approvable and status is Status.WAITING and policies.can_return(here.actor, here.step):
        found.append(_comment_action("aterlamna", "Återlämna", "Vad behöver ändras?", links.at("send_back", *args)))
    if status in (Status.DONE, Status.WAITING) and policies.can_edit(here.actor, here.step):
        found.append(_comment_action("oppna", "Öppna igen", "Varför öppnar du steget igen?", links.at("reopen", *args)))
    return found


def _comment_action(key: str, label: str, comment_label: str, url: str) -> dict[str, Any]:
    return {
        "key": key,
        "label": label,
        "url": url,
        "primary": False,
        "comment": True,
        "comment_label": comment_label,
        "idem": uuid.uuid4().hex,
    }


def _decisions(here: InStep) -> list[dict[str, Any]]:
    words = {
        "returned": "Återlämnat",
        "reopened": "Öppnat igen",
        "acknowledged": "Nytt underlag kvitterat",
    }
    done = {"open": "Öppnat", "complete": "Klarmarkerat", "approve": "Godkänt", "agreement": "Underskrivet"}
    kinds = {"done": "done", "returned": "returned", "reopened": "stale", "acknowledged": "active"}
    return [
        {
            "text": done.get(row.gate, row.gate) if row.outcome == "done" else words[row.outcome],
            "who": row.by_name,
            "when": day(row.at),
            "comment": row.comment,
            "kind": kinds[row.outcome],
        }
        for row in reversed(_evidence(here, "processes.Decision"))
    ]


def _notices(here: InStep) -> list[dict[str, Any]]:
    assert here.subject is not None
    found = guard.standing(here.facts, here.step, here.subject)
    notices = []
    if found.stale:
        notices.append(
            {
                "text": "Underlaget har ändrats sedan beslutet. Se vad som ändrats och bekräfta.",
                "url": reverse("processes:confirm", args=[here.round.pk]),
            }
        )
    if found.news:
        notices.append(
            {
                "text": f"Nytt underlag har kommit in sedan beslutet ({len(found.news)}). Ta ställning till det.",
                "url": links.at("acknowledge", here.round.pk, here.step, here.subject.id),
            }
        )
    return notices


def _attachments(here: InStep) -> list[dict[str, Any]]:
    rows = _evidence(here, Attachment._meta.label)
    return [
        {
            "title": row.title or "Utan namn",
            "summary": row.summary,
            "url": row.link or reverse("processes:attachment", args=[here.round.pk, row.id]),
            "who": row.by_name,
            "when": day(row.at),
        }
        for row in rows
    ]


def _attach_url(here: InStep) -> str:
    assert here.subject is not None
    if not policies.can_edit(here.actor, here.step):
        return ""
    return links.at("attach", here.round.pk, here.step, here.subject.id)
