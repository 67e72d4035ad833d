"""VAD as a presentation (BIL-6): earlier promises, today's picture, four group works and what to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from processes.documents.deck import Deck, Part, Slide
from processes.documents.tree import Block, BulletList, Heading, Notice, Table
from processes.effects import public_part
from processes.papers import meeting, picture

from . import meetings

KINDS = (
    ("problem", "Vanliga problem"),
    ("risk", "Risk att utsättas"),
    ("development", "Utveckling"),
    ("opportunity", "Möjligheter"),
)


def deck(here: Any, earlier: Sequence[dict[str, Any]] = ()) -> Deck:
    """The whole meeting. `earlier` tells of each round before: promised and outcome, said and what it became."""
    subject = here.subject
    opening = (
        _purpose(),
        meetings.present(here, "Säg vem som skriver på mötessidan, och att alla ser det som skrivs."),
        *_earlier(earlier),
        *_picture(here),
        meeting.process(
            here,
            "I dag tar vi reda på vad problemen är. Hur vi ska arbeta med dem talar vi om i HUR-dialogen.",
        ),
    )
    works = (
        (
            ("Vad stämmer inte i lägesbilden?",),
            meetings.work(
                here,
                "Grupparbete 1: Den lokala lägesbilden",
                ("picture",),
                (
                    "Vad stämmer, och vad har ändrats?",
                    "Vad vet ni som inte står där?",
                    "Var, när och vilka handlar det om?",
                    "Vad går bra, och varför?",
                ),
                (
                    "Dela in er tre och tre. Dela ut bladet ”Den lokala lägesbilden”. En sak per rad.",
                    "Håll er till roller, platser och tider. Namn på enskilda hör inte hemma här.",
                    "Fråga särskilt efter det ni hör men som aldrig anmäls.",
                ),
                25,
                subject.minutes_picture,
            ),
        ),
        (
            ("Vilka fokusområden ser ni?",),
            meetings.work(
                here,
                "Grupparbete 2: Fokusområden",
                ("focus",),
                (
                    "Vilka platser, brott eller grupper borde vi ta oss an?",
                    "Vad skulle märkas mest för dem som bor här?",
                    "Vems otrygghet syns inte i statistiken?",
                ),
                (
                    "Ett fokusområde är en plats, en sorts brott eller störning, eller en grupp.",
                    "Få är bättre än många. Två eller tre per grupp räcker.",
                ),
                25,
                subject.minutes_focus,
            ),
        ),
        (
            ("Vad är viktigast, och varför?",),
            meetings.work(
                here,
                "Grupparbete 3: Prioritera",
                ("priority",),
                (
                    "Vad är viktigast, och vad talar för det?",
                    "Hur stort är det, hur mycket oroar det, och hur stor är skadan?",
                    "Vad kan vi påverka med de resurser vi har?",
                ),
                (
                    "Låt var och en sätta tre streck på tavlan. Prata om det som ligger lika.",
                    "Skriv skälet, inte bara ordningen. Det är skälet som andra behöver höra.",
                ),
                15,
                subject.minutes_priority,
            ),
        ),
        (
            ("Vad är problemet?", "Varför händer det?"),
            meetings.work(
                here,
                "Grupparbete 4: Problem och orsaker",
                ("problem", "cause"),
                (
                    "Ta det viktigaste först: vad händer, var, när och mot vem?",
                    "Varför händer det just där och just då?",
                    "Fråga varför en gång till. Vad av det kan vi påverka?",
                ),
                (
                    "Dela ut bladet ”Problem och orsaker”. Ett problem i taget.",
                    "Stannar svaret vid att det saknas poliser: vad skulle de ha gjort, och vem mer kan göra det?",
                    "Inga åtgärder i dag. Kommer det fram bra förslag: skriv dem på en lapp till HUR-dialogen.",
                ),
                30,
                subject.minutes_causes,
            ),
        ),
    )
    closing = meetings.closing(
        here,
        (
            "Det här är vår bild av läget",
            "De här fokusområdena föreslår vi, i den här ordningen",
            "Så här beskriver vi problemen, och därför händer de",
        ),
        (
            "Det ni har sagt om läget går in i den lokala lägesbilden, innan chefen godkänner den.",
            "Fokusområden och prioritering tas med när polisen, kommunen och medborgarna jämför sina bilder.",
            "Problem och orsaker tas med i analysen.",
            "Ni ses igen om HUR: då gäller det hur ni vill arbeta.",
            "Ni får veta vad varje sak blev, och varför något inte gick vidare.",
        ),
    )
    parts = (
        Part(
            "Inledning",
            (
                "Varför vi ses",
                "Förra gången: det ni sa och det vi lovade",
                "Lägesbilden i dag",
                "Så går det till",
            ),
            meeting.lasting(opening, subject.minutes_opening),
        ),
        *(Part(f"Grupparbete {number}", points, slides) for number, (points, slides) in enumerate(works, 1)),
        Part(
            "Summering",
            ("Stämmer det?", "Det här händer nu"),
            meeting.lasting(closing, subject.minutes_closing),
        ),
    )
    welcome = (
        "Hälsa välkommen. Säg att det är ni som arbetar här varje vecka som vet hur det är.",
        "Säg när ni slutar, och håll den tiden.",
        "Har ni skrivit ut grupparbetsbladen? De finns på dialogens sida.",
    )
    return meeting.deck(
        here, "Vad vet vi som arbetar här?", _kicker(here, "VAD"), parts, welcome, "medarbetardialogen VAD"
    )


def _kicker(here: Any, name: str) -> str:
    group = here.subject.group
    return f"Medarbetardialog {name}{f' · {group}' if group else ''}"


def _purpose() -> Slide:
    return Slide(
        "När vi går härifrån",
        (
            BulletList(
                (
                    "står det ni vet om området i lägesbilden",
                    "har ni sagt vilka problem som är viktigast, och varför",
                    "har ni börjat svara på varför de händer",
                    "vet ni när ni får höra vad det blev",
                )
            ),
        ),
        (
            "Läs upp de fyra punkterna. Kom tillbaka till dem i slutet.",
            "Säg att inget är bestämt i förväg. Det ni säger i dag kan ändra vad löftet ska handla om.",
        ),
        minutes=3,
    )


def _earlier(rounds: Sequence[dict[str, Any]]) -> Iterator[Slide]:
    """What was promised and how it went; then what the staff said and what it became."""
    notes = (
        "Var ärlig. Säg vad som blev av, vad som inte blev av, och varför.",
        "Fråga: Vad märkte ni av det i arbetet?",
    )
    if not rounds:
        said = "Det finns inget underskrivet löfte här sedan tidigare. Berätta kort vad ni har lovat på andra sätt."
        yield Slide("Förra gången", meetings.nothing(said), notes, minutes=4)
        return
    last = rounds[0]
    if last["promised"]:
        rows = tuple(
            (row["what"], row["target"], " · ".join(filter(None, (row["kept"], row["effect"]))))
            for row in last["promised"]
        )
        table = Table(
            "Lovat och gjort", ("Det här lovade vi", "Hur mycket", "Så gick det"), rows, widths=(45, 25, 30)
        )
        yield Slide(f"Det här lovade vi: {last['title']}", (table,), notes, minutes=6)
    if last["said"]:
        rows = tuple((row["text"], row["fate"] or "Inget svar finns nedskrivet") for row in last["said"])
        yield Slide(
            "Det här sa ni då",
            (Table("Sagt och vad det blev", ("Ni sa", "Det blev"), rows, widths=(55, 45)),),
            (
                "Gå igenom raderna. Stanna vid det som inte gick vidare och säg varför.",
                "Finns det rader utan svar: be om ursäkt, och lova inget du inte vet.",
            ),
            minutes=5,
        )


def _picture(here: Any) -> Iterator[Slide]:
    """The local picture as it stands, its public part: VAD works on a dated first version."""
    found = working(here)
    notes = (
        "Gå igenom bilden snabbt. Den är ett förslag, och ni ska strax rätta den.",
        "Säg varifrån uppgifterna kommer och hur gamla de är.",
    )
    blocks: list[Block] = []
    for kind, title in KINDS:
        if told := found.told(kind):
            blocks += [Heading(title, 3), BulletList(tuple(short for short, _, _ in told))]
    if found.dated_on:
        blocks.append(Notice("Daterad", found.dated_on))
    empty = meetings.nothing(
        "Berätta kort vad den lokala lägesbilden visar: problem, risker och möjligheter."
    )
    yield Slide("Lägesbilden i dag", tuple(blocks) or empty, notes, minutes=6)
    for figure in picture.drawn(found, "utveckling-vad"):
        yield Slide(
            "Så har det utvecklats",
            (figure,),
            (
                "Peka på det som har ändrats mest.",
                "Fråga: Är det så ni ser det, eller missar siffrorna något?",
            ),
            minutes=3,
        )


def working(here: Any) -> picture.Picture:
    """The public part of the local picture as it stands now, approved or not: the police's own to read."""
    own = here.round.local_situation
    return picture.of(public_part(own)) if own else picture.Picture()
