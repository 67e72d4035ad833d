"""The refusal component's rows (X-2): rule, basis, current value, who mends it, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps

from processes.guard import Gap, Verdict, fixer_titles, those_who_mend
from processes.method import Kind, Panel, Row, Rows, Stage, Step, Strength
from processes.policies import Actor, can_deviate, can_see_step
from processes.writing import Refused

from .links import at, way_to

if TYPE_CHECKING:
    from processes.views.here import Here

NEAREST = 3
STRENGTHS = {
    Strength.MUST: "Måste",
    Strength.SHOULD: "Bör – eller motivera",
    Strength.INVARIANT: "Ordning",
}


def gap_row(gaps: Sequence[Gap], round_id: int, actor: Actor) -> dict[str, Any]:
    """One unmet rule, ready for the template: the first place that mends it, then the others."""
    gap = gaps[0]
    can_fix = actor.has(gap.fixers)
    places = [{"current": _current(g, actor), "url": way_to(g, round_id, actor)} for g in gaps]
    first, *more = places if can_see_step(actor, gap.step) else places[:1]
    return {
        "code": gap.code,
        "strength": gap.strength.value,
        "strength_label": STRENGTHS[gap.strength],
        "message": gap.message,
        "basis": gap.basis,
        "current": f"Nu: {first['current']}" if first["current"] else "",
        "more": more,
        "fixers": fixer_titles(gap),
        "can_fix": can_fix,
        "url": first["url"],
        "link_text": "Rätta det här" if can_fix else "Visa var det rättas",
        "explain_url": _explain_url(gap, round_id, actor),
        "step_title": gap.step.title,
        "stage": gap.step.stage.value,
    }


def _current(gap: Gap, actor: Actor) -> str:
    """What stands there now, told apart from the rule's other places; not what the step hides."""
    if not can_see_step(actor, gap.step):
        return ""
    finding = gap.finding
    about = finding.about if finding.row is not None and ":" not in finding.about else ""
    if not finding.current:
        return about
    return ": ".join(filter(None, (about, field_label(gap.step, finding.anchor), finding.current)))


def field_label(step: Step, anchor: str) -> str:
    """What the field is called in its form; empty for an anchor that is no field."""
    key, _, name = anchor.partition(".")
    section = step.section(key)
    if not name or section is None or isinstance(section, Panel):
        return ""
    model = apps.get_model(section.model if isinstance(section, Rows) else step.record)
    label = str(model._meta.get_field(name).verbose_name).rstrip("?")
    return label[:1].upper() + label[1:]


def _same_rule(gap: Gap) -> tuple[Any, ...]:
    subject = gap.asked_of.id if gap.asked_of is not None else 0
    return gap.code, gap.gate, gap.asked.key, subject, gap.step.key, gap.message, gap.fixers


def _explain_url(gap: Gap, round_id: int, actor: Actor) -> str:
    """Where a "bör" can be explained instead of met."""
    if gap.strength is not Strength.SHOULD or gap.asked_of is None or not can_deviate(actor, gap.asked):
        return ""
    return at("deviate", round_id, gap.asked, gap.asked_of.id, krav=gap.criterion_key)


def refusal(
    verdict: Verdict, round_id: int, actor: Actor, title: str, *, refused: bool = False, lead: str = ""
) -> dict[str, Any] | None:
    """The whole component; none when nothing stands in the way. The nearest three come first:
    those this person can mend, in the method's order."""
    if verdict.ok:
        return None
    rules: dict[tuple[Any, ...], list[Gap]] = {}
    for gap in verdict.gaps:
        rules.setdefault(_same_rule(gap), []).append(gap)
    rows = [gap_row(gaps, round_id, actor) for gaps in rules.values()]
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


def stopped(
    why: Refused, here: Here, url: str = "", step: Step | None = None, subject: Row | None = None
) -> dict[str, Any]:
    """The same component for an act that another rule than the guard's stopped: one rule, with the way on.

    `url` leads to the field when it stands on the very page that shows this. The act was tried in the step
    and on the subject of `here`, unless they are given.
    """
    finding, own = why.finding, step or getattr(here, "step", None)
    step = here.method.by_key.get(finding.step, own)
    assert step is not None, f"nobody knows where {why.rule!r} is mended"
    if finding.subject is not None or step is own:
        subject = finding.subject or subject or getattr(here, "subject", None)
    else:
        subject = None if step.kind is Kind.RECURRING else here.facts.one(step.record)
    fixers = finding.fixers or those_who_mend(step, finding)
    gap = Gap(
        "", Strength.INVARIANT, None, why.rule, why.basis, step, subject, finding, fixers, step, subject
    )
    row = gap_row([gap], here.round.pk, here.actor) | {"strength_label": "Regel"}
    if not finding.anchor:
        row["link_text"] = "Se hur det står till"
    if url:
        row |= {"url": url, "link_text": "Rätta det här", "can_fix": True}
    return {"title": "Det gick inte", "lead": "", "near": [row], "rest": [], "count": 1, "severity": "stop"}
