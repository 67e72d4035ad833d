"""Sheets for group work, to print and write on: headings from the round, room for the rest (GEM-8, PRB-7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone

from processes.documents.tree import Block, Document, Figure, Heading, Lines, PageBreak, Paragraph, Table
from processes.drawings import blank
from processes.method import Facts, Row

from .joint_pictures import VIEWS

if TYPE_CHECKING:
    from processes.views.here import InStep

WHO = "Grupp, och vem som antecknar"
AT_LEAST_PROBLEMS, AT_LEAST_FOCUS = 2, 4
EIGHT = (
    ("Vad är problemet?", "Det som händer, i en mening.", "what"),
    ("Var händer det?", "Vad på platsen gör att det blir just där?", "where"),
    ("När händer det, och när inte?", "Dagar, klockslag, årstid.", "when"),
    ("Vilka orsakar det?", "Grupper och roller, aldrig enskilda. Vad hos dem förklarar det?", "who_causes"),
    ("Vem eller vad drabbas?", "Vad gör dem eller det lätt att drabba?", "who_is_hit"),
    ("Vilka blir följderna?", "Vilken skada, och för vem?", "consequences"),
    ("Varför händer det?", "Kort här. Använd bladet Fem varför.", ""),
    ("Vem kan åtgärda eller minska det?", "Också de som inte är här.", ""),
)
ON_FIRST, LINES_FIRST, LINES_AFTER = 4, 4, 6


def document(here: InStep, title: str, about: str, blocks: Iterator[Block]) -> Document:
    """The sheets of one meeting, ready to print."""
    now = timezone.now()
    heading = here.heading
    return Document(
        title=title,
        authors=tuple(p.name for p in here.facts.rows("processes.Party")),
        created=now,
        modified=now,
        identifier=f"grupparbetsblad-{here.step.key}-{here.subject.id if here.subject else 0}",
        blocks=tuple(blocks),
        kind="sheet",
        kicker="Grupparbetsblad",
        byline=(about, heading["area"]),
        description=f"Blad att fylla i för hand: {title.lower()}.",
    )


# --- The joint picture ---


def joint(here: InStep) -> Document:
    """One page per problem, then proposals for focus areas and their order."""
    return document(here, here.step.title, here.heading["title"], _joint(here.facts))


def _joint(facts: Facts) -> Iterator[Block]:
    titles = [row.title.strip() for row in facts.rows("processes.Problem") if row.title.strip()]
    titles += [""] * (AT_LEAST_PROBLEMS - len(titles))
    columns = tuple(t for name, t in VIEWS if name != "municipality_view" or facts.has_municipality)
    yield Lines(WHO, 1)
    for number, title in enumerate(titles):
        if number:
            yield PageBreak()
        yield Heading(f"Problem: {title}" if title else "Problem:")
        if not title:
            yield Lines("Vad är problemet?", 1)
        yield Table(
            f"Problemet sett från {'tre' if len(columns) == 3 else 'två'} håll",
            columns,
            (("",) * len(columns),),
            row_header=False,
            room=15 if number else 10,
        )
        yield Lines("Stämmer bilderna överens? Om inte: vad beror det på?", 3)
        yield Lines("Vad säger medborgarna som vi andra inte har sett?", 3)
    yield PageBreak()
    yield from _proposals(facts)
    yield PageBreak()
    yield from _order(facts)


def _known(facts: Facts) -> list[str]:
    titles = [row.title.strip() for row in facts.rows("processes.FocusArea") if row.title.strip()]
    return titles + [""] * (AT_LEAST_FOCUS - len(titles))


def _proposals(facts: Facts) -> Iterator[Block]:
    yield Heading("Förslag till fokusområden")
    yield Paragraph(
        "Ett fokusområde är en plats, en sorts brott eller störning, eller en grupp. Fyll på och ändra fritt."
    )
    yield Table(
        "Våra förslag",
        ("Fokusområde", "Vad kan var och en göra, med vad?", "Målbild: så ser det ut när vi har lyckats"),
        tuple((title, "", "") for title in _known(facts)),
        widths=(30, 35, 35),
        room=6,
    )


def _order(facts: Facts) -> Iterator[Block]:
    yield Heading("Vår ordning")
    yield Paragraph(
        "Sätt 0 (inte alls), 1 (lite), 2 (ganska mycket) eller 3 (mycket). Bestäm sedan ordningen tillsammans."
    )
    yield Table(
        "Så väger vi fokusområdena",
        ("Fokusområde", "Omfattning", "Medborgarnas oro", "Skada", "Vi kan påverka", "Vår ordning"),
        tuple((title, "", "", "", "", "") for title in _known(facts)),
        widths=(25, 15, 20, 10, 15, 15),
        room=3,
    )
    yield Lines("De här ska bli medborgarlöften, därför att", 3)
    yield Lines("Räcker underlaget? Om inte: vad ska en fördjupad dialog ge svar på?", 3)


# --- The analysis ---


def analysis(here: InStep) -> Document:
    """The eight questions, five why, and the triangle."""
    assert here.subject is not None
    about = f"Fokusområde: {here.subject.focus_title}" if here.subject.focus_title else here.heading["title"]
    return document(here, "Problemet och dess orsaker", about, _analysis(here.subject))


def _analysis(subject: Row) -> Iterator[Block]:
    yield Lines(WHO, 1)
    yield Heading("Åtta frågor om problemet")
    for number, (question, hint, name) in enumerate(EIGHT, start=1):
        if number == ON_FIRST + 1:
            yield PageBreak()
        said = subject[name].strip() if name else ""
        lines = LINES_FIRST if number <= ON_FIRST else LINES_AFTER
        yield Lines(f"{number}. {question}", lines, f"Hittills: {said}" if said else hint)
    yield PageBreak()
    yield Heading("Fem varför")
    yield Paragraph(
        "Fråga varför det händer. Fråga varför igen om svaret, tills ni når något som går att påverka."
    )
    problem = subject.what.strip() or "Problemet:"
    yield Figure(blank.whys(problem, f"varfor-{subject.id}"), blank.WHYS_IN_WORDS)
    yield PageBreak()
    yield Heading("Vilka kan göra skillnad?")
    yield Paragraph(
        "Skriv roller och organisationer. Sätt ett kryss vid den som saknas, och en ring om den som räcker till."
    )
    yield Figure(blank.triangle(f"triangel-{subject.id}"), blank.TRIANGLE_IN_WORDS)
