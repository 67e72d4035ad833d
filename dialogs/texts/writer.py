"""The texts by kind: as the program writes them now, as its people have made them, and what they lack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from processes.method import Facts, Row

from ..models import DialogText
from .closing import closing
from .feedback import feedback
from .invitation import invitation
from .summary import summary

Kind = DialogText.Kind
WRITERS: dict[str, Callable[[Facts, Row], Iterator[str]]] = {
    Kind.INVITATION: invitation,
    Kind.CLOSING: closing,
    Kind.SUMMARY: summary,
    Kind.FEEDBACK: feedback,
}
SLUGS = {
    "inbjudan": Kind.INVITATION,
    "innan-vi-slutar": Kind.CLOSING,
    "sammanfattning": Kind.SUMMARY,
    "aterkoppling": Kind.FEEDBACK,
}
_GAP = re.compile(r"\[([^\[\]\n]{1,200})\]")


def written(kind: str, facts: Facts, dialog: Row) -> str:
    """The text as the program writes it from what is known now."""
    return "\n\n".join(filter(None, WRITERS[kind](facts, dialog)))


def own(kind: str, facts: Facts, dialog: Row) -> Row | None:
    """The text as its people have made it, if they have."""
    return facts.one("dialogs.DialogText", dialog_id=dialog.id, kind=kind)


def current(kind: str, facts: Facts, dialog: Row) -> str:
    """The text that is used: their own, or else the program's."""
    mine = own(kind, facts, dialog)
    return mine.text if mine is not None else written(kind, facts, dialog)


def gaps(text: str) -> list[str]:
    """What is left to fill in: all that stands in brackets."""
    return list(dict.fromkeys(_GAP.findall(text)))
