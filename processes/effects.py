"""What follows when a gate of a step of this app is passed. Runs inside the passing's transaction."""

from __future__ import annotations

from typing import Any

from .models import (
    FocusArea,
    JointSituation,
    LocalSituation,
    ProblemAnalysis,
    Process,
    SituationVersion,
    User,
)
from .writing import write

# The public part of a picture, which a version keeps as it was approved.
_OWN = ("title", "period_start", "period_end", "dated_on", "staff_result")
_PARTS = {
    "entries": ("kind", "title", "text", "source", "dated_on"),
    "series": ("name", "unit", "figures", "source"),
    "sources": ("name", "dated_on"),
}


def keep_version(*, by: User, round_: Process, subject: LocalSituation) -> None:
    """Keep the picture as approved: a new version, which the rounds can pin."""
    last = subject.versions.last()
    version = SituationVersion(
        situation=subject,
        number=last.number + 1 if last else 1,
        dated_on=subject.dated_on,
        content=public_part(subject),
        approved_by=by,
    )
    write(version, by=by, round_=round_)


def public_part(situation: LocalSituation) -> dict[str, Any]:
    """All of the picture that a version keeps, as it stands now."""
    own = {name: getattr(situation, name) for name in _OWN}
    parts = {
        part: list(getattr(situation, part).order_by("pk").values(*names)) for part, names in _PARTS.items()
    }
    return own | parts


def pin_version(*, by: User, round_: Process, subject: JointSituation) -> None:
    """Pin the approved local picture that the joint one was made from."""
    if round_.local_situation is not None:
        subject.situation_version = round_.local_situation.versions.last()
        write(subject, by=by, round_=round_)


def begin_analyses(*, by: User, round_: Process, subject: JointSituation) -> None:
    """Begin an analysis for each focus area that becomes a promise and has none yet."""
    chosen = FocusArea.objects.filter(process=round_, becomes_promise=True, analysis=None)
    for focus_area in chosen.select_related("problem").order_by("pk"):
        what = focus_area.problem.title if focus_area.problem else ""
        write(ProblemAnalysis(focus_area=focus_area, what=what), by=by, round_=round_)
