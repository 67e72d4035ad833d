"""The report of a follow-up: promised beside outcome, what it led to, what was learnt (UPP-1, 3–5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from processes.criteria import is_answer
from processes.documents.tree import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    KeyValues,
    Lead,
    Notice,
    PageBreak,
    Paragraph,
    Table,
)
from processes.method import Row
from processes.pages.progress import listed
from processes.plan.words import days_words

from ..models import FollowUp, Observation
from . import blocks, pages, tasks
from .chain import COLUMNS
from .effects import effects
from .results import Line, lines

DRAFT = "Utkast – uppföljningen är inte godkänd"
WIDEST, HIGHEST = 612, 780
"""What a drawing with its heading has room for on a page."""
GOALS = ("goal_safety", "goal_prevention", "goal_participation", "goal_trust")
CHAIN = "Vad som gick åt, vad som gjordes, hur det blev och vad det ledde till."


def document(here: Any) -> Document:
    """What a follow-up says, as far as the reader sees."""
    now, facts, subject = timezone.now(), here.facts, here.subject
    found = lines(facts, subject)
    approved = pages.approved(here)
    return Document(
        title=here.subject_title,
        authors=tuple(row.name for row in facts.rows("processes.Party")),
        created=now,
        modified=now,
        identifier=f"uppfoljning-{subject.id}",
        blocks=(
            *_in_short(here, found, approved),
            Heading("Blev det som lovat?"),
            *blocks.promised(found),
            *blocks.changed(facts, [line.activity.id for line in found]),
            *_resources(here),
            *_performance(here),
            *_led_to(here),
            *_goals(subject),
            *_learnt(found),
            *_chain(here),
        ),
        kicker="Uppföljning av medborgarlöften",
        byline=(f"{here.heading['area']}, {_period(subject)}", here.heading["parties"]),
        description="Uppföljning: lovat bredvid utfall, resurser, prestation och effekt.",
        keywords=("medborgarlöfte", "uppföljning"),
        band="" if approved else DRAFT,
    )


def _period(subject: Row) -> str:
    return days_words(subject.period_start, subject.period_end) or "hela perioden"


def _in_short(here: Any, found: list[Line], approved: str) -> Iterator[Block]:
    titles = [f"”{row.title}”" for row in here.facts.rows("agreements.Promise") if row.title]
    of = f" av {listed(titles, 'och')}" if titles else ""
    counted: dict[str, int] = {}
    for line in found:
        counted[line.state.lower()] = counted.get(line.state.lower(), 0) + 1
    states = listed([f"{number} {state}" for state, number in counted.items()], "och")
    much = "En aktivitet" if len(found) == 1 else f"{len(found)} aktiviteter"
    yield Lead(f"Uppföljning{of} för {_period(here.subject)}. {much}: {states or 'inget ännu'}.")
    if approved:
        yield Paragraph(approved)
    later = [row for row in tasks.waiting(here.facts) if row.id == here.subject.id]
    if later:
        yield Notice("Effekten är inte färdigbedömd", tasks.said(later[0]))


def _resources(here: Any) -> Iterator[Block]:
    rows = tuple(pages.hours_in_words(here))
    if not rows and not is_answer(here.subject.resources_used):
        return
    yield Heading("Det här gick åt")
    if rows:
        yield Table("Timmar", ("Part", "Planerat", "Använt"), rows, widths=(60, 20, 20))
    if is_answer(here.subject.resources_used):
        yield Paragraph(here.subject.resources_used)


def _performance(here: Any) -> Iterator[Block]:
    groups = pages.performance(here)["groups"]
    if not groups:
        return
    yield Heading("Så väl blev det gjort")
    rows = tuple((p.of, p.what, p.said) for group in groups for p in group["points"])
    yield Table("Mål och kvalitetskrav", ("Gäller", "Vad", "Utfall"), rows, widths=(25, 50, 25))
    answers = [(name, here.subject[name]) for name in FollowUp.CHECKS]
    if any(answer for _, answer in answers):
        yield KeyValues(tuple(_asked(name, answer) for name, answer in answers if answer), "Självkontroll")
    if is_answer(here.subject.check_words):
        yield Paragraph(here.subject.check_words)


def _asked(name: str, answer: str) -> tuple[str, str]:
    field = FollowUp._meta.get_field(name)
    return str(field.verbose_name), str(dict(field.flatchoices)[answer])


def _led_to(here: Any) -> Iterator[Block]:
    facts, subject = here.facts, here.subject
    yield Heading("Det här ledde det till")
    measured = list(blocks.before_and_after(effects(facts)))
    yield from measured
    if is_answer(subject.effects):
        yield Paragraph(subject.effects)
    noticed = [
        row for row in facts.rows("agreements.Observation", follow_up_id=subject.id) if is_answer(row.text)
    ]
    if noticed:
        yield Heading("Det som människor har märkt", 3)
        who = dict(Observation.Who.choices)
        yield BulletList(tuple(f"{who.get(row.who, 'Någon')}: {row.text}" for row in noticed))
    if subject.dialog_title:
        yield Paragraph(f"Följdes upp i dialogen ”{subject.dialog_title}”.")
    if not measured and not noticed and not is_answer(subject.effects):
        yield Paragraph("Ingenting är sagt om effekten ännu.")


def _goals(subject: Row) -> Iterator[Block]:
    pairs = tuple(
        (str(FollowUp._meta.get_field(name).verbose_name), subject[name])
        for name in GOALS
        if is_answer(subject[name])
    )
    if pairs:
        yield Heading("Löftets mål")
        yield KeyValues(pairs)


def _learnt(found: list[Line]) -> Iterator[Block]:
    learnt = tuple(
        f"{line.activity.what}: {line.outcome.improve}"
        for line in found
        if line.outcome is not None and is_answer(line.outcome.improve)
    )
    if learnt:
        yield Heading("Det här har vi lärt oss")
        yield BulletList(learnt)


def _chain(here: Any) -> Iterator[Block]:
    found = pages.chain_of(here)
    if not found.rows:
        return
    yield PageBreak()
    yield Heading("Från resurs till effekt")
    drawing = pages.drawn(found)
    if drawing is not None:
        scale = min(1, WIDEST / drawing["width"], HIGHEST / drawing["height"])
        context = {
            "drawing": drawing,
            "width": round(drawing["width"] * scale),
            "height": round(drawing["height"] * scale),
            "key": "kedjan",
            "title": "Från resurs till effekt",
            "text": CHAIN,
        }
        yield Figure(
            render_to_string("drawings/_layered.svg", context), f"{CHAIN} Tabellen nedanför säger samma sak."
        )
    yield Table("Kedjan i ord", COLUMNS, found.rows, widths=(20, 30, 20, 30))
