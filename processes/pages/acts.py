"""What can be decided about a subject now, and what calls for it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import guard, policies
from processes.guard import Status
from processes.method import Gate

from . import links

if TYPE_CHECKING:
    from processes.views.here import InStep

LABELS = {
    Gate.OPEN: "Öppna och bjud in",
    Gate.COMPLETE: "Klarmarkera",
    Gate.APPROVE: "Godkänn",
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


def acts(here: InStep, gate: Gate | None, verdict: guard.Verdict | None) -> list[dict[str, Any]]:
    """What this person can do with the subject now."""
    assert here.subject is not None
    args = (here.round.pk, here.step, here.subject.id)
    found = []
    focus = here.request.GET.get(links.FOCUS, "")
    if gate and verdict and policies.can_decide(here.actor, here.step, gate):
        stale = (gate, guard.Side.POLICE) in guard.standing(here.facts, here.step, here.subject).stale
        found.append(
            {
                "key": "beslut",
                "label": "Bekräfta att det fortfarande är rätt"
                if stale
                else here.step.labels.get(gate, LABELS[gate]),
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
        found.append(
            _comment_action(
                "aterlamna", "Återlämna", "Vad behöver ändras?", links.at("send_back", *args), focus
            )
        )
    if (
        here.step.gates
        and status in (Status.DONE, Status.WAITING)
        and policies.can_edit(here.actor, here.step)
    ):
        found.append(
            _comment_action(
                "oppna", "Öppna igen", "Varför öppnar du steget igen?", links.at("reopen", *args), focus
            )
        )
    return found


def _comment_action(key: str, label: str, comment_label: str, url: str, focus: str) -> dict[str, Any]:
    return {
        "key": key,
        "label": label,
        "url": url,
        "primary": False,
        "folded": True,
        "focus": focus == key,
        "comment": True,
        "comment_label": comment_label,
        "idem": uuid.uuid4().hex,
    }


def notices(here: InStep) -> list[dict[str, Any]]:
    """That the work came back, that something has changed or arrived since the decision, or that a reason
    will be asked for."""
    assert here.subject is not None
    found = guard.standing(here.facts, here.step, here.subject)
    rows: list[dict[str, Any]] = []
    if found.returned:
        rows.append({"text": f"{found.returned.by_name} lämnade tillbaka: {found.returned.comment}"})
    if found.stale:
        rows.append(
            {
                "text": "Underlaget har ändrats sedan beslutet. Se vad som ändrats och bekräfta.",
                "url": reverse("processes:confirm", args=[here.round.pk]),
            }
        )
    elif found.news:
        rows.append(
            {
                "text": f"Nytt underlag har kommit in sedan beslutet ({len(found.news)}). Ta ställning till det.",
                "url": links.at("acknowledge", here.round.pk, here.step, here.subject.id)
                if policies.can_edit(here.actor, here.step)
                else "",
            }
        )
    return rows + _noticed(here)


def _noticed(here: InStep) -> list[dict[str, Any]]:
    """What will be asked at a later gate, said already now to whoever can give the reason."""
    assert here.subject is not None
    url = links.at("deviate", here.round.pk, here.step, here.subject.id)
    can = policies.can_deviate(here.actor, here.step)
    return [
        {
            "text": f"{c.notice}: {gap.finding.current}. Skriv varför den gäller ändå, innan löftet skickas.",
            "url": f"{url}?krav={c.key}" if can else "",
        }
        for c, gap in guard.noticed(here.method, here.facts, here.step, here.subject)
    ]
