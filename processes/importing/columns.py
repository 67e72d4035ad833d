"""The columns by which a section's rows come in: each a field of its form, and how a cell becomes its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from processes.forms import section_form
from processes.method import Rows, Step
from processes.models import Process
from processes.pages.sections import label_of

MOST_TOLD = 8  # words of a list that fit in a sentence


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what may be chosen, and how a text becomes a value (ValidationError else)."""

    name: str
    title: str
    needed: bool
    example: str
    options: tuple[str, ...]
    prose: bool
    value: Callable[[str], Any]
    headings: frozenset[str]


def plain(text: str) -> str:
    """A heading or a word as it is compared: without case, doubled blanks, asterisk or question mark."""
    return " ".join(text.casefold().replace("*", " ").replace("?", " ").split())


def columns(round_: Process, step: Step, section: Rows) -> list[Column]:
    """The declared columns. What can be chosen is read once, whatever the number of rows."""
    intake = section.intake
    assert intake is not None
    model = apps.get_model(section.model)
    fields = section_form(round_, step, section).base_fields
    found = []
    for name in intake.fields:
        title, field = label_of(model, name), fields[name]
        options = _options(field)
        found.append(
            Column(
                name=name,
                title=title,
                needed=name in intake.needed,
                example=intake.example.get(name, ""),
                options=tuple(options or ()),
                prose=isinstance(model._meta.get_field(name), models.TextField | models.CharField)
                and options is None,
                value=_chosen(title, options) if options is not None else field.clean,
                headings=frozenset(plain(h) for h in (title, name, *intake.also.get(name, ()))),
            )
        )
    return found


def _options(field: forms.Field) -> dict[str, Any] | None:
    """What a cell may say and which value that is; none when it may say anything."""
    if isinstance(field, forms.ModelChoiceField):
        return {field.label_from_instance(obj): obj for obj in field.queryset}
    if isinstance(field, forms.TypedChoiceField):
        return {str(label): field.clean(code) for code, label in field.choices if code != ""}
    return None


def _chosen(title: str, options: Mapping[str, Any]) -> Callable[[str], Any]:
    known = {plain(word): value for word, value in options.items()}
    if len(options) > MOST_TOLD:
        told = "Välj ett av orden i mallens lista."
    else:
        told = f"Välj {', '.join(f'”{word}”' for word in options)}." if options else "Inget finns att välja."

    def value(text: str) -> Any:
        if plain(text) not in known:
            raise ValidationError(f"”{text[:60]}” finns inte bland det som går att välja. {told}")
        return known[plain(text)]

    return value
