"""The forms in which events were told before: a kind of event comes to say more with time, and what was written stays.

An event in an older form is held against its row by all that its form says, and by no less. A form is older only until
its kind has been told in a newer one: whoever adds an event in it afterwards has not used the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from agreements import chain
from agreements.models import ChainContent

# Of each kind that has changed, what its payload was called in older forms; the oldest first.
OLDER: dict[str, tuple[frozenset[str], ...]] = {
    "registered": (frozenset({"number", "organisation", "by"}),),
    "sealed": (frozenset({"sha256"}),),
}


def form_of(kind: str, payload: dict[str, Any]) -> int:
    """In which form the payload is: its place among the older ones, or after them all."""
    forms = OLDER.get(kind, ())
    return forms.index(frozenset(payload)) if frozenset(payload) in forms else len(forms)


def is_current(kind: str, form: int) -> bool:
    """Whether events of the kind are told in that form now."""
    return form == len(OLDER.get(kind, ()))


def ways_to_tell(kind: str, text: str) -> Iterable[str]:
    """What an event that is told in that way now said in each of the older forms."""
    payload = json.loads(text)
    for form in OLDER.get(kind, ()):
        yield chain.canonical({name: payload[name] for name in form})


def number() -> int:
    """How many events are told in an older form."""
    kept = ChainContent.objects.filter(entry__kind__in=OLDER).values_list("entry__kind", "payload")
    return sum(not is_current(kind, form_of(kind, json.loads(text))) for kind, text in kept.iterator())
