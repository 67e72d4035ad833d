"""What there is to be signed, and how each kind is put together. All else about signing is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from agreements import content, document
from agreements.agreement import content as agreement_content
from agreements.agreement import document as agreement_document
from agreements.models import DocumentVersion
from agreements.steps.signed import LINKS, SIGNATORIES
from processes import guard
from processes.documents import tree
from processes.method import Facts, Finding, Gate, Method, Row
from processes.writing import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of document that is signed."""

    record: str
    """Label of what people work on, of which versions are frozen."""
    step: str
    gate: Gate
    compose: Callable[[Method, Facts, Row], dict[str, Any]]
    document: Callable[..., tree.Document]
    period: Callable[[Facts, Row], tuple[date | None, date | None]]
    title: str
    the: str
    """What it is called in a sentence."""
    sent: str
    reason: str
    """Why it is sealed, as the seal says."""
    slug: str
    """The beginning of its identifier."""
    data: str
    """The name of the data that its file carries."""
    prefix: str = ""
    """What the names of its own addresses begin with."""

    @property
    def link(self) -> str:
        """The column of a version that says which one it is."""
        return LINKS[self.record]

    @property
    def signatories(self) -> str:
        """Label of the rows that name who is to sign."""
        return SIGNATORIES[self.record]

    def address(self, name: str) -> str:
        """The name of one of its own addresses."""
        return f"{self.prefix}{name}"

    def subject(self, facts: Facts, pk: int) -> Row:
        """The promise or agreement as it stands in the round."""
        row = facts.get(self.record, pk)
        if row is None:
            raise Refused(
                f"{self.the.capitalize()} finns inte längre.", Finding("", "borttaget", step=self.step)
            )
        return row


PROMISE = Kind(
    record="agreements.Promise",
    step=guard.PROMISE_STEP,
    gate=Gate.SIGN,
    compose=content.compose,
    document=document.document,
    period=content.period_of,
    title="Medborgarlöfte",
    the="löftet",
    sent="skickat",
    reason="Fastställt medborgarlöfte",
    slug="lofte",
    data="medborgarlofte.json",
)
AGREEMENT = Kind(
    record="agreements.CollaborationAgreement",
    step="collaboration_agreement",
    gate=Gate.AGREEMENT,
    compose=agreement_content.compose,
    document=agreement_document.document,
    period=agreement_content.period_of,
    title="Samverkansöverenskommelse",
    the="överenskommelsen",
    sent="skickad",
    reason="Fastställd samverkansöverenskommelse",
    slug="overenskommelse",
    data="samverkansoverenskommelse.json",
    prefix="agreement_",
)
KINDS = (AGREEMENT, PROMISE)


def kind_of(version: Row | DocumentVersion) -> Kind:
    """Of which kind a version is."""
    return next(kind for kind in KINDS if getattr(version, kind.link) is not None)


def kind_with(record: str) -> Kind:
    """The kind whose working copies have that label."""
    return next(kind for kind in KINDS if kind.record == record)
