"""The local picture on paper: the part that can be shared, as it was approved, with its charts (LOK-5, 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from processes.documents.tree import Block, BulletList, Document, Heading, KeyValues, Lead, Notice, Paragraph
from processes.effects import public_part
from processes.models import LocalSituation, SituationVersion
from processes.pages.picture import CONTENTS
from processes.pages.values import day

from . import picture

if TYPE_CHECKING:
    from processes.views.here import InStep

DRAFT = "Utkast – inte godkänt"


@dataclass(frozen=True, slots=True)
class _Edition:
    """Which content is shown: an approved version, or the working copy."""

    content: dict[str, Any]
    at: datetime
    name: str
    approved: str = ""
    since: bool = False
    """Whether anything has come since it was approved."""


def document(here: InStep) -> Document:
    """The version approved last; before there is any, the working copy marked as a draft."""
    edition = _edition(here)
    content = edition.content
    shown = picture.of(content)
    return Document(
        title=content["title"] or "Lokal lägesbild",
        authors=("Polisen",),
        created=edition.at,
        modified=edition.at,
        identifier=f"lagesbild-{here.subject.id}-{edition.name.replace(' ', '-').lower()}",  # type: ignore[union-attr]
        blocks=(*_frames(here, edition, shown), *_contents(shown), *_series(shown), *_sources(shown)),
        kicker="Lokal lägesbild",
        byline=(here.round.area.name, edition.name),
        description="Den del av polisens lokala lägesbild som kan delas med andra.",
        band="" if edition.approved else DRAFT,
    )


def _edition(here: InStep) -> _Edition:
    assert here.subject is not None
    version = (
        SituationVersion.objects.filter(situation=here.subject.id)
        .select_related("approved_by")
        .order_by("number")
        .last()
    )
    now = public_part(LocalSituation.objects.get(pk=here.subject.id))
    if version is None:
        return _Edition(now, timezone.now(), "Utkast")
    return _Edition(
        version.content,
        version.approved_at,
        f"Version {version.number} av {day(version.approved_at.date())}",
        f"{version.approved_by.name}, {day(version.approved_at.date())}",
        since=picture.of(now) != picture.of(version.content),
    )


def _frames(here: InStep, edition: _Edition, shown: picture.Picture) -> Iterator[Block]:
    yield Lead(
        "Vad polisen ser i området: det vanligaste, riskerna, utvecklingen och det som går att bygga på."
    )
    pairs = (
        ("Område", here.round.area.name),
        ("Daterad", shown.dated_on),
        ("Utgåva", edition.name),
        ("Godkänd av", edition.approved),
    )
    yield KeyValues(tuple(pair for pair in pairs if pair[1]))
    if edition.since:
        yield Notice(
            "Det har kommit mer sedan dess",
            "Här står det som godkändes. Arbetsmaterialet har ändrats efteråt och syns först när en ny "
            "version har godkänts.",
        )


def _contents(shown: picture.Picture) -> Iterator[Block]:
    for kind, title, _ in CONTENTS:
        told = shown.told(kind)
        if not told:
            continue
        yield Heading(title)
        for short, more, source in told:
            yield Heading(short, 3)
            if more:
                yield Paragraph(more)
            if source:
                yield Paragraph(f"Källa: {source}")


def _series(shown: picture.Picture) -> Iterator[Block]:
    if not shown.series:
        return
    yield Heading("Utvecklingen i siffror")
    for number, (chart, source) in enumerate(shown.series):
        yield Heading(chart.title, 3)
        figure, table = picture.whole(chart, f"serie-{number}")
        yield figure
        if words := picture.words(chart):
            yield BulletList(tuple(words))
        yield table
        if source:
            yield Paragraph(f"Källa: {source}")


def _sources(shown: picture.Picture) -> Iterator[Block]:
    if shown.sources:
        yield Heading("Källor")
        yield BulletList(shown.sources)
