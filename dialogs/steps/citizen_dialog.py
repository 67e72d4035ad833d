"""Medborgardialog: listening to those who live or work in the area. As many as are needed."""

from collections.abc import Iterable
from datetime import date, timedelta

from dialogs.criteria import THEN, also, took_place
from dialogs.question_hints import QUESTION
from processes.criteria import answered, at_least, fed_back_to, judged, owed_after_meeting, told
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Debt,
    Doc,
    Facts,
    Finding,
    Gate,
    How,
    Intake,
    Kind,
    Need,
    Panel,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
)
from processes.steps import occasions

SOURCE = f"{METHOD_SUPPORT}, Medborgardialog"
HEARS_BACK = timedelta(days=30)
PLANNERS = (Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.COMMUNICATOR)


def all_views_sorted(facts: Facts, subject: Row) -> Iterable[Finding]:
    """No view of the dialogue lacks theme, place, kind of worry or what became of it."""
    if subject.views_unsorted:
        current = f"{subject.views_unsorted} av {subject.views_total} saknar något av detta"
        yield Finding("synpunkter", current)


def recent(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The dialogue was held in the round's period or in one as long before it."""
    start, end = facts.round.period_start, facts.round.period_end
    if None not in (start, end, subject.held_on) and subject.held_on < start - (end - start):
        yield Finding(f"{THEN}.held_on", f"hölls {subject.held_on}")


def usual_plan(facts: Facts, subject: Row) -> dict:
    """The police's own coordinator answers for it, and hears back within a month."""
    police = facts.one("processes.Party", kind="police")
    return {
        "responsible": police.coordinator_id if police else None,
        "feedback_due": subject.planned_on + HEARS_BACK if subject.planned_on else None,
    }


def when_it_was_said(facts: Facts, subject: Row) -> dict:
    """A view came in when the dialogue was held, unless something else is said."""
    return {"received_on": subject.held_on}


_owed_after_meeting = owed_after_meeting("citizens", "staff", "partners")


def owed(facts: Facts, subject: Row) -> Iterable[Debt]:
    """Whoever took part waits from the day of the meeting; who answered on the web, from when that closed."""
    yield from _owed_after_meeting(facts, subject)
    until = closed_on_web(facts, subject)
    if until and not subject.held_on and "citizens" not in told(facts, subject):
        yield Debt("citizens", until, subject.feedback_due)


def closed_on_web(facts: Facts, subject: Row) -> date | None:
    """The last day one could answer on the web, when it is past and somebody did."""
    until = date.fromisoformat(subject.web_until) if subject.web_until and subject.web_sent else None
    return until if until and until < facts.today else None


def held_on_web(facts: Facts, subject: Row) -> dict:
    """A dialogue held on the web alone was held when that closed, with those who answered."""
    until = closed_on_web(facts, subject) if subject.form == "digital" else None
    return {"held_on": until, "reached_total": subject.web_sent} if until else {}


def _planned(code: str, text: str, *fields: str, how: How = How.COMPUTED) -> Criterion:
    """What the invitation waits for."""
    find = answered(*(f"plan.{name}" for name in fields))
    return Criterion(code, Strength.MUST, Gate.OPEN, text, SOURCE, find, how)


STEP = Step(
    key="citizen_dialog",
    feedback=True,
    debts=owed,
    slug="medborgardialog",
    title="Medborgardialog",
    stage=Stage.LISTEN,
    sara=Sara.SCANNING,
    kind=Kind.RECURRING,
    record="dialogs.CitizenDialog",
    path="processes",
    shared=True,
    lead="Fråga dem som bor och verkar i området vad som gör dem otrygga, och lyssna på svaren.",
    tells=occasions.CITIZEN_DIALOG,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR),
    gates=(Gate.OPEN, Gate.COMPLETE),
    needs=(Need("collaboration", gate=Gate.OPEN),),
    counts=lambda row: row.held_on is not None,
    title_of=lambda row: row.title or "Dialog utan namn",
    add_label="Ny medborgardialog",
    add_fields=("title", "form", "planned_on", "in_depth"),
    sections=(
        Section(
            "plan",
            "Plan",
            (
                "title",
                "responsible",
                "aim",
                "target_group",
                "influence",
                "form",
                "venue",
                "planned_on",
                "feedback_plan",
                "feedback_due",
                "in_depth",
            ),
            edited_by=PLANNERS,
            suggest=usual_plan,
        ),
        Rows(
            "fragor",
            "Frågor",
            "dialogs.Question",
            "dialog",
            ("text",),
            ("text",),
            add_label="Lägg till en fråga",
            intro="Fråga om problemen där folk bor, hellre än om hur polisen ska arbeta.",
            edited_by=PLANNERS,
            advice=QUESTION,
        ),
        Panel("webben", "På webben", "dialogs.digital.pages.panel", "digital/_panel.html"),
        Section(
            THEN,
            "Genomförande",
            (
                "held_on",
                "reached_total",
                "reached_women",
                "reached_men",
                "reached_young",
                "reached_old",
                "told_next",
                "cancelled_reason",
            ),
            intro="Antalen visar vilka ni nådde och vilka som inte hördes. Ungefär räcker.",
            suggest=held_on_web,
        ),
        Rows(
            "synpunkter",
            "Synpunkter",
            "dialogs.View",
            "dialog",
            ("text", "received_on", "theme", "place", "worry", "outcome", "problem"),
            ("text", "theme", "place", "outcome"),
            add_label="Lägg till en synpunkt",
            intro="Ta emot allt, också det som inte kan bli ett löfte.",
            counted=True,
            kept=("text",),
            masked=("text", "place"),
            follow="dialogs.effects.take_likes_along",
            suggest=when_it_was_said,
            intake=Intake(
                fields=("text", "received_on", "theme", "place", "worry", "outcome", "problem"),
                needed=("text",),
                example={
                    "text": "Det är mörkt mellan stationen och torget.",
                    "theme": "Otrygg plats",
                    "place": "Stationsgången",
                    "worry": "Miljön känns otrygg",
                },
                also={"text": ("text", "kommentar", "svar"), "received_on": ("datum",), "theme": ("ämne",)},
                blank=when_it_was_said,
            ),
        ),
    ),
    documents=(
        Doc(
            "affisch",
            "Affisch",
            "dialogs.digital.poster.poster",
            ("html", "pdf"),
            "Att sätta upp: frågan, tid och plats, och QR-koden när dialogen finns på webben.",
        ),
    ),
    criteria=(
        _planned("DIA-2", "Någon är utsedd att ansvara för dialogen.", "responsible"),
        _planned("DIA-3", "Syfte, mål och avgränsningar är klara.", "aim", how=How.TEXT),
        _planned(
            "DIA-4",
            "Målgruppen är bestämd, liksom hur ni når dem som sällan kommer till tals.",
            "target_group",
            how=How.TEXT,
        ),
        _planned(
            "DIA-5",
            "Det är bestämt hur mycket deltagarna kan påverka, och det står i inbjudan.",
            "influence",
        ),
        _planned("DIA-6", "Formen är vald efter målgrupp och fråga.", "form"),
        _planned(
            "DIA-7", "Platsen är tillgänglig och målgruppen känner sig hemma där.", "venue", how=How.TEXT
        ),
        also(
            judged(
                "DIA-8",
                Strength.MUST,
                Gate.OPEN,
                "Frågorna är öppna, leder inte och ger svar som går att skriva ned och analysera.",
                SOURCE,
                "Är frågorna öppna och utan inbyggda svar, och går svaren att dokumentera och analysera?",
            ),
            at_least(1, "dialogs.Question", "fragor", "dialog"),
        ),
        _planned(
            "DIA-9",
            "Det är planerat hur svaren tas om hand och när deltagarna får veta vad det blev.",
            "feedback_plan",
            "feedback_due",
            how=How.TEXT,
        ),
        also(
            judged(
                "DIA-10",
                Strength.MUST,
                Gate.COMPLETE,
                "Dialogen höll god kvalitet: frågor som går att påverka, samtal åt båda håll, rätt form.",
                SOURCE,
                "Gick ämnena att påverka, lyssnade ni öppet och på lika villkor, och passade formen "
                "målgruppen och frågan?",
            ),
            took_place,
        ),
        Criterion(
            "DIA-11",
            Strength.MUST,
            Gate.SIGN,
            "Medborgare, medarbetare och samverkanspartner har fått veta vad dialogen gav.",
            SOURCE,
            fed_back_to("citizens", "staff", "partners"),
        ),
        Criterion(
            "DIA-12",
            Strength.SHOULD,
            Gate.SIGN,
            "Varje synpunkt har tema, plats och slag av oro, och det framgår vad som blev av den.",
            SOURCE,
            all_views_sorted,
        ),
        Criterion(
            "FAL-7",
            Strength.SHOULD,
            Gate.SIGN,
            "Dialogen är inte äldre än perioden före löftets egen.",
            OUR_RULE,
            recent,
        ),
    ),
)
