"""The refusal component's rows (X-2): rule, basis, current value, who mends it, and where."""

from __future__ import annotations

from typing import Any

from processes.guard import Gap, Verdict, fixer_titles
from processes.method import Stage, Strength
from processes.policies import Actor, can_deviate, can_see_step

from .links import at, gap_url, place_url

NEAREST = 3
STRENGTHS = {
    Strength.MUST: "Måste",
    Strength.SHOULD: "Bör – eller motivera",
    Strength.INVARIANT: "Ordning",
}


def gap_row(gap: Gap, round_id: int, actor: Actor) -> dict[str, Any]:
    """One gap, ready for the template."""
    about = f"{gap.finding.about}: " if gap.finding.row is not None and gap.finding.about else ""
    if gap.finding.row is not None and ":" in gap.finding.about:
        about = ""  # a criterion's key is not for reading
    can_fix = actor.has(gap.fixers)
    return {
        "code": gap.code,
        "strength": gap.strength.value,
        "strength_label": STRENGTHS[gap.strength],
        "message": gap.message,
        "basis": gap.basis,
        "current": f"Nu: {about}{gap.finding.current}" if gap.finding.current else "",
        "fixers": fixer_titles(gap),
        "can_fix": can_fix,
        "url": _url(gap, round_id, actor, can_fix),
        "link_text": "Rätta det här" if can_fix else "Visa var det rättas",
        "explain_url": _explain_url(gap, round_id, actor),
        "step_title": gap.step.title,
        "stage": gap.step.stage.value,
    }


def _explain_url(gap: Gap, round_id: int, actor: Actor) -> str:
    """Where a "bör" can be explained instead of met."""
    if gap.strength is not Strength.SHOULD or gap.asked_of is None or not can_deviate(actor, gap.asked):
        return ""
    return at("deviate", round_id, gap.asked, gap.asked_of.id, krav=gap.criterion_key)


def _url(gap: Gap, round_id: int, actor: Actor, can_fix: bool) -> str:
    """To the form for whoever can mend it; for others to the page where it stands, if they see it."""
    if can_fix:
        return gap_url(round_id, gap)
    return place_url(round_id, gap) if can_see_step(actor, gap.step) else ""


def refusal(
    verdict: Verdict, round_id: int, actor: Actor, title: str, *, refused: bool = False, lead: str = ""
) -> dict[str, Any] | None:
    """The whole component; none when nothing stands in the way. The nearest three come first:
    those this person can mend, in the method's order."""
    if verdict.ok:
        return None
    rows = [gap_row(gap, round_id, actor) for gap in verdict.gaps]
    nearest = sorted(rows, key=lambda row: not row["can_fix"])[:NEAREST]
    rest = [row for row in rows if row not in nearest]
    return {
        "title": title,
        "lead": lead,
        "near": nearest,
        "rest": [
            {"stage": stage.value, "gaps": found}
            for stage in Stage
            if (found := [row for row in rest if row["stage"] == stage.value])
        ],
        "count": len(rows),
        "severity": "stop" if refused else "info",
    }
