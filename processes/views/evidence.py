"""What people say about a subject: decisions, judgements, ticks, deviations, feedback."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from processes import actions, guard, policies
from processes.forms import GATES, DeviationForm, FeedbackForm, JudgementForm
from processes.method import Gate, Ground, Section, Strength
from processes.models import Deviation, Feedback
from processes.pages import links
from processes.pages.changes import change_rows
from processes.pages.evidence import judged
from processes.writing import Conflict, ReasonNeeded, Refused

from .conflict import chosen, conflict_page
from .here import InStep, enter_step, once, require
from .step import show

COMMENT = 2000
FEEDBACK = Section("aterkoppling", "Återkoppling", FeedbackForm.Meta.fields)


def _comment(request: HttpRequest) -> str:
    return request.POST.get("kommentar", "").replace("\x00", "").strip()[:COMMENT]


def _act(here: InStep, act: Callable[[], Any], done: str, missing: str = "") -> HttpResponse:
    """Carry an act out once; a refusal is shown on the page itself, with the reasons."""

    def run() -> str:
        act()
        messages.success(here.request, done)
        return here.url

    try:
        return once(here.request, run)
    except guard.NotReady as not_ready:
        return show(here, not_ready.verdict, status=409)
    except ReasonNeeded:
        messages.error(here.request, missing)
        return show(here, status=422)
    except Refused as refused:
        messages.error(here.request, str(refused))
        return show(here, status=409)


@require_POST
def decide(request: HttpRequest, pk: int, slug: str, subject: int, gate: str) -> HttpResponse:
    """Pass one of the step's gates."""
    here = enter_step(request, pk, slug, subject)
    if gate not in GATES or Gate(gate) not in here.step.gates:
        raise Http404("Sidan finns inte.")
    require(policies.can_decide(here.actor, here.step, Gate(gate)))
    words = {"open": "Dialogen är öppnad.", "approve": "Godkänt.", "agreement": "Underskrivet i systemet."}
    return _act(
        here,
        lambda: actions.decide(
            by=here.user,
            round_=here.round,
            step=here.step,
            subject_id=subject,
            gate=Gate(gate),
            comment=_comment(request),
        ),
        words.get(gate, "Klarmarkerat."),
    )


@require_POST
def send_back(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Return with a comment."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_return(here.actor, here.step))
    return _act(
        here,
        lambda: actions.send_back(
            by=here.user, round_=here.round, step=here.step, subject_id=subject, comment=_comment(request)
        ),
        "Återlämnat. Den som leder arbetet ser din kommentar.",
        "Skriv vad som behöver ändras innan du återlämnar.",
    )


@require_POST
def reopen(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Open a finished step again."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    return _act(
        here,
        lambda: actions.reopen(
            by=here.user, round_=here.round, step=here.step, subject_id=subject, comment=_comment(request)
        ),
        "Steget är öppet igen.",
        "Skriv varför du öppnar steget igen.",
    )


@require_POST
def tick(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Tick or untick a point of the checklist."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    return _act(
        here,
        lambda: actions.tick(
            by=here.user,
            round_=here.round,
            step=here.step,
            subject_id=subject,
            key=request.POST.get("punkt", ""),
            ticked=request.POST.get("varde") == "1",
        ),
        "Checklistan är uppdaterad.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def judge(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """All of the subject's judgements in one sitting."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    asked = judged(here)
    if not asked:
        raise Http404("Sidan finns inte.")
    names = [f"{c.key}-{about.id}" for c, about, _ in asked]
    form = JudgementForm(
        request.POST or None,
        items=[(n, question) for n, (_, _, question) in zip(names, asked, strict=True)],
        initial=_given(here, asked, names),
    )
    if request.method == "POST" and form.is_valid():
        answers = {
            (c.key, about.id): (form.cleaned_data[f"svar-{n}"], form.cleaned_data[f"ord-{n}"])
            for n, (c, about, _) in zip(names, asked, strict=True)
            if form.cleaned_data[f"svar-{n}"] and _differs(form, n)
        }
        return _act(
            here,
            lambda: actions.judge(
                by=here.user, round_=here.round, step=here.step, subject_id=subject, answers=answers
            ),
            "Bedömningarna är sparade.",
            "Skriv några ord om det som fattas.",
        )
    focus = f"svar-{request.GET.get(links.FOCUS, '')}"
    if focus in form.fields:
        form.fields[focus].widget.attrs["autofocus"] = True
    items = [
        {
            "code": c.code,
            "question": question,
            "basis": c.source,
            "answer_field": form[f"svar-{n}"],
            "words_field": form[f"ord-{n}"],
        }
        for n, (c, _, question) in zip(names, asked, strict=True)
    ]
    context = {
        "title": f"Bedömningar – {here.subject_title}",
        "items": items,
        "cancel_url": here.url,
        "crumbs": here.trail("Bedömningar"),
    }
    return here.form_page(form, context, "processes/judgements.html")


def _differs(form: JudgementForm, name: str) -> bool:
    """Whether this person says something else than what was said last: nobody judges by looking."""
    return any(form.cleaned_data[key] != form.initial.get(key) for key in (f"svar-{name}", f"ord-{name}"))


def _given(here: InStep, asked: list[Any], names: list[str]) -> dict[str, str]:
    found = {}
    for name, (c, about, _) in zip(names, asked, strict=True):
        rows = here.facts.rows(
            "processes.Judgement", criterion=c.key, subject_model=about.model, subject_id=about.id
        )
        if rows:
            found |= {f"svar-{name}": rows[-1].answer, f"ord-{name}": rows[-1].words}
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def deviate(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Explain why some "bör" of the step are not met."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_deviate(here.actor, here.step))
    choices = [(c.key, f"{c.text} ({c.code})") for c in here.step.criteria if c.strength is Strength.SHOULD]
    unmet = {
        gap.criterion_key
        for gap in guard.criterion_gaps(
            here.method,
            here.facts,
            here.step,
            here.subject,
            [c for c in here.step.criteria if c.strength is Strength.SHOULD],
        )
    }
    form = DeviationForm(
        request.POST or None,
        choices=[pair for pair in choices if pair[0] in unmet or request.POST],
        initial={"codes": [key for key in request.GET.getlist("krav") if key in unmet]},
    )
    if request.method == "POST" and form.is_valid():
        return _act(
            here,
            lambda: actions.deviate(
                by=here.user,
                round_=here.round,
                step=here.step,
                subject_id=subject,
                codes=form.cleaned_data["codes"],
                reason=form.cleaned_data["reason"],
            ),
            "Avvikelsen är sparad och syns för alla som skriver under.",
        )
    context = {
        "title": "Motivera en avvikelse",
        "lead": "Ett ”bör” kan ni avvika från om ni säger varför. Ett ”måste” går inte att välja bort.",
        "cancel_url": here.url,
        "crumbs": here.trail("Avvikelse"),
        "locked": "" if unmet or request.POST else "Alla ”bör” i steget är redan uppfyllda eller motiverade.",
    }
    return here.form_page(form, context)


@require_POST
def withdraw(request: HttpRequest, pk: int, slug: str, subject: int, deviation: int) -> HttpResponse:
    """Take a deviation back."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_deviate(here.actor, here.step))
    known = here.facts.get("processes.Deviation", deviation)
    if known is None or known.subject_id != subject or known.step != here.step.key:
        raise Http404("Sidan finns inte.")
    row = Deviation.objects.get(pk=deviation)
    return _act(
        here,
        lambda: actions.withdraw_deviation(by=here.user, round_=here.round, step=here.step, deviation=row),
        "Avvikelsen är återtagen.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(
    request: HttpRequest, pk: int, slug: str, subject: int, feedback: int | None = None
) -> HttpResponse:
    """Record a feedback, planned or given."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    row = Feedback()
    if feedback is not None:
        known = here.facts.get("processes.Feedback", feedback)
        if known is None or known.subject_id != subject or known.step != here.step.key:
            raise Http404("Sidan finns inte.")
        row = Feedback.objects.get(pk=feedback)
    posted = request.POST or None
    if "valt" in request.POST:
        posted = chosen(request.POST, FeedbackForm(instance=row))
    first = {"audiences": ["staff"]} if feedback is None and here.step.ground is Ground.POLICE else {}
    form = FeedbackForm(posted, instance=row, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            return _act(
                here,
                lambda: actions.save_feedback(
                    by=here.user,
                    round_=here.round,
                    step=here.step,
                    subject_id=subject,
                    values=form.values,
                    feedback=row if feedback is not None else None,
                    version=form.cleaned_data.get("version") or 0,
                ),
                "Återkopplingen är sparad.",
            )
        except Conflict as conflict:
            return conflict_page(here, FEEDBACK, form, conflict.theirs)
    context = {
        "title": FEEDBACK.title,
        "lead": "En återkoppling kan gälla flera målgrupper samtidigt.",
        "cancel_url": here.url,
        "crumbs": here.trail(FEEDBACK.title),
    }
    return here.form_page(form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Take note of new material with a sentence."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    news = guard.standing(here.facts, here.step, here.subject).news
    error = ""
    if request.method == "POST":
        if _comment(request):
            return _act(
                here,
                lambda: actions.acknowledge(
                    by=here.user,
                    round_=here.round,
                    step=here.step,
                    subject_id=subject,
                    comment=_comment(request),
                ),
                "Det nya underlaget är kvitterat.",
            )
        error = "Skriv en mening om hur ni ser på det nya underlaget."
    context = {
        "title": "Nytt underlag",
        "lead": "Det här har tillkommit sedan beslutet. Påverkar det något? Annars räcker en mening.",
        "groups": [
            {"step_title": here.subject_title, "url": here.url, "changes": change_rows(here.facts, news)}
        ]
        if news
        else [],
        "comment_label": "Hur ser ni på det?",
        "submit_label": "Kvittera",
        "error": error,
        "idem": uuid.uuid4().hex,
        "cancel_url": here.url,
        "crumbs": here.trail("Nytt underlag"),
    }
    return here.page("processes/confirm.html", context, status=422 if error else 200)
