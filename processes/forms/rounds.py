"""The form that starts a round."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models

from processes.models import Area, Organisation, Process

from .fields import BoundedDate, Boxes, SeveralOf
from .kept import Kept


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
