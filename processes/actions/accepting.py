"""Each party says yes to its own part of the plan, or takes its yes back (AKT-1, FAL-8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils import timezone

from processes import policies, queries
from processes.method import SAYS_YES, Facts, Finding, Row
from processes.models import ActivityParty, Process, User
from processes.plan import acceptance
from processes.plan.acceptance import Standing
from processes.writing import ReasonNeeded, Refused, demand, under_lock, write

from .entry import actor_of, facts_of

ANSWERS = "ataganden"
PARTIES = (*SAYS_YES["municipality"], *SAYS_YES["partner"])


@under_lock
def accept(*, by: User, round_: Process, shown: Mapping[int, str], note: str = "") -> list[ActivityParty]:
    """Say yes to some parts, each as it was shown: `shown` maps its id to the mark of its terms.

    All or none. Refused when a part reads otherwise by now. Whoever notes another party's yes must say
    how it was given: ReasonNeeded else.
    """
    facts = facts_of(round_)
    if not shown:
        raise Refused("Kryssa för minst en aktivitet.", Finding(ANSWERS, "inget ikryssat", fixers=PARTIES))
    return [_accept(by, round_, facts, _share(facts, pk), mark, note.strip()) for pk, mark in shown.items()]


def _accept(by: User, round_: Process, facts: Facts, share: Row, mark: str, note: str) -> ActivityParty:
    own = _demand(by, round_, share)
    terms = acceptance.terms(facts, share)
    if mark != acceptance.mark(terms):
        raise Refused(
            f"”{terms['what']}” har ändrats sedan du öppnade sidan. Inget är sparat. "
            "Läs igenom det som står nu och svara igen.",
            _place(share, "ändrat"),
        )
    if acceptance.standing(facts, share) is Standing.ACCEPTED:
        raise Refused(
            f"{share.party_name} har redan sagt ja till ”{terms['what']}”.",
            replace(_place(share, f"ja sedan {share.accepted_on}"), anchor=""),
        )
    if not own and not note:
        raise ReasonNeeded
    row = ActivityParty.objects.get(pk=share.id)
    row.accepted_on, row.accepted_by = timezone.localdate(), by
    row.accepted_terms, row.accepted_note = terms, note[:200]
    return write(row, by=by, round_=round_)


@under_lock
def take_back(*, by: User, round_: Process, share_id: int, reason: str) -> ActivityParty:
    """Take a yes back, and say why. It is then asked for again."""
    share = _share(facts_of(round_), share_id)
    _demand(by, round_, share)
    if share.accepted_on is None:
        raise Refused("Det finns inget ja att ta tillbaka.", _place(share, "inget ja"))
    if not reason.strip():
        raise ReasonNeeded
    row = ActivityParty.objects.get(pk=share_id)
    row.accepted_on, row.accepted_by, row.accepted_terms, row.accepted_note = None, None, {}, ""
    return write(row, by=by, round_=round_, reason=reason)


def _place(share: Row, current: str) -> Finding:
    return Finding(ANSWERS, current, share, about=share.party_name, fixers=SAYS_YES[share.party_kind])


def _share(facts: Facts, pk: int) -> Row:
    share = facts.get(acceptance.PARTY, pk)
    if share is None or share.party_id is None:
        raise Refused(
            "Den delen av planen finns inte längre. Läs igenom det som står nu.",
            Finding(ANSWERS, "borttagen", fixers=PARTIES),
        )
    return share


def _demand(by: User, round_: Process, share: Row) -> bool:
    """Demand that the person may answer for the party; whether as one of its own people."""
    actor = actor_of(by, round_)
    organisation = share.party_organisation_id
    inside = queries.actor_in(by, round_, [organisation])
    peopled = organisation in queries.peopled(round_, [organisation])
    kind, name = share.party_kind, share.party_name
    demand(policies.can_accept(actor, inside, kind, name, peopled=peopled))
    return inside.has(policies.SAYS_YES[kind])
