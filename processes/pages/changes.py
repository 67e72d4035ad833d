"""Changes since a decision, ready to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from processes.freshness import Change
from processes.method import Facts

from .values import Values, plain, short

KINDS = {"changed": "ändrat", "removed": "borttaget", "added": "nytt", "news": "nytt"}


def _shown(value: Any) -> str:
    return "" if value in (None, "") else short(plain(value))


def change_rows(facts: Facts, changes: Iterable[Change]) -> list[dict[str, str]]:
    """Each change: what, from, to."""
    values = Values(facts)
    found = []
    for change in changes:
        model = apps.get_model(change.model)
        row = facts.whole.get(change.model, change.row_id)
        name = values.title(row) if row else str(change.old or "")
        what = str(model._meta.verbose_name).capitalize()
        if change.field:
            try:
                label = str(model._meta.get_field(change.field).verbose_name)
            except FieldDoesNotExist:
                label = {"views_total": "antal synpunkter"}.get(change.field, change.field)
            what = f"{what} – {label}"
        found.append(
            {
                "what": f"{what}: {name}" if name and not name.startswith("#") else what,
                "from": _shown(change.old),
                "to": _shown(change.new),
                "kind": KINDS[change.kind],
            }
        )
    return found
