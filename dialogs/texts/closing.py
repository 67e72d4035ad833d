"""Before we end: what is said to those who took part, read from one sheet (DIA-17)."""

from __future__ import annotations

from collections.abc import Iterator

from processes.method import Facts, Row

from .invitation import influence
from .parts import RESOURCES, heading, points, said, sentence, time_plan


def closing(facts: Facts, dialog: Row) -> Iterator[str]:
    """The text, part by part."""
    yield "Läs upp det här innan någon reser sig. Det tar fyra minuter."
    yield heading("Har vi förstått er rätt?")
    yield points(
        (
            "Läs upp det viktigaste ni har antecknat, och fråga om något är fel eller saknas.",
            "Fråga: Är det något som ingen har frågat om i dag?",
            "Fråga: Vilka är inte här, och hur når vi dem?",
        )
    )
    yield heading("Det här händer nu")
    yield points(time_plan(facts, dialog))
    yield heading("Det här kan vi lova, och det här kan vi inte lova")
    yield points(
        (
            f"Så mycket kan ni påverka: {influence(dialog)}",
            RESOURCES,
            "Vi lovar inget i dag. Det vi lovar skriver vi ned, och det skriver ansvariga under.",
            "Allt ni har sagt finns kvar, också det som inte blir ett löfte.",
        )
    )
    yield heading("Så får ni svar")
    yield sentence(said(dialog.feedback_plan, "Skriv var och hur deltagarna får svar."))
    yield heading("Tack")
    yield "Tacka, och stanna kvar en stund. Det viktigaste sägs ofta vid dörren; anteckna det också."
