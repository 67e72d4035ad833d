"""The report to the municipal council (13 §): what was decided, what was done, what comes next. Two pages, not ten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from agreements.kept_panel import panel as kept
from processes.criteria import is_answer
from processes.documents.tree import Block, BulletList, Document, Heading, Lead, Paragraph, Table
from processes.guard import standing
from processes.method import Facts, Gate, Method, Row
from processes.pages.progress import listed
from processes.pages.values import day
from processes.plan.words import number_text, swedish

from . import clock
from .duties import Reader
from .paper import paper

BOTH = {Gate.APPROVE: "godkändes", Gate.AGREEMENT: "skrevs under"}


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
    found = sorted({*_gates(method, facts), *_plan(facts), *_promises(facts)})
    if found:
        rows = tuple((day(when), what) for when, what in found)
        yield Table("Beslut", ("När", "Vad"), rows, widths=(25, 75))
    else:
        yield Paragraph("Inget är beslutat ännu.")


def _gates(method: Method, facts: Facts) -> Iterator[tuple[date, str]]:
    for key, gate in (("joint_situation", Gate.APPROVE), ("collaboration_agreement", Gate.AGREEMENT)):
        step = method[key]
        for row in facts.rows(step.record):
            made = [d.at.date() for (g, _), d in standing(facts, step, row).passed.items() if g is gate]
            if made:
                name = step.title_of(row) if key == "collaboration_agreement" else ""
                yield max(made), f"{name or step.title} {BOTH[gate]}."


def _plan(facts: Facts) -> Iterator[tuple[date, str]]:
    plan = facts.one("processes.ActivityPlan")
    if plan is not None and plan.decided_on:
        by = f" av {plan.decided_by_body}" if is_answer(plan.decided_by_body) else ""
        yield plan.decided_on, f"Åtgärdsplanen beslutades{by}."


def _promises(facts: Facts) -> Iterator[tuple[date, str]]:
    for version in facts.rows("agreements.PromiseVersion"):
        promise = facts.get("agreements.Promise", version.promise_id)
        name = f"Medborgarlöftet ”{promise.title if promise and promise.title else 'utan namn'}”"
        if sealed := facts.one("agreements.SealedDocument", version_id=version.id):
            yield sealed.sealed_at.date(), f"{name} skrevs under av alla parter."
        if shown := facts.one("agreements.Publication", version_id=version.id):
            yield shown.at.date(), f"{name} publicerades."


# --- Done, and what it led to ---


def _done(here: Any, reader: Reader) -> Iterator[Block]:
    yield Heading("Det här är gjort")
    own = {row.id for row in reader.measures()}
    activities = here.facts.rows("processes.Activity")
    rows = tuple(
        (line["what"], line["promised"], line["done"], line["status_label"])
        for activity, line in zip(activities, kept(here)["rows"], strict=True)
        if activity.id in own
    )
    if not rows:
        yield Paragraph("Kommunen har ingen åtgärd i planen ännu.")
        return
    yield Paragraph("De åtgärder som kommunen ansvarar för eller är med i.")
    yield Table("Lovat och gjort", ("Åtgärd", "Lovat", "Gjort", "Läge"), rows, widths=(40, 20, 25, 15))
    changes = [row for row in here.facts.rows("agreements.ActivityChange") if row.activity_id in own]
    if changes:
        yield Heading("Det här har ändrats", 3)
        yield BulletList(tuple(_change(row) for row in changes))


def _change(row: Row) -> str:
    why = f" Därför att: {row.why.rstrip('.')}." if is_answer(row.why) else ""
    when = f"{day(row.changed_on)}: " if row.changed_on else ""
    return f"{when}{row.what_changed.rstrip('.')}.{why}"


def _led_to(facts: Facts) -> Iterator[Block]:
    measured = tuple(
        _measured(facts, row) for row in facts.rows("agreements.Measurement") if row.value is not None
    )
    effects = [row.effects for row in facts.rows("agreements.FollowUp") if is_answer(row.effects)]
    if not measured and not effects:
        return
    yield Heading("Det har lett till")
    yield from (Paragraph(text) for text in effects)
    if measured:
        yield Table(
            "Före och efter",
            ("Mål", "Mått", "Före", "Nu", "Mål i tal"),
            measured,
            widths=(35, 25, 10, 15, 15),
        )
        yield Paragraph("Annat än åtgärderna kan också ha påverkat siffrorna.")


def _measured(facts: Facts, row: Row) -> tuple[str, str, str, str, str]:
    goal = facts.get("processes.Goal", row.goal_id)
    now = f"{_figure(row.value)}\n{day(row.measured_on)}" if row.measured_on else _figure(row.value)
    if goal is None:
        return ("", row.source, "", now, "")
    return (goal.text, goal.indicator, _figure(goal.baseline_value), now, _figure(goal.target_value))


def _figure(value: Any) -> str:
    return swedish(number_text(value))


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
