"""Help beside a form: panels that are shown with it, and buttons that fill something in without saving."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from django.http import QueryDict
from django.utils.module_loading import import_string

from processes.forms import RecordForm
from processes.method import Rows, Section

from .here import InStep

FILL = "fyll"
LONGEST = 2000
FILLED = "Ifyllt från ett förslag. Ändra om det inte stämmer."


def beside(here: InStep, part: Section | Rows, form: RecordForm) -> list[dict[str, Any]]:
    """The section's panels beside its form, each loaded with the form as it stands."""
    return [
        {
            "key": panel.key,
            "title": panel.title,
            "template": panel.template,
            "data": import_string(panel.load)(here, form),
        }
        for panel in getattr(part, "beside", ())
    ]


def fill(form: RecordForm, posted: QueryDict) -> RecordForm:
    """The blank form again as it was typed, with what the button fills in. Nothing is checked or saved."""
    wanted = dict(parse_qsl(posted.get(FILL, "").replace("\x00", "")[:LONGEST]))
    typed = {name: posted[name].replace("\x00", "") for name in form.fields if name in posted}
    filled = {name: value for name, value in wanted.items() if name in form._meta.fields}
    form.initial |= {name: value for name, value in typed.items() if name != "nyckel"} | filled
    for name in filled:
        form.fields[name].help_text = f"{form.fields[name].help_text} {FILLED}".strip()
    if filled:
        form.fields[next(iter(filled))].widget.attrs["autofocus"] = True
    return form
