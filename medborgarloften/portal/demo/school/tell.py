"""Tells the round about Norrhamra so far."""

from datetime import timedelta

from processes import actions
from processes.models import Process

from .. import web
from ..hands import Story, month_start
from ..people import MUNICIPALITY, Ekhamra
from . import analyses, begin, work


def tell(place: Ekhamra) -> Process:
    """A round whose period begins in two months and is not ready for it."""
    begins, ends = month_start(2), month_start(14) - timedelta(days=1)
    round_ = actions.start_round(
        by=place.people["officer"],
        title="Skolväg och park i Norrhamra",
        area=place.area,
        period_start=begins,
        period_end=ends,
        organisations=[place.organisations[MUNICIPALITY]],
    )
    s = Story(round=round_, people=place.people, **place.hands(round_))
    for part in (
        begin.collaboration,
        begin.communication,
        begin.staff,
        begin.citizens,
        web.open_now,
        work.joint_situation,
        analyses.analyses,
        work.staff,
        work.plan,
        work.since_then,
        work.promise,
    ):
        part(s)
    return round_
