"""What the workbench may be asked for, and what is done from it."""

from __future__ import annotations

from typing import Any

from django import forms

from dialogs.effects import SORTING
from dialogs.models import View
from processes.forms import Kept, record_form
from processes.models import Process, Term

from .queries import NOT_SEEN_TO, UNKNOWN

BIGGEST_KEY = 2**63 - 1
GROUPS = {"theme": "Tema", "place": "Plats", "worry": "Slag av oro"}


class ViewsForm(forms.Form):
    """Which views, and before which one of them. What makes no sense is left out."""

    q = forms.CharField(label="Sök i orden", required=False, max_length=100)
    dialog = forms.ChoiceField(label="Dialog", required=False)
    theme = forms.ChoiceField(label="Tema", required=False)
    place = forms.CharField(label="Plats", required=False, max_length=200)
    worry = forms.ChoiceField(label="Slag av oro", required=False)
    outcome = forms.ChoiceField(label="Vad blev det?", required=False)
    problem = forms.ChoiceField(label="Problem", required=False)
    unsorted = forms.BooleanField(label="Bara de som saknar något", required=False)
    grupp = forms.ChoiceField(required=False, choices=list(GROUPS.items()), widget=forms.HiddenInput)
    fore = forms.IntegerField(required=False, min_value=1, max_value=BIGGEST_KEY, widget=forms.HiddenInput)

    def __init__(self, *args: Any, facts: Any, **kwargs: Any):
        super().__init__(*args, auto_id="valj_%s", **kwargs)  # beside another form with the same names
        words: dict[str, list[tuple[str, str]]] = {"theme": [], "worry": []}
        for term in Term.objects.filter(list__in=words):
            words[term.list].append((str(term.pk), term.label))
        self._offer("theme", [*words["theme"], (UNKNOWN, "Inte angivet")])
        self._offer("worry", [*words["worry"], (UNKNOWN, "Inte angivet")])
        self._offer("outcome", [(NOT_SEEN_TO, "Ej omhändertagen"), *View.Outcome.choices])
        dialogs, problems = facts.rows("dialogs.CitizenDialog"), facts.rows("processes.Problem")
        self._offer("dialog", [(str(row.id), row.title or "Dialog utan namn") for row in dialogs])
        self._offer("problem", [(str(row.id), row.title or "Problem utan namn") for row in problems])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = [("", "Alla"), *choices]

    @property
    def asked(self) -> dict[str, Any]:
        """What is asked for and makes sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None, False)}

    @property
    def chosen(self) -> dict[str, Any]:
        """Which views are asked for, wherever in the list one stands and however they are counted."""
        return {name: value for name, value in self.asked.items() if not self.fields[name].widget.is_hidden}

    @property
    def told(self) -> list[str]:
        """The same in words."""
        said = []
        for name, value in self.chosen.items():
            field = self.fields[name]
            shown = dict(getattr(field, "choices", ())).get(value, value)
            said.append(field.label if value is True else f"{field.label.rstrip('?')}: {shown}")
        return said


class Ticked(Kept):
    """Which views were ticked."""

    rad = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        sent = self.data.getlist("rad") if hasattr(self.data, "getlist") else []
        self.fields["rad"].choices = [(key, key) for key in sent[:500] if key.isdecimal() and len(key) < 19]


class Sorting(Ticked):
    """What the views are to get."""

    @property
    def values(self) -> dict[str, Any]:
        """What was chosen, by field; what was left blank is not among it."""
        return {name: self.cleaned_data[name] for name in SORTING if self.cleaned_data.get(name)}


def sorting_form(round_: Process) -> type[Sorting]:
    """What many views can be sorted as at once. What is left blank stays as it is."""
    names = ("theme", "worry", "place", "problem", "outcome", "outcome_words")
    form = record_form(round_, View, names)
    fields = {name: form.base_fields[name] for name in names}
    for name, field in fields.items():
        if name == "outcome_words":
            continue
        field.help_text, field.required = "", False
        if isinstance(field, forms.ModelChoiceField):
            field.empty_label = "Som nu"
        elif isinstance(field, forms.ChoiceField):
            field.choices = [("", "Som nu"), *[c for c in field.choices if c[0] != ""]]
            field.widget = forms.Select(choices=field.choices)
        if name == "problem":
            field.label = "Problem"
        if name == "outcome":
            field.label = "Vad blev det?"
    return type("SortingForm", (Sorting,), fields)


class MergeForm(Ticked):
    """Which of the ticked views is to stand for the others."""

    head = forms.TypedChoiceField(
        label="Vilken ska stå för alla?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj den som ska stå för alla."},
    )

    def __init__(self, *args: Any, views: list[tuple[int, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["head"].choices = views


class RouteForm(Ticked):
    """As what the ticked views were handed on, and to whom."""

    route = forms.ChoiceField(
        label="Vad är det egentligen?",
        choices=View.Route.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Välj vad det är."},
    )
    to = forms.CharField(
        label="Vem tog emot?",
        help_text="Till exempel ”Polisen 114 14” eller ”Socialjouren, Åby kommun”. Inga namn på berörda.",
        max_length=200,
        error_messages={"required": "Skriv vem som tog emot."},
    )
