"""Entering a document in the register, putting a slip right, and saying how the register is kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from processes.method import Row, get_method
from processes.models import Organisation
from processes.views.here import Here, InStep, enter, once, require, within
from processes.writing import Conflict, Refused, owner_of

from ...agreement.decided import Decided
from ...models import ProtectedSubject, Registration
from ...steps.signed import versions_of
from .. import numbers, policies, queries
from ..actions import registering as actions
from ..forms import CorrectionForm, ExplainForm, RegistrationForm, SettingForm

KINDS = {"citizen_promise": "Medborgarlöfte", "collaboration_agreement": "Samverkansöverenskommelse"}
LEAD = "En färdig handling ska finnas i varje myndighets diarium. Skriv av det som står där."
SAME_CASE = "Hör beslutet till samma ärende lägger ni till dess nummer sist, till exempel -2."
TRAIL = {"label": "Diarium"}


def in_document(request: HttpRequest, pk: int, version: int) -> tuple[InStep, Row]:
    """The step of the document that the version is of; 404 where it is not sealed."""
    here = enter(request, pk)
    row = here.facts.get("agreements.DocumentVersion", version)
    if row is None or here.facts.one("agreements.SealedDocument", version_id=version) is None:
        raise Http404("Sidan finns inte.")
    key = "citizen_promise" if row.promise_id is not None else "collaboration_agreement"
    return within(here, get_method()[key], row.promise_id or row.agreement_id), row


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """Enter the sealed document in the register of the person's own authority (LOF-7)."""
    here, row = in_document(request, pk, version)
    require(policies.can_register(here.actor))
    return _register(here, row)


@require_http_methods(["GET", "HEAD", "POST"])
def register_decision(request: HttpRequest, pk: int, version: int, number: int) -> HttpResponse:
    """Enter a decision on focus areas, which is appended to an agreement and a document of its own (OVE-3)."""
    here, row = in_document(request, pk, version)
    require(policies.can_register(here.actor))
    decision = actions.decision_in(here.facts, version, number)
    if decision is None:
        raise Http404("Sidan finns inte.")
    return _register(here, row, decision)


def _register(here: InStep, row: Row, decision: Decided | None = None) -> HttpResponse:
    posted = here.request.POST if here.request.method == "POST" else None
    form = RegistrationForm(posted, organisations=_authorities(here), initial=_suggested(here, row, decision))
    if posted is not None and form.is_valid():

        def act() -> str:
            actions.register(
                by=here.user,
                round_=here.round,
                version_id=row.id,
                values=form.values,
                decision=decision.number if decision else None,
            )
            messages.success(here.request, "Registreringen är sparad.")
            return here.url

        try:
            return once(here.request, act)
        except Refused as refused:
            form.add_error(None, str(refused))
    context = {
        "title": f"Registrera: {decision.title.lower()}" if decision else "Registrera i diariet",
        "lead": " ".join(filter(None, (LEAD, _same_case(here) if decision else ""))),
        "submit_label": "Spara registreringen",
        "cancel_url": here.url,
        "crumbs": here.trail("Registrera"),
        "at_stake": "",
    }
    return here.form_page(form, context)


def _same_case(here: InStep) -> str:
    """What number the agreement itself has, where it is registered: the decision may belong to the same case."""
    versions = versions_of(here.facts, here.subject)
    there = [
        row.diary_number
        for version in versions
        for row in here.facts.rows(
            "agreements.Registration", version_id=version.id, decision=None, corrected_by_id=None
        )
        if row.organisation_id in here.actor.organisations
    ]
    return f"Överenskommelsen har {there[0]}. {SAME_CASE}" if there else ""


def _authorities(here: Here) -> Any:
    found = Organisation.objects.filter(parties__process=here.round)
    return found.exclude(kind=Organisation.Kind.PARTNER)


def _suggested(here: InStep, row: Row, decision: Decided | None) -> dict[str, Any]:
    """What the round already says: whose register, today, the code, what it is and whom it is from."""
    own = owner_of(here.user, here.round)
    parties = [p.name for p in here.facts.rows("processes.Party") if p.kind != "partner"]
    what = decision.title if decision else KINDS[here.step.key]
    number = f", version {row.number}" if row.number > 1 and not decision else ""
    return {
        "organisation": own,
        "registered_on": here.facts.today,
        "description": f"{what}: {here.subject_title}{number}"[:300],
        "subject_code": actions.setting_of(own).subject_code if own else "",
        "sender": " och ".join(parties)[:200],
        "recipient": "Allmänheten" if here.step.key == "citizen_promise" else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, registration: int) -> HttpResponse:
    """Put a registration of one's own authority right, saying what and why."""
    own = queries.own_authorities(request.user)
    old = get_object_or_404(Registration.objects.select_related("version__promise"), pk=registration)
    if old.organisation_id not in own:
        raise Http404("Sidan finns inte.")
    round_id = _round_of(old)
    here = enter(request, round_id)
    require(policies.can_register(here.actor))
    hidden = ProtectedSubject.objects.filter(registration=old).first()
    initial = {name: getattr(old, name) for name in (*actions.PUBLIC, "organisation")}
    initial |= {"protected": hidden.text if hidden else "", "ground": hidden.ground if hidden else None}
    form = CorrectionForm(
        request.POST if request.method == "POST" else None,
        organisations=Organisation.objects.filter(pk=old.organisation_id),
        initial=initial,
    )
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.correct(
                by=here.user,
                round_=here.round,
                registration_id=old.pk,
                values=form.values,
                why=form.cleaned_data["why"],
            )
            messages.success(request, "Rättat. Den gamla raden står kvar som rättad.")
            return reverse("agreements:register_list")

        try:
            return once(request, act)
        except Refused as refused:
            form.add_error(None, str(refused))
    return _form_page(
        request,
        form,
        f"Rätta {old.diary_number}",
        "Det som en gång registrerats ändras inte. Rättelsen blir en ny rad som hänvisar till den gamla.",
        "Spara rättelsen",
    )


def _round_of(row: Registration) -> int:
    if row.version.promise is not None:
        return row.version.promise.process_id
    if row.version.process_id is None:
        raise Http404("Sidan finns inte.")
    return row.version.process_id


def _authority(organisation: int) -> Organisation:
    return get_object_or_404(Organisation.objects.exclude(kind=Organisation.Kind.PARTNER), pk=organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def setting(request: HttpRequest, organisation: int) -> HttpResponse:
    """How one's own authority keeps its register."""
    own = _authority(organisation)
    require(policies.can_set_register(actions.roles_in(request.user, own)))
    kept = actions.setting_of(own)
    names = ("subject_code", "own_series", "version")
    form = SettingForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(kept, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data

        def act() -> str:
            actions.set_register(
                by=request.user,
                organisation=own,
                version=data["version"] or 0,
                subject_code=data["subject_code"],
                own_series=data["own_series"],
            )
            messages.success(request, "Sparat.")
            return reverse("agreements:register_list")

        try:
            return once(request, act)
        except Conflict as conflict:
            form.add_error(None, "Någon annan har ändrat sedan du öppnade sidan. Läs om den och ändra igen.")
            form.data = form.data.copy()
            form.data["version"] = conflict.theirs.version
    return _form_page(request, form, "Så förs diariet", str(own), "Spara")


@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: HttpRequest, organisation: int, number: int) -> HttpResponse:
    """Say why a number of one's own authority's series is missing."""
    own = _authority(organisation)
    require(policies.can_explain(actions.roles_in(request.user, own)))
    kept = actions.setting_of(own)
    found = queries.series_of(own, kept.subject_code, own_series=kept.own_series)
    series = request.GET.get("serie", "")
    gap = next((n for n in found.missing if n.running == number and series in ("", n.series)), None)
    if gap is None:
        raise Http404("Sidan finns inte.")
    form = ExplainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            actions.explain(
                by=request.user,
                organisation=own,
                series=gap.series,
                number=gap.running,
                why=form.cleaned_data["why"],
            )
            messages.success(request, "Förklaringen är sparad.")
            return reverse("agreements:register_list")

        return once(request, act)
    lead = f"{own}. Numret finns inte i diariet här, men de runt omkring gör det."
    return _form_page(request, form, f"{numbers.shown(gap)} saknas", lead, "Spara förklaringen")


def _form_page(request: HttpRequest, form: Any, title: str, lead: str, submit: str) -> HttpResponse:
    back = reverse("agreements:register_list")
    context = {
        "title": title,
        "lead": lead,
        "form": form,
        "submit_label": submit,
        "cancel_url": back,
        "crumbs": [TRAIL | {"url": back}, {"label": title, "url": None}],
    }
    return render(request, "processes/edit.html", context, status=422 if form.errors else 200)
