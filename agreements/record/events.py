"""What the chain should say of the record's locked rows: the kind, the subject and the payload of each event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..models import Disposal, NumberNote, OutsideDocument, Registration, Release

SUBJECTS = ("release:", "disposal:", "number:")
"""What events of the record alone are about; the rest are about versions."""


def expected() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The events that the rows tell of."""
    for row in Registration.objects.select_related("protected").iterator():
        yield "registered", f"version:{row.version_id}", registered(row, protected=hasattr(row, "protected"))
    for kept in OutsideDocument.objects.defer("pdf").iterator():
        yield "brought_in", f"version:{kept.version_id}", {"sha256": kept.sha256, "by": kept.by_id}
    for made in Release.objects.iterator():
        yield "released", f"release:{made.pk}", released(made)
    for done in Disposal.objects.iterator():
        yield "disposed", f"disposal:{done.pk}", disposed(done)
    for note in NumberNote.objects.iterator():
        yield "explained", f"number:{note.pk}", explained(note)


def registered(row: Registration, *, protected: bool) -> dict[str, Any]:
    """All that a registration says, and whether something stands apart; of a decision also which."""
    told = {
        "number": row.diary_number,
        "organisation": row.organisation_id,
        "by": row.by_id,
        "on": row.registered_on.isoformat(),
        "code": row.subject_code,
        "about": [row.description, row.sender, row.recipient],
        "protected": protected,
        "replaces": row.replaces_id,
    }
    return told | ({"decision": row.decision} if row.decision is not None else {})


def released(row: Release) -> dict[str, Any]:
    """What was handed out, by its fingerprint; never to whom or why."""
    return {
        "sha256": row.sha256,
        "organisation": row.organisation_id,
        "by": row.by_id,
        "left_out": len(row.left_out),
    }


def disposed(row: Disposal) -> dict[str, Any]:
    """What was erased, how many and by which decision."""
    return {
        "kind": row.kind,
        "decision": row.decision,
        "until": row.until.isoformat(),
        "number": row.number,
        "by": row.by_id,
    }


def explained(row: NumberNote) -> dict[str, Any]:
    """Which number is missing, and why."""
    return {"series": row.series, "number": row.number, "why": row.why, "by": row.by_id}
