"""The problem analysis as it is read: questions with their answers, what happens, and the meeting about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from processes import policies, why
from processes.criteria import is_answer
from processes.models import ProblemAnalysis

from . import links
from .values import day

if TYPE_CHECKING:
    from processes.views.here import InStep

FEW = 3
# Each question with what explains its answer.
QUESTIONS = {
    "what": "",
    "where": "where_traits",
    "when": "",
    "who_causes": "causes_traits",
    "who_is_hit": "hit_traits",
    "consequences": "",
}


def questions(here: InStep) -> dict[str, Any]:
    """The eight questions; why, and who can mend it, are answered by the causes."""
    subject = here.subject
    assert subject is not None
    ways = links.Ways(here, "problemet")
    found = [
        {
            "name": name,
            "label": _label(name),
            "answer": subject[name],
            "traits": subject[traits] if traits else "",
            "traits_label": _label(traits) if traits else "",
            "url": ways.form(name),
        }
        for name, traits in QUESTIONS.items()
    ]
    every = list(why.walk(why.tree(here.facts, subject)))
    near = [node.row.text for node in every if node.row.horizon == why.NEAR]
    causes = near or [node.row.text for node in every]
    who = dict.fromkeys(node.who for node in every if is_answer(node.who))
    found += [
        {"label": "Varför händer det?", "lines": _few(causes), "url": "#trad"},
        {"label": "Vem kan åtgärda eller minska det?", "lines": _few(list(who)), "url": "#trad"},
    ]
    return {"questions": found}


def _few(texts: list[str]) -> list[str]:
    """The first few; the tree below shows all."""
    more = len(texts) - FEW
    return texts if more <= 1 else [*texts[:FEW], f"och {more} till"]


def context(here: InStep) -> dict[str, Any]:
    """What usually happens, link by link; how it is handled; how it looks elsewhere and ahead."""
    subject = here.subject
    assert subject is not None
    handled = _said(subject, "handled_today", "handled_strengths", "handled_limits")
    around = _said(subject, "comparison", "outlook")
    chain = lines(subject.event_chain)
    return {"chain": chain, "handled": handled, "around": around, "empty": not (chain or handled or around)}


def _said(subject: Any, *names: str) -> list[dict[str, str]]:
    return [
        {"label": _label(name), "text": subject[name], "name": name}
        for name in names
        if is_answer(subject[name])
    ]


def lines(text: str) -> list[str]:
    """A text's lines without the numbers and dashes that people put before them."""
    bare = (line.strip().lstrip("-–•*").strip() for line in text.splitlines())
    return [line for line in (_unnumbered(line) for line in bare) if line]


def _unnumbered(line: str) -> str:
    number, dot, rest = line.partition(".")
    return rest.strip() if dot and number.isdecimal() and len(number) < 3 else line


def _label(name: str) -> str:
    return str(ProblemAnalysis._meta.get_field(name).verbose_name)


# --- The meeting ---


def meeting(here: InStep) -> dict[str, Any]:
    """When the group met and what was said; and what to talk about, with the way to each part."""
    subject = here.subject
    assert subject is not None
    return {
        "agenda": _agenda(here),
        "held": [
            {"label": _label("met_on"), "text": day(subject.met_on)},
            {"label": _label("participants"), "text": subject.participants},
            {"label": _label("minutes"), "text": subject.minutes},
        ],
    }


def _agenda(here: InStep) -> list[dict[str, str]]:
    """The points of the meeting, in an order that leads to a shared picture of the problem."""
    pk, focus = here.round.pk, here.facts.get("processes.FocusArea", here.subject.focus_area_id)
    picture = focus.target_picture.strip() if focus else ""
    judge = (
        links.at("judge", pk, here.step, here.subject.id) if policies.can_edit(here.actor, here.step) else ""
    )
    points = (
        ("Varför ni ses, vilka som är med och hur arbetet med medborgarlöften går till.", ""),
        ("Den gemensamma lägesbilden, och den fördjupade dialogen om ni har haft en.",
         links.step_url(pk, here.method["joint_situation"])),
        (f"Fokusområdet och målbilden: {picture}" if picture else "Fokusområdet och målbilden.", ""),
        ("Vad problemet är: åtta frågor, en mening var.", "#fragorna"),
        ("Varför det händer, och varför igen.", "#trad"),
        ("Triangeln: vilka kan göra skillnad, och vem saknas runt bordet?", "#triangelbilden"),
        ("Hur det hanteras i dag, hur det ser ut hos andra och vad som är på väg.", "#omkring"),
        ("Ser alla samma problem? Var och en svarar.", judge),
        ("Hur det ni har kommit fram till tas vidare, och vad som händer sedan.", ""),
    )  # fmt: skip
    return [{"text": text, "url": url} for text, url in points]
