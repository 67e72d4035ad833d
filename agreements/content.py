"""The content of a promise: the LOF-1 parts, put together from the steps. Pure: facts in, data out.

What other steps already say is taken from them and never typed again. The result is plain JSON;
it is what is shown, hashed, signed, embedded in the PDF and published – and nothing else is.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from processes.method import Facts, Method, Row
from processes.plan.words import iso, number_text, target_of

from .agreement.cited import cited

SCHEMA = "medborgarlofte/1"
GOALS = {
    "serves_safety": "öka tryggheten",
    "serves_prevention": "förebygga brott",
    "serves_participation": "öka medborgarnas delaktighet",
    "serves_trust": "stärka förtroendet för polisen",
}
ARRIVED_BY = ("joint_situation", "problem_analysis")
NO_AGREEMENT = "Löftet bygger inte på någon samverkansöverenskommelse."
FORMS = {
    "open_meeting": "öppet möte",
    "directed_meeting": "riktat möte",
    "survey": "enkät",
    "panel": "medborgarpanel",
    "social_media": "sociala medier",
    "interviews": "intervjuer",
    "focus_group": "fokusgrupp",
    "safety_walk": "trygghetsvandring",
    "observation": "observation",
    "digital": "digital dialog",
}


def focus_of(facts: Facts, promise: Row) -> list[int]:
    """The focus areas of the promise."""
    return [row.focus_area_id for row in facts.rows("agreements.PromiseFocus", promise_id=promise.id)]


def period_of(facts: Facts, promise: Row) -> tuple[date | None, date | None]:
    """The promise's own period; where it says nothing, the round's."""
    return (
        promise.period_start or facts.round.period_start,
        promise.period_end or facts.round.period_end,
    )


def compose(method: Method, facts: Facts, promise: Row) -> dict[str, Any]:
    """The content as it would be signed now."""
    own = facts.narrowed(focus_of(facts, promise), method.parents)
    start, end = period_of(facts, promise)
    return {
        "schema": SCHEMA,
        "title": promise.title,
        "area": promise.place or facts.round.area_name,
        "local_police_area": facts.round.area_name,
        "period": {"from": iso(start), "to": iso(end)},
        "parties": [{"name": p.name, "kind": p.kind} for p in _promising(own, facts, promise)],
        "introduction": promise.introduction,
        "picture": promise.picture,
        "focus_areas": [
            {"title": f.title, "place": f.place, "target_picture": f.target_picture}
            for f in own.rows("processes.FocusArea")
        ],
        "how_arrived": how_arrived(own),
        "activities": [_activity(own, a, start, end) for a in own.rows("processes.Activity")],
        "effects": [_effect(g) for g in own.rows("processes.Goal", kind="effect")],
        "goals": [words for name, words in GOALS.items() if promise[name]],
        "involvement": promise.involvement,
        "follow": promise.follow,
        **(
            {"contact": promise.contact} if promise.contact else {}
        ),  # left blank it is none of what is signed
        "agreement": promise.agreement_title or NO_AGREEMENT,
        "appendix_to": cited(facts, promise.agreement_id, start or facts.today),
        "predecessor": _predecessor(promise),
        "signatories": [
            {"name": s.name or "", "title": s.title, "organisation": s.party_name or "", "mandate": s.mandate}
            for s in facts.rows("agreements.Signatory", promise_id=promise.id)
        ],
    }


def _known_views(facts: Facts) -> dict[int, int]:
    """The dialogues that the joint picture and the analyses knew when decided, and their views then.

    Listening goes on while a promise is being signed. What comes in then is no part of how its
    focus areas were arrived at: it neither slips into the text nor voids anyone's signature.
    """
    known: dict[int, int] = {}
    for row in facts.rows("processes.Decision", outcome="done"):
        if row.step in ARRIVED_BY and facts.get(row.subject_model, row.subject_id):
            for key, values in row.inputs.get("dialogs.CitizenDialog", {}).items():
                if values.get("held_on"):
                    known[int(key)] = values.get("views_total") or 0
    return known


def how_arrived(facts: Facts) -> list[str]:
    """How the focus areas were arrived at, in sentences made from what was held."""
    found = []
    known = _known_views(facts)
    citizens = [d for d in facts.rows("dialogs.CitizenDialog") if d.held_on and d.id in known]
    if citizens:
        reached = sum(d.reached_total or 0 for d in citizens)
        forms = ", ".join(dict.fromkeys(FORMS.get(d.form, "dialog") for d in citizens))
        count = "en medborgardialog" if len(citizens) == 1 else f"{len(citizens)} medborgardialoger"
        people = f" med sammanlagt {reached} deltagare" if reached else ""
        found.append(f"Vi har hållit {count} ({forms}){people}.")
        views = sum(known[d.id] for d in citizens)
        if views:
            came = "En synpunkt" if views == 1 else f"{views} synpunkter"
            found.append(f"{came} kom in och har tagits om hand.")
    staff = [d for d in facts.rows("dialogs.WhatDialog") if d.held_on]
    if staff:
        took_part = sum(d.took_part or 0 for d in staff)
        who = f"{took_part} medarbetare hos polisen" if took_part else "Medarbetare hos polisen"
        found.append(f"{who} har bidragit med sin kunskap om området.")
    if facts.has_municipality:
        found.append(
            "Polisens, kommunens och medborgarnas bilder har vägts samman till en gemensam lägesbild."
        )
    else:
        found.append("Polisens och medborgarnas bilder har vägts samman till en gemensam lägesbild.")
    return found


def _promising(own: Facts, facts: Facts, promise: Row) -> list[Row]:
    """The parties that sign the promise or do something of it; until any of them is named, all.
    The authorities come first."""
    part = {s.party_id for s in facts.rows("agreements.Signatory", promise_id=promise.id)}
    part |= {p.party_id for p in own.rows("processes.ActivityParty")}
    order = ["police", "municipality", "partner"]
    parties = sorted(facts.rows("processes.Party"), key=lambda party: order.index(party.kind))
    return [p for p in parties if p.id in part] or parties


def _activity(facts: Facts, a: Row, start: date | None, end: date | None) -> dict[str, Any]:
    return {
        "what": a.what,
        "where": a.place,
        "from": iso(a.period_start or start),
        "to": iso(a.period_end or end),
        "who": [
            p.party_name for p in facts.rows("processes.ActivityParty", activity_id=a.id) if p.party_name
        ],
        "target": target_of(a),
    }


def _predecessor(promise: Row) -> dict[str, Any] | None:
    """The promise that this one follows on: its name, its period, and its number, by which it is found (FAL-10)."""
    if promise.predecessor_id is None:
        return None
    return {
        "promise": promise.predecessor_id,
        "title": promise.predecessor_title,
        "period": {"from": promise.predecessor_start or "", "to": promise.predecessor_end or ""},
    }


def _effect(goal: Row) -> dict[str, Any]:
    return {
        "text": goal.text,
        "indicator": goal.indicator,
        "unit": goal.unit,
        "baseline": number_text(goal.baseline_value),
        "baseline_on": iso(goal.baseline_on),
        "target": number_text(goal.target_value),
        "due": iso(goal.due_on),
    }
