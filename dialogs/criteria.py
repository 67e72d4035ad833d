"""The shapes of criteria that the dialogues share."""

from collections.abc import Iterable
from dataclasses import replace

from processes.criteria import shown
from processes.method import Criterion, Facts, Find, Finding, Row

THEN = "genomforande"
"""The section in which each kind of dialogue tells how it went."""


def took_place(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The dialogue has taken place: a day is given, and it isn't ahead of us."""
    if subject.held_on is None:
        yield Finding(f"{THEN}.held_on", shown(None))
    elif subject.held_on > facts.today:
        yield Finding(f"{THEN}.held_on", f"{subject.held_on}, det har inte varit än")


def also(criterion: Criterion, find: Find) -> Criterion:
    """The criterion, met only when `find` finds nothing either."""

    def both(facts: Facts, subject: Row) -> Iterable[Finding]:
        yield from find(facts, subject)
        yield from criterion.find(facts, subject)

    return replace(criterion, find=both)
