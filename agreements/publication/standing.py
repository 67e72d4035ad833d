"""How a published promise stands on a given day: from its snapshots alone, and the day (FAL-2, 3). Pure.

Figures grow old. While there is time left they are read as they are, with the day they are from. When time
is up and nobody has accounted for the end, they may prove that a promise was kept, never that it was broken:
that is then "ej redovisat".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ..keeping import Done, Kept, Result, Target, judge

Content = dict[str, Any]
OPEN = frozenset({Kept.TO_DO, Kept.UNDER_WAY})
FULFILLED = frozenset({Kept.KEPT, Kept.NO_NEED})


@dataclass(frozen=True, slots=True)
class Told:
    """One promised activity, and what is accounted for of it; nothing when `account` is none."""

    promised: Content
    account: Content | None
    as_of: date | None

    def on(self, day: date) -> Result:
        """How it stands at the end of that day."""
        target = target_of(self.promised)
        found = judge(target, done_of(self.account), day)
        over = target.ends is not None and day >= target.ends
        final = self.as_of is not None and target.ends is not None and self.as_of >= target.ends
        if self.account is None or not self.account["told"] or not over or final:
            return found
        if found.kept is Kept.KEPT:
            return found
        return Result(Kept.NOT_REPORTED, found.promised, found.reached)


def told(content: Content, account: Content | None, as_of: date | None) -> list[Told]:
    """Each promised activity with its account, by the wording that was signed."""
    found = {(row["what"], row["where"]): row for row in account["activities"]} if account else {}
    return [Told(a, found.get((a["what"], a["where"])), as_of) for a in content["activities"]]


def target_of(activity: Content) -> Target:
    """What was promised of an activity, as it is judged."""
    target = activity["target"]
    return Target(target["kind"], _figure(target["value"]), _day(activity["from"]), _day(activity["to"]))


def done_of(account: Content | None) -> Done:
    """What was accounted for, as it is judged."""
    if account is None:
        return Done()
    return Done(
        times=account["times"],
        amount=_figure(account["amount"]) or Decimal(0),
        most=_figure(account["longest"]),
        hours=_figure(account["hours"]) or Decimal(0),
        told=account["told"],
        least=_figure(account["shortest"]),
    )


def whole(states: Iterable[Kept]) -> Kept:
    """The promise in one word: what is left to do weighs first, then what was kept and what was not."""
    found = set(states)
    if not found or found == {Kept.NOT_REPORTED}:
        return Kept.NOT_REPORTED
    if found <= FULFILLED:
        return Kept.KEPT if Kept.KEPT in found else Kept.NO_NEED
    if found & OPEN:
        return Kept.TO_DO if found == {Kept.TO_DO} else Kept.UNDER_WAY
    return Kept.PARTLY if found & {Kept.KEPT, Kept.PARTLY} else Kept.NOT_KEPT


def state_on(rows: Iterable[Told], day: date) -> Kept:
    """The promise in one word, on that day."""
    return whole(row.on(day).kept for row in rows)


def spans(rows: list[Told]) -> Iterator[tuple[date, date, Kept]]:
    """From which day to which the promise stands how, for all time: the list asks no page for its state."""
    days = {date.min}
    for row in rows:
        target = target_of(row.promised)
        for turn in (target.begins, target.ends):
            if turn is not None:
                days |= {turn, turn + timedelta(days=1)}
    turns = sorted(days)
    begins, state = turns[0], state_on(rows, turns[0])
    for day in turns[1:]:
        if (now := state_on(rows, day)) is not state:
            yield begins, day - timedelta(days=1), state
            begins, state = day, now
    yield begins, date.max, state


def _figure(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
