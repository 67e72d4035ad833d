"""What follows here when a gate of a step below is passed. Runs inside the passing's transaction."""

from __future__ import annotations

from typing import Any

from processes.models import JointSituation, Process, User
from processes.writing import rewrite_many, write

from .models import CitizenDialog, View

SORTING = ("theme", "place", "worry", "outcome", "outcome_words", "problem")


def take_likes_along(*, by: User, round_: Process, row: View, **_: Any) -> None:
    """The views that one stands for are sorted as it is."""
    values = {name: getattr(row, name) for name in SORTING}
    behind = [
        like
        for like in row.likes.select_for_update()
        if any(getattr(like, n) != v for n, v in values.items())
    ]
    rewrite_many(behind, values, by=by, round_=round_, reason="Sorterades som den synpunkt som står för den.")


def order_deeper(*, by: User, round_: Process, subject: JointSituation) -> None:
    """Begin the in-depth dialogue that the joint picture orders, unless there is one already (GEM-7)."""
    if subject.material != JointSituation.Material.DEEPER:
        return
    if CitizenDialog.objects.filter(processes=round_, in_depth=True).exists():
        return
    dialog = CitizenDialog(title="Fördjupad dialog", aim=subject.deeper_what, in_depth=True)
    write(dialog, by=by, round_=round_).processes.add(round_)
