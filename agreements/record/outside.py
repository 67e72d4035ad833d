"""A promise that was made and signed outside the tool, as the same kind of content as all others (X-20). Pure.

What nobody has tested here is not claimed: how it was arrived at says so, and `outside` marks it wherever it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from processes.method import Facts, Method, Row
from processes.plan.words import iso

from ..content import compose

RULESET = "utanför"
HOW_ARRIVED = "Löftet är gjort utanför verktyget. Hur det kom till är inte prövat här."
AGREEMENT = "Om löftet bygger på en samverkansöverenskommelse är inte prövat här."


@dataclass(frozen=True, slots=True)
class Signed:
    """When and where it was signed, and by whom, as the file says."""

    on: date
    place: str
    by: tuple[str, ...]


def content(method: Method, facts: Facts, promise: Row, signed: Signed) -> dict[str, Any]:
    """The LOF-1 parts as far as they are known, put together as for any promise and marked as what it is."""
    return compose(method, facts, promise) | {
        "outside": True,
        "how_arrived": [HOW_ARRIVED],
        "agreement": AGREEMENT,
        "parties": [{"name": p.name, "kind": p.kind} for p in facts.rows("processes.Party")],
        "signed": {"on": iso(signed.on), "place": signed.place},
        "signatories": [signatory(line) for line in signed.by],
    }


def signatory(line: str) -> dict[str, str]:
    """A line "Namn, titel, organisation" as the content has signatories."""
    name, title, organisation = (part.strip() for part in f"{line},,".split(",", 2))
    return {"name": name, "title": title, "organisation": organisation.strip(" ,"), "mandate": ""}
