"""What the promise shows in the generic pages: its panel, and its place on the overview."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from processes import guard, policies
from processes.method import Facts, Gate, Method, Role, Row, get_method
from processes.pages import links
from processes.pages.progress import titles
from processes.pages.refusal import refusal
from processes.pages.values import day
from processes.policies import LEADERS

from . import signing
from .chain import canonical, sha256
from .closing import closed
from .content import compose
from .models import SigningAct
from .steps.citizen_promise import REGISTRARS, status_of


def _url(name: str, here: Any, *args: Any) -> str:
    return reverse(f"agreements:{name}", args=[here.round.pk, *args])


def panel(here: Any) -> dict[str, Any]:
    """Preview, what blocks, who has signed, and what can be done next."""
    promise, facts = here.subject, here.facts
    method = get_method()
    version = signing.open_version(facts, promise)
    document = signing.sealed(facts, promise)
    leads = here.actor.has(LEADERS)
    data: dict[str, Any] = {
        "preview_url": _url("preview", here, promise.id),
        "versions": _versions(here, promise),
        "signing": None,
        "document": None,
        "send_url": "",
        "refusal": None,
        "idem": uuid.uuid4().hex,
        "focus": here.request.GET.get(links.FOCUS) == "underskrift",
    }
    if document:
        data["document"] = _document(here, document)
        data["closing"] = _closing(here, promise, leads)
    if version and (document is None or document.version_id != version.id):
        data["signing"] = _signing(here, promise, version, leads)
        return data
    verdict = guard.evaluate(method, Gate.SIGN, facts, here.step, promise)
    changed = not document or _changed(here, promise, document.version_id)
    if changed:
        data["refusal"] = refusal(
            verdict, here.round.pk, here.actor, "Det här återstår innan löftet kan skrivas under"
        )
        data["send_url"] = _url("send", here, promise.id) if verdict.ok and leads else ""
        data["can_lead"] = leads
    return data


def _changed(here: Any, promise: Row, version_id: int) -> bool:
    version = here.facts.get("agreements.PromiseVersion", version_id)
    return sha256(canonical(compose(get_method(), here.facts, promise))) != version.content_hash


def _signing(here: Any, promise: Row, version: Row, leads: bool) -> dict[str, Any]:
    facts = here.facts
    lacking = signing.lacking(facts, version)
    may = signing.may_sign(facts, here.user, here.round, version)
    return {
        "number": version.number,
        "signatories": _signatories(here, version),
        "sign_url": _url("sign", here, version.id) if may else "",
        "withdraw_url": _url("withdraw", here, version.id) if leads and lacking else "",
        "finish_url": _url("finish", here, version.id) if not lacking and can_finish(here, version) else "",
        "changed": bool(lacking) and not signing.unchanged(facts, promise, version),
        "idem": uuid.uuid4().hex,
    }


def _signatories(here: Any, version: Row) -> list[dict[str, Any]]:
    signed = {
        act.party_id: act
        for act in here.facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
    }
    return [
        {
            "name": row.name,
            "title": row.title,
            "organisation": row.party_name,
            "when": day(signed[row.party_id].at) if row.party_id in signed else "",
        }
        for row in signing.signatories(version)
    ]


def _document(here: Any, document: Row) -> dict[str, Any]:
    facts = here.facts
    there = [r.diary_number for r in facts.rows("agreements.Registration", version_id=document.version_id)]
    publication = facts.one("agreements.Publication", version_id=document.version_id)
    version = facts.get("agreements.PromiseVersion", document.version_id)
    registrars = here.actor.has(REGISTRARS)
    authorities = [p for p in facts.rows("processes.Party") if p.kind in ("police", "municipality")]
    lacking = len(there) < len(authorities)
    return {
        "number": version.number,
        "url": _url("pdf", here, version.id),
        "sha256": document.sha256,
        "prov": document.is_prov,
        "when": day(document.sealed_at),
        "diary_numbers": there,
        "register_url": _url("register", here, version.id) if registrars and lacking else "",
        "publish_url": _url("publish", here, version.id) if registrars and not publication else "",
        "public_url": reverse("agreements:public_promise", args=[publication.slug]) if publication else "",
    }


def _closing(here: Any, promise: Row, leads: bool) -> dict[str, Any] | None:
    """Whether the promise is closed; and, once it is followed up, what is left before it can be."""
    facts = here.facts
    if made := closed(facts, promise):
        return {"text": f"Avslutat av {made.by_name} {day(made.at)}."}
    if not facts.rows("agreements.FollowUp"):
        return None
    verdict = guard.evaluate(here.method, Gate.CLOSE, facts, here.step, promise)
    title = "Det här återstår innan löftet kan avslutas"
    return {
        "text": "",
        "refusal": refusal(verdict, here.round.pk, here.actor, title),
        "url": _url("close", here, promise.id) if verdict.ok and leads else "",
        "idem": uuid.uuid4().hex,
    }


def events(here: Any) -> list[dict[str, Any]]:
    """What the register knows of the round's promises, for its timeline."""
    facts = here.facts
    words = {"signed": "skrev under", "declined": "avböjde", "withdrawn": "tog tillbaka"}

    def title(version_id: int) -> str:
        version = facts.get("agreements.PromiseVersion", version_id)
        promise = facts.get("agreements.Promise", version.promise_id)
        return f"löftet ”{promise.title}”, version {version.number}"

    found = [
        _told(act.at, act.name, words[act.kind], title(act.version_id), "Skäl", act.reason)
        for act in facts.rows("agreements.SigningAct")
    ]
    found += [
        _told(row.at, row.by_name, "registrerade", title(row.version_id), "Diarienummer", row.diary_number)
        for row in facts.rows("agreements.Registration")
    ]
    found += [
        _told(row.at, row.by_name, "publicerade", title(row.version_id), "", "")
        for row in facts.rows("agreements.Publication")
    ]
    return found


def _told(at: Any, who: str, verb: str, what: str, field: str, value: str) -> dict[str, Any]:
    changes = [{"field": field, "old": "", "new": value}] if value else []
    return {"at": at, "who": who, "verb": verb, "what": what, "changes": changes, "kind": "done"}


def _versions(here: Any, promise: Row) -> list[dict[str, Any]]:
    """What became of earlier versions: declined or taken back, and why."""
    words = {k.value: k.label for k in SigningAct.Kind}
    found = []
    for version in here.facts.rows("agreements.PromiseVersion", promise_id=promise.id):
        for act in here.facts.rows("agreements.SigningAct", version_id=version.id):
            if act.kind != "signed":
                found.append(
                    {
                        "number": version.number,
                        "what": words[act.kind].lower(),
                        "who": act.name,
                        "when": day(act.at),
                        "reason": act.reason,
                    }
                )
    return found[::-1]


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
        url = links.subject_url(facts.round.id, step, promise.id)
        if found := _out_for_signing(facts, actor, promise, url):
            return found
        if signing.sealed(facts, promise) is None:
            verdict = guard.evaluate(method, Gate.SIGN, facts, step, promise)
            if own := _own_gap(facts, actor, verdict):
                return own
            if any(gap.code == guard.ORDER for gap in verdict.gaps):
                continue
            text = "Skicka" if verdict.ok else "Fortsätt formulera"
            text = f"{text} ”{promise.title}”{' för underskrift' if verdict.ok else ''}"
            way = links.way_to(verdict.gaps[0], facts.round.id, actor) if verdict.gaps else url
            return _item(actor, LEADERS, text, way)
        if not _published(facts, promise):
            return _item(actor, REGISTRARS, f"Registrera och publicera ”{promise.title}”", url)
    if promises or guard.reached(facts, method["activity_plan"]):
        return None
    return _item(
        actor, LEADERS, step.add_label, reverse("processes:create", args=[facts.round.id, step.slug])
    )


def _own_gap(facts: Facts, actor: policies.Actor, verdict: guard.Verdict) -> dict[str, Any] | None:
    """What someone who doesn't lead the round can mend before the promise is signed, such as a feedback."""
    own = (gap for gap in verdict.gaps if gap.gate is Gate.SIGN and gap.code != guard.ORDER)
    gap = next((gap for gap in own if actor.has(gap.fixers)), None)
    if gap is None or actor.has(LEADERS):
        return None
    text = f"Rätta det som fattas: {gap.step.title}"
    return _item(actor, gap.fixers, text, links.gap_url(facts.round.id, gap))


def signature_wanted(facts: Facts, actor: policies.Actor, promise: Row) -> dict[str, Any] | None:
    """The version that lacks this very person's signature, and where it is read and signed."""
    version = signing.open_version(facts, promise)
    if version is None or actor.user_id not in {r.user_id for r in signing.lacking(facts, version)}:
        return None
    text = f"Läs och skriv under ”{promise.title}”"
    url = reverse("agreements:sign", args=[facts.round.id, version.id])
    return {
        "title": text,
        "url": url,
        "when": f"version {version.number}, skickad {day(version.sent_at)}",
        "actions": [],
    }


def _out_for_signing(facts: Facts, actor: policies.Actor, promise: Row, url: str) -> dict[str, Any] | None:
    version = signing.open_version(facts, promise)
    lacking = signing.lacking(facts, version) if version else []
    if not lacking:
        return None
    if wanted := signature_wanted(facts, actor, promise):
        return {"text": wanted["title"], "url": wanted["url"], "who": "", "mine": True}
    names = " och ".join(row.name or "" for row in lacking)
    return {"text": f"”{promise.title}” är ute för underskrift", "url": url, "who": names, "mine": False}


def _published(facts: Facts, promise: Row) -> bool:
    own = {v.id for v in facts.rows("agreements.PromiseVersion", promise_id=promise.id)}
    return any(p.version_id in own for p in facts.rows("agreements.Publication"))


def _item(actor: policies.Actor, roles: Iterable[Role], text: str, url: str) -> dict[str, Any]:
    roles = tuple(roles)
    return {"text": text, "url": url, "who": titles(roles), "mine": actor.has(roles)}


def can_lead(here: Any) -> policies.Decision:
    """Who sends, withdraws and renews a promise."""
    return policies.can_edit(here.actor, here.method[guard.PROMISE_STEP])


def can_finish(here: Any, version: Row) -> policies.Decision:
    """Who has a sealing that was broken off tried again: who leads, and who signed."""
    if signing.signatory(here.user, version) is not None:
        return policies.YES
    return can_lead(here)
