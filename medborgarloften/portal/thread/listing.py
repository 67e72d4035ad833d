"""The thread in words: of each focus area what led there, why, what is done and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .graph import KINDS, Loose, Node, Thread
from .ways import Ways

NEAREST = 3
Item = dict[str, Any]


class Listing:
    """The thread as nested rows, ready for a template."""

    def __init__(self, thread: Thread, ways: Ways | None = None):
        self.thread, self.ways = thread, ways

    def groups(self) -> list[dict[str, Any]]:
        """One group for each focus area, those chosen first; then what belongs to none."""
        areas = sorted(self._of("focus"), key=lambda node: node.out)
        found = [self._area(node) for node in areas]
        return [*found, *self._rest()]

    def _area(self, focus: Node) -> dict[str, Any]:
        own = [node for node in self.thread.nodes if node.focus == focus.key]
        problems = self.thread.came_of(focus.ref, "problem")
        parts = (
            ("Det här ledde hit", [self._problem(node) for node in problems]),
            ("Därför händer det", [self._analysis(node) for node in own if node.kind == "analysis"]),
            ("Det här gör ni", self._plan(own)),
            ("Det här har det blivit", self._results(own)),
        )
        return {**self._item(focus), "parts": _filled(parts), "key": f"fokus-{focus.key}"}

    def _rest(self) -> Iterator[dict[str, Any]]:
        """What no focus area holds: problems nobody took up, stray plans, and who was told."""
        nodes = self.thread.nodes
        stray = [node for node in nodes if node.focus is None]
        dropped = [n for n in stray if n.kind == "problem" and not self.thread.led_to(n.ref, "focus")]
        dialogs = [n for n in stray if n.kind in ("dialog", "what", "how")]
        work = [
            n
            for n in stray
            if n.kind == "feedback" and not self.thread.came_of(n.ref, "dialog", "what", "how")
        ]
        parts = (
            ("Problem som inget fokusområde bygger på", [self._problem(node) for node in dropped]),
            ("Mål och aktiviteter utan fokusområde", self._plan(stray)),
            ("Utfall utan fokusområde", self._results(stray)),
            ("Dialogerna och vad som berättats om dem", [self._dialog(node) for node in dialogs]),
            ("Det ni har berättat om arbetet", [self._item(node) for node in work]),
        )
        if filled := _filled(parts):
            yield {
                "title": "Hela rundan",
                "url": "",
                "note": "",
                "marks": [],
                "parts": filled,
                "key": "hela-rundan",
            }

    def _problem(self, node: Node) -> Item:
        spoken = [
            {**self._item(self.thread.by_ref[edge.start], edge.note or None), "marks": []}
            for edge in self.thread.before.get(node.ref, [])
        ]
        return self._item(node, items=spoken)

    def _analysis(self, node: Node) -> Item:
        return self._item(node, items=[self._cause(one) for one in self.thread.led_to(node.ref, "cause")])

    def _cause(self, node: Node) -> Item:
        return self._item(node, items=[self._cause(one) for one in self.thread.led_to(node.ref, "cause")])

    def _plan(self, own: list[Node]) -> list[Item]:
        """Each goal with the activities that serve it; an activity stands under its first goal."""
        goals = [node for node in own if node.kind == "goal"]
        first = {
            node.ref: next(
                (goal.ref for goal in self.thread.came_of(node.ref, "goal") if goal in goals), None
            )
            for node in own
            if node.kind == "activity"
        }
        found = []
        for goal in goals:
            under = [self._activity(node) for node in own if first.get(node.ref) == goal.ref]
            found.append(self._item(goal, items=under))
        return found + [self._activity(node) for node in own if first.get(node.ref, "") is None]

    def _activity(self, node: Node) -> Item:
        causes = [cause.title for cause in self.thread.came_of(node.ref, "cause")]
        sides = [edge.note for edge in self.thread.before.get(node.ref, []) if edge.start[0] == "analysis"]
        against = f"Mot: {'; '.join(causes)}" if causes else "".join(sides)
        return self._item(node, ". ".join(filter(None, (node.note.rstrip("."), against))))

    def _results(self, own: list[Node]) -> list[Item]:
        """Of each activity and goal what was done, seen and measured."""
        found = []
        for node in own:
            if node.kind == "activity":
                came = [self._logged(one) for one in self.thread.led_to(node.ref, "log")]
                came += [self._item(one) for one in self.thread.led_to(node.ref, "outcome")]
            elif node.kind == "goal":
                came = [self._item(one) for one in self.thread.led_to(node.ref, "measurement")]
            else:
                came = (
                    [self._item(node)]
                    if node.kind == "outcome" and not self.thread.before.get(node.ref)
                    else []
                )
            if came:
                found.append({**self._plain(node), "items": came})
        return found

    def _logged(self, node: Node) -> Item:
        return self._item(node, items=[self._item(one) for one in self.thread.led_to(node.ref, "outcome")])

    def _dialog(self, node: Node) -> Item:
        return self._item(node, items=[self._item(one) for one in self.thread.led_to(node.ref, "feedback")])

    def _of(self, kind: str) -> list[Node]:
        return [node for node in self.thread.nodes if node.kind == kind]

    def _item(self, node: Node, note: str | None = None, items: Iterable[Item] = ()) -> Item:
        """A thing as a row of the list."""
        loose = self.thread.loose_at.get(node.ref, [])
        return {
            "kind": KINDS[node.kind].title,
            "title": node.title,
            "url": self.ways.to(node) if self.ways else "",
            "note": node.note if note is None else note,
            "marks": [
                {"text": said(one), "url": self.ways.mend(one)["url"] if self.ways else ""} for one in loose
            ],
            "public": node.public,
            "items": list(items),
        }

    def _plain(self, node: Node) -> Item:
        """A thing as the heading of what came of it: it stands with its marks elsewhere."""
        return {**self._item(node, ""), "kind": "", "url": "", "marks": [], "public": False}


def said(loose: Loose) -> str:
    """A loose end in one line."""
    return f"{loose.rule.text} ({loose.says})" if loose.says else loose.rule.text


def _filled(parts: Iterable[tuple[str, list[Item]]]) -> list[dict[str, Any]]:
    return [{"title": title, "items": items} for title, items in parts if items]


def loose_groups(thread: Thread, mend: Callable[[Loose], dict[str, Any]]) -> dict[str, Any] | None:
    """The loose ends by what they lack, most pressing first: the nearest three, and the rest to unfold."""
    if not thread.loose:
        return None
    rules = {one.rule: [other for other in thread.loose if other.rule is one.rule] for one in thread.loose}
    rows = []
    for rule, ends in rules.items():
        places = [{"name": one.name or "Utan namn", "says": one.says, **mend(one)} for one in ends]
        rows.append(
            {
                "text": rule.text,
                "why": rule.why,
                "count": len(ends),
                "places": places[:NEAREST],
                "more": places[NEAREST:],
                "fixers": "" if places[0]["mine"] else places[0]["fixers"],
            }
        )
    return {"near": rows[:NEAREST], "rest": rows[NEAREST:], "kinds": len(rows), "count": len(thread.loose)}
