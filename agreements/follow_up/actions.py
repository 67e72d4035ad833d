"""The material for the planning system is taken out, and the taking out records itself (PRO-7)."""

from __future__ import annotations

import hashlib

from processes import policies
from processes.actions.entry import actor_of
from processes.method import get_method
from processes.models import Process, User
from processes.writing import demand, under_lock

from ..models import FollowUp, PlanningExport

KEY = "follow_up"


@under_lock
def record_export(*, by: User, round_: Process, follow_up_id: int, data: bytes) -> PlanningExport:
    """Note who took out what, and when."""
    demand(policies.can_edit(actor_of(by, round_), get_method()[KEY]))
    follow_up = FollowUp.objects.get(pk=follow_up_id, process=round_)
    return PlanningExport.objects.create(follow_up=follow_up, by=by, sha256=hashlib.sha256(data).hexdigest())
