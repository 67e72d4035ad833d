"""A dialogue is linked to another round, or left out of it again; it stays the same dialogue."""

from __future__ import annotations

from processes import policies, queries
from processes.actions import deviate
from processes.actions.entry import facts_of
from processes.method import Finding, Row
from processes.models import Deviation, Process, User
from processes.writing import ReasonNeeded, Refused, demand, under_lock, write

from ..models import CitizenDialog, View
from ..steps.citizen_dialog import STEP
from ..steps.citizen_rules import OLD, is_old, taken_along
from .queries import to_take

MOST_TOLD = 100
GONE = "Dialogen går inte att ta med. Den kan redan vara med, eller så leder du inte rundan den hölls för."


@under_lock
def take_along(*, by: User, round_: Process, dialog_id: int, reason: str = "") -> CitizenDialog:
    """Let the round rest on a dialogue held for an earlier one. An old one wants a reason, which every signer sees."""
    demand(policies.can_edit(queries.actor_in(by, round_), STEP))
    dialog = to_take(by, round_).filter(pk=dialog_id).first()
    if dialog is None:
        raise Refused(GONE, Finding("", "går inte att ta med"))
    old = is_old(dialog.held_on, round_.period_start, round_.period_end)
    if old and not reason.strip():
        raise ReasonNeeded
    dialog = CitizenDialog.objects.select_for_update().get(pk=dialog.pk)
    write(dialog, by=by, round_=round_, reason="Togs med från en tidigare runda.").processes.add(round_)
    if old:
        deviate(by=by, round_=round_, step=STEP, subject_id=dialog.pk, codes=[OLD], reason=reason)
    return dialog


@under_lock
def leave_out(*, by: User, round_: Process, dialog_id: int) -> CitizenDialog:
    """Take a dialogue out of a round that had taken it along. Refused while anything here rests on what was said."""
    demand(policies.can_edit(queries.actor_in(by, round_), STEP))
    row = facts_of(round_).get(STEP.record, dialog_id)
    if row is None or not taken_along(facts_of(round_), row):
        raise Refused(
            "Dialogen hölls för den här rundan. Bara en som är tagen från en tidigare runda kan tas ut.",
            Finding("", "hölls för den här rundan", subject=row),
        )
    tied = list(View.objects.filter(dialog=dialog_id, problem__process=round_).order_by("pk")[:MOST_TOLD])
    if tied:
        many = f"{len(tied)}{' eller fler' if len(tied) == MOST_TOLD else ''} hör till problem här"
        first = Row(View._meta.label, tied[0].pk, {})
        raise Refused(
            "Synpunkter ur dialogen hör till problem i rundan. Välj bort problemen och försök igen.",
            Finding("synpunkter.problem", many, row=first, subject=row),
        )
    dialog = CitizenDialog.objects.select_for_update().get(pk=dialog_id)
    for given in Deviation.objects.filter(
        process=round_, subject_model=STEP.record, subject_id=dialog_id, withdrawn=False
    ):
        given.withdrawn = True
        write(given, by=by, round_=round_)
    write(dialog, by=by, round_=round_, reason="Togs ut ur rundan.").processes.remove(round_)
    return dialog
