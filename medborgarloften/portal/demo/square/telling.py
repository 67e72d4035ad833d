"""Stortorget, what is told: to whom, when, how it went, and what did not come about."""

from processes.models import CommunicationActivity, Term
from processes.steps.occasions import as_line

from ..clock import Tale
from ..hands import Story, word

GROUPS = [
    ("Boende runt Stortorget", "Går omvägar på kvällen och vill se att något händer.", "Förstå"),
    (
        "Unga 13–19 år i centrum",
        "Är på torget för att det inte finns något annat ställe.",
        "Vilja engagera sig",
    ),
    ("Handlare och anställda vid torget", "Stänger tidigare än de vill.", "Göra något"),
    ("Poliser i yttre tjänst", "Behöver veta vad som är lovat för att kunna hålla det.", "Göra något"),
]
# Occasion, group, days before the period begins, what was told, how it went or why it didn't come about.
TOLD = [
    ("begin", 3, 235, "", "Tre av fyra på utsättningen visste vad det handlade om.", ""),
    (
        "invite",
        0,
        170,
        "Affisch på torget, inbjudan på svenska, arabiska och somaliska",
        "Trettioåtta kom.",
        "",
    ),
    (
        "after_dialog",
        0,
        140,
        "",
        "Vi ringde fem deltagare: alla hade fått svaret, fyra tyckte att det var rakt.",
        "",
    ),
    (
        "agreement",
        None,
        72,
        "",
        "",
        "Kommunens webb byggdes om den veckan. Nyheten togs med i lanseringen i stället.",
    ),
    ("plan", 3, 12, "", "", ""),
]


def communication(s: Story) -> Tale:
    """Whom to reach, and when; what has been told, and how it went."""
    yield s.before(238)
    groups = [
        s.communicator.add(
            "processes.TargetGroup", name=name, description=about, goal=word(Term.List.COMMUNICATION, goal)
        )
        for name, about, goal in GROUPS
    ]
    lines = {line.moment: line for line in CommunicationActivity.objects.filter(process=s.round)}
    s.communicator.edit(lines["launch"], target_group=groups[0], planned_on=s.begins)
    s.communicator.edit(lines["midway"], planned_on=s.after(200))
    films = s.communicator.add(
        "processes.CommunicationActivity",
        moment="other",
        what="Kubens nya öppettider, berättade av ungdomsrådet",
        direction="external",
        target_group=groups[1],
        channel="Korta filmer i ungdomsrådets konton",
        planned_on=s.after(20),
        responsible="Kommunens kommunikatör",
        evaluate_how="Antal besökare de fyra första fredagarna",
    )
    s.communicator.edit(
        groups[0],
        know="Att torget är bemannat på fredagar och lördagar.",
        feel="Att någon lyssnade på dem.",
        do="Gå över torget i stället för runt det.",
    )
    s.communicator.edit(
        s.communicator.record("processes.CommunicationPlan"),
        packaging="En karta med de tre platserna, före och efter. Korta filmer med ungdomsrådet. Två ur varje "
        "målgrupp läser före.",
        carrying_out="Kommunikatörerna stämmer av varje måndag. Händer något på torget svarar kommunpolisen samma dag.",
        evaluation="Samma tre frågor till femtio personer på torget: före, halvvägs och efter.",
    )
    for key, group, before, channel, evaluation, reason in TOLD:
        yield s.before(before)
        line = as_line(s.officer.method.occasions[key][1])
        s.communicator.add(
            "processes.CommunicationActivity",
            **line
            | {
                "channel": channel or line["channel"],
                "target_group": groups[group] if group is not None else None,
                "planned_on": s.before(before),
                "done_on": None if reason else s.before(before),
                "evaluation": evaluation,
                "not_done_reason": reason,
            },
        )
    yield s.after(7)
    s.communicator.edit(
        lines["launch"],
        done_on=s.begins,
        evaluation="Sex av tio tillfrågade på torget hade hört talas om löftet; de unga kände till Kubens tider bäst.",
    )
    yield s.after(50)
    s.communicator.edit(
        films, done_on=s.after(20), evaluation="I snitt 41 besökare de fyra första fredagarna, mot 28 före."
    )
