"""Word lists: what can be chosen in the work, kept by an administrator without code (X-17)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from processes import policies, queries
from processes.actions import words as actions
from processes.forms import Kept, WholeNumber
from processes.models import LADDERS, Term
from processes.pages.values import day
from processes.views import drafts
from processes.views.here import once, require
from processes.writing import Conflict, Refused

HISTORY = 20  # the latest changes of one word
# Where each list is chosen from, so that whoever changes it knows what it touches.
USED_IN = {
    Term.List.THEME: "Väljs för en synpunkt i en medborgardialog och för ett fokusområde i den gemensamma lägesbilden.",
    Term.List.WORRY: "Väljs för en synpunkt i en medborgardialog.",
    Term.List.SURVEY: "Förslag bredvid formulären i den lokala lägesbilden, block för block.",
    Term.List.CRIME: "Förslag bredvid formulären i den lokala lägesbilden.",
    Term.List.SOURCE: "Förslag på källor bredvid formulären i den lokala lägesbilden.",
    Term.List.ACTIVITY_TYPE: "Väljs för en aktivitet i aktivitetsplanen.",
    Term.List.PLAN_GOAL: "Förslag bredvid formuläret för ett mål i aktivitetsplanen. Byts när en ny plan gäller.",
    Term.List.COMMUNICATION: "Väljs för en målgrupp och en aktivitet i kommunikationsplanen. Lägst steg först.",
    Term.List.GROUND: "Väljs när något lämnas utanför det som lämnas ut. Ange paragraf och vad den skyddar.",
    Term.List.PARTICIPATION: "Väljs för en medborgardialog och står i inbjudan. Lägst grad först.",
}


class WordForm(Kept):
    """One word, and the version read."""

    label = forms.CharField(
        label="Ord", max_length=120, error_messages={"required": "Skriv ordet som ska gå att välja."}
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31)

    @property
    def said(self) -> dict[str, Any]:
        """What was typed about the word."""
        return {name: value for name, value in self.cleaned_data.items() if name not in UNSEEN}


UNSEEN = {*Kept.base_fields, "version"}


class StepForm(WordForm):
    """One step of a ladder: a word with its place and what it means."""

    meaning = forms.CharField(
        label="Vad betyder det för den som berörs?",
        max_length=200,
        required=False,
        help_text="Visas efter ordet, till exempel ”ni svarar på frågor som vi ställer”.",
    )
    remark = forms.CharField(
        label="Vad ska den som väljer ordet tänka på?",
        max_length=200,
        required=False,
        help_text="Visas bara för den som väljer.",
    )
    place = WholeNumber(
        label="Vilken plats i ordningen?",
        required=False,
        min_value=1,
        max_value=actions.MOST,
        help_text="1 är lägst. De andra flyttar sig.",
    )


def _form_of(words: str) -> type[WordForm]:
    return StepForm if words in LADDERS else WordForm


class UseForm(forms.Form):
    """Whether a word is to be out of use."""

    retired = forms.ChoiceField(choices=[("ja", "ja"), ("nej", "nej")])


def _keeper(request: HttpRequest) -> None:
    require(policies.can_keep_lists(queries.roles_in_police(request.user)))


@require_safe
def words(request: HttpRequest) -> HttpResponse:
    """The lists with their words, those out of use apart."""
    _keeper(request)
    found = list(Term.objects.all())
    lists = [
        {
            "key": words.value,
            "title": words.label,
            "used_in": USED_IN[words],
            "ordered": words in LADDERS,
            "add_url": reverse("portal:add_word", args=[words.value]),
            "words": [_row(term) for term in found if term.list == words and not term.retired],
            "retired": [_row(term) for term in found if term.list == words and term.retired],
        }
        for words in Term.List
    ]
    return render(request, "portal/words.html", {"lists": lists})


def _row(term: Term) -> dict[str, str]:
    return {"label": term.label, "meaning": term.meaning, "url": reverse("portal:word", args=[term.pk])}


@require_http_methods(["GET", "HEAD", "POST"])
def add_word(request: HttpRequest, words: str) -> HttpResponse:
    """Add a word to a list."""
    _keeper(request)
    if words not in Term.List.values:
        raise Http404("Sidan finns inte.")
    chosen = Term.List(words)
    form = _form_of(words)(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():

        def act() -> str:
            term = actions.add_word(by=request.user, words=chosen, **form.said)
            messages.success(request, f"”{term.label}” går nu att välja.")
            return f"{reverse('portal:words')}#{words}"

        try:
            return once(request, act)
        except Refused as refused:
            form.add_error("label", str(refused))
    context = {
        "title": f"Lägg till i {chosen.label.lower()}",
        "lead": USED_IN[chosen],
        "form": form,
        **drafts.offer(request, form),
        "submit_label": "Lägg till",
        **_around("Nytt ord"),
    }
    return render(request, "processes/round_new.html", context, status=422 if form.errors else 200)


def _around(last: str) -> dict[str, Any]:
    here = reverse("portal:words")
    return {"cancel_url": here, "crumbs": [{"label": "Listor", "url": here}, {"label": last, "url": None}]}


@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """One word: call it something else, take it out of use, see who has changed it."""
    _keeper(request)
    term = get_object_or_404(Term, pk=pk)
    form = _form_of(term.list)(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(term, name) for name in ("label", "meaning", "remark", "version")}
        | {"place": _place(term)},
    )
    if form.is_bound and form.is_valid():
        try:
            return once(request, lambda: _change(request, term, form))
        except Refused as refused:
            form.add_error("label", str(refused))
        except Conflict as conflict:
            form.data = form.data.copy()
            form.data["version"] = str(conflict.theirs.version)
            now = f"Någon annan hann före: ordet heter nu ”{conflict.theirs.label}”. Spara igen om ditt ska gälla."
            form.add_error("label", now)
    told = [
        {
            "who": str(line.history_user or "Okänd"),
            "what": line.history_change_reason,
            "when": day(line.history_date),
        }
        for line in term.history.select_related("history_user")[:HISTORY]
        if line.history_change_reason
    ]
    context = {
        "title": term.label,
        "lead": f"{Term.List(term.list).label}. {USED_IN[Term.List(term.list)]}",
        "form": form,
        **drafts.offer(request, form),
        "retired": term.retired,
        "retire_url": reverse("portal:retire_word", args=[term.pk]),
        "history": told,
        **_around(term.label),
    }
    return render(request, "portal/word.html", context, status=422 if form.errors else 200)


def _place(term: Term) -> int | None:
    """Where the step stands in its ladder, if it is in use."""
    if term.list not in LADDERS or term.retired:
        return None
    ladder = Term.objects.filter(list=term.list, retired=False).values_list("pk", flat=True)
    return list(ladder).index(term.pk) + 1


def _change(request: HttpRequest, term: Term, form: WordForm) -> str:
    version = form.cleaned_data.get("version") or 0
    changed = actions.change_word(by=request.user, term=term, version=version, **form.said)
    told = (
        f"”{changed.label}” är ändrat" if changed.label == term.label else f"Ordet heter nu ”{changed.label}”"
    )
    messages.success(request, f"{told}, överallt där det används.")
    return f"{reverse('portal:words')}#{term.list}"


@require_POST
def retire_word(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a word out of use, or into use again."""
    _keeper(request)
    term = get_object_or_404(Term, pk=pk)
    form = UseForm(request.POST)
    if form.is_valid():
        retired = form.cleaned_data["retired"] == "ja"
        try:
            actions.retire_word(by=request.user, term=term, retired=retired)
        except Refused as refused:
            messages.warning(request, str(refused))
        else:
            messages.success(
                request,
                f"”{term.label}” går inte längre att välja. Det som redan har ordet behåller det."
                if retired
                else f"”{term.label}” går att välja igen.",
            )
    return redirect(f"{reverse('portal:words')}#{term.list}")
