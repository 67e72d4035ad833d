"""Decisions on focus areas that are appended to an agreement, as they were signed (OVE-3).

Each is an official document of its own from the version in which it first was sealed, and is known by what it says:
whoever edits the working copy afterwards changes no decision that was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from agreements.models import DocumentVersion
from processes.plan.words import day_words

HAS_SOME = '"decisions":[{'
"""How the content of a version that has any reads: canonical JSON has one spelling."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision: the version that it first stood in, its place there from 1, and what it says."""

    version_id: int
    number: int
    on: str
    by: str
    text: str

    @property
    def title(self) -> str:
        """What it is called in a sentence or a list."""
        return f"Beslut om fokusområden {day_words(self.on)}" if self.on else "Beslut om fokusområden"


def with_decisions() -> QuerySet[DocumentVersion]:
    """The sealed versions that hold any, the first one first."""
    found = DocumentVersion.objects.filter(sealed__isnull=False, agreement__isnull=False)
    return found.filter(content__contains=HAS_SOME).order_by("agreement", "number")


def decided(contents: Iterable[tuple[int, str]]) -> list[Decided]:
    """The decisions of one agreement's versions, given in order: each once, where it first stood."""
    found: dict[tuple[str, ...], Decided] = {}
    for version_id, content in contents:
        for number, said in enumerate(json.loads(content)["decisions"], 1):
            words = (said["on"], said["by"], said["text"])
            found.setdefault(words, Decided(version_id, number, *words))
    return list(found.values())


def of_agreement(agreement_id: int) -> list[Decided]:
    """The decisions that have been signed of an agreement. One query."""
    return decided(with_decisions().filter(agreement=agreement_id).values_list("pk", "content"))
