"""The communication plan as a page: the lines first, and all of its eight steps for whoever wants them (KOM-1, 2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes import telling
from processes.criteria import is_answer
from processes.method import Facts, Role, Row, Rows
from processes.models import CommunicationActivity, User
from processes.pages.links import Ways
from processes.pages.values import Values, day, plain, short
from processes.telling import GROUP, LINE

if TYPE_CHECKING:
    from processes.views.here import Here, InStep

# What somebody has to say of a line in that state, as the field it is said in.
LACKS = {telling.State.LATE: "done_on", telling.State.DONE: "evaluation"}


def lines(here: InStep) -> dict[str, Any]:
    """Every line of the plan with its state, in the order in which people are told."""
    ways, part = Ways(here, "aktiviteter"), here.step.section("aktiviteter")
    assert isinstance(part, Rows)
    rows = [shown(here.facts, row, ways) for row in telling.ordered(here.facts)]
    return {
        "rows": rows,
        "intro": part.intro if len(rows) <= len(part.prefilled) else "",
        "add_url": ways.add(),
        "add_label": part.add_label,
        "key_persons": key_persons(here),
    }


def shown(facts: Facts, row: Row, ways: Ways | None = None) -> dict[str, Any]:
    """One line: when, what, to whom, how, by whom, and where it stands."""
    values, state = Values(facts), telling.state(facts, row)
    lacks = LACKS.get(state, "")
    found = telling.occasion(row)
    return {
        "id": row.id,
        "occasion": found[1].title if found else "Annat tillfälle",
        "step": found[0].title if found else "",
        "what": row.what or "Utan namn",
        "to": telling.group_name(facts, row),
        "direction": values.show(CommunicationActivity, "direction", row),
        "channel": row.channel,
        "when": when(facts, row),
        "order": row.position,
        "responsible": row.responsible,
        "level": level(facts, row),
        "state": state.words,
        "status": state.status,
        "how": row.evaluate_how,
        "evaluation": row.evaluation,
        "reason": row.not_done_reason,
        "edit_url": ways.edit(row) if ways else "",
        "lacks": lacks,
        "done_url": ways.edit(row, lacks) if ways and lacks else "",
        "done_label": "Skriv hur det gick" if state is telling.State.DONE else "Säg om den blev gjord",
        "remove_url": ways.remove(row) if ways else "",
    }


def when(facts: Facts, row: Row) -> str:
    """The day, or what is said instead of one, with the day the occasion falls on."""
    if row.done_on:
        return day(row.done_on)
    if row.planned_on:
        return " – ".join(
            filter(None, (day(row.planned_on), f"{row.frequency[:1].lower()}{row.frequency[1:]}"))
        )
    falls = telling.falls_on(facts, row)
    return " – ".join(filter(None, (row.frequency, f"omkring {day(falls)}" if falls else "")))


def level(facts: Facts, row: Row) -> str:
    """How far up the ladder the line is to reach: its own step, else its group's."""
    group = facts.get(GROUP, row.target_group_id)
    return row.level_label or (group.goal_label if group else "") or ""


def key_persons(here: Here) -> list[dict[str, str]]:
    """Those whom people turn to, by name."""
    found = telling.key_persons(here.facts)
    users = User.objects.in_bulk([p.user_id for p in found])
    return [
        {"name": user.name, "email": user.email, "role": p.role, "party": p.party}
        for p in found
        if (user := users.get(p.user_id))
    ]


def yes_or_no(value: bool | None) -> str:
    """Yes, no, or that nobody has said."""
    return "Inte besvarat" if value is None else plain(value)


def eight_steps(here: InStep) -> dict[str, Any]:
    """The eight steps of planning, each with what the plan says of it and where that is written."""
    assert here.subject is not None
    facts, plan = here.facts, here.subject
    syfte, rest = Ways(here, "syfte"), Ways(here, "resten")
    groups, rows = Ways(here, "malgrupper"), facts.rows(GROUP)
    first = rows[0] if rows else None
    goal_url = groups.edit(first, "know") if first else groups.add("name")
    planned = facts.rows(LINE)
    evaluated = sum(1 for row in planned if telling.state(facts, row) is telling.State.EVALUATED)
    steps = [
        ("Syfte", "Bakgrund, och varför någon ska lyssna på er.", _said(plan.purpose), syfte.form("purpose")),
        (
            "Målgrupp",
            "De viktigaste att nå, och vad ni vet om dem.",
            [_group(row) for row in rows],
            groups.add("name"),
        ),
        (
            "Kommunikationsmål",
            "Vad de ska tänka, känna och göra efteråt.",
            [goal for row in rows if (goal := _goal(row))],
            goal_url,
        ),
        ("Budskap", "Börja i nyttan för dem ni talar till.", _said(plan.message), syfte.form("message")),
        (
            "Aktivitetsplan",
            "När, hur, hur ofta och av vem. Raderna ovan.",
            [f"{len(planned)} {'rad' if len(planned) == 1 else 'rader'} i planen"] if planned else [],
            Ways(here, "aktiviteter").add(),
        ),
        (
            "Paketera och presentera",
            "Bilder, korta stycken, och någon ur målgruppen som läser först.",
            _said(plan.packaging),
            rest.form("packaging"),
        ),
        (
            "Genomförande",
            "Håll er till planen, håll ut, och tänk om när det behövs.",
            _said(plan.carrying_out),
            rest.form("carrying_out"),
        ),
        (
            "Följ upp och utvärdera",
            "Fråga några ur målgruppen vad de uppfattade.",
            [
                *_said(plan.evaluation),
                *([f"{evaluated} av {len(planned)} rader uppföljda"] if evaluated else []),
            ],
            rest.form("evaluation"),
        ),
    ]
    return {
        "steps": [
            {"title": title, "help": about, "said": said, "url": url} for title, about, said, url in steps
        ],
        "said": sum(1 for _, _, said, _ in steps if said),
        "open": Role.COMMUNICATOR in here.actor.roles,
    }


def _said(text: str) -> list[str]:
    return [text] if is_answer(text) else []


def _group(row: Row) -> str:
    return ": ".join(filter(None, (row.name or "Utan namn", row.description)))


def _goal(row: Row) -> str:
    ladder = row.goal_label or ""
    said = [text for text in (row.know, row.feel, row.do) if is_answer(text)]
    return (
        short(f"{row.name or 'Utan namn'}: {'; '.join(filter(None, (ladder, *said)))}")
        if ladder or said
        else ""
    )
