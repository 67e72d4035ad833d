"""Which focus areas belong to which promise: all of the round's promises on one page (FAL-9)."""

from __future__ import annotations

import uuid
from typing import Any

from django.urls import reverse

from agreements.steps.citizen_promise import STEP
from agreements.steps.signed import versions_of
from processes import policies
from processes.method import Facts, Row, Rows
from processes.pages import links

from .size import size

Pair = tuple[int, int]
SECTION = "fokus"


def section() -> Rows:
    """The section in which a promise's focus areas stand."""
    found = STEP.section(SECTION)
    assert isinstance(found, Rows)
    return found


def is_free(facts: Facts, promise: Row) -> bool:
    """Whether it has not been sent yet: what is sent is changed on its own page, where it says what that voids."""
    return not versions_of(facts, promise)


def pairs(facts: Facts) -> set[Pair]:
    """Each (promise, focus area) that belong together."""
    return {(row.promise_id, row.focus_area_id) for row in facts.rows("agreements.PromiseFocus")}


def panel(here: Any) -> dict[str, Any] | None:
    """A row for each chosen focus area, a column for each promise; none until there is something to place."""
    facts = here.facts
    promises = facts.rows(STEP.record)
    placed = pairs(facts)
    areas = [
        row
        for row in facts.rows("processes.FocusArea")
        if row.becomes_promise or any(focus == row.id for _, focus in placed)
    ]
    if not areas or not promises:
        return None
    can = policies.can_edit(here.actor, STEP, section())
    free = {promise.id for promise in promises if is_free(facts, promise)}
    return {
        "promises": [
            {
                "title": promise.title or "Löfte utan namn",
                "url": links.subject_url(here.round.pk, STEP, promise.id),
                "size": size(here.method, facts, promise),
                "free": promise.id in free,
            }
            for promise in promises
        ],
        "common": size(here.method, facts, promises[0]).common_advice,
        "areas": [
            {
                "title": area.title,
                "placed": any(focus == area.id for _, focus in placed),
                "cells": [
                    {
                        "value": f"{promise.id}:{area.id}",
                        "label": f"{area.title} i {promise.title}",
                        "is": (promise.id, area.id) in placed,
                        "free": bool(can) and promise.id in free,
                    }
                    for promise in promises
                ],
            }
            for area in areas
        ],
        "url": reverse("agreements:place_focus", args=[here.round.pk]) if can and free else "",
        "why_not": can.reason,
        "idem": uuid.uuid4().hex,
    }
