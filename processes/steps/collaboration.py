"""Initiera samverkan: the parties decide to work together, and on what terms."""

from processes import year
from processes.criteria import all_of, answered, at_least, in_order, is_answer, shown
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Facts,
    Finding,
    Fold,
    Gate,
    How,
    Kind,
    Panel,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
)

from . import occasions

SOURCE = f"{METHOD_SUPPORT}, Initiera samverkan"
STEERING = "processes.SteeringMember"


def each_party(*fields: str, section: str = "parter"):
    """Every party has said something in each field."""

    def find(facts: Facts, subject: Row):
        for party in facts.rows("processes.Party"):
            for name in fields:
                value = party[name if name in party else f"{name}_id"]
                if not is_answer(value):
                    yield Finding(f"{section}.{name}", shown(value), row=party, about=party.name)

    return find


def coordinated(facts: Facts, subject: Row):
    """Every party has a coordinator; that of the police is community officer of the area."""
    yield from each_party("coordinator")(facts, subject)
    for party in facts.rows("processes.Party", kind="police"):
        until = party.officer_until
        if party.coordinator_id and (until is None or (until and until < facts.today.isoformat())):
            current = "den som står där är inte kommunpolis i området"
            yield Finding("parter.coordinator", current, row=party, about=party.name)


def party_decisions(facts: Facts, subject: Row):
    """The police and at least one more part, unless police-only, each with a dated decision."""
    if not facts.rows("processes.Party", kind="police"):
        yield Finding("parter", "polisen är inte med som part")
    yield from each_party("decided_by", "decided_on")(facts, subject)


def steered_together(facts: Facts, subject: Row):
    """There is a group to steer and follow up with, and it is not of one party alone."""
    yield from at_least(2, STEERING, "styrgrupp")(facts, subject)
    members = facts.rows(STEERING)
    sides = {row.party_id for row in members}
    if len(members) > 1 and len(sides) == 1 and None not in sides:
        party = facts.get("processes.Party", sides.pop())
        yield Finding(
            "styrgrupp.party", f"alla är från {party.name}", row=members[-1], about=members[-1].name
        )


def communication_begun(facts: Facts, subject: Row):
    """The communication plan says why, or has a line with something to tell and a date."""
    plan = facts.one("processes.CommunicationPlan")
    lines = facts.rows("processes.CommunicationActivity")
    dated = any(is_answer(row.what) and row.planned_on for row in lines)
    if plan and not dated and not is_answer(plan.purpose):
        yield Finding("syfte.purpose", "inget angivet", step="communication", subject=plan)


def fits_the_calendars(facts: Facts, subject: Row):
    """Each party's budget decision is known, and no party decides or meets too early or too late for the work."""
    if without := [party.name for party in year.without_budget(facts)]:
        yield Finding("kalender", f"inget budgetbeslut angivet för {', '.join(without)}")
    for miss in year.misses(facts):
        current = f"{miss.row.on}, behovet är känt {miss.needs_known}"
        yield Finding("kalender.on", current, row=miss.row, about=miss.party)
    for name in year.without_meeting(facts):
        yield Finding("kalender", f"inget möte hos {name} innan perioden börjar")


def next_budget(facts: Facts, subject: Row) -> dict:
    """The first party whose budget decision is not in the calendar."""
    waiting = year.without_budget(facts)
    return {"party": waiting[0].id, "kind": year.BUDGET} if waiting else {}


STEP = Step(
    key="collaboration",
    slug="initiera-samverkan",
    title="Initiera samverkan",
    stage=Stage.START,
    sara=Sara.NONE,
    kind=Kind.ONCE,
    record="processes.Collaboration",
    path="process",
    lead="Bestäm vilka som är med, vem som håller i arbetet och vad var och en bidrar med.",
    tells=occasions.COLLABORATION,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR),
    sections=(
        Panel(
            "parterna",
            "Vilka som är med",
            "processes.pages.parties.panel",
            "processes/collaboration/_parties.html",
        ),
        Rows(
            "parter",
            "Parter",
            "processes.Party",
            "process",
            (
                "organisation",
                "decided_by",
                "decided_on",
                "coordinator",
                "resources",
                "hours_set_aside",
                "support",
            ),
            ("organisation", "decided_by", "decided_on", "coordinator"),
            add_label="Lägg till en part",
            owner="processes.Process",
            shown_by="parterna",
        ),
        Section(
            "ramar",
            "Ramar",
            ("agreement_purpose", "governing_documents", "anchored"),
            intro="Syftet skriver ni en gång, här. Det blir första delen av samverkansöverenskommelsen.",
        ),
        Panel(
            "forsta-delen",
            "Så börjar överenskommelsen",
            "agreements.agreement.pages.first_part",
            "agreements/_first_part_folded.html",
        ),
        Section("tider", "Rundans egna datum", ("work_starts_on", "needs_known_on"), shown_by="arshjul"),
        Rows(
            "kalender",
            "Parternas kalendrar",
            year.DATE,
            "process",
            ("party", "kind", "on", "what", "step"),
            ("party", "kind", "on", "what"),
            add_label="Lägg till ett datum",
            intro="Det här styr när saker måste vara klara: budget, verksamhetsplan och möten där något beslutas.",
            owner="processes.Process",
            shown_by="arshjul",
            suggest=next_budget,
            folds=(Fold("Vad som ska vara klart till dess", ("step",)),),
        ),
        Panel(
            "arshjul",
            "Årshjul",
            "processes.pages.year.panel",
            "processes/collaboration/_year.html",
        ),
        Rows(
            "styrgrupp",
            "Styrgrupp",
            STEERING,
            "process",
            ("name", "title", "party"),
            ("name", "title", "party"),
            add_label="Lägg till en ledamot",
            owner="processes.Process",
        ),
        Rows(
            "stod",
            "Stödteam",
            "processes.SupportMember",
            "process",
            ("name", "competence"),
            ("name", "competence"),
            add_label="Lägg till en person",
            owner="processes.Process",
        ),
    ),
    criteria=(
        Criterion(
            "SAM-1",
            Strength.MUST,
            Gate.COMPLETE,
            "Varje part har en beslutsfattare som har sagt ja till att samverka, med datum.",
            OUR_RULE,
            party_decisions,
        ),
        Criterion(
            "SAM-2",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Samverkan stämmer med parternas styrdokument och mål.",
            SOURCE,
            answered("ramar.governing_documents"),
            How.TEXT,
        ),
        Criterion(
            "SAM-3",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Tidsramarna går ihop med budget och andra beslut: resursbehovet är känt när varje part beslutar sin "
            "budget, och mötena ligger så att arbetet hinner tas upp.",
            SOURCE,
            all_of(in_order("tider.work_starts_on", "tider.needs_known_on"), fits_the_calendars),
        ),
        Criterion(
            "SAM-4",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Varje part avsätter tid och resurser.",
            SOURCE,
            each_party("resources"),
            How.TEXT,
        ),
        Criterion(
            "SAM-5",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Varje parts organisation stödjer arbetet och har en tydlig roll i genomförandet.",
            SOURCE,
            each_party("support"),
            How.TEXT,
        ),
        Criterion(
            "SAM-6",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Det finns en styrgrupp för gemensam styrning och uppföljning.",
            SOURCE,
            steered_together,
        ),
        Criterion(
            "SAM-7",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Varje part har en samordnare; hos polisen är det kommunpolisen.",
            SOURCE,
            coordinated,
        ),
        Criterion(
            "SAM-8",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Ett stödteam kompletterar kompetensen.",
            SOURCE,
            at_least(1, "processes.SupportMember", "stod"),
        ),
        Criterion(
            "SAM-9",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Planen för den gemensamma kommunikationen är påbörjad.",
            SOURCE,
            communication_begun,
        ),
        Criterion(
            "SAM-11",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Arbetet är förankrat på politisk eller strategisk nivå.",
            SOURCE,
            answered("ramar.anchored"),
            How.TEXT,
        ),
    ),
)
