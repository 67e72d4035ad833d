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

from processes import policies, queries
from processes.method import Facts, Ground, Kind, Method, Row, Step, get_method
from processes.models import Draft, Process, Receipt, User
from processes.pages import at_stake, links

from . import drafts


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

    def form_page(
        self, form: BaseForm, context: dict[str, Any], template: str = "processes/edit.html"
    ) -> HttpResponse:
        """A page with a form on it: the wanted field in focus, the person's draft at hand."""
        name = self.request.GET.get(links.FOCUS, "")
        if name in form.fields and not form.errors:
            form.fields[name].widget.attrs["autofocus"] = True
        warning = at_stake.signatures(self.method, self.facts)
        context = {"form": form, "at_stake": warning, **drafts.offer(self.request, form), **context}
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


def bounded(form_class: type[Form], request: HttpRequest) -> Any:
    """The one GET parameter of a page, or none when it is missing or makes no sense."""
    form = form_class(request.GET)
    return form.cleaned_data.get("fore") if form.is_valid() else None


def require(answer: policies.Decision) -> None:
    """Go on when the policy says yes; else a 403 that tells why."""
    if not answer:
        raise PermissionDenied(answer.reason)


def once(request: HttpRequest, act: Callable[[], str]) -> HttpResponse:
    """Carry out a POST at most once per idempotency key; a repeat is led to the same place.

    What was typed into the form is then no draft any more.
    """
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
