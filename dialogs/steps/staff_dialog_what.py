"""Medarbetardialog VAD: what the staff know, within the frame of the local picture."""

from collections.abc import Iterable

from dialogs.criteria import THEN, took_place
from processes.criteria import all_of, at_least, fed_back_to, owed_after_meeting, shown
from processes.method import (
    METHOD_SUPPORT,
    Criterion,
    Doc,
    Facts,
    Finding,
    Gate,
    Ground,
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

from .staff import GROUPS, ON_LIST, UNANSWERED, WHO, group_section, numbers
from .staff_meetings import WHAT

SOURCE = f"{METHOD_SUPPORT}, Medarbetardialog"


def everyone_invited(facts: Facts, subject: Row) -> Iterable[Finding]:
    """As many were invited as work in the group, and it is told how many came."""
    for name in WHO:
        if subject[name] is None:
            yield Finding(f"{THEN}.{name}", shown(None))
    if None not in (subject.employees, subject.invited) and subject.invited < subject.employees:
        current = f"{subject.invited} av {subject.employees} inbjudna"
        yield Finding(f"{THEN}.invited", current)


def dated_picture(facts: Facts, subject: Row) -> Iterable[Finding]:
    """There is a local picture with a date on it; it needn't be approved."""
    pictures = facts.rows("processes.LocalSituation")
    if not any(picture.dated_on for picture in pictures):
        step = "local_situation"
        where = pictures[0] if pictures else None
        yield Finding("om.dated_on", "inte daterad", step=step, subject=where)


STEP = Step(
    key="staff_dialog_what",
    feedback=True,
    debts=owed_after_meeting("staff"),
    slug="medarbetardialog-vad",
    title="Medarbetardialog VAD",
    stage=Stage.LISTEN,
    sara=Sara.SCANNING,
    kind=Kind.RECURRING,
    record="dialogs.WhatDialog",
    path="processes",
    shared=True,
    ground=Ground.POLICE,
    lead="Ta reda på vad de som arbetar i området redan vet om problemen där.",
    tells=occasions.WHAT,
    edited_by=(Role.COMMUNITY_OFFICER, Role.GROUP_MANAGER),
    needs=(
        Need(
            "local_situation",
            find=dated_picture,
            text="Det ska finnas en daterad lokal lägesbild att utgå från när gruppen träffas.",
        ),
    ),
    counts=lambda row: row.held_on is not None,
    title_of=lambda row: row.group or "VAD utan namn",
    add_label="Ny medarbetardialog VAD",
    add_fields=("group", "manager", "planned_on"),
    on_list=ON_LIST,
    meeting=WHAT,
    documents=(
        Doc(
            "presentation",
            "Presentation till mötet",
            "agreements.earlier.deck",
            ("html", "pptx"),
            "Dagordning, tidigare löften, lägesbilden, fyra grupparbeten och talmanus, ifyllda med det ni har.",
        ),
        Doc(
            "grupparbetsblad",
            "Grupparbetsblad",
            "dialogs.staff.sheets.what",
            ("pdf",),
            "Att skriva ut: ett blad för varje grupparbete, med rader att skriva på.",
        ),
    ),
    sections=(
        group_section("minutes_picture", "minutes_focus", "minutes_priority", "minutes_causes"),
        Panel("tidigare", "Förra gången", "agreements.earlier.panel", "agreements/_earlier.html"),
        Section(
            THEN,
            "Genomförande",
            ("held_on", *WHO, "summary"),
            intro="Alla i gruppen ska ha fått möjlighet att vara med, även om inte alla kunde komma.",
            suggest=numbers,
        ),
        Panel(
            "resultaten",
            "Det gruppen kom fram till",
            "dialogs.staff.pages.results",
            "dialogs/staff/_results.html",
        ),
        Rows(
            "resultat",
            "Det gruppen kom fram till",
            "dialogs.Proposal",
            "dialog",
            ("kind", "text", "declined"),
            ("kind", "text"),
            add_label="Lägg till ett resultat",
            intro="En rad för varje sak. Raderna går att föra vidare till lägesbild och analys.",
            shown_by="resultaten",
            folds=(UNANSWERED,),
            afterwards=UNANSWERED.fields,
        ),
        GROUPS,
    ),
    criteria=(
        Criterion(
            "MED-3",
            Strength.MUST,
            Gate.COMPLETE,
            "Alla i gruppen har blivit inbjudna, och det framgår hur många som kom.",
            SOURCE,
            everyone_invited,
        ),
        Criterion(
            "MED-4",
            Strength.MUST,
            Gate.COMPLETE,
            "Dialogen har hållits och medarbetarnas kunskap om läget finns nedskriven.",
            SOURCE,
            all_of(took_place, at_least(1, "dialogs.Proposal", "resultat", "dialog")),
        ),
        Criterion(
            "MED-5",
            Strength.MUST,
            Gate.SIGN,
            "De medarbetare som berörs har fått veta vad VAD-dialogen ledde till.",
            SOURCE,
            fed_back_to("staff"),
        ),
    ),
)
