"""Medarbetardialog HUR: how the staff will work with the problems that were chosen."""

from dialogs.criteria import THEN, also, took_place
from processes.criteria import fed_back_to, owed_after_meeting, ticked
from processes.method import (
    METHOD_SUPPORT,
    Criterion,
    Doc,
    Fold,
    Gate,
    Ground,
    Kind,
    Need,
    Panel,
    Role,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
)
from processes.steps import occasions

from .staff import ON_LIST, UNANSWERED, group_section, numbers
from .staff_meetings import HOW

SOURCE = f"{METHOD_SUPPORT}, Medarbetardialog"

STEP = Step(
    key="staff_dialog_how",
    feedback=True,
    debts=owed_after_meeting("staff"),
    slug="medarbetardialog-hur",
    title="Medarbetardialog HUR",
    stage=Stage.PROMISE,
    sara=Sara.RESPONSE,
    kind=Kind.RECURRING,
    record="dialogs.HowDialog",
    path="processes",
    shared=True,
    ground=Ground.POLICE,
    lead="Låt de som ska göra jobbet vara med och bestämma hur det ska göras.",
    tells=occasions.HOW,
    edited_by=(Role.COMMUNITY_OFFICER, Role.GROUP_MANAGER),
    needs=(Need("staff_dialog_what"), Need("problem_analysis")),
    counts=lambda row: row.held_on is not None,
    title_of=lambda row: row.group or "HUR utan namn",
    add_label="Ny medarbetardialog HUR",
    add_fields=("group", "manager", "planned_on"),
    on_list=ON_LIST,
    meeting=HOW,
    documents=(
        Doc(
            "presentation",
            "Presentation till mötet",
            "dialogs.staff.how_meeting.deck",
            ("html", "pptx"),
            "Dagordning, VAD-dialogen, lägesbild, fokusområden, två grupparbeten och talmanus, ifyllda.",
        ),
        Doc(
            "grupparbetsblad",
            "Grupparbetsblad",
            "dialogs.staff.sheets.how",
            ("pdf",),
            "Att skriva ut: ett blad per fokusområde och ett för ordningen.",
        ),
        Doc(
            "dokumentation",
            "Dokumentation till planeringssystemet",
            "dialogs.staff.workbook.how",
            ("xlsx",),
            "Arbetssätt och prioriteringar, med den aktivitet som de blev.",
        ),
    ),
    sections=(
        group_section("minutes_ways", "minutes_priority"),
        Panel(
            "underlag",
            "Det här utgår ni från",
            "dialogs.staff.pages.material",
            "dialogs/staff/_material.html",
        ),
        Section(
            THEN,
            "Genomförande",
            ("held_on", "took_part", "summary", "employees", "invited"),
            suggest=numbers,
            folds=(Fold("Vilka blev inbjudna?", ("employees", "invited")),),
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
            "dialogs.HowProposal",
            "dialog",
            ("kind", "text", "focus_area", "declined"),
            ("kind", "text", "focus_area"),
            add_label="Lägg till ett resultat",
            intro="En rad för varje sätt att arbeta. Raderna går att föra in i aktivitetsplanen.",
            shown_by="resultaten",
            folds=(UNANSWERED,),
            afterwards=UNANSWERED.fields,
        ),
    ),
    criteria=(
        also(
            ticked(
                "MED-6",
                Strength.MUST,
                Gate.COMPLETE,
                "Dialogen har hållits, och gruppen hade det underlag som behövdes.",
                SOURCE,
                "Gruppen fick styrdokumenten och lägesbilden, med det medborgarna sagt, i god tid.",
            ),
            took_place,
        ),
        Criterion(
            "MED-9",
            Strength.MUST,
            Gate.SIGN,
            "De medarbetare som berörs har fått veta vad HUR-dialogen ledde till.",
            SOURCE,
            fed_back_to("staff"),
        ),
    ),
)
