"""Digital dialogues, ready for the templates."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.urls import reverse
from django.utils import timezone

from processes.pages import links
from processes.pages.values import day

from ..models import DigitalDialog, SenderAnswer
from . import content, policies, queries

STATUS = {"waiting": "waiting", "open": "active", "closed": "done"}


def answer_shown(given: SenderAnswer | dict[str, Any]) -> dict[str, Any]:
    """A frozen answer as citizens read it."""
    frozen = json.loads(given.content) if isinstance(given, SenderAnswer) else given
    return {
        "common": frozen["common"],
        "words": [frozen["words"][outcome] for outcome in content.WORDS if outcome in frozen["words"]],
        "promises": list({one["slug"]: one for one in frozen["promises"].values()}.values()),
        "next_what": frozen["next"]["what"],
        "next_on": day(content.as_date(frozen["next"]["on"])),
        "on": day(content.as_date(frozen["on"])),
        "by": " och ".join(frozen["authorities"]),
    }


def panel(here: Any) -> dict[str, Any]:
    """The dialogue on the web as its leaders see it: state, numbers, address, and what to do next."""
    digital = queries.of_dialog(here.subject.id)
    args = [here.round.pk, here.subject.id]
    can = policies.can_open(here.actor)
    found: dict[str, Any] = {
        "wanted": here.subject.form == "digital",
        "open_url": reverse("digital:open", args=args) if can else "",
        "why_not": "" if can else can.reason,
    }
    return found | _opened(here, digital, args, bool(can)) if digital else found


def _opened(here: Any, digital: DigitalDialog, args: list[int], can: bool) -> dict[str, Any]:
    state = digital.state(timezone.localdate())
    numbers = queries.sent_to(digital.pk)
    latest = queries.latest_answer(digital.pk)
    url = content.address(digital.code)
    shown = digital.content
    now = content.page(here.facts, here.subject, digital)
    return {
        "digital": digital,
        "status": STATUS[state],
        "state": _state_words(digital, state),
        "numbers": numbers,
        "url": url,
        "short": content.short(url),
        "opened": f"{digital.opened_by.name}, {day(digital.changed_at)}",
        "differs": state is not DigitalDialog.State.CLOSED and now != shown,
        "close_url": reverse("digital:close", args=args)
        if can and state is not DigitalDialog.State.CLOSED
        else "",
        "idem": uuid.uuid4().hex,
        "answer_url": reverse("digital:answer_senders", args=args)
        if numbers["views"] and policies.can_answer(here.actor)
        else "",
        "answer": answer_shown(latest) if latest else None,
        "poster_url": links.at("download", here.round.pk, here.step, here.subject.id, "affisch", "pdf"),
        "post": _post(shown, digital, url),
    }


def _state_words(digital: DigitalDialog, state: str) -> str:
    if state == DigitalDialog.State.CLOSED:
        return f"Stängd {day(digital.closed_on or digital.closes_on)}"
    if state == DigitalDialog.State.WAITING:
        return f"Öppnar {day(digital.opens_on)}"
    return f"Öppen till och med {day(digital.closes_on)}"


def _post(shown: dict[str, Any], digital: DigitalDialog, url: str) -> str:
    """A few lines to put on the authorities' own pages."""
    asked = shown["questions"][0] if shown["questions"] else shown["title"]
    return (
        f"{asked} Svara senast {day(digital.closes_on)} på {content.short(url)}. Du behöver inte logga in "
        "eller säga vem du är. Det är ingen polisanmälan: ring 114 14, eller 112 om det är bråttom."
    )
