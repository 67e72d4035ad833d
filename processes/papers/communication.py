"""The communication plan and its activities on paper: working material, kept by the parties (BIL-3, 4; KOM-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone

from processes import telling
from processes.criteria import is_answer
from processes.documents.tree import Block, Document, Heading, KeyValues, Lead, Notice, Paragraph, Table
from processes.method import Facts, Row
from processes.pages import communication as pages
from processes.papers.plan import BAND

if TYPE_CHECKING:
    from processes.views.here import InStep

NOTHING = "Inget skrivet ännu."
KEPT = "Planen är arbetsmaterial. Den förvaras hos parterna och publiceras inte."


def plan(here: InStep) -> Document:
    """The plan in its eight steps, the activities in their place among them."""
    assert here.subject is not None
    facts, record = here.facts, here.subject
    return framed(
        here,
        "Kommunikationsplan",
        "Syfte, målgrupper, mål, budskap, aktiviteter, paketering, genomförande och uppföljning.",
        (
            Lead(KEPT),
            *_step(1, "Syfte", record.purpose),
            Heading("2. Målgrupp"),
            *_groups(facts),
            Heading("3. Kommunikationsmål"),
            *_goals(facts),
            *_step(4, "Budskap", record.message),
            Heading("5. Aktivitetsplan"),
            *table(facts),
            *_step(6, "Paketera och presentera", record.packaging),
            *_step(7, "Genomförande", record.carrying_out),
            Heading("Så är alla med", 3),
            Paragraph(_or_nothing(record.participation)),
            KeyValues(
                (
                    ("Följer kommunikationspolicyn", pages.yes_or_no(record.follows_policy)),
                    *((p["role"], f"{p['name']}, {p['party']}") for p in pages.key_persons(here)),
                )
            ),
            *_step(8, "Följ upp och utvärdera", record.evaluation),
            *_looked_back(facts),
        ),
    )


def activities(here: InStep) -> Document:
    """The activities alone, in the order in which people are told."""
    facts = here.facts
    late = [row for row in telling.ordered(facts) if telling.state(facts, row) is telling.State.LATE]
    waiting = tuple(f"{row.what or 'Utan namn'}: {pages.when(facts, row)}" for row in late)
    return framed(
        here,
        "Aktivitetsplan för kommunikation",
        "Vad som berättas för vem, när, hur och av vem, och hur det gick.",
        (
            Lead(KEPT),
            *([Notice("Skulle ha varit gjort", "\n\n".join(waiting))] if waiting else []),
            Heading("Aktiviteter"),
            *table(facts),
            *_looked_back(facts),
        ),
    )


def framed(here: InStep, title: str, description: str, blocks: tuple[Block, ...]) -> Document:
    """A paper about the round, marked as what it is."""
    heading, now = here.heading, timezone.now()
    return Document(
        title=title,
        authors=tuple(row.name for row in here.facts.rows("processes.Party")),
        created=now,
        modified=now,
        identifier=f"kommunikation-{here.round.pk}-{title.lower().replace(' ', '-')}",
        blocks=blocks,
        kicker=heading["title"],
        byline=(f"{heading['area']}, {heading['period']}", heading["parties"]),
        description=description,
        band=BAND,
    )


def _step(number: int, title: str, text: str) -> Iterator[Block]:
    yield Heading(f"{number}. {title}")
    yield Paragraph(_or_nothing(text))


def _or_nothing(text: str) -> str:
    return text if is_answer(text) else NOTHING


def _groups(facts: Facts) -> Iterator[Block]:
    rows = tuple((row.name or "Utan namn", row.description) for row in facts.rows(telling.GROUP))
    if rows:
        yield Table("Målgrupper", ("Målgrupp", "Vad ni vet om dem"), rows, widths=(35, 65))
    else:
        yield Paragraph(NOTHING)


def _goals(facts: Facts) -> Iterator[Block]:
    rows = tuple(
        (row.name or "Utan namn", row.goal_label or "", row.know, row.feel, row.do)
        for row in facts.rows(telling.GROUP)
        if row.goal_label or any(map(is_answer, (row.know, row.feel, row.do)))
    )
    if rows:
        columns = ("Målgrupp", "Så långt", "Veta", "Känna", "Göra")
        yield Table("Kommunikationsmål", columns, rows, widths=(25, 15, 20, 20, 20))
    else:
        yield Paragraph(NOTHING)


def table(facts: Facts) -> Iterator[Block]:
    """Every line: when and in what order, what, to whom, how, by whom, and where it stands."""
    rows = tuple(_line(facts, row) for row in telling.ordered(facts))
    if rows:
        columns = ("Vad ni berättar", "När", "Till vem", "Hur", "Ansvarig och läge")
        yield Table("Kommunikationsaktiviteter", columns, rows, widths=(20, 20, 20, 20, 20))
    else:
        yield Paragraph("Inga aktiviteter är planerade ännu.")


def _line(facts: Facts, row: Row) -> tuple[str, ...]:
    shown = pages.shown(facts, row)
    order = f"Ordning: {row.position}" if row.position else ""
    goal = f"Mål: {shown['level']}" if shown["level"] else ""
    return (
        shown["what"],
        "\n".join(filter(None, (shown["occasion"], shown["when"], order))),
        "\n".join(filter(None, (shown["to"], shown["direction"], goal))),
        row.channel,
        "\n".join(filter(None, (row.responsible, f"Läge: {shown['state'].lower()}"))),
    )


def _looked_back(facts: Facts) -> Iterator[Block]:
    """How each line is followed up, and what came of it (KOM-8)."""
    rows = tuple(
        (row.what or "Utan namn", row.evaluate_how, row.evaluation or row.not_done_reason)
        for row in telling.ordered(facts)
        if any(map(is_answer, (row.evaluate_how, row.evaluation, row.not_done_reason)))
    )
    if rows:
        yield Heading("Uppföljning av varje aktivitet", 3)
        columns = ("Aktivitet", "Så tar ni reda på om det nådde fram", "Så gick det")
        yield Table("Uppföljning", columns, rows, widths=(30, 35, 35))
