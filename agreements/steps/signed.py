"""What the steps whose record is signed have in common: promise and agreement. Pure: facts in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from processes.criteria import is_answer, shown
from processes.method import Facts, Finding, Gate, Role, Row, Source

SIGNS_FOR = {
    "police": Role.LOCAL_POLICE_CHIEF,
    "municipality": Role.MUNICIPAL_REPRESENTATIVE,
    "partner": Role.PARTNER_REPRESENTATIVE,
}
SIGNERS = tuple(SIGNS_FOR.values())
AUTHORITIES = ("police", "municipality")
# By which column of a version each record is found.
LINKS = {"agreements.Promise": "promise_id", "agreements.CollaborationAgreement": "agreement_id"}
SIGNATORIES = {
    "agreements.Promise": "agreements.Signatory",
    "agreements.CollaborationAgreement": "agreements.AgreementSignatory",
}


def signed_under(path: str) -> tuple[Source, ...]:
    """The versions of such a record and what is kept under them; `path` leads from a version to the round."""
    under = ("SigningAct", "SealedDocument", "Registration", "Publication")
    return (
        Source("agreements.DocumentVersion", path),
        *(Source(f"agreements.{name}", f"version__{path}") for name in under),
    )


def versions_of(facts: Facts, subject: Row) -> list[Row]:
    """The versions of a promise or an agreement, the first one first."""
    return facts.rows("agreements.DocumentVersion", **{LINKS[subject.model]: subject.id})


def open_version(facts: Facts, subject: Row) -> Row | None:
    """The version that is out for signing or signed: the latest, unless declined or withdrawn."""
    versions = versions_of(facts, subject)
    if not versions:
        return None
    acts = facts.rows("agreements.SigningAct", version_id=versions[-1].id)
    return None if any(act.kind in ("declined", "withdrawn") for act in acts) else versions[-1]


def sealed(facts: Facts, subject: Row) -> Row | None:
    """The latest sealed document of the promise or the agreement."""
    own = {v.id for v in versions_of(facts, subject)}
    found = [d for d in facts.rows("agreements.SealedDocument") if d.version_id in own]
    return found[-1] if found else None


def closed(facts: Facts, promise: Row) -> Row | None:
    """The decision that closed the promise, or none."""
    return facts.one(
        "processes.Decision", step="citizen_promise", subject_id=promise.id, gate=Gate.CLOSE.value
    )


def out_for_signing(facts: Facts, subject: Row) -> Row | None:
    """The version that is out and not sealed yet."""
    version = open_version(facts, subject)
    if version is None or facts.one("agreements.SealedDocument", version_id=version.id):
        return None
    return version


def signatories(version: Row) -> list[Row]:
    """Those named to sign when the version was frozen, in the order they sign when it goes in order."""
    return [Row("agreements.Signatory", number, values) for number, values in enumerate(version.signatories)]


def lacking(facts: Facts, version: Row) -> list[Row]:
    """The signatories who have not signed the version yet."""
    signed = {a.party_id for a in facts.rows("agreements.SigningAct", version_id=version.id, kind="signed")}
    return [row for row in signatories(version) if row.party_id not in signed]


def whose_turn(facts: Facts, version: Row) -> list[Row]:
    """The signatories whom the version waits for now: all who lack, or the next when it goes in order (X-6)."""
    found = lacking(facts, version)
    return found[:1] if version.in_order else found


def status_of(facts: Facts, subject: Row, begun: bool) -> str:
    """Todo, active, waiting for signatures, returned when someone declined, done when sealed."""
    versions = versions_of(facts, subject)
    if not versions:
        return "active" if begun else "todo"
    last = versions[-1]
    if facts.one("agreements.SealedDocument", version_id=last.id):
        return "done"
    acts = facts.rows("agreements.SigningAct", version_id=last.id)
    if any(act.kind == "declined" for act in acts):
        return "returned"
    return "active" if any(act.kind == "withdrawn" for act in acts) else "waiting"


def waits_for(facts: Facts, subject: Row) -> tuple[Role, ...]:
    """Whose turn it is, as roles; nobody's when the subject is not out."""
    version = out_for_signing(facts, subject)
    return tuple(SIGNS_FOR[row.party_kind] for row in whose_turn(facts, version)) if version else ()


def who_must_sign(facts: Facts, subject: Row) -> dict[int, str]:
    """The police and each municipality, by organisation: the round's own parties (LOF-5, FAL-9).

    An agreement from an earlier round goes on naming the parties that signed it there, and they sign it anew.
    """
    elsewhere = subject.get("home_id") not in (None, facts.round.id)
    if elsewhere and (version := in_force(facts, subject)):
        named = [row for row in signatories(version) if row.party_kind in AUTHORITIES]
        return {row.organisation_id: row.party_name for row in named}
    parties = [row for row in facts.rows("processes.Party") if row.kind in AUTHORITIES]
    return {row.organisation_id: row.name for row in parties}


def named_with_mandate(facts: Facts, subject: Row) -> Iterable[Finding]:
    """The chief and each municipality's own representative are named, each with a mandate (OVE-6)."""
    rows = facts.rows(SIGNATORIES[subject.model], **{LINKS[subject.model]: subject.id})
    named = {row.organisation_id for row in rows}
    for organisation, name in who_must_sign(facts, subject).items():
        if organisation not in named:
            yield Finding("undertecknare", f"ingen undertecknare för {name}")
    for row in rows:
        for name in ("party", "user", "title", "mandate"):
            if not is_answer(row[f"{name}_id" if name in ("party", "user") else name]):
                yield Finding(f"undertecknare.{name}", shown(None), row=row, about=row.party_name or "")
        if row.user_id and any(r.user_id == row.user_id for r in rows if r.id < row.id):
            yield Finding(
                "undertecknare.user", f"{row.name} skriver redan under för en annan part", row=row,
                about=row.party_name or "",
            )  # fmt: skip


def in_force(facts: Facts, agreement: Row) -> Row | None:
    """The version of the agreement that all have signed and that is sealed: the latest such (OVE-4)."""
    document = sealed(facts, agreement)
    return facts.get("agreements.DocumentVersion", document.version_id) if document else None


def notice_of(facts: Facts, version: Row) -> Row | None:
    """The notice that a party has given of a signed version, if any (OVE-3)."""
    return facts.one("agreements.SigningAct", version_id=version.id, kind="ended")


def why_not_held(version: Any, ends_on: date | None, day: date | None, today: date) -> str:
    """Why nothing new can rest on what was signed from a day on; empty when it can. From the day that notice
    ends it nothing more is signed on it, whenever that is to begin (OVE-3, OVE-4)."""
    if ends_on and ends_on <= max(today, day or today):
        return f"uppsagd, gäller inte från {ends_on}"
    if day and version.valid_from and day < version.valid_from:
        return f"gäller från {version.valid_from}"
    if day and version.valid_until and version.valid_until < day:
        return f"gällde till {version.valid_until}"
    return ""


def holds_on(facts: Facts, version: Row, day: date) -> bool:
    """Whether a signed version is in force on a day: by what it says itself, and unless notice was given."""
    begun = version.valid_from is None or version.valid_from <= day
    notice = notice_of(facts, version)
    return (
        begun
        and (version.valid_until is None or day <= version.valid_until)
        and (notice is None or day < notice.ends_on)
    )
