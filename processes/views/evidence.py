"""What people say about a subject: judgements, ticks, deviations, feedback."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.http import require_http_methods, require_POST

from processes import actions, guard, policies
from processes.criteria import AUDIENCES
from processes.forms import DeviationForm, FeedbackForm, JudgementForm, about_key
from processes.method import Ground, Section, Strength
from processes.models import Deviation, Feedback
from processes.pages import links
from processes.pages.evidence import judged
from processes.pages.values import Values
from processes.writing import Conflict

from .conflict import chosen, conflict_page
from .deciding import carry_out
from .here import InStep, enter_step, require

FEEDBACK = "Återkoppling"


@require_POST
def tick(request: HttpRequest, pk: int, slug: str, subject: int) -> HttpResponse:
    """Tick or untick a point of the checklist."""
    here = enter_step(request, pk, slug, subject)
    require(policies.can_edit(here.actor, here.step))
    return carry_out(
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
        return carry_out(
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
        return carry_out(
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
    return carry_out(
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
    require(policies.has_evidence(here.step))
    require(policies.can_edit(here.actor, here.step))
    row = Feedback()
    if feedback is not None:
        known = here.facts.get("processes.Feedback", feedback)
        if known is None or known.subject_id != subject or known.step != here.step.key:
            raise Http404("Sidan finns inte.")
        row = Feedback.objects.get(pk=feedback)
    posted = request.POST or None
    if "valt" in request.POST:
        posted = chosen(request.POST, _feedback_form(here, None, row))
    form = _feedback_form(here, posted, row)
    if request.method == "POST" and form.is_valid():
        try:
            return carry_out(
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
            asked = tuple(name for name in form.fields if name in Feedback.SAID)
            return conflict_page(here, Section("aterkoppling", FEEDBACK, asked), form, conflict.theirs)
    context = {
        "title": FEEDBACK,
        "lead": "En text räcker för alla som ska få veta.",
        "cancel_url": here.url,
        "crumbs": here.trail(FEEDBACK),
        "at_stake": "",  # what is told is no part of what is signed
    }
    return here.form_page(form, context)


def _feedback_form(here: InStep, posted: Any, row: Feedback) -> FeedbackForm:
    """The form; what is told of something that has just been done comes with words for it."""
    found = import_string(here.step.feedback_of)(here.facts) if here.step.feedback_of else ()
    offered = {about_key(of.model, of.id): (of, words) for of, words in found}
    values = Values(here.facts)
    first: dict[str, Any] = {}
    if row.pk is None and here.step.ground is Ground.POLICE:
        first = {"audiences": ["staff"]}
    of, words = offered.get(here.request.GET.get("om", ""), (None, ""))
    if row.pk is None and of is not None:
        first = {
            "audiences": list(AUDIENCES),
            "about": about_key(of.model, of.id),
            "given_on": here.facts.today,
            "text": words,
            "public": True,
        }
    return FeedbackForm(
        posted,
        instance=row,
        initial=first,
        told_of=[(key, values.title(of)) for key, (of, _) in offered.items()],
        public=bool(policies.can_be_public(here.step)),
    )
