"""Stortorget, the staff: what two groups said, where each thing went, and what they want to do about it."""

from dialogs.models import WhatDialog
from dialogs.staff import actions as answers
from processes.models import ProblemAnalysis

from ..hands import Story

# Of each result its kind, its words, and what we call it in the story.
WHAT = [
    (
        "Områdespoliser Ekhamra",
        (9, 8),
        [
            ("picture", "Försäljningen flyttar till cykelstället efter klockan 21.", "stand"),
            ("focus", "Stortorget och busstationen på kvällen är det som märks mest av allt.", "square"),
            ("focus", "Cykelstölderna vid stationen tar en timme varje vecka.", "bikes"),
            (
                "problem",
                "De som väntar ensamma på sista bussen blir rånade, för ingen annan är kvar.",
                "alone",
            ),
            ("cause", "Det lugnar sig när fritidsledarna är ute. När Kuben stänger tar det fart.", "leaders"),
        ],
    ),
    (
        "Ingripande lag 2",
        (14, 10),
        [
            ("picture", "Mopederna kör genvägen över gångbron för att slippa rondellen.", "bridge"),
            ("priority", "Torget först: där är oron störst, och där gör en timme mest nytta.", "first"),
        ],
    ),
]
WAYS = [
    ("way", "Två och två till fots, hellre en timme i taget än hela kvällen i bil.", "pairs"),
    ("way", "Samma poliser så långt det går, så att ungdomarna vet vad vi heter.", "same"),
    ("way", "Civila kläder vid cykelstället på fredagar.", "plain"),
    ("priority", "Torsdag till lördag mellan 20 och 23: det är då det avgörs.", "nights"),
]
GROUP = {
    "name": "Medarbetargruppen Ekhamra",
    "members": "områdespolis Ekhamra\ningripande lag 2\nutredare ungdomsbrott\nreceptionen",
    "rhythm": "första tisdagen varannan månad",
}


def what(s: Story) -> None:
    """VAD in both groups; both have heard what became of it. What they know goes into the local picture."""
    s.said = {}
    for group, (employees, took_part), results in WHAT:
        dialog = s.manager.create(
            "staff_dialog_what",
            group=group,
            manager=s.people["manager"],
            planned_on=s.before(176),
            minutes_opening=20,
            minutes_picture=25,
            held_on=s.before(175),
            employees=employees,
            invited=employees,
            took_part=took_part,
        )
        for kind, text, name in results:
            s.said[name] = s.manager.add("dialogs.Proposal", dialog, kind=kind, text=text)
        s.manager.decide("staff_dialog_what", dialog)
    s.manager.add("dialogs.StaffGroup", manager=s.people["manager"], appointed_on=s.before(174), **GROUP)
    for name, kind in (("stand", "problem"), ("bridge", "risk")):
        s.officer.take_in(s.said[name], "local_situation", "bilden", s.situation, way=kind)


def joint(s: Story) -> None:
    """The square was chosen; the bicycles were not, and the group is told why."""
    s.officer.take_in(s.said["square"], "joint_situation", "fokus", as_row=s.focus["torget"])
    s.officer.take_in(
        s.said["first"], "joint_situation", "fokus", as_row=s.focus["torget"], source="prioritering"
    )
    _answer(s, "bikes", "Cykelgaraget byggs nästa år. Tills dess tas det i ordinarie arbete.")


def causes(s: Story) -> None:
    """What they said of why it happens stands in the tree, and groups hear what became of it all."""
    s.officer.take_in(s.said["leaders"], "problem_analysis", "orsaker", as_row=s.causes["closing"])
    answers.tie(
        by=s.officer.user,
        round_=s.round,
        step=s.officer.method["problem_analysis"],
        subject_id=ProblemAnalysis.objects.get(focus_area=s.focus["torget"]).pk,
        result=s.said["alone"],
    )
    for dialog in WhatDialog.objects.filter(processes=s.round).order_by("pk"):
        s.manager.tell(
            "staff_dialog_what",
            dialog,
            "staff",
            "Arbetsplatsträff",
            "Vad som togs in i lägesbilden, och varför ett förslag fick vänta.",
            given_on=s.before(95),
        )


def how(s: Story) -> None:
    """HUR: how the foot patrols are to be done."""
    dialog = s.manager.create(
        "staff_dialog_how",
        group="Områdespoliser Ekhamra",
        manager=s.people["manager"],
        planned_on=s.before(71),
        held_on=s.before(70),
        took_part=8,
    )
    for kind, text, name in WAYS:
        s.said[name] = s.manager.add(
            "dialogs.HowProposal", dialog, kind=kind, text=text, focus_area=s.focus["torget"]
        )
    s.manager.tick(dialog, "MED-6:complete")
    s.manager.decide("staff_dialog_how", dialog)
    _answer(s, "plain", "Det kräver folk från en annan grupp. Frågan är lämnad till ledningsgruppen.")
    s.how = dialog


def planned(s: Story) -> None:
    """Their way of walking the square is an activity."""
    for name in ("pairs", "same", "nights"):
        s.officer.take_in(s.said[name], "activity_plan", "aktiviteter", as_row=s.activities[0])


def told(s: Story) -> None:
    """The group hears how it became."""
    s.manager.tell(
        "staff_dialog_how",
        s.how,
        "staff",
        "Arbetsplatsträff",
        "Passen lades som gruppen föreslog.",
        given_on=s.before(50),
    )


def _answer(s: Story, name: str, reason: str) -> None:
    row = s.said[name]
    step = next(step for step in s.manager.method if step.record == row.dialog._meta.label)
    answers.answer(
        by=s.manager.user, round_=s.round, step=step, result=row, version=row.version, reason=reason
    )
