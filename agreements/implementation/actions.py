"""Writing what was done: at once, with what is known; more can be said afterwards (GEN-1)."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from processes import actions, policies
from processes.actions.entry import actor_of, facts_of
from processes.method import ROLES_DECIDE, Finding, Row
from processes.models import Activity, Party, Process, User
from processes.plan.words import day_words
from processes.writing import Refused, demand, erase, under_lock, write

from ..models import ActivityLog, LogPicture
from . import quick
from .pictures import Picture

NOT_YOURS = "Bara den som skrev in det kan ångra, och bara den första timmen. Ändra raden under Genomförande i stället."


def _may_write(by: User, round_: Process) -> policies.Actor:
    actor = actor_of(by, round_)
    demand(quick.can_log(actor))
    return actor


@under_lock
def log(*, by: User, round_: Process, activity_id: int, done_on: date | None = None) -> ActivityLog:
    """One occasion of an activity, today, by the person's own organisation."""
    actor = _may_write(by, round_)
    facts = facts_of(round_)
    day = done_on or facts.today
    if not facts.today - quick.BACK <= day <= facts.today:
        raise Refused(
            "Det här går bara att skriva in samma vecka. Använd formuläret under Genomförande.",
            Finding("logg.done_on", day_words(day.isoformat())),
        )
    if facts.get("processes.Activity", activity_id) is None:
        raise Refused("Aktiviteten finns inte i planen längre. Inget är inskrivet.", Finding("", "borttagen"))
    party = quick.party_for(facts, activity_id, actor.organisations)
    row = ActivityLog(
        process=round_,
        activity=Activity.objects.get(pk=activity_id),
        done_on=day,
        by_party=Party.objects.get(pk=party.id) if party is not None else None,
    )
    return write(row, by=by, round_=round_)


@under_lock
def undo(*, by: User, round_: Process, log: ActivityLog) -> None:
    """Take back what was just written, with its pictures; history keeps that it was there."""
    _may_write(by, round_)
    if not quick.can_undo(by, log):
        raise Refused(
            NOT_YOURS,
            Finding(
                "logg",
                f"inskrivet för {day_words(log.done_on.isoformat())}",
                row=Row(log._meta.label, log.pk, {}),
            ),
            ROLES_DECIDE,
        )
    erase(log, by=by, round_=round_, reason="Ångrade det som skrevs in.")


def say_more(
    *, by: User, round_: Process, log: ActivityLog, version: int, values: Mapping[str, Any]
) -> ActivityLog:
    """Hours, words and how much, once there is time for it."""
    step, section = quick.declared()
    kept = {name: getattr(log, name) for name in section.fields}
    return actions.save(
        by=by,
        round_=round_,
        step=step,
        section=section,
        subject_id=round_.pk,
        obj=log,
        version=version,
        values=kept | dict(values),
    )


@under_lock
def add_picture(
    *, by: User, round_: Process, log: ActivityLog, picture: Picture, alt: str, public: bool = False
) -> LogPicture:
    """A picture of it (see pictures.remade), for all to see only when somebody says so. Refused without words."""
    _may_write(by, round_)
    if not alt.strip():
        raise Refused(
            "Beskriv vad man ser på bilden, för den som inte kan se den.", Finding("logg", "inget skrivet")
        )
    row = LogPicture(
        log=log,
        alt=alt.strip()[:300],
        public=public,
        sha256=hashlib.sha256(picture.data).hexdigest(),
        width=picture.width,
        height=picture.height,
    )
    row.file.save(f"{uuid.uuid4().hex}.jpg", ContentFile(picture.data), save=False)
    return write(row, by=by, round_=round_)


@under_lock
def remove_picture(*, by: User, round_: Process, picture: LogPicture) -> None:
    """Take a picture away for good: its file too, and from the public page."""
    _may_write(by, round_)
    erase(picture, by=by, round_=round_)
