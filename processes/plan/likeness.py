"""Whether two texts are about the same thing, by the stems of their words. Pure.

Swedish bends words at the end and puts them together at the front, so a stem is a word's first letters, and it
is found in the beginning, the middle or the end of another: "patrullera" in "fotpatruller".
"""

from __future__ import annotations

import re

LEAST, STEM = 5, 6
_WORD = re.compile(rf"[^\W\d_]{{{LEAST},}}")
# Long words that say nothing of what is done.
_EMPTY = frozenset(
    _WORD.findall(
        "under efter innan också eller genom samma minst andra annan varje alltid mellan kring område områden "
        "områdets period perioden aktivitet aktiviteter arbete arbeta samverkan medborgare medborgarna "
        "tillsammans klockan tillfälle tillfällen"
    )
)


def words(text: str) -> set[str]:
    """The words that can tell what a text is about."""
    return {word for word in _WORD.findall(text.lower()) if word not in _EMPTY}


def stem(word: str) -> str:
    """A word without its ending."""
    return word[:STEM] if len(word) > STEM else word[:LEAST]


def shared(one: str, other: str) -> int:
    """How many of the words of one text have their like in the other. Symmetric only in whether there are any."""
    theirs = words(other)
    return sum(1 for word in words(one) if any(_alike(word, their) for their in theirs))


def _alike(one: str, other: str) -> bool:
    return stem(one) in other or stem(other) in one
