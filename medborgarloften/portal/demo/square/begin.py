"""Stortorget, the beginning: three parties, a communication plan, the police's own picture."""

from processes.method import Gate
from processes.models import Party

from ..hands import Story, ahead
from ..people import HOUSING, MUNICIPALITY, POLICE

DECISIONS = {
    POLICE: (
        "Johan Lindh, lokalpolisområdeschef",
        "officer",
        "120 timmar i månaden av områdespolisen, inom ordinarie budget.",
        "Områdespolisen och ingripandeverksamheten genomför; kommunikationsenheten stödjer.",
    ),
    MUNICIPALITY: (
        "Göran Malm, kommunstyrelsens ordförande",
        "coordinator",
        "En halvtidstjänst och 400 000 kronor ur trygghetsbudgeten.",
        "Kultur och fritid, gata och park samt skolan genomför; trygghetsrådet följer arbetet.",
    ),
    HOUSING: (
        "Olof Brandt, verkställande direktör",
        "partner",
        "Femton timmar i månaden och underhållsmedel för belysning och sikt.",
        "Förvaltningen genomför på egen mark och på torgets norra sida.",
    ),
}
HOURS = {POLICE: 1440, MUNICIPALITY: 900, HOUSING: 140}  # the housing company has promised more than it has
STEERING = [
    ("Johan Lindh", "lokalpolisområdeschef", POLICE),
    ("Göran Malm", "kommunstyrelsens ordförande", MUNICIPALITY),
    ("Olof Brandt", "verkställande direktör", HOUSING),
]
CALENDARS = [  # whose, what, so many days before the period begins
    (POLICE, "budget", 80, "Regionens ekonomiska ram", ""),
    (POLICE, "plan", 45, "Lokalpolisområdets verksamhetsplan", "activity_plan"),
    (MUNICIPALITY, "budget", 90, "Kommunfullmäktige", ""),
    (MUNICIPALITY, "meeting", 75, "Kommunstyrelsen", "collaboration_agreement"),
    (MUNICIPALITY, "meeting", 20, "Kommunstyrelsen, handlingar inne två veckor före", "activity_plan"),
    (MUNICIPALITY, "meeting", -190, "Trygghetsrådet, halvårsavstämning", ""),
    (HOUSING, "budget", 70, "Bolagets styrelse", ""),
    (HOUSING, "steering", -200, "Styrgruppen, halvvägs", ""),
]
SUPPORT = [
    ("Karin Sjö", "underrättelsesamordnare"),
    ("Peter Alm", "controller"),
    ("Lisa Berg", "kommunikatör"),
]
ENTRIES = [
    ("problem", "Rån mot unga vid busstationen", "Anmälningar", "Torsdag till lördag, klockan 20 till 01."),
    ("problem", "Öppen försäljning av cannabis bakom cykelstället", "VAD-dialogen", ""),
    (
        "problem",
        "Buskörning med moped och A-traktor längs Ågatan",
        "Anmälningar och samtal",
        "Mest efter skoltid.",
    ),
    ("problem", "Cykelstölder vid stationen", "Anmälningar", "Jämn nivå, få platser."),
    ("risk", "Unga utsätts oftare än vuxna, och två av tre anmäler inte", "Skolornas trygghetsenkät", ""),
    (
        "risk",
        "Var tredje invånare avstår från att gå ut på kvällen",
        "Trygghetsmätningen",
        "Fler kvinnor än män.",
    ),
    (
        "opportunity",
        "Bostadsbolaget bygger om torgets norra sida",
        "Ekhamrabostäder",
        "Belysning och sikt kan tas med.",
    ),
    (
        "development",
        "Oron har flyttat från dagtid till kvällar",
        "Trygghetsmätningen",
        "På dagarna är torget tryggare än för fyra år sedan.",
    ),
    ("opportunity", "Tre föreningar vill vara ute på kvällarna", "Medborgardialogen", ""),
]
# The figures are made up, like the place.
SERIES = [
    (
        "Anmälda rån mot unga i centrum",
        "count",
        "Anmälda brott, eget uttag",
        ("Ekhamra",),
        ((9, 12, 17, 23),),
    ),
    (
        "Otrygga ute sena kvällar",
        "percent",
        "Polisens trygghetsmätning",
        ("Ekhamra", "Länet", "Riket"),
        ((27, 29, 31, 34), (25, 25, 26, 27), (23, 24, 24, 25)),
    ),
    (
        "Anmälda cykelstölder",
        "per_1000",
        "Anmälda brott, eget uttag",
        ("Ekhamra", "Länet"),
        (("6,1", "5,8", "", "6,4"), ("7,9", "7,2", "6,8", "6,6")),
    ),
]
BY_QUARTER = ("Samtal om buskörning", "Ledningscentralen", (31, 44, 52, 29, 36, 61, 58, 34))
SOURCES = ["Polisens trygghetsmätning", "Anmälda brott, eget uttag", "Skolornas trygghetsenkät"]


def collaboration(s: Story) -> None:
    """The parties have said yes, with time and people."""
    s.parties = {}
    for party in Party.objects.filter(process=s.round).select_related("organisation"):
        decided_by, who, resources, support = DECISIONS[party.organisation.name]
        s.parties[party.organisation.name] = s.officer.edit(
            party,
            decided_by=decided_by,
            decided_on=s.before(250),
            coordinator=s.people[who],
            resources=resources,
            hours_set_aside=HOURS[party.organisation.name],
            support=support,
        )
    frames = s.officer.edit(
        s.officer.record("processes.Collaboration"),
        agreement_purpose="Invånarna ska kunna och vilja vistas i centrum på kvällen. Vi arbetar tillsammans, "
        "med det som invånarna själva pekar ut.",
        governing_documents="Polisens verksamhetsplan, kommunens åtgärdsplan mot brott och bostadsbolagets "
        "trygghetspolicy har samma mål: trygga offentliga platser.",
        work_starts_on=s.before(240),
        needs_known_on=s.before(130),
        anchored="Trygghetsrådet och lokalpolisområdets ledningsgrupp, vid gemensamt möte.",
    )
    for party, kind, before, what, step in CALENDARS:
        s.coordinator.add(
            "processes.PartyDate",
            party=s.parties[party],
            kind=kind,
            on=s.before(before),
            what=what,
            step=step,
        )
    for name, title, party in STEERING:
        s.coordinator.add("processes.SteeringMember", name=name, title=title, party=s.parties[party])
    for name, competence in SUPPORT:
        s.officer.add("processes.SupportMember", name=name, competence=competence)
    s.communicator.edit(
        s.communicator.record("processes.CommunicationPlan"),
        purpose="De som undviker torget ska veta vad vi gör, varför just det, och när de kan märka skillnad.",
        message="Fler vuxna ute, bättre ljus och öppet på Kuben: torget ska vara ditt också på kvällen.",
        participation="Medarbetarna på arbetsplatsträffar, boende och handlare vid torgmöten, ungdomsrådet i "
        "sociala medier, kommunen genom trygghetsrådet.",
        follows_policy=True,
    )
    s.officer.decide("collaboration", frames)


def local_situation(s: Story) -> None:
    """A dated picture with series, sources and what was asked for."""
    picture = s.situation = s.officer.edit(
        s.officer.record("processes.LocalSituation"),
        title="Lokal lägesbild Ekhamra",
        dated_on=s.before(190),
    )
    for kind, title, source, text in ENTRIES:
        s.officer.add("processes.SituationEntry", picture, kind=kind, title=title, source=source, text=text)
    for name, unit, source, areas, columns in SERIES:
        years = range(s.begins.year - len(columns[0]), s.begins.year)
        lines = [f"År; {'; '.join(areas)}"]
        lines += ["; ".join(map(str, row)) for row in zip(years, *columns, strict=True)]
        s.analyst.add(
            "processes.SituationSeries",
            picture,
            name=name,
            unit=unit,
            source=source,
            figures="\n".join(lines),
        )
    name, source, values = BY_QUARTER
    lines = [f"kv {n % 4 + 1} {s.begins.year - 2 + n // 4}; {value}" for n, value in enumerate(values)]
    s.analyst.add(
        "processes.SituationSeries",
        picture,
        name=name,
        unit="count",
        source=source,
        figures="\n".join(lines),
    )
    for name in SOURCES:
        s.analyst.add("processes.SituationSource", picture, name=name, dated_on=s.before(200))
    s.chief.add(
        "processes.MaterialOrder",
        picture,
        what="Platser och tider för rån mot unga, tolv månader",
        recipient="Underrättelsetjänsten",
        person=s.people["intelligence"],
        due_on=s.before(195),
        delivered_on=s.before(196),
        delivered_where="Underrättelsedelen, genomgånget med Karin Sjö",
    )


def order(s: Story) -> None:
    """What the chief has asked for since, and still awaits."""
    s.chief.add(
        "processes.MaterialOrder",
        s.situation,
        what="Vad kvällspassen kostar, och hur många som kan ta dem",
        recipient="Ekonomi och HR",
        person=s.people["analyst"],
        due_on=ahead(12),
    )


def approve_local_situation(s: Story) -> None:
    """What the staff knew is taken in, and the chief approves."""
    s.officer.edit(
        s.situation,
        staff_result="Nattpersonalen visste att försäljningen flyttar till cykelstället efter klockan 21 och att "
        "det lugnar sig när fritidsledarna är ute. Båda sakerna fördes in.",
    )
    s.officer.decide("local_situation", s.situation)
    s.chief.decide("local_situation", s.situation, Gate.APPROVE)


OWN_ENTRIES = [
    (
        "problem",
        "Fritidsgården stänger när torget fylls",
        "Fritidschefen",
        "Gården stänger klockan 20. De som är kvar på torget efteråt är ofta samma ungdomar.",
    ),
    ("problem", "Mörkt och skräpigt mellan busstationen och Kuben", "Gata och park, felanmälningar", ""),
    ("risk", "Frånvaron i årskurs 8 och 9 har ökat", "Skolornas statistik", "Mest på två av fyra skolor."),
    (
        "opportunity",
        "Kultur och fritid kan flytta två tjänster till kvällstid",
        "Förvaltningens budget",
        "Kräver beslut i nämnden.",
    ),
]


def own_picture(s: Story) -> None:
    """The municipality writes down what it sees, and shares it; the police share theirs."""
    made = s.coordinator.create(
        "own_picture",
        title="Kommunens lägesbild av centrum",
        dated_on=s.before(171),
        text="Torget är tomt på vuxna när det är fullt av unga. Det går att ändra med tider och ljus.",
    )
    for kind, title, source, text in OWN_ENTRIES:
        s.coordinator.add("processes.OwnEntry", made, kind=kind, title=title, source=source, text=text)
    years = range(s.begins.year - 4, s.begins.year)
    lines = [f"{year}; {value}" for year, value in zip(years, (212, 240, 263, 301), strict=True)]
    s.coordinator.add(
        "processes.OwnSeries",
        made,
        name="Felanmälningar om belysning i centrum",
        unit="count",
        source="Gata och park",
        figures="\n".join(lines),
    )
    for party in (POLICE, HOUSING):
        s.coordinator.share("own_picture", made, party, "Inför mötet om den gemensamma lägesbilden.")
    s.officer.share("local_situation", s.situation, MUNICIPALITY, "Den del som går att dela, med siffrorna.")
