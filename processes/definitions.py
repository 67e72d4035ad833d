"""Ord vi använder: what the words of the work mean, in one place (PRO-9).

Written for whoever meets a word for the first time. `steps` says on which steps' pages it is at hand.
"""

from __future__ import annotations

from dataclasses import dataclass

from .method import Step


@dataclass(frozen=True, slots=True)
class Definition:
    """A word, what it means, and the keys of the steps where it is used."""

    term: str
    means: str
    steps: tuple[str, ...]


PICTURES = ("local_situation", "own_picture", "staff_dialog_what", "joint_situation")
CITIZENS = ("citizen_dialog", "joint_situation", "citizen_promise", "feedback", "communication")
PLANNING = ("staff_dialog_how", "activity_plan", "citizen_promise", "follow_up")

DEFINITIONS = (
    Definition(
        "aktivitet",
        "Något som parterna gör för att minska en orsak till problemet: vad, hur mycket, var, när och av vem.",
        (*PLANNING, "implementation"),
    ),
    Definition(
        "avsiktsförklaring",
        "Beslutsfattarnas ja till att samverka. Ett protokoll eller ett mejl räcker, bara det framgår vem och när.",
        ("collaboration",),
    ),
    Definition(
        "avvikelse",
        "När något som bör vara med inte är det: ni skriver varför, och alla som skriver under ser det.",
        ("collaboration", "collaboration_agreement", "citizen_promise"),
    ),
    Definition(
        "delaktighet",
        "Hur mycket den som deltar kan påverka: från att få veta till att vara med och bestämma.",
        ("citizen_dialog", "feedback"),
    ),
    Definition(
        "effektmål",
        "Det som ska ha blivit annorlunda för dem som bor och verkar i området, till exempel färre rån.",
        PLANNING,
    ),
    Definition(
        "fokusområde",
        "Det problem, på en viss plats, som parterna väljer att arbeta med tillsammans.",
        (
            "joint_situation",
            "problem_analysis",
            "collaboration_agreement",
            "activity_plan",
            "citizen_promise",
        ),
    ),
    Definition(
        "gemensam lägesbild",
        "Polisens, kommunens och medborgarnas bilder bredvid varandra, som ett underlag att välja ur.",
        ("joint_situation", "citizen_dialog", "problem_analysis"),
    ),
    Definition(
        "HUR-dialog",
        "Samtal med medarbetare om hur man bäst arbetar med det som är valt.",
        ("staff_dialog_how", "activity_plan"),
    ),
    Definition(
        "indikator",
        "Det man mäter för att se om målet nås. Samma mått före, under och efter.",
        PLANNING,
    ),
    Definition(
        "kommunikationstrappan",
        "Hur långt ett budskap ska nå: från att någon känner till det till att någon gör något.",
        ("communication",),
    ),
    Definition(
        "lokal lägesbild",
        "Polisens bild av området under en period: det vanligaste, vem som drabbas, utvecklingen och möjligheterna.",
        PICTURES,
    ),
    Definition(
        "medborgardialog",
        "Ett planerat samtal, åt båda håll, om vad som gör människor otrygga. Vardagens möten räknas inte hit.",
        ("citizen_dialog", "feedback"),
    ),
    Definition(
        "medborgare",
        "Alla som bor eller verkar i området, oavsett medborgarskap: boende, skolungdomar, handlare, besökare.",
        CITIZENS,
    ),
    Definition(
        "medborgarlöfte",
        "Det som polisen och andra skriver under på att göra, så konkret att vem som helst kan se om det blev av.",
        ("citizen_promise", "collaboration_agreement", "implementation", "follow_up"),
    ),
    Definition(
        "målbild",
        "Hur det ska vara på platsen när arbetet har lyckats.",
        ("joint_situation", "collaboration_agreement"),
    ),
    Definition(
        "målgrupp",
        "De människor ett budskap är till för. Alla är ingen målgrupp; alla i årskurs nio är det.",
        ("communication", "citizen_dialog"),
    ),
    Definition(
        "orsak",
        "Något som gör att problemet uppstår just där och då. Nära orsaker går att påverka i vardagen.",
        ("problem_analysis", "activity_plan"),
    ),
    Definition(
        "part",
        "En organisation som är med i samverkan och har sagt ja till det.",
        ("collaboration", "collaboration_agreement"),
    ),
    Definition(
        "problem",
        "Brott eller störningar som hör ihop, kommer tillbaka och som människor väntar sig att polisen gör något åt.",
        (*PICTURES, "citizen_dialog", "problem_analysis"),
    ),
    Definition(
        "produktionsmål",
        "Hur mycket som ska göras, till exempel fyra fotpatruller i månaden. Säger inget om vad det leder till.",
        PLANNING,
    ),
    Definition(
        "samverkansöverenskommelse",
        "Det parterna lovar varandra att arbeta med, och varför. Löftet till medborgarna kommer sedan.",
        ("collaboration", "collaboration_agreement"),
    ),
    Definition(
        "styrgrupp",
        "De hos parterna som tillsammans styr arbetet, följer upp det och kan ge det tid och pengar.",
        ("collaboration", "follow_up"),
    ),
    Definition(
        "stödteam",
        "De som kompletterar med sin kunskap, till exempel underrättelsesamordnare, controller och kommunikatör.",
        ("collaboration",),
    ),
    Definition(
        "utgångsvärde",
        "Indikatorn innan ni börjar. Utan den går det inte att säga om något har ändrats.",
        PLANNING,
    ),
    Definition(
        "VAD-dialog",
        "Samtal med medarbetare om vad problemen i området är.",
        ("staff_dialog_what", "local_situation"),
    ),
    Definition(
        "återkoppling",
        "Att de som har bidragit får veta vad det ledde till, också när svaret är nej.",
        ("feedback", "citizen_dialog", "staff_dialog_what", "implementation", "follow_up", "communication"),
    ),
)


def of_step(step: Step) -> list[Definition]:
    """The words that are at hand on a step's page."""
    return [one for one in DEFINITIONS if step.key in one.steps]
