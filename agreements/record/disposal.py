"""Gallring: what is due by which rule. Reads only; actions/disposing.py erases.

Sealed documents, registrations, publications, decisions and the chain itself are never disposed of: the database
refuses (see append_only). Of the chain only the content can go, and it still verifies, since it commits to that.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from dialogs.models import Submission, View
from processes.models import AccessLog, Draft, Receipt
from processes.seclusion import taken_role

from ..models import ChainContent, DisposalRule, LogPicture, ReleasePackage

Kind = DisposalRule.Kind
COUNTED_FROM = {
    Kind.DRAFT: "den dag utkastet sparades senast",
    Kind.RECEIPT: "den dag formuläret skickades",
    Kind.SUBMISSION: "den dag svaret kom in, sedan dialogen på webben har stängt",
    Kind.VIEW: "den dag rundan avslutades",
    Kind.PICTURE: "den dag rundan avslutades",
    Kind.ACCESS_LOG: "den dag underrättelsedelen öppnades",
    Kind.PACKAGE: "den dag paketet gjordes",
    Kind.CHAIN: "den dag händelsen skrevs",
}
WHAT_GOES = {
    Kind.DRAFT: "Texten som någon började skriva.",
    Kind.RECEIPT: "Märket som gör att ett dubbelt klick bara räknas en gång.",
    Kind.SUBMISSION: "Vilka synpunkter som kom in tillsammans, och kvittots kod. Synpunkterna står kvar.",
    Kind.VIEW: "Synpunktens ord och plats, också i historiken. Tema och vad det blev av den står kvar.",
    Kind.PICTURE: "Bilden, dess beskrivning och historik, också på den offentliga sidan. Att något gjordes står kvar.",
    Kind.ACCESS_LOG: "Vem som öppnade den, när och varför.",
    Kind.PACKAGE: "Filen. Att den lämnades ut, med innehåll och fingeravtryck, står kvar.",
    Kind.CHAIN: "Vem som gjorde vad och skälet, utom för underskrifter, stämplar och publiceringar. Kedjan går "
    "fortfarande att kontrollera.",
}
# What proves a document stays as long as the document.
PROOF = ("signed", "sealed", "published", "disposed")
GONE = "[gallrad]"


def later(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def due_until(today: date, months: int) -> date:
    """The latest day whose things are due: so many months from it have passed today."""
    found = later(today, -months)
    while later(found + timedelta(days=1), months) <= today:  # the end of a longer month
        found += timedelta(days=1)
    return found


def _before(name: str, until: date) -> Q:
    """A moment not later than that day, in Swedish time."""
    midnight = datetime.combine(until + timedelta(days=1), time(), timezone.get_current_timezone())
    return Q(**{f"{name}__lt": midnight})


def found(kind: str, until: date, today: date) -> QuerySet[Any]:
    """The rows that are due."""
    if kind == Kind.DRAFT:
        return Draft.objects.filter(_before("saved_at", until))
    if kind == Kind.RECEIPT:
        return Receipt.objects.filter(_before("at", until))
    if kind == Kind.SUBMISSION:
        shut = Q(digital__closed_on__isnull=False) | Q(digital__closes_on__lt=today)
        return Submission.objects.filter(shut, received_on__lte=until)
    if kind == Kind.VIEW:
        closed = View.objects.filter(dialog__processes__closed_on__lte=until).exclude(text=GONE)
        still_used = Q(dialog__processes__closed_on__gt=until) | Q(dialog__processes__closed_on=None)
        return closed.exclude(pk__in=View.objects.filter(still_used).values("pk")).distinct()
    if kind == Kind.PICTURE:
        return LogPicture.objects.filter(log__process__closed_on__lte=until)
    if kind == Kind.ACCESS_LOG:
        return AccessLog.objects.filter(_before("at", until))
    if kind == Kind.PACKAGE:
        return ReleasePackage.objects.filter(_before("made_at", until))
    return ChainContent.objects.filter(_before("entry__at", until)).exclude(entry__kind__in=PROOF)


def reach(kind: str) -> AbstractContextManager[Any]:
    """What must be held to reach the rows: the intelligence part's role for its log."""
    return taken_role() if kind == Kind.ACCESS_LOG else nullcontext()


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule finds today; without months or decision there is no rule, and nothing is found."""

    rule: DisposalRule
    until: date | None
    number: int

    @property
    def holds(self) -> bool:
        """Whether the rule says how long and by which decision."""
        return self.until is not None


def rules() -> list[DisposalRule]:
    """One rule of each kind, also those nobody has set."""
    kept = {rule.kind: rule for rule in DisposalRule.objects.all()}
    return [kept.get(kind) or DisposalRule(kind=kind) for kind in Kind]


def due(today: date) -> Iterator[Due]:
    """The dry run: each rule with how much it finds. As many queries as there are kinds."""
    for rule in rules():
        if rule.months is None or not rule.decision.strip():
            yield Due(rule, None, 0)
            continue
        until = due_until(today, rule.months)
        with reach(rule.kind):
            yield Due(rule, until, found(rule.kind, until, today).count())
