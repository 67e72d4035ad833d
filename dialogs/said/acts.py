"""What is done from the workbench: many sorted at once, likes gathered under one, reports routed out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from dialogs.models import View
from processes import policies
from processes.method import Finding
from processes.pages.values import day, short
from processes.views.here import InStep, once, require
from processes.writing import Refused

from . import actions
from .forms import MergeForm, RouteForm, Sorting, ViewsForm, sorting_form
from .queries import otherwise, whole
from .workbench import enter_views, row

LIKES_SHOWN, LINES_SHOWN = 200, 20
LONGEST_QUERY = 4_000


def _enter(request: HttpRequest, pk: int) -> InStep:
    here = enter_views(request, pk)
    require(policies.can_edit(here.actor, *actions.declared()))
    return here


def _asked(here: InStep) -> ViewsForm:
    """What the workbench was asked for when the act began."""
    return ViewsForm(QueryDict(here.request.GET.get("till", "")[:LONGEST_QUERY]), facts=here.facts)


def _back(here: InStep) -> str:
    """The workbench as it was asked for when the act began."""
    asked = _asked(here)
    kept = QueryDict(mutable=True)
    kept.update({name: "1" if value is True else value for name, value in asked.asked.items()})
    url = reverse("dialogs:views", args=[here.round.pk])
    return f"{url}?{kept.urlencode()}" if kept else url


def _count(number: int, one: str, more: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {more}"


@require_POST
def sort(request: HttpRequest, pk: int) -> HttpResponse:
    """Sort the ticked views alike; what was left blank stays as it is."""
    here = _enter(request, pk)
    form = sorting_form(here.round)(request.POST)
    if why := _unsaid(form):
        return here.stopped(why, _back(here), _field(here, why.finding.anchor))

    def act() -> str:
        keys = form.cleaned_data["rad"]
        return _sorted(here, actions.sort(by=here.user, round_=here.round, keys=keys, values=form.values))

    return _once(here, act)


def _unsaid(form: Sorting) -> Refused | None:
    """Why the views can't be sorted as the form says: nothing is chosen, or what can't be."""
    if not form.is_valid():
        return Refused("Välj bland det som går att välja och försök igen.", Finding("", "något annat"))
    rule = "Välj vad de ska få: tema, plats, oro, utfall eller problem."
    return None if form.values else Refused(rule, Finding("theme", "inget valt"))


def _sorted(here: InStep, number: int) -> str:
    messages.success(here.request, f"{_count(number, 'synpunkt är sorterad', 'synpunkter är sorterade')}.")
    return _back(here)


@require_POST
def sort_whole(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how many answer to what was asked for and what they would get; then sort them all alike."""
    here = _enter(request, pk)
    form, asked = sorting_form(here.round)(request.POST), _asked(here)
    why = _unsaid(form)
    if not why and "outcome_words" in form.values and "outcome" not in form.values:
        why = actions.outcome_wanted(form.values["outcome_words"], "outcome")
    if why:
        return here.stopped(why, _back(here), _field(here, why.finding.anchor))
    if "visat" not in request.POST:
        return _show_whole(here, form, asked)

    def act() -> str:
        given = {"asked": asked.chosen, "values": form.values, "shown": request.POST["visat"][:100]}
        return _sorted(here, actions.sort_whole(by=here.user, round_=here.round, **given))

    try:
        return once(request, act)
    except Refused as refused:
        return _show_whole(here, form, asked, refused)


def _show_whole(here: InStep, form: Sorting, asked: ViewsForm, why: Refused | None = None) -> HttpResponse:
    found, values = whole(here.round, asked.chosen), form.values
    if not found.keys:
        return _stopped(here, "Ingen synpunkt svarar mot urvalet. Välj ut andra.", "ingen synpunkt")
    if "outcome" in values:
        values.setdefault("outcome_words", "")  # those of another outcome are taken away
    others = otherwise(here.round, found.keys, values)
    named = _count(found.number, "synpunkt", "synpunkter")
    context = {
        "title": f"Sortera {named}",
        "lead": f"Urval: {' · '.join(asked.told) or 'alla synpunkter i rundan'}. Så här blir det för dem:",
        "told": [
            _becomes(form, name, value, others[name])
            for name, value in values.items()
            if value or others[name]
        ],
        "mark": found.mark,
        "submit_label": f"Sortera {named}",
        "cancel_url": _back(here),
        "crumbs": here.trail("Sortera alla i urvalet"),
    }
    form.fields.pop("rad")
    for field in form.fields.values():
        field.widget = field.hidden_widget()
    return here.form_page(form, context, template="dialogs/said/ask.html", why=why)


def _becomes(form: Sorting, name: str, value: Any, others: int) -> dict[str, str]:
    """What the views get of one thing, and how many of them already have another."""
    shown = dict(form.fields[name].choices).get(value, value) if name == "outcome" else value or "Tas bort"
    more = f"{others} har redan något annat, som byts ut." if others else ""
    return {"label": form.fields[name].label.rstrip("?"), "value": str(shown), "more": more}


def _once(here: InStep, act: Any) -> HttpResponse:
    try:
        return once(here.request, act)
    except Refused as refused:
        return here.stopped(refused, _back(here), _field(here, refused.finding.anchor.partition(".")[2]))


def _field(here: InStep, name: str = "") -> str:
    """A field of the workbench, or the box before the first of the ticked views."""
    ticked = [key for key in here.request.POST.getlist("rad")[:1] if key.isdecimal() and len(key) < 19]
    return f"{_back(here)}#{f'id_{name}' if name else f'rad-{ticked[0]}' if ticked else 'bord'}"


def _stopped(here: InStep, rule: str, current: str, name: str = "") -> HttpResponse:
    return here.stopped(Refused(rule, Finding("", current)), _back(here), _field(here, name))


def _ticked(here: InStep) -> list[View]:
    sent = [key for key in here.request.POST.getlist("rad")[:500] if key.isdecimal() and len(key) < 19]
    found = View.objects.filter(pk__in=sent, dialog__processes=here.round)
    return list(
        View.objects.filter(pk__in=found.values("pk")).select_related(
            "dialog", "theme", "worry", "problem", "submitted"
        )
    )


@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask which of the ticked views stands for the others, then gather them under it."""
    here = _enter(request, pk)
    views = _ticked(here)
    if len(views) < 2:
        return _stopped(here, "Kryssa i minst två synpunkter som säger samma sak.", f"{len(views)} ikryssade")
    named = [(view.pk, short(row(here, view)["text"])) for view in views]
    form = MergeForm(request.POST if "head" in request.POST or "valj" in request.POST else None, views=named)
    if form.is_bound and form.is_valid():

        def act() -> str:
            head = form.cleaned_data["head"]
            number = actions.merge(by=here.user, round_=here.round, head=head, keys=[v.pk for v in views])
            told = _count(
                number, "synpunkt står nu under den du valde", "synpunkter står nu under den du valde"
            )
            messages.success(request, f"{told}. Alla finns kvar och räknas.")
            return _back(here)

        return _once(here, act)
    form.initial.setdefault("head", views[0].pk)
    lead = "De andra läggs under den du väljer. Orden finns kvar, var och en räknas, och det går att dela upp dem igen."
    return _ask(here, form, views, "Slå ihop synpunkter", lead, "Slå ihop")


@require_POST
def route_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what the ticked views really are and who took them over, then note that."""
    here = _enter(request, pk)
    views = _ticked(here)
    if not views:
        return _stopped(here, "Kryssa i minst en synpunkt först.", "ingen ikryssad")
    form = RouteForm(request.POST if "to" in request.POST else None)
    if form.is_bound and form.is_valid():

        def act() -> str:
            data = form.cleaned_data
            keys = [view.pk for view in views]
            number = actions.route_out(
                by=here.user, round_=here.round, keys=keys, route=data["route"], to=data["to"]
            )
            messages.success(
                request, f"{_count(number, 'synpunkt är lämnad', 'synpunkter är lämnade')} vidare."
            )
            return _back(here)

        return _once(here, act)
    lead = (
        "Ett brott anmäls på 114 14 eller polisen.se, akut på 112. Oro för ett barn anmäls till socialtjänsten. "
        "Lämna först över uppgiften dit. Här noterar du att det är gjort: synpunkten finns kvar men visas inte mer."
    )
    return _ask(here, form, views, "Det här är en anmälan", lead, "Den är lämnad vidare")


def _ask(here: InStep, form: Any, views: list[View], title: str, lead: str, label: str) -> HttpResponse:
    context = {
        "title": title,
        "lead": lead,
        "views": [row(here, view) for view in views],
        "list_views": not isinstance(form, MergeForm),
        "submit_label": label,
        "cancel_url": _back(here),
        "crumbs": here.trail(title),
    }
    form.fields.pop("rad", None)
    return here.form_page(form, context, template="dialogs/said/ask.html")


# --- One view ---


def _one(here: InStep, view: int) -> View:
    related = ("dialog", "problem", "theme", "worry", "submitted", "merged_under__submitted", "routed_by")
    found = View.objects.filter(dialog__processes=here.round, pk=view).select_related(*related).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    return found


@require_safe
def view(request: HttpRequest, pk: int, view: int) -> HttpResponse:
    """One view: where it stands, what it stands for, and its words as they came to whoever works with views."""
    here = enter_views(request, pk)
    found = _one(here, view)
    can = policies.can_edit(here.actor, *actions.declared())
    original = "original" in request.GET
    if original:
        require(can)
    shown = row(here, found)
    likes = found.likes.select_related("dialog", "theme", "worry", "problem", "submitted").order_by("pk")[
        :LIKES_SHOWN
    ]
    context = {
        "title": "Synpunkt",
        "view": shown,
        "words": found.text if original else shown["text"],
        "original_url": "?original=1" if can and not original and shown["text"] != found.text else "",
        "likes": [row(here, like) for like in likes],
        "head": row(here, found.merged_under) if found.merged_under else None,
        "routed": _routed(found),
        "can": bool(can),
        "round_id": pk,
        "edit_url": reverse(
            "processes:edit_row", args=[pk, here.step.slug, found.dialog_id, actions.SECTION, found.pk]
        )
        if can and found.outcome != View.Outcome.ROUTED
        else "",
        "history": [_line(line) for line in found.history.select_related("history_user")[:LINES_SHOWN]],
        "crumbs": [
            {"label": here.step.title, "url": here.trail()[0]["url"]},
            {"label": "Synpunkter", "url": reverse("dialogs:views", args=[pk])},
            {"label": "Synpunkt", "url": None},
        ],
    }
    return here.page("dialogs/said/view.html", context)


def _line(line: Any) -> dict[str, str]:
    plain = "Kom in" if line.history_type == "+" else "Ändrades"
    who = str(line.history_user or "Någon utanför")
    return {"when": day(line.history_date), "who": who, "why": line.history_change_reason or plain}


def _routed(found: View) -> str:
    if found.outcome != View.Outcome.ROUTED:
        return ""
    by = f" av {found.routed_by}" if found.routed_by else ""
    return f"{found.get_routed_as_display()} – till {found.routed_to}, {day(found.routed_at)}{by}."


@require_POST
def part(request: HttpRequest, pk: int, view: int) -> HttpResponse:
    """Let a view that was merged stand for itself again."""
    here = _enter(request, pk)
    found = _one(here, view)

    def act() -> str:
        actions.part(by=here.user, round_=here.round, key=found.pk)
        messages.success(request, "Synpunkten står för sig själv igen.")
        return reverse("dialogs:view", args=[pk, found.pk])

    return _once(here, act)


@require_POST
def take_back(request: HttpRequest, pk: int, view: int) -> HttpResponse:
    """The view was no report after all."""
    here = _enter(request, pk)
    found = _one(here, view)

    def act() -> str:
        actions.take_back(by=here.user, round_=here.round, key=found.pk)
        messages.success(request, "Synpunkten är tillbaka bland de andra, ej omhändertagen.")
        return reverse("dialogs:view", args=[pk, found.pk])

    return _once(here, act)
