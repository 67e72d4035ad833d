"""What people have said about a subject, ready for the template."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import guard, policies
from processes.criteria import AUDIENCES
from processes.method import Debt, Ground, How, Row
from processes.models import Attachment, Judgement

from . import links
from .values import Values, day

if TYPE_CHECKING:
    from processes.views.here import InStep


def checklist(here: InStep) -> list[dict[str, Any]]:
    """The points a named person ticks."""
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


def judgements(here: InStep) -> dict[str, Any]:
    """What has been judged, by whom, and what has not."""
    assert here.subject is not None
    rows: list[dict[str, Any]] = []
    for c, about, _ in judged(here):
        made = here.facts.rows(
            "processes.Judgement", criterion=c.key, subject_model=about.model, subject_id=about.id
        )
        last = made[-1] if made else None
        rows.append(
            {
                "question": c.question,
                "of": Values(here.facts).title(about) if c.each else "",
                "answer": last.answer if last else "",
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
        "rows": [row for row in rows if not row["of"]],
        "each": [_of_each(question, own) for question, own in _by_question(rows)],
    }


def _by_question(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The answers to each question that is put of several rows."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["of"]:
            found.setdefault(row["question"], []).append(row)
    return list(found.items())


def _of_each(question: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """One question with all its answers: told in short when all said yes, else unfolded."""
    yes = sum(1 for row in rows if row["answer"] == Judgement.Answer.YES)
    return {
        "question": question,
        "summary": f"Ja för {yes} av {len(rows)}",
        "open": yes < len(rows),
        "rows": rows,
    }


def _evidence(here: InStep, label: str) -> list[Row]:
    assert here.subject is not None
    return here.facts.rows(
        label, subject_model=here.step.record, subject_id=here.subject.id, step=here.step.key
    )


def deviations(here: InStep) -> dict[str, Any]:
    """The reasons given instead of meeting a "bör"."""
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
                "withdraw_url": links.at("withdraw", here.round.pk, here.step, here.subject.id, row.id)
                if can
                else "",
                "idem": uuid.uuid4().hex,
            }
            for row in _evidence(here, "processes.Deviation")
            if not row.withdrawn
        ],
    }


def feedback(here: InStep) -> dict[str, Any] | None:
    """What was told to whom; none when nothing is asked of the step."""
    assert here.subject is not None
    rows = _evidence(here, "processes.Feedback")
    if not here.step.feedback:
        return None
    can = policies.can_edit(here.actor, here.step)
    return {
        "url": links.at("feedback", here.round.pk, here.step, here.subject.id) if can else "",
        "waiting": _waiting(here),
        "rows": [
            {
                "audiences": ", ".join(AUDIENCES[a] for a in row.audiences),
                "when": day(row.given_on) if row.given_on else f"planerad till {day(row.due_on)}",
                "given": row.given_on is not None,
                "channel": row.channel,
                "text": row.text,
                "public": row.public,
                "texts_url": reverse(here.step.feedback_texts, args=[here.round.pk, row.id])
                if here.step.feedback_texts and row.text
                else "",
                "who": row.by_name,
                "url": links.at("edit_feedback", here.round.pk, here.step, here.subject.id, row.id)
                if can
                else "",
            }
            for row in rows
        ],
    }


def _waiting(here: InStep) -> list[str]:
    """Who has not heard back about the subject, and for how long (FAL-6)."""
    owed = list(here.step.debts(here.facts, here.subject))
    return [
        _who_waits(here, [d for d in owed if d.about == it], it)
        for it in dict.fromkeys(d.about for d in owed)
    ]


def _who_waits(here: InStep, owed: list[Debt], about: str) -> str:
    *some, last = [AUDIENCES[debt.audience] for debt in owed]
    who = f"{', '.join(some)} och {last}" if some else last
    days = max((here.facts.today - debt.since).days for debt in owed)
    of_what = f"på att höra om {about}" if about else "på svar"
    return f"Väntar {of_what} sedan {days} {'dag' if days == 1 else 'dagar'}: {who}."


def decisions(here: InStep) -> list[dict[str, Any]]:
    """What has been decided, newest first."""
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


def attachments(here: InStep) -> list[dict[str, Any]]:
    """Files and links."""
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


def attach_url(here: InStep) -> str:
    """Where one is added, for those who may."""
    assert here.subject is not None
    if not policies.has_evidence(here.step) or not policies.can_edit(here.actor, here.step):
        return ""
    return links.at("attach", here.round.pk, here.step, here.subject.id)


def sharing(here: InStep) -> dict[str, Any] | None:
    """What has been handed over of the party's own ground, and the way to do it; none on joint ground."""
    assert here.subject is not None
    if here.step.ground is Ground.JOINT:
        return None
    can = policies.can_share(here.actor, here.step)
    return {
        "alone": "Bara er organisation ser det här."
        if here.step.ground is Ground.OWN
        else "Bara polisen ser det här.",
        "url": links.at("share", here.round.pk, here.step, here.subject.id) if can else "",
        "rows": [
            {
                "text": f"{row.recipient_name}, {day(row.at)}",
                "who": row.by_name,
                "url": reverse("processes:shared_copy", args=[here.round.pk, row.id]),
            }
            for row in reversed(_evidence(here, "processes.Handover"))
        ],
    }
