"""What was handed over, as a document: the frozen copy and the facts of the act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from processes.documents import tree
from processes.models import Handover
from processes.pages.values import day

WIDEST = 5  # columns that fit a page


def document(handover: Handover) -> tree.Document:
    """The copy as it was when it was handed over (LAG-2)."""
    content = handover.content
    facts = (
        ("Från", f"{handover.sender}, genom {handover.by}"),
        ("Till", str(handover.recipient)),
        ("Överlämnat", day(handover.at)),
        ("Meddelande", handover.note),
        ("Innehållets fingeravtryck (SHA-256)", tree.grouped(handover.sha256, 8)),
    )
    return tree.Document(
        title=content["title"],
        authors=(str(handover.sender),),
        created=handover.at,
        modified=handover.at,
        identifier=f"delat-{handover.pk}-{handover.sha256[:16]}",
        blocks=(tree.KeyValues(tuple(pair for pair in facts if pair[1])), *blocks(content)),
        kicker=content["step"] if content["step"] != content["title"] else "Överlämnad kopia",
        byline=(content["round"], f"Överlämnad kopia, {day(handover.at)}"),
        description=f"{content['step']}, som det stod när det lämnades över.",
    )


def blocks(content: dict[str, Any]) -> Iterator[tree.Block]:
    """What the copy says, part by part: for the page that asks before it is handed over too."""
    for part in content["parts"]:
        rows = tuple(tuple(row) for row in part["rows"])
        if not part["columns"]:
            yield tree.Heading(part["title"])
            yield tree.KeyValues(rows)
        elif len(part["columns"]) <= WIDEST:
            yield tree.Table(part["title"], tuple(part["columns"]), rows)
        else:
            yield tree.Heading(part["title"])
            for row in rows:
                yield tree.KeyValues(
                    tuple(pair for pair in zip(part["columns"], row, strict=True) if pair[1])
                )
