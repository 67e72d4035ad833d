"""What the staff dialogues show: what each group came to, what HUR starts from, and who waits to hear."""

from __future__ import annotations

import uuid
from typing import Any

from django.urls import reverse

from processes import policies
from processes.criteria import is_answer
from processes.method import Row
from processes.pages import links
from processes.pages.links import Ways
from processes.pages.values import day

from ..models import HowProposal, Proposal
from ..steps.staff import GROUP, members
from .fates import RESULTS, WHAT, Fate, fate, held, of_dialog, untold

KINDS = {"dialogs.Proposal": Proposal.Kind, "dialogs.HowProposal": HowProposal.Kind}
NEAR = "near"


def results(here: Any) -> dict[str, Any]:
    """Everything the group came to, by the work it came of; each with what became of it."""
    ways = Ways(here, "resultat")
    rows = of_dialog(here.facts, here.subject)
    shown = [_result(here, ways, row) for row in rows]
    kinds = KINDS[RESULTS[here.step.record]]
    titles = [*kinds.choices, ("", "Övrigt")]
    return {
        "kinds": [
            {"title": label, "rows": own}
            for kind, label in titles
            if (own := [one for one in shown if one["kind"] == kind])
        ],
        "total": len(shown),
        "answered": sum(not one["open"] for one in shown),
        "held": here.subject.held_on is not None,
        "add_url": ways.add(),
    }


def _result(here: Any, ways: Ways, row: Row) -> dict[str, Any]:
    focus = here.facts.get("processes.FocusArea", row.get("focus_area_id"))
    one = fate(here.facts, row)
    return _fate(here, one) | {
        "id": row.id,
        "kind": row.kind,
        "focus": focus.title if focus else "",
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
        "answer_url": _answer_url(here, row) if ways.can_edit and not one.adopted else "",
    }


def _answer_url(here: Any, row: Row) -> str:
    step = next(step for step in here.method if step.record in RESULTS and RESULTS[step.record] == row.model)
    return reverse("dialogs:answer", args=[here.round.pk, step.slug, row.dialog_id, row.id])


def _fate(here: Any, one: Fate) -> dict[str, Any]:
    """A result and its fate, with the way to what it became."""
    return {
        "text": one.result.text,
        "open": one.open,
        "adopted": one.adopted,
        "reason": one.reason,
        "became": f"{one.kind}{f' ”{one.title}”' if one.title else ''}",
        "url": links.row_url(here, one.result.adopted_model, one.result.adopted_id) if one.adopted else "",
    }


# --- What HUR starts from ---


def material(here: Any) -> dict[str, Any]:
    """What VAD gave, the joint picture, the focus areas and their problems: each with the way there."""
    facts = here.facts
    return {
        "what": [_heard(here, dialog) for dialog in held(facts, WHAT)],
        "problems": [
            {"title": row.title, "citizens": row.citizen_view.strip()}
            for row in facts.rows("processes.Problem")
            if is_answer(row.title)
        ],
        "areas": [_area(here, row) for row in _chosen(here)],
        "joint_url": links.step_url(here.round.pk, here.method["joint_situation"]),
    }


def _heard(here: Any, dialog: Row) -> dict[str, Any]:
    step = here.method["staff_dialog_what"]
    rows = [_fate(here, fate(here.facts, row)) for row in of_dialog(here.facts, dialog)]
    return {
        "group": step.title_of(dialog),
        "when": day(dialog.held_on),
        "url": links.subject_url(here.round.pk, step, dialog.id),
        "rows": rows,
    }


def _chosen(here: Any) -> list[Row]:
    rows = here.facts.rows("processes.FocusArea", becomes_promise=True)
    return sorted(rows, key=lambda row: (row.priority is None, row.priority or 0, row.id))


def _area(here: Any, area: Row) -> dict[str, Any]:
    facts = here.facts
    analysis = facts.one("processes.ProblemAnalysis", focus_area_id=area.id)
    step = here.method["problem_analysis"]
    causes = facts.rows("processes.Cause", analysis_id=analysis.id) if analysis else []
    return {
        "title": area.title or "Fokusområde utan namn",
        "picture": area.target_picture.strip(),
        "what": " ".join(filter(is_answer, (analysis.what, analysis.where, analysis.when)))
        if analysis
        else "",
        "causes": [row.text for row in causes if row.horizon == NEAR and is_answer(row.text)],
        "url": links.subject_url(here.round.pk, step, analysis.id) if analysis else "",
    }


# --- The list of the groups ---


def beneath(here: Any) -> dict[str, Any]:
    """Who waits to hear what came of it, told with one press for all; and the groups that go on (MED-12)."""
    can = bool(policies.can_edit(here.actor, here.step))
    args = [here.round.pk, here.step.slug]
    waiting = [
        {
            "group": here.step.title_of(row),
            "days": (here.facts.today - row.held_on).days,
            "url": links.subject_url(here.round.pk, here.step, row.id),
            "open": sum(fate(here.facts, one).open for one in of_dialog(here.facts, row)),
        }
        for row in untold(here.facts, here.step.record)
    ]
    groups = [_group(here, row, can) for row in here.facts.rows(GROUP) if is_answer(row.name)]
    if not waiting and not groups and not can:
        return {}
    return {
        "appoint_url": reverse("dialogs:appoint_group", args=args) if can and not groups else "",
        "waiting": waiting,
        "told_url": reverse("dialogs:told", args=args) if can and waiting else "",
        "today": here.facts.today.isoformat(),
        "groups": groups,
        "idem": uuid.uuid4().hex,
    }


def _group(here: Any, row: Row, can: bool) -> dict[str, Any]:
    url = reverse("dialogs:begin_with_group", args=[here.round.pk, here.step.slug, row.id])
    return {
        "name": row.name,
        "members": members(row),
        "rhythm": row.rhythm,
        "manager": row.manager_name or "",
        "begin_url": url if can else "",
        "idem": uuid.uuid4().hex,
    }


# --- Beside the analysis ---


def described(here: Any) -> dict[str, Any] | None:
    """How the staff describe the problem that is analysed; and what they said that belongs to none yet."""
    facts, subject = here.facts, here.subject
    focus = facts.get("processes.FocusArea", subject.focus_area_id)
    own = {
        (subject.model, subject.id),
        ("processes.FocusArea", subject.focus_area_id),
        ("processes.Problem", focus.problem_id if focus else None),
    }
    sees = bool(policies.can_see_step(here.actor, here.method["staff_dialog_what"]))
    can = sees and bool(policies.can_edit(here.actor, here.step))
    rows = [row for row in facts.rows("dialogs.Proposal", kind="problem") if is_answer(row.text)]
    told = [row for row in rows if (row.adopted_model, row.adopted_id) in own] if sees else []
    free = [row for row in rows if fate(facts, row).open] if can else []
    if not told and not free:
        return None
    return {
        "told": [_described(here, row) for row in told],
        "free": [
            _described(here, row)
            | {
                "url": reverse("dialogs:tie", args=[here.round.pk, subject.id, row.id]),
                "idem": uuid.uuid4().hex,
            }
            for row in free
        ],
    }


def _described(here: Any, row: Row) -> dict[str, Any]:
    dialog = here.facts.get(WHAT, row.dialog_id)
    return {"text": row.text, "group": here.method["staff_dialog_what"].title_of(dialog)}
