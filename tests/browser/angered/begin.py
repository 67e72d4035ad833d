"""The first meetings: who is in, on what terms, and what is told to whom."""

from tests.browser.angered.facts import CASE, PLACE, ROUND
from tests.browser.angered.people import CITY, LANDLORD, PARKS, POLICE
from tests.browser.pages import Visitor

AGREED = "2017-02-01"
OPEN_MEETING = "Öppet hus på biblioteket"
GOOD_QUESTIONS = "Är frågorna öppna och utan inbyggda svar, och går svaren att dokumentera och analysera?"
WHO_DECIDED = "Vem beslutade att ni ska samverka?"
ALL_PARTIES = "Välj …"  # what stands there when nobody is chosen
PARTIES = {
    POLICE: ("Lokalpolisområdeschef Torbjörn Askling", "Två områdespoliser, 40 timmar i veckan."),
    CITY: ("Stadsdelsdirektör Ewa Strandmark", "En trygghetssamordnare på halvtid och fältgruppens kvällar."),
    LANDLORD: ("Förvaltningschef Kjell Ahlgren", "Städning alla vardagar och jour för klotter."),
    PARKS: ("Enhetschef Inger Falkenmark", "Ett arbetslag för gångvägar och planteringar."),
}


def start_the_round(officer: Visitor) -> None:
    """A round for a period that began long ago is started like any other."""
    officer.page.goto("/processer/")
    officer.link("Ny runda")
    officer.form.fill(
        {
            "Vad ska rundan heta?": ROUND,
            "När börjar perioden?": CASE["period"]["from"],
            "När slutar perioden?": CASE["period"]["to"],
            "Vilka fler är med?": [CITY, LANDLORD, PARKS],
        }
    ).save("Starta")
    officer.sees_heading(ROUND)
    officer.sees(CASE["police"]["lpo"], CITY, PARKS)


def invites_too_early(officer: Visitor) -> None:
    """A meeting is planned before the parties have agreed. The guard says what comes first."""
    officer.step("Medborgardialog")
    officer.link("Ny medborgardialog")
    officer.form.fill({"Vad heter dialogen?": OPEN_MEETING, "När är den planerad?": "2017-03-09"}).save()
    officer.edit(
        "Plan",
        {
            "Vem ansvarar?": "Malin Bergqvist, kommunpolis",
            "Varför håller ni dialogen, vad ska den leda till och vad ligger utanför?": "Förstå var och när "
            "folk känner sig otrygga i Angereds centrum. Busstrafiken ligger utanför. Det görs med de "
            "resurser som finns.",
            "Vilka och hur många vill ni nå, och hur når ni dem som sällan kommer?": "Hundra av dem som "
            "handlar eller byter buss här. Tolkar på somaliska och arabiska står vid ingången.",
            "Hur mycket kan deltagarna påverka?": "Dialog: vi resonerar tillsammans om problemen",
            "Vilken form passar målgruppen och frågan?": "Öppet möte",
            "Var hålls den?": "Biblioteket i Angereds centrum, bottenvåningen",
            "Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?": "Sammanställningen "
            "sätts upp på biblioteket och läggs på stadsdelens webb.",
            "Senast när har deltagarna fått svar?": "2017-05-15",
        },
    )
    officer.add("Lägg till en fråga", {"Fråga": "Var i centrum känner du dig otrygg, och när på dygnet?"})
    officer.judge({GOOD_QUESTIONS: ("Ja", "")})
    refusal = officer.tries_to("Öppna och bjud in")
    assert refusal.codes == {"PRO-3"}
    refusal.says("PRO-3", "Initiera samverkan ska vara klar", "inte klarmarkerat", "Metodens ordning")
    refusal.follow("PRO-3", to="Klarmarkera")
    officer.sees_heading("Initiera samverkan")


def agree_to_work_together(officer: Visitor, coordinator: Visitor) -> None:
    """Nobody has said yes yet; each party's decision is entered, then the frames."""
    refusal = officer.tries_to("Klarmarkera")
    assert {"SAM-1", "SAM-4", "SAM-6", "SAM-9"} <= refusal.codes
    refusal.says("SAM-1", "Varje part har en beslutsfattare", "inget angivet")
    refusal.follow("SAM-1", to=WHO_DECIDED)
    officer.save(_decision(POLICE))
    coordinator.open_round(ROUND).step("Initiera samverkan")
    for party in (CITY, LANDLORD, PARKS):
        coordinator.edit_row(party, _decision(party))
    coordinator.edit(
        "Ramar",
        {
            "Syftet med samverkan": "Trygg i Angered: tryggare offentliga miljöer, tillsammans med dem som "
            "bor och verkar här.",
            "Hur hänger samverkan ihop med parternas styrdokument och verksamhetsmål?": "Polisens "
            "verksamhetsplan och stadsdelens budget lyfter båda tryggheten i Angereds centrum.",
            "Var är arbetet förankrat politiskt eller strategiskt?": "Stadsdelsnämnden, i januari 2017.",
        },
    )
    coordinator.add(
        "Rundans egna datum",
        {"När börjar arbetet?": AGREED, "När vet ni vilka resurser löftet kräver?": "2017-04-15"},
    )
    coordinator.add(
        "Lägg till ett datum",
        {"Vems kalender?": ALL_PARTIES, "Vad händer?": "Budgetbeslut", "Vilken dag?": "2017-05-20"},
    )
    for name, title in (
        ("Torbjörn Askling", "Lokalpolisområdeschef"),
        ("Ewa Strandmark", "Stadsdelsdirektör"),
    ):
        coordinator.add("Lägg till en ledamot", {"Namn": name, "Titel": title})
    coordinator.add("Lägg till en person", {"Namn": "Nina Wallgren", "Kompetens": "Controller"})
    coordinator.refusal.follow("SAM-9", to="Varför ska någon lyssna på er?")
    coordinator.save(
        {"Varför ska någon lyssna på er?": f"De som rör sig i {PLACE} ska veta vad vi gör och varför."}
    )
    coordinator.step("Initiera samverkan").press("Klarmarkera", "Klarmarkerat.")
    officer.step("Medborgardialog", OPEN_MEETING).press("Öppna och bjud in", "Dialogen är öppnad.")


def _decision(party: str) -> dict[str, str]:
    who, resources = PARTIES[party]
    ours = party == POLICE
    return {
        WHO_DECIDED: who,
        "När fattades beslutet?": AGREED,
        "Samordnare": "Malin Bergqvist, kommunpolis" if ours else "Jonas Lindenius, trygghetssamordnare",
        "Tid och resurser som parten avsätter": resources,
        "Vilka delar av organisationen stödjer arbetet, och vad är deras roll i genomförandet?": "Ledningen "
        "följer arbetet varje månad, enheten på plats genomför.",
    }
