"""Views read a page at a time, and counted by what they are about: always in a fixed number of queries."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from dialogs.models import View
from dialogs.models.view import ROUTED, UNSORTED
from processes.models import Process
from processes.personal_data import masked
from processes.reach import SMALLEST

PAGE = 50
MOST_AT_ONCE = 10_000  # views sorted in one act
NOT_SEEN_TO = "ingen"  # stands for "ej omhändertagen" among the outcomes one can ask for
UNKNOWN = "utan"  # stands for "not said" among themes and worries


@dataclass(frozen=True, slots=True)
class OfDialog:
    """A dialogue's views, the newest first, and how many they are."""

    views: QuerySet[View]
    total: int


def of_dialog(dialog_id: int) -> OfDialog:
    """What was said in a dialogue."""
    found = View.objects.filter(dialog=dialog_id).order_by("-pk")
    return OfDialog(found, found.count())


def matching(round_: Process, asked: Mapping[str, Any]) -> QuerySet[View]:
    """The round's views that answer to what is asked: dialogue, problem, theme, place, worry, outcome, words."""
    found = View.objects.filter(dialog__processes=round_)
    for name in ("dialog", "problem"):
        if asked.get(name):
            found = found.filter(**{name: asked[name]})
    for name in ("theme", "worry"):
        if asked.get(name) == UNKNOWN:
            found = found.filter(**{name: None})
        elif asked.get(name):
            found = found.filter(**{name: asked[name]})
    if asked.get("place"):
        found = found.filter(place__iexact=asked["place"])
    if asked.get("outcome"):
        found = found.filter(outcome="" if asked["outcome"] == NOT_SEEN_TO else asked["outcome"])
    if asked.get("unsorted"):
        found = found.filter(UNSORTED)
    if words := asked.get("q"):
        # The words of what was routed out are not looked in, as they are not shown.
        found = found.filter(~ROUTED & (Q(text__icontains=words) | Q(place__icontains=words)))
    return found


def page(found: QuerySet[View], before: int | None) -> tuple[list[View], bool]:
    """The newest views before one of them that stand for themselves, and whether there are older."""
    found = found.filter(merged_under=None)
    # Counted view by view for those shown: a join would go through all thousands when the planner guesses wrong.
    likes = View.objects.filter(merged_under=OuterRef("pk")).order_by().values("merged_under")
    number = Coalesce(Subquery(likes.annotate(number=Count("pk")).values("number")), 0)
    if before is not None:
        found = found.filter(pk__lt=before)
    shown = list(
        found.select_related("dialog", "problem", "theme", "worry", "submitted")
        .annotate(likes_total=number)
        .order_by("-pk")[: PAGE + 1]
    )
    return shown[:PAGE], len(shown) > PAGE


def sortable(found: QuerySet[View]) -> QuerySet[View]:
    """Those of them that can be sorted together: each stands for itself, and none was routed out."""
    return found.filter(~ROUTED, merged_under=None)


@dataclass(frozen=True, slots=True)
class Whole:
    """All that answer to what is asked, when somebody was shown how many they are. The mark is of which they
    were and how each stood; those that have come in since are no part of it."""

    keys: list[int]
    number: int
    mark: str


def whole(round_: Process, asked: Mapping[str, Any], mark: str = "") -> Whole:
    """All that can be sorted together; as they now are of those that were there when the mark was made."""
    newest, _, _ = mark.partition("-")
    found = sortable(matching(round_, asked)).order_by("pk")
    if newest.isdecimal() and len(newest) < 19:
        found = found.filter(pk__lte=int(newest))
    rows = list(found.values_list("pk", "version")[: MOST_AT_ONCE + 1])
    keys = [key for key, _ in rows]
    likes = View.objects.filter(merged_under__in=found.values("pk")).count()
    digest = hashlib.sha256(repr((rows, likes)).encode()).hexdigest()
    return Whole(keys, len(keys) + likes, f"{newest or (keys[-1] if keys else 0)}-{digest}")


def otherwise(round_: Process, keys: list[int], values: Mapping[str, Any]) -> dict[str, int]:
    """Of each thing that views are to get: how many of them already have another."""
    found = View.objects.filter(pk__in=keys, dialog__processes=round_)
    blank = {name: Q(**{name: None if View._meta.get_field(name).is_relation else ""}) for name in values}
    other = {name: Count("pk", filter=~Q(**{name: value}) & ~blank[name]) for name, value in values.items()}
    return found.aggregate(**other)


def numbers(round_: Process) -> dict[str, int]:
    """How many views the round has; how many nobody has seen to, lack something, or were routed out."""
    return View.objects.filter(dialog__processes=round_).aggregate(
        total=Count("pk"),
        not_seen_to=Count("pk", filter=Q(outcome="")),
        unsorted=Count("pk", filter=UNSORTED),
        routed=Count("pk", filter=ROUTED),
    )


def groups(found: QuerySet[View], name: str) -> list[dict[str, Any]]:
    """How many of the views there are of each theme, worry or place, the commonest first. Each is counted,
    also those that another stands for; what was routed out is not."""
    column = name if name == "place" else f"{name}__label"
    rows = (
        found.filter(~ROUTED)
        .order_by()
        .values(name, column)
        .annotate(number=Count("pk"), not_seen_to=Count("pk", filter=Q(outcome="")))
        .order_by("-number", column)
    )
    return [
        {
            "key": row[name] or UNKNOWN,
            "label": row[column] or "Inte angivet",
            "number": row["number"],
            "not_seen_to": row["not_seen_to"],
        }
        for row in rows
    ]


MOST_TOLD = 3


def commonest(round_: Process) -> dict[int, str]:
    """Of each problem, what its views are most about and where, in words with numbers. Of few views nothing is
    told: the joint picture is read by all parties, and few may point someone out (FAL-12)."""
    tied = View.objects.filter(~ROUTED, dialog__processes=round_, problem__isnull=False).order_by()
    found: dict[int, list[str]] = {}
    for name in ("theme__label", "place"):
        rows = tied.exclude(**{name: None}).values_list("problem", name).annotate(number=Count("pk"))
        rows = rows.filter(number__gte=SMALLEST)
        by_problem: dict[int, list[str]] = {}
        for problem, label, number in sorted(rows, key=lambda row: (-row[2], row[1])):
            if label:
                by_problem.setdefault(problem, []).append(f"{masked(label)} {number}")
        for problem, labels in by_problem.items():
            found.setdefault(problem, []).append(", ".join(labels[:MOST_TOLD]))
    return {problem: " · ".join(parts) for problem, parts in found.items()}
