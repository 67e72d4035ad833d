"""The three group works of the meeting about a problem: what it is, why it happens, and who can act (BIL-9)."""

from __future__ import annotations

from collections.abc import Iterator

from processes import why
from processes.criteria import is_answer
from processes.documents.deck import Slide
from processes.documents.tree import BulletList, Figure, KeyValues, Lead, Outline, Table
from processes.drawings.triangle import draw
from processes.method import Facts, Row
from processes.models import Cause
from processes.triangle import Spot, Triangle

from . import meeting

EMPTY = "Svara tillsammans"


# --- What the problem is ---


def same(subject: Row) -> Slide:
    """One sentence that everybody agrees on."""
    return Slide(
        "Talar vi om samma problem?",
        (Lead(subject.what.strip() or "Skriv problemet i en mening, så att alla nickar."),),
        (
            "Låt var och en skriva problemet i en mening, för sig själv, i en minut. Läs upp.",
            "Fortsätt inte förrän alla menar samma sak. Är det två problem: välj ett, och skriv upp det andra.",
        ),
        minutes=5,
    )


def ask_what() -> Slide:
    """The first group work."""
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


def described(subject: Row) -> Iterator[Slide]:
    """The answers so far, to go on from."""
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


def around(subject: Row) -> Iterator[Slide]:
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


def ask_why() -> Slide:
    """The second group work."""
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


def reasons(facts: Facts, subject: Row) -> Iterator[Slide]:
    """The causes found so far, under each other."""
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


def near(causes: list[Row]) -> Iterator[Slide]:
    """What can be changed now, and by whom."""
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


def ask_who() -> Slide:
    """The third group work."""
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


def in_triangle(found: Triangle, key: int) -> Iterator[Slide]:
    """Who stands where, drawn and in words."""
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
