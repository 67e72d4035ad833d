"""Does a text tell citizens where, how often and from whom they learn how it goes?"""

from __future__ import annotations

from collections.abc import Iterator

from processes.advice import Hint

from .patterns import whole
from .wording import Sentence

WHERE = Hint(
    "follow_where",
    "Säg var man läser om det",
    "Den som vill veta hur det går ska hitta dit utan att fråga.",
    "”På kommunens webbplats, på anslagstavlan i biblioteket och i gruppen Grannar i Åby.”",
)
OFTEN = Hint(
    "follow_often",
    "Säg hur ofta ni berättar",
    "Då går det att se om det blir av, och ingen undrar om löftet är glömt.",
    "”I början av varje kvartal.”",
)
WHOM = Hint(
    "follow_whom",
    "Säg vem man kan vända sig till",
    "En person eller ett nummer gör det lättare att höra av sig.",
    "”Fråga kommunpolisen Anna Ek, eller ring 114 14.”",
)
KINDS = (WHERE, OFTEN, WHOM)
CONTACT = whole(
    r"kommunpolis\w*|områdespolis\w*|\w*samordnare\w*|kontakt\w*|ring|ringa|mejla|fråga|\S+@\S+|114\s?14|0\d+-\d[\d ]+"
)


def hints(text: str) -> Iterator[Hint]:
    """What could be added, if anything is said at all."""
    said = Sentence(text)
    if not said.text:
        return
    told = {WHERE: said.placed, OFTEN: said.often or said.timed, WHOM: CONTACT.search(said.text)}
    yield from (hint for hint, is_told in told.items() if not is_told)
