"""The pictures of police, municipality and citizens on slides: one by one, then beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from processes.criteria import is_answer
from processes.documents.deck import Slide
from processes.documents.tree import Block, BulletList, Figure, Heading, Lead, Notice, Paragraph, Table
from processes.drawings import bars
from processes.method import Facts, Row
from processes.pages.joint import shared
from processes.pages.values import day

from . import picture

if TYPE_CHECKING:
    from processes.views.here import InStep

PROBLEM, DIALOG = "processes.Problem", "dialogs.CitizenDialog"
VIEWS = (
    ("police_view", "Polisens bild"),
    ("municipality_view", "Kommunens bild"),
    ("citizen_view", "Medborgarnas bild"),
)
MOST_SAID = 8
NOT_YET = "Ännu inte ifyllt"


def polices(here: InStep) -> Iterator[Slide]:
    """What the chief has approved for others to see; before that, room for the police to tell."""
    shared = picture.pinned(here.facts) or (picture.latest(here.facts) if here.actor.police else None)
    notes = (
        "Polisen berättar. Håll er till det som går att dela: mönster, platser och tider.",
        "Säg varifrån uppgifterna kommer och hur säkra de är.",
        "Fråga: Känner ni igen er? Vad ser ni som vi inte ser?",
    )
    if shared is None:
        said = (
            "Här berättar polisen vad den lokala lägesbilden visar: vanliga problem, risker och möjligheter."
        )
        yield Slide("Polisens lägesbild", (Lead(said),), notes, minutes=8)
        return
    blocks: list[Block] = []
    for kind, title in (
        ("problem", "Vanliga problem"),
        ("risk", "Risk att utsättas"),
        ("opportunity", "Möjligheter"),
    ):
        if told := shared.told(kind):
            blocks += [Heading(title, 3), BulletList(tuple(short for short, _, _ in told))]
    yield Slide("Polisens lägesbild", tuple(blocks) or (Lead("Lägesbilden är godkänd."),), notes, minutes=8)
    for figure in picture.drawn(shared, "utveckling-bild"):
        yield Slide(
            "Så har det utvecklats",
            (figure,),
            (
                "Peka på det som har ändrats mest. I stapeldiagrammen är den mörka stapeln den senaste perioden.",
                "Anmälda brott är inte alla brott: säg vad siffrorna inte visar.",
                f"Källor: {', '.join(shared.sources) or 'se den lokala lägesbilden'}.",
            ),
            minutes=4,
        )


def municipalitys(facts: Facts) -> Iterator[Slide]:
    """How the municipality sees each problem."""
    if not facts.has_municipality:
        return
    rows = _told(facts, "municipality_view")
    blocks: tuple[Block, ...] = (
        (Table("Kommunens bild", ("Problem", "Så ser kommunen det"), rows, widths=(30, 70)),)
        if rows
        else (Lead("Här berättar kommunen vad skola, socialtjänst, fritid, gata och park ser i området."),)
    )
    notes = (
        "Kommunen berättar. Ta gärna med det som skola, socialtjänst, fritid och teknisk förvaltning ser.",
        "Fråga: Vad i detta kände ni inte till?",
    )
    yield Slide("Kommunens lägesbild", blocks, notes, minutes=8)


def handed_over(facts: Facts) -> Iterator[Slide]:
    """What a party has written itself and given to everyone who is at the meeting."""
    for copy in shared.with_all(facts):
        said = shared.entries(copy.content)
        more = len(said) - MOST_SAID
        blocks: list[Block] = [BulletList(tuple(said[:MOST_SAID]))] if said else [Lead(copy.title)]
        if more > 0:
            blocks.append(Paragraph(f"Och {more} till, i det som har delats."))
        yield Slide(
            f"Det {copy.sender.name} har delat",
            tuple(blocks),
            (
                f"{copy.sender.name} berättar. Bilden heter ”{copy.title}” och delades {day(copy.at)}.",
                "Fråga: Vad i detta kände ni andra inte till?",
            ),
            minutes=4,
        )


def citizens(facts: Facts, themes: Sequence[tuple[str, int]]) -> Iterator[Slide]:
    """Whom the dialogues reached, what the views are about, and the problems in the citizens' words."""
    held = [row for row in facts.rows(DIALOG) if row.held_on]
    reached = sum(row.reached_total or 0 for row in held)
    views = sum(row.views_total or 0 for row in held)
    met = f"{count(len(held), 'medborgardialog', 'medborgardialoger')}, {count(reached, 'deltagare', 'deltagare')}"
    blocks: list[Block] = [Lead(f"{met}, {count(views, 'synpunkt', 'synpunkter')}.")] if held else []
    if themes:
        blocks.append(
            Figure(bars.ranked(themes, "teman", "Det medborgarna talar om"), bars.ranked_in_words(themes))
        )
    if not blocks:
        blocks.append(Lead("Här berättar den som har hållit medborgardialogen vad deltagarna sade."))
    yield Slide(
        "Det medborgarna berättar",
        tuple(blocks),
        (
            "Börja i det som gör människor otrygga, och använd deras egna ord.",
            "Säg också vilka ni inte har nått. Deras bild saknas här.",
            "Många synpunkter om något betyder att många oroas av det, inte att det är det vanligaste brottet.",
        ),
        minutes=6,
    )
    if rows := _told(facts, "citizen_view"):
        yield Slide(
            "Problemen, med medborgarnas ord",
            (Table("Medborgarnas bild", ("Problem", "Så ser medborgarna det"), rows, widths=(30, 70)),),
            ("Läs högt. Låt orden stå för sig själva en stund innan ni diskuterar dem.",),
            minutes=4,
        )


def _told(facts: Facts, name: str) -> tuple[tuple[str, str], ...]:
    return tuple((row.title, row[name]) for row in facts.rows(PROBLEM) if is_answer(row[name]))


def count(number: int, one: str, many: str) -> str:
    """A number with its word."""
    return f"{number} {one if number == 1 else many}"


def matrix(facts: Facts) -> Iterator[Slide]:
    """Each problem as all see it, side by side."""
    wanted = [v for v in VIEWS if v[0] != "municipality_view" or facts.has_municipality]
    for number, row in enumerate(facts.rows(PROBLEM), start=1):
        cells = tuple(row[name].strip() or NOT_YET for name, _ in wanted)
        table = Table(
            f"Bilderna av {row.title}", tuple(title for _, title in wanted), (cells,), row_header=False
        )
        yield Slide(
            row.title.strip() or f"Problem {number}",
            (table, *_agreement(row)),
            (
                "Läs bilderna bredvid varandra. Fråga: Talar vi om samma sak?",
                "Skriv in skillnaderna direkt i verktyget, så att alla ser vad som står.",
            ),
            minutes=3,
        )


def _agreement(row: Row) -> Iterator[Block]:
    if row.agree is None:
        yield Paragraph("Stämmer bilderna överens?")
    elif row.agree:
        yield Notice("Bilderna stämmer överens", row.why_differs)
    else:
        yield Notice("Bilderna skiljer sig", "\n\n".join(filter(None, (row.why_differs, row.handling))))
