"""What the two staff dialogues have in common: who was there, what they came to, and a group that goes on."""

from processes.criteria import is_answer
from processes.method import Facts, Fold, Panel, Row, Rows, Section

from ..criteria import THEN as THEN

RESULTS = "resultat"
WHO = ("employees", "invited", "took_part")
GROUP = "dialogs.StaffGroup"
DIALOGS = ("dialogs.WhatDialog", "dialogs.HowDialog")


def group_section(*minutes: str) -> Section:
    """Who is to meet; how long each point of the agenda takes, for those who want to say it."""
    every = ("minutes_opening", *minutes, "minutes_closing")
    return Section(
        "grupp",
        "Gruppen",
        ("group", "manager", "planned_on", *every),
        folds=(
            Fold(
                "Hur lång tid tar varje punkt?",
                every,
                "Kan lämnas tomt. Syns på mötessidan och i presentationen.",
            ),
        ),
    )


def members(group: Row) -> list[str]:
    """The functions that a standing group is made of."""
    return [line.strip() for line in group.members.splitlines() if is_answer(line)]


def numbers(facts: Facts, subject: Row) -> dict:
    """How many work in the group, as said the last time it met or when it was appointed; all are invited."""
    name = subject.group.strip().casefold()
    known = [
        row.employees
        for label in DIALOGS
        for row in facts.rows(label)
        if row.group.strip().casefold() == name
        and row.employees
        and (row.model, row.id) != (subject.model, subject.id)
    ]
    known += [len(members(row)) for row in facts.rows(GROUP) if row.name.strip().casefold() == name]
    employees = subject.employees or (known[-1] if name and known else None)
    return {"employees": employees, "invited": employees}


FIELDS = ("name", "members", "rhythm", "manager", "appointed_on")
GROUPS = Rows(
    "fastgrupp",
    "Fast medarbetargrupp",
    GROUP,
    "process",
    FIELDS,
    ("name", "members", "rhythm"),
    add_label="Utse en fast grupp",
    intro="Frivilligt. En fast grupp håller samtalet igång mellan mötena. Skriv funktioner, inte personer.",
    empty="Ingen utsedd.",
    owner="processes.Process",
    internal=True,
    afterwards=FIELDS,
)

ON_LIST = Panel("grupper", "Grupperna", "dialogs.staff.pages.beneath", "dialogs/staff/_beneath.html")

UNANSWERED = Fold(
    "Går det inte vidare?", ("declined",), "Gruppen får läsa skälet. Går också att svara senare."
)
