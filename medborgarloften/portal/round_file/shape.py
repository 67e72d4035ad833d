"""What the file holds, read off the method: a field or a section that is declared joins by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.db import models

from processes.method import Kind as StepKind
from processes.method import Method, Panel, Rows, Section, Step
from processes.models import Area, Organisation, Process, Term, User

ROUND = Process._meta.label
# That a party has taken something on is its own word. It is told in the file's history, never taken in.
ACCEPTANCE = ("accepted_on", "accepted_note")


@dataclass(frozen=True, slots=True)
class Kind:
    """The rows of one model: the step they belong to, where they are edited and what they hold."""

    label: str
    step: Step
    sections: tuple[Section | Rows, ...]
    fields: tuple[models.Field, ...]
    parent: str = ""
    """The field that points at the row above; empty for what hangs under the round itself."""

    @property
    def model(self) -> type[models.Model]:
        """The rows' model."""
        return apps.get_model(self.label)

    @property
    def is_record(self) -> bool:
        """Whether the rows are the step's own subjects, and not rows under them."""
        return self.step.record == self.label

    @property
    def place_in_step(self) -> int:
        """Where on the step's page they stand; its own subjects first."""
        return -1 if self.is_record else self.step.sections.index(self.sections[0])

    @property
    def made_with_the_round(self) -> bool:
        """Whether a new round has its one such row from the start."""
        return self.is_record and self.step.kind is not StepKind.RECURRING

    @property
    def counted(self) -> bool:
        """Whether there may be thousands of them."""
        return any(getattr(section, "counted", False) for section in self.sections)

    @property
    def title(self) -> str:
        """What people call them."""
        return self.sections[0].title if not self.is_record and self.sections else self.step.title

    @property
    def pairs(self) -> tuple[str, ...]:
        """Names of links that any kind of row may be at the other end of: `<name>_model` and `<name>_id`."""
        names = {f.name for f in self.model._meta.concrete_fields}
        return tuple(n[:-6] for n in sorted(names) if n.endswith("_model") and f"{n[:-6]}_id" in names)


def refers_to(field: models.Field) -> str:
    """The label of what a field points at, or nothing."""
    return field.related_model._meta.label if field.is_relation else ""


# What stands outside the round, and is named in the file rather than numbered.
NAMED = {model._meta.label for model in (User, Area, Organisation, Term)}


@cache
def shape(method: Method) -> dict[str, Kind]:
    """Every kind of row that a file can hold, in such an order that links point backwards.

    Two kinds may point at each other; then one of them has links that point forward.
    """
    found = {kind.label: kind for kind in _kinds(method)}
    known = set(found) | NAMED
    for label, kind in found.items():
        fields = tuple(f for f in kind.fields if not f.is_relation or refers_to(f) in known)
        found[label] = Kind(label, kind.step, kind.sections, fields, kind.parent)
    order: dict[str, Kind] = {}
    for label in found:
        _put(label, found, order, set())
    return order


def _kinds(method: Method) -> Iterator[Kind]:
    where: dict[str, tuple[Step, list[Section | Rows]]] = {}
    for step in method:
        where.setdefault(step.record, (step, []))
        for section in step.sections:
            if not isinstance(section, Panel):
                label = section.model if isinstance(section, Rows) else step.record
                where.setdefault(label, (step, []))[1].append(section)
    for label, (step, sections) in where.items():
        if label != ROUND:
            yield _kind(label, step, sections)


def _kind(label: str, step: Step, sections: list[Section | Rows]) -> Kind:
    names = [name for section in sections for name in section.fields]
    parent = ""
    if step.record == label:
        names = [*step.add_fields, *names]
    else:
        rows = next(section for section in sections if isinstance(section, Rows))
        parent = "" if (rows.owner or step.record) == ROUND else rows.parent
        names = [parent, *names] if parent else names
    meta = apps.get_model(label)._meta
    fields = [meta.get_field(name) for name in dict.fromkeys(names) if name not in ACCEPTANCE]
    return Kind(label, step, tuple(sections), tuple(fields), parent)


def _put(label: str, found: dict[str, Kind], order: dict[str, Kind], on_the_way: set[str]) -> None:
    """Put a kind after those it points at, the one above it first."""
    if label in order or label in on_the_way:
        return
    on_the_way.add(label)
    for field in sorted(found[label].fields, key=lambda f: f.null):
        if refers_to(field) in found:
            _put(refers_to(field), found, order, on_the_way)
    order[label] = found[label]


@cache
def round_fields() -> tuple[models.Field, ...]:
    """What a round itself holds; what came before it stays where it is."""
    return tuple(
        f
        for f in Process._meta.concrete_fields
        if f.editable and not f.auto_created and refers_to(f) != ROUND
    )
