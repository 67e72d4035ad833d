"""The parties of the cooperation, one card each: what each has decided and sets aside, and what is not said yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.criteria import is_answer
from processes.method import Row
from processes.models import User
from processes.pages.links import Ways
from processes.pages.values import day

if TYPE_CHECKING:
    from processes.views.here import InStep

KINDS = {"police": "Polisen", "municipality": "Kommun", "partner": "Annan aktör"}


def panel(here: InStep) -> dict[str, Any]:
    """Each party with the same few facts, the police first."""
    rows = sorted(here.facts.rows("processes.Party"), key=lambda row: (list(KINDS).index(row.kind), row.id))
    ways = Ways(here, "parter")
    people = User.objects.in_bulk([row.coordinator_id for row in rows if row.coordinator_id])
    return {
        "parties": [_party(row, ways, people.get(row.coordinator_id)) for row in rows],
        "add_url": ways.add(),
        "add_label": here.step.section("parter").add_label,
    }


def _party(row: Row, ways: Ways, coordinator: User | None) -> dict[str, Any]:
    decided = ", ".join(filter(None, (row.decided_by, day(row.decided_on))))
    hours = f"{row.hours_set_aside} timmar" if row.hours_set_aside is not None else ""
    person = ", ".join(filter(None, (coordinator.name, coordinator.title))) if coordinator else ""
    resources = (
        ". ".join(filter(None, (row.resources.rstrip("."), hours))) if is_answer(row.resources) else hours
    )
    facts = [
        (
            "Beslut att samverka",
            decided if row.decided_on and is_answer(row.decided_by) else "",
            "decided_by",
        ),
        ("Samordnare", person, "coordinator"),
        ("Tid och resurser", resources, "resources"),
        ("Stöd och roll", row.support if is_answer(row.support) else "", "support"),
    ]
    return {
        "name": row.name,
        "kind": KINDS[row.kind],
        "url": ways.edit(row),
        "remove_url": ways.remove(row),
        "facts": [
            {"label": label, "text": text, "url": "" if text else ways.edit(row, field)}
            for label, text, field in facts
        ],
        "decided": bool(row.decided_on and is_answer(row.decided_by)),
    }
