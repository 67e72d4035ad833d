"""What the police know, what the staff know, and what citizens say."""

from tests.browser.angered.begin import GOOD_QUESTIONS, OPEN_MEETING
from tests.browser.angered.facts import CASE, PLACE, ROUND
from tests.browser.pages import Visitor

GROUP = "Områdespoliserna i Angered"
SMALL_MEETING = "Samtal med butikspersonalen i centrum"
GOOD_MEETING = "Gick ämnena att påverka, lyssnade ni öppet och på lika villkor, och passade formen målgruppen och frågan?"
EVERYONE = ["Medborgare", "Medarbetare", "Samverkanspartner"]


def draw_the_local_picture(officer: Visitor) -> None:
    """A dated first version with figures from the city's own survey."""
    officer.step("Lokal lägesbild")
    officer.edit("Om lägesbilden", {"Lägesbilden är daterad": "2017-02-10"})
    seen = {
        "vanliga problem": "Påverkade personer och nedskräpning kring Angereds centrum",
        "risk att utsättas": "Rån och hot mot den som väntar på bussen sent",
        "möjligheter": "Stadsdelen och fastighetsägarna vill städa och vara på plats",
    }
    for where, title in seen.items():
        officer.add(f"Lägg till under {where}", {"Kort beskrivning": title})
    point = CASE["situation_picture"]["baseline_numbers"][0]
    officer.add(
        "Lägg till en serie",
        {
            "Vad visar siffrorna?": point["indicator"],
            "Vilken enhet?": "Procent",
            "Siffrorna": f"{point['year'] - 1}; 74\n{point['year']}; {point['value']}",
        },
    )
    for source in CASE["situation_picture"]["sources_used"]:
        officer.add("Lägg till en källa", {"Källa": source})


def hear_the_staff(manager: Visitor) -> None:
    """VAD: the manager's group meets within the frame of the dated picture."""
    manager.open_round(ROUND).step("Medarbetardialog VAD")
    manager.link("Ny medarbetardialog VAD")
    manager.form.fill({"Arbetsgrupp": GROUP, "Gruppchef": "Samira Haddadi, gruppchef"}).save()
    manager.edit(
        "Genomförande",
        {
            "När hölls den?": "2017-02-21",
            "Hur många arbetar i gruppen?": 12,
            "Hur många blev inbjudna?": 12,
            "Hur många var med?": 9,
        },
    )
    manager.add(
        "Lägg till ett resultat",
        {
            "Vad handlar det om?": "Lokal lägesbild",
            "Vad kom gruppen fram till?": "Det börjar redan vid lunch utanför spritbutiken, inte på kvällen.",
        },
    )
    manager.press("Klarmarkera", "Klarmarkerat.")


def approve_the_local_picture(officer: Visitor, chief: Visitor) -> None:
    """What the staff said is taken in; then the chief approves from the page of all that waits."""
    officer.step("Lokal lägesbild").edit(
        "Om lägesbilden",
        {"Så togs VAD-dialogens resultat in": "Tidpunkten flyttades från kväll till lunch och framåt."},
    )
    officer.press("Klarmarkera", "Klarmarkerat.")
    officer.sees_status("Väntar på godkännande")
    chief.page.goto("/")
    chief.link("Att godkänna", ".main-nav")
    chief.press("Godkänn Lokal lägesbild", "Godkänt.")
    chief.sees_status("Klar")


def hold_the_open_meeting(officer: Visitor) -> None:
    """The form stands open where the refusal led: the day is given, then what was said."""
    officer.save(
        {
            "När hölls den?": "2017-03-09",
            "Hur många deltog?": 96,
            "Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?": "Ja",
        }
    )
    officer.sees_heading(OPEN_MEETING)
    officer.add(
        "Lägg till en synpunkt",
        {
            "Synpunkt": "Jag går inte till torget själv, det är skräpigt och folk är påverkade.",
            "När kom den in?": "2017-03-09",
            "Tema": "Narkotika och alkohol",
            "Plats": PLACE,
            "Slag av oro": "Störs av oordning",
            "Vad blev det av synpunkten?": "Blev fokusområde",
        },
    )
    officer.judge({GOOD_MEETING: ("Delvis", "Polisen pratade mest den första halvtimmen.")})
    officer.press("Klarmarkera", "Klarmarkerat.")


def hold_a_small_meeting(coordinator: Visitor) -> None:
    """Those who work in the centre rarely come to open meetings; they are met where they are."""
    coordinator.step("Medborgardialog")
    coordinator.link("Ny medborgardialog")
    coordinator.form.fill({"Vad heter dialogen?": SMALL_MEETING}).save()
    coordinator.edit(
        "Plan",
        {
            "Vem ansvarar?": "Jonas Lindenius, trygghetssamordnare",
            "Varför håller ni dialogen, vad ska den leda till och vad ligger utanför?": "Förstå hur det är "
            "att arbeta i centrum efter mörkrets inbrott. Hyrorna ligger utanför.",
            "Vilka och hur många vill ni nå, och hur når ni dem som sällan kommer?": "Tio butiksanställda, "
            "kvällspasset, på deras egen lunchrast.",
            "Hur mycket kan deltagarna påverka?": "Inflytande: ni är med och formar det vi gör",
            "Vilken form passar målgruppen och frågan?": "Fokusgrupp",
            "Var hålls den?": "Personalrummet i Angereds centrum",
            "Hur tar ni hand om svaren, och hur får deltagarna veta vad det blev?": "Anteckningarna gås igenom "
            "med gruppen veckan efter.",
            "Senast när har deltagarna fått svar?": "2017-04-30",
        },
    )
    coordinator.add("Lägg till en fråga", {"Fråga": "Vad händer i centrum de timmar då du arbetar?"})
    coordinator.judge({GOOD_QUESTIONS: ("Ja", ""), GOOD_MEETING: ("Ja", "")})
    coordinator.press("Öppna och bjud in", "Dialogen är öppnad.")
    coordinator.edit(
        "Genomförande",
        {
            "När hölls den?": "2017-03-22",
            "Hur många deltog?": 10,
            "Fick deltagarna veta vad som händer nu, när, och att det sker med de resurser som finns?": "Ja",
        },
    )
    coordinator.press("Klarmarkera", "Klarmarkerat.")


def tell_what_it_gave(visitor: Visitor, audiences: list[str]) -> None:
    """One feedback serves all who are to hear."""
    visitor.tell(
        {
            "Vilka fick veta?": audiences,
            "När skedde det?": "2017-04-27",
            "Hur?": "Anslag på biblioteket, stadsdelens webb och en arbetsplatsträff",
            "Vad berättade ni?": "Det ni sa om skräp och påverkade personer blev vårt fokusområde.",
        }
    )
