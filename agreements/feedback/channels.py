"""One text, ready for several channels: a short post, the web, and a letter to a workplace meeting. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

POST = 280
"""Longest post, in characters, its link included."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Told:
    """What was told: the text, what it is about, the promise's name, and where it can be followed."""

    text: str
    about: str
    promise: str
    url: str
    contact: str


def short_post(told: Told) -> str:
    """The first sentences that fit, whole, and the link; a longer first sentence is cut at a word."""
    room = POST - (len(told.url) + 1 if told.url else 0)
    sentences = _SENTENCE.split(" ".join(told.text.split()))
    post = ""
    for sentence in sentences:
        longer = f"{post} {sentence}".strip()
        if len(longer) > room:
            break
        post = longer
    if not post:
        post = f"{sentences[0][: room - 1].rpartition(' ')[0] or sentences[0][: room - 1]}…"
    return f"{post} {told.url}".strip()


def web_text(told: Told) -> str:
    """A heading, the whole text, and where the work can be followed."""
    heading = f"Så går det med {told.about[:1].lower()}{told.about[1:].rstrip('.')}" if told.about else ""
    heading = heading or (f"Så går det med löftet ”{told.promise}”" if told.promise else "Så går det")
    parts = [heading, told.text.strip()]
    if told.promise and told.about:
        parts.append(f"Det här är en del av medborgarlöftet ”{told.promise}”.")
    if told.url:
        parts.append(f"Följ hela löftet här: {told.url}")
    elif told.contact:
        parts.append(told.contact)
    return "\n\n".join(parts)


def letter(told: Told) -> str:
    """To those who lead a workplace meeting: what to say, and what to ask."""
    of = f" i löftet ”{told.promise}”" if told.promise else ""
    parts = [
        f"Hej! Det här har hänt{of}. Ta upp det på nästa arbetsplatsträff.",
        told.text.strip(),
        "Fråga gruppen: Vad har ni själva sett? Vad är nästa steg för oss? Svara den som leder arbetet.",
    ]
    if told.url:
        parts.append(f"Det medborgarna läser: {told.url}")
    return "\n\n".join(parts)


CHANNELS = (
    ("inlagg", "Kort inlägg", "För sociala medier. Ryms i ett inlägg.", short_post, 4),
    ("webb", "Text till webben", "Rubrik, text och länk till löftet.", web_text, 10),
    ("apt", "Brev till arbetsplatsträffen", "Till chefer och gruppchefer.", letter, 10),
)
