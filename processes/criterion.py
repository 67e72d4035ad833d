"""A demand: what it says, at which gate it is asked, and how what is missing is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .facts import Facts, Row
from .vocabulary import Gate, How, Role, Strength


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where a criterion is not met: which anchor mends it, and what stands there now.

    `anchor` is "section", "section.field", "judgements", "checklist" or "feedback". `row` is the
    row inside a Rows section; `step` and `subject` are named when the mend lies in another step,
    `fixers` when it takes others than those who edit the section.
    """

    anchor: str
    current: str = ""
    row: Row | None = None
    step: str = ""
    subject: Row | None = None
    about: str = ""
    fixers: tuple[Role, ...] = ()


Find = Callable[[Facts, Row], Iterable[Finding]]


def _always(facts: Facts, subject: Row) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Criterion:
    """A demand of the method or of the product, at one gate, judged on one subject."""

    code: str
    strength: Strength
    gate: Gate
    text: str
    source: str
    find: Find
    how: How = How.COMPUTED
    when: Callable[[Facts, Row], bool] = _always
    fixers: tuple[Role, ...] = ()
    question: str = ""
    each: str = ""
    notice: str = ""
    """What is said of it at the subject and in lists from the start, and not at its gate alone."""
    per_round: bool = False
    """Whether a reason given in one round leaves it unexplained in another that shares the subject."""

    @property
    def key(self) -> str:
        """Unique in the method: a row may be asked at two gates with two strengths."""
        return f"{self.code}:{self.gate}"
