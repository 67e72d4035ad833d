"""What the parties decide together, in plain sight: promises, material, deeper dialogue, equality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes.criteria import is_answer
from processes.method import Row
from processes.pages import links
from processes.pages.links import Ways
from processes.pages.values import day
from processes.policies import can_edit, can_see_step
from processes.steps.joint_rules import CITIZEN_DIALOG, FOCUS, chosen

if TYPE_CHECKING:
    from processes.views.here import InStep

DIALOG_STEP = "citizen_dialog"


def decided(here: InStep) -> dict[str, Any]:
    """Each decision: what was decided, or that it is still open and where to answer."""
    return {"decisions": [_promises(here), _material(here), _exposed(here), _equality(here)]}


def _decision(title: str, text: str, *, url: str = "", more: str = "", **rest: Any) -> dict[str, Any]:
    return {"title": title, "text": text, "open": not text, "url": "" if text else url, "more": more, **rest}


def _promises(here: InStep) -> dict[str, Any]:
    rows, ways = here.facts.rows(FOCUS), Ways(here, "fokus")
    names = [row.title for row in rows if chosen(row)]
    undecided = [row for row in rows if row.becomes_promise is None]
    text = f"{', '.join(names)}." if names else "Inget av dem." if rows and not undecided else ""
    more = f"Inte bestämt om {', '.join(row.title for row in undecided)}." if undecided and names else ""
    url = ways.edit(undecided[0], "becomes_promise") if undecided else ways.add()
    return _decision("Blir medborgarlöften", text, url=url, more=more)


def _material(here: InStep) -> dict[str, Any]:
    assert here.subject is not None
    subject, ways = here.subject, Ways(here, "beslut")
    title = "Underlaget"
    if subject.material == "deeper":
        question = subject.deeper_what if is_answer(subject.deeper_what) else ""
        found = _decision(title, "En fördjupad medborgardialog beställs.", more=question)
        if not question:
            found |= {"more_url": ways.form("deeper_what"), "more_label": "Skriv vad den ska ge svar på"}
        return found | {"dialogs": _deeper(here)}
    text = "Det räcker för att gå vidare." if subject.material else ""
    return _decision(title, text, url=ways.form("material"))


def _deeper(here: InStep) -> list[dict[str, str]]:
    """The deeper dialogues that have been ordered, and how far each has come."""
    step = here.method.by_key.get(DIALOG_STEP)
    rows = here.facts.rows(CITIZEN_DIALOG, in_depth=True) if step else []
    if not rows or step is None:
        url = ""
        if step is not None and can_edit(here.actor, step):
            url = f"{reverse('processes:create', args=[here.round.pk, step.slug])}?in_depth=True"
        title = "Beställ den redan nu" if url else ""
        return [{"title": title, "url": url, "state": "Den skapas annars när lägesbilden är godkänd."}]
    sees = can_see_step(here.actor, step)
    return [
        {
            "title": row.title or "Dialog utan namn",
            "url": links.subject_url(here.round.pk, step, row.id) if sees else "",
            "state": _state(here, row),
        }
        for row in rows
    ]


def _state(here: InStep, row: Row) -> str:
    if is_answer(row.cancelled_reason):
        return f"Inställd: {row.cancelled_reason}"
    if row.held_on and row.held_on <= here.facts.today:
        return f"Hållen {day(row.held_on)}"
    return f"Planerad till {day(row.planned_on)}" if row.planned_on else "Beställd, inte planerad än"


def _exposed(here: InStep) -> dict[str, Any]:
    assert here.subject is not None
    ways, exposed = Ways(here, "beslut"), here.subject.high_exposure
    text = {True: "Ja, i något av områdena.", False: "Nej."}.get(exposed, "")
    found = _decision("Hög social utsatthet", text, url=ways.form("high_exposure"))
    if exposed and is_answer(here.subject.initial_measures):
        found["more"] = f"Görs först: {here.subject.initial_measures}"
    elif exposed:
        found |= {"more_url": ways.form("initial_measures"), "more_label": "Skriv vad som görs där först"}
    return found


def _equality(here: InStep) -> dict[str, Any]:
    assert here.subject is not None
    view = here.subject.equality_view
    text = view if is_answer(view) else ""
    url = Ways(here, "beslut").form("equality_view")
    return _decision("Jämställdhet, likabehandling och demokrati", text, url=url)
