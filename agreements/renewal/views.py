"""Where a promise is renewed."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agreements.agreement.force import in_force_on
from agreements.steps.citizen_promise import STEP
from processes import queries
from processes.models import Organisation
from processes.pages.values import day
from processes.views.here import InStep, enter_step, once, require
from processes.views.step import show
from processes.writing import Refused

from .actions import can_renew, renewable
from .actions import renew as renew_promise
from .follows import BY_KEY
from .forms import RenewalForm
from .period import next_period, next_title


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: HttpRequest, pk: int, promise: int) -> HttpResponse:
    """Begin the promise's successor, at any time."""
    here = enter_step(request, pk, STEP.slug, promise)
    require(can_renew(here.actor))
    try:
        renewable(here.facts, here.subject)
    except Refused as refused:
        return show(here, refused, status=409)
    form, why = _form(here), None
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _renew(here, form))
        except Refused as refused:
            why = refused
    context = {
        "title": f"Förnya ”{here.subject_title}”",
        "lead": "Det nya löftet börjar som ett utkast. Det gamla fortsätter som det är tills dess tid är slut. "
        "Dialoger, bedömningar, beslut och utfall följer inte med: det nya löftet ska vila på nya dialoger och en ny "
        "lägesbild.",
        "locked": _locked(here, form),
        "submit_label": "Förnya löftet",
        "cancel_url": here.url,
        "crumbs": here.trail("Förnya"),
        "at_stake": "",  # the old promise stays as it is
    }
    return here.form_page(form, context, why=why)


def _form(here: InStep) -> RenewalForm:
    round_ = here.round
    begins, ends = next_period(round_.period_start, round_.period_end)
    others = [row.organisation_id for row in here.facts.rows("processes.Party") if row.kind != "police"]
    into = later_rounds(here).first()
    agreement, not_along = _agreement(here, into.period_start if into else begins)
    return RenewalForm(
        here.request.POST or None,
        rounds=later_rounds(here),
        agreement=agreement,
        not_along=not_along,
        organisations=Organisation.objects.filter(pk__in=others).order_by("name"),
        may_start=_may_start(here),
        initial={
            "title": next_title(round_.title, round_.period_start, begins),
            "period_start": begins,
            "period_end": ends,
            "organisations": others,
            "follows": list(BY_KEY),
            "into": into,
        },
    )


def _agreement(here: InStep, begins: date) -> tuple[str, str]:
    """The agreement that the promise rests on, by name, where it goes on being in force; or else why it doesn't."""
    assert here.subject is not None
    agreement = here.facts.get("agreements.CollaborationAgreement", here.subject.agreement_id)
    if agreement is None:
        return "", ""
    named = f"”{agreement.title or 'utan namn'}”"
    if version := in_force_on(here.facts, agreement.id, begins):
        until = f"gäller till {day(version.valid_until)}" if version.valid_until else "gäller tills vidare"
        return f"{named}, som {until}", ""
    return "", f"Överenskommelsen {named} gäller inte när den nya perioden börjar, så den kan inte följa med."


def _locked(here: InStep, form: RenewalForm) -> str:
    """Why the person can't go on alone, if so."""
    if "into" in form.fields or _may_start(here):
        return ""
    return "Bara kommunpolisen kan starta nästa runda. När den finns kan du förnya löftet dit."


def _may_start(here: InStep) -> bool:
    return queries.areas_to_start_in(here.user).filter(pk=here.round.area_id).exists()


def later_rounds(here: InStep):
    """Rounds of the area that go on after this one, and that the person sees."""
    after = Q(predecessor=here.round) | Q(period_start__gt=here.round.period_start)
    found = queries.rounds_of(here.user).filter(after, area=here.round.area, closed_on=None)
    return found.exclude(pk=here.round.pk).order_by("-pk")


def _renew(here: InStep, form: RenewalForm) -> str:
    assert here.subject is not None
    made = renew_promise(by=here.user, round_=here.round, promise_id=here.subject.id, **form.values)
    messages.success(
        here.request, f"”{made.title}” är förnyat och börjar som ett utkast. Gå igenom det som följde med."
    )
    return reverse("processes:inherited", args=[made.process_id])
