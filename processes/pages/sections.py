"""The sections of a subject, ready for the template: fields, rows and panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.urls import reverse
from django.utils.module_loading import import_string

from processes import inherited, policies
from processes.method import Panel, Row, Rows, Section

from . import adopting, links
from .values import Values, short

if TYPE_CHECKING:
    from processes.views.here import InStep

ROWS_SHOWN = 50


def sections(here: InStep) -> list[dict[str, Any]]:
    """Every section as ready rows; a panel with nothing to show isn't there."""
    assert here.subject is not None
    tables = {s.key: table_rows(here, s) for s in here.step.sections if isinstance(s, Rows)}
    record = apps.get_model(here.step.record)
    looked = [(record, here.subject)]
    for s in here.step.sections:
        if isinstance(s, Rows):
            looked += [(apps.get_model(s.model), row) for row in tables[s.key]]
    values = Values(here.facts, looked)
    found = [_section(here, s, values, tables) for s in here.step.sections if not getattr(s, "shown_by", "")]
    return [one for one in found if one["kind"] != "panel" or one["data"] is not None]


def on_list(here: InStep) -> dict[str, Any] | None:
    """What the step shows beneath the list of its subjects, when it has anything to show."""
    panel = here.step.on_list
    if panel is None:
        return None
    data = import_string(panel.load)(here)
    if not data:
        return None
    return {"key": panel.key, "title": panel.title, "template": panel.template, "data": data}


def table_rows(here: InStep, section: Rows) -> list[Any]:
    """The rows of a section that belong to the subject, with all that its columns show."""
    assert here.subject is not None
    model = apps.get_model(section.model)
    if section.counted:
        return _latest(here, section, model)
    rows = here.facts.rows(section.model)
    if not section.owner:
        rows = [row for row in rows if row.get(f"{section.parent}_id") == here.subject.id]
    if not rows or not set(section.columns) & set(getattr(model, "NOT_FACTS", ())):
        return rows
    found = model._base_manager.filter(pk__in=[row.id for row in rows]).order_by("pk").values()
    return [Row(section.model, values["id"], values) for values in found]


def _latest(here: InStep, section: Rows, model: Any) -> list[Row]:
    """Rows that come by the thousand are no facts: the newest are fetched."""
    assert here.subject is not None
    where = {f"{section.parent}_id": here.subject.id}
    if section.owner:
        where = {here.method.paths[section.model]: here.round.pk}
    found = model._base_manager.filter(**where).order_by("-pk").values()[:ROWS_SHOWN]
    return [Row(section.model, values["id"], values) for values in found]


def _section(here: InStep, section: Any, values: Values, tables: dict[str, list[Any]]) -> dict[str, Any]:
    assert here.subject is not None
    can = policies.can_edit(here.actor, here.step, section)
    found: dict[str, Any] = {
        "key": section.key,
        "title": section.title,
        "can_edit": bool(can),
        "why_not": "" if can else can.reason,
    }
    if isinstance(section, Panel):
        return found | _panel(here, section)
    found["intro"] = section.intro
    kept = inherited.rows_waiting(here.facts, here.step, section.key)
    found["inherited_url"] = reverse("processes:inherited", args=[here.round.pk]) if kept and can else ""
    args = (here.round.pk, here.step, here.subject.id, section.key)
    if isinstance(section, Section):
        model = apps.get_model(here.step.record)
        folded = {name for fold in section.folds for name in fold.fields}
        fields = [
            {"label": label_of(model, name), "value": value, "empty": not value}
            for name in section.fields
            for value in [values.show(model, name, here.subject)]
            if value or name not in folded
        ]
        found["inherited"] = here.subject.id in kept
        return found | {"kind": "fields", "fields": fields, "edit_url": links.at("edit", *args)}
    model = apps.get_model(section.model)
    rows = [
        {
            "cells": [short(values.show(model, name, row)) for name in section.columns],
            "url": links.at("edit_row", *args, row.id) if can else "",
            "inherited": row.id in kept,
            "delete_url": links.at("remove_row", *args, row.id) if can and not section.kept else None,
            "more": [] if can else _more(model, section, values, row),
        }
        for row in tables[section.key]
    ]
    return found | {
        "kind": "rows",
        "columns": [label_of(model, name) for name in section.columns],
        "rows": rows,
        "add_url": links.at("add_row", *args) if can else "",
        "add_label": section.add_label,
        "empty_text": section.empty,
        "fast_url": reverse(section.fast, args=[here.round.pk, here.subject.id])
        if can and section.fast
        else "",
        "intake_url": links.at("import_rows", *args) if can and section.intake else "",
        "intake_label": section.intake.label if section.intake else "",
        "adopts": adopting.adopts(here, section),
    }


def _panel(here: InStep, panel: Panel) -> dict[str, Any]:
    shown = [s for s in here.step.sections if isinstance(s, Section | Rows) and s.shown_by == panel.key]
    ways = [links.Ways(here, s) for s in shown]
    can = any(way.can_edit for way in ways)
    alone = len(shown) == 1 and isinstance(shown[0], Section)
    return {
        "kind": "panel",
        "can_edit": can,
        "edit_url": ways[0].form() if alone else "",
        "why_not": ways[0].why_not if ways and not can else "",
        "template": panel.template,
        "data": import_string(panel.load)(here),
        "shows": ways,
        "adopts": [found for s in shown if isinstance(s, Rows) for found in adopting.adopts(here, s)],
    }


def _more(model: Any, section: Rows, values: Values, row: Row) -> list[dict[str, str]]:
    """All that the columns don't say, for those who read the row without opening its form."""
    whole = {name: values.show(model, name, row) for name in section.fields}
    return [
        {"label": label_of(model, name), "value": value}
        for name, value in whole.items()
        if value and (name not in section.columns or short(value) != value)
    ]


def label_of(model: Any, name: str) -> str:
    """What a field is called, as a heading."""
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]
