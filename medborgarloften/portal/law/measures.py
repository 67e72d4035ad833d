"""The municipality's åtgärdsplan (5 §): what it answers for or takes part in.

No hours: the plan of resources is kept by the parties and not published (LOF-8).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.criteria import is_answer
from processes.documents.tree import Block, BulletList, Document, Heading, Lead, Paragraph, Table
from processes.method import Facts, Row
from processes.pages.progress import listed
from processes.pages.values import day
from processes.papers.plan import responsible
from processes.plan import periods
from processes.plan.words import day_words, days_words, number_text, swedish, target_of, target_words

from . import clock
from .duties import Reader
from .paper import lacking, paper, timed


def document(here: Any, reader: Reader) -> Document:
    """The measures by focus area, what they are to lead to, and how they are followed up."""
    facts = here.facts
    plan = facts.one("processes.ActivityPlan")
    decided = plan is not None and plan.decided_on is not None and is_answer(plan.decided_by_body)
    return paper(
        here,
        reader,
        key="atgardsplan",
        title="Åtgärdsplan",
        paragraph="5 §",
        band="" if decided else "Förslag – inte beslutad",
        blocks=(
            *_decision(plan, decided),
            *timed(clock.of_plan(facts)),
            *lacking(reader.plan().lacks),
            *_by_focus(facts, reader),
            *_followed_up(facts, plan),
        ),
    )


def _decision(plan: Row | None, decided: bool) -> Iterator[Block]:
    if plan is not None and decided:
        yield Lead(f"Beslutad av {plan.decided_by_body} {day(plan.decided_on)}.")
    yield Paragraph(
        "Planen innehåller de åtgärder som kommunen ansvarar för eller är med i. Grunden är kommunens lägesbild."
    )


def _by_focus(facts: Facts, reader: Reader) -> Iterator[Block]:
    measures = reader.measures()
    areas = [*facts.rows("processes.FocusArea"), None]
    for area in areas:
        own = [row for row in measures if row.focus_area_id == (area.id if area else None)]
        if not own:
            continue
        yield Heading(area.title if area else "Utan fokusområde")
        if area is not None and is_answer(area.target_picture):
            yield Paragraph(area.target_picture)
        yield Table(
            f"Åtgärder: {area.title if area else 'utan fokusområde'}",
            ("Åtgärd", "Vem", "När", "Hur mycket"),
            tuple(_measure(facts, row) for row in own),
            widths=(40, 20, 20, 20),
        )
        goals = [
            g for g in facts.rows("processes.Goal", kind="effect") if area and g.focus_area_id == area.id
        ]
        if goals:
            yield Heading("Det här ska det leda till", 3)
            yield BulletList(tuple(_goal(goal) for goal in goals))


def _measure(facts: Facts, row: Row) -> tuple[str, str, str, str]:
    what = f"{row.what}, {row.place}" if row.place else row.what
    when = days_words(*periods.period(facts, row))
    return what, listed(responsible(facts, row), "och"), when, target_words(target_of(row))


def _goal(goal: Row) -> str:
    parts = [goal.text.rstrip(".")]
    if goal.indicator and goal.baseline_value is not None:
        since = f" ({day_words(goal.baseline_on.isoformat())})" if goal.baseline_on else ""
        aim = f", målet är {swedish(number_text(goal.target_value))}" if goal.target_value is not None else ""
        parts.append(f"{goal.indicator}: {swedish(number_text(goal.baseline_value))}{since}{aim}")
    return ". ".join(parts) + "."


def _followed_up(facts: Facts, plan: Row | None) -> Iterator[Block]:
    if plan is None:
        return
    yield Heading("Uppföljning")
    on = plan.follow_up_on or facts.round.period_end
    said = [f"Följs upp av: {plan.follow_up_by}." if is_answer(plan.follow_up_by) else ""]
    said.append(f"Så: {plan.follow_up_how.rstrip('.')}." if is_answer(plan.follow_up_how) else "")
    said.append(f"När: {day(on)}." if on else "")
    yield BulletList(tuple(filter(None, said)) or ("Det är inte bestämt hur planen följs upp.",))
