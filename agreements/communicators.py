"""Support for communicators: advice, a checklist, and what this very round has to go on (BIL-5; KOM-5, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.utils.text import capfirst

from processes import queries, telling
from processes.criteria import is_answer
from processes.documents.tree import (
    Block,
    BulletList,
    Document,
    Heading,
    KeyValues,
    Lead,
    Paragraph,
    Table,
)
from processes.method import Facts, Role
from processes.models import Membership
from processes.pages import communication as pages
from processes.pages.values import day
from processes.papers.communication import framed

from .messages import decided

COMING = 12  # so many dates fit on half a page
LEAD = (
    "Du behövs från början, inte när texten ska ut. Här står vad som brukar göra skillnad, och det som just "
    "den här rundan redan har att gå på."
)
PLAIN = (
    "Skriv som du skulle säga det över en kopp kaffe: korta meningar, vanliga ord, du och vi.",
    "Börja med det läsaren har nytta av. Bakgrunden kan komma sist, eller inte alls.",
    "Säg vad, var, när och vem. ”Ökad närvaro” säger inget; ”två poliser på torget varje fredag” gör det.",
    "Dela upp med rubriker och punkter. Låt en bild eller en karta bära det som är svårt att skriva.",
    "Låt någon ur målgruppen läsa först, och fråga vad den uppfattade. Ändra där ni missförstods.",
    "Fråga vilka språk som talas där ni ska nå fram, och om någon behöver lyssna i stället för att läsa.",
)
HONEST = (
    "Lova inte mer än det som är underskrivet. En stark rubrik blir annars ett löfte till.",
    "Säg också vad ni inte kommer att göra, och varför.",
    "När något inte går: berätta själva, snabbt, med vad ni gör i stället.",
    "Ställ utfallet bredvid det ni lovade. Siffror utan jämförelse väcker fler frågor än de besvarar.",
    "Håll dig till platser, tider och händelser. Peka inte ut personer eller grupper.",
)
WHO_ELSE = (
    "De som svarar i telefon: växel, kontaktcenter, reception och 114 14.",
    "De som möter frågorna på plats: skiftlag, fältgrupp, skolor, vaktmästare och butiker.",
    "De som har ett grannområde, ett tidigare löfte eller ett eget projekt på samma plats.",
    "De som beslutar: nämnd, styrgrupp och ledningsgrupp. De ska inte läsa det i tidningen.",
)


def document(here: Any) -> Document:
    """The whole support, filled in with the round's own."""
    facts = here.facts
    return framed(
        here,
        "Stöd för kommunikatörer",
        "Råd, checklista och det rundan redan har: beslutade ord, kontakter och datum.",
        (
            Lead(LEAD),
            Heading("Checklista"),
            _checklist(here),
            *_messages(here),
            *_contacts(here),
            *_dates(facts),
            Heading("Skriv så att det går att läsa"),
            BulletList(PLAIN),
            Heading("Väck rätt förväntningar och var ärlig"),
            BulletList(HONEST),
            Heading("Vilka mer behöver veta?"),
            BulletList(WHO_ELSE),
        ),
    )


def _checklist(here: Any) -> Table:
    """What is easily forgotten; where the plan already tells, it says what."""
    facts = here.facts
    plan, groups = facts.one(telling.PLAN), facts.rows(telling.GROUP)
    lines = telling.ordered(facts)
    people = communicators(here)
    evaluated = sum(1 for row in lines if telling.state(facts, row) is telling.State.EVALUATED)
    internal = sum(1 for row in lines if row.direction in ("internal", "both"))
    rows = (
        ("Kommunikatörer från alla parter är med från början", ", ".join(m.user.name for m in people)),
        ("Syfte och budskap är bestämda gemensamt", "Ja" if plan and is_answer(plan.message) else ""),
        ("Målgrupperna är utpekade och kända", ", ".join(row.name for row in groups if row.name)),
        ("Medarbetarna får veta före medborgarna", f"{internal} av {len(lines)} rader" if internal else ""),
        ("Texten följer kommunikationspolicyn", pages.yes_or_no(plan.follows_policy) if plan else ""),
        ("Beslutade ord används igen, inte nya", ""),
        ("Någon ur målgruppen har läst före", ""),
        ("Nyckelpersonerna kan svara på frågor samma dag", ""),
        (
            "Varje insats har en rad om hur den gick",
            f"{evaluated} av {len(lines)} rader" if evaluated else "",
        ),
    )
    return Table("Checklista", ("Kom ihåg", "I den här rundan"), rows, widths=(60, 40), room=2)


def _messages(here: Any) -> Iterator[Block]:
    yield Heading("Ord som redan är beslutade")
    found = decided(here.method, here.facts)
    if not found:
        yield Paragraph("Inget är beslutat ännu. Börja med att hjälpa till att skriva planens budskap.")
    for source, messages in groupby(found, key=lambda message: message.source):
        texts = tuple(message.text for message in messages)
        yield Heading(source, 3)
        yield BulletList(texts) if len(texts) > 1 else Paragraph(texts[0])


def communicators(here: Any) -> list[Membership]:
    """The communicators of the parties."""
    organisations = [row.organisation_id for row in here.facts.rows("processes.Party")]
    held = queries.holding(here.round, organisations, (Role.COMMUNICATOR,))
    return list(held.select_related("user", "organisation").order_by("organisation__name", "pk"))


def _contacts(here: Any) -> Iterator[Block]:
    """Whom to ask: key persons, then communicators, then the support team."""
    facts = here.facts
    pairs = [(p["role"], ", ".join(filter(None, (p["name"], p["email"])))) for p in pages.key_persons(here)]
    pairs += [
        (f"Kommunikatör, {held.organisation.name}", f"{held.user.name}, {held.user.email}")
        for held in communicators(here)
    ]
    named = {who.partition(",")[0] for _, who in pairs}
    team = facts.rows("processes.SupportMember")
    pairs += [(row.competence, row.name) for row in team if row.name and row.name not in named]
    yield Heading("Vem du kan fråga")
    if pairs:
        yield KeyValues(tuple((capfirst(role) or "Stödteam", who) for role, who in pairs))
    else:
        yield Paragraph("Ingen är utsedd ännu.")


def _dates(facts: Facts) -> Iterator[Block]:
    """What comes next, of what is to be told and of the meetings it is told about."""
    found = [
        (falls, row.what or "Utan namn", row.responsible)
        for row in telling.ordered(facts)
        if (falls := telling.falls_on(facts, row))
        and telling.state(facts, row) in (telling.State.PLANNED, telling.State.LATE)
    ]
    found += [
        (row.planned_on, f"Medborgardialog: {row.title or 'utan namn'}", "")
        for row in facts.rows("dialogs.CitizenDialog")
        if row.planned_on and not row.held_on
    ]
    yield Heading("Datum att hålla i")
    if found:
        rows = tuple((day(on), what, who) for on, what, who in sorted(found, key=lambda row: row[0])[:COMING])
        yield Table("Datum", ("När", "Vad", "Ansvarig"), rows, widths=(20, 50, 30))
    else:
        yield Paragraph("Inga datum är satta ännu.")
