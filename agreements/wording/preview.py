"""The promise as its two readers will meet it: whoever lives in the area, and whoever is to sign (LOF-6)."""

from __future__ import annotations

from typing import Any

from agreements import signing
from agreements.content import compose
from agreements.publication import shown
from agreements.publication.public_views import contact_of
from processes.documents import html
from processes.hints.reading import LEAST, ease
from processes.pages.links import at
from processes.plan.words import period_words

from .paper import draft

PARTS = (
    ("introduction", "Inledning och syfte"),
    ("picture", "Situationen i dag"),
    ("follow", "Följ med i hur det går"),
    ("involvement", "Så är medborgarna med"),
)
ADVICE = "Korta meningar och vanliga ord når fler. Det här är en mätning av längden på ord och meningar, inget betyg."


def citizen(here: Any) -> dict[str, Any]:
    """What stands on the public page before anything is accounted for."""
    content = compose(here.method, here.facts, here.subject)
    return {
        "content": content,
        "period": period_words(content["period"]["from"], content["period"]["to"]),
        "goals": shown.joined(content["goals"]),
        "goes": shown.standing_of(content, None, None, here.facts.today),
        "effects": shown.effects(content, None),
        "caution": shown.CAUTION,
        "contact": contact_of(content),
    }


def signer(here: Any) -> dict[str, Any]:
    """The document, by which right each signs, and every deviation that a signature takes on."""
    rows = here.facts.rows("agreements.Signatory", promise_id=here.subject.id)
    return {
        "document": html.article(draft(here), under=True),
        "signatories": [
            {
                "name": row.name or "Ingen namngiven",
                "title": row.title,
                "organisation": row.party_name or "",
                "mandate": row.mandate,
            }
            for row in rows
        ],
        "deviations": [
            {
                "reason": d["reason"],
                "codes": f"{d['step']}: {', '.join(d['codes'])}",
                "who": d["by"],
                "when": "",
            }
            for d in signing.deviations(here.facts)
        ],
    }


def reading(here: Any, *, can: bool) -> dict[str, Any]:
    """How easy each of the promise's own texts is to read, in words; folded, for whoever wants to know."""
    rows = []
    for name, title in PARTS:
        text = here.subject[name]
        found = ease(text)
        rows.append(
            {
                "title": title,
                "told": found.told if found else _short(text),
                "lix": found.lix if found else "",
                "longest": found.longest if found and found.heavy else "",
                "url": at("edit", here.round.pk, here.step, here.subject.id, "texter", falt=name)
                if can
                else "",
            }
        )
    return {"rows": rows, "advice": ADVICE}


def _short(text: str) -> str:
    return f"Kortare än {LEAST} ord, för kort för att mätas" if text.strip() else "Inget skrivet än"
