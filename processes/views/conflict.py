"""When two people saved the same form: both texts are shown, and the second one chooses (X-3)."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse, QueryDict

from processes.forms import RecordForm
from processes.method import Rows, Section
from processes.models import Record
from processes.pages.values import Values, day

from .here import InStep


def conflict_page(
    here: InStep, part: Section | Rows, form: RecordForm, theirs: Record, back: str = ""
) -> HttpResponse:
    """The page with both texts. What only one of the two changed is chosen beforehand."""
    model = type(theirs)
    base = theirs.history.filter(version=form.cleaned_data.get("version") or 0).first()
    last = theirs.history.select_related("history_user").first()
    mine_row, their_row = _plain(form.instance), _plain(theirs)
    values = Values(here.facts, [(model, mine_row), (model, their_row)])
    fields = []
    for name in part.fields:
        field = model._meta.get_field(name)
        mine, saved = mine_row[field.attname], their_row[field.attname]
        simple = isinstance(mine, str) and not field.choices
        untouched = base is not None and getattr(base, field.attname) == mine
        fields.append(
            {
                "label": form.fields[name].label,
                "name": name,
                "mine": mine if simple else _shown(form, values, model, name, mine_row),
                "theirs": _shown(form, values, model, name, their_row),
                "differs": mine != saved,
                "editable": simple,
                "keep_theirs": untouched,
            }
        )
    hidden = [
        {"name": name, "value": value}
        for name, typed in form.data.lists()
        for value in typed
        if name in form.fields and name not in ("version", "nyckel")
    ]
    hidden += [
        {"name": "version", "value": theirs.version},
        {"name": "nyckel", "value": uuid.uuid4().hex},
        {"name": "valt", "value": "1"},
    ]
    context = {
        "title": f"”{part.title}”",
        "who": last.history_user.name if last and last.history_user else "Någon annan",
        "when": day(theirs.changed_at),
        "fields": fields,
        "hidden": hidden,
        "save_url": here.request.path,
        "cancel_url": back or f"{here.url}#{part.key}",
        "crumbs": here.trail("Två har sparat"),
    }
    return here.page("processes/conflict.html", context, status=409)


def chosen(posted: QueryDict, saved: RecordForm) -> QueryDict:
    """The form as chosen on the conflict page, field by field."""
    data = posted.copy()
    for name in saved.fields:
        if posted.get(f"choice-{name}") == "theirs":
            value = saved[name].value()
            data.setlist(name, value if isinstance(value, list) else ["" if value is None else str(value)])
        elif f"mine-{name}" in posted:
            data[name] = posted[f"mine-{name}"]
    return data


def _shown(form: RecordForm, values: Values, model: Any, name: str, row: dict[str, Any]) -> str:
    if isinstance(row.get(name), list):
        labels = dict(form.fields[name].choices)
        return ", ".join(str(labels.get(code, code)) for code in row[name])
    return values.show(model, name, row)


def _plain(obj: Any) -> dict[str, Any]:
    return {f.attname: getattr(obj, f.attname) for f in obj._meta.concrete_fields}
