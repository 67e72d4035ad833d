"""The year wheel: each party's calendar and the round's own days on one band, and what doesn't fit (SAM-3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes import guard, year
from processes.drawings import year as drawing
from processes.guard import Status
from processes.method import Facts, Row
from processes.models import PartyDate
from processes.pages import links
from processes.pages.links import Ways
from processes.pages.values import Values, day

from . import progress

if TYPE_CHECKING:
    from processes.views.here import InStep

SOON = 30  # so many days ahead a meeting wants its papers
OWN_LANE = "Rundan"
SAYS_IT = (year.MEETING, year.STEERING, "other")  # of these, what is written says enough by itself


def panel(here: InStep) -> dict[str, Any]:
    """The band, the same days in a table, and what is too late."""
    facts = here.facts
    ways, times = Ways(here, "kalender"), Ways(here, "tider")
    missed = {miss.row.id for miss in year.misses(facts)}
    rows = [*_own(here, times), *(_party(here, row, ways, missed) for row in year.dates(facts))]
    dated = sorted((row for row in rows if row["on"]), key=lambda row: row["on"])
    for number, row in enumerate(dated, start=1):
        row["number"] = number
    marks = [drawing.Mark(row["number"], row["lane"], row["on"], row["look"]) for row in dated]
    marks.sort(key=lambda mark: mark.lane != OWN_LANE)
    return {
        "svg": drawing.draw(marks, uid="arshjul", today=facts.today),
        "rows": [*dated, *(row for row in rows if not row["on"])],
        "warnings": list(_warnings(here, times, ways)),
        "add_url": ways.add(),
        "add_label": here.step.section("kalender").add_label,
        "times_url": times.form("work_starts_on"),
        "any": any(row["lane"] != OWN_LANE for row in rows),
    }


def _own(here: InStep, times: Ways) -> list[dict[str, Any]]:
    return [
        {
            "on": own.on,
            "when": day(own.on),
            "lane": OWN_LANE,
            "what": own.title,
            "look": "own",
            "says": "",
            "status": "",
            "url": times.form() if own.step == here.step.key else _step_url(here, own.step),
            "remove_url": "",
        }
        for own in year.own_days(here.facts)
    ]


def _step_url(here: InStep, key: str) -> str:
    return links.step_url(here.round.pk, here.method[key]) if key else ""


def _party(here: InStep, row: Row, ways: Ways, missed: set[int]) -> dict[str, Any]:
    kind = "" if row.kind in SAYS_IT and row.what else Values(here.facts).show(PartyDate, "kind", row)
    says, status = _says(here, row, missed)
    look = "budget" if row.kind in (year.BUDGET, year.PLAN) else "meeting"
    return {
        "on": row.on,
        "when": day(row.on) or "Ingen dag ännu",
        "lane": row.party_name or "Alla parter",
        "what": ": ".join(filter(None, (kind, row.what))) or "Utan namn",
        "look": "missed" if status == "returned" else look,
        "says": says,
        "status": status,
        "url": ways.edit(row),
        "remove_url": ways.remove(row),
    }


def _says(here: InStep, row: Row, missed: set[int]) -> tuple[str, str]:
    """Whether the day fits the round, in words and as a status."""
    facts = here.facts
    if row.id in missed:
        return "Behovet hinner inte bli känt", "returned"
    if row.kind == year.BUDGET and row.on:
        work = facts.one(year.WORK)
        needs = work.needs_known_on if work else None
        if needs is None:
            return "Skriv när resursbehovet är känt", "waiting"
        return ("Behovet är känt till dess", "done") if needs <= row.on else ("", "")
    key = year.due_step(row)
    if not key or row.on is None:
        return "", ""
    step, done = here.method[key], _is_done(facts, here, key)
    if done:
        return f"{step.title}: klart", "done"
    if row.on < facts.today:
        return f"{step.title} hann inte bli klart", "returned"
    left = (row.on - facts.today).days
    words = "i dag" if left == 0 else "i morgon" if left == 1 else f"om {left} dagar"
    return f"{step.title} ska vara klart {words}", "stale" if left <= SOON else "waiting"


def _is_done(facts: Facts, here: InStep, key: str) -> bool:
    """Whether the step is done; a standing step never is, and something in it is enough."""
    status = progress.step_status(facts, here.method[key])
    standing = here.method[key].done_gate is None and guard.subjects(facts, here.method[key])
    return status is Status.DONE or (bool(standing) and status is Status.ACTIVE)


def _warnings(here: InStep, times: Ways, ways: Ways) -> Any:
    """What the calendars make impossible, each with where it can be mended."""
    facts = here.facts
    for miss in year.misses(facts):
        yield {
            "text": f"{miss.party} {year.DECIDES[miss.row.kind]} {day(miss.row.on)}, men resursbehovet är känt först "
            f"{day(miss.needs_known)}. Gör det tidigare, eller arbeta med det som redan finns.",
            "url": times.form("needs_known_on"),
        }
    start = facts.round.period_start
    for name in year.without_meeting(facts):
        yield {
            "text": f"{name} har inget möte i kalendern innan perioden börjar {day(start)}. "
            "Hinner det som ska beslutas där tas upp?",
            "url": ways.add("on"),
        }
    for row in year.dates(facts):
        says, status = _says(here, row, set())
        if row.kind != year.BUDGET and status == "returned":
            yield {
                "text": f"{says} till {day(row.on)} ({row.party_name or 'alla parter'}).",
                "url": ways.edit(row, "on"),
            }
