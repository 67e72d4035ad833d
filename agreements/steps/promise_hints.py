"""How the promise's own words could be said more clearly. Its lines are the plan's, with their own hints."""

from __future__ import annotations

from collections.abc import Iterator

from processes.advice import Advice, Hint
from processes.hints import following, smart
from processes.hints.wording import Sentence
from processes.method import Facts, Row


def introduction(facts: Facts, promise: Row) -> Iterator[Hint]:
    """Words that promise a will and no change."""
    if vague := Sentence(promise.get("introduction") or "").vague_words:
        yield smart.VAGUE.about(vague)


def follow(facts: Facts, promise: Row) -> Iterator[Hint]:
    """Where, how often and from whom."""
    return following.hints(promise.get("follow") or "")


OWN_WORDS = (
    Advice("introduction", (smart.VAGUE,), introduction, "en tydligare inledning"),
    Advice("follow", following.KINDS, follow, "den som vill följa arbetet"),
)
