"""A deeper dialogue ordered from the analysis of a problem: about what nobody there can answer (DIA-16)."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from processes import actions, policies
from processes.criteria import documented, is_answer
from processes.pages import analysis, links
from processes.views.here import InStep, enter, once, require, within

from .models import CitizenDialog
from .steps.citizen_dialog import STEP
from .steps.citizen_rules import when_held

LONGEST_TITLE = CitizenDialog._meta.get_field("title").max_length
NOT_ASKED = ("Vem kan åtgärda eller minska det?",)  # for the parties to settle, not for those who live there


def unanswered(here: Any) -> list[str]:
    """The questions about the problem that have no answer and that citizens may know something of."""
    subject = here.subject
    return [
        one["label"]
        for one in analysis.questions(here)["questions"]
        if one["label"] not in NOT_ASKED
        and not (one.get("lines") or is_answer(one.get("answer", "")))
        and not ("name" in one and documented(here.facts, subject, f"problemet.{one['name']}"))
    ]


def deeper(here: Any) -> dict[str, Any] | None:
    """The deeper dialogues of the round with how far each has come, and the way to order one."""
    rows = here.facts.rows("dialogs.CitizenDialog", in_depth=True)
    sees, can = policies.can_see_step(here.actor, STEP), policies.can_edit(here.actor, STEP)
    if not can and not (rows and sees):
        return None
    return {
        "ordered": [
            {
                "title": STEP.title_of(row),
                "meta": when_held(here.facts, row) or "Ingen dag bestämd",
                "url": links.subject_url(here.round.pk, STEP, row.id),
            }
            for row in rows
        ],
        "lacking": unanswered(here) if can else [],
        "order_url": reverse("dialogs:order_dialog", args=[here.round.pk, here.subject.id]) if can else "",
        "idem": uuid.uuid4().hex,
    }


@require_POST
def order(request: HttpRequest, pk: int, subject: int) -> HttpResponse:
    """Begin a deeper dialogue about the problem, with what lacks an answer as its aim."""
    here = enter(request, pk)
    inside = within(here, here.method["problem_analysis"], subject)
    require(policies.can_edit(inside.actor, STEP))

    def act() -> str:
        made = actions.create_subject(by=here.user, round_=here.round, step=STEP, values=_plan(inside))
        messages.success(
            request, "Den fördjupade dialogen är påbörjad. Planera den här: vem ni frågar, hur och när."
        )
        return links.subject_url(here.round.pk, STEP, made.pk)

    return once(request, act)


def _plan(here: InStep) -> dict[str, Any]:
    """What is known of the dialogue when it is ordered."""
    focus = here.method["problem_analysis"].title_of(here.subject) or "problemet"
    lines = [f"– {question}" for question in unanswered(here)]
    aim = "\n".join(
        [
            f"Få veta mer om ”{focus}” av dem som bor och rör sig där.",
            *(["Det vi inte vet än:", *lines] if lines else []),
        ]
    )
    return {"title": f"Fördjupad dialog: {focus}"[:LONGEST_TITLE], "aim": aim, "in_depth": True}
