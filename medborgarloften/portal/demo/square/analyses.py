"""Stortorget, why: the questions answered, the tree of causes, and who stands where in the triangle."""

from ..analysing import analyse
from ..hands import Story
from ..people import HOUSING, MUNICIPALITY
from .understand import WHO

ANALYSES = {
    "torget": {
        "what": "Unga rånas och hotas, narkotika säljs, och andra slutar använda torget.",
        "where": "Busstationens norra sida, cykelstället och trappan vid gamla banken.",
        "where_traits": "Mörkt och skymt, flera flyktvägar, många som väntar och ingen som har uppsikt.",
        "when": "Torsdag till lördag mellan klockan 20 och 01, mest när fritidsgården har stängt.",
        "who_causes": "Ett tjugotal unga vuxna i skiftande grupper; några få säljer, fler dras med.",
        "causes_traits": "I grupp, ofta påverkade, vana vid att ingen ingriper.",
        "who_is_hit": "Unga på väg hem. Tjejer och äldre undviker platsen helt.",
        "hit_traits": "Ensamma, med telefonen framme, väntar länge på bussen.",
        "consequences": "Rån och skador, butiker som stänger tidigare, och ett torg som tillhör den som är kvar.",
        "event_chain": "Kuben stänger klockan 20\n"
        "Ett femtiotal unga går till torget, för där går bussarna\n"
        "Äldre kommer i bil och stannar vid cykelstället\n"
        "Försäljningen börjar, och de som inte vill vara med går\n"
        "Den som står ensam kvar med telefonen framme blir rånad\n"
        "Ingen har sett något, och nästa kväll är ännu färre vuxna ute",
        "handled_today": "Patruller skickas när någon ringer. Bostadsbolaget byter lampor när de har gått sönder.",
        "handled_strengths": "När polisen stannar och pratar blir det lugnt resten av kvällen.",
        "handled_limits": "Ingen är kvar efteråt, och ingen av oss vet vad den andra har gjort.",
        "comparison": "Holma torg har lika många unga men en tredjedel så många rån: där är fritidsgården öppen till 23.",
        "outlook": "Resecentrum byggs om nästa år. Då flyttar bussarna, och platsen kan bli tommare.",
        "expectations": "Att någon vuxen är där när bussarna går, att det är ljust, och att få veta vad som görs.",
        "minutes": "Vi enades om att det är kvällarna och tomrummet efter stängning som är problemet, inte de unga. "
        "Trafikbolaget bjuds in till nästa möte.",
    },
    "agatan": {
        "what": "Mopeder och A-traktorer kör fort på gång- och cykelvägen.",
        "where": "Gångbron och raksträckan förbi förskolorna.",
        "where_traits": "Bred, rak, utan hinder och den kortaste vägen till skolan.",
        "when": "Vardagar klockan 15 till 17 och sena fredags- och lördagskvällar.",
        "who_causes": "Omkring trettio unga förare, de flesta utan att se det som farligt.",
        "causes_traits": "Har bråttom, kör i grupp, tävlar.",
        "who_is_hit": "Förskolebarn, skolbarn och äldre som går där varje dag.",
        "hit_traits": "Små eller långsamma, hör inte fordonen bakifrån.",
        "consequences": "En allvarlig olycka, många tillbud, och människor som slutar gå där.",
        "event_chain": "Skolan slutar\nFörarna tar genvägen över bron\nNågon kör om, och de andra hänger på\n"
        "Den som går med barnvagn får kasta sig åt sidan",
        "expectations": "Att det inte går att köra där, och att den som ringer får veta hur det gick.",
    },
}
CAUSES = {
    "torget": [
        ("adults", "", "Ingen vuxen finns på plats efter klockan 20", "near", "manager",
         "Polisen, fritidsgården och föreningarna"),
        ("closing", "adults", "Fritidsgården stänger klockan 20 också på fredagar", "near", "handler", "Kommunen"),
        ("hours", "closing", "Öppettiderna följer skolveckan och har inte setts över på sex år", "near", "handler",
         "Fritidsförvaltningen"),
        ("asked", "hours", "Ingen har frågat de unga när de är ute", "near", "handler", "Personalen på Kuben"),
        ("guards", "adults", "Butikernas väktare går hem när bussarna blir glesa", "near", "guardian",
         "Centrumföreningen"),
        ("light", "", "Mörkt och skymt vid väntkurerna", "near", "place", "Ekhamrabostäder och kommunen"),
        ("care", "light", "Ingen har det samlade ansvaret för skötseln av norra sidan", "near", "manager",
         "Ekhamrabostäder"),
        ("border", "care", "Gränsen mellan kommunens och bolagets mark går mitt genom kurerna", "near", "manager",
         "Kommunen och Ekhamrabostäder"),
        ("alone", "", "Unga väntar ensamma och länge på bussen", "near", "target", "Trafikbolaget"),
        ("sparse", "alone", "Bussen går en gång i timmen efter klockan 21", "near", "target", "Trafikbolaget"),
        ("nowhere", "", "Unga saknar egna platser på kvällen", "remote", "offender", "Kommunen"),
        ("plan", "nowhere", "När centrum byggdes om räknade ingen med dem mellan 13 och 19", "remote", "place",
         "Kommunens planering"),
    ],
    "agatan": [
        ("open", "", "Det går att köra rakt över gångbron", "near", "place", "Kommunen"),
        ("bollard", "open", "Pollaren togs bort vid snöröjningen och kom aldrig tillbaka", "near", "manager",
         "Kommunens gatuenhet"),
        ("nobody", "bollard", "Ingen har i uppgift att se över hindren på våren", "near", "manager",
         "Kommunens gatuenhet"),
        ("rules", "", "Förarna vet inte, eller bryr sig inte om, vad som gäller", "near", "offender",
         "Polisen och föräldrarna"),
        ("silence", "rules", "Den som anmäler hör inget, och anmäler inte igen", "near", "guardian", "Polisen"),
        ("detour", "", "Vägen runt tar fyra minuter längre", "remote", "place", "Kommunens planering"),
    ],
}  # fmt: skip
TRIANGLE = {
    "torget": [
        ("handler", "Fritidsgårdens personal", MUNICIPALITY, "weak", "Känner de flesta vid namn, men går hem klockan 20."),
        ("handler", "Äldre syskon och föräldrar", "", "weak", "Kommer gärna om någon ringer."),
        ("guardian", "Nattvandrarna", "", "missing", "Fanns till för tre år sedan; två av dem vill börja igen."),
        ("manager", "Ekhamrabostäder", HOUSING, "present", "Nycklar, ljus och skötsel på norra sidan."),
        ("manager", "Trafikbolaget", "", "missing", "Väntkurer, tidtabell och förare som ser vad som händer."),
    ],
    "agatan": [
        ("handler", "Förarnas föräldrar", "", "weak", "Några vet inte att deras barn kör där."),
        ("guardian", "Förskolornas personal", MUNICIPALITY, "present", "Går där varje dag och ringer in tillbud."),
        ("manager", "Kommunens gatuenhet", MUNICIPALITY, "weak", "Äger bron men har inte den på sin lista."),
    ],
}  # fmt: skip


def analyses(s: Story) -> None:
    """What the problems are, why they happen there and then, and who could make a difference."""
    s.causes = {}
    for key, answers in ANALYSES.items():
        analyse(s, key, CAUSES[key], TRIANGLE[key], met_on=s.before(96), participants=WHO, **answers)
