"""What a hint is: advice about how one field is worded. Part of the kernel's types.

A hint stops nothing and is no demand; only gates stop. It can be silenced by whoever is tired of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .facts import Facts, Row


@dataclass(frozen=True, slots=True)
class Hint:
    """What could be said more clearly, why, and how it can sound. Silenced by its code."""

    code: str
    title: str
    why: str
    example: str
    words: tuple[str, ...] = ()
    """The words in the text that it is about, if any."""

    def about(self, words: Iterable[str]) -> Hint:
        """The same hint, pointing at some words."""
        return replace(self, words=tuple(words))


@dataclass(frozen=True, slots=True)
class Advice:
    """Which hints a field can give. `give` looks at the row being written; one not saved has id 0."""

    field: str
    kinds: tuple[Hint, ...]
    give: Callable[[Facts, Row], Iterable[Hint]]
    aim: str = ""
    """What the hints are for, after "2 tips för …"."""
