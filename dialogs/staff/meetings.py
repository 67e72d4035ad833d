"""What the presentations of the two staff dialogues have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.documents.deck import Slide
from processes.documents.tree import Block, BulletList, Lead, Notice
from processes.method import Row
from processes.papers import meeting

from .fates import of_dialog


def present(here: Any, said: str) -> Slide:
    """The group that meets, and how it talks."""
    subject = here.subject
    blocks: tuple[Block, ...] = (
        BulletList(
            (
                "Allas kunskap väger lika, oavsett år i yrket",
                "Vi talar om platser och mönster, aldrig om enskilda personer",
                "Det som skrivs på skärmen är gruppens ord. Säg till om det blir fel",
            )
        ),
    )
    if subject.employees and subject.invited:
        blocks += (Notice(subject.group or "Vi", f"{subject.invited} av {subject.employees} är inbjudna."),)
    return Slide(
        "Så talar vi i dag",
        blocks,
        (
            "Låt var och en säga något kort, till exempel vilken del av området man kan bäst.",
            said,
            "Säg att den som inte kunde komma kan lämna sitt efteråt, och till vem.",
        ),
        minutes=4,
    )


def work(
    here: Any,
    title: str,
    kinds: tuple[str, ...],
    questions: tuple[str, ...],
    notes: tuple[str, ...],
    usual: int,
    wanted: int | None,
) -> tuple[Slide, ...]:
    """A group work: its questions, and what the group has written of it so far."""
    task = meeting.asked(title, questions, notes, usual)
    return meeting.lasting((task, *(slide for kind in kinds for slide in written(here, kind))), wanted)


def written(here: Any, kind: str) -> Iterator[Slide]:
    """What stands in the tool of one kind; nothing when nobody has written any."""
    rows: list[Row] = [row for row in of_dialog(here.facts, here.subject) if row.kind == kind]
    if rows:
        title = "Det ni har skrivit"
        yield Slide(
            f"{title}: {TITLES[kind]}",
            (BulletList(tuple(row.text.strip() for row in rows)),),
            ("Läs upp, rätta och fyll på. Det här är vad som står i verktyget nu.",),
            minutes=2,
        )


TITLES = {
    "picture": "läget",
    "focus": "fokusområden",
    "priority": "prioritering",
    "problem": "problemet",
    "cause": "orsakerna",
    "way": "arbetssätt",
}


def closing(here: Any, agreed: tuple[str, ...], onwards: tuple[str, ...]) -> tuple[Slide, ...]:
    """What was said, and what becomes of it."""
    number = len(of_dialog(here.facts, here.subject))
    blocks: tuple[Block, ...] = (BulletList(agreed),)
    if number:
        blocks += (
            Notice("Hittills", f"{number} {'sak står' if number == 1 else 'saker står'} i verktyget."),
        )
    return (
        Slide(
            "Stämmer det vi har skrivit?",
            blocks,
            (
                "Läs upp det som står på mötessidan, punkt för punkt. Ändra medan alla ser.",
                "Fråga: Är det något ni har sagt som inte står där?",
            ),
            minutes=7,
        ),
        meeting.carried_on(
            onwards,
            (
                "Säg vilken dag gruppen får veta vad det blev, och skriv upp den. En kort stund på APT räcker.",
                "Det som inte går vidare får också ett svar, med ett skäl.",
                "Tacka. Fråga en sista gång: Vad tar du med dig härifrån?",
            ),
        ),
    )


def nothing(text: str) -> tuple[Block, ...]:
    """What stands on a slide while nobody has written anything."""
    return (Lead(text),)
