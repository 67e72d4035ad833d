"""What has changed during a meeting, as lines for its minutes: read from the history (GEM-8, PRB-7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.formats import date_format

from . import timeline
from .criteria import TELLING
from .method import Facts, Meeting, Row, Rows, Step
from .pages.values import Values, short
from .timeline import Event

FROM_CHANGES = "Skrivet ur mötets ändringar"
"""The reason in history when the changes so far were taken into the minutes; later ones are still to be."""


@dataclass(frozen=True, slots=True)
class Window:
    """When a meeting began, from when its changes are still to be minuted, and when the day is over."""

    began: datetime
    since: datetime
    until: datetime


def window(step: Step, subject_id: int, met_on: date | None) -> Window | None:
    """A meeting begins when its day is set, if that is done on the very day; else with the day itself."""
    if met_on is None:
        return None
    history = apps.get_model(step.record).history.filter(id=subject_id).order_by("history_date", "history_id")
    until = _midnight(met_on + timedelta(days=1))
    began = _midnight(met_on)
    assert step.meeting is not None
    same_day = {step.meeting.day: met_on}
    other = history.exclude(**same_day).last()
    told = history.filter(**same_day)
    if other is not None:
        told = told.filter(history_id__gt=other.history_id)
    first = told.first()
    if first is not None and timezone.localdate(first.history_date) == met_on:
        began = first.history_date
    taken = history.filter(history_change_reason=FROM_CHANGES, history_date__lt=until).last()
    since = max(began, taken.history_date) if taken is not None else began
    return Window(began, since, until)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def suggested(facts: Facts, step: Step, subject: Row) -> list[str]:
    """Lines for what has been changed at the meeting and is not in its minutes yet."""
    assert step.meeting is not None
    when = window(step, subject.id, subject[step.meeting.day])
    return lines(facts, step, _changes(facts.round.id, step, subject.id, when)) if when else []


def _changes(round_id: int, step: Step, subject_id: int, when: Window) -> list[Event]:
    assert step.meeting is not None
    parents = {step.record: "id"}
    for part in step.meeting.parts:
        section = step.section(part.section)
        if isinstance(section, Rows):
            parents[section.model] = "" if section.owner else f"{section.parent}_id"
    found = timeline.during(round_id, parents, when.since, when.until)
    return [e for e in found if _own(e, parents[e.model._meta.label], subject_id)]


def _own(event: Event, parent: str, subject_id: int) -> bool:
    return not parent or event.after.get(parent) == subject_id


# --- In words ---


def lines(facts: Facts, step: Step, found: list[Event]) -> list[str]:
    """The changes told by time, one line for each row that was worked on in turn, oldest first:
    "14.05 Fokusområde: Tryggt torg – blir löfte". What was changed back says nothing."""
    values = Values(facts, [(e.model, row) for e in found for row in (e.before, e.after)])
    runs = groupby(found, key=lambda e: (e.model, e.object_id))
    told = (_line(step, values, list(run)) for _, run in runs)
    return [line for line in told if line]


def _line(step: Step, values: Values, run: list[Event]) -> str:
    first, last = run[0], run[-1]
    gone = last.kind == "-"
    told = ["togs bort"] if gone else list(_told(step, values, first, last))
    what = _what(step, last)
    renamed = what != _what(step, first, first.before)
    if (gone and first.kind == "+") or not (told or renamed):
        return ""
    said = ", ".join(told)
    text = f"{what} – {said}" if what and said else what or said[:1].upper() + said[1:]
    return f"{date_format(timezone.localtime(last.at), 'H.i')} {text}"


def _what(step: Step, event: Event, row: dict[str, Any] | None = None) -> str:
    """What a row is called: "Fokusområde: Tryggt torg". The step's own record needs no name."""
    row = event.after if row is None else row
    if event.model._meta.label == step.record or not row:
        return ""
    name = str(event.model._meta.verbose_name)
    title = next((str(row[n]) for n in TELLING if row.get(n)), "")
    return f"{name[:1].upper()}{name[1:]}{f': {short(title)}' if title else ''}"


def _told(step: Step, values: Values, first: Event, last: Event) -> Iterable[str]:
    """The answers that differ from what stood there before the run, in the order they are asked."""
    assert step.meeting is not None
    model = last.model
    for name in _asked(step, step.meeting, model._meta.label):
        field = model._meta.get_field(name)
        now = last.after.get(field.attname)
        names_the_row = name in TELLING and model._meta.label != step.record
        if names_the_row or now in (None, "") or now == first.before.get(field.attname):
            continue
        words = step.meeting.words.get(name, f"{str(field.verbose_name).rstrip('?').lower()}: {{}}")
        said = _filled(words, values, last, name) if isinstance(words, str) else words.get(now, "")
        if said:
            yield said


def _filled(words: str, values: Values, event: Event, name: str) -> str:
    shown = " ".join(short(values.show(event.model, name, event.after)).split())
    return words.format(shown[:1].lower() + shown[1:] if words == "{}" else shown) if shown else ""


def _asked(step: Step, meeting: Meeting, label: str) -> list[str]:
    """The fields of a model that the meeting asks for, each once."""
    found = [
        name
        for part in meeting.parts
        if part.section != meeting.held and _model(step, part.section) == label
        for name in (*part.fields, *part.given)
    ]
    return list(dict.fromkeys(found))


def _model(step: Step, key: str) -> str:
    section = step.section(key)
    return section.model if isinstance(section, Rows) else step.record
