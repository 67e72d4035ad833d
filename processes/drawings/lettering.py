"""How much room words take in a drawing, and how they are broken to fit it.

A drawing is made without a browser, so the widths are those of Source Sans Semibold, rounded up.
"""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
WIDEST = 1.0
_CLASSES = {
    0.21: " ",
    0.29: ",.:;ilIj|'’‘",
    0.39: "rtf()[]-·/!",
    0.49: 'csz”“"*',
    0.53: "aegkvxyJLFY0123456789–?",
    0.59: "bdhnopquAESTVXZ",
    0.68: "BCDGHKNOPQRU&+=<>",
    0.76: "wM",
    0.88: "mW%@",
}
_WIDTHS = {letter: share for share, letters in _CLASSES.items() for letter in letters}


def width(text: str, size: float) -> float:
    """At most how wide the text is when it is set in that size."""
    # An accented letter is as wide as the letter under its accent.
    bare = (unicodedata.normalize("NFD", letter)[0] for letter in unicodedata.normalize("NFC", text))
    return size * sum(_WIDTHS.get(letter, WIDEST) for letter in bare)


def fitted(text: str, room: float, size: float) -> str:
    """The text, ended by an ellipsis when there is no room for all of it."""
    if width(text, size) <= room:
        return text
    while text and width(text + ELLIPSIS, size) > room:
        text = text[:-1].rstrip(" ,.–-")
    return text + ELLIPSIS


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """The text in at most so many lines; what finds no room is told by an ellipsis."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < lines - 1:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        found.append(fitted(line, room, size))
    if words:
        found.append(fitted(" ".join(words), room, size))
    return found
