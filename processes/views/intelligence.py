"""The intelligence part of the local picture, and the log over who has been there (LOK-5, LAG-4).

A GET shows the door and nothing behind it. Whatever is behind comes as the answer to a POST that states
why, and only once that has been written in the log.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import DatabaseError
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_http_methods

from processes import policies
from processes.actions import intelligence as actions
from processes.actions.intelligence import Act
from processes.documents import sheets
from processes.forms import Kept, record_form
from processes.models import AccessLog, IntelligenceReference, LocalSituation
from processes.pages.refusal import stopped
from processes.pages.values import day
from processes.writing import Refused

from .here import InStep, bounded, enter, require, within

STEP = "local_situation"
MOST, PAGE = 200, 50
NIGHT = (22, 6)  # hours of the day between which a visit is pointed out to whoever reviews
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class PurposeForm(Kept):
    """Why the part is opened, and what is to be done there."""

    purpose = forms.CharField(
        label="Varför öppnar du den?",
        help_text="Till exempel ”Inför lägesbilden för hösten”. Det du skriver sparas i loggen.",
        max_length=500,
        error_messages={"required": "Skriv varför du behöver öppna underrättelsedelen."},
    )
    act = forms.ChoiceField(choices=Act, widget=forms.HiddenInput, initial=Act.OPENED)
    words = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    row = forms.IntegerField(required=False, min_value=1, max_value=2**60, widget=forms.HiddenInput)


class PlaceForm(forms.Form):
    """Before which entry a page of the log begins."""

    fore = forms.IntegerField(required=False, min_value=1, max_value=2**60)


class ReviewForm(Kept):
    """What whoever went through the log has to say of it."""

    note = forms.CharField(
        label="Vad kom du fram till?",
        help_text="Till exempel ”Alla öppningar hör till arbetet med lägesbilden”.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Skriv vad du kom fram till."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**60)


def _enter(request: HttpRequest, pk: int, may: Any) -> tuple[InStep, LocalSituation]:
    here = enter(request, pk)
    here = within(here, here.method[STEP])
    situation = LocalSituation.objects.select_related("area").get(rounds=here.round)
    require(may(actions.actor(here.user, situation)))
    return here, situation


def _reference_form(here: InStep, *args: Any, **kwargs: Any) -> Any:
    form = record_form(here.round, IntelligenceReference, actions.fields())(*args, **kwargs)
    form.fields["what"].required = form.fields["keeper"].required = True
    form.fields["what"].error_messages["required"] = "Skriv vilket underlag det gäller."
    form.fields["keeper"].error_messages["required"] = "Skriv vem som förvarar det, så att det går att hitta."
    return form


@require_http_methods(["GET", "HEAD", "POST"])
def intelligence(request: HttpRequest, pk: int) -> HttpResponse:
    """The door; and for whoever says why, what is behind it."""
    here, situation = _enter(request, pk, policies.can_see_intelligence)
    if request.method != "POST":
        return _door(here, PurposeForm())
    asked = PurposeForm(request.POST)
    if not asked.is_valid():
        return _door(here, asked)
    try:
        return _inside(here, situation, asked.cleaned_data)
    except DatabaseError:
        return _door(here, asked, "Loggen gick inte att skriva, och då öppnas ingenting. Försök igen.", 503)


def _door(here: InStep, form: PurposeForm, refused: str = "", status: int = 200) -> HttpResponse:
    context = {
        "title": "Underrättelsedelen",
        "form": form,
        "refused": refused,
        "cancel_url": here.url,
        "log_url": _log_url(here),
        "crumbs": here.trail("Underrättelsedelen"),
    }
    return here.page("processes/intelligence/door.html", context, status=422 if form.errors else status)


def _log_url(here: InStep) -> str:
    if not policies.can_review_intelligence(here.actor):
        return ""
    return reverse("processes:access_log", args=[here.round.pk])


def _inside(here: InStep, situation: LocalSituation, asked: dict[str, Any]) -> HttpResponse:
    """Do what was asked and show what is there: one visit, one line in the log."""
    act, words, written = Act(asked["act"]), asked["words"].strip(), None
    if act in (Act.ADDED, Act.CHANGED):
        written = _reference_form(here, here.request.POST)
    if act is Act.REVIEWED or (written and not written.is_valid()):
        act = Act.OPENED
    what = {Act.SEARCHED: words, Act.OPENED: "", Act.EXPORTED: ""}.get(
        act, f"Hänvisning {asked['row'] or ''}"
    )
    if act is Act.ADDED and written:
        what = written.cleaned_data["what"]
    way = {"by": here.user, "situation": situation, "purpose": asked["purpose"]}
    refused = None
    try:
        with actions.opened(**way, act=act, what=what) as references:
            _do(references, here, situation, act, asked["row"], written)
            rows = list(actions.found(references, words)[: MOST + 1])
    except Refused as error:
        refused = error
        with actions.opened(**way) as references:
            rows = list(actions.found(references, words)[: MOST + 1])
    if act is Act.EXPORTED:
        return _workbook(here, rows[:MOST])
    if written is not None and not written.errors and not refused:
        written = None
    return _room(here, rows, asked, words, written, refused)


def _do(
    references: QuerySet[IntelligenceReference],
    here: InStep,
    situation: LocalSituation,
    act: Act,
    row: int | None,
    written: Any,
) -> None:
    if act in (Act.ADDED, Act.CHANGED) and written:
        actions.save_reference(
            references,
            by=here.user,
            situation=situation,
            values=written.values,
            reference_id=row if act is Act.CHANGED else None,
            version=written.cleaned_data["version"] or 0,
        )
    elif act is Act.REMOVED and row:
        version = here.request.POST.get("version", "")
        actions.remove_reference(
            references, by=here.user, reference_id=row, version=int(version) if version.isdecimal() else -1
        )


def _room(
    here: InStep,
    rows: list[IntelligenceReference],
    asked: dict[str, Any],
    words: str,
    written: Any,
    refused: Refused | None,
) -> HttpResponse:
    def form_of(row: IntelligenceReference) -> Any:
        if written is not None and asked["row"] == row.pk:
            return written
        return _reference_form(here, instance=row, auto_id=f"id_%s_{row.pk}")

    new = written if written is not None and not asked["row"] else _reference_form(here)
    context = {
        "title": "Underrättelsedelen",
        "purpose": asked["purpose"],
        "words": words,
        "rows": [
            {
                "id": row.pk,
                "what": row.what,
                "keeper": row.keeper,
                "dated": day(row.dated_on) if row.dated_on else "Utan datum",
                "considered": {True: "Vägt in", False: "Inte vägt in"}.get(row.considered, "Inte svarat"),
                "content": row.content if "content" in actions.fields() else "",
                "version": row.version,
                "form": form_of(row),
            }
            for row in rows[:MOST]
        ],
        "more": len(rows) > MOST,
        "most": MOST,
        "new": new,
        "refusal": stopped(refused, here, _own_field(refused, written)) if refused else None,
        "close_url": here.url,
        "log_url": _log_url(here),
        "acts": Act,
        "crumbs": here.trail("Underrättelsedelen"),
    }
    wrong = written is not None and written.errors
    return here.page(
        "processes/intelligence/room.html", context, status=422 if wrong else 409 if refused else 200
    )


def _own_field(refused: Refused, written: Any) -> str:
    """The field in the room that mends it: in the form that was sent, or in the one for a new reference."""
    name = refused.finding.anchor.partition(".")[2]
    return f"#{written[name].id_for_label}" if written is not None else f"#id_{name}"


def _workbook(here: InStep, rows: list[IntelligenceReference]) -> HttpResponse:
    labels = [IntelligenceReference._meta.get_field(name).verbose_name for name in actions.fields()]
    answers = {True: "Ja", False: "Nej", None: ""}
    values = [
        tuple(
            answers[value] if name == "considered" else value
            for name, value in ((name, getattr(row, name)) for name in actions.fields())
        )
        for row in rows
    ]
    sheet = sheets.Sheet("Underlag", tuple(sheets.Column(str(label), 30) for label in labels), tuple(values))
    book = sheets.Workbook(
        "Underrättelsedelen", (sheet,), (here.user.name,), timezone.now(), "Intern. Får inte lämnas vidare."
    )
    answer = HttpResponse(sheets.render(book), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="underrattelsedelen.xlsx"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def log(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has been in the intelligence part, and why; the chief says when it has been gone through."""
    here, situation = _enter(request, pk, policies.can_review_intelligence)
    form, refused = ReviewForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        try:
            data = form.cleaned_data
            actions.review_log(by=here.user, situation=situation, note=data["note"], seen=data["seen"])
            form = ReviewForm()
        except Refused as error:
            refused = error
    before = bounded(PlaceForm, request)
    with actions.log_opened(by=here.user, situation=situation) as entries:
        visits = entries.exclude(act=Act.REVIEWED)
        newest = visits.first()
        review = entries.filter(act=Act.REVIEWED).first()
        since = visits.filter(pk__gt=review.pk) if review else visits
        by_person = list(
            since.order_by()
            .values("user__name")
            .annotate(number=Count("pk"), last=Max("at"))
            .order_by("-number")
        )
        page = list((entries.filter(pk__lt=before) if before else entries)[: PAGE + 1])
    form.initial["seen"] = newest.pk if newest else 0
    context = {
        "title": "Logg över underrättelsedelen",
        "area": str(situation.area),
        "review": review and {"who": str(review.user), "when": _moment(review.at), "note": review.purpose},
        "by_person": [
            {"name": row["user__name"], "number": row["number"], "last": _moment(row["last"])}
            for row in by_person
        ],
        "entries": [_entry(entry) for entry in page[:PAGE]],
        "older_url": f"?fore={page[PAGE - 1].pk}" if len(page) > PAGE else "",
        "newest_url": request.path if before else "",
        "form": form,
        "refusal": stopped(refused, here, "#id_note") if refused else None,
        "crumbs": [
            *here.trail(),
            {"label": "Underrättelsedelen", "url": reverse("processes:intelligence", args=[pk])},
            {"label": "Logg", "url": None},
        ],
    }
    return here.page(
        "processes/intelligence/log.html", context, status=422 if form.errors else 409 if refused else 200
    )


def _moment(at: Any) -> str:
    return date_format(timezone.localtime(at), "j F Y \\k\\l. H.i")


def _entry(entry: AccessLog) -> dict[str, Any]:
    hour = timezone.localtime(entry.at).hour
    return {
        "when": _moment(entry.at),
        "night": hour >= NIGHT[0] or hour < NIGHT[1],
        "who": str(entry.user),
        "act": entry.get_act_display(),
        "what": entry.what,
        "purpose": entry.purpose,
        "review": entry.act == Act.REVIEWED,
    }
