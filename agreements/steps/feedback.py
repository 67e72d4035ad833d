"""Återkoppling: telling citizens, staff and partners what is done, all along. Never "done"."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from processes.criteria import AUDIENCES
from processes.method import (
    METHOD_SUPPORT,
    Criterion,
    Debt,
    Facts,
    Finding,
    Gate,
    Kind,
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


def longest_silence(told: Iterable[date], begins: date, ends: date) -> int:
    """The longest time without a word between two days, in days."""
    days = [begins, *sorted(day for day in told if begins < day < ends), max(begins, ends)]
    return max((after - before).days for before, after in pairwise(days))


def begun_on(facts: Facts) -> date | None:
    """When something was first done; the start of the round's period until that is accounted for."""
    logged = [row.first_on for row in facts.rows("agreements.Outcome") if row.first_on]
    return date.fromisoformat(min(logged)) if logged else facts.round.period_start


def kept_talking(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Each audience has been told of the work while it went on, never with long silence."""
    begins = begun_on(facts) or facts.today
    ends = min(facts.round.period_end or facts.today, facts.today)
    given = [
        row
        for row in facts.rows("processes.Feedback")
        if row.given_on is not None and row.step in ABOUT_THE_WORK
    ]
    for audience, title in AUDIENCES.items():
        days = [row.given_on for row in given if audience in row.audiences]
        days = [day for day in days if min(begins, facts.today) <= day <= facts.today]
        silence = longest_silence(days, begins, ends)
        if not days:
            yield Finding("feedback", f"{title}: inget berättat sedan arbetet började")
        elif silence > SILENCE:
            yield Finding("feedback", f"{title}: tyst i {silence} dagar")


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


def silent_for_long(facts: Facts, subject: Row) -> Iterable[Debt]:
    """While the work goes on, whoever has heard nothing of it for a quarter waits to hear (ATE-1)."""
    begins = begun_on(facts)
    ends = facts.round.period_end
    if begins is None or begins > facts.today or (ends is not None and ends < facts.today):
        return
    for audience in AUDIENCES:
        given = [
            row.given_on
            for row in facts.rows("processes.Feedback")
            if row.step in ABOUT_THE_WORK and audience in row.audiences and row.given_on
        ]
        last = max((day for day in given if day <= facts.today), default=begins)
        if (facts.today - last).days > QUARTER:
            yield Debt(audience, last)


STEP = Step(
    key="feedback",
    feedback=True,
    debts=silent_for_long,
    slug="aterkoppling",
    title="Återkoppling",
    stage=Stage.KEEP,
    sara=Sara.ASSESSMENT,
    kind=Kind.STANDING,
    record="processes.Process",
    path="",
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
