"""The round before, from the parties' first word to why it happens: small, and done as thoroughly as it needs."""

from __future__ import annotations

from dialogs.models import View
from dialogs.said.actions import sort
from processes.method import Gate
from processes.models import CommunicationActivity, Party, Term

from .. import clock
from ..analysing import analyse
from ..clock import Tale
from ..hands import Story, word
from ..people import MUNICIPALITY, POLICE
from ..views import sorting

DECIDED = {
    POLICE: (
        "Johan Lindh, lokalpolisområdeschef",
        "officer",
        "40 timmar i månaden av områdespolisen.",
        "Områdespolisen genomför.",
    ),
    MUNICIPALITY: (
        "Göran Malm, kommunstyrelsens ordförande",
        "coordinator",
        "Fältgruppen en kväll i veckan och 80 000 kronor för ljus.",
        "Fältgruppen samt gata och park genomför.",
    ),
}
WHO = "Kommunpolis, trygghetssamordnare, fältgruppen och två bussförare"
# Days before the period, form, plan; how many came; what they said, with theme, place and kind of worry.
DIALOGS = (
    (
        90,
        "open_meeting",
        {
            "title": "Kaffe på busstationen",
            "aim": "Förstå var och när det känns otryggt att vänta på bussen. Tidtabellen är trafikbolagets fråga.",
            "target_group": "De som reser efter klockan 18, ett trettiotal. Vi står där bussarna går.",
            "venue": "Väntsalen på busstationen",
        },
        34,
        (
            ("Jag går fram och tillbaka tills bussen kommer, så slipper jag stå i mörkret.", "Otrygg plats"),
            ("Det är de två kurerna längst bort som är värst. Där är lamporna trasiga.", "Otrygg plats"),
            ("När någon i väst är där är det lugnt.", "Tillgänglig polis"),
            ("Min dotter ringer mig hela vägen från bussen.", "Otrygg plats"),
        ),
    ),
    (
        76,
        "interviews",
        {
            "title": "Samtal med dem som kör bussarna",
            "aim": "Höra av dem som är där varje kväll när det blir stökigt och vad som hjälper.",
            "target_group": "Åtta förare på kvällsturerna, tillfrågade av trafikbolaget.",
            "venue": "Förarnas fikarum",
        },
        8,
        (
            ("Efter sista tåget på fredagar vågar ingen säga till.", "Våld och hot"),
            ("Stå där vi står, inte vid rondellen.", "Tillgänglig polis"),
        ),
    ),
)


def begin(s: Story) -> None:
    s.parties = {}
    for party in Party.objects.filter(process=s.round).select_related("organisation"):
        name = party.organisation.name
        decided_by, who, resources, support = DECIDED[name]
        s.parties[name] = s.officer.edit(
            party,
            decided_by=decided_by,
            decided_on=s.before(145),
            coordinator=s.people[who],
            resources=resources,
            support=support,
        )
        s.officer.add("processes.PartyDate", party=s.parties[name], kind="budget", on=s.before(60))
    frames = s.officer.edit(
        s.officer.record("processes.Collaboration"),
        agreement_purpose="Det ska gå att vänta på bussen i Ekhamra på kvällen utan att vara rädd.",
        governing_documents="Polisens verksamhetsplan och kommunens åtgärdsplan mot brott pekar ut busstationen.",
        work_starts_on=s.before(140),
        needs_known_on=s.before(70),
        anchored="Lokalpolisområdets ledningsgrupp och kommunens trygghetsråd.",
    )
    for name, title in (
        ("Johan Lindh", "lokalpolisområdeschef"),
        ("Göran Malm", "kommunstyrelsens ordförande"),
    ):
        s.officer.add("processes.SteeringMember", name=name, title=title)
    s.officer.add("processes.SupportMember", name="Lisa Berg", competence="kommunikatör")
    s.communicator.edit(
        s.communicator.record("processes.CommunicationPlan"),
        purpose="De som väntar på bussen ska veta när någon är där, och att vi hörde dem.",
        message="Ljus i kurerna, och någon vuxen till sista bussen.",
        participation="Förarna och de som väntar, på plats. Medarbetarna på arbetsplatsträffar.",
        follows_policy=True,
    )
    goal = word(Term.List.COMMUNICATION, "Förstå")
    group = s.communicator.add(
        "processes.TargetGroup", name="De som reser med buss efter klockan 18", goal=goal
    )
    s.launch = CommunicationActivity.objects.get(process=s.round, moment="launch")
    s.communicator.edit(s.launch, target_group=group, planned_on=s.begins)
    s.officer.decide("collaboration", frames)


def look(s: Story) -> None:
    picture = s.situation = s.officer.edit(
        s.officer.record("processes.LocalSituation"),
        title="Lokal lägesbild Ekhamra busstation",
        dated_on=s.before(120),
    )
    for kind, title in (
        ("problem", "Bråk och hot på busstationen efter sista tåget"),
        ("risk", "Unga väntar ensamma länge"),
        ("opportunity", "Trafikbolaget vill vara med"),
    ):
        s.officer.add("processes.SituationEntry", picture, kind=kind, title=title)
    figures = "\n".join(f"{s.begins.year - n}; {value}" for n, value in ((3, 6), (2, 9), (1, 12)))
    s.analyst.add(
        "processes.SituationSeries",
        picture,
        name="Anmälda brott på busstationen",
        unit="count",
        source="Anmälda brott, eget uttag",
        figures=figures,
    )
    s.analyst.add(
        "processes.SituationSource", picture, name="Anmälda brott, eget uttag", dated_on=s.before(125)
    )


def ask_staff(s: Story) -> None:
    s.what = s.manager.create(
        "staff_dialog_what",
        group="Områdespoliser Ekhamra",
        manager=s.people["manager"],
        held_on=s.before(100),
        employees=8,
        invited=8,
        took_part=6,
    )
    text = "Det börjar när sista tåget har gått och ingen vuxen är kvar."
    s.manager.add("dialogs.Proposal", s.what, kind="picture", text=text)
    s.manager.decide("staff_dialog_what", s.what)
    s.officer.edit(s.situation, staff_result="Områdespoliserna visste att det börjar efter sista tåget.")
    s.officer.decide("local_situation", s.situation)
    s.chief.decide("local_situation", s.situation, Gate.APPROVE)


def listen(s: Story, days: int, form: str, plan: dict[str, str], reached: int, views: tuple) -> Tale:
    yield s.before(days + 4)
    dialog = s.coordinator.create(
        "citizen_dialog",
        **plan,
        form=form,
        influence=word(Term.List.PARTICIPATION, "Dialog"),
        responsible=s.people["coordinator"],
        planned_on=s.before(days),
        feedback_plan="Lapp i väntsalen och kommunens webb när fokusområdet är valt.",
        feedback_due=s.before(40),
    )
    s.coordinator.add("dialogs.Question", dialog, text="När känns det otryggt här, och vad hjälper?")
    s.officer.judge(dialog, "DIA-8:open")
    s.officer.decide("citizen_dialog", dialog, Gate.OPEN)
    yield s.before(days)
    s.coordinator.edit(dialog, held_on=s.before(days), reached_total=reached, told_next=True)
    for text, theme in views:
        s.coordinator.add(
            "dialogs.View",
            dialog,
            text=text,
            received_on=s.before(days),
            place="Busstationen",
            outcome="focus",
            **sorting(theme, "Miljön känns otrygg"),
        )
    s.officer.judge(dialog, "DIA-10:complete")
    s.officer.decide("citizen_dialog", dialog)
    vars(s).setdefault("dialogs", []).append(dialog)


def choose(s: Story) -> None:
    problem = s.officer.add(
        "processes.Problem",
        title="Bråk och hot på busstationen på kvällen",
        police_view="Tolv anmälda brott på ett år, de flesta fredag och lördag efter sista tåget.",
        municipality_view="Var tredje lampa i kurerna är trasig. Fältgruppen slutar klockan 20.",
        citizen_view="Det är mörkt, och ingen vuxen är där.",
        agree=True,
    )
    area = s.coordinator.add(
        "processes.FocusArea",
        problem=problem,
        title="Väntan på busstationen på kvällen",
        kind="area",
        grounds="area_both",
        theme=word(Term.List.THEME, "Otrygg plats"),
        influence="Polisen: fotpass, 40 timmar i månaden. Kommunen: fältgrupp och ljus.",
        target_picture="Man kan stå kvar och vänta på bussen.",
        place="Ekhamra busstation",
        becomes_promise=True,
    )
    s.focus = {"station": area}
    keys = View.objects.filter(dialog__in=s.dialogs).values_list("pk", flat=True)
    sort(by=s.coordinator.user, round_=s.round, keys=keys, values={"problem": problem})
    joint = s.officer.edit(
        s.officer.record("processes.JointSituation"),
        met_on=s.before(66),
        participants=WHO,
        equality_view="Unga kvinnor väntar ensamma oftast. Tiden valdes efter deras bussar.",
        material="sufficient",
        high_exposure=False,
    )
    s.officer.decide("joint_situation", joint)
    for who in (s.chief, s.representative):
        who.decide("joint_situation", joint, Gate.APPROVE)
    for step, dialogs, audiences in (
        ("citizen_dialog", s.dialogs, "citizens staff partners"),
        ("staff_dialog_what", [s.what], "staff"),
    ):
        for dialog in dialogs:
            hand = s.manager if audiences == "staff" else s.coordinator
            hand.tell(
                step,
                dialog,
                audiences,
                "Lapp i väntsalen, kommunens webb och arbetsplatsträff",
                "Vi har valt busstationen på kvällen.",
                given_on=clock.day(),
            )


def why(s: Story) -> None:
    s.causes = {}
    why = [
        ("adults", "", "Ingen vuxen är kvar efter sista tåget", "near", "manager", "Polisen och fältgruppen"),
        ("dark", "", "Kurerna är mörka", "near", "place", "Gata och park"),
    ]
    analyse(
        s,
        "station",
        why,
        [],
        met_on=s.before(58),
        participants=WHO,
        where="De två bortre väntkurerna.",
        when="Fredag och lördag klockan 22–01, efter sista tåget.",
        who_causes="Ett tiotal unga vuxna, påverkade.",
        who_is_hit="Unga som väntar ensamma.",
        consequences="Hot, bråk, och att man låter bli att åka.",
    )
    dialog = s.manager.create(
        "staff_dialog_how",
        group="Områdespoliser Ekhamra",
        manager=s.people["manager"],
        held_on=s.before(58),
        took_part=6,
    )
    s.manager.add("dialogs.HowProposal", dialog, kind="way", text="Till fots, två och två, när tåget kommer.")
    s.manager.tick(dialog, "MED-6:complete")
    s.manager.decide("staff_dialog_how", dialog)
    s.manager.tell(
        "staff_dialog_how",
        dialog,
        "staff",
        "Arbetsplatsträff",
        "Passen läggs när sista tåget kommer.",
        given_on=clock.day(),
    )
