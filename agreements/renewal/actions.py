"""A promise is renewed: a new round after its own, or one that is there already, and the promise's successor in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model

from agreements.agreement.actions import use
from agreements.agreement.force import in_force_on
from agreements.models import CollaborationAgreement, Promise
from agreements.steps.citizen_promise import STEP
from agreements.steps.signed import sealed
from processes import actions, policies, queries
from processes.method import Facts, Finding, Row, Rows, Step, get_method
from processes.models import Inherited, Organisation, Party, Process, User
from processes.writing import Refused, demand, write

from .follows import AGREEMENT, BY_KEY, Follows

REASON = "Från förra rundan"
Keys = dict[tuple[str, int], Model]
"""What each row of the old round became in the new one."""


def can_renew(actor: policies.Actor) -> policies.Decision:
    """Who leads the round renews its promises."""
    return policies.can_edit(actor, STEP)


def renewable(facts: Facts, promise: Row | None) -> None:
    """Go on when the promise is signed, and not renewed yet. Refused else."""
    if promise is None or sealed(facts, promise) is None:
        raise Refused(
            "Bara ett underskrivet löfte kan förnyas. Det här är inte underskrivet än.",
            Finding("underskrift", "inte underskrivet"),
        )
    if Promise.objects.filter(predecessor=promise.id).exists():
        raise Refused(
            "Löftet är redan förnyat. Arbeta vidare i det nya löftet.", Finding("", "redan förnyat")
        )


@transaction.atomic
def renew(
    *,
    by: User,
    round_: Process,
    promise_id: int,
    follows: Iterable[str],
    into: Process | None = None,
    title: str = "",
    period_start: date | None = None,
    period_end: date | None = None,
    organisations: Iterable[Organisation] = (),
) -> Promise:
    """Begin the successor of a signed promise. At any time: the old promise goes on as it was.

    Into a round that has begun already, or else a new one, which the community officer starts. Refused when
    nothing is signed or it has been renewed before.
    """
    demand(can_renew(queries.actor_in(by, round_)))
    facts = queries.load_facts(get_method(), round_.pk)
    old = facts.get(STEP.record, promise_id)
    renewable(facts, old)
    if into is None:
        into = actions.start_round(
            by=by,
            title=title,
            area=round_.area,
            period_start=period_start,
            period_end=period_end,
            organisations=organisations,
            predecessor=round_,
        )
    new = Process.objects.select_for_update().get(pk=into.pk)
    demand(can_renew(queries.actor_in(by, new)))
    promise = Promise(process=new, title=old.title, place=old.place, predecessor_id=old.id)
    write(promise, by=by, round_=new, reason=REASON)
    _Following(by, facts, round_, new, promise).all(follows)
    return promise


class _Following:
    """What follows from one round to the next, for one person."""

    def __init__(self, by: User, facts: Facts, old: Process, new: Process, promise: Promise):
        self.by, self.facts, self.old, self.new, self.promise = by, facts, old, new, promise
        self.actor = queries.actor_in(by, new)
        self.became: Keys = {}

    def all(self, follows: Iterable[str]) -> None:
        """The coordinators and all that was chosen, in such an order that links point backwards."""
        self._parties()
        wanted = set(follows)
        for key, one in BY_KEY.items():
            step, section = one.of
            if key in wanted and policies.can_edit(self.actor, step, section):
                if key == AGREEMENT:
                    self._agreement(one)
                elif isinstance(section, Rows):
                    self._rows(one)
                else:
                    self._record(one)

    def _parties(self) -> None:
        """Whoever held it together for a party goes on, where nobody is named yet."""
        before = {party.organisation_id: party for party in Party.objects.filter(process=self.old)}
        for party in Party.objects.filter(process=self.new).select_related("organisation"):
            if (then := before.get(party.organisation_id)) is None:
                continue
            self.became[Party._meta.label, then.pk] = party
            if party.coordinator_id is None and then.coordinator_id and then.coordinator.is_active:
                party.coordinator = then.coordinator
                write(party, by=self.by, round_=self.new, reason=REASON)

    def _agreement(self, one: Follows) -> None:
        """The promise rests on the agreement of the one before, and so does its round, as several may (OVE-3)."""
        old = self.facts.get(STEP.record, self.promise.predecessor_id)
        assert old is not None
        agreement, (step, section) = (
            CollaborationAgreement.objects.filter(pk=old.agreement_id).first(),
            one.of,
        )
        if agreement is None:
            return
        there = self.facts.get(step.record, agreement.pk)
        if not in_force_on(self.facts, agreement.pk, self.new.period_start or self.facts.today):
            raise Refused(
                f"Överenskommelsen ”{agreement.title}” gäller inte när {self.new.title} börjar, så den kan inte följa "
                "med. Ta bort krysset för den, eller förläng den först.",
                Finding(
                    "giltighet",
                    "gäller inte då",
                    step=step.key,
                    subject=there,
                ),
            )
        if not agreement.processes.filter(pk=self.new.pk).exists():
            used = use(by=self.by, round_=self.new, agreement_id=agreement.pk)
            actions.note_inherited(by=self.by, round_=self.new, step=step, section=section, obj=used)
        self.promise.agreement = agreement
        write(self.promise, by=self.by, round_=self.new, reason=REASON)

    def _under(self, section: Rows, *, new: bool) -> dict[str, Any]:
        """Where the rows of a section hang: under the round, or under the promise."""
        if section.parent == "promise":
            return {"promise_id": self.promise.pk if new else self.promise.predecessor_id}
        return {section.parent: self.new if new else self.old}

    def _rows(self, one: Follows) -> None:
        step, section = one.of
        assert isinstance(section, Rows)
        if section.parent != "promise" and self._came_before(step, section):
            return
        model = apps.get_model(section.model)
        there: dict[Any, list[Any]] = {}
        for row in model._base_manager.filter(**self._under(section, new=True)).order_by("pk"):
            there.setdefault(getattr(row, one.same), []).append(row)
        for then in model._base_manager.filter(**self._under(section, new=False)).order_by("pk"):
            values = self._values(one, then)
            own = there.get(values[one.same], [])
            if not values[one.same] or (own and not section.prefilled):
                continue
            row = next((row for row in own if row.version == 1), None)  # as the round began with it
            if row is None:
                row = model(**self._under(section, new=True))
            else:
                own.remove(row)
                values = {name: value for name, value in values.items() if name not in one.kept}
            self._write(one, row, values)
            self.became[section.model, then.pk] = row

    def _came_before(self, step: Step, section: Rows) -> bool:
        """Whether another promise of the old round brought them along already."""
        return Inherited.objects.filter(process=self.new, step=step.key, section=section.key).exists()

    def _record(self, one: Follows) -> None:
        step, _ = one.of
        model = apps.get_model(step.record)
        then: Any = Promise.objects.get(pk=self.promise.predecessor_id) if model is Promise else None
        row: Any = self.promise
        if then is None:
            then, row = model._base_manager.get(process=self.old), model._base_manager.get(process=self.new)
        blank = {name: value for name, value in self._values(one, then).items() if not getattr(row, name)}
        if any(blank.values()):
            self._write(one, row, blank)

    def _values(self, one: Follows, then: Model) -> dict[str, Any]:
        """What the row said; links lead to the new round's own rows, and nobody who has left is named."""
        found = {}
        for name in one.fields:
            value = getattr(then, name)
            if isinstance(value, Model) and hasattr(value, "process_id"):
                value = self.became.get((value._meta.label, value.pk))
            elif isinstance(value, User) and not value.is_active:
                value = None
            found[name] = value
        return found

    def _write(self, one: Follows, row: Any, values: dict[str, Any]) -> None:
        step, section = one.of
        for name, value in values.items():
            setattr(row, name, value)
        write(row, by=self.by, round_=self.new, reason=REASON)
        actions.note_inherited(by=self.by, round_=self.new, step=step, section=section, obj=row)
