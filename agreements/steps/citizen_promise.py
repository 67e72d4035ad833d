"""Medborgarlöftet: formulated from the steps, signed by each alone, sealed, registered, published."""

from datetime import date, timedelta

from agreements.content import GOALS, focus_of, period_of
from agreements.steps import promise_hints, signed, suggestions
from processes.criteria import answered, shown
from processes.method import (
    METHOD_SUPPORT,
    OUR_RULE,
    Criterion,
    Doc,
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
    Source,
    Stage,
    Step,
    Strength,
)
from processes.steps import occasions

PROMISES = f"{METHOD_SUPPORT}, Medborgarlöften"
HALF_A_YEAR = timedelta(days=183)
LEADERS = (Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR)
REGISTRARS = (Role.REGISTRAR, Role.COMMUNICATOR, *LEADERS)


def status_of(facts: Facts, promise: Row) -> str:
    """Where the promise stands on its way to be signed."""
    return signed.status_of(facts, promise, bool(promise.introduction or promise.picture))


def has_predecessor(facts: Facts, promise: Row) -> bool:
    """Whether the promise renews another one."""
    return promise.predecessor_id is not None


def both_staff_dialogs(facts: Facts, promise: Row):
    """VAD and HUR have both been held (MED-1)."""
    for label, step in (
        ("dialogs.WhatDialog", "staff_dialog_what"),
        ("dialogs.HowDialog", "staff_dialog_how"),
    ):
        if not any(d.held_on for d in facts.rows(label)):
            yield Finding("decision", "ingen är genomförd", step=step)


def five_parts(facts: Facts, promise: Row):
    """The parts of LOF-1 that no other step says, and that the others say something."""
    yield from answered("texter.introduction", "texter.picture", "texter.follow")(facts, promise)
    if not focus_of(facts, promise):
        yield Finding("fokus", "inget fokusområde valt")


def rests_on_the_work(facts: Facts, promise: Row):
    """Each focus area is analysed and has activities and an effect goal (LOF-2)."""
    for area in facts.rows("processes.FocusArea"):
        if not facts.rows("processes.ProblemAnalysis", focus_area_id=area.id):
            yield Finding("decision", f"{area.title}: ingen problemanalys", step="problem_analysis")
        if not facts.rows("processes.Activity", focus_area_id=area.id):
            plan = facts.one("processes.ActivityPlan")
            yield Finding(
                "aktiviteter", f"{area.title}: inga aktiviteter", step="activity_plan", subject=plan
            )
        if not facts.rows("processes.Goal", focus_area_id=area.id, kind="effect"):
            plan = facts.one("processes.ActivityPlan")
            yield Finding("mal", f"{area.title}: inget effektmål", step="activity_plan", subject=plan)


def concrete_in_time(facts: Facts, promise: Row):
    """Each activity says how much and lies within the promise's period (LOF-3)."""
    start, end = period_of(facts, promise)
    plan = facts.one("processes.ActivityPlan")
    for name, value in (("period_start", start), ("period_end", end)):
        if value is None:
            yield Finding(f"grunder.{name}", shown(None))
    for row in facts.rows("processes.Activity"):
        found = {"step": "activity_plan", "subject": plan, "row": row, "about": row.what}
        if not row.target_kind:
            yield Finding("aktiviteter.target_kind", shown(None), **found)
        first, last = row.period_start or start, row.period_end or end
        if start and first and first < start:
            yield Finding("aktiviteter.period_start", f"{first}, före löftets start", **found)
        if end and last and last > end:
            yield Finding("aktiviteter.period_end", f"{last}, efter löftets slut", **found)


def _lines(facts: Facts, done: bool):
    """The launch lines that are planned, or done, by direction."""
    return {
        side
        for row in facts.rows("processes.CommunicationActivity")
        if (row.done_on if done else row.planned_on) and row.moment == "launch"
        for side in (("internal", "external") if row.direction == "both" else (row.direction,))
    }


def launch(done: bool):
    """The launch is planned (or done) both inwards and outwards (LOF-9)."""
    words = {"internal": "internt", "external": "till medborgarna"}

    def find(facts: Facts, promise: Row):
        plan = facts.one("processes.CommunicationPlan")
        launches = facts.rows("processes.CommunicationActivity", moment="launch")
        field = "done_on" if done else "planned_on"
        for side in {"internal", "external"} - _lines(facts, done):
            row = next((r for r in launches if r.direction in (side, "both")), None)
            state = "inte genomförd" if done else "inget datum"
            yield Finding(
                f"aktiviteter.{field}" if row else "aktiviteter",
                f"lanseringen {words[side]}: {state}",
                row=row,
                step="communication",
                subject=plan,
            )

    return find


def serves_a_goal(facts: Facts, promise: Row):
    """At least one of the four goals is chosen (LOF-10)."""
    if not any(promise[name] for name in GOALS):
        yield Finding("mal.serves_safety", "inget av de fyra målen valt")


def agreement_in_force(facts: Facts, promise: Row):
    """The promise starts from an agreement that is signed and sealed, and in force when it begins; of one that
    notice was given of nothing more is signed from that day (OVE-4)."""
    there = facts.get("agreements.CollaborationAgreement", promise.agreement_id)
    if there is None:
        yield Finding("grunder.agreement", shown(None))
        return
    version = signed.in_force(facts, there)
    if version is None:
        about = {"step": "collaboration_agreement", "subject": there}
        yield Finding("underskrift", "inte underskriven och förseglad", **about)
        return
    start, _ = period_of(facts, promise)
    notice = signed.notice_of(facts, version)
    if words := signed.why_not_held(version, notice and notice.ends_on, start, facts.today):
        yield Finding("grunder.agreement", words)


def renewed_on_new_dialogs(facts: Facts, promise: Row):
    """Renewal rests on a remaining need and on dialogues held since the predecessor began (PRO-4)."""
    if not promise.need_remains:
        yield Finding("grunder.need_remains", shown(promise.need_remains))
    since = promise.predecessor_start
    for label, step in (
        ("dialogs.WhatDialog", "staff_dialog_what"),
        ("dialogs.CitizenDialog", "citizen_dialog"),
    ):
        held = [d.held_on for d in facts.rows(label) if d.held_on and d.held_on <= facts.today]
        if since and not any(day >= date.fromisoformat(since) for day in held):
            yield Finding("decision", f"ingen ny sedan {since}", step=step)


def registered(facts: Facts, promise: Row):
    """Every authority has registered the sealed version (LOF-7)."""
    document = signed.sealed(facts, promise)
    if document is None:
        yield Finding("underskrift", "inte underskrivet och förseglat ännu")
        return
    kept = facts.rows("agreements.Registration", version_id=document.version_id)
    there = {r.organisation_id for r in kept}
    for party in facts.rows("processes.Party"):
        if party.kind in signed.AUTHORITIES and party.organisation_id not in there:
            yield Finding("underskrift", f"inte registrerat hos {party.name}", about=party.name)


def predecessor_followed_up(facts: Facts, promise: Row):
    """The predecessor has been followed up within half a year before its end, or before today while it goes on."""
    if promise.predecessor_followed is None:
        yield Finding("grunder.predecessor", "det förra löftet är inte uppföljt")
        return
    followed = date.fromisoformat(promise.predecessor_followed)
    ended = date.fromisoformat(promise.predecessor_end) if promise.predecessor_end else facts.today
    if followed < min(ended, facts.today) - HALF_A_YEAR:
        yield Finding("grunder.predecessor", f"det förra löftet är inte uppföljt sedan {followed}")


def must(code: str, gate: Gate, text: str, find, source: str = PROMISES, **more) -> Criterion:
    """A "ska" of the promise."""
    return Criterion(code, Strength.MUST, gate, text, source, find, **more)


def should(code: str, gate: Gate, text: str, find, source: str = PROMISES, **more) -> Criterion:
    """A "bör" of the promise."""
    return Criterion(code, Strength.SHOULD, gate, text, source, find, **more)


STEP = Step(
    key="citizen_promise",
    slug="medborgarlofte",
    title="Medborgarlöfte",
    stage=Stage.PROMISE,
    sara=Sara.RESPONSE,
    kind=Kind.RECURRING,
    record="agreements.Promise",
    path="process",
    outside=True,
    lead="Formulera löftet av det ni redan har kommit fram till, och låt var och en skriva under.",
    tells=occasions.PROMISE,
    edited_by=LEADERS,
    gates=(),
    status_of=status_of,
    waiting_title="Ute för underskrift",
    waits_for=signed.waits_for,
    next_of="agreements.pages.next_act",
    events_of="agreements.signing.pages.events",
    afterwards="agreements.signing.voiding.see",
    on_overview="agreements.pages.overview",
    carries=("activity_plan",),
    on_list=Panel(
        "fordelning",
        "Vilket löfte tar upp vad?",
        "agreements.wording.places.panel",
        "agreements/_places.html",
    ),
    documents=(
        Doc(
            "utkast",
            "Löftet som utkast",
            "agreements.wording.paper.draft",
            ("html", "pdf"),
            "Så som det skulle skrivas under nu. Märkt som utkast på varje sida.",
        ),
        Doc(
            "mall",
            "Mall att skriva på",
            "agreements.wording.paper.template",
            ("html", "pdf"),
            "Löftets delar i tur och ordning, med plats att skriva för hand på ett möte.",
        ),
    ),
    add_label="Formulera ett löfte",
    add_fields=("title",),
    needs=(
        Need("collaboration", Gate.SIGN),
        Need("local_situation", Gate.SIGN),
        Need("staff_dialog_what", Gate.SIGN),
        Need("citizen_dialog", Gate.SIGN),
        Need("joint_situation", Gate.SIGN),
        Need("problem_analysis", Gate.SIGN),
        # Optional: a promise without an agreement says so by deviation (OVE-4).
        Need("collaboration_agreement", Gate.SIGN),
        Need("staff_dialog_how", Gate.SIGN),
        Need("activity_plan", Gate.SIGN),
        Need("follow_up", Gate.CLOSE, text="Det finns en avslutad uppföljning av löftet."),
    ),
    also=(
        *signed.signed_under("promise__process"),
        Source("agreements.Clearance", "promise__process"),
        Source("agreements.Account", "promise__process"),
    ),
    sections=(
        Panel("underskrift", "Underskrift och dokument", "agreements.pages.panel", "agreements/_panel.html"),
        Panel("fornya", "Före och efter", "agreements.renewal.panel.panel", "agreements/_renewal.html"),
        Panel(
            "versioner",
            "Det här har ändrats",
            "agreements.versions_panel.panel",
            "agreements/_versions.html",
        ),
        Rows(
            "fokus",
            "Fokusområden i löftet",
            "agreements.PromiseFocus",
            "promise",
            ("focus_area",),
            ("focus_area",),
            add_label="Lägg till ett fokusområde",
            intro="Aktiviteter och effektmål för fokusområdet följer med av sig själva.",
            suggest=suggestions.next_focus_area,
        ),
        Section(
            "texter",
            "Löftets egna ord",
            ("introduction", "picture", "follow", "contact", "involvement"),
            intro="Det andra hämtas från stegen: fokusområden, aktiviteter, effekter och hur ni kom fram till dem.",
            own_words=True,
            suggest=suggestions.own_words,
            advice=promise_hints.OWN_WORDS,
        ),
        Section(
            "mal",
            "Vilka mål tjänar löftet?",
            tuple(GOALS),
        ),
        Section(
            "grunder",
            "Grunder",
            ("title", "place", "period_start", "period_end", "agreement", "predecessor", "need_remains"),
            suggest=suggestions.grounds,
        ),
        Rows(
            "undertecknare",
            "Undertecknare",
            "agreements.Signatory",
            "promise",
            ("party", "user", "title", "mandate"),
            ("party", "user", "title", "mandate"),
            add_label="Lägg till en undertecknare",
            intro="Lokalpolisområdeschefen och varje kommuns representant. Andra parter kan också skriva under.",
            suggest=suggestions.next_signatory,
        ),
    ),
    criteria=(
        must(
            "LOF-1",
            Gate.SIGN,
            "Löftet har en inledning, en bild av läget, fokusområden och hur arbetet kan följas.",
            five_parts,
            OUR_RULE,
            how=How.TEXT,
        ),
        must(
            "LOF-2",
            Gate.SIGN,
            "Löftet bygger på problemanalys, aktiviteter och effektmål för vart och ett av sina fokusområden.",
            rests_on_the_work,
        ),
        must(
            "LOF-3", Gate.SIGN, "Aktiviteterna är konkreta och ligger inom löftets period.", concrete_in_time
        ),
        must(
            "LOF-9",
            Gate.SIGN,
            "Det är planerat när löftet kommuniceras, både internt och till medborgarna.",
            launch(False),
        ),
        must(
            "LOF-10",
            Gate.SIGN,
            "Det är sagt vilket eller vilka av de fyra målen löftet tjänar.",
            serves_a_goal,
        ),
        should(
            "LOF-11",
            Gate.SIGN,
            "Medborgarna är med i formuleringen, aktiviteterna eller uppföljningen.",
            answered("texter.involvement"),
            how=How.TEXT,
        ),
        must(
            "MED-1",
            Gate.SIGN,
            "Medarbetardialogerna VAD och HUR är båda genomförda.",
            both_staff_dialogs,
            f"{METHOD_SUPPORT}, Medarbetardialog",
        ),
        should(
            "OVE-4",
            Gate.SIGN,
            "Löftet utgår från en samverkansöverenskommelse som är underskriven och gäller.",
            agreement_in_force,
        ),
        must(
            "OVE-6",
            Gate.SIGN,
            "Varje undertecknare är namngiven, med titel och med vilken rätt.",
            signed.named_with_mandate,
            OUR_RULE,
        ),
        must(
            "PRO-4",
            Gate.RENEW,
            "Löftet förnyas bara om behovet finns kvar och nya dialoger har hållits sedan det förra började.",
            renewed_on_new_dialogs,
            when=has_predecessor,
        ),
        should(
            "PRO-4",
            Gate.SIGN,
            "Det förra löftets uppföljning är gjord när det förnyas.",
            predecessor_followed_up,
            when=has_predecessor,
        ),
        must(
            "LOF-7",
            Gate.PUBLISH,
            "Det underskrivna löftet är registrerat i varje myndighets diarium.",
            registered,
            fixers=REGISTRARS,
        ),
        must("LOF-9", Gate.CLOSE, "Löftet är kommunicerat, både internt och till medborgarna.", launch(True)),
    ),
)
