"""Focus areas are put in the round's promises, and taken out of them, all at once (FAL-9)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from agreements.models import Promise, PromiseFocus
from agreements.steps.citizen_promise import STEP
from processes import actions, queries
from processes.method import get_method
from processes.models import FocusArea, Process, User
from processes.writing import under_lock

from .places import Pair, is_free, pairs, section


@under_lock
def place(*, by: User, round_: Process, shown: Collection[Pair], chosen: Collection[Pair]) -> int:
    """Put focus areas in promises and take them out; how many changed. What others have placed since stays.

    A promise that has been sent is left alone.
    """
    facts = queries.load_facts(get_method(), round_.pk)
    free = {row.id for row in facts.rows(STEP.record) if is_free(facts, row)}
    areas = {row.id for row in facts.rows("processes.FocusArea")}
    now = pairs(facts)
    common: dict[str, Any] = {"by": by, "round_": round_, "step": STEP, "section": section()}
    added = {(p, f) for p, f in set(chosen) - now if p in free and f in areas}
    gone = {(p, f) for p, f in (set(shown) - set(chosen)) & now if p in free}
    for promise, focus in sorted(added):
        actions.add(
            subject_id=promise,
            parent=Promise.objects.get(pk=promise),
            values={"focus_area": FocusArea.objects.get(pk=focus)},
            **common,
        )
    for promise, focus in sorted(gone):
        row = PromiseFocus.objects.get(promise=promise, focus_area=focus)
        actions.remove(subject_id=promise, obj=row, **common)
    return len(added) + len(gone)
