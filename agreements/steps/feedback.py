"""Återkoppling: telling citizens, staff and partners what is done, all along. Never "done"."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from agreements.content import focus_of, period_of
from agreements.steps import signed
from processes.criteria import AUDIENCES
from processes.method import (
    METHOD_SUPPORT,
    Criterion,
    Debt,
    Facts,
    Finding,
    Gate,
    Kind,
    Panel,
    Role,
    Row,
    Sara,
    Stage,
    Step,
    Strength,
)
from processes.steps import occasions

SOURCE = f"{METHOD_SUPPORT}, Uppföljning och återkoppling"
SILENCE = 120
"""Days without a word after which a promise is said to be silent."""
QUARTER = 90
ABOUT_THE_WORK = ("implementation", "follow_up", "feedback")


@dataclass(frozen=True, slots=True)
class Heard:
    """When an audience was told of the work, between the day it began and the day it ended or today."""

    title: str
    days: tuple[date, ...]
    begins: date
    ends: date

    @property
    def silent(self) -> int:
        """Days without a word at the end."""
        return (self.ends - max(self.days, default=self.begins)).days

    @property
    def longest(self) -> tuple[date, date]:
        """The longest time without a word, as its first and last day."""
        days = [self.begins, *(day for day in self.days if self.begins < day < self.ends), self.ends]
        return max(pairwise(days), key=lambda pair: pair[1] - pair[0])


def tells_of(facts: Facts, told: Row, promises: Container[int], focus: Container[int]) -> bool:
    """Whether a feedback tells of those promises or their focus areas. One about nothing special tells of all."""
    if told.about_model == "agreements.Promise":
        return told.about_id in promises
    if told.about_model == "processes.Activity":
        activity = facts.get("processes.Activity", told.about_id)
        return activity is not None and activity.focus_area_id in focus
    return True


def begun_on(facts: Facts, promise: Row | None = None) -> date | None:
    """When something of the promise was first done; the start of its period until that is accounted for."""
    logged = [row for row in facts.rows("agreements.Outcome") if row.first_on]
    if promise is None:
        start = facts.round.period_start
    else:
        start, _ = period_of(facts, promise)
        focus = focus_of(facts, promise)
        done = {row.id: facts.get("processes.Activity", row.activity_id) for row in logged}
        logged = [row for row in logged if (what := done[row.id]) and what.focus_area_id in focus]
    return min((date.fromisoformat(row.first_on) for row in logged), default=start)


def _told_of_work(facts: Facts, promises: Container[int], focus: Container[int]) -> list[Row]:
    rows = [row for row in facts.rows("processes.Feedback") if row.given_on and row.step in ABOUT_THE_WORK]
    return [row for row in rows if row.given_on <= facts.today and tells_of(facts, row, promises, focus)]


def heard(facts: Facts) -> Iterator[Heard]:
    """When each audience was told of the work with the promises that the facts hold."""
    begins = begun_on(facts) or facts.today
    ends = max(begins, min(facts.round.period_end or facts.today, facts.today))
    own = facts.rows("agreements.PromiseFocus")
    given = _told_of_work(facts, {row.promise_id for row in own}, {row.focus_area_id for row in own})
    for audience, title in AUDIENCES.items():
        days = sorted(row.given_on for row in given if audience in row.audiences)
        yield Heard(title, tuple(day for day in days if min(begins, facts.today) <= day), begins, ends)


def kept_talking(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Each audience has been told of the promise's work since it began, and is not left in silence at its end.

    At its gate the facts are those of one promise: what tells of another only is no word about this one. A silence
    that was broken can't be mended any more; the follow-up tells of it (docs/adr/0028).
    """
    for one in heard(facts):
        if not one.days:
            yield Finding("feedback", f"{one.title}: inget berättat sedan arbetet började")
        elif one.silent > SILENCE:
            yield Finding("feedback", f"{one.title}: tyst i {one.silent} dagar")


def debt(facts: Facts, subject: Row) -> Iterable[Finding]:
    """No feedback that was planned for a day gone by is still owed."""
    for row in facts.rows("processes.Feedback", given_on=None):
        if row.due_on is not None and row.due_on < facts.today:
            where = facts.get(row.subject_model, row.subject_id)
            current = f"utlovad till {row.due_on}, {(facts.today - row.due_on).days} dagar sedan"
            yield Finding("feedback", current, step=row.step, subject=where)


def continuous(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Feedback has been given all along, and none is owed."""
    yield from kept_talking(facts, subject)
    yield from debt(facts, subject)


def _goes_on(facts: Facts, promise: Row) -> bool:
    """Whether somebody still waits to hear of the promise: a signed one is over when it is closed, not before."""
    if signed.closed(facts, promise):
        return False
    _, ends = period_of(facts, promise)
    return ends is None or ends >= facts.today or signed.sealed(facts, promise) is not None


def silent_for_long(facts: Facts, subject: Row) -> Iterable[Debt]:
    """Whoever has heard nothing of a promise for a quarter waits to hear, until it is closed (ATE-1).

    Those who wait as long for all of the round's promises are told of once.
    """
    promises = facts.rows("agreements.Promise")
    works: list[Row | None] = [row for row in promises if _goes_on(facts, row)]
    if not promises and (facts.round.period_end or facts.today) >= facts.today:
        works = [None]
    waits: dict[tuple[str, date], list[str]] = {}
    for promise in works:
        begins = begun_on(facts, promise)
        if begins is None or begins > facts.today:
            continue
        own = (frozenset((promise.id,)), focus_of(facts, promise)) if promise else ((), ())
        given = _told_of_work(facts, *own)
        for audience in AUDIENCES:
            last = max((row.given_on for row in given if audience in row.audiences), default=begins)
            if (facts.today - last).days > QUARTER:
                waits.setdefault((audience, last), []).append(promise.title if promise else "")
    for (audience, last), titles in waits.items():
        about = "" if len(titles) == len(works) else ", ".join(title or "löftet" for title in titles)
        yield Debt(audience, last, about=about)


STEP = Step(
    key="feedback",
    feedback=True,
    feedback_of="agreements.feedback.offered.offered",
    feedback_texts="agreements:feedback_texts",
    sections=(
        Panel(
            "gjort", "Gjort men inte berättat", "agreements.feedback.panel.panel", "agreements/_untold.html"
        ),
    ),
    debts=silent_for_long,
    slug="aterkoppling",
    title="Återkoppling",
    stage=Stage.KEEP,
    sara=Sara.ASSESSMENT,
    kind=Kind.STANDING,
    record="processes.Process",
    path="",
    outside=True,
    lead="Berätta vad som görs och hur det går, hela vägen och för alla som har bidragit.",
    tells=occasions.FEEDBACK,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.COMMUNICATOR),
    gates=(),
    criteria=(
        Criterion(
            "ATE-1",
            Strength.MUST,
            Gate.CLOSE,
            "Medborgare, medarbetare och samverkanspartner har fått veta vad som görs, utan lång tystnad.",
            SOURCE,
            continuous,
        ),
    ),
)
