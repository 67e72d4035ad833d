"""As much of JSON Schema as docs/round-schema.json uses, written from the standard and not from the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
FORMATS = {"date": date.fromisoformat, "date-time": datetime.fromisoformat}
KNOWN = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "const", "enum", "oneOf",
    "properties", "required", "additionalProperties", "items", "maxLength", "minimum", "maximum", "pattern", "format",
    "x-refers-to", "x-list",
}  # fmt: skip


def faults(
    schema: dict[str, Any], value: Any, root: dict[str, Any] | None = None, at: str = ""
) -> Iterator[str]:
    """Where and how a value breaks the schema. A keyword that is not known here is an error of the test."""
    root = root or schema
    assert schema.keys() <= KNOWN, schema.keys() - KNOWN
    if "$ref" in schema:
        yield from faults(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], value, root, at)
    wanted = TYPES.get(schema.get("type", ""), object)
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{at}: not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "oneOf" in schema and sum(not list(faults(one, value, root, at)) for one in schema["oneOf"]) != 1:
        yield f"{at}: {value!r} fits not exactly one"
    yield from _parts(schema, value, root, at)
    yield from _text(schema, value, at)
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at}: {value} is out of bounds"


def _parts(schema: dict[str, Any], value: Any, root: dict[str, Any], at: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{at}: {name} is missing" for name in schema.get("required", ()) if name not in value)
        for name, part in value.items():
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            yield from faults(inner, part, root, f"{at}/{name}")
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from faults(schema.get("items", {}), part, root, f"{at}/{number}")


def _text(schema: dict[str, Any], value: Any, at: str) -> Iterator[str]:
    if not isinstance(value, str):
        return
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{at}: too long"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at}: {value!r} does not match {schema['pattern']}"
    if "format" in schema:
        try:
            FORMATS[schema["format"]](value)
        except ValueError:
            yield f"{at}: {value!r} is no {schema['format']}"


def names(schema: dict[str, Any], label: str) -> set[str]:
    """The fields that rows of a kind may have."""
    return set(schema["$defs"][label]["properties"])
