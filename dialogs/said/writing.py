"""The evening after a meeting: one page, a view, Enter, the next. What went before is remembered (DIA-13)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from dialogs.models import View
from processes import actions, policies
from processes.forms import Kept, RecordForm, record_form
from processes.pages import links
from processes.personal_data import masked
from processes.views.here import InStep, enter, once, require, within
from processes.writing import Conflict, Refused

from .actions import NOT_YOURS, SECTION, declared, own_slips, put_right
from .queries import of_dialog

FIELDS = ("text", "theme", "place", "worry")
REMEMBERED = {"theme": "tema", "place": "plats", "worry": "oro"}
SHOWN = 30


def _enter(request: HttpRequest, pk: int, dialog: int) -> InStep:
    step, section = declared()
    here = within(enter(request, pk), step, dialog)
    require(policies.can_edit(here.actor, step, section))
    return here


def _form_class(here: InStep) -> type[RecordForm]:
    found = record_form(here.round, View, FIELDS)
    found.watched = tuple(name for name in declared()[1].masked if name in FIELDS)
    found.base_fields["text"].widget.attrs |= {"rows": 2, "autofocus": True}
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int, dialog: int) -> HttpResponse:
    """Write views in, one after the other."""
    here = _enter(request, pk, dialog)
    form_class = _form_class(here)
    if request.method == "POST":
        form = form_class(request.POST)
        if not request.POST.get("text", "").strip():
            form.add_error("text", "Skriv vad personen sa.")
        if form.is_valid():
            return once(request, lambda: _add(here, form))
    else:
        form = form_class(initial=_remembered(request, form_class))
    numbers = of_dialog(here.subject.id)
    rows = list(numbers.views.select_related("theme", "worry")[:SHOWN])
    own = own_slips(here.user, [row.pk for row in rows])
    context = {
        "title": "Skriv in synpunkter",
        "dialog": here.subject_title,
        "dialog_url": here.url,
        "owner": here.user.pk,
        "total": numbers.total,
        "rows": [_row(here, row, row.pk in own) for row in rows],
        "more_url": f"{reverse('dialogs:views', args=[pk])}?dialog={dialog}" if numbers.total > SHOWN else "",
        "import_url": links.at("import_rows", pk, here.step, dialog, SECTION),
        "crumbs": here.trail("Skriv in synpunkter"),
    }
    return here.form_page(form, context, template="dialogs/said/write.html")


def _add(here: InStep, form: RecordForm) -> str:
    step, section = declared()
    assert here.subject is not None
    day = here.subject.held_on or here.facts.today
    actions.add(
        by=here.user,
        round_=here.round,
        step=step,
        section=section,
        subject_id=here.subject.id,
        parent=View._meta.get_field("dialog").related_model.objects.get(pk=here.subject.id),
        values=form.values | {"received_on": day},
    )
    said = {REMEMBERED[name]: form.data.get(name, "") for name in REMEMBERED}
    kept = urlencode({name: value for name, value in said.items() if value})
    return f"{here.request.path}?{kept}" if kept and len(kept) < 250 else here.request.path


def _remembered(request: HttpRequest, form_class: type[RecordForm]) -> dict[str, Any]:
    """What the row before said, as the address tells; what is no answer is left out."""
    found = {}
    for name, key in REMEMBERED.items():
        with suppress(ValidationError):
            value = form_class.base_fields[name].clean(request.GET.get(key, "").replace("\x00", "")[:200])
            found[name] = getattr(value, "pk", value)
    return found


def _row(here: InStep, view: View, own: bool) -> dict[str, Any]:
    marks = [str(view.theme or ""), masked(view.place), str(view.worry or "")]
    key = (here.round.pk, here.step, view.dialog_id, SECTION, view.pk)
    mend = reverse("dialogs:put_view_right", args=[here.round.pk, view.pk]) if own else ""
    words = view.withheld({"outcome": view.outcome, "routed_as": view.routed_as}) or masked(view.text)
    return {
        "text": words,
        "marks": " · ".join(filter(None, marks)),
        "sort_url": links.at("edit_row", *key),
        "mend_url": mend,
    }


class SlipForm(Kept):
    """The words again, and the version read."""

    text = forms.CharField(
        label="Synpunkt",
        help_text="Så som den sades. Det som stod förut finns kvar i historiken.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        error_messages={"required": "Skriv vad personen sa."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31)


@require_http_methods(["GET", "HEAD", "POST"])
def mend(request: HttpRequest, pk: int, view: int) -> HttpResponse:
    """Put right what one wrote in today."""
    step, section = declared()
    here = within(enter(request, pk), step)
    require(policies.can_edit(here.actor, step, section))
    found = View.objects.filter(pk=view, dialog__processes=here.round).first()
    if found is None:
        raise Http404("Sidan finns inte.")
    if not own_slips(here.user, [found.pk]):
        require(policies.Decision(False, NOT_YOURS))
    back = reverse("dialogs:write_views", args=[pk, found.dialog_id])
    form = SlipForm(
        request.POST if request.method == "POST" else None,
        initial={"text": found.text, "version": found.version},
    )
    if form.is_bound and form.is_valid():
        try:
            data = {name: form.cleaned_data[name] for name in ("text", "version")}
            put_right(by=here.user, round_=here.round, view=found, **data)
            return HttpResponse(status=302, headers={"Location": back})
        except Conflict as conflict:
            form.add_error(None, str(conflict))
        except Refused as refused:
            return here.stopped(refused, back)
    context = {"title": "Rätta ett skrivfel", "cancel_url": back, "crumbs": here.trail("Rätta")}
    return here.form_page(form, context)
