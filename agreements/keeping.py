"""Whether a promised activity was kept: computed from target, outcome and elapsed time (FAL-2, 3).

Pure. What nobody has reported is "ej redovisat", which is something else than nothing done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from processes.method import Facts, Row

from .implementation import promised

NO_FIGURE = frozenset({"on_demand", "yes_no", "none", ""})
RATES = frozenset({"per_week", "per_month"})
AT_MOST = "at_most_hours"


class Kept(StrEnum):
    """How an activity stands against what was promised, in the words that citizens read."""

    TO_DO = "Kvar att göra"
    UNDER_WAY = "På väg"
    KEPT = "Hållet"
    PARTLY = "Delvis"
    """Some of it was done, but not what was promised, and that can't be mended any more."""
    NOT_KEPT = "Inte hållet"
    NOT_REPORTED = "Ej redovisat"
    NO_NEED = "Inget behov uppstod"


FAILED = frozenset({Kept.PARTLY, Kept.NOT_KEPT})


@dataclass(frozen=True, slots=True)
class Target:
    """What was promised, and between which days."""

    kind: str
    value: Decimal | None
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Done:
    """What was reported. `told` says that someone has accounted for it, even if as nothing done.

    `most` and `least` are the longest and the shortest time, for what was promised within some hours.
    """

    times: int = 0
    amount: Decimal = Decimal(0)
    most: Decimal | None = None
    hours: Decimal = Decimal(0)
    told: bool = False
    least: Decimal | None = None


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

    @property
    def undone(self) -> bool:
        """Whether nothing at all came of it, which the citizens are to be told (GEN-3)."""
        return self.kept is Kept.NOT_KEPT and not self.reached

    @property
    def behind(self) -> bool:
        """Whether there is time left, but more should have been done by now."""
        waits = self.kept in (Kept.TO_DO, Kept.UNDER_WAY)
        return waits and self.promised is not None and self.reached < self.promised


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
    """The outcome in the target's own measure; where that is no figure, how many times it was done."""
    if target.kind == AT_MOST:
        return done.most or Decimal(0)
    if target.kind == "hours":
        return done.hours
    return done.amount


def judge(target: Target, done: Done, on: date) -> Result:
    """How the activity stands at the end of that day."""
    promised, so_far = promised_by(target, on), reached(target, done)
    over = target.ends is None or on >= target.ends
    kept = (
        _kept(target, done, promised, so_far, over) if done.times else _nothing_done(target, done, on, over)
    )
    return Result(kept, promised, so_far)


def _kept(target: Target, done: Done, promised: Decimal | None, so_far: Decimal, over: bool) -> Kept:
    if promised is None:
        return Kept.KEPT if over or target.kind == "yes_no" else Kept.UNDER_WAY
    if _unmeasured(target, done):
        return Kept.NOT_REPORTED
    if target.kind == AT_MOST:
        return _in_time(promised, so_far, done.least)
    whole = target.value or Decimal(0)
    if target.kind == "exactly" and so_far > whole:
        return Kept.PARTLY
    if over:
        return Kept.KEPT if so_far >= promised else Kept.PARTLY if so_far else Kept.NOT_KEPT
    return Kept.KEPT if target.kind in ("at_least", "hours") and so_far >= whole else Kept.UNDER_WAY


def _unmeasured(target: Target, done: Done) -> bool:
    """Whether it was done, but nobody has written the hours that were promised."""
    return (target.kind == AT_MOST and done.most is None) or (target.kind == "hours" and not done.hours)


def _in_time(promised: Decimal, longest: Decimal, shortest: Decimal | None) -> Kept:
    if longest <= promised:
        return Kept.KEPT
    return Kept.PARTLY if shortest is not None and shortest <= promised else Kept.NOT_KEPT


def _nothing_done(target: Target, done: Done, on: date, over: bool) -> Kept:
    if target.begins is not None and on < target.begins:
        return Kept.TO_DO
    if not done.told:
        return Kept.NOT_REPORTED
    if target.kind in ("on_demand", AT_MOST):
        return Kept.NO_NEED
    return Kept.NOT_KEPT if over else Kept.TO_DO


def target_of(facts: Facts, activity: Row) -> Target:
    """What was promised: as signed, or as planned until it is. An activity without days of its own has the round's."""
    if terms := promised.signed_terms(facts, activity):
        target = terms["target"]
        begins, ends = (date.fromisoformat(terms[name]) if terms[name] else None for name in ("from", "to"))
        return Target(target["kind"], Decimal(target["value"]) if target["value"] else None, begins, ends)
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
    return Done(
        outcome.times,
        _figure(outcome.amount),
        _measure(outcome.most),
        _figure(outcome.hours),
        told=True,
        least=_measure(outcome.least),
    )


def _measure(value: float | str | None) -> Decimal | None:
    return None if value is None else _figure(value)


def final(facts: Facts, activity: Row, outcome: Row | None) -> Result:
    """How the activity stands when its follow-up is closed: its time is then over."""
    target = target_of(facts, activity)
    return judge(target, done_of(outcome), target.ends or facts.today)
