"""The tree of causes as data (PRB-2): why, and why again, five levels down. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .criteria import is_answer
from .facts import Facts, Row
from .models.problem import DEEPEST

CAUSE, ACTIVITY, AIM = "processes.Cause", "processes.Activity", "processes.ActivityAim"
NEAR, REMOTE = "near", "remote"
DEEP_ENOUGH = 3
# "Too few police" may be true, but it is where an analysis stops that does not ask what they would have done.
_SCARCE = r"resurs\w*|polis(?:er|resurs\w*)?|personal\w*|pengar|medel|bemanning\w*|tid|anslag|budget\w*"
_STOPS_AT_MEANS = re.compile(
    rf"\b(?:brist(?:en)? på|(?:allt)?för (?:få|lite|lit[ea]n)|ont om|saknar|saknas|inte tillräckligt (?:många|med)"
    rf"|otillräcklig[at]?(?: med)?)\s+(?:\w+\s+)?(?:{_SCARCE})\b"
    rf"|\b(?:{_SCARCE})\s+(?:saknas|fattas|räcker inte)"
    r"|\b(?:resurs|polis|personal|tids|bemannings)brist\w*|\bunderbeman\w*"
    r"|\bpolisen (?:har inte tid|hinner inte|räcker inte)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Node:
    """A cause where it stands in the tree; level 1 explains the problem itself."""

    row: Row
    level: int
    children: tuple[Node, ...]
    activities: int
    party: str

    @property
    def who(self) -> str:
        """Who can do something about it: in words, by the party, or both."""
        said, party = self.row.who_can_act.strip(), self.party
        if said and party and party not in said:
            return f"{said} ({party})"
        return said or party

    @property
    def leaf(self) -> bool:
        """Whether nobody has asked why once more."""
        return not self.children

    @property
    def can_be_asked(self) -> bool:
        """Whether there is a level left below."""
        return self.level < DEEPEST


TEXTS = {
    "remote": "Bara avlägsna orsaker återstår. De är viktiga men tar lång tid att påverka. Fråga vad som gör att "
    "det händer just där och då: platsen, tiden, vilka som är där och vilka som inte är det.",
    "unjudged": "Ingen orsak är märkt som nära ännu. Vilken kan ni göra något åt redan nu?",
    "means": "Det kan vara sant att det saknas poliser, pengar eller tid, men det leder sällan till en aktivitet. "
    "Fråga vad som skulle ha gjorts just där, och vem mer som kan göra det.",
    "shallow": "Fråga varför en gång till. Ofta är det först på tredje svaret som något går att göra.",
    "nobody": "Ingen är utpekad som kan göra något åt det. Vem är närmast?",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What could be asked next to make the analysis stronger: never a demand.

    It is answered by asking why under the causes it is about, or in a `field` of theirs.
    """

    key: str
    about: tuple[Node, ...] = ()
    field: str = ""

    @property
    def text(self) -> str:
        """The question in words."""
        return TEXTS[self.key]


def tree(facts: Facts, analysis: Row) -> tuple[Node, ...]:
    """The causes of an analysis under each other, in order of creation, each of them once.

    Two people who move causes at the same time could make a ring. Its first cause then stands on top.
    """
    rows = facts.rows(CAUSE, analysis_id=analysis.id)
    aimed = _aimed(facts)
    below: dict[int | None, list[Row]] = {}
    own = {row.id for row in rows}
    for row in rows:
        below.setdefault(row.parent_id if row.parent_id in own else None, []).append(row)
    left = dict.fromkeys(row.id for row in rows)

    def node(row: Row, level: int) -> Node:
        del left[row.id]
        children = tuple(node(child, level + 1) for child in below.get(row.id, ()) if child.id in left)
        party = facts.get("processes.Party", row.party_id)
        return Node(row, level, children, len(aimed.get(row.id, ())), party.name if party else "")

    found = [node(row, 1) for row in below.get(None, ())]
    found += [node(row, 1) for row in rows if row.id in left]
    return tuple(found)


def _aimed(facts: Facts) -> dict[int, set[int]]:
    """Which activities are aimed at each cause, first or besides."""
    found: dict[int, set[int]] = {}
    for row in facts.rows(ACTIVITY):
        found.setdefault(row.cause_id, set()).add(row.id)
    for row in facts.rows(AIM):
        found.setdefault(row.cause_id, set()).add(row.activity_id)
    return found


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, each before those below it."""
    for node in nodes:
        yield node
        yield from walk(node.children)


def to_ask(nodes: tuple[Node, ...]) -> list[Question]:
    """What could be asked next, the most important first."""
    every = list(walk(nodes))
    leaves = [node for node in every if node.leaf and is_answer(node.row.text)]
    near = [node for node in every if node.row.horizon == NEAR]
    unjudged = () if near else tuple(node for node in every if not node.row.horizon)
    means = tuple(node for node in leaves if stops_at_means(node.row.text))
    found = [
        Question("unjudged", unjudged, "horizon"),
        Question("means", means),
        Question("shallow", tuple(node for node in leaves if node not in means and _could_go_on(node))),
        Question("nobody", tuple(n for n in leaves if n in near and not is_answer(n.who)), "who_can_act"),
    ]
    only_remote = [Question("remote")] if every and not near and not unjudged else []
    return only_remote + [question for question in found if question.about]


def _could_go_on(node: Node) -> bool:
    """A first answer is seldom the last; a second may be, when it is near and somebody can act."""
    settled = node.row.horizon == NEAR and is_answer(node.who)
    return node.level == 1 or (node.level < DEEP_ENOUGH and not settled)


def stops_at_means(text: str) -> bool:
    """Whether the text blames a lack of police, money or time."""
    return _STOPS_AT_MEANS.search(text) is not None


NAMED = 3


def in_short(facts: Facts, analysis: Row) -> str:
    """The problem and its near causes in two or three sentences, for the agreement (PRB-8)."""
    every = [node for node in walk(tree(facts, analysis)) if is_answer(node.row.text)]
    near = [node.row.text.strip().rstrip(".") for node in every if node.row.horizon == NEAR]
    sentences = [_sentence(analysis.what if is_answer(analysis.what) else analysis.focus_title or "")]
    if near:
        more = f", och {len(near) - NAMED} till" if len(near) > NAMED else ""
        sentences.append(f"Orsaker som går att påverka nu: {'; '.join(near[:NAMED])}{more}.")
    elif every:
        sentences.append("De orsaker som är kända går bara att påverka på lång sikt.")
    if is_answer(analysis.consequences):
        sentences.append(f"Följderna: {_sentence(analysis.consequences)}")
    return " ".join(filter(None, sentences))


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text.endswith((".", "!", "?", "…")) else f"{text}."
