"""The plan at a glance: activities by focus area and by what they are aimed at, beside the problem (FAL-14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.method import Facts, Row
from processes.models import Activity
from processes.models.techniques import TECHNIQUES
from processes.pages.adopting import origins
from processes.pages.links import Ways
from processes.plan import acceptance, goals, periods, problem, techniques
from processes.plan.acceptance import Standing
from processes.plan.words import days_words, target_of, target_words

from .accepting import approved

if TYPE_CHECKING:
    from processes.views.here import InStep

ACTIVITY, PARTY = "processes.Activity", "processes.ActivityParty"
FIRST = 3  # so much of what is known stands open
TECHNIQUE = {code: title for _, own in TECHNIQUES for code, title in own}
SAYS = {
    Standing.POLICE: ("", "waiting"),
    Standing.WAITS: ("väntar på ja", "waiting"),
    Standing.CHANGED: ("ändrat, väntar på nytt ja", "stale"),
    Standing.ACCEPTED: ("har sagt ja", "done"),
}


def panel(here: InStep) -> dict[str, Any]:
    """Every activity where it belongs; what is aimed at nothing, or at no chosen area, comes last."""
    facts = here.facts
    shown = _Shown(here)
    chosen = {row.focus_area_id for row in facts.rows(ACTIVITY)}
    areas = [row for row in facts.rows("processes.FocusArea") if row.becomes_promise or row.id in chosen]
    found = [shown.area(focus.id, focus) for focus in areas]
    if None in chosen:
        found.append(shown.area(None, None))
    return {
        "areas": [area for area in found if area["groups"] or area["untouched"]],
        "any": bool(facts.rows(ACTIVITY)),
        "add_url": shown.ways.add(),
        "add_label": here.step.section("aktiviteter").add_label,
        "add_party_url": shown.parties.add(),
        "add_party_label": here.step.section("ansvariga").add_label,
        "intro": here.step.section("aktiviteter").intro,
    }


class _Shown:
    """The page's rows, with the links of whoever looks."""

    def __init__(self, here: InStep):
        self.facts: Facts = here.facts
        self.ways = Ways(here, "aktiviteter")
        self.parties = Ways(here, "ansvariga")
        self.directions = Ways(here, "riktningar")
        self.came = origins(here, ACTIVITY)
        self.served = goals.served(here.facts)
        self.approved = approved(here) is not None

    def area(self, pk: int | None, focus: Row | None) -> dict[str, Any]:
        """One focus area: what is known of its problem, and its activities."""
        known = problem.known(self.facts, pk)
        groups = [self.group(one) for one in problem.aimed(self.facts, pk)]
        return {
            "title": focus.title if focus else "Hör inte till något fokusområde",
            "place": focus.place if focus else "",
            "known": known[:FIRST],
            "more": known[FIRST:],
            "groups": [group for group in groups if group["activities"] or group["also"]],
            "untouched": [group for group in groups if not (group["activities"] or group["also"])],
        }

    def group(self, aimed: problem.Aimed) -> dict[str, Any]:
        """A cause or a side, its activities, and ideas for more."""
        cause = aimed.cause
        chosen = {"cause": cause.id} if cause else {"side": aimed.side} if aimed.side else {}
        return {
            "kind": "Orsak" if cause else "Sida" if aimed.side else "",
            "title": cause.text
            if cause
            else aimed.side_title or "Inte riktad mot någon orsak eller sida ännu",
            "note": _cause_note(aimed) if cause else "",
            "activities": [self.activity(row) for row in aimed.activities],
            "also": [row.what for row in aimed.also],
            "add_url": self.ways.add(**chosen) if chosen else "",
            "side": aimed.side_title.lower(),
            "ideas": self.ideas(aimed.side, chosen) if self.ways.can_edit else [],
        }

    def ideas(self, side: str, chosen: dict[str, Any]) -> list[dict[str, Any]]:
        """The techniques for a side, each a link to a form where it is already chosen."""
        return [
            {
                "mechanism": mechanism,
                "techniques": [
                    {
                        "title": idea.title,
                        "example": idea.example,
                        "url": self.ways.add("what", **chosen, technique=idea.code),
                    }
                    for idea in own
                ],
            }
            for mechanism, own in techniques.ideas(side)
        ]

    def activity(self, row: Row) -> dict[str, Any]:
        """One activity: what, how much, who, when; and the rest for whoever unfolds it."""
        start, end = periods.period(self.facts, row)
        own = [share for share in self.facts.rows(PARTY, activity_id=row.id) if share.party_id]
        target = target_words(target_of(row))
        counted = row.target_value is not None or row.target_kind in ("", "on_demand", "yes_no", "none")
        return {
            "what": row.what or "Utan namn",
            "edit_url": self.ways.edit(row),
            "target": target if counted else "",
            "target_missing": ""
            if target and counted
            else "Talet saknas"
            if target
            else "Ingen nivå att nå ännu",
            "target_url": self.ways.edit(row, "target_value" if target else "target_kind"),
            "counts": row.what_counts,
            "who": [self.share(share) for share in own],
            "add_party_url": self.parties.add("party", activity=row.id),
            "when": days_words(start, end),
            "where": row.place,
            "goals": [goal.text for goal in self.served.get(row.id, [])],
            "more": self.more(row),
            "add_aim_url": self.directions.add(activity=row.id),
            "remove_url": self.ways.remove(row),
            "origins": self.came.get(row.id, []),
        }

    def share(self, share: Row) -> dict[str, Any]:
        """A responsible party, its hours, and where its yes stands."""
        standing = acceptance.standing(self.facts, share)
        if standing is Standing.POLICE and self.approved:
            standing = Standing.ACCEPTED
        words, status = SAYS[standing]
        return {
            "name": share.party_name,
            "hours": f"{share.hours} timmar" if share.hours else "",
            "says": words,
            "status": status,
            "url": self.parties.edit(share),
        }

    def more(self, row: Row) -> list[dict[str, Any]]:
        """What the card doesn't show at once; only what has been said."""
        before = self.facts.get(ACTIVITY, row.after_id)
        aims = [
            {
                "text": problem.aim_words(self.facts, aim) or _goal_of(self.facts, aim),
                "url": self.directions.edit(aim),
            }
            for aim in self.facts.rows(problem.AIM, activity_id=row.id)
        ]
        ground = dict(Activity.Ground.choices).get(row.ground, "")
        said = [
            ("Bygger på", ": ".join(filter(None, (str(ground), row.ground_reference)))),
            ("Teknik", TECHNIQUE.get(row.technique, "")),
            ("Slag av aktivitet", row.type_title or ""),
            ("Verkan", str(dict(Activity.Horizon.choices).get(row.horizon, ""))),
            ("Görs efter", before.what if before else ""),
            ("Medborgarna är med", {True: "Ja", False: "Nej", None: ""}[row.involves_citizens]),
            ("Nytta och skada för samhället", row.society),
        ]
        found: list[dict[str, Any]] = [{"label": label, "text": text} for label, text in said if text]
        return [{"label": "Riktas också mot", "links": aims}, *found] if aims else found


def _cause_note(aimed: problem.Aimed) -> str:
    cause = aimed.cause
    assert cause is not None
    who = f"kan åtgärdas av {cause.who_can_act}" if cause.who_can_act else ""
    return " · ".join(filter(None, (aimed.side_title, who)))


def _goal_of(facts: Facts, aim: Row) -> str:
    goal = facts.get(goals.GOAL, aim.goal_id)
    return f"målet ”{goal.text}”" if goal else ""
