"""People act in any order on a nearly finished round. Whatever they do, some things never happen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from agreements import chain, signing
from agreements.models import DocumentVersion, SealedDocument, SigningAct
from agreements.publication import publishing
from processes import actions
from processes.guard import NotReady
from processes.models import Deviation, ProblemAnalysis
from processes.writing import Conflict, ReasonNeeded, Refused
from tests import situations
from tests.examples.feedback import untold
from tests.stateful import oracle
from tests.world import sorted_as

REFUSALS = (NotReady, Refused, ReasonNeeded, Conflict)
WORDS = "Det här är sagt med flera ord och menas så."
# (kept on the world as, field, what it may become besides what it was)
FIELDS = [
    ("promise", "introduction", [WORDS, "", "…"]),
    ("promise", "follow", [WORDS, "se ovan"]),
    ("promise", "involvement", [WORDS, ""]),
    ("plan", "message", [WORDS, ""]),
    ("citizen_dialog", "aim", [WORDS, "…"]),
    ("citizen_dialog", "held_on", [None]),
    ("focus_group", "held_on", [None]),
    ("what_dialog", "held_on", [None]),
    ("focus_area", "becomes_promise", [None, False]),
    ("activity", "what", [WORDS, ""]),
    ("activity", "target_value", [2, 8]),
    ("share", "hours", [40]),
    ("chief_signs", "mandate", ["Delegation 7", ""]),
    ("chief_signs", "user", [None]),
    ("representative_signs", "title", ["Ordförande", ""]),
]
DECIDED = [
    ("collaboration", "collaboration", "complete"),
    ("staff_dialog_what", "what_dialog", "complete"),
    ("citizen_dialog", "citizen_dialog", "open"),
    ("citizen_dialog", "citizen_dialog", "complete"),
    ("citizen_dialog", "focus_group", "complete"),
    ("local_situation", "local_situation", "complete"),
    ("local_situation", "local_situation", "approve"),
    ("joint_situation", "joint", "complete"),
    ("joint_situation", "joint", "approve"),
    ("problem_analysis", "analysis", "complete"),
    ("staff_dialog_how", "how_dialog", "complete"),
    ("activity_plan", "activity_plan", "complete"),
    ("activity_plan", "activity_plan", "approve"),
]
# Rows that come and go.
ROWS: dict[str, Callable[[Any], Any]] = {
    "share": lambda w: w.add(
        "processes.ActivityParty", w.activities[1], party=w.parties["municipality"], hours=100
    ),
    "goal": lambda w: w.add(
        "processes.Goal",
        cause=w.cause,
        text=w.goal.text,
        indicator=w.goal.indicator,
        baseline_value=17,
        baseline_on=w.today,
        target_value=8,
        plan_goal=w.goal.plan_goal,
    ),
    "focus_row": lambda w: w.add("agreements.PromiseFocus", w.promise, focus_area=w.focus_area),
    "representative_signs": lambda w: w.add(
        "agreements.Signatory",
        w.promise,
        party=w.representative_signs.party,
        user=w.cast.representative,
        title="Kommunstyrelsens ordförande",
        mandate="KS § 45, 2026-11-03",
    ),
}
SIGNERS = st.sampled_from(["chief", "representative", "officer", "partner_representative"])


class Round(RuleBasedStateMachine):
    """One round and those who work in it. `seen` counts over all runs what came about."""

    seen: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.outer = transaction.atomic()
        self.outer.__enter__()
        self.world = situations.planned_round()
        w = self.world
        w.activity, w.share = w.activities[0], w.shares[1]
        w.chief_signs, w.representative_signs = w.signatories["police"], w.signatories["municipality"]
        w.local_situation = w.round.local_situation
        self.good = {(name, field): getattr(getattr(w, name), field) for name, field, _ in FIELDS}
        self.missing: set[str] = set()
        self.sent: list[DocumentVersion] = []
        self.sealed: dict[int, tuple[str, str, str]] = {}

    @initialize(sealed=st.booleans())
    def begin(self, sealed: bool) -> None:
        """Half of the runs begin with a promise that is sealed and published, and go on from there."""
        if sealed:
            self.go_all_the_way(mended=False)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.outer.__exit__(None, None, None)

    def attempt(self, act: Any, what: str) -> Any:
        """Try it; a refusal is fine, anything else that goes wrong is a finding."""
        self.seen["steps"] += 1
        try:
            with transaction.atomic():
                done = act()
        except REFUSALS:
            self.seen[f"{what}, refused"] += 1
            return None
        self.seen[what] += 1
        return done

    def put(self, name: str, field: str, value: Any) -> None:
        if name in self.missing:
            return

        def act() -> None:
            setattr(self.world, name, self.world.edit(getattr(self.world, name), **{field: value}))

        self.attempt(act, "edit")

    @rule(change=st.sampled_from(FIELDS), data=st.data())
    def edit(self, change: tuple[str, str, list[Any]], data: Any) -> None:
        name, field, values = change
        self.put(name, field, data.draw(st.sampled_from([*values, self.good[name, field]])))

    @rule(gate=st.sampled_from(DECIDED))
    def decide(self, gate: tuple[str, str, str]) -> None:
        step, name, at = gate
        self.attempt(lambda: self.world.decide(step, getattr(self.world, name), at), "decide")

    @rule(gate=st.sampled_from(DECIDED), back=st.booleans())
    def take_back(self, gate: tuple[str, str, str], back: bool) -> None:
        step, name, _ = gate
        act = actions.send_back if back else actions.reopen
        by = self.world.cast.chief if back else self.world.cast.officer
        args = {"by": by, "round_": self.world.round, "step": self.world.method[step], "comment": "Igen."}
        self.attempt(lambda: act(subject_id=getattr(self.world, name).pk, **args), "return or reopen")

    @precondition(lambda self: "share" not in self.missing)
    @rule(yes=st.booleans())
    def answer(self, yes: bool) -> None:
        """The municipality says yes to its part, or takes its yes back."""
        w = self.world
        back = {
            "by": w.cast.representative,
            "round_": w.round,
            "share_id": w.share.pk,
            "reason": "Vi hinner inte.",
        }
        self.attempt(lambda: w.accept(w.share) if yes else actions.take_back(**back), "answer")

    @rule(answer=st.sampled_from(["yes", "partly", "no"]))
    def judge(self, answer: str) -> None:
        said = {"PRB-10:complete": (answer, "" if answer == "yes" else "Vi ser det olika.")}
        self.attempt(lambda: self.world.judge(self.world.analysis, said), "judge")

    @rule(staff=st.booleans(), tell=st.booleans())
    def feedback(self, staff: bool, tell: bool) -> None:
        w = self.world
        step, dialog = ("staff_dialog_what", w.what_dialog) if staff else ("citizen_dialog", w.citizen_dialog)
        kept = "what_feedback" if staff else "dialog_feedback"
        audiences = ["staff"] if staff else ["citizens", "staff", "partners"]
        if tell:
            self.attempt(lambda: setattr(w, kept, w.feedback(step, dialog, audiences)), "tell")
        else:
            self.attempt(lambda: untold(w, getattr(w, kept)), "untell")

    @rule(sorted_=st.booleans())
    def view_arrives(self, sorted_: bool) -> None:
        said = {
            "text": "Det är mörkt igen.",
            "received_on": self.world.today,
            **(sorted_as("Torget", "ordinary") if sorted_ else {}),
        }
        self.attempt(lambda: self.world.add("dialogs.View", self.world.citizen_dialog, **said), "view")

    @rule(kind=st.sampled_from(sorted(ROWS)))
    def remove_or_add(self, kind: str) -> None:
        row = getattr(self.world, kind)
        if kind in self.missing:
            self.attempt(lambda: setattr(self.world, kind, ROWS[kind](self.world)), "add")
        else:
            self.attempt(lambda: self.world.remove(row), "remove")
        row = getattr(self.world, kind)
        there = type(row).objects.filter(pk=row.pk).exists()
        self.missing = self.missing - {kind} if there else self.missing | {kind}

    @rule(code=st.sampled_from(["LOF-11:sign", "OVE-4:sign", "LOF-1:sign"]))
    def deviate(self, code: str) -> None:
        self.attempt(lambda: self.world.deviate("citizen_promise", self.world.promise, [code]), "deviate")

    @rule()
    def withdraw_deviation(self) -> None:
        row = Deviation.objects.filter(process=self.world.round, withdrawn=False).first()
        if row:
            step = self.world.method[row.step]
            args = {"by": self.world.cast.officer, "round_": self.world.round, "step": step, "deviation": row}
            self.attempt(lambda: actions.withdraw_deviation(**args), "withdraw deviation")

    @rule()
    def mend(self) -> None:
        """Someone puts everything right again and asks for the decisions anew."""
        w = self.world
        for kind in sorted(self.missing):
            self.remove_or_add(kind)
        for (name, field), value in self.good.items():
            if getattr(getattr(w, name), field) != value:
                self.put(name, field, value)
        if "share" not in self.missing:
            self.answer(True)
        self.judge("yes")
        self.feedback(True, True)
        self.feedback(False, True)
        for view in w.citizen_dialog.views.filter(outcome=""):
            self.attempt(lambda view=view: w.edit(view, **sorted_as("Torget", "ordinary")), "sort")
        w.analysis = ProblemAnalysis.objects.get(pk=w.analysis.pk)
        if not w.verdict("citizen_promise", "sign", w.promise).ok:
            for gate in DECIDED:
                self.decide(gate)
        self.seen["mended" if w.verdict("citizen_promise", "sign", w.promise).ok else "not mended"] += 1

    @rule(mended=st.booleans())
    def go_all_the_way(self, mended: bool) -> None:
        """They try to get it signed and sealed, having mended what they know of or not."""
        if mended:
            self.mend()
        self.send()
        if self.sent:
            for who in ("chief", "representative"):
                self.sign(who)
            self.finish()
        if self.sent and self.world.sent.pk in self.sealed:
            self.register(True)
            self.register(False)
            self.publish()

    @rule()
    def send(self) -> None:
        version = self.attempt(lambda: situations.send(self.world), "send")
        if version:
            assert not oracle.unmet(self.world.promise.pk)
            self.sent.append(version)

    @precondition(lambda self: self.sent)
    @rule(who=SIGNERS)
    def sign(self, who: str) -> None:
        before = oracle.unmet(self.world.promise.pk)
        act = self.attempt(lambda: situations.sign(self.world, getattr(self.world.cast, who)), "sign")
        if act:
            assert not before, f"signed although {sorted(before)} are unmet"
            assert who in ("chief", "representative")

    @precondition(lambda self: self.sent)
    @rule(who=SIGNERS)
    def sign_as_shown_an_earlier_version(self, who: str) -> None:
        older = self.sent[0]
        if older != self.world.sent:
            user = getattr(self.world.cast, who)
            act = self.attempt(lambda: situations.sign(self.world, user, older.content_hash), "sign unseen")
            assert act is None or older.content_hash == self.world.sent.content_hash

    @precondition(lambda self: self.sent)
    @rule(who=SIGNERS, withdraw=st.booleans())
    def end(self, who: str, withdraw: bool) -> None:
        act = signing.withdraw if withdraw else signing.decline
        args = {"round_": self.world.round, "version_id": self.world.sent.pk, "reason": "Inte så här."}
        self.attempt(lambda: act(by=getattr(self.world.cast, who), **args), "decline or withdraw")

    @precondition(lambda self: self.sent)
    @rule()
    def finish(self) -> None:
        version = self.world.sent
        document = self.attempt(lambda: signing.finish(version.pk), "finish")
        if document and version.pk not in self.sealed:
            self.seen["sealed"] += 1
            self.sealed[version.pk] = (version.content, version.content_hash, document.sha256)

    @precondition(lambda self: self.sealed)
    @rule(police=st.booleans())
    def register(self, police: bool) -> None:
        organisation = self.world.police if police else self.world.municipality
        number = f"A{organisation.pk}.{self.world.sent.pk}"
        self.attempt(lambda: situations.register(self.world, organisation, number), "register")

    @precondition(lambda self: self.sealed)
    @rule()
    def publish(self) -> None:
        version = self.world.sent.pk
        act = {"by": self.world.cast.communicator, "round_": self.world.round, "version_id": version}
        made = self.attempt(lambda: publishing.publish(**act, checked="Läst av två."), "publish")
        assert made is None or (version in self.sealed and made.content == self.sealed[version][0])

    @invariant()
    def what_is_sealed_never_changes(self) -> None:
        for pk, (content, digest, pdf) in self.sealed.items():
            version = DocumentVersion.objects.select_related("sealed").get(pk=pk)
            assert (version.content, version.content_hash) == (content, digest)
            assert version.sealed.sha256 == pdf == chain.sha256(bytes(version.sealed.pdf))

    @invariant()
    def each_party_signs_a_version_once(self) -> None:
        acts = SigningAct.objects.filter(kind="signed").values_list("version_id", "party_id")
        assert len(acts) == len(set(acts))
        for pk in SealedDocument.objects.values_list("version_id", flat=True):
            named = {s["organisation"] for s in _signatories(pk)}
            signed = SigningAct.objects.filter(version_id=pk, kind="signed")
            assert sorted(act.organisation for act in signed) == sorted(named)
            assert not SigningAct.objects.filter(version_id=pk).exclude(kind="signed").exists()

    @invariant()
    def the_chain_holds(self) -> None:
        assert list(chain.faults()) == []


def _signatories(version_pk: int) -> list[dict[str, str]]:
    return json.loads(DocumentVersion.objects.get(pk=version_pk).content)["signatories"]
