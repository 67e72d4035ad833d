"""What is done with a version that is out: signed, brought in signed, declined, taken back. Acts are only added.

The guard is asked again inside the transaction of every signature, and the content is put together anew
and compared with what was frozen: what was signed is what was shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from agreements import chain
from agreements.models import SealedDocument, SigningAct
from agreements.steps.signed import (
    SIGNERS,
    SIGNS_FOR,
    in_force,
    lacking,
    notice_of,
    open_version,
    signatories,
    whose_turn,
)
from agreements.ways import way_of
from processes import policies, queries
from processes.method import SIGNED_AS_SHOWN, Facts, Finding, Role, Row, get_method
from processes.models import Process, User
from processes.writing import ReasonNeeded, Refused, demand, under_lock

from .finishing import store
from .freezing import deviations, ready, unchanged
from .kinds import AGREEMENT, Kind, kind_of


@dataclass(frozen=True, slots=True)
class Signed:
    """That a party's signatory has signed outside the system, when, and what is known of it."""

    party_id: int
    at: datetime
    proof: dict[str, str | bool] | None = None


def may_sign(facts: Facts, user: User, round_: Process, version: Row) -> policies.Decision:
    """Whether the person is a named signatory who still holds the role, has not signed yet, and whose turn
    it is."""
    row = signatory(user, version)
    the = kind_of(version).the
    if row is None:
        return policies.Decision(False, f"Du är inte utsedd att skriva under {the}.")
    if has_signed(facts, user, version):
        return policies.Decision(False, "Din underskrift finns redan.")
    if SIGNS_FOR[row.party_kind] not in _roles_for(facts, user, round_, row):
        return policies.Decision(
            False, f"Du har inte längre rätt att skriva under för {row.party_name}. Be administratören."
        )
    return policies.YES


def may_sign_now(facts: Facts, user: User, round_: Process, version: Row) -> policies.Decision:
    """Whether the person may sign, here, and it is that person's turn (X-6)."""
    if not (may := may_sign(facts, user, round_, version)):
        return may
    way = way_of(version.way)
    if not way.here:
        return policies.Decision(False, f"Den här versionen skrivs inte under här. {way.title}: {way.hint}")
    turn = whose_turn(facts, version)
    if user.pk not in {row.user_id for row in turn}:
        return policies.Decision(
            False, f"Ni skriver under i tur och ordning, och nu väntar vi på {turn[0].name}."
        )
    return policies.YES


def has_signed(facts: Facts, user: User, version: Row) -> bool:
    """Whether the person's own signature is on the version, given or brought in."""
    own = signatory(user, version)
    if own is None:
        return False
    return bool(
        facts.rows("agreements.SigningAct", version_id=version.id, kind="signed", party_id=own.party_id)
    )


def signatory(user: User, version: Row) -> Row | None:
    """The person's own line among those named to sign."""
    return next((row for row in signatories(version) if row.user_id == user.pk), None)


def _roles_for(facts: Facts, user: User, round_: Process, own: Row) -> frozenset[Role]:
    party = facts.get("processes.Party", own.party_id)
    organisation = own.get("organisation_id") or (party.organisation_id if party else None)
    return queries.actor_in(user, round_, [organisation] if organisation else []).roles


def _open(facts: Facts, version_id: int) -> tuple[Row, Kind, Row]:
    """The version that is out, of what kind it is, and of which promise or agreement."""
    version = facts.get("agreements.DocumentVersion", version_id)
    if version is not None:
        kind = kind_of(version)
        subject = kind.subject(facts, version[kind.link])
        if open_version(facts, subject) is version and version.process_id in (None, facts.round.id):
            return version, kind, subject
    raise not_out()


def not_out() -> Refused:
    """What has been taken back, declined or sealed is signed by nobody."""
    return Refused(
        "Den här versionen är inte längre ute för underskrift. Öppna dokumentet på nytt.",
        Finding("underskrift", "inte ute för underskrift"),
    )


def _signed(
    by: User, facts: Facts, version: Row, own: Row, at: datetime, proof: dict | None = None
) -> SigningAct:
    act = SigningAct.objects.create(
        version_id=version.id,
        kind=SigningAct.Kind.SIGNED,
        party_id=own.party_id,
        by=by,
        name=own.name,
        title=own.title,
        organisation=own.party_name,
        mandate=own.mandate,
        content_hash=version.content_hash,
        ruleset=get_method().version,
        deviations=deviations(facts),
        proof=proof,
        at=at,
    )
    chain.append("signed", f"version:{version.id}", pinned(act))
    return act


def pinned(act: SigningAct) -> dict:
    """What the chain binds itself to of a signature."""
    told = {"hash": act.content_hash, "by": act.by_id, "deviations": act.deviations, "mandate": act.mandate}
    return told | ({"proof": act.proof} if act.proof else {})


@under_lock
def sign(*, by: User, round_: Process, version_id: int, shown_hash: str) -> SigningAct:
    """Sign what was shown. The caller has just authenticated the person anew.

    Refused when the version is closed, when the shown hash is not its own, when anything the
    document rests on has changed since, when it is another's turn, or when the guard finds a gap.
    """
    facts = queries.load_facts(get_method(), round_.pk)
    version, kind, subject = _open(facts, version_id)
    demand(may_sign_now(facts, by, round_, version))
    ready(facts, kind, subject)
    if shown_hash != version.content_hash or not unchanged(facts, subject, version):
        raise _changed(kind)
    return _signed(by, facts, version, signatory(by, version), timezone.now())


def _changed(kind: Kind) -> Refused:
    return Refused(
        f"Innehållet har ändrats sedan {kind.the} skickades för underskrift. Ingen underskrift har "
        "lagts till. Den som leder arbetet tar tillbaka versionen och skickar en ny.",
        Finding("underskrift", "ett annat innehåll än det som skickades"),
        SIGNED_AS_SHOWN,
    )


@under_lock
def receive(
    *, by: User, round_: Process, version_id: int, signed: Iterable[Signed], pdf: bytes, prov: bool
) -> SealedDocument:
    """Bring in what all have signed outside the system: their signatures and the file, in one act.

    By whoever leads the work. The way has found the file good before; here it is asked that the version is
    out, is signed outside, still says what the round says, and that exactly those named have signed.
    """
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    version, kind, subject = _open(facts, version_id)
    demand(policies.can_edit(queries.actor_in(by, round_), method[kind.step]))
    if way_of(version.way).here:
        raise Refused(
            "Den här versionen skrivs under i systemet. Ta tillbaka den för att byta sätt.",
            Finding("underskrift", way_of(version.way).title),
        )
    there = {row.party_id: row for row in signed}
    wanted = lacking(facts, version)
    if set(there) != {row.party_id for row in wanted}:
        raise Refused(
            "Alla som ska skriva under måste ha gjort det innan dokumentet förs in.",
            Finding("underskrift", f"{len(there)} av {len(wanted)} har skrivit under"),
        )
    ready(facts, kind, subject)
    if not unchanged(facts, subject, version):
        raise _changed(kind)
    for row in wanted:
        one = there[row.party_id]
        _signed(by, facts, version, row, one.at, one.proof)
    return store(version.id, pdf, prov=prov)


def end(
    by: User,
    version: Row,
    kind: str,
    reason: str,
    title: str = "",
    own: Row | None = None,
    ends_on: date | None = None,
) -> SigningAct:
    """Close a version, saying why: declined, taken back, or given notice of for a party from a day on."""
    if not reason.strip():
        raise ReasonNeeded
    act = SigningAct.objects.create(
        version_id=version.id,
        kind=kind,
        by=by,
        name=by.name,
        title=title,
        party_id=own.party_id if own else None,
        organisation=own.party_name if own else "",
        reason=reason,
        ends_on=ends_on,
        content_hash=version.content_hash,
        ruleset=version.ruleset,
        at=timezone.now(),
    )
    chain.append(kind, f"version:{version.id}", closed_by(act))
    return act


def closed_by(act: SigningAct) -> dict:
    """What the chain binds itself to of how a version was closed; of a notice also for whom, and from when."""
    told = {"by": act.by_id, "reason": act.reason}
    return told | ({"from": act.ends_on.isoformat(), "party": act.party_id} if act.ends_on else {})


@under_lock
def decline(*, by: User, round_: Process, version_id: int, reason: str) -> SigningAct:
    """Say no, with a reason that reaches the one who sent it. The version is closed."""
    facts = queries.load_facts(get_method(), round_.pk)
    version, _, _ = _open(facts, version_id)
    demand(may_sign(facts, by, round_, version))
    return end(by, version, SigningAct.Kind.DECLINED, reason, signatory(by, version).title)


def speaks_for(facts: Facts, user: User, round_: Process, version: Row) -> Row | None:
    """The line of the party for which the person may sign now: the one who signed, or who has the post since."""
    found = (
        row
        for row in signatories(version)
        if SIGNS_FOR[row.party_kind] in _roles_for(facts, user, round_, row)
    )
    return next(found, None)


@under_lock
def give_notice(
    *, by: User, round_: Process, version_id: int, ends_on: date | None, reason: str
) -> SigningAct:
    """End an agreement in force, from a day that has not been, saying why. By whoever signs for a party (OVE-3)."""
    facts = queries.load_facts(get_method(), round_.pk)
    version = facts.get("agreements.DocumentVersion", version_id)
    agreement = facts.get(AGREEMENT.record, version.agreement_id) if version else None
    if agreement is None or in_force(facts, agreement) is not version:
        raise Refused(
            "Bara den överenskommelse som gäller kan sägas upp. Öppna den på nytt.",
            Finding("underskrift", "en annan version gäller"),
        )
    if notice_of(facts, version):
        raise Refused("Överenskommelsen är redan uppsagd.", Finding("underskrift", "redan uppsagd"))
    own = speaks_for(facts, by, round_, version)
    if own is None:
        raise Refused(
            "Bara den som får skriva under för en part kan säga upp överenskommelsen.",
            Finding("underskrift", "du skriver inte under för någon part", fixers=SIGNERS),
        )
    if ends_on is None or ends_on < facts.today:
        raise Refused(
            "Skriv från vilken dag överenskommelsen inte ska gälla: i dag eller senare, till exempel "
            f"{facts.today}.",
            Finding("underskrift", str(ends_on or "ingen dag som går att tolka"), fixers=SIGNERS),
        )
    return end(by, version, SigningAct.Kind.ENDED, reason, own.title, own, ends_on)


@under_lock
def withdraw(*, by: User, round_: Process, version_id: int, reason: str) -> SigningAct:
    """Take a version back before all have signed. Its signatures count no longer."""
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    version, kind, _ = _open(facts, version_id)
    demand(policies.can_edit(queries.actor_in(by, round_), method[kind.step]))
    if not lacking(facts, version):
        raise Refused(
            "Alla har skrivit under. Det som är underskrivet kan inte tas tillbaka.",
            Finding("", "underskrivet av alla"),
        )
    return end(by, version, SigningAct.Kind.WITHDRAWN, reason)
