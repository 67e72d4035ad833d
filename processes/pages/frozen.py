"""A subject of a step as it stands, as plain JSON: what is handed over is this and nothing else (LAG-2)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.apps import apps

from processes.method import Panel, Section

from .sections import label_of, table_rows
from .values import Values

if TYPE_CHECKING:
    from processes.views.here import InStep

SCHEMA = "medborgarloften-delat/1"


def frozen(here: InStep) -> dict[str, Any]:
    """Every section with its labels and values in words; empty fields are left out."""
    assert here.subject is not None
    record = apps.get_model(here.step.record)
    tables = {s.key: table_rows(here, s) for s in here.step.sections if not isinstance(s, Panel | Section)}
    looked = [(record, here.subject)]
    for s in here.step.sections:
        if s.key in tables:
            looked += [(apps.get_model(s.model), row) for row in tables[s.key]]  # type: ignore[union-attr]
    values = Values(here.facts, looked)

    def pairs(model: Any, names: tuple[str, ...], row: Any) -> list[list[str]]:
        shown = ((label_of(model, name), values.show(model, name, row)) for name in names)
        return [[label, value] for label, value in shown if value]

    parts = []
    for s in here.step.sections:
        if isinstance(s, Panel):
            continue
        if isinstance(s, Section):
            rows = [pairs(record, s.fields, here.subject)]
        else:
            rows = [pairs(apps.get_model(s.model), s.fields, row) for row in tables[s.key]]
        parts.append({"title": s.title, "rows": [row for row in rows if row]})
    return {
        "schema": SCHEMA,
        "step": here.step.title,
        "title": here.subject_title,
        "round": here.round.title,
        "parts": [part for part in parts if part["rows"]],
    }


def fingerprint(content: dict[str, Any]) -> str:
    """The SHA-256 of the content, whatever the order of its keys."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
