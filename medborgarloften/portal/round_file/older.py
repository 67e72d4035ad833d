"""Files from before something moved: what they say is put where it stands by now."""

from __future__ import annotations

from typing import Any

AGREEMENT, PARTY = "agreements.CollaborationAgreement", "processes.Party"
SIGNATORY = "agreements.AgreementSignatory"
MANDATES = {"police_mandate": "police", "municipal_mandate": "municipality"}


def renewed(data: dict[str, Any]) -> dict[str, Any]:
    """The file's content, in place. What is not shaped as it should be is left for the examination to tell."""
    rows = data.get("rows")
    if isinstance(rows, dict):
        _mandates(rows)
    return data


def _mandates(rows: dict[str, Any]) -> None:
    """Two texts on an agreement became one row for each who signs."""
    made = []
    for agreement in _dicts(rows.get(AGREEMENT)):
        for name, kind in MANDATES.items():
            party = next((row for row in _dicts(rows.get(PARTY)) if _kind(row) == kind), None)
            mandate = agreement.pop(name, "")
            if mandate and party:
                made.append({"agreement": agreement.get("id"), "party": party.get("id"), "mandate": mandate})
    if made and not rows.get(SIGNATORY):
        rows[SIGNATORY] = [{"id": number, **row} for number, row in enumerate(made, 1)]


def _dicts(found: Any) -> list[dict[str, Any]]:
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def _kind(party: dict[str, Any]) -> Any:
    organisation = party.get("organisation")
    return organisation.get("kind") if isinstance(organisation, dict) else None
