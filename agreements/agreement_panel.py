"""What the agreement says without anyone writing it again: purpose, focus areas, problems and causes (GEM-9, PRB-8)."""

from __future__ import annotations

from typing import Any

from processes.criteria import is_answer
from processes.pages import links
from processes.pages.values import day
from processes.steps.joint_rules import chosen
from processes.why import in_short


def panel(here: Any) -> dict[str, Any]:
    """Part 1 from the start of the cooperation; part 2 from the joint picture and the analyses (OVE-1)."""
    facts, method = here.facts, here.method
    analyses = {row.focus_area_id: row for row in facts.rows("processes.ProblemAnalysis")}
    return {
        "first": first_part(here),
        "areas": [
            {
                "title": area.title,
                "place": area.place,
                "target_picture": area.target_picture,
                "analysis": in_short(facts, analyses[area.id]) if area.id in analyses else "",
                "url": links.subject_url(here.round.pk, method["problem_analysis"], analyses[area.id].id)
                if area.id in analyses
                else links.step_url(here.round.pk, method["joint_situation"]),
            }
            for area in filter(chosen, facts.rows("processes.FocusArea"))
        ],
        "joint_url": links.step_url(here.round.pk, method["joint_situation"]),
    }


def first_part(here: Any) -> dict[str, Any]:
    """What is written when the cooperation begins, as both that step and the agreement show it (SAM-10)."""
    facts, step = here.facts, here.method["collaboration"]
    work = facts.one("processes.Collaboration")
    purpose = work.agreement_purpose if work else ""
    steering = [
        ", ".join(filter(None, (row.name, row.title)))
        for row in facts.rows("processes.SteeringMember")
        if row.name
    ]
    return {
        "purpose": purpose if is_answer(purpose) else "",
        "purpose_url": links.step_url(here.round.pk, step),
        "parties": [
            {
                "name": row.name,
                "decided": f"{row.decided_by}, {day(row.decided_on)}" if row.decided_on else "",
            }
            for row in facts.rows("processes.Party")
        ],
        "steering": steering,
    }
