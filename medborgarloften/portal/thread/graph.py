"""What the thread is made of: things in ten columns, the links between them, and the loose ends.

Pure values. `build.py` reads them out of facts, `loose.py` finds what hangs loose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from agreements.keeping import Done
from processes.method import Finding

Ref = tuple[str, int]
"""What a thing is known by: its kind and the key of its row."""

COLUMNS = (
    "Synpunkter",
    "Problem",
    "Fokusområde",
    "Analys",
    "Orsak",
    "Mål",
    "Aktivitet",
    "Genomfört",
    "Utfall",
    "Återkoppling",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing: what one of them is called, and the column it stands in."""

    title: str
    column: int


KINDS = {
    "dialog": Kind("Medborgardialog", 0),
    "what": Kind("Medarbetardialog VAD", 0),
    "how": Kind("Medarbetardialog HUR", 0),
    "entry": Kind("Iakttagelse", 0),
    "problem": Kind("Problem", 1),
    "focus": Kind("Fokusområde", 2),
    "analysis": Kind("Problemanalys", 3),
    "cause": Kind("Orsak", 4),
    "goal": Kind("Mål", 5),
    "activity": Kind("Aktivitet", 6),
    "log": Kind("Genomfört", 7),
    "outcome": Kind("Utfall", 8),
    "measurement": Kind("Mätning", 8),
    "feedback": Kind("Återkoppling", 9),
}


HEARD = ("dialog", "what", "how", "entry")
"""The kinds that a thread begins with."""


@dataclass(frozen=True, slots=True)
class Said:
    """Views of one dialogue that belong to one problem, or to none: how many, how many of them nothing
    has become of, and which of those came first."""

    number: int
    loose: int = 0
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What facts don't hold, since there may be thousands of it, and what citizens can read already.

    `views` by dialogue and problem, `done` by activity; `published` holds (kind, text) of what stands in
    a published snapshot.
    """

    views: Mapping[tuple[int, int | None], Said] = field(default_factory=dict)
    done: Mapping[int, Done] = field(default_factory=dict)
    published: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the thread. It stands for the rows `rows`; `place` says where they are read and
    changed, `focus` to which focus area it belongs. `out` was turned down, `public` can be read by all."""

    kind: str
    key: int
    title: str
    place: Finding = field(compare=False, repr=False)
    note: str = ""
    focus: int | None = None
    rows: tuple[int, ...] = ()
    public: bool = False
    out: bool = False

    @property
    def ref(self) -> Ref:
        """What the thing is known by."""
        return self.kind, self.key

    @property
    def column(self) -> int:
        """The column it stands in."""
        return KINDS[self.kind].column


@dataclass(frozen=True, slots=True)
class Edge:
    """A link that the round really has, from what came first to what it led to."""

    start: Ref
    end: Ref
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which a thread can hang loose: what is missing, and why that matters."""

    key: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A loose end: of which thing (of the whole round when none), and the place that mends it.

    `chosen` are rows that the form there begins with; `weight` tells which of a kind comes first.
    """

    rule: Rule
    ref: Ref | None
    name: str
    mend: Finding = field(compare=False, repr=False)
    says: str = ""
    chosen: tuple[tuple[str, int], ...] = ()
    weight: int = 0


@dataclass(frozen=True)
class Thread:
    """A round, or one promise of it, as things, links and loose ends, most pressing first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    loose: tuple[Loose, ...]

    @cached_property
    def by_ref(self) -> dict[Ref, Node]:
        """Each thing by what it is known by."""
        return {node.ref: node for node in self.nodes}

    @cached_property
    def after(self) -> dict[Ref, list[Edge]]:
        """The links that leave each thing."""
        return _grouped(self.edges, lambda edge: edge.start)

    @cached_property
    def before(self) -> dict[Ref, list[Edge]]:
        """The links that reach each thing."""
        return _grouped(self.edges, lambda edge: edge.end)

    @cached_property
    def loose_at(self) -> dict[Ref, list[Loose]]:
        """The loose ends of each thing."""
        return _grouped((one for one in self.loose if one.ref), lambda one: one.ref)

    def led_to(self, ref: Ref, *kinds: str) -> list[Node]:
        """The things of these kinds that a thing led straight to."""
        return [self.by_ref[edge.end] for edge in self.after.get(ref, []) if edge.end[0] in kinds]

    def came_of(self, ref: Ref, *kinds: str) -> list[Node]:
        """The things of these kinds that a thing came straight out of."""
        return [self.by_ref[edge.start] for edge in self.before.get(ref, []) if edge.start[0] in kinds]

    def around(self, focus: int) -> Thread:
        """One focus area: what belongs to it, what led there, and what was told of that."""
        own = {node.ref for node in self.nodes if node.focus == focus}
        problems = {node.ref for ref in own for node in self.came_of(ref, "problem")}
        heard = {
            edge.start
            for ref in own | problems
            for edge in self.before.get(ref, [])
            if edge.start[0] in HEARD
        }
        kept = own | problems | heard
        kept |= {node.ref for ref in kept for node in self.led_to(ref, "feedback")}
        return self.only(lambda node: node.ref in kept)

    def only(self, wanted: Callable[[Node], bool]) -> Thread:
        """The thread with the wanted things alone, and what holds between them."""
        nodes = tuple(node for node in self.nodes if wanted(node))
        kept = {node.ref for node in nodes}
        edges = tuple(edge for edge in self.edges if edge.start in kept and edge.end in kept)
        loose = tuple(one for one in self.loose if one.ref is None or one.ref in kept)
        return replace(self, nodes=nodes, edges=edges, loose=loose)


def _grouped(things: Iterable, key: Callable) -> dict:
    found: dict = {}
    for thing in things:
        found.setdefault(key(thing), []).append(thing)
    return found
