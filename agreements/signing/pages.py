"""What signing shows on the page of a promise or an agreement, and what it asks of people."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from agreements.models import DocumentVersion, SigningAct
from agreements.steps.citizen_promise import REGISTRARS
from agreements.steps.signed import AUTHORITIES, in_force
from agreements.ways import way_of
from processes import guard, policies
from processes.method import Facts, Row, get_method
from processes.models import User
from processes.pages import links
from processes.pages.progress import titles
from processes.pages.refusal import refusal
from processes.pages.values import day

from . import (
    KINDS,
    Kind,
    kind_of,
    kind_with,
    lacking,
    may_sign_now,
    out_for_signing,
    sealed,
    signatories,
    signatory,
    unchanged,
    whose_turn,
)
from .freezing import says_the_same


def url(name: str, here: Any, *args: Any) -> str:
    """An address of the round."""
    return reverse(f"agreements:{name}", args=[here.round.pk, *args])


def can_lead(here: Any) -> policies.Decision:
    """Who sends, withdraws and renews a promise or an agreement."""
    return policies.can_edit(here.actor, here.step)


def can_finish(here: Any, version: Row) -> policies.Decision:
    """Who has a sealing that was broken off tried again: who leads, and who signed."""
    if signatory(here.user, version) is not None:
        return policies.YES
    return can_lead(here)


def panel(here: Any) -> dict[str, Any]:
    """Preview, what blocks, who has signed, the finished file, and what can be done next."""
    subject, facts = here.subject, here.facts
    kind = kind_with(subject.model)
    document, version = sealed(facts, subject), out_for_signing(facts, subject)
    leads = bool(can_lead(here))
    data: dict[str, Any] = {
        "the": kind.the,
        "preview_url": url(kind.address("preview"), here, subject.id),
        "versions": _ended(here, subject),
        "signing": _signing(here, kind, subject, version, leads) if version else None,
        "document": _document(here, document) if document else None,
        "send_url": "",
        "refusal": None,
        "idem": uuid.uuid4().hex,
        "focus": here.request.GET.get(links.FOCUS) == "underskrift",
    }
    if facts.round.outside and document:  # signed elsewhere: no gate of ours was asked, and none is claimed
        data["original_url"] = url("original", here, document.version_id)
        return data
    signed = in_force(facts, subject)
    if version or (signed and says_the_same(facts, subject, signed)):
        return data
    verdict = guard.evaluate(get_method(), kind.gate, facts, here.step, subject)
    data["refusal"] = refusal(
        verdict, here.round.pk, here.actor, f"Det här återstår innan {kind.the} kan skrivas under"
    )
    data["changed"] = bool(signed)
    data["send_url"] = url(kind.address("send"), here, subject.id) if verdict.ok and leads else ""
    data["can_lead"] = leads
    return data


def _signing(here: Any, kind: Kind, subject: Row, version: Row, leads: bool) -> dict[str, Any]:
    facts, way = here.facts, way_of(version.way)
    missing = lacking(facts, version)
    elsewhere = version.process_id not in (None, here.round.pk)
    may = not elsewhere and may_sign_now(facts, here.user, here.round, version)
    brings = leads and missing and not way.here and not elsewhere
    return {
        "number": version.number,
        "way": "" if way.here else way.title,
        "in_order": version.in_order,
        "signatories": _signatories(here, version),
        "sign_url": url("sign", here, version.id) if may else "",
        "brings_url": reverse(way.brings, args=[here.round.pk, version.id]) if brings else "",
        "withdraw_url": url("withdraw", here, version.id) if leads and missing and not elsewhere else "",
        "finish_url": url("finish", here, version.id) if not missing and can_finish(here, version) else "",
        "elsewhere": reverse("processes:subject", args=[version.process_id, here.step.slug, subject.id])
        if elsewhere
        else "",
        "changed": bool(missing) and not elsewhere and not unchanged(facts, subject, version),
        "idem": uuid.uuid4().hex,
    }


def _signatories(here: Any, version: Row) -> list[dict[str, Any]]:
    acts = here.facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
    signed = {act.party_id: act for act in acts}
    turn = {row.party_id for row in whose_turn(here.facts, version)}
    said = way_of(version.way).said
    return [
        {
            "name": row.name,
            "title": row.title,
            "organisation": row.party_name,
            "when": day(signed[row.party_id].at) if row.party_id in signed else "",
            "said": said,
            "turn": row.party_id in turn,
        }
        for row in signatories(version)
    ]


def _document(here: Any, document: Row) -> dict[str, Any]:
    """The finished file, and where it is registered: that is every authority's duty (LOF-7, LAG-3)."""
    facts = here.facts
    version = facts.get("agreements.DocumentVersion", document.version_id)
    return registered(here, version.id) | {
        "version_id": version.id,
        "number": version.number,
        "url": url("pdf", here, version.id),
        "sha256": document.sha256,
        "prov": document.is_prov,
        "when": day(document.sealed_at),
        "signed": _signed_elsewhere(version),
    }


def registered(here: Any, version_id: int, decision: int | None = None) -> dict[str, Any]:
    """The diary numbers of a sealed version, or of a decision in it, and where the person may enter one that lacks."""
    facts, args = here.facts, [version_id] if decision is None else [version_id, decision]
    kept = facts.rows(
        "agreements.Registration", version_id=version_id, decision=decision, corrected_by_id=None
    )
    authorities = [p for p in facts.rows("processes.Party") if p.kind in AUTHORITIES]
    lacking = here.actor.has(REGISTRARS) and len(kept) < len(authorities)
    name = "register" if decision is None else "register_decision"
    return {
        "diary_numbers": [row.diary_number for row in kept],
        "register_url": url(name, here, *args) if lacking else "",
    }


def _signed_elsewhere(version: Row) -> str:
    """In what way it was signed when that was not here, and where a paper original is; one query at the most."""
    ways = DocumentVersion.Way
    if version.way in (ways.SYSTEM, ways.OUTSIDE):
        return ""
    acts = SigningAct.objects.filter(version_id=version.id, kind=SigningAct.Kind.SIGNED).order_by("pk")
    places = dict.fromkeys(filter(None, acts.values_list("proof__kept_at", flat=True)))
    kept = f" Originalet finns här: {', '.join(places)}." if places else ""
    return f"{way_of(version.way).said}.{kept}"


def _ended(here: Any, subject: Row) -> list[dict[str, Any]]:
    """What became of earlier versions: declined or taken back, and why; the latest first."""
    words = {k.value: k.label for k in SigningAct.Kind}
    own = {
        v.id: v.number
        for v in here.facts.rows("agreements.DocumentVersion", **{kind_with(subject.model).link: subject.id})
    }
    found = [
        {
            "number": own[act.version_id],
            "what": words[act.kind].lower(),
            "who": act.name,
            "when": day(act.at),
            "reason": act.reason,
        }
        for act in here.facts.rows("agreements.SigningAct")
        if act.kind != "signed" and act.version_id in own
    ]
    return found[::-1]


# --- What is asked of people ---


def _named(kind: Kind, subject: Row) -> str:
    return subject.title or f"{kind.the.capitalize()} utan namn"


def _since(facts: Facts, version: Row) -> datetime:
    """Since when the version waits for those whose turn it is: sent, or signed by the one before."""
    acts = facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")
    last: datetime = acts[-1].at if version.in_order and acts else version.sent_at
    return last


def waited(facts: Facts, version: Row) -> int:
    """For how many days."""
    return (facts.today - timezone.localtime(_since(facts, version)).date()).days


def signature_wanted(facts: Facts, actor: policies.Actor, subject: Row) -> dict[str, Any] | None:
    """The version that lacks this very person's signature now, and where it is read and signed."""
    version = out_for_signing(facts, subject)
    if version is None or not way_of(version.way).here:
        return None
    if actor.user_id not in {r.user_id for r in whose_turn(facts, version)}:
        return None
    days = waited(facts, version)
    late = days >= version.remind_after
    text = f"Läs och skriv under ”{_named(kind_of(version), subject)}”"
    return {
        "title": text,
        "text": f"{text}. Påminnelse: det har väntat i {days} dagar" if late else text,
        "url": reverse("agreements:sign", args=[version.process_id or facts.round.id, version.id]),
        "when": f"version {version.number}, skickad {day(version.sent_at)}",
        "pressing": late,
        "actions": [],
    }


def asked_of(facts: Facts, actor: policies.Actor, user: User) -> Iterator[dict[str, Any]]:
    """What signing asks of the person: to sign; to see to it when somebody has declined or lets it wait."""
    for kind in KINDS:
        step = get_method()[kind.step]
        leads = actor.has(step.edited_by)
        for subject in facts.rows(kind.record):
            if wanted := signature_wanted(facts, actor, subject):
                yield wanted
            page = links.subject_url(facts.round.id, step, subject.id)
            if (no := _declined(facts, subject)) and (no["sent_by"] == user.pk or leads):
                name = _named(kind, subject)
                text = f"{no['name']} avböjde att skriva under ”{name}”: ”{no['reason']}”"
                yield {"text": text, "url": page, "pressing": True}
            if late := _late(facts, subject, user):
                yield {"text": late, "url": page, "pressing": True}


def _declined(facts: Facts, subject: Row) -> dict[str, Any] | None:
    versions = facts.rows("agreements.DocumentVersion", **{kind_with(subject.model).link: subject.id})
    acts = facts.rows("agreements.SigningAct", version_id=versions[-1].id) if versions else []
    act = next((act for act in acts if act.kind == "declined"), None)
    return {"sent_by": versions[-1].sent_by_id, "name": act.name, "reason": act.reason} if act else None


def _late(facts: Facts, subject: Row, user: User) -> str:
    """To whoever sent it: for whom it has waited too long."""
    version = out_for_signing(facts, subject)
    if version is None or version.sent_by_id != user.pk:
        return ""
    days, turn = waited(facts, version), whose_turn(facts, version)
    if days < version.remind_after or not turn:
        return ""
    names = " och ".join(row.name or "" for row in turn)
    return f"Påminn {names}: ”{_named(kind_of(version), subject)}” har väntat på underskrift i {days} dagar"


def out_now(facts: Facts, actor: policies.Actor, subject: Row, page: str) -> dict[str, Any] | None:
    """The step's next act while the document is out: to sign, or to wait for those whose turn it is."""
    version = out_for_signing(facts, subject)
    turn = whose_turn(facts, version) if version else []
    if not turn:
        return None
    if wanted := signature_wanted(facts, actor, subject):
        return {"text": wanted["title"], "url": wanted["url"], "who": "", "mine": True}
    names = " och ".join(row.name or "" for row in turn)
    name = _named(kind_of(version), subject)
    return {"text": f"”{name}” är ute för underskrift", "url": page, "who": names, "mine": False}


def item(actor: policies.Actor, roles: Any, text: str, where: str) -> dict[str, Any]:
    """A next act, and whose it is."""
    roles = tuple(roles)
    return {"text": text, "url": where, "who": titles(roles), "mine": actor.has(roles)}


# --- What the timeline tells ---


def events(here: Any) -> list[dict[str, Any]]:
    """What the register knows of the round's documents of the step's kind, for its timeline."""
    facts = here.facts
    words = {"signed": "skrev under", "declined": "avböjde", "withdrawn": "tog tillbaka", "ended": "sade upp"}
    named = {
        v.id: f"{kind.the} ”{_named(kind, facts.get(kind.record, v[kind.link]))}”, version {v.number}"
        for kind in KINDS
        for v in facts.rows("agreements.DocumentVersion")
        if v[kind.link] is not None
    }

    def told(
        at: Any, who: str, verb: str, version_id: int, field: str = "", value: str = ""
    ) -> dict[str, Any]:
        changes = [{"field": field, "old": "", "new": value}] if value else []
        what = named[version_id]
        return {"at": at, "who": who, "verb": verb, "what": what, "changes": changes, "kind": "done"}

    found = [
        told(
            act.at,
            act.name,
            words[act.kind],
            act.version_id,
            f"Gäller inte från {day(act.ends_on)}. Skäl" if act.ends_on else "Skäl",
            act.reason,
        )
        for act in facts.rows("agreements.SigningAct")
    ]
    found += [
        told(
            row.at,
            row.by_name,
            "registrerade" if row.decision is None else f"registrerade beslut {row.decision} i",
            row.version_id,
            "Diarienummer",
            row.diary_number,
        )
        for row in facts.rows("agreements.Registration")
    ]
    found += [
        told(row.at, row.by_name, "publicerade", row.version_id)
        for row in facts.rows("agreements.Publication")
    ]
    return found
