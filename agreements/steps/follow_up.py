"""Uppföljning: what was done, how well, and what it led to. One per period."""

from processes.method import (
    Doc,
    Facts,
    Finding,
    Fold,
    Gate,
    Intake,
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
)
from processes.steps import occasions

from .follow_up_criteria import CRITERIA, GOALS

CHECKS = ("check_promise", "check_what", "check_how", "check_citizens")
PAGES = "agreements.follow_up.pages"


def signed_promise(facts: Facts, subject: Row):
    """There is something to follow up: a promise that has been signed, here or before it was brought in."""
    promised = {v.id for v in facts.rows("agreements.DocumentVersion") if v.promise_id}
    if promised and facts.round.get("outside"):
        return
    if not any(act.version_id in promised for act in facts.rows("agreements.SigningAct", kind="signed")):
        yield Finding("underskrift", "inget löfte är underskrivet ännu", step="citizen_promise")


STEP = Step(
    key="follow_up",
    slug="uppfoljning",
    title="Uppföljning",
    stage=Stage.KEEP,
    sara=Sara.ASSESSMENT,
    kind=Kind.RECURRING,
    record="agreements.FollowUp",
    path="process",
    outside=True,
    lead="Se efter vad som blev gjort, hur bra det blev och vad det ledde till.",
    tells=occasions.FOLLOW_UP,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.ANALYST),
    approved_by=(Role.LOCAL_POLICE_CHIEF,),
    gates=(Gate.COMPLETE, Gate.APPROVE),
    labels={Gate.COMPLETE: "Lämna in för godkännande", Gate.APPROVE: "Godkänn och lås"},
    waiting_title="Inlämnad, väntar på godkännande",
    done_title="Godkänd och låst",
    needs=(
        Need("activity_plan"),
        Need("citizen_promise", find=signed_promise, text="Ett löfte är underskrivet innan det följs upp."),
    ),
    also=(Source("agreements.PlanningExport", "follow_up__process"),),
    title_of=lambda row: row.title or "Uppföljning utan namn",
    add_label="Ny uppföljning",
    add_fields=("title", "period_start", "period_end"),
    documents=(
        Doc(
            "rapport",
            "Uppföljningsrapport",
            "agreements.follow_up.report.document",
            ("html", "pdf"),
            "Lovat bredvid utfall, vad det ledde till och vad ni lärde er. Går att dela med styrgrupp och nämnd.",
        ),
    ),
    sections=(
        Section("period", "Period", ("title", "period_start", "period_end", "done_on")),
        Panel(
            "resultat",
            "1. Resurser och aktiviteter",
            f"{PAGES}.activities",
            "agreements/follow_up/_activities.html",
        ),
        Rows(
            "aktiviteter",
            "Aktiviteterna",
            "agreements.Outcome",
            "follow_up",
            (
                "activity",
                "quality",
                "effect",
                "improve",
                "explanation",
                "told_citizens_on",
                "told_citizens_how",
                "followed_by",
                "followed_how",
                "followed_on",
            ),
            ("activity", "quality", "effect", "followed_on"),
            add_label="Följ upp en aktivitet",
            intro="Antalet hämtas från loggen, och om målet nåddes räknas ut.",
            shown_by="resultat",
            folds=(
                Fold(
                    "När något inte blev av",
                    ("told_citizens_on", "told_citizens_how"),
                    "Medborgarna ska få veta det, och varför.",
                ),
                Fold(
                    "Vem följde upp, hur och när?",
                    ("followed_by", "followed_how", "followed_on"),
                    "Tomt betyder som i planen.",
                ),
            ),
            settled=True,
        ),
        Panel(
            "timmar", "Planerade och använda timmar", "agreements.hours_panel.panel", "agreements/_hours.html"
        ),
        Section("resurser", "Resurserna i ord", ("resources_used",)),
        Panel(
            "prestation",
            "2. Prestation",
            f"{PAGES}.performance",
            "agreements/follow_up/_performance.html",
        ),
        Section(
            "sjalvkontroll",
            "Kort självkontroll",
            (*CHECKS, "check_words"),
            intro="Fyra frågor att svara på tillsammans. Det går bra att hoppa över dem.",
        ),
        Panel("effekt", "3. Effekt", f"{PAGES}.effects", "agreements/follow_up/_effects.html"),
        Rows(
            "matningar",
            "Mätningar",
            "agreements.Measurement",
            "follow_up",
            ("goal", "value", "measured_on", "comparison", "source", "caution"),
            ("goal", "value", "measured_on", "source"),
            add_label="Lägg till en mätning",
            intro="Värdet ställs bredvid utgångsvärdet i planen.",
            intake=Intake(
                fields=("goal", "value", "measured_on", "comparison", "source", "caution"),
                needed=("goal", "value"),
                example={
                    "goal": "Som målet heter i planen",
                    "value": "68",
                    "measured_on": "2027-11-30",
                    "comparison": "62",
                    "source": "Trygghetsmätningen",
                    "caution": "Ljusare kvällar än vid förra mätningen",
                },
                also={"goal": ("indikator",), "value": ("värde", "utfall"), "measured_on": ("datum",)},
            ),
            settled=True,
        ),
        Rows(
            "iakttagelser",
            "Det som människor har märkt",
            "agreements.Observation",
            "follow_up",
            ("who", "text", "better", "noticed_on", "source"),
            ("who", "text", "better"),
            add_label="Lägg till en iakttagelse",
            intro="Siffror säger inte allt. Vad har boende och medarbetare märkt?",
            settled=True,
        ),
        Section(
            "effekter",
            "Vad ledde det till?",
            ("effects", "dialog", "effect_due_on", "effect_by"),
            folds=(
                Fold(
                    "Effekten går inte att se än",
                    ("effect_due_on", "effect_by"),
                    "Då följs den upp senare: säg när och vem. Löftet kan avslutas innan dess, och det syns.",
                ),
            ),
        ),
        Section("malen", "Löftets mål", tuple(f"goal_{name}" for name in GOALS)),
        Panel("kedjan", "Från resurs till effekt", f"{PAGES}.chain", "agreements/follow_up/_chain.html"),
        Panel(
            "overforing", "Till planeringssystemet", f"{PAGES}.export", "agreements/follow_up/_export.html"
        ),
    ),
    criteria=CRITERIA,
)
