"""Opening a dialogue on the web, closing it, and answering those who sent in."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes import guard
from processes.method import Gate
from processes.models import User
from processes.pages.refusal import refusal
from processes.views.here import InStep, enter, once, require, within
from processes.views.step import show
from processes.writing import Conflict, Refused

from ..models import DigitalDialog
from ..steps.citizen_dialog import STEP
from . import actions, content, policies, queries
from .actions.answering import draft, mark, outcomes, own_words
from .forms import AnswerForm, OpenForm

SHOWN_WORDS = 12
TWO_WEEKS = timedelta(days=14)
MISSING = "Det här saknas innan dialogen kan öppnas"


def _enter(request: HttpRequest, pk: int, subject: int) -> InStep:
    here = enter(request, pk)
    return within(here, here.method[STEP.key], subject)


def _carry_out(
    here: InStep, form: Any, act: Callable[[], str], again: Callable[..., HttpResponse]
) -> HttpResponse:
    """Act once; what is refused is said on the form itself, where all that was typed is kept."""
    try:
        return once(here.request, act)
    except guard.NotReady as not_ready:
        return again(
            refusal=refusal(not_ready.verdict, here.round.pk, here.actor, MISSING, refused=True), status=409
        )
    except Conflict:
        form.add_error(None, "Någon annan har ändrat sidan sedan du öppnade den. Ladda om och jämför.")
    except Refused as refused:
        return again(why=refused)
    return again(status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def open_on_web(request: HttpRequest, pk: int, subject: int) -> HttpResponse:
    """The days and words of the dialogue on the web; what its plan still lacks is shown first."""
    here = _enter(request, pk, subject)
    require(policies.can_open(here.actor))
    digital = queries.of_dialog(subject)
    form = OpenForm(request.POST if request.method == "POST" else None, initial=_suggested(here, digital))

    def again(refusal: Any = None, status: int = 0, why: Refused | None = None) -> HttpResponse:
        context = {
            "title": "Ändra dialogen på webben" if digital else "Öppna dialogen på webben",
            "lead": "Sidan visar frågorna så som de står nu, och vad ni har bestämt i planen.",
            "refusal": refusal or _missing(here),
            "submit_label": "Spara och visa" if digital else "Öppna på webben",
            "cancel_url": here.url,
            "crumbs": here.trail("På webben"),
        }
        response = here.form_page(form, context, why=why)
        response.status_code = status or response.status_code
        return response

    if not (form.is_bound and form.is_valid()):
        return again()

    def act() -> str:
        values = {name: form.cleaned_data[name] for name in OpenForm.base_fields}
        made = actions.open_on_web(
            by=here.user,
            round_=here.round,
            dialog_id=subject,
            values=values,
            version=form.cleaned_data["version"] or 0,
        )
        messages.success(
            request,
            f"Dialogen är på webben: {content.short(content.address(made.code))}. Affischen finns nedan.",
        )
        return f"{here.url}#webben"

    return _carry_out(here, form, act, again)


def _missing(here: InStep) -> Any:
    verdict = guard.evaluate(here.method, Gate.OPEN, here.facts, here.step, here.subject)
    return None if verdict.ok else refusal(verdict, here.round.pk, here.actor, MISSING)


def _suggested(here: InStep, digital: DigitalDialog | None) -> dict[str, Any]:
    """What the plan already says."""
    assert here.subject is not None
    if digital is not None:
        names = ("version", "opens_on", "closes_on", "welcome", "contact", "asks_place", "asks_theme")
        return {name: getattr(digital, name) for name in names}
    first = max(here.subject.planned_on or here.facts.today, here.facts.today)
    person = User.objects.filter(pk=here.subject.responsible_id).first()
    return {
        "opens_on": first,
        "closes_on": first + TWO_WEEKS,
        "welcome": content.welcome(here.subject),
        "contact": content.contact(person),
        "asks_place": True,
        "asks_theme": True,
    }


@require_POST
def close(request: HttpRequest, pk: int, subject: int) -> HttpResponse:
    """Close before the last day."""
    here = _enter(request, pk, subject)
    require(policies.can_open(here.actor))

    def act() -> str:
        actions.close(by=here.user, round_=here.round, dialog_id=subject)
        messages.success(request, "Dialogen är stängd på webben. De som har svarat kan läsa sina kvitton.")
        return f"{here.url}#webben"

    try:
        return once(request, act)
    except Refused as refused:
        return show(here, refused, status=409)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pk: int, subject: int) -> HttpResponse:
    """The answer to those who sent in: one text for each thing that became of their views."""
    here = _enter(request, pk, subject)
    require(policies.can_answer(here.actor))
    digital = queries.of_dialog(subject)
    if digital is None:
        raise Http404("Sidan finns inte.")
    found = draft(here.facts, digital)
    counted = outcomes(found)
    waiting = queries.sent_to(digital.pk)["waiting"]
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        outcomes=counted,
        now=mark(found),
        initial=_said_before(here, digital, counted),
    )

    def again(status: int = 0, why: Refused | None = None, **ignored: Any) -> HttpResponse:
        nothing = "Ingen synpunkt är omhändertagen än. Skriv först vad det blev av dem under Synpunkter."
        context = {
            "title": "Svara dem som skickat in",
            "lead": "Svaret fryses när du trycker, så att ändringar här inne inte syns utåt. Ni kan svara igen.",
            "counted": counted,
            "own_words": [
                {
                    "outcome": content.outcome_label(outcome),
                    "words": words[:SHOWN_WORDS],
                    "more": len(words) - SHOWN_WORDS,
                }
                for outcome, words in own_words(found).items()
            ],
            "waiting": waiting,
            "promises": list(found["promises"].values()),
            "locked": "" if counted else nothing,
            "submit_label": "Svara dem",
            "cancel_url": here.url,
            "crumbs": here.trail("Svara dem som skickat in"),
        }
        response = here.form_page(form, context, template="digital/answer.html", why=why)
        response.status_code = status or response.status_code
        return response

    if not (form.is_bound and counted and form.is_valid()):
        return again(status=409 if form.is_bound and not counted else 0)

    def act() -> str:
        actions.answer(by=here.user, round_=here.round, dialog_id=subject, **form.values)
        messages.success(request, "Svaret är fryst. De som har skickat in läser det med sitt kvitto.")
        return f"{here.url}#webben"

    return _carry_out(here, form, act, again)


def _said_before(here: InStep, digital: DigitalDialog, counted: dict[str, int]) -> dict[str, Any]:
    """What was answered last; before that the feedback given to citizens, and a start for each outcome's words."""
    assert here.subject is not None
    told = [
        row.text
        for row in here.facts.rows(
            "processes.Feedback", subject_model=here.step.record, subject_id=here.subject.id
        )
        if row.given_on and row.text and "citizens" in row.audiences
    ]
    last = queries.latest_answer(digital.pk)
    said = json.loads(last.content)["words"] if last else {}
    words = {f"ord_{outcome}": said.get(outcome) or content.WORDS.get(outcome, "") for outcome in counted}
    return {"common": told[-1] if told else "", "tells": not told, **words}
