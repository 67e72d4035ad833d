"""What is put before citizens: worded from the dialogue's plan, frozen at an act, canonical as JSON."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from processes.criteria import is_answer
from processes.method import Facts, Row

from ..models import DigitalDialog, View

DIALOG, PROBLEM = "dialogs.CitizenDialog", "processes.Problem"
AUTHORITIES = ("police", "municipality")
# What became of a view, to be told to whoever sent it; a start for one's own words.
WORDS = {
    "focus": "Det här är något av det vi ska arbeta med tillsammans. Det blev ett av våra fokusområden.",
    "ordinary": "Det här tar vi hand om i vårt vanliga arbete.",
    "passed_on": "Det här är någon annans ansvar. Vi har lämnat det vidare dit.",
    "routed": "Det här var en anmälan eller ett ärende hos någon annan. Vi har lämnat det dit, och det behandlas där.",
    "beyond": "Det här kan vi tyvärr inte påverka. Vi har läst det, och det finns kvar hos oss.",
}


def canonical(value: Any) -> str:
    """JSON with one spelling."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def address(code: str) -> str:
    """The page's whole address: from the site's settings, never from what a request claims."""
    return f"{settings.SITE_URL}{reverse('digital:page', args=[code])}"


def receipt_address() -> str:
    """Where one asks what became of what one sent."""
    return f"{settings.SITE_URL}{reverse('digital:receipt')}"


def short(url: str) -> str:
    """An address as people read and type it."""
    return url.partition("://")[2].rstrip("/")


def welcome(subject: Row) -> str:
    """Words of welcome out of the plan: why we ask, and how one hears what became of it."""
    parts = [subject.aim, subject.feedback_plan]
    return "\n\n".join(" ".join(part.split()) for part in parts if is_answer(part))


def contact(person: Any) -> str:
    """Whom to ask: the one responsible, with how to reach an authority's own person."""
    if person is None:
        return ""
    return ", ".join(filter(None, [person.name, person.title, person.email]))[:200]


def page(facts: Facts, subject: Row, digital: DigitalDialog) -> dict[str, Any]:
    """All that citizens see of the dialogue."""
    return {
        "title": subject.title,
        "area": facts.round.area_name,
        "questions": [row.text for row in facts.rows("dialogs.Question", dialog_id=subject.id) if row.text],
        "influence": ": ".join(filter(None, (subject.influence_label, subject.influence_meaning))),
        "welcome": digital.welcome,
        "authorities": [row.name for row in facts.rows("processes.Party") if row.kind in AUTHORITIES],
        "contact": digital.contact,
        "answer_by": subject.feedback_due.isoformat() if subject.feedback_due else "",
        "asks_place": digital.asks_place,
        "asks_theme": digital.asks_theme,
    }


def published(facts: Facts) -> dict[int, dict[str, str]]:
    """Of each problem that has led to a published promise: its title and where it is read."""
    found: dict[int, dict[str, str]] = {}
    versions = {row.id: row.promise_id for row in facts.rows("agreements.DocumentVersion")}
    slugs = {versions.get(row.version_id): row.slug for row in facts.rows("agreements.Publication")}
    for row in facts.rows("agreements.PromiseFocus"):
        promise = facts.get("agreements.Promise", row.promise_id)
        area = facts.get("processes.FocusArea", row.focus_area_id)
        if promise and area and area.problem_id and promise.id in slugs:
            found[area.problem_id] = {"title": promise.title, "slug": slugs[promise.id]}
    return found


def outcome_label(outcome: str) -> str:
    """What became of a view, in the words of the work."""
    return str(dict(View.Outcome.choices).get(outcome, outcome))


def as_date(text: str) -> date | None:
    """A day that was frozen as text."""
    return date.fromisoformat(text) if text else None
