"""The meeting about one problem and its causes as a presentation (BIL-9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from processes import why
from processes.criteria import is_answer
from processes.documents.deck import Deck, Part, Slide
from processes.documents.tree import Block, BulletList, Figure, KeyValues, Lead, Notice, Outline, Table
from processes.drawings.triangle import draw
from processes.method import Facts, Row
from processes.models import Cause
from processes.triangle import Spot, Triangle, triangle

from . import meeting

if TYPE_CHECKING:
    from processes.views.here import InStep

CAUSE, DIALOG = "processes.Cause", "dialogs.CitizenDialog"
EMPTY = "Svara tillsammans"


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
            (_same(subject), _ask_what(), *_described(subject), *_around(subject)),
        ),
        Part("Grupparbete 2", ("Fem varför",), (_ask_why(), *_reasons(facts, subject), *_near(causes))),
        Part(
            "Grupparbete 3",
            ("Vilka kan göra skillnad?",),
            (_ask_who(), *_triangle(triangle(facts, subject), subject.id)),
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


# --- What the problem is ---


def _same(subject: Row) -> Slide:
    return Slide(
        "Talar vi om samma problem?",
        (Lead(subject.what.strip() or "Skriv problemet i en mening, så att alla nickar."),),
        (
            "Låt var och en skriva problemet i en mening, för sig själv, i en minut. Läs upp.",
            "Fortsätt inte förrän alla menar samma sak. Är det två problem: välj ett, och skriv upp det andra.",
        ),
        minutes=5,
    )


def _ask_what() -> Slide:
    return meeting.asked(
        "Grupparbete 1: Beskriv problemet",
        (
            "Vad är det som händer, och var?",
            "När händer det, och när händer det inte?",
            "Vilka orsakar det, och vilka drabbas?",
            "Vilka blir följderna, och för vem?",
        ),
        (
            "Dela ut bladet ”Åtta frågor om problemet”. 15 minuter i grupper, 10 minuter tillsammans.",
            "Hjälp grupperna att bli konkreta: inte ”på kvällarna” utan ”fredagar mellan 21 och 01”.",
            "Frågan när det inte händer är guld värd: vad är annorlunda då?",
        ),
        25,
    )


QUESTIONS = (
    ("Vad, var och när?", (("Vad", "what", ""), ("Var", "where", "where_traits"), ("När", "when", ""))),
    (
        "Vem, mot vem och med vilka följder?",
        (
            ("Vem orsakar det", "who_causes", "causes_traits"),
            ("Vem eller vad drabbas", "who_is_hit", "hit_traits"),
            ("Följder", "consequences", ""),
        ),
    ),
)


def _described(subject: Row) -> Iterator[Slide]:
    for title, questions in QUESTIONS:
        pairs = tuple((label, _answer(subject, name, traits)) for label, name, traits in questions)
        yield Slide(
            title,
            (KeyValues(pairs, title),),
            (
                "Skriv in gruppernas svar i verktyget medan alla ser, eller rätta det som redan står.",
                "Fråga: Vad hos platsen, personen eller föremålet gör att det blir just så?",
            ),
            minutes=3,
        )


def _answer(subject: Row, name: str, traits: str) -> str:
    said = [subject[name].strip(), subject[traits].strip() if traits else ""]
    return "\n".join(filter(None, said)) or EMPTY


def _around(subject: Row) -> Iterator[Slide]:
    """Chain of events, what is done today, comparison: only what somebody has written."""
    if steps := tuple(line.strip() for line in subject.event_chain.splitlines() if line.strip()):
        yield Slide(
            "Så brukar det gå till",
            (BulletList(steps),),
            (
                "Gå igenom händelserna i ordning. Fråga vid varje: Hade det kunnat sluta här?",
                "Ju tidigare i kedjan ni kan bryta den, desto mindre kostar det.",
            ),
            minutes=3,
        )
    told = (
        ("Så hanteras det i dag", subject.handled_today),
        ("Så ser det ut på andra håll", subject.comparison),
        ("Det här är på väg", subject.outlook),
        ("Det här väntar sig medborgarna", subject.expectations),
    )
    if pairs := tuple((label, text) for label, text in told if is_answer(text)):
        yield Slide(
            "Runt problemet",
            (KeyValues(pairs, "Runt problemet"),),
            ("Fråga: Vad av det vi redan gör fungerar, och vad räcker inte?",),
            minutes=3,
        )


# --- Why ---


def _ask_why() -> Slide:
    return meeting.asked(
        "Grupparbete 2: Fem varför",
        (
            "Varför händer det, just där och just då?",
            "Varför är det så? Fråga igen, upp till fem gånger",
            "Vilka orsaker kan vi påverka redan nu?",
            "Vem kan göra något åt var och en?",
        ),
        (
            "Dela ut bladet ”Fem varför”. 20 minuter i grupper, 10 minuter tillsammans.",
            "Stannar svaret vid att det saknas poliser eller pengar: fråga vad de skulle ha gjort, och vem mer som kan göra det.",
            "Leta efter orsaker i situationen där problemet uppstår. De går oftast att påverka snabbast.",
        ),
        30,
    )


def _reasons(facts: Facts, subject: Row) -> Iterator[Slide]:
    if points := tuple(_points(facts, subject)):
        yield Slide(
            "Varför händer det?",
            (Outline(points),),
            (
                "Läs uppifrån och ned: under varje orsak står varför den finns.",
                "Fråga: Vilken gren saknas? Vad skulle medborgarna ha svarat?",
            ),
            minutes=5,
        )


def _points(facts: Facts, subject: Row) -> Iterator[tuple[int, str]]:
    """The causes under each other. What hangs under one that nobody has put into words moves up."""
    above = -1
    for node in why.walk(why.tree(facts, subject)):
        if text := node.row.text.strip():
            above = min(node.level - 1, above + 1)
            yield above, text


def _near(causes: list[Row]) -> Iterator[Slide]:
    near = tuple(
        (row.text, row.who_can_act.strip() or "Ingen angiven ännu")
        for row in causes
        if row.horizon == Cause.Horizon.NEAR and row.text.strip()
    )
    if near:
        yield Slide(
            "Det här går att påverka nu",
            (Table("Nära orsaker", ("Orsak", "Vem kan göra något"), near, widths=(60, 40)),),
            (
                "Gå igenom raderna och fråga den som står till höger: Stämmer det?",
                "Är den inte i rummet: bestäm vem som frågar den, och när.",
            ),
            minutes=4,
        )


# --- Who ---


def _ask_who() -> Slide:
    return meeting.asked(
        "Grupparbete 3: Vilka kan göra skillnad?",
        (
            "Vem kan hålla uppsikt över dem som orsakar problemet?",
            "Vem kan skydda dem eller det som drabbas?",
            "Vem ansvarar för platsen?",
            "Vilka saknas, och vem bjuder in dem?",
        ),
        (
            "Dela ut bladet med triangeln. 10 minuter i grupper, 10 minuter tillsammans.",
            "Inre sidan: vem, mot vad och var. Yttre sidan: den som kan hålla uppsikt. Ett problem uppstår där den yttre sidan är svag.",
            "Tänk brett: föräldrar, lärare, butiker, föreningar, fastighetsägare, vakter.",
        ),
        20,
    )


def _triangle(found: Triangle, key: int) -> Iterator[Slide]:
    if not any(spot.stands or spot.causes or spot.said for spot in found):
        return
    yield Slide(
        "Problemanalystriangeln",
        (Figure(draw(found, f"triangel-{key}"), found.in_words),),
        (
            "Peka på en sida i taget, inifrån och ut.",
            "Fråga: Vilken sida är svagast? Vilken kan vi stärka snabbast?",
        ),
        minutes=4,
    )
    rows = tuple(
        (spot.title, "\n".join(_stands(spot)) or spot.said.strip() or "Ingen angiven") for spot in found
    )
    yield Slide(
        "De som står runt problemet",
        (Table("Triangelns sex platser", ("Plats i triangeln", "Vem eller vad"), rows, widths=(30, 70)),),
        (
            "Samma sak i ord. Fyll på och rätta tillsammans.",
            "De som inte är med i rundan: bestäm vem som bjuder in dem.",
        ),
        minutes=2,
    )


def _stands(spot: Spot) -> Iterator[str]:
    for stand in spot.stands:
        yield f"{stand.who} ({stand.standing_title.lower()})" if stand.standing else stand.who


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
