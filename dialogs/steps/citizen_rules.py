"""Medborgardialog: what its plan and its story are held against, what is owed for it, what forms suggest."""

from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.criteria import THEN
from processes.criteria import owed_after_meeting, told
from processes.method import Debt, Facts, Finding, Row

HEARS_BACK = timedelta(days=30)


def all_views_sorted(facts: Facts, subject: Row) -> Iterable[Finding]:
    """No view of the dialogue lacks theme, place, kind of worry or what became of it."""
    if subject.views_unsorted:
        current = f"{subject.views_unsorted} av {subject.views_total} saknar något av detta"
        yield Finding("synpunkter", current)


def recent(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The dialogue was held in the round's period or in one as long before it."""
    start, end = facts.round.period_start, facts.round.period_end
    if None not in (start, end, subject.held_on) and subject.held_on < start - (end - start):
        yield Finding(f"{THEN}.held_on", f"hölls {subject.held_on}")


def usual_plan(facts: Facts, subject: Row) -> dict:
    """The police's own coordinator answers for it, and hears back within a month."""
    police = facts.one("processes.Party", kind="police")
    return {
        "responsible": police.coordinator_id if police else None,
        "feedback_due": subject.planned_on + HEARS_BACK if subject.planned_on else None,
    }


def when_it_was_said(facts: Facts, subject: Row) -> dict:
    """A view came in when the dialogue was held, unless something else is said."""
    return {"received_on": subject.held_on}


_owed_after_meeting = owed_after_meeting("citizens", "staff", "partners")


def owed(facts: Facts, subject: Row) -> Iterable[Debt]:
    """Whoever took part waits from the day of the meeting; who answered on the web, from when that closed."""
    yield from _owed_after_meeting(facts, subject)
    until = closed_on_web(facts, subject)
    if until and not subject.held_on and "citizens" not in told(facts, subject):
        yield Debt("citizens", until, subject.feedback_due)


def closed_on_web(facts: Facts, subject: Row) -> date | None:
    """The last day one could answer on the web, when it is past and somebody did."""
    until = date.fromisoformat(subject.web_until) if subject.web_until and subject.web_sent else None
    return until if until and until < facts.today else None


def held_on_web(facts: Facts, subject: Row) -> dict:
    """A dialogue held on the web alone was held when that closed, with those who answered."""
    until = closed_on_web(facts, subject) if subject.form == "digital" else None
    return {"held_on": until, "reached_total": subject.web_sent} if until else {}


def as_held(facts: Facts, subject: Row) -> dict:
    """Held on the web, or when it was planned, once that day has come; with the sum of who came each time."""
    if on_web := held_on_web(facts, subject):
        return on_web
    times = facts.rows("dialogs.DialogOccasion", dialog_id=subject.id)
    days = [row.held_on for row in times if row.held_on] or [subject.planned_on]
    came = [row.took_part for row in times if row.took_part is not None]
    first = min(filter(None, days), default=None)
    return {
        "held_on": first if first and first <= facts.today else None,
        "reached_total": sum(came) if came else None,
    }
