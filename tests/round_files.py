"""A round's file, fetched by somebody and brought in by the community officer."""

from __future__ import annotations

import json
from typing import Any

from medborgarloften.portal.round_file import reading
from medborgarloften.portal.round_file.exporting import WHOLE, export, text
from medborgarloften.portal.round_file.importing import bring_in
from processes import queries
from tests.world import World


def content(data: dict[str, Any]) -> dict[str, Any]:
    """What of a file makes the round; who fetched it, when, and its history aside."""
    return {"round": data["round"], "rows": data["rows"]}


def fetched(world: World, role: str = "") -> dict[str, Any]:
    """The round as the person fetches it; as the police's side sees it when none is named."""
    actor = queries.actor_in(world.cast.people[role], world.round) if role else WHOLE
    return json.loads(text(export(world.round, actor)))


def brought(world: World, data: dict[str, Any], **more: Any) -> Any:
    """The file read in by the community officer."""
    raw = json.dumps(data).encode()
    source = reading.source("runda.json", raw)
    return bring_in(**{"by": world.cast.officer, "data": reading.read(raw), "source": source} | more)
