"""The activity plan on paper, for those who carry it out: goals, activities, time, hours, follow-up (AKT-1, 7, 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from django.utils import timezone

from processes import telling
from processes.criteria import is_answer
from processes.documents.tree import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    KeyValues,
    Notice,
    Paragraph,
    Table,
)
from processes.drawings import gantt
from processes.method import Facts, Row
from processes.models import Activity
from processes.pages.plan.order import bars
from processes.pages.progress import listed
from processes.pages.values import Values, day
from processes.plan import acceptance, goals, hours, periods
from processes.plan.words import days_words, number_text, swedish, target_of, target_words

if TYPE_CHECKING:
    from processes.views.here import InStep

BAND = "Arbetsmaterial – publiceras inte"
ACTIVITY, SHARE, GOAL, FOCUS = (
    "processes.Activity",
    "processes.ActivityParty",
    "processes.Goal",
    "processes.FocusArea",
)
BARS_ON_A_PAGE, COLUMNS_OF_HOURS = 14, 5


def document(here: InStep) -> Document:
    """The whole plan, marked as what it is: kept by the parties, not published (LOF-8)."""
    assert here.subject is not None
    facts, plan, now = here.facts, here.subject, timezone.now()
    heading = here.heading
    return Document(
        title=f"Aktivitetsplan {here.year or ''}".rstrip(),
        authors=tuple(row.name for row in facts.rows("processes.Party")),
        created=now,
        modified=now,
        identifier=f"aktivitetsplan-{here.round.pk}",
        blocks=(
            *_frames(facts, plan),
            *_goals(facts),
            *_activities(facts),
            *_time(facts),
            *_hours(facts),
            *_follow_up(facts, plan),
            *_communication(facts),
        ),
        kicker=heading["title"],
        byline=(f"{heading['area']}, {heading['period']}", heading["parties"]),
        description="Mål, aktiviteter, tidsplan, resursplan och plan för uppföljning.",
        band=BAND,
    )


def focus_areas(facts: Facts) -> Iterator[tuple[str, int | None]]:
    """The focus areas that become promises, the others, and last what belongs to none."""
    rows = sorted(
        facts.rows(FOCUS), key=lambda row: (row.becomes_promise is not True, row.priority or 99, row.id)
    )
    yield from ((row.title or "Utan namn", row.id) for row in rows)
    yield "Utan fokusområde", None


def responsible(facts: Facts, activity: Row) -> list[str]:
    """The parties that have a part in the activity."""
    return [row.party_name for row in facts.rows(SHARE, activity_id=activity.id) if row.party_name]


def _frames(facts: Facts, plan: Row) -> Iterator[Block]:
    pairs = (
        ("Verksamhetsplan", plan.plan_edition),
        ("Följs upp av", plan.follow_up_by),
        ("Hur", plan.follow_up_how),
        ("När", day(plan.follow_up_on or facts.round.period_end)),
        ("Kommunens beslut", " ".join(filter(None, (plan.decided_by_body, day(plan.decided_on))))),
        ("Att tänka på", plan.note),
    )
    yield KeyValues(tuple(pair for pair in pairs if is_answer(pair[1])))
    if waiting := acceptance.awaited(facts):
        said = tuple(f"{row.party_name}: {_what(facts, row.activity_id)}" for row in waiting)
        yield Notice("Alla har inte sagt ja", "\n\n".join(said))


def _what(facts: Facts, activity_id: int | None) -> str:
    row = facts.get(ACTIVITY, activity_id)
    return (row.what if row else "") or "Utan namn"


# --- Goals and activities ---


def _goals(facts: Facts) -> Iterator[Block]:
    yield Heading("Mål")
    if not facts.rows(GOAL):
        yield Paragraph("Inga mål är satta ännu.")
    for title, focus in focus_areas(facts):
        own = facts.rows(GOAL, focus_area_id=focus)
        if own:
            yield Heading(title, 3)
            yield Table(
                f"Mål: {title}",
                ("Mål", "Mått", "Från – till", "Senast", "I verksamhetsplanen"),
                tuple(_goal(facts, row) for row in own),
                widths=(30, 20, 15, 15, 20),
            )


def _goal(facts: Facts, row: Row) -> tuple[str, ...]:
    measured = row.indicator or row.no_number_reason
    change = goals.change(row).replace("→", "–")  # the typeface has no arrow
    return row.text, measured, change, day(row.due_on or facts.round.period_end), row.plan_goal


def _activities(facts: Facts) -> Iterator[Block]:
    yield Heading("Aktiviteter")
    values, rows = Values(facts), periods.ordered(facts)
    if not rows:
        yield Paragraph("Inga aktiviteter är planerade ännu.")
    for title, focus in focus_areas(facts):
        own = [row for row in rows if row.focus_area_id == focus]
        if own:
            yield Heading(title, 3)
            yield Table(
                f"Aktiviteter: {title}",
                ("Aktivitet", "Mot vad, och varför så", "Vem", "När", "Hur mycket"),
                tuple(_activity(facts, values, row) for row in own),
                widths=(25, 25, 15, 15, 20),
            )


def _activity(facts: Facts, values: Values, row: Row) -> tuple[str, ...]:
    cause = facts.get("processes.Cause", row.cause_id)
    against = cause.text if cause else values.show(Activity, "side", row)
    ground = ": ".join(filter(is_answer, (values.show(Activity, "ground", row), row.ground_reference)))
    much = target_words(target_of(row))
    if is_answer(row.what_counts):
        much = f"{much.rstrip('.')}.\nRäknas: {row.what_counts}"
    return (
        ", ".join(filter(None, (row.what or "Utan namn", row.place))),
        "\n".join(filter(None, (against, ground))),
        listed(responsible(facts, row), "och") or "Ingen ännu",
        days_words(*periods.period(facts, row)),
        much,
    )


# --- Time and hours ---


def _time(facts: Facts) -> Iterator[Block]:
    found = bars(facts)
    span = gantt.reach(found)
    if span is None:
        return
    yield Heading("Tidsplan")
    for number in range(0, len(found), BARS_ON_A_PAGE):
        some = found[number : number + BARS_ON_A_PAGE]
        uid = f"tidsplan-{number // BARS_ON_A_PAGE}"
        yield Figure(gantt.draw(some, uid=uid, today=facts.today, span=span), gantt.in_words(some))
    if titled := [(title, rows) for title, rows in periods.phases(facts) if rows]:
        yield Heading("I den här ordningen", 3)
        for title, rows in titled:
            yield Paragraph(f"{title}:")
            yield BulletList(tuple(row.what or "Utan namn" for row in rows))


def _hours(facts: Facts) -> Iterator[Block]:
    found = hours.hours(facts)
    yield Heading("Resursplan")
    if not found.loads:
        yield Paragraph("Ingen part har uppgett timmar ännu.")
        return
    if len(found.loads) <= COLUMNS_OF_HOURS:
        yield _side_by_side(found)
    else:
        yield _below_each_other(found)
    over = [
        f"{load.party.name}: {load.planned} timmar planerade, {load.set_aside} avsatta"
        for load in found.loads
        if load.over
    ]
    if over:
        yield Notice("Mer planerat än avsatt", "\n\n".join(over))


def _side_by_side(found: hours.Hours) -> Table:
    names = [load.party.name for load in found.loads]
    each = 60 // (len(names) + 1) // 5 * 5
    rows = [
        (line.activity.what or "Utan namn", *_figures(line.cells), _figure(line.total.planned))
        for line in found.lines
    ]
    rows.append(("Summa", *(_figure(load.planned) for load in found.loads), _figure(found.total.planned)))
    if any(load.set_aside is not None for load in found.loads):
        rows.append(("Avsatt", *(_figure(load.set_aside) for load in found.loads), ""))
    widths = (100 - each * (len(names) + 1), *(each,) * (len(names) + 1))
    return Table("Timmar per aktivitet och part", ("Aktivitet", *names, "Summa"), tuple(rows), widths=widths)


def _below_each_other(found: hours.Hours) -> Table:
    rows = tuple(
        (line.activity.what or "Utan namn", load.party.name, _figure(cell.planned))
        for line in found.lines
        for load, cell in zip(found.loads, line.cells, strict=True)
        if cell.planned is not None
    )
    return Table("Timmar per aktivitet och part", ("Aktivitet", "Part", "Timmar"), rows, widths=(55, 30, 15))


def _figures(cells: Sequence[hours.Cell]) -> list[str]:
    return [_figure(cell.planned) for cell in cells]


def _figure(value: int | None) -> str:
    return "" if value is None else swedish(number_text(value))


# --- Follow-up ---


def _follow_up(facts: Facts, plan: Row) -> Iterator[Block]:
    yield Heading("Plan för uppföljning")
    rows = []
    for goal in facts.rows(GOAL):
        found = goals.follow_up(facts, goal, plan)
        when = day(found.on) or (f"Vid behov: {found.on_demand}" if found.on_demand else "")
        rows.append((goal.text or "Utan namn", found.by.text, found.how.text, when))
    if rows:
        yield Table("Så följs målen upp", ("Mål", "Vem", "Hur", "När"), tuple(rows), widths=(35, 20, 30, 15))
    else:
        yield Paragraph("Det finns inga mål att följa upp ännu.")


# --- What is told meanwhile ---


def _communication(facts: Facts) -> Iterator[Block]:
    """The lines of the communication plan, which are no activities of the promise (KOM-4)."""
    yield Heading("Kommunikation")
    rows = tuple(
        (
            row.what or "Utan namn",
            telling.group_name(facts, row),
            day(telling.falls_on(facts, row)),
            row.responsible,
        )
        for row in telling.ordered(facts)
    )
    if rows:
        yield Table("Det här berättas", ("Vad", "För vem", "När", "Vem"), rows, widths=(35, 25, 20, 20))
    else:
        yield Paragraph("Inget är planerat att berätta ännu.")
