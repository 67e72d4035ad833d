"""Återkopplingsskuld: who has not heard back, about what, and for how long (FAL-6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from processes import guard, policies, queries
from processes.criteria import AUDIENCES
from processes.method import Facts, Kind, Method, get_method
from processes.models import Process
from processes.pages import links
from processes.pages.values import day

ROUNDS = 40  # facts are loaded per round, so the page stays bounded


def debts_of(
    method: Method, facts: Facts, actor: policies.Actor, round_: Process
) -> Iterator[dict[str, Any]]:
    """The debts of a round, in the steps that the person sees."""
    for step in method:
        if not policies.can_see_step(actor, step):
            continue
        can = policies.can_edit(actor, step)
        for subject in guard.subjects(facts, step):
            for debt in step.debts(facts, subject):
                yield {
                    "days": (facts.today - debt.since).days,
                    "audience": AUDIENCES[debt.audience],
                    "about": step.title_of(subject) if step.kind is Kind.RECURRING else "hur arbetet går",
                    "since": day(debt.since),
                    "due": day(debt.due),
                    "overdue": debt.due is not None and debt.due < facts.today,
                    "round": round_.title,
                    "area": str(round_.area),
                    "url": links.at("feedback", round_.pk, step, subject.id)
                    if can
                    else links.subject_url(round_.pk, step, subject.id),
                    "can": bool(can),
                }


@require_safe
def debts(request: HttpRequest) -> HttpResponse:
    """All who wait for an answer in the person's open rounds: by area, the longest wait first."""
    method = get_method()
    rows: list[dict[str, Any]] = []
    rounds = queries.rounds_of(request.user).filter(closed_on=None).select_related("area").order_by("-pk")
    for round_ in rounds[:ROUNDS]:
        facts = queries.load_facts(method, round_.pk)
        parties = [row.organisation_id for row in facts.rows("processes.Party")]
        rows += debts_of(method, facts, queries.actor_in(request.user, round_, parties), round_)
    rows.sort(key=lambda row: (row["area"], -row["days"]))
    areas = []
    for name, found in groupby(rows, key=lambda row: row["area"]):
        own = list(found)
        areas.append({"name": name, "rows": own, "number": len(own), "longest": own[0]["days"]})
    areas.sort(key=lambda area: -area["longest"])
    context = {"areas": areas, "rounds_url": reverse("processes:rounds")}
    return render(request, "portal/debts.html", context)
