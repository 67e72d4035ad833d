"""The focus areas, and how they weigh against each other: weights in sight, people decide (GEM-3, 5, 6)."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.apps import apps

from processes import guard
from processes.criteria import is_answer
from processes.method import Row
from processes.pages import links
from processes.pages.adopting import origins
from processes.pages.links import Ways
from processes.pages.values import Values
from processes.steps.joint_rules import FOCUS, chosen, considered
from processes.steps.weighing import SIDES, Weighed, weigh, weights

if TYPE_CHECKING:
    from processes.views.here import InStep

DECIDED = {
    True: {"status": "active", "label": "Blir löfte"},
    False: {"status": "todo", "label": "Blir inte löfte"},
    None: {"status": "waiting", "label": "Inte bestämt"},
}
LAST = 2**31
MEETING = "mote"  # in an address: back to the meeting, when it is done


def choice(here: InStep) -> dict[str, Any]:
    """The focus areas in the people's own order, and the weighing of those in play."""
    rows, ways = here.facts.rows(FOCUS), Ways(here, "fokus")
    model = apps.get_model(FOCUS)
    values = Values(here.facts, [(model, row) for row in rows])
    rows.sort(key=lambda row: (not considered(row), row.priority or LAST, row.id))
    came = origins(here, FOCUS)
    return {
        "areas": [_area(row, values, ways) | {"origins": came.get(row.id, [])} for row in rows],
        "weighing": weighing(here, rows, ways),
        "add_url": ways.add(),
    }


def weighed(here: InStep) -> dict[str, Any]:
    """The weighing alone, for the meeting that sets the scores; the order is taken over without leaving it."""
    found = weighing(here, here.facts.rows(FOCUS), Ways(here, "fokus"))
    if found and found["use"]:
        found["use"]["url"] += f"?{MEETING}=1"
    return {"weighing": found}


def _area(row: Row, values: Values, ways: Ways) -> dict[str, Any]:
    model = apps.get_model(FOCUS)
    shown = {name: values.show(model, name, row) for name in ("kind", "grounds", "theme", "place", "problem")}
    lacks_picture = not is_answer(row.target_picture)
    return {
        **shown,
        "id": row.id,
        "title": row.title or "Fokusområde utan namn",
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
        "priority": row.priority,
        "decided": DECIDED[row.becomes_promise],
        "decide_url": ways.edit(row, "becomes_promise") if row.becomes_promise is None else "",
        "target_picture": row.target_picture,
        "lacks_picture": lacks_picture and chosen(row),
        "picture_url": ways.edit(row, "target_picture") if lacks_picture else "",
        "kind_url": "" if row.kind else ways.edit(row, "kind"),
    }


def weighing(here: InStep, rows: list[Row], ways: Ways) -> dict[str, Any] | None:
    """Scores, weights, sums and the order they suggest, beside the people's own; none for one area alone."""
    assert here.subject is not None
    order = weigh(filter(considered, rows), weights(here.subject))
    if len(order) < 2:
        return None
    complete = all(one.total is not None for one in order)
    places = {one.row.id: place for place, one in enumerate(order, 1) if one.total is not None}
    own = [row.id for row in sorted((one.row for one in order), key=lambda row: row.priority or LAST)]
    answered = all(one.row.priority is not None for one in order)
    differs = complete and answered and own != [one.row.id for one in order]
    return {
        "sides": [
            {"title": f"{title[:1].upper()}{title[1:]}", "weight": order[0].weights[side]}
            for side, title in SIDES.items()
        ],
        "rows": [_weighed(one, places.get(one.row.id), ways) for one in order],
        "weights_url": Ways(here, "vikter").form(),
        "note": _note(complete, answered, differs),
        "use": _use(here, ways) if complete and (differs or not answered) else None,
    }


def _note(complete: bool, answered: bool, differs: bool) -> str:
    if differs:
        return "Ni har valt en annan ordning än summorna ger – det är ert beslut."
    if not complete:
        return "Sätt poäng på alla fokusområden så syns en ordning att utgå från."
    if answered:
        return "Er ordning är densamma som summorna ger."
    return "Förslaget är ett stöd för samtalet. Ordningen gäller när ni själva har skrivit en prioritet."


def _use(here: InStep, ways: Ways) -> dict[str, Any] | None:
    """The way to take the suggested order over: at one click when nothing is written over and no reason asked."""
    assert here.subject is not None
    if not ways.can_edit:
        return None
    url = links.at("use_order", here.round.pk, here.step, here.subject.id)
    blank = all(row.priority is None for row in filter(considered, here.facts.rows(FOCUS)))
    at_once = blank and not guard.asks_reason(here.facts, here.step, here.subject)
    return {"url": url, "at_once": at_once, "shown": suggested_ids(here), "idem": uuid.uuid4().hex}


def suggested_ids(here: InStep) -> str:
    """The suggested order as a form carries it: what was shown is what is used."""
    assert here.subject is not None
    order = weigh(filter(considered, here.facts.rows(FOCUS)), weights(here.subject))
    return ",".join(str(one.row.id) for one in order)


def _weighed(one: Weighed, place: int | None, ways: Ways) -> dict[str, Any]:
    lacking = one.lacking
    return {
        "title": one.row.title or "Fokusområde utan namn",
        "scores": ["–" if one.scores[side] is None else one.scores[side] for side in SIDES],
        "total": "–" if one.total is None else one.total,
        "place": place or "–",
        "own": one.row.priority or "–",
        "own_differs": place is not None and one.row.priority not in (None, place),
        "words": arithmetic(one),
        "lacking_url": ways.edit(one.row, f"score_{lacking[0]}") if lacking else "",
    }


def arithmetic(one: Weighed) -> str:
    """How the sum is made, in words: "Omfattning 3 × 1, skada 2 × 2 …: summa 9"."""
    terms = ", ".join(
        f"{title} {'saknas' if one.scores[side] is None else one.scores[side]} × {one.weights[side]}"
        for side, title in SIDES.items()
    )
    total = "ingen summa ännu" if one.total is None else f"summa {one.total}"
    return f"{terms[:1].upper()}{terms[1:]}: {total}"
