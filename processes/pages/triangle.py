"""The problem analysis triangle on pages: drawn, in a table, and in words with the way to what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes import policies, why
from processes.drawings.triangle import draw, draw_small
from processes.guard import subjects
from processes.triangle import Spot, Triangle, tally, triangle

from . import links

if TYPE_CHECKING:
    from processes.views.here import InStep


def panel(here: InStep) -> dict[str, Any]:
    """The drawing, the same as a table, and what is missing with the way to mend it."""
    assert here.subject is not None
    found = triangle(here.facts, here.subject)
    ways = links.Ways(here, "triangeln")
    return {
        "svg": draw(found, f"triangel-{here.subject.id}"),
        "rows": [_row(spot, ways) for spot in found],
        "expectations": found.expectations,
        "expectations_url": links.Ways(here, "sammanhang").form("expectations"),
        "untouched": [_side(inner, outer) for inner, outer in found.untouched],
        "unnamed": [
            {"title": spot.title.lower(), "url": ways.add("who", side=spot.side)} for spot in found.unnamed
        ],
        "invite": _invitations(here, found, ways),
        "loose": _loose(here, found),
        "add_url": ways.add(),
    }


def _row(spot: Spot, ways: links.Ways) -> dict[str, Any]:
    stands = [
        {
            "who": stand.who,
            "note": "; ".join(filter(None, (stand.standing_title, stand.row.note))),
            "url": ways.edit(stand.row),
            "remove_url": ways.remove(stand.row),
        }
        for stand in spot.stands
    ]
    return {
        "title": spot.title,
        "outer": spot.outer,
        "stands": stands,
        "said": "" if stands else spot.said,
        "causes": [row.text for row in spot.causes],
        "activities": [row.what for row in spot.activities],
        "state": _state(spot),
        "tally": tally(spot),
    }


def _state(spot: Spot) -> list[str]:
    """What is missing at a spot, in words."""
    found = ["Ingen aktivitet"] if spot.untouched else []
    if spot.unnamed:
        found.append("Ingen angiven")
    found += [f"{stand.who} saknas" for stand in spot.stands if stand.standing == "missing"]
    found += [f"{stand.who} räcker inte till" for stand in spot.stands if stand.standing == "weak"]
    return found


def _side(inner: Spot, outer: Spot) -> str:
    causes = len(inner.causes) + len(outer.causes)
    pointed = f" {causes} orsaker pekar dit." if causes > 1 else " En orsak pekar dit." if causes else ""
    return f"Ingen aktivitet når {inner.title.lower()} eller {outer.title.lower()}.{pointed}"


def _invitations(here: InStep, found: Triangle, ways: links.Ways) -> list[dict[str, str]]:
    """Those who are named but take no part: to be made a party by those who may, then linked to."""
    step = here.method["collaboration"]
    record, url = here.facts.one(step.record), ""
    if record is not None and policies.can_edit(here.actor, step, step.section("parter")):
        url = links.at("add_row", here.round.pk, step, record.id, "parter")
    return [
        {
            "who": stand.who,
            "spot": spot.title.lower(),
            "invite_url": url,
            "link_url": ways.edit(stand.row, "party"),
        }
        for spot, stand in found.to_invite
    ]


def _loose(here: InStep, found: Triangle) -> list[dict[str, str]]:
    ways = links.Ways(here, "orsaker")
    return [{"text": row.text or "Utan namn", "url": ways.edit(row, "side")} for row in found.loose]


def overview(here: InStep) -> dict[str, Any]:
    """Of each focus area: how many causes, how many of them near, and which sides nothing reaches."""
    rows = [_line(here, row) for row in subjects(here.facts, here.step)]
    return {"rows": rows} if rows else {}


def _line(here: InStep, subject: Any) -> dict[str, Any]:
    every = list(why.walk(why.tree(here.facts, subject)))
    found = triangle(here.facts, subject)
    untouched = [f"{inner.title} och {outer.title.lower()}" for inner, outer in found.untouched]
    return {
        "title": here.step.title_of(subject) or "Utan namn",
        "url": links.subject_url(here.round.pk, here.step, subject.id),
        "svg": draw_small(found, f"liten-{subject.id}"),
        "causes": len(every),
        "near": sum(node.row.horizon == why.NEAR for node in every),
        "deep": max((node.level for node in every), default=0),
        "untouched": untouched,
        "planned": found.planned,
    }
