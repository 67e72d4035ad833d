"""A named person opens a dialogue on the web, changes what it says, or closes it before its time (DIA-13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from processes import actions, guard
from processes.actions.entry import actor_of, facts_of
from processes.method import Facts, Finding, Gate, Row, get_method
from processes.models import Process, User
from processes.writing import Refused, current, demand, under_lock, write

from ...models import DigitalDialog
from ...steps.citizen_dialog import STEP
from .. import codes, content, policies


@under_lock
def open_on_web(
    *, by: User, round_: Process, dialog_id: int, values: Mapping[str, Any], version: int = 0
) -> DigitalDialog:
    """Open the dialogue from its first day to its last, with the questions as they read now.

    NotReady when the plan lacks something of what an invitation needs (DIA-2 to 9). What is met but not
    yet decided is decided along with it. Done again, it shows citizens the plan anew, or opens once more.
    """
    demand(policies.can_open(actor_of(by, round_)))
    facts = facts_of(round_)
    subject = facts.get(content.DIALOG, dialog_id)
    if subject is None:
        raise Refused(
            "Dialogen finns inte längre. Gå tillbaka till listan och välj en annan.", Finding("", "borttagen")
        )
    verdict = guard.evaluate(get_method(), Gate.OPEN, facts, STEP, subject)
    if not verdict.ok:
        raise guard.NotReady(verdict)
    digital = DigitalDialog.objects.filter(dialog_id=dialog_id).first()
    digital = current(digital, version) if digital else DigitalDialog(dialog_id=dialog_id, code=_unused())
    _demand_days(values)
    for name in ("opens_on", "closes_on", "welcome", "contact", "asks_place", "asks_theme"):
        setattr(digital, name, values[name])
    digital.opened_by, digital.closed_on = by, None
    digital.content = content.page(facts, subject, digital)
    _decide_too(by, round_, facts, subject)
    return write(digital, by=by, round_=round_)


def _demand_days(values: Mapping[str, Any]) -> None:
    if values["closes_on"] < values["opens_on"] or values["closes_on"] < timezone.localdate():
        raise Refused(
            "Den sista dagen måste vara i dag eller senare, och efter den första.",
            Finding("webben.closes_on", f"{values['opens_on']} – {values['closes_on']}"),
        )


def _decide_too(by: User, round_: Process, facts: Facts, subject: Row) -> None:
    """To open on the web is to open: who does it need not say so twice."""
    passed = {gate for gate, _ in guard.standing(facts, STEP, subject).passed}
    if Gate.OPEN not in passed:
        actions.decide(by=by, round_=round_, step=STEP, subject_id=subject.id, gate=Gate.OPEN)


def _unused() -> str:
    while DigitalDialog.objects.filter(code=(code := codes.new_address())).exists():
        pass
    return code


@under_lock
def close(*, by: User, round_: Process, dialog_id: int) -> DigitalDialog:
    """Close before the last day. What has come in is kept, and its senders can still read their receipts."""
    demand(policies.can_open(actor_of(by, round_)))
    digital = DigitalDialog.objects.filter(dialog_id=dialog_id, dialog__processes=round_).first()
    today = timezone.localdate()
    if digital is None or digital.state(today) is DigitalDialog.State.CLOSED:
        raise Refused(
            "Dialogen är inte öppen på webben, så det finns inget att stänga.", Finding("", "inte öppen")
        )
    digital.closed_on = today
    return write(digital, by=by, round_=round_)
