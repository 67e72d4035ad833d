"""My work, and the chief's one page "att godkänna"."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required, login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from agreements.agreement.pages import running_out
from agreements.follow_up import tasks
from agreements.implementation import quick
from agreements.publication import accounting, duty
from agreements.record import duty as register
from agreements.signing import KINDS
from agreements.signing import pages as signing
from processes import guard, policies, queries
from processes.method import ROLE_TITLES, Facts, Gate, Kind, Method, Role, Row, Step, get_method, side_of
from processes.models import Process
from processes.pages import links, orders, progress
from processes.pages.plan import accepting
from processes.pages.values import day
from processes.views.here import period

ROUNDS_AT_HAND = 6  # facts are loaded per round, so the page stays bounded


def _open_rounds(request: HttpRequest) -> list[Process]:
    """Those that go on; one that has just closed too, until citizens have been told how it ended."""
    mine = queries.rounds_of(request.user)
    untold = accounting.closed_untold(mine).values("pk")
    found = mine.filter(Q(closed_on=None) | Q(pk__in=untold)).select_related("area")
    return list(found.order_by("-pk")[:ROUNDS_AT_HAND])


@login_not_required
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What waits for the person, across the open rounds; then what waits for others.

    Whoever comes to the site's root without ever having been logged in here is led to what is public.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return redirect("agreements:public_promises")
    return _own_work(request)


@login_required
def _own_work(request: HttpRequest) -> HttpResponse:
    method = get_method()
    waiting, rows, logs = [], [], False
    mine = [*tasks.asked_of(request.user), *register.asked_of(request.user)]
    for round_ in _open_rounds(request):
        facts = queries.load_facts(method, round_.pk)
        actor = _actor(request, round_, facts)
        logs = logs or bool(facts.rows("agreements.SealedDocument") and quick.can_log(actor))
        item = progress.next_action(method, facts, actor)
        answers = [
            *accepting.asked_of(facts, request.user, round_),
            *_of_documents(method, facts, actor, request, round_),
        ]
        mine += answers
        if item and not any(_path(item) == _path(answer) for answer in answers):
            (mine if item["mine"] else waiting).append(item | {"round": round_.title})
        for task in _asked_of(method, facts, actor, round_):
            if item is None or task["url"] != item["url"]:
                mine.append(task)
        known = {task.get("order") for task in mine}  # several rounds may share a picture
        mine += duty.asked_of(method, facts, actor)
        mine += [task for task in orders.asked_of(method, facts, actor) if task["order"] not in known]
        rows.append(
            {
                "title": round_.title or "Utan namn",
                "url": reverse("processes:overview", args=[round_.pk]),
                "meta": f"{round_.area} · {period(round_.period_start, round_.period_end)}",
            }
        )
    mine.sort(key=lambda item: not (item.get("overdue") or item.get("pressing")))
    context = {
        "mine": mine,
        "waiting": waiting,
        "rounds": rows,
        "logs": logs,
        "stand_in_for": _stands_in_for(request),
    }
    return render(request, "portal/start.html", context)


def _path(item: dict[str, Any]) -> str:
    """The page that an item leads to, wherever on it."""
    return str(item["url"]).partition("?")[0]


def _stands_in_for(request: HttpRequest) -> list[str]:
    """For whom the person stands in today, and how long."""
    return [
        f"Du ersätter {m.stands_in_for.user.name} som {ROLE_TITLES[Role(m.role)].lower()} "
        f"till och med {day(m.valid_until)}."
        for m in queries.memberships(request.user)
        if m.stands_in_for
    ]


def _actor(request: HttpRequest, round_: Process, facts: Facts) -> policies.Actor:
    parties = [row.organisation_id for row in facts.rows("processes.Party")]
    return queries.actor_in(request.user, round_, parties)


def _to_approve(method: Method, facts: Facts, actor: policies.Actor) -> Iterator[tuple[Step, Row, Gate]]:
    """What this person's word is wanted on and lacking."""
    for step in method:
        gate = step.done_gate
        if gate is not Gate.APPROVE or not policies.can_decide(actor, step, gate):
            continue
        own = {side_of(role) for role in actor.roles if role in step.approved_by}
        for subject in guard.subjects(facts, step):
            found = guard.standing(facts, step, subject)
            wanted = own & set(guard.sides(step, gate, facts))
            lacking = [side for side in wanted if not found.holds(gate, side)]
            ready = Gate.COMPLETE not in step.gates or (Gate.COMPLETE, guard.Side.POLICE) in found.passed
            if lacking and ready:
                yield step, subject, gate


def _of_documents(
    method: Method, facts: Facts, actor: policies.Actor, request: HttpRequest, round_: Process
) -> Iterator[dict[str, Any]]:
    """What promises and agreements ask of the person: to sign, to see to a refusal, to extend."""
    for task in (*signing.asked_of(facts, actor, request.user), *running_out(method, facts, actor)):
        yield task | {"round": round_.title}


def _asked_of(
    method: Method, facts: Facts, actor: policies.Actor, round_: Process
) -> Iterator[dict[str, Any]]:
    for step, subject, _ in _to_approve(method, facts, actor):
        yield {
            "text": f"Ta ställning till {step.title.lower()}",
            "url": links.subject_url(round_.pk, step, subject.id),
            "round": round_.title,
        }
    for row in facts.rows("processes.Feedback", given_on=None):
        step = method[row.step]
        if row.due_on and policies.can_edit(actor, step):
            yield {
                "text": progress.owed(method, facts, row),
                "url": links.at("edit_feedback", round_.pk, step, row.subject_id, row.id),
                "round": round_.title,
                "due": day(row.due_on),
                "overdue": row.due_on < facts.today,
            }


@require_safe
def approvals(request: HttpRequest) -> HttpResponse:
    """All that wants the person's approval, on one page."""
    method = get_method()
    items = []
    for round_ in _open_rounds(request):
        facts = queries.load_facts(method, round_.pk)
        actor = _actor(request, round_, facts)
        for step, subject, gate in _to_approve(method, facts, actor):
            items.append(_approval(method, facts, actor, round_, step, subject, gate))
        for kind in KINDS:
            for subject in facts.rows(kind.record):
                if wanted := signing.signature_wanted(facts, actor, subject):
                    items.append(wanted | {"round": round_.title})
    return render(request, "portal/approvals.html", {"items": items})


def _approval(
    method: Method,
    facts: Facts,
    actor: policies.Actor,
    round_: Process,
    step: Step,
    subject: Row,
    gate: Gate,
) -> dict[str, Any]:
    verdict = guard.evaluate(method, gate, facts, step, subject)
    made = facts.rows("processes.Decision", step=step.key, subject_id=subject.id, outcome="done")
    name = step.title_of(subject) if step.kind is Kind.RECURRING else ""
    args = (round_.pk, step, subject.id)
    acts: list[dict[str, Any]] = []
    if verdict.ok:
        acts.append(
            {
                "label": "Godkänn",
                "url": links.at("decide", *args, gate.value),
                "primary": True,
                "comment": False,
                "idem": uuid.uuid4().hex,
            }
        )
    if policies.can_return(actor, step):
        acts.append(
            {
                "label": "Återlämna",
                "url": links.at("send_back", *args),
                "primary": False,
                "comment": True,
                "comment_label": "Vad behöver ändras?",
                "idem": uuid.uuid4().hex,
            }
        )
    return {
        "title": f"{step.title} – {name}" if name else step.title,
        "url": links.subject_url(round_.pk, step, subject.id),
        "round": round_.title,
        "who": made[-1].by_name if made else "",
        "when": day(made[-1].at) if made else "",
        "summary": ""
        if verdict.ok
        else f"{len(verdict.gaps)} saker återstår innan det går att godkänna. Öppna för att se dem.",
        "deviations": [
            {
                "reason": row.reason,
                "codes": ", ".join(c.partition(":")[0] for c in row.codes),
                "who": row.by_name,
                "when": day(row.at),
            }
            for row in facts.rows(
                "processes.Deviation", step=step.key, subject_id=subject.id, withdrawn=False
            )
        ],
        "actions": acts,
    }
