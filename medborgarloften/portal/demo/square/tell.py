"""Tells the whole round about Stortorget, in the order it happened."""

from datetime import timedelta

from processes import actions
from processes.models import Process

from .. import web
from ..hands import Story, ago, month_start
from ..people import Ekhamra
from . import analyses, begin, inhabitants, keep, listen, plan, promise, secluded, staff, telling, understand


def tell(place: Ekhamra) -> Process:
    """A round whose period began five months ago."""
    begins, ends = month_start(-5), month_start(7) - timedelta(days=1)
    round_ = actions.start_round(
        by=place.people["officer"],
        title=f"Ekhamra centrum {begins.year}–{ends.year}",
        area=place.area,
        period_start=begins,
        period_end=ends,
        organisations=place.organisations.values(),
    )
    s = Story(
        round=round_,
        people=place.people,
        today=ago(0),
        begins=begins,
        before=lambda days: begins - timedelta(days=days),
        after=lambda days: begins + timedelta(days=days),
        **place.hands(round_),
    )
    for part in (
        begin.collaboration,
        telling.communication,
        begin.local_situation,
        secluded.intelligence,
        staff.what,
        begin.approve_local_situation,
        begin.own_picture,
        inhabitants.inhabitants,
        listen.citizens,
        understand.joint_situation,
        staff.joint,
        analyses.analyses,
        staff.causes,
        understand.agreement,
        staff.how,
        plan.plan,
        staff.planned,
        promise.give,
        keep.work,
        keep.feedback,
        web.answered,
        keep.follow_up,
        promise.send_next,
    ):
        part(s)
    return round_
