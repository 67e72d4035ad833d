"""Resource → activity → performance → effect, as boxes and lines: ESV's chain, drawn from data (UPP-4). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from processes.drawings.layered import Box
from processes.facts import Facts
from processes.plan import goals
from processes.plan.hours import Hours
from processes.plan.words import number_text, swedish

from .effects import Effect, words
from .results import Line

COLUMNS = ("Resurs", "Aktivitet", "Prestation", "Effekt")
ALONE = "Inget effektmål"


@dataclass(frozen=True, slots=True)
class Chain:
    """The boxes in their columns, the lines between them, and the same as rows of words."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[tuple[str, int], tuple[str, int]], ...]
    rows: tuple[tuple[str, str, str, str], ...]


def chain(facts: Facts, found: Iterable[Line], hours: Hours, measured: Iterable[Effect]) -> Chain:
    """The chain of a round's work."""
    activities, effects = list(found), list(measured)
    boxes = [Box(("party", load.party.id), 0, load.party.name, _hours(load)) for load in hours.loads]
    lines: list[tuple[tuple[str, int], tuple[str, int]]] = []
    with_party = {box.key[1] for box in boxes}
    leads_to: dict[int, list[Effect]] = {}
    for effect in effects:
        boxes.append(Box(("effect", effect.goal.id), 3, effect.goal.text, words(effect)[0]))
        for activity in goals.served_by(facts, effect.goal):
            leads_to.setdefault(activity.id, []).append(effect)
    for line in activities:
        key = line.activity.id
        boxes.append(Box(("activity", key), 1, line.activity.what, line.promised))
        boxes.append(Box(("done", key), 2, line.said, line.state, look="loose" if line.result.failed else ""))
        lines.append((("activity", key), ("done", key)))
        for share in facts.rows("processes.ActivityParty", activity_id=key):
            if share.party_id in with_party:
                lines.append((("party", share.party_id), ("activity", key)))
        lines += [(("done", key), ("effect", effect.goal.id)) for effect in leads_to.get(key, [])]
    rows = tuple(
        (
            line.who or "Ingen utsedd",
            line.activity.what,
            f"{line.said} ({line.state.lower()})",
            "; ".join(f"{e.goal.text}: {words(e)[0]}" for e in leads_to.get(line.activity.id, [])) or ALONE,
        )
        for line in activities
    )
    return Chain(tuple(boxes), tuple(dict.fromkeys(lines)), rows)


def _hours(load) -> str:
    used, planned = (swedish(number_text(value)) for value in (load.used, load.planned))
    return f"{used} av {planned} planerade timmar" if load.planned else f"{used} timmar"
