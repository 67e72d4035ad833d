"""What is known of the problem an activity is meant to do something about (FAL-14). Pure."""

from __future__ import annotations

from dataclasses import dataclass

from processes.criteria import is_answer
from processes.facts import Facts, Row
from processes.models.problem import Side

from .periods import ACTIVITY

CAUSE, AIM = "processes.Cause", "processes.ActivityAim"
ASKED = {
    "what": "Problemet",
    "where": "Var",
    "when": "När",
    "who_is_hit": "Vem eller vad som drabbas",
    "consequences": "Följder",
}
OBSERVED = 3

Known = list[tuple[str, str]]


def known(facts: Facts, focus_area_id: int | None) -> Known:
    """What the analysis, the citizens and the tied observations say of a focus area's problem."""
    focus = facts.get("processes.FocusArea", focus_area_id)
    if focus is None:
        return []
    analysis = facts.one("processes.ProblemAnalysis", focus_area_id=focus.id)
    found = [(label, analysis[name]) for name, label in ASKED.items()] if analysis else []
    problem = facts.get("processes.Problem", focus.problem_id)
    if problem:
        found.append(("Medborgarna säger", problem.citizen_view))
        found += [("Iakttagelse", text) for text in _observed(facts, problem)]
    return [(label, text) for label, text in found if is_answer(text)]


def _observed(facts: Facts, problem: Row) -> list[str]:
    """What the local picture shows, of that which has been tied to the problem and so is everybody's."""
    tied = [row.entry_id for row in facts.rows("processes.ProblemEntry", problem_id=problem.id)]
    entries = [facts.get("processes.SituationEntry", pk) for pk in tied]
    return [entry.title for entry in entries if entry][:OBSERVED]


def aims(facts: Facts, activity: Row) -> list[Row]:
    """The activity itself and its further directions: each may name a cause, a side and a goal."""
    return [activity, *facts.rows(AIM, activity_id=activity.id)]


def side_of(facts: Facts, aim: Row) -> str:
    """The side of the triangle that is aimed at: its own, else that of its cause."""
    cause = facts.get(CAUSE, aim.cause_id)
    return aim.side or (cause.side if cause else "")


def aim_words(facts: Facts, aim: Row) -> str:
    """What is aimed at, in words."""
    cause = facts.get(CAUSE, aim.cause_id)
    side = Side(aim.side).label if aim.side in Side.values else ""
    return cause.text if cause else side


@dataclass(frozen=True, slots=True)
class Aimed:
    """A cause, or a side of the triangle, or neither, and the activities aimed at it."""

    cause: Row | None
    side: str
    activities: tuple[Row, ...]
    also: tuple[Row, ...] = ()
    """Activities that stand elsewhere, but have a further direction hither."""

    @property
    def side_title(self) -> str:
        """The side in words."""
        return str(Side(self.side).label) if self.side in Side.values else ""


def aimed(facts: Facts, focus_area_id: int | None) -> list[Aimed]:
    """A focus area's activities by their first aim: each cause in turn, each side, and last neither.

    Causes without activities are told too, so that what nobody does anything about is seen.
    """
    own = facts.rows(ACTIVITY, focus_area_id=focus_area_id)
    causes = facts.rows(CAUSE, focus_area_id=focus_area_id) if focus_area_id else []
    there = {cause.id for cause in causes}
    rest = [a for a in own if a.cause_id not in there]
    found = [
        Aimed(c, c.side, tuple(a for a in own if a.cause_id == c.id), _directed(facts, c)) for c in causes
    ]
    sides = [Aimed(None, side, tuple(a for a in rest if a.side == side)) for side in (*Side.values, "")]
    return [*found, *(one for one in sides if one.activities)]


def _directed(facts: Facts, cause: Row) -> tuple[Row, ...]:
    """The activities that are aimed at the cause too, besides their first aim."""
    further = {row.activity_id for row in facts.rows(AIM, cause_id=cause.id)}
    return tuple(a for a in facts.rows(ACTIVITY) if a.id in further and a.cause_id != cause.id)
