"""What a step's page is made of: fields, rows, tools and documents, each declared as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .advice import Advice
from .facts import Facts, Row
from .intake import Intake
from .offers import Adopt
from .vocabulary import Role, Withheld

Suggest = Callable[[Facts, Row], Mapping[str, Any]]
"""What the round already says of a form's blank fields, to be kept or changed: nothing is typed twice.
A word of an administrator's list is suggested by itself, and left out where the list has it no longer."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Some of a form's fields under a heading of their own, folded away until they are wanted."""

    title: str
    fields: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """Fields of a form that mean something only when another field has one of some values. The page may put
    them out of sight otherwise; the guard asks by itself."""

    fields: tuple[str, ...]
    other: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Some fields of the step's record, edited together as one form."""

    key: str
    title: str
    fields: tuple[str, ...]
    intro: str = ""
    edited_by: tuple[Role, ...] = ()
    own_words: bool = False
    """Whether the texts must stand here, so that no attachment answers in their place."""
    suggest: Suggest | None = None
    folds: tuple[Fold, ...] = ()
    internal: bool = False
    """Whether it stays inside: no part of what is handed over to others (LAG-2)."""
    withheld: Withheld | None = None
    """Why it is left out of what is handed out on request, until a named person says otherwise (X-16)."""
    shown_by: str = ""
    """Key of the panel that shows the fields, as for Rows."""
    advice: tuple[Advice, ...] = ()
    """Hints on how fields are worded. They stop nothing (see advice)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Child rows of the step's record (or of the round), each edited as its own small form."""

    key: str
    title: str
    model: str
    parent: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    add_label: str = "Lägg till"
    intro: str = ""
    empty: str = "Inget ännu."
    edited_by: tuple[Role, ...] = ()
    owner: str = ""
    """Label of the model that `parent` points at; the step's record when empty. When it is
    neither the record nor the round, `parent` is one of the form's fields."""
    kept: tuple[str, ...] = ()
    """Fields that never change once saved; such rows are never taken away either (LAG-10)."""
    masked: tuple[str, ...] = ()
    """Fields in which personal data are pointed out before saving, and masked where they are shown (LAG-9)."""
    follow: str = ""
    """Dotted path to `follow(*, by, round_, row, before, reason)`: what a row that is saved takes with it, in
    the same act; `before` is the row as it stood."""
    bound: str = ""
    """Dotted path to `bound(row) -> str`: why a row is not simply changed, and not taken away at all."""
    prefilled: tuple[Mapping[str, Any], ...] = ()
    """Rows that exist from the start, so that nobody begins on an empty page."""
    counted: bool = False
    """Whether there may be a thousand of them (views): then the rows are no facts and no decision
    rests on each; the record's FACTS count them."""
    suggest: Suggest | None = None
    folds: tuple[Fold, ...] = ()
    internal: bool = False
    """Whether it stays inside: no part of what is handed over to others (LAG-2)."""
    withheld: Withheld | None = None
    """Why it is left out of what is handed out on request, until a named person says otherwise (X-16)."""
    beside: tuple[Panel, ...] = ()
    """Panels beside the rows' form, to choose by: `load(here, form) -> dict`. A button in one fills in
    what its value says ("name=value&…") when it is called "fyll" and belongs to the form "formular"."""
    only_when: tuple[When, ...] = ()
    shown_by: str = ""
    """Key of the panel of the step that shows the rows instead of a table of their own; their forms
    and anchors stay what they are."""
    own: str = ""
    """The field that names the party a row speaks for, when those who don't lead the round write for
    their own organisation only."""
    settled: bool = False
    """Whether a row that is added once the step is done has its reason, as a change has; elsewhere it is
    new material, which is taken note of."""
    afterwards: tuple[str, ...] = ()
    """Fields that answer what the row says once the step is done: no decision rests on them."""
    advice: tuple[Advice, ...] = ()
    fast: str = ""
    """Name of the address (round, subject) where rows are written in one after the other."""
    intake: Intake | None = None
    """That rows can also come in from a spreadsheet (see importing)."""
    adopts: tuple[Adopt, ...] = ()
    """What was said elsewhere and becomes a row here with one press, its origin kept (see actions.adopting)."""

    @property
    def free(self) -> bool:
        """Whether no decision rests on any of the rows, so that they change without a reason."""
        return self.counted or set(self.fields) <= set(self.afterwards)


@dataclass(frozen=True, slots=True)
class Panel:
    """Another app's data or a tool, shown in the step: `load` is a dotted path to
    `load(here) -> dict`, `template` what draws it. Whoever shows the rows of a section finds
    where they are edited through `pages.links.Ways`."""

    key: str
    title: str
    load: str
    template: str


AnySection = Section | Rows | Panel


@dataclass(frozen=True, slots=True)
class Doc:
    """Something to take along from a step: `build` is a dotted path to `build(here)`, which gives
    a tree; `forms` says as what it can be had ("html", "pdf", "pptx", "xlsx")."""

    key: str
    title: str
    build: str
    forms: tuple[str, ...]
    hint: str = ""
    shown_by: str = ""
    """Key of the panel of the step that shows it, and not among the others."""
    yearly: bool = False
    """Whether it can be had of one calendar year, of a round that spans several."""
