"""A promised activity is changed in the open: what and why are recorded in the same act (GEN-2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from processes.models import Activity, Process, User
from processes.plan.words import period_words, target_words
from processes.writing import ReasonNeeded, write

from ..models import ActivityChange, DocumentVersion
from .promised import terms_of

PROMISED = (
    "Aktiviteten är en del av ett löfte som är underskrivet. Det ni lovade står kvar: det ni ändrar, och varför, "
    "visas som en ändring."
)
MADE_IN_PLAN = "Ändringen gäller något som är underskrivet, och medborgarna kan ha läst den."


def covering(activity: Activity) -> DocumentVersion | None:
    """The newest sealed version that holds the activity."""
    found = DocumentVersion.objects.filter(
        sealed__isnull=False,
        promise__focuses__focus_area=activity.focus_area_id,
        sent_at__gte=activity.created_at,
    )
    return found.order_by("-pk").first()


def bound(row: Activity) -> str:
    """Why an activity isn't simply changed: it is promised."""
    return PROMISED if covering(row) else ""


def recorded(row: ActivityChange) -> str:
    """Why a change is never taken away: what was signed is held against it."""
    return MADE_IN_PLAN if row.since_id else ""


def follow(*, by: User, round_: Process, row: Activity, before: Activity, reason: str) -> None:
    """Record the change of a promised activity, with the terms that were signed. ReasonNeeded without why."""
    version = covering(before)
    then, now = terms_of(before, round_), terms_of(row, round_)
    if version is None or then == now:
        return
    if not reason.strip():
        raise ReasonNeeded
    change = ActivityChange(
        process=round_,
        activity=row,
        changed_on=timezone.localdate(),
        what_changed=" ".join(_words(then, now))[:500],
        why=reason.strip(),
        since=version,
        before=then,
    )
    write(change, by=by, round_=round_, reason=reason)


def _words(then: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What differs, in sentences."""
    if then["what"] != now["what"]:
        yield f"”{then['what']}” blev ”{now['what']}”."
    pairs = {
        "Mål": [target_words(terms["target"]) for terms in (then, now)],
        "Det som räknas": [terms["target"]["counts"] for terms in (then, now)],
        "Plats": [terms["where"] for terms in (then, now)],
        "Tid": [period_words(terms["from"], terms["to"]) for terms in (then, now)],
    }
    for name, (before, after) in pairs.items():
        if before != after:
            yield f"{name}: {before or 'inget sagt'} → {after or 'inget sagt'}."
