"""The kernel's types: what a method of steps, criteria and gates is.

Nothing here knows a model, a request or a template. A step is declared once, as data, and the
declaration drives page, forms, guard, documentation and tests. Texts in Swedish are what the
user reads; they are the project's own words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from django.conf import settings
from django.utils.module_loading import import_string

from .advice import Advice as Advice
from .advice import Hint as Hint
from .criterion import Criterion as Criterion
from .criterion import Find as Find
from .criterion import Finding as Finding
from .facts import Facts as Facts
from .facts import Row as Row
from .intake import Intake as Intake
from .meeting import Meeting as Meeting
from .meeting import Part as Part
from .meeting import Point as Point
from .occasion import Occasion as Occasion
from .offers import Adopt as Adopt
from .offers import Offer as Offer
from .parts import AnySection as AnySection
from .parts import Doc as Doc
from .parts import Fold as Fold
from .parts import Panel as Panel
from .parts import Rows as Rows
from .parts import Section as Section
from .parts import Suggest as Suggest
from .parts import When as When
from .vocabulary import (  # noqa: F401 – whoever declares a step finds all its words here
    ASKS,
    GATE_TITLES,
    HOUSE_RULE,
    KEPT_AS_IT_CAME,
    METHOD_SUPPORT,
    MUNICIPAL_ROLES,
    NO_PERSONS,
    OUR_RULE,
    READABLE_ON_PAPER,
    ROLE_TITLES,
    ROLES_DECIDE,
    SAYS_YES,
    SIGNED_AS_SHOWN,
    Gate,
    Ground,
    How,
    Kind,
    Role,
    Sara,
    Side,
    Stage,
    Strength,
    Withheld,
    side_of,
)


@dataclass(frozen=True, slots=True)
class Debt:
    """An audience ("citizens", "staff", "partners") that has not heard back, and since when (FAL-6)."""

    audience: str
    since: date
    due: date | None = None
    """The day by which an answer was promised, if any was."""
    about: str = ""
    """What of the subject they wait to hear of; nothing named: all of it."""


@dataclass(frozen=True, slots=True)
class Need:
    """What must be reached before a gate (PRO-3). Without `find` the needed step must be done."""

    step: str
    gate: Gate = Gate.COMPLETE
    find: Find | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that criteria read but no section edits; `path` leads from the model to the round."""

    model: str
    path: str


@dataclass(frozen=True, slots=True)
class Take:
    """Content of another step that this one builds on: a change there makes this one stale,
    a new row, or a change in a field of `news`, is new material to acknowledge."""

    model: str
    fields: tuple[str, ...]
    news: tuple[str, ...] = ()
    that: Callable[[Row], bool] = field(default=lambda row: True)
    """Which rows are material at all: a dialogue is, once it has been held."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One of the steps of the method, declared once.

    `record` is the label of the model that is the step's subject; `path` leads from it to the
    round in the ORM's words. `counts` says which subjects a promise rests on (a dialogue that
    has been held), `title_of` what a subject is called.
    """

    key: str
    slug: str
    title: str
    stage: Stage
    sara: Sara
    kind: Kind
    record: str
    path: str
    lead: str
    edited_by: tuple[Role, ...]
    sections: tuple[AnySection, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    needs: tuple[Need, ...] = ()
    takes: tuple[Take, ...] = ()
    also: tuple[Source, ...] = ()
    approved_by: tuple[Role, ...] = ()
    ground: Ground = Ground.JOINT
    withheld: Withheld | None = None
    """As of a section, for all of the step's sections that say nothing else."""
    gates: tuple[Gate, ...] = (Gate.COMPLETE,)
    """The gates people pass on the step's own page, in order; the last makes it done. Empty for
    a standing step, which is judged at the promise's gates only."""
    every: bool = False
    """Whether all subjects must be done (one analysis per focus area), not just one of them."""
    counts: Callable[[Row], bool] = field(default=lambda row: True)
    title_of: Callable[[Row], str] = field(default=lambda row: str(row.get("title") or ""))
    beside_title: Callable[[Facts, Row], str] = field(default=lambda facts, row: "")
    """What stands beside a subject's title in lists: when a dialogue was held."""
    add_label: str = ""
    add_fields: tuple[str, ...] = ()
    outside: bool = False
    """Whether the step is gone through also where the promise was made outside the tool (X-20)."""
    shared: bool = False
    """Whether the subject can belong to several rounds (then evidence follows the subject)."""
    effects: Mapping[Gate, tuple[str, ...]] = field(default_factory=dict)
    """Dotted paths to `effect(*, by, round_, subject)`, run in order inside the passing of a gate."""
    status_of: Callable[[Facts, Row], str] | None = None
    """Where a subject stands, for a step whose state is not told by decisions (the promise)."""
    waiting_title: str = "Väntar på godkännande"
    done_title: str = "Klar"
    labels: Mapping[Gate, str] = field(default_factory=dict)
    """What the button that passes a gate says, where the usual word would mislead."""
    waits_for: Callable[[Facts, Row], tuple[Role, ...]] | None = None
    """Whose turn it is while a subject waits, where approvers don't tell it."""
    next_of: str = ""
    """Dotted path to `next(method, facts, actor) -> dict | None`, for a step with acts of its own."""
    events_of: str = ""
    """Dotted path to `events(here) -> list[dict]`: what the timeline tells besides the history."""
    feedback: bool = False
    """Whether what came out of a subject is told to people, and noted here."""
    feedback_of: str = ""
    """Dotted path to `offered(facts) -> Iterable[tuple[Row, str]]`: what of the subject a feedback may tell of,
    each with the words that can be said of it now."""
    feedback_texts: str = ""
    """Name of the address (round, feedback) where what was told is had for other channels."""
    meeting: Meeting | None = None
    debts: Callable[[Facts, Row], Iterable[Debt]] = field(default=lambda facts, row: ())
    """Who has not heard back about a subject."""
    afterwards: str = ""
    """Dotted path to `see(*, by, round_)`: run at the end of every act in a round, inside its transaction,
    so that nothing anyone changes gets past it (see writing.under_lock)."""
    on_overview: str = ""
    """Dotted path to `show(here) -> dict`: what the step adds to the round's overview."""
    on_list: Panel | None = None
    """What the page that lists the step's subjects shows beneath them."""
    carries: tuple[str, ...] = ()
    """Keys of the steps whose rows this one puts before citizens: hints on those are shown here too."""
    optional: Callable[[Facts], bool] = field(default=lambda facts: False)
    """Whether the round may do without any subject of this step."""
    tells: tuple[Occasion, ...] = ()
    """When something about the step is to be told, and to whom (KOM-4)."""
    documents: tuple[Doc, ...] = ()
    """What can be printed, projected or filled in outside: of each subject, for whoever sees the step."""

    def section(self, key: str) -> AnySection | None:
        """The section with that key, or none."""
        return next((s for s in self.sections if s.key == key), None)

    def document(self, key: str) -> Doc | None:
        """The document with that key, or none."""
        return next((d for d in self.documents if d.key == key), None)

    @property
    def done_gate(self) -> Gate | None:
        """The gate that makes the step done, or none for a standing step."""
        return self.gates[-1] if self.gates else None

    def is_of(self, facts: Facts) -> bool:
        """Whether the round goes through the step."""
        return self.outside or not facts.round.get("outside")

    def deciders(self, gate: Gate) -> tuple[Role, ...]:
        """The roles whose word counts at one of the step's own gates."""
        return self.approved_by if gate is Gate.APPROVE else self.edited_by

    @property
    def anchors(self) -> set[str]:
        """Every place a finding may point at."""
        found = {"judgements", "checklist", "feedback", "decision"}
        for section in self.sections:
            found.add(section.key)
            if not isinstance(section, Panel):
                found |= {f"{section.key}.{name}" for name in section.fields}
        return found

    def criteria_at(self, gates: Iterable[Gate]) -> list[Criterion]:
        """The criteria asked at any of the gates, in declared order."""
        wanted = set(gates)
        return [c for c in self.criteria if c.gate in wanted]


class Method:
    """The list of steps in order, and what can be looked up in it."""

    def __init__(self, steps: Iterable[Step], version: str, beside: Iterable[Step] = ()):
        self.steps = tuple(steps)
        self.beside = tuple(beside)
        """Pages on the same declaration that are no steps of the method: on no rail, asked at no gate."""
        self.version = version
        self.by_key = {step.key: step for step in self.every}
        self.by_slug = {step.slug: step for step in self.every}

    @property
    def every(self) -> tuple[Step, ...]:
        """The steps, and what stands beside them."""
        return self.steps + self.beside

    @cached_property
    def own(self) -> frozenset[str]:
        """The models that are each party's own ground: they are no facts of the round (LAG-2)."""
        steps = [step for step in self.every if step.ground is Ground.OWN]
        rows = [s.model for step in steps for s in step.sections if isinstance(s, Rows)]
        return frozenset([*rows, *(step.record for step in steps)])

    def steps_of(self, facts: Facts) -> tuple[Step, ...]:
        """The steps that a round goes through: all, or of a promise made outside the tool those that keep it."""
        return tuple(step for step in self.steps if step.is_of(facts))

    def __getitem__(self, key: str) -> Step:
        return self.by_key[key]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    @cached_property
    def paths(self) -> dict[str, str]:
        """Of each model with facts: the path from it to the round, in the ORM's words."""
        found = {"processes.Process": ""}
        for step in self.every:
            found.setdefault(step.record, step.path)
            for source in step.also:
                found.setdefault(source.model, source.path)
        for step in self.every:
            for section in step.sections:
                if isinstance(section, Rows):
                    above = found[section.owner or step.record]
                    path = f"{section.parent}__{above}" if above else section.parent
                    found.setdefault(section.model, path)
        return found

    @cached_property
    def more_paths(self) -> tuple[tuple[str, str], ...]:
        """Further paths to the round, of models that stand under more than one step's record: a version is
        a promise's or an agreement's. No row is reached by two of them."""
        sources = [(source.model, source.path) for step in self.every for source in step.also]
        return tuple(pair for pair in sources if self.paths[pair[0]] != pair[1])

    @cached_property
    def afterwards(self) -> tuple[str, ...]:
        """What is run at the end of every act, each once."""
        return tuple(dict.fromkeys(step.afterwards for step in self.every if step.afterwards))

    @cached_property
    def counted(self) -> frozenset[str]:
        """The models of which facts hold numbers only."""
        return frozenset(
            section.model
            for step in self.steps
            for section in step.sections
            if isinstance(section, Rows) and section.counted
        )

    @cached_property
    def masked(self) -> dict[str, frozenset[str]]:
        """Of each model: the fields whose personal data are masked where they are shown."""
        return {
            section.model: frozenset(section.masked)
            for step in self.steps
            for section in step.sections
            if isinstance(section, Rows) and section.masked
        }

    @cached_property
    def parents(self) -> dict[str, tuple[str, str]]:
        """Of each Rows model: the label of its parent and the key that points there."""
        return {
            section.model: (section.owner or step.record, f"{section.parent}_id")
            for step in self.steps
            for section in step.sections
            if isinstance(section, Rows)
        }

    @cached_property
    def hints(self) -> dict[str, Hint]:
        """Every hint that any field can give, by its code."""
        parts = [s for step in self.steps for s in step.sections if not isinstance(s, Panel)]
        return {kind.code: kind for part in parts for advice in part.advice for kind in advice.kinds}

    @cached_property
    def occasions(self) -> dict[str, tuple[Step, Occasion]]:
        """Every occasion to tell something, by its key, with the step it belongs to."""
        return {one.key: (step, one) for step in self.steps for one in step.tells}

    def step_with(self, model: str) -> Step:
        """The step whose record or rows the model is. StopIteration when there is none."""
        return next(
            step
            for step in self.steps
            if step.record == model or any(isinstance(s, Rows) and s.model == model for s in step.sections)
        )

    def criterion(self, key: str) -> tuple[Step, Criterion]:
        """Find a criterion by its key ("DIA-3:open"). KeyError when there is none."""
        return self._criteria[key]

    @cached_property
    def _criteria(self) -> dict[str, tuple[Step, Criterion]]:
        return {c.key: (step, c) for step in self.steps for c in step.criteria}


@cache
def get_method() -> Method:
    """The method the installation runs, named by `settings.METHOD`."""
    method: Method = import_string(settings.METHOD)
    return method
