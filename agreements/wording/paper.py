"""The promise on paper before it is signed: as it stands now, and as a template to write on (BIL-2, LOF-6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from agreements.chain import canonical, sha256
from agreements.content import compose, period_of
from agreements.document import KICKER, document
from processes.documents.tree import (
    Block,
    Document,
    Facts,
    Heading,
    Lines,
    Notice,
    Paragraph,
    Table,
)
from processes.plan.words import days_words

DRAFT_BAND = "UTKAST – inte underskrivet"
ROOMS = 4


def draft(here: Any) -> Document:
    """The promise as it would be signed now, marked as a draft on each page."""
    content = compose(here.method, here.facts, here.subject)
    return document(
        content,
        created=timezone.now(),
        identifier=f"utkast-{here.subject.id}",
        facts=Facts(version="utkast", fingerprint=sha256(canonical(content))),
        band=DRAFT_BAND,
    )


def template(here: Any) -> Document:
    """The layout of a promise with the round's own frames, and room to write the rest by hand."""
    now, facts = timezone.now(), here.facts
    parties = tuple(row.name for row in facts.rows("processes.Party"))
    where = here.subject.place or facts.round.area_name
    return Document(
        title="Mall för medborgarlöfte",
        authors=parties,
        created=now,
        modified=now,
        identifier=f"loftesmall-{here.round.pk}",
        blocks=tuple(_blocks(parties)),
        kind="sheet",
        kicker=KICKER,
        byline=(where, days_words(*period_of(facts, here.subject))),
        description="Löftets delar, med plats att skriva för hand.",
    )


def _blocks(parties: tuple[str, ...]) -> Iterator[Block]:
    yield Notice(
        "Så använder ni mallen", "Skriv kort och så att grannen förstår. Två–tre meningar per del räcker."
    )
    yield Lines("Vad ska löftet heta?", 1)
    yield Lines("Till vem är löftet, och varför ger ni det?", 3, "Börja i det som medborgarna har sagt.")
    yield Heading("Situationen i dag")
    yield Lines("Hur är läget?", 4, "Så att den som inte varit med förstår.")
    yield Lines("Vad fokuserar ni på?", 2)
    yield Lines("Hur kom ni fram till det?", 2, "Vilka dialoger, och hur många som var med.")
    yield Heading("Det här ska vi göra")
    yield Table(
        caption="Få och konkreta aktiviteter",
        columns=("Vad", "Vem", "När", "Hur mycket"),
        rows=(("", "", "", ""),) * ROOMS,
        row_header=False,
        widths=(35, 25, 15, 25),
        room=3,
    )
    yield Heading("Det här ska vi åstadkomma tillsammans")
    yield Lines("Vad ska ha blivit annorlunda, och hur märks det?", 3, "Värdet i dag, och det ni vill nå.")
    yield Heading("Följ med i hur det går")
    yield Lines("Var och hur ofta berättar ni? Vem svarar på frågor?", 2)
    yield Lines("Hur kan medborgarna vara med?", 2)
    yield Heading("Vi som lovar")
    yield Paragraph("Varje part skriver under för sig.")
    yield Table(
        caption="Underskrifter",
        columns=("Organisation", "Namn och titel", "Ort och datum"),
        rows=tuple((name, "", "") for name in parties),
        widths=(35, 40, 25),
        room=2,
    )
