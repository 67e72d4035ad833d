"""What the thread needs to know of that comes by the thousand: one grouped query for each kind."""

from __future__ import annotations

import json

from django.db.models import Count, Min, Q

from agreements.kept_panel import logged
from agreements.models import Publication
from agreements.publication.public_thread import told
from dialogs.models import View
from processes.method import Facts

from .graph import Counts, Said

# Nothing is said of what became of it, or that it became a focus area, though it belongs to no problem.
NO_END = Q(outcome__in=("", View.Outcome.FOCUS))


def count(facts: Facts) -> Counts:
    """Views per dialogue and problem, what is done per activity, and what citizens can already read."""
    dialogs = [row.id for row in facts.rows("dialogs.CitizenDialog")]
    said = (
        View.objects.filter(dialog__in=dialogs)
        .order_by("dialog_id", "problem_id")
        .values("dialog_id", "problem_id")
        .annotate(number=Count("pk"), loose=Count("pk", filter=NO_END), first_loose=Min("pk", filter=NO_END))
    )
    promises = [row.id for row in facts.rows("agreements.Promise")]
    snapshots = Publication.objects.filter(version__promise__in=promises).values_list("content", flat=True)
    return Counts(
        views={
            (row["dialog_id"], row["problem_id"]): Said(row["number"], row["loose"], row["first_loose"])
            for row in said
        },
        done=logged(row.id for row in facts.rows("processes.Activity")),
        published=frozenset(pair for content in snapshots for pair in told(json.loads(content))),
    )
