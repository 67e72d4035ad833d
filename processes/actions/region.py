"""A region's inriktningsbeslut: kept by those who answer for it there (PRO-10)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from processes import policies, queries
from processes.models import Area, RegionDecision, User
from processes.writing import current, demand, write

FIELDS = ("title", "decided_on", "valid_from", "valid_until", "link", "file", "sha256", "content_type")


@transaction.atomic
def keep_decision(
    *,
    by: User,
    region: Area,
    values: Mapping[str, Any],
    decision: RegionDecision | None = None,
    version: int = 0,
) -> RegionDecision:
    """Add a decision, or change one. Conflict when somebody else just did; a file stays unless another comes."""
    demand(policies.can_keep_decisions(queries.regions_kept_by(by).filter(pk=region.pk).exists()))
    row = current(decision, version) if decision else RegionDecision(region=region)
    for name in FIELDS:
        if name in values:
            setattr(row, name, values[name])
    return write(row, by=by, round_=None, reason="ändrade beslutet" if decision else "lade till beslutet")
