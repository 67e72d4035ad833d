"""The lines of the communication plan: where they stand, when they fall, whom they reach (KOM-2, 4). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from .criteria import is_answer
from .method import Facts, Occasion, Role, Row, Step, get_method

LINE, GROUP, PLAN = (
    "processes.CommunicationActivity",
    "processes.TargetGroup",
    "processes.CommunicationPlan",
)


class State(Enum):
    """Where a line stands: in words, and as which status it is shown."""

    PLANNED = "Planerad", "waiting"
    LATE = "Skulle ha varit gjord", "stale"
    DONE = "Gjord, väntar på en rad om hur det gick", "active"
    EVALUATED = "Gjord och uppföljd", "done"
    NOT_DONE = "Blev inte av", "returned"

    @property
    def words(self) -> str:
        """As people read it."""
        return self.value[0]

    @property
    def status(self) -> str:
        """As it looks."""
        return self.value[1]


def state(facts: Facts, line: Row) -> State:
    """Told by what the line says; nobody sets it."""
    if line.done_on:
        return State.EVALUATED if is_answer(line.evaluation) else State.DONE
    if is_answer(line.not_done_reason):
        return State.NOT_DONE
    return State.LATE if line.planned_on and line.planned_on < facts.today else State.PLANNED


def occasion(line: Row) -> tuple[Step, Occasion] | None:
    """The declared occasion of a line, with its step; none for another occasion."""
    return get_method().occasions.get(line.moment)


def falls_on(facts: Facts, line: Row) -> date | None:
    """The day it was done or is planned for; else the one that its occasion falls on."""
    found = occasion(line)
    return line.done_on or line.planned_on or (found[1].on(facts) if found else None)


def ordered(facts: Facts) -> list[Row]:
    """The lines by day, and on the same day in the order in which people are told."""
    return sorted(
        facts.rows(LINE),
        key=lambda row: (falls_on(facts, row) or date.max, row.position or 99, row.id),
    )


def of_step(facts: Facts, step: Step) -> list[Row]:
    """The lines for a step's own occasions."""
    keys = {one.key for one in step.tells}
    return [row for row in ordered(facts) if row.moment in keys]


def group_name(facts: Facts, line: Row) -> str:
    """Whom a line is for: its group, else all the groups of the plan, else those the occasion names."""
    if group := facts.get(GROUP, line.target_group_id):
        return group.name or "Utan namn"
    found = occasion(line)
    if facts.rows(GROUP):
        return "Alla planens målgrupper"
    return found[1].to if found else "Ingen målgrupp ännu"


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """Somebody who holds the communication together: whom, in which role and for which party."""

    user_id: int
    role: str
    party: str


def key_persons(facts: Facts) -> list[KeyPerson]:
    """The coordinators of the police and the municipality are who people turn to (KOM-4)."""
    roles = {"police": Role.COMMUNITY_OFFICER, "municipality": Role.MUNICIPAL_COORDINATOR}
    titles = {Role.COMMUNITY_OFFICER: "Kommunpolis", Role.MUNICIPAL_COORDINATOR: "Kommunal samordnare"}
    return [
        KeyPerson(party.coordinator_id, titles[roles[party.kind]], party.name)
        for party in facts.rows("processes.Party")
        if party.kind in roles and party.coordinator_id
    ]
