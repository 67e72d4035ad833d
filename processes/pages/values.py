"""Values as people read them, looked up in a bounded number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from processes.criteria import row_title
from processes.method import Facts, Row, get_method
from processes.personal_data import masked

SHORT = 140


class Values:
    """Shows field values of facts; names of people and organisations are fetched at most once
    per model, whatever the number of rows."""

    def __init__(self, facts: Facts, rows: Iterable[tuple[type[models.Model], Mapping[str, Any]]] = ()):
        self.facts = facts
        self._names: dict[str, dict[int, str]] = {}
        wanted: dict[str, set[int]] = {}
        for model, values in rows:
            for f in model._meta.concrete_fields:
                if f.is_relation and f.name != "owner" and values.get(f.attname):
                    label = f.related_model._meta.label
                    if facts.get(label, values[f.attname]) is None:  # another round's, or no fact at all
                        wanted.setdefault(label, set()).add(values[f.attname])
        for label, keys in wanted.items():
            found = apps.get_model(label).objects.filter(pk__in=keys)
            self._names[label] = {obj.pk: str(obj) for obj in found}

    def show(self, model: type[models.Model], name: str, values: Mapping[str, Any]) -> str:
        """The value of a field, in Swedish; empty text when there is none."""
        field = model._meta.get_field(name)
        value = values.get(field.attname)
        if value is None or value == "":
            return ""
        if field.is_relation:
            label = field.related_model._meta.label
            row = self.facts.get(label, value)
            return self.title(row) if row else self._names.get(label, {}).get(value, "")
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if name in get_method().masked.get(model._meta.label, ()):
            withheld = getattr(model, "withheld", None)
            return (withheld(values) if withheld else "") or masked(plain(value))
        return plain(value)

    def title(self, row: Row) -> str:
        """What a row is called."""
        return row_title(row) or f"#{row.id}"


def name_of(obj: models.Model) -> str:
    """What an object is called: its first telling text."""
    found = (getattr(obj, name, "") for name in ("title", "what", "name", "text"))
    return short(next((str(text) for text in found if text), "") or str(obj))


def plain(value: Any) -> str:
    """A bare value as text."""
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)


def day(value: date | None) -> str:
    """A date as people read it: 3 maj 2027; with the clock when it has one, in Swedish time."""
    if value is None:
        return ""
    if hasattr(value, "hour"):
        return date_format(timezone.localtime(value), "j F Y \\k\\l. H.i")
    return date_format(value, "j F Y")


def short(text: str) -> str:
    """A text that fits a table cell."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
