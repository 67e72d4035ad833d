"""Återkopplingsskuld: who has not heard back, about what, and for how long (FAL-6)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from processes import guard, policies, queries
from processes.criteria import AUDIENCES
from processes.documents.sheets import Column, Sheet
from processes.method import Facts, Kind, Method, get_method
from processes.models import Process
from processes.pages import links, lists
from processes.views.here import bounded
from processes.views.lists import as_file

ROUNDS = 40  # facts are loaded per round, so a page stays bounded; the next page goes on with newer rounds
TITLE = "Återkopplingsskuld"


class PageForm(forms.Form):
    """After which round a page begins."""

    efter = forms.IntegerField(min_value=1, max_value=2**62, required=False)


COLUMNS = {
    "area": Column("Område", 30),
    "round": Column("Runda", 40),
    "about": Column("Vad", 40),
    "audience": Column("Vilka väntar", 24),
    "days": Column("Dagar"),
    "since": Column("Sedan"),
    "due": Column("Utlovat senast"),
}


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
                    "about": step.title_of(subject)
                    if step.kind is Kind.RECURRING
                    else debt.about or "hur arbetet går",
                    "since": debt.since,
                    "due": debt.due,
                    "overdue": debt.due is not None and debt.due < facts.today,
                    "round": round_.title,
                    "area": str(round_.area),
                    "url": links.at("feedback", round_.pk, step, subject.id)
                    if can
                    else links.subject_url(round_.pk, step, subject.id),
                    "can": bool(can),
                }


def _found(request: HttpRequest, after: int | None) -> tuple[list[dict[str, Any]], int | None]:
    """All who wait for an answer in a page of the person's open rounds, and after which the next begins.

    The oldest rounds come first, since there people may have waited longest: by area, the longest wait first.
    """
    method = get_method()
    rows: list[dict[str, Any]] = []
    rounds = queries.rounds_of(request.user).filter(closed_on=None, pk__gt=after or 0)
    page = list(rounds.select_related("area").order_by("pk")[: ROUNDS + 1])
    more, page = len(page) > ROUNDS, page[:ROUNDS]
    for round_ in page:
        facts = queries.load_facts(method, round_.pk)
        parties = [row.organisation_id for row in facts.rows("processes.Party")]
        rows += debts_of(method, facts, queries.actor_in(request.user, round_, parties), round_)
    return sorted(rows, key=lambda row: (row["area"], -row["days"])), page[-1].pk if more else None


@require_safe
def debts(request: HttpRequest) -> HttpResponse:
    """Who waits for an answer, area by area."""
    areas = []
    after = bounded(PageForm, request, "efter")
    rows, last = _found(request, after)
    for name, found in groupby(rows, key=lambda row: row["area"]):
        own = list(found)
        areas.append({"name": name, "rows": own, "number": len(own), "longest": own[0]["days"]})
    areas.sort(key=lambda area: -area["longest"])
    context = {
        "areas": areas,
        "number": ROUNDS,
        "next_url": f"?efter={last}" if last else "",
        "oldest_url": request.path if after else "",
        "files": lists.files("portal:debts_file", asked={"efter": after} if after else None),
    }
    return render(request, "portal/debts.html", context)


@require_safe
def debts_file(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a list, of the same rounds as the page."""
    found, _ = _found(request, bounded(PageForm, request, "efter"))
    rows = tuple(tuple(row[name] for name in COLUMNS) for row in found)
    return as_file(Sheet(TITLE, tuple(COLUMNS.values()), rows), form, TITLE, "")
