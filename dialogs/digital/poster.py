"""The poster: what is asked, where and until when; a page to put up in a stairwell (DIA-13)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils import timezone

from processes.documents.tree import Block, Document, Figure, KeyValues, Lead, Notice, Paragraph
from processes.drawings import qr
from processes.pages.values import day

from ..models import DigitalDialog
from . import content, queries

if TYPE_CHECKING:
    from processes.views.here import InStep

NO_REPORT = "Det här är ingen polisanmälan"
REPORT_HERE = "Ring 112 om någon är i fara eller ett brott pågår. Anmäl brott på 114 14 eller polisen.se."
NO_NAME = "Du behöver inte logga in eller säga vem du är."


def poster(here: InStep) -> Document:
    """Of a dialogue on the web: its address and code. Of one that is not: when and where people meet."""
    assert here.subject is not None
    digital = queries.of_dialog(here.subject.id)
    now = timezone.now()
    shown = digital.content if digital else content.page(here.facts, here.subject, DigitalDialog())
    return Document(
        title=shown["title"] or "Medborgardialog",
        authors=tuple(shown["authorities"]),
        created=now,
        modified=now,
        identifier=f"affisch-{here.subject.id}",
        blocks=tuple(_blocks(here, shown, digital)),
        kind="poster",
        kicker=" och ".join(shown["authorities"]) + f" i {shown['area']}",
        description=f"Affisch för {shown['title']}.",
    )


def _blocks(here: InStep, shown: dict, digital: DigitalDialog | None) -> Iterator[Block]:
    subject = here.subject
    assert subject is not None
    if shown["questions"]:
        yield Lead(shown["questions"][0])
    if digital is not None:
        url = content.address(digital.code)
        yield Figure(
            qr.code(url, f"qr-{subject.id}", f"QR-kod till {content.short(url)}"),
            f"QR-kod som leder till {content.short(url)}",
        )
        yield Paragraph(content.short(url))
        yield KeyValues(
            (
                ("Svara", f"{day(digital.opens_on)} till {day(digital.closes_on)}. {NO_NAME}"),
                *_answer(shown),
                *((("Frågor", shown["contact"]),) if shown["contact"] else ()),
            )
        )
    else:
        pairs = (("När", day(subject.planned_on)), ("Var", subject.venue))
        yield KeyValues((*(pair for pair in pairs if pair[1]), *_answer(shown)))
    if shown["influence"]:
        yield Paragraph(shown["influence"])
    yield Notice(NO_REPORT, REPORT_HERE)


def _answer(shown: dict) -> tuple[tuple[str, str], ...]:
    """By when one hears what became of it."""
    due = day(content.as_date(shown["answer_by"]))
    return (("Svar till dig", f"Senast {due} berättar vi vad det blev."),) if due else ()
