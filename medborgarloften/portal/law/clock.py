"""The two-year clock of 6 §: by when the picture is to be updated and the plan followed up. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from processes import guard
from processes.method import Facts, Gate, Method, Side
from processes.pages.values import day

YEARS = 2


def due(since: date) -> date:
    """The same day two years on; of a leap day, the day before the first of March."""
    try:
        return since.replace(year=since.year + YEARS)
    except ValueError:
        return date(since.year + YEARS, 2, 28)


@dataclass(frozen=True, slots=True)
class Clock:
    """What runs, since when, and whether its time is out."""

    what: str
    """As in "ska vara uppdaterad": the participle."""
    since: date
    today: date

    @property
    def due_on(self) -> date:
        """The last day."""
        return due(self.since)

    @property
    def passed(self) -> bool:
        """Whether that day has gone by."""
        return self.today > self.due_on

    @property
    def text(self) -> str:
        """By when it is to be, or was to have been, done."""
        verb = "skulle ha varit" if self.passed else "ska vara"
        return f"{verb[:1].upper()}{verb[1:]} {self.what} senast {day(self.due_on)}."


def approved_on(method: Method, facts: Facts) -> date | None:
    """The day the municipality approved the joint picture, if its word still stands."""
    step = method["joint_situation"]
    subject = facts.one(step.record)
    if subject is None:
        return None
    row = guard.standing(facts, step, subject).passed.get((Gate.APPROVE, Side.MUNICIPALITY))
    return timezone.localtime(row.at).date() if row is not None else None


def followed_up_on(facts: Facts) -> date | None:
    """The day of the latest follow-up."""
    days = [row.done_on for row in facts.rows("agreements.FollowUp") if row.done_on]
    return max(days, default=None)


def of_picture(method: Method, facts: Facts) -> Clock | None:
    """The picture's clock, which starts when the municipality approves it."""
    since = approved_on(method, facts)
    return Clock("uppdaterad", since, facts.today) if since else None


def of_plan(facts: Facts) -> Clock | None:
    """The plan's clock, which starts at the decision and anew at each follow-up."""
    plan = facts.one("processes.ActivityPlan")
    if plan is None or plan.decided_on is None:
        return None
    followed = followed_up_on(facts)
    since = max(plan.decided_on, followed) if followed else plan.decided_on
    return Clock("uppföljd", since, facts.today)
