"""Forms made from the declarations. No field is required to save; every value is bounded."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from . import personal_data
from .criteria import AUDIENCES
from .method import Fold, Gate, Rows, Section, Step, get_method
from .models import LADDERS, Area, Feedback, Organisation, Process, Term, User
from .pages.values import name_of

EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)
FEW = 6
LONGEST_KEY = 18  # digits that every database can hold
DATE_HINT = "ÅÅÅÅ-MM-DD"


class SeveralOf(forms.ModelMultipleChoiceField):
    """Several rows; a key that no database can hold is a wrong choice and no fault of the server's."""

    def _check_values(self, value: Any) -> Any:
        for key in value if isinstance(value, list | tuple) else ():
            if len(str(key)) > LONGEST_KEY:
                raise forms.ValidationError(self.error_messages["invalid_pk_value"], params={"pk": key})
        return super()._check_values(value)


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


def _not_chosen(model: Any, name: str) -> Iterable[str]:
    """The codes that an act of its own gives a field: they are no choice in a form."""
    return getattr(model, "NOT_CHOSEN", {}).get(name, ())


def _form_field(field: models.Field, round_: Process, **kwargs: Any) -> forms.Field | None:
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
    found = field.formfield(**kwargs)
    if found is None:
        return None
    if follows := getattr(field.model, "FOLLOWS", {}).get(field.name):
        found.widget.attrs["data-follows"], found.help_text = follows
    if field.choices and len(field.flatchoices) <= FEW:
        found.widget = Radios()
        found.choices = field.choices
    if acted := _not_chosen(field.model, field.name):
        found.choices = [choice for choice in found.choices if choice[0] not in acted]
    if isinstance(found.widget, forms.Textarea):
        found.widget.attrs["rows"] = getattr(field.model, "LINES", {}).get(field.name, 4)
    found.required = False
    return found


class Kept(forms.Form):
    """What every form carries unseen: a key against double posts, and to whom it was handed out."""

    nyckel = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    vem = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("nyckel", uuid.uuid4().hex)


SEEN = "sedd"


def seen_field(what: str) -> forms.BooleanField:
    """That the text is to be saved though it seems to hold what is told."""
    return forms.BooleanField(
        label="Spara ändå. Det visas maskerat för alla som inte arbetar med synpunkterna.",
        error_messages={
            "required": f"Texten ser ut att innehålla {what}. Ta helst bort det. Annars: kryssa i och spara igen."
        },
    )


def reason_field() -> forms.CharField:
    """Why something is changed that has been completed, approved or promised (X-4, GEN-2)."""
    return forms.CharField(
        label="Varför ändrar du?",
        help_text="Det här är redan klart eller godkänt. Skälet syns i tidslinjen.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Skriv varför du ändrar något som redan är klart."},
    )


class RecordForm(Kept, forms.ModelForm):
    """Some fields of one record or row, with the version read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, fixed: tuple[str, ...] = (), ask_reason: bool = False, **kwargs: Any):
        self._fixed = set(fixed)
        super().__init__(*args, **kwargs)
        self._keep_choosable()
        self.initial.setdefault("version", self.instance.version)
        self._among_siblings()
        if ask_reason:
            self.fields["reason"] = reason_field()
        if self.is_bound:
            self._point_out()

    folds: tuple[Fold, ...] = ()
    watched: tuple[str, ...] = ()

    def _point_out(self) -> None:
        """What looks like personal data is pointed out before it is saved; one press more saves it (LAG-9)."""
        typed = [self.data.get(name, "") for name in self.watched if not self.fields[name].disabled]
        if kinds := personal_data.kinds(*typed):
            self.fields[SEEN] = seen_field(", ".join(kinds))

    @property
    def follows(self) -> bool:
        """Whether any of the choices depends on another answer."""
        return any("data-follows" in field.widget.attrs for field in self.fields.values())

    def _keep_choosable(self) -> None:
        """What is chosen can be chosen still, also when it is no longer offered: a retired word, a
        colleague who has left. Or saving anything else would drop it unseen."""
        for name, field in self.fields.items():
            chosen = getattr(self.instance, f"{name}_id", None)
            model = getattr(getattr(field, "queryset", None), "model", None)
            if (code := self.instance.__dict__.get(name)) in _not_chosen(self._meta.model, name):
                label = dict(self._meta.model._meta.get_field(name).flatchoices)[code]
                field.choices = [*field.choices, (code, label)]
            if chosen and model in (User, Term):
                offered = field.queryset.order_by().values("pk")
                kept = model.objects.filter(Q(pk__in=offered) | Q(pk=chosen))
                field.queryset = kept.order_by("name", "pk") if model is User else kept

    def _among_siblings(self) -> None:
        """A row that points at another of its kind chooses among those under the same parent."""
        where = {f"{name}_id": getattr(self.instance, f"{name}_id") for name in self._fixed}
        for name in self._meta.fields:
            if where and self._meta.model._meta.get_field(name).related_model is self._meta.model:
                field = self.fields[name]
                field.queryset = field.queryset.filter(**where).exclude(pk=self.instance.pk)

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that stand open, the unseen ones among them."""
        away = {name for fold in self.folds for name in fold.fields}
        return [field for field in self if field.name not in away]

    @property
    def folded(self) -> list[dict[str, Any]]:
        """The folds with their fields; one that holds an answer, a fault or the cursor stands open."""
        return [
            {
                "title": fold.title,
                "hint": fold.hint,
                "fields": [self[name] for name in fold.fields],
                "open": any(map(self._wants_to_be_seen, fold.fields)),
            }
            for fold in self.folds
        ]

    def _wants_to_be_seen(self, name: str) -> bool:
        return (
            name in self.errors
            or "autofocus" in self.fields[name].widget.attrs
            or self[name].value() not in (None, "", [])
        )

    def keep(self, names: Iterable[str]) -> None:
        """Show some fields as they stand: what has been received is not altered (LAG-10)."""
        for name in names:
            self.fields[name].disabled = True
            self.fields[name].help_text = "Som det kom in. Det går inte att ändra."

    def _get_validation_exclusions(self) -> set[str]:
        # The parent is not a field of the form, yet uniqueness within it must be checked.
        return super()._get_validation_exclusions() - self._fixed

    @property
    def values(self) -> dict[str, Any]:
        """What was typed into the record's own fields."""
        return {name: self.cleaned_data.get(name) for name in self._meta.fields}


def record_form(round_: Process, model: type[models.Model], fields: tuple[str, ...]) -> type[RecordForm]:
    """The form class for some fields of a model within a round."""
    return forms.modelform_factory(
        model,
        form=RecordForm,
        fields=fields,
        formfield_callback=lambda f, **kw: _form_field(f, round_, **kw),
    )


def section_form(round_: Process, step: Step, section: Section | Rows) -> type[RecordForm]:
    """The form class of a declared section."""
    label = section.model if isinstance(section, Rows) else step.record
    form = record_form(round_, apps.get_model(label), section.fields)
    form.folds = section.folds
    form.watched = getattr(section, "masked", ())
    for when in getattr(section, "only_when", ()):
        for name in when.fields:
            form.base_fields[name].widget.attrs |= {
                "data-only-when": when.other,
                "data-is": " ".join(when.values),
            }
    return form


class RoundForm(Kept):
    """Starting a round."""

    title = forms.CharField(
        label="Vad ska rundan heta?", max_length=200, help_text="Till exempel ”Trygg i Åby 2027”."
    )
    area = forms.ModelChoiceField(Area.objects.none(), label="Lokalpolisområde", empty_label=None)
    period_start = BoundedDate(label="När börjar perioden?")
    period_end = BoundedDate(label="När slutar perioden?")
    organisations = SeveralOf(
        Organisation.objects.exclude(kind=Organisation.Kind.POLICE),
        label="Vilka fler är med?",
        help_text="Polisen är alltid part. Du kan lägga till fler senare.",
        required=False,
        widget=Boxes,
    )
    predecessor = forms.ModelChoiceField(
        Process.objects.none(),
        label="Bygger den vidare på en tidigare runda?",
        required=False,
        empty_label="Nej, det är den första",
    )

    def __init__(self, *args: Any, areas: models.QuerySet, rounds: models.QuerySet, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["area"].queryset = areas
        self.fields["predecessor"].queryset = rounds

    def clean(self) -> dict[str, Any]:
        """The period must end after it begins."""
        data = super().clean()
        start, end = data.get("period_start"), data.get("period_end")
        if start and end and end < start:
            self.add_error("period_end", "Perioden slutar innan den börjar. Rätta ett av datumen.")
        return data


class DeviationForm(Kept):
    """Why some "bör" of a step are not met."""

    codes = forms.MultipleChoiceField(
        label="Vilka krav gäller det?",
        widget=Boxes,
        error_messages={"required": "Välj minst ett krav som ni avviker från."},
    )
    reason = forms.CharField(
        label="Varför avviker ni, och vad gör ni i stället?",
        help_text="Alla som skriver under ser det här.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": "Skriv varför ni avviker."},
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["codes"].choices = choices


class FeedbackForm(RecordForm):
    """One feedback to one or several audiences."""

    audiences = forms.MultipleChoiceField(
        label="Vilka fick veta?",
        choices=[(key, word.capitalize()) for key, word in AUDIENCES.items()],
        widget=Boxes,
        error_messages={"required": "Välj minst en målgrupp."},
    )
    given_on = BoundedDate(
        label="När skedde det?", help_text="Lämna tomt om det bara är planerat.", required=False
    )
    due_on = BoundedDate(label="Senast när ska det ske?", required=False)
    channel = forms.CharField(
        label="Hur?",
        help_text="Till exempel ”mejl till deltagarna” eller ”togs upp på APT”.",
        max_length=200,
        required=False,
    )
    text = forms.CharField(
        label="Vad berättade ni?",
        help_text="Frivilligt. En mening räcker.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
    )

    class Meta:
        model = Feedback
        fields = ("audiences", "given_on", "due_on", "channel", "text")

    def clean_given_on(self) -> date | None:
        """What has been given was given at the latest today."""
        value = self.cleaned_data["given_on"]
        if value and value > timezone.localdate():
            raise forms.ValidationError("Datumet ligger i framtiden. Skriv det som senaste dag i stället.")
        return value


def judgement_fields(items: list[tuple[str, str]]) -> dict[str, forms.Field]:
    """Answer and words for each (name, question)."""
    fields: dict[str, forms.Field] = {}
    for name, question in items:
        fields[f"svar-{name}"] = forms.ChoiceField(
            label=question,
            choices=[("yes", "Ja"), ("partly", "Delvis"), ("no", "Nej")],
            widget=Radios,
            required=False,
        )
        fields[f"ord-{name}"] = forms.CharField(
            label="Med egna ord", widget=forms.Textarea(attrs={"rows": 2}), required=False, max_length=2000
        )
    return fields


class JudgementForm(Kept):
    """All of a meeting's judgements on one page; delvis and nej want words."""

    def __init__(self, *args: Any, items: list[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.names = [name for name, _ in items]
        self.fields.update(judgement_fields(items))

    def clean(self) -> dict[str, Any]:
        """Words are needed for anything but a plain yes."""
        data = super().clean()
        for name in self.names:
            if data.get(f"svar-{name}") in ("partly", "no") and not data.get(f"ord-{name}"):
                self.add_error(f"ord-{name}", "Skriv några ord om vad som fattas.")
        return data


GATES = {gate.value for gate in (Gate.OPEN, Gate.COMPLETE, Gate.APPROVE, Gate.AGREEMENT)}
