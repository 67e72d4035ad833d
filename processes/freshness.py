"""Whether what was decided still rests on the content it rested on (stale, new material).

Pure: facts in, changes out. A decision stores the fingerprint of its step's own content and of
what the step took from others. Changed or vanished rows make it stale; added rows, and changes in
a `news` field, are new material that is acknowledged with a sentence and stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from .method import Facts, Row, Rows, Section, Step, Take

Fingerprint = dict[str, dict[str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference from what was decided on. `kind` is changed, removed, added or news."""

    kind: str
    model: str
    row_id: int
    field: str
    old: Any
    new: Any


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _watched(step: Step) -> Iterator[Take]:
    own: dict[str, list[str]] = {step.record: []}
    for section in step.sections:
        if isinstance(section, Section):
            own[step.record] += section.fields
        elif isinstance(section, Rows) and not section.counted:
            own[section.model] = [name for name in section.fields if name not in section.afterwards]
    yield from (Take(label, tuple(fields)) for label, fields in own.items() if fields)
    yield from step.takes


def _own_rows(facts: Facts, step: Step, subject: Row, take: Take) -> list[Row]:
    if take.model == step.record:
        return [subject]
    rows = facts.rows(take.model)
    for section in step.sections:
        if isinstance(section, Rows) and section.model == take.model and not section.owner:
            return [row for row in rows if row.get(f"{section.parent}_id") == subject.id]
    if "focus_area_id" in subject and take.model == "processes.FocusArea":
        return [row for row in rows if row.id == subject["focus_area_id"]]
    if "focus_area_id" in subject and take not in step.takes:
        return [row for row in rows if row.get("focus_area_id") == subject["focus_area_id"]]
    return rows


def _values(row: Row, take: Take) -> dict[str, Any]:
    names = [n if n in row else f"{n}_id" for n in (*take.fields, *take.news)]
    return {name: _plain(row[name]) for name in names if name in row}


def fingerprint(facts: Facts, step: Step, subject: Row) -> Fingerprint:
    """What a decision on the step rests on, as plain JSON: model → row → field → value."""
    return {
        take.model: {
            str(row.id): _values(row, take) for row in _own_rows(facts, step, subject, take) if take.that(row)
        }
        for take in _watched(step)
    }


def changes(facts: Facts, step: Step, subject: Row, then: Mapping[str, Any]) -> Iterator[Change]:
    """What differs between a stored fingerprint and the facts now.

    In narrowed facts a row of another focus area is neither changed nor gone.
    """
    now = fingerprint(facts, step, subject)
    news = {take.model: set(take.news) for take in _watched(step)}
    for model, rows_now in now.items():
        rows_then = then.get(model, {})
        for key, old in rows_then.items():
            if key in rows_now:
                for name, value in rows_now[key].items():
                    if old.get(name) != value:
                        kind = "news" if name in news[model] else "changed"
                        yield Change(kind, model, int(key), name, old.get(name), value)
            elif not facts.whole.get(model, int(key)):
                yield Change("removed", model, int(key), "", _label(old), None)
        for key in rows_now.keys() - rows_then.keys():
            yield Change("added", model, int(key), "", None, _label(rows_now[key]))


def _label(values: Mapping[str, Any]) -> str:
    return next((v for v in values.values() if isinstance(v, str) and v.strip()), "")


def is_stale(found: Iterator[Change] | list[Change]) -> bool:
    """Whether any of the changes makes the decision stale."""
    return any(change.kind in ("changed", "removed") for change in found)
