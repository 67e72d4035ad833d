"""Short ways to act in a round as one of its people. Everything goes through the actions."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.http import HttpRequest

from agreements.follow_up.actions import record_export
from agreements.papers import plan_workbook
from processes import actions, queries
from processes.method import Gate, Ground, Rows, Section, Step, get_method
from processes.models import Organisation, Process, Term, User
from processes.pages.frozen import fingerprint, frozen
from processes.plan import acceptance
from processes.views.documents import file_response
from processes.views.here import InStep

from . import clock


def ago(days: int) -> date:
    """So many days before today: the demo never goes stale."""
    return clock.today() - timedelta(days=days)


def ahead(days: int) -> date:
    """So many days after today."""
    return ago(-days)


def month_start(months: int) -> date:
    """The first day of the month so many months from this one."""
    today = clock.today()
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, 1)


def word(words: Term.List, label: str) -> Term:
    """A word of one of the lists."""
    return Term.objects.get(list=words, label=label)


DAYS_OFF = {(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)}


def working_day(day: date) -> date:
    """The day, or the last one before it when people are at work."""
    while day.weekday() > 4 or (day.month, day.day) in DAYS_OFF:
        day -= timedelta(days=1)
    return day


class Story(SimpleNamespace):
    """One round as it is told: its place and period, the hands of its people, and what they have made so far."""

    begins: date
    ends: date

    def before(self, days: int) -> date:
        """So many days before the period begins, when people are at work."""
        return working_day(self.begins - timedelta(days=days))

    def after(self, days: int) -> date:
        """So many days after the period began."""
        return self.begins + timedelta(days=days)

    def hold(self, round_: Process) -> None:
        """The round there is now, and the hands of its people in it."""
        vars(self).update({"round": round_, **self.place.hands(round_)})


class Hand:
    """One person in one round."""

    def __init__(self, user: User, round_: Process):
        self.user, self.round, self.method = user, round_, get_method()

    def record(self, label: str) -> Any:
        """The one record of that model in the round."""
        return apps.get_model(label).objects.get(**{self.method.paths[label] or "pk": self.round.pk})

    def edit(self, obj: Any, reason: str = "", /, **fields: Any) -> Any:
        """Change fields of a record or a row, each in the section where a person would."""
        obj.refresh_from_db()
        for step, section in self._sections(obj._meta.label, set(fields)):
            obj = actions.save(
                by=self.user,
                round_=self.round,
                step=step,
                section=section,
                subject_id=self._subject(step, section, obj),
                obj=obj,
                version=obj.version,
                values={name: value for name, value in fields.items() if name in section.fields},
                reason=reason,
            )
        return obj

    def _sections(self, label: str, names: set[str]) -> list[tuple[Step, Section | Rows]]:
        """The sections that show any of the fields. A field that stands in none is a slip of ours."""
        found = [
            (step, section)
            for step in self.method.every
            for section in step.sections
            if (isinstance(section, Section) and step.record == label)
            or (isinstance(section, Rows) and section.model == label)
            if names & set(section.fields)
        ]
        if lost := names - {name for _, section in found for name in section.fields}:
            raise LookupError(f"{label} is nowhere edited: {', '.join(sorted(lost))}")
        return found

    def _subject(self, step: Step, section: Section | Rows, obj: Any) -> int:
        if isinstance(section, Section):
            return obj.pk
        return self.record(step.record).pk if section.owner else getattr(obj, f"{section.parent}_id")

    def add(self, label: str, parent: Any = None, /, **fields: Any) -> Any:
        """Add a row to its subject, to the round, or to what its form lets one choose."""
        step, section = self._sections(label, set(fields))[0]
        return actions.add(
            by=self.user,
            round_=self.round,
            step=step,
            section=section,
            subject_id=0 if section.owner else parent.pk,
            parent=self.round if section.owner == "processes.Process" else parent,
            values=fields,
        )

    def create(self, key: str, **fields: Any) -> Any:
        """Begin another subject of a recurring step, with all that its form asks for."""
        step = self.method[key]
        begun = {name: value for name, value in fields.items() if name in step.add_fields}
        obj = actions.create_subject(by=self.user, round_=self.round, step=step, values=begun)
        rest = {name: value for name, value in fields.items() if name not in begun}
        return self.edit(obj, **rest) if rest else obj

    def take_in(
        self,
        said: Any,
        key: str,
        section: str,
        parent: Any = None,
        *,
        source: str = "medarbetarna",
        as_row: Any = None,
        way: str = "",
    ) -> None:
        """Take in what was said elsewhere: as a row that is there already, or as a new one of some kind."""
        step = self.method[key]
        part = step.section(section)
        assert isinstance(part, Rows)
        found = next(one for one in part.adopts if one.key == source)
        common = {
            "by": self.user,
            "round_": self.round,
            "step": step,
            "section": part,
            "source": found,
            "key": f"{said._meta.label}:{said.pk}:",
        }
        if as_row is not None:
            actions.join(row_id=as_row.pk, **common)
            return
        kinds = [values.get("kind") for _, values in found.ways]
        actions.adopt(parent=parent, way=kinds.index(way) if way else 0, **common)

    def accept(self, *shares: Any) -> None:
        """Say yes to parts of the plan for one's own organisation, as they read now."""
        facts = queries.load_facts(self.method, self.round.pk)
        rows = [facts.get(acceptance.PARTY, share.pk) for share in shares]
        shown = {row.id: acceptance.mark(acceptance.terms(facts, row)) for row in rows}
        actions.accept(by=self.user, round_=self.round, shown=shown)

    def at(self, key: str, subject: Any) -> InStep:
        """Where one stands with a step open, its own ground along."""
        step, actor = self.method[key], queries.actor_in(self.user, self.round)
        facts = queries.load_facts(self.method, self.round.pk)
        if step.ground is Ground.OWN:
            facts = facts.joined(queries.own_rows(self.method, step, self.round.pk, actor.organisations))
        row = facts.get(step.record, subject.pk)
        return InStep(HttpRequest(), self.user, self.round, actor, self.method, facts, step, row)

    def take_out(self, follow_up: Any) -> None:
        """Take out the material for the planning system, as the button does."""
        book = plan_workbook(self.at("activity_plan", self.record("processes.ActivityPlan")))
        data = file_response(book, "xlsx", "Till planeringssystemet", self.round.title).content
        record_export(by=self.user, round_=self.round, follow_up_id=follow_up.pk, data=data)

    def share(self, key: str, subject: Any, to: str, note: str = "") -> None:
        """Hand a frozen copy of one's own ground to another party, as the page would."""
        content = frozen(self.at(key, subject))
        actions.share(
            by=self.user,
            round_=self.round,
            step=self.method[key],
            subject_id=subject.pk,
            recipients=[Organisation.objects.get(name=to)],
            content=content,
            sha256=fingerprint(content),
            note=note,
        )

    def judge(self, subject: Any, key: str, answer: str = "yes", words: str = "", rows: Any = ()) -> None:
        """Judge the subject, or each of its rows when the question is put of each."""
        step, _ = self.method.criterion(key)
        answers = {(key, row.pk): (answer, words) for row in rows or [subject]}
        actions.judge(by=self.user, round_=self.round, step=step, subject_id=subject.pk, answers=answers)

    def tick(self, subject: Any, key: str) -> None:
        """Tick a point of the step's checklist."""
        step, _ = self.method.criterion(key)
        actions.tick(by=self.user, round_=self.round, step=step, subject_id=subject.pk, key=key, ticked=True)

    def decide(self, key: str, subject: Any, *gates: Gate) -> None:
        """Pass the gates in turn."""
        for gate in gates or (Gate.COMPLETE,):
            actions.decide(
                by=self.user, round_=self.round, step=self.method[key], subject_id=subject.pk, gate=gate
            )

    def send_back(self, key: str, subject: Any, comment: str) -> None:
        """Return what had been completed."""
        step = self.method[key]
        actions.send_back(by=self.user, round_=self.round, step=step, subject_id=subject.pk, comment=comment)

    def deviate(self, key: str, subject: Any, code: str, reason: str) -> None:
        """Explain why a "bör" is not met."""
        step = self.method[key]
        actions.deviate(
            by=self.user, round_=self.round, step=step, subject_id=subject.pk, codes=[code], reason=reason
        )

    def tell(
        self, key: str, subject: Any, audiences: str, channel: str, text: str = "", **days: date
    ) -> None:
        """Record a feedback: given, or promised by a day."""
        values = {"audiences": audiences.split(), "channel": channel, "text": text}
        actions.save_feedback(
            by=self.user,
            round_=self.round,
            step=self.method[key],
            subject_id=subject.pk,
            values={**values, "due_on": None, "given_on": None, **days},
        )
