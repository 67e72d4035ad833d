"""Medborgardialog: what its plan and its story are held against, what is owed for it, what forms suggest."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.formats import date_format

from dialogs.criteria import THEN
from processes.criteria import owed_after_meeting, shown, told
from processes.method import Debt, Facts, Finding, Row

HEARS_BACK = timedelta(days=30)
EVERYONE = {"alla", "alla medborgare", "alla invånare", "alla boende", "allmänheten"}
OLD = "FAL-7:sign"
"""The demand that a dialogue is no older than that."""


def all_views_sorted(facts: Facts, subject: Row) -> Iterable[Finding]:
    """No view of the dialogue lacks theme, place, kind of worry or what became of it."""
    if subject.views_unsorted:
        current = f"{subject.views_unsorted} av {subject.views_total} saknar något av detta"
        yield Finding("synpunkter", current)


def not_just_everyone(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Whom one wants to reach is said; everyone is nobody in particular."""
    if (subject.target_group or "").strip(' .!”"').casefold() in EVERYONE:
        yield Finding("plan.target_group", shown(subject.target_group))


def is_old(held_on: date | None, start: date | None, end: date | None) -> bool:
    """Whether a dialogue was held before the period that came before a round's own."""
    return None not in (held_on, start, end) and held_on < start - (end - start)


def recent(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The dialogue was held in the round's period or in one as long before it."""
    if is_old(subject.held_on, facts.round.period_start, facts.round.period_end):
        yield Finding(f"{THEN}.held_on", f"hölls {date_format(subject.held_on, 'j F Y')}")


def when_held(facts: Facts, subject: Row) -> str:
    """When the dialogue was or will be held, and for which earlier round."""
    if subject.cancelled_reason:
        return "Blev inte av"
    day = subject.held_on or subject.planned_on
    held = subject.held_on is not None and subject.held_on <= facts.today
    when = f"{'Hölls' if held else 'Planerad till'} {date_format(day, 'j F Y')}" if day else ""
    return " ".join(
        filter(None, (when, f"för rundan ”{subject.held_for_title}”" if taken_along(facts, subject) else ""))
    )


def beside_title(facts: Facts, subject: Row) -> str:
    """When the dialogue was or will be held, and which earlier one it goes on from."""
    return " · ".join(filter(None, (when_held(facts, subject), goes_on_from(facts, subject))))


def before(facts: Facts, subject: Row) -> Row | None:
    """The dialogue that this one goes on from."""
    return facts.get("dialogs.CitizenDialog", subject.follows_id) if subject.follows_id else None


def goes_on_from(facts: Facts, subject: Row) -> str:
    """That the dialogue deepens an earlier one, or follows up whether it has become better."""
    earlier = before(facts, subject)
    name = f"”{earlier.title or 'Dialog utan namn'}”" if earlier else ""
    if subject.follows_up:
        return f"Följer upp {name}" if name else "Följer upp om det har blivit bättre"
    return f"Bygger på {name}" if name else ""


def same_questions(facts: Facts, subject: Row) -> dict:
    """What is to be compared is asked again in the same words: the next question of last time."""
    earlier = before(facts, subject) if subject.follows_up else None
    if earlier is None:
        return {}
    asked = {row.text.strip() for row in facts.rows("dialogs.Question", dialog_id=subject.id)}
    then = [row.text.strip() for row in facts.rows("dialogs.Question", dialog_id=earlier.id)]
    left = [text for text in then if text and text not in asked]
    return {"text": left[0]} if left else {}


def taken_along(facts: Facts, subject: Row) -> bool:
    """Whether the dialogue was held for another round, and this one has taken it along."""
    return subject.held_for_id not in (None, facts.round.id)


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
