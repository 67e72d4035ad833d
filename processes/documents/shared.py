"""What was handed over, as a document: the frozen copy and the facts of the act."""

from __future__ import annotations

from processes.documents import tree
from processes.models import Handover
from processes.pages.values import day


def document(handover: Handover) -> tree.Document:
    """The copy as it was when it was handed over (LAG-2)."""
    content = handover.content
    blocks: list[tree.Block] = [
        tree.KeyValues(
            tuple(
                pair
                for pair in (
                    ("Från", f"{handover.sender}, genom {handover.by}"),
                    ("Till", str(handover.recipient)),
                    ("Överlämnat", day(handover.at)),
                    ("Meddelande", handover.note),
                    ("Innehållets fingeravtryck (SHA-256)", tree.grouped(handover.sha256, 8)),
                )
                if pair[1]
            )
        )
    ]
    for part in content["parts"]:
        blocks.append(tree.Heading(part["title"]))
        blocks += [tree.KeyValues(tuple((name, value) for name, value in row)) for row in part["rows"]]
    return tree.Document(
        title=content["title"],
        authors=(str(handover.sender),),
        created=handover.at,
        modified=handover.at,
        identifier=f"delat-{handover.pk}-{handover.sha256[:16]}",
        blocks=tuple(blocks),
        kicker=content["step"] if content["step"] != content["title"] else "Överlämnad kopia",
        byline=(content["round"], f"Överlämnad kopia, {day(handover.at)}"),
        description=f"{content['step']}, som det stod när det lämnades över.",
    )
