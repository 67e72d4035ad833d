"""Parts of a report that several papers have: promised beside outcome, and the state before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processes.criteria import is_answer
from processes.documents.tree import Block, BulletList, Heading, Table
from processes.method import Facts, Row
from processes.pages.values import day

from .effects import Effect, figure, words
from .results import Line


def promised(lines: Iterable[Line]) -> Iterator[Block]:
    """Each activity with what was promised, what was done and how it stands; then why some were not kept."""
    found = list(lines)
    rows = tuple((line.activity.what, line.promised, line.said, line.state) for line in found)
    yield Table("Lovat och gjort", ("Aktivitet", "Lovat", "Gjort", "Läge"), rows, widths=(40, 20, 25, 15))
    whys = tuple(_why(line) for line in found if line.result.failed)
    if whys:
        yield Heading("Därför blev det inte som lovat", 3)
        yield BulletList(whys)


def _why(line: Line) -> str:
    said = line.outcome
    why = said.explanation if said is not None and is_answer(said.explanation) else "Ingen förklaring ännu."
    told = ""
    if said is not None and said.told_citizens_on is not None:
        how = f" ({said.told_citizens_how.rstrip('.')})" if is_answer(said.told_citizens_how) else ""
        told = f" Medborgarna fick veta det {day(said.told_citizens_on)}{how}."
    return f"{line.activity.what}: {why.rstrip('.')}.{told}"


def changed(facts: Facts, activities: Iterable[int]) -> Iterator[Block]:
    """What was changed on the way, and why."""
    own = set(activities)
    rows = [row for row in facts.rows("agreements.ActivityChange") if row.activity_id in own]
    if rows:
        yield Heading("Det här har ändrats", 3)
        yield BulletList(tuple(_change(row) for row in rows))


def _change(row: Row) -> str:
    why = f" Därför att: {row.why.rstrip('.')}." if is_answer(row.why) else ""
    when = f"{day(row.changed_on)}: " if row.changed_on else ""
    return f"{when}{row.activity_what} – {row.what_changed.rstrip('.')}.{why}"


def before_and_after(effects: Iterable[Effect]) -> Iterator[Block]:
    """The measured goals here and in the area they are compared with, and what may be said of them."""
    found = [one for one in effects if one.measured is not None]
    if not found:
        return
    yield Table(
        "Före och efter",
        ("Mål", "Före", "Nu", "Mål i tal", "Jämförelse före", "Jämförelse nu"),
        tuple(_measured(one) for one in found),
        widths=(35, 10, 15, 10, 15, 15),
    )
    yield BulletList(tuple(f"{one.goal.text}: {' '.join(words(one))}" for one in found))


def _measured(one: Effect) -> tuple[str, ...]:
    goal, row = one.goal, one.measured
    assert row is not None
    now = (
        f"{figure(one.now, goal.unit)}\n{day(row.measured_on)}"
        if row.measured_on
        else figure(one.now, goal.unit)
    )
    return (
        goal.text,
        figure(goal.baseline_value),
        now,
        figure(goal.target_value),
        figure(goal.comparison_value),
        figure(one.there_now),
    )
