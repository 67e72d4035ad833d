"""A round that tests build by calling the actions, as the people who would have done it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.utils import timezone

from processes import actions, guard, queries
from processes.method import Facts, Gate, Rows, Section, Side, Step, get_method
from processes.models import Organisation, Process, Term, User
from processes.plan import acceptance
from tests.people import Cast, cast


def word(words: str, label: str) -> Term:
    """A word of one of the lists."""
    return Term.objects.get(list=words, label=label)


def sorted_as(place: str, outcome: str) -> dict[str, Any]:
    """All that is to be said of a view, as its form takes it (DIA-12)."""
    theme, worry = word("theme", "Otrygg plats"), word("worry", "Miljön känns otrygg")
    return {"theme": theme, "place": place, "worry": worry, "outcome": outcome}


class World:
    """One round, its cast, and short ways to act in it. Made objects are kept as attributes."""

    def __init__(self, prefix: str = "aby", *, municipality: bool = True, people: Cast | None = None):
        self.cast = people or cast(prefix)
        self.police, self.municipality = self.cast.police, self.cast.municipality
        self.partner_org = self.cast.partner_org
        self.today = timezone.localdate()
        self.method = get_method()
        self.made = SimpleNamespace()
        self.with_municipality = municipality
        self.round: Process = actions.start_round(
            by=self.cast.officer,
            title=f"Trygg i {self.cast.prefix.title()}",
            area=self.cast.area,
            period_start=date(self.today.year + 1, 1, 1),
            period_end=date(self.today.year + 1, 12, 31),
            organisations=self._parties(municipality),
        )

    def _parties(self, municipality: bool) -> list[Organisation]:
        return [self.municipality, self.partner_org] if municipality else [self.partner_org]

    def record(self, label: str) -> Any:
        """The one record of that model in the round."""
        return apps.get_model(label).objects.get(**{self.method.paths[label]: self.round})

    def _place(self, obj: Any) -> tuple[Step, Section | Rows, int]:
        label = obj._meta.label
        for step in self.method:
            if step.record == label:
                return step, next(s for s in step.sections if isinstance(s, Section)), obj.pk
            for section in step.sections:
                if isinstance(section, Rows) and section.model == label:
                    return step, section, self._subject_id(step, section, obj)
        raise LookupError(label)

    def _subject_id(self, step: Step, section: Rows, obj: Any) -> int:
        if not section.owner:
            return getattr(obj, f"{section.parent}_id")
        return self.facts().one(step.record).id

    def edit(self, obj: Any, by: User | None = None, reason: str = "rättelse", **fields: Any) -> Any:
        """Change some fields of a record or row, as the form would, each in its section."""
        step, section, subject_id = self._place(obj)
        obj.refresh_from_db()
        sections = [section]
        if isinstance(section, Section):
            sections = [s for s in step.sections if isinstance(s, Section) and set(s.fields) & set(fields)]
        for part in sections:
            obj = actions.save(
                by=by or self._editor(step, part),
                round_=self.round,
                step=step,
                section=part,
                subject_id=subject_id,
                obj=obj,
                version=obj.version,
                values={k: v for k, v in fields.items() if k in part.fields},
                reason=reason,
            )
        return obj

    def _editor(self, step: Step, section: Any = None) -> User:
        roles = getattr(section, "edited_by", ()) or step.edited_by
        wanted = {
            "community_officer": "officer",
            "municipal_coordinator": "coordinator",
            "local_police_chief": "chief",
            "group_manager": "manager",
        }
        return next(
            getattr(self.cast, wanted.get(r, r)) for r in roles if hasattr(self.cast, wanted.get(r, r))
        )

    def add(
        self,
        label: str,
        parent: Any = None,
        /,
        by: User | None = None,
        reason: str | None = None,
        **fields: Any,
    ) -> Any:
        """Add a row; its parent is the round unless given. It has a reason where one is asked for."""
        step, section = next(
            (step, s)
            for step in self.method
            for s in step.sections
            if isinstance(s, Rows) and s.model == label
        )
        owner_is_round = section.owner == "processes.Process"
        chosen = section.parent in section.fields and section.owner and not owner_is_round
        if chosen and parent is not None:
            fields[section.parent] = parent
        return actions.add(
            by=by or self._editor(step, section),
            round_=self.round,
            step=step,
            section=section,
            subject_id=parent.pk if parent is not None and not section.owner else self._first(step),
            parent=None if chosen else (self.round if owner_is_round else parent),
            values=fields,
            reason=("tillägg" if section.settled else "") if reason is None else reason,
        )

    def _first(self, step: Step) -> int:
        row = self.facts().one(step.record)
        return row.id if row else 0

    def remove(self, obj: Any, by: User | None = None) -> None:
        """Take a row away."""
        step, section, subject_id = self._place(obj)
        actions.remove(
            by=by or self._editor(step, section),
            round_=self.round,
            step=step,
            section=section,
            subject_id=subject_id,
            obj=obj,
            reason="rättelse",
        )

    def create(self, step_key: str, by: User | None = None, **fields: Any) -> Any:
        """Begin a new subject of a recurring step."""
        step = self.method[step_key]
        return actions.create_subject(
            by=by or self._editor(step), round_=self.round, step=step, values=fields
        )

    def tick(self, key: str, subject: Any, by: User | None = None, ticked: bool = True) -> Any:
        """Tick a point of a checklist."""
        step, _ = self.method.criterion(key)
        return actions.tick(
            by=by or self._editor(step),
            round_=self.round,
            step=step,
            subject_id=subject.pk,
            key=key,
            ticked=ticked,
        )

    def judge(self, subject: Any, answers: dict[str, tuple[str, str]], by: User | None = None) -> Any:
        """Judge; a criterion asked of each row is answered alike for all of them."""
        step, _ = self.method.criterion(next(iter(answers)))
        facts, full = self.facts(), {}
        for key, answer in answers.items():
            _, c = self.method.criterion(key)
            ids = [row.id for row in facts.rows(c.each)] if c.each else [subject.pk]
            full |= {(key, pk): answer for pk in ids}
        return actions.judge(
            by=by or self._editor(step), round_=self.round, step=step, subject_id=subject.pk, answers=full
        )

    def decide(self, step_key: str, subject: Any, gate: Gate | str, by: User | None = None) -> None:
        """Pass a gate: by the one named, else by everyone whose word it needs."""
        step, gate = self.method[step_key], Gate(gate)
        people = [by] if by else [self._editor(step)]
        if by is None and gate is Gate.APPROVE:
            sides = guard.sides(step, gate, self.facts())
            people = [self.cast.chief if s is Side.POLICE else self.cast.representative for s in sides]
        for person in people:
            actions.decide(by=person, round_=self.round, step=step, subject_id=subject.pk, gate=gate)

    def deviate(self, step_key: str, subject: Any, codes: list[str], reason: str = "Hanns inte med.") -> Any:
        """Explain unmet "bör" demands."""
        return actions.deviate(
            by=self.cast.officer,
            round_=self.round,
            step=self.method[step_key],
            subject_id=subject.pk,
            codes=codes,
            reason=reason,
        )

    def accept(self, *shares: Any, by: User | None = None, note: str = "") -> Any:
        """Say yes to some parts of the plan as they read now, by someone of the party unless named."""
        facts = self.facts()
        rows = [facts.get("processes.ActivityParty", share.pk) for share in shares]
        people = {"municipality": self.cast.coordinator, "partner": self.cast.partner}
        return actions.accept(
            by=by or people[rows[0].party_kind],
            round_=self.round,
            shown={row.id: acceptance.mark(acceptance.terms(facts, row)) for row in rows},
            note=note,
        )

    def feedback(
        self, step_key: str, subject: Any, audiences: list[str], given_on: date | None = None, **values: Any
    ) -> Any:
        """Tell the result to some audiences."""
        step = self.method[step_key]
        return actions.save_feedback(
            by=self._editor(step),
            round_=self.round,
            step=step,
            subject_id=subject.pk,
            values={
                "audiences": audiences,
                "channel": "Mejl och affisch",
                "text": "Det här kom fram.",
                "due_on": None,
                "given_on": given_on or self.today,
                **values,
            },
        )

    def facts(self) -> Facts:
        """The facts as they stand."""
        return queries.load_facts(self.method, self.round.pk)

    def verdict(self, step_key: str, gate: Gate | str, subject: Any) -> guard.Verdict:
        """What the guard says now."""
        facts, step = self.facts(), self.method[step_key]
        return guard.evaluate(self.method, Gate(gate), facts, step, facts.get(step.record, subject.pk))

    def lacks(self, code: str, step_key: str, gate: Gate | str, subject: Any) -> list[str]:
        """Each place where one rule is not met now, with what stands there."""
        gaps = [gap for gap in self.verdict(step_key, gate, subject).gaps if gap.code == code]
        return [f"{gap.finding.anchor}: {gap.finding.current}" for gap in gaps]

    def codes(self, step_key: str, gate: Gate | str, subject: Any) -> set[str]:
        """The codes of the gaps the guard finds now."""
        return {gap.code for gap in self.verdict(step_key, gate, subject).gaps}
