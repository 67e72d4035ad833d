"""The meeting about one problem and its causes as a presentation (BIL-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from processes.criteria import is_answer
from processes.documents.deck import Deck, Part, Slide
from processes.documents.tree import Block, BulletList, KeyValues, Lead, Notice
from processes.method import Facts, Row
from processes.triangle import triangle

from . import analysis_groups as groups
from . import meeting

if TYPE_CHECKING:
    from processes.views.here import InStep

CAUSE, DIALOG = "processes.Cause", "dialogs.CitizenDialog"


def deck(here: InStep) -> Deck:
    """The whole meeting about the subject's focus area."""
    facts, subject = here.facts, here.subject
    assert subject is not None
    focus = facts.get("processes.FocusArea", subject.focus_area_id)
    causes = facts.rows(CAUSE, analysis_id=subject.id)
    parts = (
        Part(
            "Inledning",
            (
                "Syfte och mål",
                "Vilka vi är",
                "Så hänger arbetet ihop",
                "Det vi redan vet",
                "Fokusområde och målbild",
            ),
            (
                _purpose(),
                meeting.present(
                    here,
                    "Finns berörda medborgare eller medarbetare med: säg varför just deras kunskap behövs.",
                ),
                meeting.process(
                    here, "Förra gången valde vi vad vi tar oss an. I dag frågar vi varför det händer."
                ),
                _known(facts, focus),
                _aim(subject, focus),
            ),
        ),
        Part(
            "Grupparbete 1",
            ("Beskriv problemet",),
            (groups.same(subject), groups.ask_what(), *groups.described(subject), *groups.around(subject)),
        ),
        Part(
            "Grupparbete 2",
            ("Fem varför",),
            (groups.ask_why(), *groups.reasons(facts, subject), *groups.near(causes)),
        ),
        Part(
            "Grupparbete 3",
            ("Vilka kan göra skillnad?",),
            (groups.ask_who(), *groups.in_triangle(triangle(facts, subject), subject.id)),
        ),
        Part("Summering", ("Samma bild?", "Så går det vidare"), (_agreed(), _onwards())),
    )
    welcome = (
        "Hälsa välkommen, och säg vilket fokusområde mötet gäller. Ett fokusområde i taget.",
        "Säg att vi letar efter orsaker, inte efter skyldiga. Inga enskilda personer nämns.",
        "Har ni delat ut grupparbetsbladen? De finns att skriva ut på stegets sida.",
    )
    return meeting.deck(here, here.subject_title, here.step.title, parts, welcome)


def _purpose() -> Slide:
    return Slide(
        "När vi går härifrån",
        (
            BulletList(
                (
                    "har vi beskrivit problemet så att alla ser samma sak",
                    "har vi frågat varför tills svaret är något som går att påverka",
                    "vet vi vilka som kan göra skillnad, och vilka som saknas",
                )
            ),
            Notice(
                "Först orsaken, sedan åtgärden",
                "Kommer ni på bra åtgärder: skriv dem på en lapp och spara den.",
            ),
        ),
        (
            "Läs upp de tre punkterna. Kom tillbaka till dem i slutet.",
            "Säg det på en gång: i dag bestämmer vi inga aktiviteter. Det gör vi när vi vet varför problemet finns.",
        ),
        minutes=4,
    )


def _known(facts: Facts, focus: Row | None) -> Slide:
    problem = facts.get("processes.Problem", focus.problem_id) if focus else None
    views = (
        ("Polisen", "police_view"),
        ("Kommunen", "municipality_view"),
        ("Medborgarna", "citizen_view"),
    )
    pairs = tuple(
        (who, problem[name]) for who, name in views if problem is not None and is_answer(problem[name])
    )
    deeper = [row for row in facts.rows(DIALOG, in_depth=True) if row.held_on]
    blocks: tuple[Block, ...] = (KeyValues(pairs, "Så ser vi problemet"),) if pairs else ()
    if deeper:
        said = ", ".join(row.title for row in deeper if row.title)
        blocks += (Notice("Fördjupad medborgardialog", f"Hållen: {said}."),)
    return Slide(
        "Det vi redan vet",
        blocks or (Lead("Berätta kort vad den gemensamma lägesbilden säger om problemet."),),
        (
            "Berätta kort vad den gemensamma lägesbilden säger. Låt medborgarnas ord komma sist, så att de hänger kvar.",
            "Har en fördjupad dialog hållits: säg vad den lade till.",
            "Fråga: Har något ändrats sedan dess?",
        ),
        minutes=5,
    )


def _aim(subject: Row, focus: Row | None) -> Slide:
    aim = focus.target_picture.strip() if focus else ""
    return Slide(
        "Hit vill vi",
        (Lead(aim or "Hur ser det ut när vi har lyckats?"),),
        (
            f"Läs målbilden för {subject.focus_title or 'fokusområdet'} högt.",
            "Den säger vart ni ska. I dag tar ni reda på vad som står i vägen.",
        ),
        minutes=2,
    )


# --- The end ---


def _agreed() -> Slide:
    return Slide(
        "Ser vi samma problem?",
        (
            BulletList(
                (
                    "Känner alla igen beskrivningen?",
                    "Är orsakerna de rätta, eller bara de vanligaste svaren?",
                    "Finns det minst en orsak som vi kan påverka nu?",
                )
            ),
        ),
        (
            "Gå laget runt. Alla svarar ja, delvis eller nej.",
            "Den som leder för in bedömningen i verktyget. Vid delvis eller nej: skriv vad som skiljer.",
        ),
        minutes=5,
    )


def _onwards() -> Slide:
    return meeting.carried_on(
        (
            "Beskrivningen och orsakerna är grunden för aktivitetsplanen.",
            "Varje aktivitet ska rikta sig mot en orsak eller en sida i triangeln.",
            "Poliserna i området får säga hur de vill arbeta med det (HUR-dialogen).",
            "En kort version skrivs in i samverkansöverenskommelsen.",
        ),
        (
            "Säg när planeringen börjar och vilka som är med.",
            "Ta fram lapparna med förslag på åtgärder. Lämna dem till den som håller i planen.",
            "Säg vem som återkopplar till dem som inte var här, och när. Tacka.",
        ),
    )
