"""The fields that forms are made of: choices, dates, and the one that a model's field becomes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from processes.method import get_method
from processes.models import LADDERS, Area, Organisation, Process, Term, User
from processes.pages.values import name_of

from .numbers import Amount, WholeNumber

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
FEW = 6
LONGEST_KEY = 18  # digits that every database can hold
DATE_HINT = "ÅÅÅÅ-MM-DD"
NUMBERS = {models.IntegerField: WholeNumber, models.DecimalField: Amount}


class SeveralOf(forms.ModelMultipleChoiceField):
    """Several rows; a key that no database can hold is a wrong choice and no fault of the server's."""

    def _check_values(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > LONGEST_KEY:
                raise forms.ValidationError(self.error_messages["invalid_pk_value"], params={"pk": key})
        return super()._check_values(value)


class KeptFile(forms.FileField):
    """A file that is kept with the draft while something else in its form has to be mended (see views.drafts)."""


class OneFocus:
    """Of a group of choices, the first alone asks for focus."""

    def create_option(self, name: str, value: Any, label: str, selected: bool, index: int, **more: Any):
        option = super().create_option(name, value, label, selected, index, **more)  # type: ignore[misc]
        if index:
            option["attrs"].pop("autofocus", None)
        return option


class Radios(OneFocus, forms.RadioSelect):
    """One of a few choices."""


class Boxes(OneFocus, forms.CheckboxSelectMultiple):
    """Any of a few choices."""


class BoundedDate(forms.DateField):
    """A date between 1900 and 2200, typed as ÅÅÅÅ-MM-DD; a few other ways are understood."""

    default_error_messages = {
        "invalid": "Datumet går inte att tolka. Skriv det som 2027-03-01.",
    }

    def __init__(self, **kwargs: Any):
        hint = kwargs.get("help_text") or ""
        kwargs["help_text"] = f"{hint} {DATE_HINT}".strip()
        kwargs["widget"] = forms.DateInput(
            format="%Y-%m-%d", attrs={"inputmode": "numeric", "autocomplete": "off"}
        )
        kwargs["input_formats"] = ["%Y-%m-%d", "%Y%m%d", "%Y/%m/%d", "%Y.%m.%d", "%d/%m/%Y", "%d.%m.%Y"]
        kwargs["validators"] = [
            MinValueValidator(EARLIEST, "Året måste vara 1900 eller senare."),
            MaxValueValidator(LATEST, "Året måste vara 2200 eller tidigare."),
        ]
        super().__init__(**kwargs)


def _choices_for(field: models.Field, round_: Process) -> models.QuerySet:
    """What a link may point at: rows of the round; people and areas within its reach."""
    model = field.related_model
    if model is User:
        return (
            User.objects.filter(memberships__organisation__parties__process=round_, is_active=True)
            .distinct()
            .order_by("name")
        )
    if model in (Organisation, Area):
        return model.objects.all()
    if model is Term:
        return model.objects.filter(retired=False).complex_filter(field.get_limit_choices_to())
    if offered := getattr(field.model, "OFFERED", None):
        elsewhere = offered(round_)
        if field.name in elsewhere:
            return elsewhere[field.name]
    path = get_method().paths[model._meta.label]
    return model._base_manager.filter(**{path: round_}).distinct().order_by("pk")


class LabelledChoice(forms.ModelChoiceField):
    """Names a row by its first telling text, a person by name and title, a word with what it means."""

    def label_from_instance(self, obj: Any) -> str:
        """Its first telling text; of a person the name, since titles are shared."""
        if isinstance(obj, Term):
            return obj.in_full
        if isinstance(obj, User):
            return f"{obj.name}, {obj.title}" if obj.title else obj.name
        return name_of(obj)


def _is_ladder(field: models.ForeignKey) -> bool:
    """Whether the field chooses a step of a ladder: all are shown, from the lowest up."""
    return field.related_model is Term and field.get_limit_choices_to()["list"] in LADDERS


def not_chosen(model: Any, name: str) -> Iterable[str]:
    """The codes that an act of its own gives a field: they are no choice in a form."""
    return getattr(model, "NOT_CHOSEN", {}).get(name, ())


def form_field(field: models.Field, round_: Process, **kwargs: Any) -> forms.Field | None:
    """What a model's field is in a form: none is required, but for what a row can't hang without."""
    if isinstance(field, models.ForeignKey):
        label, hint = field.verbose_name, field.help_text
        return LabelledChoice(
            _choices_for(field, round_),
            label=label[:1].upper() + label[1:],
            help_text=hint,
            required=not field.null,  # a row can't hang in the air; all else may wait
            empty_label="Välj …",
            error_messages={"required": "Välj vad raden gäller."},
            **({"widget": Radios} if _is_ladder(field) else {}),
        )
    if isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        return BoundedDate(label=field.verbose_name, help_text=field.help_text, required=False)
    if isinstance(field, models.BooleanField):
        return forms.TypedChoiceField(
            label=field.verbose_name,
            help_text=field.help_text,
            required=False,
            choices=[("True", "Ja"), ("False", "Nej")],
            widget=Radios,
            coerce=lambda v: v == "True",
            empty_value=None,
        )
    if kind := next((kind for model, kind in NUMBERS.items() if isinstance(field, model)), None):
        kwargs = {"form_class": kind, **kwargs}
    found = field.formfield(**kwargs)
    if found is None:
        return None
    if follows := getattr(field.model, "FOLLOWS", {}).get(field.name):
        found.widget.attrs["data-follows"], found.help_text = follows
    if field.choices and len(field.flatchoices) <= FEW:
        found.widget = Radios()
        found.choices = field.choices
    if acted := not_chosen(field.model, field.name):
        found.choices = [choice for choice in found.choices if choice[0] not in acted]
    if isinstance(found.widget, forms.Textarea):
        found.widget.attrs["rows"] = getattr(field.model, "LINES", {}).get(field.name, 4)
    found.required = False
    return found
