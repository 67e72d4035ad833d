"""Does the name of a target group ring anybody in? Everybody is no group; everybody in year nine is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processes.advice import Hint

EVERYBODY = Hint(
    "everybody",
    "Ringa in vilka ni vill nå",
    "Den som talar till alla når få. Börja med dem som är viktigast att nå, och utgå från vad de tänker, "
    "känner och behöver.",
    "”Föräldrar till barn i årskurs 7–9” eller ”de som väntar på bussen vid torget”.",
)
KINDS = (EVERYBODY,)
_PEOPLE = (
    r"människor|medborgare|medborgarna|invånare|invånarna|kommuninvånare|kommuninvånarna|kommunens invånare"
    r"|allmänheten|folk|boende|personer|grupper|målgrupper|åldrar"
)
# The whole name is "everybody", with nothing that narrows it.
_ALL = re.compile(
    rf"(?:vi vill nå\s+)?(?:(?:alla|samtliga|hela)(?:\s+(?:våra|kommunens|de|andra))?(?:\s+(?:{_PEOPLE}))?"
    rf"|allmänheten|medborgarna|medborgare|invånarna|invånare|kommuninvånarna|kommuninvånare|folk|alla och envar"
    rf"|hela\s+(?:kommunen|staden|befolkningen|allmänheten))"
    r"(?:\s+(?:i|inom)\s+(?:kommunen|staden|området|samhället|lokalpolisområdet|polisområdet))?[\s.!]*",
    re.IGNORECASE,
)


def hints(name: str) -> Iterator[Hint]:
    """One, when the name says no more than everybody."""
    said = " ".join(name.split())
    if said and _ALL.fullmatch(said):
        yield EVERYBODY.about([said])
