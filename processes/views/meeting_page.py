"""What the page of a meeting holds: small forms point by point, what they add up to, and the minutes."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.apps import apps
from django.forms import ModelChoiceField
from django.urls import reverse
from django.utils.module_loading import import_string

from processes import guard, minutes
from processes.documents.deck import minutes as minutes_of
from processes.forms import RecordForm, section_form
from processes.method import Meeting, Part, Point, Rows, Section
from processes.pages.sections import label_of, table_rows
from processes.pages.values import Values, day, name_of

from .forming import bound_to, suggested
from .here import InStep


def url(here: InStep, name: str, *more: Any) -> str:
    """An address of the meeting."""
    assert here.subject is not None
    return reverse(f"processes:{name}", args=[here.round.pk, here.step.slug, here.subject.id, *more])


def narrowed(here: InStep, part: Part, *, new: bool = False) -> Section | Rows:
    """The section with the fields that the meeting writes; the municipality's only when it is a party."""
    section = here.step.section(part.section)
    assert isinstance(section, Section | Rows)
    fields = part.add if new else part.fields
    kept = tuple(n for n in fields if here.facts.has_municipality or not n.startswith("municipality_"))
    return replace(section, fields=kept, folds=())


def minutes_part(meeting: Meeting) -> Part:
    """Who was there and what was said, beside the points."""
    return Part(meeting.held, meeting.held, (*meeting.present, meeting.minutes))


def key_of(part: Part, section: Section | Rows, obj: Any) -> str:
    """What a small form is called on the page."""
    return f"{part.key}-{obj.pk or 'ny'}" if isinstance(section, Rows) else part.key


def auto_id(key: str) -> str:
    """Ids of fields that stand many times on the page."""
    return f"id-{key}-%s"


class Forms:
    """The small forms of one part. Choices among rows are fetched once, however many the forms."""

    def __init__(self, here: InStep, section: Section | Rows):
        self.here, self.section = here, section
        self._choices: dict[str, list[tuple[Any, str]]] = {}

    @cached_property
    def _form_class(self) -> type[RecordForm]:
        return section_form(self.here.round, self.here.step, self.section)

    def form(self, obj: Any, key: str, **more: Any) -> RecordForm:
        """The form of one row, or of the record."""
        form = bound_to(self.here, self.section, obj, self._form_class, auto_id=auto_id(key), **more)
        for name, field in form.fields.items():
            if isinstance(field, ModelChoiceField):
                field.widget.choices = self._choices_for(name, field, obj)
        return form

    def _choices_for(self, name: str, field: ModelChoiceField, obj: Any) -> list[tuple[Any, str]]:
        if name not in self._choices:
            self._choices[name] = [(str(value), label) for value, label in field.choices]
            if obj.pk and field.queryset.model is type(obj):  # one's own row is left out of one's own form
                self._choices[name].append((str(obj.pk), name_of(obj)))
        own = str(obj.pk) if field.queryset.model is type(obj) else None
        return [choice for choice in self._choices[name] if choice[0] != own]


def entry(
    here: InStep,
    part: Part,
    section: Section | Rows,
    obj: Any,
    form: RecordForm | None = None,
    forms: Forms | None = None,
    **more: Any,
) -> dict[str, Any]:
    """One small form, with where it is sent and which row it is of."""
    key = key_of(part, section, obj)
    rows = isinstance(section, Rows)
    new = rows and obj.pk is None
    title = (name_of(obj) if rows and not new else "") or ("" if rows else part.title)
    return {
        "key": key,
        "title": title,
        "form": form or (forms or Forms(here, section)).form(obj, key, **more),
        "url": url(here, "meeting_save", *((part.key, obj.pk) if rows and not new else (part.key,))),
        "new": new,
        "row": "" if new else f"{obj._meta.label}-{obj.pk}",
        "heading": "" if rows and len(section.fields) == 1 else title,
        "label": part.add_label or getattr(section, "add_label", "Spara"),
    }


def context(here: InStep, meeting: Meeting) -> dict[str, Any]:
    """All of the page, in as many queries whatever the rows."""
    assert here.subject is not None
    record = apps.get_model(here.step.record).objects.get(pk=here.subject.id)
    closed = guard.asks_reason(here.facts, here.step, here.subject)
    held = minutes_part(meeting)
    own = here.subject_title if here.subject_title != here.step.title else ""
    return {
        "title": meeting.title,
        "subtitle": own or here.heading["title"],
        "points": [
            _point(here, number, point, record, closed) for number, point in enumerate(meeting.agenda, 1)
        ],
        "minutes": _held(here, held, record, closed),
        **live(here, meeting),
        "closed": closed,
        "back_url": here.url,
        "crumbs": here.trail("Möte"),
    }


def live(here: InStep, meeting: Meeting) -> dict[str, Any]:
    """What is computed from what people write, and shown anew whenever something is saved."""
    assert here.subject is not None
    return {
        "met_on": day(here.subject[meeting.day]),
        "begun": here.subject[meeting.day] == here.facts.today,
        "lines": minutes.suggested(here.facts, here.step, here.subject),
        "begin_url": url(here, "meeting_begin"),
        "take_url": url(here, "meeting_minutes"),
        "idem": uuid.uuid4().hex,
        "shows": [
            {"key": f"visar-{number}", "template": point.template, "data": import_string(point.load)(here)}
            for number, point in enumerate(meeting.agenda, 1)
            if point.load
        ],
    }


def _point(here: InStep, number: int, point: Point, record: Any, closed: bool) -> dict[str, Any]:
    return {
        "number": number,
        "title": point.title,
        "minutes": minutes_of(here.subject[point.minutes] or 0) if here.subject and point.minutes else "",
        "asks": point.asks,
        "shows": f"visar-{number}" if point.load else "",
        "parts": [_part(here, part, record, closed) for part in point.parts],
    }


def _part(here: InStep, part: Part, record: Any, closed: bool) -> dict[str, Any]:
    section = narrowed(here, part)
    rows = [record] if isinstance(section, Section) else _rows(here, section, part)
    anchor = "" if isinstance(section, Section) else part.key
    found: dict[str, Any] = {"anchor": anchor, "entries": [], "read": [], "empty": ""}
    if closed:
        found["read"] = [_read(here, part, section, obj) for obj in rows]
        return found
    forms = Forms(here, section)
    found["entries"] = [entry(here, part, section, obj, forms=forms) for obj in rows]
    new = narrowed(here, part, new=True)
    if part.add and isinstance(new, Rows):
        found["entries"].append(_new(here, part, new))
    elif not rows:
        found["empty"] = "Inget att fylla i ännu."
    return found


def _rows(here: InStep, section: Rows, part: Part) -> list[Any]:
    keys = [row.id for row in table_rows(here, section) if part.that(row)]
    return list(apps.get_model(section.model).objects.filter(pk__in=keys).order_by("pk"))


def _new(here: InStep, part: Part, section: Rows) -> dict[str, Any]:
    blank = apps.get_model(section.model)()
    if not section.owner:
        setattr(blank, f"{section.parent}_id", here.subject.id if here.subject else None)
    initial = {n: v for n, v in suggested(here, section, blank).items() if n in section.fields}
    return entry(here, part, section, blank, initial=initial)


def _held(here: InStep, part: Part, record: Any, closed: bool) -> dict[str, Any]:
    section = narrowed(here, part)
    return _read(here, part, section, record) if closed else entry(here, part, section, record)


def _read(here: InStep, part: Part, section: Section | Rows, obj: Any) -> dict[str, Any]:
    """A row as text: the step is done, and is not changed in passing."""
    model = type(obj)
    row = {field.attname: getattr(obj, field.attname) for field in model._meta.concrete_fields}
    values = Values(here.facts)
    return {
        "key": key_of(part, section, obj),
        "title": (name_of(obj) if len(section.fields) > 1 else "")
        if isinstance(section, Rows)
        else part.title,
        "facts": [
            {"label": label_of(model, name), "value": values.show(model, name, row)}
            for name in section.fields
        ],
    }
