"""Paragraph by paragraph: what there is, what is lacking, who can mend it and where. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from agreements.agreement.force import force
from processes.criteria import is_answer, row_title
from processes.method import Facts, Finding, Gate, Method, Role, Row, Side, Step
from processes.pages.values import day

from . import clock

LAW = "lagen (2023:196) om kommuners ansvar för brottsförebyggande arbete"
PARTY = "processes.Party"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is lacking, and the form that mends it."""

    text: str
    step: Step
    anchor: str
    subject: Row | None
    fixers: tuple[Role, ...]
    row: Row | None = None

    @property
    def finding(self) -> Finding:
        """Where it is mended."""
        return Finding(self.anchor, row=self.row)


@dataclass(frozen=True, slots=True)
class Duty:
    """One paragraph: what it is about, what there is of it, and what there is not."""

    paragraph: str
    title: str
    about: str
    there: tuple[str, ...] = ()
    lacks: tuple[Lack, ...] = ()
    clocks: tuple[clock.Clock, ...] = field(default=())
    document: str = ""

    @property
    def state(self) -> str:
        """Whether the material is there, in part or not at all."""
        if not self.lacks:
            return "there"
        return "partly" if self.there else "lacking"


class Reader:
    """The duties of some municipalities in one round, read out of its facts.

    `contacts` tells of each municipality's coordinator whom to turn to, and how.
    """

    def __init__(
        self, method: Method, facts: Facts, municipalities: Iterable[Row], contacts: Mapping[int, str]
    ):
        self.method, self.facts, self.contacts = method, facts, contacts
        self.parties = list(municipalities)
        self.ids = {row.id for row in self.parties}
        self.names = [row.name for row in self.parties]

    def duties(self) -> list[Duty]:
        """All that the law asks which the work with promises yields something for."""
        return [
            self.picture(),
            self.plan(),
            self.clocks(),
            self.agreement(),
            self.council(),
            self.coordination(),
            self.report(),
        ]

    def _lack(
        self, text: str, key: str, anchor: str, row: Row | None = None, subject: Row | None = None
    ) -> Lack:
        step = self.method[key]
        section = step.section(anchor.partition(".")[0])
        fixers = getattr(section, "edited_by", ()) or step.edited_by
        return Lack(text, step, anchor, subject or self.facts.one(step.record), fixers, row)

    def _undecided(self, text: str, key: str, gate: Gate, side: Side | None = None) -> Lack:
        step = self.method[key]
        deciders = step.deciders(gate)
        if side is Side.MUNICIPALITY:
            deciders = tuple(
                r for r in deciders if r in (Role.MUNICIPAL_COORDINATOR, Role.MUNICIPAL_REPRESENTATIVE)
            )
        return Lack(text, step, "decision", self.facts.one(step.record), deciders)

    # --- 4 § ---

    def picture(self) -> Duty:
        """The picture: mapping, other information, analysis."""
        lacks = [*self.lacks_of_mapping(), *self.lacks_of_information(), *self.lacks_of_analysis()]
        if not clock.approved_on(self.method, self.facts):
            text = "Kommunen har inte godkänt den gemensamma lägesbilden."
            lacks.append(self._undecided(text, "joint_situation", Gate.APPROVE, Side.MUNICIPALITY))
        approved = clock.approved_on(self.method, self.facts)
        there = [f"Godkänd av kommunen {day(approved)}."] if approved else []
        for number, one, many in (
            (self._number("processes.Problem"), "problem beskrivet", "problem beskrivna"),
            (len(self._held()), "medborgardialog hållen", "medborgardialoger hållna"),
            (len(self._analyses()), "orsaksanalys", "orsaksanalyser"),
        ):
            if number:
                there.append(f"{number} {one if number == 1 else many}.")
        return Duty(
            "4 §",
            "Lägesbild",
            "Kartläggning av brotten, deras omfattning och följder, annan information, och en analys.",
            tuple(there),
            tuple(lacks),
            tuple(filter(None, [clock.of_picture(self.method, self.facts)])),
            "lagesbild",
        )

    def _number(self, model: str) -> int:
        return len(self.facts.rows(model))

    def _held(self) -> list[Row]:
        return [row for row in self.facts.rows("dialogs.CitizenDialog") if row.held_on]

    def _analyses(self) -> list[Row]:
        return [row for row in self.facts.rows("processes.ProblemAnalysis") if row.chosen]

    def lacks_of_mapping(self) -> Iterator[Lack]:
        """The police's approved picture, and the consequences of each problem."""
        joint = self.facts.one("processes.JointSituation")
        if joint is None or joint.situation_version_id is None:
            if self.facts.rows("processes.SituationVersion"):
                text = "Polisens godkända lägesbild följer med när den gemensamma lägesbilden klarmarkeras."
                yield self._undecided(text, "joint_situation", Gate.COMPLETE)
            else:
                text = "Polisen har inte godkänt sin lokala lägesbild."
                yield self._undecided(text, "local_situation", Gate.APPROVE)
        for row in self._analyses():
            if not is_answer(row.consequences):
                text = f"Följderna är inte beskrivna: {row.focus_title or 'utan namn'}."
                yield self._lack(text, "problem_analysis", "problemet.consequences", subject=row)

    def lacks_of_information(self) -> Iterator[Lack]:
        """What the municipality itself sees, and what citizens have said."""
        if not self.facts.rows("processes.Problem"):
            yield self._lack("Inget problem är beskrivet.", "joint_situation", "bilden")
        for row in self.facts.rows("processes.Problem"):
            if not is_answer(row.municipality_view):
                text = f"Kommunens bild saknas: {row_title(row) or 'problem utan namn'}."
                yield self._lack(text, "joint_situation", "bilden.municipality_view", row)
        if not self._held():
            step = self.method["citizen_dialog"]
            yield Lack("Ingen medborgardialog är hållen.", step, "decision", None, step.edited_by)

    def lacks_of_analysis(self) -> Iterator[Lack]:
        """Focus areas to work on, and why the problems happen."""
        if not any(row.becomes_promise for row in self.facts.rows("processes.FocusArea")):
            yield self._lack("Inget fokusområde är valt.", "joint_situation", "fokus")
        for row in self._analyses():
            if not any(is_answer(c.text) for c in self.facts.rows("processes.Cause", analysis_id=row.id)):
                text = f"Orsakerna är inte analyserade: {row.focus_title or 'utan namn'}."
                yield self._lack(text, "problem_analysis", "orsaker", subject=row)

    # --- 5 and 6 § ---

    def measures(self) -> list[Row]:
        """The activities that any of the municipalities has a part in."""
        shares = self.facts.rows("processes.ActivityParty")
        own = {row.activity_id for row in shares if row.party_id in self.ids}
        return [row for row in self.facts.rows("processes.Activity") if row.id in own]

    def plan(self) -> Duty:
        """The measures the municipality answers for or takes part in, and that they are decided."""
        plan, measures = self.facts.one("processes.ActivityPlan"), self.measures()
        lacks = []
        if not measures:
            lacks.append(self._lack("Kommunen har ingen åtgärd i planen.", "activity_plan", "ansvariga"))
        if plan is None or not is_answer(plan.decided_by_body):
            text = "Det står inte vilken nämnd eller styrelse som har beslutat om planen."
            lacks.append(self._lack(text, "activity_plan", "uppfoljning.decided_by_body"))
        if plan is None or plan.decided_on is None:
            lacks.append(
                self._lack("Det står inte när planen beslutades.", "activity_plan", "uppfoljning.decided_on")
            )
        there = [f"{len(measures)} {'åtgärd' if len(measures) == 1 else 'åtgärder'}."] if measures else []
        if plan is not None and plan.decided_on and is_answer(plan.decided_by_body):
            there.append(f"Beslutad av {plan.decided_by_body} {day(plan.decided_on)}.")
        return Duty(
            "5 §",
            "Åtgärdsplan",
            "Ett beslut om vilka åtgärder kommunen ska vidta, med lägesbilden som grund.",
            tuple(there),
            tuple(lacks),
            tuple(filter(None, [clock.of_plan(self.facts)])),
            "atgardsplan",
        )

    def clocks(self) -> Duty:
        """Every second year: update the picture, follow up the plan."""
        found = [clock.of_picture(self.method, self.facts), clock.of_plan(self.facts)]
        lacks = []
        if found[0] is None:
            text = "Tiden för lägesbilden börjar räknas när kommunen har godkänt den."
            lacks.append(self._undecided(text, "joint_situation", Gate.APPROVE, Side.MUNICIPALITY))
        if found[1] is None:
            text = "Tiden för åtgärdsplanen börjar räknas den dag den beslutades."
            lacks.append(self._lack(text, "activity_plan", "uppfoljning.decided_on"))
        followed = clock.followed_up_on(self.facts)
        there = [
            f"{name}: {c.text}" for name, c in zip(("Lägesbilden", "Åtgärdsplanen"), found, strict=True) if c
        ]
        if followed:
            there.append(f"Senaste uppföljning {day(followed)}.")
        return Duty(
            "6 §",
            "Vartannat år",
            "Lägesbilden uppdateras och åtgärdsplanen följs upp minst vartannat år.",
            tuple(there),
            tuple(lacks),
            tuple(filter(None, found)),
        )

    # --- 9 to 13 § ---

    def agreement(self) -> Duty:
        """A written agreement, with its purposes and areas."""
        step = self.method["collaboration_agreement"]
        work = self.facts.one("processes.Collaboration")
        there, lacks = [], []
        signed = [(row, now) for row in self.facts.rows(step.record) if (now := force(self.facts, row))]
        for row, now in signed:
            there.append(f"{row.title or 'Överenskommelse'}. {now.text}")
        if not signed:
            text = "Ingen överenskommelse är underskriven av både polisen och kommunen."
            lacks.append(self._lack(text, step.key, "underskrift"))
        if work is not None and is_answer(work.agreement_purpose):
            there.append(f"Syfte: {work.agreement_purpose}")
        else:
            lacks.append(
                self._lack("Syftet med samverkan saknas.", "collaboration", "ramar.agreement_purpose")
            )
        if areas := [row.title for row in self.facts.rows("processes.FocusArea") if row.becomes_promise]:
            there.append(f"Områden: {', '.join(areas)}.")
        return Duty(
            "9 §",
            "Skriftlig överenskommelse",
            "Kommunen ska verka för skriftliga överenskommelser om samverkan. De säger syfte och områden.",
            tuple(there),
            tuple(lacks),
        )

    def council(self) -> Duty:
        """The council: those of the steering group, with the municipality's leading members."""
        rows = [row for row in self.facts.rows("processes.SteeringMember") if is_answer(row.name)]
        own = [row for row in rows if row.party_id in self.ids]
        lacks = []
        if not own:
            lacks.append(
                self._lack("Ingen från kommunens ledning står i styrgruppen.", "collaboration", "styrgrupp")
            )
        for row in own:
            if not is_answer(row.title):
                lacks.append(
                    self._lack(f"Titel saknas för {row.name}.", "collaboration", "styrgrupp.title", row)
                )
        names = {row.id: row.name for row in self.facts.rows(PARTY)}
        there = tuple(
            ", ".join(filter(None, (row.name, row.title, names.get(row.party_id, "")))) + "." for row in rows
        )
        return Duty(
            "10 §",
            "Strategiskt råd",
            "Ett råd som kommunen leder, med ledamöter i ledande ställning. Rundans styrgrupp visas här.",
            there,
            tuple(lacks),
        )

    def coordination(self) -> Duty:
        """The function that coordinates, that one can turn to, and that tells the inhabitants."""
        lacks = [
            self._lack(f"{row.name} har ingen samordnare.", "collaboration", "parter.coordinator", row)
            for row in self.parties
            if row.coordinator_id is None
        ]
        published = self._number("agreements.Publication")
        told = [
            row.given_on
            for row in self.facts.rows("processes.Feedback")
            if row.given_on and "citizens" in row.audiences
        ]
        there = list(self.contacts.values())
        if published:
            there.append(
                f"{published} {'löfte är publicerat' if published == 1 else 'löften är publicerade'}."
            )
        if told:
            there.append(f"Invånarna fick senast återkoppling {day(max(told))}.")
        return Duty(
            "11–12 §§",
            "Samordningsfunktion",
            "En funktion som samordnar arbetet, går att kontakta och informerar invånarna.",
            tuple(there),
            tuple(lacks),
        )

    def report(self) -> Duty:
        """What is told to the council: always at hand, since it is made of what the round says."""
        return Duty(
            "13 §",
            "Rapport till fullmäktige",
            "Kommunstyrelsen eller en annan nämnd leder arbetet och rapporterar löpande till fullmäktige.",
            ("Rapporten sätts samman av det som är beslutat, gjort och planerat i rundan.",),
            document="rapport",
        )
