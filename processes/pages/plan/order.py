"""In what order, what gives most for the work, and when: aids for people's own choice (AKT-3, AKT-7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes import telling
from processes.drawings import gantt
from processes.method import Facts, Row
from processes.models.record import SCALE
from processes.pages import links
from processes.pages.links import Ways
from processes.pages.values import day
from processes.plan import effort, periods
from processes.plan.words import days_words

if TYPE_CHECKING:
    from processes.views.here import InStep

ACTIVITY, PARTY = "processes.Activity", "processes.ActivityParty"
STEPS = dict(SCALE)


def order(here: InStep) -> dict[str, Any]:
    """The phases in order, where the days contradict them, and the grid of effect for effort."""
    facts, ways = here.facts, Ways(here, "aktiviteter")
    breaches = {one.activity.id: one for one in periods.breaches(facts)}
    return {
        "phases": [
            {"title": title, "rows": [_ordered(facts, ways, row, breaches.get(row.id)) for row in rows]}
            for title, rows in periods.phases(facts)
        ],
        "grid": _grid(facts, ways),
        "note": here.subject.note if here.subject else "",
    }


def _ordered(facts: Facts, ways: Ways, row: Row, breach: periods.Breach | None) -> dict[str, Any]:
    before = facts.get(ACTIVITY, row.after_id)
    return {
        "what": row.what or "Utan namn",
        "url": ways.edit(row, "after"),
        "place": row.position,
        "after": before.what if before else "",
        "hint": f"Börjar {day(breach.begins)}, innan ”{breach.before.what}” är klar {day(breach.ends)}."
        if breach
        else "",
    }


def _grid(facts: Facts, ways: Ways) -> dict[str, Any]:
    found = effort.grid(facts)
    return {
        "placed": found.placed,
        "columns": [STEPS[n] for n in effort.STEPS],
        "rows": [
            {
                "title": STEPS[row[0].effect],
                "squares": [
                    {"worth": square.worth, "rows": [_estimated(ways, a) for a in square.activities]}
                    for square in row
                ],
            }
            for row in found.rows
        ],
        "unplaced": [
            {
                "what": a.what,
                "url": ways.edit(a, "expected_effect" if a.expected_effect is None else "effort"),
            }
            for a in found.unplaced
        ],
    }


def _estimated(ways: Ways, row: Row) -> dict[str, Any]:
    return {
        "what": row.what,
        "url": ways.edit(row, "expected_effect"),
        "citizens": bool(row.involves_citizens),
        "society": row.society,
    }


def bars(facts: Facts) -> list[gantt.Bar]:
    """The activities as they are drawn, in the order they are to be done; then what is told meanwhile (KOM-4)."""
    found = [
        gantt.Bar(
            row.id,
            row.what or "Utan namn",
            *periods.period(facts, row),
            who=_who(facts, row),
            after=row.after_id,
            look=row.horizon,
        )
        for row in periods.ordered(facts)
    ]
    return [*found, *_told(facts)] if found else []


def _told(facts: Facts) -> list[gantt.Bar]:
    """The lines of the communication plan that fall on some day. Their keys are none of an activity's."""
    return [
        gantt.Bar(-row.id, row.what or "Utan namn", falls, falls, who=row.responsible, look=gantt.TELL)
        for row in telling.ordered(facts)
        if (falls := telling.falls_on(facts, row))
    ]


def _who(facts: Facts, row: Row) -> str:
    return ", ".join(p.party_name for p in facts.rows(PARTY, activity_id=row.id) if p.party_name)


def time(here: InStep) -> dict[str, Any]:
    """The time plan as a drawing and as a table."""
    found = bars(here.facts)
    titles = {bar.key: bar.title for bar in found}
    plan = here.method["communication"]
    return {
        "plan_url": links.step_url(here.round.pk, plan),
        "svg": gantt.draw(found, uid="tidsplan", today=here.facts.today),
        "rows": [
            {
                "what": bar.title,
                "kind": "Att berätta" if bar.look == gantt.TELL else "Aktivitet",
                "who": bar.who,
                "when": bar.fault or days_words(bar.start, bar.end),
                "after": titles.get(bar.after, ""),
            }
            for bar in found
        ],
    }
