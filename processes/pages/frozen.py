"""A subject of a step as it stands, as plain JSON: what is handed over is this and nothing else (LAG-2)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from django.apps import apps

from processes.method import Row, Rows, Section

from .sections import label_of, table_rows
from .values import Values

if TYPE_CHECKING:
    from processes.views.here import InStep

SCHEMA = "medborgarloften-delat/1"


def frozen(here: InStep) -> dict[str, Any]:
    """Every section with its labels and values in words; what is empty or internal is left out."""
    assert here.subject is not None
    handed = [s for s in here.step.sections if isinstance(s, Section | Rows) and not s.internal]
    tables = {s.key: table_rows(here, s) for s in handed if isinstance(s, Rows)}
    record = apps.get_model(here.step.record)
    looked = [(record, here.subject)]
    for s in handed:
        if isinstance(s, Rows):
            looked += [(apps.get_model(s.model), row) for row in tables[s.key]]
    values = Values(here.facts, looked)
    parts = [
        table(values, s, tables[s.key]) if isinstance(s, Rows) else pairs(values, record, s, here.subject)
        for s in handed
    ]
    return {
        "schema": SCHEMA,
        "step": here.step.title,
        "title": here.subject_title,
        "round": here.round.title,
        "parts": [part for part in parts if part["rows"]],
    }


def pairs(values: Values, model: Any, section: Section, subject: Row) -> dict[str, Any]:
    """The fields of a section that say something, each with its label."""
    shown = [[label_of(model, name), values.show(model, name, subject)] for name in section.fields]
    return {"title": section.title, "columns": [], "rows": [pair for pair in shown if pair[1]]}


def table(values: Values, section: Rows, rows: list[Row]) -> dict[str, Any]:
    """The fields that any of the rows says something in, as columns."""
    model = apps.get_model(section.model)
    shown = [[values.show(model, name, row) for name in section.fields] for row in rows]
    used = [index for index in range(len(section.fields)) if any(cells[index] for cells in shown)]
    return {
        "title": section.title,
        "columns": [label_of(model, section.fields[index]) for index in used],
        "rows": [[cells[index] for index in used] for cells in shown],
    }


def fingerprint(content: dict[str, Any]) -> str:
    """The SHA-256 of the content, whatever the order of its keys."""
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
