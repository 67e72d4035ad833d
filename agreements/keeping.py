"""Whether a promised activity was kept: computed from target, outcome and elapsed time (FAL-2, 3).

Pure. What nobody has reported is "ej redovisat", which is something else than nothing done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from processes.method import Facts, Row

NO_FIGURE = frozenset({"on_demand", "yes_no", "none", ""})
RATES = frozenset({"per_week", "per_month"})
AT_MOST = "at_most_hours"


class Kept(StrEnum):
    """How an activity stands against what was promised."""

    NOT_BEGUN = "Har inte börjat"
    NOT_REPORTED = "Ej redovisat"
    UNDER_WAY = "Pågår"
    BEHIND = "Ligger efter"
    KEPT = "Uppfyllt"
    NO_NEED = "Inget behov uppstod"
    MISSED = "Nådde inte målet"
    NOT_DONE = "Inte genomfört"


FAILED = frozenset({Kept.MISSED, Kept.NOT_DONE})


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised, and between which days."""

    kind: str
    value: Decimal | None
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was reported. `told` says that someone has accounted for it, even if as nothing done."""

    times: int = 0
    amount: Decimal = Decimal(0)
    most: Decimal | None = None
    hours: Decimal = Decimal(0)
    told: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """The answer, with the two figures that stand side by side: promised by now, and reached."""

    kept: Kept
    promised: Decimal | None
    reached: Decimal

    @property
    def failed(self) -> bool:
        """Whether it needs an explanation."""
        return self.kept in FAILED


def _months(begins: date, until: date) -> int:
    after = until + timedelta(days=1)
    months = (after.year - begins.year) * 12 + after.month - begins.month
    return months - (after.day < begins.day)


def promised_by(target: Target, on: date) -> Decimal | None:
    """How much should have been done at the end of that day; none when no number was promised."""
    if target.kind in NO_FIGURE or target.value is None:
        return None
    if target.kind == AT_MOST or target.begins is None or target.ends is None:
        return target.value
    until = min(on, target.ends)
    days = (until - target.begins).days + 1
    if days <= 0:
        return Decimal(0)
    if target.kind == "per_week":
        return target.value * (days // 7)
    if target.kind == "per_month":
        return target.value * _months(target.begins, until)
    whole = (target.ends - target.begins).days + 1
    return target.value if until == target.ends else target.value * days / whole


def reached(target: Target, done: Done) -> Decimal:
    """The outcome in the target's own measure."""
    if target.kind == AT_MOST:
        return done.most or Decimal(0)
    if target.kind == "hours":
        return done.hours
    return Decimal(done.times) if target.kind in NO_FIGURE else done.amount


def judge(target: Target, done: Done, on: date) -> Result:
    """How the activity stands at the end of that day."""
    promised, so_far = promised_by(target, on), reached(target, done)
    over = target.ends is None or on >= target.ends
    return Result(_kept(target, done, promised, so_far, on, over), promised, so_far)


def _kept(
    target: Target, done: Done, promised: Decimal | None, so_far: Decimal, on: date, over: bool
) -> Kept:
    if not done.times:
        return _nothing_done(target, done, on, over)
    if promised is None:
        return Kept.KEPT
    if target.kind == AT_MOST:
        if done.most is None:
            return Kept.NOT_REPORTED
        return Kept.KEPT if so_far <= promised else Kept.MISSED
    if target.kind == "exactly" and so_far > (target.value or 0):
        return Kept.MISSED
    if over:
        return Kept.KEPT if so_far >= promised else Kept.MISSED
    if target.kind in ("at_least", "hours") and so_far >= (target.value or 0):
        return Kept.KEPT
    return Kept.UNDER_WAY if so_far >= promised else Kept.BEHIND


def _nothing_done(target: Target, done: Done, on: date, over: bool) -> Kept:
    if target.begins is not None and on < target.begins:
        return Kept.NOT_BEGUN
    if not done.told:
        return Kept.NOT_REPORTED
    if target.kind in ("on_demand", AT_MOST):
        return Kept.NO_NEED
    return Kept.NOT_DONE if over else Kept.BEHIND


def target_of(facts: Facts, activity: Row) -> Target:
    """What the plan promises; an activity without days of its own has the round's."""
    return Target(
        activity.target_kind,
        activity.target_value,
        activity.period_start or facts.round.period_start,
        activity.period_end or facts.round.period_end,
    )


def _figure(value: float | str | None) -> Decimal:
    return Decimal(str(value or 0))


def done_of(outcome: Row | None) -> Done:
    """What the log and the follow-up say of an activity."""
    if outcome is None:
        return Done()
    most = None if outcome.most is None else _figure(outcome.most)
    return Done(outcome.times, _figure(outcome.amount), most, _figure(outcome.hours), told=True)


def final(facts: Facts, activity: Row, outcome: Row | None) -> Result:
    """How the activity stands when its follow-up is closed: its time is then over."""
    target = target_of(facts, activity)
    return judge(target, done_of(outcome), target.ends or facts.today)
