"""Ten demands of the method in plain ORM, written from the requirements and from nothing else.

Neither guard nor criteria nor facts are asked: this is the second opinion on what may be signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from agreements.models import Promise, PromiseFocus, Signatory
from dialogs.models import CitizenDialog, WhatDialog
from processes.models import (
    Activity,
    ActivityParty,
    CommunicationActivity,
    CommunicationPlan,
    Feedback,
    FocusArea,
    Goal,
    Judgement,
    Organisation,
    Party,
    ProblemAnalysis,
)

PROMISED = (
    "what",
    "place",
    "period_start",
    "period_end",
    "target_kind",
    "target_value",
    "target_unit",
    "what_counts",
)


def _says_something(text: str) -> bool:
    """At least two words of letters; the tests write nothing shorter that is meant as an answer."""
    return len(re.findall(r"[^\W\d_]{2,}", text or "")) >= 2


def _told(subject) -> set[str]:
    """Who has been told the result of a subject."""
    rows = Feedback.objects.filter(subject_model=subject._meta.label, subject_id=subject.pk)
    return {audience for row in rows if row.given_on for audience in row.audiences}


def unmet(promise_pk: int) -> set[str]:
    """The rows of the ten that the promise does not meet now."""
    promise = Promise.objects.get(pk=promise_pk)
    areas = FocusArea.objects.filter(pk__in=PromiseFocus.objects.filter(promise=promise).values("focus_area"))
    checks = {
        "DIA-1": _dialogue_held(promise),
        "DIA-3": _every_dialogue_has_an_aim(promise),
        "MED-5": _staff_told(promise),
        "DIA-11": _all_told(promise),
        "GEM-6": _decided(areas),
        "PRB-10": _same_problem(areas),
        "AKT-1": _activities_taken_on(promise, areas),
        "LOF-1": _five_parts(promise, areas),
        "OVE-6": _mandates(promise),
        "KOM-1": _communication_planned(promise),
    }
    return {code for code, met in checks.items() if not met}


def _held(promise: Promise) -> Iterable[CitizenDialog]:
    return CitizenDialog.objects.filter(processes=promise.process, held_on__isnull=False)


def _dialogue_held(promise: Promise) -> bool:
    return any(_held(promise))


def _every_dialogue_has_an_aim(promise: Promise) -> bool:
    return all(_says_something(dialog.aim) for dialog in _held(promise))


def _staff_told(promise: Promise) -> bool:
    dialogs = WhatDialog.objects.filter(processes=promise.process, held_on__isnull=False)
    return all("staff" in _told(dialog) for dialog in dialogs)


def _all_told(promise: Promise) -> bool:
    return all({"citizens", "staff", "partners"} <= _told(dialog) for dialog in _held(promise))


def _decided(areas: Iterable[FocusArea]) -> bool:
    return all(area.becomes_promise is not None for area in areas)


def _same_problem(areas: Iterable[FocusArea]) -> bool:
    for area in areas:
        analysis = ProblemAnalysis.objects.get(focus_area=area)
        said = (
            Judgement.objects.filter(criterion="PRB-10:complete", subject_id=analysis.pk)
            .order_by("pk")
            .last()
        )
        if said is None or said.answer == "no":
            return False
    return True


def _activities_taken_on(promise: Promise, areas: Iterable[FocusArea]) -> bool:
    activities = Activity.objects.filter(focus_area__in=areas)
    for activity in activities:
        shares = ActivityParty.objects.filter(activity=activity, party__isnull=False)
        others = shares.exclude(party__organisation__kind=Organisation.Kind.POLICE)
        has_period = promise.process.period_start or activity.period_start
        if not (shares and has_period and _says_something(activity.what)):
            return False
        if not all(map(_said_yes_to_what_stands, others)):
            return False
    return bool(activities)


def _said_yes_to_what_stands(share: ActivityParty) -> bool:
    """Whether the party's latest yes was given to what is written now: read from the history of both."""
    yes = None
    rows = list(share.history.order_by("history_id"))
    for before, row in zip([None, *rows], rows, strict=False):
        if row.accepted_on and (before is None or row.accepted_terms != before.accepted_terms):
            yes = row
    if share.accepted_on is None or yes is None:
        return False
    then = Activity.history.filter(id=share.activity_id, history_date__lte=yes.history_date).latest(
        "history_id"
    )
    now = share.activity
    same = all(getattr(then, name) == getattr(now, name) for name in PROMISED)
    return same and (yes.hours, yes.party_id) == (share.hours, share.party_id)


def _five_parts(promise: Promise, areas: Iterable[FocusArea]) -> bool:
    texts = (promise.introduction, promise.picture, promise.follow)
    effects = all(Goal.objects.filter(focus_area=area, kind="effect").exists() for area in areas)
    return all(map(_says_something, texts)) and bool(areas) and effects


def _mandates(promise: Promise) -> bool:
    rows = Signatory.objects.filter(promise=promise)
    parties = Party.objects.filter(process=promise.process)
    wanted = {p.pk for p in parties if p.organisation.kind in ("police", "municipality")}
    named = {row.party_id for row in rows if row.user_id and row.title and row.mandate}
    return wanted <= named and all(row.party_id in named for row in rows)


def _communication_planned(promise: Promise) -> bool:
    plan = CommunicationPlan.objects.get(process=promise.process)
    lines = CommunicationActivity.objects.filter(process=promise.process)
    return (
        _says_something(plan.purpose)
        and _says_something(plan.message)
        and bool(lines)
        and all(line.planned_on or _says_something(line.frequency) or line.frequency for line in lines)
    )
