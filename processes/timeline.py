"""The readable history of a round: who did what, when, from what to what (X-4). Read only.

History rows of all tracked models are found by one union, a page at a time, and their values before
and after by another, whatever the number of rows and models.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, JSONObject

from .models import Record
from .queries import from_json

PAGE = 50
MOST = 500  # changes that are read of one meeting
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


def events(
    round_id: int, before: datetime | None = None, most: int = PAGE
) -> tuple[list[Event], datetime | None]:
    """The newest changes before a moment, and where the next page begins (or none)."""
    where = Q(round_id=round_id)
    if before:
        where &= Q(history_date__lt=before)
    found = list(_changes(_tracked(), where).order_by("-history_date", "-history_id")[: most + 1])
    page, more = found[:most], len(found) > most
    return _with_values(page), (page[-1][2] if more else None)


def during(round_id: int, labels: Iterable[str], after: datetime, before: datetime) -> list[Event]:
    """The changes of some models between two moments, oldest first."""
    where = Q(round_id=round_id, history_date__gt=after, history_date__lt=before)
    return _with_values(list(_changes(labels, where).order_by("history_date", "history_id")[:MOST]))


def _changes(labels: Iterable[str], where: Q) -> QuerySet:
    queries = [
        _tracked()[label]
        .history.filter(where)
        .order_by()
        .annotate(
            _label=Value(label, output_field=TextField()),
            _who=Coalesce(F("history_user__name"), Value(""), output_field=TextField()),
        )
        .values_list("_label", "history_id", "history_date", "_who")
        for label in labels
    ]
    first, *rest = queries
    return first.union(*rest, all=True)


def _with_values(page: list[tuple[str, int, datetime, str]]) -> list[Event]:
    if not page:
        return []
    wanted: dict[str, list[int]] = defaultdict(list)
    for label, history_id, _, _ in page:
        wanted[label].append(history_id)
    first, *rest = [_values(label, keys) for label, keys in wanted.items()]
    found = {(label, key): values for label, key, *values in first.union(*rest, all=True)}
    return [_event(label, at, who, *found[label, key]) for label, key, at, who in page]


def _values(label: str, keys: list[int]) -> QuerySet:
    """Of some changes of one model: its values after and before, as JSON."""
    manager = _tracked()[label].history
    values = Cast(JSONObject(**{name: F(name) for name in _columns(label)}), TextField())
    earlier = (
        manager.filter(id=OuterRef("id"), history_id__lt=OuterRef("history_id"))
        .order_by("-history_id")
        .annotate(_values=values)
        .values("_values")
    )
    return (
        manager.filter(history_id__in=keys)
        .order_by()
        .annotate(
            _label=Value(label, output_field=TextField()),
            _after=values,
            _before=Subquery(earlier[:1], output_field=TextField()),
        )
        .values_list("_label", "history_id", "history_type", "history_change_reason", "_after", "_before")
    )


@cache
def _columns(label: str) -> dict[str, models.Field]:
    return {
        f.attname: f.target_field if f.is_relation else f for f in _tracked()[label]._meta.concrete_fields
    }


def _event(
    label: str, at: datetime, who: str, kind: str, reason: str | None, after: str, before: str | None
) -> Event:
    columns = _columns(label)

    def read(stored: str | None) -> dict[str, Any]:
        values = json.loads(stored or "{}")
        return {name: from_json(columns[name], value) for name, value in values.items()}

    now = read(after)
    then = read(before) if kind != "-" else {}
    return Event(at, who or "Okänd", kind, _tracked()[label], now["id"], then, now, reason or "")
