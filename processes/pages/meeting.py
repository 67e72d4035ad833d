"""What was written in a meeting, as lines for its minutes: read from the history of today (GEM-8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from processes import timeline
from processes.method import Rows

from .values import Values, name_of, short

if TYPE_CHECKING:
    from processes.views.here import InStep

LEFT_OUT = {"minutes", "participants", "met_on"}
LONGEST = 90  # of what is told of a text: the minutes are notes, the text itself stands in its field


def written_today(here: InStep) -> list[str]:
    """A line for each thing written today in the parts of the meeting, in order of time, each once."""
    meeting = here.step.meeting
    assert meeting is not None
    events, _ = timeline.events(here.round.pk)
    today = timezone.localdate()
    ours = [e for e in reversed(events) if timezone.localtime(e.at).date() == today and _concerns(here, e)]
    values = Values(here.facts, [(e.model, e.after) for e in ours])
    lines: dict[str, str] = {}
    for event in ours:
        for text in _lines(here, event, values):
            lines[text] = f"{timezone.localtime(event.at):%H.%M} {text}"
    return list(lines.values())


def _concerns(here: InStep, event: timeline.Event) -> bool:
    """Whether the change is of this meeting's content: a row of a part, or the subject itself."""
    label = event.model._meta.label
    for part in here.step.meeting.parts:  # type: ignore[union-attr]
        section = here.step.section(part.section)
        if isinstance(section, Rows) and section.model == label:
            parent = event.after.get(f"{section.parent}_id")
            return bool(section.owner) or (here.subject is not None and parent == here.subject.id)
    return label == here.step.record and here.subject is not None and event.object_id == here.subject.id


def _lines(here: InStep, event: timeline.Event, values: Values) -> Iterator[str]:
    noun = str(event.model._meta.verbose_name).capitalize()
    own = event.model._meta.label == here.step.record
    name = "" if own else short(name_of(event.model(**event.after)))
    if event.kind == "-":
        yield f"{noun} togs bort: {name}"
        return
    shown = _fields(here, event)
    changed = [n for n in event.changed if n.removesuffix("_id") in shown and n not in LEFT_OUT]
    told = [
        f"{str(event.model._meta.get_field(n.removesuffix('_id')).verbose_name).rstrip('?').lower()}: "
        f"{_cut(values.show(event.model, n.removesuffix('_id'), event.after))}"
        for n in changed
        if event.after.get(n) not in (None, "", name)
    ]
    head = noun if own else f"{noun} ”{name}”"
    if told:
        yield f"{head} – {'; '.join(told)}"
    elif event.kind == "+":
        yield f"{head} lades till"


def _cut(text: str) -> str:
    return text.rstrip(".") if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _fields(here: InStep, event: timeline.Event) -> set[str]:
    """The fields of the changed row that the meeting writes."""
    found: set[str] = set()
    for part in here.step.meeting.parts:  # type: ignore[union-attr]
        section = here.step.section(part.section)
        if event.model._meta.label == getattr(section, "model", here.step.record):
            found |= set(part.fields)
    return found


def not_yet(lines: list[str], minutes: str) -> list[str]:
    """The lines that the minutes don't hold yet, whatever the clock said when they were taken over."""
    held: Any = {line.partition(" ")[2].strip() for line in minutes.splitlines()}
    return [line for line in lines if line.partition(" ")[2].strip() not in held]
