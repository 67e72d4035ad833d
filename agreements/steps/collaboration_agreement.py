"""Samverkansöverenskommelse: the parties put their names to what they will work with together."""

from collections.abc import Iterable

from processes.criteria import is_answer, shown
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Facts,
    Finding,
    Gate,
    How,
    Kind,
    Need,
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
from processes.steps import occasions

SOURCE = f"{METHOD_SUPPORT}, Samverkansöverenskommelse"


def has_its_parts(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Purpose and focus areas can be taken from the round, and it is told how long it holds."""
    work = facts.one("processes.Collaboration")
    if work is not None and not is_answer(work.agreement_purpose):
        anchor = "ramar.agreement_purpose"
        yield Finding(anchor, shown(work.agreement_purpose), step="collaboration", subject=work)
    if not any(row.becomes_promise for row in facts.rows("processes.FocusArea")):
        where = facts.one("processes.JointSituation")
        yield Finding("fokus.becomes_promise", "inget valt", step="joint_situation", subject=where)
    if subject.valid_from is None:
        yield Finding("giltighet.valid_from", shown(None))
    if subject.valid_until is None and not subject.until_further_notice:
        yield Finding("giltighet.valid_until", shown(None))
    elif None not in (subject.valid_from, subject.valid_until) and (subject.valid_until < subject.valid_from):
        yield Finding("giltighet.valid_until", f"{subject.valid_until}, före den börjar gälla")


def mandates(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Each signatory's right to sign is told; the municipality's when it is a party."""
    names = ["police_mandate", *(["municipal_mandate"] if facts.has_municipality else [])]
    for name in names:
        if not is_answer(subject[name]):
            yield Finding(f"mandat.{name}", shown(subject[name]))


def the_rounds_period(facts: Facts, subject: Row) -> dict:
    """As long as the round, unless they say otherwise."""
    until = None if subject.until_further_notice else facts.round.period_end
    return {"valid_from": facts.round.period_start, "valid_until": until}


STEP = Step(
    key="collaboration_agreement",
    waiting_title="Väntar på underskrift",
    slug="samverkansoverenskommelse",
    title="Samverkansöverenskommelse",
    stage=Stage.PROMISE,
    sara=Sara.RESPONSE,
    kind=Kind.RECURRING,
    record="agreements.CollaborationAgreement",
    path="processes",
    shared=True,
    lead="Skriv under på vad ni ska arbeta med tillsammans, och varför.",
    tells=occasions.AGREEMENT,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR),
    approved_by=(Role.LOCAL_POLICE_CHIEF, Role.MUNICIPAL_REPRESENTATIVE),
    gates=(Gate.AGREEMENT,),
    needs=tuple(
        Need(step, gate=Gate.AGREEMENT) for step in ("collaboration", "joint_situation", "problem_analysis")
    ),
    # An agreement in force may be linked instead, and a police-only round has none (OVE-3, 4).
    optional=lambda facts: True,
    title_of=lambda row: row.title or "Överenskommelse utan namn",
    add_label="Ny överenskommelse",
    add_fields=("title", "area"),
    sections=(
        Panel(
            "avtalet",
            "Vad överenskommelsen säger",
            "agreements.agreement_panel.panel",
            "agreements/_agreement.html",
        ),
        Section(
            "giltighet",
            "Giltighet",
            ("title", "area", "valid_from", "until_further_notice", "valid_until"),
            intro="Syftet hämtas från Initiera samverkan, fokusområden, målbild, problem och orsaker "
            "från lägesbilden och analysen. Inget av det skrivs om här.",
            suggest=the_rounds_period,
        ),
        Section("mandat", "Rätt att skriva under", ("police_mandate", "municipal_mandate")),
        Rows(
            "beslut",
            "Senare beslut om fokusområden",
            "agreements.FocusDecision",
            "agreement",
            ("decided_on", "decided_by", "text"),
            ("decided_on", "decided_by"),
            add_label="Lägg till ett beslut",
            intro="När överenskommelsen gäller flera år läggs nya fokusområden till som egna beslut.",
        ),
    ),
    criteria=(
        Criterion(
            "OVE-2",
            Strength.MUST,
            Gate.AGREEMENT,
            "Överenskommelsen har syfte, fokusområden och giltighetstid innan parterna skriver under.",
            SOURCE,
            has_its_parts,
        ),
        Criterion(
            "OVE-6",
            Strength.MUST,
            Gate.AGREEMENT,
            "Det framgår med vilken rätt var och en skriver under.",
            OUR_RULE,
            mandates,
            How.TEXT,
        ),
    ),
)
