"""What each party can do about each focus area, and with how much (GEM-4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.criteria import is_answer
from processes.method import Facts, Row
from processes.pages.links import Ways
from processes.policies import can_write_for
from processes.steps.joint_rules import FOCUS, considered

if TYPE_CHECKING:
    from processes.views.here import InStep

PART = "processes.FocusPart"


def ability(here: InStep) -> dict[str, Any]:
    """For each focus area in play what the parties have written, and all hours added together."""
    areas = sorted(
        filter(considered, here.facts.rows(FOCUS)), key=lambda row: (row.priority or 2**31, row.id)
    )
    return {
        "areas": [_area(here, row) for row in areas],
        "parties": _hours(here.facts, {row.id for row in areas}),
    }


def _area(here: InStep, area: Row) -> dict[str, Any]:
    ways, focus = Ways(here, "mojligheter"), Ways(here, "fokus")
    parts = here.facts.rows(PART, focus_area_id=area.id)
    told = {part.party_id for part in parts}
    hours = [part.hours for part in parts if part.hours is not None]
    return {
        "title": area.title or "Fokusområde utan namn",
        "influence": area.influence,
        "influence_url": focus.edit(area, "influence"),
        "parts": [_part(here, part, ways) for part in parts],
        "hours": sum(hours) if hours else None,
        "missing": [
            {"name": party.name, "url": _add_url(here, ways, area, party)}
            for party in here.facts.rows("processes.Party")
            if party.id not in told
        ],
        "silent": not parts and not is_answer(area.influence),
    }


def _part(here: InStep, part: Row, ways: Ways) -> dict[str, Any]:
    section = here.step.section("mojligheter")
    own = bool(can_write_for(here.actor, section, part.party_organisation_id))
    return {
        "party": part.party_name or "Ingen part vald",
        "can_do": part.can_do,
        "resources": part.resources,
        "hours": part.hours,
        "edit_url": ways.edit(part) if own else "",
        "remove_url": ways.remove(part) if own else "",
    }


def _add_url(here: InStep, ways: Ways, area: Row, party: Row) -> str:
    if not can_write_for(here.actor, here.step.section("mojligheter"), party.organisation_id):
        return ""
    return ways.add(field="can_do", focus_area=area.id, party=party.id)


def _hours(facts: Facts, areas: set[int]) -> list[dict[str, Any]]:
    """Each party's hours in all focus areas, beside what it has set aside for the whole period."""
    found = []
    for party in facts.rows("processes.Party"):
        parts = [row for row in facts.rows(PART, party_id=party.id) if row.focus_area_id in areas]
        hours = sum(row.hours or 0 for row in parts)
        aside = party.hours_set_aside
        if hours or aside is not None:
            over = aside is not None and hours > aside
            found.append({"name": party.name, "hours": hours, "set_aside": aside, "over": over})
    return found
