"""What is signed is frozen first: composed from the round, hashed, and sent to those who are to sign."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from agreements import chain
from agreements.models import CollaborationAgreement, DocumentVersion
from agreements.steps.signed import in_force, out_for_signing, versions_of
from agreements.ways import copies, way_of
from processes import guard, policies, queries
from processes.documents.fonts import unprintable
from processes.method import READABLE_ON_PAPER, Facts, Finding, Row, get_method
from processes.models import Process, User
from processes.writing import Refused, demand, under_lock

from .kinds import AGREEMENT, PROMISE, Kind, kind_with

BECAME = {
    "agreements.SealedDocument": "sealed_at",
    "agreements.SigningAct": "at",
    "agreements.Registration": "at",
}
"""What comes about of a document that others name, and when."""
ADDED = ("appendix_to", "above")
"""What content has come to tell since the first versions: one that lacks it says no less for that."""
SIGNATORY = ("party_id", "party_kind", "party_name", "organisation_id", "user_id", "name", "title", "mandate")


def ready(facts: Facts, kind: Kind, subject: Row) -> None:
    """Go on when the guard finds nothing; NotReady tells what is left."""
    method = get_method()
    verdict = guard.evaluate(method, kind.gate, facts, method[kind.step], subject)
    if not verdict.ok:
        raise guard.NotReady(verdict)


def deviations(facts: Facts) -> list[dict[str, Any]]:
    """All deviations in force in the round, as signers see them and signatures pin them."""
    method = get_method()
    return [
        {
            "step": method[row.step].title,
            "codes": [key.partition(":")[0] for key in row.codes],
            "reason": row.reason,
            "by": row.by_name,
            "at": row.at.isoformat(),
        }
        for row in facts.rows("processes.Deviation", withdrawn=False)
    ]


def composed(facts: Facts, subject: Row) -> str:
    """The content as it would be frozen now."""
    return chain.canonical(kind_with(subject.model).compose(get_method(), facts, subject))


def known_at(facts: Facts, subject: Row, moment: datetime) -> Facts:
    """The facts but for what became of other documents later: that one is sealed or registered voids no signature."""
    own = {version.id for version in versions_of(facts, subject)}
    rows = [
        row
        for row in facts.all_rows()
        if row.model not in BECAME or row.version_id in own or row[BECAME[row.model]] <= moment
    ]
    return Facts(rows, facts.today, facts)


def says_the_same(facts: Facts, subject: Row, version: Row) -> bool:
    """Whether what would be frozen now is what the version says, as far as was told when it was sent."""
    content = kind_with(subject.model).compose(
        get_method(), known_at(facts, subject, version.sent_at), subject
    )
    before = {name: value for name, value in content.items() if name not in ADDED}
    return version.content_hash in {chain.sha256(chain.canonical(one)) for one in (content, before)}


def unchanged(facts: Facts, subject: Row, version: Row) -> bool:
    """Whether content and deviations still are what was frozen, so that all sign the same thing."""
    return says_the_same(facts, subject, version) and deviations(facts) == version.deviations


@under_lock
def send(
    *,
    by: User,
    round_: Process,
    promise_id: int | None = None,
    agreement_id: int | None = None,
    way: str = DocumentVersion.Way.SYSTEM,
    order: Mapping[int, int] | None = None,
    remind_after: int = 7,
) -> DocumentVersion:
    """Freeze a promise or an agreement and send it to be signed. Only when the guard finds nothing.

    All sign in the same way. When `order` gives the parties' places they sign one after the other.
    """
    kind, pk = (PROMISE, promise_id) if promise_id is not None else (AGREEMENT, agreement_id)
    if kind is AGREEMENT:  # it may be in several rounds, each with a lock of its own
        CollaborationAgreement.objects.select_for_update().filter(pk=pk).first()
    method = get_method()
    demand(policies.can_edit(queries.actor_in(by, round_), method[kind.step]))
    facts = queries.load_facts(method, round_.pk)
    subject = kind.subject(facts, pk or 0)
    if there := out_for_signing(facts, subject):
        raise Refused(
            f"Version {there.number} är redan ute för underskrift. Ta tillbaka den först.",
            Finding("underskrift", f"version {there.number} är ute"),
        )
    ready(facts, kind, subject)
    text = composed(facts, subject)
    if strange := unprintable(text):
        raise Refused(
            f"De här tecknen går inte att trycka i dokumentet: {strange}. Byt ut dem.",
            Finding("", strange),
            READABLE_ON_PAPER,
        )
    done = in_force(facts, subject)
    if done and says_the_same(facts, subject, done):
        raise Refused(
            f"Innehållet är redan underskrivet. Ändra {kind.the} innan du skickar en ny version.",
            Finding("", f"version {done.number} säger detsamma"),
        )
    named = facts.rows(kind.signatories, **{kind.link: subject.id})
    if order:
        named.sort(key=lambda row: order.get(row.party_id, len(named)))
    start, end = kind.period(facts, subject)
    version = DocumentVersion.objects.create(
        **{kind.link: subject.id},
        process=round_,
        number=len(versions_of(facts, subject)) + 1,
        valid_from=start,
        valid_until=end,
        way=way_of(way).key,
        in_order=bool(order),
        remind_after=remind_after,
        content=text,
        content_hash=chain.sha256(text),
        signatories=[{name: row[name] for name in SIGNATORY} for row in named],
        ruleset=method.version,
        deviations=deviations(facts),
        sent_by=by,
    )
    chain.append("sent", f"version:{version.pk}", {"hash": version.content_hash, "by": by.pk})
    if not way_of(way).here:
        copies.hand_out(version)
    return version
