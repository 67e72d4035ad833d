"""How the promise's own words could be said more clearly. Its lines are the plan's, with their own hints."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from processes.advice import Advice, Hint
from processes.hints import following, reading, smart
from processes.hints.wording import Sentence
from processes.method import Facts, Row


def introduction(facts: Facts, promise: Row) -> Iterator[Hint]:
    """Words that promise a will and no change, and what makes it heavy to read."""
    said = promise.get("introduction") or ""
    if vague := Sentence(said).vague_words:
        yield smart.VAGUE.about(vague)
    yield from reading.hints(said)


def follow(facts: Facts, promise: Row) -> Iterator[Hint]:
    """Where, how often and from whom."""
    said = promise.get("follow") or ""
    yield from following.hints(said)
    yield from reading.hints(said)


def readable(name: str) -> Callable[[Facts, Row], Iterator[Hint]]:
    """What makes a field heavy to read."""
    return lambda facts, promise: reading.hints(promise.get(name) or "")


OWN_WORDS = (
    Advice("introduction", (smart.VAGUE, reading.READING), introduction, "en tydligare inledning"),
    Advice("picture", (reading.READING,), readable("picture"), "en text som är lättare att läsa"),
    Advice("follow", (*following.KINDS, reading.READING), follow, "den som vill följa arbetet"),
    Advice("involvement", (reading.READING,), readable("involvement"), "en text som är lättare att läsa"),
)
