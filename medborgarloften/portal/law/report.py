"""The report to the municipal council (13 §): what was decided, what was done, what comes next. Two pages, not ten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from agreements.follow_up import blocks, tasks
from agreements.follow_up.effects import effects
from agreements.follow_up.results import lines
from agreements.steps.signed import versions_of
from processes.criteria import is_answer
from processes.documents.tree import Block, BulletList, Document, Heading, Lead, Paragraph, Table
from processes.guard import standing
from processes.method import Facts, Gate, Method
from processes.pages.progress import listed
from processes.pages.values import day

from . import clock
from .duties import Reader
from .paper import paper


def document(here: Any, reader: Reader) -> Document:
    """What the council is told of the round."""
    facts = here.facts
    return paper(
        here,
        reader,
        key="rapport",
        title="Det brottsförebyggande arbetet",
        paragraph="13 §",
        band="",
        blocks=(
            *_in_short(here, reader),
            *_decided(here.method, facts),
            *_done(here, reader),
            *_led_to(facts),
            *_next(here),
        ),
    )


def _in_short(here: Any, reader: Reader) -> Iterator[Block]:
    parties = [row.name for row in here.facts.rows("processes.Party") if row.id not in reader.ids]
    areas = [row.title for row in here.facts.rows("processes.FocusArea") if row.becomes_promise]
    with_whom = f" tillsammans med {listed(parties, 'och')}" if parties else ""
    said = [f"Rapport till kommunfullmäktige om arbetet under {here.heading['period']}{with_whom}."]
    if areas:
        said.append(f"Arbetet gäller {listed(areas, 'och')}.")
    yield Lead(" ".join(said))


# --- Decided ---


def _decided(method: Method, facts: Facts) -> Iterator[Block]:
    yield Heading("Det här är beslutat")
    found = sorted({*_gates(method, facts), *_plan(facts), *_signed(facts)})
    if found:
        rows = tuple((day(when), what) for when, what in found)
        yield Table("Beslut", ("När", "Vad"), rows, widths=(25, 75))
    else:
        yield Paragraph("Inget är beslutat ännu.")


def _gates(method: Method, facts: Facts) -> Iterator[tuple[date, str]]:
    step = method["joint_situation"]
    for row in facts.rows(step.record):
        made = [d.at.date() for (g, _), d in standing(facts, step, row).passed.items() if g is Gate.APPROVE]
        if made:
            yield max(made), f"{step.title} godkändes."


def _plan(facts: Facts) -> Iterator[tuple[date, str]]:
    plan = facts.one("processes.ActivityPlan")
    if plan is not None and plan.decided_on:
        by = f" av {plan.decided_by_body}" if is_answer(plan.decided_by_body) else ""
        yield plan.decided_on, f"Åtgärdsplanen beslutades{by}."


def _signed(facts: Facts) -> Iterator[tuple[date, str]]:
    kinds = {
        "agreements.CollaborationAgreement": "Samverkansöverenskommelsen",
        "agreements.Promise": "Medborgarlöftet",
    }
    named = {
        version.id: f"{the} ”{row.title or 'utan namn'}”"
        for label, the in kinds.items()
        for row in facts.rows(label)
        for version in versions_of(facts, row)
    }
    for version in facts.rows("agreements.DocumentVersion"):
        name = named[version.id]
        if sealed := facts.one("agreements.SealedDocument", version_id=version.id):
            yield sealed.sealed_at.date(), f"{name} skrevs under av alla parter."
        if shown := facts.one("agreements.Publication", version_id=version.id):
            yield shown.at.date(), f"{name} publicerades."


# --- Done, and what it led to ---


def _done(here: Any, reader: Reader) -> Iterator[Block]:
    yield Heading("Det här är gjort")
    own = {row.id for row in reader.measures()}
    activities = [row for row in here.facts.rows("processes.Activity") if row.id in own]
    if not activities:
        yield Paragraph("Kommunen har ingen åtgärd i planen ännu.")
        return
    yield Paragraph("De åtgärder som kommunen ansvarar för eller är med i.")
    yield from blocks.promised(lines(here.facts, activities=activities))
    yield from blocks.changed(here.facts, own)


def _led_to(facts: Facts) -> Iterator[Block]:
    measured = list(blocks.before_and_after(effects(facts)))
    said = [row.effects for row in facts.rows("agreements.FollowUp") if is_answer(row.effects)]
    later = [tasks.said(row) for row in tasks.waiting(facts)]
    if not measured and not said and not later:
        return
    yield Heading("Det har lett till")
    yield from (Paragraph(text) for text in said)
    yield from measured
    yield from (Paragraph(text) for text in later)


# --- Next ---


def _next(here: Any) -> Iterator[Block]:
    yield Heading("Det här kommer härnäst")
    found = sorted(_dates(here))
    points = tuple(f"{day(when)}: {what}" for when, what in found)
    yield BulletList(points or ("Inga datum är satta ännu.",))


def _dates(here: Any) -> Iterator[tuple[date, str]]:
    facts = here.facts
    for name, found in (
        ("lägesbilden ska vara uppdaterad", clock.of_picture(here.method, facts)),
        ("åtgärdsplanen ska vara uppföljd", clock.of_plan(facts)),
    ):
        if found is not None:
            late = " Tiden har gått ut." if found.passed else ""
            yield found.due_on, f"{name} (6 §).{late}"
    plan = facts.one("processes.ActivityPlan")
    on = (plan.follow_up_on if plan else None) or facts.round.period_end
    if on and on >= facts.today:
        yield on, "planen följs upp."
    for row in facts.rows("processes.Feedback", given_on=None):
        if row.due_on and "citizens" in row.audiences:
            yield row.due_on, "invånarna får veta hur det går."
