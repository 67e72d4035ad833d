"""The deck: slides to project and what to say to each. Its blocks are those of the document tree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .tree import Block, BulletList, Figure, Heading, KeyValues, Lead, Link, Notice, Outline, Paragraph, Table

SHOWN = (BulletList, Figure, Heading, KeyValues, Lead, Link, Notice, Outline, Paragraph, Table)
HEADING_LEVEL = 3  # below the slide's own title


class Look(StrEnum):
    """What kind of slide it is, which decides how it looks."""

    OPENING = "opening"
    PLAIN = "plain"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: what is shown, what is said meanwhile, and how many minutes it takes."""

    title: str
    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    minutes: int = 0
    look: Look = Look.PLAIN

    def __post_init__(self):
        if not self.title.strip():
            raise ValueError("A slide needs a title")
        if not any(note.strip() for note in self.notes):
            raise ValueError(f"Nobody knows what to say to {self.title!r}")
        for block in self.blocks:
            if not isinstance(block, SHOWN):
                raise ValueError(f"{type(block).__name__} can't stand on a slide: {self.title!r}")
            if isinstance(block, Heading) and block.level != HEADING_LEVEL:
                raise ValueError(f"A heading on a slide is of level {HEADING_LEVEL}: {block.text!r}")

    @property
    def time(self) -> str:
        """How long the slide is up."""
        return minutes(self.minutes)

    @property
    def spoken(self) -> tuple[str, ...]:
        """The notes as the speaker reads them: the time first."""
        return (f"Tid: {self.time}.", *self.notes) if self.minutes else self.notes


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole presentation. The first slide opens it, with the kicker and the byline below its title."""

    title: str
    slides: tuple[Slide, ...]
    authors: tuple[str, ...]
    created: datetime
    kicker: str = ""
    byline: tuple[str, ...] = ()
    description: str = ""
    language: str = "sv-SE"

    def __post_init__(self):
        if not self.slides or self.slides[0].look is not Look.OPENING:
            raise ValueError("A deck begins with its opening slide")

    @property
    def minutes(self) -> int:
        """How long it takes, all in all."""
        return sum(slide.minutes for slide in self.slides)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a meeting: what stands on the agenda, and its slides."""

    title: str
    points: tuple[str, ...]
    slides: tuple[Slide, ...]


def agenda(parts: tuple[Part, ...]) -> Table:
    """What is on, and for how long."""
    rows = tuple(
        (part.title, "\n".join(part.points), minutes(sum(slide.minutes for slide in part.slides)))
        for part in parts
    )
    return Table("Så är mötet upplagt", ("Del", "Innehåll", "Tid"), rows, widths=(25, 55, 20))


def minutes(number: int) -> str:
    """A length of time as people say it."""
    hours, rest = divmod(number, 60)
    said = [f"{hours} timme" if hours == 1 else f"{hours} timmar"] if hours else []
    if rest:
        said.append(f"{rest} minuter" if rest > 1 else "1 minut")
    return " och ".join(said)
