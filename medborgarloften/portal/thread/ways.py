"""Where the things of a thread are, and where its loose ends are mended, as this person may go."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from processes import guard, policies
from processes.guard import Gap
from processes.method import Gate, Method, Rows, Strength
from processes.pages import links
from processes.policies import Actor

from .graph import Loose, Node, Thread

CODE = "FAL-4"


def seen(thread: Thread, method: Method, actor: Actor) -> Thread:
    """The thread without what stands in steps the person may not see."""
    steps = {step.key for step in method if policies.can_see_step(actor, step)}
    return thread.only(lambda node: node.place.step in steps)


class Ways:
    """Addresses within one round for one person."""

    def __init__(self, method: Method, round_id: int, actor: Actor):
        self.method, self.round_id, self.actor = method, round_id, actor

    def to(self, node: Node) -> str:
        """The thing's own form for whoever may change it, else the page where it stands."""
        step, subject, anchor = self.method[node.place.step], node.place.subject, node.place.anchor
        if subject is None:
            return links.step_url(self.round_id, step)
        section = step.section(anchor)
        may = isinstance(section, Rows) and policies.can_edit(self.actor, step, section)
        if may and node.place.row is not None:
            return links.at("edit_row", self.round_id, step, subject.id, anchor, node.place.row.id)
        page = links.subject_url(self.round_id, step, subject.id)
        return f"{page}#{anchor}" if anchor else page

    def mend(self, loose: Loose) -> dict[str, Any]:
        """The way to the very field for whoever can mend it; for others where it stands, and who can."""
        gap = self._gap(loose)
        mine = self.actor.has(gap.fixers)
        url = links.way_to(gap, self.round_id, self.actor)
        if mine and loose.chosen and "?" in url:  # the form of a new row begins with what it is about
            url = f"{url}&{urlencode(loose.chosen)}"
        return {"url": url, "mine": mine, "fixers": guard.fixer_titles(gap)}

    def _gap(self, loose: Loose) -> Gap:
        finding, rule = loose.mend, loose.rule
        step = self.method[finding.step]
        fixers = guard.those_who_mend(step, finding)
        text, why = rule.text, rule.why
        return Gap(CODE, Strength.SHOULD, Gate.CLOSE, text, why, step, finding.subject, finding, fixers, step)
