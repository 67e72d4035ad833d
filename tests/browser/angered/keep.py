"""Afterwards: what was done is noted and told, followed up, accounted for in public, closed and renewed."""

from playwright.sync_api import Page, expect

from tests.browser.angered.facts import ACTIVITIES, CASE, EFFECT, RESULTS, ROUND
from tests.browser.angered.people import CITY, LANDLORD, PARKS, POLICE
from tests.browser.angered.promise import PROMISE, SIGNED_ON, STEP
from tests.browser.pages import Visitor, press

PERIOD = "Juni 2017–juni 2018"
LAUNCH = "Vad vi lovar, varför, och hur det går att följa"
EVERYONE = ["Medborgare", "Medarbetare", "Samverkanspartner"]
CLEANING = ACTIVITIES["A4"]["what"]
# What the case counted; and what it did not is made up, the cleaning so that it falls short.
LOG = {
    "A1": ("2018-06-29", {"Hur mycket?": RESULTS["A1"]["outcome"], "Arbetade timmar": 1150}, POLICE),
    "A2": ("2018-06-15", {"Hur mycket?": RESULTS["A2"]["outcome"]}, POLICE),
    "A3": ("2017-06-12", {"Hur gick det?": RESULTS["A3"]["published_status"].capitalize()}, CITY),
    "A4": ("2018-06-30", {"Hur mycket?": 268, "Arbetade timmar": 500}, PARKS),
    "A5": ("2018-05-30", {"Hur mycket?": 20}, LANDLORD),
}
WHY_LESS = "Under fyra veckor i juli städade vi varannan dag, eftersom halva arbetslaget hade semester."
TOLD = {
    "2017-09-20": "Sextio kvällar till fots hittills, och städning varje vardag utom i juli.",
    "2018-01-10": "Halvvägs: över hundra kvällar till fots. Klottret tas bort samma dag.",
    "2018-04-25": "Snart ett år. Berätta för oss på biblioteket vad du märker.",
}


def note_what_was_done(coordinator: Visitor, officer: Visitor) -> None:
    """A press by mistake is undone. The year is noted from the parties' own lists, and what was changed."""
    officer.page.goto("/logga/")
    officer.page.get_by_text("Andra aktiviteter").click()
    press(officer.page.get_by_role("button", name=ACTIVITIES["A1"]["what"]))
    officer.sees_heading(f"Inskrivet: {ACTIVITIES['A1']['what']}")
    officer.press("Ångra", "Ångrat. Inget är inskrivet.")
    coordinator.open_round(ROUND).step("Genomförande")
    for key, (day, more, party) in LOG.items():
        answers = {"Aktivitet": ACTIVITIES[key]["what"], "När?": day, "Vem gjorde det?": party}
        coordinator.add("Skriv in något som gjorts", answers | more)
    coordinator.add(
        "Skriv in en ändring",
        {
            "Aktivitet": CLEANING,
            "När ändrades den?": "2017-07-01",
            "Vad ändrades?": "Varannan dag i juli",
            "Varför?": "Semestrar i arbetslaget",
        },
    )


def tell_all_along(officer: Visitor) -> None:
    """Every few months everyone hears how it goes, and the launch is evaluated."""
    for day, text in TOLD.items():
        officer.open_round(ROUND).step("Återkoppling")
        officer.link("Lägg till återkoppling")
        officer.tell(
            {
                "Vilka fick veta?": EVERYONE,
                "När skedde det?": day,
                "Hur?": "Stadsdelens webb, anslag på biblioteket och arbetsplatsträffar",
                "Vad berättade ni?": text,
                "Texten får stå på löftets offentliga sida": "Ja",
            }
        )
    officer.step("Kommunikation").link(LAUNCH)
    officer.save(
        {"Genomfört den": SIGNED_ON, "Hur gick det?": "De flesta i kön till bussen hade sett affischen."}
    )


def follow_up(officer: Visitor, chief: Visitor) -> None:
    """What fell short is explained. The chief sends it back once, since nothing was said of what people noticed."""
    officer.step("Uppföljning")
    officer.link("Ny uppföljning")
    officer.form.fill(
        {
            "Vad heter uppföljningen?": PERIOD,
            "Perioden börjar": CASE["period"]["from"],
            "Perioden slutar": CASE["period"]["to"],
        }
    ).save()
    officer.edit("Period", {"När gjordes uppföljningen?": "2018-08-20"})
    for key, activity in ACTIVITIES.items():
        good = {"Med vilken kvalitet genomfördes den?": "God kvalitet"} if key in LOG else {}
        _open(officer, activity["what"])
        officer.save(
            {"Vilken effekt ser ni?": "Önskad effekt syns", "Vad kan bli bättre?": "Börja i tid."} | good
        )
    officer.sees("Inget behov uppstod", "Delvis")
    officer.edit("Resurserna i ord", {"Vilka resurser gick åt?": "Ungefär den tid som var planerad."})
    officer.add(
        "Lägg till en mätning",
        {
            "Mål": "Minskat problem med otrygghet i offentliga miljöer",
            "Värdet nu": EFFECT["after"]["value"],
            "När mättes det?": "2018-10-15",
            "Källa": "Trygghetsmätningen",
            "Vad mer kan ha påverkat?": "Centrum byggdes om samma år.",
        },
    )
    officer.edit("Vad ledde det till?", {"Hur har problemet påverkats?": "Fler känner sig trygga i centrum."})
    officer.edit(
        "Löftets mål",
        {
            "Blev det tryggare?": "Ja, från 78 till 87 procent.",
            "Blev brotten färre?": "Det går inte att säga.",
        },
    )
    _take_out_for_the_planning_system(officer)
    officer.press("Lämna in för godkännande", "Klarmarkerat.")
    chief.open_round(ROUND).step("Uppföljning", PERIOD)
    chief.page.locator("summary", has_text="Återlämna").click()
    chief.form.fill({"Vad behöver ändras?": "Skriv också vad folk har märkt."})
    chief.press("Återlämna", "Återlämnat.")
    officer.step("Uppföljning", PERIOD)
    officer.sees("Skriv också vad folk har märkt.")
    officer.add(
        "Lägg till en iakttagelse",
        {
            "Vilka har märkt det?": "Boende och andra som vistas där",
            "Vad har de märkt?": "Det är ljusare och renare vid busshållplatsen.",
            "Är det en förbättring?": "Ja",
        },
    )
    officer.press("Lämna in för godkännande", "Klarmarkerat.")
    chief.step("Uppföljning", PERIOD).press("Godkänn och lås", "Godkänt.")
    chief.sees_status("Godkänd och låst")


def _open(officer: Visitor, activity: str) -> None:
    """The follow-up of one activity, from where it stands beside what was promised."""
    press(officer.page.locator(".followed__one", has_text=activity).get_by_role("link"))


def _take_out_for_the_planning_system(officer: Visitor) -> None:
    """Taking it out is noted by itself."""
    with officer.page.expect_download() as got:
        officer.page.get_by_role("button", name="Hämta för planeringssystemet (Excel)").click()
    assert got.value.suggested_filename.endswith(".xlsx")
    officer.page.reload()


def close(officer: Visitor) -> None:
    """What fell short lacks its explanation, and so the promise stays open until it is there."""
    officer.step(STEP, PROMISE)
    assert officer.refusal.codes == {"FAL-2"}, officer.refusal.codes
    officer.refusal.says("FAL-2", "268 mot lovade 280", about=CLEANING)
    officer.refusal.follow("FAL-2", to="Varför blev det inte som ni lovade?", about=CLEANING)
    officer.save({"Varför blev det inte som ni lovade?": WHY_LESS}, reason="Förklaringen fattades.")


def confirm(chief: Visitor) -> None:
    """The follow-up was approved before it said why; the chief says that it is still right."""
    chief.step("Uppföljning", PERIOD).press("Bekräfta att det fortfarande är rätt", "Godkänt.")


def account_in_public(officer: Visitor, communicator: Visitor) -> None:
    """The one who leads says yes to exactly what the communicator then publishes."""
    officer.step(STEP, PROMISE).press("Avsluta löftet", "Löftet är avslutat.")
    officer.link("Publicera läget")
    officer.sees(WHY_LESS, *TOLD.values(), "Semestrar i arbetslaget", "Inget behov uppstod")
    officer.press("Får publiceras", "Läget får publiceras.")
    communicator.page.goto("/")
    communicator.link(f"Publicera läget för ”{PROMISE}”: {officer.name} har sagt ja")
    communicator.form.fill({"Jag har läst texten, och ingen enskild medborgare pekas ut i den.": "Ja"}).save(
        "Publicera läget"
    )


def read_how_it_went(page: Page) -> None:
    """Anyone sees what was promised beside what became of it, and why."""
    page.goto("/loften/")
    press(page.get_by_role("link", name=PROMISE, exact=True))
    main = page.locator("main")
    before, after = (str(EFFECT[key]["value"]) for key in ("before", "after"))
    for words in (WHY_LESS, *TOLD.values(), before, after, "Centrum byggdes om samma år."):
        expect(main).to_contain_text(words)
    for key, state in (("A1", "Hållet"), ("A4", "Delvis"), ("M1", "Inget behov uppstod")):
        expect(page.locator(".pledge", has_text=ACTIVITIES[key]["what"])).to_contain_text(state)


def renew(officer: Visitor) -> None:
    """What should follow comes along, marked, and the new promise begins as a draft."""
    officer.page.goto("/processer/")
    officer.link(ROUND)
    officer.step(STEP, PROMISE)
    officer.link("Förnya löftet")
    officer.form.save("Förnya löftet")
    officer.is_told(f"”{PROMISE}” är förnyat")
    officer.sees("Kryssa i det som fortfarande stämmer", "Lokalpolisområdeschef")
