"""What the meetings of the work have in common: the slides that begin and end them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from processes.documents.deck import Deck, Look, Part, Slide, agenda
from processes.documents.tree import BulletList, Figure, Lead
from processes.drawings import stages
from processes.pages.values import day

if TYPE_CHECKING:
    from processes.views.here import InStep


def deck(
    here: InStep,
    title: str,
    kicker: str,
    parts: tuple[Part, ...],
    welcome: tuple[str, ...],
    about: str = "",
) -> Deck:
    """The whole presentation: welcome, what is on, and each part's slides."""
    met_on = here.subject[here.step.meeting.day] if here.subject and here.step.meeting else None
    today = Slide(
        "Dagens möte",
        (agenda(parts),),
        (
            "Gå igenom dagordningen och säg när ni slutar.",
            "Säg vem som leder, vem som antecknar och var anteckningarna hamnar.",
            "Fråga: Är det något ni saknar, innan vi börjar?",
        ),
        minutes=3,
    )
    heading = here.heading
    return Deck(
        title=title,
        kicker=kicker,
        byline=tuple(filter(None, (heading["area"], heading["parties"], day(met_on)))),
        authors=tuple(p.name for p in here.facts.rows("processes.Party")),
        created=timezone.now(),
        description=f"Presentation med talmanus till {about or f'mötet om {title.lower()}'}.",
        slides=(
            Slide(title, (), welcome, minutes=2, look=Look.OPENING),
            today,
            *(slide for part in parts for slide in part.slides),
        ),
    )


def present(here: InStep, others: str) -> Slide:
    """Who is in the room."""
    rows = here.facts.rows("processes.Party")
    return Slide(
        "Vi som är här",
        (
            Lead("Säg vem du är, var du arbetar och vad du vet om området."),
            BulletList(tuple(row.name for row in rows)),
        ),
        (
            "Låt alla säga något kort, också de som känner varandra. Den som har hört sin röst en gång talar lättare igen.",
            others,
            "Säg att allas kunskap väger lika i rummet, och att vi talar om platser och mönster, aldrig om enskilda personer.",
        ),
        minutes=7,
    )


def process(here: InStep, said: str) -> Slide:
    """How it all hangs together, and where this meeting belongs."""
    uid = f"skeden-{here.step.key}"
    figure = Figure(stages.draw(here.method, here.step, uid), stages.in_words(here.method, here.step))
    return Slide(
        "Så hänger arbetet ihop",
        (figure,),
        (
            "Gå igenom de fem skedena kort, från vänster till höger. Det gula är där vi är nu.",
            said,
            "Var ärlig med vad som är bestämt och vad som inte är det.",
        ),
        minutes=4,
    )


def carried_on(points: Iterable[str], notes: tuple[str, ...]) -> Slide:
    """How what was said is taken care of."""
    return Slide("Så tas det ni sagt om hand", (BulletList(tuple(points)),), notes, minutes=5)


def lasting(slides: tuple[Slide, ...], minutes: int | None) -> tuple[Slide, ...]:
    """The slides of a part that is to take so many minutes, shared as they were; as they are when nobody says."""
    whole = sum(slide.minutes for slide in slides)
    if not minutes or not whole:
        return slides
    made, spent, given = [], 0, 0
    for slide in slides:
        spent += slide.minutes
        upto = round(minutes * spent / whole)
        made.append(replace(slide, minutes=upto - given))
        given = upto
    return tuple(made)


def asked(title: str, questions: Iterable[str], notes: tuple[str, ...], minutes: int, *blocks: Any) -> Slide:
    """Something for the groups to do."""
    return Slide(title, (BulletList(tuple(questions)), *blocks), notes, minutes, Look.TASK)
