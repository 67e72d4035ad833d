"""The words about a file: where a fault is, how much comes, and what stays out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.db import models

from processes.method import Method
from processes.pages.values import day

from .shape import Kind

# (Why something stays out, what follows for the rows) → how many rows of each kind.
Out = Mapping[tuple[str, str], Counter[str]]
WITHOUT = "De här raderna kommer ändå, utan koppling dit"
GONE = "De här raderna kan då inte komma med"
BLANK_FIELD = "Fältet lämnas tomt"
IGNORED = "Det gäller"
ANSWERS = "Svaren på stegets frågor"
NOTES_KEPT = 10  # decisions told of one subject: the latest
# What is only history here, and what people call it: one, several.
EVIDENCE = {
    "processes.Decision": ("beslut", "beslut"),
    "processes.Judgement": ("bedömning", "bedömningar"),
    "processes.Tick": ("avprickning", "avprickningar"),
    "processes.Deviation": ("avvikelse", "avvikelser"),
    "processes.Feedback": ("återkoppling", "återkopplingar"),
    "processes.Attachment": ("bilaga", "bilagor"),
    "processes.Handover": ("överlämnande", "överlämnanden"),
    "processes.ActivityParty": ("åtagande", "åtaganden"),
    "processes.Inherited": ("sak från rundan före", "saker från rundan före"),
    "processes.SituationVersion": ("godkänd lägesbild", "godkända lägesbilder"),
    "agreements.SealedDocument": ("underskrivet dokument", "underskrivna dokument"),
}
GATES = {
    "open": "öppnad",
    "complete": "klarmarkerad",
    "approve": "godkänd",
    "agreement": "underskriven",
    "close": "avslutad",
}
OUTCOMES = {
    "returned": "återlämnad",
    "reopened": "öppnad igen",
    "acknowledged": "nytt underlag kvitterat",
}


def place(kind: Kind, position: int) -> str:
    """Where in the file a row stands, as the pages name things."""
    step = f"Steget {kind.step.title}"
    if kind.made_with_the_round:
        return step
    return f"{step}, rad {position}" if kind.is_record else f"{step}, ”{kind.title}”, rad {position}"


def field_name(field: models.Field) -> str:
    """What a field is called on the page."""
    name = str(field.verbose_name)
    return name[:1].upper() + name[1:]


def faults_of(form: forms.Form) -> Iterator[str]:
    """What the form for starting a round has to say about the file's round."""
    for name, errors in form.errors.items():
        label = form.fields[name].label if name in form.fields else "Rundan"
        yield from (f"Rundan, fältet ”{label}”: {error}" for error in errors)


def number(kind: Kind, count: int) -> str:
    """How many rows of a kind there are."""
    rows = f"{count} {'rad' if count == 1 else 'rader'}"
    if kind.is_record:
        return f"{count} {'stycken' if count > 1 else str(kind.model._meta.verbose_name)}"
    return f"{kind.title}: {rows}"


def text(value: Any) -> str:
    """A text, or nothing when it is something else."""
    return value if isinstance(value, str) else ""


def named(value: Any) -> tuple[str, str]:
    """The name and kind of an area or an organisation."""
    found = value if isinstance(value, dict) else {}
    return text(found.get("name")), text(found.get("kind"))


def objects(data: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects of a list in the file; what is none is passed over."""
    found = data.get(name)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def history(data: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """What the file tells of its round's history."""
    found = data.get("history")
    return {label: objects(found, label) for label in found} if isinstance(found, dict) else {}


def decisions(data: Mapping[str, Any], people: Mapping[int, tuple[str, str]]) -> dict[tuple[str, int], str]:
    """In a sentence for each subject: what was decided about it where the file was made."""
    said: dict[tuple[str, int], list[str]] = defaultdict(list)
    for entry in history(data).get("processes.Decision", []):
        about = entry.get("about")
        if isinstance(about, dict) and isinstance(about.get("id"), int):
            said[text(about.get("row")), about["id"]].append(_decision(entry, people))
    return {key: f"I filens runda: {', '.join(all_[-NOTES_KEPT:])}." for key, all_ in said.items()}


def _decision(entry: Mapping[str, Any], people: Mapping[int, tuple[str, str]]) -> str:
    outcome, gate = text(entry.get("outcome")), text(entry.get("gate"))
    words = OUTCOMES.get(outcome) or GATES.get(gate, "avgjord")
    by = entry.get("by")
    name, _ = people.get(by, ("", "")) if isinstance(by, int) else ("", "")
    return " ".join(filter(None, [words, _day(entry.get("at")), name and f"av {name[:120]}"]))


def _day(value: Any) -> str:
    try:
        return day(date.fromisoformat(text(value)[:10]))
    except ValueError:
        return ""


def left_out(data: Mapping[str, Any], out: Out, method: Method) -> list[str]:
    """What of the file does not become part of the new round, and why; a sentence each."""
    found = []
    evidence = [_many(label, len(entries)) for label, entries in history(data).items() if entries]
    if counted := [words for words in evidence if words]:
        found.append(
            f"{', '.join(counted)}. En inläst runda är ett utkast där inget är beslutat än; "
            "vad som var beslutat läser ni i tidslinjen."
        )
    unseen = data.get("left_out")
    keys = unseen if isinstance(unseen, list) else []
    named = {text(key) for key in keys}
    found += [
        f"{step.title}: varje part skriver och behåller sin egen, så den finns inte i filen. Hämta den som lista "
        "på dess egen sida om ni vill ha den med."
        for step in method.beside
        if step.key in named
    ]
    titles = [step.title for step in method if step.key in named]
    if titles:
        found.append(
            f"{', '.join(titles)}: den som hämtade filen fick inte ta del av det, så det finns inte i den."
        )
    for (why, then), where in out.items():
        parts = ", ".join(f"{title} {count}" if title else str(count) for title, count in where.items())
        found.append(" ".join(filter(None, [f"{why}.", f"{then}: {parts}." if parts else ""])))
    return found


def _many(label: str, count: int) -> str:
    one, several = EVIDENCE.get(label, ("", ""))
    return f"{count} {one if count == 1 else several}" if one else ""
