"""Problembeskrivning och orsaksanalys: one per focus area that becomes a promise."""

from processes.criteria import answered, at_least, held, is_answer, judged, was_held
from processes.method import (
    METHOD_SUPPORT,
    Adopt,
    Criterion,
    Doc,
    Facts,
    Finding,
    Fold,
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
    Take,
    Withheld,
)

from . import occasions
from .analysis_meeting import MEETING

SOURCE = f"{METHOD_SUPPORT}, Problembeskrivning och orsaksanalys"
CAUSE = "processes.Cause"
DIALOG = "dialogs.CitizenDialog"
QUESTIONS = ("what", "where", "when", "who_causes", "who_is_hit", "consequences")
TRAITS = ("where_traits", "causes_traits", "hit_traits")


def depth_settled(facts: Facts, subject: Row):
    """An in-depth dialogue that was ordered has been held, or cancelled with a reason."""
    joint = facts.one("processes.JointSituation")
    if joint is None or joint.material != "deeper":
        return
    ordered = facts.rows(DIALOG, in_depth=True)
    done = {row.id for row in held(facts, DIALOG)}
    if not any(row.id in done or is_answer(row.cancelled_reason) for row in ordered):
        current = "varken hållen eller inställd" if ordered else "beställd men inte påbörjad"
        yield Finding("decision", current, step="citizen_dialog", subject=next(iter(ordered), None))


def eight_questions(facts: Facts, subject: Row):
    """Six in words; why, and who can mend it, are told by the causes."""
    yield from answered(*(f"problemet.{name}" for name in QUESTIONS))(facts, subject)
    causes = [row for row in facts.rows(CAUSE, analysis_id=subject.id) if is_answer(row.text)]
    if not causes:
        yield Finding("orsaker", "ingen orsak angiven")
    elif not any(is_answer(row.who_can_act) or row.party_id for row in causes):
        yield Finding("orsaker.who_can_act", "inget angivet", causes[0], about=causes[0].text)


STEP = Step(
    key="problem_analysis",
    slug="problemanalys",
    title="Problembeskrivning och orsaksanalys",
    stage=Stage.UNDERSTAND,
    sara=Sara.ANALYSIS,
    kind=Kind.RECURRING,
    record="processes.ProblemAnalysis",
    path="focus_area__process",
    lead="Beskriv problemet noga och fråga varför tills ni når något som ni kan påverka.",
    tells=occasions.PROBLEM_ANALYSIS,
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.ANALYST),
    every=True,
    counts=lambda row: bool(row.chosen),
    title_of=lambda row: str(row.focus_title or ""),
    add_label="Lägg till en analys",
    add_fields=("focus_area",),
    needs=(
        Need("joint_situation"),
        Need(
            "citizen_dialog",
            find=depth_settled,
            text="Den fördjupade medborgardialog som ni har beställt ska vara hållen, eller inställd "
            "med en förklaring.",
        ),
    ),
    takes=(
        Take("processes.FocusArea", ("title", "problem", "target_picture", "place")),
        Take(DIALOG, (), news=("held_on", "views_total"), that=was_held),
    ),
    on_list=Panel(
        "oversikt",
        "Så långt har ni kommit",
        "processes.pages.triangle.overview",
        "processes/analysis/_overview.html",
    ),
    meeting=MEETING,
    documents=(
        Doc(
            "presentation",
            "Presentation till mötet",
            "processes.papers.analysis_meeting.deck",
            ("html", "pptx"),
            "Dagordning, de åtta frågorna, fem varför, triangeln och talmanus, ifyllda med det ni har.",
        ),
        Doc(
            "grupparbetsblad",
            "Grupparbetsblad",
            "processes.papers.sheets.analysis",
            ("pdf",),
            "Att skriva ut: åtta frågor, fem varför och triangeln med rader att skriva på.",
        ),
    ),
    sections=(
        Panel(
            "fragorna",
            "Problemet",
            "processes.pages.analysis.questions",
            "processes/analysis/_questions.html",
        ),
        Section(
            "problemet",
            "Problemet",
            (*QUESTIONS, *TRAITS),
            intro="Ett problem är brott eller störningar som hör ihop, återkommer, och som människor "
            "väntar sig att polisen tar hand om. En mening per fråga räcker.",
            folds=(
                Fold("Drag som förklarar", TRAITS, "Vad hos platsen och människorna gör att det händer?"),
            ),
            shown_by="fragorna",
        ),
        Panel(
            "medarbetarna",
            "Så beskriver medarbetarna problemet",
            "dialogs.staff.pages.described",
            "dialogs/staff/_described.html",
        ),
        Panel("fordjupning", "Fråga dem som vet", "dialogs.deeper.deeper", "dialogs/_deeper.html"),
        Panel("trad", "Varför händer det?", "processes.pages.causes.panel", "processes/causes/_panel.html"),
        Rows(
            "orsaker",
            "Orsaker",
            CAUSE,
            "analysis",
            ("text", "parent", "horizon", "side", "who_can_act", "party"),
            ("text", "horizon", "side", "who_can_act"),
            add_label="Lägg till en orsak",
            intro="Varför händer det just där, då och på det sättet?",
            shown_by="trad",
            adopts=(
                Adopt(
                    "medarbetarna",
                    "Orsaker som medarbetarna ser",
                    "dialogs.staff.offers.causes",
                    (("Ta in som orsak", {}),),
                    "Ta in dem som hör till det här problemet. De andra väntar på sin analys.",
                ),
            ),
        ),
        Panel(
            "triangelbilden",
            "Problemanalystriangeln",
            "processes.pages.triangle.panel",
            "processes/analysis/_triangle.html",
        ),
        Rows(
            "triangeln",
            "Problemanalystriangeln: vilka står var",
            "processes.TrianglePart",
            "analysis",
            ("side", "who", "party", "standing", "note"),
            ("side", "who", "party", "standing"),
            add_label="Lägg till en roll i triangeln",
            intro="Vem vakar över gärningspersonen, skyddar den som drabbas, ansvarar för platsen? "
            "Den yttre ringen visar vilka samverkansparter ni behöver.",
            shown_by="triangelbilden",
            withheld=Withheld.PERSONAL,
        ),
        Panel(
            "omkring", "Sammanhang", "processes.pages.analysis.context", "processes/analysis/_context.html"
        ),
        Section(
            "sammanhang",
            "Sammanhang",
            (
                "event_chain",
                "handled_today",
                "handled_strengths",
                "handled_limits",
                "expectations",
                "comparison",
                "outlook",
            ),
            intro="Frivilligt stöd för analysen.",
            shown_by="omkring",
        ),
        Panel("traffen", "Mötet", "processes.pages.analysis.meeting", "processes/analysis/_meeting.html"),
        Section(
            "motet",
            "Mötet",
            ("met_on", "participants", "minutes"),
            shown_by="traffen",
            withheld=Withheld.WORKING,
        ),
    ),
    criteria=(
        Criterion(
            "PRB-1",
            Strength.MUST,
            Gate.COMPLETE,
            "Problemet är beskrivet: vad, var, när, vem som orsakar det, vem som drabbas, följderna, "
            "varför det händer och vem som kan åtgärda det.",
            SOURCE,
            eight_questions,
            How.TEXT,
        ),
        judged(
            "PRB-10",
            Strength.MUST,
            Gate.COMPLETE,
            "Alla i analysgruppen har samma bild av problemet.",
            SOURCE,
            "Har alla i gruppen samma uppfattning om vilket problem ni analyserar?",
        ),
        Criterion(
            "PRB-11",
            Strength.SHOULD,
            Gate.COMPLETE,
            "Minst en orsak ligger nära problemet och går att påverka nu.",
            SOURCE,
            at_least(1, CAUSE, "orsaker", "analysis", that=lambda row: row.horizon == "near"),
        ),
    ),
)
