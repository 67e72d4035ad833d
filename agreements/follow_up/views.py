"""The material for the planning system, handed out by a button: what is taken out is noted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from processes import policies
from processes.views.documents import file_response
from processes.views.here import enter, require, within

from ..papers import plan_workbook
from .actions import KEY, record_export


@require_POST
def planning_export(request: HttpRequest, pk: int, follow_up: int) -> HttpResponse:
    """Resources, activities, goals and outcome as a workbook; that it was taken out, by whom and when is recorded."""
    here = enter(request, pk)
    within(here, here.method[KEY], follow_up)
    require(policies.can_edit(here.actor, here.method[KEY]))
    response = file_response(
        plan_workbook(within(here, here.method["activity_plan"])),
        "xlsx",
        "Till planeringssystemet",
        here.round.title,
    )
    record_export(by=here.user, round_=here.round, follow_up_id=follow_up, data=response.content)
    return response
