"""The round before, planned and promised: four activities, and a promise signed with a pen."""

from __future__ import annotations

from datetime import date
from typing import Any

from agreements import signing
from agreements.models import DocumentVersion
from agreements.verifying import addresses
from agreements.ways import PAPER, paper
from processes.method import Gate

from .. import public
from ..clock import Tale
from ..hands import Story
from ..people import MUNICIPALITY, POLICE

DOES: tuple[tuple[str, dict[str, Any], int, tuple[str, ...]], ...] = (
    # Whose, the activity, hours; then quality, effect, what to do better and why less was done.
    (
        POLICE,
        {
            "what": "Gå till fots på busstationen fredag och lördag kväll",
            "target_kind": "per_week",
            "target_value": 2,
            "target_unit": "pass",
            "what_counts": "Två poliser till fots i minst en timme",
        },
        210,
        ("good", "wanted", "Stå vid kurerna, inte vid rondellen: det sa förarna redan från början.", ""),
    ),
    (
        MUNICIPALITY,
        {
            "what": "Ha fältgruppen på busstationen på fredagar till sista bussen",
            "target_kind": "at_least",
            "target_value": 40,
            "target_unit": "kvällar",
        },
        160,
        (
            "good",
            "early",
            "Räkna med sjukdom när antalet bestäms.",
            "Fältgruppen var en person kort de sista månaderna. Vi höll hellre 31 kvällar med två än 40 med en.",
        ),
    ),
    (
        MUNICIPALITY,
        {"what": "Byta lamporna i väntkurerna", "target_kind": "yes_no"},
        20,
        ("good", "wanted", "Ta hela norra sidan på en gång: nu blev det mörkare bredvid.", ""),
    ),
    (
        POLICE,
        {
            "what": "Följa den som inte vill gå ensam till sista bussen, när någon ber om det",
            "target_kind": "on_demand",
            "no_number_reason": "Beror på om någon ber om det",
        },
        10,
        ("", "none", "Berätta om det i bussarna. Ingen visste att man fick fråga.", ""),
    ),
)
PROMISE = {
    "title": "Lugnare väntan på bussen",
    "place": "Ekhamra busstation",
    "introduction": "Det här lovar polisen och kommunen er som väntar på bussen i Ekhamra på kvällen.",
    "picture": "Hälften av dem vi frågade känner sig otrygga på busstationen när det är mörkt. Ni har sagt att det "
    "saknas ljus i kurerna och någon vuxen efter sista tåget.",
    "follow": "På kommunens webbplats varje kvartal, och på en lapp i väntsalen.",
    "involvement": "Bussförarna säger till fältgruppen varje fredag vad de har sett.",
    "serves_safety": True,
}


def plan(s: Story) -> None:
    s.activities = []
    for name, fields, hours, _ in DOES:
        planner = s.officer if name == POLICE else s.coordinator
        cause = s.causes["dark" if fields["target_kind"] == "yes_no" else "adults"]
        activity = planner.add(
            "processes.Activity",
            **fields,
            cause=cause,
            ground="experience",
            ground_reference="Kvällarna på torget året innan",
            horizon="immediate",
            place="Ekhamra busstation",
        )
        share = planner.add("processes.ActivityParty", activity=activity, party=s.parties[name], hours=hours)
        if name == MUNICIPALITY:
            s.representative.accept(share)
        s.activities.append(activity)
    s.goal = s.officer.add(
        "processes.Goal",
        cause=s.causes["adults"],
        text="Färre känner sig otrygga på busstationen när det är mörkt",
        indicator="Andel otrygga vid fråga på plats",
        unit="procent",
        baseline_value=54,
        baseline_on=s.before(88),
        target_value=40,
        comparison_area="Norrhamra torg",
        comparison_value=45,
        plan_goal="Ökad trygghet i offentlig miljö",
    )
    s.officer.edit(s.activities[2], goal=s.goal)
    whole = s.officer.edit(
        s.officer.record("processes.ActivityPlan"),
        plan_edition=f"Verksamhetsplan {s.begins.year}",
        follow_up_by="Kommunpolisen och trygghetssamordnaren",
        follow_up_how="Loggen varje kvartal; samma fråga på busstationen före och efter",
    )
    s.officer.judge(whole, "MED-8:approve", rows=s.activities)
    s.officer.decide("activity_plan", whole)
    s.chief.decide("activity_plan", whole, Gate.APPROVE)


def promise(s: Story) -> Tale:
    """Signed with a pen by both, brought in, registered and published."""
    yield s.before(40)
    s.promise = s.officer.create("citizen_promise", **PROMISE)
    s.officer.add("agreements.PromiseFocus", s.promise, focus_area=s.focus["station"])
    for name, who, title, mandate in (
        (POLICE, "chief", "Lokalpolisområdeschef", "Delegationsordning, lokalpolisområde"),
        (MUNICIPALITY, "representative", "Kommunstyrelsens ordförande", "Kommunstyrelsen § 22"),
    ):
        s.officer.add(
            "agreements.Signatory",
            s.promise,
            party=s.parties[name],
            user=s.people[who],
            title=title,
            mandate=mandate,
        )
    s.officer.deviate(
        "citizen_promise",
        s.promise,
        "OVE-4:sign",
        "Löftet är litet och gäller en plats. En överenskommelse för hela Ekhamra tas fram till nästa runda.",
    )
    yield s.before(32)
    version = signing.send(by=s.people["officer"], round_=s.round, promise_id=s.promise.pk, way=PAPER.key)
    yield s.before(24)
    _bring_paper(s, version, s.before(26))
    public.register(s.place, version, f"Medborgarlöfte: {s.promise.title}", (POLICE, MUNICIPALITY))
    yield s.before(7)
    public.publish(s.place, version)
    yield s.after(10)
    s.communicator.edit(
        s.launch, done_on=s.begins, evaluation="Åtta av tio vi frågade på busstationen hade sett lappen."
    )


def _bring_paper(s: Story, version: DocumentVersion, signed_on: date) -> None:
    print_ = addresses.short(version.content_hash)
    papers = {row["party_id"]: paper.Signature(signed_on, print_) for row in version.signatories}
    kept_at = f"Kommunarkivet i Ekhamra, pärm 14, {s.begins.year}"
    officer = s.people["officer"]
    signed = paper.as_signed(papers, kept_at, officer.name)
    signing.receive(
        by=officer,
        round_=s.round,
        version_id=version.pk,
        signed=signed,
        pdf=paper.transcript(version, signed),
        prov=True,
    )
