"""The forms of records and rows, made from the declarations. No field is required to save; every value is bounded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.apps import apps
from django.db import models
from django.db.models import Q

from processes import personal_data
from processes.method import Fold, Rows, Section, Step, get_method
from processes.models import Process, Term, User

from .fields import form_field, not_chosen
from .kept import SEEN, Kept, reason_field, seen_field


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
        colleague who has left, a problem of an earlier round. Or saving anything else would drop it unseen."""
        for name, field in self.fields.items():
            chosen = getattr(self.instance, f"{name}_id", None)
            model = getattr(getattr(field, "queryset", None), "model", None)
            if (code := self.instance.__dict__.get(name)) in not_chosen(self._meta.model, name):
                label = dict(self._meta.model._meta.get_field(name).flatchoices)[code]
                field.choices = [*field.choices, (code, label)]
            if chosen and (model in (User, Term) or (model and model._meta.label in get_method().paths)):
                offered = field.queryset.order_by().values("pk")
                kept = model._base_manager.filter(Q(pk__in=offered) | Q(pk=chosen))
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
        formfield_callback=lambda f, **kw: form_field(f, round_, **kw),
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
