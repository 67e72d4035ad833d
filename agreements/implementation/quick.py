"""What somebody can note as done with one press: their own party's activities first. Pure but for `Recent`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from processes import policies
from processes.method import Facts, Row, get_method
from processes.models import Process, User
from processes.plan import periods

from ..models import ActivityLog, LogPicture, PublicPage

STEP, SECTION = "implementation", "logg"
UNDONE_WITHIN = timedelta(hours=1)
LATEST_SHOWN = 3
BACK = timedelta(days=7)
"""How many days a note that waited for the network may have waited."""


def declared() -> tuple[Any, Any]:
    """The step and the section by which the log is written."""
    step = get_method()[STEP]
    return step, step.section(SECTION)


def can_log(actor: policies.Actor) -> policies.Decision:
    """Those who do the work write what was done."""
    step, section = declared()
    return policies.can_edit(actor, step, section)


def choices(facts: Facts, organisations: Iterable[int]) -> tuple[list[Row], list[Row]]:
    """The activities of the person's own parties that go on now; then all others."""
    own_parties = set(organisations)
    mine = {
        row.activity_id
        for row in facts.rows("processes.ActivityParty")
        if row.party_organisation_id in own_parties
    }
    first, others = [], []
    for row in periods.ordered(facts):
        if row.what:
            (first if row.id in mine and goes_on(facts, row) else others).append(row)
    return first, others


def goes_on(facts: Facts, activity: Row) -> bool:
    """Whether today is within the activity's days; without days it always goes on."""
    begins, ends = periods.period(facts, activity)
    return (begins is None or begins <= facts.today) and (ends is None or facts.today <= ends)


def party_for(facts: Facts, activity_id: int, organisations: Iterable[int]) -> Row | None:
    """The party for which the person did it: a responsible one if there is any of theirs."""
    own = set(organisations)
    parties = [row for row in facts.rows("processes.Party") if row.organisation_id in own]
    responsible = {row.party_id for row in facts.rows("processes.ActivityParty", activity_id=activity_id)}
    return next((row for row in parties if row.id in responsible), parties[0] if parties else None)


def latest(user: User, round_: Process) -> QuerySet[ActivityLog]:
    """What the person wrote in the round just now, newest first."""
    since = timezone.now() - UNDONE_WITHIN
    wrote = ActivityLog.history.filter(
        round_id=round_.pk, history_user=user, history_type="+", history_date__gte=since
    )
    found = ActivityLog.objects.filter(process=round_, pk__in=wrote.values("id"))
    return found.select_related("activity", "by_party__organisation").order_by("-pk")


def can_undo(user: User, log: ActivityLog) -> bool:
    """Whether the person wrote it, a short while ago."""
    return latest(user, log.process).filter(pk=log.pk).exists()


def pictures(log: ActivityLog) -> QuerySet[LogPicture]:
    """Its pictures in order, each with whether it stands on a public page (`shown`)."""
    pages = PublicPage.objects.filter(pictures=OuterRef("pk"))
    return log.pictures.annotate(shown=Exists(pages)).order_by("pk")
