"""A paper original: where it is kept, and that someone held it against the fingerprint printed on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from agreements.demo_seal import seal_is_prov
from agreements.models import DocumentVersion, SigningAct
from agreements.sealing import seal
from agreements.signing import Signed, finishing, kind_of
from agreements.verifying import addresses


@dataclass(frozen=True, slots=True)
class Signature:
    """What a party's signatory has put on paper."""

    signed_on: date
    fingerprint: str


def as_signed(papers: Mapping[int, Signature], kept_at: str, by_name: str) -> list[Signed]:
    """The signatures as the port takes them, each with the fingerprint read from the paper and by whom."""
    return [
        Signed(
            party_id,
            timezone.make_aware(datetime.combine(one.signed_on, time(12))),
            {
                "kept_at": kept_at,
                "signed_on": one.signed_on.isoformat(),
                "fingerprint": one.fingerprint,
                "checked_by": by_name,
                "checked_on": timezone.localdate().isoformat(),
            },
        )
        for party_id, one in papers.items()
    ]


def matches(version: DocumentVersion, digits: str) -> bool:
    """Whether what was read on the paper is the fingerprint printed at the foot of its pages."""
    return digits == addresses.short(version.content_hash)


def transcript(version: DocumentVersion, signed: list[Signed]) -> bytes:
    """The copy that the system keeps and seals: it says itself that the paper is the original."""
    at = {one.party_id: one for one in signed}
    acts = [
        SigningAct(
            name=row["name"],
            title=row["title"],
            organisation=row["party_name"],
            mandate=row["mandate"],
            at=at[row["party_id"]].at,
        )
        for row in version.signatories
    ]
    kind = kind_of(version)
    pdf = finishing.render(version, acts, prov=seal_is_prov())
    return seal(pdf, reason=f"Avskrift. {kind.reason}", location=acts[0].organisation)
