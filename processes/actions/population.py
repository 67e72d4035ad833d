"""Who lives in an area: written in or brought by those who lead a round there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from processes import policies
from processes.models import AreaPopulation, Process, User
from processes.writing import current, demand, under_lock, write

from .entry import actor_of


@under_lock
def keep_population(
    *, by: User, round_: Process, year: int, source: str, counts: Mapping[str, Any], version: int
) -> AreaPopulation:
    """Say who lived in the round's area at the end of a year. Conflict when somebody else just did.

    `version` is that of the year's figures as they were read, nought when there were none.
    """
    demand(policies.can_keep_population(actor_of(by, round_)))
    known = AreaPopulation.objects.filter(area=round_.area_id, year=year).first()
    row = current(known, version) if known else AreaPopulation(area=round_.area, year=year)
    row.source, row.counts = source, dict(counts)
    return write(row, by=by, round_=round_, reason=f"skrev in befolkningen {year}")
