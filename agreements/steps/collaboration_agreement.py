"""Samverkansöverenskommelse: the parties put their names to what they will work with together."""

from collections.abc import Iterable

from agreements.steps import overarching, signed, suggestions
from processes.criteria import is_answer, shown
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Facts,
    Finding,
    Fold,
    Gate,
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
    """Purpose and focus areas can be taken from the round, and it is told how long it holds; what it stands
    under is in force when it begins (OVE-3)."""
    work = facts.one("processes.Collaboration")
    if work is not None and not is_answer(work.agreement_purpose):
        anchor = "ramar.agreement_purpose"
        yield Finding(anchor, shown(work.agreement_purpose), step="collaboration", subject=work)
    if not any(row.becomes_promise for row in facts.rows("processes.FocusArea")):
        where = facts.one("processes.JointSituation")
        yield Finding("fokus.becomes_promise", "inget valt", step="joint_situation", subject=where)
    if not is_answer(subject.title):
        yield Finding("giltighet.title", shown(subject.title))
    if subject.valid_from is None:
        yield Finding("giltighet.valid_from", shown(None))
    if subject.valid_until is None and not subject.until_further_notice:
        yield Finding("giltighet.valid_until", shown(None))
    elif None not in (subject.valid_from, subject.valid_until) and (subject.valid_until < subject.valid_from):
        yield Finding("giltighet.valid_until", f"{subject.valid_until}, före den börjar gälla")
    if fault := overarching.fault(facts, subject):
        yield Finding("giltighet.under", fault)


def status_of(facts: Facts, agreement: Row) -> str:
    """Where the agreement stands on its way to be signed."""
    return signed.status_of(facts, agreement, bool(agreement.valid_from))


def the_rounds_period(facts: Facts, subject: Row) -> dict:
    """As long as the round, unless they say otherwise."""
    until = None if subject.until_further_notice else facts.round.period_end
    return {"valid_from": facts.round.period_start, "valid_until": until}


STEP = Step(
    key="collaboration_agreement",
    waiting_title="Ute för underskrift",
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
    gates=(),
    status_of=status_of,
    waits_for=signed.waits_for,
    next_of="agreements.agreement.pages.next_act",
    on_list=Panel(
        "galler",
        "Överenskommelser som redan gäller",
        "agreements.agreement.pages.to_use",
        "agreements/_to_use.html",
    ),
    needs=tuple(
        Need(step, gate=Gate.AGREEMENT) for step in ("collaboration", "joint_situation", "problem_analysis")
    ),
    # An agreement in force may be linked instead, and a police-only round has none (OVE-3, 4).
    optional=lambda facts: True,
    title_of=lambda row: row.title or "Överenskommelse utan namn",
    add_label="Ny överenskommelse",
    add_fields=("title", "area"),
    also=signed.signed_under("agreement__processes"),
    sections=(
        Panel(
            "underskrift",
            "Underskrift och dokument",
            "agreements.agreement.pages.signing_panel",
            "agreements/_panel.html",
        ),
        Panel(
            "avtalet",
            "Vad överenskommelsen säger",
            "agreements.agreement.pages.panel",
            "agreements/_agreement.html",
        ),
        Section(
            "giltighet",
            "Giltighet",
            ("title", "area", "valid_from", "until_further_notice", "valid_until", "under"),
            intro="Syftet hämtas från Initiera samverkan, fokusområden, målbild, problem och orsaker "
            "från lägesbilden och analysen. Inget av det skrivs om här.",
            suggest=the_rounds_period,
            folds=(Fold("Övergripande överenskommelse", ("under",), "Bara för er som har en sådan."),),
        ),
        Rows(
            "undertecknare",
            "Undertecknare",
            "agreements.AgreementSignatory",
            "agreement",
            ("party", "user", "title", "mandate"),
            ("party", "user", "title", "mandate"),
            add_label="Lägg till en undertecknare",
            intro="Lokalpolisområdeschefen och varje kommuns representant. Andra parter kan också skriva under.",
            suggest=suggestions.next_agreement_signatory,
        ),
        Rows(
            "beslut",
            "Senare beslut om fokusområden",
            "agreements.FocusDecision",
            "agreement",
            ("decided_on", "decided_by", "text"),
            ("decided_on", "decided_by"),
            add_label="Lägg till ett beslut",
            intro="När överenskommelsen gäller flera år läggs nya fokusområden till som egna beslut. "
            "Skicka sedan en ny version för underskrift: den har besluten som bilaga.",
            suggest=suggestions.focus_decision,
        ),
    ),
    criteria=(
        Criterion(
            "OVE-2",
            Strength.MUST,
            Gate.AGREEMENT,
            "Överenskommelsen har syfte, fokusområden och giltighetstid innan parterna skriver under, och en "
            "övergripande överenskommelse som den hör till gäller.",
            SOURCE,
            has_its_parts,
        ),
        Criterion(
            "OVE-6",
            Strength.MUST,
            Gate.AGREEMENT,
            "Det framgår med vilken rätt var och en skriver under.",
            OUR_RULE,
            signed.named_with_mandate,
        ),
    ),
)
