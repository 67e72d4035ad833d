"""SMART: is a goal specific, measurable, accepted, realistic and time-bound (AKT-5)?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from processes.advice import Hint

from .wording import Sentence

VAGUE = Hint(
    "vague",
    "Byt det allmänna ordet mot det som ska ske",
    "Ord som ”verka för”, ”vid behov” eller ”bättre” går inte att hålla någon vid, och inte att redovisa.",
    "I stället för ”Verka för trygghet på torget”: ”Fler ska våga gå över torget på kvällen, 70 i stället "
    "för 55 av 100.”",
)
MOVEMENT = Hint(
    "movement",
    "Säg åt vilket håll det ska gå",
    "Ett ord som minska, öka, förkorta eller färre visar vad som ska ha blivit annorlunda.",
    "I stället för ”Ordning i parken”: ”Färre klagomål på skräp och bråk i parken än förra sommaren.”",
)
MEASURE = Hint(
    "measure",
    "Säg hur det märks att ni är framme",
    "Ett antal, en andel eller en fråga i en enkät gör att alla kan se om målet är nått. Skriv det i målet, "
    "eller fyll i indikator och målvärde.",
    "”Minska skadegörelsen på skolorna från 48 till högst 30 anmälningar.” Eller: ”… så att färre elever "
    "svarar att de är oroliga i enkäten.”",
)
ACCEPTED = Hint(
    "accepted",
    "Fråga dem som ska göra jobbet",
    "Ett mål håller bättre när alla som ska arbeta för det har sagt ja. Någon ansvarig part har inte gjort det "
    "ännu.",
    "Ta upp målet när ni ses nästa gång. Varje part svarar för sig under ”Vem har sagt ja”.",
)
REALISTIC = Hint(
    "realistic",
    "Räcker det ni ska göra för att nå dit?",
    "Det som ingen råder över går inte att lova bort helt, och ett mål utan aktiviteter når sig inte självt.",
    "I stället för ”Inga inbrott”: ”Bostadsinbrotten minskar med en tredjedel.”",
)
DUE = Hint(
    "due",
    "Säg när det ska vara nått",
    "Med en dag att nå fram till vet alla när ni kan stämma av.",
    "”… senast den 30 september” eller ”… i mätningen hösten 2027”.",
)
KINDS = (VAGUE, MOVEMENT, MEASURE, ACCEPTED, REALISTIC, DUE)


def hints(text: str, said: Collection[str] = ()) -> Iterator[Hint]:
    """What could be clearer in a goal.

    `said` names what the goal's other fields already tell: `target` or `indicator` (how it is
    measured), `due` (by when), and `unaccepted` or `unaided` when a responsible party has not said
    yes, or no activity aims where the goal does.
    """
    goal = Sentence(text)
    if not goal.text:
        return
    if goal.vague_words:
        yield VAGUE.about(goal.vague_words)
    elif not goal.moves:
        yield MOVEMENT
    if not goal.measurable and not {"target", "indicator"} & set(said):
        yield MEASURE
    if "unaccepted" in said:
        yield ACCEPTED
    if goal.absolute or "unaided" in said:
        yield REALISTIC
    if not goal.ends and "due" not in said:
        yield DUE
