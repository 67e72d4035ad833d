"""What was delivered, and how well: goals and quality criteria of the promise and its dialogues (UPP-5). Pure.

All of it is known to the program; nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from agreements.steps import feedback
from processes import guard
from processes.criteria import held
from processes.method import Facts, Gate, Method, Row, Step
from processes.pages.values import day
from processes.plan.words import number_text, swedish

from ..keeping import Kept
from .results import Line

SAID = (
    ("staff_dialog_what", "VAD-dialogerna", "staff"),
    ("staff_dialog_how", "HUR-dialogerna", "staff"),
    ("citizen_dialog", "Medborgardialogerna", "citizens"),
)
NOT_YET = frozenset({Gate.CLOSE, Gate.RENEW})


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that was to be delivered: what became of it, and what is lacking."""

    of: str
    what: str
    said: str
    good: bool
    lacks: tuple[str, ...] = ()


def points(method: Method, facts: Facts, lines: Iterable[Line], seen: Iterable[Step]) -> list[Point]:
    """All that is known of what was delivered, in the steps that the reader sees."""
    there = set(seen)
    found = [*_kept(list(lines)), *_production(facts), *_quality_of_promise(method, facts)]
    for key, title, audience in SAID:
        step = method[key]
        if step in there:
            found += _dialogs(method, facts, step, title, audience)
    return [*found, *_silence(facts)]


def _kept(lines: list[Line]) -> Iterator[Point]:
    judged = [line for line in lines if line.result.kept is not Kept.NO_NEED]
    kept = [line for line in judged if line.result.kept is Kept.KEPT]
    if judged:
        lacks = tuple(f"{line.activity.what}: {line.state.lower()}" for line in judged if line not in kept)
        yield Point("Löftet", "Aktiviteter som är hållna", _of(kept, judged), not lacks, lacks)


def _production(facts: Facts) -> Iterator[Point]:
    for goal in facts.rows("processes.Goal", kind="production"):
        rows = [r for r in facts.rows("agreements.Measurement", goal_id=goal.id) if r.value is not None]
        if goal.target_value is None:
            continue
        value = rows[-1].value if rows else None
        target = swedish(number_text(goal.target_value))
        said = f"{swedish(number_text(value))} av {target}" if rows else f"Inte mätt, målet är {target}"
        yield Point("Löftet", goal.text, said, value is not None and value >= goal.target_value)


def _quality_of_promise(method: Method, facts: Facts) -> Iterator[Point]:
    step = method[guard.PROMISE_STEP]
    rows = [row for row in facts.rows(step.record) if _sealed(facts, row)]
    if rows:
        yield _quality(method, step, [(guard.promised(method, facts, row), row) for row in rows], "Löftet")


def _sealed(facts: Facts, promise: Row) -> bool:
    own = {row.id for row in facts.rows("agreements.DocumentVersion", promise_id=promise.id)}
    return any(row.version_id in own for row in facts.rows("agreements.SealedDocument"))


def _dialogs(method: Method, facts: Facts, step: Step, title: str, audience: str) -> Iterator[Point]:
    planned = facts.rows(step.record)
    done = held(facts, step.record)
    if not planned:
        return
    lacks = tuple(step.title_of(row) or "Utan namn" for row in planned if row not in done)
    yield Point(title, "Hållna", _of(done, planned), not lacks, lacks)
    if not done:
        return
    told = [row for row in done if _told(facts, step, row, audience)]
    silent = tuple(step.title_of(row) or "Utan namn" for row in done if row not in told)
    yield Point(title, "De som var med har fått veta vad det ledde till", _of(told, done), not silent, silent)
    yield _quality(method, step, [(facts, row) for row in done], title)


def _silence(facts: Facts) -> Iterator[Point]:
    """How long each audience went without a word, at most: what was silence stays so when it is broken (ATE-1)."""
    found = [(one.title, *one.longest) for one in feedback.heard(facts)]
    said = ", ".join(f"{title} {_days(since, until)}" for title, since, until in found)
    lacks = tuple(
        f"{title.capitalize()}: tyst {day(since)}–{day(until)}"
        for title, since, until in found
        if (until - since).days > feedback.SILENCE
    )
    yield Point("Återkopplingen", "Längsta tid utan ett ord", said, not lacks, lacks)


def _days(since: date, until: date) -> str:
    days = (until - since).days
    return f"{days} dag" if days == 1 else f"{days} dagar"


def _told(facts: Facts, step: Step, row: Row, audience: str) -> bool:
    rows = facts.rows("processes.Feedback", step=step.key, subject_id=row.id)
    return any(f.given_on is not None and audience in f.audiences for f in rows)


def _quality(method: Method, step: Step, asked_of: list[tuple[Facts, Row]], title: str) -> Point:
    """How many of the step's quality criteria are met, and what the others say."""
    asked = unmet = 0
    lacks: list[str] = []
    for facts, row in asked_of:
        criteria = [c for c in step.criteria if c.gate not in NOT_YET and c.when(facts, row)]
        missed = {
            gap.criterion_key: gap.message for gap in guard.criterion_gaps(method, facts, step, row, criteria)
        }
        asked, unmet = asked + len(criteria), unmet + len(missed)
        lacks += missed.values()
    unique = tuple(dict.fromkeys(lacks))
    return Point(title, "Kvalitetskrav som är uppfyllda", f"{asked - unmet} av {asked}", not unmet, unique)


def _of(some: list, whole: list) -> str:
    return f"{len(some)} av {len(whole)}"
