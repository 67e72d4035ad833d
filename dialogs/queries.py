"""What citizens have said in a round, read a page at a time: views come by the thousand."""

from __future__ import annotations

from django.db.models import QuerySet

from processes.models import Process

from .models import View

PAGE = 50


def views_of(round_: Process, problem_id: int | None = None, before: int | None = None) -> list[View]:
    """The newest views of the round's dialogues before one of them, and one more if there are older.

    With a problem, only those tied to it.
    """
    found: QuerySet[View] = View.objects.filter(dialog__processes=round_).order_by("-pk")
    if problem_id is not None:
        found = found.filter(problem=problem_id)
    if before is not None:
        found = found.filter(pk__lt=before)
    return list(found.select_related("dialog", "problem", "theme", "worry")[: PAGE + 1])
