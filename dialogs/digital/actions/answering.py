"""Those who sent in are answered: frozen by a named person, and told as feedback in the same act (DIA-11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import timezone

from processes.actions.entry import about, actor_of, facts_of
from processes.method import NO_PERSONS, Facts, Finding
from processes.models import Feedback, Process, User
from processes.personal_data import Kind, kinds, masked
from processes.writing import ReasonNeeded, Refused, demand, under_lock, write

from ...models import DigitalDialog, SenderAnswer
from ...steps.citizen_dialog import STEP
from .. import content, policies, queries


def draft(facts: Facts, digital: DigitalDialog) -> dict[str, Any]:
    """What would be frozen now but for the words: every view that is dealt with, and what is published."""
    views = queries.dealt_with(digital.pk)
    problems = {problem for _, _, problem, _ in views if problem}
    promises = {str(k): v for k, v in content.published(facts).items() if k in problems}
    return {"views": [[*view, masked(words)] for *view, words in views], "promises": promises}


def mark(found: Mapping[str, Any]) -> str:
    """A fingerprint of a draft, so that what is frozen is what was shown."""
    return content.fingerprint(content.canonical(found))


def outcomes(found: Mapping[str, Any]) -> dict[str, int]:
    """How many views have each outcome, the commonest first."""
    return dict(Counter(outcome for _, outcome, *_ in found["views"]).most_common())


def own_words(found: Mapping[str, Any]) -> dict[str, list[str]]:
    """What is besides told to some of those with an outcome: the words that were written with it."""
    told: dict[str, list[str]] = {}
    for _, outcome, _, words in found["views"]:
        if words and words not in told.setdefault(outcome, []):
            told[outcome].append(words)
    return told


@under_lock
def answer(
    *,
    by: User,
    round_: Process,
    dialog_id: int,
    shown: str,
    words: Mapping[str, str],
    common: str,
    next_what: str = "",
    next_on: date | None = None,
    tells: bool = True,
) -> SenderAnswer:
    """Freeze the answer. `words` has a text for each outcome, `shown` is the mark of what was on the page.

    ReasonNeeded when a text is missing. With `tells` it is also noted as feedback given to citizens.
    """
    demand(policies.can_answer(actor_of(by, round_)))
    digital = DigitalDialog.objects.filter(dialog_id=dialog_id, dialog__processes=round_).first()
    if digital is None:
        raise Refused(
            "Dialogen finns inte på webben, så ingen har skickat in något. Öppna den på webben först.",
            Finding("", "inte på webben"),
        )
    found = draft(facts_of(round_), digital)
    if not found["views"]:
        raise Refused(
            "Ingen har något svar att få än: skriv först vad det blev av synpunkterna.",
            Finding("", "ingen omhändertagen"),
        )
    if shown != mark(found):
        raise Refused(
            "Synpunkterna har ändrats sedan du öppnade sidan. Läs igenom det som står nu.",
            Finding("svaret.common", "andra synpunkter än dem du såg"),
        )
    own = {outcome: words.get(outcome, "").strip() for outcome in outcomes(found)}
    if not common.strip() or not all(own.values()):
        raise ReasonNeeded
    if Kind.PERSON in kinds(common, next_what, *own.values()):
        raise Refused(
            f"Svaret ser ut att innehålla {Kind.PERSON}. Ta bort det: alla kan läsa svaret.",
            Finding("svaret.common", Kind.PERSON),
            NO_PERSONS,
        )
    frozen = content.canonical(
        {
            **found,
            "words": own,
            "common": common.strip(),
            "next": {"what": next_what.strip(), "on": next_on.isoformat() if next_on else ""},
            "on": timezone.localdate().isoformat(),
            "authorities": digital.content["authorities"],
        }
    )
    if tells:
        _tell(by, round_, dialog_id, common.strip())
    made = SenderAnswer.objects.create(
        digital=digital, content=frozen, sha256=content.fingerprint(frozen), by=by
    )
    made.views.add(*(view for view, *_ in found["views"]))
    return made


def _tell(by: User, round_: Process, dialog_id: int, text: str) -> None:
    row = Feedback(
        process=round_,
        by=by,
        audiences=["citizens"],
        channel="Svar på webben till dem som skickat in",
        text=text,
        given_on=timezone.localdate(),
        **about(STEP, content.DIALOG, dialog_id),
    )
    write(row, by=by, round_=round_)
