"""What the round has already decided to say, so that it is said again in the same words (KOM-5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from processes.criteria import is_answer
from processes.method import Facts, Ground, Method
from processes.steps.joint_rules import chosen

from .steps.citizen_promise import status_of

LONGEST = 200  # what a line of the plan holds


@dataclass(frozen=True, slots=True)
class Message:
    """Some words, and where they were decided."""

    source: str
    text: str


def decided(method: Method, facts: Facts) -> list[Message]:
    """From the promise back to why the parties work together: the last decided comes first.

    A promise that is not signed is not decided, and what one party told its own stays there (LAG-2).
    """
    plan = facts.one("processes.CommunicationPlan")
    work = facts.one("processes.Collaboration")
    found = [Message("Kommunikationsplanens budskap", plan.message if plan else "")]
    for promise in facts.rows("agreements.Promise"):
        if status_of(facts, promise) != "done":
            continue
        found.append(Message(f"Löftet ”{promise.title}”: inledningen", promise.introduction))
        found.append(Message(f"Löftet ”{promise.title}”: så följer man arbetet", promise.follow))
    for area in filter(chosen, facts.rows("processes.FocusArea")):
        found.append(Message(f"Målbilden för ”{area.title}”", area.target_picture))
    found.append(Message("Syftet med samverkan", work.agreement_purpose if work else ""))
    for row in reversed(facts.rows("processes.Feedback")):
        if row.given_on and method[row.step].ground is Ground.JOINT:
            found.append(Message("Återkoppling som redan är given", row.text))
    seen: set[str] = set()
    kept = []
    for message in found:
        if is_answer(message.text) and message.text not in seen:
            seen.add(message.text)
            kept.append(message)
    return kept


def beside(here: Any, form: Any) -> dict[str, Any]:
    """Beside the form of a line: each message with a button that takes its words."""
    return {
        "rows": [
            {
                "source": message.source,
                "text": message.text,
                "fill": urlencode({"what": " ".join(message.text.split())[:LONGEST]}),
            }
            for message in decided(here.method, here.facts)
        ]
    }
