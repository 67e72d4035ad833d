"""Rounds at random for the thread, and – by plain queries, rule by rule – what it ought to say of them.

Nothing here uses what it judges: no facts, no graph, no rule of the program.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from django.db.models import Exists, OuterRef, Q

from agreements.models import ActivityLog, FollowUp, Measurement, Outcome
from dialogs.models import CitizenDialog, HowDialog, HowProposal, Proposal, View, WhatDialog
from processes.models import (
    Activity,
    ActivityAim,
    ActivityPlan,
    Cause,
    Feedback,
    FocusArea,
    Goal,
    JointSituation,
    LocalSituation,
    Problem,
    ProblemAnalysis,
    ProblemEntry,
    Process,
    SituationEntry,
)

Pairs = set[tuple[tuple[str, int], tuple[str, int]]]
IN_PLAY = Q(focus_area__becomes_promise=True) | Q(focus_area__becomes_promise=None) | Q(focus_area=None)


def some(rnd: Random, rows: list[Any], none: bool = True) -> Any:
    """One of the rows, or – if there are none, or sometimes – nothing."""
    return rnd.choice([*rows, None]) if none and rows else rnd.choice(rows) if rows else None


def made(model: Any, rows: list[Any]) -> list[Any]:
    """The rows, straight into the table: no history, no action, only links."""
    return model.objects.bulk_create(rows)


def random_round(rnd: Random, area: Any, user: Any, today: date) -> Process:
    """A round where anything may lead to anything its columns allow, or to nothing."""
    start = today + timedelta(days=rnd.choice([-400, -30, 30]))
    picture = made(LocalSituation, [LocalSituation(area=area)])[0]
    round_ = Process.objects.create(
        title="Runda",
        area=area,
        period_start=start,
        period_end=start + timedelta(days=200),
        local_situation=picture,
    )
    made(JointSituation, [JointSituation(process=round_)])
    made(ActivityPlan, [ActivityPlan(process=round_)])
    _understood(rnd, round_, picture)
    _heard(rnd, round_, today)
    _planned(rnd, round_, today)
    _done(rnd, round_, today)
    _told(rnd, round_, user, today)
    return round_


def _understood(rnd: Random, round_: Process, picture: LocalSituation) -> None:
    n = rnd.randint
    problems = made(Problem, [Problem(process=round_, title=f"Problem {i}") for i in range(n(0, 3))])
    areas = [
        FocusArea(
            process=round_,
            title=f"Område {i}",
            problem=some(rnd, problems),
            becomes_promise=some(rnd, [True, True, False]),
        )
        for i in range(n(0, 4))
    ]
    areas = made(FocusArea, areas)
    analyses = made(ProblemAnalysis, [ProblemAnalysis(focus_area=a) for a in areas if n(0, 2)])
    for analysis in analyses:
        for i in range(n(0, 3)):
            above = list(Cause.objects.filter(analysis=analysis))
            horizon = some(rnd, ["near", "near", "remote"]) or ""
            made(
                Cause, [Cause(analysis=analysis, text=f"Orsak {i}", parent=some(rnd, above), horizon=horizon)]
            )
    entries = made(
        SituationEntry, [SituationEntry(situation=picture, title=f"Iakttagelse {i}") for i in range(2)]
    )
    if problems:
        own = [
            ProblemEntry(problem=some(rnd, problems, none=False), entry=some(rnd, entries))
            for _ in range(n(0, 2))
        ]
        made(ProblemEntry, own)


def _heard(rnd: Random, round_: Process, today: date) -> None:
    problems = list(Problem.objects.filter(process=round_))
    dialogs = [
        CitizenDialog(
            title=f"Dialog {i}",
            held_on=some(rnd, [today, today - timedelta(days=40), today + timedelta(days=3)]),
        )
        for i in range(rnd.randint(0, 3))
    ]
    for dialog in made(CitizenDialog, dialogs):
        dialog.processes.add(round_)
        views = [
            View(
                dialog=dialog,
                text="Sagt",
                problem=some(rnd, problems),
                outcome=rnd.choice(["", "focus", "ordinary"]),
            )
            for _ in range(rnd.randint(0, 4))
        ]
        made(View, views)
    for model, proposal in ((WhatDialog, Proposal), (HowDialog, HowProposal)):
        dialog = model.objects.bulk_create([model(group=f"Grupp {model.__name__}")])[0]
        dialog.processes.add(round_)
        target = some(rnd, [*FocusArea.objects.filter(process=round_), *SituationEntry.objects.all()])
        known = {"adopted_model": target._meta.label, "adopted_id": target.pk} if target else {}
        made(proposal, [proposal(dialog=dialog, text="Kom fram", **known)])


def _planned(rnd: Random, round_: Process, today: date) -> None:
    n = rnd.randint
    areas = list(FocusArea.objects.filter(process=round_))
    causes = list(Cause.objects.filter(analysis__focus_area__process=round_).select_related("analysis"))

    def aimed() -> dict[str, Any]:
        cause = some(rnd, causes)
        return {
            "cause": cause,
            "focus_area_id": cause.analysis.focus_area_id if cause else getattr(some(rnd, areas), "pk", None),
        }

    due = [today - timedelta(days=1), today + timedelta(days=1)]
    goals = [Goal(process=round_, text=f"Mål {i}", due_on=some(rnd, due), **aimed()) for i in range(n(0, 3))]
    goals = made(Goal, goals)
    begins = [today - timedelta(days=20), today + timedelta(days=20)]
    activities = [
        Activity(
            process=round_,
            what=f"Aktivitet {i}",
            goal=some(rnd, goals),
            side=rnd.choice(["", "place"]),
            period_start=some(rnd, begins),
            target_kind=rnd.choice(["yes_no", "on_demand"]),
            **aimed(),
        )
        for i in range(n(0, 5))
    ]
    activities = made(Activity, activities)
    if activities:
        more = [
            ActivityAim(
                activity=some(rnd, activities, none=False),
                cause=some(rnd, causes),
                goal=some(rnd, goals),
                side=rnd.choice(["", "guardian"]),
            )
            for _ in range(n(0, 3))
        ]
        made(ActivityAim, more)
    produced = [
        Goal(process=round_, kind="production", text="Ska ge", activity=some(rnd, activities))
        for _ in range(n(0, 1))
    ]
    made(Goal, produced)


def _done(rnd: Random, round_: Process, today: date) -> None:
    activities = list(Activity.objects.filter(process=round_))
    goals = list(Goal.objects.filter(process=round_, kind="effect"))
    logs = [
        ActivityLog(process=round_, activity=some(rnd, activities), done_on=some(rnd, [today]))
        for _ in range(rnd.randint(0, 4))
    ]
    made(ActivityLog, logs)
    ends = [today - timedelta(days=30), today + timedelta(days=30)]
    periods = [
        FollowUp(
            process=round_, title=f"Uppföljning {i}", period_end=some(rnd, ends), done_on=some(rnd, [today])
        )
        for i in range(rnd.randint(0, 2))
    ]
    for period in made(FollowUp, periods):
        made(
            Outcome,
            [Outcome(follow_up=period, activity=some(rnd, activities)) for _ in range(rnd.randint(0, 2))],
        )
        made(
            Measurement,
            [Measurement(follow_up=period, goal=some(rnd, goals)) for _ in range(rnd.randint(0, 1))],
        )


def _told(rnd: Random, round_: Process, user: Any, today: date) -> None:
    where = [("citizen_dialog", row) for row in CitizenDialog.objects.filter(processes=round_)]
    where += [("staff_dialog_what", row) for row in WhatDialog.objects.filter(processes=round_)]
    where += [("follow_up", row) for row in FollowUp.objects.filter(process=round_)]
    where += [("feedback", round_), ("collaboration", round_)]
    days = [today - timedelta(days=2), today + timedelta(days=2)]
    rows = []
    for step, subject in rnd.sample(where, rnd.randint(0, len(where))):
        for _ in range(rnd.randint(1, 2)):
            rows.append(
                Feedback(
                    process=round_,
                    step=step,
                    subject_model=subject._meta.label,
                    subject_id=subject.pk,
                    by=user,
                    audiences=rnd.choice([["citizens"], ["staff"], ["citizens", "staff"]]),
                    due_on=some(rnd, days),
                    given_on=some(rnd, [today - timedelta(days=1)]),
                )
            )
    made(Feedback, rows)


# What the thread ought to hold


def rows_of(round_: Process) -> dict[str, list[int]]:
    """The rows that each kind of thing ought to stand for, every one of them once."""

    def keys(found: Any) -> list[int]:
        return sorted(found.values_list("pk", flat=True))

    used = {kind: sorted(set(model.objects.filter(dialog__processes=round_).exclude(adopted_id=None).values_list("dialog_id", flat=True)))
            for kind, model in (("what", Proposal), ("how", HowProposal))}  # fmt: skip
    about = Q(step__in=("citizen_dialog", "implementation", "follow_up", "feedback"))
    about |= Q(step="staff_dialog_what", subject_id__in=used["what"]) | Q(
        step="staff_dialog_how", subject_id__in=used["how"]
    )
    return {
        "dialog": keys(CitizenDialog.objects.filter(processes=round_)),
        **used,
        "entry": keys(ProblemEntry.objects.filter(problem__process=round_)),
        "problem": keys(Problem.objects.filter(process=round_)),
        "focus": keys(FocusArea.objects.filter(process=round_)),
        "analysis": keys(ProblemAnalysis.objects.filter(focus_area__process=round_)),
        "cause": keys(Cause.objects.filter(analysis__focus_area__process=round_)),
        "goal": keys(Goal.objects.filter(process=round_)),
        "activity": keys(Activity.objects.filter(process=round_)),
        "outcome": keys(Outcome.objects.filter(follow_up__process=round_)),
        "measurement": keys(Measurement.objects.filter(follow_up__process=round_)),
        "feedback": keys(Feedback.objects.filter(process=round_).filter(about)),
    }


def logged(round_: Process) -> set[int]:
    """The activities that something dated is written of."""
    found = ActivityLog.objects.filter(process=round_, activity__isnull=False, done_on__isnull=False)
    return set(found.values_list("activity_id", flat=True))


def served(activity: Activity) -> set[int]:
    """The goals an activity contributes to: those named, and – where a direction names none – its cause's."""
    found = set()
    for one in [activity, *activity.aims.all()]:
        if one.goal_id:
            found.add(one.goal_id)
        elif one.cause_id:
            found |= set(Goal.objects.filter(kind="effect", cause=one.cause_id).values_list("pk", flat=True))
    return found


def links(round_: Process) -> Pairs:
    """Every link of the round that the thread ought to show, each found by itself."""
    return _links_of_words(round_) | _links_of_work(round_)


def _links_of_words(round_: Process) -> Pairs:
    found: Pairs = set()
    for view in View.objects.filter(dialog__processes=round_, problem__process=round_):
        found.add((("dialog", view.dialog_id), ("problem", view.problem_id)))
    for row in ProblemEntry.objects.filter(problem__process=round_):
        found.add((("entry", row.pk), ("problem", row.problem_id)))
        for kind, model in (("what", Proposal), ("how", HowProposal)):
            taken = model.objects.filter(
                dialog__processes=round_, adopted_model="processes.SituationEntry", adopted_id=row.entry_id
            )
            found |= {((kind, p.dialog_id), ("problem", row.problem_id)) for p in taken if row.entry_id}
    for kind, model in (("what", Proposal), ("how", HowProposal)):
        for row in model.objects.filter(dialog__processes=round_, adopted_model="processes.FocusArea"):
            found.add(((kind, row.dialog_id), ("focus", row.adopted_id)))
    for row in FocusArea.objects.filter(process=round_, problem__isnull=False):
        found.add((("problem", row.problem_id), ("focus", row.pk)))
    for row in ProblemAnalysis.objects.filter(focus_area__process=round_):
        found.add((("focus", row.focus_area_id), ("analysis", row.pk)))
    for row in Cause.objects.filter(analysis__focus_area__process=round_):
        above = ("cause", row.parent_id) if row.parent_id else ("analysis", row.analysis_id)
        found.add((above, ("cause", row.pk)))
    return found


def _links_of_work(round_: Process) -> Pairs:
    found: Pairs = set()
    for row in Goal.objects.filter(process=round_):
        if row.cause_id:
            found.add((("cause", row.cause_id), ("goal", row.pk)))
        if row.kind == "production" and row.activity_id:
            found.add((("goal", row.pk), ("activity", row.activity_id)))
    for row in Activity.objects.filter(process=round_):
        directions = [row, *row.aims.all()]
        causes = {one.cause_id for one in directions if one.cause_id}
        found |= {(("cause", pk), ("activity", row.pk)) for pk in causes}
        found |= {(("goal", pk), ("activity", row.pk)) for pk in served(row)}
        analysis = ProblemAnalysis.objects.filter(focus_area=row.focus_area_id or 0).first()
        if not causes and analysis and any(one.side for one in directions):
            found.add((("analysis", analysis.pk), ("activity", row.pk)))
    done = logged(round_)
    found |= {(("activity", pk), ("log", pk)) for pk in done}
    for row in Outcome.objects.filter(follow_up__process=round_, activity__isnull=False):
        found.add((("log" if row.activity_id in done else "activity", row.activity_id), ("outcome", row.pk)))
    for row in Measurement.objects.filter(follow_up__process=round_, goal__isnull=False):
        found.add((("goal", row.goal_id), ("measurement", row.pk)))
    return found | _links_of_feedback(round_, done)


def _links_of_feedback(round_: Process, done: set[int]) -> Pairs:
    found: Pairs = set()
    own = rows_of(round_)
    for pk in own["feedback"]:
        row = Feedback.objects.get(pk=pk)
        # What is told of one thing stands in one box, which is known by the first time.
        same = Feedback.objects.filter(
            step=row.step, subject_model=row.subject_model, subject_id=row.subject_id
        )
        end = ("feedback", same.order_by("pk").first().pk)
        kind = {"citizen_dialog": "dialog", "staff_dialog_what": "what", "staff_dialog_how": "how"}.get(
            row.step
        )
        if kind:
            found.add(((kind, row.subject_id), end))
        elif row.step == "follow_up":
            found |= {(("outcome", one.pk), end) for one in Outcome.objects.filter(follow_up=row.subject_id)}
            found |= {
                (("measurement", one.pk), end) for one in Measurement.objects.filter(follow_up=row.subject_id)
            }
        else:
            found |= {(("log", one), end) for one in done}
    return found


# What ought to hang loose


def loose(round_: Process, today: date) -> dict[str, set[int]]:
    """Of each rule the rows that it ought to find."""
    found = {**_loose_words(round_, today), **_loose_work(round_, today)}
    return {rule: rows for rule, rows in found.items() if rows}


def keys(found: Any) -> set[int]:
    return set(found.values_list("pk", flat=True))


def _loose_words(round_: Process, today: date) -> dict[str, set[int]]:
    was_held = CitizenDialog.objects.filter(processes=round_, held_on__lte=today)
    untied = View.objects.filter(dialog=OuterRef("pk"), problem=None, outcome__in=("", "focus"))
    spoken = View.objects.filter(dialog__processes=round_)
    chosen = FocusArea.objects.filter(process=round_, becomes_promise=True)
    analyses = ProblemAnalysis.objects.filter(IN_PLAY, focus_area__process=round_)
    near = Cause.objects.filter(
        Q(analysis__focus_area__becomes_promise=True) | Q(analysis__focus_area__becomes_promise=None),
        analysis__focus_area__process=round_,
        horizon="near",
    )
    return {
        "untold": {row.pk for row in was_held if not _answered(row, today)},
        "untied": keys(was_held.filter(Exists(untied))),
        "unchosen": keys(
            Problem.objects.filter(Exists(spoken.filter(problem=OuterRef("pk"))), process=round_).exclude(
                Exists(FocusArea.objects.filter(problem=OuterRef("pk")))
            )
        ),
        "unvoiced": keys(chosen.exclude(Exists(spoken.filter(problem=OuterRef("problem"))))),
        "unanalysed": keys(chosen.filter(analysis=None)),
        "unexplained": keys(analyses.exclude(Exists(Cause.objects.filter(analysis=OuterRef("pk"))))),
        "unmet": {r.pk for r in near if _left_alone(r) and not any(map(_left_alone, _chain(r)))},
    }


def _answered(dialog: CitizenDialog, today: date) -> bool:
    for row in Feedback.objects.filter(subject_model="dialogs.CitizenDialog", subject_id=dialog.pk):
        if "citizens" in row.audiences and (row.given_on or (row.due_on and row.due_on >= today)):
            return True
    return False


def _acted_on(cause: Cause) -> bool:
    return any(model.objects.filter(cause=cause).exists() for model in (Goal, Activity, ActivityAim))


def _deeper(cause: Cause) -> bool:
    return any(_acted_on(one) or _deeper(one) for one in Cause.objects.filter(parent=cause))


def _chain(cause: Cause) -> list[Cause]:
    return [cause.parent, *_chain(cause.parent)] if cause.parent else []


def _left_alone(cause: Cause) -> bool:
    """Near, and nobody acts on it, on what it explains, or on what explains it."""
    whole = [cause, *_chain(cause)]
    return cause.horizon == "near" and not any(map(_acted_on, whole)) and not _deeper(cause)


def _loose_work(round_: Process, today: date) -> dict[str, set[int]]:
    activities = Activity.objects.filter(IN_PLAY, process=round_)
    goals = Goal.objects.filter(IN_PLAY, process=round_)
    effects = goals.filter(kind="effect")
    aimed = ActivityAim.objects.filter(Q(cause__isnull=False) | ~Q(side=""), activity=OuterRef("pk"))
    towards = {goal for row in Activity.objects.filter(process=round_) for goal in served(row)}
    judged = Outcome.objects.filter(follow_up__process=round_, activity=OuterRef("pk"))
    begun = Q(period_start__lte=today)
    if round_.period_start <= today:
        begun |= Q(period_start=None)
    silent = activities.filter(begun).exclude(target_kind="on_demand").exclude(pk__in=logged(round_))
    late = effects.filter(Q(due_on__lt=today) | (Q(due_on=None) if round_.period_end < today else Q(pk=None)))
    return {
        "aimless": keys(activities.filter(cause=None, side="").exclude(Exists(aimed))),
        "no_goal": {row.pk for row in activities if not served(row)},
        "causeless": keys(effects.filter(cause=None)),
        "unserved": keys(effects.exclude(pk__in=towards))
        | keys(goals.filter(kind="production", activity=None)),
        "unmeasured": keys(late.exclude(Exists(Measurement.objects.filter(goal=OuterRef("pk"))))),
        "not_logged": keys(silent.exclude(Exists(judged))),
        "no_outcome": {row.pk for row in activities.exclude(Exists(judged)) if _due(row, round_, today)},
        "work_untold": {round_.pk} if logged(round_) and not _work_told(round_) else set(),
    }


def _due(activity: Activity, round_: Process, today: date) -> bool:
    if (activity.period_end or round_.period_end) < today:
        return True
    start = activity.period_start or round_.period_start
    return FollowUp.objects.filter(process=round_, done_on__isnull=False, period_end__gte=start).exists()


def _work_told(round_: Process) -> bool:
    about = ("implementation", "follow_up", "feedback")
    given = Feedback.objects.filter(process=round_, step__in=about, given_on__isnull=False)
    return any("citizens" in row.audiences for row in given)
