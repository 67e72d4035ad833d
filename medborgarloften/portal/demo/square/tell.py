"""Tells the whole round about Stortorget, in the order it happened."""

from agreements.renewal.actions import renew
from processes import actions

from .. import web
from ..clock import Tale
from ..hands import Story, ago
from . import analyses, begin, inhabitants, keep, listen, plan, promise, secluded, staff, telling, understand


def tales(s: Story, earlier: Story) -> tuple[Tale, ...]:
    """A round whose period began five months ago; its first promise renews the one of the earlier round."""
    return (
        _work(s, earlier),
        telling.communication(s),
        keep.work(s),
        keep.feedback(s),
        web.answered(s),
        keep.follow_up(s),
        promise.send_next(s),
    )


def _work(s: Story, earlier: Story) -> Tale:
    """From the parties' first word to a promise that citizens can read."""
    yield s.before(255)
    s.hold(
        actions.start_round(
            by=s.people["officer"],
            title=f"Ekhamra centrum {s.begins.year}–{s.ends.year}",
            area=s.place.area,
            period_start=s.begins,
            period_end=s.ends,
            organisations=s.place.organisations.values(),
            predecessor=earlier.round,
        )
    )
    s.promise = renew(
        by=s.people["officer"], round_=earlier.round, promise_id=earlier.promise.pk, follows=(), into=s.round
    )
    yield s.before(240)
    begin.collaboration(s)
    yield s.before(190)
    begin.local_situation(s)
    secluded.intelligence(s)
    yield s.before(174)
    staff.what(s)
    yield s.before(172)
    begin.approve_local_situation(s)
    yield s.before(171)
    inhabitants.inhabitants(s)
    begin.own_picture(s)
    yield from listen.citizens(s)
    yield s.before(110)
    understand.joint_situation(s)
    staff.joint(s)
    yield s.before(100)
    listen.answer(s)
    yield s.before(95)
    analyses.analyses(s)
    staff.causes(s)
    yield from understand.agreement(s)
    yield s.before(65)
    staff.how(s)
    yield s.before(60)
    plan.plan(s)
    staff.planned(s)
    yield s.before(50)
    staff.told(s)
    yield from promise.give(s)
    yield ago(10)
    begin.order(s)
