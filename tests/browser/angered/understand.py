"""The pictures side by side, the choice of what to work on, and why it happens."""

from tests.browser.angered import listen
from tests.browser.angered.begin import OPEN_MEETING
from tests.browser.angered.facts import FOCUS, PLACE, ROUND
from tests.browser.angered.people import LANDLORD
from tests.browser.pages import Visitor, press

JOINT = "Gemensam lägesbild och fokusområden"
ANALYSIS = "Problembeskrivning och orsaksanalys"
SAME_PICTURE = "Har alla i gruppen samma uppfattning om vilket problem ni analyserar?"
CAUSE = "Ingen har hand om platsen när butikerna har stängt"


def hold_the_meeting(coordinator: Visitor) -> None:
    """Problem and focus area are written on the wall, form by form; minutes come of themselves."""
    coordinator.step(JOINT)
    coordinator.link("Mötesläge: skriv tillsammans på skärmen")
    coordinator.press("Börja mötet nu", "Mötet har börjat.")
    coordinator.part("#bilden-ny").fill({"Problemet": FOCUS["problem"]}).save("Lägg till ett problem")
    coordinator.part("#bilden").fill_within(
        FOCUS["problem"],
        {
            "Polisens bild": "Öppen användning och småskalig försäljning av narkotika kring entréerna.",
            "Kommunens bild": "Personer med missbruk som ingen har kontakt med; nedskräpning varje dag.",
            "Medborgarnas bild": "Man går omvägar. Det är skräpigt och ingen ser till platsen.",
            "Stämmer bilderna överens?": "Nej",
            "Varför skiljer de sig?": "Myndigheterna såg kvällarna, de boende hela dagen.",
            "Hur tog ni hand om skillnaden?": "Städning och närvaro dagtid kom med därför att de boende "
            "pekade på det.",
        },
    )
    new = coordinator.part("#fokus-ny").fill({"Fokusområde": FOCUS["name"]})
    new.fill({"Problem i den gemensamma bilden": FOCUS["problem"]}).save("Lägg till ett fokusområde")
    coordinator.part("#fokus").fill_within(
        FOCUS["name"],
        {
            "Slag": "Geografiskt område",
            "Vad talar mest för det?": "Hög upplevd otrygghet",
            "Hur långt räcker var och en?": "Polisen kan synas och ingripa, stadsdelen söka upp och erbjuda "
            "stöd, fastighetsägaren och parkförvaltningen städa och sanera.",
            "Målbild: vad ska det gemensamma arbetet leda till?": FOCUS["target_picture"],
            "Ska det bli ett medborgarlöfte?": "Ja",
        },
    )
    coordinator.sees(f"Problem: {FOCUS['problem']} – polisens bild", "blir löfte", within="#rader")
    coordinator.press("För in i anteckningarna", "Raderna står nu i anteckningarna.")
    coordinator.link("Lämna mötet", "body")


def lay_the_pictures_together(coordinator: Visitor) -> None:
    """What the meeting came to, what each can do, and the decisions, by the municipality's coordinator."""
    hold_the_meeting(coordinator)
    coordinator.sees("Bilderna skiljer sig", "Man går omvägar.", "Blir löfte", "blir löfte")
    coordinator.link(f"Ändra {FOCUS['name']}")
    coordinator.save({"Plats": PLACE})
    coordinator.link(f"{LANDLORD} – skriv sin del om {FOCUS['name']}")
    coordinator.save({"Vad kan parten påverka, och med vilka åtgärder?": "Städa och ha någon på plats."})
    coordinator.edit(
        "Det ni bestämmer",
        {
            "Räcker underlaget för att gå vidare?": "Underlaget räcker",
            "Finns det ett område med hög social utsatthet?": "Ja",
            "Vilka åtgärder görs där först, före eller jämte dialogen?": "Fotpatrull vid bussarna från mars.",
            "Hur har ni vägt in jämställdhet, likabehandling och demokrati?": "Kvinnor undviker torget "
            "oftare än män; deras väg till bussen väger tyngst.",
        },
    )
    coordinator.press("Klarmarkera", "Klarmarkerat.")


def approve_without_having_listened(chief: Visitor, officer: Visitor) -> None:
    """No citizen has been heard. The chief is told who can mend it, the officer is led to the very field."""
    chief.open_round(ROUND).step(JOINT)
    chief.sees("Öppen användning och småskalig försäljning")  # who approves reads all, though not in a form
    refusal = chief.tries_to("Godkänn")
    assert refusal.codes == {"DIA-1"}
    refusal.says("DIA-1", "Minst en medborgardialog", "ingen är hållen ännu")
    refusal.says("DIA-1", "Kan rättas av: Kommunpolis eller Kommunal samordnare")
    press(refusal.gap("DIA-1").get_by_role("link", name="Visa var det rättas"))
    chief.sees_heading(OPEN_MEETING)
    officer.open_round(ROUND).step(JOINT)
    officer.refusal.follow("DIA-1", to="När hölls den?")
    listen.hold_the_open_meeting(officer)


def approve_together(chief: Visitor, representative: Visitor) -> None:
    """A joint step needs both words: the chief's and the municipality's."""
    chief.step(JOINT).press("Godkänn", "Godkänt.")
    chief.sees_status("Väntar på godkännande")
    representative.open_round(ROUND).step(JOINT).press("Godkänn", "Godkänt.")
    representative.sees_status("Klar")


def analyse(coordinator: Visitor) -> None:
    """The analysis of the focus area was begun by the approval; its questions are answered."""
    coordinator.step(ANALYSIS, FOCUS["name"])
    coordinator.edit(
        "Problemet",
        {
            "Var händer det?": f"Vid entréerna och busshållplatsen i {FOCUS['where']}: många gångar, skymd sikt.",
            "När händer det?": "Alla dagar från lunch, mest fredagar och lördagar.",
            "Vem orsakar det?": FOCUS["who_causes"],
            "Vem eller vad drabbas?": FOCUS["who_suffers"],
            "Vilka blir följderna?": "Boende undviker centrum, butiker stänger tidigare, skadegörelsen ökar.",
        },
    )
    ask_why(coordinator)
    coordinator.judge({SAME_PICTURE: ("Ja", "")})
    coordinator.press("Klarmarkera", "Klarmarkerat.")


def ask_why(coordinator: Visitor) -> None:
    """The tree of causes, a line at a time: three reasons, and why the first of them is as it is."""
    because(coordinator, CAUSE, "Fastighetsförvaltaren och park- och naturförvaltningen")
    because(coordinator, "De som missbrukar möts av få som kan motivera till vård", "Stadsdelen")
    because(coordinator, "Köpare och säljare möts utan risk att upptäckas", "Polisen")
    because(
        coordinator, "Avtalet om skötsel slutar vid butikernas väggar", "Fastighetsförvaltaren", under=CAUSE
    )
    coordinator.sees("Fråga varför en gång till.")
    coordinator.link(CAUSE)
    coordinator.save({"Sida i problemanalystriangeln": "Platsansvarig"})
    coordinator.sees("Stadsdelen", within=".why")
    coordinator.sees("Ingen är angiven som övervakare", within="#triangelbilden")


def because(coordinator: Visitor, cause: str, who: str, under: str = "") -> None:
    """One line: why it happens, that it is near, and who can act."""
    page = coordinator.page
    line = page.locator("#trad .why > form, .why__root > details[open] form")
    if under:
        above = page.locator(".why__item").filter(has=page.get_by_role("link", name=under, exact=True)).last
        above.locator("> details > summary").click()
        line = above.locator("> details form")
    line.get_by_label("Varför händer det?").fill(cause)
    line.get_by_label("Nära – går att påverka nu").check()
    line.get_by_label("Vem kan göra något åt det?").fill(who)
    press(line.get_by_role("button"))
    coordinator.is_told("Sparat.")
