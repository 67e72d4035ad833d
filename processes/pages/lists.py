"""A section's rows as a plain table, to be taken along as Excel or CSV (X-8): every field, one row per row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.apps import apps
from django.db import models
from django.urls import reverse

from processes.documents.sheets import Column, Sheet, Value
from processes.method import Row, Rows

from . import links
from .sections import label_of
from .values import Values

if TYPE_CHECKING:
    from processes.views.here import InStep

WIDE, NARROW = 60, 22
FORMS = {"xlsx": "Excel", "csv": "CSV"}


def files(name: str, *args: Any, asked: Mapping[str, Any] | None = None) -> list[dict[str, str]]:
    """Where a list is fetched in each form, asked for as the page was."""
    query = f"?{urlencode(asked)}" if asked else ""
    return [
        {"label": label, "url": reverse(name, args=[*args, form]) + query} for form, label in FORMS.items()
    ]


def lists(here: InStep) -> list[dict[str, str]]:
    """The lists of the step's subject, with where each is fetched."""
    if here.subject is None:
        return []
    args = (here.round.pk, here.step, here.subject.id)
    return [
        {
            "title": section.title,
            "xlsx_url": links.at("list", *args, section.key, "xlsx"),
            "csv_url": links.at("list", *args, section.key, "csv"),
        }
        for section in here.step.sections
        if isinstance(section, Rows)
    ]


def sheet(here: InStep, section: Rows) -> Sheet:
    """All rows of a section as they stand now. Views come by the thousand, so the number of queries is fixed."""
    assert here.subject is not None
    model = apps.get_model(section.model)
    if section.owner:
        where = {here.method.paths[section.model]: here.round.pk}
    else:
        where = {f"{section.parent}_id": here.subject.id}
    return of(here, model, section.fields, section.title, model._base_manager.filter(**where).order_by("pk"))


def of(here: Any, model: Any, names: tuple[str, ...], title: str, found: models.QuerySet) -> Sheet:
    """Some fields of rows of one model: what can be sorted and summed stays so, all else as people read it."""
    rows = [Row(model._meta.label, values["id"], values) for values in found.values()]
    values = Values(here.facts, [(model, row) for row in rows])
    columns = tuple(Column(label_of(model, name), _width(model, name)) for name in names)
    cells = tuple(tuple(_cell(values, model, name, row) for name in names) for row in rows)
    return Sheet(_name(title), columns, cells)


def _name(title: str) -> str:
    return "".join(" " if sign in "[]:*?/\\" else sign for sign in title)[:31] or "Lista"


def _width(model: Any, name: str) -> int:
    return WIDE if isinstance(model._meta.get_field(name), models.TextField) else NARROW


def _cell(values: Values, model: Any, name: str, row: Row) -> Value:
    field = model._meta.get_field(name)
    value = row[field.attname]
    plain = isinstance(value, date | Decimal | int) and not isinstance(value, bool)
    if plain and not field.is_relation and not field.choices:
        return value
    return values.show(model, name, row)
