"""From formulated to sealed: send, sign, decline, withdraw, finish. The only writers of versions.

The guard is asked again inside the transaction of every signature, and the content is put together
anew and compared with what was frozen: what was signed is what was shown.
"""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from django.utils import timezone

from processes import guard, policies, queries
from processes.documents import tree
from processes.documents.fonts import unprintable
from processes.method import Facts, Gate, Role, Row, get_method
from processes.models import Process, User
from processes.writing import ReasonNeeded, Refused, demand, under_lock

from . import chain
from .content import compose
from .document import document
from .models import PromiseVersion, SealedDocument, SigningAct
from .steps.citizen_promise import SIGNS_FOR

STEP = guard.PROMISE_STEP
SIGNATORY = ("party_id", "party_kind", "party_name", "user_id", "name", "title", "mandate")


def open_version(facts: Facts, promise: Row) -> Row | None:
    """The version that is out for signing or signed: the latest, unless declined or withdrawn."""
    versions = facts.rows("agreements.PromiseVersion", promise_id=promise.id)
    if not versions:
        return None
    ended = facts.rows("agreements.SigningAct", version_id=versions[-1].id)
    return None if any(act.kind != "signed" for act in ended) else versions[-1]


def sealed(facts: Facts, promise: Row) -> Row | None:
    """The latest sealed document of the promise."""
    own = {v.id for v in facts.rows("agreements.PromiseVersion", promise_id=promise.id)}
    found = [d for d in facts.rows("agreements.SealedDocument") if d.version_id in own]
    return found[-1] if found else None


def _promise(facts: Facts, promise_id: int) -> Row:
    row = facts.get("agreements.Promise", promise_id)
    if row is None:
        raise Refused("Löftet finns inte längre.")
    return row


def _ready(facts: Facts, promise: Row) -> None:
    method = get_method()
    verdict = guard.evaluate(method, Gate.SIGN, facts, method[STEP], promise)
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


@under_lock
def send(*, by: User, round_: Process, promise_id: int) -> PromiseVersion:
    """Freeze the content and send it to be signed. Only when the guard finds nothing."""
    method = get_method()
    demand(policies.can_edit(queries.actor_in(by, round_), method[STEP]))
    facts = queries.load_facts(method, round_.pk)
    promise = _promise(facts, promise_id)
    there, done = open_version(facts, promise), sealed(facts, promise)
    if there is not None and (done is None or done.version_id != there.id):
        raise Refused(f"Version {there.number} är redan ute för underskrift. Ta tillbaka den först.")
    _ready(facts, promise)
    text = chain.canonical(compose(method, facts, promise))
    if strange := unprintable(text):
        raise Refused(f"De här tecknen går inte att trycka i dokumentet: {strange}. Byt ut dem.")
    if done and facts.get("agreements.PromiseVersion", done.version_id).content_hash == chain.sha256(text):
        raise Refused("Innehållet är redan underskrivet. Ändra löftet innan du skickar en ny version.")
    number = len(facts.rows("agreements.PromiseVersion", promise_id=promise_id)) + 1
    version = PromiseVersion.objects.create(
        promise_id=promise_id,
        number=number,
        content=text,
        content_hash=chain.sha256(text),
        signatories=[
            {name: row[name] for name in SIGNATORY}
            for row in facts.rows("agreements.Signatory", promise_id=promise_id)
        ],
        ruleset=method.version,
        deviations=deviations(facts),
        sent_by=by,
    )
    chain.append("sent", f"version:{version.pk}", {"hash": version.content_hash, "by": by.pk})
    return version


def signatories(version: Row) -> list[Row]:
    """Those named to sign when the version was frozen."""
    return [Row("agreements.Signatory", number, values) for number, values in enumerate(version.signatories)]


def may_sign(facts: Facts, user: User, round_: Process, version: Row) -> policies.Decision:
    """Whether the person is a named signatory who still holds the role, and has not signed yet."""
    row = signatory(user, version)
    if row is None:
        return policies.Decision(False, "Du är inte utsedd att skriva under det här löftet.")
    if has_signed(facts, user, version):
        return policies.Decision(False, "Din underskrift finns redan.")
    if SIGNS_FOR[row.party_kind] not in _roles_for(facts, user, round_, row):
        return policies.Decision(
            False, f"Du har inte längre rätt att skriva under för {row.party_name}. Be administratören."
        )
    return policies.YES


def has_signed(facts: Facts, user: User, version: Row) -> bool:
    """Whether the person's signature is on the version."""
    acts = facts.rows("agreements.SigningAct", version_id=version.id, kind="signed", by_id=user.pk)
    return bool(acts)


def signatory(user: User, version: Row) -> Row | None:
    """The person's own line among those named to sign."""
    return next((row for row in signatories(version) if row.user_id == user.pk), None)


def _roles_for(facts: Facts, user: User, round_: Process, own: Row) -> frozenset[Role]:
    party = facts.get("processes.Party", own.party_id)
    return queries.actor_in(user, round_, [party.organisation_id] if party else []).roles


def _open(facts: Facts, version_id: int) -> Row:
    version = facts.get("agreements.PromiseVersion", version_id)
    promise = _promise(facts, version.promise_id) if version else None
    if version is None or open_version(facts, promise) is not version:
        raise Refused("Den här versionen är inte längre ute för underskrift. Öppna löftet på nytt.")
    return version


@under_lock
def sign(*, by: User, round_: Process, version_id: int, shown_hash: str) -> SigningAct:
    """Sign what was shown. The caller has just authenticated the person anew.

    Refused when the version is closed, when the shown hash is not its own, when anything the
    promise rests on has changed since, or when the guard finds a gap.
    """
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    version = _open(facts, version_id)
    promise = _promise(facts, version.promise_id)
    demand(may_sign(facts, by, round_, version))
    _ready(facts, promise)
    if shown_hash != version.content_hash or not unchanged(facts, promise, version):
        raise Refused(
            "Innehållet har ändrats sedan löftet skickades för underskrift. Ingen underskrift har "
            "lagts till. Den som leder arbetet tar tillbaka versionen och skickar en ny."
        )
    own = signatory(by, version)
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
        ruleset=method.version,
        deviations=deviations(facts),
        at=timezone.now(),
    )
    pinned = {"hash": act.content_hash, "by": by.pk, "deviations": act.deviations, "mandate": act.mandate}
    chain.append("signed", f"version:{version.id}", pinned)
    return act


def _end(by: User, version: Row, kind: str, reason: str, title: str = "") -> SigningAct:
    if not reason.strip():
        raise ReasonNeeded
    act = SigningAct.objects.create(
        version_id=version.id,
        kind=kind,
        by=by,
        name=by.name,
        title=title,
        reason=reason,
        content_hash=version.content_hash,
        ruleset=version.ruleset,
        at=timezone.now(),
    )
    chain.append(kind, f"version:{version.id}", {"by": by.pk, "reason": reason})
    return act


@under_lock
def decline(*, by: User, round_: Process, version_id: int, reason: str) -> SigningAct:
    """Say no, with a reason that reaches the one who sent it. The version is closed."""
    facts = queries.load_facts(get_method(), round_.pk)
    version = _open(facts, version_id)
    demand(may_sign(facts, by, round_, version))
    return _end(by, version, SigningAct.Kind.DECLINED, reason, signatory(by, version).title)


@under_lock
def withdraw(*, by: User, round_: Process, version_id: int, reason: str) -> SigningAct:
    """Take a version back before all have signed. Its signatures count no longer."""
    method = get_method()
    demand(policies.can_edit(queries.actor_in(by, round_), method[STEP]))
    facts = queries.load_facts(method, round_.pk)
    version = _open(facts, version_id)
    if not lacking(facts, version):
        raise Refused("Alla har skrivit under. Det som är underskrivet kan inte tas tillbaka.")
    return _end(by, version, SigningAct.Kind.WITHDRAWN, reason)


def unchanged(facts: Facts, promise: Row, version: Row) -> bool:
    """Whether content and deviations still are what was frozen, so that all sign the same thing."""
    now = chain.sha256(chain.canonical(compose(get_method(), facts, promise)))
    return now == version.content_hash and deviations(facts) == version.deviations


def lacking(facts: Facts, version: Row) -> list[Row]:
    """The signatories who have not signed the version yet."""
    signed = {a.party_id for a in facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")}
    return [row for row in signatories(version) if row.party_id not in signed]


def unfinished() -> list[int]:
    """Versions that all have signed but that lack their sealed document, as after a crash."""
    waiting = PromiseVersion.objects.filter(sealed=None).prefetch_related("acts")
    return [v.pk for v in waiting.order_by("pk") if _all_signed(v)]


def _all_signed(version: PromiseVersion) -> bool:
    acts = list(version.acts.all())
    wanted = {row["party_id"] for row in version.signatories}
    return bool(acts) and all(a.kind == "signed" for a in acts) and wanted == {a.party_id for a in acts}


def finish(version_id: int) -> SealedDocument:
    """Render and seal a version that all have signed; once. Safe to call again after any crash.

    Rendering and sealing happen before the transaction, storing and chaining inside it, so a kill
    leaves either nothing or everything.
    """
    from .demo_seal import seal_is_prov
    from .sealing import seal

    version = PromiseVersion.objects.select_related("promise__process__area").get(pk=version_id)
    if there := SealedDocument.objects.filter(version=version).first():
        return there
    if not _all_signed(version):
        raise Refused("Alla har inte skrivit under ännu.")
    acts = list(version.acts.order_by("pk"))
    prov = seal_is_prov()
    pdf = seal(
        render(version, acts, prov=prov),
        reason="Fastställt medborgarlöfte",
        location=version.promise.process.area.name,
    )
    with transaction.atomic():
        Process.objects.select_for_update().get(pk=version.promise.process_id)
        if there := SealedDocument.objects.filter(version=version).first():
            return there
        made = SealedDocument.objects.create(
            version=version, pdf=pdf, sha256=chain.sha256(pdf), is_prov=prov, sealed_at=timezone.now()
        )
        chain.append("sealed", f"version:{version.pk}", {"sha256": made.sha256})
    return made


def render(version: PromiseVersion, acts: list[SigningAct], *, prov: bool) -> bytes:
    """The PDF before its seal. The same version gives the same bytes."""
    from processes.documents.pdf import render as to_pdf

    last = chain.head_of(f"version:{version.pk}", "signed")
    content = json.loads(version.content)
    place = content["area"]
    tree_of = document(
        content,
        created=acts[-1].at,
        identifier=f"lofte-{version.promise_id}-{version.number}",
        facts=tree.Facts(
            version=str(version.number), fingerprint=version.content_hash, chain_head=last, sealed=True
        ),
        signatures=[tree.Signature(a.name, a.title, a.organisation, place, a.at) for a in acts],
        prov=prov,
    )
    return to_pdf(tree_of, attachment=version.content.encode(), attachment_name="medborgarlofte.json")
