"""What stands beside a form: words to pick with one press, from lists that can be edited."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from processes.criteria import is_answer
from processes.figures import Unit
from processes.models import Term

if TYPE_CHECKING:
    from processes.forms import RecordForm
    from processes.views.here import InStep

SURVEY, CRIME = "Polisens trygghetsmätning", "Anmälda brott"
PICK = "Ett tryck fyller i formuläret. Ändra sedan till det som gäller hos er."


def survey(here: InStep, form: RecordForm) -> dict[str, Any]:
    """What the safety survey asks about, block by block."""
    return _ideas(Term.List.SURVEY, lambda word: {"title": word, "source": SURVEY})


def crimes(here: InStep, form: RecordForm) -> dict[str, Any]:
    """Kinds of crime."""
    return _ideas(Term.List.CRIME, lambda word: {"title": word, "source": CRIME})


def sources_of_entries(here: InStep, form: RecordForm) -> dict[str, Any]:
    """Where what an entry says may come from."""
    return _ideas(Term.List.SOURCE, lambda word: {"source": word})


def sources(here: InStep, form: RecordForm) -> dict[str, Any]:
    """What a picture is usually built on."""
    return _ideas(Term.List.SOURCE, lambda word: {"name": word})


def crime_series(here: InStep, form: RecordForm) -> dict[str, Any]:
    """Series of reported crimes."""
    return _ideas(
        Term.List.CRIME,
        lambda word: {
            "name": f"Anmälda brott: {word.lower()}",
            "unit": Unit.COUNT.value,
            "source": CRIME,
        },
    )


def survey_series(here: InStep, form: RecordForm) -> dict[str, Any]:
    """Series of what the safety survey measures."""
    return _ideas(Term.List.SURVEY, lambda word: {"name": word, "unit": Unit.INDEX.value, "source": SURVEY})


def plan_goals(here: InStep, form: RecordForm) -> dict[str, Any]:
    """Goals of the police's plan: those the round refers to already, then those of the list (AKT-10)."""
    found = _ideas(Term.List.PLAN_GOAL, lambda word: {"plan_goal": word})
    used = sorted({row.plan_goal for row in here.facts.rows("processes.Goal") if is_answer(row.plan_goal)})
    if used:
        ideas = [{"label": goal, "value": urlencode({"plan_goal": goal})} for goal in used]
        found["groups"].insert(0, {"title": "Redan i er plan", "ideas": ideas})
    return found


def _ideas(words: Term.List, values: Any) -> dict[str, Any]:
    found = Term.objects.filter(list=words, retired=False).order_by("position", "label")
    return {
        "hint": PICK,
        "groups": [
            {
                "title": title,
                "ideas": [{"label": t.label, "value": urlencode(values(t.label))} for t in terms],
            }
            for title, terms in groupby(sorted(found, key=lambda t: t.position), key=lambda t: t.meaning)
        ],
    }
