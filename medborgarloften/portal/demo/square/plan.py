"""Stortorget, planning: HUR with the staff, activities against the causes, goals with a baseline."""

from datetime import timedelta

from processes.method import Gate
from processes.models import Term

from ..hands import Story, ahead, word
from ..people import HOUSING, MUNICIPALITY, POLICE

OWN = "Två år i Ekhamra"
# Each: whose part it is with hours, and the activity as the form has it. "late" begins with promise two.
TORGET = [
    (
        {POLICE: 320},
        {
            "what": "Patrullera till fots torsdag–lördag kväll",
            "technique": "formal_surveillance",
            "type": "Patrullering och närvaro",
            "expected_effect": 3,
            "effort": 3,
            "society": "Kan flytta försäljningen till parken; följs i loggen",
            "place": "Stortorget och busstationen",
            "cause": "adults",
            "ground": "research",
            "ground_reference": "Studier av fotpatruller på utpekade platser",
            "horizon": "immediate",
            "target_kind": "per_week",
            "target_value": 3,
            "target_unit": "pass",
            "what_counts": "Minst två poliser till fots i minst en timme",
        },
    ),
    (
        {MUNICIPALITY: 260},
        {
            "what": "Hålla fritidsgården Kuben öppen till klockan 23 på fredagar",
            "technique": "deflect_offenders",
            "expected_effect": 2,
            "effort": 2,
            "involves_citizens": True,
            "place": "Fritidsgården Kuben",
            "cause": "closing",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "at_least",
            "target_value": 40,
            "target_unit": "fredagar",
            "what_counts": "Öppet till 23 med minst två ledare, varav en ute på torget",
        },
    ),
    (
        {HOUSING: 80},
        {
            "what": "Byta belysning och röja sikt",
            "technique": "natural_surveillance",
            "type": "Belysning, siktröjning, städning",
            "expected_effect": 3,
            "effort": 1,
            "place": "Busstationens norra sida",
            "cause": "light",
            "ground": "research",
            "ground_reference": "Brå om belysning och brott",
            "horizon": "immediate",
            "target_kind": "yes_no",
        },
    ),
    (
        {HOUSING: 60},
        {
            "what": "Laga trasiga lampor och ta bort klotter",
            "technique": "discourage_imitation",
            "type": "Belysning, siktröjning, städning",
            "expected_effect": 2,
            "effort": 1,
            "place": "Stortorget",
            "cause": "care",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "at_most_hours",
            "target_value": 48,
            "what_counts": "Timmar från anmälan till åtgärd",
        },
    ),
    (
        {MUNICIPALITY: 40, POLICE: 24, HOUSING: 16},
        {
            "what": "Gå trygghetsvandring med boende, handlare och ungdomsråd",
            "technique": "extend_guardianship",
            "type": "Trygghetsvandring",
            "expected_effect": 2,
            "effort": 1,
            "involves_citizens": True,
            "place": "Från Stortorget till Linvägen",
            "cause": "nowhere",
            "ground": "evaluated",
            "ground_reference": "Brå: Trygghetsvandring, vägledning",
            "horizon": "long_term",
            "position": 2,
            "target_kind": "exactly",
            "target_value": 4,
            "target_unit": "vandringar",
        },
    ),
]
AGATAN = [
    (
        {POLICE: 120},
        {
            "what": "Kontrollera mopeder och A-traktorer vid skoltid och på kvällar",
            "technique": "control_tools",
            "type": "Trafikkontroll",
            "expected_effect": 2,
            "effort": 2,
            "cause": "rules",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "per_month",
            "target_value": 2,
            "target_unit": "kontroller",
        },
    ),
    (
        {MUNICIPALITY: 90},
        {
            "what": "Sätta upp hinder vid gångbron och förskolorna",
            "technique": "control_access",
            "expected_effect": 3,
            "effort": 1,
            "society": "Den som har rullstol ska komma fram; provas först",
            "cause": "open",
            "ground": "evaluated",
            "ground_reference": "Situationell prevention: försvåra genomfart",
            "horizon": "immediate",
            "target_kind": "exactly",
            "target_value": 3,
            "target_unit": "hinder",
        },
    ),
    (
        {POLICE: 40},
        {
            "what": "Samtala med föräldrar till unga som stoppas mer än en gång",
            "technique": "neutralise_peers",
            "type": "Uppsökande samtal",
            "expected_effect": 1,
            "effort": 1,
            "cause": "rules",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "on_demand",
            "no_number_reason": "Beror på hur många som stoppas igen",
        },
    ),
    (
        {POLICE: 30},
        {
            "what": "Ringa upp den som anmält buskörning och berätta hur det gick",
            "type": "Information och utskick",
            "expected_effect": 1,
            "effort": 0,
            "involves_citizens": True,
            "cause": "silence",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "hours",
            "target_value": 24,
            "what_counts": "Arbetade timmar med uppringning",
        },
    ),
]
# Last, those whose time is out when the first four months have passed; the days are counted from its beginning.
EARLY = [
    (
        {MUNICIPALITY: 30},
        (0, 112),
        {
            "what": "Hålla kvällscafé på biblioteket",
            "technique": "extend_guardianship",
            "expected_effect": 1,
            "effort": 1,
            "involves_citizens": True,
            "place": "Ekhamra bibliotek",
            "cause": "adults",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "at_least",
            "target_value": 6,
            "target_unit": "kvällar",
            "what_counts": "Öppet 18–21 med minst en vuxen från kommunen",
        },
    ),
    (
        {HOUSING: 20},
        (30, 112),
        {
            "what": "Måla om trappan tillsammans med ungdomsrådet",
            "technique": "discourage_imitation",
            "expected_effect": 1,
            "effort": 1,
            "involves_citizens": True,
            "place": "Trappan vid biblioteket",
            "cause": "care",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "yes_no",
        },
    ),
    (
        {POLICE: 20},
        (0, 112),
        {
            "what": "Stå vid skolbussen när skolan har fått in hot",
            "technique": "formal_surveillance",
            "expected_effect": 1,
            "effort": 0,
            "place": "Busstationen",
            "cause": "adults",
            "ground": "experience",
            "ground_reference": OWN,
            "horizon": "immediate",
            "target_kind": "on_demand",
            "no_number_reason": "Bara när skolan har anmält hot",
        },
    ),
]
GOALS = [
    (
        "adults",
        {
            "text": "Minska andelen som känner sig otrygga på Stortorget efter mörkrets inbrott",
            "indicator": "Andel otrygga vid torgmätning",
            "unit": "procent",
            "comparison_area": "Norrhamra torg",
            "comparison_value": 44,
            "baseline_value": 47,
            "target_value": 35,
            "plan_goal": "Ökad trygghet i offentlig miljö",
        },
    ),
    (
        "closing",
        {
            "text": "Minska rånen mot unga vid busstationen",
            "indicator": "Anmälda rån",
            "unit": "per år",
            "baseline_value": 23,
            "target_value": 12,
            "plan_goal": "Färre unga utsätts för brott",
        },
    ),
    (
        "open",
        {
            "text": "Minska buskörningen längs Ågatan",
            "indicator": "Samtal om buskörning",
            "unit": "per år",
            "baseline_value": 64,
            "target_value": 30,
            "plan_goal": "Färre skadas i trafiken",
        },
    ),
]


def plan(s: Story) -> None:
    """Twelve activities with owners who have said yes, three goals, and the chief's approval."""
    s.late = ahead(30)
    first = s.begins + timedelta(days=60)  # the lamps are to be up before the evenings grow dark
    s.activities = [
        _activity(s, parts, fields, period_end=first if fields["target_kind"] == "yes_no" else None)
        for parts, fields in TORGET
    ]
    s.activities += [_activity(s, parts, fields, period_start=s.late) for parts, fields in AGATAN]
    s.activities += [
        _activity(s, parts, fields, period_start=s.after(begin), period_end=s.after(end))
        for parts, (begin, end), fields in EARLY
    ]
    s.goals = [
        s.officer.add("processes.Goal", cause=s.causes[cause], baseline_on=s.before(100), **fields)
        for cause, fields in GOALS
    ]
    # The others serve the goal of their own cause; the walk and the calls are tied to none.
    for activity, goal in ((2, 0), (3, 0), (5, 2), (6, 2)):
        s.officer.edit(s.activities[activity], goal=s.goals[goal])
    whole = s.officer.edit(
        s.officer.record("processes.ActivityPlan"),
        plan_edition=f"Verksamhetsplan {s.begins.year}",
        follow_up_by="Kommunpolisen och kommunens trygghetssamordnare",
        follow_up_how="Loggen mot nivåerna varje månad; torgmätning efter halva perioden och vid slutet",
        note="Ljuset först: patrullerna syns inte i mörkret.",
        decided_by_body="kommunstyrelsen",
        decided_on=s.before(60),
    )
    s.officer.judge(whole, "MED-8:approve", rows=s.activities)
    s.officer.decide("activity_plan", whole)
    s.chief.decide("activity_plan", whole, Gate.APPROVE)


def _activity(s: Story, parts: dict[str, int], fields: dict, **more):
    planner = {POLICE: s.officer, MUNICIPALITY: s.coordinator, HOUSING: s.partner}[next(iter(parts))]
    linked = {"cause": s.causes[fields["cause"]]}
    if "type" in fields:
        linked["type"] = word(Term.List.ACTIVITY_TYPE, fields["type"])
    activity = planner.add("processes.Activity", **{**fields, **linked}, **more)
    answers = {MUNICIPALITY: s.representative, HOUSING: s.partner_representative}
    for name, hours in parts.items():
        share = planner.add("processes.ActivityParty", activity=activity, party=s.parties[name], hours=hours)
        if name in answers:
            answers[name].accept(share)
    return activity
