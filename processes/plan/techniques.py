"""Which situational techniques suit which side of the problem analysis triangle, as ideas. Pure.

Cornish and Clarke sort their 25 techniques by how they work, not by whom they reach. The mapping is our own
reading of them. A technique is an idea for a side when

- who or what stands there is what it changes: it makes the act harder, riskier, less worth or less excusable to
  the offender, the target harder to take, see or use, the place less inviting; or
- whoever stands there can carry it out: the handler (parents, teachers, leaders), the guardian (owners, friends,
  neighbours, police) or the manager, who decides over the place.

Most suit more than one side. Every technique suits at least one, and every side has ideas of at least three of
the five mechanisms. The examples are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from processes.models.techniques import TECHNIQUES

# Technique: the sides it is an idea for, and how it can look.
IDEAS = {
    # Öka ansträngningen
    "harden_target": (
        "target guardian place",
        "Bättre lås, stöldskydd, glas som håller.",
    ),
    "control_access": (
        "place manager",
        "Stängsel, kodlås, bommar mot genomfart.",
    ),
    "screen_exits": (
        "target place manager",
        "Larmbågar, biljett eller kvitto vid utgången.",
    ),
    "deflect_offenders": (
        "offender handler",
        "Öppet på en annan plats, spridda stängningstider, en gångväg som leder förbi.",
    ),
    "control_tools": (
        "offender handler",
        "Åldersgräns på sprejfärg, plastglas i stället för glas.",
    ),
    # Öka risken
    "extend_guardianship": (
        "handler guardian",
        "Nattvandrare, grannsamverkan, sällskap på vägen hem.",
    ),
    "natural_surveillance": (
        "guardian place manager",
        "Bättre ljus, klippta häckar, fönster utan affischer.",
    ),
    "reduce_anonymity": (
        "offender handler target",
        "Samma poliser varje kväll, namnskyltar, skolkläder vid utflykt.",
    ),
    "place_managers": (
        "manager",
        "Någon som ansvarar för platsen när den används: värd, vaktmästare, fritidsledare.",
    ),
    "formal_surveillance": (
        "guardian place manager",
        "Fotpatrull, ordningsvakt, kamera där det får sättas upp.",
    ),
    # Minska vinsten
    "conceal_target": (
        "target guardian",
        "Parkera ur sikte, lås in det som lockar, dölj namn i listor.",
    ),
    "remove_target": (
        "target place",
        "Töm kassan, ta bort det som går att bryta loss.",
    ),
    "identify_property": (
        "target guardian",
        "Märk cyklar och verktyg, registrera serienummer.",
    ),
    "disrupt_markets": (
        "offender target",
        "Tillsyn av andrahandsförsäljning, stör köp och försäljning på platsen.",
    ),
    "deny_benefits": (
        "offender target manager",
        "Sanera klotter inom ett dygn, spärra stulna telefoner.",
    ),
    # Minska provokationer
    "reduce_frustration": (
        "handler place manager",
        "Kortare köer, bänkar, lugn belysning, någon att fråga.",
    ),
    "avoid_disputes": (
        "offender target guardian manager",
        "Skilj supportrar åt, fasta taxor, tydlig kö till taxi.",
    ),
    "reduce_arousal": (
        "offender place",
        "Lugnare musik, ingen skärm med våld, håll isär grupper som retar varandra.",
    ),
    "neutralise_peers": (
        "offender handler",
        "Dela på grupper, prata med en i taget, få med dem som andra lyssnar på.",
    ),
    "discourage_imitation": (
        "handler place manager",
        "Laga och sanera genast, berätta inte hur det gick till.",
    ),
    # Ta bort ursäkter
    "set_rules": (
        "handler manager",
        "Ordningsregler, hyresvillkor, överenskommelse med unga om lokalen.",
    ),
    "post_instructions": (
        "place manager",
        "Skyltar som säger vad som gäller just här.",
    ),
    "alert_conscience": (
        "offender handler guardian",
        "Hastighetsdisplay, samtal om vad det gör med den som drabbas.",
    ),
    "assist_compliance": (
        "place manager",
        "Papperskorgar, toaletter, laglig klottervägg, bekväm parkering.",
    ),
    "control_substances": (
        "offender handler manager",
        "Tillsyn av serveringar, alkoholfria evenemang, insats mot langning.",
    ),
}


@dataclass(frozen=True, slots=True)
class Idea:
    """One technique, what it is called, and how it can look."""

    code: str
    title: str
    example: str


def ideas(side: str) -> list[tuple[str, list[Idea]]]:
    """The techniques for a side, by mechanism; none for an unknown side."""
    found = [
        (
            mechanism,
            [Idea(code, title, IDEAS[code][1]) for code, title in own if side in IDEAS[code][0].split()],
        )
        for mechanism, own in TECHNIQUES
    ]
    return [(mechanism, own) for mechanism, own in found if own]
