"""The shapes of criteria that the dialogues share."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils import timezone

from processes.criteria import evidence, shown
from processes.method import Criterion, Facts, Find, Finding, Row

THEN = "genomforande"
"""The section in which each kind of dialogue tells how it went."""


def took_place(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The dialogue has taken place: a day is given, and it isn't ahead of us."""
    if subject.held_on is None:
        yield Finding(f"{THEN}.held_on", shown(None))
    elif subject.held_on > facts.today:
        yield Finding(f"{THEN}.held_on", f"{subject.held_on}, det har inte varit än")


def judged_afterwards(key: str) -> Find:
    """What was said of how the dialogue went was said when it had been held."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        said = evidence(facts, "processes.Judgement", key, subject)
        if said is not None and subject.held_on and timezone.localdate(said.at) < subject.held_on:
            yield Finding("judgements", "bedömt innan dialogen hölls", about=key)

    return find


def also(criterion: Criterion, *finds: Find) -> Criterion:
    """The criterion, met only when none of `finds` finds anything either."""

    def all_of_them(facts: Facts, subject: Row) -> Iterable[Finding]:
        for find in (*finds, criterion.find):
            yield from find(facts, subject)

    return replace(criterion, find=all_of_them)
