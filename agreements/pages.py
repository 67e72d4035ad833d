"""What the promise shows in the generic pages: its panel, and its place on the overview."""

from __future__ import annotations

import uuid
from typing import Any

from django.urls import reverse

from processes import guard, policies
from processes.method import Facts, Gate, Method, Row
from processes.pages import links
from processes.pages.refusal import refusal
from processes.pages.values import day
from processes.policies import LEADERS

from . import signing
from .content import period_of
from .follow_up import tasks
from .publication.publishing import PUBLISHERS
from .signing import pages as signing_pages
from .signing.pages import item, out_now, url
from .steps.citizen_promise import REGISTRARS, status_of
from .steps.signed import closed


def panel(here: Any) -> dict[str, Any]:
    """All about its signing; of what is sealed, where it is published and closed."""
    data = signing_pages.panel(here)
    if data["document"]:
        data["document"] |= _told(here, data["document"]["version_id"])
        data["closing"] = _closing(here, here.subject, bool(signing_pages.can_lead(here)))
    return data


def _told(here: Any, version_id: int) -> dict[str, Any]:
    """Where citizens read the sealed version."""
    publication = here.facts.one("agreements.Publication", version_id=version_id)
    registrars = here.actor.has(REGISTRARS)
    return {
        "publish_url": url("publish", here, version_id) if registrars and not publication else "",
        "public_url": reverse("agreements:public_promise", args=[publication.slug]) if publication else "",
        "account_url": url("account", here, here.subject.id)
        if publication and here.actor.has(PUBLISHERS)
        else "",
    }


def _closing(here: Any, promise: Row, leads: bool) -> dict[str, Any] | None:
    """Whether the promise is closed; and, once it is followed up, what is left before it can be."""
    facts = here.facts
    if made := closed(facts, promise):
        later = [tasks.said(row) for row in tasks.waiting(facts)]
        return {"text": " ".join([f"Avslutat av {made.by_name} {day(made.at)}.", *later])}
    if not facts.rows("agreements.FollowUp"):
        return None
    verdict = guard.evaluate(here.method, Gate.CLOSE, facts, here.step, promise)
    title = "Det här återstår innan löftet kan avslutas"
    _, ends = period_of(facts, promise)
    return {
        "text": "",
        "early": ends is not None and facts.today < ends,
        "refusal": refusal(verdict, here.round.pk, here.actor, title),
        "url": url("close", here, promise.id) if verdict.ok and leads else "",
        "idem": uuid.uuid4().hex,
    }


def overview(here: Any) -> dict[str, Any]:
    """The round's promises, and what blocks the first that is not yet signed."""
    step = here.method[guard.PROMISE_STEP]
    promises, blocked = [], None
    for promise in here.facts.rows(step.record):
        status = guard.Status(status_of(here.facts, promise))
        promises.append(
            {
                "title": promise.title or "Löfte utan namn",
                "url": links.subject_url(here.round.pk, step, promise.id),
                "status": status.value,
                "status_label": _status_label(here, promise, status),
                "meta": "",
            }
        )
        if blocked is None and status in (guard.Status.TODO, guard.Status.ACTIVE, guard.Status.RETURNED):
            verdict = guard.evaluate(here.method, Gate.SIGN, here.facts, step, promise)
            blocked = refusal(
                verdict, here.round.pk, here.actor, f"Innan ”{promise.title}” kan skrivas under"
            )
    return {"promises": promises, "refusal": blocked}


def _status_label(here: Any, promise: Row, status: guard.Status) -> str:
    if status is guard.Status.WAITING:
        return "Ute för underskrift"
    if status is guard.Status.RETURNED:
        return "Avböjt"
    if status is guard.Status.DONE:
        return "Publicerat" if _published(here.facts, promise) else "Underskrivet"
    return "Formuleras"


def next_act(method: Method, facts: Facts, actor: policies.Actor) -> dict[str, Any] | None:
    """The promise's next act: formulate, send, sign, seal or publish – and whose it is."""
    step = method[guard.PROMISE_STEP]
    promises = facts.rows(step.record)
    for promise in promises:
        page = links.subject_url(facts.round.id, step, promise.id)
        if found := out_now(facts, actor, promise, page):
            return found
        if signing.sealed(facts, promise) is None:
            verdict = guard.evaluate(method, Gate.SIGN, facts, step, promise)
            if own := _own_gap(facts, actor, verdict):
                return own
            if any(gap.code == guard.ORDER for gap in verdict.gaps):
                continue
            text = "Skicka" if verdict.ok else "Fortsätt formulera"
            text = f"{text} ”{promise.title}”{' för underskrift' if verdict.ok else ''}"
            way = links.way_to(verdict.gaps[0], facts.round.id, actor) if verdict.gaps else page
            return item(actor, LEADERS, text, way)
        if not _published(facts, promise):
            return item(actor, REGISTRARS, f"Registrera och publicera ”{promise.title}”", page)
    if promises or guard.reached(facts, method["activity_plan"]):
        return None
    return item(actor, LEADERS, step.add_label, reverse("processes:create", args=[facts.round.id, step.slug]))


def _own_gap(facts: Facts, actor: policies.Actor, verdict: guard.Verdict) -> dict[str, Any] | None:
    """What someone who doesn't lead the round can mend before the promise is signed, such as a feedback."""
    own = (gap for gap in verdict.gaps if gap.gate is Gate.SIGN and gap.code != guard.ORDER)
    gap = next((gap for gap in own if actor.has(gap.fixers)), None)
    if gap is None or actor.has(LEADERS):
        return None
    text = f"Rätta det som fattas: {gap.step.title}"
    return item(actor, gap.fixers, text, links.gap_url(facts.round.id, gap))


def _published(facts: Facts, promise: Row) -> bool:
    own = {v.id for v in facts.rows("agreements.DocumentVersion", promise_id=promise.id)}
    return any(p.version_id in own for p in facts.rows("agreements.Publication"))
