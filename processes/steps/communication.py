"""Kommunikation: the plan that runs through all of the work and is never done."""

from processes.criteria import answered, at_least, each_answered, each_row, is_answer, shown
from processes.method import (
    METHOD_SUPPORT,
    Criterion,
    Doc,
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
    Withheld,
)

from . import communication_hints, occasions

SOURCE = f"{METHOD_SUPPORT}, Kommunikation"
PLAN = "processes.CommunicationPlan"
GROUP = "processes.TargetGroup"
LINE = "processes.CommunicationActivity"


def eight_steps(facts: Facts, subject: Row):
    """Purpose, group, goal, message, lines, packaging, carrying out, follow-up: all planned."""
    yield from answered("syfte.purpose", "syfte.message")(facts, subject)
    yield from each_answered(GROUP, "malgrupper", "goal")(facts, subject)
    yield from at_least(1, LINE, "aktiviteter")(facts, subject)
    yield from each_answered(LINE, "aktiviteter", "what", "channel", "responsible", "evaluate_how")(
        facts, subject
    )
    yield from each_row(LINE, "aktiviteter.planned_on", _no_time)(facts, subject)


def _no_time(facts: Facts, row: Row) -> str:
    return "" if row.planned_on or is_answer(row.frequency) else "ingen tid angiven"


def first_group(facts: Facts, subject: Row) -> dict:
    """The first group is those the promise is for; the word is one of the ladder's."""
    if facts.rows(GROUP):
        return {}
    return {"name": f"De som bor och verkar i {facts.round.area_name}", "goal": "Förstå"}


def takes_part(facts: Facts, subject: Row):
    """The plan says how everyone takes part, and follows the policy."""
    yield from answered("syfte.participation")(facts, subject)
    if subject.follows_policy is not True:
        yield Finding("syfte.follows_policy", shown(subject.follows_policy))


def _not_evaluated(facts: Facts, row: Row) -> str:
    waits = row.done_on and not is_answer(row.evaluation)
    return f"genomfört {row.done_on}, inte utvärderat" if waits else ""


STEP = Step(
    key="communication",
    slug="kommunikation",
    title="Kommunikation",
    stage=Stage.START,
    sara=Sara.NONE,
    kind=Kind.STANDING,
    record=PLAN,
    path="process",
    lead="Planera vad ni berättar för vem, när och hur – från första mötet till resultatet.",
    edited_by=(Role.COMMUNITY_OFFICER, Role.MUNICIPAL_COORDINATOR, Role.COMMUNICATOR),
    gates=(),
    withheld=Withheld.WORKING,
    documents=(
        Doc(
            "kommunikationsplan",
            "Kommunikationsplan",
            "processes.papers.communication.plan",
            ("html", "pdf"),
            "Hela planen i åtta steg. Arbetsmaterial som inte publiceras.",
        ),
        Doc(
            "aktivitetsplan-kommunikation",
            "Aktivitetsplan för kommunikation",
            "processes.papers.communication.activities",
            ("html", "pdf"),
            "Vad som berättas för vem, när, hur och av vem.",
        ),
        Doc(
            "kommunikation-kalkylblad",
            "Planen som kalkylblad",
            "processes.papers.communication_workbook.workbook",
            ("xlsx",),
            "Aktiviteter, målgrupper och planens steg, att sortera och klistra in.",
        ),
        Doc(
            "stod-kommunikatorer",
            "Stöd för kommunikatörer",
            "agreements.communicators.document",
            ("html", "pdf"),
            "Råd och checklista, med rundans beslutade ord, kontakter och datum ifyllda.",
        ),
    ),
    sections=(
        Panel(
            "raderna",
            "Det här berättar ni",
            "processes.pages.communication.lines",
            "processes/communication/_lines.html",
        ),
        Section(
            "syfte",
            "Syfte och budskap",
            ("purpose", "message", "participation", "follows_policy"),
            intro="Planen är arbetsmaterial. Den förvaras hos parterna och publiceras inte.",
        ),
        Rows(
            "malgrupper",
            "Målgrupper",
            GROUP,
            "process",
            ("name", "description", "goal", "know", "feel", "do"),
            ("name", "goal"),
            add_label="Lägg till en målgrupp",
            owner="processes.Process",
            suggest=first_group,
            advice=communication_hints.GROUP,
            folds=(
                Fold(
                    "Vad de ska veta, känna och göra",
                    ("know", "feel", "do"),
                    "För den som vill beskriva kommunikationsmålet närmare.",
                ),
            ),
        ),
        Rows(
            "aktiviteter",
            "Aktiviteter",
            LINE,
            "process",
            (
                "moment",
                "what",
                "direction",
                "target_group",
                "channel",
                "planned_on",
                "frequency",
                "responsible",
                "evaluate_how",
                "level",
                "position",
                "done_on",
                "evaluation",
                "not_done_reason",
            ),
            ("moment", "what", "channel", "planned_on", "done_on"),
            add_label="Lägg till en aktivitet",
            intro="En rad för varje tillfälle. Fyra finns från början: ändra dem, ta bort eller lägg till.",
            owner="processes.Process",
            shown_by="raderna",
            prefilled=tuple(occasions.as_line(one) for one in occasions.FROM_START),
            beside=(
                Panel(
                    "aterbruk",
                    "Återanvänd det som redan är sagt",
                    "agreements.messages.beside",
                    "processes/communication/_reuse.html",
                ),
            ),
            folds=(
                Fold("Mål och ordning", ("level", "position")),
                Fold("Hur det gick", ("done_on", "evaluation", "not_done_reason")),
            ),
        ),
        Section(
            "resten",
            "Paketera, genomföra och följa upp",
            ("packaging", "carrying_out", "evaluation"),
            shown_by="stegen",
        ),
        Panel(
            "stegen",
            "Planen i åtta steg",
            "processes.pages.communication.eight_steps",
            "processes/communication/_steps.html",
        ),
    ),
    criteria=(
        Criterion(
            "KOM-1",
            Strength.MUST,
            Gate.SIGN,
            "Kommunikationen är planerad hela vägen: syfte, mål för varje målgrupp, budskap, och för "
            "varje aktivitet när, hur, av vem och hur den utvärderas.",
            SOURCE,
            eight_steps,
        ),
        Criterion(
            "KOM-3",
            Strength.MUST,
            Gate.SIGN,
            "Minst en målgrupp är utpekad.",
            SOURCE,
            at_least(1, GROUP, "malgrupper", that=lambda row: is_answer(row.name)),
        ),
        Criterion(
            "KOM-9",
            Strength.SHOULD,
            Gate.SIGN,
            "Planen säger hur medarbetare, medborgare, kommun och andra är med, och den följer "
            "kommunikationspolicyn.",
            SOURCE,
            takes_part,
            How.TEXT,
        ),
        Criterion(
            "KOM-8",
            Strength.MUST,
            Gate.CLOSE,
            "Varje genomförd kommunikationsinsats är uppföljd och utvärderad.",
            SOURCE,
            each_row(LINE, "aktiviteter.evaluation", _not_evaluated),
            How.TEXT,
        ),
    ),
)
