"""Each problem as each sees it, side by side (GEM-2): what is said, what is missing, how it was handled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes.criteria import is_answer
from processes.method import Facts, Row
from processes.pages.adopting import origins
from processes.pages.links import Ways
from processes.steps.joint_rules import FOCUS, PROBLEM, chosen, considered, passed_over, wanted_views

if TYPE_CHECKING:
    from processes.views.here import InStep

WHO = {"police_view": "Polisen", "municipality_view": "Kommunen", "citizen_view": "Medborgarna"}


def matrix(here: InStep) -> dict[str, Any]:
    """One row for each problem of the round."""
    ways, entries = Ways(here, "bilden"), Ways(here, "ursprung")
    over, came = passed_over(here.facts), origins(here, PROBLEM)
    return {
        "problems": [
            _problem(here.facts, row, ways, entries, over) | {"origins": came.get(row.id, [])}
            for row in here.facts.rows(PROBLEM)
        ],
        "columns": len(wanted_views(here.facts)),
        "add_url": ways.add(),
    }


def _problem(facts: Facts, row: Row, ways: Ways, entries: Ways, over: dict[int, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title or "Problem utan namn",
        "edit_url": ways.edit(row),
        "remove_url": ways.remove(row),
        "pictures": [_picture(row, name, ways) for name in wanted_views(facts)],
        "agreement": _agreement(row, ways),
        "told": _told(row, ways, over.get(row.id, "")),
        "views_total": row.views_total,
        "views_label": counted(row.views_total),
        "entries": _entries(facts, row, entries),
        "add_entry_url": entries.add(problem=row.id, field="entry"),
        "led_to": _led_to(facts, row),
    }


def counted(number: int) -> str:
    """How many views of citizens, in words."""
    if not number:
        return "Inga synpunkter är knutna hit"
    return "1 synpunkt från medborgare" if number == 1 else f"{number} synpunkter från medborgare"


def _picture(row: Row, name: str, ways: Ways) -> dict[str, Any]:
    missing = not is_answer(row[name])
    return {
        "who": WHO[name],
        "text": row[name],
        "missing": missing,
        "url": ways.edit(row, name) if missing else "",
        "citizens": name == "citizen_view",
    }


def _agreement(row: Row, ways: Ways) -> dict[str, str]:
    """Whether the pictures agree, as a mark."""
    if row.agree is None:
        return {"status": "waiting", "label": "Stämmer bilderna överens?", "url": ways.edit(row, "agree")}
    if row.agree:
        return {"status": "done", "label": "Bilderna stämmer överens", "url": ""}
    return {"status": "stale", "label": "Bilderna skiljer sig", "url": ""}


def _told(row: Row, ways: Ways, over: str) -> list[dict[str, Any]]:
    """Why the pictures differ, that the choice passes over citizens, and how that was handled."""
    found = []
    if row.agree is False or is_answer(row.why_differs):
        found.append(_line("Varför skiljer de sig?", row, "why_differs", ways))
    if over:
        found.append({"label": "Valet går förbi medborgarnas bild", "text": f"{over}.", "warns": True})
    if row.agree is False or over or is_answer(row.handling):
        found.append(_line("Så tog ni hand om det", row, "handling", ways))
    return found


def _line(label: str, row: Row, name: str, ways: Ways) -> dict[str, Any]:
    missing = not is_answer(row[name])
    return {
        "label": label,
        "text": row[name],
        "missing": missing,
        "url": ways.edit(row, name) if missing else "",
    }


def _entries(facts: Facts, row: Row, ways: Ways) -> list[dict[str, str]]:
    """The observations the problem rests on: tied here, they are seen by all parties."""
    found = []
    for tie in facts.rows("processes.ProblemEntry", problem_id=row.id):
        entry = facts.get("processes.SituationEntry", tie.entry_id)
        if entry is not None:
            found.append(
                {
                    "title": entry.title,
                    "text": entry.text,
                    "source": entry.source,
                    "remove_url": ways.remove(tie),
                }
            )
    return found


def _led_to(facts: Facts, row: Row) -> str:
    """What became of the problem in the choice."""
    own = facts.rows(FOCUS, problem_id=row.id)
    if promised := [area.title for area in own if chosen(area)]:
        return f"Blir löfte: {', '.join(promised)}"
    if waiting := [area.title for area in own if considered(area)]:
        return f"Fokusområde, inte bestämt än: {', '.join(waiting)}"
    return "Valdes inte till löfte" if own else "Inget fokusområde än"
