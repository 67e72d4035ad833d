"""Each party's yes to its part of an activity (AKT-1, FAL-8), and whether it still holds. Pure.

A yes carries the terms it was given to, as a decision carries what it rested on: what, where, when, how much,
and how many hours. Are they changed, the yes no longer holds and is asked anew; are they changed back, it does.
"""

from __future__ import annotations

import hashlib
import json
from enum import StrEnum
from typing import Any

from processes.facts import Facts, Row

from .words import iso, number_text

ACTIVITY, PARTY = "processes.Activity", "processes.ActivityParty"
TERMS = {
    "party": "part",
    "what": "vad",
    "place": "plats",
    "from": "start",
    "to": "slut",
    "kind": "hur det mäts",
    "value": "mål",
    "unit": "enhet",
    "counts": "vad som räknas",
    "hours": "timmar",
}


class Standing(StrEnum):
    """Where a party's yes stands."""

    POLICE = "police"
    """The police take on their part when the chief approves the plan."""
    WAITS = "waits"
    CHANGED = "changed"
    ACCEPTED = "accepted"


def terms(facts: Facts, share: Row) -> dict[str, Any]:
    """What a party says yes to, as plain data that means the same in any database."""
    activity = facts.get(ACTIVITY, share.activity_id)
    if activity is None:
        return {}
    return {
        "party": share.party_name,
        "what": activity.what,
        "place": activity.place,
        "from": iso(activity.period_start or facts.round.period_start),
        "to": iso(activity.period_end or facts.round.period_end),
        "kind": activity.target_kind,
        "value": number_text(activity.target_value),
        "unit": activity.target_unit,
        "counts": activity.what_counts,
        "hours": share.hours,
    }


def mark(found: dict[str, Any]) -> str:
    """The terms in short, so that a page can tell which it showed."""
    return hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:16]


def standing(facts: Facts, share: Row) -> Standing:
    """Whether the party has taken on its part as it reads now."""
    if share.party_kind == "police":
        return Standing.POLICE
    if share.accepted_on is None or share.accepted_terms.get("party") != share.party_name:
        return Standing.WAITS  # another party's yes, before the part was handed over, is nobody's now
    return Standing.ACCEPTED if share.accepted_terms == terms(facts, share) else Standing.CHANGED


def changed(facts: Facts, share: Row) -> list[str]:
    """What differs from what the party said yes to, in words."""
    now = terms(facts, share)
    return [word for name, word in TERMS.items() if share.accepted_terms.get(name) != now.get(name)]


def awaited(facts: Facts) -> list[Row]:
    """The parts that lack a yes, of parties that are named."""
    wanted = (Standing.WAITS, Standing.CHANGED)
    return [row for row in facts.rows(PARTY) if row.party_id and standing(facts, row) in wanted]
