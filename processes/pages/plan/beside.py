"""What stands beside the form of an activity: what is known of the problem, and ideas (FAL-14, PRB-9)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.method import Facts, Row
from processes.models.problem import Side
from processes.plan import problem, techniques
from processes.triangle import SHORT

if TYPE_CHECKING:
    from processes.forms import RecordForm
    from processes.views.here import InStep

FIRST, FIRST_OF_MANY = 4, 2  # so much stands open of one area, and of each of several


def known(here: InStep, form: RecordForm) -> dict[str, Any]:
    """What is known of the focus area that the activity is aimed at; of all chosen ones before that is said."""
    facts = here.facts
    one = _focus(facts, form)
    areas = [one] if one else facts.rows("processes.FocusArea", becomes_promise=True)
    first = FIRST if len(areas) == 1 else FIRST_OF_MANY
    return {
        "areas": [
            {"title": area.title, "known": found[:first], "more": found[first:]}
            for area in areas
            if (found := problem.known(facts, area.id))
        ]
    }


def ideas(here: InStep, form: RecordForm) -> dict[str, Any]:
    """The techniques by side; the side that is aimed at stands open."""
    cause = _cause(here.facts, form)
    side = str(form["side"].value() or "") or (cause.side if cause else "")
    causes = here.facts.rows(problem.CAUSE)
    return {
        "sides": [
            {"key": key, "title": SHORT[Side(key)], "open": key == side, "ideas": techniques.ideas(key)}
            for key in Side.values
        ],
        "causes": " ".join(f"{row.id}:{row.side}" for row in causes if row.side),
    }


def _chosen(facts: Facts, form: RecordForm, name: str, label: str) -> Row | None:
    value = str(form[name].value() or "")
    return facts.get(label, int(value)) if value.isdecimal() and len(value) < 19 else None


def _cause(facts: Facts, form: RecordForm) -> Row | None:
    return _chosen(facts, form, "cause", problem.CAUSE)


def _focus(facts: Facts, form: RecordForm) -> Row | None:
    cause = _cause(facts, form)
    own = _chosen(facts, form, "focus_area", "processes.FocusArea")
    return own or (facts.get("processes.FocusArea", cause.focus_area_id) if cause else None)
