"""The overarching agreement that one stands under, as a large city has it (OVE-3). Pure: facts in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.utils import timezone

from processes.method import Facts, Row

from .signed import why_not_held


@dataclass(frozen=True, slots=True)
class Overarching:
    """The latest version of it that all have signed and that is sealed. It may have been written in a round
    that nobody here takes part in: this is all that is known of it."""

    agreement: int
    title: str
    number: int
    sealed_on: date
    sha256: str
    valid_from: date | None
    valid_until: date | None
    ends_on: date | None
    """From when notice ends it."""

    def cited(self) -> dict[str, Any]:
        """How it is named in the agreement that stands under it: so that a reader finds just that file."""
        return {
            "agreement": self.agreement,
            "title": self.title,
            "version": self.number,
            "sealed_on": self.sealed_on.isoformat(),
            "sha256": self.sha256,
        }


def overarching(agreement: Row) -> Overarching | None:
    """What the agreement stands under; none when it stands by itself, or under what has not been sealed."""
    if agreement.under_version is None:
        return None
    told = json.loads(agreement.under_version)
    sealed_at = datetime.fromisoformat(told["sealed_at"])  # SQLite tells no zone: it keeps UTC
    days = (told[name] for name in ("valid_from", "valid_until", "ends_on"))
    return Overarching(
        agreement.under_id,
        agreement.under_title,
        told["number"],
        timezone.localdate(sealed_at if sealed_at.tzinfo else sealed_at.replace(tzinfo=UTC)),
        told["sha256"],
        *(date.fromisoformat(day) if day else None for day in days),
    )


def fault(facts: Facts, agreement: Row) -> str:
    """Why the agreement can't stand under the one that is chosen; empty when it can. There are two levels
    and no more, so that none comes to stand under itself."""
    if agreement.under_id is None:
        return ""
    if agreement.under_id == agreement.id:
        return "överenskommelsen själv"
    if agreement.under_under_id is not None:
        return f"”{agreement.under_title}” hör själv till en annan"
    found = overarching(agreement)
    if found is None:
        return f"”{agreement.under_title}” är inte underskriven och förseglad"
    return why_not_held(found, found.ends_on, agreement.valid_from, facts.today)
