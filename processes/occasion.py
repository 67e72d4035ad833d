"""When something is to be told about a step (KOM-4). Part of the kernel's types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .facts import Facts


def _no_day(facts: Facts) -> date | None:
    return None


@dataclass(frozen=True, slots=True)
class Occasion:
    """A time at which people should hear from the parties, and how it can be done.

    Declared by the step it belongs to; a line of the communication plan names it by its key.
    """

    key: str
    title: str
    what: str
    to: str
    direction: str
    """"internal", "external" or "both"."""
    channel: str
    when: str
    """In words, until a day is set."""
    advice: str = ""
    on: Callable[[Facts], date | None] = _no_day
    """The day it falls on, as far as the round tells."""
    from_start: bool = False
    """Whether every plan has a line for it from the start."""
