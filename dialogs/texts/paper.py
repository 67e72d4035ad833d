"""A text of a dialogue as a document: to print, and to copy from a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from django.utils import timezone

from processes.documents.tree import Block, BulletList, Document, Heading, Lead, Paragraph
from processes.pages.values import day

from ..models import DialogText
from .writer import current, gaps

Kind = DialogText.Kind
BAND = "Utkast: det som står inom hakparentes saknas"
_POINT = re.compile(r"^\s*[–•*-]\s+")


def blocks(text: str) -> Iterator[Block]:
    """The text's parts: headings, points and paragraphs; the first paragraph leads."""
    begun = False
    for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        while lines:
            if lines[0].startswith("#"):
                if title := lines.pop(0).lstrip("# "):
                    yield Heading(title)
                begun = True
                continue
            of_one_kind = [lines.pop(0)]
            point = bool(_POINT.match(of_one_kind[0]))
            while lines and not lines[0].startswith("#") and bool(_POINT.match(lines[0])) == point:
                of_one_kind.append(lines.pop(0))
            if point:
                yield BulletList(tuple(_POINT.sub("", line) for line in of_one_kind))
            else:
                yield Paragraph("\n".join(of_one_kind)) if begun else Lead(" ".join(of_one_kind))
            begun = True


def document(kind: str, here: Any, text: str | None = None) -> Document:
    """The text as it is used now, or as it is given."""
    text = current(kind, here.facts, here.subject) if text is None else text
    now = timezone.now()
    label = str(Kind(kind).label)
    return Document(
        title=here.subject_title,
        authors=tuple(row.name for row in here.facts.rows("processes.Party")),
        created=now,
        modified=now,
        identifier=f"dialog-{here.subject.id}-{kind}",
        blocks=tuple(blocks(text)),
        kind="sheet" if kind == Kind.CLOSING else "report",
        kicker=label,
        byline=tuple(
            filter(None, (here.heading["area"], day(here.subject.held_on or here.subject.planned_on)))
        ),
        description=f"{label} till medborgardialogen {here.subject_title}.",
        band=BAND if gaps(text) else "",
    )


invitation = partial(document, Kind.INVITATION)
closing = partial(document, Kind.CLOSING)
summary = partial(document, Kind.SUMMARY)
feedback = partial(document, Kind.FEEDBACK)
