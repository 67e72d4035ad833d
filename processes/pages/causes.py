"""The tree of causes as a page shows it: flat words, ways and forms, ready for the template."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import why
from processes.models.problem import DEEPEST, Side
from processes.triangle import SHORT

from . import links
from .adopting import origins
from .values import short

if TYPE_CHECKING:
    from processes.views.here import InStep

SECTION, PANEL = "orsaker", "trad"
ROOT = 0  # the problem itself, where a cause has its number
HORIZONS = {"near": "Nära", "remote": "Avlägsen"}
NAMED = 3


@dataclass(frozen=True)
class Asking:
    """The form that asks why: where it stands open, and what has been typed into it so far."""

    open_at: int | None = None
    typed: dict[str, str] = field(default_factory=dict)
    error: str = ""
    owner: str = ""

    def at(self, parent: int, label: str) -> dict[str, Any]:
        """The form under a cause, or under the problem itself."""
        here = self.open_at == parent
        return {
            "parent": parent or "",
            "id": parent,
            "label": label,
            "idem": uuid.uuid4().hex,
            "owner": self.owner,
            "open": here,
            "typed": self.typed if here else {},
            "error": self.error if here else "",
        }


def why_url(here: InStep, under: int | None = None) -> str:
    """The tool, its form open under a cause or (0) under the problem."""
    assert here.subject is not None
    url = reverse("processes:why", args=[here.round.pk, here.subject.id])
    return url if under is None else f"{url}?under={under}"


def panel(here: InStep) -> dict[str, Any]:
    """The tree as the step shows it: to be read, and the way to the tool."""
    found = shown(here)
    ways = links.Ways(here, SECTION)
    if not ways.can_edit:
        return found | {"questions": [], "tool": ""}
    first = Asking(open_at=ROOT).at(ROOT, "") if not found["nodes"] else None
    return found | {"tool": why_url(here, ROOT), "post": why_url(here), "ask": first}


def shown(here: InStep, asking: Asking | None = None) -> dict[str, Any]:
    """The problem, its causes below, and what could be asked next; with forms when somebody asks."""
    assert here.subject is not None
    nodes = why.tree(here.facts, here.subject)
    ways = links.Ways(here, SECTION)
    came = origins(here, why.CAUSE)
    problem = here.subject.what or here.subject_title
    return {
        "problem": problem,
        "nodes": [_node(here, node, ways, asking, came) for node in nodes],
        "questions": [_question(here, one, ways) for one in why.to_ask(nodes)],
        "ask": asking.at(ROOT, problem) if asking else None,
        "more": bool(nodes),
        "deepest": DEEPEST,
    }


def _node(
    here: InStep,
    node: why.Node,
    ways: links.Ways,
    asking: Asking | None,
    came: dict[int, list[dict[str, str]]],
) -> dict[str, Any]:
    row = node.row
    found = {
        "id": row.id,
        "text": row.text or "Utan namn",
        "level": node.level,
        "horizon": row.horizon or "unknown",
        "horizon_label": HORIZONS.get(row.horizon, "Nära eller avlägsen?"),
        "who": node.who,
        "side": SHORT[Side(row.side)] if row.side else "",
        "activities": _activities(node.activities),
        "url": ways.edit(row),
        "origins": came.get(row.id, []),
        "children": [_node(here, child, ways, asking, came) for child in node.children],
        "ask": None,
    }
    if asking:
        found["remove_url"] = ways.remove(row) if node.leaf else ""
        found["ask"] = asking.at(row.id, row.text) if node.can_be_asked else None
        found["full"] = not node.can_be_asked
    return found


def _activities(count: int) -> str:
    if not count:
        return ""
    return "1 aktivitet" if count == 1 else f"{count} aktiviteter"


def _question(here: InStep, one: why.Question, ways: links.Ways) -> dict[str, Any]:
    """A question with the ways to answer it: in a cause's form, or by asking why under it."""
    about = [
        {
            "text": short(node.row.text),
            "url": ways.edit(node.row, one.field) if one.field else why_url(here, node.row.id),
        }
        for node in one.about[:NAMED]
    ]
    if not one.about:
        about = [{"text": "Lägg till en orsak som ligger nära", "url": why_url(here, ROOT)}]
    more = len(one.about) - NAMED
    return {"key": one.key, "text": one.text, "about": about, "more": f"och {more} till" if more > 0 else ""}
