"""Bringing in a promise that was made outside the tool: a round that only keeps it, its content, its signed file.

No gate is asked, and nothing says that one was. From then on it is registered, published, logged and followed up by the
same actions as every promise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from processes import queries
from processes.actions.rounds import lay
from processes.documents import tree
from processes.documents.fonts import unprintable
from processes.method import get_method
from processes.models import (
    Activity,
    ActivityParty,
    Area,
    FocusArea,
    Organisation,
    Party,
    Process,
    Term,
    User,
)
from processes.writing import Refused, demand, write

from ... import chain
from ...document import document
from ...models import DocumentVersion, OutsideDocument, Promise, PromiseFocus, SealedDocument
from ...signing.finishing import store
from ...verifying import addresses
from ..outside import RULESET, Signed, content
from ..policies import RELEASERS, can_bring_in
from ..uploaded import fault

REASON = "Löfte som gjorts utanför verktyget"


@transaction.atomic
def bring_in(
    *,
    by: User,
    title: str,
    area: Area,
    place: str,
    period_start: date,
    period_end: date,
    organisations: Iterable[Organisation],
    focus: str,
    texts: Mapping[str, str],
    activities: Iterable[Mapping[str, Any]],
    signed_on: date,
    signed_place: str,
    signed_by: Iterable[str],
    pdf: bytes,
    theme: Term | None = None,
) -> DocumentVersion:
    """Make the round that keeps the promise, freeze what it says, and keep the signed file as it is.

    Refused unless the person keeps the record or leads in the area for one of the parties.
    """
    parties = list(dict.fromkeys(organisations))
    _may(by, area, parties)
    if wrong := fault(pdf):
        raise Refused(wrong)
    round_ = Process(title=title, area=area, period_start=period_start, period_end=period_end, outside=True)
    lay(by=by, round_=round_, organisations=parties, bare=True, reason=REASON)
    common = {"by": by, "round_": round_, "reason": REASON}
    aim = write(
        FocusArea(process=round_, title=focus, theme=theme, place=place, becomes_promise=True), **common
    )
    promise = write(Promise(process=round_, title=title, place=place, **texts), **common)
    write(PromiseFocus(promise=promise, focus_area=aim), **common)
    there = {party.organisation_id: party for party in Party.objects.filter(process=round_)}
    for values in activities:
        _activity(round_, aim, there, values, common)
    return _freeze(by, round_, promise, Signed(signed_on, signed_place, tuple(signed_by)), pdf)


def _may(by: User, area: Area, parties: list[Organisation]) -> None:
    held = [
        m
        for m in queries.memberships(by)
        if m.role in RELEASERS and (m.area is None or area.path.startswith(m.area.path))
    ]
    demand(can_bring_in(m.role for m in held))
    if not any(o.kind == Organisation.Kind.POLICE for o in parties):
        raise Refused("Polisen är alltid part i ett medborgarlöfte. Lägg till Polismyndigheten.")
    if not {m.organisation_id for m in held} & {o.pk for o in parties}:
        raise Refused("Bara den som arbetar hos en av parterna kan lägga in löftet. Välj rätt parter.")


def _activity(
    round_: Process,
    aim: FocusArea,
    parties: Mapping[int, Party],
    values: Mapping[str, Any],
    common: dict[str, Any],
) -> None:
    values = dict(values)
    who: Organisation | None = values.pop("who", None)
    made = write(Activity(process=round_, focus_area=aim, **values), **common)
    if who is not None and who.pk in parties:
        write(ActivityParty(activity=made, party=parties[who.pk]), **common)


def _freeze(by: User, round_: Process, promise: Promise, signed: Signed, pdf: bytes) -> DocumentVersion:
    method = get_method()
    facts = queries.load_facts(method, round_.pk)
    row = facts.get("agreements.Promise", promise.pk)
    assert row is not None
    text = chain.canonical(content(method, facts, row, signed))
    if strange := unprintable(text):
        raise Refused(f"De här tecknen går inte att trycka i dokumentet: {strange}. Byt ut dem.")
    version = DocumentVersion.objects.create(
        promise=promise,
        process=round_,
        number=1,
        valid_from=round_.period_start,
        valid_until=round_.period_end,
        way=DocumentVersion.Way.OUTSIDE,
        content=text,
        content_hash=chain.sha256(text),
        ruleset=RULESET,
        sent_by=by,
    )
    chain.append("sent", f"version:{version.pk}", {"hash": version.content_hash, "by": by.pk})
    kept = OutsideDocument.objects.create(version=version, pdf=pdf, sha256=chain.sha256(pdf), by=by)
    chain.append("brought_in", f"version:{version.pk}", {"sha256": kept.sha256, "by": by.pk})
    return version


def unfinished() -> list[int]:
    """Versions from outside that lack their sealed rendering, as after a crash."""
    found = DocumentVersion.objects.filter(way=DocumentVersion.Way.OUTSIDE, sealed=None)
    return list(found.order_by("pk").values_list("pk", flat=True))


def finish(version_id: int) -> SealedDocument:
    """Render what was brought in as a document of ours, and seal that: never more than "this is what was brought in".

    Once, and safe to call again after any crash, as the finishing of a signed version.
    """
    from ...demo_seal import seal_is_prov
    from ...sealing import seal

    version = DocumentVersion.objects.select_related("promise").get(pk=version_id)
    if there := SealedDocument.objects.filter(version=version).first():
        return there
    prov = seal_is_prov()
    where = json.loads(version.content)["local_police_area"]
    pdf = seal(
        _render(version, prov=prov), reason="Återgivning av ett löfte gjort utanför verktyget", location=where
    )
    with transaction.atomic():
        Process.objects.select_for_update().get(pk=version.promise.process_id)
        if there := SealedDocument.objects.filter(version=version).first():
            return there
        return store(version.pk, pdf, prov=prov)


def _render(version: DocumentVersion, *, prov: bool) -> bytes:
    from processes.documents.pdf import render as to_pdf

    data = json.loads(version.content)
    shown = document(
        data,
        created=version.sent_at,
        identifier=f"lofte-{version.promise_id}-{version.number}",
        facts=tree.Facts(
            version=str(version.number),
            fingerprint=version.content_hash,
            chain_head=chain.head_of(f"version:{version.pk}", "brought_in"),
            sealed=True,
            address=addresses.address(version.content_hash),
            code=addresses.code(version.content_hash),
        ),
        prov=prov,
    )
    return to_pdf(shown, attachment=version.content.encode(), attachment_name="medborgarlofte.json")
