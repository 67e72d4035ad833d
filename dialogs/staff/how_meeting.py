"""HUR as a presentation (BIL-7): what VAD gave, what is chosen and why it happens, two group works and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.documents.deck import Deck, Part, Slide
from processes.documents.tree import Block, BulletList, KeyValues, Notice, Table
from processes.papers import meeting

from . import meetings, pages

MOST_CAUSES = 6


def deck(here: Any) -> Deck:
    """The whole meeting."""
    subject, found = here.subject, pages.material(here)
    opening = (
        _purpose(),
        meetings.present(here, "Säg vem som skriver på mötessidan, och att alla ser det som skrivs."),
        *_what(found),
        _joint(here, found),
        _areas(found),
        *_problems(found),
        _frame(here),
        meeting.process(
            here, "Vi vet vad problemen är och varför de finns. I dag gäller det hur vi vill arbeta."
        ),
    )
    closing = meetings.closing(
        here,
        (
            "Så här vill vi arbeta med varje fokusområde",
            "De här aktiviteterna är viktigast",
            "Det här tror vi inte på, och därför",
        ),
        (
            "Förslagen tas med in i aktivitetsplanen, med namn på gruppen.",
            "Varje aktivitet prövas: går den att följa upp, och är den rimlig?",
            "Chefen godkänner planen. De parter som ska göra något säger ja till sin del.",
            "Ni får veta vad som kom med och vad som föll bort, och varför.",
        ),
    )
    parts = (
        Part(
            "Inledning",
            (
                "Det VAD-dialogerna gav",
                "Den gemensamma lägesbilden",
                "Fokusområdena",
                "Problemen och orsakerna",
                "Ramarna",
            ),
            meeting.lasting(opening, subject.minutes_opening),
        ),
        Part("Grupparbete 1", ("Hur vill vi arbeta?",), _ways(here, found)),
        Part("Grupparbete 2", ("Vilka aktiviteter är viktigast?",), _priorities(here)),
        Part(
            "Summering",
            ("Stämmer det?", "Det här händer nu"),
            meeting.lasting(closing, subject.minutes_closing),
        ),
    )
    welcome = (
        "Hälsa välkommen. Säg att de som ska göra jobbet ska vara med och bestämma hur.",
        "Säg när ni slutar, och håll den tiden.",
        "Har alla fått underlaget i förväg, och är grupparbetsbladen utskrivna?",
    )
    group = subject.group
    kicker = f"Medarbetardialog HUR{f' · {group}' if group else ''}"
    return meeting.deck(here, "Hur vill vi arbeta?", kicker, parts, welcome, "medarbetardialogen HUR")


def _purpose() -> Slide:
    return Slide(
        "När vi går härifrån",
        (
            BulletList(
                (
                    "har vi förslag på hur vi vill arbeta med varje fokusområde",
                    "vet vi vilka aktiviteter som är viktigast",
                    "har vi sagt vad vi inte tror på",
                )
            ),
        ),
        (
            "Läs upp de tre punkterna. Kom tillbaka till dem i slutet.",
            "Säg att ett nej också är ett resultat. En aktivitet som ingen tror på hör inte hemma i ett löfte.",
        ),
        minutes=3,
    )


def _what(found: dict[str, Any]) -> Iterator[Slide]:
    notes = (
        "Påminn om vad grupperna sa, och säg vad det blev.",
        "Fråga: Har något ändrats sedan dess?",
    )
    rows = [row for dialog in found["what"] for row in dialog["rows"]]
    if not rows:
        yield Slide(
            "Det VAD-dialogerna gav",
            meetings.nothing("Berätta kort vad VAD-dialogerna kom fram till."),
            notes,
            4,
        )
        return
    table = Table(
        "Sagt i VAD, och vad det blev",
        ("Ni sa", "Det blev"),
        tuple((row["text"], _became(row)) for row in rows),
        widths=(60, 40),
    )
    yield Slide("Det VAD-dialogerna gav", (table,), notes, minutes=5)


def _became(row: dict[str, Any]) -> str:
    if row["adopted"]:
        return f"Blev {row['became']}"
    return f"Går inte vidare: {row['reason']}" if row["reason"] else "Inte avgjort"


def _joint(here: Any, found: dict[str, Any]) -> Slide:
    rows = tuple((row["title"], row["citizens"] or "Inte nedskrivet") for row in found["problems"])
    blocks: tuple[Block, ...] = (
        (Table("Den gemensamma lägesbilden", ("Problem", "Så säger medborgarna"), rows, widths=(40, 60)),)
        if rows
        else meetings.nothing("Berätta kort vad den gemensamma lägesbilden visar.")
    )
    return Slide(
        "Den gemensamma lägesbilden",
        blocks,
        (
            "Här har polisens, kommunens och medborgarnas bilder lagts ihop. Läs medborgarnas ord högt.",
            "Säg vad kommunen och de andra parterna ser som ni inte ser.",
        ),
        minutes=4,
    )


def _areas(found: dict[str, Any]) -> Slide:
    rows = tuple((area["title"], area["picture"] or "Ingen målbild än") for area in found["areas"])
    blocks: tuple[Block, ...] = (
        (Table("Fokusområden", ("Fokusområde", "Hit vill vi"), rows, widths=(40, 60)),)
        if rows
        else meetings.nothing("Inget fokusområde är valt som löfte ännu.")
    )
    return Slide(
        "Fokusområdena",
        blocks,
        (
            "De här är valda. De ska inte väljas om i dag.",
            "Målbilden säger hur det ser ut när ni har lyckats. Ha den framme när grupperna arbetar.",
        ),
        minutes=3,
    )


def _problems(found: dict[str, Any]) -> Iterator[Slide]:
    for area in found["areas"]:
        causes = "\n".join(area["causes"][:MOST_CAUSES])
        told = (("Problemet", area["what"]), ("Går att påverka nu", causes))
        if pairs := tuple(pair for pair in told if pair[1]):
            yield Slide(
                f"Därför händer det: {area['title']}",
                (KeyValues(pairs, area["title"]),),
                (
                    "Förklara kort. Varje förslag i dag ska träffa någon av orsakerna.",
                    "Fråga: Känner ni igen det? Saknas något?",
                ),
                minutes=3,
            )


def _frame(here: Any) -> Slide:
    facts = here.facts
    hours = [
        f"{row.name}: {row.hours_set_aside} timmar"
        for row in facts.rows("processes.Party")
        if row.hours_set_aside
    ]
    lines = (
        f"Perioden är {here.heading['period']}.",
        *hours,
        "Ordinarie bemanning gäller. Säg vad ni i så fall slutar med.",
    )
    return Slide(
        "Ramarna",
        (
            BulletList(lines),
            Notice(
                "Två frågor till varje förslag",
                "Går det att följa upp? Är det rimligt med den tid som finns?",
            ),
        ),
        (
            "Säg vad som är bestämt: fokusområden, period och resurser. Säg vad gruppen råder över: allt annat.",
            "Nämn vad parterna utanför polisen gör, så att ni inte planerar samma sak två gånger.",
        ),
        minutes=3,
    )


def _ways(here: Any, found: dict[str, Any]) -> tuple[Slide, ...]:
    areas = [area["title"] for area in found["areas"]]
    return meetings.work(
        here,
        "Grupparbete 1: Hur vill vi arbeta?",
        ("way",),
        (
            f"Ta ett fokusområde i taget{': ' + ', '.join(areas) if areas else ''}",
            "Vad ska vi göra, var, när och hur ofta?",
            "Vilken orsak träffar det?",
            "Vem behöver vi göra det tillsammans med?",
        ),
        (
            "Dela in er tre och tre, gärna med olika turlag. Dela ut ett blad per fokusområde.",
            "Hjälp grupperna att bli konkreta: inte ”mer närvaro” utan ”två poliser till fots, fredagar 20–24”.",
            "Fråga om det ni redan gör som fungerar. Det får gärna stå kvar.",
        ),
        40,
        here.subject.minutes_ways,
    )


def _priorities(here: Any) -> tuple[Slide, ...]:
    return meetings.work(
        here,
        "Grupparbete 2: Prioritera aktiviteter",
        ("priority",),
        (
            "Vilka aktiviteter är viktigast för att nå målbilden?",
            "Går de att följa upp? Är de rimliga?",
            "Vad slutar vi med för att få tid?",
        ),
        (
            "Sätt upp förslagen på väggen. Tre streck var.",
            "Ta bort det ingen vill göra, och skriv varför.",
            "Skriv de viktigaste på mötessidan. De går att föra över till planen.",
        ),
        20,
        here.subject.minutes_priority,
    )
