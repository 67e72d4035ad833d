"""What several of a dialogue's texts say: who asks, when things happen, and what isn't known yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from processes.criteria import is_answer
from processes.method import Facts, Row
from processes.pages.values import day

LAUNCH, RESULT = "launch", "result"


def gap(what: str) -> str:
    """What the author has to fill in."""
    return f"[{what}]"


def said(value: str, otherwise: str) -> str:
    """The words that stand there, or what to fill in."""
    return value.strip() if is_answer(value) else gap(otherwise)


def on(value: date | None, otherwise: str) -> str:
    """A day as people read it, or what to fill in."""
    return day(value) or gap(otherwise)


def heading(text: str) -> str:
    """A heading."""
    return f"# {text}"


def points(lines: Iterable[str]) -> str:
    """Points, one a line."""
    return "\n".join(f"– {line}" for line in lines)


def sentence(text: str) -> str:
    """The text with an end, as a sentence has."""
    text = text.strip()
    return text if text.endswith((".", "!", "?", "]", "…")) else f"{text}."


def count(number: int, one: str, many: str) -> str:
    """A number of something."""
    return f"{number} {one if number == 1 else many}"


def listed(words: Iterable[str]) -> str:
    """Words as one enumerates them."""
    found = list(words)
    return " och ".join(filter(None, (", ".join(found[:-1]), found[-1] if found else "")))


def senders(facts: Facts) -> str:
    """Who stands behind the dialogue."""
    return listed(row.name for row in facts.rows("processes.Party"))


def authorities(facts: Facts) -> str:
    """Who decides together."""
    return "Polisen och kommunen" if facts.has_municipality else "Polisen"


def times(facts: Facts, dialog: Row) -> list[Row]:
    """The occasions in order of their days; none for a dialogue that is held once."""
    rows = facts.rows("dialogs.DialogOccasion", dialog_id=dialog.id)
    return sorted(rows, key=lambda row: (row.held_on is None, row.held_on or date.max, row.id))


def _telling(facts: Facts, moment: str) -> date | None:
    days = [row.planned_on for row in facts.rows("processes.CommunicationActivity", moment=moment)]
    return min(filter(None, days), default=None)


def time_plan(facts: Facts, dialog: Row) -> Iterator[str]:
    """What happens after the dialogue, and when: computed from the round, so that all its texts agree."""
    before = date.min
    dated = []
    for when, text in _to_come(facts, dialog):
        before = when or before  # what has no day yet stays where the order of the work has it
        dated.append((before, text))
    yield from (text for _, text in sorted(dated, key=lambda item: item[0]))


def _to_come(facts: Facts, dialog: Row) -> Iterator[tuple[date | None, str]]:
    """What is to come, in the order of the work; a day that isn't known is asked for."""
    joint = facts.one("processes.JointSituation")
    met = joint.met_on if joint else None
    if met is None or met >= (dialog.held_on or facts.today):
        who, what = authorities(facts), "lägger ihop det ni har sagt med det vi själva vet"
        yield met, f"{on(met, 'Dag')}: {who[0].lower()}{who[1:]} {what} och väljer vad vi ska arbeta med."
    due = dialog.feedback_due
    yield due, f"Senast {on(due, 'dag')}: ni får veta vad dialogen gav, också om det som inte kan bli av."
    launch = _telling(facts, LAUNCH)
    yield launch, f"{on(launch, 'Dag')}: medborgarlöftet presenteras. Där står vad vi ska göra, var och när."
    start, end = facts.round.period_start, facts.round.period_end
    yield start, f"{on(start, 'dag')} till {on(end, 'dag')}: vi gör det vi har lovat."
    result = _telling(facts, RESULT)
    yield result or end, f"{day(result) or 'När perioden är slut'}: vi berättar hur det gick."


MEANS = "Arbetet görs med de människor och pengar som redan finns."
RESOURCES = f"{MEANS} Därför kan vi inte göra allt, men vi svarar på allt."
"""What is said in every dialogue before it ends (DIA-17)."""
