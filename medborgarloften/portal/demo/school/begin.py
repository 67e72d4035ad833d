"""Norrhamra, the beginning and the listening: two parties, one group of staff, three dialogues."""

from processes.method import Gate
from processes.models import CommunicationActivity, Party, Term

from ..clock import Tale
from ..hands import Story, ago, ahead, word
from ..views import bring_in

DECISIONS = {
    "police": (
        "Johan Lindh, lokalpolisområdeschef",
        "officer",
        "60 timmar i månaden av områdespolisen.",
        "Områdespolisen genomför, ungdomsutredarna stödjer.",
    ),
    "municipality": (
        "Göran Malm, kommunstyrelsens ordförande",
        "coordinator",
        "Fältgruppen två kvällar i veckan och 150 000 kronor för belysning.",
        "Skolan, fältgruppen samt gata och park genomför.",
    ),
}
WHAT = [
    ("picture", "Det som säljs vid pulkabacken köps av elever från tre skolor."),
    ("cause", "Parken är mörk just de timmar då eftermiddagsträningen slutar."),
    ("priority", "Skolvägen först: där kan vi göra skillnad på en månad."),
]
OPEN_HOUSE = {
    "title": "Öppet hus på Norrhamraskolan",
    "form": "open_meeting",
    "aim": "Förstå vad som gör vägen till skolan och parken otrygg, morgon och kväll. Skolans arbete mot mobbning "
    "är ett annat ärende. Allt sker inom de resurser som finns.",
    "target_group": "Föräldrar till barn i årskurs F–9 och boende runt parken, ett femtiotal. Bjuds in på fyra "
    "språk; barnvakt finns i biblioteket.",
    "influence": "Dialog",
    "venue": "Norrhamraskolans matsal",
}
ON_THE_BENCH = {
    "title": "På bänken i Norra parken",
    "form": "interviews",
    "aim": "Höra dem som inte kommer till möten: äldre som rör sig i parken på dagen. Ger underlag för plats och tid.",
    "target_group": "Tjugo personer över 65 år, tillfrågade på plats tre onsdagar. Den som går dåligt nås genom "
    "hemtjänsten.",
    "influence": "Konsultation",
    "venue": "Bänkarna vid dammen, tre onsdagar klockan 11",
}
PLANS = [
    (
        OPEN_HOUSE,
        64,
        "oppet-hus",
        "Vad gör vägen till skolan otrygg, och när?",
        {
            "reached_total": 58,
            "reached_women": 37,
            "reached_men": 21,
            "reached_under_16": 2,
            "reached_16_24": 2,
            "reached_25_44": 36,
            "reached_45_64": 11,
            "reached_65_plus": 5,
        },
    ),
    (
        ON_THE_BENCH,
        52,
        "parkbanken",
        "Hur är parken för dig, och vad har ändrats?",
        {
            "reached_total": 22,
            "reached_women": 14,
            "reached_men": 8,
            "reached_under_16": 0,
            "reached_16_24": 0,
            "reached_25_44": 0,
            "reached_45_64": 0,
            "reached_65_plus": 22,
        },
    ),
]


def collaboration(s: Story) -> None:
    """Two parties; the support team that is lacking is explained."""
    s.parties = {}
    for party in Party.objects.filter(process=s.round).select_related("organisation"):
        decided_by, who, resources, support = DECISIONS[party.organisation.kind]
        s.parties[party.organisation.kind] = s.officer.edit(
            party,
            decided_by=decided_by,
            decided_on=ago(120),
            coordinator=s.people[who],
            resources=resources,
            support=support,
        )
    frames = s.officer.edit(
        s.officer.record("processes.Collaboration"),
        agreement_purpose="Barn och äldre i Norrhamra ska kunna röra sig mellan hem, skola och park utan oro.",
        governing_documents="Skolans plan mot kränkningar, kommunens åtgärdsplan och polisens verksamhetsplan.",
        work_starts_on=ago(110),
        needs_known_on=ago(30),
        anchored="Skolnämnden och lokalpolisområdets ledningsgrupp.",
    )
    for kind, days in (("police", 15), ("municipality", 20)):
        s.officer.add("processes.PartyDate", party=s.parties[kind], kind="budget", on=ahead(days))
    s.coordinator.add(
        "processes.PartyDate",
        party=s.parties["municipality"],
        kind="meeting",
        on=ahead(26),
        what="Skolnämnden",
        step="activity_plan",
    )
    for name, title in (("Johan Lindh", "lokalpolisområdeschef"), ("Elin Ask", "trygghetssamordnare")):
        s.officer.add("processes.SteeringMember", name=name, title=title)
    s.coordinator.edit(
        s.coordinator.record("processes.CommunicationPlan"),
        purpose="Föräldrar och äldre ska veta att det de sa togs på allvar, och vad som händer härnäst.",
    )
    s.officer.deviate(
        "collaboration",
        frames,
        "SAM-8:complete",
        "Controllern är upptagen av rundan i centrum. Underrättelsesamordnaren hjälper till vid behov, "
        "och vi prövar frågan igen när planen är klar.",
    )
    s.officer.decide("collaboration", frames)


def communication(s: Story) -> None:
    """One group; no message yet, and no day for the launch."""
    group = s.communicator.add(
        "processes.TargetGroup",
        name="Föräldrar till elever på Norrhamraskolan",
        description="Kör sina barn för att de oroar sig.",
        goal=word(Term.List.COMMUNICATION, "Förstå"),
    )
    launch = CommunicationActivity.objects.get(process=s.round, moment="launch")
    s.communicator.edit(launch, target_group=group)


def staff(s: Story) -> None:
    """VAD with those who work there."""
    dialog = s.manager.create(
        "staff_dialog_what",
        group="Områdespoliser norr",
        manager=s.people["manager"],
        planned_on=ago(81),
        held_on=ago(80),
        employees=5,
        invited=5,
        took_part=5,
    )
    for kind, text in WHAT:
        s.manager.add("dialogs.Proposal", dialog, kind=kind, text=text)
    s.manager.decide("staff_dialog_what", dialog)
    s.what = dialog


def citizens(s: Story) -> Tale:
    """Two dialogues held."""
    s.dialogs = []
    for told in PLANS:
        yield from _hold(s, *told)


def answer(s: Story) -> None:
    """What became of what was said; the answer to the parents will be late."""
    open_house, bench = s.dialogs
    s.manager.tell(
        "staff_dialog_what", s.what, "staff", "Arbetsplatsträff", "Skolvägen kom med.", given_on=ago(30)
    )
    text = "Vad ni sa om skolvägen och parken, och vad vi har valt att gå vidare med."
    s.coordinator.tell(
        "citizen_dialog",
        open_house,
        "staff partners",
        "Arbetsplatsträff och skolnämnden",
        text,
        given_on=ago(30),
    )
    s.coordinator.tell(
        "citizen_dialog", open_house, "citizens", "Veckobrevet till föräldrarna", text, due_on=ago(12)
    )
    s.coordinator.tell(
        "citizen_dialog",
        bench,
        "citizens staff partners",
        "Träffpunkten, anslag vid dammen och arbetsplatsträff",
        text,
        given_on=ago(30),
    )


def next_dialog(s: Story) -> None:
    """A third dialogue is being planned."""
    s.coordinator.create(
        "citizen_dialog",
        title="Samtal med årskurs åtta",
        form="focus_group",
        planned_on=ahead(17),
        responsible=s.people["coordinator"],
        aim="Höra hur parken är på kvällen för dem som är där, och vad de själva skulle ändra.",
    )


def _hold(s: Story, plan: dict, days: int, views: str, question: str, then: dict) -> Tale:
    yield ago(days + 6)
    dialog = s.coordinator.create(
        "citizen_dialog",
        **plan | {"influence": word(Term.List.PARTICIPATION, plan["influence"])},
        responsible=s.people["coordinator"],
        planned_on=ago(days),
        feedback_plan="Veckobrev, anslag i parken och kommunens webb, senast när fokusområdena är valda.",
        feedback_due=ago(12),
    )
    s.coordinator.add("dialogs.Question", dialog, text=question)
    s.officer.judge(dialog, "DIA-8:open")
    s.officer.decide("citizen_dialog", dialog, Gate.OPEN)
    yield ago(days)
    dialog = s.coordinator.edit(dialog, held_on=ago(days), told_next=True, **then)
    bring_in(s.coordinator, dialog, views, ago(days))
    s.officer.judge(dialog, "DIA-10:complete")
    s.officer.decide("citizen_dialog", dialog)
    s.dialogs.append(dialog)
