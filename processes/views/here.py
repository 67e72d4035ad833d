"""Where a request is: its round, who asks, and the loaded facts. The loader is the access check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.forms import BaseForm, Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme

from processes import policies, queries
from processes.method import Facts, Ground, Kind, Method, Row, Step, get_method
from processes.models import Draft, Process, Receipt, User
from processes.pages import at_stake, links
from processes.pages.refusal import stopped
from processes.writing import ASK_FIRST, AtStake, Refused

from . import drafts

CONFIRMED = "andra-anda"  # the answer of whoever was asked and still wants the change


@dataclass
class Here:
    """One request's view of one round."""

    request: HttpRequest
    user: User
    round: Process
    actor: policies.Actor
    method: Method
    facts: Facts

    def page(self, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Render a page of the round, with its crumbs."""
        crumbs = [{"label": "Rundor", "url": reverse("processes:rounds")}]
        crumbs += [{"label": self.round.title, "url": reverse("processes:overview", args=[self.round.pk])}]
        crumbs += context.pop("crumbs", [])
        return render(
            self.request, template, {"crumbs": crumbs, "round": self.heading, **context}, status=status
        )

    def stopped(self, why: Refused, back: str, url: str = "") -> HttpResponse:
        """A page that tells why an act was refused and leads on, where the page it was tried on can't."""
        crumbs = [{"label": "Det gick inte", "url": None}]
        context = {"refusal": stopped(why, self, url), "cancel_url": back, "crumbs": crumbs}
        return self.page("processes/stopped.html", context, status=409)

    def form_page(
        self,
        form: BaseForm,
        context: dict[str, Any],
        template: str = "processes/edit.html",
        why: Refused | None = None,
    ) -> HttpResponse:
        """A page with a form on it: the wanted field in focus, the person's draft at hand; what was just
        refused on top, leading to the field when it is one of the form's."""
        name = self.request.GET.get(links.FOCUS, "")
        if name in form.fields and not form.errors:
            form.fields[name].widget.attrs["autofocus"] = True
        warning = at_stake.signatures(self.method, self.facts)
        context = {"form": form, "at_stake": warning, **drafts.offer(self.request, form), **context}
        if why is not None:
            name = why.finding.anchor.partition(".")[2]
            own = f"#{form[name].id_for_label}" if name in form.fields else ""
            return self.page(template, context | {"refusal": stopped(why, self, own)}, status=409)
        return self.page(template, context, status=422 if form.errors else 200)

    @property
    def heading(self) -> dict[str, str]:
        """The round's name and frames, ready to show."""
        parties = [p.name for p in self.facts.rows("processes.Party")]
        return {
            "title": self.round.title,
            "area": self.round.area.name,
            "period": period(self.round.period_start, self.round.period_end),
            "parties": ", ".join(parties),
            "url": reverse("processes:overview", args=[self.round.pk]),
        }


@dataclass
class InStep(Here):
    """A request that concerns one step, and perhaps one subject of it."""

    step: Step
    subject: Row | None
    year: int | None = None
    """The calendar year that a document is made of; none is the whole period."""

    @property
    def subject_title(self) -> str:
        """What the subject is called; the step's title for a once-only step."""
        if self.subject is None or self.step.kind is not Kind.RECURRING:
            return self.step.title
        return self.step.title_of(self.subject) or "Utan namn"

    @property
    def url(self) -> str:
        """The page of the subject, or of the step."""
        if self.subject is None:
            return links.step_url(self.round.pk, self.step)
        return links.subject_url(self.round.pk, self.step, self.subject.id)

    def trail(self, last: str = "") -> list[dict[str, Any]]:
        """Crumbs from the round to here."""
        found = [{"label": self.step.title, "url": links.step_url(self.round.pk, self.step)}]
        if self.subject is not None and self.step.kind is Kind.RECURRING:
            found.append({"label": self.subject_title, "url": self.url})
        return [*found, {"label": last, "url": None}] if last else found


def period(start: Any, end: Any) -> str:
    """A period as people write it."""
    if start and end and (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start and end and start.day == 1 and (end + timedelta(days=1)).day == 1:
        return f"{date_format(start, 'F Y')} – {date_format(end, 'F Y')}"
    return f"{start or 'okänd start'} – {end or 'tills vidare'}"


def enter(request: HttpRequest, pk: int) -> Here:
    """The round, if the person has a role in it; to anyone else it does not exist."""
    # One query, the same for a stranger and for a round that never was, before anything else is read.
    round_ = queries.rounds_of(request.user).select_related("area").filter(pk=pk).first()
    if round_ is None:
        raise Http404("Sidan finns inte.")
    method = get_method()
    facts = queries.load_facts(method, pk)
    parties = [row.organisation_id for row in facts.rows("processes.Party")]
    actor = queries.actor_in(request.user, round_, parties)
    return Here(request, request.user, round_, actor, method, facts)


def enter_step(request: HttpRequest, pk: int, slug: str, subject: int | None = None) -> InStep:
    """The step and subject; what the person may not see is refused with the reason."""
    here = enter(request, pk)
    step = here.method.by_slug.get(slug)
    if step is None:
        raise Http404("Sidan finns inte.")
    return within(here, step, subject)


def within(here: Here, step: Step, subject: int | None = None) -> InStep:
    """The same request, in a step of the round."""
    require(policies.can_see_step(here.actor, step))
    facts = here.facts
    if step.ground is Ground.OWN:
        own = queries.own_rows(here.method, step, here.round.pk, here.actor.organisations)
        facts = facts.joined(own)
    row = None
    if subject is not None:
        row = facts.get(step.record, subject)
        if row is None:
            raise Http404("Sidan finns inte.")
    elif step.kind is not Kind.RECURRING:
        row = facts.one(step.record)
    return InStep(here.request, here.user, here.round, here.actor, here.method, facts, step, row)


def bounded(form_class: type[Form], request: HttpRequest, name: str = "fore") -> Any:
    """The one GET parameter of a page, or none when it is missing or makes no sense."""
    form = form_class(request.GET)
    return form.cleaned_data.get(name) if form.is_valid() else None


def require(answer: policies.Decision) -> None:
    """Go on when the policy says yes; else a 403 that tells why."""
    if not answer:
        raise PermissionDenied(answer.reason)


def once(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    """Carry out a POST at most once per idempotency key; a repeat is led to the same place.

    What was typed into the form is then no draft any more. Would it cost what others have signed, the
    person is asked first, with all that was typed at hand.
    """
    token = ASK_FIRST.set(CONFIRMED not in request.POST)
    try:
        return _once(request, act)
    except AtStake as stake:
        return _ask(request, stake)
    finally:
        ASK_FIRST.reset(token)


def _ask(request: HttpRequest, stake: AtStake) -> HttpResponse:
    kept = [
        {"name": name, "value": value}
        for name, values in request.POST.lists()
        if name not in ("csrfmiddlewaretoken", CONFIRMED)
        for value in values
    ]
    came_from = request.META.get("HTTP_REFERER", "")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    context = {
        "costs": stake.costs,
        "kept": kept,
        "confirmed": CONFIRMED,
        "cancel_url": came_from if safe else reverse("processes:rounds"),
    }
    return render(request, "processes/at_stake.html", context, status=409)


def _once(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    key = request.POST.get("nyckel", "").replace("\x00", "")[:40]
    with transaction.atomic():
        if key:
            receipt, new = Receipt.objects.get_or_create(
                key=f"{request.user.pk}:{key}", defaults={"user": request.user}
            )
            if not new:
                return redirect(receipt.location)
        location = act()
        Draft.objects.filter(user=request.user, path=request.path).delete()
        if key:
            receipt.location = location
            receipt.save(update_fields=["location"])
    return redirect(location)
