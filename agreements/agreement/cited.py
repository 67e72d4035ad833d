"""How a sealed agreement is named in another document: so that a reader finds just that file. Pure."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from processes.method import Facts
from processes.plan.words import day_words, iso

from .force import in_force_on


def cited(facts: Facts, agreement_id: int | None, on: date) -> dict[str, Any] | None:
    """The agreement's version in force on a day: title, day, diary numbers and the file's SHA-256 (OVE-3)."""
    version = in_force_on(facts, agreement_id, on)
    if version is None:
        return None
    file = facts.one("agreements.SealedDocument", version_id=version.id)
    kept = facts.rows("agreements.Registration", version_id=version.id, decision=None)
    replaced = {row.replaces_id for row in kept}
    return {
        "agreement": agreement_id,
        "title": facts.get("agreements.CollaborationAgreement", agreement_id).title,
        "version": version.number,
        "sealed_on": iso(timezone.localdate(file.sealed_at)),
        "numbers": [row.diary_number for row in kept if row.id not in replaced],
        "sha256": file.sha256,
    }


def in_words(named: dict[str, Any]) -> str:
    """Which version, when it was sealed, and its diary numbers where there are any."""
    said = f"version {named['version']}, förseglad {day_words(named['sealed_on'])}"
    return f"{said}, diarienummer {' och '.join(named['numbers'])}" if named.get("numbers") else said
