"""The few shapes that criteria have. Each returns a finder: facts and subject in, findings out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from .method import Criterion, Debt, Facts, Find, Finding, Gate, How, Role, Row, Strength

# A blank, a row of dots or "see above" is not an answer (requirements, "How"). Each alternative
# ends where a word ends, so that no text, however long, is read more than once.
_NOTHING = re.compile(
    r"(?:[\W_]|(?<![^\W_])(?:\d{1,2}|se\s+ovan|se\s+bilaga|saknas|ej\s+aktuellt|n/?a|x+|todo|kommer\s+senare)"
    r"(?![^\W_]))*+",
    re.IGNORECASE,
)


def is_answer(value: Any) -> bool:
    """Whether a value says something: blanks, dots and "se ovan" don't."""
    if isinstance(value, str):
        return _NOTHING.fullmatch(value) is None
    return value is not None and value != []


def shown(value: Any) -> str:
    """A value as it stands now, for a refusal."""
    if value is None or value == "":
        return "inget angivet"
    text = {True: "ja", False: "nej"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    return f"”{text if len(text) <= 60 else text[:57] + '…'}”"


def documented(facts: Facts, subject: Row, anchor: str) -> bool:
    """Whether a file or link, with a short summary, answers the field instead of own words."""
    rows = facts.rows(
        "processes.Attachment", subject_model=subject.model, subject_id=subject.id, anchor=anchor
    )
    return any(is_answer(row.summary) for row in rows)


def answered(*anchors: str) -> Find:
    """Each field ("section.field") of the subject is answered, in own words or by an attachment."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        for anchor in anchors:
            name = anchor.partition(".")[2]
            value = subject[name if name in subject else f"{name}_id"]
            if not is_answer(value) and not documented(facts, subject, anchor):
                yield Finding(anchor, shown(value))

    return find


def each_answered(model: str, section: str, *fields: str, **equal: Any) -> Find:
    """Each field of each row of a model is answered; says nothing when there are no rows."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        for row in facts.rows(model, **equal):
            for name in fields:
                if not is_answer(row[name if name in row else f"{name}_id"]):
                    yield Finding(f"{section}.{name}", shown(None), row=row, about=row_title(row))

    return find


def each_row(
    model: str, anchor: str, lacks: Callable[[Facts, Row], str], *, that: Callable[[Row], bool] | None = None
) -> Find:
    """Each row of a model holds; `lacks` says in words what one lacks, or nothing."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        for row in facts.rows(model):
            if (that is None or that(row)) and (current := lacks(facts, row)):
                yield Finding(anchor, current, row=row, about=row_title(row))

    return find


def at_least(
    number: int, model: str, section: str, parent: str = "", *, that: Callable[[Row], bool] | None = None
) -> Find:
    """At least so many rows of a model (of the subject, when `parent` names the key) that say something."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        rows = facts.rows(model, **({f"{parent}_id": subject.id} if parent else {}))
        count = sum(1 for row in rows if says_something(row) and (that is None or that(row)))
        if count < number:
            yield Finding(section, f"{count} av {number}" if count else "inget angivet")

    return find


def in_order(*anchors: str) -> Find:
    """The dates are all given and none comes before the one ahead of it."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        previous = None
        for anchor in anchors:
            value = subject[anchor.partition(".")[2]]
            if value is None:
                yield Finding(anchor, shown(None))
            elif previous is not None and value < previous:
                yield Finding(anchor, f"{value}, före {previous}")
            previous = value or previous

    return find


def all_of(*finds: Find) -> Find:
    """All of several finders together."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        for one in finds:
            yield from one(facts, subject)

    return find


def held(facts: Facts, model: str) -> list[Row]:
    """The dialogues of a kind that have taken place by today."""
    return [row for row in facts.rows(model) if row.held_on and row.held_on <= facts.today]


def was_held(row: Row) -> bool:
    """Whether a dialogue is said to have taken place; one that is planned is no material yet."""
    return row.held_on is not None


def with_municipality(facts: Facts, subject: Row) -> bool:
    """For rows that apply when a municipality is a party."""
    return facts.has_municipality


TELLING = ("title", "what", "name", "text")


def says_something(row: Row) -> bool:
    """Whether the row's telling text is an answer; a row without any such column always does."""
    texts = [row[name] for name in TELLING if name in row]
    return not texts or any(map(is_answer, texts))


def row_title(row: Row) -> str:
    """What a row is called in a refusal: its first telling text."""
    for name in TELLING:
        if row.get(name):
            return str(row[name])
    return ""


def evidence(facts: Facts, label: str, key: str, about: Row) -> Row | None:
    """The latest judgement or tick on a criterion about a subject."""
    rows = facts.rows(label, criterion=key, subject_model=about.model, subject_id=about.id)
    return rows[-1] if rows else None


def judged(
    code: str,
    strength: Strength,
    gate: Gate,
    text: str,
    source: str,
    question: str,
    *,
    each: str = "",
    when: Callable[[Facts, Row], bool] | None = None,
    fixers: tuple[Role, ...] = (),
) -> Criterion:
    """A criterion a named person judges: ja, delvis or nej, with words for the latter two.

    A "nej" leaves the criterion unmet: what was judged must be bettered or judged anew. With
    `each`, every row of that model is judged.
    """
    key = f"{code}:{gate}"

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        for about in facts.rows(each) if each else [subject]:
            row = evidence(facts, "processes.Judgement", key, about)
            if row is None or row.answer == "no":
                current = "inte bedömt" if row is None else f"bedömt till nej: {row.words}"
                yield Finding("judgements", current, row=about if each else None, about=key)

    extra = {"when": when} if when else {}
    return Criterion(
        code,
        strength,
        gate,
        text,
        source,
        find,
        How.JUDGED,
        fixers=fixers,
        question=question,
        each=each,
        **extra,
    )


def ticked(code: str, strength: Strength, gate: Gate, text: str, source: str, question: str) -> Criterion:
    """A criterion a named person ticks on the step's checklist."""
    key = f"{code}:{gate}"

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        row = evidence(facts, "processes.Tick", key, subject)
        if row is None or not row.ticked:
            yield Finding("checklist", "inte avprickat", about=key)

    return Criterion(code, strength, gate, text, source, find, How.TICKED, question=question)


AUDIENCES = {"citizens": "medborgare", "staff": "medarbetare", "partners": "samverkanspartner"}


def told(facts: Facts, subject: Row) -> set[str]:
    """The audiences that have been given feedback on the subject by today."""
    rows = facts.rows("processes.Feedback", subject_model=subject.model, subject_id=subject.id)
    return {a for row in rows if row.given_on and row.given_on <= facts.today for a in row.audiences}


def owed_after_meeting(*audiences: str) -> Callable[[Facts, Row], Iterable[Debt]]:
    """From the day a dialogue was held, each audience waits until it has been told (FAL-6)."""

    def debts(facts: Facts, subject: Row) -> Iterable[Debt]:
        if not subject.held_on or subject.held_on > facts.today:
            return
        heard = told(facts, subject)
        planned = facts.rows(
            "processes.Feedback", subject_model=subject.model, subject_id=subject.id, given_on=None
        )
        for audience in audiences:
            if audience not in heard:
                due = [row.due_on for row in planned if row.due_on and audience in row.audiences]
                yield Debt(audience, subject.held_on, min(due, default=None))

    return debts


def fed_back_to(*audiences: str) -> Find:
    """The result of the subject has been fed back to each audience; one feedback may serve several."""

    def find(facts: Facts, subject: Row) -> Iterable[Finding]:
        heard = told(facts, subject)
        missing = [AUDIENCES[a] for a in audiences if a not in heard]
        if missing:
            yield Finding("feedback", "ännu ingen återkoppling till " + " eller ".join(missing))

    return find
