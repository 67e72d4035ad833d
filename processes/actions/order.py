"""The suggested order of the focus areas, taken over by those who decide (GEM-3)."""

from __future__ import annotations

from processes import guard, policies
from processes.method import Finding, Step
from processes.models import FocusArea, Process, User
from processes.steps.joint_rules import FOCUS, considered
from processes.steps.weighing import priorities, weigh, weights
from processes.writing import ReasonNeeded, Refused, demand, under_lock, write

from .entry import actor_of, facts_of


@under_lock
def use_order(
    *,
    by: User,
    round_: Process,
    step: Step,
    subject_id: int,
    shown: str,
    keep: bool,
    reason: str = "",
) -> list[FocusArea]:
    """Give the focus areas in play the priority that their sums suggest, or with `keep` the blank ones.

    `shown` is the order that the person saw ("7,3,5"); if the sums have changed since, it is refused.
    """
    section = step.section("fokus")
    demand(policies.can_edit(actor_of(by, round_), step, section))
    facts = facts_of(round_)
    subject = facts.get(step.record, subject_id)
    if subject is None:
        raise Refused(
            "Det du vill ordna finns inte längre. Ordna det som står där nu.", Finding("", "borttaget")
        )
    order = weigh(filter(considered, facts.rows(FOCUS)), weights(subject))
    if bare := next((one for one in order if one.total is None), None):
        raise Refused(
            "Alla fokusområden har inte poäng än. Sätt poäng på dem först.",
            Finding(f"fokus.score_{bare.lacking[0]}", "saknar poäng", row=bare.row, about=bare.row.title),
        )
    if shown != ",".join(str(one.row.id) for one in order):
        raise Refused(
            "Poäng eller vikter har ändrats sedan du såg ordningen. Titta en gång till.",
            Finding("ordning.hur", "en annan ordning än den du såg"),
        )
    if guard.asks_reason(facts, step, subject) and not reason.strip():
        raise ReasonNeeded
    wanted = priorities([one.row for one in order], keep=keep)
    changed = []
    for area in FocusArea.objects.filter(pk__in=wanted).order_by("pk"):
        if area.priority != wanted[area.pk]:
            area.priority = wanted[area.pk]
            changed.append(write(area, by=by, round_=round_, reason=reason))
    return changed
