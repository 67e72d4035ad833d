"""The invitation: what it is about, how much one can influence, where and when, and what becomes of it (DIA-5)."""

from __future__ import annotations

from collections.abc import Iterator

from processes.criteria import is_answer
from processes.method import Facts, Row
from processes.models import Term
from processes.pages.values import day

from ..models import CitizenDialog
from ..steps.citizen_rules import before
from .parts import RESOURCES, gap, heading, on, points, said, senders, sentence, times

ON_THE_WEB = ("survey", "social_media", "digital")


def invitation(facts: Facts, dialog: Row) -> Iterator[str]:
    """The text, part by part."""
    yield f"Hur är det att bo och vara i {facts.round.area_name}? Vi vill höra det från dig. {_who(facts)} bjuder in."
    yield heading("Varför vi frågar")
    yield sentence(said(dialog.aim, "Skriv varför ni håller dialogen."))
    yield _last_time(facts, dialog)
    yield heading("När och var")
    yield points(_where(facts, dialog))
    yield heading("Så mycket kan du påverka")
    yield f"{influence(dialog)} {RESOURCES}"
    questions = [row.text.strip() for row in facts.rows("dialogs.Question", dialog_id=dialog.id) if row.text]
    yield heading("Det här vill vi prata om")
    yield points(questions) if questions else gap("Skriv frågorna.")
    yield heading("Så tar vi hand om det du säger")
    yield sentence(said(dialog.feedback_plan, "Skriv hur ni tar hand om svaren."))
    due = on(dialog.feedback_due, "dag")
    yield f"Senast {due} får du veta vad det blev av det som sades, också det som inte går att göra."
    yield heading("Bra att veta")
    yield points(_good_to_know(dialog))
    yield f"Välkommen!\n{senders(facts)}"


def influence(dialog: Row) -> str:
    """The degree of participation in the words of the list, or what to fill in."""
    step = Term.objects.filter(pk=dialog.influence_id).first() if dialog.influence_id else None
    if step is None:
        return gap("Välj hur mycket deltagarna kan påverka.")
    return sentence(": ".join(filter(None, (step.label, step.meaning))))


def _last_time(facts: Facts, dialog: Row) -> str:
    """What was asked before: a survey or a meeting that this dialogue goes on from, or follows up (DIA-16)."""
    earlier = before(facts, dialog)
    if earlier is None:
        return "Vi vill höra om det har blivit bättre." if dialog.follows_up else ""
    form = f" ({CitizenDialog.Form(earlier.form).label.lower()})" if earlier.form else ""
    when = f", {day(earlier.held_on)}" if earlier.held_on else ""
    now = "om det har blivit bättre sedan dess" if dialog.follows_up else "mer om det som kom fram då"
    return f"Vi har frågat förut: {said(earlier.title, 'dialogens namn')}{form}{when}. Nu vill vi höra {now}."


def _who(facts: Facts) -> str:
    return senders(facts) or gap("Vilka")


def _where(facts: Facts, dialog: Row) -> Iterator[str]:
    rows = times(facts, dialog)
    for row in rows:
        venue = row.venue if is_answer(row.venue) else said(dialog.venue, "plats")
        yield ", ".join(filter(None, (on(row.held_on, "dag"), row.time, venue)))
    if not rows:
        yield f"Dag: {on(dialog.planned_on, 'dag')}"
        if dialog.form not in ON_THE_WEB or is_answer(dialog.planned_time):
            yield f"Tid: {said(dialog.planned_time, 'tid')}"
        yield f"Plats: {said(dialog.venue, 'plats')}"
    if dialog.form:
        yield f"Form: {CitizenDialog.Form(dialog.form).label.lower()}"


def _good_to_know(dialog: Row) -> Iterator[str]:
    yield sentence(
        said(dialog.access, "Skriv hur man tar sig dit, och vad den gör som behöver tolk eller hjälp.")
    )
    yield "Du behöver inte säga vem du är. Vi skriver inte ned namn eller andra uppgifter om dig."
    yield "Berätta om platser och händelser, inte om enskilda personer."
    yield "Vi tar inte emot anmälningar här. Ring 112 om det är bråttom, annars 114 14."
    yield f"Frågor: {said(dialog.contact, 'hur man når er')}"
