"""docs/round-schema.json: the file's form as JSON Schema, written from the declarations."""

from __future__ import annotations

import json
from typing import Any

from django.db import models

from processes.method import Method
from processes.models import Area, Organisation, Term, User

from . import MARK
from .shape import Kind, refers_to, round_fields, shape
from .values import LARGEST, json_type

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NUMBER = {"type": "integer", "minimum": 1}
TYPES = {str: "string", int: "integer", bool: "boolean"}
NAMED = {
    "type": "object",
    "properties": {"name": {"type": "string"}, "kind": {"type": "string"}},
    "required": ["name", "kind"],
}


def text(method: Method) -> str:
    """The whole document."""
    return json.dumps(schema(method), ensure_ascii=False, indent=1) + "\n"


def schema(method: Method) -> dict[str, Any]:
    """What a file of this version holds. Readers pass over what they don't know, so nothing is closed."""
    kinds = shape(method).values()
    return {
        "$schema": DIALECT,
        "$id": f"urn:{MARK.replace('/', ':')}",
        "title": "En runda av arbetet med medborgarlöften",
        "description": "Written by manage.py docs from the declarations; see round-file.md.",
        "type": "object",
        "properties": {
            "format": {"const": MARK},
            "exported": {"type": "object", "properties": {"at": _moment(), "by": {"type": "string"}}},
            "method": {"type": "string"},
            "round": _object(
                "runda", {f.name: _of(f) for f in round_fields()}, [f.name for f in round_fields()]
            ),
            "rows": {
                "type": "object",
                "properties": {
                    kind.label: {"type": "array", "items": {"$ref": f"#/$defs/{kind.label}"}}
                    for kind in kinds
                },
            },
            "people": {"type": "array", "items": {"$ref": "#/$defs/person"}},
            "history": {
                "description": "What was said, decided and sealed, to be read. Nothing of it is taken in.",
                "type": "object",
                "additionalProperties": {"type": "array", "items": {"$ref": "#/$defs/event"}},
            },
            "left_out": {
                "description": "Steps that the reader who fetched the file may not see, and each party's own ground.",
                "type": "array",
                "items": {"enum": [step.key for step in method.every]},
            },
        },
        "required": ["format", "round", "rows"],
        "$defs": {
            "named": NAMED,
            "person": _object(
                "En person som filen nämner",
                {"id": NUMBER, "name": {"type": "string"}, "title": {"type": "string"}},
                ["id", "name"],
            ),
            "about": _object("", {"row": {"type": "string"}, "id": NUMBER}, ["row"]),
            "event": _object(
                "",
                {
                    "step": {"type": "string"},
                    "about": {"$ref": "#/$defs/about"},
                    "by": {**NUMBER, "x-refers-to": "people"},
                    "at": _moment(),
                },
                ["about"],
            ),
            **{kind.label: _kind(kind) for kind in kinds},
        },
    }


def _object(title: str, properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    named = {"title": title} if title else {}
    return named | {"type": "object", "properties": properties, "required": required}


def _moment() -> dict[str, str]:
    return {"type": "string", "format": "date-time"}


def _kind(kind: Kind) -> dict[str, Any]:
    needed = [f.name for f in kind.fields if f.is_relation and not f.null]
    fields = {"id": NUMBER} | {f.name: _of(f) for f in kind.fields}
    fields |= {name: {"$ref": "#/$defs/about"} for name in kind.pairs}
    meta = kind.model._meta
    return {"description": f"Step {kind.step.key}"} | _object(str(meta.verbose_name), fields, ["id", *needed])


def _of(field: models.Field) -> dict[str, Any]:
    """One field: what people call it, and what may stand in it."""
    return {"title": str(field.verbose_name)} | (_link(field) if field.is_relation else _plain(field))


def _link(field: models.Field) -> dict[str, Any]:
    label = refers_to(field)
    if label in (Area._meta.label, Organisation._meta.label):
        return {"$ref": "#/$defs/named"}
    if label == Term._meta.label:
        words = str(field.get_limit_choices_to()["list"])
        return {"type": "string", "maxLength": Term._meta.get_field("label").max_length, "x-list": words}
    return {**NUMBER, "x-refers-to": "people" if label == User._meta.label else f"rows/{label}"}


def _plain(field: models.Field) -> dict[str, Any]:
    if field.choices and not isinstance(field, models.BooleanField):
        return {"oneOf": [{"const": code, "title": str(label)} for code, label in field.flatchoices]}
    found: dict[str, Any] = {"type": TYPES[json_type(field)]}
    if isinstance(field, models.DateField):
        return found | {"format": "date"}
    if isinstance(field, models.DecimalField):
        whole = field.max_digits - field.decimal_places
        return found | {"pattern": rf"^-?\d{{1,{whole}}}(\.\d{{1,{field.decimal_places}}})?$"}
    if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField):
        return found | {"minimum": 0, "maximum": LARGEST}
    return found | ({"maxLength": field.max_length} if field.max_length else {})
