"""What may be handed out of a round, part by part, and what is left out on which ground (X-16).

Computed from the declaration: a step's ground, whether it is done, what its sections say is withheld. Three kinds of
things come out of it: documents and parts that are handed out; parts that are left out until a named person says
otherwise; and what never leaves this way – intelligence, what is nobody else's until shared, what is not finished.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Count

from processes import guard
from processes.criteria import AUDIENCES
from processes.documents.tree import grouped
from processes.method import GATE_TITLES, Facts, Gate, Ground, Kind, Row, Rows, Section, Step, Withheld
from processes.models import Handover
from processes.pages.frozen import pairs, table
from processes.pages.progress import touched
from processes.pages.values import Values, day
from processes.views.here import Here

from ..chain import canonical, sha256
from ..content import focus_of
from ..implementation import quick
from ..models import LogPicture

DOCUMENTS = {"agreements.Promise": "promise_id", "agreements.CollaborationAgreement": "agreement_id"}


@dataclass(frozen=True, slots=True)
class Document:
    """A sealed version: the file itself, and its content as data."""

    version_id: int
    kind: str
    title: str
    number: int
    sha256: str
    diary_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be handed out: text that stands in the steps, a list too long for it, or a file."""

    key: str
    step: str
    title: str
    content: Mapping[str, Any] = field(default_factory=dict)
    withheld: Withheld | None = None
    form: str = "text"
    note: str = ""
    source: tuple[str, str, int] = ("", "", 0)
    """Of a list: step, section and subject; of a file: its model and key."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that never leaves this way, and why."""

    title: str
    ground: Withheld
    why: str


@dataclass(frozen=True, slots=True)
class Offer:
    """All of it, as it stands now."""

    title: str
    documents: tuple[Document, ...]
    parts: tuple[Part, ...]
    never: tuple[LeftOut, ...]

    @property
    def mark(self) -> str:
        """What the person was shown, in a hash."""
        return sha256(
            canonical(
                [
                    [d.sha256 for d in self.documents],
                    [[p.key, p.title, p.note, dict(p.content), p.withheld or ""] for p in self.parts],
                    [[n.title, n.ground, n.why] for n in self.never],
                ]
            )
        )


def offer(here: Here, organisation: int, promise: Row | None = None) -> Offer:
    """What the authority may hand out of the round, or of one promise and its focus areas."""
    facts = here.facts
    if promise is not None:
        facts = facts.narrowed(focus_of(facts, promise), here.method.parents)
    return _Offering(here, facts, organisation, promise).whole()


def handovers(facts: Facts, organisation: int) -> list[Row]:
    """The acts of sharing that the authority took part in."""
    found = facts.rows("processes.Handover")
    return [row for row in found if organisation in (row.sender_id, row.recipient_id)]


class _Offering:
    """One offer being put together."""

    def __init__(self, here: Here, facts: Facts, organisation: int, promise: Row | None):
        self.here, self.facts, self.promise = here, facts, promise
        self.organisation = organisation
        party = here.facts.one("processes.Party", organisation_id=organisation)
        self.police = party is not None and party.kind == "police"
        self.own_ground = {
            label
            for step in here.method.every
            if step.ground is not Ground.JOINT
            for label in (step.record, *(s.model for s in step.sections if isinstance(s, Rows)))
        }
        self.documents = list(self._documents())
        self.never: list[LeftOut] = []
        self.numbers: dict[str, dict[int, int]] = {}
        self.wanted: list[tuple[Step, Row, Section | Rows, list[Row]]] = []

    def whole(self) -> Offer:
        self.never.append(self._intelligence())
        for step in self.here.method.every:
            self._of_step(step)
        values = Values(self.facts, self._looked())
        parts = [part for wanted in self.wanted if (part := self._part(values, *wanted))]
        parts += [*self._decisions(), *self._feedback(), *self._accounts(), *self._shared()]
        parts += [*self._files(), *self._pictures()]
        title = self.promise.title if self.promise is not None else self.here.round.title
        return Offer(title, tuple(self.documents), tuple(parts), tuple(self.never))

    def _documents(self) -> Iterator[Document]:
        facts = self.here.facts
        for row in facts.rows("agreements.SealedDocument"):
            version = facts.get("agreements.DocumentVersion", row.version_id)
            for label, name in DOCUMENTS.items():
                about = facts.get(label, version[name])
                if about is None or (
                    self.promise and about.id not in (self.promise.id, self.promise.agreement_id)
                ):
                    continue
                if self.promise and label == "agreements.Promise" and about.id != self.promise.id:
                    continue
                there = facts.rows("agreements.Registration", version_id=version.id, corrected_by_id=None)
                kind = self.here.method.step_with(label).title
                yield Document(
                    version.id,
                    kind,
                    about.title,
                    version.number,
                    row.sha256,
                    tuple(_numbered(r) for r in there),
                )

    def _intelligence(self) -> LeftOut:
        if self.police:
            why = "Lämnas aldrig ut härifrån. Den som frågar om den hänvisas till underrättelseenheten."
            return LeftOut("Underrättelsedelen av den lokala lägesbilden", Withheld.INTELLIGENCE, why)
        return LeftOut("Polisens underrättelsedel", Withheld.ELSEWHERE, "Finns bara hos polisen.")

    def _of_step(self, step: Step) -> None:
        if step.ground is not Ground.JOINT:
            self._own_ground(step)
            return
        for subject in guard.subjects(self.facts, step):
            if step.record in DOCUMENTS:
                self._working_copy(step, subject)
            elif self._finished(step, subject):
                self._sections(step, subject)
            elif touched(self.facts, step, subject):
                why = "Inte klart ännu, så det är arbetsmaterial."
                self.never.append(LeftOut(self._name(step, subject), Withheld.WORKING, why))
                self._received(step, subject)

    def _own_ground(self, step: Step) -> None:
        """What is one party's own leaves it only as the copies that were shared (LAG-2)."""
        theirs = step.ground is Ground.POLICE
        shared = any(row.step == step.key for row in self._handovers())
        more = " Det som har delats finns med som kopior." if shared else ""
        if theirs is self.police:
            ground = step.withheld or Withheld.WORKING
            why = f"Myndighetens egen mark, som inte har delats.{more}"
        else:
            ground, why = (
                Withheld.ELSEWHERE,
                f"Finns hos {'polisen' if theirs else 'den som skrev den'}.{more}",
            )
        self.never.append(LeftOut(step.title, ground, why))

    def _working_copy(self, step: Step, subject: Row) -> None:
        name = DOCUMENTS[step.record]
        sealed = {d.version_id for d in self.documents}
        own = self.here.facts.rows("agreements.DocumentVersion", **{name: subject.id})
        if self.promise is not None and name == "promise_id" and subject.id != self.promise.id:
            return
        if not any(v.id in sealed for v in own):
            why = "Inte underskrivet och förseglat ännu, så det är ett utkast."
            self.never.append(LeftOut(self._name(step, subject), Withheld.WORKING, why))

    def _finished(self, step: Step, subject: Row) -> bool:
        """A step that is done; what stands open all the time, once something has been signed on it."""
        if step.done_gate is None:
            return bool(self.documents)
        status = guard.status(self.facts, step, subject)
        return status in (guard.Status.DONE, guard.Status.STALE)

    def _name(self, step: Step, subject: Row) -> str:
        title = step.title_of(subject) if step.kind is Kind.RECURRING else ""
        return f"{step.title}: {title}" if title else step.title

    def _received(self, step: Step, subject: Row) -> None:
        """What came in is an official document from the day it came, also where the step goes on (LAG-10)."""
        for section in step.sections:
            if isinstance(section, Rows) and section.counted and section.kept:
                self.wanted.append((step, subject, section, []))

    def _sections(self, step: Step, subject: Row) -> None:
        for section in step.sections:
            if not isinstance(section, Section | Rows):
                continue
            name = f"{self._name(step, subject)}, {section.title.lower()}"
            if section.internal:
                self.never.append(LeftOut(name, Withheld.WORKING, "Stannar inne hos myndigheten."))
                continue
            if self._points_at_own_ground(step, section):
                why = "Visar det som står på en parts egen mark, som inte har delats."
                self.never.append(LeftOut(name, section.withheld or Withheld.WORKING, why))
                continue
            self.wanted.append((step, subject, section, self._rows(section, subject)))

    def _points_at_own_ground(self, step: Step, section: Section | Rows) -> bool:
        """Whether a field names a row of one party's own ground, by its title."""
        model = apps.get_model(section.model if isinstance(section, Rows) else step.record)
        fields = [model._meta.get_field(name) for name in section.fields]
        return any(f.is_relation and f.related_model._meta.label in self.own_ground for f in fields)

    def _rows(self, section: Section | Rows, subject: Row) -> list[Row]:
        if isinstance(section, Section) or section.counted:
            return []
        rows = self.facts.rows(section.model)
        return rows if section.owner else [r for r in rows if r.get(f"{section.parent}_id") == subject.id]

    def _number(self, section: Rows, subject: Row) -> int:
        """How many rows there are of those that come by the thousand: one question for each kind."""
        if section.model not in self.numbers:
            model, path = apps.get_model(section.model), self.here.method.paths[section.model]
            found = model._base_manager.filter(**{path: self.here.round.pk}).order_by()
            counted = found.values_list(f"{section.parent}_id").annotate(number=Count("pk"))
            self.numbers[section.model] = dict(counted)
        return self.numbers[section.model].get(subject.id, 0)

    def _looked(self) -> Iterator[tuple[Any, Row]]:
        for step, subject, section, rows in self.wanted:
            yield apps.get_model(step.record), subject
            if isinstance(section, Rows):
                for row in rows:
                    yield apps.get_model(section.model), row

    def _part(
        self, values: Values, step: Step, subject: Row, section: Section | Rows, rows: list[Row]
    ) -> Part | None:
        name = self._name(step, subject)
        key = f"{step.key}:{subject.id}:{section.key}"
        withheld = section.withheld or step.withheld
        if isinstance(section, Rows) and section.counted:
            number = self._number(section, subject)
            rows_told = "1 rad" if number == 1 else f"{number} rader"
            note = f"{rows_told} i en egen fil. Personuppgifter som går att känna igen är maskerade."
            source = (step.key, section.key, subject.id)
            part = Part(key, name, section.title, {}, withheld, "list", note, source)
            return part if number else None
        if isinstance(section, Rows):
            content = table(values, section, rows)
        else:
            content = pairs(values, apps.get_model(step.record), section, subject)
        return Part(key, name, section.title, content, withheld) if content["rows"] else None

    # What people have said of the steps

    def _decisions(self) -> Iterator[Part]:
        rows = []
        for row in self.facts.rows("processes.Decision", outcome="done"):
            step = self.here.method[row.step]
            if step.ground is Ground.JOINT:
                rows.append([step.title, GATE_TITLES[Gate(row.gate)], row.by_name, day(row.at), row.comment])
        columns = ["Steg", "Beslut", "Av", "När", "Kommentar"]
        yield from _if_any("beslut", "Beslut i rundan", columns, rows)
        rows = [
            [self.here.method[row.step].title, row.reason, row.by_name, day(row.at)]
            for row in self.facts.rows("processes.Deviation", withdrawn=False)
            if self.here.method[row.step].ground is Ground.JOINT
        ]
        yield from _if_any("avvikelser", "Motiverade avvikelser", ["Steg", "Skäl", "Av", "När"], rows)

    def _feedback(self) -> Iterator[Part]:
        rows = [
            [
                day(row.given_on),
                ", ".join(AUDIENCES[a] for a in row.audiences if a in AUDIENCES),
                row.channel,
                row.text,
            ]
            for row in self.facts.rows("processes.Feedback")
            if row.given_on and self.here.method[row.step].ground is Ground.JOINT
        ]
        yield from _if_any("aterkoppling", "Återkoppling", ["När", "Till", "Hur", "Vad"], rows)

    def _accounts(self) -> Iterator[Part]:
        """What citizens have been told of how the promise goes: public already, each time as it was."""
        for row in self.here.facts.rows("agreements.Account"):
            promise = self.here.facts.get("agreements.Promise", row.promise_id)
            if promise is None or (self.promise is not None and promise.id != self.promise.id):
                continue
            title = f"Publicerat läge {row.number}: {promise.title}"
            rows = [["Publicerat", day(row.at)], ["Fingeravtryck (SHA-256)", grouped(row.sha256, 8)]]
            content = {"title": title, "columns": [], "rows": rows}
            source = ("agreements.Account", row.sha256, row.id)
            yield Part(f"lage:{row.id}", "Rundan", title, content, form="account", source=source)

    def _handovers(self) -> list[Row]:
        return handovers(self.here.facts, self.organisation)

    def _shared(self) -> Iterator[Part]:
        """The frozen copies that this authority sent or was given: official documents from then on (LAG-2)."""
        if self.promise is not None:
            return
        known = {row.id: row for row in self._handovers()}
        kept = Handover.objects.filter(pk__in=known).order_by("pk").values_list("pk", "content")
        for pk, content in kept:
            row = known[pk]
            title = f"Delad kopia: {row.title}"
            step = f"{row.sender_name} till {row.recipient_name}, {day(row.at)}"
            for number, part in enumerate(content.get("parts", ()), 1):
                yield Part(f"delat:{pk}:{number}", title, part["title"], part, note=step)

    def _files(self) -> Iterator[Part]:
        """What is attached is read by a person before it leaves; a link is told as a link."""
        if self.promise is not None:
            return
        for row in self.facts.rows("processes.Attachment"):
            step = self.here.method[row.step]
            if step.ground is not Ground.JOINT:
                continue
            content = {"title": row.title, "columns": [], "rows": [["Vad det är", row.summary or row.title]]}
            if row.link:
                content["rows"].append(["Länk", row.link])
            form = "file" if row.sha256 else "text"
            source = ("processes.Attachment", row.sha256, row.id)
            note = "Filen läses inte av verktyget. Öppna den innan den lämnas ut." if row.sha256 else ""
            yield Part(
                f"bilaga:{row.id}",
                step.title,
                f"Bilaga: {row.title}",
                content,
                Withheld.PERSONAL,
                form,
                note,
                source,
            )

    def _pictures(self) -> Iterator[Part]:
        """Pictures of what was done. One that everyone may see already goes along; at the rest a person looks first,
        since somebody may be seen there."""
        step = self.here.method[quick.STEP]
        if not self._finished(step, self.here.facts.round):
            return
        found = LogPicture.objects.filter(log__process=self.here.round).order_by("pk")
        if self.promise is not None:
            found = found.filter(log__activity__in=[row.id for row in self.facts.rows("processes.Activity")])
        for row in found.select_related("log__activity"):
            about = [["Vad det är", row.alt], ["Aktivitet", str(row.log.activity or "")]]
            content = {"title": row.alt, "columns": [], "rows": [*about, ["När", day(row.log.done_on)]]}
            withheld = None if row.public else Withheld.PERSONAL
            source = ("agreements.LogPicture", row.sha256, row.pk)
            yield Part(
                f"bild:{row.pk}", step.title, f"Bild: {row.alt}", content, withheld, "file", source=source
            )


def _numbered(row: Row) -> str:
    """A diary number; of a decision that stands in the document also which."""
    return row.diary_number if row.decision is None else f"{row.diary_number} (beslut {row.decision})"


def _if_any(key: str, title: str, columns: list[str], rows: Iterable[list[str]]) -> Iterator[Part]:
    found = list(rows)
    if found:
        yield Part(key, "Rundan", title, {"title": title, "columns": columns, "rows": found})
