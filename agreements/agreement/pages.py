"""What the agreement shows on its page, on the list of agreements and on Mitt arbete."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from agreements.signing import AGREEMENT, open_version, out_for_signing, speaks_for
from agreements.signing import pages as signing_pages
from agreements.signing.pages import item, out_now, url
from agreements.steps.overarching import overarching
from agreements.steps.signed import SIGNERS, in_force
from processes import guard, policies, queries
from processes.method import Facts, Gate, Method, Row
from processes.models import Process, User
from processes.pages import links
from processes.pages.values import day
from processes.policies import LEADERS

from . import appendices, content
from .actions import usable
from .cited import in_words
from .decided import of_agreement
from .force import force

MOST = 20  # rounds and agreements that are listed


def signing_panel(here: Any) -> dict[str, Any]:
    """All about its signing; of what is signed, whether it is in force, and how it is extended."""
    data = signing_pages.panel(here)
    if data["document"]:
        data["document"]["decisions"] = [
            {
                "title": one.title,
                "text": one.text,
                **signing_pages.registered(here, one.version_id, one.number),
            }
            for one in of_agreement(here.subject.id)
        ]
    now = force(here.facts, here.subject)
    if now:
        version = in_force(here.facts, here.subject)
        may = now.key != "ended" and not now.by_notice
        may = may and here.actor.has(SIGNERS) and speaks_for(here.facts, here.user, here.round, version)
        data["notice"] = may and {"url": url("give_notice", here, version.id), "idem": uuid.uuid4().hex}
        leads = signing_pages.can_lead(here)
        edit = links.at("edit", here.round.pk, here.step, here.subject.id, "giltighet")
        data["force"] = {
            "key": now.key,
            "text": now.text,
            "extend_url": f"{edit}?{links.FOCUS}=valid_until" if leads and now.to_extend else "",
        }
    return data


def panel(here: Any) -> dict[str, Any]:
    """What it says: part 1 from the start of the cooperation, part 2 from the joint picture and the analyses
    (OVE-1); as it was signed, in a later round. What is appended to it, and where it is used."""
    facts, agreement = here.facts, here.subject
    here_written = content.is_written_here(facts, agreement)
    parts = content.parts(facts, agreement)
    return {
        "first": _first(here, parts) if here_written else _told(parts),
        "areas": _areas(here, parts["focus_areas"]) if here_written else parts["focus_areas"],
        "joint_url": links.step_url(here.round.pk, here.method["joint_situation"]),
        "as_signed": not here_written,
        "above": _above(here, agreement),
        "below": _below(here, agreement),
        "decisions": facts.rows("agreements.FocusDecision", agreement_id=agreement.id),
        "appendices": appendices.of_agreement(here.user, agreement.id),
        **_rounds(here, agreement),
    }


def _above(here: Any, agreement: Row) -> dict[str, Any] | None:
    """What it stands under, with the way there for whoever takes part in a round that uses it."""
    if agreement.under_id is None:
        return None
    signed = overarching(agreement)
    there = queries.rounds_of(here.user).filter(agreements=agreement.under_id).order_by("pk").first()
    return {
        "title": agreement.under_title,
        "which": in_words(signed.cited()) if signed else "",
        "url": links.subject_url(there.pk, here.step, agreement.under_id) if there else "",
    }


def _below(here: Any, agreement: Row) -> list[dict[str, Any]]:
    """The agreements that stand under it, of the rounds that one sees."""
    rounds = queries.rounds_of(here.user).filter(agreements__under=agreement.id)
    found = rounds.order_by("agreements").values_list("pk", "title", "agreements", "agreements__title")
    return [
        {
            "title": title or "Överenskommelse utan namn",
            "round": round_,
            "url": links.subject_url(pk, here.step, below),
        }
        for pk, round_, below, title in found[:MOST]
    ]


def first_part(here: Any) -> dict[str, Any]:
    """The first part as it will stand, where it is written (SAM-10)."""
    return _first(here, content.first_part(here.facts))


def _told(parts: dict[str, Any]) -> dict[str, Any]:
    def decided(party: dict[str, Any]) -> str:
        return ", ".join(filter(None, (party["decided_by"], party["decided_on"])))

    people = [{"name": party["name"], "decided": decided(party)} for party in parts["parties"]]
    return {"purpose": parts["purpose"], "parties": people, "steering": parts["steering"], "purpose_url": ""}


def _first(here: Any, parts: dict[str, Any]) -> dict[str, Any]:
    return _told(parts) | {"purpose_url": links.step_url(here.round.pk, here.method["collaboration"])}


def _areas(here: Any, areas: list[dict[str, str]]) -> list[dict[str, Any]]:
    """Each focus area, with the way to where its words are written."""
    analyses = {row.focus_title: row for row in here.facts.rows("processes.ProblemAnalysis")}
    joint, step = here.method["joint_situation"], here.method["problem_analysis"]

    def written(area: dict[str, str]) -> str:
        analysis = analyses.get(area["title"])
        if analysis is None:
            return links.step_url(here.round.pk, joint)
        return links.subject_url(here.round.pk, step, analysis.id)

    return [area | {"url": written(area)} for area in areas]


def _rounds(here: Any, agreement: Row) -> dict[str, Any]:
    """The rounds that it is used in, and those that could use it."""
    mine = queries.rounds_of(here.user)
    used = mine.filter(agreements=agreement.id).order_by("pk")[:MOST]
    now = force(here.facts, agreement)
    could: list[Process] = []
    if now and now.key != "ended":
        others = mine.filter(closed_on=None).exclude(agreements=agreement.id).select_related("area")
        could = [r for r in others.prefetch_related("parties").order_by("-pk")[:MOST] if _leads(here.user, r)]
    return {
        "used": [
            {
                "title": r.title,
                "url": reverse("processes:overview", args=[r.pk]),
                "here": r.pk == here.round.pk,
            }
            for r in used
        ],
        "could": [
            {"title": r.title, "url": reverse("agreements:use_agreement", args=[r.pk, agreement.id])}
            for r in could
        ],
        "idem": uuid.uuid4().hex,
    }


def _leads(user: User, round_: Process) -> bool:
    parties = [party.organisation_id for party in round_.parties.all()]
    return queries.actor_in(user, round_, parties).has(LEADERS)


def to_use(here: Any) -> Any:
    """Agreements in force that the round could use instead of writing its own."""
    if not policies.can_edit(here.actor, here.step):
        return {}
    found = list(usable(here.user, here.round)[:MOST])
    return found and {
        "agreements": [
            {
                "title": row.title or "Överenskommelse utan namn",
                "until": day(row.valid_until) if row.valid_until and not row.until_further_notice else "",
                "url": url("use_agreement", here, row.pk),
                "idem": uuid.uuid4().hex,
            }
            for row in found
        ]
    }


def next_act(method: Method, facts: Facts, actor: policies.Actor) -> dict[str, Any] | None:
    """The agreement's next act: sign, send, or go on writing what has been begun."""
    step = method[AGREEMENT.step]
    for agreement in facts.rows(step.record):
        page = links.subject_url(facts.round.id, step, agreement.id)
        name = step.title_of(agreement)
        if out_for_signing(facts, agreement):
            if found := out_now(facts, actor, agreement, page):
                return found
        elif open_version(facts, agreement) is None:
            verdict = guard.evaluate(method, Gate.AGREEMENT, facts, step, agreement)
            if any(gap.code == guard.ORDER for gap in verdict.gaps):
                continue
            if verdict.ok:
                return item(actor, LEADERS, f"Skicka ”{name}” för underskrift", page)
            way = links.way_to(verdict.gaps[0], facts.round.id, actor)
            return item(actor, verdict.gaps[0].fixers, f"Fortsätt med ”{name}”", way)
    return None


def running_out(method: Method, facts: Facts, actor: policies.Actor) -> Iterator[dict[str, Any]]:
    """To those who lead: agreements of the round that run out soon, or have (OVE-3)."""
    step = method[AGREEMENT.step]
    if not actor.has(step.edited_by):
        return
    for agreement in facts.rows(step.record):
        now = force(facts, agreement)
        if now and now.to_extend and not out_for_signing(facts, agreement):
            page = links.subject_url(facts.round.id, step, agreement.id)
            text = f"”{step.title_of(agreement)}”: {now.text} Förläng den, eller skriv en ny"
            yield {"text": text, "url": page, "pressing": now.key == "ended"}
