"""What was said elsewhere and can be taken in here with one press: shown under the section that takes it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.utils.module_loading import import_string

from processes import policies
from processes.criteria import row_title
from processes.method import Rows
from processes.offers import Adopt, Offer, taken_as

from . import links

if TYPE_CHECKING:
    from processes.views.here import InStep

AT_ONCE = 4  # so many stand open; the rest are folded away


def adopts(here: InStep, section: Rows) -> list[dict[str, Any]]:
    """Each source of the section with what it offers, for whoever may take it in."""
    if not section.adopts or not policies.can_edit(here.actor, here.step, section):
        return []
    return [found for source in section.adopts if (found := _source(here, section, source))]


def _source(here: InStep, section: Rows, source: Adopt) -> dict[str, Any] | None:
    assert here.subject is not None
    seen = [offer for offer in import_string(source.offers)(here.facts) if _sees(here, offer)]
    if not seen:
        return None
    open_, taken = [], []
    for offer in seen:
        row = taken_as(here.facts, section.model, offer)
        if row is None:
            open_.append(_offer(offer))
        else:
            taken.append({"text": offer.text, "note": offer.note, "became": row_title(row)})
    rows = [row for row in here.facts.rows(section.model) if _is_beneath(here, section, row)]
    joinable = any("adopted_id" in offer.origin for offer in seen)
    return {
        "key": f"{section.key}-{source.key}",
        "title": source.title,
        "intro": source.intro,
        "join": source.join,
        "first": open_[:AT_ONCE],
        "rest": open_[AT_ONCE:],
        "taken": taken,
        "ways": [{"number": number, "label": label} for number, (label, _) in enumerate(source.ways)],
        "rows": [{"id": row.id, "title": row_title(row) or f"Rad {row.id}"} for row in rows]
        if joinable
        else [],
        "url": links.at("adopt", here.round.pk, here.step, here.subject.id, section.key, source.key),
    }


def _sees(here: InStep, offer: Offer) -> bool:
    return bool(policies.can_see_step(here.actor, here.method.step_with(offer.origin.model)))


def _is_beneath(here: InStep, section: Rows, row: Any) -> bool:
    assert here.subject is not None
    return bool(section.owner) or row.get(f"{section.parent}_id") == here.subject.id


def origins(here: InStep, model: str) -> dict[int, list[dict[str, str]]]:
    """Of each row of a model: what was said elsewhere that it came of, as far as the person may see that."""
    found: dict[int, list[dict[str, str]]] = {}
    for row in here.facts.all_rows():
        if row.get("adopted_model") != model or row.get("adopted_id") is None:
            continue
        step = here.method.step_with(row.model)
        if policies.can_see_step(here.actor, step):
            label, key = here.method.parents[row.model]
            above = here.facts.get(label, row[key])
            name = step.title_of(above) if above is not None else ""
            said = {"text": row_title(row), "note": ", ".join(filter(None, (step.title, name)))}
            found.setdefault(row["adopted_id"], []).append(said)
    return found


def _offer(offer: Offer) -> dict[str, Any]:
    return {"key": offer.key, "text": offer.text, "note": offer.note, "idem": uuid.uuid4().hex}
