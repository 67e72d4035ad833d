"""What is appended to an agreement: each sealed promise, and the plan of each year (OVE-3)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse

from agreements.models import SealedDocument
from processes import guard, queries
from processes.method import get_method
from processes.models import ActivityPlan, Process, User
from processes.pages import links
from processes.pages.documents import YEAR
from processes.pages.values import day
from processes.plan import periods

MOST = 100
SAYS_SO = '"appendix_to":{{"agreement":{},'
"""How the content of a promise that is an appendix to an agreement reads: canonical JSON has one spelling."""
FILES = (("aktivitetsplan", "pdf", "PDF"), ("planeringsverktyg", "xlsx", "Excel"))


def of_agreement(user: User, agreement_id: int) -> list[dict[str, Any]]:
    """All of them, as far as the person sees the rounds: promises first, then plans. Three queries."""
    rounds = queries.rounds_of(user)
    return [*_promises(rounds, agreement_id), *_plans(rounds.filter(agreements=agreement_id))]


def _promises(rounds: Any, agreement_id: int) -> Iterator[dict[str, Any]]:
    """The latest sealed version of each. What it says itself goes before the working copy, which may have moved on."""
    about = Q(version__promise__agreement=agreement_id) | Q(
        version__content__contains=SAYS_SO.format(agreement_id)
    )
    found = SealedDocument.objects.filter(about, version__promise__process__in=rounds.values("pk"))
    found = found.defer("pdf").select_related("version__promise__process")
    latest = {
        file.version.promise_id: file
        for file in found.prefetch_related("version__registrations").order_by("version__number")
    }
    step = get_method()[guard.PROMISE_STEP]
    for promise_id, file in sorted(latest.items())[:MOST]:
        version, content = file.version, json.loads(file.version.content)
        above = content.get("appendix_to") or {}
        if above.get("agreement", agreement_id) != agreement_id:
            continue
        round_ = version.promise.process
        kept = [row for row in version.registrations.all() if row.decision is None]
        replaced = {row.replaces_id for row in kept}
        yield {
            "what": f"Medborgarlöfte: {content['title']}",
            "more": f"{round_.title}. Version {version.number}, förseglad {day(file.sealed_at)}.",
            "numbers": [row.diary_number for row in kept if row.pk not in replaced],
            "sha256": file.sha256,
            "url": links.subject_url(round_.pk, step, promise_id),
            "files": [
                {"label": "PDF", "url": reverse("agreements:pdf", args=[round_.pk, version.pk])},
            ],
        }


def _plans(rounds: Any) -> Iterator[dict[str, Any]]:
    """The plan of each round that has been decided on: of each calendar year, where there are several."""
    found = ActivityPlan.objects.filter(process__in=rounds.values("pk"), decided_on__isnull=False)
    step = get_method()["activity_plan"]
    for plan in found.select_related("process").order_by("pk")[:MOST]:
        round_: Process = plan.process
        for year in periods.years(round_.period_start, round_.period_end) or [None]:
            asked = {YEAR: str(year)} if year else {}
            yield {
                "what": f"Handlingsplan {year}" if year else "Handlingsplan",
                "more": f"{round_.title}. Beslutad {day(plan.decided_on)}.",
                "url": links.step_url(round_.pk, step),
                "files": [
                    {
                        "label": label,
                        "url": links.at("download", round_.pk, step, plan.pk, key, form, **asked),
                    }
                    for key, form, label in FILES
                ],
            }
