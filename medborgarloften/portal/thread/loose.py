"""The loose ends of a thread, both ways: what leads nowhere and what comes from nowhere. Pure.

Each rule tells where it is mended, so that a link can lead to the very field. What belongs to a focus
area that was turned down hangs loose for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from agreements.keeping import Done, target_of
from processes.criteria import held
from processes.method import Facts, Finding, Row
from processes.models import Activity, Cause, Goal
from processes.models.problem import DEEPEST
from processes.steps.joint_rules import chosen

from . import rules
from .aims import Aim, aims
from .graph import Counts, Loose, Said

DIALOG = "dialogs.CitizenDialog"
OUTCOME = "agreements.Outcome"
ABOUT_THE_WORK = ("implementation", "follow_up", "feedback")


def loose_ends(facts: Facts, counts: Counts) -> tuple[Loose, ...]:
    """All of them, most pressing first."""
    order = {rule: number for number, rule in enumerate(rules.RULES)}
    search = Search(facts, counts)
    found = [*search.heard(), *search.understood(), *search.planned(), *search.done()]
    return tuple(sorted(found, key=lambda one: (order[one.rule], -one.weight)))


@dataclass(frozen=True)
class Search:
    """What is looked up once while the loose ends are sought."""

    facts: Facts
    counts: Counts

    @cached_property
    def aims(self) -> dict[int, Aim]:
        """What each activity is aimed at."""
        return aims(self.facts)

    @cached_property
    def turned_down(self) -> set[int]:
        """The focus areas that were."""
        return {row.id for row in self.facts.rows("processes.FocusArea", becomes_promise=False)}

    def in_play(self, label: str) -> list[Row]:
        """The rows that belong to no focus area that was turned down."""
        return [row for row in self.facts.rows(label) if row.focus_area_id not in self.turned_down]

    @cached_property
    def activities(self) -> list[Row]:
        """The activities in play."""
        return self.in_play("processes.Activity")

    @cached_property
    def spoken(self) -> dict[int | None, int]:
        """How many views belong to each problem."""
        found: dict[int | None, int] = {}
        for (_, problem), said in self.counts.views.items():
            found[problem] = found.get(problem, 0) + said.number
        return found

    # What was heard

    def heard(self) -> Iterator[Loose]:
        """Dialogues nobody has heard of again, and views that became nothing."""
        for row in held(self.facts, DIALOG):
            if not self._answered(row):
                mend = Finding("feedback", row=self._owed(row), step="citizen_dialog", subject=row)
                since = f"{(self.facts.today - row.held_on).days} dagar sedan dialogen"
                yield Loose(
                    rules.UNTOLD, ("dialog", row.id), row.title, mend, since, weight=_days(row.held_on)
                )
            said = self.counts.views.get((row.id, None), Said(0))
            if said.loose and self.facts.whole is self.facts:  # it is no focus area's own
                view = Row("dialogs.View", said.first or 0, {})
                mend = Finding("synpunkter.problem", row=view, step="citizen_dialog", subject=row)
                says = "1 synpunkt" if said.loose == 1 else f"{said.loose} synpunkter"
                yield Loose(rules.UNTIED, ("dialog", row.id), row.title, mend, says, weight=said.loose)

    def _feedback(self, dialog: Row) -> list[Row]:
        return self.facts.rows("processes.Feedback", subject_model=DIALOG, subject_id=dialog.id)

    def _answered(self, dialog: Row) -> bool:
        """Whether those who took part have been told, or will be by a day that has not passed."""
        told = [row for row in self._feedback(dialog) if "citizens" in row.audiences]
        return any(row.given_on or (row.due_on and row.due_on >= self.facts.today) for row in told)

    def _owed(self, dialog: Row) -> Row | None:
        return next((row for row in self._feedback(dialog) if row.given_on is None), None)

    # What was understood

    def understood(self) -> Iterator[Loose]:
        """Problems nobody took up, focus areas without a voice or an analysis, causes left alone."""
        joint = self.facts.one("processes.JointSituation")
        taken = {row.problem_id for row in self.facts.rows("processes.FocusArea")}
        for row in self.facts.rows("processes.Problem"):
            number = self.spoken.get(row.id, 0)
            if number and row.id not in taken:
                mend = Finding("fokus.title", step="joint_situation", subject=joint)
                says = "1 synpunkt" if number == 1 else f"{number} synpunkter"
                own = (("problem", row.id),)
                yield Loose(rules.UNCHOSEN, ("problem", row.id), row.title, mend, says, own, number)
        analysed = {row.focus_area_id: row for row in self.facts.rows("processes.ProblemAnalysis")}
        for row in filter(chosen, self.facts.rows("processes.FocusArea")):
            if not self.spoken.get(row.problem_id) or row.problem_id is None:
                yield Loose(rules.UNVOICED, ("focus", row.id), row.title, self._voice(row, joint))
            if row.id not in analysed:
                mend = Finding("decision", step="problem_analysis")
                yield Loose(rules.UNANALYSED, ("focus", row.id), row.title, mend)
        yield from self._causes()

    def _voice(self, focus: Row, joint: Row | None) -> Finding:
        """The problem it is about; the first view that could speak for it; or a dialogue to hold."""
        if focus.problem_id is None:
            return Finding("fokus.problem", row=focus, step="joint_situation", subject=joint)
        for (dialog, problem), said in self.counts.views.items():
            if problem is None and said.loose:
                view, subject = Row("dialogs.View", said.first or 0, {}), self.facts.get(DIALOG, dialog)
                return Finding("synpunkter.problem", row=view, step="citizen_dialog", subject=subject)
        return Finding("decision", step="citizen_dialog")

    def _causes(self) -> Iterator[Loose]:
        explained = {row.analysis_id for row in self.facts.rows("processes.Cause")}
        plan = self.facts.one("processes.ActivityPlan")
        for row in self.in_play("processes.ProblemAnalysis"):
            if row.id not in explained:
                mend = Finding("orsaker.text", step="problem_analysis", subject=row)
                yield Loose(rules.UNEXPLAINED, ("analysis", row.id), row.focus_title or row.what, mend)
        for row in self.in_play("processes.Cause"):
            if row.id in self._unmet and self._unmet.isdisjoint(self._above(row)):
                mend = Finding("aktiviteter.what", step="activity_plan", subject=plan)
                yield Loose(rules.UNMET, ("cause", row.id), row.text, mend, chosen=(("cause", row.id),))

    def _above(self, cause: Row) -> Iterator[int]:
        """The causes that it explains, all the way to the problem."""
        here = self.facts.get("processes.Cause", cause.parent_id)
        for _ in range(DEEPEST):
            if here is None:
                return
            yield here.id
            here = self.facts.get("processes.Cause", here.parent_id)

    @cached_property
    def _unmet(self) -> set[int]:
        """The near causes that nothing is aimed at, nor at any cause that they explain or that explains them:
        whoever acts on one why breaks the chain. The outermost of a chain stands for all of it."""
        causes = self.facts.rows("processes.Cause")
        aimed = {pk for aim in self.aims.values() for pk in aim.causes}
        aimed |= {row.cause_id for row in self.facts.rows("processes.Goal") if row.cause_id is not None}
        met = set(aimed)
        for row in causes:
            above = set(self._above(row))
            met |= above if row.id in aimed else set()
            met |= {row.id} if above & aimed else set()
        return {row.id for row in causes if row.horizon == Cause.Horizon.NEAR} - met

    # What was planned

    def planned(self) -> Iterator[Loose]:
        """Activities aimed at nothing or towards nothing; goals from nowhere or for nobody."""
        plan = self.facts.one("processes.ActivityPlan")

        def row_of(section: str, field: str, row: Row | None) -> Finding:
            return Finding(f"{section}.{field}", row=row, step="activity_plan", subject=plan)

        for row in self.activities:
            aim = self.aims[row.id]
            if not aim.causes and not aim.sides:
                yield Loose(
                    rules.AIMLESS, ("activity", row.id), row.what, row_of("aktiviteter", "cause", row)
                )
            if not aim.goals:
                yield Loose(rules.NO_GOAL, ("activity", row.id), row.what, row_of("aktiviteter", "goal", row))
        served = {pk for aim in self.aims.values() for pk in aim.goals}
        for row in self.in_play("processes.Goal"):
            if row.kind == Goal.Kind.PRODUCTION:
                if row.activity_id is None:
                    yield Loose(rules.UNSERVED, ("goal", row.id), row.text, row_of("mal", "activity", row))
                continue
            if row.cause_id is None:
                yield Loose(rules.CAUSELESS, ("goal", row.id), row.text, row_of("mal", "cause", row))
            if row.id not in served:
                free = next((a for a in self._goalless(row.focus_area_id)), None)
                own = () if free else (("goal", row.id),)
                field = "goal" if free else "what"
                yield Loose(
                    rules.UNSERVED, ("goal", row.id), row.text, row_of("aktiviteter", field, free), chosen=own
                )

    def _goalless(self, focus: int | None) -> Iterator[Row]:
        return (a for a in self.activities if a.focus_area_id == focus and not self.aims[a.id].goals)

    # What came of it

    def done(self) -> Iterator[Loose]:
        """Activities that nobody has written of or followed up, goals not measured, work not told of."""
        judged = {row.activity_id for row in self.facts.rows(OUTCOME)}
        for row in self.activities:
            target = target_of(self.facts, row)
            logged = self.counts.done.get(row.id, Done()).times
            begun = target.begins is not None and target.begins <= self.facts.today
            if begun and not logged and row.id not in judged and row.target_kind != Activity.Target.ON_DEMAND:
                mend = Finding("logg.done_on", step="implementation", subject=self.facts.round)
                since = f"{(self.facts.today - target.begins).days} dagar sedan den skulle börja"
                own, weight = (("activity", row.id),), _days(target.begins)
                yield Loose(rules.NOT_LOGGED, ("activity", row.id), row.what, mend, since, own, weight)
            if row.id not in judged and self._due(target.begins, target.ends):
                mend = self._follow_up("aktiviteter.quality")
                yield Loose(
                    rules.NO_OUTCOME, ("activity", row.id), row.what, mend, chosen=(("activity", row.id),)
                )
        yield from self._unmeasured()
        logged_at_all = any(done.times for done in self.counts.done.values())
        if logged_at_all and not self._work_told():
            mend = Finding("feedback", step="feedback", subject=self.facts.round)
            yield Loose(rules.WORK_UNTOLD, None, "Arbetet i rundan", mend)

    def _due(self, begins: date | None, ends: date | None) -> bool:
        """Whether its time is out, or a follow-up has been done of a period in which it had begun."""
        if ends is not None and ends < self.facts.today:
            return True
        return any(
            row.done_on and row.period_end and begins and begins <= row.period_end
            for row in self.facts.rows("agreements.FollowUp")
        )

    def _follow_up(self, anchor: str) -> Finding:
        """In the latest follow-up; where there is none, a new one."""
        periods = self.facts.rows("agreements.FollowUp")
        if not periods:
            return Finding("decision", step="follow_up")
        return Finding(anchor, step="follow_up", subject=periods[-1])

    def _unmeasured(self) -> Iterator[Loose]:
        measured = {row.goal_id for row in self.facts.rows("agreements.Measurement")}
        for row in self.in_play("processes.Goal"):
            due = row.due_on or self.facts.round.period_end
            over = due is not None and due < self.facts.today
            if row.kind == Goal.Kind.EFFECT and over and row.id not in measured:
                mend = self._follow_up("matningar.value")
                yield Loose(rules.UNMEASURED, ("goal", row.id), row.text, mend, chosen=(("goal", row.id),))

    def _work_told(self) -> bool:
        return any(
            row.given_on is not None and "citizens" in row.audiences and row.step in ABOUT_THE_WORK
            for row in self.facts.rows("processes.Feedback")
        )


def _days(since: date) -> int:
    return -since.toordinal()
