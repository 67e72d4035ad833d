"""Sheets for the group works of VAD and HUR, to print and write on (BIL-6, BIL-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.documents.tree import Block, Document, Heading, Lines, PageBreak, Paragraph, Table
from processes.papers.sheets import WHO, document

from . import pages
from .what_meeting import KINDS, working

MOST, FEW = 8, 4


def what(here: Any) -> Document:
    """A sheet for each of the four group works."""
    return document(here, here.step.title, here.subject.group or here.heading["title"], _what(here))


def _what(here: Any) -> Iterator[Block]:
    yield Lines(WHO, 1)
    yield Heading("Den lokala lägesbilden")
    picture = working(here)
    for kind, title in KINDS:
        known = tuple((short, "", "") for short, _, _ in picture.told(kind)[:MOST])
        if known:
            columns = (title, "Stämmer?", "Så ser vi det")
            yield Table(title, columns, known, widths=(40, 15, 45), room=2)
    lines = 6 if any(map(picture.told, dict(KINDS))) else 15
    yield Lines("Det här vet vi, men det står inte där", lines, "Var, när och vilka? Inga namn på enskilda.")
    yield PageBreak()
    yield Heading("Fokusområden")
    yield Paragraph("En plats, en sorts brott eller störning, eller en grupp. Få är bättre än många.")
    blank = (("", ""),) * 3
    yield Table(
        "Våra förslag",
        ("Fokusområde", "Vad skulle märkas för dem som bor här?"),
        blank,
        widths=(40, 60),
        room=4,
    )
    yield Heading("Prioritera")
    yield Table("Vår ordning", ("Viktigast är", "Därför att"), blank, widths=(40, 60), room=3)
    yield PageBreak()
    yield Heading("Problem och orsaker")
    yield Lines("Vad händer, var och när?", 3)
    yield Lines("Vilka orsakar det, och vilka drabbas?", 2, "Grupper och roller, aldrig enskilda.")
    yield Lines("Varför händer det?", 3)
    yield Lines("Varför är det så?", 3)
    yield Lines("Vad av det kan vi påverka, och vem mer kan göra det?", 3)


def how(here: Any) -> Document:
    """A sheet for each focus area, and one for the order."""
    return document(here, here.step.title, here.subject.group or here.heading["title"], _how(here))


def _how(here: Any) -> Iterator[Block]:
    areas = pages.material(here)["areas"] or [{"title": "", "picture": "", "causes": []}]
    yield Lines(WHO, 1)
    for number, area in enumerate(areas):
        if number:
            yield PageBreak()
        yield Heading(f"Fokusområde: {area['title']}" if area["title"] else "Fokusområde:")
        if area["picture"]:
            yield Paragraph(f"Hit vill vi: {area['picture']}")
        if area["causes"]:
            yield Paragraph(f"Går att påverka nu: {'; '.join(area['causes'][:FEW])}")
        columns = ("Så vill vi arbeta", "Var, när och hur ofta?", "Med vem?")
        yield Table("Arbetssätt", columns, (("", "", ""),) * 4, widths=(45, 35, 20), room=3)
        yield Lines("Det här gör vi redan, och det fungerar", 2)
    yield PageBreak()
    yield Heading("Prioritera aktiviteter")
    columns = ("Aktivitet", "Går den att följa upp?", "Är den rimlig?", "Ordning")
    yield Table("Vår ordning", columns, (("", "", "", ""),) * 5, widths=(45, 20, 20, 15), room=3)
    yield Lines("Det här tror vi inte på, därför att", 3)
    yield Lines("Det här slutar vi med för att få tid", 2)
