"""Reads the thread out of facts. Pure: facts and counts in, things and their real links out."""

from __future__ import annotations

from collections.abc import Iterator

from agreements.keeping import Done, judge, target_of
from agreements.models import Outcome
from processes.criteria import AUDIENCES
from processes.method import Facts, Finding, Row
from processes.models import Cause, Goal
from processes.models.problem import Side
from processes.pages.progress import listed
from processes.pages.values import day
from processes.plan.words import number_text, swedish, target_words

from .aims import aims
from .graph import HEARD, Counts, Edge, Node, Ref, Thread
from .loose import loose_ends

DIALOG = "dialogs.CitizenDialog"
STAFF = {
    "dialogs.Proposal": ("what", "dialogs.WhatDialog", "staff_dialog_what"),
    "dialogs.HowProposal": ("how", "dialogs.HowDialog", "staff_dialog_how"),
}
ADOPTED = {
    "processes.Problem": "problem",
    "processes.FocusArea": "focus",
    "processes.ProblemAnalysis": "analysis",
    "processes.Cause": "cause",
    "processes.Goal": "goal",
    "processes.Activity": "activity",
}
ABOUT_THE_WORK = ("implementation", "follow_up", "feedback")
Part = Node | Edge


def build(facts: Facts, counts: Counts) -> Thread:
    """The thread of a round, or – in facts narrowed to some focus areas – of those."""
    parts = [*_heard(facts, counts), *_understood(facts, counts), *_planned(facts, counts)]
    parts += [*_done(facts, counts), *_told(facts, counts)]
    nodes = {part.ref: part for part in parts if isinstance(part, Node)}
    edges = {
        (p.start, p.end): p for p in parts if isinstance(p, Edge) and p.start in nodes and p.end in nodes
    }
    whole = Thread(tuple(nodes.values()), tuple(edges.values()), loose_ends(facts, counts))
    return whole if facts.whole is facts else _tied(whole)


def _tied(thread: Thread) -> Thread:
    """Without what facts can't know to be another focus area's: problems, dialogues, outcomes, feedback."""
    tied = {n.ref for n in thread.nodes if n.kind == "problem" and thread.after.get(n.ref)}
    for kind in HEARD:
        own = [n.ref for n in thread.nodes if n.kind == kind]
        tied |= {ref for ref in own if any(_leads_to(edge.end, tied) for edge in thread.after.get(ref, []))}

    def wanted(node: Node) -> bool:
        if node.column < 2:
            return node.ref in tied
        if node.kind in ("outcome", "measurement"):
            return node.ref in thread.before
        if node.kind != "feedback" or node.place.step in ABOUT_THE_WORK:
            return True
        return any(edge.start in tied for edge in thread.before.get(node.ref, []))

    return thread.only(wanted)


def _leads_to(end: Ref, tied: set[Ref]) -> bool:
    return end in tied or end[0] in ("focus", "cause", "goal", "activity")


def _at(step: str, section: str, row: Row | None, subject: Row | None) -> Finding:
    return Finding(section, row=row, step=step, subject=subject)


def _heard(facts: Facts, counts: Counts) -> Iterator[Part]:
    """The dialogues with citizens, what the local picture shows, and what the staff said that was used."""
    for row in facts.rows(DIALOG):
        note = "Inställd" if row.cancelled_reason and not row.held_on else "Inte hållen än"
        if row.held_on:
            note = views(row.views_total)
        title = row.title or "Dialog utan namn"
        yield Node("dialog", row.id, title, _at("citizen_dialog", "", None, row), note, rows=(row.id,))
    for (dialog, problem), said in counts.views.items():
        if problem is not None:
            yield Edge(("dialog", dialog), ("problem", problem), views(said.number))
    joint = facts.one("processes.JointSituation")
    for row in facts.rows("processes.ProblemEntry"):
        seen = facts.get("processes.SituationEntry", row.entry_id)
        title = seen.title if seen and seen.title else "Iakttagelse utan namn"
        place = _at("joint_situation", "ursprung", row, joint)
        yield Node("entry", row.id, title, place, "Polisens lägesbild", rows=(row.id,))
        yield Edge(("entry", row.id), ("problem", row.problem_id))
    yield from _staff(facts)


def views(number: int) -> str:
    """So many views, in words."""
    return "1 synpunkt" if number == 1 else f"{number} synpunkter"


def _adopted(facts: Facts, label: str) -> list[Row]:
    """What a staff dialogue arrived at and that became something further on."""
    return [row for row in facts.rows(label) if row.adopted_id is not None]


def _staff(facts: Facts) -> Iterator[Part]:
    tied = facts.rows("processes.ProblemEntry")
    for label, (kind, model, step) in STAFF.items():
        for row in _adopted(facts, label):
            dialog = facts.get(model, row.dialog_id)
            place = _at(step, "", None, dialog)
            title = dialog.group or "Medarbetardialog utan namn"
            yield Node(kind, dialog.id, title, place, "Medarbetardialog", rows=(dialog.id,))
            if row.adopted_model in ADOPTED:
                yield Edge((kind, dialog.id), (ADOPTED[row.adopted_model], row.adopted_id))
            elif row.adopted_model == "processes.SituationEntry":
                own = (entry.problem_id for entry in tied if entry.entry_id == row.adopted_id)
                yield from (Edge((kind, dialog.id), ("problem", pk)) for pk in own)


def _understood(facts: Facts, counts: Counts) -> Iterator[Part]:
    """Problems, the focus areas that were chosen or not, and why it happens."""
    joint = facts.one("processes.JointSituation")
    spoken: dict[int | None, int] = {}
    for (_, problem), said in counts.views.items():
        spoken[problem] = spoken.get(problem, 0) + said.number
    for row in facts.rows("processes.Problem"):
        note = views(spoken[row.id]) if row.id in spoken else ""
        place = _at("joint_situation", "bilden", row, joint)
        yield Node("problem", row.id, row.title or "Problem utan namn", place, note, rows=(row.id,))
    for row in facts.rows("processes.FocusArea"):
        title = row.title or "Fokusområde utan namn"
        note = {True: "Blir löfte", False: "Valdes bort"}.get(row.becomes_promise, "Inte avgjort än")
        yield Node(
            "focus",
            row.id,
            title,
            _at("joint_situation", "fokus", row, joint),
            note,
            focus=row.id,
            rows=(row.id,),
            public=("focus", title) in counts.published,
            out=row.becomes_promise is False,
        )
        if row.problem_id is not None:
            yield Edge(("problem", row.problem_id), ("focus", row.id))
    yield from _causes(facts)


def _causes(facts: Facts) -> Iterator[Part]:
    for row in facts.rows("processes.ProblemAnalysis"):
        title = row.what or f"Analys av {row.focus_title}"
        place = _at("problem_analysis", "", None, row)
        yield Node("analysis", row.id, title, place, focus=row.focus_area_id, rows=(row.id,))
        yield Edge(("focus", row.focus_area_id), ("analysis", row.id))
    for row in facts.rows("processes.Cause"):
        analysis = facts.get("processes.ProblemAnalysis", row.analysis_id)
        near = {Cause.Horizon.NEAR: "Nära", Cause.Horizon.REMOTE: "Avlägsen"}.get(row.horizon, "")
        note = " · ".join(filter(None, (near, Side(row.side).label if row.side else "")))
        title = row.text or "Orsak utan text"
        place = _at("problem_analysis", "orsaker", row, analysis)
        yield Node("cause", row.id, title, place, note, focus=row.focus_area_id, rows=(row.id,))
        above = ("analysis", row.analysis_id) if row.parent_id is None else ("cause", row.parent_id)
        yield Edge(above, ("cause", row.id))


def _planned(facts: Facts, counts: Counts) -> Iterator[Part]:
    """Goals and activities, and what they are aimed at."""
    plan = facts.one("processes.ActivityPlan")
    for row in facts.rows("processes.Goal"):
        yield Node(
            "goal",
            row.id,
            row.text or "Mål utan text",
            _at("activity_plan", "mal", row, plan),
            _goal_note(row),
            focus=row.focus_area_id,
            rows=(row.id,),
            public=("goal", row.text) in counts.published,
        )
        if row.cause_id is not None:
            yield Edge(("cause", row.cause_id), ("goal", row.id))
        if row.kind == Goal.Kind.PRODUCTION and row.activity_id is not None:
            yield Edge(("goal", row.id), ("activity", row.activity_id))
    aimed = aims(facts)
    analysed = {row.focus_area_id: row.id for row in facts.rows("processes.ProblemAnalysis")}
    for row in facts.rows("processes.Activity"):
        yield Node(
            "activity",
            row.id,
            row.what or "Aktivitet utan text",
            _at("activity_plan", "aktiviteter", row, plan),
            _promised(row),
            focus=row.focus_area_id,
            rows=(row.id,),
            public=("activity", row.what) in counts.published,
        )
        aim = aimed[row.id]
        yield from (Edge(("cause", pk), ("activity", row.id)) for pk in aim.causes)
        yield from (Edge(("goal", pk), ("activity", row.id)) for pk in aim.goals)
        if not aim.causes and aim.sides and row.focus_area_id in analysed:
            sides = listed([Side(side).label.lower() for side in aim.sides], "och")
            yield Edge(("analysis", analysed[row.focus_area_id]), ("activity", row.id), f"Sida: {sides}")


def _figure(value: object) -> str:
    return swedish(number_text(value))


def _goal_note(row: Row) -> str:
    kind = "Produktionsmål" if row.kind == Goal.Kind.PRODUCTION else "Effektmål"
    if row.target_value is None:
        return kind
    before = f"{_figure(row.baseline_value)} → " if row.baseline_value is not None else ""
    return f"{kind} · {before}{_figure(row.target_value)}"


def _promised(row: Row) -> str:
    value = number_text(row.target_value)
    target = {"kind": row.target_kind, "value": value, "unit": row.target_unit, "reason": ""}
    return target_words(target) if value or row.target_kind in ("on_demand", "yes_no", "none") else ""


def _done(facts: Facts, counts: Counts) -> Iterator[Part]:
    """What is written in the log, what the follow-ups say, and what was measured."""
    for row in facts.rows("processes.Activity"):
        done = counts.done.get(row.id, Done())
        if not done.times:
            continue
        kept = judge(target_of(facts, row), done, facts.today).kept
        title = "Gjort en gång" if done.times == 1 else f"Gjort {done.times} gånger"
        place = _at("implementation", "logg", None, facts.round)
        yield Node("log", row.id, title, place, kept.value, focus=row.focus_area_id)
        yield Edge(("activity", row.id), ("log", row.id))
    for row in facts.rows("agreements.Outcome"):
        period = facts.get("agreements.FollowUp", row.follow_up_id)
        activity = facts.get("processes.Activity", row.activity_id)
        yield Node(
            "outcome",
            row.id,
            Outcome.Effect(row.effect).label if row.effect else "Uppföljd",
            _at("follow_up", "aktiviteter", row, period),
            Outcome.Quality(row.quality).label if row.quality else "",
            focus=activity.focus_area_id if activity else None,
            rows=(row.id,),
        )
        logged = counts.done.get(row.activity_id, Done()).times
        yield Edge(("log" if logged else "activity", row.activity_id), ("outcome", row.id))
    for row in facts.rows("agreements.Measurement"):
        period = facts.get("agreements.FollowUp", row.follow_up_id)
        goal = facts.get("processes.Goal", row.goal_id)
        yield Node(
            "measurement",
            row.id,
            _measured(row, goal),
            _at("follow_up", "matningar", row, period),
            f"Mätt {day(row.measured_on)}" if row.measured_on else "",
            focus=goal.focus_area_id if goal else None,
            rows=(row.id,),
        )
        yield Edge(("goal", row.goal_id), ("measurement", row.id))


def _measured(row: Row, goal: Row | None) -> str:
    now = _figure(row.value) or "inget värde än"
    if goal is None or goal.baseline_value is None:
        return f"Nu: {now}"
    return f"Före: {_figure(goal.baseline_value)}, nu: {now}"


def _told(facts: Facts, counts: Counts) -> Iterator[Part]:
    """What was told about the dialogues and about the work; of each thing told of, all in one."""
    told: dict[tuple[str, str, int], list[Row]] = {}
    for row in facts.rows("processes.Feedback"):
        told.setdefault((row.step, row.subject_model, row.subject_id), []).append(row)
    dialogs = {DIALOG: "dialog"} | {model: kind for kind, model, _ in STAFF.values()}
    used = {(kind, row.dialog_id) for label, (kind, *_) in STAFF.items() for row in _adopted(facts, label)}
    for (step, model, subject), rows in told.items():
        kind = dialogs.get(model)
        if (kind is None and step not in ABOUT_THE_WORK) or (
            kind in ("what", "how") and (kind, subject) not in used
        ):
            continue
        first = rows[0]
        place = _at(step, "aterkoppling", None, facts.get(model, subject))
        title, note = _words(rows)
        yield Node("feedback", first.id, title, place, note, rows=tuple(row.id for row in rows))
        if kind is not None:
            yield Edge((kind, subject), ("feedback", first.id))
        elif model == "agreements.FollowUp":
            for label, seen in (("agreements.Outcome", "outcome"), ("agreements.Measurement", "measurement")):
                own = facts.rows(label, follow_up_id=subject)
                yield from (Edge((seen, row.id), ("feedback", first.id)) for row in own)
        else:
            yield from (
                Edge(("log", pk), ("feedback", first.id)) for pk, done in counts.done.items() if done.times
            )


def _words(rows: list[Row]) -> tuple[str, str]:
    who = [title for key, title in AUDIENCES.items() if any(key in row.audiences for row in rows)]
    given = sorted(row.given_on for row in rows if row.given_on)
    planned = sorted(row.due_on for row in rows if row.given_on is None and row.due_on)
    times = f"{len(given)} gånger, senast " if len(given) > 1 else ""
    note = f"{times}{day(given[-1])}" if given else "Inte gjord än"
    if planned:
        note += f", nästa {day(planned[0])}" if given else f", ska ske {day(planned[0])}"
    return f"Till {listed(who, 'och')}" if who else "Återkoppling", note
