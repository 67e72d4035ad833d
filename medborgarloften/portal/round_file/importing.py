"""A file becomes a new round of drafts: whole, or not at all. Each row by the action that would have saved it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from processes import actions, policies, queries
from processes.method import Role, Rows, Section
from processes.models import Area, Party, Process, User
from processes.writing import demand, under_lock, write

from .plan import Plan, Planned
from .planning import plan
from .reading import FileRefused, Source
from .values import BLANK


@dataclass(frozen=True, slots=True)
class Imported:
    """The round that came of a file, step by step, and what of the file stayed out."""

    round: Process
    counts: list[dict[str, Any]]
    left_out: list[str]


def bring_in(
    *, by: User, data: Mapping[str, Any], source: Source, area: Area | None = None, title: str = ""
) -> Imported:
    """Make a new round of the file, in drafts. FileRefused tells the faults; then nothing is made.

    Whoever brings it in must be one who may start a round there. Nothing is decided, approved,
    judged or signed by it, whatever the file says.
    """
    demand(policies.can_start_round(Role(m.role) for m in queries.memberships(by)))
    planned = plan(data, by, area)
    with transaction.atomic():
        start = planned.start | ({"title": title} if title else {})
        round_ = actions.start_round(by=by, bare=True, reason=str(source), **start)
        _fill(by=by, round_=round_, planned=planned, source=source)
    return Imported(round_, planned.counts(), planned.left_out)


def try_out(**kwargs: Any) -> Imported:
    """The same, with nothing of it left afterwards."""
    with transaction.atomic():
        found = bring_in(**kwargs)
        transaction.set_rollback(True)
    return found


@under_lock
def _fill(*, by: User, round_: Process, planned: Plan, source: Source) -> None:
    filling = _Filling(by, round_, source)
    for rows in planned.rows.values():
        filling.make(rows)
    filling.finish()


class _Filling:
    """A new round being filled: which row here each row of the file has become."""

    def __init__(self, by: User, round_: Process, source: Source):
        self.by, self.round, self.source = by, round_, source
        self.made: dict[tuple[str, int], models.Model] = {}
        self.later: list[tuple[Planned, models.Model]] = []

    def make(self, rows: list[Planned]) -> None:
        """All rows of one kind."""
        kind = rows[0].kind
        if kind.counted:
            self._many(rows)
            return
        for planned in rows:
            values = planned.values | self._links(planned)
            made = _with_place(planned, self._one, planned, values)
            self.made[kind.label, planned.number] = made
            if planned.pairs or planned.links.keys() - values.keys():
                self.later.append((planned, made))

    def finish(self) -> None:
        """Set the links that pointed at rows made later."""
        for planned, made in self.later:
            made = _with_place(planned, self._save, planned, made, self._links(planned))
            for name, link in planned.pairs.items():
                setattr(made, f"{name}_model", link[0])
                setattr(made, f"{name}_id", self.made[link].pk)
            if planned.pairs:
                write(made, by=self.by, round_=self.round, reason=self._reason(planned))

    def _links(self, planned: Planned) -> dict[str, Any]:
        return {name: self.made[link] for name, link in planned.links.items() if link in self.made}

    def _reason(self, planned: Planned) -> str:
        return f"{self.source} {planned.note}".strip()

    def _common(self, planned: Planned) -> dict[str, Any]:
        return {
            "by": self.by,
            "round_": self.round,
            "step": planned.kind.step,
            "reason": self._reason(planned),
        }

    def _one(self, planned: Planned, values: dict[str, Any]) -> models.Model:
        kind = planned.kind
        if found := self._there(planned, values):
            return self._save(planned, found, values)
        if kind.is_record:
            fixed = {"process": self.round} if kind.step.path == "process" else {}
            _check(kind.model(**fixed, **values))
            return actions.create_subject(values=values, **self._common(planned))
        section, *others = _rows_sections(kind.sections)
        parent = self._parent(planned, section, values)
        _check(kind.model(**({section.parent: parent} if parent else {}) | values))
        made = actions.add(
            section=section, subject_id=0, parent=parent, values=values, **self._common(planned)
        )
        return self._save(planned, made, values, others) if others else made

    def _there(self, planned: Planned, values: Mapping[str, Any]) -> models.Model | None:
        """The row that the round has from the start, if this is one: a once-only record, a party."""
        kind = planned.kind
        if kind.label == Party._meta.label:
            return Party.objects.get(process=self.round, organisation=values["organisation"])
        if kind.made_with_the_round:
            return kind.model._base_manager.get(**{kind.step.path: self.round})
        return None

    def _parent(self, planned: Planned, section: Rows, values: Mapping[str, Any]) -> Any:
        """What the row hangs under, or none when that is one of its own fields."""
        if section.parent in section.fields:
            return None
        return values.get(section.parent) if planned.kind.parent else self.round

    def _save(
        self,
        planned: Planned,
        made: Any,
        values: Mapping[str, Any],
        sections: Iterable[Section | Rows] | None = None,
    ) -> Any:
        """Save what differs, section by section; what the file is silent about stays as it was."""
        for section in planned.kind.sections if sections is None else sections:
            fresh = {
                name: value
                for name, value in values.items()
                if name in section.fields and value not in BLANK and getattr(made, name) != value
            }
            if fresh:
                for name, value in fresh.items():
                    setattr(made, name, value)
                _check(made)
                made = actions.save(
                    section=section,
                    subject_id=made.pk,
                    obj=made,
                    version=made.version,
                    values=fresh,
                    **self._common(planned),
                )
        return made

    def _many(self, rows: list[Planned]) -> None:
        """Rows that come by the thousand are written together."""
        section = next(_rows_sections(rows[0].kind.sections))
        above = {} if rows[0].kind.parent else {section.parent: self.round}
        values = [above | planned.values | self._links(planned) for planned in rows]
        made = actions.add_many(section=section, rows=values, **self._common(rows[0]))
        self.made |= {(p.kind.label, p.number): row for p, row in zip(rows, made, strict=True)}


def _rows_sections(sections: Iterable[Section | Rows]) -> Iterator[Rows]:
    return (section for section in sections if isinstance(section, Rows))


def _check(row: models.Model) -> None:
    """What a form would have checked of the row as a whole."""
    row.clean()
    row.validate_unique()
    row.validate_constraints()


def _with_place(planned: Planned, act: Callable[..., Any], *args: Any) -> Any:
    """Do it; a refusal of the row says where in the file it stands."""
    try:
        return act(*args)
    except ValidationError as error:
        raise FileRefused(f"{planned.place}: {text}" for text in error.messages) from None
    except IntegrityError:
        raise FileRefused([f"{planned.place}: det finns redan en likadan rad."]) from None
