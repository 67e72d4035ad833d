"""A meeting as the method suggests it: what to talk about in which order, and what is filled in meanwhile.

Part of the kernel's types. Declared on a step it gives one page for the projector, whose changes become
suggested minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .facts import Row

Words = str | Mapping[Any, str]
"""How a changed answer is told in the minutes: "prioritet {}", or a word for each value."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some fields of a section of the step, filled in together at one point of the meeting.

    `key` names it in addresses. With `add` new rows are begun there, by those fields; `that` says
    which of the rows are taken up, `given` what is the same for all that begin here.
    """

    key: str
    section: str
    fields: tuple[str, ...]
    title: str = ""
    add: tuple[str, ...] = ()
    that: Callable[[Row], bool] = field(default=lambda row: True)
    given: Mapping[str, Any] = field(default_factory=dict)
    add_label: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the agenda: its questions, what is filled in, and a dotted path to something to look at
    (`load(here) -> dict`, drawn by `template`). `minutes` is the record's field that says how long it takes."""

    title: str
    asks: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    load: str = ""
    template: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting held on the step's content, on one projected page (GEM-8, PRB-7).

    `held` names the section that tells of it, in the fields `day`, `present` and `minutes`; `words` says
    how changed answers are told in the minutes.
    """

    title: str
    agenda: tuple[Point, ...]
    held: str = "motet"
    day: str = "met_on"
    present: tuple[str, ...] = ("participants",)
    minutes: str = "minutes"
    words: Mapping[str, Words] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        """All that is filled in during the meeting, in order."""
        return tuple(part for point in self.agenda for part in point.parts)

    def part(self, key: str) -> Part | None:
        """The part with that key, or none."""
        return next((part for part in self.parts if part.key == key), None)
