"""How activities and goals could be said more clearly, seen to what the rest of the row already says."""

from __future__ import annotations

from collections.abc import Iterator

from processes.advice import Advice, Hint
from processes.hints import concrete, smart
from processes.method import Facts, Row
from processes.plan import acceptance

from . import activity_rules as rules

WITHOUT_NUMBER = {"yes_no", "on_demand", "none"}
FREQUENT = {"per_week", "per_month"}
MANY = 12
FEW = Hint(
    "few",
    "Få löften är lättare att hålla",
    f"Det är fler än {MANY} aktiviteter i samma löfte. Medborgarna ska kunna minnas vad ni lovat, och ni ska "
    "hinna med det med dem ni är.",
    "Slå ihop det som hör ihop, eller spara något till nästa period.",
)


def goal(facts: Facts, row: Row) -> Iterator[Hint]:
    """SMART, for a goal (AKT-5)."""
    return smart.hints(row.get("text") or "", set(_said_of_goal(facts, row)))


def _said_of_goal(facts: Facts, row: Row) -> Iterator[str]:
    if row.get("target_value") is not None:
        yield "target"
    if row.get("indicator") or row.get("no_number_reason"):
        yield "indicator"
    # An empty date means the round's end, as the form says.
    if row.get("due_on") or facts.round.period_end:
        yield "due"
    helping = {a.id for a in facts.rows(rules.ACTIVITY) if _helps(facts, a, row)}
    if any(share.activity_id in helping for share in acceptance.awaited(facts)):
        yield "unaccepted"
    aimed = row.get("cause_id") or row.get("focus_area_id")
    if row.get("kind") == "effect" and aimed and facts.rows(rules.ACTIVITY) and not helping:
        yield "unaided"


def _helps(facts: Facts, activity: Row, goal: Row) -> bool:
    """Whether the activity is what the goal rests on: its own, or one aimed where the goal is."""
    if activity.id == goal.get("activity_id"):
        return True
    aims = [activity, *facts.rows(rules.AIM, activity_id=activity.id)]
    if any(aim.goal_id and aim.goal_id == goal.id for aim in aims):
        return True
    if goal.get("cause_id"):
        return any(aim.cause_id == goal["cause_id"] for aim in aims)
    return activity.focus_area_id is not None and activity.focus_area_id == goal.get("focus_area_id")


def activity(facts: Facts, row: Row) -> Iterator[Hint]:
    """What, how much, where, when and who, for an activity as citizens will read it (FAL-11)."""
    yield from concrete.hints(row.get("what") or "", set(_said_of_activity(facts, row)))
    area = [a for a in facts.rows(rules.ACTIVITY) if a.focus_area_id == row.get("focus_area_id")]
    if len(area) > MANY and row.id == area[-1].id:
        yield FEW


def _said_of_activity(facts: Facts, row: Row) -> Iterator[str]:
    kind = row.get("target_kind")
    if row.get("target_value") is not None or kind in WITHOUT_NUMBER:
        yield "target"
    if kind == "on_demand":
        yield "on_demand"
    focus = facts.get("processes.FocusArea", row.get("focus_area_id"))
    if row.get("place") or (focus and focus.place):
        yield "place"
    if row.get("period_start") or row.get("period_end") or kind in FREQUENT:
        yield "time"
    # Who does it is said in rows of their own, once the activity has been saved.
    if not row.id or any(share.party_id for share in facts.rows(rules.PARTY, activity_id=row.id)):
        yield "owner"


GOAL = (Advice("text", smart.KINDS, goal, "ett tydligare mål"),)
ACTIVITY = (Advice("what", (*concrete.KINDS, FEW), activity, "en tydligare rad"),)
