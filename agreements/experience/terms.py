"""What was signed of activities of other rounds, whatever their plans say by now (GEN-2, FAL-1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, JSONField, OuterRef, Subquery

from agreements.keeping import Target
from agreements.models import ActivityChange, DocumentVersion
from processes.method import Row
from processes.models import Activity
from processes.plan.words import target_of


def in_a_promise() -> Exists:
    """Whether the activity was planned when a promise about its focus area was sent to be signed, as all then did."""
    versions = DocumentVersion.objects.filter(
        sealed__isnull=False,
        promise__focuses__focus_area=OuterRef("focus_area"),
        sent_at__gte=OuterRef("created_at"),
    )
    return Exists(versions)


def signed() -> Subquery:
    """Of each activity its terms in the newest sealed version, when the plan has been changed since; else none.

    As `implementation.promised.signed_terms` tells it of facts.
    """
    newest = (
        DocumentVersion.objects.filter(
            sealed__isnull=False, promise__focuses__focus_area=OuterRef(OuterRef("focus_area"))
        )
        .order_by("-pk")
        .values("pk")[:1]
    )
    changes = ActivityChange.objects.filter(activity=OuterRef("pk"), since=Subquery(newest)).exclude(
        before={}
    )
    return Subquery(changes.order_by("pk").values("before")[:1], output_field=JSONField())


@dataclass(frozen=True, slots=True)
class Terms:
    """What was promised of an activity: in words, as plain data, and as what it is judged against."""

    what: str
    told: dict[str, Any]
    target: Target


def promised(row: Mapping[str, Any], begins: date | None, ends: date | None) -> Terms:
    """The terms as signed; `row` holds the plan's columns and `signed`, and `begins` and `ends` are the round's."""
    if terms := row["signed"]:
        first, last = (date.fromisoformat(terms[name]) if terms[name] else None for name in ("from", "to"))
        told = terms["target"]
        value = Decimal(told["value"]) if told["value"] else None
        return Terms(terms["what"], told, Target(told["kind"], value, first, last))
    told = target_of(Row(Activity._meta.label, 0, row))
    first, last = row["period_start"] or begins, row["period_end"] or ends
    return Terms(row["what"], told, Target(row["target_kind"], row["target_value"], first, last))
