"""A method of three steps in memory, so that the kernel is tried without database or real texts."""

from datetime import date, timedelta

from processes import freshness
from processes.criteria import answered, at_least, fed_back_to, judged, ticked, with_municipality
from processes.method import (
    Criterion,
    Facts,
    Gate,
    Kind,
    Method,
    Need,
    Role,
    Row,
    Rows,
    Sara,
    Section,
    Stage,
    Step,
    Strength,
    Take,
)

TODAY = date(2026, 11, 22)
LISTEN, THINK, VOW = "app.Listening", "app.Thought", "agreements.Promise"


def _criterion(code, strength, gate, find, **more) -> Criterion:
    return Criterion(code, strength, gate, f"Krav {code}.", "Källa", find, **more)


def _step(key, record, kind, **more) -> Step:
    basics = {"slug": key, "title": key.title(), "stage": Stage.LISTEN, "sara": Sara.SCANNING, "lead": "…"}
    return Step(key=key, record=record, kind=kind, path="process", **(basics | more))


LISTENING = _step(
    "listening",
    LISTEN,
    Kind.RECURRING,
    edited_by=(Role.COMMUNITY_OFFICER,),
    sections=(
        Section("om", "Om", ("title", "venue", "focus_area")),
        Rows("ord", "Ord", "app.Word", "listening", ("text",), ("text",), edited_by=(Role.EMPLOYEE,)),
    ),
    counts=lambda row: row.held,
    criteria=(
        _criterion("A-1", Strength.MUST, Gate.COMPLETE, answered("om.venue")),
        _criterion("A-2", Strength.SHOULD, Gate.COMPLETE, at_least(1, "app.Word", "ord", "listening")),
        _criterion("A-3", Strength.MUST, Gate.SIGN, fed_back_to("citizens", "staff")),
    ),
)
THINKING = _step(
    "thinking",
    THINK,
    Kind.ONCE,
    edited_by=(Role.COMMUNITY_OFFICER,),
    approved_by=(Role.LOCAL_POLICE_CHIEF, Role.MUNICIPAL_REPRESENTATIVE),
    gates=(Gate.COMPLETE, Gate.APPROVE),
    sections=(Section("om", "Om", ("what", "whose")),),
    needs=(Need("listening"),),
    takes=(Take(LISTEN, ("title",), news=("views",)),),
    criteria=(
        _criterion("B-1", Strength.MUST, Gate.COMPLETE, answered("om.what")),
        _criterion("B-4", Strength.MUST, Gate.COMPLETE, answered("om.whose"), when=with_municipality),
        judged("B-2", Strength.MUST, Gate.APPROVE, "Alla är ense.", "Källa", "Är alla ense?"),
        ticked("B-3", Strength.SHOULD, Gate.APPROVE, "Underlaget var utdelat.", "Källa", "Utdelat?"),
    ),
)
VOWING = _step(
    "citizen_promise",
    VOW,
    Kind.RECURRING,
    edited_by=(Role.COMMUNITY_OFFICER,),
    gates=(Gate.SIGN,),
    needs=(Need("thinking", gate=Gate.SIGN),),
    sections=(Section("om", "Om", ("title",)),),
    criteria=(_criterion("C-1", Strength.MUST, Gate.SIGN, answered("om.title")),),
)
METHOD = Method([LISTENING, THINKING, VOWING], version="toy")


class Case:
    """Facts that grow row by row. Everything is complete from the start; tests take away."""

    def __init__(self, *, municipality: bool = True):
        self._rows: dict[tuple[str, int], dict] = {}
        self.put("processes.Process", 1)
        self.put("processes.Party", 1, kind="police")
        if municipality:
            self.put("processes.Party", 2, kind="municipality")
        self.put("processes.FocusArea", 7)
        self.put("processes.FocusArea", 8)
        self.put(LISTEN, 1, title="Torget", venue="Biblioteket", views=3, held=True, focus_area_id=7)
        self.put("app.Word", 1, listening_id=1, text="Mörkt", focus_area_id=None)
        self.put(THINK, 1, what="Otrygga kvällar", whose="Kommunens")
        self.put(VOW, 1, title="Tryggare torg")
        self.put("agreements.PromiseFocus", 1, promise_id=1, focus_area_id=7)

    def put(self, model: str, pk: int, **values) -> None:
        """Add a row, or change some values of one."""
        self._rows[model, pk] = self._rows.get((model, pk), {}) | values

    def drop(self, model: str, pk: int) -> None:
        """Take a row away."""
        del self._rows[model, pk]

    def _say(self, model: str, step: Step, pk: int, **values) -> None:
        number = 1 + sum(1 for label, _ in self._rows if label == model)
        self.put(model, number, step=step.key, subject_model=step.record, subject_id=pk, **values)

    def decide(self, step: Step, pk: int, gate: Gate, side="police", outcome="done", comment="") -> None:
        """Say a word on a gate, resting on what stands there now."""
        inputs = freshness.fingerprint(self.facts, step, self.row(step, pk))
        self._say(
            "processes.Decision",
            step,
            pk,
            gate=gate,
            side=side,
            outcome=outcome,
            comment=comment,
            inputs=inputs,
        )

    def judge(self, answer: str) -> None:
        """Answer whether all agree."""
        self._say("processes.Judgement", THINKING, 1, criterion="B-2:approve", answer=answer, words="Nja")

    def tick(self, ticked: bool) -> None:
        """Tick the one point of the checklist, or untick it."""
        self._say("processes.Tick", THINKING, 1, criterion="B-3:approve", ticked=ticked)

    def deviate(self, step: Step, codes: list[str], withdrawn: bool = False) -> None:
        """Explain why demands of a step are not met."""
        self._say("processes.Deviation", step, 1, codes=codes, reason="Därför", withdrawn=withdrawn)

    def tell(self, pk: int, audiences: list[str], days_ago: int = 0) -> None:
        """Feed the result of a listening back."""
        day = TODAY - timedelta(days=days_ago)
        self._say("processes.Feedback", LISTENING, pk, audiences=audiences, given_on=day)

    def ready(self) -> "Case":
        """Bring everything up to where the promise can be signed."""
        self.tell(1, ["citizens", "staff"])
        self.decide(LISTENING, 1, Gate.COMPLETE)
        self.judge("yes")
        self.tick(True)
        self.decide(THINKING, 1, Gate.COMPLETE)
        self.decide(THINKING, 1, Gate.APPROVE)
        self.decide(THINKING, 1, Gate.APPROVE, "municipality")
        return self

    @property
    def facts(self) -> Facts:
        """The facts as they stand."""
        return Facts((Row(model, pk, values) for (model, pk), values in self._rows.items()), TODAY)

    def row(self, step: Step, pk: int = 1) -> Row:
        """A subject as it stands."""
        return self.facts.get(step.record, pk)
