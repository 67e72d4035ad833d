"""Stortorget, understanding: the pictures side by side, two focus areas, the agreement."""

from agreements import signing
from dialogs.models import View
from dialogs.said.actions import sort
from processes.method import Gate
from processes.models import Term

from .. import public
from ..clock import Tale
from ..hands import Story, word
from ..people import HOUSING, MUNICIPALITY, POLICE

PROBLEMS = {
    "torget": {
        "title": "Rån, försäljning och hot vid Stortorget och busstationen på kvällen",
        "police_view": "23 anmälda rån mot unga på ett år, de flesta torsdag till lördag mellan 20 och 01. "
        "Försäljning av cannabis bakom cykelstället. Mörkertalet är stort.",
        "municipality_view": "Fritidsgården stänger när torget fylls. Belysningen är eftersatt och ansvaret "
        "delat mellan kommunen och bostadsbolaget.",
        "citizen_view": "Man går omvägar, stänger butiken tidigare och hämtar sina barn. "
        "Det som saknas är vuxna som är där.",
        "agree": False,
        "why_differs": "Polisen ser brotten, medborgarna ser mörkret och att ingen vuxen finns på plats.",
        "handling": "Medborgarnas bild fick avgöra: närvaro, ljus och öppettider kom före insatser mot försäljningen.",
    },
    "agatan": {
        "title": "Buskörning med moped och A-traktor längs Ågatan",
        "police_view": "64 samtal på ett år, en allvarlig olycka. Mest mellan 15 och 17 och sena kvällar.",
        "municipality_view": "Gångbron går att köra över sedan pollaren försvann. Två förskolor går där varje dag.",
        "citizen_view": "Man kastar sig åt sidan. Den som anmäler får aldrig veta hur det gick.",
        "agree": True,
    },
    "cyklar": {
        "title": "Cykelstölder vid stationen",
        "police_view": "Omkring 90 anmälningar om året, jämn nivå.",
        "municipality_view": "Cykelgaraget byggs nästa år.",
        "citizen_view": "Irriterande, men inget som gör någon rädd.",
        "agree": True,
    },
}
FOCUS = {
    "torget": {
        "title": "Tryggare kvällar vid Stortorget",
        "kind": "area",
        "grounds": "area_both",
        "theme": "Otrygg plats",
        "priority": 1,
        "influence": "Polisen: fotpatruller, 60 timmar i månaden. Kommunen: fritidsgårdens öppettider och "
        "gatubelysning. Bostadsbolaget: ljus, sikt och skötsel på norra sidan.",
        "target_picture": "Torget och busstationen är platser dit man går, och stannar, också en fredagskväll.",
        "place": "Stortorget och busstationen",
        "becomes_promise": True,
        "score_extent": 3,
        "score_worry": 3,
        "score_harm": 3,
        "score_influence": 2,
    },
    "agatan": {
        "title": "Säker gång- och cykelväg längs Ågatan",
        "kind": "type",
        "grounds": "type_increase",
        "theme": "Trafik",
        "priority": 2,
        "influence": "Polisen: kontroller och samtal med föräldrar, 30 timmar i månaden. "
        "Kommunen: hinder vid bron och skyltar.",
        "target_picture": "Barn och äldre går längs Ågatan utan att behöva väja för motorfordon.",
        "place": "Ågatan, från skolan till Linvägen",
        "becomes_promise": True,
        "score_extent": 2,
        "score_worry": 2,
        "score_harm": 2,
        "score_influence": 3,
    },
    "cyklar": {
        "title": "Cykelstölder vid stationen",
        "kind": "type",
        "grounds": "type_common",
        "theme": "Inbrott och stöld",
        "influence": "Löses till stor del av cykelgaraget; polisen märker cyklar i ordinarie arbete.",
        "becomes_promise": False,
        "score_extent": 2,
        "score_worry": 1,
        "score_harm": 1,
        "score_influence": 1,
    },
}
PARTS = {
    "torget": [
        (POLICE, "Fotpatruller på kvällar, och samtal med dem som är där.", "områdespoliserna", 720),
        (MUNICIPALITY, "Öppettider på Kuben, gatubelysning och fältgrupp.", "fritid, gata och park", 900),
        (HOUSING, "Ljus, sikt och skötsel på norra sidan.", "husvärdar och driftbudget", 120),
    ],
    "agatan": [
        (POLICE, "Kontroller och samtal med föräldrar.", "områdespoliserna och trafikgruppen", 360),
        (MUNICIPALITY, "Hinder vid bron och skyltar.", "gata och park", 80),
    ],
}
ENTRIES = {
    "torget": ("Rån mot unga", "Öppen försäljning", "Var tredje invånare"),
    "agatan": ("Buskörning med moped",),
    "cyklar": ("Cykelstölder",),
}
MINUTES = [
    "13.10 Problem: Buskörning längs Ågatan – bilderna stämmer överens",
    "13.25 Problem: Stortorget – bilderna skiljer sig, ljus och närvaro går först",
    "13.50 Fokusområde: Tryggare kvällar vid Stortorget – blir löfte, prioritet 1",
    "14.05 Fokusområde: Säker gång- och cykelväg längs Ågatan – blir löfte, prioritet 2",
    "14.20 Fokusområde: Cykelstölder vid stationen – blir inte löfte, tas i ordinarie arbete",
    "14.30 Underlaget räcker. Deltagarna får ett utskick på fredag.",
]
WHO = "Kommunpolis, trygghetssamordnare, skola, fritidsgård, bostadsbolag och två boende"


def joint_situation(s: Story) -> None:
    """Three problems, two of them chosen; both sides approve."""
    problems = {key: s.officer.add("processes.Problem", **fields) for key, fields in PROBLEMS.items()}
    s.focus = {
        key: s.coordinator.add(
            "processes.FocusArea",
            problem=problems[key],
            **fields | {"theme": word(Term.List.THEME, fields["theme"])},
        )
        for key, fields in FOCUS.items()
    }
    _say_what_each_can_do(s)
    _sort_views(s, problems)
    _tie_observations(s, problems)
    joint = s.officer.edit(
        s.officer.record("processes.JointSituation"),
        met_on=s.before(112),
        participants=WHO,
        minutes="\n".join(MINUTES),
        weight_worry=2,
        equality_view="Tjejer och äldre kvinnor undviker torget mest. Deras kvällar fick väga tyngst "
        "vid valet, och unga hördes för sig för att inte talas över.",
        material="sufficient",
        high_exposure=False,
    )
    s.officer.decide("joint_situation", joint)
    s.chief.decide("joint_situation", joint, Gate.APPROVE)
    s.representative.decide("joint_situation", joint, Gate.APPROVE)


def _say_what_each_can_do(s: Story) -> None:
    """Each party writes its own part; the housing company, as a partner, by its own hand."""
    hands = {POLICE: s.officer, MUNICIPALITY: s.coordinator, HOUSING: s.partner}
    for key, parts in PARTS.items():
        for party, can_do, resources, hours in parts:
            hands[party].add(
                "processes.FocusPart",
                s.focus[key],
                focus_area=s.focus[key],
                party=s.parties[party],
                can_do=can_do,
                resources=resources,
                hours=hours,
            )


def _tie_observations(s: Story, problems: dict) -> None:
    """What the local picture says is tied to the problem it is a part of."""
    entries = s.round.local_situation.entries.all()
    for key, beginnings in ENTRIES.items():
        for entry in entries:
            if entry.title.startswith(beginnings):
                s.officer.add("processes.ProblemEntry", problems[key], problem=problems[key], entry=entry)


def _sort_views(s: Story, problems: dict) -> None:
    """What was said is tied to the problem it grew into; a few views are still to be seen to."""
    traffic = "Trafik"
    square = ("Narkotika och alkohol", "Våld och hot", "Unga i riskzon", "Otrygg plats", "Tillgänglig polis")
    told = View.objects.filter(
        dialog__in=s.dialogs, outcome="focus", theme__label__in=(traffic, *square), merged_under=None
    )
    of: dict[str, list[int]] = {"agatan": [], "torget": []}
    for view in told.select_related("theme"):
        of["agatan" if view.theme.label == traffic or "Ågatan" in view.place else "torget"].append(view.pk)
    for key, keys in of.items():
        sort(by=s.coordinator.user, round_=s.round, keys=keys, values={"problem": problems[key]})


def agreement(s: Story) -> Tale:
    """An agreement for three years, signed by both and sealed."""
    yield s.before(74)
    s.agreement = s.coordinator.create(
        "collaboration_agreement",
        title=f"Trygg i Ekhamra {s.begins.year}–{s.begins.year + 3}",
        area=s.round.area,
        valid_from=s.before(60),
        valid_until=s.begins.replace(year=s.begins.year + 3),
    )
    for name, who, title, mandate in (
        (POLICE, "chief", "Lokalpolisområdeschef", "Polismyndighetens delegationsordning, lokalpolisområde"),
        (
            MUNICIPALITY,
            "representative",
            "Kommunstyrelsens ordförande",
            f"Kommunstyrelsen § 41, {s.before(75)}",
        ),
    ):
        s.coordinator.add(
            "agreements.AgreementSignatory",
            s.agreement,
            party=s.parties[name],
            user=s.people[who],
            title=title,
            mandate=mandate,
        )
    sent = signing.send(by=s.people["coordinator"], round_=s.round, agreement_id=s.agreement.pk)
    for key, day in (("representative", 72), ("chief", 70)):
        yield s.before(day)
        signing.sign(by=s.people[key], round_=s.round, version_id=sent.pk, shown_hash=sent.content_hash)
    signing.finish(sent.pk)
    yield s.before(66)
    public.register(s.place, sent, f"Samverkansöverenskommelse: {s.agreement.title}", (POLICE, MUNICIPALITY))
