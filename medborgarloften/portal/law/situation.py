"""The municipality's lägesbild (4 §): mapping, other information, analysis.

Of the police's own picture it holds the approved public version that the joint picture pinned, and no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dialogs.papers import themes
from processes import why
from processes.criteria import is_answer
from processes.documents.tree import Block, BulletList, Document, Figure, Heading, Outline, Paragraph, Table
from processes.drawings import bars
from processes.method import Facts
from processes.pages.values import day
from processes.papers import picture
from processes.papers.joint_pictures import count

from . import clock
from .duties import Reader
from .paper import lacking, paper, timed

PROBLEM = "processes.Problem"
AGREE = {True: "Ja", False: "Nej", None: "Inte bedömt"}


def document(here: Any, reader: Reader) -> Document:
    """The whole picture, with what is lacking said where it is lacking."""
    running = clock.of_picture(here.method, here.facts)
    shared = picture.pinned(here.facts)
    return paper(
        here,
        reader,
        key="lagesbild",
        title="Lägesbild",
        paragraph="4 §",
        band="" if running else "Utkast – inte godkänt av kommunen",
        blocks=(
            *_standing(here, running),
            *_mapping(here.facts, reader, shared),
            *_information(here, reader, shared),
            *_analysis(here.facts, reader),
        ),
    )


def _standing(here: Any, running: clock.Clock | None) -> Iterator[Block]:
    if running:
        yield Paragraph(f"Godkänd av kommunen {day(running.since)}.")
    yield from timed(running)


# --- 4 § 1: mapping ---


def _mapping(facts: Facts, reader: Reader, shared: picture.Picture | None) -> Iterator[Block]:
    yield Heading("Kartläggning av brotten, deras omfattning och följder")
    yield from lacking(reader.lacks_of_mapping())
    if shared is not None:
        dated = f", daterad {shared.dated_on}" if shared.dated_on else ""
        yield Paragraph(f"Ur polisens godkända lägesbild av området{dated}.")
        yield from _observed(shared, "problem", "Vanliga problem")
        yield from _observed(shared, "risk", "Risk att utsättas")
        yield from _development(shared)
    rows = tuple(
        (row.focus_title or "Utan namn", row.consequences)
        for row in facts.rows("processes.ProblemAnalysis")
        if row.chosen and is_answer(row.consequences)
    )
    if rows:
        yield Heading("Följder", 3)
        yield Table("Följder av problemen", ("Fokusområde", "Följder"), rows, widths=(30, 70))


def _observed(shared: picture.Picture, kind: str, title: str) -> Iterator[Block]:
    if told := shared.told(kind):
        yield Heading(title, 3)
        yield BulletList(tuple(_observation(*row) for row in told))


def _observation(short: str, more: str, source: str) -> str:
    said = ". ".join(part.strip().rstrip(".") for part in (short, more) if part.strip())
    return f"{said} ({source})." if source else f"{said}."


def _development(shared: picture.Picture) -> Iterator[Block]:
    table = picture.tabled(shared)
    if table is None:
        return
    yield Heading("Utvecklingen över tid", 3)
    yield from picture.drawn(shared, "utveckling")
    yield table


# --- 4 § 2: other information ---


def _information(here: Any, reader: Reader, shared: picture.Picture | None) -> Iterator[Block]:
    facts = here.facts
    yield Heading("Annan information")
    yield from lacking(reader.lacks_of_information())
    rows = tuple(
        (r.title, r.municipality_view) for r in facts.rows(PROBLEM) if is_answer(r.municipality_view)
    )
    if rows:
        yield Heading("Det kommunen ser", 3)
        yield Table("Kommunens bild", ("Problem", "Så ser kommunen det"), rows, widths=(30, 70))
    yield from _citizens(here)
    if shared is not None:
        yield from _observed(shared, "opportunity", "Möjligheter att ta till vara")
        if shared.sources:
            yield Heading("Källor", 3)
            yield BulletList(shared.sources)


def _citizens(here: Any) -> Iterator[Block]:
    held = [row for row in here.facts.rows("dialogs.CitizenDialog") if row.held_on]
    if not held:
        return
    reached = sum(row.reached_total or 0 for row in held)
    views = sum(row.views_total or 0 for row in held)
    yield Heading("Det medborgarna berättar", 3)
    met = count(len(held), "medborgardialog", "medborgardialoger")
    people, said = count(reached, "deltagare", "deltagare"), count(views, "synpunkt", "synpunkter")
    yield Paragraph(f"{met} har hållits, med {people}. {said} har tagits emot.")
    if found := themes(here.round.pk):
        svg = bars.ranked(found, "teman", "Det synpunkterna handlar om")
        yield Figure(svg, bars.ranked_in_words(found), "Antal synpunkter per tema")
    rows = tuple((r.title, r.citizen_view) for r in here.facts.rows(PROBLEM) if is_answer(r.citizen_view))
    if rows:
        yield Table(
            "Problemen med medborgarnas ord", ("Problem", "Så ser medborgarna det"), rows, widths=(30, 70)
        )


# --- 4 § 3: analysis ---


def _analysis(facts: Facts, reader: Reader) -> Iterator[Block]:
    yield Heading("Analys")
    yield from lacking(reader.lacks_of_analysis())
    if problems := facts.rows(PROBLEM):
        rows = tuple(
            (r.title or "Utan namn", AGREE[r.agree], _difference(r.why_differs, r.handling)) for r in problems
        )
        yield Table(
            "Bilderna jämförda",
            ("Problem", "Lika bild?", "Skillnaden, och hur den togs om hand"),
            rows,
            widths=(35, 15, 50),
        )
    chosen = [row for row in facts.rows("processes.FocusArea") if row.becomes_promise]
    if chosen:
        rows = tuple((row.title, row.place, row.target_picture) for row in chosen)
        yield Heading("Det vi tar oss an", 3)
        yield Table("Fokusområden", ("Fokusområde", "Plats", "Målbild"), rows, widths=(30, 25, 45))
    for analysis in facts.rows("processes.ProblemAnalysis"):
        if analysis.chosen:
            yield from _reasons(facts, analysis)


def _difference(why_differs: str, handling: str) -> str:
    return "\n".join(filter(None, (why_differs.strip(), handling.strip())))


def _reasons(facts: Facts, analysis: Any) -> Iterator[Block]:
    points: list[tuple[int, str]] = []
    above = -1
    for node in why.walk(why.tree(facts, analysis)):
        if text := node.row.text.strip():
            above = min(node.level - 1, above + 1)
            points.append((above, f"{text} – {node.who}" if node.who else text))
    if points:
        yield Heading(f"Orsaker: {analysis.focus_title or 'utan namn'}", 3)
        if is_answer(analysis.what):
            yield Paragraph(analysis.what)
        yield Outline(tuple(points))
