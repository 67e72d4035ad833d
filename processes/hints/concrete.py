"""Is a promise line concrete: what is done, how much, where, when and by whom (FAL-11)?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from processes.advice import Hint

from .smart import VAGUE
from .wording import Sentence

ACTION = Hint(
    "action",
    "Säg vad någon gör",
    "Ett verb som syns – patrullera, byta, bjuda in – visar vad medborgarna kan vänta sig.",
    "I stället för ”Insatser mot buskörning”: ”Polisen kontrollerar mopeder utanför Ekskolan.”",
)
QUANTITY = Hint(
    "quantity",
    "Säg hur mycket eller hur ofta",
    "Utan antal vet varken ni eller medborgarna när löftet är hållet. Skriv det i raden eller som mål i tal.",
    "”Minst två gånger i veckan”, ”14 nya lampor”, ”alla elever i åk 8”.",
)
PLACE = Hint(
    "place",
    "Säg var",
    "En plats gör att de som rör sig där känner igen sig, och märker om det blir av.",
    "”På Stortorget”, ”längs cykelvägen till stationen”, ”på kommunens webbplats”.",
)
WHEN = Hint(
    "when",
    "Säg när",
    "Då vet de som ska göra det vad som gäller, och medborgarna när de kan se det.",
    "”Varje fredag mellan klockan 20 och 02” eller ”före den 15 maj”.",
)
OWNER = Hint(
    "owner",
    "Säg vem som gör det",
    "Skriv vilken part det är, i raden eller under ”Vem som gör vad”. ”Vi” kan vara vem som helst.",
    "”Fastighetskontoret lagar …” eller ”Kommunpolisen bjuder in …”.",
)
KINDS = (VAGUE, ACTION, QUANTITY, PLACE, WHEN, OWNER)


def hints(text: str, said: Collection[str] = ()) -> Iterator[Hint]:
    """What could be more concrete in a promise line.

    `said` names what the line's other fields already tell: `target` (how much), `place`, `time`
    and `owner`, and `on_demand` when it is agreed that it is done *vid behov* (FAL-3).
    """
    line = Sentence(text)
    if not line.text:
        return
    vague = [w for w in line.vague_words if "on_demand" not in said or "behov" not in w.lower()]
    if vague:
        yield VAGUE.about(vague)
    elif not line.acts:
        yield ACTION
    told = {
        QUANTITY: line.often or "target" in said,
        PLACE: line.placed or "place" in said,
        WHEN: line.timed or "time" in said,
        OWNER: line.owned or "owner" in said,
    }
    yield from (hint for hint, is_told in told.items() if not is_told)
