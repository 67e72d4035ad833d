"""The promise: formulated from what is already said, mended until nothing is missing, and signed."""

from playwright.sync_api import expect

from tests.browser.angered import listen, plan, signing
from tests.browser.angered.facts import ACTIVITIES, FOCUS, PLACE, ROUND
from tests.browser.angered.people import CITY, POLICE
from tests.browser.pages import Visitor

PROMISE = "Ett tryggare Angereds centrum"
STEP = "Medborgarlöfte"
LAUNCH = "När löftet ges"
SIGNED_ON = "2017-06-08"


def formulate(officer: Visitor) -> None:
    """Only what no other step has said is written; the rest follows along."""
    officer.open_round(ROUND).step(STEP)
    officer.link("Formulera ett löfte")
    officer.form.fill({"Vad ska löftet heta?": PROMISE}).save()
    officer.sees_heading(PROMISE)
    officer.add("Lägg till ett fokusområde", {"Fokusområde": FOCUS["name"]})
    officer.edit(
        "Löftets egna ord",
        {
            "Inledning och syfte": "Polisen och stadsdelsförvaltningen lovar er som bor, arbetar och rör er "
            "här att öka tryggheten i offentliga miljöer, särskilt i Angereds centrum.",
            "Så ser det ut i dag": "78 procent känner sig trygga i Angereds centrum. Nedskräpning och "
            "påverkade personer gör att många tar en annan väg.",
            "Så kan medborgarna följa arbetet och resultatet": "Läs på stadsdelens webb eller fråga "
            "kommunpolisen på 114 14. Vi berättar i december och när perioden är slut.",
            "Hur är medborgarna med?": "Dialogen avgjorde vad vi fokuserar på, och vi möts igen när vi följer upp.",
        },
    )
    officer.edit("Vilka mål tjänar löftet?", {"Ökar det tryggheten?": "Ja", "Förebygger det brott?": "Ja"})
    officer.edit(
        "Grunder", {"Vilket område gäller det?": PLACE, "Vilken överenskommelse utgår löftet från?": ROUND}
    )
    signing.name_signatories(officer, {POLICE: "Polisens arbetsordning", CITY: ""})


def mend_what_is_missing(officer: Visitor, manager: Visitor) -> None:
    """What was forgotten along the way, each mended where its refusal leads, until nothing is left."""
    assert officer.refusal.codes == {
        "KOM-1", "KOM-3", "KOM-9", "LOF-9", "DIA-11", "MED-5", "MED-9", "FAL-5", "OVE-6"
    }  # fmt: skip
    expect(officer.page.get_by_role("link", name="Skicka för underskrift")).to_have_count(0)

    officer.refusal.says(
        "OVE-6", "Varje undertecknare är namngiven", f"{CITY}: Med vilken rätt: inget angivet"
    )
    officer.refusal.follow("OVE-6", to="Med vilken rätt?")
    officer.save({"Med vilken rätt?": "Stadsdelsnämndens delegationsordning, punkt 3"})

    _back(officer).refusal.says("FAL-5", "saknar utgångsvärde")
    officer.refusal.follow("FAL-5", to="Utgångsvärde")
    plan.give_the_goal_a_baseline(officer)

    for _ in ("the open meeting", "the small one"):
        _back(officer).refusal.says("DIA-11", "medborgare eller medarbetare eller samverkanspartner")
        officer.refusal.follow("DIA-11", to="Vilka fick veta?")
        listen.tell_what_it_gave(officer, listen.EVERYONE)
    for dialog, code in (("Medarbetardialog VAD", "MED-5"), ("Medarbetardialog HUR", "MED-9")):
        manager.open_round(ROUND)
        manager.sees("Din tur", f"Rätta det som fattas: {dialog}", within=".next")
        manager.refusal.follow(code, to="Vilka fick veta?")
        listen.tell_what_it_gave(manager, ["Medarbetare"])
        manager.sees(dialog, "Till medarbetare")
    _plan_the_communication(officer)
    _back(officer).refusal.says("PRO-3", "underlaget har ändrats sedan dess", "Lokalpolisområdeschef")
    assert officer.refusal.codes == {"PRO-3"}


def confirm_the_plan(chief: Visitor) -> None:
    """The plan was approved before its goal had a baseline; the chief says that it is still right."""
    chief.open_round(ROUND)
    chief.refusal.follow("PRO-3", to="Bekräfta att det fortfarande är rätt")
    chief.press("Bekräfta att det fortfarande är rätt", "Godkänt.")


def _plan_the_communication(officer: Visitor) -> None:
    _back(officer).refusal.follow("KOM-1", to="Vad är ert viktigaste budskap?")
    officer.save(
        {
            "Vad är ert viktigaste budskap?": "Fler vuxna, renare och ljusare i centrum – hela dagen.",
            "Hur är medarbetare, medborgare, kommun och andra lokala aktörer med i kommunikationen?": "Alla "
            "parter berättar samma sak samma dag, medarbetarna först.",
            "Följer planen kommunikationspolicyn?": "Ja",
        }
    )
    _back(officer).refusal.follow("KOM-3", to="Vilka vill ni nå?")
    officer.save(
        {
            "Vilka vill ni nå?": "De som handlar i centrum",
            "Hur långt vill ni nå?": "Förstå: de vet vad det betyder för dem",
        }
    )
    _back(officer).refusal.says("LOF-9", "lanseringen", "inget datum")
    officer.refusal.follow("LOF-9", to="Planerat datum")
    officer.save({"Planerat datum": SIGNED_ON})


def _back(officer: Visitor) -> Visitor:
    return officer.step(STEP, PROMISE)


def send(officer: Visitor) -> None:
    """Looked through once more, then sent."""
    assert _back(officer).refusal.codes == set()
    officer.link("Förhandsvisa löftet")
    officer.sees("Minst 100 tillfällen", "Minst 5 dagar per vecka", "Inom 24 timmar", "Inget mål i tal")
    officer.page.go_back()
    signing.send(officer, "Löftet är skickat för underskrift.")
    officer.sees_status("Ute för underskrift")


def sign(signer: Visitor, *, last: bool) -> None:
    """Read the whole promise, and put one's name to it."""
    told = [activity["what"] for activity in ACTIVITIES.values()]
    signing.sign(signer, PROMISE, *told, "Avvikelser som du godkänner", "Inga.", last=last)
