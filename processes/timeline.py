"""The readable history of a round: who did what, when, from what to what (X-4). Read only.

History rows of all tracked models are found by one union, a page at a time; the values before and
after by at most two queries per model on the page, whatever the number of rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Coalesce

from .models import Record

PAGE = 50
VERBS = {"+": "lade till", "~": "ändrade", "-": "tog bort"}


@dataclass(frozen=True, slots=True)
class Event:
    """One change of one row: the model, its values before and after, and who made it."""

    at: datetime
    who: str
    kind: str
    model: type[models.Model]
    object_id: int
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str

    @property
    def changed(self) -> list[str]:
        """The attnames whose value differs."""
        left_out = {"version", "changed_at", "created_at", "owner_id", "id"}
        return [
            name
            for name, value in self.after.items()
            if name not in left_out and value != self.before.get(name) and (value or self.before.get(name))
        ]


@cache
def _tracked() -> dict[str, type[models.Model]]:
    return {m._meta.label: m for m in apps.get_models() if issubclass(m, Record)}


def events(round_id: int, before: datetime | None = None) -> tuple[list[Event], datetime | None]:
    """The newest page of changes before a moment, and where the next page begins (or none)."""
    where = Q(round_id=round_id)
    if before:
        where &= Q(history_date__lt=before)
    queries = [
        model.history.filter(where)
        .order_by()
        .annotate(
            _label=Value(label, output_field=TextField()),
            _who=Coalesce(F("history_user__name"), Value(""), output_field=TextField()),
        )
        .values_list("_label", "history_id", "history_date", "_who")
        for label, model in _tracked().items()
    ]
    first, *rest = queries
    found = list(first.union(*rest, all=True).order_by("-history_date", "-history_id")[: PAGE + 1])
    page, more = found[:PAGE], len(found) > PAGE
    return _with_values(page), (page[-1][2] if more else None)


def _with_values(page: Iterable[tuple[str, int, datetime, str]]) -> list[Event]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for label, history_id, _, _ in page:
        wanted[label].append(history_id)
    now, then = {}, {}
    for label, keys in wanted.items():
        manager = _tracked()[label].history
        rows = {row["history_id"]: row for row in manager.filter(history_id__in=keys).values()}
        now[label] = rows
        earlier: dict[int, list[dict[str, Any]]] = defaultdict(list)
        objects = {row["id"] for row in rows.values()}
        for row in manager.filter(id__in=objects, history_id__lte=max(keys)).order_by("history_id").values():
            earlier[row["id"]].append(row)
        then[label] = earlier
    return [
        _event(label, _tracked()[label], now[label][history_id], then[label], who)
        for label, history_id, _, who in page
    ]


def _event(label: str, model: Any, row: dict[str, Any], earlier: Any, who: str) -> Event:
    previous = [r for r in earlier[row["id"]] if r["history_id"] < row["history_id"]]
    names = [f.attname for f in model._meta.concrete_fields]
    gone = row["history_type"] == "-"
    after = {name: row.get(name) for name in names}
    return Event(
        row["history_date"],
        who or "Okänd",
        row["history_type"],
        model,
        row["id"],
        {name: previous[-1].get(name) for name in names} if previous and not gone else {},
        after,
        row.get("history_change_reason") or "",
    )
