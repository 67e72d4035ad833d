"""What is asked of a follow-up before its promise is closed, and how that is found out. Pure."""

from collections.abc import Callable, Iterable, Iterator

from agreements import keeping
from agreements.keeping import Kept, Result
from processes.criteria import all_of, answered, is_answer, shown
from processes.method import METHOD_SUPPORT, OUR_RULE, Criterion, Facts, Finding, Gate, Row, Strength

SOURCE = f"{METHOD_SUPPORT}, Uppföljning och återkoppling"
GOALS = ("safety", "prevention", "participation", "trust")

Judged = tuple[Row, Row | None, Result]


def is_last(facts: Facts, subject: Row) -> bool:
    """The latest follow-up closes the promise; the earlier ones were steps on the way."""

    def when(row: Row) -> tuple:
        return (row.period_end is not None, row.period_end, row.id)

    rows = facts.rows("agreements.FollowUp")
    return subject.id == max(rows, key=when).id if rows else False


def accounts(facts: Facts) -> Iterator[Judged]:
    """Each activity, what was last said of it, and whether it was kept."""
    last = {row.activity_id: row for row in facts.rows("agreements.Outcome")}
    for activity in facts.rows("processes.Activity"):
        outcome = last.get(activity.id)
        yield activity, outcome, keeping.final(facts, activity, outcome)


def each_account(find: Callable[[Row, Row | None, Result], Iterable[tuple[str, str]]]):
    """What `find` says of each activity, as (field, current value)."""

    def finder(facts: Facts, subject: Row) -> Iterable[Finding]:
        for activity, outcome, result in accounts(facts):
            for name, current in find(activity, outcome, result):
                anchor = f"aktiviteter.{name}" if name else "aktiviteter"
                yield Finding(anchor, current, row=outcome, about=activity.what)

    return finder


def _carried_out(activity: Row, outcome: Row | None, result: Result):
    if outcome is None or result.kept is Kept.NOT_REPORTED:
        yield "", Kept.NOT_REPORTED.lower()
    elif outcome.times and not is_answer(outcome.quality):
        yield "quality", shown(outcome.quality)


def _explained(activity: Row, outcome: Row | None, result: Result):
    if outcome is not None and result.failed and not is_answer(outcome.explanation):
        yield "explanation", against(result)


def _told(activity: Row, outcome: Row | None, result: Result):
    if outcome is not None and result.undone:
        if outcome.told_citizens_on is None:
            yield "told_citizens_on", "inte berättat"
        if not is_answer(outcome.told_citizens_how):
            yield "told_citizens_how", shown(outcome.told_citizens_how)


def _learnt(activity: Row, outcome: Row | None, result: Result):
    for name in ("improve", "effect"):
        if outcome is not None and not is_answer(outcome[name]):
            yield name, shown(outcome[name])


def followed(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Who followed up each activity, how and when; what is left empty is as planned."""
    plan = facts.one("processes.ActivityPlan")
    for activity, outcome, _ in accounts(facts):
        if outcome is None:
            continue
        period = facts.get("agreements.FollowUp", outcome.follow_up_id)
        said = {
            "followed_by": outcome.followed_by or (plan and plan.follow_up_by),
            "followed_how": outcome.followed_how or (plan and plan.follow_up_how),
            "followed_on": outcome.followed_on or (period and period.done_on),
        }
        for name, value in said.items():
            if not is_answer(value):
                yield Finding(f"aktiviteter.{name}", shown(value), row=outcome, about=activity.what)


def effect_told(facts: Facts, subject: Row) -> Iterable[Finding]:
    """What the work led to is said, or when it will be followed up and by whom."""
    later = subject.effect_due_on is not None and subject.effect_by_id is not None
    return () if later else answered("effekter.effects")(facts, subject)


def exported(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The material has been taken out for the planning system, which the export itself records."""
    if not facts.rows("agreements.PlanningExport"):
        yield Finding("overforing", "inte hämtat ännu")


def against(result: Result) -> str:
    """The two figures side by side."""
    if result.promised is None:
        return result.kept.lower()
    return f"{result.reached.normalize():f} mot lovade {result.promised.normalize():f}"


def goals_of_the_promise(facts: Facts, subject: Row) -> Iterable[Finding]:
    """Something is said about each of the goals that a promise of the round serves."""
    promises = facts.rows("agreements.Promise")
    for name in GOALS:
        chosen = any(promise[f"serves_{name}"] for promise in promises)
        if chosen and not is_answer(subject[f"goal_{name}"]):
            yield Finding(f"malen.goal_{name}", shown(subject[f"goal_{name}"]))


def _closing(code: str, strength: Strength, text: str, source: str, find) -> Criterion:
    return Criterion(code, strength, Gate.CLOSE, text, source, find, when=is_last)


CRITERIA = (
    _closing(
        "UPP-1",
        Strength.MUST,
        "Det framgår i vilken mån varje aktivitet genomfördes, och med vilken kvalitet.",
        SOURCE,
        each_account(_carried_out),
    ),
    _closing(
        "UPP-2",
        Strength.SHOULD,
        "Varje aktivitet är uppföljd av någon, på något sätt och någon dag, med lärdom och effekt.",
        SOURCE,
        all_of(followed, each_account(_learnt), answered("resurser.resources_used"), effect_told),
    ),
    _closing(
        "FAL-2",
        Strength.MUST,
        "Där målet inte nåddes finns en förklaring.",
        OUR_RULE,
        each_account(_explained),
    ),
    _closing(
        "GEN-3",
        Strength.MUST,
        "Det som inte blev av har ni berättat för medborgarna, med skälet.",
        f"{METHOD_SUPPORT}, Genomförande",
        each_account(_told),
    ),
    _closing(
        "LOF-10",
        Strength.MUST,
        "Uppföljningen säger något om vart och ett av de mål som löftet tjänar.",
        f"{METHOD_SUPPORT}, Medborgarlöften",
        goals_of_the_promise,
    ),
    _closing(
        "PRO-7",
        Strength.MUST,
        "Resurser, aktiviteter och mål är överförda till planeringssystemet: när och av vem.",
        f"{METHOD_SUPPORT}, Dokumentation",
        exported,
    ),
)
