"""What the municipality's papers have in common: whose they are, what they rest on, what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone

from processes.documents import tree
from processes.method import ROLE_TITLES
from processes.pages.progress import listed

from .clock import Clock
from .duties import LAW, Lack, Reader


def paper(
    here: Any,
    reader: Reader,
    *,
    key: str,
    title: str,
    paragraph: str,
    band: str,
    blocks: Iterable[tree.Block],
) -> tree.Document:
    """A paper of the municipality's."""
    now = timezone.now()
    whose = listed(reader.names, "och")
    return tree.Document(
        title=title,
        authors=tuple(reader.names),
        created=now,
        modified=now,
        identifier=f"{key}-{here.round.pk}-{'-'.join(str(party.id) for party in reader.parties)}",
        blocks=(*blocks, *_about(here, reader, paragraph)),
        kicker=whose,
        byline=(f"{here.heading['area']}, {here.heading['period']}",),
        description=f"{title} för {whose}, {paragraph} {LAW}.",
        keywords=("brottsförebyggande arbete", whose),
        band=band,
    )


def _about(here: Any, reader: Reader, paragraph: str) -> Iterator[tree.Block]:
    yield tree.Heading("Om underlaget")
    yield tree.Paragraph(
        f"Sammanställt ur rundan ”{here.round.title}” som underlag enligt {paragraph} {LAW}. "
        "Sammanställningen bedömer inte om lagens krav är uppfyllda."
    )
    if reader.contacts:
        yield tree.Paragraph(f"Kontakt: {'; '.join(reader.contacts.values())}.")


def lacking(lacks: Iterable[Lack]) -> Iterator[tree.Notice]:
    """What is lacking and who can mend it, where the reader would look for it."""
    if found := list(lacks):
        said = "\n\n".join(f"{lack.text} Kan läggas till av {who(lack)}." for lack in found)
        yield tree.Notice("Saknas", said)


def who(lack: Lack) -> str:
    """Who can mend it, in words."""
    return listed([ROLE_TITLES[role].lower() for role in lack.fixers], "eller")


def timed(clock: Clock | None) -> Iterator[tree.Block]:
    """The clock of 6 §; when its time is out, in a box that is not missed."""
    if clock is None:
        return
    if clock.passed:
        yield tree.Notice("Tiden har gått ut", f"{clock.text} Minst vartannat år, 6 §.")
    else:
        yield tree.Paragraph(f"{clock.text} Minst vartannat år, 6 §.")
