"""What the criteria of the activity plan ask: of activities, their parties, and the goals."""

from processes.criteria import (
    answered,
    at_least,
    each_answered,
    each_row,
    held,
    is_answer,
    row_title,
    shown,
)
from processes.method import SAYS_YES, Facts, Finding, Row
from processes.plan import acceptance
from processes.plan.acceptance import Standing
from processes.plan.goals import without_number

ACTIVITY = "processes.Activity"
PARTY = "processes.ActivityParty"
AIM = "processes.ActivityAim"
GOAL = "processes.Goal"
CAUSE = "processes.Cause"
BASELINE = {
    "indicator": "indikator",
    "baseline_value": "utgångsvärde",
    "baseline_on": "datum för utgångsvärdet",
}
NO_NUMBER = ("on_demand", "none")
WITH_UNIT = ("at_least", "exactly", "per_week", "per_month")
COUNTED = (*WITH_UNIT, "at_most_hours", "hours")


def only_cause(facts: Facts) -> Row | None:
    """The cause there is to aim at, when there is but one."""
    causes = facts.rows(CAUSE)
    return causes[0] if len(causes) == 1 else None


def new_activity(facts: Facts, subject: Row) -> dict:
    """Aimed at the one cause there is."""
    cause = only_cause(facts)
    return {"cause": cause.id if cause else None}


def new_party(facts: Facts, subject: Row) -> dict:
    """Of the first activity that nobody has taken on: the party that entered it."""
    taken = {row.activity_id for row in facts.rows(PARTY)}
    activity = next((row for row in facts.rows(ACTIVITY) if row.id not in taken), None)
    if activity is None:
        return {}
    party = facts.one("processes.Party", organisation_id=activity.entered_by)
    return {"activity": activity.id, "party": party.id if party else None}


def new_goal(facts: Facts, subject: Row) -> dict:
    """Aimed at the one cause there is, and measured now."""
    return {**new_activity(facts, subject), **measured_now(facts, subject)}


def measured_now(facts: Facts, subject: Row) -> dict:
    """What is measured before is measured now."""
    return {"baseline_on": facts.today}


def usual_follow_up(facts: Facts, subject: Row) -> dict:
    """This year's edition of the plan, and the way most follow up."""
    start = facts.round.period_start
    return {
        "plan_edition": f"Polismyndighetens verksamhetsplan {start.year}" if start else "",
        "follow_up_by": "Kommunpolisen och kommunens samordnare"
        if facts.has_municipality
        else "Kommunpolisen",
        "follow_up_how": "Loggen jämförs med målen varje månad; effektmålen mäts när perioden slutar.",
    }


def is_effect(row: Row) -> bool:
    """Whether the goal is about the problem rather than about what an activity yields."""
    return row.kind == "effect"


def planned(facts: Facts, subject: Row):
    """Each activity says what, by whom – taken on – and when; each party's hours are estimated."""
    yield from at_least(1, ACTIVITY, "aktiviteter")(facts, subject)
    yield from each_answered(ACTIVITY, "aktiviteter", "what")(facts, subject)
    for row in facts.rows(ACTIVITY):
        if not any(map(_named, facts.rows(PARTY, activity_id=row.id))):
            yield Finding("ansvariga", f"ingen part är ansvarig för ”{row.what}”", about=row.what)
    yield from each_row(ACTIVITY, "aktiviteter.period_start", _no_period)(facts, subject)
    yield from _not_accepted(facts)
    yield from _hours(facts)


def _named(row: Row) -> bool:
    return row.party_id is not None


def _no_period(facts: Facts, row: Row) -> str:
    start = row.period_start or facts.round.period_start
    end = row.period_end or facts.round.period_end
    if start is None or end is None:
        return "varken aktiviteten eller rundan har en period"
    return f"slutar {end}, före {start}" if end < start else ""


def _not_accepted(facts: Facts):
    """A yes holds as long as what it was given to; each party's own people give it."""
    for row in acceptance.awaited(facts):
        activity = facts.get(ACTIVITY, row.activity_id)
        what = f"”{activity.what if activity else ''}”"
        current = f"{row.party_name} har inte sagt ja till {what}"
        if acceptance.standing(facts, row) is Standing.CHANGED:
            changed = " och ".join(acceptance.changed(facts, row))
            current = f"{row.party_name} sa ja till {what} innan det ändrades: {changed}"
        yield Finding("ataganden", current, row, about=row.party_name, fixers=SAYS_YES[row.party_kind])


def _hours(facts: Facts):
    """One figure per party suffices (AKT-7)."""
    for party_id in dict.fromkeys(row.party_id for row in facts.rows(PARTY) if _named(row)):
        own = facts.rows(PARTY, party_id=party_id)
        if all(row.hours is None for row in own):
            name = own[0].party_name
            yield Finding("ansvariga.hours", f"{name} har inga timmar i planen", own[0], about=name)


def in_order(facts: Facts, subject: Row):
    """Each activity says when its effect is expected; what works in the long run has its place."""
    yield from each_answered(ACTIVITY, "aktiviteter", "horizon")(facts, subject)
    yield from each_answered(ACTIVITY, "aktiviteter", "position", horizon="long_term")(facts, subject)


def clear_goals(facts: Facts, subject: Row):
    """Each activity has a production goal, each chosen focus area an effect goal, all with an end."""
    yield from each_row(ACTIVITY, "aktiviteter.target_kind", _no_production_goal)(facts, subject)
    for focus in facts.rows("processes.FocusArea", becomes_promise=True):
        own = facts.rows(GOAL, focus_area_id=focus.id)
        if not any(is_effect(row) and is_answer(row.text) for row in own):
            yield Finding("mal", f"{focus.title} har inget effektmål", about=focus.title)
    yield from each_answered(GOAL, "mal", "text")(facts, subject)
    if facts.round.period_end is None:
        yield from each_answered(GOAL, "mal", "due_on")(facts, subject)


def _no_production_goal(facts: Facts, row: Row) -> str:
    own = facts.rows(GOAL, kind="production", activity_id=row.id)
    return "" if row.target_kind or own else "ingen nivå att nå"


def measurable(facts: Facts, subject: Row):
    """Each activity is tied to a chosen focus area, and its target to a number – or says why not."""
    areas = {row.id for row in facts.rows("processes.FocusArea", becomes_promise=True)}
    for row in facts.rows(ACTIVITY):
        for name, current in (
            ("focus_area", row.focus_area_id not in areas and "hör inte till något valt fokusområde"),
            ("target_value", row.target_kind in COUNTED and row.target_value is None and "tal saknas"),
            (
                "no_number_reason",
                row.target_kind in NO_NUMBER and not is_answer(row.no_number_reason) and "skäl saknas",
            ),
        ):
            if current:
                yield Finding(f"aktiviteter.{name}", current, row, about=row.what)


def follow_up_planned(facts: Facts, subject: Row):
    """Who, how and when: said once for the plan, or for the goal itself."""
    goals = facts.rows(GOAL)
    for name in ("follow_up_by", "follow_up_how"):
        own = bool(goals) and all(is_answer(goal[name]) for goal in goals)
        if not own and not is_answer(subject[name]):
            yield Finding(f"uppfoljning.{name}", shown(subject[name]))
    if subject.follow_up_on or facts.round.period_end:
        return
    for goal in goals:
        if goal.follow_up_on is None and not is_answer(goal.follow_up_on_demand):
            yield Finding("mal.follow_up_on", shown(None), goal, about=row_title(goal))


def from_the_plan(facts: Facts, subject: Row):
    """The plan names the edition its goals refer to, and each effect goal the goal it serves."""
    yield from answered("uppfoljning.plan_edition")(facts, subject)
    yield from each_answered(GOAL, "mal", "plan_goal", kind="effect")(facts, subject)


def from_the_causes(facts: Facts, subject: Row):
    """Each effect goal is aimed at a cause of its own focus area."""
    for goal in filter(is_effect, facts.rows(GOAL)):
        cause = facts.get(CAUSE, goal.cause_id)
        if cause is None or goal.focus_area_id not in (None, cause.focus_area_id):
            current = "orsaken hör till ett annat fokusområde" if cause else shown(None)
            yield Finding("mal.cause", current, goal, about=row_title(goal))


def aimless(facts: Facts, row: Row) -> str:
    """An activity should be aimed at a cause, or at a side of the triangle."""
    aims = [row, *facts.rows(AIM, activity_id=row.id)]
    return "" if any(aim.cause_id or aim.side for aim in aims) else "varken orsak eller sida"


def baselines(facts: Facts, subject: Row):
    """What each effect goal lacks for its effect to be seen; the first of it is where to begin.

    A goal whose effect shows in no number says why, and how it is noticed instead: that suffices.
    """
    for goal in filter(is_effect, facts.rows(GOAL)):
        if without_number(goal):
            continue
        lacking = [name for name in BASELINE if not is_answer(goal[name])]
        if lacking:
            current = "saknar " + " och ".join(BASELINE[name] for name in lacking)
            yield Finding(f"mal.{lacking[0]}", current, goal, about=row_title(goal))


def how_held(facts: Facts, subject: Row):
    """The staff have met about how to work (HUR)."""
    if not held(facts, "dialogs.HowDialog"):
        yield Finding("decision", "ingen är hållen ännu", step="staff_dialog_how")
