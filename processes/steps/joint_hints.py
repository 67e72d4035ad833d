"""What is worth a thought before the joint picture is decided."""

from __future__ import annotations

from collections.abc import Iterator

from processes import reach
from processes.advice import Advice, Hint
from processes.method import Facts, Row

UNHEARD = Hint(
    "unheard",
    "Några är nästan inte hörda",
    "De är få i dialogerna jämfört med hur många de är i området. Det ni väljer nu väljs utan dem.",
    "Hör dem innan ni väljer, eller skriv varför det räcker: ”Unga 16–24 kom inte till mötet; vi går till Kuben på "
    "torsdag.”",
)


def equality(facts: Facts, row: Row) -> Iterator[Hint]:
    """The groups that have not been heard, where the choice is tried against equality (FAL-12)."""
    if missing := [group.label for _, group in reach.unheard(reach.of_round(facts))]:
        yield UNHEARD.about(missing)


EQUALITY = (Advice("equality_view", (UNHEARD,), equality, "ett val som tar med alla"),)
