"""That an archive package was made is an event of the register: of which round, by whom, with which fingerprint."""

from __future__ import annotations

from processes import queries
from processes.models import Organisation, Process, User
from processes.writing import Refused, demand, under_lock

from ... import chain
from ..policies import can_archive


@under_lock
def archived(*, by: User, round_: Process, organisation: Organisation, data: bytes) -> str:
    """Log the package and give its SHA-256."""
    actor = queries.actor_in(by, round_)
    demand(can_archive(actor))
    if organisation.pk not in actor.organisations:
        raise Refused("Bara myndighetens egna kan göra dess arkivpaket.")
    digest = chain.sha256(data)
    told = {"sha256": digest, "organisation": organisation.pk, "by": by.pk}
    chain.append("archived", f"round:{round_.pk}", told)
    return digest
