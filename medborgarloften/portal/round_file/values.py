"""One value on its way into the file, and back as what somebody could have typed."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from processes.forms import record_form
from processes.models import Process

from .shape import Kind

BLANK = (None, "")
DECIMAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)  # in a file numbers are written as machines write them


def to_json(value: Any) -> Any:
    """A value as JSON has it: dates as ISO 8601, decimals as text without needless noughts."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return value


def json_type(field: models.Field) -> type:
    """What such a value is in the file. A field of a kind that nobody has thought of is an error here."""
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.IntegerField):
        return int
    if isinstance(field, models.CharField | models.TextField | models.DateField | models.DecimalField):
        return str
    raise TypeError(f"The file has no words for {field}: {type(field).__name__}.")


LARGEST = 2**31 - 1  # what a column of whole numbers holds on every database
WORDS = {str: "text inom citattecken", int: "ett heltal", bool: "true eller false"}


def form_fields(model: type[models.Model], fields: tuple[models.Field, ...]) -> dict[str, forms.Field]:
    """The fields that a person would have typed the plain values into."""
    names = tuple(f.name for f in fields if not f.is_relation)
    return record_form(Process(), model, names).base_fields


def fields_of(kind: Kind) -> dict[str, forms.Field]:
    """The same for the rows of a kind."""
    return form_fields(kind.model, kind.fields)


def read(field: models.Field, form_field: forms.Field, value: Any) -> Any:
    """The value, if it could have been typed. ValidationError tells why not, in the form's own words."""
    wanted = json_type(field)
    if type(value) is not wanted:
        raise ValidationError(f"Värdet ska vara {WORDS[wanted]}.")
    if isinstance(field, models.DateField) and len(value) != len("2027-03-01"):
        raise ValidationError("Datumet ska skrivas som 2027-03-01.")
    if isinstance(field, models.DecimalField) and value and not DECIMAL.fullmatch(value):
        raise ValidationError("Talet ska skrivas som 12500.5, utan mellanrum.")
    if wanted is int and value > LARGEST:
        raise ValidationError(f"Talet är större än {LARGEST}.")
    found = form_field.clean(str(value))
    if found not in BLANK:
        field.clean(found, None)
    return found
