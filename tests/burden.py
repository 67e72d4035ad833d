"""The smallest promise that the guard lets through, and what people had to enter for it (X-18).

Works on loaded facts alone. What the forms suggest is accepted wherever the guard is content with it;
then whatever can be taken away without any gate closing is taken away: single answers, whole rows, and
last the deviations. What is left and nobody suggested is what people really have to give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from processes import freshness, guard
from processes.guard import PROMISE_STEP
from processes.method import Facts, Gate, Method, Row, Rows, Section, Step, Strength
from processes.plan import acceptance

DEVIATION = "processes.Deviation"
# What a feedback and a deviation ask of people; they are forms beside the declared sections.
BESIDE = {
    "processes.Feedback": ("audiences", "given_on", "channel", "text"),
    DEVIATION: ("codes", "reason"),
}
ONE_CLICK = ("processes.Judgement", "processes.Tick")
# One focus area, three activities, one dialogue of each kind: these rows stay.
STAYS = {"processes.FocusArea", "processes.Activity", "agreements.PromiseFocus"}

Entry = tuple[str, int, str]
Key = tuple[str, int]


class Least:
    """A round's facts with everything taken away that nobody misses."""

    def __init__(self, method: Method, facts: Facts, given: set[Entry], explained: Iterable[str] = ()):
        self.method = method
        self.today, self.round_id = facts.today, facts.round.id
        self.rows: dict[Key, dict[str, Any]] = {(r.model, r.id): dict(r) for r in facts.all_rows()}
        self.given = set(given)
        for key in explained:
            self._explain(method[key])
        assert self._all_open(), "the round to begin with is not complete"
        self._accept_suggestions()
        for model, pk, name in list(self.entries()):
            if name and model != DEVIATION and _field(model, name).blank:
                self._try(lambda key=(model, pk), name=name: self._blank(key, name))
        for model, pk in sorted(self._removable(), key=lambda key: key[0] == DEVIATION):
            self._try(lambda key=(model, pk): self._without_row(*key))

    def _explain(self, step: Step) -> None:
        """One deviation for all "bör" of a step, of each of its subjects."""
        codes = [c.key for c in step.criteria if c.strength is Strength.SHOULD]
        for _, pk in [key for key in self.rows if key[0] == step.record]:
            about = {"step": step.key, "subject_model": step.record, "subject_id": pk}
            about["process_id"] = self.round_id
            values = {"codes": codes, "reason": "Vi är få.", "withdrawn": False, **about}
            self.rows[DEVIATION, -len(self.rows)] = values

    # --- what the forms say before anyone has typed ---

    def _accept_suggestions(self) -> None:
        for step in self.method:
            for part in step.sections:
                if isinstance(part, Section | Rows) and part.suggest is not None:
                    model = part.model if isinstance(part, Rows) else step.record
                    for pk in sorted(pk for label, pk in self.rows if label == model):
                        self._accept(step, part, (model, pk))

    def _accept(self, step: Step, part: Section | Rows, key: Key) -> None:
        there = {k: dict(v) for k, v in self.rows.items()}
        if isinstance(part, Rows):  # as it was when the row was added: neither it nor later ones
            there = {k: v for k, v in there.items() if k[0] != key[0] or k[1] < key[1]}
        else:
            there[key] |= {_attname(there[key], n): _nothing(there[key], n) for n in part.fields}
        facts = Facts([Row(model, pk, values) for (model, pk), values in there.items()], self.today)
        subject = facts.get(step.record, self._subject_of(step, part, key))
        for name, value in part.suggest(facts, subject).items() if subject else ():
            if value in (None, ""):
                continue
            self._try(lambda name=name, value=value: self._set(key, name, value))
            if self.rows[key][_attname(self.rows[key], name)] == value:
                self.given.add((*key, name))

    def _subject_of(self, step: Step, part: Section | Rows, key: Key) -> int:
        if isinstance(part, Rows) and not part.owner:
            return self.rows[key][f"{part.parent}_id"]
        return key[1] if isinstance(part, Section) else next(pk for m, pk in self.rows if m == step.record)

    # --- taking away ---

    def _try(self, change: Callable[[], None]) -> None:
        before = {key: dict(values) for key, values in self.rows.items()}
        change()
        if not self._all_open():
            self.rows = before

    def _removable(self) -> Iterator[Key]:
        subjects = {step.record for step in self.method}
        for model, pk in self.rows:
            child = model in self.method.parents and model not in subjects | STAYS
            if child or model in (*BESIDE, *ONE_CLICK):
                yield model, pk

    def _without_row(self, model: str, pk: int) -> None:
        del self.rows[model, pk]
        for (label, _), values in self.rows.items():
            for name, target in _links(label).items():
                if target == model and values.get(name) == pk:
                    values[name] = None

    def _set(self, key: Key, name: str, value: Any) -> None:
        self.rows[key][_attname(self.rows[key], name)] = value

    def _blank(self, key: Key, name: str) -> None:
        self._set(key, name, _nothing(self.rows[key], name))

    # --- asking the guard ---

    def _facts(self) -> Facts:
        """The facts as they stand, with every decision made on just that, and every yes given to it."""
        facts = Facts([Row(model, pk, values) for (model, pk), values in self.rows.items()], self.today)
        for row in facts.rows("processes.Decision"):
            step = self.method[row.step]
            if (subject := facts.get(row.subject_model, row.subject_id)) is not None:
                self.rows[row.model, row.id]["inputs"] = freshness.fingerprint(facts, step, subject)
        for share in facts.rows(acceptance.PARTY):
            if share.accepted_on:
                self.rows[share.model, share.id]["accepted_terms"] = acceptance.terms(facts, share)
        return facts

    def _all_open(self) -> bool:
        facts = self._facts()
        return all(
            guard.evaluate(self.method, gate, facts, step, subject).ok
            for step in self.method
            for gate in ((Gate.SIGN,) if step.key == PROMISE_STEP else step.gates)
            for subject in guard.subjects(facts, step)
        )

    # --- counting ---

    def entries(self) -> Iterator[Entry]:
        """(model, row, field) of every answer that a person gave; of ticks and judgements no field."""
        for model, pk in self.rows:
            if model in ONE_CLICK:
                yield model, pk, ""
            for name in asked(self.method).get(model, ()):
                if self._was_given(model, pk, name):
                    yield model, pk, name

    def _was_given(self, model: str, pk: int, name: str) -> bool:
        values = self.rows[model, pk]
        value = values.get(_attname(values, name))
        cause = self.rows.get(("processes.Cause", values.get("cause_id") or 0), {})
        follows = name == "focus_area" and value == cause.get("focus_area_id")  # see Aimed.save
        blank = value in (None, "", [])
        return not (blank or follows or (model, pk, name) in self.given or value == _default(model, name))

    def prose(self) -> list[Entry]:
        """Those of the entries that are texts of one's own rather than a line or a choice."""
        return [e for e in self.entries() if e[2] and isinstance(_field(e[0], e[2]), models.TextField)]


def asked(method: Method) -> dict[str, tuple[str, ...]]:
    """The fields that people are asked for, by model."""
    found: dict[str, tuple[str, ...]] = dict(BESIDE)
    for step in method:
        for section in step.sections:
            if isinstance(section, Section | Rows):
                model = section.model if isinstance(section, Rows) else step.record
                found[model] = tuple(dict.fromkeys((*found.get(model, ()), *section.fields)))
    return found


def _attname(values: dict[str, Any], name: str) -> str:
    return name if name in values else f"{name}_id"


def _nothing(values: dict[str, Any], name: str) -> Any:
    return "" if isinstance(values.get(_attname(values, name)), str) else None


def _field(model: str, name: str) -> models.Field:
    return apps.get_model(model)._meta.get_field(name)


def _default(model: str, name: str) -> Any:
    field = _field(model, name)
    return field.get_default() if field.has_default() else None


@cache
def _links(model: str) -> dict[str, str]:
    fields = apps.get_model(model)._meta.concrete_fields
    return {f.attname: f.related_model._meta.label for f in fields if f.is_relation}
