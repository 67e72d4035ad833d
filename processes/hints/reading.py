"""How easy a Swedish text is to read: LIX, told in words. Pure.

LIX (Björnsson 1968) is the mean length of the sentences in words plus how many words of a hundred have more than
six letters. It knows nothing of what the text says, so it is a hint for whoever wants one and never a demand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from processes.advice import Hint

LEAST = 20
"""Words below which a measure would say more of chance than of the text."""
LONG_WORD, HEAVY, LONG_SENTENCE = 6, 50, 25
LEVELS = ((30, "Mycket lätt, som en barnbok"), (40, "Lätt, som en roman"), (50, "Lagom, som en dagstidning"),
          (60, "Tung, som en myndighetstext"))  # fmt: skip
HEAVIEST = "Mycket tung, som en lagtext"
_SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d[\d.,:]*")
READING = Hint(
    "reading",
    "Gör texten lättare att läsa",
    "Meningarna är långa, eller många ord är det. Den som läser på svenska som andra språk, eller i farten, "
    "tappar tråden.",
    "Dela den längsta meningen där det står ”och” eller ”som”. Byt ”genomföra insatser avseende” mot det ni gör.",
)


@dataclass(frozen=True, slots=True)
class Ease:
    """What was measured in a text."""

    words: int
    sentences: int
    long_words: int
    longest: str
    """The sentence with most words."""

    @property
    def lix(self) -> int:
        """The measure itself."""
        return round(self.words / self.sentences + 100 * self.long_words / self.words)

    @property
    def told(self) -> str:
        """What it means."""
        return next((words for limit, words in LEVELS if self.lix <= limit), HEAVIEST)

    @property
    def heavy(self) -> bool:
        """Whether most people would find it heavy."""
        return self.lix > HEAVY


def ease(text: str) -> Ease | None:
    """The measure of a text; none when it is too short to say anything of."""
    sentences = [own for part in _SENTENCE.split(text) if (own := _WORD.findall(part))]
    words = [word for own in sentences for word in own]
    if len(words) < LEAST:
        return None
    longest = max(sentences, key=len)
    long_words = sum(1 for word in words if sum(map(str.isalpha, word)) > LONG_WORD)
    return Ease(len(words), len(sentences), long_words, " ".join(longest))


def hints(text: str) -> Iterator[Hint]:
    """That the text is heavy, pointing at what weighs most: a long sentence, else the longest words."""
    found = ease(text)
    if found is None or not found.heavy:
        return
    if len(found.longest.split()) > LONG_SENTENCE:
        yield READING.about([f"{' '.join(found.longest.split()[:8])} …"])
    else:
        yield READING.about(sorted(dict.fromkeys(_WORD.findall(text)), key=len, reverse=True)[:3])
