"""The content of an agreement, put together from the round. What it says is written once, elsewhere.

In the round where it was written its two parts are taken from the steps. In a later round they stand as they
were signed: there only decisions, time and signatories are new (OVE-3). The result is plain JSON; it is what
is shown, hashed, signed and embedded in the file.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from agreements.models import DocumentVersion
from agreements.steps.overarching import overarching
from agreements.steps.signed import in_force
from processes.criteria import is_answer
from processes.method import Facts, Method, Row
from processes.plan.words import iso
from processes.steps.joint_rules import chosen
from processes.why import in_short

SCHEMA = "samverkansoverenskommelse/1"
PARTS = ("area", "local_police_area", "parties", "purpose", "steering", "focus_areas")


def first_part(facts: Facts) -> dict[str, Any]:
    """What is written when the cooperation begins, as both that step and the agreement show it (SAM-10)."""
    work = facts.one("processes.Collaboration")
    purpose = work.agreement_purpose if work else ""
    return {
        "purpose": purpose if is_answer(purpose) else "",
        "parties": [
            {"name": row.name, "decided_by": row.decided_by, "decided_on": iso(row.decided_on)}
            for row in facts.rows("processes.Party")
        ],
        "steering": [
            ", ".join(filter(None, (row.name, row.title)))
            for row in facts.rows("processes.SteeringMember")
            if row.name
        ],
    }


def second_part(facts: Facts) -> list[dict[str, str]]:
    """The chosen focus areas, each with målbild, problem and causes (GEM-9, PRB-8)."""
    analyses = {row.focus_area_id: row for row in facts.rows("processes.ProblemAnalysis")}
    return [
        {
            "title": area.title,
            "place": area.place,
            "target_picture": area.target_picture,
            "analysis": in_short(facts, analyses[area.id]) if area.id in analyses else "",
        }
        for area in filter(chosen, facts.rows("processes.FocusArea"))
    ]


def is_written_here(facts: Facts, agreement: Row) -> bool:
    """Whether the round is the one that the agreement was written in."""
    return bool(facts.round.id == agreement.home_id)


def parts(facts: Facts, agreement: Row) -> dict[str, Any]:
    """The agreement's two parts: from the round's steps, or as they were signed in an earlier round."""
    version = None if is_written_here(facts, agreement) else in_force(facts, agreement)
    if version is not None:
        content = DocumentVersion.objects.values_list("content", flat=True).get(pk=version.id)
        signed = json.loads(content)
        return {name: signed[name] for name in PARTS}
    area = facts.round.area_name
    return {
        "area": agreement.area_name or area,
        "local_police_area": area,
        **first_part(facts),
        "focus_areas": second_part(facts),
    }


def period_of(facts: Facts, agreement: Row) -> tuple[date | None, date | None]:
    """From when, and until when; none is until further notice."""
    return agreement.valid_from, None if agreement.until_further_notice else agreement.valid_until


def compose(method: Method, facts: Facts, agreement: Row) -> dict[str, Any]:
    """The content as it would be signed now."""
    start, end = period_of(facts, agreement)
    above = overarching(agreement)
    return {
        "schema": SCHEMA,
        "title": agreement.title,
        "period": {"from": iso(start), "to": iso(end)},
        "under": agreement.under_title or "",
        "above": above.cited() if above else None,
        **parts(facts, agreement),
        "decisions": [
            {"on": iso(row.decided_on), "by": row.decided_by, "text": row.text}
            for row in facts.rows("agreements.FocusDecision", agreement_id=agreement.id)
        ],
        "signatories": [
            {"name": s.name or "", "title": s.title, "organisation": s.party_name or "", "mandate": s.mandate}
            for s in facts.rows("agreements.AgreementSignatory", agreement_id=agreement.id)
        ],
    }
