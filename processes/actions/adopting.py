"""Taking in with one press what was said elsewhere, its origin kept (LOK-8, MED-10).

How a section comes to take something in – nothing but a declaration and a function:

1. The section that receives names its offers: `Rows(…, adopts=(Adopt("medarbetarna", "Från medarbetarna",
   "dialogs.offers.for_picture", ways=(("Ta in", {}),)),))`. Any Rows section can: causes, problems, activities.
2. The app that has something to give writes the function at that path: `offers(facts) -> Iterable[Offer]`.
   Each offer names its origin (a row of the facts), the words to show and the values of the new row; when
   the section's parent is one of its fields (a cause's analysis), the values name it too.
3. The origin's model has `adopted_model` and `adopted_id` (as `dialogs.Result`), or the receiving one has
   `origin_model`, `origin_id` and `origin_about` (as `SituationEntry`). Those that exist are filled in;
   röda tråden and the round's file read them.

The step's page shows the offers to whoever may edit the section and see the step they come from. What was
already written by hand is tied to its origin by `join` instead of being written twice.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils.module_loading import import_string

from processes import policies
from processes.criteria import row_title
from processes.method import Facts, Finding, Row, Rows, Step, get_method
from processes.models import Process, Record, User
from processes.offers import Adopt, Offer, taken_as
from processes.writing import Refused, demand, under_lock, write

from .entry import actor_of, facts_of
from .rows import demand_own, new_row


@under_lock
def adopt(
    *,
    by: User,
    round_: Process,
    step: Step,
    section: Rows,
    source: Adopt,
    key: str,
    parent: Any = None,
    way: int = 0,
    reason: str = "",
) -> Record:
    """Make a row of what is offered. Refused when it has been taken in already or is no longer offered."""
    actor = actor_of(by, round_)
    demand(policies.can_edit(actor, step, section))
    offer, facts = _offered(actor, round_, source, key)
    _demand_untaken(facts, section, offer)
    if not 0 <= way < len(source.ways):
        raise Refused("Välj hur det ska tas in.", Finding("", "inget valt"))
    row = new_row(section, parent, {**offer.values, **source.ways[way][1]})
    demand_own(actor, section, row)
    if hasattr(row, "origin_model"):
        row.origin_model, row.origin_id, row.origin_about = offer.origin.model, offer.origin.id, offer.about
    row.clean()
    made = write(row, by=by, round_=round_, reason=reason)
    _tell_origin(offer.origin, section.model, made.pk, by, round_)
    return made


@under_lock
def join(
    *, by: User, round_: Process, step: Step, section: Rows, source: Adopt, key: str, row_id: int
) -> None:
    """Say that what is offered stands here already, as one of the section's rows."""
    actor = actor_of(by, round_)
    demand(policies.can_edit(actor, step, section))
    offer, facts = _offered(actor, round_, source, key)
    if facts.get(section.model, row_id) is None:
        raise Refused(
            "Raden du valde finns inte längre. Välj en annan, eller ta in det som en ny.",
            Finding(section.key, "borttagen"),
        )
    _demand_untaken(facts, section, offer)
    if not _tell_origin(offer.origin, section.model, row_id, by, round_):
        raise Refused(
            "Det går bara att ta in som en ny rad.", Finding(section.key, "ingen rad att koppla till")
        )


def _demand_untaken(facts: Facts, section: Rows, offer: Offer) -> None:
    if (taken := taken_as(facts, section.model, offer)) is not None:
        raise Refused(
            "Det är redan intaget. Öppna raden så ser du vad det blev.",
            Finding(section.key, "intaget", row=taken, about=row_title(taken)),
        )


def _offered(actor: policies.Actor, round_: Process, source: Adopt, key: str) -> tuple[Offer, Facts]:
    """What is offered under that key now, to somebody who sees where it comes from."""
    facts = facts_of(round_)
    found = next((o for o in import_string(source.offers)(facts) if o.key == key), None)
    if found is None:
        raise Refused(
            "Det du ville ta in har ändrats eller tagits bort. Välj bland det som står här nu.",
            Finding("", "erbjuds inte längre"),
        )
    demand(policies.can_see_step(actor, get_method().step_with(found.origin.model)))
    return found, facts


def _tell_origin(origin: Row, model: str, row_id: int, by: User, round_: Process) -> bool:
    """Let the origin say what it became, if it can."""
    obj = apps.get_model(origin.model).objects.select_for_update().get(pk=origin.id)
    if not hasattr(obj, "adopted_model"):
        return False
    obj.adopted_model, obj.adopted_id = model, row_id
    write(obj, by=by, round_=round_)
    return True
