"""What will be done by whom, and towards what: HUR, the agreement and the plan of activities."""

from playwright.sync_api import expect

from tests.browser.angered import signing
from tests.browser.angered.facts import ACTIVITIES, CASE, FOCUS, PLACE, ROUND, SAFE_IN_2017
from tests.browser.angered.listen import GROUP
from tests.browser.angered.people import CITY, LANDLORD, PARKS, POLICE
from tests.browser.angered.understand import CAUSE
from tests.browser.pages import Answer, Visitor

PLAN = "Aktivitetsplanering"
WAS_PREPARED = "Gruppen fick styrdokumenten och lägesbilden, med det medborgarna sagt, i god tid."
WHICH_PROBLEM = "Vilket problem i den gemensamma lägesbilden hör den till?"
REASONABLE = "Är aktiviteten rimlig att genomföra med den tid och de människor som finns?"
YES = "Ja, vi tar på oss det ikryssade"
WHO = {
    "Polisen": (POLICE, 1200),
    "Stadsdelsförvaltningen Angered": (CITY, 600),
    "Fastighetsförvaltare": (LANDLORD, 520),
    "Park- och naturförvaltningen": (PARKS, 400),
}
# How the case's targets are measured, in the words of the form.
MEASURES = {
    (">=", "tillfällen"): {"Hur mäts det?": "Minst så många", "Enhet": "tillfällen"},
    (">=", "dagar/vecka"): {"Hur mäts det?": "Så många per vecka", "Enhet": "dagar"},
    ("<=", "timmar"): {"Hur mäts det?": "Högst så många timmar"},
    ("vid behov", ""): {"Hur mäts det?": "Vid behov"},
}
# What the case doesn't tell: a technique, and how much effect for how much work.
WEIGHED = {
    "A1": {"Teknik": "Stärk den formella bevakningen", "Hur stor effekt väntar ni er?": "Mycket"},
    "A5": {"Teknik": "Motverka efterhärmning", "Hur mycket arbete krävs?": "Lite"},
}
SIDES = {"A1": "Plats", "M1": "Plats", "A2": "Gärningsperson", "A3": "Övervakare av gärningspersonen"}


def plan_the_work_with_the_staff(manager: Visitor) -> None:
    """HUR: the same group, now about how; the checklist is ticked by the one who led it."""
    manager.step("Medarbetardialog HUR")
    manager.link("Ny medarbetardialog HUR")
    manager.form.fill({"Arbetsgrupp": GROUP, "Gruppchef": "Samira Haddadi, gruppchef"}).save()
    manager.edit("Genomförande", {"När hölls den?": "2017-04-25", "Hur många var med?": 8})
    manager.add(
        "Lägg till ett resultat",
        {
            "Vad handlar det om?": "Sätt att arbeta",
            "Vad kom gruppen fram till?": "Två till fots, kort och ofta, och alltid förbi busshållplatsen.",
        },
    )
    refusal = manager.tries_to("Klarmarkera")
    assert refusal.codes == {"MED-6"}
    refusal.follow("MED-6", to=f"Bocka av {WAS_PREPARED}")
    manager.press(f"Bocka av {WAS_PREPARED}", "Checklistan är uppdaterad.")
    manager.press("Klarmarkera", "Klarmarkerat.")


def sign_the_agreement(coordinator: Visitor, chief: Visitor, representative: Visitor) -> None:
    """The agreement that the promise starts from, signed by both heads."""
    coordinator.step("Samverkansöverenskommelse")
    coordinator.link("Ny överenskommelse")
    coordinator.form.fill({"Vad heter överenskommelsen?": ROUND}).save()
    coordinator.edit("Giltighet", {"Gäller från": "2017-05-01", "Gäller den tills vidare?": "Ja"})
    signing.name_signatories(
        coordinator,
        {
            POLICE: "Arbetsordningen för Polisområde Storgöteborg",
            CITY: "Stadsdelsnämndens delegationsordning",
        },
    )
    signing.send(coordinator, "Överenskommelsen är skickad för underskrift.")
    signing.sign(chief, ROUND, FOCUS["name"], last=False)
    signing.sign(representative, ROUND, FOCUS["name"], last=True)
    coordinator.step("Samverkansöverenskommelse", ROUND)
    coordinator.sees("Gäller tills vidare.")


def plan_the_activities(coordinator: Visitor) -> None:
    """The activities as published and one more, the parties that do them, and the effect goal."""
    coordinator.step(PLAN)
    for key, activity in ACTIVITIES.items():
        coordinator.add("Lägg till en aktivitet", _activity(key, activity))
    for activity in ACTIVITIES.values():
        link = f"Ingen ansvarig ännu för {activity['what']}"
        for responsible in activity["responsible"]:
            party, hours = WHO[responsible]
            coordinator.add(link, {"Ansvarig part": party, "Timmar som behövs": hours})
            link = f"Lägg till en ansvarig för {activity['what']}"
            coordinator.page.get_by_text(f"Grund, teknik och mer: {activity['what']}").click()
    goal = CASE["effect_goals"][0]
    coordinator.add(
        "Lägg till ett mål",
        {
            "Mål": "Minskat problem med otrygghet i offentliga miljöer",
            "Vilken orsak ska minska?": CAUSE,
            "Indikator": f"{goal['indicator']} ({goal['baseline']['unit']})",
            "Mål i verksamhetsplanen": "Öka tryggheten i offentlig miljö",
        },
    )
    coordinator.edit(
        "Gemensamt för planen",
        {
            "Vilken verksamhetsplan utgår målen från?": "Verksamhetsplan 2017, Polisregion Väst",
            "Vem följer upp?": "Kommunpolisen och trygghetssamordnaren",
            "Hur följer ni upp?": ", ".join(CASE["follow_up_plan"]["methods"]),
        },
    )
    coordinator.judge({f"{a['what']}: {REASONABLE}": ("Ja", "") for a in ACTIVITIES.values()})
    coordinator.press("Klarmarkera", "Klarmarkerat.")


def _activity(key: str, activity: dict) -> dict[str, Answer]:
    target, horizon = activity["target"], activity.get("effect_horizon")
    answers: dict[str, Answer] = {
        "Vad ska ni göra?": activity["what"],
        "Fokusområde": FOCUS["name"],
        "Vad bygger valet på?": "Egen dokumenterad erfarenhet",
        "Hänvisning": "De två tidigare löftena i Angered",
        "Vilken effekt väntar ni er?": "Omedelbar effekt",
        "Var?": PLACE,
    }
    answers |= WEIGHED.get(key, {})
    if key in SIDES:
        answers["Sida i problemanalystriangeln"] = SIDES[key]
    else:
        answers["Vilken orsak riktar den sig mot?"] = CAUSE
    if horizon == "långsiktig":
        answers |= {"Vilken effekt väntar ni er?": "Långsiktig effekt", "Ordning": 2}
    if target and target["value"]:
        return answers | MEASURES[target["op"], target["unit"]] | {"Mål": target["value"]}
    return answers | {
        **(MEASURES[target["op"], target["unit"]] if target else {"Hur mäts det?": "Inget mål i tal"}),
        "Vad räknas?": activity["measure"],
        "Varför finns inget tal?": "Behovet avgör, och vi redovisar vad som blev gjort.",
    }


def follow_the_red_thread(officer: Visitor) -> None:
    """No view speaks for the focus area: the officer is led to one that does, and ties it to the problem."""
    silent = "Ingen synpunkt talar för fokusområdet"
    officer.open_round(ROUND).link("Röda tråden")
    officer.sees_heading("Röda tråden")
    officer.page.get_by_text("Visa alla slags lösa trådar").click()
    officer.link(FOCUS["name"], f".loose-end:has-text('{silent}')")
    expect(officer.page.get_by_label(WHICH_PROBLEM)).to_be_focused()
    officer.save({WHICH_PROBLEM: FOCUS["problem"]})
    officer.open_round(ROUND).link("Röda tråden")
    expect(officer.page.locator(".loose")).not_to_contain_text(silent)
    officer.sees(f"{FOCUS['problem']} 1 synpunkt", within="#lista")


def each_says_yes_to_its_own(chief: Visitor, partners: dict[str, Visitor]) -> None:
    """The chief can't approve what the others have not taken on; each is led to its own button."""
    refusal = chief.step(PLAN).tries_to("Godkänn")
    assert refusal.codes == {"AKT-1"}
    shares = {WHO[name][0]: [a for a in ACTIVITIES.values() if name in a["responsible"]] for name in WHO}
    for party, visitor in partners.items():
        visitor.open_round(ROUND).step(PLAN)
        visitor.refusal.says("AKT-1", f"{party} har inte sagt ja", about=party)
        visitor.refusal.follow("AKT-1", to=YES, about=party)
        for activity in shares[party]:
            visitor.sees(activity["what"])
        visitor.press(YES, "Svaret är noterat.")
    chief.step(PLAN).press("Godkänn", "Godkänt.")
    chief.sees_status("Klar")


def give_the_goal_a_baseline(officer: Visitor) -> None:
    """The refusal has led to the goal's first missing figure; now the effect can be seen."""
    officer.save(
        {"Utgångsvärde": SAFE_IN_2017, "Utgångsvärdet gäller den": "2017-01-15"},
        reason="Utgångsvärdet ur stadens trygghetsmätning.",
    )
