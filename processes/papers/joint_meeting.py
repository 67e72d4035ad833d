"""The meeting about the joint picture as a presentation (BIL-8): the round's own data, and what to say and ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from processes.criteria import is_answer
from processes.documents.deck import Deck, Part, Slide
from processes.documents.tree import (
    Block,
    BulletList,
    Lead,
    Notice,
    Table,
)
from processes.method import Facts, Row
from processes.models import FocusArea
from processes.pages.values import Values

from . import joint_pictures, meeting

if TYPE_CHECKING:
    from processes.views.here import InStep

FOCUS, PART = "processes.FocusArea", "processes.FocusPart"


def deck(here: InStep, themes: Sequence[tuple[str, int]] = ()) -> Deck:
    """The whole meeting. `themes` tells how many views the citizens have left about what."""
    facts = here.facts
    parts = (
        Part(
            "Inledning",
            ("Syfte och mål", "Vilka vi är", "Så hänger arbetet ihop", "Lägesbilderna, en i taget"),
            (
                _purpose(),
                meeting.present(
                    here,
                    "Är någon inbjuden för sin särskilda kunskap, till exempel områdespolis eller analytiker: "
                    "säg varför just den är här.",
                ),
                meeting.process(
                    here,
                    "I dag lägger vi ihop bilderna och väljer vad vi tar oss an. Orsakerna tar vi vid nästa möte.",
                ),
                *joint_pictures.polices(here),
                *joint_pictures.municipalitys(facts),
                *joint_pictures.handed_over(facts),
                *joint_pictures.citizens(facts, themes),
            ),
        ),
        Part("Grupparbete 1", ("Stämmer bilderna överens?",), (*joint_pictures.matrix(facts), _compare())),
        Part(
            "Grupparbete 2",
            ("Fokusområden", "Vad var och en kan göra", "Målbild och val av medborgarlöften"),
            (_grounds(), _propose(facts), *_focus_areas(here), _target_pictures(facts)),
        ),
        Part("Grupparbete 3", ("Räcker underlaget?",), (_enough(here.subject),)),
        Part(
            "Summering",
            ("Det här bestämmer vi", "Så går det vidare"),
            (_decide(facts, here.subject), _onwards()),
        ),
    )
    welcome = (
        "Hälsa välkommen, och säg vad rundan heter och vilket område den gäller.",
        "Säg att mötet är ett samtal mellan jämbördiga. Ingen part äger bilden.",
        "Har ni delat ut grupparbetsbladen? De finns att skriva ut på stegets sida.",
    )
    return meeting.deck(here, here.step.title, here.heading["title"], parts, welcome)


def _purpose() -> Slide:
    return Slide(
        "När vi går härifrån",
        (
            BulletList(
                (
                    "har vi en gemensam bild av problemen i området",
                    "vet vi var våra bilder skiljer sig, och varför",
                    "har vi valt några få fokusområden, med en målbild för vart och ett",
                    "vet vi vilka av dem som ska bli medborgarlöften",
                )
            ),
            Notice(
                "Medborgarnas upplevelser går först",
                "Det som oroar dem väger tyngst när bilderna skiljer sig.",
            ),
        ),
        (
            "Läs upp de fyra punkterna. Kom tillbaka till dem i slutet och fråga om ni nådde dit.",
            "Säg att få fokusområden är bättre än många: det ni väljer ska ni också orka göra något åt.",
        ),
        minutes=4,
    )


# --- Step by step ---


def _compare() -> Slide:
    return meeting.asked(
        "Grupparbete 1: Stämmer bilderna överens?",
        (
            "Vad är lika i bilderna?",
            "Vad skiljer sig, och vad beror det på?",
            "Vad säger medborgarna som vi andra inte har sett?",
            "Vilka har vi inte hört?",
        ),
        (
            "Dela in er i grupper om fyra till sex, med alla parter i varje grupp. Dela ut bladet ”Problemen sedda från flera håll”.",
            "15 minuter i grupper, 10 minuter tillsammans. Låt grupperna svara på en fråga i taget.",
            "När bilderna skiljer sig: bestäm hur medborgarnas bild får väga, och skriv ned det.",
        ),
        25,
    )


def _grounds() -> Slide:
    rows = tuple((kind, "\n".join(words for _, words in grounds)) for kind, grounds in FocusArea.GROUNDS)
    return Slide(
        "Tre slag av fokusområden",
        (Table("Slag och skäl", ("Slag", "Det som kan tala för det"), rows, widths=(40, 60)),),
        (
            "Ett fokusområde är antingen en plats, en sorts brott eller störning, eller en grupp. Skälen till höger är till hjälp när ni väljer.",
            "Fråga: Vems trygghet handlar det om? Kvinnor är oftare otrygga än män. Syns det i ert val?",
        ),
        minutes=4,
    )


def _propose(facts: Facts) -> Slide:
    return meeting.asked(
        "Grupparbete 2: Vad tar vi oss an?",
        (
            "Vilka två eller tre fokusområden är viktigast?",
            "Vad kan var och en av oss göra åt dem, och med vilka resurser?",
            "Vad ska det gemensamma arbetet leda till?",
            "Vilka ska bli medborgarlöften?",
        ),
        (
            "Dela ut bladet ”Förslag till fokusområden”. 20 minuter i grupper, 15 minuter tillsammans.",
            "Klargör först vad var och en kan påverka. Det som ingen i rummet kan påverka blir inget fokusområde.",
            "Samla förslagen på tavlan och låt varje grupp sätta tre streck. Prata om det som ligger lika.",
        ),
        35,
    )


def _focus_areas(here: InStep) -> Iterator[Slide]:
    facts, values = here.facts, Values(here.facts)
    rows = [row for row in facts.rows(FOCUS) if row.title]
    if not rows:
        return
    chosen = {True: "Ja", False: "Nej", None: "Inte bestämt"}
    table = Table(
        "Fokusområden",
        ("Fokusområde", "Slag och skäl", "Prioritet", "Löfte?"),
        tuple(
            (
                row.title,
                ": ".join(
                    filter(
                        None, (values.show(FocusArea, "kind", row), values.show(FocusArea, "grounds", row))
                    )
                ),
                str(row.priority or ""),
                chosen[row.becomes_promise],
            )
            for row in sorted(rows, key=lambda row: (row.priority is None, row.priority or 0, row.id))
        ),
        widths=(35, 35, 15, 15),
    )
    yield Slide(
        "Fokusområdena så här långt",
        (table,),
        ("Det här är vad som står i verktyget nu. Ändra, lägg till och stryk tillsammans.",),
        minutes=4,
    )
    able = tuple(_able(facts, row) for row in rows)
    if any(words for _, words in able):
        yield Slide(
            "Så långt räcker vi",
            (
                Table(
                    "Vad var och en kan göra",
                    ("Fokusområde", "Vad parterna kan göra, och med vad"),
                    able,
                    widths=(30, 70),
                ),
            ),
            ("Fråga varje part: Stämmer det som står? Har ni människor och pengar till det?",),
            minutes=4,
        )


def _able(facts: Facts, row: Row) -> tuple[str, str]:
    parts = [
        f"{part.party_name or 'Part'}: {part.can_do}" + (f" ({part.hours} timmar)" if part.hours else "")
        for part in facts.rows(PART, focus_area_id=row.id)
        if is_answer(part.can_do)
    ]
    return row.title, "\n".join([*filter(is_answer, [row.influence]), *parts])


def _target_pictures(facts: Facts) -> Slide:
    rows = tuple(
        (row.title, row.target_picture.strip() or joint_pictures.NOT_YET)
        for row in facts.rows(FOCUS)
        if row.becomes_promise
    )
    blocks: tuple[Block, ...] = (Lead("Hur ser det ut när vi har lyckats? Vad märker den som bor här?"),)
    if rows:
        blocks += (Table("Målbilder", ("Fokusområde", "Målbild"), rows, widths=(30, 70)),)
    return Slide(
        "Målbilden",
        blocks,
        (
            "En målbild beskriver läget när ni är klara, inte vad ni gör. Skriv den så att en granne förstår.",
            "Pröva den: Skulle medborgarna i dialogen säga att det är detta de vill ha?",
        ),
        minutes=6,
    )


def _enough(subject: Row | None) -> Slide:
    blocks: list[Block] = []
    if subject is not None and subject.material == "deeper":
        blocks.append(Notice("En fördjupad medborgardialog beställs", subject.deeper_what))
    elif subject is not None and subject.material:
        blocks.append(Notice("Underlaget räcker", "Så står det i verktyget nu."))
    return meeting.asked(
        "Grupparbete 3: Räcker underlaget?",
        (
            "Vet vi nog för att kunna säga varför problemen uppstår?",
            "Vilka frågor har vi kvar, och vem kan svara på dem?",
            "Behövs en fördjupad medborgardialog: intervjuer, en trygghetsvandring, en fokusgrupp?",
        ),
        (
            "10 minuter tillsammans. Svara ja eller nej, och skriv vad en fördjupad dialog i så fall ska ge svar på.",
            "Finns det ett område där många lever under svåra villkor: vad gör ni där genast, före eller jämte dialogen?",
        ),
        10,
        *blocks,
    )


def _decide(facts: Facts, subject: Row | None) -> Slide:
    undecided = sum(1 for row in facts.rows(FOCUS) if row.becomes_promise is None)
    points = [
        "Vilka fokusområden vi arbetar med tillsammans, och i vilken ordning",
        "Vilka av dem som ska bli medborgarlöften",
        "Målbilden för vart och ett",
        "Om underlaget räcker eller om en fördjupad dialog beställs",
    ]
    left = (
        [f"{joint_pictures.count(undecided, 'fokusområde väntar', 'fokusområden väntar')} på beslut."]
        if undecided
        else []
    )
    if subject is None or not subject.material:
        left.append("Om underlaget räcker är inte bestämt.")
    blocks: tuple[Block, ...] = (BulletList(tuple(points)),)
    if left:
        blocks += (Notice("Kvar att bestämma", " ".join(left)),)
    return Slide(
        "Det här bestämmer vi i dag",
        blocks,
        (
            "Gå igenom punkterna en i taget och säg högt vad ni har kommit fram till. Skriv in det medan alla ser.",
            "Blir ni inte eniga: skriv ned vad som skiljer och vem som tar frågan vidare till när.",
            "Fråga: Har alla fått säga sitt?",
        ),
        minutes=8,
    )


def _onwards() -> Slide:
    return meeting.carried_on(
        (
            "Det ni har sagt står i den gemensamma lägesbilden. Alla parter kan läsa den.",
            "Lokalpolisområdeschefen och kommunen godkänner den.",
            "Sedan beskriver vi problemen och letar efter orsakerna, ett fokusområde i taget.",
            "Fokusområden och målbilder skrivs in i samverkansöverenskommelsen.",
            "Medborgare, medarbetare och parter får veta vad det blev.",
        ),
        (
            "Säg när nästa möte är, vilka som ska vara med och vad de behöver läsa innan.",
            "Säg vem som återkopplar till medborgarna och när.",
            "Tacka. Fråga en sista gång: Vad tar du med dig härifrån?",
        ),
    )
