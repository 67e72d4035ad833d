"""What a feedback about the work can tell of, with the words that the log gives it. One query."""

from __future__ import annotations

from collections.abc import Iterator

from agreements.implementation import promised
from agreements.keeping import AT_MOST, NO_FIGURE, RATES, Done, reached, target_of
from agreements.kept_panel import logged
from processes.method import Facts, Row
from processes.plan.words import number_text, swedish

ACTIVITY, PROMISE = "processes.Activity", "agreements.Promise"


def offered(facts: Facts) -> Iterator[tuple[Row, str]]:
    """Each promise, and each activity with what has been done of it so far."""
    for promise in facts.rows(PROMISE):
        yield promise, ""
    activities = [row for row in facts.rows(ACTIVITY) if row.what]
    done = logged(row.id for row in activities)
    for row in activities:
        yield row, words(facts, row, done.get(row.id, Done()))


def words(facts: Facts, activity: Row, done: Done) -> str:
    """A first text to go on with: what was promised, and how much of it is done."""
    what = activity.what.rstrip(".")
    if not done.times:
        return f"Vi har lovat: {what}. Det har inte börjat än."
    target = target_of(facts, activity)
    so_far = swedish(number_text(reached(target, done)))
    if target.kind == AT_MOST:
        return f"Vi har lovat: {what}. Det har som mest tagit {so_far} timmar."
    if target.kind in NO_FIGURE or not target.value:
        times = "en gång" if done.times == 1 else f"{done.times} gånger"
        return f"Vi har lovat: {what}. Det har vi nu gjort {times}."
    unit = "timmar" if target.kind == "hours" else promised.target(facts, activity)["unit"] or "gånger"
    if target.kind in RATES:
        return f"Vi har lovat: {what}. Hittills: {so_far} {unit}."
    return f"Vi har lovat: {what}. Hittills: {so_far} av {swedish(number_text(target.value))} {unit}."
