"""Hints, ready for the template: beside the field they are about, and gathered on the step's page.

They stop nothing. Whoever has silenced a kind sees it nowhere, but finds it where it can be had back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.forms import BaseForm
from django.urls import reverse
from django.utils.http import urlencode

from processes import guard, policies
from processes.guard import PROMISE_STEP, Status
from processes.method import Advice, Facts, Hint, Row, Rows, Section, Step

from . import links
from .values import name_of, short

if TYPE_CHECKING:
    from processes.views.here import InStep

LINES_SHOWN = 8
WRITING = (Status.TODO, Status.ACTIVE, Status.RETURNED, Status.STALE)


def written(here: InStep, part: Section | Rows, row: int, form: BaseForm | None = None) -> Row:
    """The row as it stands in the form; as it is saved where the form says nothing of worth."""
    model = apps.get_model(part.model if isinstance(part, Rows) else here.step.record)
    saved = here.facts.get(part.model, row) if isinstance(part, Rows) else here.subject
    values = dict(saved) if saved is not None else {}
    for name, value in (form.cleaned_data if form is not None and form.is_bound else {}).items():
        if name in part.fields:
            values[model._meta.get_field(name).attname] = getattr(value, "pk", value)
    return Row(model._meta.label, row if saved is not None else 0, values)


def beside(here: InStep, part: Section | Rows, advice: Advice, row: Row, silenced: frozenset[str]) -> dict:
    """What stands below a field: its hints, folded, and how to be rid of them."""
    given = list(advice.give(here.facts, row))
    shown = [hint for hint in given if hint.code not in silenced]
    return {
        "field": advice.field,
        "url": links.at("hints", here.round.pk, here.step, here.subject.id, part.key),
        "row": row.id,
        "hints": [_told(hint) for hint in shown],
        "summary": f"{len(shown)} tips för {advice.aim or 'tydligare text'}",
        "quiet": [hint.code for hint in given if hint.code in silenced],
        **_acts(here.url),
    }


def attach(here: InStep, part: Section | Rows, row: int, form: BaseForm, silenced: frozenset[str]) -> None:
    """Put the hints of a form beside its fields."""
    as_written = written(here, part, row, form)
    for advice in part.advice:
        form.fields[advice.field].hints = beside(here, part, advice, as_written, silenced)


def panel(here: InStep, silenced: frozenset[str]) -> dict[str, Any] | None:
    """All hints on the subject's lines, by kind; none when there is nothing to tell or nobody writes."""
    assert here.subject is not None
    if guard.status(here.facts, here.step, here.subject) not in WRITING:
        return None
    kinds: dict[str, dict[str, Any]] = {}
    quiet: dict[str, str] = {}
    lines = set()
    for line, hint in _lines(here):
        if hint.code in silenced:
            quiet[hint.code] = here.method.hints[hint.code].title
            continue
        lines.add(line["url"])
        found = kinds.setdefault(hint.code, _told(here.method.hints[hint.code]) | {"lines": []})
        found["lines"].append(line | {"words": _quoted(hint)})
    if not kinds and not quiet:
        return None
    ordered = [kinds[code] for code in here.method.hints if code in kinds]
    for kind in ordered:
        kind["more"] = len(kind["lines"][LINES_SHOWN:])
        kind["lines"] = kind["lines"][:LINES_SHOWN]
    number = len(lines)
    return {
        "title": f"Tips: {number} {'text' if number == 1 else 'texter'} kan bli tydligare"
        if number
        else "Tips",
        "kinds": ordered,
        "quiet": [{"code": code, "title": title} for code, title in quiet.items()],
        **_acts(here.url),
    }


def _lines(here: InStep) -> Iterator[tuple[dict[str, str], Hint]]:
    """Each hint with the text it is about and the way to its field, for those who may write there."""
    assert here.subject is not None
    facts = here.facts
    if here.step.key == PROMISE_STEP:
        facts = guard.promised(here.method, facts, here.subject)
    places = [(here.step, here.subject)]
    for key in here.step.carries:
        step = here.method[key]
        if policies.can_see_step(here.actor, step):
            places += [(step, row) for row in guard.subjects(here.facts, step)]
    for step, subject in places:
        for part in step.sections:
            if isinstance(part, Section | Rows) and policies.can_edit(here.actor, step, part):
                yield from _of_part(here, facts, step, subject, part)


def _of_part(
    here: InStep, facts: Facts, step: Step, subject: Row, part: Section | Rows
) -> Iterator[tuple[dict[str, str], Hint]]:
    args = (here.round.pk, step, subject.id, part.key)
    for row in _rows(facts, subject, part) if part.advice else ():
        for advice in part.advice:
            query = {links.FOCUS: advice.field}
            if isinstance(part, Rows):
                title, url = short(row[advice.field]), links.at("edit_row", *args, row.id, **query)
            else:
                label = apps.get_model(row.model)._meta.get_field(advice.field).verbose_name
                title, url = str(label), links.at("edit", *args, **query)
            for hint in advice.give(facts, row):
                yield {"title": title or name_of(row), "url": url}, hint


def _rows(facts: Facts, subject: Row, part: Section | Rows) -> list[Row]:
    if isinstance(part, Section):
        return [subject]
    rows = facts.rows(part.model)
    return rows if part.owner else [row for row in rows if row.get(f"{part.parent}_id") == subject.id]


def _told(hint: Hint) -> dict[str, str]:
    return {
        "code": hint.code,
        "title": hint.title,
        "why": hint.why,
        "example": hint.example,
        "words": _quoted(hint),
    }


def _quoted(hint: Hint) -> str:
    return ", ".join(f"”{word}”" for word in hint.words)


def _acts(path: str) -> dict[str, str]:
    """Where kinds are silenced and had back, and which page that leads back to."""
    query = urlencode({"path": path})
    return {
        "silence_url": f"{reverse('processes:silence_hints')}?{query}",
        "restore_url": f"{reverse('processes:restore_hints')}?{query}",
    }
