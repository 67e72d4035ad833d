"""Tells the round about Norrhamra so far."""

from processes import actions

from .. import web
from ..clock import Tale
from ..hands import Story, ago
from ..people import MUNICIPALITY
from . import analyses, begin, work


def tales(s: Story) -> tuple[Tale, ...]:
    """A round whose period begins in two months and is not ready for it."""
    return _work(s), web.open_now(s)


def _work(s: Story) -> Tale:
    yield ago(125)
    s.hold(
        actions.start_round(
            by=s.people["officer"],
            title="Skolväg och park i Norrhamra",
            area=s.place.area,
            period_start=s.begins,
            period_end=s.ends,
            organisations=[s.place.organisations[MUNICIPALITY]],
        )
    )
    yield ago(110)
    begin.collaboration(s)
    begin.communication(s)
    yield ago(79)
    begin.staff(s)
    yield from begin.citizens(s)
    yield ago(36)
    work.joint_situation(s)
    yield ago(30)
    begin.answer(s)
    yield ago(28)
    analyses.analyses(s)
    yield ago(21)
    work.staff(s)
    yield ago(20)
    begin.next_dialog(s)
    yield ago(15)
    work.told(s)
    yield from work.plan(s)
    yield ago(3)
    work.since_then(s)
    yield ago(2)
    work.promise(s)
