"""Facts: all the guard may know of one round, as plain rows. Part of the kernel's types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any


class Row(Mapping[str, Any]):
    """One fact: a database row as plain values, read by attribute or key. `model` is its label."""

    __slots__ = ("_values", "id", "model")

    def __init__(self, model: str, pk: int, values: Mapping[str, Any]):
        self.model = model
        self.id = pk
        self._values = values

    def __getattr__(self, name: str) -> Any:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"{self.model} has no loaded fact {name!r}") from None

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"<{self.model} {self.id}>"


class Facts:
    """All the guard may know of one round: rows by model label, and what day it is.

    Facts are loaded once and never ask the database. They never hold intelligence (LOK-5).
    """

    def __init__(self, rows: Iterable[Row], today: date, whole: Facts | None = None):
        self.today = today
        self.whole = whole or self
        self._by_model: dict[str, dict[int, Row]] = {}
        for row in rows:
            self._by_model.setdefault(row.model, {})[row.id] = row

    def rows(self, model: str, **equal: Any) -> list[Row]:
        """The rows of a model whose values equal those given, in order of creation."""
        found: Iterable[Row] = self._by_model.get(model, {}).values()
        for name, value in equal.items():
            found = [row for row in found if row[name] == value]
        return list(found)

    def one(self, model: str, **equal: Any) -> Row | None:
        """The first such row, or none."""
        return next(iter(self.rows(model, **equal)), None)

    def get(self, model: str, pk: int | None) -> Row | None:
        """The row with that key, or none."""
        return self._by_model.get(model, {}).get(pk) if pk is not None else None

    def narrowed(self, focus: Iterable[int], parents: Mapping[str, tuple[str, str]]) -> Facts:
        """The facts that concern some focus areas only: those of one promise.

        Rows of other focus areas are left out, and so is what hangs under them. `parents` maps
        a row's label to (its parent's label, the key that points there).
        """
        own = frozenset(focus)
        kept: dict[str, set[int]] = {}

        def concerns(row: Row) -> bool:
            if row.model == "processes.FocusArea":
                return row.id in own
            if row.get("focus_area_id") is not None:
                return row["focus_area_id"] in own
            label, name = parents.get(row.model, ("", ""))
            parent = self.get(label, row.get(name)) if label else None
            return parent is None or parent.id in kept_of(label)

        def kept_of(label: str) -> set[int]:
            if label not in kept:
                kept[label] = {r.id for r in self.rows(label) if concerns(r)}
            return kept[label]

        rows = [row for row in self.all_rows() if row.id in kept_of(row.model)]
        return Facts(rows, self.today, self)

    def joined(self, rows: Iterable[Row]) -> Facts:
        """The same facts and some rows more."""
        return Facts([*self.all_rows(), *rows], self.today)

    def all_rows(self) -> Iterator[Row]:
        """Every row of every model."""
        for rows in self._by_model.values():
            yield from rows.values()

    @property
    def round(self) -> Row:
        """The round itself."""
        (row,) = self._by_model["processes.Process"].values()
        return row

    @cached_property
    def has_municipality(self) -> bool:
        """Whether a municipality is a party; rows that need it apply only then."""
        return bool(self.rows("processes.Party", kind="municipality"))
