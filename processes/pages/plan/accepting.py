"""Who has said yes to its part of the plan, and the form by which it is said (AKT-1, FAL-8)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from processes import guard, policies, queries
from processes.method import SAYS_YES, Facts, Gate, Row, Side, get_method
from processes.models import Process, User
from processes.pages import links
from processes.pages.progress import listed, titles
from processes.pages.values import day
from processes.plan import acceptance
from processes.plan.acceptance import Standing
from processes.plan.words import target_of, target_words

from . import STEP

if TYPE_CHECKING:
    from processes.views.here import InStep

KEY = "ataganden"


def panel(here: InStep) -> dict[str, Any]:
    """Each party with its parts: those whose yes is awaited first, the person's own before others'."""
    facts = here.facts
    shares = [row for row in facts.rows(acceptance.PARTY) if row.party_id]
    organisations = {row.party_organisation_id for row in shares}
    leads = here.actor.has(policies.LEADERS)  # only they can speak for those who have no user here
    peopled = queries.peopled(here.round, organisations) if leads else organisations
    parties = [
        _party(here, party, own, peopled)
        for party in facts.rows("processes.Party")
        if (own := [row for row in shares if row.party_id == party.id])
    ]
    parties.sort(key=lambda party: (not party["asked"], not party["waits"]))
    return {"parties": parties, "waiting": sum(len(party["waits"]) for party in parties)}


def _party(here: InStep, party: Row, shares: list[Row], peopled: Iterable[int]) -> dict[str, Any]:
    organisation = party.organisation_id
    inside = queries.actor_in(here.user, here.round, [organisation])
    may = policies.can_accept(here.actor, inside, party.kind, party.name, peopled=organisation in peopled)
    own = inside.has(SAYS_YES[party.kind])
    standings = [(row, acceptance.standing(here.facts, row)) for row in shares]
    open_ = [(row, is_) for row, is_ in standings if is_ in (Standing.WAITS, Standing.CHANGED)]
    focus = here.request.GET.get(links.FOCUS, "")
    wanted = any(focus in (KEY, f"{KEY}-{row.id}") for row, _ in open_)
    return {
        "name": party.name,
        "police": _polices_word(here, len(shares)) if party.kind == "police" else "",
        "asked": bool(may and open_),
        "own": own,
        "focus": bool(may) and wanted,
        "post_url": reverse("processes:accept", args=[here.round.pk]),
        "idem": uuid.uuid4().hex,
        "who": titles(SAYS_YES[party.kind]),
        "waits": [_waiting(here, row, is_) for row, is_ in open_],
        "yes": [_accepted(here, row, may) for row, is_ in standings if is_ is Standing.ACCEPTED],
        "count": len(shares),
    }


def approved(here: InStep) -> Row | None:
    """The decision by which the chief took on the police's part, as long as it holds."""
    assert here.subject is not None
    found = guard.standing(here.facts, here.step, here.subject)
    holds = found.holds(Gate.APPROVE, Side.POLICE)
    return found.passed[Gate.APPROVE, Side.POLICE] if holds else None


def _polices_word(here: InStep, count: int) -> str:
    much = "En aktivitet" if count == 1 else f"{count} aktiviteter"
    made = approved(here)
    if made is None:
        return f"{much}. Polisen tar på sig sin del när lokalpolisområdeschefen godkänner planen."
    return f"{much}. {made.by_name} godkände planen {day(made.at)}."


def _waiting(here: InStep, row: Row, is_: Standing) -> dict[str, Any]:
    terms = acceptance.terms(here.facts, row)
    activity = here.facts.get(acceptance.ACTIVITY, row.activity_id)
    changed = acceptance.changed(here.facts, row) if is_ is Standing.CHANGED else []
    return {
        "id": f"{KEY}-{row.id}",
        "value": f"{row.id}:{acceptance.mark(terms)}",
        "what": activity.what,
        "terms": " · ".join(filter(None, (target_words(target_of(activity)), _hours(row)))),
        "changed": f"Ändrat sedan ert ja {day(row.accepted_on)}: {listed(changed, 'och')}."
        if changed
        else "",
    }


def _accepted(here: InStep, row: Row, may: policies.Decision) -> dict[str, Any]:
    activity = here.facts.get(acceptance.ACTIVITY, row.activity_id)
    return {
        "what": activity.what,
        "when": day(row.accepted_on),
        "who": row.accepted_by_name or "",
        "note": row.accepted_note,
        "act": {
            "label": "Ta tillbaka",
            "url": reverse("processes:take_back", args=[here.round.pk, row.id]),
            "comment": True,
            "comment_label": "Varför tar ni tillbaka ert ja?",
            "primary": False,
            "idem": uuid.uuid4().hex,
        }
        if may
        else None,
    }


def _hours(row: Row) -> str:
    return f"{row.hours} timmar" if row.hours else ""


def asked_of(facts: Facts, user: User, round_: Process) -> Iterator[dict[str, Any]]:
    """What waits for this person's yes, one line per party: for "Mitt arbete"."""
    lacking: dict[int, int] = {}
    method = get_method()
    if method[STEP] not in method.steps_of(facts):
        return
    for row in acceptance.awaited(facts):
        lacking[row.party_id] = lacking.get(row.party_id, 0) + 1
    for party_id, count in lacking.items():
        party = facts.get("processes.Party", party_id)
        inside = queries.actor_in(user, round_, [party.organisation_id])
        if inside.has(SAYS_YES[party.kind]):
            much = "en aktivitet" if count == 1 else f"{count} aktiviteter"
            yield {
                "text": f"Svara om {party.name} tar på sig {much}",
                "url": f"{links.step_url(round_.pk, method[STEP])}?{links.FOCUS}={KEY}",
                "round": round_.title,
            }
