"""What actions begin with: who acts, in which facts, and about what."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from processes import policies, queries
from processes.method import Facts, Ground, Step, get_method
from processes.models import Process, User
from processes.writing import demand


def actor_of(by: User, round_: Process) -> policies.Actor:
    """Who the person is in the round. Refused when that is nobody."""
    actor = queries.actor_in(by, round_)
    demand(policies.can_see_round(actor))
    return actor


def facts_of(round_: Process) -> Facts:
    """The round's facts as they stand under the lock."""
    return queries.load_facts(get_method(), round_.pk)


def demand_ground(actor: policies.Actor, step: Step, subject_id: int, round_: Process) -> None:
    """On each party's own ground the subject is the person's own organisation's, and of this round."""
    if step.ground is Ground.OWN:
        found = apps.get_model(step.record).objects.filter(pk=subject_id, process=round_)
        demand(policies.can_write_own(actor, step, found.values_list("owner", flat=True).first()))


def about(step: Step, subject_model: str, subject_id: int) -> dict[str, Any]:
    """The columns that say what a piece of evidence is about."""
    return {"step": step.key, "subject_model": subject_model, "subject_id": subject_id}
